// Keeping the volume in balance, by mail: limits, pause, what is held and how it goes out (PRODUCT.md section 3, balance and not twice).

import { describe, expect, test } from 'vitest';
import { byMail, one, outside, pairs, ruth, to } from './by-mail.ts';

const owen = 'owen@brightbees.test';
const friends = ['Ana Alves', 'Boris Bell', 'Clara Cohn', 'Dev Das', 'Elsa Ek', 'Finn Fox', 'Gus Gray', 'Hana Hill'];
const addressOf = (name: string) => `${name.split(' ')[0]?.toLowerCase()}@friends.test`;
const mail = byMail([
  { name: 'Owen Bright', email: owen, kind: 'protege' },
  { name: 'Rosa Pine', email: 'rosa@pine.test', kind: 'protege' },
  { name: 'Juno Reyes', email: 'juno@reyes.test', kind: 'protege' },
  ...friends.map((name) => ({ name, email: addressOf(name) })),
]);
const { ask, states } = mail;

describe('a limit of open introductions', () => {
  test('holds what is more, tells the mentor, and writes to nobody', async () => {
    await ask('limit 1 open');
    const letters = await ask('intro Owen to Ana and Boris and Clara');
    expect(pairs(letters)).toEqual([`ana@friends.test + ${owen}`]);
    expect(
      to(ruth, letters)
        .map(({ text }) => text)
        .join(),
    ).toMatch(/hold the introduction of Owen Bright and Boris Bell \(number 2\)/);
    expect(await states()).toEqual(['1 introduced', '2 held', '3 held']);
  });

  test('lets the next one out, in order, as soon as there is room', async () => {
    await ask('limit 1 open');
    await ask('intro Owen to Ana and Boris and Clara');
    expect(pairs(await ask('close 1'))).toEqual([`boris@friends.test + ${owen}`]);
    expect(await states()).toEqual(['1 closed', '2 introduced', '3 held']);
    expect(pairs(await ask('limit 2 open'))).toEqual([`clara@friends.test + ${owen}`]);
  });

  test('is overridden for one introduction by "send anyway"', async () => {
    await ask('limit 1 open');
    await ask('intro Owen to Ana and Boris and Clara');
    expect(pairs(await ask('send 3 anyway'))).toEqual([`clara@friends.test + ${owen}`]);
    expect(await states()).toEqual(['1 introduced', '2 held', '3 introduced']);
  });

  test('lets a cancelled one go for good', async () => {
    await ask('limit 1 open');
    await ask('intro Owen to Ana and Boris');
    await ask('cancel 2');
    expect(outside(await ask('no limit'))).toEqual([]);
    expect(await states()).toEqual(['1 introduced', '2 cancelled']);
  });
});

describe("a person's limit for a month", () => {
  test('counts introductions to that person, and what is held goes out when the month is over', async () => {
    await ask('limit 1 a month for Elsa');
    expect(pairs(await ask('intro Owen to Elsa'))).toEqual([`elsa@friends.test + ${owen}`]);
    const held = await ask('intro Rosa to Elsa');
    expect(outside(held)).toEqual([]);
    expect(one(held).text).toContain('It goes out on 1 ');
    expect(pairs(await mail.local.advance('P32D'))).toContain('elsa@friends.test + rosa@pine.test');
  });

  test('never counts whoever is in copy', async () => {
    await ask('limit 1 a month for Elsa');
    await ask('intro Elsa to Ana');
    await ask('intro Elsa to Boris');
    expect(pairs(await ask('intro Owen to Elsa'))).toEqual([`elsa@friends.test + ${owen}`]);
  });
});

