// The other direction, by mail: whom others know, being introduced oneself, and what a protégé may ask (PRODUCT.md section 3).

import { describe, expect, test } from 'vitest';
import type { SentLetter } from '../../infra/local/letter-box.ts';
import { byMail, one, outside, pairs, ruth, to } from './by-mail.ts';

const owen = 'owen@brightbees.test';
const karim = 'karim@seaview.test';
const lena = 'lena@vogt.test';
const mail = byMail([
  { name: 'Owen Bright', email: owen, kind: 'protege', background: 'Keeps bees on a roof in Cork.' },
  { name: 'Karim Haddad', email: karim, background: 'Runs a hotel in Galway.' },
  { name: 'Lena Vogt', email: lena, background: 'Botanist.' },
]);
const { ask, answer, write, lastTo, states } = mail;

const shown = async (name: string) => one(await ask(`show ${name}`)).text;

describe('asking somebody whom they know', () => {
  test('names and addresses in the answer stand in the book, known through them', async () => {
    const asked = one(outside(await ask('ask Karim who he knows in glass')));
    expect(asked.recipients).toEqual([karim]);
    expect(asked.text).toContain('glass');
    const told = one(
      await answer(
        asked,
        'Try Bruno Feld <bruno@feld.test>, who blows windows, or Anke Moor (anke@moor.test). And Lena, lena@vogt.test.',
        karim,
      ),
    );
    expect(told.recipients).toEqual([ruth]);
    expect(told.subject).toContain('Karim Haddad');
    expect(await shown('Bruno Feld')).toMatch(/bruno@feld\.test[\s\S]*known through: Karim Haddad/);
    expect(await shown('Anke Moor')).toMatch(/anke@moor\.test[\s\S]*known through: Karim Haddad/);
    expect(await shown('Lena')).not.toContain('known through');
  });

  test('happens once: while the question is open nobody is asked again', async () => {
    await ask('ask Karim who he knows');
    const again = await ask('ask Karim who he knows');
    expect(outside(again)).toEqual([]);
    expect(one(again).text).toContain('Karim Haddad has been asked already');
  });

  test('writes to none of those named', async () => {
    const asked = one(outside(await ask('ask Karim who he knows')));
    expect(outside(await answer(asked, 'Bruno Feld <bruno@feld.test>', karim))).toEqual([]);
  });
});

describe('asking somebody to introduce me', () => {
  const asked = async (): Promise<SentLetter> =>
    one(outside(await ask('ask Lena to introduce me to Zoe Marsh, I want to learn about scents.')));

  test('they are asked in the words of the mentor', async () => {
    const question = await asked();
    expect(question.recipients).toEqual([lena]);
    expect(question.subject).toBe('Would you introduce me to Zoe Marsh?');
    expect(question.text).toContain('I want to learn about scents.');
  });

  test('a yes with an address makes the introduction, the mentor in copy, and their words are never quoted', async () => {
    const letters = await answer(
      await asked(),
      'Yes of course. Between us, she is a bit odd. It is zoe@marsh.test\n\nLena',
      lena,
    );
    const introduction = one(to('zoe@marsh.test', letters));
    expect([introduction.to, introduction.cc]).toEqual([['zoe@marsh.test'], [ruth]]);
    expect(introduction.text).toContain('Lena Vogt has kindly agreed to bring the two of us together.');
    expect(introduction.text).toContain('I want to learn about scents.');
    expect(JSON.stringify(letters)).not.toContain('odd');
    expect(to(lena, letters)).toHaveLength(1);
    expect(await shown('Zoe Marsh')).toContain('known through: Lena Vogt');
  });

  test('it lives like any other introduction', async () => {
    const introduction = one(to('zoe@marsh.test', await answer(await asked(), 'Yes, zoe@marsh.test', lena)));
    const reply = { to: introduction.from, subject: `Re: ${introduction.subject}`, cc: ruth };
    await mail.local.mail({ from: 'zoe@marsh.test', text: 'How nice, Ruth!', ...reply });
    expect(await states()).toEqual(['1 answered']);
    await mail.local.mail({ from: ruth, text: 'Dear Zoe, thank you.', ...reply, cc: 'zoe@marsh.test' });
    expect(await states()).toEqual(['1 done']);
  });

  test.each([
    ['a yes without an address', 'Sure, gladly!', 'says yes'],
    ['a no', 'I would rather not, sorry.', 'would rather not'],
    ['anything else', 'Which Zoe do you mean, the older one?', 'no plain yes or no'],
  ])('%s goes to the mentor alone', async (_what, words, told) => {
    const letters = await answer(await asked(), words, lena);
    expect(one(letters).recipients).toEqual([ruth]);
    expect(one(letters).text).toContain(`Lena Vogt ${told === 'no plain yes or no' ? 'has answered' : told}`);
    expect(one(letters).text).toContain(words);
    expect(await states()).toEqual([]);
  });

  test('a yes from another mailbox makes nothing', async () => {
    expect(to('zoe@marsh.test', await answer(await asked(), 'Yes, zoe@marsh.test', 'lena@elsewhere.test'))).toEqual([]);
  });
});

