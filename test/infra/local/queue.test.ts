// The durable queue: at least once, never lost, and dead letters in the end.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Message, Queue, type QueueSettings } from '../../../infra/local/queue.ts';

let path: string;
let open: Queue[];

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'queue-'));
  open = [];
});

afterEach(async () => {
  for (const queue of open) await queue.pause();
  await rm(path, { recursive: true });
});

async function queueWith(changes: Partial<QueueSettings> = {}): Promise<Queue> {
  const settings = {
    name: 'work',
    path,
    maxReceiveCount: 3,
    batchSize: 1,
    concurrency: 2,
    timeoutMs: 1000,
    retryMs: [10],
  };
  const queue = await Queue.open({ ...settings, ...changes });
  open.push(queue);
  return queue;
}

/** Works on everything and remembers the bodies. */
function remembering(bodies: string[], failing: (message: Message) => boolean = () => false) {
  return async (messages: readonly Message[]): Promise<string[]> => {
    bodies.push(...messages.map(({ body }) => body));
    return messages.filter(failing).map(({ id }) => id);
  };
}

test('a message that was worked on does not come again, also not after the next start', async () => {
  const queue = await queueWith();
  const bodies: string[] = [];
  const fate = queue.next(await queue.send('a'));
  queue.work(remembering(bodies));
  expect(await fate).toBe('done');
  await queue.pause();
  const after = await queueWith();
  after.work(remembering(bodies));
  expect(after.lively()).toEqual([]);
  expect(bodies).toEqual(['a']);
});

test('what was accepted before a start is worked on after it, in order', async () => {
  const queue = await queueWith();
  for (const body of ['a', 'b', 'c']) await queue.send(body);
  const after = await queueWith({ concurrency: 1 });
  const bodies: string[] = [];
  after.work(remembering(bodies));
  await expect.poll(() => bodies).toEqual(['a', 'b', 'c']);
});

test('a failed message comes again and blocks no other', async () => {
  const queue = await queueWith({ concurrency: 1 });
  const bodies: string[] = [];
  const bad = await queue.send('bad');
  const good = await queue.send('good');
  const fates = Promise.all([queue.next(bad), queue.next(good)]);
  queue.work(remembering(bodies, ({ body, receiveCount }) => body === 'bad' && receiveCount === 1));
  expect(await fates).toEqual(['failed', 'done']);
  expect(await queue.next(bad)).toBe('done');
  expect(bodies).toEqual(['bad', 'good', 'bad']);
});

describe('the whole batch has failed', () => {
  const failures: [string, (messages: readonly Message[]) => Promise<string[]>][] = [
    ['when its worker throws', () => Promise.reject(new Error('out of order'))],
    ['when an id is none of the batch', () => Promise.resolve(['somebody else'])],
    ['when it is not worked on in time', () => new Promise(() => {})],
  ];
  test.each(failures)('%s', async (_, worker) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const queue = await queueWith({ batchSize: 10, timeoutMs: 50, retryMs: [60_000] });
    const ids = [await queue.send('a'), await queue.send('b')];
    const fates = ids.map((id) => queue.next(id));
    queue.work(worker);
    expect(await Promise.all(fates)).toEqual(['failed', 'failed']);
    vi.restoreAllMocks();
  });
});

test('a message received too often goes to the dead letters, stays there, and can be brought back', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const queue = await queueWith();
  const id = await queue.send('poison');
  queue.work(async (messages) => messages.map(({ id }) => id));
  const fates = [await queue.next(id), await queue.next(id), await queue.next(id)];
  expect(fates).toEqual(['failed', 'failed', 'dead']);
  await queue.pause();
  const after = await queueWith();
  expect(await after.deadLetters()).toMatchObject([{ queue: 'work', body: 'poison' }]);
  const bodies: string[] = [];
  after.work(remembering(bodies));
  expect(await after.redrive()).toBe(1);
  await expect.poll(() => bodies).toEqual(['poison']);
  expect(await after.deadLetters()).toEqual([]);
  vi.restoreAllMocks();
});

test('how often a message was received is known after a start: what kills the process is not tried for ever', async () => {
  const queue = await queueWith();
  const dying = Promise.withResolvers<string[]>();
  queue.work(() => dying.promise);
  await queue.send('kills');
  await expect.poll(() => queue.lively()).toHaveLength(1);
  const after = await queueWith();
  const counts: number[] = [];
  after.work(async (messages) => {
    counts.push(...messages.map(({ receiveCount }) => receiveCount));
    return [];
  });
  await expect.poll(() => counts).toEqual([2]);
  dying.resolve([]);
});

test('a delayed message comes when its time is over', async () => {
  const queue = await queueWith();
  const bodies: string[] = [];
  queue.work(remembering(bodies));
  await queue.send('later', 80);
  await queue.send('now');
  await expect.poll(() => bodies).toEqual(['now', 'later']);
});

test('a queue may be emptied while messages come in', async () => {
  const queue = await queueWith();
  for (let round = 0; round < 5; round++) {
    const sending = Promise.all(Array.from({ length: 20 }, (_, n) => queue.send(String(n))));
    await queue.empty();
    queue.work(async () => []);
    await sending;
    await expect.poll(() => queue.lively()).toEqual([]);
    await queue.pause();
  }
});

test('an emptied queue tells those who wait', async () => {
  const queue = await queueWith();
  const fate = queue.next(await queue.send('a'));
  await queue.empty();
  expect(await fate).toBe('gone');
});
