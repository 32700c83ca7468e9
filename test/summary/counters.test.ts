import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Counter } from '../../functions/introductions/known.ts';
import {
  type Counted,
  counted,
  historyOf,
  isEmpty,
  monthIn,
  monthsOfSummary,
} from '../../functions/summary/counters.ts';

describe('the counters', () => {
  test('are those that deciding raises', () => {
    expectTypeOf<Counted>().toEqualTypeOf<Counter>();
  });

  test('of a month without a record are all zero', () => {
    const month = monthIn([], '2026-10');
    expect(Object.keys(month.counts).sort()).toEqual([...counted].sort());
    expect(isEmpty(month)).toBe(true);
  });

  test.each(counted)('with one %s are not empty', (what) => {
    expect(isEmpty(monthIn([{ month: '2026-10', counts: { [what]: 1 } }], '2026-10'))).toBe(false);
  });
});

describe('the history', () => {
  const records = [
    { month: '2026-10', counts: { introduced: 6 } },
    { month: '2026-08', counts: { introduced: 2, done: 1 } },
  ];

  test('is six months, oldest first, with zeros where nothing happened', () => {
    const history = historyOf(records, '2026-10', '2024-01-01T00:00:00.000Z', 'UTC');
    expect(history.map(({ month, counts }) => [month, counts.introduced])).toEqual([
      ['2026-05', 0],
      ['2026-06', 0],
      ['2026-07', 0],
      ['2026-08', 2],
      ['2026-09', 0],
      ['2026-10', 6],
    ]);
    expect(history.map(({ month }) => month)).toEqual(monthsOfSummary('2026-10'));
  });

  test('begins with the month in which the mentor joined, by the calendar there', () => {
    const joinedAt = '2026-08-31T20:00:00.000Z';
    const monthsIn = (zone: string) => historyOf(records, '2026-10', joinedAt, zone).map(({ month }) => month);
    expect(monthsIn('UTC')).toEqual(['2026-08', '2026-09', '2026-10']);
    expect(monthsIn('Pacific/Auckland')).toEqual(['2026-09', '2026-10']);
  });
});
