// Contact files by mail: vCards, and tables as LinkedIn, Google, Outlook and people themselves write them (PRODUCT.md section 3, add).

import { describe, expect, test } from 'vitest';
import { byMail, one, ruth, service } from './by-mail.ts';

const { ask, write } = byMail([
  { name: 'Ines Carvalho', email: 'ines@farol.test', organisation: 'Farol', background: 'Restores lighthouses.' },
]);

const shown = async (name: string) => one(await ask(`show ${name}`)).text;

interface File {
  readonly name: string;
  readonly type: string;
  readonly content: string | Buffer;
}

let serial = 0;

const send = async ({ name, type, content }: File, text = 'Please import the attached contacts.') => {
  const raw = [
    `From: Ruth Alder <${ruth}>`,
    `To: ${service}`,
    'Subject: contacts',
    `Message-ID: <file-${++serial}@alder.test>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="=_parts"',
    '',
    '--=_parts',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '--=_parts',
    `Content-Type: ${type}; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n'),
    '--=_parts--',
    '',
  ].join('\r\n');
  return one(await write(ruth, '', { raw })).text;
};

const lines = (...all: readonly string[]) => all.join('\r\n');

const vcard: File = {
  name: 'people.vcf',
  type: 'text/vcard',
  content: lines(
    ...[
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:Dunn;Sela;;;',
      'FN:Sela Dunn',
      'EMAIL;TYPE=WORK:sela@dunn.test',
      'ORG:Dunn Air',
      'END:VCARD',
    ],
    ...[
      'BEGIN:VCARD',
      'VERSION:4.0',
      'FN:Rolf Berg',
      'EMAIL;PREF=1:rolf@berg.test',
      'EMAIL:rolf@home.test',
      'END:VCARD',
      '',
    ],
  ),
};

const linkedIn: File = {
  name: 'Connections.csv',
  type: 'text/csv',
  content: lines(
    'Notes:',
    '"When exporting your connection data, you may notice that some of the email addresses are missing."',
    '',
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
    'Vera,Kohl,https://www.linkedin.example/in/vera,,Kohl AG,Founder,01 Nov 2026',
    'Tom,Ash,https://www.linkedin.example/in/tom,tom@ash.test,"Ash, Oak & Co",Baker,02 Nov 2026',
    '',
  ),
};

const google: File = {
  name: 'contacts.csv',
  type: 'text/csv',
  content: lines(
    'First Name,Last Name,Organization Name,Notes,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value',
    'Gita,Rao,Alpha Maps,,Work,gita@alpha.test,gita@home.test',
    '',
  ),
};

const outlook: File = {
  name: 'Kontakte.csv',
  type: 'text/csv',
  content: Buffer.from(
    lines('\uFEFFVorname;Nachname;Firma;E-Mail-Adresse', 'Jörg;Müller;Müller Orgelbau;joerg@mueller.test', ''),
    'utf16le',
  ),
};

const own: File = {
  name: 'people.txt',
  type: 'text/plain',
  content: Buffer.from(
    lines('name\temail\tbackground\ttags', 'Zoë Reed\tzoe@reed.test\tBlows glass\tglass, art', ''),
    'latin1',
  ),
};

describe('a file of contacts is read into the book', () => {
  test.each<[string, File, string, readonly string[]]>([
    ['vCard 3.0', vcard, 'Sela Dunn', ['sela@dunn.test', 'Dunn Air']],
    ['vCard 4.0', vcard, 'Rolf Berg', ['addresses: rolf@berg.test, rolf@home.test']],
    ['LinkedIn, mostly without addresses', linkedIn, 'Vera Kohl', ['addresses: none', 'Kohl AG']],
    ['LinkedIn, with one', linkedIn, 'Tom Ash', ['tom@ash.test', 'Ash, Oak & Co']],
    ['Google', google, 'Gita Rao', ['gita@alpha.test, gita@home.test', 'Alpha Maps']],
    ['Outlook in German, semicolons and UTF-16', outlook, 'Jörg Müller', ['joerg@mueller.test', 'Müller Orgelbau']],
    ['own columns, tabs and Windows-1252', own, 'Zoë Reed', ['zoe@reed.test', 'Blows glass', 'glass, art']],
  ])('%s', async (_form, file, name, facts) => {
    await send(file);
    const entry = await shown(name);
    for (const fact of facts) expect(entry).toContain(fact);
  });
});

test('rows that cannot be read are told by their number in the file, and nothing of the rest is lost', async () => {
  const report = await send({
    name: 'own.csv',
    type: 'text/csv',
    content: lines('name,email', 'Mae Orr,mae@orr.test', 'Bad Row,broken@@x', ',', 'Lou Fry,lou@fry.test', ''),
  });
  expect(report).toContain('row 3');
  expect(report).not.toMatch(/row [125]\b/);
  expect(await shown('Mae Orr')).toContain('mae@orr.test');
  expect(await shown('Lou Fry')).toContain('lou@fry.test');
});

test('an address that the book has merges; an equal name is told and kept apart', async () => {
  const report = await send({
    name: 'own.csv',
    type: 'text/csv',
    content: lines(
      'name,email,background',
      'I. Carvalho,ines@farol.test,Builds foghorns',
      'Ines Carvalho,ines@else.test,',
      '',
    ),
  });
  expect(report).toMatch(/stand more than once: Ines Carvalho/);
  const entry = await shown('ines@farol.test');
  expect(entry).toContain('lighthouses');
  expect(entry).toContain('foghorns');
  expect(entry).not.toContain('ines@else.test');
});

test('the same file twice leaves the book as it is', async () => {
  await send(linkedIn);
  await send(linkedIn);
  expect(await shown('Tom Ash')).toContain('addresses: tom@ash.test\n');
});

describe('what is not said in so many words', () => {
  test.each(['Please add these.', 'Here are my contacts.', ''])('a table with the words “%s” is read', async (text) => {
    expect(await send(google, text)).toContain('1 person');
  });

  test('a card that signs a mail is no request', async () => {
    const card = { ...vcard, name: 'ruth.vcf' };
    await expect(send(card, 'Thank you so much, have a good weekend!')).rejects.toThrow('one letter was expected: []');
    expect(await shown('Sela Dunn')).toContain('nobody called');
  });
});

test.each<[string, File, string]>([
  ['an empty file', { name: 'people.csv', type: 'text/csv', content: '' }, 'empty'],
  [
    'a workbook',
    { name: 'people.xlsx', type: 'application/vnd.ms-excel', content: Buffer.from('504b030414', 'hex') },
    'CSV',
  ],
])('%s is answered in words that say what to do', async (_what, file, words) => {
  expect(await send(file)).toContain(words);
});
