// A durable queue with the manners of SQS: a message is delivered at least once, comes back after a while when it was not worked on, and goes to the
// dead letters when it has come back too often. One file for each message, named by its place in line and how often it was received.
//
// Why not a ready-made SQS (fauxqs was tried): the mailroom answers when a mail "has been worked on" and the clock turns only when all is quiet, so
// somebody must be able to wait for one message and for silence; SQS can be asked for neither. It is 150 lines.

import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SafeFolder } from './safe-files.ts';

export interface Message {
  readonly id: string;
  readonly body: string;
  /** How often it was received, this time included. */
  readonly receiveCount: number;
  readonly sentAt: Date;
}

/** Works on some messages and returns the ids of those that failed; all failed when it throws. */
export type Worker = (messages: readonly Message[]) => Promise<readonly string[]>;

export interface QueueSettings {
  readonly name: string;
  /** The queues' folder; each has its own below it. */
  readonly path: string;
  /** Receives after which a message goes to the dead letters. */
  readonly maxReceiveCount: number;
  readonly batchSize: number;
  /** Batches that are worked on at once. */
  readonly concurrency: number;
  /** What is not worked on in this time has failed. */
  readonly timeoutMs: number;
  /** How long a message stays away after it failed for the nth time (the last one stands for all after). SQS has one long time; here somebody watches. */
  readonly retryMs: readonly number[];
}

/** `done`: worked on. `failed`: it will come back later. `dead`: it came back too often. `gone`: the queue was emptied or stopped. */
export type Fate = 'done' | 'failed' | 'dead' | 'gone';

export interface DeadLetter {
  readonly queue: string;
  readonly id: string;
  readonly sentAt: string;
  readonly body: string;
}

interface Waiting {
  readonly id: string;
  readonly body: string;
  readonly sentAt: Date;
  receiveCount: number;
  visibleAt: number;
  working: boolean;
  readonly listeners: ((fate: Fate) => void)[];
}

export class Queue {
  readonly name: string;
  readonly #settings: QueueSettings;
  readonly #folder: SafeFolder;
  readonly #dead: SafeFolder;
  readonly #waiting = new Map<string, Waiting>();
  #worker: Worker | null = null;
  #batches = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | null = null;
  #sequence = 0;

  private constructor(settings: QueueSettings, folder: SafeFolder, dead: SafeFolder) {
    this.name = settings.name;
    this.#settings = settings;
    this.#folder = folder;
    this.#dead = dead;
  }

  /** Messages that were there before, also those that a killed process was working on, are visible at once. */
  static async open(settings: QueueSettings): Promise<Queue> {
    const folder = await SafeFolder.open(join(settings.path, settings.name));
    const dead = await SafeFolder.open(join(settings.path, `${settings.name}-dead-letters`));
    const queue = new Queue(settings, folder, dead);
    for (const name of await folder.names()) queue.#add(await stored(folder, name));
    return queue;
  }

  /** Resolves with the message's id once it is safe on the disk. */
  async send(body: string, delayMs = 0): Promise<string> {
    const sentAt = new Date();
    const place = `${sentAt.getTime().toString(36).padStart(9, '0')}${(this.#sequence++ % 46656).toString(36).padStart(3, '0')}`;
    const id = `${place}-${randomUUID()}`;
    await this.#folder.write(fileOf(id, 0), body);
    this.#add({ id, body, sentAt, receiveCount: 0, visibleAt: Date.now() + delayMs, working: false, listeners: [] });
    this.#receive();
    return id;
  }

  /** From now on messages are received and worked on. */
  work(worker: Worker): void {
    this.#worker = worker;
    this.#receive();
  }

