// The book, through mail alone (PRODUCT.md section 3: add, tell, show, ask for background, forget, export).

import { describe, expect, test } from 'vitest';
import { byMail, one, outside, pairs, ruth, service, to } from './by-mail.ts';

const owen = 'owen@brightbees.test';
const ines = 'ines@farol.test';
const mail = byMail([
  { name: 'Owen Bright', email: owen, kind: 'protege', background: 'Keeps bees on a roof in Cork.' },
  { name: 'Ines Carvalho', email: ines, organisation: 'Farol', background: 'Restores lighthouses on the Algarve.' },
]);
const { ask, answer, write, lastTo, states } = mail;

const shown = async (name: string) => one(await ask(`show ${name}`)).text;

describe('adding', () => {
  test('one person shows the entry as it stands', async () => {
    const { text } = one(await ask('add Tomas Reyes <tomas@reyes.test>, background: brews cider in Asturias'));
    expect(text).toMatch(/^Added to your book:\n\nTomas Reyes\n {2}addresses: tomas@reyes\.test\n/);
    expect(text).toContain('Brews cider in Asturias');
  });

  test('a list adds each of its people, those without an address too', async () => {
    await ask(
      [
        'add these:',
        '',
        '- Lena Vogt <lena@vogt.test>, pollination biologist',
        '- Karim Haddad <karim@seaview.test>',
        '- Pilar Sousa',
      ].join('\n'),
    );
    expect(await shown('Lena Vogt')).toContain('ollination biologist');
    expect(await shown('Karim Haddad')).toContain('karim@seaview.test');
    expect(await shown('Pilar Sousa')).toContain('addresses: none');
  });

  test('an address that is known merges into its entry, whatever name comes with it', async () => {
    const { text } = one(await ask(`add I. Carvalho <${ines}>, background: builds foghorns`));
    expect(text).toContain('Already in your book');
    expect(text).toContain('Ines Carvalho');
    expect(text).toContain('uilds foghorns');
  });

  test('an equal name is a suggestion to merge, never a merge; a yes puts the two together', async () => {
    const suggestion = one(await ask('add Ines Carvalho <ines@else.test>'));
    expect(suggestion.text).toContain('Added to your book');
    expect(suggestion.text).toContain('another Ines Carvalho');
    await answer(suggestion, 'yes');
    const entry = await shown('Ines Carvalho');
    expect(entry).toContain(`${ines}, ines@else.test`);
    expect(entry).toContain('Farol');
  });
});

describe('telling', () => {
  test.each([
    ['Ines now works at Casa da Luz', 'organisation: Casa da Luz'],
    ['note on Ines: call after lunch', 'private notes: call after lunch'],
    ['tag Ines Carvalho lighthouses', 'interests: lighthouses'],
    ['Ines is my protégé', 'kind: protégé'],
    ['ask Ines first', 'ask first'],
    ['never introduce Ines', 'never'],
    ["Ines's new address is ines@luz.test", 'addresses: ines@luz.test'],
    ["Ines's goals are to find a glass maker", 'glass maker'],
  ])('%s: the answer shows the entry as it now stands', async (words, line) => {
    const { text } = one(await ask(words));
    expect(text).toContain('Ines Carvalho');
    expect(text.toLowerCase()).toContain(line.toLowerCase());
  });

  test('a private note never leaves the book', async () => {
    await ask('note on Ines: owes me a favour');
    const letters = await ask('intro Owen to Ines');
    expect(pairs(letters)).toEqual([`${ines} + ${owen}`]);
    expect(JSON.stringify(outside(letters))).not.toContain('favour');
  });

  test('whoever is never to be introduced is written to by nobody', async () => {
    await ask('never introduce Ines');
    const letters = await ask('intro Owen to Ines');
    expect(one(letters).text).toContain('Ines Carvalho');
    expect(outside(letters)).toEqual([]);
  });
});

test('showing a person shows the introductions with them', async () => {
  await ask('intro Owen to Ines');
  expect(await shown('Ines')).toMatch(/introduction 1: with Owen Bright, introduced, /);
});

describe('asking for their background', () => {
  test('shows them what would be said of them, and nothing else', async () => {
    await ask('note on Ines: talks a lot');
    const asked = one(outside(await ask('ask Ines for her background')));
    expect(asked.recipients).toEqual([ines]);
    expect(asked.text).toContain('Restores lighthouses on the Algarve.');
    expect(asked.text).not.toContain('talks a lot');
  });

  test('better words become the entry, and the mentor sees them, under the name of the book', async () => {
    const asked = one(outside(await ask('ask Ines for her background')));
    const told = one(await answer(asked, 'I restore lighthouses and teach lens grinding.\n\nInes', ines));
    expect(told.recipients).toEqual([ruth]);
    expect(told.text).toContain('Ines Carvalho has answered with better words');
    expect(told.text).toContain('lens grinding');
    expect(await shown('Ines')).toContain('lens grinding');
  });

  test('a yes leaves it as it is', async () => {
    const asked = one(outside(await ask('ask Ines for her background')));
    await answer(asked, 'Yes, that is right.', ines);
    expect(await shown('Ines')).toContain('Restores lighthouses on the Algarve.');
  });
});

