// A function as Lambda runs it: the bundle that the stack deploys, in a process of its own, with the environment of its template and nothing else.

import { type ChildProcess, fork } from 'node:child_process';
import { resolve } from 'node:path';
import type { Context } from 'aws-lambda';
import type { Trigger } from '../../infra/function.ts';
import type { Template } from '../../infra/template.ts';
import { at, ofType } from './deployed.ts';

export type Call = (event: unknown, context: Context) => Promise<unknown>;

interface Answer {
  readonly ready?: true;
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: string;
}

/** What Lambda adds to the environment, and where this machine's endpoints are. */
const lambdaOwn = /^AWS_(?:REGION|ACCESS_KEY_ID|SECRET_ACCESS_KEY|EC2_METADATA_DISABLED|ENDPOINT_URL_\w+)$/;

/**
 * Starts the process and resolves once the bundle has been imported. The values of the template's variables are those of `known`, where
 * references have been resolved.
 */
export async function lambdaProcess(
  handler: string,
  bundleOf: (trigger: Trigger) => string,
  template: Template,
  known: NodeJS.ProcessEnv,
): Promise<{ call: Call; output: () => string; stop: () => void }> {
  const folder = bundleOf(handler.split('.')[0] as Trigger);
  const child = fork(resolve(import.meta.dirname, 'lambda-runtime.ts'), [folder, handler], {
    env: environmentOf(handler, template, known),
    execArgv: [],
    serialization: 'advanced',
    silent: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => waiting.get(answer.id ?? 0)?.(answer));
  await ready(child, waiting, () => output);
  let calls = 0;
  const call: Call = (event, context) =>
    new Promise((done, failed) => {
      const id = ++calls;
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error === undefined) done(result);
        else failed(new Error(error));
      });
      child.send({ id, event, context: plain(context) });
    });
  return { call, output: () => output, stop: () => child.kill() };
}

/** Exactly the variables that the template gives this function. */
function environmentOf(handler: string, template: Template, known: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const fn = ofType('AWS::Lambda::Function', template).find(
    ([, one]) => at(one.Properties, 'Handler') === handler,
  )?.[1];
  const variables = (at(fn?.Properties, 'Environment', 'Variables') ?? {}) as Record<string, unknown>;
  const own = Object.entries(variables).map(([name, value]) => [name, typeof value === 'string' ? value : known[name]]);
  return Object.fromEntries([...Object.entries(known).filter(([name]) => lambdaOwn.test(name)), ...own]);
}

const ready = (
  child: ChildProcess,
  waiting: Map<number, (answer: Answer) => void>,
  output: () => string,
): Promise<void> =>
  new Promise((done, failed) => {
    waiting.set(0, () => done());
    child.once('exit', (code) => failed(new Error(`the function's process ended with ${code}: ${output()}`)));
  });

/** A context without its functions, which do not pass between processes. */
const plain = (context: Context): object =>
  Object.fromEntries(Object.entries(context).filter(([, value]) => typeof value !== 'function'));
