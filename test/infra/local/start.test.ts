// `npm start` as a process of its own: it says where to write and look, refuses in one line, stops in order, and loses nothing when it is killed.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SentLetter } from '../../../infra/local/letter-box.ts';
import { sampleMentor } from '../../../infra/local/sample.ts';
import manifest from '../../../package.json' with { type: 'json' };

const root = resolve(import.meta.dirname, '../../..');
let dataDir: string;
let running: ChildProcessWithoutNullStreams[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stepback-'));
  running = [];
});

afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(settings: Record<string, string> = {}) {
  const [, ...args] = manifest.scripts.start.split(' ');
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: dataDir, SMTP_PORT: '0', WEB_PORT: '0', DATA_DIR: dataDir, ...settings },
  });
  running.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  const ended: Promise<Ended> = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  const ready = async () => {
    await expect.poll(() => said.out + said.err, { timeout: 20_000, interval: 50 }).toMatch(/Ctrl-C/);
    return {
      url: /Look +(http:\/\/[\d.]+:\d+)/.exec(said.out)?.[1] ?? '',
      smtpPort: Number(/SMTP on 127\.0\.0\.1:(\d+)/.exec(said.out)?.[1]),
    };
  };
  return { child, ended, ready };
}

test('it says where to write and where to look, and as whom; Ctrl-C stops it in order', async () => {
  const { child, ended, ready } = start();
  const { url } = await ready();
  expect(await (await fetch(`${url}/api/health`)).json()).toEqual({ ok: true });
  child.kill('SIGINT');
  const { code, out, err } = await ended;
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('intro@stepback.test');
  expect(out).toContain(sampleMentor.email);
});

test('a wrong setting is one line that names it', async () => {
  const { code, err } = await start({ SMTP_PORT: 'many' }).ended;
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toEqual([expect.stringMatching(/^SMTP_PORT /)]);
});

test.each(['SMTP_PORT', 'WEB_PORT'])('a %s in use is one line that names it', async (name) => {
  const other = createServer();
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const { code, err } = await start({ [name]: String(port) }).ended;
  other.close();
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toEqual([expect.stringContaining(`${name} ${port} is in use`)]);
});

test('a DATA_DIR in use, or no folder, is one line that names it', async () => {
  await start().ready();
  const second = await start().ended;
  expect([second.code, second.err.trim().split('\n')]).toEqual([1, [expect.stringMatching(/^DATA_DIR .*in use/)]]);
  const file = join(dataDir, 'file');
  await writeFile(file, '');
  const third = await start({ DATA_DIR: file }).ended;
  expect([third.code, third.err.trim().split('\n')]).toEqual([
    1,
    [expect.stringMatching(/^DATA_DIR .*cannot be written/)],
  ]);
});

test('killed again and again while mails come in, it works on each accepted mail once', async () => {
  const rounds = 3;
  const mailsInARound = 6;
  const people = Array.from({ length: rounds * mailsInARound * 2 }, (_, n) => ({
    name: `Person ${n}`,
    email: `p${n}@book.example`,
  }));
  const accepted: { to: string; cc: string }[] = [];
  const first = await start({ SAMPLE: 'off' }).ready();
  await post(first.url, '/api/mentors', sampleMentor);
  await post(first.url, `/api/people?mentor=${sampleMentor.email}`, people);
  let { smtpPort } = first;
  for (let round = 0; round < rounds; round++) {
    const smtp = createTransport({ host: '127.0.0.1', port: smtpPort, pool: true, maxConnections: 3 });
    const sending = Array.from({ length: mailsInARound }, async (_, n) => {
      const [cc, to] = people.slice(2 * (round * mailsInARound + n)).map(({ email }) => email);
      if (cc === undefined || to === undefined) return;
      await smtp.sendMail({
        from: sampleMentor.email,
        to: 'intro@stepback.test',
        subject: 'Please',
        text: `intro ${cc} to ${to}`,
      });
      accepted.push({ to, cc });
    });
    const before = accepted.length;
    const all = Promise.allSettled(sending);
    await expect.poll(() => accepted.length, { interval: 2, timeout: 30_000 }).toBeGreaterThan(before + 1);
    running.at(-1)?.kill('SIGKILL');
    await all;
    smtp.close();
    ({ smtpPort } = await start({ SAMPLE: 'off' }).ready());
  }
  const { url } = await restarted();
  const reaching = async ({ to, cc }: { to: string; cc: string }) => {
    const letters = (await (await fetch(`${url}/api/letters?to=${to}`)).json()) as SentLetter[];
    return letters.filter(({ recipients }) => recipients.includes(cc)).length;
  };
  await expect
    .poll(async () => Promise.all(accepted.map(reaching)), { timeout: 60_000, interval: 500 })
    .toEqual(accepted.map(() => 1));
}, 120_000);

async function restarted(): Promise<{ url: string }> {
  running.at(-1)?.kill('SIGKILL');
  return start({ SAMPLE: 'off' }).ready();
}

async function post(url: string, path: string, body: unknown): Promise<void> {
  const response = await fetch(url + path, { method: 'POST', body: JSON.stringify(body) });
  expect(response.status).toBe(201);
}
