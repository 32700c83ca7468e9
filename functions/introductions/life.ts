// The life of an introduction (PRODUCT.md section 4) as one pure machine: advance(introduction, event) → introduction and effects.
// (types first; the machine and its table follow)

export type Side = 'to' | 'cc';

/** One of the two, with what a letter needs even after the entry is forgotten. */
export interface Party {
  readonly personId: string;
  readonly name: string;
  /** The address that letters of this introduction go to. */
  readonly address: string;
  /** All addresses from which a reply counts, `address` included. */
  readonly addresses: readonly string[];
  /** Instant of the first reply that counts; null: none. */
  readonly repliedAt: string | null;
  /** The party is the introducing mentor (reverse introductions). */
  readonly isMentor: boolean;
}

export type State =
  | { readonly kind: 'drafted'; readonly since: string }
  | { readonly kind: 'scheduled'; readonly at: string }
  | {
      readonly kind: 'held';
      readonly since: string;
      readonly why: 'open limit' | 'monthly limit' | 'paused' | 'daily guard';
    }
  | { readonly kind: 'asking'; readonly since: string; readonly side: Side; readonly both: boolean }
  | { readonly kind: 'introduced'; readonly at: string; readonly toldQuiet: boolean }
  | { readonly kind: 'answered'; readonly at: string; readonly lastReplyAt: string }
  | { readonly kind: 'done'; readonly at: string; readonly how: 'both replied' | 'told' | 'counted' }
  | { readonly kind: 'bounced'; readonly at: string; readonly side: Side; readonly address: string }
  | { readonly kind: 'declined' | 'quiet' | 'closed' | 'cancelled' | 'expired'; readonly at: string };

export type StateKind = State['kind'];

export interface Introduction {
  readonly mentorId: string;
  /** Short, permanent, one series per mentor. */
  readonly number: number;
  /** Local part of its address: `i-` and the token. */
  readonly localPart: string;
  readonly to: Party;
  readonly cc: Party;
  /** The mentor's words for the letter. */
  readonly note: string;
  readonly subject: string;
  /** How it came to be. `by-hand` and `already-made` send the parties nothing. */
  readonly origin: 'request' | 'by-hand' | 'already-made' | 'reverse';
  readonly state: State;
  readonly createdAt: string;
  /** When the introducing letter was handed out (for `by-hand`: when the mail came); null before. */
  readonly sentAt: string | null;
  /** Message-IDs that belong to the thread (ours as SES gave them, the mentor's own mail when made by hand), oldest first, at most 20. */
  readonly messageIds: readonly string[];
  /** Overrides limit and pause for this one (`send anyway`). */
  readonly anyway: boolean;
  /** The parties whom `ask first` has already answered with yes. */
  readonly agreed: readonly Side[];
  readonly nudged: number;
  readonly askedOutcome: boolean;
  readonly outcome: string | null;
  readonly version: number;
}
