// "Please add …": which lines of a mail name people to add. The lines taken are read by nobody else; a line itself is read by add.ts.

import { newPeopleIn } from './add.ts';
import { folded } from './normalise.ts';
import { occurrencesIn } from './occurrences.ts';
import type { NewPerson, Request } from './requests.ts';
import type { Sentence } from './sentences.ts';
import { isForService } from './small-talk.ts';

/** A request with its place in the mail. */
export interface Placed {
  readonly at: number;
  readonly start: number;
  readonly request: Request;
}

export interface Additions {
  readonly requests: readonly Placed[];
  /** Sentences that are entries, or announce them. */
  readonly taken: ReadonlySet<number>;
}

interface Listing {
  readonly at: number;
  paragraph: number;
  readonly people: NewPerson[];
}

/** Every `add` of the mail before sentence `until`; entries of one paragraph, or under one heading, are one request. */
export function additionsIn(sentences: readonly Sentence[], until: number): Additions {
  const listings: Listing[] = [];
  const taken = new Set<number>();
  let open: Listing | null = null;
  for (let at = 0; at < Math.min(sentences.length, until); at++) {
    const own = sentences[at];
    if (!own || taken.has(at) || own.secret === 'yes') continue;
    const card = open && open.people.length === 0 ? cardAt(sentences, at) : null;
    if (open && card) {
      open.people.push(card.person);
      for (let k = at; k < card.until; k++) taken.add(k);
      open = null;
      continue;
    }
    const adding = addingIn(own, at);
    if (adding === null) {
      open = open && goesOn(open, own) ? entry(open, sentences, at, taken) : closed(open, own);
      continue;
    }
    const people = adding.heading ? [] : newPeopleIn(`${adding.rest}${restOfUnit(sentences, at)}`);
    const before = adding.pointsBack ? entriesBefore(sentences, at) : [];
    if (people.length === 0 && before.length === 0 && !adding.heading) continue;
    if (!open || (people.length > 0 && own.paragraph > open.paragraph + 1) || adding.heading) {
      open = { at, paragraph: own.paragraph, people: [] };
      listings.push(open);
    }
    open.people.push(...before, ...people);
    open.paragraph = own.paragraph;
    if (people.length > 0) take(sentences, at, taken);
    if (
      !adding.heading &&
      sentences[listings.at(-1)?.at ?? 0] === own &&
      own.paragraph !== sentences[at + 1]?.paragraph
    )
      open = null;
  }
  for (const { at, people } of listings) if (people.length > 0) taken.add(at);
  return {
    requests: listings
      .filter(({ people }) => people.length > 0)
      .map(({ at, people }) => ({
        at,
        start: 0,
        request: { kind: 'add', sentence: sentences[at]?.text ?? '', people },
      })),
    taken,
  };
}

function goesOn(list: Listing, own: Sentence): boolean {
  return own.paragraph <= list.paragraph + 1 && mayBeEntry(own) && newPeopleIn(own.text).length > 0;
}

/** A heading waits for its list over a sentence or two of its own paragraph. */
function closed(list: Listing | null, own: Sentence): Listing | null {
  return list && list.people.length === 0 && own.paragraph <= list.paragraph + 1 ? list : null;
}

function entry(list: Listing, sentences: readonly Sentence[], at: number, taken: Set<number>): Listing {
  list.people.push(...newPeopleIn(take(sentences, at, taken)));
  list.paragraph = sentences[at]?.paragraph ?? list.paragraph;
  return list;
}

/** The whole line: what is said of somebody may take several sentences. */
function take(sentences: readonly Sentence[], at: number, taken: Set<number>): string {
  const line = [sentences[at], ...restOfLine(sentences, at)];
  for (let k = at; k < at + line.length; k++) taken.add(k);
  return line.map((each) => each?.text ?? '').join(' ');
}

/** The sentences behind it in its line, up to one that asks for something else. */
function restOfLine(sentences: readonly Sentence[], at: number): readonly Sentence[] {
  const own = sentences[at];
  const behind = sentences.slice(at + 1);
  const end = behind.findIndex(
    (each, k) => each.paragraph !== own?.paragraph || each.unit !== own.unit || asksForMore(each, at + 1 + k),
  );
  return end < 0 ? behind : behind.slice(0, end);
}

