// A long contact file into the book. Every row is done once also when a piece is done twice: a new entry's id is made of the job and its
// row, so that it is written again as it was; an entry that was merged before has nothing to gain. One report ends it.

import { setImmediate as otherWork } from 'node:timers/promises';
import { withThrough } from '../introductions/book.ts';
import { longFiles } from '../introductions/import.ts';
import type { Job } from '../introductions/known.ts';
import { answerSubject, threadOf } from '../introductions/thread.ts';
import { isOurs } from '../introductions/whom.ts';
import { addressOfOurs } from '../letters/answer.ts';
import { type Imported, importedLetter, mailGoneLetter } from '../letters/jobs.ts';
import type { Letter } from '../letters/letter.ts';
import type { Attachment, Mail } from '../mail/mail.ts';
import { readMail } from '../mail/read.ts';
import { token } from '../mail/token.ts';
import { type Contact, type ContactPiece, contactPieces } from '../people/contact-files.ts';
import type { Mentor } from '../people/mentor.ts';
import { fold, spokenName } from '../people/names.ts';
import { mergeInto, type NewEntry, newPerson, type Person } from '../people/person.ts';
import { inParallel, mentorById, putPeople } from './accounts.ts';
import { commit } from './commit.ts';
import { Overtaken } from './failures.ts';
import { getAll, queryPages } from './items.ts';
import { done, type Piece } from './jobs.ts';
import { lookUpFor, peopleById } from './look-up.ts';
import { mailIfKept } from './originals.ts';
import type { Store } from './store.ts';
import { bookAddressKey } from './table.ts';

type ImportJob = Extract<Job, { kind: 'import' }>;

export interface ImportCursor {
  /** Which of the attached files. */
  readonly file: number;
  /** Its row that comes next. */
  readonly row: number;
}

/** Rows that are looked up and written together. */
const rowsInSlice = 250;
/** Rows for which the mail is read once. */
const rowsInPiece = 2000;

export async function importPiece(
  store: Store,
  job: ImportJob,
  cursor: ImportCursor | null,
  now: string,
): Promise<Piece> {
  const mentor = await mentorById(store, job.mentorId);
  if (mentor === null) return done;
  const raw = await mailIfKept(store, job.mailKey);
  if (raw === null) return { kind: 'done', letters: [mailGoneLetter(`${job.id}/report`, mentor, job.subject)] };
  const mail = await readMail(raw);
  const files = longFiles(mail.attachments);
  const { file, row } = cursor ?? { file: 0, row: 1 };
  const attachment = files[file];
  if (attachment === undefined) return { kind: 'done', letters: [await report(store, mentor, job, mail, files)] };
  return { kind: 'more', cursor: await addRows(store, mentor, { job, file, row }, attachment, now) };
}

async function addRows(
  store: Store,
  mentor: Mentor,
  { job, file, row }: ImportCursor & { readonly job: ImportJob },
  attachment: Attachment,
  now: string,
): Promise<ImportCursor> {
  let done = 0;
  for await (const { people, next } of slices(attachment, row)) {
    const idOf = (contact: Contact): string => token(mentor.secret, `${job.id}/${file}/${contact.row}`);
    await addPeople(store, mentor, people, idOf, now);
    done += rowsInSlice;
    if (next === null) break;
    if (done >= rowsInPiece) return { file, row: next };
  }
  return { file: file + 1, row: 1 };
}

/** A file of megabytes is read in between other work: somebody else waits for an answer. */
async function* slices({ name, type, content }: Attachment, from = 1): AsyncGenerator<ContactPiece> {
  if (content === null) {
    yield { kind: 'unreadable', people: [], problems: [{ row: 0, why: tooLarge }], next: null };
    return;
  }
  for (const piece of contactPieces({ name, type, content }, { from, size: rowsInSlice })) {
    yield piece;
    await otherWork();
  }
}

const tooLarge = 'it is larger than I can read at once: send it in two or more parts';

const mostAttempts = 5;

async function addPeople(
  store: Store,
  mentor: Mentor,
  contacts: readonly Contact[],
  idOf: (contact: Contact) => string,
  now: string,
): Promise<void> {
  const entries = (await withThroughs(store, mentor, contacts, now))
    .map(({ person, ...contact }) => ({ id: idOf({ ...contact, person }), entry: lowerCased(person) }))
    .filter(({ entry }) => !entry.addresses.some((address) => isOurs(store, address)));
  for (let attempt = 1; ; attempt++) {
    const { fresh, merged } = joinBook(entries, await present(store, mentor.id, entries));
    try {
      await inParallel(merged, 8, async ({ person, was }) => {
        const decision = { place: person.id, changes: [{ kind: 'person', person, was } as const], letters: [] };
        await commit(store, decision, { mentorId: mentor.id, now, claim: null });
      });
      await putPeople(
        store,
        mentor.id,
        fresh.map((person) => ({ personId: person.id, entry: person })),
      );
      return;
    } catch (error) {
      // Somebody has changed one of them meanwhile: looked up and merged anew.
      if (!(error instanceof Overtaken) || attempt === mostAttempts) throw error;
    }
  }
}

interface Row {
  readonly id: string;
  readonly entry: NewEntry;
}

const lowerCased = (entry: NewEntry): NewEntry => ({
  ...entry,
  addresses: entry.addresses.map((address) => address.toLowerCase()),
});

