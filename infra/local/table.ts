// The one table, made in the embedded database as the stack's template describes it.

import { isDeepStrictEqual } from 'node:util';
import type { TableShape } from './deployment.ts';
import type { TableDescription } from './dynalite.ts';
import type { Dynamo } from './dynamo.ts';

/** The table of a `DATA_DIR` that another version of the stack made. */
export class OtherTable extends Error {
  override readonly name = 'OtherTable';
}

export async function makeTable(dynamo: Dynamo, name: string, shape: TableShape): Promise<void> {
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, TimeToLiveSpecification } = shape;
  if ((await dynamo.engine.tableNames()).includes(name)) {
    const { Table } = await dynamo.call('DescribeTable', { TableName: name });
    if (!sameKeys(Table as TableDescription, shape))
      throw new OtherTable(`table ${name} has other keys than the stack's`);
  } else {
    await dynamo.call('CreateTable', {
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions,
      KeySchema,
      GlobalSecondaryIndexes,
    });
    await active(dynamo, name);
  }
  await dynamo.call('UpdateTimeToLive', { TableName: name, TimeToLiveSpecification });
}

function sameKeys(made: TableDescription, { KeySchema, GlobalSecondaryIndexes }: TableShape): boolean {
  const keysOf = (indexes: TableShape['GlobalSecondaryIndexes'] | TableDescription['GlobalSecondaryIndexes'] = []) =>
    new Map(indexes.map((index) => [index.IndexName, index.KeySchema]));
  return (
    isDeepStrictEqual(made.KeySchema, KeySchema) &&
    isDeepStrictEqual(keysOf(made.GlobalSecondaryIndexes), keysOf(GlobalSecondaryIndexes))
  );
}

async function active(dynamo: Dynamo, name: string): Promise<void> {
  for (;;) {
    const { Table } = await dynamo.call('DescribeTable', { TableName: name });
    if ((Table as TableDescription).TableStatus === 'ACTIVE') return;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
