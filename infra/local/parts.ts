// The embedded parts, opened over the folders of `DATA_DIR` in the order in which they need each other, and what they are called.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Faults, type Listening } from './aws-endpoint.ts';
import { Clock } from './clock.ts';
import type { Deployment, Work } from './deployment.ts';
import { type Dynamo, startDynamo } from './dynamo.ts';
import { LetterBox } from './letter-box.ts';
import { type Objects, startObjects } from './objects.ts';
import { Queue } from './queue.ts';
import { type Relay, relayTo } from './relay.ts';
import { SafeFolder } from './safe-files.ts';
import { startSes } from './ses.ts';
import type { Settings } from './settings.ts';
import { startSqs } from './sqs.ts';
import { makeTable } from './table.ts';

export interface PartCircumstances {
  /** Wait for the disk at each write to the database. */
  readonly sync: boolean;
  /** Milliseconds by which index entries come after their items. */
  readonly indexLag: number;
  /** How long a message of a queue stays away after it failed, time after time. */
  readonly retryMs: readonly number[];
  /** How often expired items are looked for. */
  readonly sweepMs: number;
  /** What is deployed, for a domain. */
  readonly deployed: (domain: string) => Promise<Deployment>;
}

export const tableName = 'stepback';
export const bucket = 'mails';
export const configurationSet = 'letters';

/** Handler → the queue that brings it work. */
const queueNames: Readonly<Record<string, string>> = {
  'inbound.handler': 'inbound',
  'outcomes.handler': 'outcomes',
  'clock.due': 'due',
};

export interface Parts {
  readonly deployed: Deployment;
  readonly notes: SafeFolder;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly dynamo: Dynamo;
  readonly objects: Objects;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly letterBox: LetterBox;
  readonly relay: Relay;
  readonly ses: Listening;
  readonly sqs: Listening;
}

export async function openParts(settings: Settings, circumstances: PartCircumstances): Promise<Parts> {
  const { dataDir, domain, relayUrl } = settings;
  const folder = (name: string): string => join(dataDir, name);
  await mkdir(dataDir, { recursive: true });
  const faults = new Faults();
  const { sync, indexLag, sweepMs } = circumstances;
  const [deployed, dynamo] = await Promise.all([
    circumstances.deployed(domain),
    startDynamo({ path: folder('database'), sync, indexLag, sweepMs, faults }),
  ]);
  await makeTable(dynamo, tableName, deployed.table);
  const notes = await SafeFolder.open(folder('notes'));
  const clock = await Clock.open(notes);
  const objects = await startObjects({ path: folder('objects'), bucket, faults });
  const queues = await openQueues(folder('queues'), deployed.work, circumstances.retryMs);
  const letterBox = await LetterBox.open(folder('letters'));
  const relay = relayTo(relayUrl);
  const ses = await startSes({
    domain,
    configurationSet,
    letters: letterBox,
    faults,
    now: () => clock.now(),
    publish: async (notification) => {
      await queues.get('outcomes')?.send(notification);
    },
    relay: relay.send,
  });
  const sqs = await startSqs([...queues.values()], faults);
  return { deployed, notes, clock, faults, dynamo, objects, queues, letterBox, relay, ses, sqs };
}

async function openQueues(
  path: string,
  work: readonly Work[],
  retryMs: readonly number[],
): Promise<Map<string, Queue>> {
  const queues = new Map<string, Queue>();
  for (const { handler, batchSize, concurrency, maxReceiveCount, timeoutMs } of work) {
    const name = queueNameOf(handler);
    queues.set(name, await Queue.open({ name, path, batchSize, concurrency, maxReceiveCount, timeoutMs, retryMs }));
  }
  return queues;
}

export function queueNameOf(handler: string): string {
  const name = queueNames[handler];
  if (name === undefined) throw new Error(`the stack has a queue for ${handler}, which the local runner does not know`);
  return name;
}
