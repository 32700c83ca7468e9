// What time brings about: the due index read shard by shard, and the queue that spreads the work. Index entries lag and linger:
// whoever works on one reads the base item and looks whether it is due at all.

import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { QueryCommand, type QueryCommandInput, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailed } from './failures.ts';
import { get, type Item } from './items.ts';
import type { Store } from './store.ts';
import { allDueShards, dueAttributes, dueIndex, type Key } from './table.ts';

export interface Due extends Key {
  readonly dueAt: string;
}

/** Everything due up to `now`, earliest first within each shard, page by page. */
export async function* dueUpTo(store: Store, now: string): AsyncGenerator<readonly Due[]> {
  for (const shard of allDueShards) {
    let after: QueryCommandInput['ExclusiveStartKey'];
    do {
      const answer = await store.db.send(
        new QueryCommand({
          TableName: store.tableName,
          IndexName: dueIndex,
          KeyConditionExpression: 'dueShard = :shard AND dueAt <= :now',
          ExpressionAttributeValues: { ':shard': shard, ':now': now },
          ExclusiveStartKey: after,
        }),
      );
      if ((answer.Items ?? []).length > 0) yield (answer.Items ?? []) as unknown as Due[];
      after = answer.LastEvaluatedKey;
    } while (after !== undefined);
  }
}

const messagesInABatch = 10;

/** Puts due entries on the queue, to be worked on one by one. `time` is the instant they are worked on for. */
export async function enqueue(store: Store, keys: readonly Key[], time: string): Promise<void> {
  for (let at = 0; at < keys.length; at += messagesInABatch) {
    const batch = keys.slice(at, at + messagesInABatch);
    const answer = await store.sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: store.dueQueueUrl,
        Entries: batch.map(({ pk, sk }, n) => ({ Id: String(n), MessageBody: JSON.stringify({ pk, sk, time }) })),
      }),
    );
    // What the queue did not take stays in the index: the next tick brings it again.
    if ((answer.Failed ?? []).length === batch.length)
      throw new Error(`the due queue took none of ${batch.length} entries: ${answer.Failed?.[0]?.Message}`);
  }
}

/** The base item, if it is still there and due at `now`. A job is due whenever it is brought: its due time is for when nobody brings it. */
export async function dueItem(store: Store, key: Key, now: string): Promise<Item | null> {
  const item = await get(store, key);
  if (item === null || item.job !== undefined) return item;
  return typeof item.dueAt === 'string' && item.dueAt <= now ? item : null;
}

/** Moves the item's due time, or takes it out of the index (null), where it still has the due time that was read. */
export async function reschedule(store: Store, item: Item, dueAt: string | null): Promise<void> {
  try {
    await store.db.send(new UpdateCommand(rescheduleWrite(store, item, dueAt).Update));
  } catch (error) {
    if (!isConditionFailed(error)) throw error;
  }
}

/** The same as a write of the transaction that does what was due. */
export function rescheduleWrite(store: Store, item: Item, dueAt: string | null) {
  const due = dueAttributes(item, dueAt);
  return {
    Update: {
      TableName: store.tableName,
      Key: { pk: item.pk, sk: item.sk },
      UpdateExpression: dueAt === null ? 'REMOVE dueShard, dueAt' : 'SET dueShard = :dueShard, dueAt = :dueAt',
      ConditionExpression: 'dueAt = :was',
      ExpressionAttributeValues: {
        ':was': item.dueAt,
        ...(dueAt === null ? {} : { ':dueShard': due.dueShard, ':dueAt': due.dueAt }),
      },
    },
  };
}
