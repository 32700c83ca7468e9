// An entry of a mentor's book (PRODUCT.md section 1), how it begins and how what is learned later is added. Private notes never leave the book.

export type PersonKind = 'protege' | 'contact' | 'author';
export type Consent = 'direct' | 'ask first' | 'never';

export interface Person {
  /** Unique within one book; sorts in no meaningful order. */
  readonly id: string;
  /** As written, nickname included: `Margaret "Meg" Lund`, `Dr. Ingrid Solheim-Berg`. */
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

/** What is known of somebody who is added: by words, a list, a contact file, an answer. The same shape as `NewPerson` of language. */
export interface NewEntry {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly organisation?: string;
  readonly background?: string;
  readonly tags?: readonly string[];
  readonly goals?: string;
  readonly links?: readonly string[];
  readonly kind?: PersonKind;
  /** The same as `consent: 'ask first'`. */
  readonly askFirst?: boolean;
  readonly consent?: Consent;
  /** Id of another person of the same book. */
  readonly knownThrough?: string;
  readonly notes?: string;
}

/**
 * A new entry at version 0. Addresses and tags are lower-cased and stand once; without a name the address is the name, a name longer than
 * any is cut; blank fields are left out.
 */
export function newPerson(id: string, entry: NewEntry): Person {
  const addresses = together(entry.addresses.map(lowerCase));
  return {
    id,
    name: named(entry.name) ?? addresses[0] ?? '',
    addresses,
    kind: entry.kind ?? 'contact',
    consent: wished(entry),
    tags: together((entry.tags ?? []).map(lowerCase)),
    links: together((entry.links ?? []).map((link) => link.trim())),
    ...filled(entry),
    version: 0,
  };
}

/**
 * The entry with what is new about the same person (an equal address makes it so; the caller has seen to that). What is there is
 * kept: single fields are filled only where empty, lists grow at their end, a background or notes that say more stand as a further
 * sentence. A stricter consent is taken over, never undone; a kind only where the entry was a mere contact. Without news the same object comes back.
 */
export function mergeInto(person: Person, entry: NewEntry): Person {
  const merged: Person = {
    ...person,
    ...filled(entry),
    ...filled(person),
    ...grown('background', person.background, entry.background),
    ...grown('notes', person.notes, entry.notes),
    name: isBareAddress(person) ? (named(entry.name) ?? person.name) : person.name,
    addresses: together([...person.addresses, ...entry.addresses.map(lowerCase)]),
    tags: together([...person.tags, ...(entry.tags ?? []).map(lowerCase)]),
    links: together([...person.links, ...(entry.links ?? []).map((link) => link.trim())]),
    kind: person.kind === 'contact' ? (entry.kind ?? person.kind) : person.kind,
    consent: stricter(person.consent, wished(entry)),
  };
  const fields = Object.keys(merged) as (keyof Person)[];
  return fields.every((field) => JSON.stringify(merged[field]) === JSON.stringify(person[field])) ? person : merged;
}

const wished = (entry: NewEntry): Consent => entry.consent ?? (entry.askFirst === true ? 'ask first' : 'direct');
const byStrictness: readonly Consent[] = ['direct', 'ask first', 'never'];
const stricter = (a: Consent, b: Consent): Consent => (byStrictness.indexOf(a) >= byStrictness.indexOf(b) ? a : b);

/** The entry got the address for a name, since nothing better was known. */
const isBareAddress = (person: Person): boolean => person.addresses.includes(person.name.toLowerCase());

const singleFields = ['organisation', 'background', 'goals', 'knownThrough', 'notes'] as const;
type SingleField = (typeof singleFields)[number];

/** The single fields that hold something. */
function filled(fields: Partial<Record<SingleField, string | undefined>>): Partial<Record<SingleField, string>> {
  return Object.fromEntries(
    singleFields.flatMap((field) => {
      const value = trimmed(fields[field]);
      return value === undefined ? [] : [[field, value]];
    }),
  );
}

function grown<Field extends SingleField>(
  field: Field,
  old: string | undefined,
  more: string | undefined,
): Partial<Record<Field, string>> {
  const [was, added] = [trimmed(old), trimmed(more)];
  if (was === undefined || added === undefined || was.toLowerCase().includes(added.toLowerCase())) return {};
  const grownText = added.toLowerCase().includes(was.toLowerCase())
    ? added
    : `${was}${/[.!?]$/.test(was) ? '' : '.'} ${added}`;
  return { [field]: grownText } as Record<Field, string>;
}

/** Longer ones are no names, and would fill every letter and list that has them. */
const longestName = 120;
const named = (name: string): string | undefined => {
  const whole = trimmed(name);
  return whole === undefined || whole.length <= longestName ? whole : `${whole.slice(0, longestName).trimEnd()}…`;
};

const trimmed = (text: string | undefined): string | undefined => text?.trim() || undefined;
const lowerCase = (text: string): string => text.trim().toLowerCase();
const together = (items: readonly string[]): string[] => [...new Set(items.filter((item) => item !== ''))];
