// What the service asks the mentor, and every way of answering it, by mail (PRODUCT.md section 3, who is meant; issue 3: by number, name,
// organisation or address, in the reply or in a new mail; never mind; 14 days; two questions in one letter; an answer with more in it).

import { describe, expect, test } from 'vitest';
import { byMail, one, outside, pairs, placeOf, ruth } from './by-mail.ts';

const owen = 'owen@brightbees.test';
const moss = 'lena@moss.test';
const nasser = 'karim@nasser.test';
const mail = byMail([
  { name: 'Owen Bright', email: owen, kind: 'protege', background: 'Keeps bees on a roof in Cork.' },
  { name: 'Rosa Pine', email: 'rosa@pine.test', kind: 'protege' },
  { name: 'Karim Haddad', email: 'karim@seaview.test', organisation: 'Seaview Hotel' },
  { name: 'Karim Nasser', email: nasser, organisation: 'Nasser Tea' },
  { name: 'Lena Vogt', email: 'lena@vogt.test', organisation: 'Botanic Garden' },
  { name: 'Lena Moss', email: moss, organisation: 'Moss Ltd' },
  { name: 'Tomas Reyes', email: 'tomas@reyes.test', background: 'Brews cider in Asturias.' },
]);
const { ask, answer, states } = mail;

describe('a name that two people have is asked about, and nothing goes out', () => {
  const question = async () => one(await ask('intro Owen to Lena'));

  test('both are listed, with what tells them apart', async () => {
    const { text } = await question();
    expect(text).toMatch(/^\d\. Lena Vogt, Botanic Garden <lena@vogt\.test>$/m);
    expect(text).toMatch(/^\d\. Lena Moss, Moss Ltd <lena@moss\.test>$/m);
    expect(await states()).toEqual([]);
  });

  test.each([
    ['a full name', 'Lena Moss'],
    ['a surname', 'Moss, please. Thanks!'],
    ['an organisation', 'Moss Ltd'],
    ['an address', moss],
  ])('%s answers it, in the reply and in a new mail', async (_what, words) => {
    expect(pairs(await answer(await question(), words))).toEqual([`${moss} + ${owen}`]);
    await ask('forget Owen');
    await ask(`add Owen Bright <${owen}>`);
    await question();
    expect(pairs(await ask(words))).toEqual([`${moss} + ${owen}`]);
  });

  test.each([
    ['in the reply', true],
    ['in a new mail', false],
  ])('a number answers it %s', async (_where, isReply) => {
    const asked = await question();
    const number = `${placeOf('Lena Moss', asked)}`;
    expect(pairs(isReply ? await answer(asked, number) : await ask(number))).toEqual([`${moss} + ${owen}`]);
  });

  test('an address that the list does not have is a new one of theirs', async () => {
    const letters = await answer(await question(), 'lena.moss@new.test');
    expect(pairs(letters)).toEqual([`lena.moss@new.test + ${owen}`]);
  });

  test('"never mind" ends it, and a later answer is told that it is no longer open', async () => {
    const asked = await question();
    expect(outside(await answer(asked, 'never mind'))).toEqual([]);
    const late = await answer(asked, '1');
    expect(outside(late)).toEqual([]);
    expect(one(late).text).toContain('no longer open');
  });

  test('expires after 14 days', async () => {
    const asked = await question();
    await mail.local.advance('P14DT1H');
    const late = await answer(asked, '1');
    expect(outside(late)).toEqual([]);
    expect(await states()).toEqual([]);
  });

  test('what answers nothing is said to be unclear, and asked again', async () => {
    const again = await answer(await question(), 'Hm, the taller one.');
    expect(outside(again)).toEqual([]);
    expect(one(again).text).toContain('Lena Vogt');
    expect(pairs(await answer(one(again), `${placeOf('Lena Moss', one(again))}`))).toEqual([`${moss} + ${owen}`]);
  });

  test('an answer may carry further requests, and both are done', async () => {
    const letters = await answer(await question(), 'Lena Moss. And please introduce Rosa to Tomas, he needs cakes.');
    expect(pairs(letters).toSorted()).toEqual([`${moss} + ${owen}`, 'tomas@reyes.test + rosa@pine.test'].toSorted());
  });
});

