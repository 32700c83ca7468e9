// The whole book and its history to whom it belongs, as attachments. SES takes 10 MB in base64: a large book goes in several letters,
// each with whole files of its own. A piece is one letter, committed with the cursor.

import { setImmediate as otherWork } from 'node:timers/promises';
import { historyAsCsv, historyAsJson } from '../introductions/history.ts';
import type { Job, Reminder } from '../introductions/known.ts';
import type { Introduction } from '../introductions/life.ts';
import { exportedLetter } from '../letters/jobs.ts';
import type { LetterAttachment } from '../letters/letter.ts';
import { contactsAsCsv, contactsAsJson, contactsAsVcards } from '../people/contact-files.ts';
import type { Mentor } from '../people/mentor.ts';
import type { Person } from '../people/person.ts';
import { introductionOf, mentorById } from './accounts.ts';
import { type Item, query, queryPages } from './items.ts';
import { done, type Piece } from './jobs.ts';
import { peopleById } from './look-up.ts';
import type { Store } from './store.ts';

type ExportJob = Extract<Job, { kind: 'export' }>;

export interface ExportCursor {
  /** How many letters there are. */
  readonly parts: number;
  /** Sort key of the last person sent; null: none yet. */
  readonly person: string | null;
  /** Sort key of the last introduction sent; null: none yet. */
  readonly introduction: string | null;
}

/** Of all attachments of a letter; in base64 a third more, and SES's limit is 10 MB. */
const bytesInLetter = 6_000_000;

export async function exportPiece(store: Store, job: ExportJob, cursor: ExportCursor | null): Promise<Piece> {
  const mentor = await mentorById(store, job.mentorId);
  if (mentor === null) return done;
  const { parts, person, introduction } = cursor ?? { parts: 0, person: null, introduction: null };
  const people = await taken(rowsAfter(store, `B#${mentor.id}`, 'P#', person), sizeOfPerson, bytesInLetter);
  const introductions = people.all
    ? await taken(rowsAfter(store, `M#${mentor.id}`, 'I#', introduction), sizeOfIntroduction, people.room)
    : { rows: [], all: false, room: 0 };
  const part = parts + 1;
  const letter = exportedLetter(
    {
      id: letterId(job, part),
      mentor,
      subject: '',
      thread: job.thread ?? { inReplyTo: null, references: [] },
      part,
      last: introductions.all,
      people: people.rows.length,
      introductions: introductions.rows.length,
      thenLeave: job.thenLeave,
    },
    await filesOf(store, mentor, people.rows, introductions.rows, introductions.all, part),
  );
  if (!introductions.all) {
    const next: ExportCursor = {
      parts: part,
      person: people.rows.at(-1)?.sk ?? person,
      introduction: introductions.rows.at(-1)?.sk ?? introduction,
    };
    return { kind: 'more', cursor: next, letters: [letter] };
  }
  const letters = Array.from({ length: part }, (_, n) => letterId(job, n + 1));
  const leave: Job = { kind: 'leave', id: `${job.id}/leave`, mentorId: mentor.id, letters };
  return { kind: 'done', letters: [letter], changes: job.thenLeave ? [{ kind: 'job', job: leave }] : [] };
}

const letterId = ({ id }: ExportJob, part: number): string => `${id}/export/${part}`;

/** Rows of a partition whose sort keys begin so, behind the last one that was sent. */
async function* rowsAfter(store: Store, pk: string, beginsWith: string, last: string | null): AsyncGenerator<Item> {
  // A blank sorts before everything that a sort key goes on with.
  const range = last === null ? { beginsWith } : { from: `${last} `, to: `${beginsWith}~` };
  for await (const page of queryPages(store, pk, range)) {
    yield* page;
    await otherWork();
  }
}

interface Taken {
  readonly rows: readonly Item[];
  /** Nothing is left behind them. */
  readonly all: boolean;
  /** Octets that are still free. */
  readonly room: number;
}

/** As many rows as there is room for; at least one where nothing else fills the letter. */
async function taken(rows: AsyncIterable<Item>, sizeOf: (row: Item) => number, room: number): Promise<Taken> {
  const fitting: Item[] = [];
  let left = room;
  for await (const row of rows) {
    const size = sizeOf(row);
    if (size > left && (fitting.length > 0 || room < bytesInLetter)) return { rows: fitting, all: false, room: 0 };
    fitting.push(row);
    left -= size;
  }
  return { rows: fitting, all: true, room: left };
}

const personIn = (row: Item): Person => row.person as Person;

/** In all three files. */
const sizeOfPerson = (row: Item): number => sizeOf([contactsAsJson, contactsAsCsv, contactsAsVcards], personIn(row));

const sizeOfIntroduction = (row: Item): number => sizeOf([historyAsJson, historyAsCsv], introductionOf(row));

const sizeOf = <T>(files: readonly ((rows: readonly T[]) => string)[], row: T): number =>
  files.reduce((sum, file) => sum + Buffer.byteLength(file([row])), 0);

async function filesOf(
  store: Store,
  mentor: Mentor,
  peopleRows: readonly Item[],
  introductionRows: readonly Item[],
  last: boolean,
  part: number,
): Promise<readonly LetterAttachment[]> {
  const number = part === 1 && last ? '' : `-${part}`;
  const people = peopleRows.map(personIn);
  const introductions = introductionRows.map((row): Introduction => introductionOf(row));
  const book = [...people, ...(await peopleById(store, mentor.id, missingThroughs(people)))];
  return [
    ...(people.length === 0
      ? []
      : [
          { name: `people${number}.json`, type: 'application/json', content: contactsAsJson(people) },
          { name: `people${number}.csv`, type: 'text/csv', content: contactsAsCsv(people, book) },
          { name: `people${number}.vcf`, type: 'text/vcard', content: contactsAsVcards(people, book) },
        ]),
    ...(introductions.length === 0
      ? []
      : [
          { name: `introductions${number}.json`, type: 'application/json', content: historyAsJson(introductions) },
          { name: `introductions${number}.csv`, type: 'text/csv', content: historyAsCsv(introductions) },
        ]),
    ...(last ? [{ name: 'account.json', type: 'application/json', content: await accountOf(store, mentor) }] : []),
  ];
}

/** Whoever somebody is known through and whose own entry is not among these. */
function missingThroughs(people: readonly Person[]): string[] {
  const here = new Set(people.map(({ id }) => id));
  return [...new Set(people.flatMap(({ knownThrough }) => knownThrough ?? []))].filter((id) => !here.has(id));
}

async function accountOf(store: Store, mentor: Mentor): Promise<string> {
  const { secret: _, version: __, id: ___, ...settings } = mentor;
  const rows = await query(store, `M#${mentor.id}`, { beginsWith: 'REMIND#' });
  const reminders = rows.map(({ reminder }) => reminder as Reminder).map(({ due, words }) => ({ due, words }));
  return JSON.stringify({ settings, reminders }, null, 2);
}
