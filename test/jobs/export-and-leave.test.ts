// Everything to whom it belongs, and then nothing left of it: export, leave and forget, by mail.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readContacts } from '../../functions/people/contact-files.ts';
import { AwsError } from '../../infra/local/aws-endpoint.ts';
import type { SentLetter } from '../../infra/local/letter-box.ts';
import { type Local, startLocal } from '../local.ts';

const asta = 'asta@vik.test';
const service = 'intro@stepback.test';
let local: Local;

beforeAll(async () => {
  local = await startLocal();
});
afterAll(() => local.stop());
beforeEach(async () => {
  local.machine.faults.clear();
  await local.machine.reset();
  await local.machine.addMentor({ name: 'Asta Vik', email: asta });
});

const write = (text: string) => local.mail({ from: asta, to: service, subject: '', text });
const answer = (letter: SentLetter | undefined, text: string) =>
  local.mail({ from: asta, to: letter?.from ?? '', subject: `Re: ${letter?.subject}`, text });
const filesOf = (letters: readonly SentLetter[]): ReadonlyMap<string, string> =>
  new Map(
    letters.flatMap(({ attachments }) =>
      attachments.map(({ name, content }) => [name, Buffer.from(content, 'base64').toString('utf8')] as const),
    ),
  );

const book = [
  { name: 'Ilse Brandt', email: 'ilse@brandt.test', kind: 'protege', tags: ['lighthouses'] },
  { name: 'Bram Okafor', email: 'bram@okafor.test', background: 'Restores lighthouses.', knownThrough: 'Ilse Brandt' },
  { name: '=HYPERLINK("http://x.test")', email: 'eve@x.test', background: '+1+1' },
] as const;

