// What the mentor is told when work that took its time has ended: a long file is in the book, the book is on its way to its owner, an
// account is gone.

import { imported } from './answer.ts';
import type { Thread } from './introduction.ts';
import type { Addressee, Letter, LetterAttachment } from './letter.ts';
import { letterOf, paragraphs } from './letter.ts';

interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly addresses: readonly string[];
}

export interface JobFrame {
  readonly id: string;
  readonly mentor: Recipient;
  readonly subject: string;
  readonly thread: Thread;
}

const noThread: Thread = { inReplyTo: null, references: [] };

const answering = ({ id, mentor, subject, thread }: JobFrame, text: string, more: Partial<Letter> = {}): Letter =>
  letterOf({
    id,
    mentorId: mentor.id,
    audience: 'mentor',
    automation: 'answer',
    from: { name: 'Stepback', localPart: 'intro' },
    to: [addresseeOf(mentor)],
    subject,
    text,
    ...thread,
    ...more,
  });

const addresseeOf = ({ name, addresses }: Recipient): Addressee => ({ name, address: addresses[0] ?? '' });

/** What came of one file. */
export interface Imported {
  readonly name: string;
  readonly count: number;
  /** With the row numbers of the file; row 0 is the file itself. */
  readonly problems: readonly { readonly row: number; readonly why: string }[];
  /** How many more there were than are listed. */
  readonly unlisted: number;
  /** Names that now stand more than once in the book. */
  readonly doubled: readonly string[];
}

const problemsInText = 40;
const namesInText = 40;

/** The report of a long import, in the words of a short one. What would make the letter unreadable is attached as a list. */
export function importedLetter(frame: JobFrame, imports: readonly Imported[]): Letter {
  const text = imports.flatMap((one) => [
    imports.length > 1 ? `${one.name}:` : null,
    imported(one.count, one.problems.slice(0, problemsInText), one.doubled.slice(0, namesInText)),
    one.problems.length + one.unlisted > problemsInText || one.doubled.length > namesInText
      ? `There is more than fits here: ${one.problems.length + one.unlisted} rows in all that I could not read, or not whole, and ${one.doubled.length} names that stand more than once. The attached list has them${one.unlisted === 0 ? '' : `, but for the last ${one.unlisted} rows`}.`
      : null,
  ]);
  const attachments = imports.flatMap((one, place): LetterAttachment[] =>
    one.problems.length > problemsInText || one.doubled.length > namesInText
      ? [{ name: `report${imports.length > 1 ? `-${place + 1}` : ''}.txt`, type: 'text/plain', content: listOf(one) }]
      : [],
  );
  return answering({ ...frame, subject: frame.subject || 'Your contacts' }, paragraphs(...text), { attachments });
}

const listOf = ({ name, problems, doubled }: Imported): string =>
  [
    name,
    ...problems.map(({ row, why }) => (row === 0 ? `the file: ${why}` : `row ${row}: ${why}`)),
    ...(doubled.length === 0 ? [] : ['', 'Names that stand more than once:', ...doubled]),
    '',
  ].join('\n');

/** The mail with the file was deleted before it was read to its end. */
export const mailGoneLetter = (id: string, mentor: Recipient, subject: string): Letter =>
  answering(
    { id, mentor, subject: `Re: ${subject}`, thread: noThread },
    'The mail with your file is no longer kept, and I had not read it to its end. Please send the file once more: whoever is in your book already is not added twice.',
  );

export interface ExportedFacts extends JobFrame {
  /** From 1. */
  readonly part: number;
  readonly last: boolean;
  readonly people: number;
  readonly introductions: number;
  readonly thenLeave: boolean;
}

/** One of the letters that hold the book and what was done with it. */
export function exportedLetter(facts: ExportedFacts, attachments: readonly LetterAttachment[]): Letter {
  const { part, last, people, introductions, thenLeave } = facts;
  const alone = part === 1 && last;
  const subject = alone ? 'Your book and your history' : `Your book and your history, part ${part}`;
  return answering(
    { ...facts, subject },
    paragraphs(
      alone
        ? 'Attached is everything I keep for you.'
        : `Everything I keep for you is more than fits one letter. This is part ${part}${last ? ', the last' : '; more follow'}. Each file can be read by itself.`,
      [
        people === 0
          ? null
          : `${numbered(people, 'person', 'people')}: JSON (everything), CSV (for a spreadsheet), vCard (for an address book).`,
        introductions === 0
          ? null
          : `${numbered(introductions, 'introduction', 'introductions')}: JSON (everything), CSV (for a spreadsheet).`,
        last ? 'Your settings and reminders: JSON.' : null,
      ]
        .filter((line) => line !== null)
        .join('\n'),
      thenLeave && last
        ? 'Once this has gone out I erase your account and your book, and tell you when it is done.'
        : null,
    ),
    { attachments },
  );
}

const numbered = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The export was refused: nothing is erased that its owner does not have. */
export const notLeftLetter = (id: string, mentor: Recipient): Letter =>
  answering(
    { id, mentor, subject: 'Nothing has been erased', thread: noThread },
    'My letter with your book and your history could not be sent, so I have erased nothing and you have not left. Write "leave" to try once more.',
  );

/** The last line. It belongs to nobody's account: there is none any more. */
export const farewellLetter = (id: string, to: Addressee): Letter =>
  letterOf({
    id,
    mentorId: null,
    audience: 'mentor',
    automation: 'generated',
    from: { name: 'Stepback', localPart: 'intro' },
    to: [to],
    subject: 'You have left Stepback',
    text: paragraphs(
      'Your account, your book and everything in it are erased. Backups end within 35 days; nothing of it is used until then.',
      'This is my last letter to you. Thank you for the company.',
    ),
  });

/** Mails that the mentor has confirmed and that had expired by then. */
export const confirmedTooLateLetter = (id: string, mentor: Recipient, count: number): Letter =>
  answering(
    { id, mentor, subject: 'Please write once more', thread: noThread },
    `${count === 1 ? 'One of the mails that you confirmed is' : `${count} of the mails that you confirmed are`} no longer kept, so I could not do what ${count === 1 ? 'it says' : 'they say'}. Please write once more.`,
  );
