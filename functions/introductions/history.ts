// What was introduced, as files for whoever exports it: everything as JSON, what a person reads in a spreadsheet as CSV (RFC 4180).
// Tokens and the marks of our own bookkeeping stay out.

import { csvCell } from '../people/contact-files.ts';
import type { Introduction, Party } from './life.ts';

const columns = [
  'Number',
  'State',
  'To',
  'To address',
  'In copy',
  'In copy address',
  'Begun',
  'Sent',
  'To replied',
  'In copy replied',
  'Subject',
  'Note',
  'How it went',
] as const;

/** With a byte order mark, so that every spreadsheet sees UTF-8; cells that would run as a formula are made harmless. */
export const historyAsCsv = (introductions: readonly Introduction[]): string =>
  `\ufeff${[columns, ...introductions.map(rowOf)].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;

const rowOf = ({ number, state, to, cc, createdAt, sentAt, subject, note, outcome }: Introduction): string[] => [
  `${number}`,
  state.kind,
  to.name,
  to.address,
  cc.name,
  cc.address,
  createdAt,
  sentAt ?? '',
  to.repliedAt ?? '',
  cc.repliedAt ?? '',
  subject,
  note,
  outcome ?? '',
];

export const historyAsJson = (introductions: readonly Introduction[]): string =>
  JSON.stringify(introductions.map(told), null, 2);

const told = ({ number, state, to, cc, origin, note, subject, createdAt, sentAt, outcome }: Introduction) => ({
  number,
  state,
  to: party(to),
  cc: party(cc),
  origin,
  subject,
  note,
  createdAt,
  sentAt,
  outcome,
});

const party = ({ personId, name, address, repliedAt }: Party) => ({ personId, name, address, repliedAt });