describe('an export', () => {
  test('is the book as JSON, table and vCards, the history, and the settings, in the thread of the mail that asked', async () => {
    await local.machine.addPeople(asta, book);
    await write('intro Ilse Brandt to Bram Okafor, because both love the sea');
    const letters = await write('export');
    expect(letters).toHaveLength(1);
    expect(letters[0]?.headers['in-reply-to']).toMatch(/sender\.example/);
    const files = filesOf(letters);
    expect([...files.keys()]).toEqual([
      'people.json',
      'people.csv',
      'people.vcf',
      'introductions.json',
      'introductions.csv',
      'account.json',
    ]);
    expect(JSON.parse(files.get('introductions.json') ?? '')).toMatchObject([
      {
        number: 1,
        state: { kind: 'introduced' },
        to: { address: 'bram@okafor.test' },
        cc: { address: 'ilse@brandt.test' },
      },
    ]);
    expect(files.get('introductions.csv')).toContain('1,introduced,Bram Okafor,bram@okafor.test,Ilse Brandt');
    expect(JSON.parse(files.get('account.json') ?? '')).toMatchObject({ settings: { addresses: [asta] } });
  });

  test('holds neither the secret of the account nor the token of an address', async () => {
    await local.machine.addPeople(asta, book);
    const [introduction] = await write('intro Ilse Brandt to Bram Okafor');
    const all = [...filesOf(await write('export')).values()].join('\n');
    expect(all).not.toContain('secret');
    expect(all).not.toContain(introduction?.from.split('@')[0]);
  });

  test.each(['people.csv', 'people.vcf'])('gives the same book when its %s is read again', async (name) => {
    await local.machine.addPeople(asta, book);
    const content = Buffer.from(filesOf(await write('export')).get(name) ?? '');
    const { people, problems } = readContacts({ name, type: '', content });
    expect(problems).toEqual([]);
    expect(people.map(({ person, through }) => [person.name, person.addresses[0], through]).sort()).toEqual([
      ['=HYPERLINK("http://x.test")', 'eve@x.test', undefined],
      ['Bram Okafor', 'bram@okafor.test', 'ilse@brandt.test'],
      ['Ilse Brandt', 'ilse@brandt.test', undefined],
    ]);
  });

  test('runs no formula in a spreadsheet', async () => {
    await local.machine.addPeople(asta, book);
    const cells = (filesOf(await write('export')).get('people.csv') ?? '').split(/[,\r\n]+/);
    expect(cells.filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([]);
  });

  test('of a large book comes in numbered letters, each under SES’s limit and each file whole', {
    timeout: 120_000,
  }, async () => {
    const long = 'Knows everything about lamps. '.repeat(60);
    const people = Array.from({ length: 1200 }, (_, n) => ({
      name: `Keeper Number${n}`,
      email: `keeper${n}@light.test`,
      background: long,
      ...(n > 0 && { knownThrough: 'Keeper Number0' }),
    }));
    await local.machine.addPeople(asta, people);
    const letters = await write('export');
    expect(letters.map(({ subject }) => subject)).toEqual([
      'Your book and your history, part 1',
      'Your book and your history, part 2',
    ]);
    expect(letters[1]?.text).toContain('part 2, the last');
    const tables = [...filesOf(letters)].filter(([name]) => name.endsWith('.csv'));
    const read = tables.flatMap(([name, text]) => readContacts({ name, type: '', content: Buffer.from(text) }).people);
    expect(new Set(read.map(({ person }) => person.addresses[0])).size).toBe(1200);
    expect(read.filter(({ through }) => through === 'keeper0@light.test')).toHaveLength(1199);
  });

  test('of an empty book says so by what is there', async () => {
    expect([...filesOf(await write('export')).keys()]).toEqual(['account.json']);
  });
});

/** Everything in the table, but for what expires by itself and names nobody. */
async function left(): Promise<string> {
  const { store } = local.machine;
  const { ScanCommand } = await import('@aws-sdk/lib-dynamodb');
  const { Items = [] } = await store.db.send(new ScanCommand({ TableName: store.tableName, ConsistentRead: true }));
  return JSON.stringify(Items);
}

describe('leaving', () => {
  const leave = async () => {
    await local.machine.addPeople(asta, book);
    await write('intro Ilse Brandt to Bram Okafor, because both love the sea');
    await write('draft intro Bram Okafor to Ilse Brandt');
    await write('remind me next month to add Wolf Lund <wolf@lund.test>');
    const [asked] = await write('leave');
    return answer(asked, 'yes');
  };

  test('asks first; then everything is sent, everything erased, and the last line says so', async () => {
    const letters = [...(await leave()), ...(await local.advance('PT5M'))];
    expect(letters.map(({ subject }) => subject).slice(-2)).toEqual([
      'Your book and your history',
      'You have left Stepback',
    ]);
    expect(filesOf(letters).get('people.json')).toContain('bram@okafor.test');
  });

  test('leaves nothing behind that names anybody', async () => {
    await leave();
    await local.advance('PT20M');
    const rest = await left();
    for (const word of ['Asta', 'Ilse', 'Bram', 'Wolf', 'HYPERLINK', 'lighthouses', 'the sea'])
      expect(rest).not.toContain(word);
  });

  test('a later mail is a stranger’s', async () => {
    await leave();
    await local.advance('PT20M');
    const [line] = await write('status');
    expect(line?.text).toContain('Stepback, a service by which mentors introduce people');
  });

  test('erases nothing before SES has the export', async () => {
    const throttled = new AwsError(400, 'Throttling', 'Maximum sending rate exceeded');
    await local.machine.addPeople(asta, book);
    const [asked] = await write('leave');
    local.machine.faults.plan(
      'ses:SendRawEmail',
      { kind: 'refuse', error: throttled },
      { kind: 'refuse', error: throttled },
    );
    await answer(asked, 'yes');
    expect(await left()).toContain('bram@okafor.test');
    const letters = await local.advance('PT1H');
    expect(letters.map(({ subject }) => subject)).toContain('Your book and your history');
    expect(letters.at(-1)?.subject).toBe('You have left Stepback');
    expect(await left()).not.toContain('bram@okafor.test');
  });

  test('erases nothing where the export is refused, and says so', async () => {
    const refused = new AwsError(400, 'MessageRejected', 'Email address is on a list');
    await local.machine.addPeople(asta, book);
    const [asked] = await write('leave');
    local.machine.faults.plan(
      'ses:SendRawEmail',
      { kind: 'refuse', error: refused },
      { kind: 'refuse', error: refused },
    );
    await answer(asked, 'yes');
    const all = [...(await local.advance('PT20M')), ...(await local.letters())];
    expect(all.map(({ subject }) => subject)).toContain('Nothing has been erased');
    expect(await left()).toContain('bram@okafor.test');
  });
});

describe('forgetting', () => {
  test('takes entry, letters, stored mails and the name out of what stays', async () => {
    await local.machine.addPeople(asta, book);
    const [letter] = (await write('intro Ilse Brandt to Bram Okafor')).filter(({ cc }) => cc.length > 0);
    await local.mail({
      from: 'bram@okafor.test',
      to: letter?.from ?? '',
      subject: `Re: ${letter?.subject}`,
      text: 'Gladly. Call me at the tower.',
    });
    await write('forget Bram Okafor');
    await local.advance('PT10M');
    const rows = (JSON.parse(await left()) as { pk: string }[]).filter(({ pk }) => /^[BNAJ]#/.test(pk));
    expect(JSON.stringify(rows)).not.toMatch(/bram|okafor/i);
    expect(await local.machine.introductions(asta)).toMatchObject([{ number: 1, to: '', cc: 'ilse@brandt.test' }]);
  });
});
