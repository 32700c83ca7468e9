// What the summary is made of. Introductions and questions belong to another room of this floor: the shapes here say how much of
// them is needed, and theirs fit as they are.

import type { Mentor } from '../people/mentor.ts';
import type { Person } from '../people/person.ts';
import type { MonthRecord } from './counters.ts';
import type { MetLine } from './favours.ts';

/** An introduction that is not over, as much of it as the summary needs. */
export interface OpenIntroduction {
  readonly number: number;
  readonly to: OpenParty;
  readonly cc: OpenParty;
  readonly state:
    | { readonly kind: 'drafted'; readonly since: string }
    | { readonly kind: 'scheduled'; readonly at: string }
    | { readonly kind: 'held'; readonly since: string; readonly why: HeldWhy }
    | { readonly kind: 'introduced'; readonly at: string }
    | { readonly kind: 'bounced'; readonly at: string; readonly side: 'to' | 'cc'; readonly address: string }
    | {
        readonly kind: 'asking' | 'answered' | 'done' | 'declined' | 'quiet' | 'closed' | 'cancelled' | 'expired';
      };
  readonly nudged: number;
}

export type HeldWhy = 'open limit' | 'monthly limit' | 'paused' | 'daily guard';

export interface OpenParty {
  readonly personId: string;
  readonly name: string;
}

/** Something that the service asked the mentor and that still waits, as much of it as the summary needs. */
export interface OpenQuestion {
  readonly id: string;
  readonly asked: 'mentor' | 'party';
  readonly askedAt: string;
  readonly waits: boolean;
  readonly parts: readonly QuestionPart[];
}

export interface QuestionPart {
  readonly kind: string;
  readonly introduction?: number | null;
  /** Whom it is about. */
  readonly personId?: string;
  readonly pending?: WaitingRequest | readonly WaitingRequest[];
}

export interface WaitingRequest {
  readonly request: { readonly sentence: string };
}

export interface Upcoming {
  readonly due: string;
  /** A request in the mentor's own words. */
  readonly words: string;
}

/** An introduction worth making, as the ranking gives it: X in copy is introduced to Y. */
export interface Suggestion {
  readonly to: Person;
  readonly cc: Person;
  /** Why, in words that continue "Maya Lindh to Tariq Osei:". */
  readonly reason: string;
}

export interface SummaryFacts {
  readonly now: string;
  readonly mentor: Mentor;
  /** yyyy-mm, the month it speaks of. */
  readonly month: string;
  /** The month has not ended: the mentor asked for the summary. */
  readonly soFar: boolean;
  /** Counters of the shown months (`monthsOfSummary`), in any order; a month without a record had nothing. */
  readonly records: readonly MonthRecord[];
  /** Every introduction that is not over. */
  readonly introductions: readonly OpenIntroduction[];
  readonly questions: readonly OpenQuestion[];
  readonly reminders: readonly Upcoming[];
  /** In order of priority; the first three are shown. */
  readonly suggestions: readonly Suggestion[];
  readonly people: readonly Person[];
  /** Of the shown months at least. */
  readonly met: readonly MetLine[];
  /** Addresses among those of `people` that get nothing more. */
  readonly optedOut: ReadonlySet<string>;
}