  /** Receives no more, and resolves when what was being worked on has ended. */
  async pause(): Promise<void> {
    this.#worker = null;
    if (this.#timer) clearTimeout(this.#timer);
    while (this.#batches.size > 0) await Promise.all(this.#batches);
  }

  /** What becomes of a message next; `done` for one that is no longer here. */
  next(id: string): Promise<Fate> {
    const message = this.#waiting.get(id);
    if (message === undefined) return Promise.resolve('done');
    return new Promise((resolve) => message.listeners.push(resolve));
  }

  /** Ids of messages that can be worked on now or are being worked on; not those that failed and stay away for a while. */
  lively(): string[] {
    const now = Date.now();
    return [...this.#waiting.values()].filter((one) => one.working || one.visibleAt <= now).map(({ id }) => id);
  }

  /** Removes every message and dead letter; who waits for one learns that it is gone. Pause first. */
  async empty(): Promise<void> {
    for (const message of this.#waiting.values()) tell(message, 'gone');
    this.#waiting.clear();
    await this.#folder.empty();
    await this.#dead.empty();
  }

  async deadLetters(): Promise<DeadLetter[]> {
    const names = await this.#dead.names();
    return Promise.all(
      names.map(async (name) => {
        const { id, sentAt, body } = await stored(this.#dead, name);
        return { queue: this.name, id, sentAt: sentAt.toISOString(), body };
      }),
    );
  }

  /** Brings the dead letters back to be worked on anew; returns how many. */
  async redrive(): Promise<number> {
    const names = await this.#dead.names();
    for (const name of names) {
      const { body } = await stored(this.#dead, name);
      await this.send(body);
      await this.#dead.remove(name);
    }
    return names.length;
  }

  #add(message: Waiting): void {
    this.#waiting.set(message.id, message);
  }

  #receive(): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#worker === null) return;
    while (this.#batches.size < this.#settings.concurrency) {
      const batch = this.#visible(this.#settings.batchSize);
      if (batch.length === 0) break;
      const worked = this.#workOn(batch, this.#worker).finally(() => {
        this.#batches.delete(worked);
        this.#receive();
      });
      this.#batches.add(worked);
    }
    this.#receiveLater();
  }

  #visible(most: number): Waiting[] {
    const now = Date.now();
    const found: Waiting[] = [];
    for (const message of this.#waiting.values()) {
      if (found.length === most) break;
      if (!message.working && message.visibleAt <= now) found.push(message);
    }
    return found;
  }

  #receiveLater(): void {
    if (this.#batches.size >= this.#settings.concurrency) return;
    let next = Number.POSITIVE_INFINITY;
    for (const { working, visibleAt } of this.#waiting.values()) if (!working) next = Math.min(next, visibleAt);
    if (next < Number.POSITIVE_INFINITY)
      this.#timer = setTimeout(() => this.#receive(), Math.max(0, next - Date.now()));
  }

  async #workOn(visible: readonly Waiting[], worker: Worker): Promise<void> {
    for (const message of visible) message.working = true;
    const batch: Waiting[] = [];
    for (const message of visible) if (await this.#isReceived(message)) batch.push(message);
    if (batch.length === 0) return;
    const failed = await this.#failedOf(batch, worker);
    for (const message of batch) {
      const fate = await (failed.has(message.id) ? this.#putBack(message) : this.#remove(message));
      message.working = false;
      tell(message, fate);
    }
  }

  /** Counts the receiving. False where the queue was emptied just when the message came in. */
  async #isReceived(message: Waiting): Promise<boolean> {
    const before = fileOf(message.id, message.receiveCount++);
    try {
      await this.#folder.rename(before, fileOf(message.id, message.receiveCount));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      this.#waiting.delete(message.id);
      tell(message, 'gone');
      return false;
    }
  }

  async #failedOf(batch: readonly Waiting[], worker: Worker): Promise<ReadonlySet<string>> {
    const all = new Set(batch.map(({ id }) => id));
    try {
      const failed = await inTime(worker(batch.map(asMessage)), this.#settings.timeoutMs);
      // As Lambda does: one id that is none of the batch's means that the whole batch failed.
      return failed.every((id) => all.has(id)) ? new Set(failed) : all;
    } catch (error) {
      console.error(`${this.name}: ${all.size} message(s) failed:`, error);
      return all;
    }
  }

  async #remove(message: Waiting): Promise<Fate> {
    this.#waiting.delete(message.id);
    await this.#folder.remove(fileOf(message.id, message.receiveCount));
    return 'done';
  }

  async #putBack(message: Waiting): Promise<Fate> {
    const { maxReceiveCount, retryMs } = this.#settings;
    if (message.receiveCount < maxReceiveCount) {
      message.visibleAt = Date.now() + (retryMs[message.receiveCount - 1] ?? retryMs.at(-1) ?? 0);
      return 'failed';
    }
    await this.#dead.write(fileOf(message.id, message.receiveCount), message.body);
    await this.#remove(message);
    console.error(
      `${this.name}: a message was received ${message.receiveCount} times in vain, now in the dead letters`,
    );
    return 'dead';
  }
}

const fileOf = (id: string, receiveCount: number): string => `${id}.${receiveCount}`;

async function stored(folder: SafeFolder, name: string): Promise<Waiting> {
  const [id = '', receiveCount = '0'] = name.split('.');
  return {
    id,
    body: await readFile(folder.file(name), 'utf8'),
    sentAt: new Date(Number.parseInt(id.slice(0, 9), 36)),
    receiveCount: Number(receiveCount),
    visibleAt: 0,
    working: false,
    listeners: [],
  };
}

const asMessage = ({ id, body, receiveCount, sentAt }: Waiting): Message => ({ id, body, receiveCount, sentAt });

function tell(message: Waiting, fate: Fate): void {
  for (const listener of message.listeners.splice(0)) listener(fate);
}

async function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not worked on within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