describe("a protégé's asking", () => {
  const wish = 'Could I meet Lena Vogt? I would love to ask her about clover.';

  test('goes to the mentor; the protégé hears that it was passed on', async () => {
    const letters = await write(owen, wish, { subject: 'A botanist' });
    expect(one(to(owen, letters)).text.trim()).toBe('I have passed this on to Ruth Alder.');
    expect(one(to(ruth, letters)).text).toContain('about clover');
    expect(to(lena, letters)).toEqual([]);
  });

  test('yields the same words whatever the book holds', async () => {
    const told = async (name: string) => one(to(owen, await write(owen, `could I meet ${name}?`))).text;
    expect(await told('Lena Vogt')).toBe(await told('Nobody Nowhere'));
  });

  test.each([
    ['yes', []],
    ['yes\n\nOwen has the best honey in Cork.', ['the best honey in Cork']],
  ])('%j makes the introduction', async (words, said) => {
    await write(owen, wish);
    const letters = await answer(await lastTo(ruth), words);
    expect(pairs(letters)).toEqual([`${lena} + ${owen}`]);
    for (const each of said) expect(one(outside(letters)).text).toContain(each);
  });

  test('no ends it, and the protégé hears nothing of it', async () => {
    await write(owen, wish);
    expect(outside(await answer(await lastTo(ruth), 'no'))).toEqual([]);
    expect(await states()).toEqual([]);
  });

  test('must be authenticated', async () => {
    expect(await write(owen, wish, { proof: 'none' })).toEqual([]);
    expect(await write(owen, wish, { proof: 'fail' })).toEqual([]);
  });

  test('is for protégés: anybody else gets the line that strangers get', async () => {
    const line = one(await write(karim, 'could I meet Lena?'));
    expect(line.recipients).toEqual([karim]);
    expect(line.text).not.toContain('Ruth');
  });

  test('that only says thank you is left alone', async () => {
    expect(await write(owen, 'Thank you so much, have a lovely weekend!')).toEqual([]);
  });

  test.each([
    ['whom it names', 'Dear Abel Stern, could I meet Lena Vogt?', {}],
    ['whom it greets', 'Abel, could I meet Lena Vogt?', {}],
    ['who gets a copy', 'could I meet Lena Vogt?', { cc: 'abel@stern.test' }],
  ])('of several mentors one is asked: %s', async (_which, words, more) => {
    await mail.local.machine.addMentor({ name: 'Abel Stern', email: 'abel@stern.test' });
    await mail.local.machine.addPeople('abel@stern.test', [{ name: 'Owen Bright', email: owen, kind: 'protege' }]);
    await ask('intro Owen to Karim');
    const letters = await write(owen, words, more);
    expect([to('abel@stern.test', letters).length, to(ruth, letters).length]).toEqual([1, 0]);
  });

  test('of several mentors, where none is named, the one who last introduced them is asked', async () => {
    await mail.local.machine.addMentor({ name: 'Abel Stern', email: 'abel@stern.test' });
    await mail.local.machine.addPeople('abel@stern.test', [{ name: 'Owen Bright', email: owen, kind: 'protege' }]);
    await ask('intro Owen to Karim');
    const letters = await write(owen, wish);
    expect([to('abel@stern.test', letters).length, to(ruth, letters).length]).toEqual([0, 1]);
  });
});
