// The embedded DynamoDB: DynamoDB's own protocol (AWS JSON 1.0) in front of the engine, so that the functions reach it by the AWS SDK and by
// nothing else. Has what the service needs and what AWS would refuse it; no streams, PartiQL, or capacity.

import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Answer, AwsError, bodyOf, type Faults, type Listening, listen } from './aws-endpoint.ts';
import { type Input, isDynaliteError, operation, promised } from './dynalite.ts';
import { Engine, type EngineSettings } from './dynamo-engine.ts';
import { describeTimeToLive, removeExpired, updateTimeToLive } from './dynamo-expiry.ts';
import {
  isConditionFailure,
  oldItemAskedFor,
  RecentTokens,
  transactGet,
  transactWrite,
} from './dynamo-transactions.ts';

const reads = ['BatchGetItem', 'DescribeTable', 'GetItem', 'ListTables', 'Query', 'Scan'] as const;
const writes = ['BatchWriteItem', 'DeleteItem', 'PutItem', 'UpdateItem'] as const;
const tables = ['CreateTable', 'DeleteTable', 'UpdateTable'] as const;
const operations = new Map([...reads, ...writes, ...tables].map((name) => [name as string, operation(name)]));
const isOnTable = (name: string): boolean => (tables as readonly string[]).includes(name);
const isItemWrite = (name: string): boolean => (writes as readonly string[]).includes(name);

/** AWS takes 16 MB in one request (BatchWriteItem). */
const largestRequest = 16 * 1024 * 1024;

export interface DynamoSettings extends EngineSettings {
  readonly faults: Faults;
  /** How often expired items are looked for; AWS takes up to two days. */
  readonly sweepMs: number;
  readonly port?: number;
}

export interface Dynamo extends Listening {
  readonly engine: Engine;
  /** An operation of the API by its name, for the local runner itself: input and output as the protocol has them. */
  call(name: string, input: Input): Promise<Input>;
}

export async function startDynamo(settings: DynamoSettings): Promise<Dynamo> {
  const engine = await Engine.open(settings);
  await finishTables(engine);
  const tokens = new RecentTokens();
  const call = (name: string, input: Input): Promise<Input> => perform(engine, tokens, name, input);
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const name = String(request.headers['x-amz-target'] ?? '').replace(/^DynamoDB_20120810\./, '');
    const input = parsed(await bodyOf(request, largestRequest));
    return json(200, await settings.faults.around(`dynamodb:${name}`, () => call(name, input)));
  };
  const listening = await listen(settings.port ?? 0, answer, answerError);
  const sweep = (): Promise<void> => removeExpired(engine, call).catch((error: unknown) => console.error(error));
  const sweeper = setInterval(sweep, settings.sweepMs);
  sweeper.unref();
  return {
    ...listening,
    engine,
    call,
    async close() {
      clearInterval(sweeper);
      await listening.close();
      await engine.close();
    },
  };
}

async function perform(engine: Engine, tokens: RecentTokens, name: string, input: Input): Promise<Input> {
  try {
    return await performUnguarded(engine, tokens, name, input);
  } catch (error) {
    if (!isDynaliteError(error)) throw error;
    const { __type, message, ...details } = error.body;
    throw new AwsError(error.statusCode, __type.replace(/^.*#/, ''), message ?? '', details);
  }
}

async function performUnguarded(engine: Engine, tokens: RecentTokens, name: string, input: Input): Promise<Input> {
  switch (name) {
    case 'TransactWriteItems':
      return engine.locked(() => transactWrite(engine, tokens, input));
    case 'TransactGetItems':
      return engine.locked(() => transactGet(engine, input));
    case 'UpdateTimeToLive':
      return updateTimeToLive(engine, input);
    case 'DescribeTimeToLive':
      return describeTimeToLive(engine, input);
  }
  const known = operations.get(name);
  if (known === undefined) throw new AwsError(400, 'UnknownOperationException', name);
  if (isItemWrite(name)) return engine.locked(() => write(engine, name, input));
  // dynalite refuses streams; nothing here reads one.
  const { StreamSpecification: _, ...rest } = input;
  const prepared = known.prepare(rest, engine.store);
  if (!isOnTable(name)) return known.act(engine.store, prepared);
  engine.forgetTables();
  return known.act(engine.store, prepared).finally(() => engine.forgetTables());
}

async function write(engine: Engine, name: string, input: Input): Promise<Input> {
  const { prepare, act } = operations.get(name) ?? operation(name);
  const { view, commit } = engine.begin();
  try {
    const output = await act(view, prepare(input, engine.store));
    await commit();
    return output;
  } catch (error) {
    if (!isDynaliteError(error) || !isConditionFailure(error)) throw error;
    const old = await oldItemAskedFor(engine, input);
    const { code, message } = { code: 'ConditionalCheckFailedException', message: error.body.message ?? '' };
    throw new AwsError(400, code, message, old && { Item: old });
  }
}

/** dynalite activates a table a moment after making it; killed in that moment it would stay in the making for ever. */
async function finishTables(engine: Engine): Promise<void> {
  for (const name of await engine.tableNames()) {
    const table = await promised<Awaited<ReturnType<Engine['table']>>>((callback) =>
      engine.store.getTable(name, false, callback),
    );
    if (table.TableStatus === 'ACTIVE') continue;
    const indexes = table.GlobalSecondaryIndexes?.map((index) => ({ ...index, IndexStatus: 'ACTIVE' }));
    const active = { ...table, TableStatus: 'ACTIVE', ...(indexes && { GlobalSecondaryIndexes: indexes }) };
    await promised<void>((callback) => engine.store.tableDb.put(name, active, callback));
  }
}

function parsed(body: Buffer): Input {
  try {
    return JSON.parse(body.toString() || '{}') as Input;
  } catch {
    throw new AwsError(400, 'SerializationException', 'The body is no JSON');
  }
}

const json = (status: number, body: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() },
  body: JSON.stringify(body),
});

const answerError = ({ status, code, message, details }: AwsError): Answer =>
  json(status, { __type: `com.amazonaws.dynamodb.v20120810#${code}`, message, ...details });
