// Who is meant in a request: the entry that a mention picks, a new one made of an address, or a question to the mentor.
// `people/match.ts` says how sure a match is; here that becomes acting, adding or asking. Nobody is ever written to on a guess.

import { mentionAt, withMention } from '../language/mentions.ts';
import type { Mention } from '../language/requests.ts';
import * as say from '../letters/answer.ts';
import { token } from '../mail/token.ts';
import { matchMention } from '../people/match.ts';
import { spokenName } from '../people/names.ts';
import type { Person } from '../people/person.ts';
import { newPerson } from '../people/person.ts';
import type { Brought, Desk } from './brought.ts';
import { asking, bringing, keyOf, nothing, saying } from './brought.ts';
import type { Known } from './known.ts';
import type { Choice, Pending, QuestionPart, Slot } from './question.ts';

export type Whom =
  | {
      readonly kind: 'person';
      readonly person: Person;
      /** Index of the mention's reading that fits: what follows it belongs to the reason. */
      readonly reading: number;
      /** Where letters go: the address given, else the usual one; '' where there is none. */
      readonly address: string;
      /** A new entry, an address that the entry gained. */
      readonly brought: Brought;
      /** What the copy says of it, or ''. */
      readonly remark: string;
    }
  /** The mentor. */
  | { readonly kind: 'self' }
  | { readonly kind: 'open'; readonly brought: Brought };

/**
 * What the request needs of the person: `reached` by letters, so that a missing address is asked for; `recorded`, who may be new but
 * need not have an address; `known` already, since there is nothing to do with a stranger.
 */
export type Wanted = 'reached' | 'recorded' | 'known';

/** Whoever stands in the slot. */
export function whom(desk: Desk, pending: Pending, slot: Slot, wanted: Wanted): Whom {
  const { known } = desk;
  const mention = mentionAt(pending.request, slot);
  const found = chosenOr(known, pending, slot, mention);
  switch (found.kind) {
    case 'self':
      return found;
    case 'domain':
      return { kind: 'open', brought: saying(say.addressOfOurs(found.address)) };
    case 'one':
      return withAddress(desk, pending, slot, found.person, found.reading, mention, wanted);
    case 'new':
      return wanted === 'known'
        ? { kind: 'open', brought: notFound(pending, slot, mention, wanted) }
        : newEntry(desk, mention, found.reading, found.address);
    case 'several':
      return { kind: 'open', brought: asking(whoPart(pending, slot, found.people)) };
    case 'none':
      return { kind: 'open', brought: notFound(pending, slot, mention, wanted) };
    case 'too many':
      return { kind: 'open', brought: asking(addressPart(pending, slot, mention), say.tooMany(mention.words)) };
    default:
      return found satisfies never;
  }
}

