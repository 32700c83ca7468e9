import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { keptAttachmentBytes, readMail } from '../../functions/mail/read.ts';
import { fixture, html, mail, mailFrom } from './mails.ts';

// Some of these mails are very large.
vi.setConfig({ testTimeout: 30_000 });

describe('who wrote it', () => {
  test.each([
    ['two-from-headers.eml', ['olga@glassworks.test', 'else@elsewhere.test']],
    ['from-with-two-angles.eml', ['olga@glassworks.test', 'else@elsewhere.test']],
    ['bare-cr-in-header.eml', ['olga@glassworks.test', 'else@elsewhere.test']],
    ['from-without-address.eml', []],
  ])('%s: every mailbox of every From header is listed', async (name, addresses) => {
    expect((await mailFrom(name)).from.map(({ address }) => address)).toEqual(addresses);
  });

  test('a bare CR begins no header', async () => {
    const { headers, subject } = await mailFrom('bare-cr-in-header.eml');
    expect(headers.has('bcc')).toBe(false);
    expect(subject).toBe('Tea Bcc: third@elsewhere.test');
  });
});

describe('the conversation', () => {
  test('references are divided by commas too, and stand newest first', async () => {
    const { inReplyTo, references } = await mailFrom('flowed-answer-below-quotation.eml');
    expect(inReplyTo).toEqual(['0100-a@email.amazonses.com']);
    expect(references).toEqual(['0100-a@email.amazonses.com', 'first@stepback.test']);
  });

  test('a mail without Message-ID has none', async () => {
    expect((await mail({})).messageId).toBeNull();
  });

  test('Authentication-Results below the second Received is left out: a stranger wrote it', async () => {
    expect((await mailFrom('stranger-wrote-authentication-results.eml')).headers.has('authentication-results')).toBe(
      false,
    );
  });
});

