// Who is meant (PRODUCT.md section 3): a mention's readings held against entries of the book. One entry at the best step is acted on;
// whatever is less sure comes back as people to ask about. It never looks anything up, and no mail goes out on a guess of its making.
//
//   step           as in                                      reached by
//   address        <bob@…>                                    an address of the entry
//   whole name     Robert Delacroix, Delacroix Robert,        first name or stated nickname, and surname; titles, accents and
//                  Bob Delacroix (where stated)               middle names are free, either order; every part of the entry's name
//   full name      Ana Prado for Ana Luísa Prado              the same with part of the entry's name left out
//   one name       Delacroix, Robert, Bob (where stated), R. Delacroix
//   short form     Bob Hale, Liz                              a usual short form, or the long one, of the first name
//   (near)         Delacriox, tom herr                        asked about, never acted on
import { type NameStep, nameStep, nameSteps, nearCost } from './name-fit.ts';
import {
  fold,
  foldOrganisation,
  givenName,
  isOneOrganisation,
  type NamePart,
  parseName,
  statedNicknames,
} from './names.ts';
import type { Person } from './person.ts';
import { shortForms } from './short-forms.ts';

/** What language gives: `Mention` of requests.ts, as far as matching needs it. Longest reading first; addresses are lower-case. */
export interface Mentioned {
  readonly readings: readonly { readonly name: string; readonly organisation?: string; readonly end: number }[];
  readonly address?: string;
  readonly words: string;
}

export type Step = 'address' | NameStep;

/** `reading` is an index into the mention's readings: the one that fits (0 where only the address does). */
export type Match =
  | { readonly kind: 'one'; readonly person: Person; readonly reading: number; readonly by: Step }
  /** More than one at the best step, at most 10. */
  | { readonly kind: 'several'; readonly people: readonly Person[]; readonly reading: number }
  /** Only near: another spelling, a cut-off name, an organisation that says otherwise, a further word that may be part of the name. Likeliest first. */
  | { readonly kind: 'near'; readonly people: readonly Person[]; readonly reading: number }
  /** An address that nobody has, with a name that is nobody's. */
  | { readonly kind: 'new'; readonly reading: number }
  /** A known name with an address that nobody has. */
  | { readonly kind: 'known-with-new-address'; readonly person: Person; readonly reading: number }
  /** More than ten: the mentor has to say more. */
  | { readonly kind: 'too many'; readonly reading: number }
  | { readonly kind: 'none' };

export const listedAtMost = 10;

/** The entry or entries that a mention means, of those given. The order of `people` decides nothing but the order of lists. */
export function matchMention(mention: Mentioned, people: readonly Person[]): Match {
  const byName = matchName(mention, people);
  if (mention.address === undefined) return byName;
  const address = mention.address;
  const holder = people.find((person) => person.addresses.includes(address));
  if (holder !== undefined) {
    // A full name that is somebody else's, and not the holder's, beside the holder's address: one of the two is a slip.
    const another = byName.kind === 'one' && isFull(byName.by) && byName.person.id !== holder.id ? byName.person : null;
    if (another !== null)
      return { kind: 'near', people: [holder, another], reading: byName.kind === 'one' ? byName.reading : 0 };
    return { kind: 'one', person: holder, reading: byName.kind === 'one' ? byName.reading : 0, by: 'address' };
  }
  switch (byName.kind) {
    case 'one':
      return isFull(byName.by) || byName.person.addresses.length === 0 || speaksFor(address, byName.person)
        ? { kind: 'known-with-new-address', person: byName.person, reading: byName.reading }
        : { kind: 'near', people: [byName.person], reading: byName.reading };
    case 'several': {
      const spoken = byName.people.filter((person) => speaksFor(address, person));
      const [only] = spoken;
      return only !== undefined && spoken.length === 1
        ? { kind: 'known-with-new-address', person: only, reading: byName.reading }
        : byName;
    }
    case 'near':
    case 'none':
      return { kind: 'new', reading: 0 };
    case 'too many':
    case 'new':
    case 'known-with-new-address':
      return byName;
    default:
      return byName satisfies never;
  }
}

/** The address's local part holds the person's surname, or it is of a domain that the person has an address of. */
function speaksFor(address: string, person: Person): boolean {
  const [localPart = '', domain = ''] = address.split('@');
  const surname = nameOf(person).parts.at(-1);
  const letters = fold(localPart).replace(/[^\p{L}]/gu, '');
  return (
    surname?.some((form) => form.length > 2 && letters.includes(form)) === true ||
    person.addresses.some((known) => known.endsWith(`@${domain}`))
  );
}

interface Hit {
  readonly person: Person;
  readonly by: NameStep;
}

