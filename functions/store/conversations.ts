// From a mail's addresses and references to what it is about: an introduction or a question, and the mentor whose it is.

import type { Introduction } from '../introductions/life.ts';
import type { Question } from '../introductions/question.ts';
import { introductionOf } from './accounts.ts';
import { get, getAll, type Item, query } from './items.ts';
import type { Store } from './store.ts';
import { introductionKey, messageIdKey, tokenKey } from './table.ts';

export type Conversation =
  | { readonly kind: 'introduction'; readonly mentorId: string; readonly introduction: Introduction }
  /** `settled`: answered or dropped before. */
  | { readonly kind: 'question'; readonly mentorId: string; readonly question: Question; readonly settled: boolean };

/**
 * The first of the tokens that exists, else what the first known Message-ID belongs to (MAIL-RULES E); null: a mail about nothing of ours.
 * `localParts` and `messageIds` are in the order in which they count.
 */
export async function conversationOf(
  store: Store,
  localParts: readonly string[],
  messageIds: readonly string[],
): Promise<Conversation | null> {
  const tokens = localParts.filter(isToken);
  return (await firstByToken(store, tokens)) ?? (await firstByMessageId(store, messageIds));
}

export const isToken = (localPart: string): boolean => /^[iq]-[a-z2-7]{20}$/.test(localPart);

async function firstByToken(store: Store, localParts: readonly string[]): Promise<Conversation | null> {
  for (const localPart of localParts) {
    const item = await get(store, tokenKey(localPart));
    const found = item === null ? null : await conversationIn(store, item);
    if (found !== null) return found;
  }
  return null;
}

const asked = 20;

async function firstByMessageId(store: Store, messageIds: readonly string[]): Promise<Conversation | null> {
  const keys = messageIds.slice(0, asked).map(messageIdKey);
  const items = new Map((await getAll(store, keys)).map((item) => [item.pk, item]));
  for (const key of keys) {
    const item = items.get(key.pk);
    const found = item === undefined ? null : await conversationIn(store, item);
    if (found !== null) return found;
  }
  return null;
}

async function conversationIn(store: Store, item: Item): Promise<Conversation | null> {
  if (item.question !== undefined) {
    const question = item.question as Question;
    return { kind: 'question', mentorId: question.mentorId, question, settled: item.settled === true };
  }
  if (typeof item.localPart === 'string' && item.localPart.startsWith('q-'))
    return firstByToken(store, [item.localPart]);
  const pointer = pointerIn(item);
  if (pointer === null) return null;
  const found = await get(store, introductionKey(pointer.mentorId, pointer.number));
  return found === null
    ? null
    : { kind: 'introduction', mentorId: pointer.mentorId, introduction: introductionOf(found) };
}

/** A token's item points with an object, a Message-ID's with mentor and number. */
function pointerIn(item: Item): { mentorId: string; number: number } | null {
  if (typeof item.introduction === 'number' && typeof item.mentorId === 'string')
    return { mentorId: item.mentorId, number: item.introduction };
  return (item.introduction as { mentorId: string; number: number } | undefined) ?? null;
}

/** Introductions made by hand of which both addresses are parties; for a reply to all that lost its References. */
export async function madeByHandBetween(
  store: Store,
  mentorId: string,
  personId: string,
  otherIds: readonly string[],
): Promise<Introduction[]> {
  const lines = await query(store, `B#${mentorId}`, { beginsWith: `X#${personId}#` }, { limit: 200 });
  const numbers = lines
    .map((line) => line.met as { otherId: string; number: number })
    .filter((met) => otherIds.includes(met.otherId))
    .map((met) => met.number);
  const items = await getAll(
    store,
    numbers.map((number) => introductionKey(mentorId, number)),
  );
  return items.map(introductionOf).filter((introduction) => introduction.origin === 'by-hand');
}