/** "Then introduce her to Tariq": a command, and nothing that is said of somebody new. */
function asksForMore(own: Sentence, at: number): boolean {
  return occurrencesIn(own, at).some(
    ({ form, mood, start }) =>
      mood === 'asked' &&
      form.says === undefined &&
      form.kind !== 'add' &&
      form.kind !== 'tell' &&
      /^(?:(?:and|then|also|please|pls|kindly|next|afterwards|after that|could you|can you|would you|i'd like you to)[\s,:]*)*$/.test(
        own.plain.slice(0, start).trim(),
      ),
  );
}

interface Adding {
  readonly rest: string;
  /** "Please add these three people:" */
  readonly heading: boolean;
  /** "… Please add both." */
  readonly pointsBack: boolean;
}

function addingIn(own: Sentence, at: number): Adding | null {
  const words = folded(own.text);
  if (
    !/\b(?:add|adding|new (?:contact|person|people|contacts|entry|protege)|record|enter|register|save|store|include|put|take)\b/.test(
      words,
    )
  )
    return null;
  if (/\b(?:attach|enclos|csv|vcard|spreadsheet)/.test(words)) return null;
  // "Add these people" is a heading, or means a file: what stands below tells.
  const found = occurrencesIn(own, at)
    .filter(({ mood }) => mood !== 'denied' && mood !== 'past' && mood !== 'wondered')
    .flatMap((each) => [each, ...each.others])
    .find(({ form }) => form.kind === 'add');
  if (!found) return null;
  const { match } = found;
  const rest = match.rest === null ? '' : own.text.slice(own.tokens[match.rest]?.start ?? own.text.length).trim();
  const verb = own.tokens[match.from]?.norm ?? '';
  // Other verbs than "add" mean many things: only with an address, or a book, beside them.
  if (!/^(?:add|adding|new)$/.test(verb) && !/@|\bbook\b/.test(rest)) return null;
  if (/^(?:put|take)$/.test(verb) && !inBook.test(rest)) return null;
  const named = /@/.test(rest);
  const pointsBack =
    !named &&
    /^(?:both|them|him|her|this (?:lady|gentleman|man|woman|person)|these two|those two|the two|all)\b[^:]*$/i.test(
      rest,
    );
  const heading =
    !named &&
    !pointsBack &&
    (entryOf(rest) === '' ||
      /\b(?:these|following|people|persons|contacts|below|names|those|couple|few)\b[^@]*$/.test(rest));
  return { rest: entryOf(rest), heading, pointsBack };
}

/** A card: the name in a line of its own, what they do below it, and one address. */
function cardAt(
  sentences: readonly Sentence[],
  at: number,
): { readonly person: NewPerson; readonly until: number } | null {
  const own = sentences[at];
  const previous = sentences[at - 1];
  if (!own || previous?.paragraph === own.paragraph || !/^(?:\p{Lu}[\p{L}'’.-]*\s?){2,5}$/u.test(own.text)) return null;
  const lines = sentences.slice(at).filter(({ paragraph }) => paragraph === own.paragraph);
  const addresses = lines.flatMap(({ tokens }) =>
    tokens.flatMap(({ kind, norm }) => (kind === 'address' ? [norm] : [])),
  );
  if (lines.length < 2 || addresses.length !== 1) return null;
  const background = lines
    .slice(1)
    .map(({ text }) => text.trim())
    .filter(
      (text) =>
        !text.includes('@') &&
        !/^[\p{L}.:\s]{0,8}[+(]?\d[\d\s()/.-]{5,}$/u.test(text) &&
        !/^(?:https?:|www\.)/i.test(text),
    )
    .join(', ');
  const person: NewPerson = { name: own.text.trim(), addresses, ...(background === '' ? {} : { background }) };
  return { person, until: at + lines.length };
}

/** "Put Maya in my book: maya@lindh.example": the entry without the book. */
const entryOf = (rest: string): string =>
  inBook.test(rest)
    ? rest
        .replace(inBook, ' ')
        .replace(/[\s?!]+$/, '')
        .trim()
    : rest;
const inBook = /\s*\b(?:in|into|on|to) (?:my|the) (?:book|list|contacts|address book)\b(?:\s*:)?/i;

const meeting =
  /\b(?:met|ran into|bumped into|came across|got to know|spoke (?:to|with)|talked (?:to|with)|sat (?:next to|beside)|had (?:lunch|coffee|dinner|tea) with)\s+((?:\p{Lu}[\p{L}'’.-]*\s?){1,4})/u;

/** "At the fair I ran into Ines Roca. … Her address is …": whom the sentences before tell of meeting, with the one address they give. */
function metBefore(sentences: readonly Sentence[], at: number): NewPerson[] {
  const own = sentences[at];
  const told = sentences.slice(Math.max(0, at - 4), at).filter(({ paragraph }) => paragraph === own?.paragraph);
  const found = told.findLast(({ text }) => meeting.test(text));
  const name = (meeting.exec(found?.text ?? '')?.[1] ?? '').replace(/[\s.]+$/, '');
  const addresses = told.flatMap(({ tokens }) =>
    tokens.flatMap(({ kind, norm }) => (kind === 'address' ? [norm] : [])),
  );
  const about =
    /\b(?:who|she|he)\s+((?:is|was|runs|buys|sells|leads|heads|builds|makes|works|teaches|looks|knows|owns|manages|studies)\b[^.;]*)/u.exec(
      told.map(({ text }) => text).join(' '),
    )?.[1];
  if (name === '' || addresses.length > 1) return [];
  return [
    {
      name,
      addresses,
      ...(about === undefined ? {} : { background: about.slice(0, 1).toUpperCase() + about.slice(1).trim() }),
    },
  ];
}

function entriesBefore(sentences: readonly Sentence[], at: number): NewPerson[] {
  const met = metBefore(sentences, at);
  if (met.length > 0) return met;
  const before = sentences[at - 1]?.text ?? '';
  return newPeopleIn(before.slice(before.lastIndexOf(': ') + 1)).filter(({ addresses }) => addresses.length > 0);
}

const restOfUnit = (sentences: readonly Sentence[], at: number): string =>
  restOfLine(sentences, at)
    .filter((each) => !isForService(each))
    .map(({ text }) => ` ${text}`)
    .join('');

function mayBeEntry(own: Sentence): boolean {
  return (
    own.tokens.some((token) => token.kind === 'address') ||
    (own.item && own.tokens[0]?.capital === true) ||
    /^\s*\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,4}\s*[,;:–—|-]/u.test(own.text)
  );
}
