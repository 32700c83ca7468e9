// Look up: everything that deciding may need, fetched at once and bounded. A request reads the entries whose names fit, not the book:
// at most 11 entries for one name, near misses within 50 read units, the whole book only for find, suggest, export and the summary.

import type { Known, Met } from '../introductions/known.ts';
import { type Introduction, isOver } from '../introductions/life.ts';
import { type About, type Needs, needs, needsNothing } from '../introductions/needs.ts';
import type { Question } from '../introductions/question.ts';
import type { Mention, Understanding } from '../language/requests.ts';
import type { Attachment } from '../mail/mail.ts';
import { matchMention } from '../people/match.ts';
import type { Mentor } from '../people/mentor.ts';
import { foldOrganisation, nearestTokens, queryFor } from '../people/names.ts';
import type { Person } from '../people/person.ts';
import { introductionsByNumber } from './accounts.ts';
import { get, getAll, type Item, query } from './items.ts';
import { optedOutAmong } from './opt-outs.ts';
import type { Store } from './store.ts';
import { bookAddressKey, personKey } from './table.ts';

const entriesForOneName = 11;
/** 50 read units, eventually consistent: 400 KB of name rows of some 130 bytes. */
const nearRows = 3000;
const introductionsOfOnePerson = 200;

/** For a mail of the mentor's: what its requests need, and, where it is a bare answer, what the questions that wait need. */
export async function lookUpForMentor(
  store: Store,
  mentor: Mentor,
  mail: {
    understanding: Understanding;
    about: About;
    otherRecipients: readonly string[];
    attachments: readonly Attachment[];
    now: string;
  },
): Promise<Known> {
  const desk = await deskOf(store, mentor.id);
  const wanted = needs(mail.understanding, mail.about, desk.questions, mail.otherRecipients, mail.attachments);
  return known(store, mentor, wanted, mail.about, desk, mail.now);
}

/** For what parties, mail programs, clicks and time bring: the introduction or question it is about, and its people. */
export async function lookUpFor(
  store: Store,
  mentor: Mentor,
  about: About,
  wanted: Partial<Needs>,
  now: string,
): Promise<Known> {
  const introduction = about.introduction;
  const people =
    introduction === null
      ? []
      : [introduction.to, introduction.cc].filter(({ isMentor }) => !isMentor).map(({ personId }) => personId);
  const personIds = [...people, ...(wanted.personIds ?? [])];
  return known(store, mentor, { ...needsNothing, ...wanted, personIds }, about, await deskOf(store, mentor.id), now);
}

async function known(
  store: Store,
  mentor: Mentor,
  wanted: Needs,
  about: About,
  desk: Desk,
  now: string,
): Promise<Known> {
  const people = await peopleFor(store, mentor.id, wanted);
  const met = wanted.wholeBook
    ? await metInBook(store, mentor.id)
    : await metOfMeant(store, mentor.id, wanted, people, about);
  const numbers = [...wanted.numbers, ...wanted.steered.flatMap((mention) => numbersOf(mention, people, met))];
  const missing = [...new Set(numbers)].filter((number) => !desk.introductions.some((one) => one.number === number));
  const introductions = [...desk.introductions, ...(await introductionsByNumber(store, mentor.id, missing))];
  if (about.introduction !== null && !introductions.some((one) => one.number === about.introduction?.number))
    introductions.push(about.introduction);
  const questions = [...desk.questions];
  if (about.question !== null && !questions.some((one) => one.id === about.question?.id))
    questions.push(about.question);
  const sides = await peopleOfIntroductions(store, mentor.id, introductions, people, wanted, about);
  const everybody = [...people, ...sides];
  const addresses = [
    ...new Set([
      ...everybody.flatMap((person) => person.addresses),
      ...wanted.addresses,
      ...introductions.flatMap(addressesOf),
    ]),
  ];
  return {
    now,
    domain: store.domain,
    mentor,
    people: everybody,
    wholeBook: wanted.wholeBook,
    met,
    introductions,
    questions,
    optedOut: await optedOutAmong(store, addresses),
  };
}

/** The entries behind the introductions that are steered and through whom somebody is known, so that letters can say who they are. */
async function peopleOfIntroductions(
  store: Store,
  mentorId: string,
  introductions: readonly Introduction[],
  people: readonly Person[],
  wanted: Needs,
  about: About,
): Promise<Person[]> {
  const there = new Set(people.map((person) => person.id));
  const steered = wanted.steered.length > 0;
  const meant = introductions.filter(
    (one) => steered || wanted.numbers.includes(one.number) || one.number === about.introduction?.number,
  );
  const ids = meant
    .flatMap(({ to, cc }) => [to, cc])
    .filter(({ isMentor }) => !isMentor)
    .map(({ personId }) => personId);
  const through = people.flatMap(({ knownThrough }) => (knownThrough === undefined ? [] : [knownThrough]));
  const missing = [...ids, ...through].filter((id) => !there.has(id));
  return missing.length === 0 ? [] : peopleById(store, mentorId, missing);
}

const addressesOf = ({ to, cc }: Introduction): string[] => [to.address, cc.address];

/** What lies on the mentor's desk: the open introductions and the questions that wait. */
interface Desk {
  readonly introductions: readonly Introduction[];
  readonly questions: readonly Question[];
}

async function deskOf(store: Store, mentorId: string): Promise<Desk> {
  const items = await query(store, `M#${mentorId}`, { from: 'OPEN#', to: 'Q#~' });
  const numbers = items.filter((item) => item.sk.startsWith('OPEN#')).map((item) => item.number as number);
  const questions = items.filter((item) => item.sk.startsWith('Q#')).map((item) => item.question as Question);
  const introductions = await introductionsByNumber(store, mentorId, numbers);
  return {
    introductions: introductions.filter((introduction) => !isOver(introduction.state)),
    questions: questions.sort((a, b) => a.askedAt.localeCompare(b.askedAt)),
  };
}

