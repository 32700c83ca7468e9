// How mail comes in: by SMTP and by the mailroom's interface; what is refused at the door, and what SES adds to what is taken.
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { SQSEvent } from 'aws-lambda';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { original } from '../../../functions/store/originals.ts';
import { type Local, startLocal } from '../../local.ts';

interface Received {
  readonly mail: { source: string; messageId: string; destination: string[] };
  readonly receipt: Record<string, unknown> & { action: { objectKey: string }; recipients: string[] };
}

let local: Local;
let received: Received[];

beforeAll(async () => {
  local = await startLocal({
    handler: async (name) => async (event) => {
      if (name === 'inbound.handler')
        received.push(
          ...(event as SQSEvent).Records.map(({ body }) => JSON.parse(JSON.parse(body).Message) as Received),
        );
      return { batchItemFailures: [] };
    },
  });
});

beforeEach(() => {
  received = [];
});

afterAll(() => local.stop());

async function stored({ receipt }: Received): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await original(local.machine.store, receipt.action.objectKey)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const mail = (query: string, body: string | Uint8Array = 'From: ana@x.example\r\n\r\nHello\r\n') =>
  fetch(`${local.machine.url}/api/mail?${query}`, { method: 'POST', body });

describe('by SMTP', () => {
  const smtp = (options: SendMailOptions) =>
    createTransport({ host: '127.0.0.1', port: local.machine.smtpPort }).sendMail({
      from: 'ana@x.example',
      subject: 'Hello',
      text: 'Words',
      ...options,
    });

  test('a mail is stored and its notification names it', async () => {
    await smtp({
      to: 'intro@stepback.test',
      cc: 'bo@x.example',
      envelope: { from: 'ana@x.example', to: ['intro@stepback.test'] },
    });
    await expect.poll(() => received).toHaveLength(1);
    expect(received[0]).toMatchObject({
      notificationType: 'Received',
      mail: { source: 'ana@x.example', destination: ['intro@stepback.test'] },
      receipt: { recipients: ['intro@stepback.test'], dmarcVerdict: { status: 'PASS' }, action: { type: 'S3' } },
    });
    expect(await stored(received[0] as Received)).toMatch(
      /^Return-Path: <ana@x.example>\r\nReceived: .*\r\nSubject: Hello\r\n.*Words/s,
    );
  });

  test.each([
    ['nobody@stepback.test', /^550/],
    ['somebody@elsewhere.example', /^550/],
    ['I-2ABC@STEPBACK.TEST', null],
    ['q-abc2@stepback.test', null],
    ['postmaster@stepback.test', null],
  ])('to %s: refused with %s', async (to, refusal) => {
    const answer = await smtp({ to }).then(
      () => null,
      (error: { response: string }) => error.response,
    );
    if (refusal !== null) return expect(answer).toMatch(refusal);
    expect(answer).toBeNull();
    await expect.poll(() => received).toHaveLength(1);
  });

  test('a mail over 40 MB is refused with 552', async () => {
    const text = 'x'.repeat(70).concat('\r\n').repeat(590_000);
    await expect(smtp({ to: 'intro@stepback.test', text })).rejects.toMatchObject({
      response: expect.stringMatching(/^552/),
    });
    expect(received).toEqual([]);
  }, 60_000);

  test('a mail program that insists on logging in may', async () => {
    const transport = createTransport({
      host: '127.0.0.1',
      port: local.machine.smtpPort,
      auth: { user: 'ana', pass: 'any' },
    });
    await transport.sendMail({ from: 'ana@x.example', to: 'intro@stepback.test', text: 'Words' });
    await expect.poll(() => received).toHaveLength(1);
  });

  test('line by line: an announced size is refused, a null sender is one, who hangs up in the middle has sent nothing', async () => {
    const socket = connect(local.machine.smtpPort, '127.0.0.1');
    const lines = createInterface(socket)[Symbol.asyncIterator]();
    const say = async (line: string): Promise<string> => {
      socket.write(`${line}\r\n`);
      return String((await lines.next()).value);
    };
    await lines.next();
    await say('HELO x.example');
    expect(await say('MAIL FROM:<ana@x.example> SIZE=50000000')).toMatch(/^552/);
    expect(await say('MAIL FROM:<>')).toMatch(/^250/);
    expect(await say('RCPT TO:<intro@stepback.test>')).toMatch(/^250/);
    expect(await say('DATA')).toMatch(/^354/);
    expect(await say('From: <mailer-daemon@x.example>\r\n\r\nReport\r\n.')).toMatch(/^250/);
    await expect.poll(() => received).toHaveLength(1);
    expect(received[0]?.mail.source).toBe('');
    await say('MAIL FROM:<ana@x.example>');
    await say('RCPT TO:<intro@stepback.test>');
    await say('DATA');
    socket.write('From: ana@x.example\r\n\r\nhalf');
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(received).toHaveLength(1);
  });
});