type Found =
  | { readonly kind: 'self' }
  | { readonly kind: 'domain'; readonly address: string }
  | { readonly kind: 'one'; readonly person: Person; readonly reading: number }
  | { readonly kind: 'new'; readonly reading: number; readonly address: string }
  | { readonly kind: 'several'; readonly people: readonly Person[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'too many' };

function chosenOr(known: Known, pending: Pending, slot: Slot, mention: Mention): Found {
  const chosen = known.people.find(({ id }) => id === pending.chosen[slot]);
  const { address } = mention;
  if (address !== undefined && isOurs(known, address)) return { kind: 'domain', address };
  if (chosen !== undefined) return { kind: 'one', person: chosen, reading: readingFor(mention, chosen) };
  if (isMentor(known, mention)) return { kind: 'self' };
  if (mention.nameless && address === undefined) return { kind: 'none' };
  return find(known, mention);
}

function find(known: Known, mention: Mention): Found {
  const match = matchMention(mention, known.people);
  switch (match.kind) {
    case 'one':
    case 'known-with-new-address':
      return { kind: 'one', person: match.person, reading: match.reading };
    case 'several':
    case 'near':
      return { kind: 'several', people: match.people };
    case 'new':
      return mention.address === undefined
        ? { kind: 'none' }
        : { kind: 'new', reading: match.reading, address: mention.address };
    case 'none':
    case 'too many':
      return { kind: match.kind };
    default:
      return match satisfies never;
  }
}

/** An address of our own domain: nobody is introduced to us, and we never write to ourselves (MAIL-RULES C2). */
export const isOurs = ({ domain }: Pick<Known, 'domain'>, address: string): boolean => {
  const host = address.slice(address.lastIndexOf('@') + 1);
  return host === domain || host.endsWith(`.${domain}`);
};

const isMentor = ({ mentor }: Known, { self, address }: Mention): boolean =>
  self === true || (address !== undefined && mentor.addresses.includes(address));

/** Which reading of the mention the person answers to. */
function readingFor(mention: Mention, person: Person): number {
  const match = matchMention(mention, [person]);
  return 'reading' in match ? match.reading : 0;
}

function withAddress(
  desk: Desk,
  pending: Pending,
  slot: Slot,
  person: Person,
  reading: number,
  mention: Mention,
  wanted: Wanted,
): Whom {
  const { address } = mention;
  if (address === undefined || person.addresses.includes(address)) {
    const usual = address ?? person.addresses[0];
    if (usual === undefined && wanted === 'reached') {
      return { kind: 'open', brought: asking(addressPart(pending, slot, mention, person)) };
    }
    return { kind: 'person', person, reading, address: usual ?? '', brought: nothing, remark: '' };
  }
  const holder = desk.known.people.find(({ addresses }) => addresses.includes(address));
  if (holder !== undefined) {
    return { kind: 'open', brought: saying(say.addressOfAnother(address, person.name, holder.name)) };
  }
  const gained: Person = { ...person, addresses: [...person.addresses, address] };
  return {
    kind: 'person',
    person: gained,
    reading,
    address,
    brought: bringing({ changes: [{ kind: 'person', person: gained, was: person }] }),
    remark: say.gainedAddress(person.name, address),
  };
}

function newEntry(desk: Desk, mention: Mention, reading: number, address: string): Whom {
  const { name = '', organisation } = mention.readings[reading] ?? {};
  const person = newPerson(newPersonId(desk, address), {
    name,
    addresses: [address],
    ...(organisation === undefined ? {} : { organisation }),
  });
  return {
    kind: 'person',
    person,
    reading,
    address,
    brought: bringing({ changes: [{ kind: 'person', person, was: null }] }),
    remark: say.addedToBook(person.name, address),
  };
}

/** `name` tells apart the people whom one request adds. */
export const newPersonId = (desk: Desk, name: string): string =>
  token(desk.known.mentor.secret, keyOf(desk, `person/${name}`));

function notFound(pending: Pending, slot: Slot, mention: Mention, wanted: Wanted): Brought {
  return wanted === 'known'
    ? saying(say.notInBook(nameOf(mention) || mention.words))
    : asking(addressPart(pending, slot, mention));
}

const nameOf = (mention: Mention): string => (mention.nameless ? '' : (mention.readings[0]?.name ?? ''));

function addressPart(pending: Pending, slot: Slot, mention: Mention, person?: Person): QuestionPart {
  return {
    kind: 'address',
    pending,
    slot,
    name: person?.name ?? nameOf(mention),
    ...(person === undefined ? {} : { personId: person.id }),
  };
}

const whoPart = (pending: Pending, slot: Slot, people: readonly Person[]): QuestionPart => ({
  kind: 'who',
  pending,
  slot,
  choices: people.map((person, i) =>
    choiceOf(i + 1, person, { ...pending, chosen: { ...pending.chosen, [slot]: person.id } }),
  ),
});

/** A line of a numbered list that stands for a person. */
export const choiceOf = (number: number, person: Person, pending: Pending, reason = ''): Choice => ({
  number,
  label: reason === '' ? labelOf(person) : `${labelOf(person)}: ${reason}`,
  pending,
  names: [person.name, ...(person.organisation === undefined ? [] : [person.organisation]), ...person.addresses],
});

/** `Mae Lin, Lin Ceramics <mae@lin.example>`, so that two of one name can be told apart. */
export const labelOf = ({ name, organisation, addresses }: Person): string =>
  [
    [spokenName(name), organisation].filter((part) => part !== undefined && part !== '').join(', '),
    addresses[0] === undefined ? '(no address)' : `<${addresses[0]}>`,
  ].join(' ');

/** The pending request with another mention in the slot: the mentor has said who is meant in other words. */
export const renamed = (pending: Pending, slot: Slot, mention: Mention): Pending => {
  const { [slot]: _, ...chosen } = pending.chosen;
  return { ...pending, request: withMention(pending.request, slot, mention), chosen };
};
