// Who gets nothing more, asked for a few addresses and for a whole book.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Change } from '../../functions/introductions/known.ts';
import { mentorByAddress } from '../../functions/store/accounts.ts';
import { commit } from '../../functions/store/commit.ts';
import { optedOutAmong } from '../../functions/store/opt-outs.ts';
import type { Store } from '../../functions/store/store.ts';
import { type Local, startLocal } from '../local.ts';

let local: Local;
let store: Store;
let mentorId: string;

beforeAll(async () => {
  local = await startLocal();
  store = local.machine.store;
  await local.machine.addMentor({ name: 'Ruth Alder', email: 'ruth@alder.test' });
  mentorId = (await mentorByAddress(store, 'ruth@alder.test'))?.id ?? '';
});
afterAll(() => local.stop());

let serial = 0;
const change = (one: Change) =>
  commit(
    store,
    { place: `d${++serial}`, changes: [one], letters: [] },
    {
      now: local.machine.now().toISOString(),
      mentorId,
      claim: null,
    },
  );

const book = Array.from({ length: 1000 }, (_, n) => `p${n}@many.test`);
const few = book.slice(0, 20);

test('nobody has opted out at first', async () => {
  expect([...(await optedOutAmong(store, few)), ...(await optedOutAmong(store, book))]).toEqual([]);
});

test('whoever has is found among a few addresses and among a thousand alike, and nobody else', async () => {
  for (const address of ['p3@many.test', 'p17@many.test', 'elsewhere@other.test'])
    await change({ kind: 'opt-out', address, at: local.machine.now().toISOString() });
  expect([...(await optedOutAmong(store, few))]).toEqual(['p3@many.test', 'p17@many.test']);
  expect([...(await optedOutAmong(store, book))]).toEqual(['p3@many.test', 'p17@many.test']);
});

test('a thousand addresses cost one request for each of the sixteen partitions, and no more', async () => {
  local.machine.faults.breakAfter(17);
  await expect(optedOutAmong(store, book)).resolves.toBeDefined();
  expect(local.machine.faults.broken).toBe(false);
  local.machine.faults.clear();
});

test('whoever comes back is found no longer', async () => {
  await change({ kind: 'opt-in', address: 'p3@many.test' });
  expect([...(await optedOutAmong(store, book))]).toEqual(['p17@many.test']);
});
