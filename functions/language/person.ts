// A person as words of a sentence, still to be found in the book.

import type { Mention, Reading } from './requests.ts';
import type { Sentence } from './sentences.ts';

/** A mention and the tokens it takes. */
export interface Person {
  readonly mention: Mention;
  readonly from: number;
  readonly to: number;
  /** Set where the words are a pronoun, still to be resolved. */
  readonly pronoun?: 'one' | 'several';
}

/** What a token range says of one person, the likeliest reading first. */
export function person(
  sentence: Sentence,
  from: number,
  to: number,
  readings: readonly Reading[],
  address?: string,
): Person {
  const words = textOf(sentence, from, to);
  return { mention: address === undefined ? { words, readings } : { words, readings, address }, from, to };
}

/** The words of a token range, as written. */
export function textOf(sentence: Sentence, from: number, to: number): string {
  const first = sentence.tokens[from];
  const last = sentence.tokens[to - 1];
  return first && last && to > from ? sentence.text.slice(first.start, last.end) : '';
}