async function peopleFor(store: Store, mentorId: string, needs: Needs): Promise<Person[]> {
  if (needs.wholeBook)
    return (await query(store, `B#${mentorId}`, { beginsWith: 'P#' })).map((item) => item.person as Person);
  const ids = await Promise.all([
    ...needs.mentions.map((mention) => idsFor(store, mentorId, mention)),
    ...needs.addresses.map((address) => idOf(store, mentorId, address)),
  ]);
  return peopleById(store, mentorId, [...needs.personIds, ...ids.flat()]);
}

export async function peopleById(store: Store, mentorId: string, ids: readonly string[]): Promise<Person[]> {
  const items = await getAll(
    store,
    [...new Set(ids)].map((id) => personKey(mentorId, id)),
  );
  return items.map((item) => item.person as Person).sort((a, b) => a.id.localeCompare(b.id));
}

async function idOf(store: Store, mentorId: string, address: string): Promise<string[]> {
  const item = await get(store, bookAddressKey(address, mentorId));
  return item === null ? [] : [item.personId as string];
}

/** Ids of the entries that some reading of the mention may mean. */
async function idsFor(store: Store, mentorId: string, mention: Mention): Promise<string[]> {
  const byAddress = mention.address === undefined ? [] : await idOf(store, mentorId, mention.address);
  if (mention.nameless || mention.self) return byAddress;
  const byName = await Promise.all(mention.readings.map((reading) => idsForReading(store, mentorId, reading)));
  return [...new Set([...byAddress, ...byName.flat()])];
}

/** A full name is one read however large the book; then single names, narrowed by the organisation; then near spellings. */
async function idsForReading(
  store: Store,
  mentorId: string,
  reading: { name: string; organisation?: string },
): Promise<string[]> {
  const wanted = queryFor(reading);
  const organisation = foldOrganisation(wanted.organisation ?? '');
  const full = await idsByTokens(store, mentorId, wanted.pairs, '');
  if (full.length > 0) return full;
  if (organisation !== '') {
    const narrowed = await idsByTokens(store, mentorId, wanted.singles, organisation);
    if (narrowed.length > 0) return narrowed;
  }
  const single = await idsByTokens(store, mentorId, wanted.singles, '');
  if (single.length > 0 && single.length < entriesForOneName) return single;
  // Nobody; or so many by one word of it that the one who is meant, slightly misspelt, may not be among them.
  const near =
    single.length === 0 || reading.name.includes(' ') ? await idsNear(store, mentorId, reading.name, wanted.near) : [];
  return [...near, ...single].slice(0, entriesForOneName);
}

async function idsByTokens(
  store: Store,
  mentorId: string,
  tokens: readonly string[],
  organisation: string,
): Promise<string[]> {
  const rows = await Promise.all(
    tokens.map((token) =>
      query(store, `N#${mentorId}`, { beginsWith: `${token}#${organisation}` }, { limit: entriesForOneName }),
    ),
  );
  return [...new Set(rows.flat().map((row) => row.personId as string))];
}

async function idsNear(store: Store, mentorId: string, name: string, prefixes: readonly string[]): Promise<string[]> {
  const rows: Item[] = [];
  for (const prefix of prefixes) {
    if (rows.length >= nearRows) break;
    const limit = nearRows - rows.length;
    rows.push(...(await query(store, `N#${mentorId}`, { beginsWith: prefix }, { limit, consistent: false })));
  }
  const byToken = Map.groupBy(rows, (row) => row.sk.slice(0, row.sk.indexOf('#')));
  const likely = nearestTokens(name, [...byToken.keys()]);
  const ids = likely.flatMap((token) => (byToken.get(token) ?? []).map((row) => row.personId as string));
  return [...new Set(ids)].slice(0, entriesForOneName);
}

async function metInBook(store: Store, mentorId: string): Promise<Met[]> {
  return (await query(store, `B#${mentorId}`, { beginsWith: 'X#' })).map((item) => item.met as Met);
}

/** The latest introductions of one person. */
export async function metOfPerson(store: Store, mentorId: string, personId: string): Promise<Met[]> {
  const lines = await query(
    store,
    `B#${mentorId}`,
    { beginsWith: `X#${personId}#` },
    { limit: introductionsOfOnePerson },
  );
  return lines.map((item) => item.met as Met);
}

/** Of those who are surely meant: whom they have met. Whoever is still to be asked about comes with the answer. */
async function metOfMeant(
  store: Store,
  mentorId: string,
  needs: Needs,
  people: readonly Person[],
  about: About,
): Promise<Met[]> {
  const meant = needs.mentions.flatMap((mention) => {
    const match = matchMention(mention, people);
    return 'person' in match ? [match.person.id] : [];
  });
  const sides = about.introduction === null ? [] : [about.introduction.to.personId, about.introduction.cc.personId];
  const ids = [...new Set([...needs.personIds, ...meant, ...sides])];
  const lines = await Promise.all(
    ids.map((id) => query(store, `B#${mentorId}`, { beginsWith: `X#${id}#` }, { limit: introductionsOfOnePerson })),
  );
  return lines.flat().map((item) => item.met as Met);
}

/** The introductions of somebody whom a steering request names: the newest few, over or not. */
function numbersOf(mention: Mention, people: readonly Person[], met: readonly Met[]): number[] {
  const match = matchMention(mention, people);
  if (!('person' in match)) return [];
  return met
    .filter((one) => one.personId === match.person.id)
    .map((one) => one.number)
    .sort((a, b) => b - a)
    .slice(0, 10);
}
