// Which conversation a mail belongs to (MAIL-RULES E), and whether it is one of our own going round in circles (MAIL-RULES C).

import { readMailboxes } from './header-values.ts';
import type { Envelope, Mail } from './mail.ts';

/** On every letter; a mail that comes in with it is ours, unless it is a bounce (MAIL-RULES C1). Its value names the letter. */
export const stampHeader = 'X-Stepback';
const mostReceived = 50;

export interface Conversation {
  /** Local parts of addresses at our domain, lower-case, each once, the most telling first: envelope, To, Cc, then what forwarders note. */
  readonly localParts: readonly string[];
  /** Message-IDs that it answers, the most telling first: In-Reply-To, then References from the newest. */
  readonly messageIds: readonly string[];
  /** It says that it answers: a reply prefix in any usual language, In-Reply-To or References. */
  readonly isReply: boolean;
}

export function conversation(mail: Mail, envelope: Envelope, domain: string): Conversation {
  const addresses = [
    ...envelope.rcptTo,
    ...[...mail.to, ...mail.cc].map((mailbox) => mailbox.address),
    ...['delivered-to', 'x-original-to', 'x-forwarded-to', 'envelope-to', 'x-delivered-to']
      .flatMap((name) => mail.headers.get(name) ?? [])
      .flatMap((value) => readMailboxes(value).map((mailbox) => mailbox.address)),
  ];
  const localParts = addresses
    .map((address) => address.toLowerCase())
    .filter((address) => isOurs(address, domain))
    .map((address) => address.slice(0, address.lastIndexOf('@')));
  const messageIds = [...mail.inReplyTo, ...mail.references];
  return {
    localParts: [...new Set(localParts)],
    messageIds: [...new Set(messageIds)],
    isReply: messageIds.length > 0 || replyPrefix.test(mail.subject),
  };
}

/**
 * One of our own letters, or a mail that has been handed on more than 50 times (RFC 5321 6.3): dropped without an answer, unless it is
 * a bounce, which `readReport` tells.
 */
export function isLoop(mail: Mail, domain: string): boolean {
  return (
    mail.headers.has(stampHeader.toLowerCase()) ||
    [...mail.from, ...(mail.sender ? [mail.sender] : [])].some((mailbox) => isOurs(mailbox.address, domain)) ||
    (mail.headers.get('received')?.length ?? 0) > mostReceived
  );
}

const isOurs = (address: string, domain: string) => address.endsWith(`@${domain.toLowerCase()}`);

/** A subject without its reply and forward prefixes: `AW: Re[2]: Tea` → `Tea`. */
export function subjectWithoutPrefix(subject: string): string {
  let rest = subject.trim();
  while (anyPrefix.test(rest)) rest = rest.replace(anyPrefix, '');
  return rest;
}

/** In the languages of MAIL-RULES A9; a count may follow: `Re[2]:`, `AW (3):`, `SV :`. */
const replies = 're|aw|antw(?:ort)?|rép?|ref|r|res|rif|sv|vs|vá|odp|ynt|отв(?:ет)?|回复|回覆|答复|返信|답장|회신';
const forwards = 'fwd?|wg|tr|enc|rv|i|doorst|vl|vb|pd|пересл|转发|轉寄|転送|전달';
const count = '(?:\\[\\d+\\]|\\(\\d+\\)|\\^\\d+)?';
export const forwardPrefix = new RegExp(`^\\s*(?:${forwards})\\s*${count}\\s*[:：]\\s*`, 'iu');
export const replyPrefix = new RegExp(`^\\s*(?:${replies})\\s*${count}\\s*[:：]\\s*`, 'iu');
const anyPrefix = new RegExp(`^\\s*(?:${replies}|${forwards})\\s*${count}\\s*[:：]\\s*`, 'iu');
