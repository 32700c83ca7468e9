// The counters behind the summary, one record for each mentor and month, raised as things happen. The letter reads six of
// them whatever the mentor's history is, so that five introductions cost the same as five thousand.

import { monthOf, monthsBack } from './when.ts';

/**
 * What is counted, each in the month in which it happened: an introduction of September may be `answered` in October.
 * `done` is both sides heard from, or the mentor's word; `counted done` is 14 days of silence after one reply.
 */
export const counted = [
  'introduced',
  'answered',
  'done',
  'counted done',
  'quiet',
  'declined',
  'bounced',
  'went well',
] as const;

export type Counted = (typeof counted)[number];

/** As it is stored: what never happened is absent. `month` is yyyy-mm in the mentor's zone. */
export interface MonthRecord {
  readonly month: string;
  readonly counts: Readonly<Partial<Record<Counted, number>>>;
}

/** As it is read: every counter has its number. */
export interface Month {
  readonly month: string;
  readonly counts: Readonly<Record<Counted, number>>;
}

export const shownMonths = 6;

/** The months whose records the summary of `month` needs, oldest first. */
export const monthsOfSummary = (month: string): string[] => monthsBack(month, shownMonths);

/**
 * The last six months, oldest first and `month` last, with zeros where nothing happened. Months before the mentor joined are
 * left out; `month` itself never is.
 */
export function historyOf(records: readonly MonthRecord[], month: string, joinedAt: string, timeZone: string): Month[] {
  const joined = monthOf(joinedAt, timeZone);
  return monthsOfSummary(month)
    .filter((each) => each >= joined || each === month)
    .map((each) => monthIn(records, each));
}

/** The counters of one month. */
export const monthIn = (records: readonly MonthRecord[], month: string): Month => ({
  month,
  counts: countsOf(records.find((record) => record.month === month)),
});

/** Whether anything was counted at all. */
export const isEmpty = ({ counts }: Month): boolean => counted.every((what) => counts[what] === 0);

const countsOf = (record: MonthRecord | undefined): Record<Counted, number> => ({
  introduced: 0,
  answered: 0,
  done: 0,
  'counted done': 0,
  quiet: 0,
  declined: 0,
  bounced: 0,
  'went well': 0,
  ...record?.counts,
});
