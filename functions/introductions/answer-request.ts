// Answers that fill a gap in a request that waits: who is meant, which address, yes or no.

import { mentionAt } from '../language/mentions.ts';
import type { Answer, Mention, When } from '../language/requests.ts';
import { matchMention } from '../people/match.ts';
import { chosenFrom, noteOfWords, provided } from './answer-list.ts';
import type { Known } from './known.ts';
import type { Pending, Question, Slot } from './question.ts';
import type { Part, Settled } from './settled.ts';
import { dropping, going, isNo, open } from './settled.ts';
import { renamed } from './whom.ts';

export function settleWho(known: Known, part: Part<'who'>, answer: Answer): Settled {
  const { pending, slot, choices } = part;
  const [chosen, ...others] = chosenFrom(known, choices, slot, answer);
  if (chosen !== undefined && others.length === 0)
    return going(pending, provided(told(chosen.pending, answer), answer));
  const elsewhere = answer.addresses.find((address) => !choices.some(({ names }) => names.includes(address)));
  if (elsewhere !== undefined) return going(pending, addressed(pending, slot, elsewhere));
  if (answer.dropped) return dropping;
  const [named] = answer.people;
  if (chosen === undefined && named !== undefined && answer.numbers.length === 0 && isSomebody(known, named)) {
    return going(pending, provided(renamed(pending, slot, named), answer));
  }
  if (isNo(answer)) return dropping;
  const [only] = choices;
  return answer.verdict === 'yes' && only !== undefined && choices.length === 1
    ? going(pending, provided(only.pending, answer))
    : open;
}

const hasName = ({ readings, nameless, self }: Mention): boolean =>
  nameless !== true && self !== true && readings.some(({ name }) => name !== '');

/** Somebody else than those offered: in the book, or written as a name; "the taller one" is nobody. */
const isSomebody = ({ people }: Known, mention: Mention): boolean =>
  hasName(mention) && (/\p{Lu}/u.test(mention.words) || 'person' in matchMention(mention, people));

/** The request with this address in the slot: somebody new, or an address that an entry did not have. */
function addressed(pending: Pending, slot: Slot, address: string, personId?: string): Pending {
  const { nameless: _, ...mention } = mentionAt(pending.request, slot);
  const filled = renamed(pending, slot, { ...mention, address });
  return personId === undefined ? filled : { ...filled, chosen: { ...filled.chosen, [slot]: personId } };
}

/** Of several parts that ask for an address, each takes one, in order. */
export function settleAddress(question: Question, part: Part<'address'>, answer: Answer): Settled {
  const { pending, slot, personId } = part;
  const asked = question.parts.filter(({ kind }) => kind === 'address');
  const address = answer.addresses[answer.addresses.length === 1 ? 0 : asked.indexOf(part)];
  const isMine = answer.addresses.length > 1 || asked.length === 1;
  if (address !== undefined && isMine) {
    const [named] = answer.people.filter(hasName);
    const base = part.name === '' && named !== undefined ? renamed(pending, slot, named) : pending;
    const filled = addressed(base, slot, address, personId);
    return going(pending, provided(filled, answer));
  }
  if (address !== undefined) return open;
  if (isNo(answer)) return dropping;
  const [named] = answer.people.filter(hasName);
  return named === undefined || personId !== undefined || answer.verdict !== 'unclear'
    ? open
    : going(pending, renamed(pending, slot, named));
}

export function settleConfirm({ pending }: Part<'confirm'>, answer: Answer): Settled {
  if (isNo(answer)) return dropping;
  const isYes = answer.verdict === 'yes' || answer.step === 'send' || answer.step === 'send-anyway' || answer.all;
  const [first] = pending;
  if (first === undefined) return open;
  if (answer.when !== null) return onDay(pending, answer.when) ?? open;
  return isYes ? going(first, ...pending.map((each) => provided(told(each, answer), answer))) : open;
}

/** "On May 3" instead of a yes: the introductions wait for that day. Null where anything else was asked about. */
function onDay(pending: readonly Pending[], when: When): Settled | null {
  const dated = pending.flatMap((each) =>
    each.request.kind === 'introduce'
      ? [{ ...each, request: { ...each.request, manner: { kind: 'on', when } as const } }]
      : [],
  );
  const [first] = pending;
  return first !== undefined && dated.length === pending.length ? going(first, ...dated) : null;
}

/** What the answer wants the letter to say besides is added to the note. */
function told(pending: Pending, { toTell }: Answer): Pending {
  const { request } = pending;
  if (toTell === '' || !('note' in request)) return pending;
  const { note } = request;
  return { ...pending, request: { ...request, note: { ...note, paragraphs: [...note.paragraphs, toTell] } } };
}

/** A protégé wants to meet somebody: yes, and any words of background, makes the introduction. */
export function settleProtege({ pending }: Part<'protege'>, answer: Answer): Settled {
  if (isNo(answer)) return dropping;
  const [named, ...others] = answer.people.filter(hasName);
  // "Somebody who knows optics" is whoever the mentor names.
  if (named !== undefined && others.length === 0 && mentionAt(pending.request, 'to').nameless === true)
    return going(pending, renamed(pending, 'to', named));
  if (answer.verdict === 'yes' || answer.step === 'send') return going(pending, withBackground(pending, answer.words));
  const [address] = answer.addresses;
  return address === undefined ? open : going(pending, withBackground(addressed(pending, 'to', address), answer.words));
}

const withBackground = (pending: Pending, words: string): Pending =>
  pending.request.kind === 'introduce' && words !== ''
    ? { ...pending, request: { ...pending.request, note: noteOfWords(words) } }
    : pending;
