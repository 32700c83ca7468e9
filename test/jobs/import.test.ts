// A long contact file, by mail: every row once whatever fails, one report, and nothing merged but by address.

import { setTimeout as passes } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../functions/people/person.ts';
import { bookOf, mentorByAddress } from '../../functions/store/accounts.ts';
import type { SentLetter } from '../../infra/local/letter-box.ts';
import { type Local, startLocal } from '../local.ts';

const retryMs = 100;
const asta = 'asta@vik.test';
const service = 'intro@stepback.test';
let local: Local;

beforeAll(async () => {
  local = await startLocal({ retryMs: [retryMs] });
});
afterAll(() => local.stop());
beforeEach(async () => {
  await local.machine.reset();
  await local.machine.addMentor({ name: 'Asta Vik', email: asta });
});

const fileOf = (rows: readonly string[]): string =>
  Buffer.from(['Name,E-mail,Company', ...rows].join('\r\n')).toString('base64');

const rowsOf = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `Keeper ${n} Lighthouse${n},keeper${n}@light.test,Light ${n % 7}`);

const mailWith = (file: string): string =>
  [
    `From: ${asta}`,
    `To: ${service}`,
    'Subject: My keepers',
    `Message-ID: <${file.length}@vik.test>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=part',
    '',
    '--part',
    'Content-Type: text/plain',
    '',
    'Please add the people in the attached file.',
    '--part',
    'Content-Type: text/csv; name="keepers.csv"',
    'Content-Disposition: attachment; filename="keepers.csv"',
    'Content-Transfer-Encoding: base64',
    '',
    file.replace(/.{76}/g, '$&\r\n'),
    '--part--',
    '',
  ].join('\r\n');

const send = (rows: readonly string[]) => local.mail({ from: asta, to: service, raw: mailWith(fileOf(rows)) });

const reportsIn = (letters: readonly SentLetter[]) => letters.filter(({ text }) => /I have read \d+ people/.test(text));

async function book(): Promise<Person[]> {
  const { store } = local.machine;
  return bookOf(store, (await mentorByAddress(store, asta))?.id ?? '');
}

const addresses = (people: readonly Person[]) => people.flatMap((person) => person.addresses).sort();
const addressesOf = (count: number) => Array.from({ length: count }, (_, n) => `keeper${n}@light.test`).sort();

describe('a long file', () => {
  test('is announced at once and reported once, in the thread of its mail', async () => {
    const letters = await send(rowsOf(450));
    expect(letters).toHaveLength(2);
    expect(letters[0]?.text).toContain('I read it now');
    const [report] = reportsIn(letters);
    expect(report?.text).toContain('I have read 450 people from the file into your book.');
    expect(report?.subject).toBe('Re: My keepers');
    expect(report?.headers['auto-submitted']).toBe('auto-replied');
    expect(addresses(await book())).toEqual(addressesOf(450));
  });

  test('can be found by name like any entry', async () => {
    await send(rowsOf(300));
    const [shown] = await local.mail({ from: asta, to: service, subject: '', text: 'show Keeper Lighthouse299' });
    expect(shown?.text).toContain('keeper299@light.test');
  });

  test('sent twice adds nobody twice', async () => {
    await send(rowsOf(300));
    const before = await book();
    await send([...rowsOf(300), 'One More,more@light.test,']);
    expect(addresses(await book())).toEqual([...addressesOf(300), 'more@light.test'].sort());
    expect((await book()).filter(({ version }) => version > 1)).toEqual([]);
    expect(before).toHaveLength(300);
  });

  test('merges by address: an entry gains what it did not know, and keeps what it did', async () => {
    await local.machine.addPeople(asta, [
      { name: 'Kiki Seven', email: 'keeper7@light.test', background: 'Paints the sea.' },
    ]);
    await send(rowsOf(300));
    const merged = (await book()).filter(({ addresses: [usual] }) => usual === 'keeper7@light.test');
    expect(merged).toMatchObject([{ name: 'Kiki Seven', background: 'Paints the sea.', organisation: 'Light 0' }]);
  });

  test('merges two of its own rows with one address, near and far', async () => {
    await send([...rowsOf(600), 'Keeper 599,keeper599@light.test,', 'Keeper Nought,keeper0@light.test,']);
    expect(await book()).toHaveLength(600);
  });

  test('never merges by name: the report says which names now stand twice', async () => {
    await local.machine.addPeople(asta, [{ name: 'Keeper 7 Lighthouse7', email: 'other@light.test' }]);
    const [report] = reportsIn(await send(rowsOf(300)));
    expect(report?.text).toContain('These names now stand more than once: Keeper 7 Lighthouse7.');
    expect(await book()).toHaveLength(301);
  });

  test('keeps rows without an address, and tells row by row what could not be read', async () => {
    const rows = rowsOf(300);
    rows[9] = 'Nora Nowhere,,';
    rows[19] = 'Bad Address,keeper at light,';
    rows[29] = ',,';
    rows[39] = `Our Own,${service},`;
    const [report] = reportsIn(await send(rows));
    expect((await book()).map(({ name }) => name)).toEqual(expect.arrayContaining(['Nora Nowhere', 'Bad Address']));
    expect(report?.text).toMatch(/row 21: .*keeper at light/);
    expect(report?.text).toMatch(/row 41: .*intro@stepback\.test/);
    expect(addresses(await book())).not.toContain(service);
  });

  test('with more trouble than fits a letter has all of it attached', async () => {
    const rows = rowsOf(300).map((row, n) => (n % 3 === 0 ? `Keeper ${n},no address ${n}@,` : row));
    const [report] = reportsIn(await send(rows));
    const [list] = report?.attachments ?? [];
    expect(list?.name).toBe('report.txt');
    expect(
      Buffer.from(list?.content ?? '', 'base64')
        .toString()
        .match(/^row \d+: /gm),
    ).toHaveLength(100);
  });
});

test('every row is once in the book wherever the functions die on the way', { timeout: 240_000 }, async () => {
  const { machine } = local;
  for (const calls of [12, 20, 26, 32, 38, 44, 60, 80, 120, 160]) {
    await machine.reset();
    await machine.addMentor({ name: 'Asta Vik', email: asta });
    machine.faults.breakAfter(calls);
    const sent = send(rowsOf(620));
    while (!machine.faults.broken) await passes(2);
    await passes(retryMs);
    machine.faults.clear();
    await sent;
    // What was left to the clock is done by it.
    await machine.turnTo(new Date(machine.now().getTime() + 30 * 60_000));
    expect([calls, addresses(await book())]).toEqual([calls, addressesOf(620)]);
    expect([calls, reportsIn(await local.letters()).length]).toEqual([calls, 1]);
  }
});
