// Addresses that get nothing more from this installation, kept as hashes (PRODUCT.md section 4), and the stranger's one line in 30 days.

import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailed } from './failures.ts';
import { get, getAll } from './items.ts';
import type { Store } from './store.ts';
import { expiryAfter, optOutKey, strangerKey } from './table.ts';

/** Those of the addresses that have opted out. */
export async function optedOutAmong(store: Store, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  if (addresses.length === 0) return new Set();
  const found = new Set((await getAll(store, addresses.map(optOutKey))).map((item) => item.pk));
  return new Set(addresses.filter((address) => found.has(optOutKey(address).pk)));
}

const strangerLineDays = 30;

/** When this stranger last got a line, or null. */
export async function lastStrangerLineAt(store: Store, address: string): Promise<string | null> {
  return ((await get(store, strangerKey(address)))?.at as string | undefined) ?? null;
}

/** Notes that the stranger gets a line now; false where one went out within 30 days (two mails at once). */
export async function noteStrangerLine(store: Store, address: string, now: string): Promise<boolean> {
  const key = strangerKey(address);
  const before = new Date(Date.parse(now) - strangerLineDays * 86_400_000).toISOString();
  try {
    await store.db.send(
      new UpdateCommand({
        TableName: store.tableName,
        Key: { pk: key.pk, sk: key.sk },
        UpdateExpression: 'SET #at = :now, expiresAt = :expires',
        ConditionExpression: 'attribute_not_exists(pk) OR #at < :before',
        ExpressionAttributeNames: { '#at': 'at' },
        ExpressionAttributeValues: {
          ':now': now,
          ':before': before,
          ':expires': expiryAfter(now, strangerLineDays + 1),
        },
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}
