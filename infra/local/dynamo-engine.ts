// The embedded database's engine: dynalite's checks and actions on LevelDB, made safe. dynalite alone writes an item and its index entries one by
// one, and loses index entries for good when it is killed in between; here every write goes to a buffer first, and reaches LevelDB as one batch
// under one lock. Refuses nothing that dynalite accepts.

import { Readable } from 'node:stream';
import {
  type BatchOperation,
  type Callback,
  database,
  type Input,
  type Item,
  type Level,
  operation,
  promised,
  type Store,
  type SubStore,
  type TableDescription,
} from './dynalite.ts';

export interface EngineSettings {
  /** Folder of the LevelDB. */
  readonly path: string;
  /** Wait for the disk at each write (fsync). Not needed to survive a killed process, only a failing machine. */
  readonly sync: boolean;
  /** Index entries appear this many milliseconds after their items, as in AWS; 0: at once. Tests only: late ones do not survive a kill. */
  readonly indexLag: number;
}

const megabyte = 1024 * 1024;

export class Engine {
  readonly store: Store;
  readonly #level: Level;
  readonly #settings: EngineSettings;
  readonly #tables = new Map<string, TableDescription>();
  #lock: Promise<unknown> = Promise.resolve();
  #lateIndexes: Promise<unknown> = Promise.resolve();

