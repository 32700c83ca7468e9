// SES's sending interface, through the AWS SDK: what it refuses, what it changes, and what it tells afterwards.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESClient, SendRawEmailCommand, type SendRawEmailCommandInput } from '@aws-sdk/client-ses';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AwsError, Faults, type Listening } from '../../../infra/local/aws-endpoint.ts';
import { LetterBox } from '../../../infra/local/letter-box.ts';
import { type SesSettings, startSes } from '../../../infra/local/ses.ts';

const present = new Date('2027-03-01T08:00:00.000Z');
const faults = new Faults();
let path: string;
let letters: LetterBox;
let settings: SesSettings;
let ses: Listening;
let client: SESClient;
let told: { eventType: string; mail: { messageId: string; tags: object } }[];

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'ses-'));
  letters = await LetterBox.open(path);
  settings = {
    domain: 'stepback.test',
    configurationSet: 'letters',
    letters,
    faults,
    now: () => present,
    publish: async (notification) => {
      told.push(JSON.parse(JSON.parse(notification).Message));
    },
    relay: () => {},
  };
  ses = await startSes(settings);
  client = new SESClient({
    endpoint: ses.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
    requestHandler: { requestTimeout: 5000, throwOnRequestTimeout: true },
  });
});

beforeEach(async () => {
  told = [];
  await letters.empty();
});

afterAll(async () => {
  await ses.close();
  await rm(path, { recursive: true });
});

const raw = (header: string, body = 'Hello\r\n'): Uint8Array =>
  Buffer.from(`${header.replace(/\n/g, '\r\n')}\r\n\r\n${body}`);
const header = 'From: "Ruth via Stepback" <intro@stepback.test>\nTo: ana@x.example\nSubject: Hello';

const send = (changes: Partial<SendRawEmailCommandInput> = {}) =>
  client.send(
    new SendRawEmailCommand({
      Source: 'intro@stepback.test',
      Destinations: ['ana@x.example'],
      ConfigurationSetName: 'letters',
      Tags: [{ Name: 'letter', Value: 'abc_1-2' }],
      RawMessage: { Data: raw(header) },
      ...changes,
    }),
  );

test('a letter is kept in the shape that the mailroom gives', async () => {
  const text = [
    'From: "Ruth, via Stepback" <i-abc@stepback.test>',
    'To: Ana <ana@x.example>',
    'Cc: =?utf-8?Q?Bj=C3=B6rn?= <bjorn@y.example>, c@z.example',
    'Reply-To: <bjorn@y.example>, i-abc@stepback.test',
    'Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=',
    'X-Long: one',
    ' two',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Words',
    '--b',
    'Content-Type: text/vcard; name=card.vcf',
    'Content-Disposition: attachment; filename=card.vcf',
    '',
    'BEGIN:VCARD',
    '--b--',
  ].join('\n');
  await send({ Destinations: ['Ana <ana@x.example>', 'bjorn@y.example'], RawMessage: { Data: raw(text, '') } });
  const [letter, ...more] = await letters.letters();
  expect(more).toEqual([]);
  expect(letter).toMatchObject({
    n: 1,
    at: '2027-03-01T08:00:00.000Z',
    recipients: ['ana@x.example', 'bjorn@y.example'],
    from: 'i-abc@stepback.test',
    to: ['ana@x.example'],
    cc: ['bjorn@y.example', 'c@z.example'],
    replyTo: ['bjorn@y.example', 'i-abc@stepback.test'],
    subject: 'Grüße',
    text: 'Words',
    html: null,
    headers: { 'x-long': 'one two' },
    attachments: [{ name: 'card.vcf', type: 'text/vcard', content: Buffer.from('BEGIN:VCARD').toString('base64') }],
  });
});

test('Message-ID and Date are its own; Bcc and X-SES fields are gone', async () => {
  const { MessageId } = await send({
    RawMessage: {
      Data: raw(
        `${header}\nMessage-ID: <mine@x.example>\nDate: Mon, 1 Jan 2001 00:00:00 +0000\nBcc: b@x.example\nX-SES-MESSAGE-TAGS: a=b`,
      ),
    },
  });
  const [letter] = await letters.letters();
  expect(letter?.headers).toMatchObject({
    'message-id': `<${MessageId}@email.amazonses.com>`,
    date: 'Mon, 01 Mar 2027 08:00:00 +0000',
  });
  expect(letter?.raw).not.toMatch(/mine@|2001|b@x\.example|x-ses/i);
});

test('letters are numbered on, found by recipient and number, and still there after a start', async () => {
  await send();
  await send({ Destinations: ['bo@x.example'] });
  await send({ Destinations: ['Ana@X.example'] });
  const after = await LetterBox.open(path);
  const numbers = async (wanted: object) => (await after.letters(wanted)).map(({ n }) => n);
  expect(await numbers({})).toEqual([1, 2, 3]);
  expect(await numbers({ since: 1 })).toEqual([2, 3]);
  expect(await numbers({ to: 'ana@x.example' })).toEqual([1, 3]);
});

