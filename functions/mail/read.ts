// Bytes → mail: MIME by mailparser (RFC 2045 to 2049, 2231, 3676), nothing of our own but what it leaves open. Never throws on what people
// send: a mail that breaks every rule comes back with holes (MAIL-RULES G7). Throws only when the stream itself fails.

import { Readable, Transform } from 'node:stream';
import { type HeaderLines, MailParser, type MessageText } from 'mailparser';
import { Joiner, type MimeBytes, type MimeChunk, type MimeNode, Splitter } from 'mailsplit';
import { decodeBytes, decodePhrase, messageIds, oneLine, readMailboxes } from './header-values.ts';
import { htmlToText } from './html.ts';
import { contentTypeOf } from './lost-parts.ts';
import type { Attachment, Mail, Mailbox, ReportPart } from './mail.ts';

/** Attachments above this size live in the stored original only; together the kept ones may be twice as large. */
export const keptAttachmentBytes = 8 * 1024 * 1024;
/** Of each text part; people write less, and what a robot adds is not read. */
const keptTextBytes = 1024 * 1024;
/** Of a returned message: its headers and the beginning of its text. */
const keptReportBytes = 64 * 1024;
/** For every reader of MIME in this room; above them a mail is read as far as it goes. */
export const limits = { maxHeadSize: 8 * 1024 * 1024, maxChildNodes: 4000, ignoreEmbedded: true };

const reportTypes = new Set([
  'message/delivery-status',
  'message/global-delivery-status',
  'message/xdelivery-status',
  'message/disposition-notification',
  'message/feedback-report',
  'text/rfc822-headers',
  'message/rfc822',
  'message/global',
  'message/global-headers',
]);

/** What comes out of mailparser, before it is put into our words. */
interface Parts {
  headerLines: HeaderLines;
  body: MessageText | null;
  readonly attachments: Attachment[];
  readonly reports: ReportPart[];
}

/**
 * Reads a raw mail. Memory is bounded whatever the size: text parts are cut at 1 MB, attachments above `keptAttachmentBytes` pass through
 * and leave their name and size. Of `Authentication-Results` only those before the second `Received` are listed: whatever stands
 * below was written by strangers (MAIL-RULES D2). What a multipart holds that has no parts is read as well. Rejects when `raw` fails as
 * a stream.
 */
export async function readMail(raw: Readable | Uint8Array): Promise<Mail> {
  const { gate, ...parts } = await read(raw);
  const lost = await Promise.all(gate.lostParts().map(async (part) => (await read(part)).content));
  const headers = headersOf(parts.headerLines);
  const { text, html, attachments, reports } = joined([parts.content, ...lost]);
  const first = (name: string) => headers.get(name)?.[0] ?? '';
  const mailboxes = (name: string): Mailbox[] => (headers.get(name) ?? []).flatMap(readMailboxes);
  return {
    messageId: messageIds(first('message-id'))[0] ?? null,
    inReplyTo: (headers.get('in-reply-to') ?? []).flatMap(messageIds),
    references: (headers.get('references') ?? []).flatMap(messageIds).reverse(),
    from: mailboxes('from'),
    sender: mailboxes('sender')[0] ?? null,
    to: mailboxes('to'),
    cc: mailboxes('cc'),
    replyTo: mailboxes('reply-to'),
    subject: decodePhrase(first('subject')),
    headers,
    text,
    html,
    attachments,
    reports,
    contentType: /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+/.exec(first('content-type').toLowerCase())?.[0] ?? 'text/plain',
    size: gate.size,
  };
}

type Content = Pick<Mail, 'text' | 'html' | 'attachments' | 'reports'>;

async function read(
  raw: Readable | Uint8Array,
): Promise<{ readonly gate: Gate; readonly headerLines: HeaderLines; readonly content: Content }> {
  const gate = new Gate();
  const { headerLines, body, attachments, reports } = await parse(streamOf(raw), gate);
  return { gate, headerLines, content: { ...textOf(body, gate.flowed), attachments, reports } };
}

const joined = (contents: readonly Content[]): Content => ({
  text: contents
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n\n'),
  html: contents.find(({ html }) => html !== null)?.html ?? null,
  attachments: contents.flatMap(({ attachments }) => attachments),
  reports: contents.flatMap(({ reports }) => reports),
});

