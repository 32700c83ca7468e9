// Operations by script, against the parts that `npm start` runs: the same commands work on what is deployed.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { mentorByAddress } from '../../functions/store/accounts.ts';
import { arrivalIn } from '../../functions/store/notifications.ts';
import { forgetEverywhere, keptOf } from '../../infra/commands/forget.ts';
import { everythingOf, invite } from '../../infra/commands/mentor.ts';
import { notificationFor, storedMail } from '../../infra/commands/replay.ts';
import { stepFor } from '../../infra/commands/rules.ts';
import { OneMachine } from '../../infra/local/one-machine.ts';
import { operationVariables, outputName } from '../../infra/outputs.ts';
import { deployed } from './deployed.ts';

const domain = 'intro.stepback.test';
const helped = (name: string) => readFile(resolve(import.meta.dirname, '../../infra/commands', `${name}.ts`), 'utf8');

let folder: string;
let machine: OneMachine;
let refusing = false;

/** Takes whatever comes, or nothing. */
const answer = ({ Records = [] }: Partial<SQSEvent>): SQSBatchResponse => ({
  batchItemFailures: refusing ? Records.map(({ messageId }) => ({ itemIdentifier: messageId })) : [],
});

const execute = promisify(execFile);

/** A command as somebody types it. */
async function run(
  command: string,
  ...words: readonly string[]
): Promise<{ status: number; stdout: string; stderr: string }> {
  const file = resolve(import.meta.dirname, '../../infra/commands', `${command}.ts`);
  const env = { PATH: process.env.PATH, DATA_DIR: folder };
  try {
    const { stdout, stderr } = await execute(process.execPath, [file, ...words, '--local'], { env });
    return { status: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, stdout, stderr };
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stepback-commands-'));
  machine = await OneMachine.start(
    { domain, smtpPort: 0, webPort: 0, dataDir: folder, relayUrl: null, sample: false },
    // What arrives is kept and nobody works on it: these tests are about what surrounds the functions.
    {
      sync: false,
      tickMs: 3_600_000,
      retryMs: [0],
      handler: async () => async (event) => answer(event as Partial<SQSEvent>),
    },
  );
});

afterAll(async () => {
  await machine?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('which rule set is active', () => {
  test.each([
    ['activate', null, false, { kind: 'set', name: 'ours' }],
    ['activate', 'ours', false, { kind: 'already' }],
    ['activate', 'theirs', true, { kind: 'set', name: 'ours' }],
    ['deactivate', 'ours', false, { kind: 'set', name: null }],
  ] as const)('%s, with %s active (force: %s): %o', (wish, active, force, step) => {
    expect(stepFor(wish, 'ours', active, force)).toEqual(step);
  });

  test('somebody else’s is never replaced without --force, and the way around it is named', () => {
    expect(stepFor('activate', 'ours', 'theirs', false)).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('-c ruleSet=theirs'),
    });
  });

  test.each([['theirs'], [null]])('removal deactivates only what is ours, not %s', (active) => {
    expect(stepFor('deactivate', 'ours', active, true)).toMatchObject({ kind: 'refused' });
  });
});

describe('a mentor', () => {
  const account = {
    name: 'Odile Ferrand',
    address: 'odile@ferrand.example',
    timeZone: 'Europe/Paris',
    now: '2027-03-01T09:00:00.000Z',
  };

  test('is invited with a letter of five examples', async () => {
    expect(await invite(machine.store, account)).toMatchObject({ kind: 'invited' });
    const letters = await machine.letters({ to: account.address });
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ from: `intro@${domain}`, recipients: [account.address] });
    expect(letters[0]?.text.split('\n').filter((line) => /^(?:add|intro|ask|who|status)\b/.test(line))).toHaveLength(5);
  });

  test('who is invited twice gets one letter', async () => {
    expect(await invite(machine.store, account)).toMatchObject({ kind: 'there', letter: false });
    expect(await machine.letters({ to: account.address })).toHaveLength(1);
  });

  test('gets everything that is kept, and never the secret that tokens are made of', async () => {
    await machine.addPeople(account.address, [
      { name: 'Rasmus Holt', email: 'rasmus@holt.example', background: 'builds balloons' },
    ]);
    const mentor = await mentorByAddress(machine.store, account.address);
    if (mentor === null) throw new Error('no mentor');
    const everything = await everythingOf(machine.store, mentor);
    expect(everything).toMatchObject({
      mentor: { name: 'Odile Ferrand', timeZone: 'Europe/Paris' },
      people: [{ name: 'Rasmus Holt' }],
      introductions: [],
    });
    expect(JSON.stringify(everything)).not.toContain(mentor.secret);
  });
});

