// What a summary costs through the real parts, from due to sent: 10 to 10,000 mentors due in the same minute, and one mentor with a long
// history. Both should be flat. Everything runs in one process, the embedded database, SES and queues too. Run: node test/bench/due-summaries.ts

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as passes } from 'node:timers/promises';
import type { Introduction, Party } from '../../functions/introductions/life.ts';
import { createMentor, inParallel, putPeople } from '../../functions/store/accounts.ts';
import { commit } from '../../functions/store/commit.ts';
import { OneMachine } from '../../infra/local/one-machine.ts';

const joined = '2028-01-20T12:00:00.000Z';
const dueAt = '2028-02-01T08:00:00.000Z';

const dataDir = await mkdtemp(join(tmpdir(), 'stepback-bench-'));
const settings = { domain: 'stepback.test', smtpPort: 0, webPort: 0, dataDir, relayUrl: null, sample: false };
// The functions open their store once for each process: one machine, emptied in between.
const machine = await OneMachine.start(settings, { tickMs: 3_600_000 });
const { tick } = await import('../../functions/clock.ts');

const people = ['Ilse Brandt', 'Bram Okafor', 'Cleo Marsh', 'Dov Lindgren', 'Esme Fall'];

async function addMentor(n: number): Promise<string> {
  const { store } = machine;
  const id = `mentor${n}`;
  const secret = n.toString(16).padStart(64, '0');
  await createMentor(store, { id, secret, name: 'Asta Vik', address: `m${n}@vik.test`, timeZone: 'UTC', now: joined });
  const rows = people.map((name, i) => ({
    personId: `p${i}`,
    entry: {
      name,
      addresses: [`${i}@book${n}.test`],
      ...(i === 0 ? { kind: 'protege' as const, goals: 'lighthouses' } : { tags: ['lighthouses', `field ${i}`] }),
    },
  }));
  await putPeople(store, id, rows);
  return id;
}

interface Cost {
  /** Until every letter has gone out and its events are noted. */
  readonly seconds: number;
  /** Of the processor, for everything in this process. */
  readonly processorSeconds: number;
}

async function sendAll(time: string): Promise<Cost> {
  const began = performance.now();
  const before = process.cpuUsage();
  await tick({ time });
  while (machine.queue('due').lively().length + machine.queue('outcomes').lively().length > 0) await passes(5);
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - began) / 1000, processorSeconds: (user + system) / 1e6 };
}

async function manyMentors(count: number): Promise<string> {
  await machine.reset();
  await inParallel(
    Array.from({ length: count }, (_, n) => n),
    8,
    async (n) => {
      await addMentor(n);
    },
  );
  const { seconds, processorSeconds } = await sendAll(dueAt);
  const sent = (await machine.letters()).length;
  const figures = [(1000 * seconds) / count, (1000 * processorSeconds) / count, seconds].map((one) => one.toFixed(1));
  return [count, ...figures, sent].map((one) => String(one).padStart(12)).join('');
}

const party = (n: number): Party => ({
  personId: `p${n}`,
  name: people[n] ?? '',
  address: `${n}@book0.test`,
  addresses: [`${n}@book0.test`],
  repliedAt: joined,
  isMentor: false,
});

/** Four a day, the last on the day of joining. */
const introductionOf = (number: number, made: number, mentorId: string): Introduction => {
  const at = new Date(Date.parse(joined) - (made - number) * 6 * 3_600_000).toISOString();
  return {
    mentorId,
    number,
    localPart: `i-${String(number).padStart(20, 'a')}`,
    to: party(1 + (number % 4)),
    cc: party(0),
    note: 'They should meet.',
    subject: 'Ilse Brandt <> Somebody',
    origin: 'request',
    state: { kind: 'closed', at },
    createdAt: at,
    sentAt: at,
    messageIds: [],
    anyway: false,
    agreed: [],
    nudged: 0,
    askedOutcome: false,
    outcome: null,
    version: 0,
  };
};

async function longHistory(made: number): Promise<string> {
  await machine.reset();
  const mentorId = await addMentor(0);
  await inParallel(
    Array.from({ length: made }, (_, n) => introductionOf(n + 1, made, mentorId)),
    8,
    async (introduction) => {
      const changes = [{ kind: 'introduction', introduction, was: null } as const];
      await commit(machine.store, { place: '', changes, letters: [] }, { mentorId, now: joined, claim: null });
    },
  );
  const milliseconds: number[] = [];
  for (const month of months) milliseconds.push(1000 * (await sendAll(`${month}-01T08:00:00.000Z`)).processorSeconds);
  return `${String(made).padStart(23)}  ${milliseconds.map((each) => each.toFixed(0).padStart(4)).join(' ')}`;
}

/** In the last of them nothing is left of what was introduced before. */
const months = Array.from({ length: 11 }, (_, n) => `2028-${String(n + 2).padStart(2, '0')}`);

await manyMentors(20);
console.log('     mentors     ms each   processor     seconds        sent');
for (const count of [10, 100, 1_000, 10_000]) console.log(await manyMentors(count));
console.log('\nintroductions ever made   ms of the processor for the summary of each month, January to November');
for (const made of [5, 50, 500, 5_000]) console.log(await longHistory(made));
await machine.stop();
await rm(dataDir, { recursive: true, force: true });
