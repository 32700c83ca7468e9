// The clock that can be turned forward: the machine's own plus what it was turned by, which is kept from one start to the next.
// What people see goes by it; leases and queues go by the machine's.

import { readFile } from 'node:fs/promises';
import type { SafeFolder } from './safe-files.ts';

const fileName = 'clock.json';

export class Clock {
  readonly #folder: SafeFolder;
  #aheadMs: number;

  private constructor(folder: SafeFolder, aheadMs: number) {
    this.#folder = folder;
    this.#aheadMs = aheadMs;
  }

  static async open(folder: SafeFolder): Promise<Clock> {
    const kept = await readFile(folder.file(fileName), 'utf8').catch(() => null);
    return new Clock(folder, kept === null ? 0 : Number((JSON.parse(kept) as { aheadMs: number }).aheadMs));
  }

  now(): Date {
    return new Date(Date.now() + this.#aheadMs);
  }

  /** Never back: an instant that has passed changes nothing. */
  async turnTo(instant: Date): Promise<void> {
    await this.#set(Math.max(this.#aheadMs, instant.getTime() - Date.now()));
  }

  async reset(): Promise<void> {
    await this.#set(0);
  }

  async #set(aheadMs: number): Promise<void> {
    this.#aheadMs = aheadMs;
    await this.#folder.write(fileName, JSON.stringify({ aheadMs }));
  }
}
