// Sitting down with the list and putting priorities on it, by mail: find, suggest, go over the list, recommend (PRODUCT.md section 3).

import { describe, expect, test } from 'vitest';
import type { SentLetter } from '../../infra/local/letter-box.ts';
import { byMail, one, outside, pairs, placeOf, ruth, to } from './by-mail.ts';

const owen = 'owen@brightbees.test';
const { ask, answer, states } = byMail([
  {
    name: 'Owen Bright',
    email: owen,
    kind: 'protege',
    background: 'Keeps bees on a roof in Cork.',
    goals: 'Wants to sell honey to hotels; looks for a botanist.',
  },
  { name: 'Karim Haddad', email: 'karim@seaview.test', organisation: 'Seaview', background: 'Runs a hotel in Galway.' },
  { name: 'Lena Vogt', email: 'lena@vogt.test', organisation: 'Botanic Garden', background: 'Botanist, pollination.' },
  { name: 'Pilar Sousa', email: 'pilar@sousa.test', background: 'Buys food for a chain of hotels.', askFirst: true },
  { name: 'Tomas Reyes', email: 'tomas@reyes.test', background: 'Brews cider in Asturias.' },
  {
    name: 'Hugo Lamb',
    email: 'hugo@lamb.test',
    kind: 'author',
    background: 'Writes about honey.',
    links: ['https://lamb.example/letter'],
  },
  { name: 'Mira Stone', kind: 'author', background: 'Essays on craft.', links: ['https://stone.example'] },
]);

describe('finding', () => {
  test('shows who knows it, numbered, with the reason; a number shows the entry', async () => {
    const found = one(await ask('who knows hotels?'));
    expect(found.text).toMatch(/^1\. .*(Karim Haddad|Pilar Sousa).* speaks of hotels?\b/m);
    expect(found.text).not.toContain('Tomas');
    expect(one(await answer(found, `${placeOf('Karim', found)}`)).text).toContain('Runs a hotel in Galway.');
  });

  test('says so where nobody does', async () => {
    expect(one(await ask('who knows submarines?')).text).toContain('nobody in your book on "submarines"');
  });
});

describe('suggesting', () => {
  test('puts whom the protégé seeks first, with reasons; numbers make the introductions', async () => {
    const suggested = one(await ask('who should Owen meet?'));
    expect(suggested.text).not.toContain('Tomas');
    const numbers = `${placeOf('Lena', suggested)} and ${placeOf('Karim', suggested)}`;
    expect(pairs(await answer(suggested, numbers)).toSorted()).toEqual([
      `karim@seaview.test + ${owen}`,
      `lena@vogt.test + ${owen}`,
    ]);
  });

  test('keeps to what the question names, and leaves out whom the protégé has met', async () => {
    const suggested = one(await ask('who could help Owen with cider?'));
    expect(suggested.text).toContain('1. Tomas Reyes');
    expect(suggested.text).not.toMatch(/Lena|Karim/);
    await ask('intro Owen to Tomas');
    expect(one(await ask('who could help Owen with cider?')).text).not.toContain('Tomas');
  });

  test('names nobody whom the protégé has met', async () => {
    await ask('intro Owen to Lena');
    expect(one(await ask('suggest for Owen')).text).not.toContain('Lena');
  });

  test('asks first whoever is marked so, when the number is answered', async () => {
    const suggested = one(await ask('who should Owen meet?'));
    const letters = outside(await answer(suggested, `${placeOf('Pilar', suggested)}`));
    expect(letters.map(({ recipients }) => recipients)).toEqual([['pilar@sousa.test']]);
    expect(await states()).toEqual(['1 asking']);
  });
});

describe('going over the list', () => {
  /** The list as Owen gets it, with Lena and Tomas on it. */
  async function listForOwen(): Promise<SentLetter> {
    const list = one(await ask('go over the list with Owen'));
    const struck = one(await answer(list, `without ${placeOf('Karim', list)} and ${placeOf('Pilar', list)}`));
    const added = one(await answer(struck, 'add Tomas Reyes'));
    return one(outside(await answer(added, 'send')));
  }

  test('the mentor sees it first, strikes and adds, and nobody else hears of it', async () => {
    const list = await ask('go over the list with Owen');
    expect(outside(list)).toEqual([]);
    const struck = await answer(one(list), `without ${placeOf('Karim', one(list))}`);
    expect(outside(struck)).toEqual([]);
    expect(one(struck).text).not.toContain('Karim');
    const added = await answer(one(struck), 'add Tomas Reyes');
    expect(outside(added)).toEqual([]);
    expect(one(added).text).toMatch(/^\d\. Tomas Reyes/m);
  });

  test('the protégé gets names and one line each, and no address', async () => {
    const list = await listForOwen();
    expect(list.recipients).toEqual([owen]);
    expect(list.text).toMatch(/^1\. Lena Vogt: Botanist, pollination\.\n2\. Tomas Reyes: Brews cider in Asturias\.$/m);
    expect(JSON.stringify([list.text, list.html])).not.toMatch(/vogt\.test|reyes\.test/);
  });

  test('the answer comes to the mentor as numbered requests, and makes nothing by itself', async () => {
    const letters = await answer(await listForOwen(), '1, because I know too little of clover.\n\nOwen', owen);
    expect(one(letters).recipients).toEqual([ruth]);
    expect(one(letters).text).toContain('1. introduce Owen Bright to Lena Vogt');
    expect(one(letters).text).not.toContain('introduce Owen Bright to Tomas');
    expect(await states()).toEqual([]);
  });

  test("at the mentor's yes all go out, with the protégé's words, each to whom they speak of", async () => {
    const told = one(
      await answer(
        await listForOwen(),
        '1 and 2 please. Lena because I know too little of clover. Tomas because bees love apples.',
        owen,
      ),
    );
    const letters = outside(await answer(told, 'yes'));
    const [lena, tomas] = [one(to('lena@vogt.test', letters)), one(to('tomas@reyes.test', letters))];
    expect(lena.text).toContain('too little of clover');
    expect(lena.text).not.toContain('apples');
    expect(tomas.text).toContain('bees love apples');
    expect(tomas.text).not.toMatch(/clover|please/);
  });

  test('numbers make some of them', async () => {
    const told = one(await answer(await listForOwen(), '1 and 2', owen));
    expect(pairs(await answer(told, '2'))).toEqual([`tomas@reyes.test + ${owen}`]);
  });
});

describe('recommending an author', () => {
  test.each([
    ['Hugo Lamb', 'https://lamb.example/letter'],
    ['Mira Stone', 'https://stone.example'],
  ])('%s: the protégé alone gets the links and why; the author hears nothing', async (name, link) => {
    const letter = one(outside(await ask(`recommend ${name} to Owen, because she says what I cannot`)));
    expect(letter.recipients).toEqual([owen]);
    expect(letter.text).toContain(link);
    expect(letter.html).toContain(`<a href="${link}">${link}</a>`);
    expect(letter.text).toContain('says what I cannot');
    expect(await states()).toEqual([]);
  });

  test('asks nothing, tracks nothing, and is never asked about again', async () => {
    const letter = one(outside(await ask('recommend Hugo Lamb to Owen')));
    expect(letter.text).not.toMatch(/\?\n/);
    expect(letter.html).not.toMatch(/<img|utm_/);
  });

  test('an author who is not in the book is said to be unknown, and nobody is written to', async () => {
    const letters = await ask('recommend Zadie Quill to Owen');
    expect(outside(letters)).toEqual([]);
    expect(one(letters).text).toContain('Zadie Quill');
  });
});
