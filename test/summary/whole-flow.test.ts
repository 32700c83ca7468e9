// The monthly summary through the whole house: the clock is turned, the due index finds mentors, letters go out, and their numbers are
// answered.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SentLetter } from '../../infra/local/letter-box.ts';
import { type Local, startLocal } from '../local.ts';

let local: Local;

beforeAll(async () => {
  local = await startLocal();
});
afterAll(() => local.stop());
beforeEach(() => local.machine.reset());

const asta = 'asta@vik.test';
const service = 'intro@stepback.test';

const turnTo = (instant: string) => local.machine.turnTo(new Date(instant));
const mentor = (timezone = 'UTC', email = asta) => local.machine.addMentor({ name: 'Asta Vik', email, timezone });
const write = (text: string, to = service) => local.mail({ from: asta, to, subject: '', text });
const answer = (letter: SentLetter | undefined, text: string) =>
  local.mail({ from: asta, to: letter?.from ?? '', subject: `Re: ${letter?.subject}`, text });

const isSummary = ({ html, headers }: SentLetter): boolean =>
  html?.includes('role="presentation"') === true && 'list-unsubscribe-post' in headers;
const summaries = async (to?: string): Promise<SentLetter[]> =>
  (await local.letters(to === undefined ? {} : { to })).filter(isSummary);
/** `2028-02-01T02:15`, one for each summary. */
const sentAt = async (to?: string): Promise<string[]> => (await summaries(to)).map(({ at }) => at.slice(0, 16));
const states = async () =>
  ((await local.machine.introductions(asta)) as { number: number; state: string; to: string }[]).map(
    ({ number, state, to }) => `${number} ${state} ${to}`,
  );

const book = [
  { name: 'Ilse Brandt', email: 'ilse@brandt.test', kind: 'protege', goals: 'learning to restore lighthouses' },
  { name: 'Bram Okafor', email: 'bram@okafor.test', tags: ['lighthouses'], background: 'Restores lighthouses.' },
  { name: 'Cleo Marsh', email: 'cleo@marsh.test', tags: ['ferries'], background: 'Captain of a ferry.' },
  { name: 'Dov Lindgren', email: 'dov@lindgren.test', tags: ['beekeeping'] },
] as const;

describe('is due', () => {
  test.each<[string, string, string, string[]]>([
    [
      'at 08:00 of a zone with quarter hours',
      'Asia/Kathmandu',
      '2028-01-31T12:00:00.000Z',
      ['2028-02-01T02:15', '2028-03-01T02:15', '2028-04-01T02:15'],
    ],
    [
      'at 08:00 west of Greenwich',
      'America/Sao_Paulo',
      '2028-01-31T12:00:00.000Z',
      ['2028-02-01T11:00', '2028-03-01T11:00', '2028-04-01T11:00'],
    ],
    [
      'on the day before where that is the first already, and an hour later when summer is over',
      'Pacific/Auckland',
      '2028-03-20T12:00:00.000Z',
      ['2028-03-31T19:00', '2028-04-30T20:00'],
    ],
    [
      'by the clock on the wall when summer begins',
      'Europe/Berlin',
      '2028-02-29T12:00:00.000Z',
      ['2028-03-01T07:00', '2028-04-01T06:00'],
    ],
    [
      'on the day after a leap day, and after the 28th in other years',
      'UTC',
      '2028-01-31T23:00:00.000Z',
      ['2028-02-01T08:00', '2028-03-01T08:00'],
    ],
  ])('%s', async (_, timezone, joined, expected) => {
    await turnTo(joined);
    await mentor(timezone);
    await turnTo(`${expected.at(-1)}:59.000Z`);
    expect(await sentAt()).toEqual(expected);
  });

  test('not before the first: a minute earlier there is none', async () => {
    await turnTo('2028-02-20T12:00:00.000Z');
    await mentor('Asia/Kathmandu');
    await turnTo('2028-03-01T02:14:00.000Z');
    expect(await sentAt()).toEqual([]);
  });

  test('for a month in which its reader was here: whoever joins on the first, at seven, hears a month later', async () => {
    await turnTo('2028-05-01T07:00:00.000Z');
    await mentor();
    await turnTo('2028-06-01T09:00:00.000Z');
    expect(await sentAt()).toEqual(['2028-06-01T08:00']);
    expect((await summaries())[0]?.subject).toMatch(/^May: /);
  });

  test('for everybody at a time of their own', async () => {
    await turnTo('2028-06-15T12:00:00.000Z');
    const zones = ['Pacific/Kiritimati', 'Asia/Kathmandu', 'UTC', 'America/Sao_Paulo', 'Pacific/Pago_Pago'];
    for (const [n, zone] of zones.entries()) await mentor(zone, `mentor-${n}@vik.test`);
    await turnTo('2028-07-02T00:00:00.000Z');
    expect(await sentAt()).toEqual([
      '2028-06-30T18:00',
      '2028-07-01T02:15',
      '2028-07-01T08:00',
      '2028-07-01T11:00',
      '2028-07-01T19:00',
    ]);
  });

  test('no more after "summary off", and again from the month in which it is switched on', async () => {
    await turnTo('2028-06-15T12:00:00.000Z');
    await mentor();
    await turnTo('2028-07-02T00:00:00.000Z');
    await write('summary off');
    await turnTo('2028-09-02T00:00:00.000Z');
    await write('summary on');
    await turnTo('2028-10-02T00:00:00.000Z');
    expect(await sentAt()).toEqual(['2028-07-01T08:00', '2028-10-01T08:00']);
  });
});

