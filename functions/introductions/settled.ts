// What an answer makes of one part of a question: nothing, a request that goes on, or something that is moved.

import type { Answer } from '../language/requests.ts';
import * as say from '../letters/answer.ts';
import type { Brought, Desk } from './brought.ts';
import { saying } from './brought.ts';
import type { Introduction } from './life.ts';
import type { Pending, QuestionPart } from './question.ts';

export type Settled =
  /** They do not speak of it. */
  | { readonly kind: 'open' }
  /** The request that waited goes on, with what the answer has filled in. */
  | { readonly kind: 'go'; readonly base: Pending; readonly filled: readonly Pending[] }
  | { readonly kind: 'do'; readonly decide: (desk: Desk) => Brought };

export const open: Settled = { kind: 'open' };
/** Something is moved. */
export const doing = (decide: (desk: Desk) => Brought): Settled => ({ kind: 'do', decide });
/** It is let go. */
export const dropping = doing(() => saying(say.dropped()));
/** The request `base` goes on as `filled`. */
export const going = (base: Pending, ...filled: readonly Pending[]): Settled => ({ kind: 'go', base, filled });

/** Something is moved about the introduction with this number. */
export const onIntroduction = (number: number, decide: (desk: Desk, introduction: Introduction) => Brought): Settled =>
  doing((desk) => {
    const introduction = desk.known.introductions.find((each) => each.number === number);
    return introduction === undefined ? saying(say.noSuchNumber(number)) : decide(desk, introduction);
  });

export type Part<K extends QuestionPart['kind']> = Extract<QuestionPart, { kind: K }>;

/** The words let it go. */
export const isNo = ({ dropped, verdict, step }: Answer): boolean =>
  dropped || verdict === 'no' || step === 'leave-it' || step === 'cancel';
