// When the summary is due and which month it speaks of (PRODUCT.md section 5), in the mentor's own time zone.
// Months are `yyyy-mm` in that zone; instants are ISO strings in UTC.

import { DateTime } from 'luxon';

const summaryHour = 8;

/**
 * The next first of a month at 08:00 in the zone, strictly after `now`: due again at its own instant gives the month after.
 * Daylight saving is the zone's of that day.
 *
 * @throws Error where the zone is unknown; whoever stores one has checked it.
 * @example summaryDueAt('2026-10-31T22:00:00.000Z', 'Asia/Kathmandu') // '2026-11-01T02:15:00.000Z'
 */
export function summaryDueAt(now: string, timeZone: string): string {
  const local = inZone(now, timeZone);
  const first = local.startOf('month').set({ hour: summaryHour });
  return instantOf(first > local ? first : firstOfNextMonth(local));
}

/**
 * The first summary of whoever joined at `joinedAt`: on the first of the month after, so that it speaks of a month in which
 * they were here. Only somebody who joins on a first before 08:00 would otherwise hear of a month before their time.
 */
export const firstSummaryDueAt = (joinedAt: string, timeZone: string): string =>
  instantOf(firstOfNextMonth(inZone(joinedAt, timeZone)));

/**
 * When it is due for somebody who moves to another zone at `now`: the same month's, by the new zone's clock, which may be past already
 * (it is later there). A day is looked back, lest one that was just due be left out; that one was sent is told by its letter.
 */
export function summaryDueAfterMoving(now: string, from: string, to: string): string {
  const dayBefore = new Date(Date.parse(now) - millisecondsPerDay).toISOString();
  const month = summaryMonth(summaryDueAt(dayBefore, from), from);
  return instantOf(firstOfNextMonth(dateOf(month, to)));
}

/** The month that a summary due at this instant speaks of: the one that has just ended there. */
export const summaryMonth = (dueAt: string, timeZone: string): string =>
  monthText(inZone(dueAt, timeZone).minus({ months: 1 }));

/** The month of an instant, as `yyyy-mm`. */
export const monthOf = (instant: string, timeZone: string): string => monthText(inZone(instant, timeZone));

/**
 * `count` months, oldest first, of which `month` is the last.
 *
 * @example monthsBack('2027-02', 3) // ['2026-12', '2027-01', '2027-02']
 */
export const monthsBack = (month: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => monthsLater(month, index + 1 - count));

/** The month so many months later; earlier where negative. */
export const monthsLater = (month: string, count: number): string =>
  monthText(dateOf(month, 'utc').plus({ months: count }));

/** The instant at which a month begins in the zone. */
export const startOfMonth = (month: string, timeZone: string): string => instantOf(dateOf(month, timeZone));

/** `October` */
export const monthName = (month: string): string => named(month, 'LLLL');

/** `Oct` */
export const monthAbbreviation = (month: string): string => named(month, 'LLL');

/** `October 3`, as it is called in the zone. */
export const dayName = (instant: string, timeZone: string): string => inZone(instant, timeZone).toFormat('LLLL d');

/** Whole days that have passed between two instants. */
export const daysBetween = (earlier: string, later: string): number =>
  Math.floor((Date.parse(later) - Date.parse(earlier)) / millisecondsPerDay);

const millisecondsPerDay = 86_400_000;

const firstOfNextMonth = (local: DateTime): DateTime =>
  local.startOf('month').plus({ months: 1 }).set({ hour: summaryHour });

const named = (month: string, format: string): string => dateOf(month, 'utc').toFormat(format);

const monthText = (date: DateTime): string => date.toFormat('yyyy-MM');

const instantOf = (date: DateTime): string => new Date(date.toMillis()).toISOString();

function dateOf(month: string, timeZone: string): DateTime {
  const date = DateTime.fromFormat(month, 'yyyy-MM', { zone: timeZone, locale: 'en' });
  if (!date.isValid) throw new Error(`Cannot read ${month} in ${timeZone} as a month: ${date.invalidExplanation}.`);
  return date;
}

function inZone(instant: string, timeZone: string): DateTime {
  const local = DateTime.fromISO(instant, { zone: timeZone, locale: 'en' });
  if (!local.isValid) throw new Error(`Cannot place ${instant} in time zone ${timeZone}: ${local.invalidExplanation}.`);
  return local;
}