function matchName({ readings }: Mentioned, book: readonly Person[]): Match {
  const people = book.length > fewEnough ? whoHold(saidForms(readings), book) : book;
  for (const [index, reading] of readings.entries()) {
    const name = parseName(reading.name);
    if (name.parts.length === 0) continue;
    const hits = people.flatMap((person): Hit[] => {
      const by = stepFor(name.parts, name.nicknames, person);
      return by === null ? [] : [{ person, by }];
    });
    if (hits.length === 0) continue;
    const beyond = wordBeyond(readings, index);
    const believable = beyond === null ? hits : hits.filter((hit) => mayFollow(beyond, hit));
    if (believable.length === 0)
      return nearest(readings.slice(0, index), book) ?? listed('near', likeliest(bestOf(hits), beyond ?? ''), index);
    return narrowed(believable, reading.organisation, index);
  }
  return nearest(readings, book) ?? { kind: 'none' };
}

/** So many names are parsed for one mention without a first look. */
const fewEnough = 100;

/** Every word of the readings, with what it is a short form of, or has for one. */
function saidForms(readings: Mentioned['readings']): string[] {
  const words = readings.flatMap(({ name }) => {
    const { parts, nicknames } = parseName(name);
    return [...parts.flat(), ...nicknames];
  });
  return [...new Set(words.flatMap((word) => [word, ...shortForms(word)]))].filter((word) => word.length > 1);
}

/** A first look at a whole book: whoever holds one of these beginnings anywhere. Names that are not plain ASCII always get the closer look. */
function whoHold(beginnings: readonly string[], book: readonly Person[]): readonly Person[] {
  return book.filter(({ name, addresses, background = '' }) => {
    if (/[^\x20-\x7e]/.test(name)) return true;
    const held = `${name.replace(/[^a-z]/gi, '')} ${addresses.join(' ')} ${background}`.toLowerCase();
    return beginnings.some((beginning) => held.includes(beginning));
  });
}

const isFull = (by: Step): boolean => by === 'whole name' || by === 'full name';

/** Those at the best step that anybody reaches. */
function bestOf(hits: readonly Hit[]): Person[] {
  const best = nameSteps.find((step) => hits.some((hit) => hit.by === step));
  return hits.filter((hit) => hit.by === best).map((hit) => hit.person);
}

function narrowed(hits: readonly Hit[], organisation: string | undefined, reading: number): Match {
  if (organisation === undefined || foldOrganisation(organisation) === '') return decided(hits, reading);
  const of = (hit: Hit) => belongsTo(hit.person, organisation);
  const there = hits.filter((hit) => of(hit) === 'yes');
  if (there.length > 0) return decided(there, reading);
  const perhaps = hits.filter((hit) => of(hit) === 'unknown' && isFull(hit.by));
  return perhaps.length > 0 ? decided(perhaps, reading) : listed('near', bestOf(hits), reading);
}

function decided(hits: readonly Hit[], reading: number): Match {
  const best = bestOf(hits);
  const [person] = best;
  const by = nameSteps.find((step) => hits.some((hit) => hit.by === step)) ?? 'short form';
  return person !== undefined && best.length === 1
    ? { kind: 'one', person, reading, by }
    : listed('several', best, reading);
}

function listed(kind: 'several' | 'near', people: readonly Person[], reading: number): Match {
  if (people.length > listedAtMost && kind === 'several') return { kind: 'too many', reading };
  return { kind, people: people.slice(0, listedAtMost), reading };
}

/** Whether somebody is of the organisation; unknown where the entry names none. */
export function belongsTo(person: Person, organisation: string): 'yes' | 'no' | 'unknown' {
  const domains = person.addresses.map((address) =>
    (address.split('@')[1] ?? '').split('.').slice(0, -1).join(' ').replace(/-/g, ' '),
  );
  const named = [person.organisation ?? '', ...domains].filter((name) => name !== '');
  if (named.some((name) => isOneOrganisation(name, organisation))) return 'yes';
  const told = ` ${foldOrganisation(`${person.background ?? ''} ${person.tags.join(' ')}`)} `;
  if (told.includes(` ${foldOrganisation(organisation)} `)) return 'yes';
  return person.organisation === undefined ? 'unknown' : 'no';
}

interface EntryName {
  readonly parts: readonly NamePart[];
  readonly nicknames: readonly string[];
}

/** Names are parsed once for each entry, however many mentions are held against it. */
const parsedNames = new WeakMap<Person, EntryName>();
function nameOf(person: Person): EntryName {
  const known = parsedNames.get(person);
  if (known !== undefined) return known;
  const { parts } = parseName(person.name);
  const parsed = { parts, nicknames: [...statedNicknames(person), ...parts.flatMap(givenName)] };
  parsedNames.set(person, parsed);
  return parsed;
}