describe('two questions of one mail', () => {
  test('are one letter, numbered through, and answered together', async () => {
    const asked = one(await ask('intro Owen to Lena. Also intro Rosa to Karim, because of tea.'));
    expect(asked.text).toMatch(/^1\. [\s\S]*^2\. [\s\S]*^3\. [\s\S]*^4\. /m);
    const letters = await answer(asked, `${placeOf('Lena Moss', asked)} and ${placeOf('Karim Nasser', asked)}`);
    expect(pairs(letters).toSorted()).toEqual([`${moss} + ${owen}`, `${nasser} + rosa@pine.test`].toSorted());
  });

  test('may be answered one by one: what is left is asked again', async () => {
    const asked = one(await ask('intro Owen to Lena. Also intro Rosa to Karim, because of tea.'));
    const letters = await answer(asked, `${placeOf('Lena Moss', asked)}`);
    expect(pairs(letters)).toEqual([`${moss} + ${owen}`]);
    const left = one(letters.filter(({ from }) => from.startsWith('q-')));
    expect(left.text).not.toContain('Lena');
    expect(pairs(await answer(left, 'Nasser'))).toEqual([`${nasser} + rosa@pine.test`]);
  });

  test('of two mails are never answered by a bare word in a new one', async () => {
    await ask('intro Owen to Lena');
    await ask('intro Rosa to Karim');
    const letters = await ask('2');
    expect(outside(letters)).toEqual([]);
    expect(one(letters).text).toMatch(/intro Owen to Lena[\s\S]*intro Rosa to Karim/);
  });
});

describe('a name that nobody has', () => {
  test.each(['gerda@nilsson.test', 'It is gerda@nilsson.test', 'gerda at nilsson dot test'])(
    'is asked for, and “%s” adds the person and goes on',
    async (words) => {
      const asked = await ask('please introduce Owen to Gerda Nilsson');
      expect(outside(asked)).toEqual([]);
      expect(pairs(await answer(one(asked), words))).toEqual([`gerda@nilsson.test + ${owen}`]);
      expect(one(await ask('show Gerda Nilsson')).text).toContain('gerda@nilsson.test');
    },
  );

  test('but is spelled nearly like one: the mentor is asked, and "yes" does it', async () => {
    const asked = await ask('intro Owen to Tomass Reyes');
    expect(outside(asked)).toEqual([]);
    expect(one(asked).text).toContain('Do you mean this one?');
    expect(pairs(await answer(one(asked), 'yes'))).toEqual([`tomas@reyes.test + ${owen}`]);
  });
});

test('a condition is asked about before anything goes out', async () => {
  const asked = await ask('intro Rosa to Karim Nasser if he is back from leave');
  expect(outside(asked)).toEqual([]);
  expect(one(asked).text).toContain('if he is back from leave');
  expect(pairs(await answer(one(asked), 'yes, he is'))).toEqual([`${nasser} + rosa@pine.test`]);
});

test('no letter to anybody has an empty paragraph, a hole in its words or a line that no telephone can show', async () => {
  await ask(
    'intro Owen to Lena and Karim and Petra Lang. Who should Owen meet? Show Tomas. Status. Ask Tomas for his background.',
  );
  await ask('draft intro Rosa to Tomas. Remind me tomorrow to rest. Pause until December 24. Who knows cider? Help.');
  for (const { text, subject } of await mail.local.letters()) {
    expect(text).not.toMatch(/\n{3,}|^\n|[ \t]\n|\bundefined\b|\bnull\b|\[object|\(\)|“”/);
    expect(text).not.toMatch(/\s[,;.!?]\s|[a-z]\.\.\s/);
    expect(subject.trim()).not.toMatch(/^(?:Re:)?$/);
    expect(subject.length).toBeLessThan(120);
  }
  expect((await mail.local.letters({ to: ruth })).length).toBeGreaterThan(1);
});
