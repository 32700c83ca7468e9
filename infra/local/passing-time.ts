// Time passing: the clock function is called every few seconds, and when the clock is turned forward it is called for each moment on the way at which
// something is due, in order, so that what happens in between happens at its own time.

import { allDueShards, dueIndex } from '../../functions/store/table.ts';
import type { Clock } from './clock.ts';
import type { Input } from './dynalite.ts';
import type { Dynamo } from './dynamo.ts';

export interface TimeSettings {
  readonly clock: Clock;
  readonly dynamo: Dynamo;
  readonly tableName: string;
  /** Calls the clock function with the event's time (ISO). */
  readonly tick: (time: string) => Promise<void>;
  /** Resolves when nothing is being worked on. */
  readonly quiet: () => Promise<void>;
  readonly tickMs: number;
}

interface DueEntry {
  readonly shard: string;
  /** Of the item and this due time: when it is due again it is another entry. */
  readonly id: string;
  readonly dueAt: string;
}

export class PassingTime {
  readonly #settings: TimeSettings;
  readonly #timer: NodeJS.Timeout;
  #turning: Promise<unknown> = Promise.resolve();
  #ticking = false;

  constructor(settings: TimeSettings) {
    this.#settings = settings;
    this.#timer = setInterval(() => this.#tickInPassing(), settings.tickMs);
    this.#timer.unref();
  }

  /** Resolves when a tick or a turn that is under way has ended. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#turning;
  }

  /** Alone: no tick and no turning of the clock while `work` runs. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turning.then(work);
    this.#turning = result.catch(() => {});
    return result;
  }

  /** Turns the clock to `target` and does everything due on the way, in order. */
  turnTo(target: Date): Promise<void> {
    return this.alone(() => this.#turn(target));
  }

  async #turn(target: Date): Promise<void> {
    const { clock, quiet } = this.#settings;
    await quiet();
    // What is still due after its tick waits for something else, a lease in real time for one; asking again at once would never end.
    const stuck = new Set<string>();
    for (;;) {
      const next = await this.#earliest(target, stuck);
      if (next === null) break;
      await clock.turnTo(new Date(next.dueAt));
      await this.#tickAt(next.dueAt);
      if (await this.#isStillDue(next)) stuck.add(next.id);
    }
    await clock.turnTo(target);
    await this.#tickAt(clock.now().toISOString());
  }

  async #tickAt(time: string): Promise<void> {
    await this.#settings.tick(time);
    await this.#settings.quiet();
  }

  async #isStillDue({ shard, id, dueAt }: DueEntry): Promise<boolean> {
    const same = await this.#dueIn(shard, { KeyConditionExpression: 'dueShard = :shard AND dueAt = :at' }, dueAt);
    return same.some((entry) => entry.id === id);
  }

  async #earliest(target: Date, stuck: ReadonlySet<string>): Promise<DueEntry | null> {
    const first = { KeyConditionExpression: 'dueShard = :shard AND dueAt <= :at', Limit: stuck.size + 1 };
    const due = await Promise.all(allDueShards.map((shard) => this.#dueIn(shard, first, target.toISOString())));
    const moving = due.flat().filter((entry) => !stuck.has(entry.id));
    return moving.sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))[0] ?? null;
  }

  async #dueIn(shard: string, query: Input, at: string): Promise<DueEntry[]> {
    const { dynamo, tableName } = this.#settings;
    const { Items } = await dynamo.call('Query', {
      ...query,
      TableName: tableName,
      IndexName: dueIndex,
      ExpressionAttributeValues: { ':shard': { S: shard }, ':at': { S: at } },
    });
    return (Items as Record<'pk' | 'sk' | 'dueAt', { S: string }>[]).map(({ pk, sk, dueAt }) => ({
      shard,
      id: `${pk.S}|${sk.S}|${dueAt.S}`,
      dueAt: dueAt.S,
    }));
  }

  #tickInPassing(): void {
    if (this.#ticking) return;
    this.#ticking = true;
    this.alone(() => this.#settings.tick(this.#settings.clock.now().toISOString()))
      .catch((error: unknown) => console.error('the clock function failed:', error))
      .finally(() => {
        this.#ticking = false;
      });
  }
}
