import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../functions/mail/read.ts';
import { asciiAddress, isAddress, type Outgoing, writeMail } from '../../functions/mail/write.ts';

const letter: Outgoing = {
  from: { name: 'Olga Petrova via Stepback', address: 'i-abcdefghijklmnopqrst@stepback.test' },
  to: [{ name: 'Ingrid Solberg', address: 'ingrid@fjordglass.test' }],
  cc: [{ name: 'Tariq Aziz', address: 'tariq@kiln.test' }],
  replyTo: [],
  subject: 'Tariq <> Ingrid: kilns',
  text: 'Ingrid, meet Tariq.\n\nOlga',
  html: '<p>Ingrid, meet Tariq.</p><p>Olga</p>',
  headers: [],
  attachments: [],
  inReplyTo: null,
  references: [],
};
const head = async (outgoing: Partial<Outgoing>) =>
  (await writeMail({ ...letter, ...outgoing })).toString('latin1').split('\r\n\r\n')[0] ?? '';

test('a letter says the same to whoever reads it', async () => {
  const read = await readMail(await writeMail(letter));
  expect(read.from).toEqual([letter.from]);
  expect(read.to).toEqual(letter.to);
  expect(read.cc).toEqual(letter.cc);
  expect(read.subject).toBe(letter.subject);
  expect(read.text).toBe(letter.text);
  expect(read.html).toBe(letter.html);
});

test('every line ends with CRLF', async () => {
  expect((await writeMail(letter)).toString('latin1')).not.toMatch(/[^\r]\n|\r[^\n]/);
});

test('the same facts make the same bytes; Date and Message-ID are left to SES', async () => {
  expect(await writeMail(letter)).toEqual(await writeMail(letter));
  expect(await head({})).not.toMatch(/^(?:Date|Message-ID):/im);
});

describe('nothing that enters a header can end it', () => {
  const evil = 'Tea\r\nBcc: third@elsewhere.test\r\n\r\nBody\0';
  test.each<[string, Partial<Outgoing>]>([
    ['the subject', { subject: evil }],
    ['a name', { to: [{ name: evil, address: 'ingrid@fjordglass.test' }] }],
    ['a header', { headers: [['X-Note', evil]] }],
    ['an id', { inReplyTo: evil, references: [evil] }],
    ['the name of a file', { attachments: [{ name: evil, type: 'text/plain', content: 'x' }] }],
    [
      'the type of a file',
      { attachments: [{ name: 'x', type: `text/plain\r\nBcc: third@elsewhere.test`, content: 'x' }] },
    ],
  ])('%s', async (_, outgoing) => {
    const read = await readMail(await writeMail({ ...letter, ...outgoing }));
    expect(read.headers.has('bcc')).toBe(false);
    expect(read.text).toBe(letter.text);
  });

  test('whatever the subject and the names, one header each and the text untouched', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ maxLength: 60 }),
        async (subject, name) => {
          const read = await readMail(
            await writeMail({ ...letter, subject, to: [{ name, address: 'ingrid@fjordglass.test' }] }),
          );
          expect(read.headers.get('subject')?.length ?? 1).toBe(1);
          expect(read.to.map(({ address }) => address)).toEqual(['ingrid@fjordglass.test']);
          expect(read.text).toBe(letter.text);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('headers', () => {
  test('each name at most once, the last given', async () => {
    const written = await head({
      headers: [
        ['Auto-Submitted', 'auto-generated'],
        ['auto-submitted', 'auto-replied'],
        ['List-Unsubscribe', '<https://out.stepback.test/u/x>'],
        ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
      ],
    });
    expect(written.match(/^auto-submitted:.*$/gim)).toEqual(['Auto-Submitted: auto-replied']);
    expect(written).toContain('List-Unsubscribe: <https://out.stepback.test/u/x>');
    expect(written).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  test.each(['Bcc', 'From', 'To', 'Reply-To', 'References', 'Subject', 'Content-Type'])(
    '%s cannot come in by the side door',
    async (name) => {
      const before = await head({});
      expect(await head({ headers: [[name, 'third@elsewhere.test']] })).toBe(before);
    },
  );

  test('no Reply-To where none is given; several where they are', async () => {
    expect(await head({})).not.toMatch(/^Reply-To:/im);
    const replyTo = [{ name: 'Tariq', address: 'tariq@kiln.test' }, letter.from];
    expect((await readMail(await writeMail({ ...letter, replyTo }))).replyTo.map(({ address }) => address)).toEqual([
      'tariq@kiln.test',
      'i-abcdefghijklmnopqrst@stepback.test',
    ]);
  });

  test('an answer carries what it answers', async () => {
    const read = await readMail(
      await writeMail({ ...letter, inReplyTo: 'b@x.test', references: ['a@x.test', '<b@x.test>'] }),
    );
    expect(read.inReplyTo).toEqual(['b@x.test']);
    expect(read.references).toEqual(['b@x.test', 'a@x.test']);
  });
});

test('an attachment arrives as it was given', async () => {
  const attachments = [{ name: 'Bücher & Öfen.csv', type: 'text/csv', content: 'a;b\nü;ö\n' }];
  const [read] = (await readMail(await writeMail({ ...letter, attachments }))).attachments;
  expect(read).toMatchObject({ name: 'Bücher & Öfen.csv', type: 'text/csv' });
  expect(Buffer.from(read?.content ?? []).toString()).toBe('a;b\nü;ö\n');
});

describe('an address', () => {
  test.each(['tariq@kiln.test', 't.a+kiln@mail.kiln.test', "o'brien@kiln.test", `${'x'.repeat(64)}@kiln.test`])(
    '%s',
    (address) => {
      expect(isAddress(address)).toBe(true);
    },
  );

  test('in another script counts by its punycode', async () => {
    expect(asciiAddress('Jo@Bücher.test')).toBe('jo@xn--bcher-kva.test');
    expect(await head({ to: [{ name: 'Jo', address: 'jo@bücher.test' }] })).toContain('jo@xn--bcher-kva.test');
  });

  test.each([
    '',
    'tariq',
    '@kiln.test',
    'tariq@',
    'tariq@kiln',
    'tariq@kiln..test',
    'tariq@-kiln.test',
    '.tariq@kiln.test',
    'ta..riq@kiln.test',
    'tariq aziz@kiln.test',
    'tariq@kiln.test, x@y.test',
    'tariq@kiln.test\r\nBcc: x@y.test',
    '<tariq@kiln.test>',
    'tärïq@kiln.test',
    `${'x'.repeat(65)}@kiln.test`,
    `x@${'y'.repeat(64)}.test`,
    'a@b@kiln.test',
    'tariq@[192.0.2.7]',
    'tariq@192.0.2.7',
    'tariq@kiln.test/..',
    '"tariq aziz"@kiln.test',
  ])('%j is none', (address) => {
    expect(isAddress(address)).toBe(false);
  });

  test('that is none makes no letter', async () => {
    await expect(writeMail({ ...letter, cc: [{ name: 'Tariq', address: 'tariq' }] })).rejects.toThrow('no address');
  });
});
