// The same system: the bundles that the stack deploys, each in a process of its own with the environment of its template, through a whole
// introduction against the parts that `npm start` runs.

import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleFunctions } from '../../infra/bundle.ts';
import { type Trigger, triggers } from '../../infra/function.ts';
import { OneMachine } from '../../infra/local/one-machine.ts';
import { type Template, template } from '../../infra/template.ts';
import { lambdaProcess } from './lambda-process.ts';

const domain = 'intro.stepback.test';
const mentor = { name: 'Odile Ferrand', email: 'odile@ferrand.example', timezone: 'Europe/Paris' };
const people = [
  { name: 'Rasmus Holt', email: 'rasmus@holt.example', kind: 'protege', background: 'builds weather balloons' },
  { name: 'Chiara Bonetti', email: 'chiara@bonetti.example', organisation: 'Stratos', background: 'launches them' },
];

let folder: string;
let bundleOf: (trigger: Trigger) => string;
let deployed: Template;
let machine: OneMachine;
const processes: { output: () => string; stop: () => void }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stepback-bundles-'));
  bundleOf = bundleFunctions(join(folder, 'functions'));
  deployed = template(domain);
  machine = await OneMachine.start(
    { domain, smtpPort: 0, webPort: 0, dataDir: join(folder, 'data'), relayUrl: null, sample: false },
    {
      sync: false,
      tickMs: 60_000,
      handler: async (name) => {
        const started = await lambdaProcess(name, bundleOf, deployed, process.env);
        processes.push(started);
        return started.call;
      },
    },
  );
}, 120_000);

afterAll(async () => {
  await machine?.stop();
  for (const one of processes) one.stop();
  await rm(folder, { recursive: true, force: true });
});

const handIn = (
  from: string,
  to: readonly string[],
  subject: string,
  text: string,
  headers: readonly string[] = [],
): Promise<string> =>
  machine.handIn({
    mailFrom: from,
    rcptTo: to.filter((address) => address.endsWith(`@${domain}`)),
    proof: 'pass',
    raw: Buffer.from(
      [
        `From: ${from}`,
        `To: ${to.join(', ')}`,
        `Subject: ${subject}`,
        `Message-ID: <${crypto.randomUUID()}@mail.example>`,
        `Date: ${machine.now().toUTCString()}`,
        ...headers,
        'Content-Type: text/plain; charset=utf-8',
        '',
        text,
      ].join('\r\n'),
    ),
  });

describe('the bundles', () => {
  test('each function has one file and its source map', () => {
    for (const trigger of triggers)
      expect(readdirSync(bundleOf(trigger)).sort()).toEqual([`${trigger}.mjs`, `${trigger}.mjs.map`]);
  });

  test('only the functions that read mail carry what reads it', () => {
    const size = (trigger: Trigger) => statSync(join(bundleOf(trigger), `${trigger}.mjs`)).size;
    expect(size('links')).toBeLessThan(size('inbound'));
  });
});

describe('a whole introduction', () => {
  test('goes out, is answered from both sides, and is done', { timeout: 90_000 }, async () => {
    await machine.addMentor(mentor);
    await machine.addPeople(mentor.email, people);
    await handIn(
      mentor.email,
      [`intro@${domain}`],
      'Rasmus',
      'Please introduce Rasmus to Chiara, because his balloons burst too early.',
    );
    const [letter] = await machine.letters({ to: 'chiara@bonetti.example' });
    expect(letter).toMatchObject({ to: ['chiara@bonetti.example'], cc: ['rasmus@holt.example'] });
    const thread = letter?.from ?? '';
    const all = [thread, 'rasmus@holt.example', 'chiara@bonetti.example'];
    await handIn('chiara@bonetti.example', all, `Re: ${letter?.subject}`, 'Rasmus, at what height do they burst?');
    await handIn('rasmus@holt.example', all, `Re: ${letter?.subject}`, 'At eleven kilometres, nearly always.');
    expect(await machine.introductions(mentor.email)).toMatchObject([{ number: 1, state: 'done' }]);
    expect(await machine.deadLetters()).toEqual([]);
  });

  test('nothing else reaches the two', async () => {
    for (const address of people.map(({ email }) => email))
      expect(await machine.letters({ to: address })).toHaveLength(1);
  });

  test('a minute strikes, and nothing that is due is left behind', async () => {
    await machine.turnTo(new Date(machine.now().getTime() + 40 * 86_400_000));
    expect(await machine.deadLetters()).toEqual([]);
  });

  test('a link is opened', async () => {
    const answer = await fetch(`${machine.url}/u/not-a-token`);
    expect(answer.status).toBeLessThan(500);
  });

  test('logs tell what was done, and name nobody', () => {
    const output = processes.map((one) => one.output()).join('');
    const lines = output.split('\n').filter((line) => line.startsWith('{'));
    expect(
      lines.map((line) => JSON.parse(line) as { message?: string }).some(({ message }) => message === 'mail'),
    ).toBe(true);
    expect(output).not.toMatch(/odile|ferrand|rasmus|holt|chiara|bonetti|stratos|balloon/i);
    expect(output).not.toMatch(/\b[iq]-[a-z2-7]{20}\b/);
  });

  test('metrics say whose they are: the namespace and service that the alarms watch', () => {
    const metrics = processes
      .flatMap((one) => one.output().split('\n'))
      .filter((line) => line.includes('"CloudWatchMetrics"'));
    for (const line of metrics)
      expect(JSON.parse(line)).toMatchObject({
        service: domain,
        _aws: { CloudWatchMetrics: [{ Namespace: 'Stepback' }] },
      });
  });
});
