// Answers to numbered lists: by number, name, organisation or address, all of them, all but some; and to the list that is gone over.

import type { Answer, Mention, NoteParts, Request, Understanding } from '../language/requests.ts';
import * as say from '../letters/answer.ts';
import { belongsTo, matchMention } from '../people/match.ts';
import { fold, foldOrganisation } from '../people/names.ts';
import type { Person } from '../people/person.ts';
import { asking, joined, nothing, saying } from './brought.ts';
import { goOverChoices, sendList } from './finding.ts';
import type { Known } from './known.ts';
import type { Choice, Pending, Slot } from './question.ts';
import type { Part, Settled } from './settled.ts';
import { doing, dropping, going, isNo, open } from './settled.ts';

export function settleList(known: Known, { choices, all }: Part<'list'>, answer: Answer): Settled {
  const chosen = chosenFrom(known, choices, null, answer);
  const [first] = chosen;
  const taken = ({ pending }: Choice): Pending =>
    provided(noted(pending, answer.proviso === null ? answer.words : ''), answer);
  if (first !== undefined) return going(first.pending, ...chosen.map(taken));
  if (isNo(answer)) return dropping;
  const [only] = choices;
  if (answer.verdict !== 'yes' || only === undefined) return open;
  return all === true || choices.length === 1 ? going(only.pending, ...choices.map(taken)) : open;
}

/** The mentor strikes (`without 2`) and adds (`add Y`); at `send` the list goes to the protégé. */
export function settleGoOver(known: Known, part: Part<'go-over'>, { answer, requests }: Understanding): Settled {
  if (isNo(answer)) return dropping;
  const choices = goOverChoices(known, part);
  const unstruck = leftOf(known, choices, null, answer).flatMap((choice) => personOf(choice, null) ?? []);
  const struck = part.listed.filter((id) => !unstruck.includes(id));
  const kept = answer.numbers.length > 0 ? part.listed.filter((_, i) => answer.numbers.includes(i + 1)) : part.listed;
  const more = addedTo(known, requests, answer, choices);
  const listed = [...new Set([...kept.filter((id) => !struck.includes(id)), ...more.ids])];
  const changed = struck.length > 0 || more.ids.length > 0 || listed.length !== part.listed.length;
  // "Send it tomorrow" is not now, and a list waits for nothing but the word.
  const sends = answer.when === null && (answer.step === 'send' || (answer.verdict === 'yes' && !changed));
  if (!changed && !sends && more.unknown.length === 0) return open;
  const now = { ...part, listed };
  return doing((desk) =>
    joined(
      more.unknown.length === 0 ? nothing : saying(...more.unknown.map(say.notInBook)),
      sends && more.unknown.length === 0 ? sendList(desk, now) : asking(now),
    ),
  );
}

/** People whom the mentor adds to the list: `add Mae Lin`, by an entry of the book. */
function addedTo(
  known: Known,
  requests: readonly Request[],
  answer: Answer,
  choices: readonly Choice[],
): { readonly ids: readonly string[]; readonly unknown: readonly string[] } {
  const added = requests.flatMap((request) => (request.kind === 'add' ? request.people : []));
  const mentions = [
    ...added.map(
      ({ name, addresses: [address] }): Mention => ({
        words: name,
        readings: [{ name, end: 0 }],
        ...(address === undefined ? {} : { address }),
      }),
    ),
    ...(added.length === 0 ? answer.people : []),
  ];
  const found = mentions.map((mention) => ({ mention, match: matchMention(mention, known.people) }));
  const ids = found.flatMap(({ match }) => ('person' in match ? [match.person.id] : []));
  const unknown = found.flatMap(({ mention, match }) => ('person' in match ? [] : [mention.words]));
  return { ids: ids.filter((id) => !choices.some((choice) => personOf(choice, null) === id)), unknown };
}

/** The choices that the answer names: by number, name, organisation or address. `slot` says where a choice's person stands. */
export function chosenFrom(
  known: Known,
  choices: readonly Choice[],
  slot: Slot | null,
  answer: Answer,
): readonly Choice[] {
  const left = leftOf(known, choices, slot, answer);
  if (answer.all) return left;
  // "Not 2" of a list of introductions asks for none of the others; of two who may be meant it leaves one.
  if (answer.numbers.length === 0 && left.length < choices.length && (slot !== null || takesTheRest(answer)))
    return left;
  const byNumber = choices.filter(({ number }) => answer.numbers.includes(number));
  if (byNumber.length > 0) return byNumber;
  const byAddress = choices.filter(({ names }) => answer.addresses.some((address) => names.includes(address)));
  if (byAddress.length > 0) return byAddress;
  const picked = answer.people.map((mention) => picks(known, choices, slot, mention));
  const sure = picked.filter((each) => each.length === 1).flat();
  return [...new Set(sure.length > 0 ? sure : (picked[0] ?? []))];
}

