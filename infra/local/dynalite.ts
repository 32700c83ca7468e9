// The inner parts of dynalite 4.0.0 that the embedded database is made of, with types. dynalite is CommonJS without declarations, and these are
// deep imports: the version is exact in package.json, and whoever changes it runs test/infra/local/dynamo.test.ts first.

import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';

/** DynamoDB's own JSON: `{ "S": "text" }`, `{ "N": "1" }`, … */
export type AttributeValue = Readonly<Record<string, unknown>>;
export type Item = Readonly<Record<string, AttributeValue>>;
export type Input = Readonly<Record<string, unknown>>;

export interface KeyElement {
  readonly AttributeName: string;
  readonly KeyType: 'HASH' | 'RANGE';
}

export interface IndexDescription {
  readonly IndexName: string;
  readonly KeySchema: readonly KeyElement[];
  readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
  readonly IndexStatus?: string;
}

export interface TableDescription {
  readonly TableName: string;
  readonly TableStatus: string;
  readonly KeySchema: readonly KeyElement[];
  readonly AttributeDefinitions: readonly { readonly AttributeName: string; readonly AttributeType: string }[];
  readonly GlobalSecondaryIndexes?: readonly IndexDescription[];
}

export type Callback<T> = (error: Error | null, result?: T) => void;

/** One table's items, or one index's entries, as dynalite's actions see them. */
export interface SubStore {
  lock(key: string, work: (release: <F>(callback: F) => F) => void): void;
  get(key: string, callback: Callback<Item>): void;
  put(key: string, value: Item, callback: Callback<void>): void;
  del(key: string, callback: Callback<void>): void;
  createValueStream(range: Record<string, unknown>): Readable;
  createReadStream(range: Record<string, unknown>): Readable;
}

export type BatchOperation =
  | { readonly type: 'put'; readonly key: string; readonly value: unknown }
  | { readonly type: 'del'; readonly key: string };

interface ValueIterator {
  nextv(count: number): Promise<unknown[]>;
  close(): Promise<void>;
}

/** The LevelDB underneath (package `level`), as far as it is used here. */
export interface Level {
  /** Both in bytes: blocks that are kept in memory, and what is written before it becomes a file. */
  open(options: { readonly cacheSize: number; readonly writeBufferSize: number }): Promise<void>;
  close(callback: (error?: Error | null) => void): void;
  get(key: string, callback: Callback<unknown>): void;
  put(key: string, value: unknown, callback: Callback<void>): void;
  batch(operations: readonly BatchOperation[], options: { readonly sync: boolean }): Promise<void>;
  clear(range: { readonly gte: string; readonly lt: string }): Promise<void>;
  values(range: object): ValueIterator;
}

export interface Store {
  readonly options: { readonly maxItemSize: number };
  readonly db: Level;
  readonly tableDb: { put(key: string, table: TableDescription, callback: Callback<void>): void };
  getItemDb(table: string): SubStore;
  getIndexDb(kind: string, table: string, index: string): SubStore;
  /** With two arguments, as actions on items call it: a table that can be used. With `false`, as actions on tables do: one in any state. */
  getTable(name: string, callback: Callback<TableDescription>): void;
  getTable(name: string, checkStatus: false, callback: Callback<TableDescription>): void;
}

/** What dynalite throws and hands to callbacks: an error that knows its HTTP answer. */
export interface DynaliteError extends Error {
  readonly statusCode: number;
  readonly body: Record<string, unknown> & { readonly __type: string; readonly message?: string };
}

export interface Database {
  create(options: object): Store;
  createKey(item: Item, table: TableDescription): string;
  itemSize(item: Item): number;
  /** The error where the condition does not hold, else undefined or null. */
  checkConditional(input: Input, item: Item | undefined): DynaliteError | null | undefined;
  validateKey(key: Item, table: TableDescription): DynaliteError | null | undefined;
  validationError(message: string): DynaliteError;
}

interface Validations {
  checkTypes(input: Input, types: unknown): Input;
  checkValidations(input: Input, types: unknown, custom: unknown, store: Store): void;
}

interface OperationValidation {
  readonly types: unknown;
  readonly custom: unknown;
}

export type Action = (store: Store, input: Input, callback: Callback<Input>) => void;

const require = createRequire(import.meta.url);

export const database = require('dynalite/db') as Database;
const validations = require('dynalite/validations') as Validations;

export const isDynaliteError = (error: unknown): error is DynaliteError =>
  error instanceof Error && 'statusCode' in error && 'body' in error;

/** An operation of DynamoDB's API: `prepare` checks and parses its input (throws `DynaliteError`), `act` does it. */
export interface Operation {
  prepare(input: Input, store: Store): Input;
  act(store: Store, prepared: Input): Promise<Input>;
}

/** @param name as the API calls it, e.g. `PutItem`. */
export function operation(name: string): Operation {
  const file = name[0]?.toLowerCase() + name.slice(1);
  const validation = require(`dynalite/validations/${file}`) as OperationValidation;
  const action = require(`dynalite/actions/${file}`) as Action;
  return {
    prepare(input, store) {
      const prepared = validations.checkTypes({ ...input }, validation.types);
      validations.checkValidations(prepared, validation.types, validation.custom, store);
      return prepared;
    },
    act: (store, prepared) => promised((callback) => action(store, prepared, callback)),
  };
}

/** The result of a function that takes a Node callback. */
export function promised<T>(call: (callback: Callback<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, result) => (error ? reject(error) : resolve(result as T)));
  });
}