describe('by POST /api/mail', () => {
  test('answers with the id once the mail has been worked on', async () => {
    const response = await mail('from=ana@x.example&to=intro@stepback.test');
    expect(received).toHaveLength(1);
    expect(await response.json()).toEqual({ messageId: received[0]?.mail.messageId });
  });

  test.each([
    ['auth=pass', 'PASS', 'dmarc=pass header.from=x.example'],
    ['', 'PASS', 'dmarc=pass header.from=x.example'],
    ['auth=fail', 'FAIL', 'dmarc=fail header.from=x.example'],
    ['auth=none', 'GRAY', 'dkim=none'],
  ])('%s: dmarcVerdict %s', async (auth, status, told) => {
    await mail(`from=ana@x.example&to=intro@stepback.test&${auth}`);
    expect(received[0]?.receipt.dmarcVerdict).toEqual({ status });
    expect('dmarcPolicy' in (received[0]?.receipt ?? {})).toBe(status === 'FAIL');
    const [results, ...others] =
      (await stored(received[0] as Received))
        .split('Received:')[1]
        ?.match(/^Authentication-Results: .*(?:\r\n .*)*/gm) ?? [];
    expect(results).toContain(told);
    expect(others).toEqual([]);
  });

  test('several recipients are one mail; an empty from, or <>, is the null sender', async () => {
    await mail('from=&to=intro@stepback.test,%20i-abc@stepback.test');
    await mail('from=%3C%3E&to=intro@stepback.test');
    expect(received.map(({ mail: { source }, receipt }) => [source, receipt.recipients.length])).toEqual([
      ['', 2],
      ['', 1],
    ]);
  });

  test.each([
    ['an unknown mailbox', 'from=a@x.example&to=nobody@stepback.test', 422],
    ['another domain', 'from=a@x.example&to=bo@x.example', 422],
    ['one unknown among known ones', 'from=a@x.example&to=intro@stepback.test,nobody@stepback.test', 422],
    ['no recipient', 'from=a@x.example', 400],
    ['no sender', 'to=intro@stepback.test', 400],
    ['another auth', 'from=a@x.example&to=intro@stepback.test&auth=maybe', 400],
  ])('%s is refused', async (_, query, status) => {
    const response = await mail(query);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.any(String) });
    expect(received).toEqual([]);
  });

  test('a mail over 40 MB is refused', async () => {
    const response = await mail('from=a@x.example&to=intro@stepback.test', Buffer.alloc(40 * 1024 * 1024 + 1, 'x'));
    expect(response.status).toBe(413);
    expect(received).toEqual([]);
  });

  test.each([
    ['no header', 'just words'],
    ['nothing', ''],
    ['a header without end', `X-A: ${'a'.repeat(400_000)}`],
    ['octets that are no text', Uint8Array.from({ length: 5000 }, (_, n) => (n * 7) % 256)],
  ])('an unreadable mail is stored as it came: %s', async (_, body) => {
    await mail('from=a@x.example&to=intro@stepback.test', body);
    expect(received).toHaveLength(1);
    expect(await stored(received[0] as Received)).toContain(Buffer.from(body).toString());
  });

  test('strangers cannot write into the fields that SES adds', async () => {
    await mail(
      `from=${encodeURIComponent('a@x.example>\r\nX-Evil: 1')}&to=intro@stepback.test`,
      'From: a@x.example; dmarc=pass (\r\n\r\n',
    );
    expect(await stored(received[0] as Received)).not.toMatch(/^X-Evil/m);
  });
});
