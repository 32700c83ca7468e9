// The embedded DynamoDB: what AWS would do, it does, and it survives what AWS survives.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AwsError, Faults } from '../../../infra/local/aws-endpoint.ts';
import { type Dynamo, startDynamo } from '../../../infra/local/dynamo.ts';
import { makeTable } from '../../../infra/local/table.ts';

const shape = {
  AttributeDefinitions: ['pk', 'sk', 'dueShard', 'dueAt'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'due',
      KeySchema: [
        { AttributeName: 'dueShard', KeyType: 'HASH' },
        { AttributeName: 'dueAt', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
  TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
};
const TableName = 'table';

const clientOf = (url: string): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    }),
  );

let path: string;
let dynamo: Dynamo;
let client: DynamoDBDocumentClient;
const faults = new Faults();

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'dynamo-'));
  dynamo = await startDynamo({ path, sync: false, indexLag: 0, sweepMs: 300, faults });
  await makeTable(dynamo, TableName, shape);
  client = clientOf(dynamo.url);
});

afterAll(async () => {
  await dynamo.close();
  await rm(path, { recursive: true });
});

const put = (Item: Record<string, unknown>) => client.send(new PutCommand({ TableName, Item }));
const get = async (pk: string) =>
  (await client.send(new GetCommand({ TableName, Key: { pk, sk: '1' }, ConsistentRead: true }))).Item;
const dueIn = async (shard: string, from = client) =>
  (
    await from.send(
      new QueryCommand({
        TableName,
        IndexName: 'due',
        KeyConditionExpression: 'dueShard = :shard',
        ExpressionAttributeValues: { ':shard': shard },
      }),
    )
  ).Items ?? [];

describe('transactions', () => {
  test('all operations happen, or none', async () => {
    await put({ pk: 'taken', sk: '1' });
    const both = new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName, Item: { pk: 'beside', sk: '1', dueShard: 'beside', dueAt: '2030' } } },
        { Put: { TableName, Item: { pk: 'taken', sk: '1' }, ConditionExpression: 'attribute_not_exists(pk)' } },
      ],
    });
    await expect(client.send(both)).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }],
    });
    expect(await get('beside')).toBeUndefined();
    expect(await dueIn('beside')).toEqual([]);
  });

  test('a failed condition gives the item back where it was asked for', async () => {
    await put({ pk: 'known', sk: '1', value: 7 });
    const failing = new TransactWriteCommand({
      TransactItems: [
        {
          ConditionCheck: {
            TableName,
            Key: { pk: 'known', sk: '1' },
            ConditionExpression: 'attribute_not_exists(pk)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          },
        },
      ],
    });
    await expect(client.send(failing)).rejects.toMatchObject({
      CancellationReasons: [{ Code: 'ConditionalCheckFailed', Item: { value: { N: '7' } } }],
    });
  });

  test('the same token does it once', async () => {
    const once = new TransactWriteCommand({
      ClientRequestToken: 'token-1',
      TransactItems: [
        {
          Update: {
            TableName,
            Key: { pk: 'counted', sk: '1' },
            UpdateExpression: 'ADD n :one',
            ExpressionAttributeValues: { ':one': 1 },
          },
        },
      ],
    });
    await client.send(once);
    await client.send(once);
    expect(await get('counted')).toMatchObject({ n: 1 });
  });

  test.each([
    ['more than 100 operations', Array.from({ length: 101 }, (_, n) => ({ pk: `many-${n}`, sk: '1' }))],
    ['more than 4 MB', Array.from({ length: 12 }, (_, n) => ({ pk: `large-${n}`, sk: '1', x: 'x'.repeat(390_000) }))],
    ['one item twice', Array.from({ length: 2 }, () => ({ pk: 'same', sk: '1' }))],
  ])('%s are refused', async (_, items) => {
    const command = new TransactWriteCommand({ TransactItems: items.map((Item) => ({ Put: { TableName, Item } })) });
    await expect(client.send(command)).rejects.toMatchObject({ name: 'ValidationException' });
    expect(await get(items[0]?.pk ?? '')).toBeUndefined();
  });

  test('reading several sees no half of a transaction', async () => {
    const pair = [
      { pk: 'left', sk: '1' },
      { pk: 'right', sk: '1' },
    ];
    const write = async (value: number) =>
      client.send(
        new TransactWriteCommand({
          TransactItems: pair.map((key) => ({ Put: { TableName, Item: { ...key, value } } })),
        }),
      );
    await write(0);
    const writing = Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(write));
    for (let n = 0; n < 8; n++) {
      const { Responses } = await client.send(
        new TransactGetCommand({ TransactItems: pair.map((Key) => ({ Get: { TableName, Key } })) }),
      );
      expect(Responses?.[0]?.Item?.value).toBe(Responses?.[1]?.Item?.value);
    }
    await writing;
  });
});

