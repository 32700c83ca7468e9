// A request whose words also want somebody asked first (consent-wish.ts): whose yes it needs, and which words are no reason then.
// Where the words mean neither of the two, it waits for the mentor.

import { type ConsentWish, consentWishIn } from './consent-wish.ts';
import { sameName } from './discourse.ts';
import type { Occurrence } from './occurrences.ts';
import type { Pair } from './pair.ts';
import type { Mention } from './requests.ts';
import type { Sentence } from './sentences.ts';

interface Wish extends ConsentWish {
  readonly where: 'before' | 'behind' | 'inside';
}

/** "…, but ask Tariq first", "after checking with her": the words before and behind the request. `until`: where the next one begins. */
export function wishAround(
  sentence: Sentence,
  { leadFrom, start }: Occurrence,
  from: number,
  until: number,
): Wish | null {
  const behind = consentWishIn(sentence.plain.slice(from, until));
  if (behind) return { ...behind, where: 'behind' };
  const before = consentWishIn(sentence.plain.slice(Math.max(leadFrom, start - 200), start));
  return before && { ...before, where: 'before' };
}

/** The same of words between commas or in brackets beside a name. */
export const wishIn = (plain: string): Wish | null => {
  const found = consentWishIn(plain);
  return found && { ...found, where: 'inside' };
};

/** As it was asked for, the words of the wish being no reason. */
export function withoutWishWords(pair: Pair, { start, end, where }: Wish, from: number): Pair {
  if (where === 'inside') return pair;
  if (where === 'before') return { ...pair, leadFrom: pair.start };
  return start < 3
    ? { ...pair, end: Math.max(pair.end, from + end) }
    : { ...pair, clauseEnd: Math.min(pair.clauseEnd, from + start) };
}

/** The same with one party's yes, or both's, before it; where the words mean neither, the mentor is asked. */
export function askedFirst(pair: Pair, wish: ConsentWish, words: string): Pair {
  if (pair.kind === 'introduced-already') return pair;
  const side = sideOf(pair, wish.who);
  if (side === null || wish.byMentor) return { ...pair, manner: { kind: 'conditional', condition: words.trim() } };
  const turned = side === 'cc';
  return {
    ...pair,
    kind: 'ask-first',
    to: turned ? pair.cc : pair.to,
    cc: turned ? pair.to : pair.cc,
    ...(side === 'both' ? { both: true } : {}),
    ...(turned ? { turned } : {}),
  };
}

/** Whom the words mean: a pronoun for one is whoever is written to. */
export function sideOf({ cc, to }: Pair, who: string): 'to' | 'cc' | 'both' | null {
  if (/^(?:|ask|him|her|he|she|his)$/.test(who)) return 'to';
  if (/^(?:both|each|either|them|they|their|everybody|everyone)\b/.test(who)) return 'both';
  const named: Mention = { words: who, readings: [{ name: who.replace(/'s?$/, ''), end: 0 }] };
  return sameName(named, to) ? 'to' : sameName(named, cc) ? 'cc' : null;
}
