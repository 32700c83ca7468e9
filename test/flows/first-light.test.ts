// One introduction, from a mentor's mail to done, through the real parts: what everything else hangs on.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SentLetter } from '../../infra/local/letter-box.ts';
import { type Local, startLocal } from '../local.ts';

let local: Local;
const ruth = 'ruth@alder.test';
const ines = 'ines@carvalho.test';
const owen = 'owen@brightbees.test';
const service = 'intro@stepback.test';

beforeAll(async () => {
  local = await startLocal();
});
afterAll(() => local.stop());

beforeEach(async () => {
  await local.machine.reset();
  await local.machine.addMentor({ name: 'Ruth Alder', email: ruth, timezone: 'Europe/Dublin' });
  await local.machine.addPeople(ruth, [
    { name: 'Ines Carvalho', email: ines, organisation: 'Farol', background: 'Restores lighthouses on the Algarve.' },
    { name: 'Owen Bright', email: owen, kind: 'protege', background: 'Keeps bees on a roof in Cork.' },
    { name: 'Inès Moulin', email: 'ines@moulin.test', organisation: 'Moulin Frères' },
  ]);
});

const ask = (text: string, subject = '', more = {}) => local.mail({ from: ruth, to: service, subject, text, ...more });

const toOutsiders = (letters: readonly SentLetter[]) =>
  letters.filter(({ recipients }) => recipients.some((one) => one !== ruth));
const toRuth = (letters: readonly SentLetter[]) => letters.filter(({ recipients }) => recipients.includes(ruth));

async function introduced(): Promise<SentLetter> {
  const letters = await ask(
    'Could you introduce Owen to Ines Carvalho? He looks for a roof with a view of the sea.\n\nThanks, Ruth',
  );
  const [introduction] = toOutsiders(letters);
  if (introduction === undefined) throw new Error('no introduction was sent');
  return introduction;
}

const states = async () => ((await local.machine.introductions(ruth)) as { state: string }[]).map(({ state }) => state);

const replyToAll = (from: string, other: string, introduction: SentLetter, text: string) =>
  local.mail({ from, to: introduction.from, cc: [other, ruth], subject: `Re: ${introduction.subject}`, text });

describe('an introduction', () => {
  test("goes to the one with the other in copy, in the mentor's words, with a line about each", async () => {
    const letter = await introduced();
    expect([letter.to, letter.cc]).toEqual([[ines], [owen]]);
    for (const words of [
      'He looks for a roof with a view of the sea.',
      'lighthouses on the Algarve',
      'bees on a roof in Cork',
      'Ruth Alder',
    ]) {
      expect(letter.text).toContain(words);
    }
    expect(letter.text).not.toContain('Could you');
    expect(letter.from).toMatch(/^i-[a-z2-7]{20}@stepback\.test$/);
    expect(letter.replyTo).toEqual([]);
    expect(letter.html).toContain('view of the sea');
  });

  test('comes to the mentor as a copy of its own', async () => {
    const letters = await ask('intro Owen to Ines Carvalho');
    expect(toOutsiders(letters)).toHaveLength(1);
    expect(toRuth(letters)).toHaveLength(1);
  });

  test('is made within a second of the mail', async () => {
    const took: number[] = [];
    for (const text of [
      'intro Owen to Ines Carvalho',
      'intro Owen to Inès Moulin',
      'intro Inès Moulin to Ines Carvalho',
    ]) {
      const began = performance.now();
      expect(toOutsiders(await ask(text))).toHaveLength(1);
      took.push(performance.now() - began);
    }
    expect(Math.min(...took)).toBeLessThan(1000);
  });

  test('is made once however often the mail comes', async () => {
    const headers = { 'Message-ID': '<once-1@alder.test>' };
    const first = await ask('intro Owen to Ines Carvalho', '', { headers });
    const again = [
      await ask('intro Owen to Ines Carvalho', '', { headers }),
      await ask('intro Owen to Ines Carvalho', '', { headers }),
    ].flat();
    expect(toOutsiders(first)).toHaveLength(1);
    expect(again).toEqual([]);
    expect(await states()).toEqual(['introduced']);
  });
});

