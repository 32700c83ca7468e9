// Contact files, in and out (PRODUCT.md section 3, add and export): vCard (`vcards.ts`), and tables (`csv-rows.ts`, `contact-columns.ts`)
// from LinkedIn, Google, Outlook or by hand. Nothing throws: what could not be read is told row by row, and the rest is there.
import { type Column, columnsOfCells, columnsOfHeader, readRow } from './contact-columns.ts';
import { decodeText, type Row, rowsOf } from './csv-rows.ts';
import type { NewEntry, Person } from './person.ts';
import { cardsOf } from './vcards.ts';

export { contactsAsVcards } from './vcards.ts';

export interface ContactFile {
  readonly name: string;
  /** Media type, lower-case. */
  readonly type: string;
  readonly content: Uint8Array;
}

export type ContactFileKind = 'vcard' | 'table' | 'unreadable';

export interface Contact {
  /** The row of the table, counted from 1 with its header, or the number of the card. */
  readonly row: number;
  readonly person: NewEntry;
  /** Address or name of the person through whom this one is known, as the file has it. */
  readonly through?: string;
}

export interface Problem {
  /** 0: the file as a whole. */
  readonly row: number;
  /** What is wrong, and what to do. */
  readonly why: string;
}

export interface ContactPiece {
  readonly kind: ContactFileKind;
  readonly people: readonly Contact[];
  readonly problems: readonly Problem[];
  /** Where the next piece begins (`from`); null behind the last. */
  readonly next: number | null;
}

/** The whole file at once. A row may have both a person and a problem: an address that is none costs only itself. */
export function readContacts(file: ContactFile): { people: Contact[]; problems: Problem[]; kind: ContactFileKind } {
  const [piece] = contactPieces(file, { size: Number.POSITIVE_INFINITY });
  return {
    people: [...(piece?.people ?? [])],
    problems: [...(piece?.problems ?? [])],
    kind: piece?.kind ?? 'unreadable',
  };
}

/**
 * The file piece by piece, `size` rows in each, beginning with row (or card) `from`: a job keeps `next` as its cursor. There is always
 * at least one piece. Earlier rows are skipped without being kept, and only one piece is in memory at a time.
 */
export function* contactPieces(
  file: ContactFile,
  { from = 1, size = 500 }: { from?: number; size?: number } = {},
): Generator<ContactPiece> {
  const foreign = foreignFormat(file.content);
  if (foreign !== null) {
    yield { kind: 'unreadable', people: [], problems: [{ row: 0, why: foreign }], next: null };
    return;
  }
  const text = decodeText(file.content);
  const isCards = /^\s*BEGIN:VCARD/im.test(text.slice(0, 2000));
  const kind = isCards ? 'vcard' : 'table';
  let [people, problems, rows]: [Contact[], Problem[], number] = [[], [], 0];
  for (const { row, person, through, why } of isCards ? cardEntries(text) : tableEntries(text)) {
    if (row < from && row !== 0) continue;
    if (rows >= size && row !== 0) {
      yield { kind, people, problems, next: row };
      [people, problems, rows] = [[], [], 0];
    }
    rows++;
    if (person !== null) people.push({ row, person, ...(through === undefined ? {} : { through }) });
    if (why !== null) problems.push({ row, why });
  }
  yield { kind, people, problems, next: null };
}

/** Whether an attachment is meant to be read as contacts, by its name or type. */
export function isContactFile({ name, type }: { readonly name: string; readonly type: string }): boolean {
  return (
    /\.(?:csv|tsv|vcf|vcard)$/i.test(name) ||
    /^text\/(?:csv|tab-separated-values|x-vcard|vcard|directory|comma-separated-values)$/.test(type)
  );
}

interface Entry {
  readonly row: number;
  readonly person: NewEntry | null;
  readonly through?: string;
  readonly why: string | null;
}

function* cardEntries(text: string): Generator<Entry> {
  for (const { number, ...card } of cardsOf(text)) yield { row: number, ...card };
}

/** Preambles (LinkedIn has one of three rows) are shorter than this. */
const headerWithin = 12;

function* tableEntries(text: string): Generator<Entry> {
  const rows = rowsOf(text);
  const opening: Row[] = [];
  for (let next = rows.next(); !next.done; next = rows.next()) {
    opening.push(next.value);
    if (opening.length >= headerWithin) break;
  }
  const headerAt = opening.findIndex(({ cells }) => cells !== null && columnsOfHeader(cells) !== null);
  const columns =
    headerAt >= 0
      ? (columnsOfHeader(opening[headerAt]?.cells ?? []) ?? [])
      : columnsOfCells(opening.flatMap(({ cells }) => (cells === null ? [] : [cells])));
  // Without a header only addresses tell a table of people from any other text.
  if (headerAt < 0 && !columns.includes('address')) {
    yield {
      row: 0,
      person: null,
      why: 'no column with names or addresses was found: put a first row above the table that says name, address, organisation, background',
    };
    return;
  }
  for (const row of opening.slice(headerAt + 1)) yield entryOfRow(row, columns);
  for (const row of rows) yield entryOfRow(row, columns);
}

function entryOfRow({ number, cells }: Row, columns: readonly Column[]): Entry {
  if (cells === null)
    return {
      row: number,
      person: null,
      why: 'a quotation mark is opened and not closed: close it, and send this row again',
    };
  return { row: number, ...readRow(cells, columns) };
}

/** Files that are no text, told by their first bytes; null where it may be text. */
function foreignFormat(content: Uint8Array): string | null {
  const starts = (...bytes: number[]) => bytes.every((byte, i) => content[i] === byte);
  if (content.length === 0) return 'the file is empty';
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0))
    return 'this is a workbook or an archive: save it as CSV (comma-separated values) and send that';
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'this is a PDF: send the contacts as CSV or vCard';
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46, 0x38))
    return 'this is a picture: send the contacts as CSV or vCard';
  return null;
}

const exportColumns = [
  'Name',
  'Addresses',
  'Kind',
  'Organisation',
  'Background',
  'Tags',
  'Goals',
  'Links',
  'Known through',
  'Consent',
  'Notes',
] as const;

/**
 * RFC 4180 with a byte order mark, so that every spreadsheet sees UTF-8. A cell that a spreadsheet would run as a formula gets an
 * apostrophe in front, which reading takes off again. `book` holds whoever somebody is *known through*, where `people` are a part of it.
 */
export function contactsAsCsv(people: readonly Person[], book: readonly Person[] = people): string {
  const nameById = new Map(book.map((person) => [person.id, person.addresses[0] ?? person.name]));
  const rows = people.map((person) => [
    person.name,
    person.addresses.join('; '),
    person.kind,
    person.organisation ?? '',
    person.background ?? '',
    person.tags.join('; '),
    person.goals ?? '',
    person.links.join(' '),
    nameById.get(person.knownThrough ?? '') ?? '',
    person.consent,
    person.notes ?? '',
  ]);
  return `\ufeff${[exportColumns, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** One cell: harmless, and quoted where it has to be. */
export function csvCell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** The entries as they are, `knownThrough` as an id among them. */
export function contactsAsJson(people: readonly Person[]): string {
  return JSON.stringify(
    people.map(({ version: _, ...entry }) => entry),
    null,
    2,
  );
}