/** The best step by which a reading's name is the person's, or null. */
function stepFor(said: readonly NamePart[], saidNicknames: readonly string[], person: Person): NameStep | null {
  const { parts, nicknames } = nameOf(person);
  const callings = [parts, ...nicknames.map((nickname) => [[nickname], ...parts.slice(1)])];
  const spoken = [said, ...saidNicknames.map((nickname) => [[nickname], ...said.slice(1)])];
  const reached = callings.flatMap((calling) => spoken.map((words) => nameStep(words, calling)));
  return nameSteps.find((step) => reached.includes(step)) ?? null;
}

/** The word that the longest reading has just behind the chosen one; null where nothing is left over. */
function wordBeyond(readings: Mentioned['readings'], index: number): string | null {
  const chosen = readings[index]?.name.trim() ?? '';
  const longest =
    readings.find((reading, i) => i < index && reading.name.trim().startsWith(chosen))?.name.trim() ?? chosen;
  return longest.slice(chosen.length).trim().split(/\s+/u)[0] || null;
}

/**
 * Whether a word may follow the name without being part of it. Behind a first name alone only words that never are a surname; behind a
 * full name also any word in lower case; and the organisation of whoever is meant.
 */
function mayFollow(word: string, { person, by }: Hit): boolean {
  const folded = fold(word).replace(/[^\p{L}\p{N}]/gu, '');
  if (folded === '' || goesOn.has(folded)) return true;
  if (
    foldOrganisation(person.organisation ?? '')
      .split(' ')
      .includes(folded)
  )
    return true;
  return isFull(by) && nameOf(person).parts.length > 1 && /^\p{Ll}/u.test(word);
}

/** What follows a name in dictated sentences and is no surname: pronouns, auxiliaries, prepositions, conjunctions, adverbs, the commonest verbs. */
const goesOn = new Set(
  (
    'he she it they we you i who whom whose which that this these those his her its their our my your them him me us there here ' +
    'is are was were be been has have had having does do did can could would should shall might must ' +
    'and or but so because since as if when while although though however therefore then than also too again still just only both either ' +
    'at in on of for from to with without by about re regarding concerning after before during until through over under between into onto via per ' +
    'a an the some any no not never always often maybe perhaps probably today tomorrow tonight yesterday now soon later monday tuesday wednesday thursday friday ' +
    'saturday sunday january february march april june july august september october november december next last this week month year please thanks thank cheers ' +
    'runs run works worked wants wanted needs needed knows knew likes liked loves leads led builds built makes made makes says said told asked asks thinks ' +
    'looks looking teaches taught started starts founded sells sold buys bought moved moves lives lived left joined met meets used plans hopes hoping trying tries ' +
    'knowing working running building being already recently currently lately first second another other one two three very really quite much well good great ' +
    'how what where why whether which soon directly together separately too instead sorry ok okay yes hi hello dear best regards'
  ).split(' '),
);

/** Those first whose name begins as the further word does. */
function likeliest(people: readonly Person[], word: string): Person[] {
  const folded = fold(word);
  const sameLetters = (other: string) => [...other].findIndex((letter, i) => letter !== folded[i]);
  const likeness = (person: Person) =>
    Math.max(
      ...nameOf(person)
        .parts.flat()
        .map((form) => (folded.startsWith(form) ? form.length : sameLetters(form))),
    );
  return people.toSorted((a, b) => likeness(b) - likeness(a));
}

interface Near {
  readonly person: Person;
  readonly cost: number;
}

/** People whose name is spelt nearly like the longest reading that anybody is near to; null where nobody is. In a whole book, of those whose name begins alike. */
function nearest(readings: Mentioned['readings'], book: readonly Person[]): Match | null {
  const people = book.length > fewEnough ? whoBeginLike(saidForms(readings), book) : book;
  for (const [index, reading] of readings.entries()) {
    const { parts } = parseName(reading.name);
    if (parts.length === 0) continue;
    const found = people.flatMap((person): Near[] => {
      const { parts: own, nicknames } = nameOf(person);
      const costs = [own, ...nicknames.map((nickname) => [[nickname], ...own.slice(1)])].map((calling) =>
        nearCost(parts, calling),
      );
      const cost = Math.min(...costs);
      return cost === Number.POSITIVE_INFINITY ? [] : [{ person, cost }];
    });
    if (found.length === 0) continue;
    const best = Math.min(...found.map(({ cost }) => cost));
    const likely = found.filter(({ cost }) => cost <= best + 1).sort((a, b) => a.cost - b.cost);
    return listed(
      'near',
      likely.map(({ person }) => person),
      index,
    );
  }
  return null;
}

/** Those of a whole book of whom a word begins with the same two letters as one that was said. */
function whoBeginLike(words: readonly string[], book: readonly Person[]): readonly Person[] {
  const beginnings = new Set(words.map((word) => word.slice(0, 2)));
  return book.filter(({ name }) =>
    fold(name)
      .split(/[^\p{L}\p{M}]+/u)
      .some((word) => beginnings.has(word.slice(0, 2))),
  );
}
