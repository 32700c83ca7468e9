// Adding many at once: a list in the mail or an attached contact file, in pieces that each fit one transaction. A short file is read at
// once and reported row by row; a long one becomes a job, with one line now and one report at its end.

import type { Understanding } from '../language/requests.ts';
import * as say from '../letters/answer.ts';
import type { Attachment } from '../mail/mail.ts';
import type { Contact, Problem } from '../people/contact-files.ts';
import { contactPieces, readContacts } from '../people/contact-files.ts';
import { spokenName } from '../people/names.ts';
import type { NewEntry } from '../people/person.ts';
import { add, added, withThrough, writesOf } from './book.ts';
import type { Brought, Desk } from './brought.ts';
import { bringing, inTurn, joined, keyOf, nothing, saying } from './brought.ts';
import type { Received } from './known.ts';
import type { PendingOf } from './question.ts';
import { isOurs, newPersonId } from './whom.ts';

/** Up to so many rows are added with the mail itself. */
export const rowsAtOnce = 200;
/** DynamoDB takes 100 writes in a transaction; the mark, the report and the letters need theirs. */
const writesInPiece = 80;
const bytesAtOnce = 1_000_000;

export type Piece = (desk: Desk) => Brought;

/**
 * The same, with a request to read what is attached where the words mean that and do not say so: "Please add these" above a contact
 * file, a table with a line that asks for nothing, a file in an empty mail. A card that merely signs a mail is no request.
 */
export function withAttached(understanding: Understanding, { mail, visible }: Received): Understanding {
  const { requests, answer, smallTalk } = understanding;
  const files = mail.attachments.filter(isContactFile);
  if (files.length === 0 || answer.bare) return understanding;
  const isEmpty = visible.trim() === '';
  const hasTable = files.some(({ name, type }) => /\.(?:csv|tsv)$/i.test(name) || /^text\/(?:csv|tab)/.test(type));
  const adds =
    requests.length > 0 && requests.every((request) => request.kind === 'unknown' && /^add\b/.test(request.nearest));
  const saysNothingElse = requests.length === 0 && (isEmpty || (hasTable && !smallTalk));
  if (!adds && !saysNothingElse) return understanding;
  return { ...understanding, requests: [{ kind: 'import', sentence: mail.subject }], smallTalk: false };
}

/** Named or typed as a file of contacts; `text/plain` alone may be anything. */
const isContactFile = ({ name, type }: Attachment): boolean =>
  /\.(?:csv|tsv|vcf|vcard)$/i.test(name) || /^text\/(?:csv|tab|vcard|x-vcard|directory)/.test(type);

/** The people of an `add`, in pieces that each fit one transaction. */
export const addPieces = (pending: PendingOf<'add'>): readonly Piece[] =>
  chunked(pending.request.people, writesOf).map(
    (people): Piece =>
      (desk) =>
        add(desk, { ...pending, request: { ...pending.request, people } }),
  );

/** What the attached files bring: pieces and a report for short ones, a job for long ones, a line where there is no file. */
export function importPieces(desk: Desk): readonly Piece[] {
  const files = contactFilesOf(desk.received.mail.attachments);
  if (files.length === 0) return [() => saying(say.nothingAttached())];
  const small = files.flatMap(({ read }) => (read === null ? [] : [read]));
  const contacts = small.flatMap(({ people }) => people);
  return [
    ...chunked(contacts, ({ person }) => writesOf(person)).map(
      (piece): Piece =>
        (desk) =>
          inTurn(desk, piece, addQuietly),
    ),
    (desk) =>
      joined(
        ...(small.length === 0
          ? []
          : [
              report(
                contacts,
                small.flatMap(({ problems }) => problems),
                desk,
              ),
            ]),
        laterJob(desk, files),
      ),
  ];
}

/** All pieces in one: where an import waited for an answer. */
export const importAttached = (desk: Desk, _pending: PendingOf<'import'>): Brought =>
  inTurn(desk, importPieces(desk), (desk, piece) => piece(desk));

interface FileRead {
  readonly name: string;
  /** Null: too long to be read at once, or kept in the stored original only. */
  readonly read: { readonly people: readonly Contact[]; readonly problems: readonly Problem[] } | null;
}

/** The attachments that may hold contacts. Pictures and what signs a mail never do. */
const contactFilesOf = (attachments: readonly Attachment[]): readonly FileRead[] =>
  attachments
    .filter(
      ({ name, type }) =>
        /\.(?:csv|tsv|txt|vcf|vcard|xlsx?|json|zip|ods|numbers)$/i.test(name) ||
        /^text\/(?:csv|tab|vcard|x-vcard|directory|plain)/.test(type),
    )
    .map(({ name, type, content }) => {
      if (content === null || content.length > bytesAtOnce) return { name, read: null };
      const file = { name, type, content };
      const [first] = contactPieces(file, { size: rowsAtOnce });
      return { name, read: first?.next === null ? readContacts(file) : null };
    });

/** The attached files that are too long to be read with the mail: those of the job. */
export const longFiles = (attachments: readonly Attachment[]): readonly Attachment[] =>
  attachments.filter((attachment) => contactFilesOf([attachment]).some(({ read }) => read === null));

/** The entries in attached files that are short enough to be added at once, for looking up whom the book has already. */
export const attachedEntries = (attachments: readonly Attachment[]): readonly NewEntry[] =>
  contactFilesOf(attachments).flatMap(({ read }) => read?.people.map(({ person }) => person) ?? []);

function addQuietly(desk: Desk, { person: entry, through }: Contact): Brought {
  if (entry.addresses.some((address) => isOurs(desk.known, address))) return nothing;
  const full = withThrough(desk.known, entry, through);
  const { what, person, was } = added(desk.known.people, full, newPersonId(desk, entry.addresses[0] ?? entry.name));
  return what === 'nothing new' ? nothing : bringing({ changes: [{ kind: 'person', person, was }] });
}

/** By the time of the report everybody is in the book; who was there before is told by the version, which counts up with each change. */
function report(contacts: readonly Contact[], problems: readonly Problem[], { known }: Desk): Brought {
  const entries = contacts.map(({ person }) => person);
  const names = new Map<string, number>();
  for (const { name } of known.people) names.set(spokenName(name), (names.get(spokenName(name)) ?? 0) + 1);
  const doubled = [...new Set(entries.map(({ name }) => spokenName(name)))].filter(
    (name) => (names.get(name) ?? 0) > 1,
  );
  return saying(say.imported(entries.length, problems, doubled));
}

const laterJob = (desk: Desk, files: readonly FileRead[]): Brought => {
  if (files.every(({ read }) => read !== null)) return nothing;
  const { mail, mailKey } = desk.received;
  return bringing({
    changes: [
      {
        kind: 'job',
        job: {
          kind: 'import',
          id: keyOf(desk, 'import'),
          mentorId: desk.known.mentor.id,
          mailKey,
          subject: mail.subject,
        },
      },
    ],
    says: [say.importing()],
  });
};

/** In order, as many in each piece as fit one transaction. */
function chunked<T>(items: readonly T[], writes: (item: T) => number): readonly (readonly T[])[] {
  const pieces: T[][] = [];
  let room = 0;
  for (const item of items) {
    const needed = writes(item);
    const last = pieces.at(-1);
    if (last === undefined || needed > room) {
      pieces.push([item]);
      room = writesInPiece - needed;
    } else {
      last.push(item);
      room -= needed;
    }
  }
  return pieces;
}
