// A letter's facts → the bytes that SES gets (RFC 5322, by nodemailer). Nothing that enters a header may end it, no header stands twice,
// nobody is in Bcc, and the same facts make the same bytes (MAIL-RULES H).

import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';
import MailComposer from 'nodemailer/lib/mail-composer';
import { oneLine } from './header-values.ts';
import type { Mailbox } from './mail.ts';

export interface Outgoing {
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  /** Empty: no Reply-To. */
  readonly replyTo: readonly Mailbox[];
  readonly subject: string;
  /** LF line ends. */
  readonly text: string;
  readonly html: string | null;
  /** What else stands in the header: `['Auto-Submitted', 'auto-replied']`. The last of a name counts; Bcc and what is given above do not. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly attachments: readonly OutgoingAttachment[];
  /** Message-IDs without angle brackets. */
  readonly inReplyTo: string | null;
  /** Oldest first, as the header has them. */
  readonly references: readonly string[];
}

export interface OutgoingAttachment {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array;
}

/** Headers that are made of other facts and may not be given again. */
const ownHeaders = new Set(
  'from to cc bcc reply-to subject in-reply-to references date message-id mime-version content-type content-transfer-encoding'.split(
    ' ',
  ),
);

/**
 * The raw mail, without Date and Message-ID: SES writes its own. Throws on an address that SES would refuse, since one bad address makes
 * it refuse the whole mail: callers check with `isAddress` before.
 */
export async function writeMail(outgoing: Outgoing): Promise<Buffer> {
  const composer = new MailComposer({
    ...threadOf(outgoing),
    from: checked(outgoing.from),
    to: outgoing.to.map(checked),
    cc: outgoing.cc.map(checked),
    replyTo: outgoing.replyTo.map(checked),
    subject: oneLine(outgoing.subject),
    text: outgoing.text,
    ...(outgoing.html === null ? {} : { html: outgoing.html }),
    headers: headersOf(outgoing.headers),
    attachments: outgoing.attachments.map(({ name, type, content }) => ({
      filename: oneLine(name),
      contentType: oneLine(type),
      content: typeof content === 'string' ? content : Buffer.from(content),
    })),
    // By default boundaries are random; the same letter should be the same bytes.
    baseBoundary: createHash('sha256')
      .update(JSON.stringify([outgoing.subject, outgoing.text]))
      .digest('hex')
      .slice(0, 24),
    disableUrlAccess: true,
    disableFileAccess: true,
    newline: '\r\n',
  });
  const raw = Buffer.from(await composer.compile().build());
  const endOfHeader = raw.indexOf('\r\n\r\n') + 2;
  return Buffer.concat([without(raw.subarray(0, endOfHeader), /Date|Message-ID/), raw.subarray(endOfHeader)]);
}

/** The header of a letter whose body somebody else wrote (`pass-on.ts`): lines with CRLF, none about the body, no empty line at the end. */
export async function writeHeader(outgoing: Omit<Outgoing, 'text' | 'html' | 'attachments'>): Promise<Buffer> {
  const raw = await writeMail({ ...outgoing, text: '', html: null, attachments: [] });
  return without(raw.subarray(0, raw.indexOf('\r\n\r\n') + 2), /Content-[\w-]+|MIME-Version/);
}

/** A header without the fields whose whole name matches. */
function without(header: Buffer, name: RegExp): Buffer {
  const fields = new RegExp(`^(?:${name.source}):.*\\r\\n(?:[ \\t].*\\r\\n)*`, 'gim');
  return Buffer.from(header.toString('latin1').replace(fields, ''), 'latin1');
}

function threadOf({ inReplyTo, references }: Pick<Outgoing, 'inReplyTo' | 'references'>) {
  const ids = references.map(bareId).filter((id) => id !== '');
  const answered = inReplyTo === null ? '' : bareId(inReplyTo);
  return {
    ...(answered === '' ? {} : { inReplyTo: `<${answered}>` }),
    ...(ids.length === 0 ? {} : { references: ids.map((id) => `<${id}>`) }),
  };
}

const bareId = (id: string) => id.replace(/[\s<>\p{Cc}]/gu, '');

function headersOf(headers: Outgoing['headers']): { key: string; value: string }[] {
  const kept = new Map<string, { key: string; value: string }>();
  for (const [name, value] of headers) {
    const key = name.trim();
    if (!/^[!-9;-~]+$/.test(key)) throw new Error(`a header cannot be called ${JSON.stringify(name)}`);
    if (!ownHeaders.has(key.toLowerCase())) kept.set(key.toLowerCase(), { key, value: oneLine(value) });
  }
  return [...kept.values()];
}

function checked({ name, address }: Mailbox): { name: string; address: string } {
  const ascii = asciiAddress(address);
  if (ascii === null) throw new Error('a letter was addressed to what is no address');
  return { name: oneLine(name), address: ascii };
}

/**
 * Whether SES takes it: an ASCII local part of at most 64 characters, unquoted, and a domain of at least two labels; domains in other
 * scripts count by their punycode (RFC 5321 4.5.3.1, RFC 5891).
 */
export function isAddress(address: string): boolean {
  return asciiAddress(address) !== null;
}

/** The address with its domain in ASCII, lower-case: `jo@bücher.test` → `jo@xn--bcher-kva.test`. Null where it is no address. */
export function asciiAddress(address: string): string | null {
  const at = address.lastIndexOf('@');
  const localPart = address.slice(0, at);
  const domain = address.slice(at + 1);
  if (at < 1 || localPart.length > 64 || !/^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(localPart))
    return null;
  if (/[^\p{L}\p{N}\p{M}.-]/u.test(domain)) return null;
  const ascii = domainToASCII(domain);
  if (ascii.length > 253 || !/^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z][a-z\d-]{0,61}[a-z\d])$/.test(ascii))
    return null;
  return `${localPart.toLowerCase()}@${ascii}`;
}
