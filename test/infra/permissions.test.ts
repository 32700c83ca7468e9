// Least privilege, held to the code: what a handler can reach it may do, and nothing else. Every call in functions/store/ is walked.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { at, deployed, list, ofType, policiesByHandler, type Statement } from './deployed.ts';
import { commandsIn, type Needed, permissionsFor, reachableFrom } from './sdk-calls.ts';

const store = resolve(import.meta.dirname, '../../functions/store');
const handlers = [...policiesByHandler()];

/** A statement, resource by resource, in the words of what the calls need. Logs and the poller of the event source are Lambda's own. */
function allowed(statements: readonly Statement[]): ReadonlySet<string> {
  const granted = statements.flatMap(({ Action, Resource }) =>
    list(Action)
      .filter((action) => !action.startsWith('logs:') && !pollerActions.has(action))
      .flatMap((action) => [...new Set(list(Resource).map(kindOf))].map((kind) => `${action} on ${kind}`)),
  );
  const both = ['ses:SendRawEmail on identity', 'ses:SendRawEmail on configuration set'];
  if (!both.every((one) => granted.includes(one))) return new Set(granted);
  return new Set([
    ...granted.filter((one) => !both.includes(one)),
    'ses:SendRawEmail on identity and configuration set',
  ]);
}

const pollerActions = new Set([
  'sqs:ReceiveMessage',
  'sqs:ChangeMessageVisibility',
  'sqs:GetQueueUrl',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
]);

function kindOf(resource: unknown): string {
  const written = JSON.stringify(resource);
  const id = /"(?:Fn::GetAtt":\["|Ref":")(\w+)"/.exec(written.replace(/"Ref":"AWS::\w+"/g, ''))?.[1] ?? '';
  const type = deployed.Resources[id]?.Type;
  if (written.includes('/index/due')) return 'index';
  if (written.includes('/inbound/*')) return 'mails';
  if (written.includes('/outbox/*')) return 'outbox';
  if (written.includes(':configuration-set/')) return 'configuration set';
  if (written.includes(':identity/')) return 'identity';
  if (type === 'AWS::DynamoDB::GlobalTable') return 'table';
  if (type === 'AWS::S3::Bucket') return 'bucket';
  if (type === 'AWS::SQS::Queue' && id.startsWith('DueQueue')) return 'due queue';
  return written;
}

describe.each(handlers)('%s', (handler, statements) => {
  const [file = '', exported = ''] = handler.split('.');
  const needed = permissionsFor(reachableFrom(`${file}.ts`, exported));
  const granted = allowed(statements);

  test('may do every call that it can reach', () => {
    expect([...needed].filter((one) => !granted.has(one))).toEqual([]);
  });

  test('may do nothing that it does not call', () => {
    expect([...granted].filter((one) => !needed.has(one as Needed))).toEqual([]);
  });
});

describe('functions/store', () => {
  const files = readdirSync(store).filter((name) => name.endsWith('.ts'));
  const grantedSomewhere = new Set(handlers.flatMap(([, statements]) => [...allowed(statements)]));

  test.each(files)('every call of %s is allowed to some function', (name) => {
    const needed = permissionsFor(readFileSync(join(store, name), 'utf8'));
    expect([...needed].filter((one) => !grantedSomewhere.has(one))).toEqual([]);
  });

  test('is where every call is made', () => {
    const triggers = readdirSync(resolve(store, '..')).filter((name) => name.endsWith('.ts'));
    const made = triggers.flatMap((name) => commandsIn(readFileSync(resolve(store, '..', name), 'utf8')));
    expect(made).toEqual([]);
  });
});

test('a queue is read by its own function alone', () => {
  for (const [, source] of ofType('AWS::Lambda::EventSourceMapping')) {
    const queue = at(source.Properties, 'EventSourceArn', 'Fn::GetAtt', 0);
    const readers = handlers.filter(([, statements]) =>
      statements.some(
        ({ Action, Resource }) =>
          list(Action).includes('sqs:ReceiveMessage') && at(Resource, 'Fn::GetAtt', 0) === queue,
      ),
    );
    expect(readers).toHaveLength(1);
  }
});
