// What one request brings about, and how the requests of one mail come together: changes and letters of each are one decision,
// what is to be said and asked goes into one answer to the mentor.

import type { Letter } from '../letters/letter.ts';
import type { Change, Known, Received } from './known.ts';
import { apply } from './known.ts';
import type { About } from './needs.ts';
import type { QuestionPart } from './question.ts';

/** What deciding one request works with. */
export interface Desk {
  readonly received: Received;
  readonly known: Known;
  readonly about: About;
  /** Of the request within the mail; with the mail's id it names everything that the request makes. */
  readonly place: string;
  /** The number that the first introduction of this mail got or would get: those from it on are this mail's own. */
  readonly firstNumber: number;
}

export interface Brought {
  readonly changes: readonly Change[];
  readonly letters: readonly Letter[];
  /** Paragraphs for the answer, in order. */
  readonly says: readonly string[];
  readonly asks: readonly QuestionPart[];
}

export const nothing: Brought = { changes: [], letters: [], says: [], asks: [] };

export const bringing = (some: Partial<Brought>): Brought => ({ ...nothing, ...some });

export const saying = (...says: readonly string[]): Brought => bringing({ says });

export const asking = (part: QuestionPart, ...says: readonly string[]): Brought => bringing({ says, asks: [part] });

export const joined = (...all: readonly Brought[]): Brought => ({
  changes: all.flatMap(({ changes }) => changes),
  letters: all.flatMap(({ letters }) => letters),
  says: all.flatMap(({ says }) => says),
  asks: all.flatMap(({ asks }) => asks),
});

/** Decides one after the other; each sees what those before it changed. */
export function inTurn<T>(desk: Desk, items: readonly T[], decide: (desk: Desk, item: T) => Brought): Brought {
  let { known } = desk;
  const all = items.map((item, i) => {
    const brought = decide({ ...desk, known, place: items.length === 1 ? desk.place : `${desk.place}.${i}` }, item);
    known = apply(known, brought.changes);
    return brought;
  });
  return joined(...all);
}

/** What `first` brings, and then what `next` makes of the world after it. */
export function andThen(desk: Desk, first: Brought, next: (desk: Desk) => Brought): Brought {
  return joined(first, next({ ...desk, known: apply(desk.known, first.changes) }));
}

/** The name of something that this request makes, the same at every redelivery. */
export const keyOf = ({ received, place }: Desk, purpose: string): string => `${received.id}/${place}/${purpose}`;

/**
 * Changes as one transaction takes them: each entry, mentor and introduction once, from what it was first to what it is last.
 */
export function merged(changes: readonly Change[]): readonly Change[] {
  const kept = new Map<string, Change>();
  for (const change of changes) {
    const name = nameOf(change);
    const before = kept.get(name);
    kept.set(name, before === undefined ? change : mergedPair(before, change));
  }
  return [...kept.values()];
}

function mergedPair(before: Change, after: Change): Change {
  if (before.kind === 'person' && after.kind === 'person') return { ...after, was: before.was };
  if (before.kind === 'mentor' && after.kind === 'mentor') return { ...after, was: before.was };
  if (before.kind === 'introduction' && after.kind === 'introduction') return { ...after, was: before.was };
  if (before.kind === 'count' && after.kind === 'count') return { ...after, by: before.by + after.by };
  return after;
}

function nameOf(change: Change): string {
  switch (change.kind) {
    case 'person':
    case 'forget':
      return `${change.kind} ${change.person.id}`;
    case 'mentor':
      return 'mentor';
    case 'introduction':
      return `introduction ${change.introduction.number}`;
    case 'ask':
    case 'settle':
      return `${change.kind} ${change.question.id}`;
    case 'remind':
      return `remind ${change.reminder.id}`;
    case 'opt-out':
    case 'opt-in':
      return `${change.kind} ${change.address}`;
    case 'send-again':
      return `send-again ${change.letterId}`;
    case 'job':
      return `job ${change.job.id}`;
    case 'count':
      return `count ${change.month} ${change.what}`;
    default:
      return change satisfies never;
  }
}