test('an item that is no longer due leaves the index', async () => {
  await put({ pk: 'moves', sk: '1', dueShard: 'A', dueAt: '2030' });
  await put({ pk: 'moves', sk: '1', dueShard: 'B', dueAt: '2031' });
  expect(await dueIn('A')).toEqual([]);
  expect(await dueIn('B')).toEqual([{ pk: 'moves', sk: '1', dueShard: 'B', dueAt: '2031' }]);
  await put({ pk: 'moves', sk: '1' });
  expect(await dueIn('B')).toEqual([]);
});

test('an expired item goes, one that was renewed stays', async () => {
  const past = Math.floor(Date.now() / 1000) - 10;
  await put({ pk: 'expired', sk: '1', expiresAt: past });
  await put({ pk: 'lasting', sk: '1', expiresAt: past + 1000 });
  await expect.poll(() => get('expired'), { timeout: 5000 }).toBeUndefined();
  expect(await get('lasting')).toBeDefined();
});

test('a client that goes away in the middle of a request harms nobody', async () => {
  const socket = connect(dynamo.port, '127.0.0.1');
  socket.write(
    'POST / HTTP/1.1\r\nhost: x\r\nx-amz-target: DynamoDB_20120810.PutItem\r\ncontent-length: 500\r\n\r\n{"Table',
  );
  await once(socket, 'connect');
  socket.destroy();
  await put({ pk: 'after', sk: '1' });
  expect(await get('after')).toBeDefined();
});

test('a planned fault happens once', async () => {
  faults.plan('dynamodb:PutItem', { kind: 'refuse', error: new AwsError(400, 'ThrottlingException', 'Rate exceeded') });
  await expect(put({ pk: 'throttled', sk: '1' })).rejects.toMatchObject({ name: 'ThrottlingException' });
  await put({ pk: 'throttled', sk: '1' });
});

test('a lost answer is a done write', async () => {
  faults.plan('dynamodb:PutItem', { kind: 'lose answer' });
  await expect(put({ pk: 'unanswered', sk: '1' })).rejects.toThrow();
  expect(await get('unanswered')).toBeDefined();
});

test('the index may lag behind its items, as it does in AWS', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dynamo-'));
  const lagging = await startDynamo({ path: folder, sync: false, indexLag: 300, sweepMs: 60_000, faults });
  await makeTable(lagging, TableName, shape);
  const late = clientOf(lagging.url);
  await late.send(new PutCommand({ TableName, Item: { pk: 'late', sk: '1', dueShard: 'L', dueAt: '2030' } }));
  expect(await dueIn('L', late)).toEqual([]);
  await expect.poll(() => dueIn('L', late)).toHaveLength(1);
  await lagging.close();
  await rm(folder, { recursive: true });
});

test('a table with other keys than the stack has is refused', async () => {
  const other = { ...shape, KeySchema: shape.KeySchema.slice(0, 1) };
  await expect(makeTable(dynamo, TableName, other)).rejects.toThrow('other keys');
});

/** Starts the database in a process of its own and resolves with its port. */
async function spawned(folder: string) {
  const program = `
    import { startDynamo } from './infra/local/dynamo.ts';
    import { Faults } from './infra/local/aws-endpoint.ts';
    import { makeTable } from './infra/local/table.ts';
    const dynamo = await startDynamo({ path: ${JSON.stringify(folder)}, sync: false, indexLag: 0, sweepMs: 60000, faults: new Faults() });
    await makeTable(dynamo, ${JSON.stringify(TableName)}, ${JSON.stringify(shape)});
    console.log(dynamo.port);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: resolve(import.meta.dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, client: clientOf(`http://127.0.0.1:${String(port).trim()}`) };
}

test('killed in the middle of writing, it has lost nothing that was answered, in the items or in the index', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dynamo-'));
  const answered = new Set<string>();
  for (let round = 0; round < 3; round++) {
    const { child, client: writer } = await spawned(folder);
    const write = async (n: number) => {
      const pk = `${round}-${n}`;
      await writer.send(new PutCommand({ TableName, Item: { pk, sk: '1', dueShard: 'K', dueAt: pk } }));
      answered.add(pk);
    };
    const writing = Promise.allSettled(Array.from({ length: 400 }, (_, n) => write(n)));
    await expect.poll(() => answered.size, { interval: 5, timeout: 10_000 }).toBeGreaterThan(round * 400 + 50);
    child.kill('SIGKILL');
    await writing;
  }
  const { child, client: reader } = await spawned(folder);
  const indexed = new Set((await dueIn('K', reader)).map(({ pk }) => pk as string));
  for (const pk of answered) {
    expect(indexed.has(pk)).toBe(true);
    expect((await reader.send(new GetCommand({ TableName, Key: { pk, sk: '1' } }))).Item).toBeDefined();
  }
  child.kill('SIGKILL');
  await rm(folder, { recursive: true });
}, 60_000);

const checks = resolve(import.meta.dirname, '../../../../shared/check/dynamo-checks.mjs');

test.skipIf(!existsSync(checks))(
  '29 of the shared checks hold (skipped where the shared folder is absent)',
  async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [checks, dynamo.url]).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout.match(/^FAIL .*/gm)?.map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual([
      'LatestStreamArn present',
      'UpdateTable add',
      'PartiQL ExecuteStatement',
    ]);
  },
);