async function parse(source: Readable, gate: Gate): Promise<Parts> {
  const parts: Parts = { headerLines: [], body: null, attachments: [], reports: [] };
  const parser = new MailParser({
    ...limits,
    // The gate stops at the limit; here it must not strike, or what came before would be lost.
    maxChildNodes: limits.maxChildNodes + 1,
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextLinks: true,
    checksumAlgo: false,
  });
  parser.on('headerLines', (lines: HeaderLines) => {
    parts.headerLines = lines;
  });
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => undefined);
  const splitter = new Splitter(limits);
  // Too many parts or too long a header: what was read so far is the mail.
  splitter.on('error', () => {
    source.resume();
    gate.end();
  });
  source.on('error', (cause) => failed.reject(new Error('the stored mail could not be read to its end', { cause })));
  source.on('data', (chunk: Uint8Array) => {
    gate.size += chunk.length;
  });
  source.pipe(splitter).pipe(gate).pipe(new Joiner()).pipe(parser);
  await Promise.race([collect(parser, parts), failed.promise]);
  return parts;
}

async function collect(parser: MailParser, parts: Parts): Promise<void> {
  let room = 2 * keptAttachmentBytes;
  try {
    for await (const part of parser) {
      if (part.type === 'text') {
        parts.body = part;
        continue;
      }
      const type = part.contentType || 'application/octet-stream';
      const isReport = reportTypes.has(type);
      const { size, kept } = await drain(
        part.content,
        Math.min(isReport ? keptReportBytes : keptAttachmentBytes, room),
      );
      part.release();
      if (isReport) parts.reports.push({ type, text: lines(decodeBytes(kept)) });
      if (isReport && type !== 'message/rfc822') continue;
      const whole = kept.length === size;
      if (whole) room -= size;
      parts.attachments.push({ name: safeName(part.filename ?? ''), type, size, content: whole ? kept : null });
    }
  } catch {
    // mailparser gave up: the parts before stand.
  }
}

async function drain(stream: AsyncIterable<Buffer>, limit: number): Promise<{ size: number; kept: Buffer }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    if (size < limit) chunks.push(chunk.subarray(0, limit - size));
    size += chunk.length;
  }
  return { size, kept: Buffer.concat(chunks) };
}

/**
 * Between mailsplit and mailparser: counts, cuts text parts at their limit, and takes `format=flowed` off the headers,
 * since mailparser unfolds without regard to the depth of quotation and so glues an answer to the quoted line above it (RFC 3676 4.5).
 */
class Gate extends Transform {
  size = 0;
  flowed: 'no' | 'flowed' | 'delsp' = 'no';
  private readonly textBytes = new Map<MimeNode, number>();
  /** Of each multipart what stood in it before its first part. */
  private readonly before = new Map<MimeNode, Buffer[]>();
  private roomBefore = keptTextBytes;

  constructor() {
    super({ objectMode: true });
  }

  override _transform(
    chunk: MimeChunk,
    _encoding: BufferEncoding,
    done: (error: null, chunk: MimeChunk | null) => void,
  ): void {
    if (chunk.type === 'node') this.meet(chunk);
    else if (chunk.type === 'data') this.keepBefore(chunk);
    done(null, chunk.type === 'body' ? this.cut(chunk) : chunk);
  }

  /** The bodies of multiparts without a part, each as a mail of its own that can be read. */
  lostParts(): Buffer[] {
    return [...this.before]
      .map(([node, bytes]) => ({ node, body: withoutEnd(Buffer.concat(bytes)) }))
      .filter(({ body }) => body.some((byte) => byte > 0x20))
      .map(({ node, body }) => {
        const encoding = node.encoding ? `Content-Transfer-Encoding: ${node.encoding}\r\n` : '';
        return Buffer.concat([
          Buffer.from(`Content-Type: ${contentTypeOf(body, node.multipart || 'mixed')}\r\n${encoding}\r\n`),
          body,
        ]);
      });
  }

  private keepBefore({ node, value }: MimeBytes): void {
    const kept = this.before.get(node);
    if (!kept) return;
    kept.push(value.subarray(0, this.roomBefore));
    this.roomBefore -= Math.min(this.roomBefore, value.length);
  }

  private meet(node: MimeNode): void {
    if (node.multipart) this.before.set(node, []);
    if (node.parentNode) this.before.delete(node.parentNode);
    const type = node.contentType || 'text/plain';
    if (/^text\/(?:plain|html)$/.test(type) && node.disposition !== 'attachment') this.textBytes.set(node, 0);
    if (!node.flowed) return;
    this.flowed = node.delSp ? 'delsp' : 'flowed';
    node.flowed = false;
    node.delSp = false;
    node.setContentType(type);
  }

  private cut(bytes: MimeBytes): MimeBytes | null {
    const before = this.textBytes.get(bytes.node);
    if (before === undefined) return bytes;
    this.textBytes.set(bytes.node, before + bytes.value.length);
    if (before + bytes.value.length <= keptTextBytes) return bytes;
    return before < keptTextBytes ? { ...bytes, value: bytes.value.subarray(0, keptTextBytes - before) } : null;
  }
}

