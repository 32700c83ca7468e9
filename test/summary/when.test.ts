import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import {
  firstSummaryDueAt,
  monthAbbreviation,
  monthName,
  monthOf,
  monthsBack,
  summaryDueAt,
  summaryMonth,
} from '../../functions/summary/when.ts';

describe('a summary is due on the next first of a month at 08:00 in the zone', () => {
  test.each([
    ['UTC', '2026-10-15T12:00:00.000Z', '2026-11-01T08:00:00.000Z', 'in the middle of a month'],
    ['UTC', '2026-12-31T23:59:59.999Z', '2027-01-01T08:00:00.000Z', 'across the year'],
    ['UTC', '2026-11-01T07:59:59.999Z', '2026-11-01T08:00:00.000Z', 'on the first before eight'],
    ['UTC', '2026-11-01T08:00:00.000Z', '2026-12-01T08:00:00.000Z', 'at eight sharp it is the month after'],
    ['UTC', '2028-02-29T10:00:00.000Z', '2028-03-01T08:00:00.000Z', 'on a leap day'],
    ['UTC', '2027-02-28T10:00:00.000Z', '2027-03-01T08:00:00.000Z', 'on the last of a short February'],
    ['Asia/Kathmandu', '2026-10-31T22:00:00.000Z', '2026-11-01T02:15:00.000Z', 'a quarter to six ahead'],
    ['Asia/Kathmandu', '2026-11-01T02:15:00.000Z', '2026-12-01T02:15:00.000Z', 'a quarter to six ahead, once due'],
    ['America/Sao_Paulo', '2026-10-31T12:00:00.000Z', '2026-11-01T11:00:00.000Z', 'three behind, no summer time now'],
    [
      'America/Sao_Paulo',
      '2018-11-03T12:00:00.000Z',
      '2018-12-01T10:00:00.000Z',
      'two behind, while it had summer time',
    ],
    ['Pacific/Auckland', '2026-09-15T00:00:00.000Z', '2026-09-30T19:00:00.000Z', 'summer time began four days before'],
    ['Pacific/Auckland', '2026-08-15T00:00:00.000Z', '2026-08-31T20:00:00.000Z', 'still winter'],
    ['America/New_York', '2026-10-15T00:00:00.000Z', '2026-11-01T13:00:00.000Z', 'summer time ended six hours before'],
    ['America/New_York', '2026-11-01T04:30:00.000Z', '2026-11-01T13:00:00.000Z', 'in the night that has 25 hours'],
    ['Europe/London', '2026-03-10T00:00:00.000Z', '2026-04-01T07:00:00.000Z', 'summer time began in between'],
    [
      'Pacific/Kiritimati',
      '2026-10-31T09:00:00.000Z',
      '2026-10-31T18:00:00.000Z',
      'the first comes there in October UTC',
    ],
    ['Pacific/Pago_Pago', '2026-11-01T05:00:00.000Z', '2026-11-01T19:00:00.000Z', 'the first comes there last'],
  ])('%s at %s → %s: %s', (timeZone, now, due) => {
    expect(summaryDueAt(now, timeZone)).toBe(due);
  });

  const instants = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2045-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const zones = fc.constantFrom(
    'UTC',
    'Asia/Kathmandu',
    'America/Sao_Paulo',
    'Pacific/Auckland',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'America/St_Johns',
  );

  test('always, and never skips one', () => {
    fc.assert(
      fc.property(instants, zones, (now, zone) => {
        const due = summaryDueAt(now, zone);
        expect(DateTime.fromISO(due, { zone }).toFormat('d HH:mm:ss.SSS')).toBe('1 08:00:00.000');
        expect(due > now).toBe(true);
        expect(summaryMonth(summaryDueAt(due, zone), zone)).toBe(monthOf(due, zone));
      }),
    );
  });

  test('the first one speaks of the month in which its mentor joined', () => {
    fc.assert(
      fc.property(instants, zones, (joinedAt, zone) => {
        expect(summaryMonth(firstSummaryDueAt(joinedAt, zone), zone)).toBe(monthOf(joinedAt, zone));
      }),
    );
  });

  test('in a zone that nobody has, it throws and names the zone', () => {
    expect(() => summaryDueAt('2026-10-15T12:00:00.000Z', 'Mars/Olympus')).toThrow(/Mars\/Olympus/);
  });
});

describe('a month', () => {
  test('is the one on the wall calendar of the zone', () => {
    expect(monthOf('2026-10-31T18:30:00.000Z', 'Asia/Kathmandu')).toBe('2026-11');
    expect(monthOf('2026-11-01T02:30:00.000Z', 'America/Sao_Paulo')).toBe('2026-10');
  });

  test('is counted back across years, oldest first', () => {
    expect(monthsBack('2027-02', 6)).toEqual(['2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02']);
    expect(monthsBack('2026-10', 1)).toEqual(['2026-10']);
    expect(() => monthsBack('October', 6)).toThrow(/October/);
  });

  test('has its English name', () => {
    expect(monthName('2026-10')).toBe('October');
    expect(monthAbbreviation('2027-02')).toBe('Feb');
  });
});
