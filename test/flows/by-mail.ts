// A mentor, a book and the whole running system for the whole-flow tests: everything goes in as a mail and comes out as letters.
// One system for each test file, emptied before each test.

import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { SentLetter } from '../../infra/local/letter-box.ts';
import { type Local, startLocal, type Written } from '../local.ts';

export const service = 'intro@stepback.test';
export const ruth = 'ruth@alder.test';

/** An entry of the book, as the mailroom's interface takes it. */
export interface Entry {
  readonly name: string;
  readonly email?: string;
  readonly kind?: 'protege' | 'contact' | 'author';
  readonly organisation?: string;
  readonly background?: string;
  readonly goals?: string;
  readonly tags?: readonly string[];
  readonly links?: readonly string[];
  readonly askFirst?: boolean;
}

type More = Partial<Written>;

export interface ByMail {
  readonly local: Local;
  /** Ruth writes to the service; the letters that it brings, hers first. */
  ask(text: string, more?: More): Promise<readonly SentLetter[]>;
  /** Somebody writes to the service. */
  write(from: string, text: string, more?: More): Promise<readonly SentLetter[]>;
  /** A reply to the letter from `from`, Ruth where nobody is named. */
  answer(letter: SentLetter, text: string, from?: string, more?: More): Promise<readonly SentLetter[]>;
  /** The newest letter to the address. */
  lastTo(address: string): Promise<SentLetter>;
  /** `1 done`, `2 held`, in the order made. */
  states(): Promise<readonly string[]>;
}

/** Ruth Alder, in Dublin, with this book before each test. */
export function byMail(book: readonly Entry[]): ByMail {
  let local: Local;
  beforeAll(async () => {
    local = await startLocal();
  });
  afterAll(() => local.stop());
  beforeEach(async () => {
    await local.machine.reset();
    await local.machine.addMentor({ name: 'Ruth Alder', email: ruth, timezone: 'Europe/Dublin' });
    await local.machine.addPeople(ruth, book);
  });
  const write: ByMail['write'] = (from, text, more = {}) => local.mail({ from, to: service, text, ...more });
  return {
    get local() {
      return local;
    },
    ask: (text, more) => write(ruth, text, more),
    write,
    answer: (letter, text, from = ruth, more = {}) =>
      local.mail({
        from,
        to: letter.replyTo.at(-1) ?? letter.from,
        subject: `Re: ${letter.subject}`,
        text,
        headers: { 'In-Reply-To': String(letter.headers['message-id']) },
        ...more,
      }),
    lastTo: async (address) => one((await local.letters({ to: address })).slice(-1)),
    states: async () =>
      ((await local.machine.introductions(ruth)) as { number: number; state: string }[]).map(
        ({ number, state }) => `${number} ${state}`,
      ),
  };
}

export const to = (address: string, letters: readonly SentLetter[]): readonly SentLetter[] =>
  letters.filter(({ recipients }) => recipients.includes(address));

/** What reaches anybody but Ruth. */
export const outside = (letters: readonly SentLetter[]): readonly SentLetter[] =>
  letters.filter(({ recipients }) => recipients.some((address) => address !== ruth));

/** Who is written to, and who is in copy, of each letter that leaves the house. */
export const pairs = (letters: readonly SentLetter[]): readonly string[] =>
  outside(letters).map(({ to, cc }) => [...to, ...cc].join(' + '));

/** The one letter there is. */
export function one(letters: readonly SentLetter[]): SentLetter {
  const [only, ...others] = letters;
  if (only === undefined || others.length > 0)
    throw new Error(
      `one letter was expected: ${JSON.stringify(letters.map(({ recipients, subject }) => [recipients, subject]))}`,
    );
  return only;
}

/** `2. Mae Lin` → 2 */
export const placeOf = (name: string, { text }: SentLetter): number => {
  const place = new RegExp(String.raw`^(\d+)\. [^\n]*${name}`, 'm').exec(text)?.[1];
  if (place === undefined) throw new Error(`no line for ${name}:\n${text}`);
  return Number(place);
};