/** Without a boundary that says that the last part has ended. */
function withoutEnd(body: Buffer): Buffer {
  const end = /(?:^|\r?\n)--[^\r\n]{1,72}--\s*$/.exec(body.subarray(-200).toString('latin1'))?.[0];
  return end === undefined ? body : body.subarray(0, body.length - end.length);
}

/** Bytes in memory as a stream: in slices that let other work in between, without a copy. */
export function streamOf(raw: Readable | Uint8Array): Readable {
  if (raw instanceof Readable) return raw;
  const buffer = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const step = 64 * 1024;
  const slices = function* () {
    for (let at = 0; at < buffer.length; at += step) yield buffer.subarray(at, at + step);
  };
  return Readable.from(slices(), { objectMode: false });
}

function headersOf(headerLines: HeaderLines): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, string[]>();
  let received = 0;
  for (const { key, line } of headerLines) {
    if (!/^[!-9;-~]+$/.test(key)) continue;
    if (key === 'received') received += 1;
    if (key === 'authentication-results' && received > 1) continue;
    const value = oneLine(decodeBytes(Buffer.from(line.slice(line.indexOf(':') + 1), 'latin1')));
    const values = headers.get(key);
    if (values) values.push(value);
    else headers.set(key, [value]);
  }
  return headers;
}

/**
 * The text that a person sees. mailparser makes an HTML of everything, in order, and a text of the plain parts; where an HTML part
 * stands for itself and not as an alternative, it leaves a paragraph of `textAsHtml` empty: then only the HTML has the whole mail.
 */
function textOf(body: MessageText | null, flowed: Gate['flowed']): { text: string; html: string | null } {
  const html = body?.html || null;
  const plain = normalise(flowed === 'no' ? (body?.text ?? '') : unfold(body?.text ?? '', flowed === 'delsp'));
  const incomplete = /(?:^|<br\/>\n)<p><\/p>(?:$|<br\/>\n)/.test(body?.textAsHtml ?? '');
  const text = html && (incomplete || plain === '' || isPlaceholder(plain)) ? normalise(htmlToText(html)) : plain;
  return { text, html };
}

const isPlaceholder = (text: string) =>
  text.length < 300 &&
  /\b(?:does(?: not|n't) support html|(?:view|read|open) (?:this|the) (?:e-?mail|message) in (?:a |your )?(?:browser|html)|html[- ](?:capable|enabled|compatible)|this (?:message|e-?mail) is in html|requires? (?:an? )?html|this is an html (?:message|e-?mail))/i.test(
    text,
  );

/** What programs write differently and people see alike: line ends, no-break and other odd spaces, invisible characters. */
function normalise(text: string): string {
  return lines(text)
    .replace(/[\u00A0\u1680\u2000-\u200A\u202F\u205F]/g, ' ')
    .replace(
      /\u034F|[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|[\u{E0000}-\u{E007F}]/gu,
      '',
    )
    .replace(joinersInLatin, '')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .replace(/^\s*\n|\s+$/g, '');
}

/** Joiners belong to Persian, Indic scripts and emoji; between Latin letters they only break words for whoever reads by machine. */
const joinersInLatin = /(?<=\p{Script=Latin})[\u200C\u200D]+|[\u200C\u200D]+(?=\p{Script=Latin}|\s|$)/gu;

const lines = (text: string) => text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n');

/** Undoes format=flowed (RFC 3676): a line that ends in a space goes on in the next one of the same depth of quotation. */
function unfold(text: string, deleteSpace: boolean): string {
  const unfolded: { depth: number; content: string; open: boolean }[] = [];
  for (const line of lines(text).split('\n')) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0;
    const content = line.slice(depth).replace(/^ /, '');
    const open = content.endsWith(' ') && content !== '-- ';
    const last = unfolded.at(-1);
    if (last?.open && last.depth === depth && content !== '-- ') {
      last.content = (deleteSpace ? last.content.slice(0, -1) : last.content) + content;
      last.open = open;
    } else unfolded.push({ depth, content, open });
  }
  return unfolded.map(({ depth, content }) => (depth > 0 ? `${'>'.repeat(depth)} ${content}` : content)).join('\n');
}

/** The base name, without path, control characters, or what file systems forbid. */
function safeName(name: string): string {
  const base = oneLine(name).split(/[\\/]/).at(-1) ?? '';
  return base
    .replace(/[<>:"|?*\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/^\.+/, '')
    .trim()
    .slice(-120);
}
