// Days and moments as people write them in English, found in a sentence and resolved against now and a time zone.
// Our own grammar instead of chrono-node: that costs 42 ms at a cold start (luxon another 41) against 3 ms, takes names for
// dates ("May to Mark", "Sun Ito"), and cannot be anchored at one place of a sentence. ISO 8601 in and out; Intl knows the zones.

import { plain } from './normalise.ts';
import type { When } from './requests.ts';

export interface FoundDate {
  readonly words: string;
  /** Offsets into the sentence. */
  readonly start: number;
  readonly end: number;
}

interface Local {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly minute: number;
}

/** What a form means, on the day `today` of the reader's zone. Null: no such day. */
type Meaning = (
  groups: Readonly<Record<string, string | undefined>>,
  today: Local,
) => Local | { readonly inMinutes: number } | null;

const months = 'january february march april may june july august september october november december'.split(' ');
const weekdays = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const month = `(?<month>${months.join('|')}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?)`;
const weekday = `(?<weekday>${weekdays.join('|')})`;
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const year = '(?:,? ?(?<year>\\d{4}))?';
const count = `(?<count>\\d{1,3}|an?|a couple of|a few|${numbers.join('|')})`;
const beforeWeekday = `(?:(?:${weekdays.join('|')}),? (?:the )?)?`;
const time =
  "(?<time>,? (?:(?:at|around|about) )?(?:(?<hour>\\d{1,2})(?:[:.h](?<minute>\\d{2}))?(?: ?(?<half>[ap])\\.?m\\b\\.?| ?o'clock|(?= ?$|[:.h]\\d| ?[,.;!?]))|(?<noon>noon|midday))|,? (?:in the )?(?<part>morning|afternoon|evening)\\b)?";

/** First that fits wins; longer forms stand first. */
const forms: readonly (readonly [string, Meaning])[] = [
  [
    '(?<year>\\d{4})-(?<mm>\\d{1,2})-(?<day>\\d{1,2})(?:[t ](?<hour>\\d{1,2}):(?<minute>\\d{2}))?',
    (g) => exact(int(g.year), int(g.mm), int(g.day), clock(g)),
  ],
  [`${beforeWeekday}(?:the )?${day}(?: of)? ${month}(?![\\p{L}])${year}${time}`, (g, today) => named(g, today)],
  [`${beforeWeekday}${month} (?:the )?${day}(?!\\d)(?:,? (?<year>\\d{4}))?${time}`, (g, today) => named(g, today)],
  ['(?<day>\\d{1,2})\\.(?<mm>\\d{1,2})\\.(?<year>\\d{4})?', (g, today) => numbered(g, today)],
  ['(?<a>\\d{1,2})\\/(?<b>\\d{1,2})(?:\\/(?<year>\\d{4}))?', (g, today) => slashed(g, today)],
  [`(?:the )?(?:day after tomorrow)${time}`, (g, today) => later(today, 2, clock(g))],
  [`tomorrow${time}`, (g, today) => later(today, 1, clock(g))],
  [`(?:later )?today${time}`, (g, today) => later(today, 0, clock(g))],
  ['tonight|this evening', (_, today) => later(today, 0, 19 * 60)],
  [
    `(?:a week (?:on |from )?${weekday}|${weekday.replace('weekday', 'weekdayB')} week)`,
    (g, today) => later(today, until(today, g.weekday ?? g.weekdayB) + 7),
  ],
  [`(?:the )?${weekday} after next`, (g, today) => later(today, until(today, g.weekday) + 7)],
  [`next ${weekday}${time}`, (g, today) => later(today, ofNextWeek(today, g.weekday), clock(g))],
  [
    `(?:this |this coming |coming |the )?${weekday}(?! (?:mail|meeting|morning's|club|lunch))${time}`,
    (g, today) => later(today, until(today, g.weekday), clock(g)),
  ],
  ['(?:the )?week after next', (_, today) => later(today, ofNextWeek(today, 'monday') + 7)],
  ['(?:early |in |later )?next week', (_, today) => later(today, ofNextWeek(today, 'monday'))],
  ['(?:early |in |later )?next month', (_, today) => exact(today.year, today.month + 1, 1)],
  ['(?:early )?next year', (_, today) => exact(today.year + 1, 1, 1)],
  [
    '(?:at )?(?:the )?end of (?:the|this) month',
    (_, today) => exact(today.year, today.month, daysIn(today.year, today.month)),
  ],
  [
    '(?:at )?(?:the )?end of next month',
    (_, today) => exact(today.year, today.month + 1, daysIn(today.year, today.month + 1)),
  ],
  [`(?:at )?(?:the )?end of ${month}(?![\\p{L}])${year}`, (g, today) => endOf(g, today)],
  [
    `(?:mid|middle of|in the middle of)[ -]${month}(?![\\p{L}])${year}`,
    (g, today) => named({ ...g, day: '15' }, today),
  ],
  [
    `(?:(?:at )?(?:the )?(?:beginning|start) of|early(?: in)?|in) ${month}(?![\\p{L}])${year}`,
    (g, today) => named({ ...g, day: '1' }, today),
  ],
  ['(?:on )?the first of the month', (_, today) => exact(today.year, today.month + 1, 1)],
  ['the (?<day>\\d{1,2})(?:st|nd|rd|th)', (g, today) => ofMonth(today, int(g.day))],
  ["(?:in )?(?:a )?fortnight(?:'s time| from now)?", (_, today) => later(today, 14)],
  [`in ${count} (?<unit>minute|hour|day|week|month|year)s?(?:'s?)?(?: time)?`, (g, today) => after(today, g)],
  [`${count} (?<unit>day|week|month|year)s? (?:from (?:now|today)|later|hence)`, (g, today) => after(today, g)],
];

