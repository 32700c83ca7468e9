// The book by mail: add, tell, show, ask for background, forget. Entries are merged by address only; an equal name is a
// suggestion. What a letter may say of somebody is the background and nothing else.

import type { Told } from '../language/requests.ts';
import * as say from '../letters/answer.ts';
import { backgroundLetter } from '../letters/asking.ts';
import type { EntryFacts } from '../letters/entry.ts';
import { entryText } from '../letters/entry.ts';
import { fold, indexTokens, spokenName } from '../people/names.ts';
import type { NewEntry, Person } from '../people/person.ts';
import { mergeInto, newPerson } from '../people/person.ts';
import type { Brought, Desk } from './brought.ts';
import { andThen, asking, bringing, inTurn, joined, keyOf, nothing, saying } from './brought.ts';
import { sayable } from './effects.ts';
import { happen } from './happen.ts';
import type { Known } from './known.ts';
import { isOver } from './life.ts';
import { askedOfParty } from './party-question.ts';
import type { Choice, PendingOf } from './question.ts';
import { confirmedWith } from './question.ts';
import { threadOf } from './thread.ts';
import { isOurs, labelOf, newPersonId, whom } from './whom.ts';
import { day } from './zone.ts';

/** What adding one person came to. */
export interface Added {
  readonly what: 'added' | 'merged' | 'nothing new';
  readonly person: Person;
  /** Null: a new entry. */
  readonly was: Person | null;
  /** Another entry of the same name, and no shared address: perhaps the same person. */
  readonly namesake: Person | null;
}

/** Whether the entry is new or belongs to one that has an address of it; the caller gives the id that a new one gets. */
export function added(people: readonly Person[], entry: NewEntry, id: string): Added {
  const addresses = entry.addresses.map((address) => address.toLowerCase());
  const same = people.find((person) => person.addresses.some((address) => addresses.includes(address)));
  if (same !== undefined) {
    const free = addresses.filter(
      (address) => !people.some((person) => person !== same && person.addresses.includes(address)),
    );
    const person = mergeInto(same, { ...entry, addresses: free });
    return { what: person === same ? 'nothing new' : 'merged', person, was: same, namesake: null };
  }
  const name = fold(spokenName(entry.name));
  const namesake = name === '' ? undefined : people.find((person) => fold(spokenName(person.name)) === name);
  return { what: 'added', person: newPerson(id, entry), was: null, namesake: namesake ?? null };
}

/** `add NAME <address>, background …`, one or several. */
export const add = (desk: Desk, { request, chosen }: PendingOf<'add'>): Brought =>
  inTurn(desk, request.people, (desk, { knownThrough, ...entry }) => {
    if (entry.addresses.some((address) => isOurs(desk.known, address))) {
      return saying(say.addressOfOurs(entry.addresses.join(', ')));
    }
    const target = desk.known.people.find(({ id }) => id === chosen.who);
    return target === undefined
      ? addOne(desk, withThrough(desk.known, entry, knownThrough))
      : mergeNamesake(desk, target, entry);
  });

/**
 * A merge of two entries, in pieces: an address belongs to one entry at a time, so the newer entry is gone before the older one takes
 * its address.
 */
export const mergePieces = (pending: PendingOf<'add'>): readonly ((desk: Desk) => Brought)[] => [
  ({ known }) => {
    const newer = known.people.find(({ id }) => id === pending.chosen.other);
    return newer === undefined ? nothing : bringing({ changes: [{ kind: 'forget', person: newer }] });
  },
  (desk) => add(desk, pending),
];

/** "known through Nadia Wirth": the one entry of that name or address; where there is none, a private note says so. */
export function withThrough(known: Known, entry: NewEntry, through: string | undefined): NewEntry {
  if (through === undefined) return entry;
  const fitting = known.people.filter(
    ({ name, addresses }) =>
      fold(spokenName(name)) === fold(through) || addresses.includes(through.trim().toLowerCase()),
  );
  const [only] = fitting;
  return only !== undefined && fitting.length === 1
    ? { ...entry, knownThrough: only.id }
    : { ...entry, notes: [entry.notes, `Known through ${through}.`].filter(Boolean).join(' ') };
}

function addOne(desk: Desk, entry: NewEntry): Brought {
  const { what, person, was, namesake } = added(
    desk.known.people,
    entry,
    newPersonId(desk, entry.addresses[0] ?? entry.name),
  );
  const brought = bringing({
    changes: what === 'nothing new' ? [] : [{ kind: 'person', person, was }],
    says: [say.entryAdded(what, entryText(entryFacts(desk.known, person)))],
  });
  return namesake === null ? brought : joined(brought, suggestMerge(namesake, person, entry));
}

