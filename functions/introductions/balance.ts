// Balance (PRODUCT.md section 3): whether there is room for one more introduction, and how full the plate is.
// Limits are the mentor's own; the guard of 30 a day is ours. Counting rests on what was looked up: all open introductions
// of the mentor, and whom the two have met.

import type { DateTime } from 'luxon';
import type { Mentor } from '../people/mentor.ts';
import type { Known, Met } from './known.ts';
import type { HeldWhy, Introduction, StateKind } from './life.ts';
import { isOpen } from './life.ts';
import { localNow } from './zone.ts';

export const begunPerDay = 30;
export const fullFrom = 8;
export const oftenAsked = { times: 3, days: 60 };

export interface Hold {
  readonly why: HeldWhy;
  /** When time alone may make room; absent: only something else's end does. */
  readonly lookAt?: string;
}

/** Why the introduction must wait, or null where there is room. `send anyway` overrides limits and pause, never the guard. */
export function holdFor(known: Known, introduction: Introduction): Hold | null {
  const { mentor, now } = known;
  if (begunToday(known) >= begunPerDay) return { why: 'daily guard', lookAt: nextDay(known) };
  if (introduction.anyway) return null;
  if (isPaused(mentor, now)) {
    return mentor.pausedUntil === 'resume' || mentor.pausedUntil === null
      ? { why: 'paused' }
      : { why: 'paused', lookAt: mentor.pausedUntil };
  }
  const others = known.introductions.filter(({ number, state }) => number !== introduction.number && isOpen(state));
  if (mentor.openLimit !== null && others.length >= mentor.openLimit) return { why: 'open limit' };
  const limit = known.people.find(({ id }) => id === introduction.to.personId)?.monthlyLimit;
  if (limit !== undefined && begunThisMonth(known, introduction) >= limit) {
    return { why: 'monthly limit', lookAt: nextMonth(known) };
  }
  return null;
}

/** `now` lies in the mentor's pause. */
export const isPaused = ({ pausedUntil }: Mentor, now: string): boolean =>
  pausedUntil !== null && (pausedUntil === 'resume' || Date.parse(now) < Date.parse(pausedUntil));

/** The mentor with one more introduction begun today. */
export const withOneBegun = (known: Known): Mentor => ({
  ...known.mentor,
  begun: { day: today(known), count: begunToday(known) + 1 },
});

/** yyyy-mm in the mentor's zone, as the summary's counters are kept. */
export const monthOf = (known: Pick<Known, 'now' | 'mentor'>): string => localNow(known).toFormat('yyyy-MM');

const begunToday = (known: Known): number => (known.mentor.begun.day === today(known) ? known.mentor.begun.count : 0);

/** Introductions *to* a person count; in copy they never do. */
function begunThisMonth(known: Known, { number, to }: Introduction): number {
  const month = localNow(known).startOf('month').toMillis();
  return known.met.filter((met) => isAskOf(met, to.personId) && met.number !== number && Date.parse(met.at) >= month)
    .length;
}

const notBegun: readonly StateKind[] = ['drafted', 'scheduled', 'held', 'cancelled', 'expired'];

const isAskOf = (met: Met, personId: string): boolean =>
  met.personId === personId && met.side === 'to' && !notBegun.includes(met.state);

/** What the mentor's copy says about balance, in whole sentences; the introduction is already among what is known. */
export function plateRemarks(known: Known, introduction: Introduction): readonly string[] {
  const open = known.introductions.filter(({ state }) => isOpen(state)).length;
  const { openLimit } = known.mentor;
  const plate =
    open < fullFrom ? [] : [`You now have ${open} introductions open${openLimit === null ? '' : ` of ${openLimit}`}.`];
  const since = Date.parse(known.now) - oftenAsked.days * 86_400_000;
  const asked = known.met.filter((met) => isAskOf(met, introduction.to.personId) && Date.parse(met.at) >= since).length;
  const often =
    asked < oftenAsked.times
      ? []
      : [`In the last ${oftenAsked.days} days ${introduction.to.name} has been asked ${asked} times.`];
  return [...plate, ...often];
}

const today = (known: Known): string => localNow(known).toFormat('yyyy-MM-dd');

const nextDay = (known: Known): string => instant(localNow(known).plus({ days: 1 }).startOf('day'));

const nextMonth = (known: Known): string => instant(localNow(known).plus({ months: 1 }).startOf('month'));

const instant = (time: DateTime): string => new Date(time.toMillis()).toISOString();
