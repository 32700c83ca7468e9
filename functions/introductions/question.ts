// Something the service asked, waiting for an answer (PRODUCT.md sections 1 to 3). One letter may hold several parts, numbered through.
// An answer never starts anything new of its own: it fills the gap in a request that waits, and the request goes the ordinary way.

import type { Request } from '../language/requests.ts';
import type { Side } from './life.ts';

export const questionOpenDays = 14;

/** A place in a request where a person belongs. `person` where the request has one only. */
export type Slot = 'to' | 'cc' | 'party' | 'other' | 'who' | 'author' | 'wanted';

/** A request that waits for an answer, with what is already settled. */
export interface Pending {
  readonly request: Request;
  /** Slot → person id. */
  readonly chosen: Readonly<Partial<Record<Slot, string>>>;
  /** What the mentor has already said yes to, so that it is not asked again. */
  readonly confirmed: readonly ('again' | 'condition' | 'forget' | 'leave' | 'direction')[];
  /** Id of a question: while that is open, it is asked once more, in place of the request. */
  readonly again?: string;
}

/** A pending request of one kind. */
export type PendingOf<K extends Request['kind']> = Pending & { readonly request: Extract<Request, { kind: K }> };

/** The same, with what the mentor has now said yes to. */
export const confirmedWith = <P extends Pending>(pending: P, what: Pending['confirmed'][number]): P => ({
  ...pending,
  confirmed: [...new Set([...pending.confirmed, what])],
});

export interface Choice {
  /** Counted through the whole letter, from 1. */
  readonly number: number;
  readonly label: string;
  /** What answering with this number does. */
  readonly pending: Pending;
  /** What the choice may also be called: full name, organisation, addresses. */
  readonly names: readonly string[];
  /** The introduction that the choice is about: "close 5" means it where this is the fifth. */
  readonly introduction?: number;
}

/** Where the stored original of somebody's mail is, for passing it on or working on it later. */
export interface MailRef {
  readonly mailKey: string;
  readonly from: string;
  readonly subject: string;
  readonly messageId: string | null;
}

export type QuestionPart =
  /** Several entries fit, or only a near spelling: pick one. `slot` takes an address too (a new person). */
  | { readonly kind: 'who'; readonly pending: Pending; readonly slot: Slot; readonly choices: readonly Choice[] }
  /** Nobody fits, or no address: give the address. `name` is what a new entry would be called; `personId` where the entry exists. */
  | {
      readonly kind: 'address';
      readonly pending: Pending;
      readonly slot: Slot;
      readonly name: string;
      readonly personId?: string;
    }
  /** Yes does it, no drops it: introduced before, a condition, forget several, leave, a reminder on its day. */
  | {
      readonly kind: 'confirm';
      readonly pending: readonly Pending[];
      /** What is asked, a whole sentence; absent: the sentences of the requests are quoted. */
      readonly words?: string;
    }
  /**
   * Numbers do it: suggestions, requests made of a protégé's answer, items of the summary.
   * `all`: a plain yes means every one of them; absent: a yes without a number is asked about again.
   */
  | { readonly kind: 'list'; readonly choices: readonly Choice[]; readonly all?: true }
  | { readonly kind: 'draft'; readonly introduction: number }
  /** Asked of a party. */
  | { readonly kind: 'consent'; readonly introduction: number; readonly side: Side }
  /** A party's answer that the mentor decides. */
  | { readonly kind: 'unclear-consent'; readonly introduction: number; readonly side: Side; readonly words: string }
  | { readonly kind: 'bounced'; readonly introduction: number; readonly side: Side; readonly address: string }
  | { readonly kind: 'quiet'; readonly introduction: number }
  | { readonly kind: 'outcome'; readonly introduction: number }
  /** A mail from an address that is no party's: whose is it, or shall it be passed on? */
  | {
      readonly kind: 'whose';
      readonly introduction: number;
      readonly address: string;
      /** The party under whose name it was passed on already; null: it is kept. */
      readonly side: Side | null;
      /** Kept, and under this party's name: where it is passed on, it goes to the other. */
      readonly seems?: Side;
      readonly mail: MailRef;
    }
  /** It speaks to the mentor; goes on only at `pass it on`. */
  | { readonly kind: 'pass-on'; readonly introduction: number; readonly side: Side; readonly mail: MailRef }
  | { readonly kind: 'background'; readonly personId: string }
  | { readonly kind: 'who-they-know'; readonly personId: string; readonly about: string | null }
  | { readonly kind: 'reverse'; readonly personId: string; readonly wanted: string; readonly note: string }
  /** The list for the protégé, still with the mentor (`at: 'mentor'`) or with the protégé. */
  | {
      readonly kind: 'go-over';
      readonly personId: string;
      readonly listed: readonly string[];
      readonly at: 'mentor' | 'protege';
    }
  /** A protégé wants to meet somebody: the mentor decides. */
  | { readonly kind: 'protege'; readonly personId: string; readonly pending: Pending }
  | { readonly kind: 'confirm-address'; readonly address: string }
  /** Mails that came without proof: an answer from this mailbox confirms exactly these. */
  | { readonly kind: 'confirm-mails'; readonly mails: readonly MailRef[] }
  /** Nobody knows whether a letter went out. */
  | { readonly kind: 'unknown-fate'; readonly letterId: string; readonly introduction: number | null };

export interface Question {
  readonly id: string;
  readonly mentorId: string;
  /** Local part of its reply address: `q-` and the token. */
  readonly localPart: string;
  /** Who was asked, and the address that its token was sent to. */
  readonly asked: 'mentor' | 'party';
  readonly address: string;
  readonly askedAt: string;
  /** 14 days after. */
  readonly expiresAt: string;
  readonly subject: string;
  readonly parts: readonly QuestionPart[];
  /** False: a report that can be answered but waits for nothing; a bare answer in a new mail never means it. */
  readonly waits: boolean;
  readonly version: number;
}

/** Offers that wait for nothing, a list or a note on quiet ones: they may be answered again and again. Everything else is answered once. */
export const isStandingOffer = ({ waits, parts }: Pick<Question, 'waits' | 'parts'>): boolean =>
  !waits && parts.every(({ kind }) => kind === 'list' || kind === 'quiet');
