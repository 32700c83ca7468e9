// Calls the functions as Lambda does: found by the handler's name, with an event and a context. They are the very files of functions/, unbundled.
// Several calls may be under way in this one process, as where Lambda is told to do so (AWS_LAMBDA_MAX_CONCURRENCY): each runs in a context of its own,
// in which the libraries that functions use keep what belongs to one call. Without it one batch's failures would show up in another's answer.

import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InvokeStore } from '@aws/lambda-invoke-store';
import type { Context } from 'aws-lambda';
import { account, region } from './notifications.ts';

/** A Lambda function: its answer depends on who calls it. */
export type Handler = (event: unknown, context: Context) => Promise<unknown>;

const folder = resolve(import.meta.dirname, '../../functions');

/** @param name `FILE.EXPORT`, as the template has it. Import nothing of `functions/` that reads the environment before it is set. */
export async function handlerNamed(name: string): Promise<Handler> {
  const [file = '', exported = ''] = name.split('.');
  const url = pathToFileURL(join(folder, `${file}.ts`)).href;
  // Libraries set their state up where a module makes them: that too is in a context, one that no call sees.
  const calls = await InvokeStore.getInstanceAsync(true);
  const module = (await calls.run({}, () => import(url))) as Record<string, unknown>;
  const handler = module[exported];
  if (typeof handler !== 'function') throw new Error(`functions/${file}.ts exports no function ${exported}`);
  return handler as Handler;
}

/** Set before any function is loaded. */
export const concurrencySetting = { AWS_LAMBDA_MAX_CONCURRENCY: '10' };

/** Calls a handler and resolves with its answer; the time-out is told to it and left to the caller. */
export async function invoke(handler: Handler, name: string, event: unknown, timeoutMs: number): Promise<unknown> {
  const calls = await InvokeStore.getInstanceAsync(true);
  const context = contextOf(name, timeoutMs);
  return calls.run({}, () => handler(event, context));
}

function contextOf(name: string, timeoutMs: number): Context {
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
