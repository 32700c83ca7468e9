// A contact file of 30,000 rows by mail, into `npm start` as a process of its own: how long until the report, how much memory the whole process
// takes at most (the embedded database, SES and queues included), and how soon other mails are answered meanwhile; then find and suggest on that
// book. Linux only, for its /proc. Run: node test/bench/import.ts [ROWS]

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as passes } from 'node:timers/promises';
import type { SentLetter } from '../../infra/local/letter-box.ts';
import manifest from '../../package.json' with { type: 'json' };

const rows = Number(process.argv[2] ?? 30_000);
const mentor = 'ruth@beck.test';
const givenNames = ['Ana', 'Bram', 'Cleo', 'Dov', 'Esme', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Karim', 'Lena'];
const crafts = ['cider', 'bookbinding', 'looms', 'bridges', 'choirs', 'soil', 'radio', 'maps', 'ovens', 'lenses'];

const dataDir = await mkdtemp(join(tmpdir(), 'stepback-bench-'));
const [, ...args] = manifest.scripts.start.split(' ');
const machine = spawn(process.execPath, args, {
  cwd: resolve(import.meta.dirname, '../..'),
  env: { ...process.env, SAMPLE: 'off', SMTP_PORT: '0', WEB_PORT: '0', DATA_DIR: dataDir },
  stdio: ['ignore', 'pipe', 'inherit'],
});
let said = '';
machine.stdout.on('data', (chunk: Buffer) => {
  said += chunk.toString();
});
while (!said.includes('Ctrl-C')) await passes(50);
const url = /Look +(http:\/\/[\d.]+:\d+)/.exec(said)?.[1] ?? '';

const post = (path: string, body: string): Promise<Response> => fetch(`${url}/api/${path}`, { method: 'POST', body });
const letters = async (since = 0): Promise<SentLetter[]> =>
  (await (await fetch(`${url}/api/letters?since=${since}`)).json()) as SentLetter[];
const megabytes = async (field: 'VmRSS' | 'VmHWM'): Promise<number> => {
  const status = await readFile(`/proc/${machine.pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
};

let sent = 0;
/** Sends the mail and waits for the first letter whose text has `words`, however long the call itself takes; in seconds. */
async function answeredAfter(content: string, words: string): Promise<number> {
  const since = (await letters()).at(-1)?.n ?? 0;
  const began = performance.now();
  const handedIn = post(`mail?from=${mentor}&to=intro@stepback.test`, mailOf(content));
  while (!(await letters(since)).some(({ text }) => text.includes(words))) await passes(50);
  const seconds = (performance.now() - began) / 1000;
  handedIn.catch(() => {});
  return seconds;
}

const mailOf = (content: string): string =>
  `From: Ruth Beck <${mentor}>\r\nTo: intro@stepback.test\r\nSubject: for today\r\nMessage-ID: <${sent++}@beck.test>\r\nMIME-Version: 1.0\r\n${content}`;
const wordsOf = (text: string): string => `Content-Type: text/plain\r\n\r\n${text}\r\n`;

function fileOf(count: number): string {
  const rowOf = (_: unknown, n: number): string => {
    const [given, craft, other] = [givenNames[n % 12], crafts[n % 10], crafts[(n + 3) % 10]];
    return `${given},Fam${n.toString(26).replace(/\d/g, (d) => 'qrstuvwxyz'[Number(d)] ?? '')},p${n}@many.test,Works ${n % 900},Expert in ${craft},"Met at fair ${n % 50}, knows ${other}"`;
  };
  const csv = ['First Name,Last Name,Email,Company,Position,Notes', ...Array.from({ length: count }, rowOf)].join('\n');
  const encoded = Buffer.from(csv).toString('base64').replace(/.{76}/g, '$&\r\n');
  return [
    'Content-Type: multipart/mixed; boundary=part\r\n',
    `--part\r\n${wordsOf('Here are my contacts.')}`,
    `--part\r\nContent-Type: text/csv; name=contacts.csv\r\nContent-Disposition: attachment; filename=contacts.csv\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded}\r\n--part--\r\n`,
  ].join('\r\n');
}

await post('mentors', JSON.stringify({ name: 'Ruth Beck', email: mentor }));
const owen = { name: 'Owen Pritchard', email: 'owen@hall.test', kind: 'protege', goals: 'wants to learn bookbinding' };
await post(`people?mentor=${mentor}`, JSON.stringify([owen]));
console.log(`before: ${Math.round(await megabytes('VmRSS'))} MB`);

const imported = answeredAfter(fileOf(rows), `${rows} people`);
const waits: number[] = [];
let ended = false;
imported.finally(() => {
  ended = true;
});
await passes(2000);
while (!ended) {
  waits.push(await answeredAfter(wordsOf('show Owen Pritchard'), 'owen@hall.test'));
  await passes(2000);
}
console.log(
  `${rows} rows: report after ${(await imported).toFixed(1)} s, at most ${Math.round(await megabytes('VmHWM'))} MB`,
);
console.log(`${waits.length} other mails meanwhile: the slowest answered after ${Math.max(...waits).toFixed(2)} s`);
console.log(`who knows bookbinding: ${(await answeredAfter(wordsOf('who knows bookbinding?'), '1.')).toFixed(1)} s`);
console.log(`suggest for Owen: ${(await answeredAfter(wordsOf('who should Owen meet?'), '1.')).toFixed(1)} s`);
console.log(`in the end: at most ${Math.round(await megabytes('VmHWM'))} MB`);

machine.kill('SIGINT');
await once(machine, 'close');
await rm(dataDir, { recursive: true, force: true });
