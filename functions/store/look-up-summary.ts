// Look up for the summary: counters, what is open, the book, and the introductions of six months. None of it grows with what was
// introduced before that, so that a mentor with 5,000 introductions costs what one with five does.

import { type Known, type Met, metOf } from '../introductions/known.ts';
import type { Introduction } from '../introductions/life.ts';
import type { Mentor } from '../people/mentor.ts';
import type { Person } from '../people/person.ts';
import { suggestFor } from '../people/rank.ts';
import { type MonthRecord, monthsOfSummary } from '../summary/counters.ts';
import type { LookedUp } from '../summary/decide.ts';
import type { Suggestion, Upcoming } from '../summary/facts.ts';
import { startOfMonth } from '../summary/when.ts';
import { bookOf, introductionOf } from './accounts.ts';
import { query, queryPages } from './items.ts';
import { lookUpFor, metOfPerson } from './look-up.ts';
import { optedOutAmong } from './opt-outs.ts';
import type { Store } from './store.ts';
import { monthKey } from './table.ts';

/** `month` is the one that the summary speaks of. */
export async function lookUpForSummary(
  store: Store,
  mentor: Mentor,
  month: string,
  now: string,
): Promise<{ readonly known: Known; readonly lookedUp: LookedUp }> {
  const months = monthsOfSummary(month);
  const since = startOfMonth(months[0] ?? month, mentor.timeZone);
  const [desk, people, recent, records, reminders] = await Promise.all([
    lookUpFor(store, mentor, { introduction: null, question: null }, {}, now),
    bookOf(store, mentor.id),
    introductionsAfter(store, mentor.id, since),
    recordsOf(store, mentor.id, months),
    remindersOf(store, mentor.id),
  ]);
  const introductions = new Map([...recent, ...desk.introductions].map((one) => [one.number, one]));
  const met = [...introductions.values()].flatMap(metOf);
  const candidates = await suggestionsFor(store, mentor.id, people, met, now);
  const shown = new Set(met.map(({ personId }) => personId));
  const addresses = [
    ...people.filter(({ id }) => shown.has(id)),
    ...candidates.flatMap(({ to, cc }) => [to, cc]),
  ].flatMap((person) => person.addresses);
  const optedOut = await optedOutAmong(store, [...new Set(addresses)]);
  const reachable = ({ addresses: [usual] }: Person): boolean => usual !== undefined && !optedOut.has(usual);
  return {
    known: { ...desk, people, wholeBook: true, met, optedOut: new Set([...desk.optedOut, ...optedOut]) },
    lookedUp: {
      records,
      reminders,
      suggestions: candidates.filter(({ to, cc }) => reachable(to) && reachable(cc)).slice(0, suggestionsShown),
    },
  };
}

const introductionsInPage = 50;

/** Introductions are numbered in the order in which they were begun: read from the last one back to the first that is too old. */
async function introductionsAfter(store: Store, mentorId: string, since: string): Promise<Introduction[]> {
  const found: Introduction[] = [];
  const pages = queryPages(
    store,
    `M#${mentorId}`,
    { beginsWith: 'I#' },
    { page: introductionsInPage, backwards: true },
  );
  for await (const page of pages) {
    const introductions = page.map(introductionOf);
    found.push(...introductions.filter((one) => one.createdAt >= since));
    if (introductions.some((one) => one.createdAt < since)) break;
  }
  return found;
}

async function recordsOf(store: Store, mentorId: string, months: readonly string[]): Promise<MonthRecord[]> {
  const [first = '', last = first] = [months[0], months.at(-1)].map((month) => monthKey(mentorId, month ?? '').sk);
  const items = await query(store, `M#${mentorId}`, { from: first, to: last });
  return items.map(({ pk: _, sk, ...counts }) => ({ month: sk.slice('MONTH#'.length), counts }));
}

async function remindersOf(store: Store, mentorId: string): Promise<Upcoming[]> {
  const items = await query(store, `M#${mentorId}`, { beginsWith: 'REMIND#' });
  return items.map((item) => item.reminder as Upcoming);
}

const suggestionsShown = 3;
/** Ranking weighs the whole book for each: those who have waited longest come first. */
const protegesWeighed = 3;

/** Best first, for several protégés together; whom each has met is known from ever, not from six months. */
async function suggestionsFor(
  store: Store,
  mentorId: string,
  people: readonly Person[],
  met: readonly Met[],
  now: string,
): Promise<Suggestion[]> {
  const lastMet = new Map<string, string>();
  for (const { personId, at } of met) if (at > (lastMet.get(personId) ?? '')) lastMet.set(personId, at);
  const proteges = people
    .filter(({ kind, addresses, consent }) => kind === 'protege' && addresses.length > 0 && consent !== 'never')
    .toSorted((a, b) => (lastMet.get(a.id) ?? '').localeCompare(lastMet.get(b.id) ?? '') || a.id.localeCompare(b.id))
    .slice(0, protegesWeighed);
  const ranked = await Promise.all(
    proteges.map(async (protege) => {
      const own = await metOfPerson(store, mentorId, protege.id);
      return suggestFor(protege, { people, met: [...met, ...own], now })
        .filter(({ person }) => person.consent !== 'never')
        .map(({ person, score, reasons }) => ({ to: person, cc: protege, reason: reasons.join('; '), score }));
    }),
  );
  return ranked.flat().toSorted((a, b) => b.score - a.score);
}
