// The numbers of the monthly summary, as a question whose answers are requests. Nothing waits for it: a summary may be answered for a
// month, as often as one likes, and a bare answer in a new mail never means it.

import type { Request } from '../language/requests.ts';
import type { Letter } from '../letters/letter.ts';
import type { Known } from './known.ts';
import { daysLater } from './life.ts';
import type { Choice, Pending, Question, Slot } from './question.ts';

/** An item of the letter, as the summary counts it. */
export interface Numbered {
  readonly number: number;
  readonly words: string;
  readonly names: readonly string[];
  /** The introduction that it is about. */
  readonly introduction?: number;
  readonly does:
    | {
        readonly kind: 'request';
        readonly request: Request;
        readonly chosen: Readonly<Partial<Record<Slot, string>>>;
      }
    | { readonly kind: 'question'; readonly id: string }
    /** The same as writing these words. */
    | { readonly kind: 'words'; readonly words: string };
}

const answerableDays = 31;

/** Null where the letter has no numbers. `understood` reads words as if the mentor had written them. */
export function summaryQuestion(
  { mentor, now }: Known,
  letter: Letter,
  items: readonly Numbered[],
  understood: (words: string) => readonly Request[],
): Question | null {
  const { localPart } = letter.from;
  const choices = items.flatMap((item) => pendingsOf(item, understood).map((pending) => choiceOf(item, pending)));
  if (choices.length === 0) return null;
  return {
    id: localPart,
    mentorId: mentor.id,
    localPart,
    asked: 'mentor',
    address: mentor.addresses[0] ?? '',
    askedAt: now,
    expiresAt: daysLater(now, answerableDays),
    subject: letter.subject,
    parts: [{ kind: 'list', choices }],
    waits: false,
    version: 0,
  };
}

const choiceOf = ({ number, words, names, introduction }: Numbered, pending: Pending): Choice => ({
  number,
  label: words,
  names,
  pending,
  ...(introduction === undefined ? {} : { introduction }),
});

/** Words may hold several requests: one number does them all. Once a question is settled its number tells what else is open. */
function pendingsOf({ does, words }: Numbered, understood: (words: string) => readonly Request[]): readonly Pending[] {
  const settledNothing = { chosen: {}, confirmed: [] };
  switch (does.kind) {
    case 'request':
      return [{ ...settledNothing, request: does.request, chosen: does.chosen }];
    case 'question':
      return [{ ...settledNothing, request: { kind: 'status', sentence: words }, again: does.id }];
    case 'words': {
      const requests = understood(does.words);
      const unknown: Request = { kind: 'unknown', sentence: does.words, nearest: '' };
      return (requests.length === 0 ? [unknown] : requests).map((request) => ({ ...settledNothing, request }));
    }
    default:
      return does satisfies never;
  }
}
