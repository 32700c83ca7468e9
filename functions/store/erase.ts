// Erasing (PRODUCT.md section 3: forget, leave): piece by piece, each piece may be done twice, and nothing that is left behind names anybody.

import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { BatchWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Met } from '../introductions/known.ts';
import type { Introduction } from '../introductions/life.ts';
import type { Question } from '../introductions/question.ts';
import type { Letter } from '../letters/letter.ts';
import type { Mentor } from '../people/mentor.ts';
import type { Person } from '../people/person.ts';
import { inParallel } from './accounts.ts';
import { isConditionFailed } from './failures.ts';
import { get, type Item, query } from './items.ts';
import { deleteOriginal } from './originals.ts';
import type { Store } from './store.ts';
import {
  bookAddressKey,
  introductionKey,
  type Key,
  letterKey,
  mentorKey,
  metKey,
  receivedKey,
  tokenKey,
} from './table.ts';

const piece = 100;
const batchLimit = 25;

/** What is kept in the place of a name: numbers of introductions stay, people do not. */
export const forgottenName = 'somebody you asked me to forget';

export interface Forgotten {
  readonly mentorId: string;
  readonly personId: string;
  readonly addresses: readonly string[];
}

/** Erases up to a hundred rows that are linked to the person. True when nothing is left. */
export async function forgetPiece(store: Store, forgotten: Forgotten): Promise<boolean> {
  const { mentorId, personId, addresses } = forgotten;
  const letters = await linked(store, addresses, `L#${mentorId}#`);
  const mails = await linked(store, addresses, `R#${mentorId}#`);
  const met = await query(store, `B#${mentorId}`, { beginsWith: `X#${personId}#` }, { limit: piece });
  for (const row of letters) await eraseLetter(store, lastPart(row.sk));
  for (const row of mails) {
    await deleteOriginal(store, row.sk.slice(`R#${mentorId}#`.length));
    await eraseNotes(store, row.receivedId as string);
  }
  for (const row of met) await eraseFromIntroduction(store, mentorId, personId, row.met as Met);
  await deleteAll(store, [...letters, ...mails, ...met]);
  return letters.length < piece && mails.length < piece && met.length < piece;
}

async function linked(store: Store, addresses: readonly string[], beginsWith: string): Promise<Item[]> {
  const rows = await Promise.all(
    addresses.map((address) => query(store, `A#${address}`, { beginsWith }, { limit: piece })),
  );
  return rows.flat();
}

const lastPart = (sk: string): string => sk.slice(sk.lastIndexOf('#') + 1);

/** With the question that it asked, which names whom it is about. */
export async function eraseLetter(store: Store, tag: string): Promise<void> {
  const item = await get(store, letterKey(tag));
  if (item === null) return;
  if (typeof item.bodyKey === 'string')
    await store.s3.send(new DeleteObjectCommand({ Bucket: store.mailBucket, Key: item.bodyKey }));
  const localPart = (item.letter as Letter | undefined)?.from.localPart ?? '';
  await deleteAll(store, [item, ...(localPart.startsWith('q-') ? [tokenKey(localPart)] : [])]);
}

/** What was noted of a mail while it was worked on; that it was done with stays known. */
async function eraseNotes(store: Store, receivedId: string): Promise<void> {
  try {
    await store.db.send(
      new UpdateCommand({
        TableName: store.tableName,
        Key: { ...receivedKey(receivedId) },
        UpdateExpression: 'SET marks = :none',
        ConditionExpression: '#state = :finished',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':none': {}, ':finished': 'finished' },
      }),
    );
  } catch (error) {
    // It is being worked on just now, or has expired.
    if (!isConditionFailed(error)) throw error;
  }
}

/** The introduction keeps its number, its state and its other side. */
async function eraseFromIntroduction(store: Store, mentorId: string, personId: string, met: Met): Promise<void> {
  const key = introductionKey(mentorId, met.number);
  const item = await get(store, key);
  const introduction = item?.introduction as Introduction | undefined;
  if (item === null || introduction === undefined) return;
  const side = introduction.to.personId === personId ? 'to' : 'cc';
  const erased: Introduction = {
    ...introduction,
    [side]: { ...introduction[side], name: forgottenName, address: '', addresses: [] },
    note: '',
    subject: '',
    outcome: null,
    version: introduction.version + 1,
  };
  try {
    await store.db.send(
      new UpdateCommand({
        TableName: store.tableName,
        Key: { pk: key.pk, sk: key.sk },
        UpdateExpression: 'SET introduction = :introduction, version = :version',
        ConditionExpression: 'version = :was',
        ExpressionAttributeValues: {
          ':introduction': erased,
          ':version': erased.version,
          ':was': introduction.version,
        },
      }),
    );
  } catch (error) {
    // Somebody else moved it meanwhile: once more, on what it is now.
    if (!isConditionFailed(error)) throw error;
    await eraseFromIntroduction(store, mentorId, personId, met);
  }
  await deleteAll(store, [metKey(mentorId, met.otherId, personId, met.number)]);
}

/**
 * Erases some hundred rows of a mentor who leaves: the book, with the letters and mails of everybody in it, its names, then what was
 * done. True while there may be more; the account itself stays, so that an interrupted piece finds its way again.
 */
export async function erasePiece(store: Store, { id, addresses }: Pick<Mentor, 'id' | 'addresses'>): Promise<boolean> {
  for (const pk of [`B#${id}`, `N#${id}`, `M#${id}`]) {
    const rows = (await query(store, pk, { from: ' ', to: '~' }, { limit: rowsOfAccount })).filter(
      ({ sk }) => sk !== mentorKey(id).sk,
    );
    if (rows.length === 0) continue;
    await inParallel(rows.flatMap(addressesIn), 8, (address) => eraseLinked(store, id, address));
    await deleteAll(
      store,
      rows.flatMap((row) => [row, ...pointersTo(id, row)]),
    );
    return true;
  }
  for (const address of addresses) await eraseLinked(store, id, address);
  return false;
}

const rowsOfAccount = 400;

/** Every letter to the address and every stored mail from it that is this mentor's. */
async function eraseLinked(store: Store, mentorId: string, address: string): Promise<void> {
  while (!(await forgetPiece(store, { mentorId, personId: '', addresses: [address] }))) {}
}

const addressesIn = ({ person }: Item): readonly string[] => (person as Person | undefined)?.addresses ?? [];

/** Rows of other partitions that lead to this one. */
function pointersTo(mentorId: string, row: Item): Key[] {
  const introduction = row.introduction as Introduction | undefined;
  const question = row.question as Question | undefined;
  return [
    ...addressesIn(row).map((address) => bookAddressKey(address, mentorId)),
    ...(introduction === undefined ? [] : [tokenKey(introduction.localPart)]),
    ...(question === undefined ? [] : [tokenKey(question.localPart)]),
  ];
}

export async function deleteAll(store: Store, keys: readonly Key[]): Promise<void> {
  const unique = [...new Map(keys.map(({ pk, sk }) => [`${pk}|${sk}`, { pk, sk }])).values()];
  for (let at = 0; at < unique.length; at += batchLimit) {
    let left: Record<string, unknown>[] = unique.slice(at, at + batchLimit).map((Key) => ({ DeleteRequest: { Key } }));
    while (left.length > 0) {
      const answer = await store.db.send(
        new BatchWriteCommand({
          RequestItems: { [store.tableName]: left as { DeleteRequest: { Key: Record<string, string> } }[] },
        }),
      );
      left = answer.UnprocessedItems?.[store.tableName] ?? [];
    }
  }
}