const compiled = forms.map(
  ([source, meaning]) =>
    [new RegExp(`(?:(?:on|from|for|as of|by) )?(?:${source})(?![\\p{L}\\p{N}])`, 'uy'), meaning] as const,
);

/** The date that begins at `offset` (a leading "on" included), or null. `text` tells a month from a name: months have a capital. */
export function dateAt(plainText: string, text: string, offset: number): FoundDate | null {
  for (const [pattern] of compiled) {
    pattern.lastIndex = offset;
    const match = pattern.exec(plainText);
    if (!match) continue;
    const named = match.groups?.month;
    if (named !== undefined && text !== plainText && match.groups?.day === undefined) {
      const at = plainText.indexOf(named, match.index);
      if (text.slice(at, at + named.length) === named) continue;
    }
    return { words: text.slice(offset, offset + match[0].length), start: offset, end: offset + match[0].length };
  }
  return null;
}

/**
 * The instant meant, ISO 8601 in UTC; null where the words name no day. A day without a time is 08:00 in the zone, a date
 * without a year is the next one (today counts), a weekday is the next after today. `timeZone` is an IANA name; an unknown
 * one throws RangeError.
 */
export function resolveWhen(when: When, now: string, timeZone: string): string | null {
  const words = plain(when.words.trim());
  const local = localOf(now, timeZone);
  for (const [pattern, meaning] of compiled) {
    pattern.lastIndex = 0;
    const match = pattern.exec(words);
    if (!match || !/^(?:,? (?:or|to|—|-) .*)?$/.test(words.slice(match[0].length))) continue;
    const meant = meaning(match.groups ?? {}, local);
    if (meant === null) return null;
    if ('inMinutes' in meant) return new Date(Date.parse(now) + meant.inMinutes * 60_000).toISOString();
    return instantOf(meant, timeZone);
  }
  return null;
}

const morning = 8 * 60;
const int = (text: string | undefined): number => Number.parseInt(text ?? '', 10);

function clock(groups: Readonly<Record<string, string | undefined>>): number {
  if (groups.noon !== undefined) return 12 * 60;
  if (groups.part !== undefined) return { morning, afternoon: 14 * 60, evening: 18 * 60 }[groups.part] ?? morning;
  if (groups.hour === undefined) return morning;
  const hour = int(groups.hour);
  const half = groups.half;
  const shifted = half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour;
  return shifted > 23 ? morning : shifted * 60 + (groups.minute === undefined ? 0 : int(groups.minute));
}

function daysIn(year: number, monthNumber: number): number {
  return new Date(Date.UTC(year, monthNumber, 0)).getUTCDate();
}

/** Null for the 31st of April and its kind; a month of 13 is January of the next year. */
function exact(yearNumber: number, monthNumber: number, dayNumber: number, minute = morning): Local | null {
  const first = new Date(Date.UTC(yearNumber, monthNumber - 1, 1));
  const local = { year: first.getUTCFullYear(), month: first.getUTCMonth() + 1, day: dayNumber, minute };
  return dayNumber >= 1 && dayNumber <= daysIn(local.year, local.month) ? local : null;
}

function later(today: Local, days: number, minute = morning): Local {
  const date = new Date(Date.UTC(today.year, today.month - 1, today.day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), minute };
}

function monthNumber(name: string | undefined): number {
  return months.findIndex((each) => each.startsWith((name ?? '?').slice(0, 3))) + 1;
}

