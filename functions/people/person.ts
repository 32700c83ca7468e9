// An entry of a mentor's book (PRODUCT.md section 1). Private notes never leave the book.

export type PersonKind = 'protege' | 'contact' | 'author';
export type Consent = 'direct' | 'ask first' | 'never';

export interface Person {
  /** Unique within one book; sorts in no meaningful order. */
  readonly id: string;
  /** As written, nickname included: `Katherine "Kate" Morrow`, `Dr. Miriam Adeyemi-Novak`. */
  readonly name: string;
  /** Lower-case; the first is the usual one; may be empty. */
  readonly addresses: readonly string[];
  readonly kind: PersonKind;
  readonly consent: Consent;
  readonly organisation?: string;
  readonly background?: string;
  readonly tags: readonly string[];
  readonly goals?: string;
  readonly links: readonly string[];
  /** Id of another person of the same book. */
  readonly knownThrough?: string;
  /** Introductions *to* this person that may begin in a calendar month; undefined: no limit. */
  readonly monthlyLimit?: number;
  /** Never leaves the book. */
  readonly notes?: string;
  /** Counts up at every change, for optimistic locking; 0 before it is stored. */
  readonly version: number;
}
