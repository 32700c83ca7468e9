// Whom to thank and whom to ask in return (PRODUCT.md section 5), and what was asked of those who have a limit of their own.
// All of it from who met whom; only lines of the shown months count, so the caller need not bring older ones.

import type { Person } from '../people/person.ts';
import { shownMonths } from './counters.ts';
import { monthsLater, startOfMonth } from './when.ts';

/** An introduction as one of its two people sees it: as much of a line of who met whom as is needed here. */
export interface MetLine {
  readonly personId: string;
  /** When it was made or begun. */
  readonly at: string;
  readonly state: string;
  readonly side: 'to' | 'cc';
  /** Whether `personId` has replied. */
  readonly replied: boolean;
}

export interface Favour {
  readonly person: Person;
  /** Introductions that speak for it. */
  readonly times: number;
}

/** How much of a person's own limit the month has used. */
export interface LimitUse {
  readonly person: Person;
  readonly used: number;
  readonly limit: number;
}

export interface Span {
  readonly month: string;
  readonly timeZone: string;
}

/** Friends who answered introductions that were made to them in the month, the most helpful first. */
export function toThank(met: readonly MetLine[], people: readonly Person[], span: Span): Favour[] {
  const ofMonth = within(span, 1);
  const helped = met.filter((line) => line.side === 'to' && line.replied && ofMonth(line));
  return favours(helped, people).filter(({ person }) => person.kind === 'contact');
}

const introductionsBeforeAsking = 2;

/**
 * People in copy of at least two introductions of the last six months that were answered, and who have not opened their own
 * network yet: nobody of the book is known through them. Whoever had most comes first.
 */
export function toAskInReturn(met: readonly MetLine[], people: readonly Person[], span: Span): Favour[] {
  const ofHalfYear = within(span, shownMonths);
  const gaveAlready = new Set(people.map((person) => person.knownThrough));
  const received = met.filter((line) => line.side === 'cc' && answeredStates.has(line.state) && ofHalfYear(line));
  return favours(received, people).filter(
    ({ person, times }) =>
      times >= introductionsBeforeAsking &&
      person.kind !== 'author' &&
      person.consent !== 'never' &&
      person.addresses.length > 0 &&
      !gaveAlready.has(person.id),
  );
}

const answeredStates: ReadonlySet<string> = new Set(['answered', 'done']);

/** Those with a limit of their own who were asked at least once in the month, the fullest first. */
export function limitsUsed(met: readonly MetLine[], people: readonly Person[], span: Span): LimitUse[] {
  const ofMonth = within(span, 1);
  const asked = met.filter((line) => line.side === 'to' && !notBegun.has(line.state) && ofMonth(line));
  return favours(asked, people)
    .flatMap(({ person, times }) =>
      person.monthlyLimit === undefined ? [] : [{ person, used: times, limit: person.monthlyLimit }],
    )
    .sort((a, b) => b.used / b.limit - a.used / a.limit);
}

const notBegun: ReadonlySet<string> = new Set(['drafted', 'scheduled', 'held', 'cancelled', 'expired']);

function favours(lines: readonly MetLine[], people: readonly Person[]): Favour[] {
  const times = new Map<string, number>();
  for (const { personId } of lines) times.set(personId, (times.get(personId) ?? 0) + 1);
  return people
    .map((person) => ({ person, times: times.get(person.id) ?? 0 }))
    .filter((favour) => favour.times > 0)
    .sort((a, b) => b.times - a.times || a.person.name.localeCompare(b.person.name, 'en'));
}

/** Whether a line lies in the `months` that end with the span's. */
function within({ month, timeZone }: Span, months: number): (line: MetLine) => boolean {
  const from = startOfMonth(monthsLater(month, 1 - months), timeZone);
  const to = startOfMonth(monthsLater(month, 1), timeZone);
  // As text: instants in ISO sort as they are, and a book may bring thousands of lines.
  return ({ at }) => at >= from && at < to;
}