function nextOne(
  today: Local,
  monthWanted: number,
  dayWanted: number,
  yearWanted: string | undefined,
  minute: number,
): Local | null {
  if (yearWanted !== undefined) return exact(int(yearWanted), monthWanted, dayWanted, minute);
  const past = monthWanted < today.month || (monthWanted === today.month && dayWanted < today.day);
  const here = exact(today.year + (past ? 1 : 0), monthWanted, dayWanted, minute);
  // The 29th of February waits for its year.
  return (
    here ?? (monthWanted === 2 && dayWanted === 29 ? exact(today.year + (4 - (today.year % 4)), 2, 29, minute) : null)
  );
}

function named(groups: Readonly<Record<string, string | undefined>>, today: Local): Local | null {
  return nextOne(today, monthNumber(groups.month), int(groups.day), groups.year, clock(groups));
}

function numbered(groups: Readonly<Record<string, string | undefined>>, today: Local): Local | null {
  const wanted = int(groups.mm);
  return wanted >= 1 && wanted <= 12 ? nextOne(today, wanted, int(groups.day), groups.year, morning) : null;
}

/** 5/3 may be the 5th of March or the 3rd of May: only where one order alone is possible. */
function slashed(groups: Readonly<Record<string, string | undefined>>, today: Local): Local | null {
  const a = int(groups.a);
  const b = int(groups.b);
  if (a > 12 && b >= 1 && b <= 12) return nextOne(today, b, a, groups.year, morning);
  if (b > 12 && a >= 1 && a <= 12) return nextOne(today, a, b, groups.year, morning);
  return a === b && a >= 1 && a <= 12 ? nextOne(today, a, b, groups.year, morning) : null;
}

function endOf(groups: Readonly<Record<string, string | undefined>>, today: Local): Local | null {
  const wanted = monthNumber(groups.month);
  const yearWanted = groups.year === undefined ? today.year + (wanted < today.month ? 1 : 0) : int(groups.year);
  return exact(yearWanted, wanted, daysIn(yearWanted, wanted));
}

function ofMonth(today: Local, wanted: number): Local | null {
  return (
    (wanted >= today.day ? exact(today.year, today.month, wanted) : null) ?? exact(today.year, today.month + 1, wanted)
  );
}

/** 0 for Monday. */
function weekdayOf(local: Local): number {
  return (new Date(Date.UTC(local.year, local.month - 1, local.day)).getUTCDay() + 6) % 7;
}

function until(today: Local, name: string | undefined): number {
  return ((weekdays.indexOf(name ?? '') - weekdayOf(today) + 6) % 7) + 1;
}

function ofNextWeek(today: Local, name: string | undefined): number {
  return 7 - weekdayOf(today) + weekdays.indexOf(name ?? '');
}

function after(
  today: Local,
  groups: Readonly<Record<string, string | undefined>>,
): Local | { inMinutes: number } | null {
  const word = groups.count ?? '';
  const amount = /^\d/.test(word)
    ? int(word)
    : numbers.includes(word)
      ? numbers.indexOf(word) + 1
      : word === 'a couple of'
        ? 2
        : word === 'a few'
          ? 3
          : 1;
  switch (groups.unit) {
    case 'minute':
      return { inMinutes: amount };
    case 'hour':
      return { inMinutes: amount * 60 };
    case 'day':
      return later(today, amount);
    case 'week':
      return later(today, amount * 7);
    case 'month': {
      const target = exact(today.year, today.month + amount, 1);
      return target && { ...target, day: Math.min(today.day, daysIn(target.year, target.month)) };
    }
    default:
      return {
        year: today.year + amount,
        month: today.month,
        day: Math.min(today.day, daysIn(today.year + amount, today.month)),
        minute: morning,
      };
  }
}

const zones = new Map<string, Intl.DateTimeFormat>();

function wallClock(instant: number, timeZone: string): { local: Local; utc: number } {
  let format = zones.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    zones.set(timeZone, format);
  }
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const local = {
    year: int(part.year),
    month: int(part.month),
    day: int(part.day),
    minute: int(part.hour) * 60 + int(part.minute),
  };
  return { local, utc: Date.UTC(local.year, local.month - 1, local.day, 0, local.minute) };
}

function localOf(instant: string, timeZone: string): Local {
  return wallClock(Date.parse(instant), timeZone).local;
}

function instantOf(local: Local, timeZone: string): string {
  const wanted = Date.UTC(local.year, local.month - 1, local.day, 0, local.minute);
  // Twice, as the offset may differ between the guess and the day itself (summer time).
  const guess = wanted - (wallClock(wanted, timeZone).utc - wanted);
  return new Date(guess - (wallClock(guess, timeZone).utc - wanted)).toISOString();
}