describe('forgetting', () => {
  test('one person goes at once: unknown afterwards, what was open is closed, letters and stored mails are gone', async () => {
    const introduction = one(outside(await ask('intro Owen to Ines, she knows the sea.')));
    await answer(introduction, 'Gladly, a lantern for Owen.', ines);
    const { text } = one(await ask('forget Ines'));
    expect(text).toContain('Ines Carvalho is forgotten');
    expect(await states()).toEqual(['1 closed']);
    expect(await shown('Ines')).toContain('nobody called "Ines"');
    const kept = JSON.stringify(
      one(await ask('export')).attachments.map(({ content }) => Buffer.from(content, 'base64').toString()),
    );
    for (const gone of ['Ines', ines, 'she knows the sea']) expect(kept).not.toContain(gone);
  });

  test('a later reply of a forgotten party reaches nobody', async () => {
    const introduction = one(outside(await ask('intro Owen to Ines')));
    await ask('forget Ines');
    expect(outside(await answer(introduction, 'Hello Owen!', ines))).toEqual([]);
  });

  test('several are asked about first: a yes does it, a no does not', async () => {
    const question = one(await ask('forget Owen and Ines'));
    expect(question.text).toContain('Shall I forget these 2 people');
    expect(await shown('Ines')).toContain('Farol');
    await answer(question, 'yes');
    expect(await shown('Owen')).toContain('nobody called');
    expect(await shown('Ines')).toContain('nobody called');
    await ask(`add Ines Carvalho <${ines}> and Owen Bright <${owen}>`);
    await answer(one(await ask('forget Owen and Ines')), 'no');
    expect(await shown('Ines')).toContain(ines);
  });
});

describe('exporting', () => {
  const exported = async () =>
    Object.fromEntries(
      one(await ask('export')).attachments.map(({ name, content }) => [
        name,
        Buffer.from(content, 'base64').toString(),
      ]),
    );

  test('attaches the whole book and history, for programs, for a spreadsheet and for an address book', async () => {
    await ask('intro Owen to Ines');
    const files = await exported();
    expect(Object.keys(files).sort()).toEqual([
      'account.json',
      'introductions.csv',
      'introductions.json',
      'people.csv',
      'people.json',
      'people.vcf',
    ]);
    expect(JSON.parse(files['people.json'] ?? '')).toHaveLength(2);
    expect(files['people.vcf']).toContain('FN:Ines Carvalho');
    expect(files['introductions.csv']).toContain(ines);
  });

  test('no cell of the tables is a formula', async () => {
    await mail.local.machine.addPeople(ruth, [
      {
        name: '=HYPERLINK("http://evil.test")',
        email: 'evil@cells.test',
        background: '+1+1',
        organisation: '@SUM(A1)',
      },
    ]);
    const table = (await exported())['people.csv'] ?? '';
    expect(table).toContain('evil@cells.test');
    for (const cell of table.split(/[,\n]/)) expect(cell.replace(/^\uFEFF?"?/, '')).not.toMatch(/^[=+@\t]/);
  });

  test('what is exported can be read in again, and changes nothing', async () => {
    const files = await exported();
    const attached = Buffer.from(files['people.csv'] ?? '').toString('base64');
    const raw = [
      `From: ${ruth}`,
      `To: ${service}`,
      'Subject: import the attached',
      'Message-ID: <again@alder.test>',
      'MIME-Version: 1.0',
      'Content-Type: text/csv; name="people.csv"',
      'Content-Disposition: attachment; filename="people.csv"',
      'Content-Transfer-Encoding: base64',
      '',
      attached,
      '',
    ].join('\r\n');
    expect(to(ruth, await write(ruth, '', { raw }))).toHaveLength(1);
    expect(JSON.parse((await exported())['people.json'] ?? '')).toHaveLength(2);
    expect(await shown('Owen')).toContain('kind: protégé');
  });
});

test('what one mentor writes neither shows nor changes the book of another', async () => {
  await mail.local.machine.addMentor({ name: 'Abel Stern', email: 'abel@stern.test' });
  expect(one(await write('abel@stern.test', 'show Ines Carvalho')).text).toContain('nobody called');
  await write('abel@stern.test', `add Ines C <${ines}>, background: something else`);
  await write('abel@stern.test', 'forget Ines C');
  expect(await shown('Ines')).toContain('lighthouses');
  expect((await lastTo(ruth)).text).not.toContain('something else');
});