describe('whoever moves to another time zone gets each month once', () => {
  const months = async () => (await summaries()).map(({ subject }) => subject.split(':')[0]);

  test.each([
    ['westward, where the first is still to come', 'Asia/Kathmandu', 'America/Los_Angeles', '2028-07-01T03:00:00.000Z'],
    [
      'eastward, where the first has come already',
      'America/Los_Angeles',
      'Pacific/Auckland',
      '2028-07-01T10:00:00.000Z',
    ],
    ['within the day', 'Europe/Berlin', 'Asia/Kathmandu', '2028-06-30T23:00:00.000Z'],
  ])('%s', async (_, from, to, at) => {
    await turnTo('2028-05-15T12:00:00.000Z');
    await mentor(from);
    await turnTo(at);
    await write(`time zone ${to}`);
    await turnTo('2028-08-02T00:00:00.000Z');
    expect(await months()).toEqual(['May', 'June', 'July']);
  });
});

describe('an answer to it', () => {
  /** Numbers 1 to 3 are made, of which 1 is over; then 2 is quiet and 3 waits as a draft, 1 and 2 in the letter. */
  const untilSummary = async (): Promise<SentLetter | undefined> => {
    await turnTo('2028-05-03T12:00:00.000Z');
    await mentor();
    await local.machine.addPeople(asta, book);
    await write('intro Ilse Brandt to Cleo Marsh');
    await write('cancel 1');
    await turnTo('2028-05-20T12:00:00.000Z');
    await write('intro Ilse Brandt to Dov Lindgren');
    await write('draft intro Cleo Marsh to Dov Lindgren');
    await turnTo('2028-06-01T08:01:00.000Z');
    return (await summaries())[0];
  };

  test('finds in the letter what waits, what is quiet and what is worth making next, counted through', async () => {
    const letter = await untilSummary();
    expect(letter?.subject).toBe('May: 2 introduced, 1 waits for you, 1 quiet');
    expect(letter?.text).toContain('1. Your draft of Cleo Marsh <> Dov Lindgren waits since May 20.');
    expect(letter?.text).toContain('2. Ilse Brandt <> Dov Lindgren: no reply for 11 days.');
    expect(letter?.text).toContain('3. Ilse Brandt to Bram Okafor');
  });

  test('with a bare number does what stands there', async () => {
    await answer(await untilSummary(), '1');
    expect(await states()).toEqual([
      '1 cancelled cleo@marsh.test',
      '2 introduced dov@lindgren.test',
      '3 introduced dov@lindgren.test',
    ]);
  });

  test("with a suggestion's number makes that introduction", async () => {
    const [introduction] = (await answer(await untilSummary(), '3')).filter(({ cc }) => cc.length > 0);
    expect(introduction).toMatchObject({ to: ['bram@okafor.test'], cc: ['ilse@brandt.test'] });
  });

  test("steers by the letter's numbers, not by those of introductions", async () => {
    await answer(await untilSummary(), 'close 2');
    await answer((await summaries())[0], 'cancel 1');
    expect(await states()).toEqual([
      '1 cancelled cleo@marsh.test',
      '2 closed dov@lindgren.test',
      '3 cancelled dov@lindgren.test',
    ]);
  });

  test('closes nothing where the number stands for no introduction', async () => {
    const [told] = await answer(await untilSummary(), 'close 3');
    expect((await states())[2]).toBe('3 drafted dov@lindgren.test');
    expect(told?.text).toContain('close 3');
  });

  test('may come as often as one likes', async () => {
    const letter = await untilSummary();
    await answer(letter, '2');
    await answer(letter, '3');
    expect(await states()).toContain('4 introduced bram@okafor.test');
  });

  test('has a question asked once more, and that one is answered', async () => {
    await turnTo('2028-05-20T12:00:00.000Z');
    await mentor();
    await local.machine.addPeople(asta, book);
    await write('intro Ilse Brandt to Petra Vogel');
    await turnTo('2028-06-01T08:01:00.000Z');
    const [letter] = await summaries();
    expect(letter?.text).toContain('1. I asked for an address, on May 20.');
    const [again] = await answer(letter, '1');
    expect(again?.text).toContain('Petra Vogel');
    await answer(again, 'petra@vogel.test');
    expect(await states()).toEqual(['1 introduced petra@vogel.test']);
  });

  test('does a reminder before its day', async () => {
    await turnTo('2028-05-20T12:00:00.000Z');
    await mentor();
    await local.machine.addPeople(asta, book);
    await write('remind me on June 20 to introduce Ilse Brandt to Bram Okafor');
    await turnTo('2028-06-01T08:01:00.000Z');
    const [letter] = await summaries();
    const number = /(\d+)\. June 20: I remind you/.exec(letter?.text ?? '')?.[1];
    await answer(letter, `${number}`);
    expect(await states()).toEqual(['1 introduced bram@okafor.test']);
  });
});

describe('asked for with "summary"', () => {
  test('it comes at once, joins the thread, and the month still gets its own', async () => {
    await turnTo('2028-05-20T12:00:00.000Z');
    await mentor();
    const [letter] = (await write('summary')).filter(isSummary);
    expect(letter?.subject).toMatch(/^May so far: /);
    expect(letter?.headers['in-reply-to']).toMatch(/sender\.example/);
    expect(letter?.headers['auto-submitted']).toBe('auto-replied');
    await turnTo('2028-06-01T09:00:00.000Z');
    expect((await summaries()).map(({ subject }) => subject.split(':')[0])).toEqual(['May so far', 'May']);
  });
});
