// Mentors and books made from outside any mail: by the mailroom's interface, for scripts and tests, and for the sample. Reads and writes go through
// the functions' own store.

import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  type BookRow,
  bookOf,
  createMentor,
  introductionsOf,
  mentorByAddress,
  putPeople,
} from '../../functions/store/accounts.ts';
import type { Store } from '../../functions/store/store.ts';

/** What was asked for cannot be done; `status` as HTTP has it. */
export class NotDone extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const longestList = 200;

const kindWords = { protege: 'protégé', contact: 'contact', author: 'author' } as const;

const address = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+$/, 'is no mail address');
const name = z.string().trim().min(1, 'is empty');

const newMentor = z.object({
  name,
  email: address,
  timezone: z.string().refine(isTimeZone, 'is no IANA time zone').default('UTC'),
});

const newPerson = z.object({
  name,
  email: address.optional(),
  otherEmails: z.array(address).default([]),
  kind: z.enum(['protege', 'contact', 'author']).optional(),
  organisation: z.string().optional(),
  background: z.string().optional(),
  tags: z.array(z.string()).optional(),
  goals: z.string().optional(),
  links: z.array(z.string()).optional(),
  askFirst: z.boolean().optional(),
  knownThrough: z.string().optional(),
});

export type NewMentor = z.input<typeof newMentor>;
export type NewPerson = z.input<typeof newPerson>;

/** Throws `NotDone` 400 for what is no mentor, 409 where the address has an account. */
export async function addMentor(store: Store, now: Date, given: unknown): Promise<NewMentor> {
  const { name, email, timezone } = checked(newMentor, given);
  const mentor = await createMentor(store, {
    id: randomUUID(),
    secret: randomBytes(32).toString('hex'),
    name,
    address: email,
    timeZone: timezone,
    now: now.toISOString(),
  });
  if (mentor === null) throw new NotDone(409, `${email} has an account already`);
  return { name, email, timezone };
}

/** Throws `NotDone` 400 for what is no list of people, 404 for an unknown mentor, 409 where an address stands in the book already. */
export async function addPeople(store: Store, mentor: string, given: unknown): Promise<object> {
  const people = checked(z.array(newPerson), given);
  const { id } = await mentorWith(store, mentor);
  const book = await bookOf(store, id);
  const ids = new Map(
    book.flatMap((person) => [person.name, ...person.addresses].map((called) => [called.toLowerCase(), person.id])),
  );
  const rows = people.map(({ email, otherEmails, knownThrough, ...rest }): BookRow => {
    const addresses = [...(email === undefined ? [] : [email]), ...otherEmails];
    const twice = addresses.find((one) => ids.has(one));
    if (twice !== undefined) throw new NotDone(409, `${twice} stands in the book already`);
    const through = knownThrough === undefined ? undefined : ids.get(knownThrough.trim().toLowerCase());
    if (knownThrough !== undefined && through === undefined)
      throw new NotDone(
        400,
        `${rest.name} is known through ${knownThrough}, who does not stand before them in the book`,
      );
    const personId = randomUUID();
    for (const called of [rest.name, ...addresses]) ids.set(called.toLowerCase(), personId);
    return {
      personId,
      entry: { ...present(rest), addresses, ...(through !== undefined && { knownThrough: through }) },
    };
  });
  await putPeople(store, id, rows);
  return { people: rows.length };
}

/** As `GET /api/introductions` gives them, in the order made. Throws `NotDone` 404 for an unknown mentor. */
export async function listIntroductions(store: Store, mentor: string): Promise<object[]> {
  const { id } = await mentorWith(store, mentor);
  return (await introductionsOf(store, id)).map(({ number, state, to, cc, createdAt, sentAt }) => ({
    number,
    state: state.kind,
    to: to.address,
    cc: cc.address,
    at: sentAt ?? createdAt,
  }));
}

/** Whose mailboxes a page may show: the mentor's and those of the people in the book, as far as a list can be read. */
export async function mailboxesOf(store: Store, mentor: string): Promise<object[]> {
  const found = await mentorByAddress(store, mentor);
  if (found === null) return [];
  const book = (await bookOf(store, found.id)).slice(0, longestList);
  return [
    ...found.addresses.map((address) => ({ address, name: found.name, what: 'mentor' })),
    ...book.flatMap(({ name, addresses, kind }) =>
      addresses.slice(0, 1).map((address) => ({ address, name, what: kindWords[kind] })),
    ),
  ];
}

async function mentorWith(store: Store, given: string): Promise<{ readonly id: string }> {
  const mentor = await mentorByAddress(store, given.trim().toLowerCase());
  if (mentor === null) throw new NotDone(404, `there is no mentor ${given}`);
  return mentor;
}

function checked<T>(shape: z.ZodType<T>, given: unknown): T {
  const parsed = shape.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new NotDone(
    400,
    parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()).join('; '),
  );
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }) !== null;
  } catch {
    return false;
  }
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without the fields that are undefined. */
const present = <T extends object>(fields: T): Present<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
