// A mail is taken in as SES takes it in: fields of its own on top, the whole stored as an object, then a notification on the queue; only when both
// are safe on the disk has it been accepted. Which addresses exist is decided here for the SMTP door and the mailroom alike.

import { randomBytes } from 'node:crypto';
import { type Proof, receivedNotification, type Verdicts, verdictsOf } from './notifications.ts';
import type { Objects } from './objects.ts';
import type { Queue } from './queue.ts';

/** SES takes 40 MB. */
export const largestMail = 40 * 1024 * 1024;

/** SES says `headersTruncated` above this. */
const longestTold = 10 * 1024;
/** A header longer than this is not looked through for its From. */
const longestHeader = 256 * 1024;

export interface ReceptionSettings {
  readonly domain: string;
  readonly bucket: string;
  readonly objects: Objects;
  readonly inbound: Queue;
  readonly now: () => Date;
}

export interface Arriving {
  /** '' for the null sender. */
  readonly mailFrom: string;
  readonly rcptTo: readonly string[];
  readonly raw: AsyncIterable<Buffer>;
  readonly proof: Proof;
  /** The address that it was handed in from. */
  readonly client: string;
}

export interface Accepted {
  readonly sesMessageId: string;
  /** Its notification's id on the queue. */
  readonly queueId: string;
}

export class Reception {
  readonly #settings: ReceptionSettings;

  constructor(settings: ReceptionSettings) {
    this.#settings = settings;
  }

  /** Why nobody here can be written to at this address; null where somebody can. Whether a token exists the functions decide. */
  refusalOf(address: string): string | null {
    const at = address.lastIndexOf('@');
    const [localPart, domain] = [address.slice(0, at), address.slice(at + 1)].map((part) => part.toLowerCase());
    if (at < 1 || domain !== this.#settings.domain) return `<${address}>: mail for ${domain} is not taken here`;
    if (/^(?:intro|postmaster|[iq]-[a-z0-9]+)$/.test(localPart ?? '')) return null;
    return `<${address}>: no such mailbox here`;
  }

  /** Resolves when the mail is safe. What the stream throws is thrown, and nothing is kept. */
  async accept(arriving: Arriving): Promise<Accepted> {
    const { bucket, objects, inbound } = this.#settings;
    const sesMessageId = randomBytes(25).toString('hex').slice(0, 40);
    const at = this.#settings.now();
    const verdicts = verdictsOf[arriving.proof];
    const { header, whole } = await peek(arriving.raw);
    const prelude = Buffer.from(preludeOf(arriving, header, verdicts, sesMessageId, at));
    const key = `inbound/${sesMessageId}`;
    await objects.put(key, following(prelude, whole));
    const notification = receivedNotification({
      sesMessageId,
      at: at.toISOString(),
      mailFrom: arriving.mailFrom,
      rcptTo: arriving.rcptTo,
      verdicts,
      headersTruncated: prelude.length + header.length > longestTold,
      bucket,
      key,
    });
    return { sesMessageId, queueId: await inbound.send(notification) };
  }
}

/** The header as far as it is looked at, and the stream from its beginning. */
async function peek(raw: AsyncIterable<Buffer>): Promise<{ header: string; whole: AsyncIterable<Buffer> }> {
  const iterator = raw[Symbol.asyncIterator]();
  let begun = Buffer.alloc(0);
  while (begun.length < longestHeader && !/\r?\n\r?\n/.test(begun.toString('latin1'))) {
    const { done, value } = await iterator.next();
    if (done) break;
    begun = Buffer.concat([begun, value]);
  }
  const header = begun.toString('utf8').split(/\r?\n\r?\n/, 1)[0] ?? '';
  return { header, whole: following(begun, { [Symbol.asyncIterator]: () => iterator }) };
}

async function* following(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

/** What SES writes on top of a mail. Strangers' text goes in without what would end a field or a comment. */
function preludeOf(arriving: Arriving, header: string, verdicts: Verdicts, sesMessageId: string, at: Date): string {
  const date = at.toUTCString().replace('GMT', '+0000');
  const mailFrom = plain(arriving.mailFrom);
  const fromDomain = plain(/^from[ \t]*:[^\n]*?@([a-z0-9.-]+)/im.exec(header.replace(/\r?\n[ \t]/g, ' '))?.[1] ?? '');
  const word = { PASS: 'pass', FAIL: 'fail', GRAY: 'none' } as const;
  const dkim = verdicts.dkim === 'GRAY' ? 'dkim=none' : `dkim=${word[verdicts.dkim]} header.i=@${fromDomain}`;
  return [
    `Return-Path: <${mailFrom}>`,
    `Received: from ${plain(arriving.client)} by inbound-smtp.us-east-1.amazonaws.com with SMTP id ${sesMessageId} for ${plain(arriving.rcptTo[0] ?? '')}; ${date}`,
    `X-SES-Spam-Verdict: ${verdicts.spam}`,
    `X-SES-Virus-Verdict: ${verdicts.virus}`,
    `Authentication-Results: amazonses.com; spf=${word[verdicts.spf]} client-ip=${plain(arriving.client)}; envelope-from=${mailFrom};`,
    ` ${dkim}; dmarc=${word[verdicts.dmarc]} header.from=${fromDomain};`,
    '',
  ].join('\r\n');
}

const plain = (text: string): string => text.replace(/[^A-Za-z0-9.@_+=:-]/g, '').slice(0, 320);
