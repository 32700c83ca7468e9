// Values of header fields (RFC 5322, 2047): mailboxes, message ids, encoded words. Mailboxes are read so that nothing can hide: a comment is
// never an address, and every address outside of quotes and comments is listed, also where a header breaks the grammar (MAIL-RULES D1).

import libmime from 'libmime';
import type { Mailbox } from './mail.ts';

type Token =
  | { readonly kind: 'word' | 'quoted' | 'angle'; readonly text: string }
  | { readonly kind: 'separator' | 'group' };

/**
 * The mailboxes of one header, in order; entries without an address are left out.
 * `"a@x.test" <b@y.test>` and `b@y.test (a@x.test)` are one mailbox; `<a@x.test> <b@y.test>` and `a@x.test b@y.test` are two.
 */
export function readMailboxes(value: string): Mailbox[] {
  const mailboxes: Mailbox[] = [];
  let held: Token[] = [];
  const finish = () => {
    mailboxes.push(...mailboxesOf(held));
    held = [];
  };
  for (const token of tokens(value)) {
    // The name of a group holds no address; where it does, the header is broken and hides nobody.
    if (token.kind === 'separator' || token.kind === 'group') finish();
    else held.push(token);
  }
  finish();
  return mailboxes;
}

/**
 * The ids in a Message-ID, In-Reply-To or References header, in their order, without angle brackets. Some programs divide them by commas,
 * some leave the brackets away, some add words: `"your mail of Monday" <a@x.test>,<b@x.test>` has two.
 */
export function messageIds(value: string): string[] {
  const bracketed = [...value.matchAll(/<([^<>\s,]+)>/g)].map((match) => match[1] ?? '');
  if (bracketed.length > 0) return bracketed;
  return value.split(/[\s,<>]+/).filter((word) => /^[^@]+@[^@]+$/.test(word));
}

/** Encoded words decoded (RFC 2047), one line, no control characters. */
export const decodeWords = (text: string): string => oneLine(decoded(text));

/**
 * The same for a subject or a display name, which end at a line break that came out of an encoded word and is no fold: nobody types it,
 * and what stands behind was meant to be read as another header.
 */
export function decodePhrase(text: string): string {
  const words = decoded(text);
  const injected = words.search(/[\r\n](?!\s|$)/);
  return oneLine(injected < 0 ? words : words.slice(0, injected));
}

function decoded(text: string): string {
  try {
    return libmime.decodeWords(text);
  } catch {
    // An unknown charset: better the words as they came than none.
    return text;
  }
}

/** Without what could end a header or a line: control characters become spaces, runs of space one, the ends trimmed. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();
}

/** UTF-8 where it is, else Windows-1252: what raw eight-bit headers turn out to be. */
export function decodeBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function mailboxesOf(tokens: readonly Token[]): Mailbox[] {
  const words = tokens.flatMap((token) => (token.kind === 'word' || token.kind === 'quoted' ? [token] : []));
  const angles = tokens.flatMap((token) => (token.kind === 'angle' ? addressesIn(token.text) : []));
  if (angles.length > 0) {
    const name = decodePhrase(words.map((word) => word.text).join(' '));
    return angles.map((address, index) => ({ name: index === 0 ? name : '', address }));
  }
  const bare = words.filter((word) => word.kind === 'word' && isAddressLike(word.text));
  const name = decodePhrase(
    words
      .filter((word) => !bare.includes(word))
      .map((word) => word.text)
      .join(' '),
  );
  return bare.map((word, index) => ({ name: index === 0 ? name : '', address: normalAddress(word.text) }));
}

function addressesIn(angle: string): string[] {
  return angle
    .replace(/^@[^:]*:/, '')
    .replace(/\([^()]*(?:\)|$)/g, '')
    .split(',')
    .map(normalAddress)
    .filter(isAddressLike);
}

const isAddressLike = (text: string) => /^.+@.+$/.test(text);

const normalAddress = (address: string) =>
  address
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase();

/** One pass, linear in the length of the header. */
function* tokens(value: string): Generator<Token> {
  let at = 0;
  while (at < value.length) {
    const char = value[at];
    if (char === '(') at = endOfComment(value, at);
    else if (char === ',' || char === ';') {
      yield { kind: 'separator' };
      at += 1;
    } else if (char === ':') {
      yield { kind: 'group' };
      at += 1;
    } else if (char === '<') {
      const end = endOf(value, at + 1, '>');
      yield { kind: 'angle', text: value.slice(at + 1, end) };
      at = end + 1;
    } else if (char === '"') {
      const end = endOf(value, at + 1, '"');
      const next = value[end + 1];
      if (next === '@') {
        const stop = endOfWord(value, end + 1);
        yield { kind: 'word', text: value.slice(at, stop) };
        at = stop;
      } else {
        yield { kind: 'quoted', text: value.slice(at + 1, end).replace(/\\(.)/g, '$1') };
        at = end + 1;
      }
    } else if (char === undefined || /\s|>/.test(char)) at += 1;
    else {
      const stop = endOfWord(value, at);
      yield { kind: 'word', text: value.slice(at, stop) };
      at = stop;
    }
  }
}

/** The offset of `closing` outside of quotes, or the end of the header where it never comes. */
function endOf(value: string, from: number, closing: '>' | '"'): number {
  let quoted = false;
  for (let at = from; at < value.length; at += 1) {
    const char = value[at];
    if (char === '\\') at += 1;
    else if (char === closing && !quoted) return at;
    else if (char === '"') quoted = !quoted;
  }
  return value.length;
}

function endOfComment(value: string, from: number): number {
  let depth = 0;
  for (let at = from; at < value.length; at += 1) {
    const char = value[at];
    if (char === '\\') at += 1;
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return value.length;
}

function endOfWord(value: string, from: number): number {
  let at = from;
  while (at < value.length && !/[\s,;:<>("]/.test(value[at] ?? '')) at += 1;
  return Math.max(at, from + 1);
}