describe('it refuses, and keeps nothing', () => {
  const refusals: [string, Partial<SendRawEmailCommandInput>, string, RegExp][] = [
    ['a source elsewhere', { Source: 'intro@other.example' }, 'MessageRejected', /not verified.*intro@other/],
    [
      'a From elsewhere',
      { RawMessage: { Data: raw(header.replace('@stepback.test', '@other.example')) } },
      'MessageRejected',
      /not verified/,
    ],
    ['no From', { RawMessage: { Data: raw('Subject: x') } }, 'InvalidParameterValue', /From/],
    [
      'more than 50 recipients',
      { Destinations: Array.from({ length: 51 }, (_, n) => `a${n}@x.example`) },
      'InvalidParameterValue',
      /50/,
    ],
    [
      'more than 10 MB',
      { RawMessage: { Data: raw(header, 'x'.repeat(10 * 1024 * 1024)) } },
      'InvalidParameterValue',
      /10485760/,
    ],
    [
      'one bad address among good ones',
      { Destinations: ['ana@x.example', 'jöe@x.example'] },
      'InvalidParameterValue',
      /jöe/,
    ],
    [
      'a line end in the source',
      { Source: 'intro@stepback.test\r\nBcc: b@x.example' },
      'InvalidParameterValue',
      /address/,
    ],
    ['a tag with a blank', { Tags: [{ Name: 'letter', Value: 'a b' }] }, 'InvalidParameterValue', /tag/],
    [
      'a tag in a field',
      { RawMessage: { Data: raw(`${header}\nX-SES-MESSAGE-TAGS: letter=ä`) } },
      'InvalidParameterValue',
      /tag/,
    ],
    ['another configuration set', { ConfigurationSetName: 'other' }, 'ConfigurationSetDoesNotExistException', /other/],
    ['a field twice', { RawMessage: { Data: raw(`${header}\nSubject: again`) } }, 'InvalidParameterValue', /subject/],
    ['NUL in a field', { RawMessage: { Data: raw(`${header}\nX-A: b\0c`) } }, 'InvalidParameterValue', /x-a/],
    [
      'an attachment that is a program',
      { RawMessage: { Data: raw(`${header}\nContent-Type: application/octet-stream; name="run.exe"`) } },
      'InvalidParameterValue',
      /run\.exe/,
    ],
  ];
  test.each(refusals)('%s', async (_, changes, name, message) => {
    await expect(send(changes)).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
    expect(await letters.letters()).toEqual([]);
    expect(told).toEqual([]);
  });
});

describe('after a letter it tells', () => {
  test.each([
    ['ana@x.example', ['Send', 'Delivery']],
    ['bounce@simulator.amazonses.com', ['Send', 'Bounce']],
    ['complaint+a@simulator.amazonses.com', ['Send', 'Delivery', 'Complaint']],
    ['suppressionlist@simulator.amazonses.com', ['Send', 'Bounce']],
  ])('%s: %j', async (address, events) => {
    const { MessageId } = await send({ Destinations: [address] });
    expect(told.map(({ eventType }) => eventType)).toEqual(events);
    expect(told[0]?.mail).toMatchObject({ messageId: MessageId, tags: { letter: ['abc_1-2'] } });
  });

  test('what a killed process did not come to tell is told at the next start', async () => {
    const envelope = {
      at: present.toISOString(),
      sesMessageId: 'killed',
      source: 'intro@stepback.test',
      recipients: ['ana@x.example'],
    };
    await letters.add(Buffer.from(raw(header)), { ...envelope, configurationSet: 'letters', tags: { letter: ['x'] } });
    const after = await startSes({ ...settings, letters: await LetterBox.open(path) });
    await after.close();
    expect(told.map(({ eventType, mail }) => [eventType, mail.messageId])).toEqual([
      ['Send', 'killed'],
      ['Delivery', 'killed'],
    ]);
    expect((await LetterBox.open(path)).untold()).toEqual([]);
  });

  test('nothing without a configuration set', async () => {
    await send({ ConfigurationSetName: undefined });
    expect(told).toEqual([]);
  });
});

describe('faults that tests plan', () => {
  test('throttled: nothing is sent', async () => {
    faults.plan('ses:SendRawEmail', {
      kind: 'refuse',
      error: new AwsError(400, 'Throttling', 'Maximum sending rate exceeded.'),
    });
    await expect(send()).rejects.toMatchObject({ name: 'Throttling' });
    expect(await letters.letters()).toEqual([]);
  });

  test.each(['lose answer', 'silence'] as const)('%s: the letter went out', async (kind) => {
    faults.plan('ses:SendRawEmail', { kind });
    await expect(send()).rejects.toThrow();
    expect(await letters.letters()).toHaveLength(1);
    expect(told.map(({ eventType }) => eventType)).toContain('Send');
  });

  test('lost request: nothing is sent', async () => {
    faults.plan('ses:SendRawEmail', { kind: 'lose request' });
    await expect(send()).rejects.toThrow();
    expect(await letters.letters()).toEqual([]);
  });
});
