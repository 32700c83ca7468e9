// A reply handed on to the other side as it was written: body, attachments and encodings stay as they are, the header is ours
// (MAIL-RULES H6). MIME by mailsplit, which leaves every byte that it is not asked to change.

import { type Readable, Transform } from 'node:stream';
import { Joiner, type MimeChunk, type MimeNode, Splitter } from 'mailsplit';
import { decodeBytes, decodePhrase, decodeWords, messageIds, oneLine } from './header-values.ts';
import { contentTypeOf } from './lost-parts.ts';
import { limits, streamOf } from './read.ts';
import { type Outgoing, writeHeader } from './write.ts';

/** Ours of the new header; Subject, In-Reply-To and References are the original's. */
export type PassedOnHeader = Pick<Outgoing, 'from' | 'to' | 'cc' | 'replyTo' | 'headers'>;

export interface PassedOn {
  readonly raw: Buffer;
  /** Names of the attachments that were left out, in the order of the mail; both sides are told. */
  readonly leftOut: readonly string[];
}

/**
 * The mail as it goes on. Of the original's header only Subject, In-Reply-To, References and Content-* stay: X-SES-* would be obeyed
 * by SES, and Disposition-Notification-To, List-*, Sender, Resent-*, Bcc or an old DKIM-Signature do harm. Attachments that SES refuses, or all of
 * them with `withoutAttachments`, give way to a line of text with their name. A broken or cut-off mail goes on as far as it can be read.
 * Rejects when `raw` fails as a stream.
 */
export async function passOn(
  raw: Readable | Uint8Array,
  header: PassedOnHeader,
  { withoutAttachments }: { readonly withoutAttachments: boolean },
): Promise<PassedOn> {
  const source = streamOf(raw);
  const splitter = new Splitter(limits);
  const sieve = new Sieve(withoutAttachments);
  const body = new Joiner();
  splitter.on('error', () => {
    source.resume();
    sieve.end();
  });
  source.on('error', (cause) => body.destroy(new Error('the stored mail could not be read to its end', { cause })));
  source.pipe(splitter).pipe(sieve).pipe(body);
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  const written = await writeHeader({ ...header, ...threadOf(sieve.root) });
  const content = Buffer.concat(chunks);
  return { raw: Buffer.concat([written, contentFields(sieve, content), content]), leftOut: sieve.leftOut };
}

/** Takes the header off and puts a line of text where an attachment was; everything else passes untouched. */
class Sieve extends Transform {
  readonly leftOut: string[] = [];
  root: MimeNode | null = null;
  /** The mail is a multipart of which no part has begun. */
  withoutParts = false;
  private readonly dropped = new Set<MimeNode>();
  private readonly withoutAttachments: boolean;

  constructor(withoutAttachments: boolean) {
    super({ objectMode: true });
    this.withoutAttachments = withoutAttachments;
  }

  get rootDropped(): boolean {
    return this.root !== null && this.dropped.has(this.root);
  }

  override _transform(
    chunk: MimeChunk,
    _encoding: BufferEncoding,
    done: (error: null, out: MimeChunk | Buffer | null) => void,
  ): void {
    done(null, this.sieved(chunk));
  }

  private sieved(chunk: MimeChunk): MimeChunk | Buffer | null {
    if (chunk.type === 'body' && this.dropped.has(chunk.node)) return null;
    if (chunk.type !== 'node') return chunk;
    if (chunk.root) this.root = chunk;
    this.withoutParts = chunk.root && chunk.multipart !== false;
    if (!this.isLeftOut(chunk)) return chunk.root ? null : chunk;
    const name = decodeWords(chunk.filename || '') || chunk.contentType || 'attachment';
    this.leftOut.push(name);
    this.dropped.add(chunk);
    return Buffer.from(`${chunk.root ? '' : `${noteFields}\r\n`}[left out: ${name}]`);
  }

  private isLeftOut(node: MimeNode): boolean {
    if (node.multipart) return false;
    if (namesOf(node).some(isRefused)) return true;
    return (
      this.withoutAttachments &&
      (node.disposition === 'attachment' || !/^text\//.test(node.contentType || 'text/plain'))
    );
  }
}

const noteFields = 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n';

/** What the original says about its own body, each field once, and an empty line; a multipart without parts is told as what it is. */
function contentFields({ root, rootDropped, withoutParts }: Sieve, content: Buffer): Buffer {
  const fields = ['MIME-Version: 1.0'];
  const seen = new Set<string>();
  for (const { key, line } of root?.headers.getList() ?? []) {
    if (!/^content-[\w-]+$/.test(key) || seen.has(key) || rootDropped) continue;
    seen.add(key);
    if (key === 'content-type' && withoutParts) {
      fields.push(`Content-Type: ${contentTypeOf(content, root?.multipart || 'mixed')}`);
      continue;
    }
    fields.push(line.replace(/\r\n(?=[ \t])|(\r|\n|\0)/g, (fold, stray) => (stray ? ' ' : fold)));
  }
  return Buffer.from(`${fields.join('\r\n')}\r\n${rootDropped ? noteFields : ''}\r\n`, 'latin1');
}

function threadOf(root: MimeNode | null): Pick<Outgoing, 'subject' | 'inReplyTo' | 'references'> {
  const field = (name: string) => oneLine(decodeBytes(Buffer.from(root?.headers.getFirst(name) ?? '', 'latin1')));
  return {
    subject: decodePhrase(field('subject')),
    inReplyTo: messageIds(field('in-reply-to'))[0] ?? null,
    references: messageIds(field('references')),
  };
}

/** Content-Disposition and Content-Type may each give the file a name, and not the same. */
function namesOf(node: MimeNode): string[] {
  const named = /\bname\*?\d*\*?\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(node.headers.getFirst('content-type'));
  return [node.filename || '', decodeWords(named?.[1] ?? named?.[2] ?? '')];
}

/** A file of this name is taken by no letter of SES. */
export const isRefused = (name: string) =>
  refusedExtensions.has(/\.([^.\s]+)\s*\.?$/.exec(name.trim())?.[1]?.toLowerCase() ?? '');

/** "Amazon SES unsupported attachment types", Amazon SES Developer Guide, as of 2025. */
const refusedExtensions = new Set(
  (
    'ade adp app asp bas bat cer chm cmd com cpl crt csh der exe fxp gadget hlp hta inf ins isp its js jse ksh lib lnk mad maf mag mam maq mar ' +
    'mas mat mau mav maw mda mdb mde mdt mdw mdz msc msh msh1 msh2 mshxml msh1xml msh2xml msi msp mst ops pcd pif plg prf prg ps1 ps1xml ps2 ' +
    'ps2xml psc1 psc2 reg scf scr sct shb shs sys tmp url vb vbe vbs vps vsmacros vss vst vsw vxd ws wsc wsf wsh xnk'
  ).split(' '),
);