describe('replies', () => {
  test('of both to all make it done, told to the mentor in one line; nothing else reaches anybody', async () => {
    const introduction = await introduced();
    expect(await replyToAll(ines, owen, introduction, 'Owen, come and see ours.')).toEqual([]);
    expect(await states()).toEqual(['answered']);
    const told = await replyToAll(owen, ines, introduction, 'Thank you, Thursday?');
    expect(told.map(({ recipients }) => recipients)).toEqual([[ruth]]);
    expect(await states()).toEqual(['done']);
    expect(await replyToAll(ines, owen, introduction, 'Thursday it is.')).toEqual([]);
  });

  test('to the service alone are passed on whole, from the introduction, with both addresses in Reply-To', async () => {
    const introduction = await introduced();
    const [passedOn, ...others] = await local.mail({
      from: ines,
      to: introduction.from,
      subject: `Re: ${introduction.subject}`,
      text: 'Owen, bring a veil.',
    });
    expect(others).toEqual([]);
    expect(passedOn?.recipients).toEqual([owen]);
    expect(passedOn?.text).toContain('bring a veil');
    expect(passedOn?.from).toBe(introduction.from);
    expect(passedOn?.replyTo).toEqual(expect.arrayContaining([ines, introduction.from]));
  });

  test('of robots are nothing', async () => {
    const introduction = await introduced();
    const headers = { 'Auto-Submitted': 'auto-replied' };
    expect(
      await local.mail({
        from: ines,
        to: introduction.from,
        subject: 'Away',
        text: 'I am away until Monday.',
        headers,
      }),
    ).toEqual([]);
    expect(await states()).toEqual(['introduced']);
  });
});

describe('names', () => {
  test('that fit two people are asked about, and a number answers', async () => {
    const [question, ...others] = await ask('Please introduce Owen to Ines, she will like him.');
    expect(others).toEqual([]);
    expect(question?.recipients).toEqual([ruth]);
    expect(question?.text).toMatch(/1[.)].*Carvalho|1[.)].*Moulin/);
    const place = /(\d)[.)][^\n]*Moulin/.exec(question?.text ?? '')?.[1] ?? '';
    const letters = await local.mail({ from: ruth, to: question?.from ?? '', subject: 'Re: which', text: place });
    expect(toOutsiders(letters).map(({ to }) => to)).toEqual([['ines@moulin.test']]);
  });

  test('that nobody has are asked for, and an address answers', async () => {
    const [question] = await ask('Please introduce Owen to Petra Lang. She runs a meadery.');
    expect(question?.recipients).toEqual([ruth]);
    const letters = await local.mail({
      from: ruth,
      to: question?.from ?? '',
      subject: 'Re: Petra',
      text: 'petra@lang.test',
    });
    expect(toOutsiders(letters).map(({ to, cc }) => [to, cc])).toEqual([[['petra@lang.test'], [owen]]]);
  });
});

describe("a mail that is not the mentor's", () => {
  test('does nothing where DMARC fails', async () => {
    expect(await ask('intro Owen to Ines Carvalho', '', { proof: 'fail' })).toEqual([]);
    expect(await states()).toEqual([]);
  });

  test('without proof brings the mentor one line, and is worked on once confirmed', async () => {
    const [line, ...others] = await ask('intro Owen to Ines Carvalho', 'bees', { proof: 'none' });
    expect(others).toEqual([]);
    expect(line?.recipients).toEqual([ruth]);
    expect(line?.text).toContain('bees');
    const letters = await local.mail({
      from: ruth,
      to: line?.from ?? '',
      subject: 'Re: bees',
      text: 'yes',
      proof: 'none',
    });
    expect(toOutsiders(letters).map(({ to }) => to)).toEqual([[ines]]);
  });
});