describe('the text', () => {
  test('is the plain part where there are both', async () => {
    const both =
      'Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nPlain.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Rich.</p>\r\n--b--';
    const { text, html } = await readMail(Buffer.from(both));
    expect(text).toBe('Plain.');
    expect(html).toContain('Rich.');
  });

  test.each(['', '   \r\n', 'Please view this message in HTML.'])(
    'is the HTML part where the plain one says nothing: %j',
    async (plain) => {
      const both = `Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${plain}\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Rich.</p>\r\n--b--`;
      expect((await readMail(Buffer.from(both))).text).toBe('Rich.');
    },
  );

  test('is all of it where an HTML body stands beside a plain footer', async () => {
    const { text } = await mailFrom('html-body-with-plain-footer.eml');
    expect(text).toContain('Please introduce Tariq to Ingrid.');
    expect(text).toContain('confidential');
  });

  test('leaves out what CSS hides', async () => {
    expect((await mailFrom('html-with-hidden-request.eml')).text).toBe(
      'Could you put Tariq in touch with Ingrid?\n\nHe fires the kiln on Friday.\n\nSo hurry.',
    );
  });

  test('is unfolded where it is flowed, but never across the depth of a quotation', async () => {
    expect((await mailFrom('flowed-answer-below-quotation.eml')).text.split('\n').slice(1)).toEqual([
      '> Could you come on Friday, or is that too soon? ',
      'Friday is fine, I shall bring a thermocouple and the notes.',
      '> And the week after? ',
      'Also.',
    ]);
  });

  test.each([
    ['a no-break space', 'a\u00A0b', 'a b'],
    ['zero-width characters', 'in\u200Btro\uFEFFduce', 'introduce'],
    ['a soft hyphen', 'intro\u00ADduce', 'introduce'],
    ['joiners in a Latin word', 'intro\u200Dduce', 'introduce'],
    ['marks that turn the direction', 'a\u202Eb\u202C', 'ab'],
    ['a family', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['smart quotes, which are kept', '“Bob”', '“Bob”'],
  ])('has %s as people see it', async (_, written, seen) => {
    expect((await mail({}, written)).text).toBe(seen);
  });

  test('an eight-bit header that is no UTF-8 is read as Windows-1252', async () => {
    const { from, subject } = await mailFrom('latin1-declared-as-utf8.eml');
    expect(from[0]?.name).toBe('René Dufour');
    expect(subject).toBe('Café');
  });
});

describe('HTML as text', () => {
  test.each([
    ['paragraphs', '<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
    ['lines', '<div>One</div><div>Two</div>Three<br>Four', 'One\nTwo\nThree\nFour'],
    ['an empty line of Gmail', '<div>One</div><div><br></div><div>Two</div>', 'One\n\nTwo'],
    ['a list', '<p>Two:</p><ul><li>a</li><li>b</li></ul>', 'Two:\n\n- a\n- b'],
    ['a table', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    [
      'a table of entries',
      '<p>Two:</p><table><tr><th>Who</th><th>Why</th></tr><tr><td>Olga</td><td>kilns</td></tr><tr><td> Nils </td><td><p>glaze</p></td></tr></table>',
      'Two:\n\n- Olga – kilns\n- Nils – glaze',
    ],
    [
      'a table with ruled lines',
      '<table border="1"><tr><td>Olga</td><td>kilns</td></tr><tr><td>Nils</td><td>glaze</td></tr></table>',
      '- Olga – kilns\n- Nils – glaze',
    ],
    [
      'a quotation in a table with ruled lines',
      '<table border="1"><tr><td>Yes.<blockquote>Then?</blockquote></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
      '- Yes.\n>\n> Then?\n\nb\n- c – d',
    ],
    ['preformatted text', '<pre>a  b\n  c</pre>', 'a  b\n  c'],
    [
      'a quotation',
      '<blockquote>Then?<blockquote>Now.</blockquote></blockquote>Soon.',
      '> Then?\n> >\n> > Now.\n\nSoon.',
    ],
    [
      'an indented paragraph',
      '<blockquote style="margin:0 0 0 40px;border:none;padding:0">Mine.</blockquote>',
      'Mine.',
    ],
    ['a signature block', '<div>Yes.</div><div class="AppleMailSignature">Tariq</div>', 'Yes.\n-- \nTariq'],
    ['an empty signature block', '<div>Yes.</div><div data-signatureblock="true"><br></div>', 'Yes.'],
    ['an emoji as a picture', 'Yes <img alt="👍" src="cid:1"> <img alt="logo">', 'Yes 👍'],
    ['comments and conditional comments', 'a<!-- b --><!--[if mso]>c<![endif]-->d', 'ad'],
  ])('%s', async (_, markup, text) => {
    expect((await html(markup)).text).toBe(text);
  });
});

describe('attachments', () => {
  test('a name is a base name', async () => {
    const { attachments } = await mailFrom('cut-off-in-an-attachment.eml');
    expect(attachments.map(({ name, type }) => [name, type])).toEqual([['drawings.pdf', 'application/pdf']]);
  });

  test('a large one leaves its name and size, not its content', async () => {
    const line = `${'A'.repeat(76)}\r\n`;
    const octets = keptAttachmentBytes + 1024 * 1024;
    const raw = `Content-Type: application/zip; name=big.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${line.repeat(Math.ceil(octets / 57))}`;
    const [big] = (await readMail(Readable.from([Buffer.from(raw)]))).attachments;
    expect(big?.name).toBe('big.zip');
    expect(big?.size).toBeGreaterThanOrEqual(octets);
    expect(big?.content).toBeNull();
  });

  test('a calendar part is one', async () => {
    expect((await mailFrom('calendar-answer.eml')).attachments.map(({ type }) => type)).toEqual(['text/calendar']);
  });
});

describe('a mail that breaks the rules comes back with holes', () => {
  const head = 'From: tariq@kiln.test\r\nTo: intro@stepback.test\r\n';
  const nested = (depth: number) =>
    Array.from({ length: depth }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join(
      '',
    );
  const parts = (count: number) =>
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: text/plain\r\n\r\npart\r\n'.repeat(count)}--b--`;

  test.each([
    ['an empty mail', ''],
    ['no header', 'hello'],
    ['no body', head],
    ['a header of 1,000,000 characters', `${head}Subject: ${'x '.repeat(500_000)}\r\n\r\nText.`],
    ['100,000 headers', `${head}${'X-A: b\r\n'.repeat(100_000)}\r\nText.`],
    ['2,000 nested parts', `${head}${nested(2000)}Content-Type: text/plain\r\n\r\nText.`],
    ['6,000 parts', `${head}${parts(6000)}`],
    ['200,000 nested elements', `${head}Content-Type: text/html\r\n\r\n${'<div>'.repeat(200_000)}`],
    ['an unknown charset', `${head}Content-Type: text/plain; charset=x-none\r\n\r\nText.`],
    ['a multipart without a boundary', `${head}Content-Type: multipart/mixed\r\n\r\nText.`],
    ['a multipart with an empty boundary', `${head}Content-Type: multipart/mixed; boundary=""\r\n\r\nText.\r\n`],
    ['a multipart whose boundary never comes', `${head}Content-Type: multipart/related; boundary=b\r\n\r\nText.`],
    ['a multipart that only ends', `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\nText.\r\n--b--\r\n`],
    ['a report without parts', `${head}Content-Type: multipart/report\r\n\r\nText.`],
    ['a multipart of HTML without parts', `${head}Content-Type: multipart/mixed\r\n\r\n<p>Text.</p>`],
    [
      'an encoded multipart without parts',
      `${head}Content-Type: multipart/mixed; boundary=b\r\nContent-Transfer-Encoding: base64\r\n\r\nVGV4dC4=\r\n`,
    ],
    [
      'a multipart with another boundary than it says',
      `${head}Content-Type: multipart/alternative; boundary=b\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\nText.\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>Text.\r\n--c--\r\n`,
    ],
    [
      'a multipart without parts in another',
      `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\nText.\r\n--b--\r\n`,
    ],
    [
      'words to old programs before the first part',
      `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\nThis is a MIME mail.\r\n--b\r\n\r\nText.\r\n--b--\r\n`,
    ],
  ])(
    '%s',
    async (name, raw) => {
      const read = await readMail(Buffer.from(raw));
      expect(read.size).toBe(raw.length);
      expect(read.from.map(({ address }) => address)).toEqual(raw.startsWith(head) ? ['tariq@kiln.test'] : []);
      if (raw.includes('Text.') || name.startsWith('an encoded')) expect(read.text).toBe('Text.');
      if (name === '6,000 parts') expect(read.text).toContain('part');
    },
    20_000,
  );

  test.each(['bad-base64.eml', 'cut-off-in-an-attachment.eml'])('%s', async (name) => {
    const read = await mailFrom(name);
    expect(read.from[0]?.address).toBe('olga@glassworks.test');
    expect(read.size).toBe(fixture(name).length);
  });

  test('any bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect((await readMail(bytes)).size).toBe(bytes.length);
      }),
    );
  });

  test('any cut of a good mail', async () => {
    const whole = fixture('dsn-two-recipients.eml');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (end) => {
        expect((await readMail(whole.subarray(0, end))).size).toBe(end);
      }),
    );
  });
});

test('a stream that fails is the world’s fault, not the mail’s', async () => {
  const failing = new Readable({
    read() {
      this.destroy(new Error('connection lost'));
    },
  });
  await expect(readMail(failing)).rejects.toThrow('could not be read to its end');
});
