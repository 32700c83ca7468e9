// Days and moments as people write them. Now is Tuesday, 24 November 2026, 14:30 UTC; New York is five hours behind.

import { describe, expect, test } from 'vitest';
import { dateAt, resolveWhen } from '../../functions/language/dates.ts';

const now = '2026-11-24T14:30:00Z';
const resolved = (words: string, timeZone = 'America/New_York'): string | null => resolveWhen({ words }, now, timeZone);

describe('a day without a time is 08:00 in the zone, a date without a year is the next one', () => {
  test.each<[string, string | null]>([
    ['on May 3', '2027-05-03T12:00:00.000Z'],
    ['3 May', '2027-05-03T12:00:00.000Z'],
    ['the 3rd of May 2028', '2028-05-03T12:00:00.000Z'],
    ['December 1', '2026-12-01T13:00:00.000Z'],
    ['November 24', '2026-11-24T13:00:00.000Z'],
    ['3.5.', '2027-05-03T12:00:00.000Z'],
    ['03.05.2028', '2028-05-03T12:00:00.000Z'],
    ['2027-01-04', '2027-01-04T13:00:00.000Z'],
    ['2027-01-04T17:15', '2027-01-04T22:15:00.000Z'],
    ['25/12', '2026-12-25T13:00:00.000Z'],
    ['5/3', null],
    ['31 April', null],
    ['29 February', '2028-02-29T13:00:00.000Z'],
    ['tomorrow', '2026-11-25T13:00:00.000Z'],
    ['the day after tomorrow', '2026-11-26T13:00:00.000Z'],
    ['Friday', '2026-11-27T13:00:00.000Z'],
    ['on Tuesday', '2026-12-01T13:00:00.000Z'],
    ['next Monday', '2026-11-30T13:00:00.000Z'],
    ['next Friday', '2026-12-04T13:00:00.000Z'],
    ['Monday week', '2026-12-07T13:00:00.000Z'],
    ['a week on Monday', '2026-12-07T13:00:00.000Z'],
    ['next week', '2026-11-30T13:00:00.000Z'],
    ['next month', '2026-12-01T13:00:00.000Z'],
    ['next year', '2027-01-01T13:00:00.000Z'],
    ['in two weeks', '2026-12-08T13:00:00.000Z'],
    ['in a fortnight', '2026-12-08T13:00:00.000Z'],
    ['in 10 days', '2026-12-04T13:00:00.000Z'],
    ['in three months', '2027-02-24T13:00:00.000Z'],
    ['in an hour', '2026-11-24T15:30:00.000Z'],
    ['end of May', '2027-05-31T12:00:00.000Z'],
    ['at the end of the month', '2026-11-30T13:00:00.000Z'],
    ['in May', '2027-05-01T12:00:00.000Z'],
    ['mid-May', '2027-05-15T12:00:00.000Z'],
    ['the 20th', '2026-12-20T13:00:00.000Z'],
    ['May 3 at 4pm', '2027-05-03T20:00:00.000Z'],
    ['tomorrow at 9:30', '2026-11-25T14:30:00.000Z'],
    ['Friday at noon', '2026-11-27T17:00:00.000Z'],
    ['some day', null],
    ['', null],
  ])('%s', (words, instant) => expect(resolved(words)).toBe(instant));
});

test('the zone decides which day it is', () => {
  expect(resolveWhen({ words: 'tomorrow' }, '2026-11-24T23:30:00Z', 'Asia/Tokyo')).toBe('2026-11-25T23:00:00.000Z');
  expect(resolveWhen({ words: 'tomorrow' }, '2026-11-24T23:30:00Z', 'America/New_York')).toBe(
    '2026-11-25T13:00:00.000Z',
  );
});

test('summer time is the one of the day meant', () => {
  expect(resolved('28 March 2027', 'Europe/Paris')).toBe('2027-03-28T06:00:00.000Z');
  expect(resolved('27 March 2027', 'Europe/Paris')).toBe('2027-03-27T07:00:00.000Z');
});

test('a month needs its capital, so that a verb is no date', () => {
  const found = (text: string): string | undefined => dateAt(text.toLowerCase(), text, 0)?.words;
  expect(found('in May')).toBe('in May');
  expect(found('in may, Maya said')).toBeUndefined();
  expect(found('May Summers')).toBeUndefined();
  expect(found('march on')).toBeUndefined();
});