describe('a pause', () => {
  test('begins nothing with a party, and what was held goes out on its last day', async () => {
    await ask(`pause until ${dayIn(9)}`);
    for (const words of [
      'intro Owen to Ana',
      'ask Boris about meeting Owen',
      'ask Clara who she knows',
      'ask Dev for his background',
    ])
      expect(outside(await ask(words))).toEqual([]);
    expect(await states()).toEqual(['1 held', '2 held']);
    expect(outside(await mail.local.advance('P7D'))).toEqual([]);
    const letters = outside(await mail.local.advance('P3D'));
    expect(letters.map(({ recipients }) => recipients[0]).toSorted()).toEqual([
      'ana@friends.test',
      'boris@friends.test',
    ]);
    expect(await states()).toEqual(['1 introduced', '2 asking']);
  });

  test('without a day lasts until "resume", and the mentor is told so', async () => {
    await ask('pause');
    expect(one(await ask('intro Owen to Ana')).text).toContain('when you write "resume"');
    expect(outside(await mail.local.advance('P20D'))).toEqual([]);
    expect(pairs(await ask('resume'))).toEqual([`ana@friends.test + ${owen}`]);
  });

  test('is overridden for one introduction by "send anyway"', async () => {
    await ask('pause');
    await ask('intro Owen to Ana and Boris');
    expect(pairs(await ask('send 2 anyway'))).toEqual([`boris@friends.test + ${owen}`]);
    expect(await states()).toEqual(['1 held', '2 introduced']);
  });

  test('leaves what is under way alone: a reply is passed on', async () => {
    const introduction = one(outside(await ask('intro Owen to Ana')));
    await ask('pause');
    const [passedOn] = await mail.answer(introduction, 'Owen, come by.', 'ana@friends.test');
    expect(passedOn?.recipients).toEqual([owen]);
  });
});

describe("the mentor's copy", () => {
  test('says from the eighth open introduction on how full the plate is', async () => {
    const copies = to(ruth, await ask(friends.map((name) => `intro Rosa to ${name}`).join('\n\n')));
    expect(
      copies
        .filter(({ text }) => text.includes('introductions open'))
        .map(({ text }) => text.includes('8 introductions open')),
    ).toEqual([true]);
  });

  test('says when the same friend is asked for the third time in 60 days', async () => {
    await ask('intro Owen to Ana');
    expect(one(to(ruth, await ask('intro Rosa to Ana'))).text).not.toContain('60 days');
    expect(one(to(ruth, await ask('intro Juno to Ana'))).text).toContain('Ana Alves has been asked 3 times');
  });
});

test('more than 30 begun in a day are held, and go out the day after', async () => {
  const letter = (i: number) => String.fromCharCode(97 + (i % 26)).repeat(2 + Math.floor(i / 26));
  const requests = Array.from(
    { length: 32 },
    (_, i) => `intro Ada Roe${letter(i)} <a${i}@roe.test> to Bea Loe${letter(i)} <b${i}@loe.test>`,
  );
  expect(outside(await ask(requests.join('\n\n')))).toHaveLength(30);
  expect((await states()).slice(-2)).toEqual(['31 held', '32 held']);
  // Who goes first is decided in order; which of two is then handed over first is the queue's affair.
  expect(pairs(await mail.local.advance('P1DT1H')).toSorted()).toEqual([
    'b30@loe.test + a30@roe.test',
    'b31@loe.test + a31@roe.test',
  ]);
});

describe('not twice', () => {
  test('the mentor is told when the two met, and asked; nothing goes out before a yes', async () => {
    await ask('intro Owen to Ana');
    const asked = await ask('intro Owen to Ana, they should talk about honey');
    expect(outside(asked)).toEqual([]);
    expect(one(asked).text).toContain('number 1');
    expect(pairs(await mail.answer(one(asked), 'yes'))).toEqual([`ana@friends.test + ${owen}`]);
  });

  test('one that was cancelled before anybody heard of it is no meeting', async () => {
    await ask('draft intro Owen to Ana');
    await ask('cancel 1');
    expect(pairs(await ask('intro Owen to Ana'))).toEqual([`ana@friends.test + ${owen}`]);
  });
});

/** `May 3`, so many days from now. */
function dayIn(days: number): string {
  const day = new Date(mail.local.machine.now().getTime() + days * 86_400_000);
  return day.toLocaleDateString('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' });
}
