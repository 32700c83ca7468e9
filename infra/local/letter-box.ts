// The letters that were sent, numbered in order: the raw letter and its envelope as two files each, and the shape in which the mailroom gives them
// (PRODUCT.md section 8).

import { readFile } from 'node:fs/promises';
import { type AddressObject, simpleParser } from 'mailparser';
import { splitHeader } from './header-lines.ts';
import { SafeFolder } from './safe-files.ts';

/** What SES was told beside the raw letter. */
export interface Envelope {
  /** ISO instant of the clock that can be turned. */
  readonly at: string;
  readonly sesMessageId: string;
  readonly source: string;
  readonly recipients: readonly string[];
  readonly configurationSet: string;
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** A letter as `GET /api/letters` gives it. Addresses are bare; an attachment's content is base64. */
export interface SentLetter {
  readonly n: number;
  readonly at: string;
  readonly recipients: readonly string[];
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** Lower-case names; a field that stands more than once has an array. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly content: string }[];
  readonly raw: string;
}

/** Parsed letters are remembered up to this many octets of each: the page and scripts ask for all of them again and again. */
const rememberedUpTo = 64 * 1024;

const toldEnding = '.json';
const untoldEnding = '.untold.json';

export class LetterBox {
  readonly #folder: SafeFolder;
  readonly #envelopes = new Map<number, Envelope>();
  readonly #parsed = new Map<number, SentLetter>();
  readonly #untold = new Set<number>();
  #adding: Promise<unknown> = Promise.resolve();

  private constructor(folder: SafeFolder) {
    this.#folder = folder;
  }

  static async open(path: string): Promise<LetterBox> {
    const box = new LetterBox(await SafeFolder.open(path));
    for (const name of (await box.#folder.names()).filter((file) => file.endsWith(untoldEnding)))
      box.#untold.add(Number.parseInt(name, 10));
    for (const name of (await box.#folder.names()).filter((file) => file.endsWith(toldEnding)))
      box.#envelopes.set(
        Number.parseInt(name, 10),
        JSON.parse(await readFile(box.#folder.file(name), 'utf8')) as Envelope,
      );
    return box;
  }

  /** Resolves with the letter's number once it is safe on the disk. Until `told` it counts as one whose events are still to be published. */
  add(raw: Buffer, envelope: Envelope): Promise<number> {
    const added = this.#adding.then(async () => {
      const n = this.last() + 1;
      await this.#folder.write(`${padded(n)}.eml`, raw);
      await this.#folder.write(padded(n) + untoldEnding, JSON.stringify(envelope));
      this.#untold.add(n);
      this.#envelopes.set(n, envelope);
      return n;
    });
    this.#adding = added.catch(() => {});
    return added;
  }

  /** The events of the letter are safe. */
  async told(n: number): Promise<void> {
    await this.#folder.rename(padded(n) + untoldEnding, padded(n) + toldEnding);
    this.#untold.delete(n);
  }

  /** Letters that a killed process had accepted and not told of. */
  untold(): number[] {
    return [...this.#untold];
  }

  /** Letters numbered above `since`, to that recipient where one is given, in order. */
  async letters({ since = 0, to = null }: { since?: number; to?: string | null } = {}): Promise<SentLetter[]> {
    const wanted = [...this.#envelopes].filter(
      ([n, { recipients }]) => n > since && (to === null || recipients.some((one) => sameAddress(one, to))),
    );
    const letters: SentLetter[] = [];
    for (const [n, envelope] of wanted) letters.push(await this.#letter(n, envelope));
    return letters;
  }

  /** The number of the last letter; 0 before the first. */
  last(): number {
    return lastOf(this.#envelopes.keys()) ?? 0;
  }

  envelope(n: number): Envelope | undefined {
    return this.#envelopes.get(n);
  }

  async empty(): Promise<void> {
    await this.#adding;
    this.#envelopes.clear();
    this.#parsed.clear();
    this.#untold.clear();
    await this.#folder.empty();
  }

  async #letter(n: number, envelope: Envelope): Promise<SentLetter> {
    const known = this.#parsed.get(n);
    if (known !== undefined) return known;
    const raw = await readFile(this.#folder.file(`${padded(n)}.eml`));
    const letter = await parsedLetter(n, envelope, raw);
    if (raw.length <= rememberedUpTo) this.#parsed.set(n, letter);
    return letter;
  }
}

async function parsedLetter(n: number, envelope: Envelope, raw: Buffer): Promise<SentLetter> {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true });
  return {
    n,
    at: envelope.at,
    recipients: envelope.recipients,
    from: addressesIn(mail.from)[0] ?? '',
    to: addressesIn(mail.to),
    cc: addressesIn(mail.cc),
    replyTo: addressesIn(mail.replyTo),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html === false ? null : (mail.html ?? null),
    headers: headersOf(raw),
    attachments: mail.attachments.map(({ filename, contentType, content }) => ({
      name: filename ?? '',
      type: contentType,
      content: content.toString('base64'),
    })),
    raw: raw.toString('utf8'),
  };
}

function headersOf(raw: Buffer): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const { name, value } of splitHeader(raw).fields) {
    const before = headers[name];
    headers[name] = before === undefined ? value : [before, value].flat();
  }
  return headers;
}

/** Bare addresses, groups opened. */
function addressesIn(field: AddressObject | AddressObject[] | undefined): string[] {
  const members = (field === undefined ? [] : [field].flat()).flatMap(({ value }) => value);
  return members
    .flatMap(({ address, group }) => (group ? group.map((member) => member.address) : [address]))
    .filter((address) => address !== undefined);
}

export const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.trim().toLowerCase();

const padded = (n: number): string => String(n).padStart(6, '0');

function lastOf<T>(values: Iterable<T>): T | undefined {
  let last: T | undefined;
  for (const value of values) last = value;
  return last;
}
