// In an answer to a numbered list `close 5` means the fifth item, where items stand for introductions; a number that the list does not
// show is the introduction's own.

import type { Request } from '../language/requests.ts';
import type { Choice, Question } from './question.ts';

/** The requests, with the numbers of items turned into those of introductions. */
export function byItems({ parts }: Question, requests: readonly Request[]): readonly Request[] {
  const choices = parts.flatMap((part) => (part.kind === 'list' ? part.choices : []));
  if (!choices.some((choice) => introductionOf(choice) !== null)) return requests;
  const shown = new Map(choices.map((choice) => [choice.number, introductionOf(choice)]));
  return requests.flatMap((request): readonly Request[] => {
    if (request.kind !== 'steer' && request.kind !== 'outcome') return [request];
    const { numbers } = request.which;
    if (numbers.length === 0) return [request];
    const meant = numbers.flatMap((number) => (shown.has(number) ? (shown.get(number) ?? []) : [number]));
    // The item is no introduction, and the introduction of that number is not what the letter shows: nothing is closed on a guess.
    const isMisplaced = numbers.some((number) => shown.get(number) === null);
    return [
      ...(meant.length === 0 ? [] : [{ ...request, which: { ...request.which, numbers: meant } }]),
      ...(isMisplaced ? [{ kind: 'unknown', sentence: request.sentence, nearest: 'status' } as const] : []),
    ];
  });
}

/** The introduction that an item stands for. */
function introductionOf({ introduction, pending: { request } }: Choice): number | null {
  if (introduction !== undefined) return introduction;
  if (request.kind !== 'steer' && request.kind !== 'outcome') return null;
  const [only, ...others] = request.which.numbers;
  return only !== undefined && others.length === 0 ? only : null;
}