describe('somebody who asks to be forgotten', () => {
  test('goes out of every book, and asking again finds nothing', async () => {
    await invite(machine.store, {
      name: 'Emeka Obi',
      address: 'emeka@obi.example',
      timeZone: 'UTC',
      now: '2027-03-01T09:00:00.000Z',
    });
    const entry = [
      { name: 'Chiara Bonetti', email: 'chiara@bonetti.example', otherEmails: ['c.bonetti@stratos.example'] },
    ];
    for (const mentor of ['odile@ferrand.example', 'emeka@obi.example']) await machine.addPeople(mentor, entry);
    expect(await forgetEverywhere(machine.store, 'chiara@bonetti.example', '2027-03-02T09:00:00.000Z')).toEqual({
      entries: 2,
      closed: 0,
    });
    for (const address of ['chiara@bonetti.example', 'c.bonetti@stratos.example'])
      expect(await keptOf(machine.store, address)).toEqual([]);
    expect(await forgetEverywhere(machine.store, 'chiara@bonetti.example', '2027-03-02T09:00:00.000Z')).toEqual({
      entries: 0,
      closed: 0,
    });
  });
});

describe('a stored mail', () => {
  const handIn = (proof: 'pass' | 'fail' | 'none') =>
    machine.handIn({
      mailFrom: 'odile@ferrand.example',
      rcptTo: [`intro@${domain}`],
      proof,
      raw: Buffer.from(
        `From: odile@ferrand.example\r\nTo: intro@${domain}\r\nSubject: status\r\nMessage-ID: <${proof}@ferrand.example>\r\n\r\nstatus\r\n`,
      ),
    });

  test.each([
    ['pass', 'PASS'],
    ['fail', 'FAIL'],
    ['none', 'GRAY'],
  ] as const)('that came with %s is worked on again with the same verdict, envelope and key', async (proof, dmarc) => {
    const id = await handIn(proof);
    const body = notificationFor(await storedMail(machine.store, id, null), '2027-03-03T09:00:00.000Z');
    expect(arrivalIn(body)).toEqual({
      sesMessageId: id,
      mailKey: `inbound/${id}`,
      now: '2027-03-03T09:00:00.000Z',
      envelope: { mailFrom: 'odile@ferrand.example', rcptTo: [`intro@${domain}`] },
      dmarc,
      dmarcPolicy: null,
      spam: false,
      virus: false,
    });
  });

  test('that is gone is refused in a sentence', async () => {
    await expect(storedMail(machine.store, 'never-came', null)).rejects.toThrow('There is no mail inbound/never-came');
  });

  test('goes to the address that whoever asks names, where the mail itself tells none', async () => {
    const id = await handIn('pass');
    const { envelope } = await storedMail(machine.store, id, `i-abcdefghijklmnopqrst@${domain}`);
    expect(envelope.rcptTo).toEqual([`i-abcdefghijklmnopqrst@${domain}`]);
  });
});

describe('what could not be worked on', () => {
  test('is brought back by redrive, to be worked on again', async () => {
    const broken = machine.queue('inbound');
    refusing = true;
    await broken.next(await broken.send('{"Type":"Notification","Message":"{}"}'));
    await vi.waitUntil(async () => (await machine.deadLetters()).length === 1, { timeout: 5_000 });
    refusing = false;
    const { status, stdout } = await run('redrive', 'inbound');
    expect([status, stdout]).toEqual([0, 'inbound: dead letters are on their way back.\n']);
    await vi.waitUntil(async () => broken.lively().length === 0, { timeout: 5_000 });
    expect(await machine.deadLetters()).toEqual([]);
  });
});

describe('typed, with --local', () => {
  test('a command finds this machine’s Stepback by DATA_DIR', async () => {
    const { status, stdout } = await run(
      'mentor',
      'invite',
      'Ylva Dahl',
      'ylva@dahl.example',
      '--time-zone',
      'Europe/Oslo',
    );
    expect([status, stdout]).toEqual([
      0,
      'Ylva Dahl is a mentor now, and the welcome letter is on its way to ylva@dahl.example.\n',
    ]);
    expect(await machine.letters({ to: 'ylva@dahl.example' })).toHaveLength(1);
  });

  test.each([
    [['mentor', 'invite', 'Ylva Dahl', 'ylva at dahl'], /is no mail address/],
    [['mentor', 'invite', 'Ylva Dahl', 'ylva@dahl.example', '--time-zone', 'Oslo'], /is no time zone/],
    [['mentor', 'export', 'nobody@dahl.example'], /is no mentor's address/],
    [['forget', 'odile@ferrand.example'], /a mentor's own/],
    [['rules', 'activate'], /there are no rule sets/],
    [['redrive', 'letters'], /is not inbound, outcomes or due/],
    [['replay', 'gone'], /There is no mail inbound\/gone/],
    [['replay', '--agian'], /Unknown option/],
  ] as const)('%j is refused in one line', async ([command, ...words], sentence) => {
    const { status, stderr } = await run(command, ...words);
    expect(status).toBe(1);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('every command', () => {
  test.each(['mentor', 'replay', 'redrive', 'forget', 'rules'])('%s explains itself', async (name) => {
    expect(await helped(name)).toMatch(/const help = `\s*npm run/);
    const scripts = JSON.parse(await readFile(resolve(import.meta.dirname, '../../package.json'), 'utf8'))
      .scripts as Record<string, string>;
    expect(scripts[name]).toBe(`node infra/commands/${name}.ts`);
  });

  test('finds what it needs among the outputs of the stack', () => {
    for (const variable of operationVariables) expect(Object.keys(deployed.Outputs)).toContain(outputName(variable));
  });
});
