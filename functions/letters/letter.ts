// A letter: a mail that the service sends (PRODUCT.md section 2), as facts and words. Bytes are made by `mail/write.ts`.
// Plain text is the source; the simple HTML is made of the same paragraphs, so the two cannot differ.

export interface Addressee {
  readonly name: string;
  readonly address: string;
}

/** What somebody else wrote or what is attached, taken from the stored original or made here. */
export interface LetterAttachment {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/**
 * What kind of automatic mail it is (MAIL-RULES C5): `person` for introductions and what is passed on (no Auto-Submitted),
 * `answer` for what answers a mail, `generated` for summaries, questions and reports.
 */
export type Automation = 'person' | 'answer' | 'generated';

export interface Letter {
  /** Derived from what caused it and its place there, so that a redelivery makes the same letter: `HASH/2/copy`. */
  readonly id: string;
  readonly mentorId: string | null;
  /** A letter to a mentor is sent again when its fate is unknown; one to an outsider never by itself (MAIL-RULES G3). */
  readonly audience: 'mentor' | 'outsider';
  readonly automation: Automation;
  /** From: a display name, and the local part of an address of ours (`intro`, an introduction's or a question's). */
  readonly from: { readonly name: string; readonly localPart: string };
  readonly to: readonly Addressee[];
  readonly cc: readonly Addressee[];
  /** Envelope recipients where they are not everybody in To and Cc: sent again to one side alone. */
  readonly rcptTo?: readonly string[];
  /** Addresses as they should stand in Reply-To; empty: no Reply-To. */
  readonly replyTo: readonly Addressee[];
  readonly subject: string;
  /** Plain text, LF line ends, paragraphs divided by empty lines, no trailing signature rule. */
  readonly text: string;
  /** HTML where it is more than the paragraphs of `text` (the summary); else made of `text`. */
  readonly html?: string;
  readonly attachments: readonly LetterAttachment[];
  /** Message-IDs without angle brackets. */
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** The introduction it belongs to, for bounces and outcomes. */
  readonly introduction: number | null;
  /** The unsubscribe offer: RFC 8058 for a letter to one outsider (and the summary), mailto for a letter to two, none otherwise. */
  readonly unsubscribe: 'one-click' | 'mailto' | 'none';
  /** A reply handed on as it was written: body and attachments come from this stored original, headers are ours. */
  readonly passOn?: { readonly mailKey: string; readonly withoutAttachments: boolean };
}

/** What a letter must say for itself; the rest has a usual value. */
export type LetterFacts = Pick<
  Letter,
  'id' | 'mentorId' | 'audience' | 'automation' | 'from' | 'to' | 'subject' | 'text'
> &
  Partial<Letter>;

/** A letter with the usual values: nobody in copy, no Reply-To, no thread, no attachments, no unsubscribe. */
export const letterOf = (facts: LetterFacts): Letter => ({
  cc: [],
  replyTo: [],
  attachments: [],
  inReplyTo: null,
  references: [],
  introduction: null,
  unsubscribe: 'none',
  ...facts,
});

/** Joins what is there with empty lines between; '' and null fall out. */
export const paragraphs = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part?.trim()).join('\n\n');

/**
 * The simple HTML of a plain text: paragraphs at empty lines, line breaks kept, everything escaped; only http and https
 * addresses become links, since whatever else stands in a book or a mail is somebody's text and nothing of ours.
 */
export function htmlOf(text: string): string {
  const body = text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${linked(paragraph.trim()).replaceAll('\n', '<br>\n')}</p>`);
  return `<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n${body.join('\n')}\n</body></html>\n`;
}

/** Splits before escaping, so that an escaped `&amp;` or `&quot;` never ends up half inside a link. */
const linked = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"'`]*[^\s<>"'`.,;:!?)\]])/i)
    .map((piece, place) => (place % 2 === 1 ? `<a href="${escaped(piece)}">${escaped(piece)}</a>` : escaped(piece)))
    .join('');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute of HTML. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
