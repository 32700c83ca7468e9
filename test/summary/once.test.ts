// Once for each month, whatever fails and is tried again: in the first month the functions die after their first call to AWS, in the
// second after their second, and so on until there is none to die after. In the end exactly one letter has gone out each time.

import { setTimeout as passes } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Local, startLocal } from '../local.ts';

const retryMs = 100;
const asta = 'asta@vik.test';
let local: Local;

beforeAll(async () => {
  local = await startLocal({ retryMs: [retryMs] });
  const { machine } = local;
  await machine.turnTo(new Date('2028-01-20T12:00:00.000Z'));
  await machine.addMentor({ name: 'Asta Vik', email: asta });
  await machine.addPeople(asta, [
    { name: 'Ilse Brandt', email: 'ilse@brandt.test', kind: 'protege', goals: 'lighthouses' },
    { name: 'Bram Okafor', email: 'bram@okafor.test', tags: ['lighthouses'] },
  ]);
});
afterAll(() => local.stop());

/** The months whose first was the day of a letter, in order. */
const monthsTold = async () => (await local.letters({ to: asta })).map(({ at }) => at.slice(0, 7));

/** Whether there was a call to die after. */
async function dyingAfter(calls: number, due: DateTime): Promise<boolean> {
  const { machine } = local;
  machine.faults.breakAfter(calls);
  await machine.turnTo(due.toJSDate()).catch(() => {});
  const died = machine.faults.broken;
  machine.faults.clear();
  // Queues retry in real time, and the clock would outrun them.
  await passes(3 * retryMs);
  await machine.turnTo(due.plus({ hours: 1 }).toJSDate());
  return died;
}

test('a crash at any step between due and sent brings exactly one letter', { timeout: 240_000 }, async () => {
  const january = DateTime.fromISO('2028-01-01T08:00:00.000Z', { zone: 'utc' });
  const months: string[] = [];
  for (let calls = 1, died = true; died; calls++) {
    const due = january.plus({ months: calls });
    months.push(due.toFormat('yyyy-MM'));
    died = await dyingAfter(calls, due);
    expect(await monthsTold()).toEqual(months);
  }
  // Fewer would mean that it never came to the sending.
  expect(months.length).toBeGreaterThan(15);
});