  private constructor(store: Store, settings: EngineSettings) {
    this.#level = store.db;
    this.store = {
      ...store,
      getItemDb: (name) => readInChunks(store.getItemDb(name), this.#level, itemPrefix(name)),
      getIndexDb: (kind, name, index) =>
        readInChunks(store.getIndexDb(kind, name, index), this.#level, indexPrefix(kind, name, index)),
      getTable: this.#getTable(store),
    };
    this.#settings = settings;
  }

  static async open(settings: EngineSettings): Promise<Engine> {
    const store = database.create({ path: settings.path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
    await store.db.open({ cacheSize: 2 * megabyte, writeBufferSize: 2 * megabyte });
    return new Engine(store, settings);
  }

  async close(): Promise<void> {
    await this.#lock;
    await this.#lateIndexes;
    await promised<void>((callback) => this.#level.close((error) => callback(error ?? null)));
  }

  /** One after the other; what `work` reads nobody changes before it is done. */
  locked<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#lock.then(work);
    this.#lock = result.catch(() => {});
    return result;
  }

  /** A view whose writes stay in a buffer, and its `commit`, which writes them all or none. Use within `locked`. */
  begin(): { readonly view: Store; readonly commit: () => Promise<void> } {
    const buffer = new Map<string, BatchOperation>();
    const view: Store = {
      ...this.store,
      getItemDb: (name) => buffered(this.store.getItemDb(name), itemPrefix(name), buffer),
      getIndexDb: (kind, name, index) =>
        buffered(this.store.getIndexDb(kind, name, index), indexPrefix(kind, name, index), buffer),
    };
    return { view, commit: () => this.#commit([...buffer.values()]) };
  }

  async #commit(operations: readonly BatchOperation[]): Promise<void> {
    const lag = this.#settings.indexLag;
    if (lag === 0) return this.#write(operations);
    await this.#write(operations.filter(({ key }) => !key.startsWith('index-')));
    const late = operations.filter(({ key }) => key.startsWith('index-'));
    const due = new Promise((resolve) => setTimeout(resolve, lag));
    this.#lateIndexes = this.#lateIndexes.then(() => due).then(() => this.#write(late));
  }

  async #write(operations: readonly BatchOperation[]): Promise<void> {
    if (operations.length === 0) return;
    // dynalite has put a wrapper without options over `batch`; the class's own takes `sync`.
    const plainBatch = (Object.getPrototypeOf(this.#level) as Level).batch;
    await plainBatch.call(this.#level, operations, { sync: this.#settings.sync });
  }

  /** Every action on an item asks for its table first; LevelDB need not be asked each time. */
  #getTable(store: Store): Store['getTable'] {
    return (name: string, second: Callback<TableDescription> | false, third?: Callback<TableDescription>) => {
      if (second === false) return store.getTable(name, false, third ?? (() => {}));
      const known = this.#tables.get(name);
      if (known !== undefined) return void setImmediate(second, null, known);
      store.getTable(name, (error, table) => {
        if (table?.TableStatus === 'ACTIVE') this.#tables.set(name, table);
        second(error, table);
      });
    };
  }

  /** Call before and after tables change. */
  forgetTables(): void {
    this.#tables.clear();
  }

  table(name: string): Promise<TableDescription> {
    return promised((callback) => this.store.getTable(name, callback));
  }

  /** The item with the key that `item` holds; undefined where there is none. */
  async item(table: TableDescription, item: Item, view: Store = this.store): Promise<Item | undefined> {
    const key = database.createKey(item, table);
    try {
      return await promised<Item>((callback) => view.getItemDb(table.TableName).get(key, callback));
    } catch (error) {
      if (error instanceof Error && isNotFound(error)) return undefined;
      throw error;
    }
  }

  async tableNames(): Promise<readonly string[]> {
    const { TableNames } = await operation('ListTables').act(this.store, {});
    return TableNames as string[];
  }

  /** Removes every item of every table; the tables stay. */
  async empty(): Promise<void> {
    await this.locked(async () => {
      await this.#lateIndexes;
      for (const prefix of ['item-', 'index-']) await this.#level.clear({ gte: prefix, lt: `${prefix}\xff` });
    });
  }

  /** A record of our own beside the tables, e.g. a table's TTL setting; undefined where there is none. */
  async note(name: string): Promise<Input | undefined> {
    try {
      return (await promised<unknown>((callback) => this.#level.get(`note~${name}`, callback))) as Input | undefined;
    } catch (error) {
      if (error instanceof Error && isNotFound(error)) return undefined;
      throw error;
    }
  }

  async writeNote(name: string, value: Input): Promise<void> {
    await this.#write([{ type: 'put', key: `note~${name}`, value }]);
  }
}

// As dynalite makes them, or its own reads would miss what we write.
const itemPrefix = (table: string): string => `item-${table}~`;
const indexPrefix = (kind: string, table: string, index: string): string =>
  `index-${kind.toLowerCase()}~${table}~${index}~`;

const isNotFound = (error: Error): boolean =>
  error.name === 'NotFoundError' || ('code' in error && error.code === 'LEVEL_NOT_FOUND');

const notFound = (): Error => Object.assign(new Error('not found'), { name: 'NotFoundError' });

/** Reads see the buffer first; writes go there alone. Range reads see what is committed: no write of dynalite's needs more. */
function buffered(real: SubStore, prefix: string, buffer: Map<string, BatchOperation>): SubStore {
  return {
    lock: (_key, work) => work((callback) => callback),
    get(key, callback) {
      const waiting = buffer.get(prefix + key);
      if (waiting === undefined) real.get(key, callback);
      else if (waiting.type === 'del') setImmediate(callback, notFound());
      else setImmediate(callback, null, waiting.value as Item);
    },
    put(key, value, callback) {
      buffer.set(prefix + key, { type: 'put', key: prefix + key, value });
      setImmediate(callback, null);
    },
    del(key, callback) {
      buffer.set(prefix + key, { type: 'del', key: prefix + key });
      setImmediate(callback, null);
    },
    createValueStream: (range) => real.createValueStream(range),
    createReadStream: (range) => real.createReadStream(range),
  };
}

/**
 * Range reads of 500 values at a time: dynalite's own ask LevelDB for each, four times slower over a large book. And each iterator is closed:
 * one that stays open, as dynalite's do, keeps every file of that moment on the disk and in memory until the end.
 */
function readInChunks(real: SubStore, level: Level, prefix: string): SubStore {
  const createValueStream = (range: Record<string, unknown>): Readable => {
    const prefixed = { ...range };
    for (const bound of ['gt', 'gte', 'lt', 'lte']) if (bound in range) prefixed[bound] = `${prefix}${range[bound]}`;
    if (!('gt' in range || 'gte' in range)) prefixed.gte = prefix;
    if (!('lt' in range || 'lte' in range)) prefixed.lt = `${prefix}\xff`;
    return Readable.from(chunks(level.values(prefixed)));
  };
  return { ...real, createValueStream, createReadStream: createValueStream };
}

async function* chunks(iterator: ReturnType<Level['values']>): AsyncGenerator<unknown> {
  try {
    for (;;) {
      const values = await iterator.nextv(500);
      if (values.length === 0) return;
      yield* values;
    }
  } finally {
    await iterator.close();
  }
}
