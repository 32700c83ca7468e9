// Items that expire (DynamoDB's Time to Live), which dynalite knows by name only: the setting of each table, and the sweep that removes what is past it.
// As in AWS an expired item may linger long after its time; whoever reads one has to look at the attribute.

import type { Input, Item, TableDescription } from './dynalite.ts';
import type { Engine } from './dynamo-engine.ts';

type Call = (name: string, input: Input) => Promise<Input>;

/** AWS leaves items alone that expired more than five years ago: the number is likely no time at all. */
const tooLongAgoSeconds = 5 * 365 * 86_400;
const pageSize = 200;

const noteName = (table: string): string => `time to live of ${table}`;

export async function updateTimeToLive(engine: Engine, input: Input): Promise<Input> {
  const { TableName } = await engine.table(String(input.TableName));
  const specification = input.TimeToLiveSpecification as Input;
  await engine.writeNote(noteName(TableName), specification);
  return { TimeToLiveSpecification: specification };
}

export async function describeTimeToLive(engine: Engine, input: Input): Promise<Input> {
  const { TableName } = await engine.table(String(input.TableName));
  const attribute = await expiryAttribute(engine, TableName);
  return {
    TimeToLiveDescription:
      attribute === undefined
        ? { TimeToLiveStatus: 'DISABLED' }
        : { TimeToLiveStatus: 'ENABLED', AttributeName: attribute },
  };
}

/** Removes every expired item that has not been written again in the meantime, page by page so that nobody waits long for the lock. */
export async function removeExpired(engine: Engine, call: Call): Promise<void> {
  for (const name of await engine.tableNames()) {
    const attribute = await expiryAttribute(engine, name);
    if (attribute !== undefined) await removeExpiredOf(await engine.table(name), attribute, call);
  }
}

async function removeExpiredOf(table: TableDescription, attribute: string, call: Call): Promise<void> {
  const now = Math.floor(Date.now() / 1000);
  const names = { '#expires': attribute };
  let start: unknown;
  do {
    const page = await call('Scan', {
      TableName: table.TableName,
      Limit: pageSize,
      ...(start !== undefined && { ExclusiveStartKey: start }),
      FilterExpression: '#expires < :now AND #expires > :ages',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':now': { N: String(now) }, ':ages': { N: String(now - tooLongAgoSeconds) } },
    });
    for (const item of page.Items as Item[]) await removeUnlessRenewed(table, item, attribute, call);
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
}

async function removeUnlessRenewed(table: TableDescription, item: Item, attribute: string, call: Call): Promise<void> {
  try {
    await call('DeleteItem', {
      TableName: table.TableName,
      Key: Object.fromEntries(table.KeySchema.map(({ AttributeName: name }) => [name, item[name]])),
      ConditionExpression: '#expires = :seen',
      ExpressionAttributeNames: { '#expires': attribute },
      ExpressionAttributeValues: { ':seen': item[attribute] },
    });
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException')) throw error;
  }
}

async function expiryAttribute(engine: Engine, table: string): Promise<string | undefined> {
  const specification = await engine.note(noteName(table));
  return specification?.Enabled === true ? String(specification.AttributeName) : undefined;
}
