// MAIL-RULES H6: a reply goes on as it was written, under a header of ours.
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PassedOnHeader, passOn } from '../../functions/mail/pass-on.ts';
import { readMail } from '../../functions/mail/read.ts';
import { fixture } from './mails.ts';

const header: PassedOnHeader = {
  from: { name: 'Tariq Aziz via Stepback', address: 'i-abcdefghijklmnopqrst@stepback.test' },
  to: [{ name: 'Ingrid Solberg', address: 'ingrid@fjordglass.test' }],
  cc: [],
  replyTo: [
    { name: 'Tariq Aziz', address: 'tariq@kiln.test' },
    { name: '', address: 'i-abcdefghijklmnopqrst@stepback.test' },
  ],
  headers: [['X-Stepback', 'letter-19']],
};
const whole = { withoutAttachments: false };
const original = fixture('reply-with-refused-attachment.eml');

describe('a reply that is passed on', () => {
  test('keeps Subject, In-Reply-To, References and Content-*, and nothing else of its header', async () => {
    const { raw } = await passOn(original, header, whole);
    const read = await readMail(raw);
    expect([...read.headers.keys()].sort()).toEqual(
      [
        'content-language',
        'content-type',
        'from',
        'in-reply-to',
        'mime-version',
        'references',
        'reply-to',
        'subject',
        'to',
        'x-stepback',
      ].sort(),
    );
    expect(read.from).toEqual([header.from]);
    expect(read.subject).toBe('Re: Tariq <> Ingrid: Brücke');
    expect(read.inReplyTo).toEqual(['0100-a@email.amazonses.com']);
    expect(read.references).toEqual(['0100-a@email.amazonses.com', 'first@stepback.test']);
  });

  test('keeps the bytes of its parts, encodings and all', async () => {
    const { raw } = await passOn(original, header, whole);
    const text = raw.toString('latin1');
    expect(text).toContain(
      'charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGl=FCck auf, Ingrid. =\r\nAnbei alles.\r\n--parts',
    );
    expect(text).toContain('filename="kiln.png"\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--parts--');
    expect((await readMail(raw)).text).toContain('Glück auf, Ingrid. Anbei alles.');
  });

  test('leaves out what SES refuses, and names it', async () => {
    const { raw, leftOut } = await passOn(original, header, whole);
    expect(leftOut).toEqual(['firing.EXE']);
    const { attachments, text } = await readMail(raw);
    expect(attachments.map(({ name }) => name)).toEqual(['kiln.png']);
    expect(text).toContain('[left out: firing.EXE]');
  });

  test('goes without any attachment where it would be too large', async () => {
    const { raw, leftOut } = await passOn(original, header, { withoutAttachments: true });
    expect(leftOut).toEqual(['firing.EXE', 'kiln.png']);
    const { attachments, text } = await readMail(raw);
    expect(attachments).toEqual([]);
    expect(text).toContain('Glück auf');
  });

  test('without parts goes on whole', async () => {
    const plain = Buffer.from(
      'From: a@b.test\r\nSubject: Kilns\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nGlück auf.\r\n.\r\nEnd.',
    );
    const { raw } = await passOn(Readable.from([plain]), header, whole);
    expect(raw.toString()).toMatch(/\r\n\r\nGlück auf\.\r\n\.\r\nEnd\.$/);
  });

  test.each([
    ['without a boundary', 'multipart/mixed', 'Glück auf.\r\n'],
    ['whose boundary never comes', 'multipart/mixed; boundary=b', 'Glück auf.\r\n'],
    [
      'with another boundary',
      'multipart/mixed; boundary=b',
      '--c\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nGlück auf.\r\n--c--\r\n',
    ],
  ])('that is a multipart %s can be read', async (_, type, body) => {
    const broken = Buffer.from(`From: a@b.test\r\nSubject: Kilns\r\nContent-Type: ${type}\r\n\r\n${body}`);
    const { raw } = await passOn(broken, header, whole);
    expect(raw.toString()).toContain(body);
    const { text, contentType } = await readMail(raw);
    expect(text).toBe('Glück auf.');
    expect(contentType).toBe(body.startsWith('--') ? 'multipart/mixed' : 'text/plain');
  });

  test('that is nothing but a refused file leaves its name', async () => {
    const bare =
      'From: a@b.test\r\nContent-Type: application/x-msdownload; name="kiln.com"\r\nContent-Transfer-Encoding: base64\r\n\r\nTVqQ';
    const { raw, leftOut } = await passOn(Buffer.from(bare), header, whole);
    expect(leftOut).toEqual(['kiln.com']);
    const { text, contentType } = await readMail(raw);
    expect([text, contentType]).toEqual(['[left out: kiln.com]', 'text/plain']);
  });

  test.each([
    [
      'a second name in Content-Type',
      'Content-Type: text/plain; name="run.vbs"\r\nContent-Disposition: attachment; filename="notes.txt"',
      ['notes.txt'],
    ],
    ['an encoded name', "Content-Disposition: attachment; filename*=utf-8''f%C3%BCr.js", ['für.js']],
    ['a harmless type', 'Content-Type: application/pdf; name="a.pdf"', []],
    ['a name that only ends alike', 'Content-Type: application/zip; name="notexe.zip"', []],
  ])('%s', async (_, fields, names) => {
    const mixed = `From: a@b.test\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHello.\r\n--b\r\n${fields}\r\n\r\nx\r\n--b--`;
    expect((await passOn(Buffer.from(mixed), header, whole)).leftOut).toEqual(names);
  });
});

describe('a broken reply', () => {
  test('that is cut off goes on as far as it comes, under our header', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(original.length), async (end) => {
        const read = await readMail((await passOn(original.subarray(0, end), header, whole)).raw);
        expect(read.from).toEqual([header.from]);
        expect(read.headers.has('bcc')).toBe(false);
        expect(read.headers.has('x-ses-configuration-set')).toBe(false);
      }),
    );
  });

  test('with bare line ends in a header brings none of its own', async () => {
    const bare =
      'From: a@b.test\r\nSubject: Kilns\rBcc: x@y.test\r\nContent-Type: text/plain;\rBcc: x@y.test\r\n\r\nHello.';
    const read = await readMail((await passOn(Buffer.from(bare), header, whole)).raw);
    expect(read.headers.has('bcc')).toBe(false);
    expect(read.text).toBe('Hello.');
  });

  test('with two Content-Type headers keeps the first', async () => {
    const twice = 'From: a@b.test\r\nContent-Type: text/plain\r\nContent-Type: text/html\r\n\r\n<b>Hello.</b>';
    const { headers } = await readMail((await passOn(Buffer.from(twice), header, whole)).raw);
    expect(headers.get('content-type')).toEqual(['text/plain']);
  });

  test('whose stream fails is tried again, not sent in part', async () => {
    const failing = new Readable({
      read() {
        this.destroy(new Error('connection lost'));
      },
    });
    await expect(passOn(failing, header, whole)).rejects.toThrow('could not be read to its end');
  });
});
