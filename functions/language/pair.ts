// Two people whom a mail brings together, how and when, and where its words say so; and what the reading of a mail has found so far.

import type { Discourse } from './discourse.ts';
import type { Mood } from './mood.ts';
import type { Manner, Mention, Request } from './requests.ts';

/** The requests that bring two people together; all others are made by the makers of form.ts, or in add.ts and other-requests.ts. */
export const introducing: ReadonlySet<Request['kind']> = new Set(['introduce', 'ask-first', 'introduced-already']);

export interface Pair {
  readonly kind: 'introduce' | 'ask-first' | 'introduced-already';
  readonly cc: Mention;
  readonly to: Mention;
  readonly directed: boolean;
  readonly manner: Manner;
  readonly mood: Mood;
  /** Sentence that asks, and offsets of what belongs to it: see `Occurrence`. */
  readonly at: number;
  readonly leadFrom: number;
  readonly start: number;
  readonly end: number;
  readonly clauseEnd: number;
  /** Pairs that were asked for in one breath share what is said about them. */
  readonly group: number;
  /** The whole mail is a letter to `to`. */
  readonly letter: boolean;
  /** Its sentence says something of the two, and belongs to the note as a whole. */
  readonly remark?: boolean;
  /** The subject names the same two: the whole body is about them. */
  readonly topic?: boolean;
  /** Either must say yes: *to* first. */
  readonly both?: boolean;
  /** Who was written to before a correction that names nobody as wrong. */
  readonly insteadOf?: Mention;
  /** Asked first, the sides have changed places: `to` is whoever would have been in copy. */
  readonly turned?: boolean;
  /** Taken back by a later sentence. */
  readonly withdrawn?: boolean;
  /** Words behind it that sound like a correction, and were not understood. */
  readonly doubt?: string;
}

/** One mail being read, sentence by sentence. */
export interface Reader {
  readonly discourse: Discourse;
  readonly opensWith: Mention | null;
  pairs: Pair[];
  readonly used: Set<number>;
  readonly missed: number[];
  group: number;
  /** How all is to be done, where it was said before the request: "Before anything is dispatched I should like to see it". */
  manner: Manner | null;
  /** Who a sentence said was named by mistake, and which sentence. */
  mistaken: { readonly wrong: Mention | null; readonly at: number } | null;
}

/** Sentence `at` has found its people after all. */
export function dropMissed(reader: Reader, at: number): void {
  const place = reader.missed.indexOf(at);
  if (place >= 0) reader.missed.splice(place, 1);
}
