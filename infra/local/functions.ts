// Calls the functions as Lambda does: found by the handler's name, with an event and a context. They are the very files of functions/, unbundled.

import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Context } from 'aws-lambda';
import { account, region } from './notifications.ts';

/** A Lambda function: its answer depends on who calls it. */
export type Handler = (event: unknown, context: Context) => Promise<unknown>;

const folder = resolve(import.meta.dirname, '../../functions');

/** @param name `FILE.EXPORT`, as the template has it. Import nothing of `functions/` that reads the environment before it is set. */
export async function handlerNamed(name: string): Promise<Handler> {
  const [file = '', exported = ''] = name.split('.');
  const module = (await import(pathToFileURL(join(folder, `${file}.ts`)).href)) as Record<string, unknown>;
  const handler = module[exported];
  if (typeof handler !== 'function') throw new Error(`functions/${file}.ts exports no function ${exported}`);
  return handler as Handler;
}

export function contextOf(name: string, timeoutMs: number): Context {
  const deadline = Date.now() + timeoutMs;
  const ignored = (): void => {};
  return {
    awsRequestId: randomUUID(),
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:${region}:${account}:function:${name}`,
    memoryLimitInMB: '1024',
    logGroupName: name,
    logStreamName: name,
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: ignored,
    fail: ignored,
    succeed: ignored,
  };
}
