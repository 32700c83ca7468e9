// TransactWriteItems and TransactGetItems, which dynalite lacks: all operations of a transaction are tried on one buffered view, and committed
// together when every condition holds. The limits are AWS's: 100 operations, 4 MB, each item once.

import { createHash } from 'node:crypto';
import { AwsError } from './aws-endpoint.ts';
import { database, type Input, type Item, isDynaliteError, operation, type Store } from './dynalite.ts';
import type { Engine } from './dynamo-engine.ts';

const mostOperations = 100;
const mostOctets = 4 * 1024 * 1024;
/** AWS remembers a ClientRequestToken for ten minutes. */
const tokenLifeMs = 10 * 60 * 1000;

const writeOperations = {
  Put: operation('PutItem'),
  Update: operation('UpdateItem'),
  Delete: operation('DeleteItem'),
  /** A condition is checked as DeleteItem checks its own; nothing is deleted. */
  ConditionCheck: operation('DeleteItem'),
} as const;
const getItem = operation('GetItem');

type WriteKind = keyof typeof writeOperations;

interface Reason {
  readonly Code: string;
  readonly Message?: string;
  readonly Item?: Item;
}

interface Write {
  readonly kind: WriteKind;
  readonly input: Input;
}

/** What is called with one ClientRequestToken is done once. */
export class RecentTokens {
  readonly #seen = new Map<string, { readonly hash: string; readonly at: number }>();

  /** Whether this very call was done before. Throws where the token came with other operations. */
  knows(token: string, operations: unknown): boolean {
    const now = Date.now();
    for (const [old, { at }] of this.#seen) {
      if (now - at < tokenLifeMs) break;
      this.#seen.delete(old);
    }
    const known = this.#seen.get(token);
    if (known === undefined) return false;
    if (known.hash === hashOf(operations)) return true;
    throw new AwsError(400, 'IdempotentParameterMismatchException', `${token} came before with other operations`);
  }

  remember(token: string, operations: unknown): void {
    this.#seen.set(token, { hash: hashOf(operations), at: Date.now() });
  }
}

const hashOf = (operations: unknown): string => createHash('sha256').update(JSON.stringify(operations)).digest('hex');

/** Call within the engine's lock. Throws TransactionCanceledException with a reason for each operation where a condition fails. */
export async function transactWrite(engine: Engine, tokens: RecentTokens, input: Input): Promise<Input> {
  const operations = input.TransactItems;
  const writes = writesOf(operations);
  const token = input.ClientRequestToken;
  if (typeof token === 'string' && tokens.knows(token, operations)) return {};
  await refuseRepeatedItems(engine, writes);
  const { view, commit } = engine.begin();
  const reasons: Reason[] = [];
  for (const write of writes) reasons.push(await attempt(engine, view, write));
  if (reasons.some(({ Code }) => Code !== 'None')) {
    const codes = reasons.map(({ Code }) => Code).join(', ');
    const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
    throw new AwsError(400, 'TransactionCanceledException', message, { CancellationReasons: reasons });
  }
  await commit();
  if (typeof token === 'string') tokens.remember(token, operations);
  return {};
}

function writesOf(operations: unknown): readonly Write[] {
  if (!Array.isArray(operations) || operations.length === 0 || operations.length > mostOperations)
    throw database.validationError(
      `1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must have length between 1 and ${mostOperations}`,
    );
  const size = operations.reduce((sum: number, one: unknown) => sum + Buffer.byteLength(JSON.stringify(one)), 0);
  if (size > mostOctets) throw database.validationError('Transaction request cannot exceed 4 MB');
  return operations.map((one: Record<string, Input>) => {
    const [kind, ...more] = Object.keys(one).filter((name): name is WriteKind => name in writeOperations);
    const input = kind && one[kind];
    if (kind === undefined || input === undefined || more.length > 0)
      throw database.validationError('TransactItems can only contain one of Check, Put, Update or Delete');
    return { kind, input };
  });
}

async function refuseRepeatedItems(engine: Engine, writes: readonly Write[]): Promise<void> {
  const seen = new Set<string>();
  for (const { input } of writes) {
    const table = await engine.table(String(input.TableName));
    const key = `${table.TableName}/${database.createKey(keyOf(input), table)}`;
    if (seen.has(key))
      throw database.validationError('Transaction request cannot include multiple operations on one item');
    seen.add(key);
  }
}

async function attempt(engine: Engine, view: Store, { kind, input }: Write): Promise<Reason> {
  try {
    const prepared = writeOperations[kind].prepare(input, engine.store);
    if (kind === 'ConditionCheck') await checkCondition(engine, prepared);
    else await writeOperations[kind].act(view, prepared);
    return { Code: 'None' };
  } catch (error) {
    if (!isDynaliteError(error)) throw error;
    const Message = error.body.message ?? '';
    if (error.body.__type.endsWith('#ValidationException')) return { Code: 'ValidationError', Message };
    if (!isConditionFailure(error)) throw error;
    const old = await oldItemAskedFor(engine, input);
    return { Code: 'ConditionalCheckFailed', Message, ...(old && { Item: old }) };
  }
}

async function checkCondition(engine: Engine, input: Input): Promise<void> {
  const table = await engine.table(String(input.TableName));
  const invalid = database.validateKey(keyOf(input), table);
  const failed = invalid ?? database.checkConditional(input, await engine.item(table, keyOf(input)));
  if (failed) throw failed;
}

/** Reads all or, where one cannot be read, none. Call within the engine's lock: no write happens in between. */
export async function transactGet(engine: Engine, input: Input): Promise<Input> {
  const operations = input.TransactItems;
  if (!Array.isArray(operations) || operations.length === 0 || operations.length > mostOperations)
    throw database.validationError(`TransactItems takes 1 to ${mostOperations} operations`);
  const responses = operations.map(({ Get }: { Get: Input }) =>
    getItem.act(engine.store, getItem.prepare(Get, engine.store)),
  );
  return { Responses: (await Promise.all(responses)).map(({ Item }) => (Item ? { Item } : {})) };
}

export const isConditionFailure = (error: { readonly body: { readonly __type: string } }): boolean =>
  error.body.__type.endsWith('#ConditionalCheckFailedException');

/** The item as it stands, where the caller set ReturnValuesOnConditionCheckFailure (dynalite ignores it). */
export async function oldItemAskedFor(engine: Engine, input: Input): Promise<Item | undefined> {
  if (input.ReturnValuesOnConditionCheckFailure !== 'ALL_OLD') return undefined;
  return engine.item(await engine.table(String(input.TableName)), keyOf(input));
}

const keyOf = (input: Input): Item => (input.Key ?? input.Item) as Item;