/** Same name, no shared address: a suggestion, never a merge. */
function suggestMerge(namesake: Person, person: Person, { knownThrough: _, ...entry }: NewEntry): Brought {
  const sentence = `add ${entry.name}`;
  const choice: Choice = {
    number: 1,
    label: say.mergeLabel(labelOf(person), labelOf(namesake)),
    pending: {
      request: { kind: 'add', sentence, people: [entry] },
      chosen: { who: namesake.id, other: person.id },
      confirmed: [],
    },
    names: [],
  };
  return asking({ kind: 'list', choices: [choice], all: true }, say.sameName(spokenName(person.name)));
}

/** The mentor has said that the two are one: the older entry takes what the newer one knew. */
function mergeNamesake({ known }: Desk, target: Person, entry: NewEntry): Brought {
  const person = mergeInto(target, entry);
  return bringing({
    changes: [{ kind: 'person', person, was: target }],
    says: [say.entryAdded('merged', entryText(entryFacts(known, person)))],
  });
}

/** How many writes an entry takes in a transaction: itself, its addresses, its names. */
export const writesOf = (entry: Pick<NewEntry, 'name' | 'addresses'> & { readonly background?: string }): number =>
  1 + entry.addresses.length + indexTokens({ background: '', ...entry }).length;

/** `X now works at …`, `tag X robotics`, `ask X first`: the entry changes and is shown as it now stands. */
export function tell(desk: Desk, pending: PendingOf<'tell'>): Brought {
  const { change } = pending.request;
  const who = whom(desk, pending, 'who', 'known');
  if (who.kind === 'self') return saying(say.notAboutYou());
  if (who.kind === 'open') return who.brought;
  return andThen(desk, who.brought, (desk) => {
    const { known } = desk;
    const told = toldOf(desk, pending, who.person, change);
    if ('brought' in told) return told.brought;
    return bringing({
      changes: [{ kind: 'person', person: told.person, was: who.person }],
      says: [say.entryNow(entryText(entryFacts(known, told.person)))],
    });
  });
}

type ToldOutcome = { readonly person: Person } | { readonly brought: Brought };

function toldOf(desk: Desk, pending: PendingOf<'tell'>, person: Person, change: Told): ToldOutcome {
  switch (change.kind) {
    case 'organisation': {
      const { organisation, background } = change;
      if (background === undefined) return { person: { ...person, organisation } };
      const earlier = person.background === undefined ? undefined : `Before: ${person.background}`;
      return { person: { ...noted(person, earlier), organisation, background } };
    }
    case 'left': {
      const { organisation, ...rest } = noted(person, change.note);
      const [place = ''] = change.place.split(/[,;]/);
      const isLeft = organisation !== undefined && `${fold(place)} `.startsWith(`${fold(organisation)} `);
      return { person: isLeft || organisation === undefined ? rest : { ...rest, organisation } };
    }
    case 'background': {
      const background = change.adds ? sentences(person.background, change.background) : change.background;
      return { person: { ...person, background } };
    }
    case 'goals':
      return { person: { ...person, goals: change.goals } };
    case 'note':
      return { person: noted(person, change.note) };
    case 'tag':
      return { person: { ...person, tags: tagged(person.tags, change.tags, change.remove) } };
    case 'link':
      return { person: { ...person, links: [...new Set([...person.links, ...change.links])] } };
    case 'kind':
      return { person: { ...person, kind: change.personKind } };
    case 'consent':
      return { person: { ...person, consent: change.consent } };
    case 'address':
      return readdressed(desk, person, change);
    case 'name':
      return { person: { ...person, name: change.name } };
    case 'known-through': {
      const through = whom(
        desk,
        { ...pending, request: { ...pending.request, who: change.through }, chosen: {} },
        'who',
        'known',
      );
      if (through.kind === 'open') return { brought: saying(say.notInBook(change.through.words)) };
      if (through.kind === 'self') return { brought: nothing };
      return { person: { ...person, knownThrough: through.person.id } };
    }
    default:
      return change satisfies never;
  }
}

const noted = (person: Person, note: string | undefined): Person =>
  note === undefined ? person : { ...person, notes: [person.notes, note].filter(Boolean).join('\n') };

const sentences = (before: string | undefined, more: string): string =>
  before === undefined ? more : `${before.replace(/\s*[.,;]?\s*$/, '')}. ${more}`;

const tagged = (tags: readonly string[], more: readonly string[], remove: boolean): readonly string[] => {
  const folded = more.map((tag) => tag.trim().toLowerCase());
  return remove ? tags.filter((tag) => !folded.includes(tag)) : [...new Set([...tags, ...folded])];
};

/** The new address becomes the usual one; the old one goes where the mentor says that it is replaced. */
function readdressed(
  { known }: Desk,
  person: Person,
  { address, replaces }: Extract<Told, { kind: 'address' }>,
): ToldOutcome {
  if (isOurs(known, address)) return { brought: saying(say.addressOfOurs(address)) };
  const holder = known.people.find(({ id, addresses }) => id !== person.id && addresses.includes(address));
  if (holder !== undefined) return { brought: saying(say.addressOfAnother(address, person.name, holder.name)) };
  const others = person.addresses.filter((each) => each !== address);
  return { person: { ...person, addresses: [address, ...(replaces ? others.slice(1) : others)] } };
}

