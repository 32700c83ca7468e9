// What gets deployed, read from the stack's template, so that this machine and the cloud cannot differ: the table, the environment of the functions,
// which queue brings what to which handler and how often. The template is kept from one start to the next while the stack is the same.

import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Template } from '../template.ts';
import type { Input } from './dynalite.ts';

export interface TableShape {
  readonly AttributeDefinitions: unknown;
  readonly KeySchema: unknown;
  readonly GlobalSecondaryIndexes: readonly { readonly IndexName: string; readonly KeySchema: unknown }[];
  readonly TimeToLiveSpecification: Input;
}

/** A queue and the function that works on its messages. */
export interface Work {
  /** The queue's logical id in the template. */
  readonly queue: string;
  /** `FILE.EXPORT` */
  readonly handler: string;
  readonly batchSize: number;
  readonly concurrency: number;
  readonly maxReceiveCount: number;
  readonly timeoutMs: number;
}

export interface Deployment {
  readonly table: TableShape;
  readonly work: readonly Work[];
  /** Handler that is called every minute. */
  readonly everyMinute: string;
  /** Handler behind the function URL. */
  readonly clicked: string;
  /** The environment of all functions together; `nameOf` tells what a resource of a type, with its logical id, is called here. */
  environment(nameOf: (type: string, logicalId: string) => string): Record<string, string>;
}

const infra = resolve(import.meta.dirname, '..');
const cache = resolve(infra, '../node_modules/.cache/stepback');

/** Within milliseconds where the same stack was synthesised before, else within about three seconds. */
export async function deployment(domain: string): Promise<Deployment> {
  const kept = join(cache, `template-${await fingerprint(domain)}.json`);
  try {
    return deploymentOf(JSON.parse(await readFile(kept, 'utf8')) as Template);
  } catch {
    const json = await synthesised(domain);
    await keep(kept, json).catch(() => {});
    return deploymentOf(JSON.parse(json) as Template);
  }
}

/** Of everything that the template is made from. */
async function fingerprint(domain: string): Promise<string> {
  const hash = createHash('sha256').update(domain);
  const files = (await readdir(infra)).filter((name) => name.endsWith('.ts')).map((name) => join(infra, name));
  for (const file of [...files.sort(), resolve(infra, '../package-lock.json')]) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 24);
}

async function synthesised(domain: string): Promise<string> {
  const program = join(import.meta.dirname, 'print-template.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [program, domain], { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** Several processes may do this at once; each sees a whole file or none. */
async function keep(file: string, content: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const temporary = `${file}.${randomUUID()}`;
  await writeFile(temporary, content);
  await rename(temporary, file);
}

interface LambdaProperties {
  readonly Handler: string;
  readonly Timeout: number;
  readonly Environment: { readonly Variables: Readonly<Record<string, unknown>> };
}

/** Throws where the template lacks what the local runner needs. */
export function deploymentOf({ Resources }: Template): Deployment {
  const ofType = <T>(type: string): (T & { readonly id: string })[] =>
    Object.entries(Resources).flatMap(([id, { Type, Properties }]) =>
      Type === type ? [{ ...(Properties as T), id }] : [],
    );
  const lambdas = new Map(ofType<LambdaProperties>('AWS::Lambda::Function').map((one) => [one.id, one]));
  const lambda = (reference: unknown): LambdaProperties =>
    known(lambdas.get(idIn(reference)), `function ${idIn(reference)}`);
  const queues = new Map(
    ofType<{ RedrivePolicy?: { maxReceiveCount: number } }>('AWS::SQS::Queue').map((one) => [one.id, one]),
  );
  const mappings = ofType<{
    EventSourceArn: unknown;
    FunctionName: unknown;
    BatchSize: number;
    ScalingConfig: { MaximumConcurrency: number };
  }>('AWS::Lambda::EventSourceMapping');
  const [schedule] = ofType<{ Target: { Arn: unknown } }>('AWS::Scheduler::Schedule');
  const [url] = ofType<{ TargetFunctionArn: unknown }>('AWS::Lambda::Url');
  const [table] = ofType<TableShape>('AWS::DynamoDB::GlobalTable');
  return {
    table: known(table, 'table'),
    work: mappings.map((mapping) => {
      const queue = idIn(mapping.EventSourceArn);
      const { Handler, Timeout } = lambda(mapping.FunctionName);
      return {
        queue,
        handler: Handler,
        batchSize: mapping.BatchSize,
        concurrency: mapping.ScalingConfig.MaximumConcurrency,
        maxReceiveCount: known(queues.get(queue)?.RedrivePolicy, `dead-letter queue of ${queue}`).maxReceiveCount,
        timeoutMs: Timeout * 1000,
      };
    }),
    everyMinute: lambda(schedule?.Target.Arn).Handler,
    clicked: lambda(url?.TargetFunctionArn).Handler,
    environment: (nameOf) =>
      Object.fromEntries(
        [...lambdas.values()].flatMap(({ Environment }) =>
          Object.entries(Environment.Variables).map(([name, value]) => [
            name,
            typeof value === 'string' ? value : nameOf(known(Resources[idIn(value)], name).Type, idIn(value)),
          ]),
        ),
      ),
  };
}

/** The logical id that `{"Ref": ID}`, `{"Fn::GetAtt": [ID, …]}`, or something around one of them speaks of; '' where there is none. */
function idIn(reference: unknown): string {
  if (typeof reference !== 'object' || reference === null) return '';
  if ('Ref' in reference && typeof reference.Ref === 'string') return reference.Ref;
  if ('Fn::GetAtt' in reference && Array.isArray(reference['Fn::GetAtt'])) return String(reference['Fn::GetAtt'][0]);
  return (
    Object.values(reference)
      .map(idIn)
      .find((id) => id !== '') ?? ''
  );
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the stack's template has no ${what}, which the local runner needs`);
  return value;
}