/** "Without 2": the others are wanted. */
const takesTheRest = ({ without, leftOut, rest }: Answer): boolean =>
  rest && without.length > 0 && leftOut.length === 0;

/** All but those that the answer leaves out, by number or by name. */
function leftOf(known: Known, choices: readonly Choice[], slot: Slot | null, answer: Answer): readonly Choice[] {
  const struck = answer.leftOut.flatMap((mention) => picks(known, choices, slot, mention));
  return choices.filter((choice) => !answer.without.includes(choice.number) && !struck.includes(choice));
}

/** The choices whose person, or whose organisation, the mention means. */
function picks(known: Known, choices: readonly Choice[], slot: Slot | null, mention: Mention): readonly Choice[] {
  const people = choices.map((choice) => known.people.find(({ id }) => id === personOf(choice, slot)));
  const offered = people.filter((person): person is Person => person !== undefined);
  const [match, ofCapitals] = [mention, capitalised(mention)].map((each) => matchMention(each, offered));
  for (const each of [match, ofCapitals]) {
    if (each?.kind === 'one') return choices.filter((_, i) => people[i]?.id === each.person.id);
  }
  const there = choices.filter((choice, i) => isThere(choice, people[i], mention));
  if (there.length > 0) return there;
  return match?.kind === 'several' ? choices.filter((_, i) => match.people.some(({ id }) => id === people[i]?.id)) : [];
}

/** "Kim of course": the words that can be a name. */
function capitalised({ words }: Mention): Mention {
  const name = words
    .split(/\s+/u)
    .filter((word) => /^\p{Lu}/u.test(word))
    .join(' ');
  return { words: name, readings: [{ name, end: 0 }] };
}

/** The mention names where the choice's person is, with no word that is somebody else's; or what else the choice is called. */
function isThere({ names }: Choice, person: Person | undefined, { words, readings }: Mention): boolean {
  const said = [words, ...readings.flatMap(({ name, organisation }) => [name, organisation ?? ''])].filter(
    (each) => foldOrganisation(each) !== '',
  );
  if (person === undefined) return said.some((each) => names.some((name) => fold(name).includes(fold(each))));
  const { name, organisation = '', background = '', addresses, tags } = person;
  const own = new Set(foldOrganisation([name, organisation, background, ...addresses, ...tags].join(' ')).split(' '));
  return said.some(
    (each) =>
      belongsTo(person, each) === 'yes' &&
      foldOrganisation(each)
        .split(' ')
        .every((word) => own.has(word)),
  );
}

/** Whom a choice is about: the slot that was asked for; in a list of introductions whoever is written to. */
function personOf({ pending: { chosen } }: Choice, slot: Slot | null): string | undefined {
  return slot === null ? (chosen.to ?? chosen.who ?? chosen.party) : chosen[slot];
}

/** Further words of the answer become the note, where the request has none of its own. */
function noted(pending: Pending, words: string): Pending {
  const { request } = pending;
  if (
    request.kind !== 'introduce' ||
    words === '' ||
    request.note.reason !== null ||
    request.note.paragraphs.length > 0
  )
    return pending;
  return { ...pending, request: { ...request, note: noteOfWords(words) } };
}

/** The request as the answer wants it: on a day, as a draft, after somebody's yes, or only if. */
export function provided(pending: Pending, { proviso }: Answer): Pending {
  const { request } = pending;
  if (proviso === null || request.kind !== 'introduce') return pending;
  if (proviso.kind === 'ask-first') return { ...pending, request: { ...request, ask: ['to'] } };
  return {
    ...pending,
    request: { ...request, manner: proviso },
    confirmed: pending.confirmed.filter((each) => each !== 'condition'),
  };
}

/** The mentor's words as a note, paragraph by paragraph. */
export const noteOfWords = (words: string): NoteParts => ({ reason: null, paragraphs: words.split(/\n{2,}/) });
