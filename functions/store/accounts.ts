// Mentors and the books they own: making an account, filling a book, and the few reads that everything begins with.

import { BatchWriteCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Introduction } from '../introductions/life.ts';
import { type Mentor, newMentor } from '../people/mentor.ts';
import { type NewEntry, newPerson, type Person } from '../people/person.ts';
import { firstSummaryDueAt } from '../summary/when.ts';
import { mentorAddressWrite, nameKeysOf } from './commit.ts';
import { cancellationCodes } from './failures.ts';
import { get, getAll, query } from './items.ts';
import type { Store } from './store.ts';
import {
  bookAddressKey,
  dueAttributes,
  introductionKey,
  type Key,
  mentorAddressKey,
  mentorKey,
  padded,
  personKey,
} from './table.ts';

export interface NewAccount {
  readonly id: string;
  /** 256 random bits in hex. */
  readonly secret: string;
  readonly name: string;
  readonly address: string;
  readonly timeZone: string;
  readonly now: string;
}

/** The new mentor, or null where the address already has an account. */
export async function createMentor(store: Store, account: NewAccount): Promise<Mentor | null> {
  const mentor = newMentor(account);
  const key = mentorKey(mentor.id);
  const item = {
    ...key,
    mentor,
    version: mentor.version,
    ...dueAttributes(key, firstSummaryDueAt(account.now, mentor.timeZone)),
  };
  try {
    await store.db.send(
      new TransactWriteCommand({
        TransactItems: [
          { Put: { TableName: store.tableName, Item: item, ConditionExpression: 'attribute_not_exists(pk)' } },
          ...mentor.addresses.map((address) => mentorAddressWrite(store, mentor.id, address)),
        ],
      }),
    );
    return mentor;
  } catch (error) {
    if (cancellationCodes(error)?.includes('ConditionalCheckFailed')) return null;
    throw error;
  }
}

export async function mentorById(store: Store, mentorId: string): Promise<Mentor | null> {
  const item = await get(store, mentorKey(mentorId));
  return item === null ? null : (item.mentor as Mentor);
}

/** The mentor who writes from this address, or null. */
export async function mentorByAddress(store: Store, address: string): Promise<Mentor | null> {
  const pointer = await get(store, mentorAddressKey(address));
  return pointer === null ? null : mentorById(store, pointer.mentorId as string);
}

/** Whose books the address stands in. */
export async function entriesWith(
  store: Store,
  address: string,
): Promise<{ mentorId: string; personId: string; kind: Person['kind'] }[]> {
  const items = await query(store, `A#${address}`, { beginsWith: 'P#' });
  return items.map((item) => ({
    mentorId: item.mentorId as string,
    personId: item.personId as string,
    kind: item.kind as Person['kind'],
  }));
}

/** Every entry of a book, in one Query. */
export async function bookOf(store: Store, mentorId: string): Promise<Person[]> {
  return (await query(store, `B#${mentorId}`, { beginsWith: 'P#' })).map((item) => item.person as Person);
}

/** All introductions of a mentor, in the order made. */
export async function introductionsOf(store: Store, mentorId: string): Promise<Introduction[]> {
  const items = await query(store, `M#${mentorId}`, { beginsWith: 'I#' });
  return items.map(introductionOf);
}

export async function introductionsByNumber(
  store: Store,
  mentorId: string,
  numbers: readonly number[],
): Promise<Introduction[]> {
  const items = await getAll(
    store,
    numbers.map((number) => introductionKey(mentorId, number)),
  );
  return items.map(introductionOf).sort((a, b) => a.number - b.number);
}

/** With the Message-IDs that SES gave our letters, which posting keeps beside the introduction. */
export function introductionOf(item: Readonly<Record<string, unknown>>): Introduction {
  const introduction = item.introduction as Introduction;
  const posted = (item.postedIds ?? []) as string[];
  return posted.length === 0
    ? introduction
    : { ...introduction, messageIds: [...introduction.messageIds, ...posted].slice(-keptMessageIds) };
}

const keptMessageIds = 20;

/** A row of a book that is filled at once: `personId` is given by the caller, so that doing it twice writes the same rows. */
export interface BookRow {
  readonly personId: string;
  readonly entry: NewEntry;
}

const batchWriteLimit = 25;

/**
 * Writes entries that are known to be new: nobody of the book has their addresses. For filling a book and for the pieces of an import;
 * writing the same rows again changes nothing.
 */
export async function putPeople(store: Store, mentorId: string, rows: readonly BookRow[]): Promise<void> {
  const items = rows.flatMap(({ personId, entry }) => itemsOf(mentorId, newPerson(personId, entry)));
  const unique = [...new Map(items.map((item) => [`${item.pk}|${item.sk}`, item])).values()];
  const batches = Array.from({ length: Math.ceil(unique.length / batchWriteLimit) }, (_, n) =>
    unique.slice(n * batchWriteLimit, (n + 1) * batchWriteLimit),
  );
  await inParallel(batches, 8, (batch) => writeBatch(store, batch));
}

function itemsOf(mentorId: string, fresh: Person): (Record<string, unknown> & Key)[] {
  const person: Person = { ...fresh, version: 1 };
  return [
    { ...personKey(mentorId, person.id), person, version: person.version },
    ...person.addresses.map((address) => ({
      ...bookAddressKey(address, mentorId),
      mentorId,
      personId: person.id,
      kind: person.kind,
    })),
    ...nameKeysOf(mentorId, person).map((key) => ({ ...key, personId: person.id })),
  ];
}

async function writeBatch(store: Store, items: readonly Record<string, unknown>[]): Promise<void> {
  let left: NonNullable<ConstructorParameters<typeof BatchWriteCommand>[0]['RequestItems']>[string] = items.map(
    (Item) => ({ PutRequest: { Item } }),
  );
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(2 ** attempt * 25, 1000)));
    const answer = await store.db.send(new BatchWriteCommand({ RequestItems: { [store.tableName]: left } }));
    left = answer.UnprocessedItems?.[store.tableName] ?? [];
  }
}

/** Runs `work` over all, at most `width` at once. */
export async function inParallel<T>(all: readonly T[], width: number, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = all.values();
  await Promise.all(
    Array.from({ length: Math.min(width, all.length) }, async () => {
      for (const one of waiting) await work(one);
    }),
  );
}

/** Puts one item unconditionally; for operations by script. */
export async function putItem(store: Store, item: Record<string, unknown> & Key): Promise<void> {
  await store.db.send(new PutCommand({ TableName: store.tableName, Item: item }));
}

/** The last `count` introductions by number, newest last; what `status` needs beyond the open ones. */
export async function introductionsSince(store: Store, mentorId: string, number: number): Promise<Introduction[]> {
  const items = await query(store, `M#${mentorId}`, { from: `I#${padded(number)}`, to: 'I#~' });
  return items.map(introductionOf);
}
