// Which calls of the AWS SDK can be reached from a piece of code: bundled without its packages, so that what nobody calls is gone.

import { resolve } from 'node:path';
import { buildSync } from 'esbuild';

const functions = resolve(import.meta.dirname, '../../functions');

/** The code that can be reached from one export of a file of `functions/`, as esbuild leaves it. */
export function reachableFrom(file: string, exported: string): string {
  const built = buildSync({
    stdin: { contents: `export { ${exported} } from './${file}';`, resolveDir: functions, loader: 'ts' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    treeShaking: true,
    write: false,
    logLevel: 'error',
  });
  return built.outputFiles[0]?.text ?? '';
}

/** The names of the commands made in a source: `GetCommand`, `SendRawEmailCommand`. Where two files import one, esbuild counts: `GetCommand2`. */
export const commandsIn = (source: string): readonly string[] => [
  ...new Set([...source.matchAll(/\bnew (\w+Command)\d*\(/g)].map((match) => match[1] ?? '')),
];

/** A permission: an action on a kind of resource. */
export type Needed =
  `${string} on ${'table' | 'index' | 'mails' | 'bucket' | 'outbox' | 'identity and configuration set' | 'due queue'}`;

const always: Readonly<Record<string, readonly Needed[]>> = {
  GetCommand: ['dynamodb:GetItem on table'],
  BatchGetCommand: ['dynamodb:BatchGetItem on table'],
  BatchWriteCommand: ['dynamodb:BatchWriteItem on table'],
  PutCommand: ['dynamodb:PutItem on table'],
  UpdateCommand: ['dynamodb:UpdateItem on table'],
  DeleteCommand: ['dynamodb:DeleteItem on table'],
  GetObjectCommand: ['s3:GetObject on mails', 's3:GetObject on outbox', 's3:ListBucket on bucket'],
  HeadObjectCommand: ['s3:GetObject on mails', 's3:ListBucket on bucket'],
  PutObjectCommand: ['s3:PutObject on outbox'],
  DeleteObjectCommand: ['s3:DeleteObject on mails', 's3:DeleteObject on outbox'],
  SendRawEmailCommand: ['ses:SendRawEmail on identity and configuration set'],
  SendMessageCommand: ['sqs:SendMessage on due queue'],
  SendMessageBatchCommand: ['sqs:SendMessage on due queue'],
};

/** A transaction is allowed by the actions of its parts. */
const parts: Readonly<Record<string, Needed>> = {
  Put: 'dynamodb:PutItem on table',
  Update: 'dynamodb:UpdateItem on table',
  Delete: 'dynamodb:DeleteItem on table',
  ConditionCheck: 'dynamodb:ConditionCheckItem on table',
};

/**
 * What the calls in `source` need.
 *
 * @throws Error for a command that this table does not know: whoever adds a call adds its line.
 */
export function permissionsFor(source: string): ReadonlySet<Needed> {
  const needed = commandsIn(source).flatMap((command): readonly Needed[] => {
    if (command === 'TransactWriteCommand')
      return Object.entries(parts).flatMap(([part, one]) => (new RegExp(`\\b${part}: \\{`).test(source) ? [one] : []));
    if (command === 'QueryCommand') return queries(source);
    const known = always[command];
    if (known === undefined) throw new Error(`${command}: say in test/infra/sdk-calls.ts which permission it needs`);
    return known;
  });
  return new Set(needed);
}

/** A query that names an index needs the index; any other the table. */
function queries(source: string): Needed[] {
  const made = source.split(/\bnew QueryCommand\d*\(/).slice(1);
  const ofIndex = made.filter((one) => one.slice(0, 200).includes('IndexName'));
  return [
    ...(ofIndex.length > 0 ? (['dynamodb:Query on index'] as const) : []),
    ...(ofIndex.length < made.length ? (['dynamodb:Query on table'] as const) : []),
  ];
}