/** *Known through* by a name or an address becomes the entry that it means: of the book, or of these rows. */
async function withThroughs(
  store: Store,
  mentor: Mentor,
  contacts: readonly Contact[],
  now: string,
): Promise<readonly Contact[]> {
  const named = [...new Set(contacts.flatMap(({ through }) => through ?? []))];
  if (named.length === 0) return contacts;
  const known = await lookUpFor(
    store,
    mentor,
    { introduction: null, question: null },
    {
      addresses: named.filter((name) => name.includes('@')).map((address) => address.toLowerCase()),
      mentions: named
        .filter((name) => !name.includes('@'))
        .map((name) => ({ words: name, readings: [{ name, end: 0 }] })),
    },
    now,
  );
  return contacts.map(({ person, through, ...contact }) => ({
    ...contact,
    person: withThrough(known, person, through),
  }));
}

/** Whoever of the book these rows are about: by the id that a row gives, or by an address. */
async function present(store: Store, mentorId: string, rows: readonly Row[]): Promise<readonly Person[]> {
  const pointers = await getAll(
    store,
    rows.flatMap(({ entry }) => entry.addresses.map((address) => bookAddressKey(address, mentorId))),
  );
  return peopleById(store, mentorId, [...rows.map(({ id }) => id), ...pointers.map((item) => item.personId as string)]);
}

interface Joined {
  readonly fresh: readonly Person[];
  readonly merged: readonly { readonly person: Person; readonly was: Person }[];
}

/** Entries with an address of the book are merged, others are new; an equal name is nobody's proof. */
function joinBook(rows: readonly Row[], book: readonly Person[]): Joined {
  const stored = new Map(book.map((person) => [person.id, person]));
  const now = new Map<string, Person>();
  const holders = new Map<string, string>();
  const keep = (person: Person): void => {
    now.set(person.id, person);
    for (const address of person.addresses) holders.set(address, person.id);
  };
  const written = new Set(rows.flatMap(({ id }) => (stored.has(id) ? [id] : [])));
  // What an earlier attempt wrote is made again from its rows, unless somebody has changed it since.
  for (const person of book) if (!written.has(person.id) || person.version > 1) keep(person);
  for (const { id, entry } of rows) {
    if ((stored.get(id)?.version ?? 0) > 1) continue;
    const holder = now.get(entry.addresses.map((address) => holders.get(address)).find(Boolean) ?? '');
    if (holder === undefined) keep(newPerson(id, entry));
    else {
      const free = entry.addresses.filter((address) => (holders.get(address) ?? holder.id) === holder.id);
      keep(mergeInto(holder, { ...entry, addresses: free }));
    }
  }
  const ids = new Set(rows.map(({ id }) => id));
  const changed = [...now.values()].filter((person) => person !== stored.get(person.id));
  return {
    fresh: changed.filter(({ id }) => ids.has(id)),
    merged: changed.flatMap((person) => {
      const was = stored.get(person.id);
      return was === undefined || ids.has(person.id) ? [] : [{ person, was }];
    }),
  };
}

/** Kept of each file; of the rest the number is told. */
const mostProblems = 20_000;

async function report(
  store: Store,
  mentor: Mentor,
  job: ImportJob,
  mail: Mail,
  files: readonly Attachment[],
): Promise<Letter> {
  const read: (Omit<Imported, 'doubled'> & { readonly names: ReadonlyMap<string, string> })[] = [];
  for (const file of files) {
    const problems: { row: number; why: string }[] = [];
    const names = new Map<string, string>();
    let count = 0;
    let unlisted = 0;
    for await (const slice of slices(file)) {
      const ours = slice.people.flatMap(({ row, person }) => {
        const [address] = person.addresses.filter((one) => isOurs(store, one.toLowerCase()));
        return address === undefined ? [] : [{ row, why: addressOfOurs(address) }];
      });
      count += slice.people.length - ours.length;
      for (const { person } of slice.people) names.set(fold(spokenName(person.name)), spokenName(person.name));
      const all = [...slice.problems, ...ours].sort((a, b) => a.row - b.row);
      const kept = all.slice(0, Math.max(0, mostProblems - problems.length));
      problems.push(...kept);
      unlisted += all.length - kept.length;
    }
    read.push({ name: file.name, count, problems, unlisted, names });
  }
  const often = await standingOften(store, mentor.id, new Set(read.flatMap(({ names }) => [...names.keys()])));
  const imports = read.map(({ names, ...rest }) => ({
    ...rest,
    doubled: [...names].filter(([name]) => often.has(name)).map(([, spoken]) => spoken),
  }));
  return importedLetter(
    { id: `${job.id}/report`, mentor, subject: answerSubject({ mail }), thread: threadOf({ mail }) },
    imports,
  );
}

/** Those of the folded names that more than one entry of the book has. */
async function standingOften(store: Store, mentorId: string, names: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const often = new Set<string>();
  for await (const page of queryPages(store, `B#${mentorId}`, { beginsWith: 'P#' }, { page: rowsInSlice })) {
    for (const item of page) {
      const name = fold(spokenName((item.person as Person).name));
      if (!names.has(name)) continue;
      if (seen.has(name)) often.add(name);
      seen.add(name);
    }
    await otherWork();
  }
  return often;
}
