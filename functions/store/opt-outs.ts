// Addresses that get nothing more from this installation, kept as hashes (PRODUCT.md section 4), and the stranger's one line in 30 days.

import { get, getAll, type Item, query } from './items.ts';
import type { Store } from './store.ts';
import { allOptOutPartitions, expiryAfter, optOutKey, strangerKey } from './table.ts';

/** Read units: half a one for each address asked about, or all opt-outs of the installation, of which there are few. A whole book asks for all. */
const askedOneByOne = 400;

/** Those of the addresses that have opted out. */
export async function optedOutAmong(store: Store, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  if (addresses.length === 0) return new Set();
  const items =
    addresses.length <= askedOneByOne ? await getAll(store, addresses.map(optOutKey)) : await allOptOuts(store);
  if (items.length === 0) return new Set();
  const found = new Set(items.map(({ sk }) => sk));
  return new Set(addresses.filter((address) => found.has(optOutKey(address).sk)));
}

async function allOptOuts(store: Store): Promise<Item[]> {
  const partitions = await Promise.all(
    allOptOutPartitions.map((pk) => query(store, pk, { beginsWith: 'OUT#' }, { only: ['sk'] })),
  );
  return partitions.flat();
}

const strangerLineDays = 30;

/** When this stranger last got a line, or null. */
export async function lastStrangerLineAt(store: Store, address: string): Promise<string | null> {
  return ((await get(store, strangerKey(address)))?.at as string | undefined) ?? null;
}

/** Notes that the stranger gets a line now, with the line itself; of two mails at once only one meets the condition. */
export function strangerLineWrite(store: Store, address: string, now: string) {
  const before = new Date(Date.parse(now) - strangerLineDays * 86_400_000).toISOString();
  return {
    Put: {
      TableName: store.tableName,
      Item: { ...strangerKey(address), at: now, expiresAt: expiryAfter(now, strangerLineDays + 1) },
      ConditionExpression: 'attribute_not_exists(pk) OR #at <= :before',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: { ':before': before },
    },
  };
}