/** `show X`: the entry and the introductions with X. */
export function show(desk: Desk, pending: PendingOf<'show'>): Brought {
  const who = whom(desk, pending, 'who', 'known');
  if (who.kind === 'self') return saying(say.notAboutYou());
  return who.kind === 'open' ? who.brought : saying(entryText(entryFacts(desk.known, who.person)));
}

/** The entry with everything that the mentor knows of it, private notes included: for the mentor alone. */
export function entryFacts(known: Known, person: Person): EntryFacts {
  const { name, addresses, kind, consent, organisation, background, tags, goals, links, monthlyLimit, notes } = person;
  const through = known.people.find(({ id }) => id === person.knownThrough);
  return {
    name: spokenName(name),
    addresses,
    kind,
    consent,
    organisation: organisation ?? '',
    background: background ?? '',
    tags,
    goals: goals ?? '',
    links,
    knownThrough: through === undefined ? '' : spokenName(through.name),
    monthlyLimit: monthlyLimit ?? null,
    notes: notes ?? '',
    optedOut: addresses.filter((address) => known.optedOut.has(address)),
    introductions: known.introductions
      .filter(({ to, cc }) => to.personId === person.id || cc.personId === person.id)
      .toSorted((a, b) => a.number - b.number)
      .map((introduction) => ({
        number: introduction.number,
        other: introduction.to.personId === person.id ? introduction.cc.name : introduction.to.name,
        state: introduction.state.kind,
        day: day(known, introduction.sentAt ?? introduction.createdAt),
      })),
  };
}

/** `ask X for their background`: X sees what would be said and may answer with better words. */
export function askBackground(desk: Desk, pending: PendingOf<'ask-background'>): Brought {
  const who = whom(desk, pending, 'who', 'reached');
  if (who.kind === 'self') return saying(say.notAboutYou());
  if (who.kind === 'open') return who.brought;
  return andThen(desk, who.brought, (desk) => {
    const { person, address } = who;
    return askedOfParty(desk, { person, address }, { kind: 'background', personId: person.id }, (facts) =>
      backgroundLetter(facts, sayable(person)),
    );
  });
}

/** `forget X`: one goes at once, several are asked about first. */
export function forget(desk: Desk, pending: PendingOf<'forget'>): Brought {
  const { request, confirmed } = pending;
  const singles = request.who.map(
    (mention, i): PendingOf<'forget'> => ({
      request: { ...request, who: [mention] },
      chosen: i === 0 && request.who.length === 1 ? pending.chosen : {},
      confirmed,
    }),
  );
  const found = singles.map((single) => ({ single, who: whom(desk, single, 'who', 'known') }));
  const open = found.flatMap(({ who }) => (who.kind === 'open' ? [who.brought] : []));
  const people = found.flatMap(({ single, who }) => (who.kind === 'person' ? [{ single, person: who.person }] : []));
  const [only] = people;
  if (only !== undefined && people.length === 1 && request.who.length === 1)
    return joined(forgetOne(desk, only.person), ...open);
  if (people.length === 0) return joined(...open);
  const pendings = people.map(({ single, person }) =>
    confirmedWith({ ...single, chosen: { who: person.id } }, 'forget'),
  );
  return joined(
    asking({ kind: 'confirm', pending: pendings, words: say.forgetAll(people.map(({ person }) => labelOf(person))) }),
    ...open,
  );
}

/** The entry goes now, with its open introductions; letters, notes and stored mails follow piece by piece. */
function forgetOne(desk: Desk, person: Person): Brought {
  const { known } = desk;
  const concerned = known.introductions.filter(
    ({ to, cc, state }) => !isOver(state) && (to.personId === person.id || cc.personId === person.id),
  );
  const closed = inTurn(desk, concerned, ({ known }, introduction) =>
    bringing(happen(known, introduction, { kind: 'closed by mentor', at: known.now })),
  );
  return joined(
    closed,
    bringing({
      changes: [
        { kind: 'forget', person },
        {
          kind: 'job',
          job: {
            kind: 'forget',
            id: keyOf(desk, `forget/${person.id}`),
            mentorId: known.mentor.id,
            personId: person.id,
            addresses: person.addresses,
          },
        },
      ],
      says: [
        say.forgotten(
          spokenName(person.name),
          concerned.map(({ number }) => number),
        ),
      ],
    }),
  );
}

/** The whole book and history as attachments: work without a bound, and its letter is the answer. */
export const exportAll = (desk: Desk, _pending: PendingOf<'export'>): Brought =>
  bringing({
    changes: [
      {
        kind: 'job',
        job: {
          kind: 'export',
          id: keyOf(desk, 'export'),
          mentorId: desk.known.mentor.id,
          thenLeave: false,
          thread: threadOf(desk.received),
        },
      },
    ],
  });
