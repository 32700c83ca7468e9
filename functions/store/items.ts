// Items as they lie in the table, and the reads that fetch them: consistent Gets and Queries, batches without holes.

import { BatchGetCommand, GetCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Store } from './store.ts';
import type { Key } from './table.ts';

export type Item = Readonly<Record<string, unknown>> & Key;

const batchGetLimit = 100;

/** The item, or null. Always a consistent read. */
export async function get(store: Store, key: Key): Promise<Item | null> {
  const { Item } = await store.db.send(new GetCommand({ TableName: store.tableName, Key: key, ConsistentRead: true }));
  return (Item as Item | undefined) ?? null;
}

/** Every item that exists among `keys`, in no order. Repeated keys are asked for once; what DynamoDB leaves unprocessed is asked for again. */
export async function getAll(store: Store, keys: readonly Key[]): Promise<Item[]> {
  const wanted = [...new Map(keys.map((key) => [`${key.pk}|${key.sk}`, key])).values()];
  const batches = Array.from({ length: Math.ceil(wanted.length / batchGetLimit) }, (_, n) =>
    wanted.slice(n * batchGetLimit, (n + 1) * batchGetLimit),
  );
  return (await Promise.all(batches.map((batch) => getBatch(store, batch)))).flat();
}

async function getBatch(store: Store, keys: readonly Key[]): Promise<Item[]> {
  const found: Item[] = [];
  let left: readonly Record<string, unknown>[] = keys.map(({ pk, sk }) => ({ pk, sk }));
  while (left.length > 0) {
    const answer = await store.db.send(
      new BatchGetCommand({ RequestItems: { [store.tableName]: { Keys: [...left], ConsistentRead: true } } }),
    );
    found.push(...((answer.Responses?.[store.tableName] ?? []) as Item[]));
    left = answer.UnprocessedKeys?.[store.tableName]?.Keys ?? [];
  }
  return found;
}

/** Which part of a partition: sort keys that begin with `beginsWith`, or lie between two. */
export type Range = { readonly beginsWith: string } | { readonly from: string; readonly to: string };

export interface QueryOptions {
  /** At most so many items; undefined: all. */
  readonly limit?: number;
  /** Items in a page; undefined: as many as DynamoDB gives, about a megabyte. */
  readonly page?: number;
  /** From the last sort key to the first. */
  readonly backwards?: true;
  readonly consistent?: boolean;
  readonly only?: readonly string[];
}

/** The items of one partition in the order of their sort keys, page after page. */
export async function query(store: Store, pk: string, range: Range, options: QueryOptions = {}): Promise<Item[]> {
  const found: Item[] = [];
  for await (const page of queryPages(store, pk, range, options)) found.push(...page);
  return options.limit === undefined ? found : found.slice(0, options.limit);
}

/** The same, page by page, for what may be large. */
export async function* queryPages(
  store: Store,
  pk: string,
  range: Range,
  options: QueryOptions = {},
): AsyncGenerator<Item[]> {
  let after: QueryCommandInput['ExclusiveStartKey'];
  let count = 0;
  do {
    const answer = await store.db.send(
      new QueryCommand({ ...queryInput(store, pk, range, options), ExclusiveStartKey: after }),
    );
    const items = (answer.Items ?? []) as Item[];
    count += items.length;
    after = answer.LastEvaluatedKey;
    yield items;
  } while (after !== undefined && (options.limit === undefined || count < options.limit));
}

function queryInput(store: Store, pk: string, range: Range, options: QueryOptions): QueryCommandInput {
  const begins = 'beginsWith' in range;
  return {
    TableName: store.tableName,
    KeyConditionExpression: begins ? 'pk = :pk AND begins_with(sk, :from)' : 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: begins
      ? { ':pk': pk, ':from': range.beginsWith }
      : { ':pk': pk, ':from': range.from, ':to': range.to },
    ConsistentRead: options.consistent ?? true,
    ...(options.limit === undefined && options.page === undefined ? {} : { Limit: options.page ?? options.limit }),
    ...(options.backwards === undefined ? {} : { ScanIndexForward: false }),
    ...(options.only === undefined ? {} : { ProjectionExpression: options.only.join(', ') }),
  };
}
