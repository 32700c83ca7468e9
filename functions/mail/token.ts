// Names that nobody can guess and everybody can derive again: tokens of reply addresses (PRODUCT.md section 2) and the id by which a
// mail is known however often it is delivered (MAIL-RULES G1). Pure: the same input always gives the same name.

import { createHash, createHmac } from 'node:crypto';
import type { Mail } from './mail.ts';

const tokenLength = 20;
const receivedIdLength = 32;

/**
 * An unguessable name for `key`, the same each time: the first 100 bits of HMAC-SHA256 as 20 characters of lower-case base32 (RFC 4648:
 * a to z, 2 to 7), so that it survives mail programs that change the case of a local part.
 */
export function token(secret: string, key: string): string {
  return base32(createHmac('sha256', secret).update(key).digest()).slice(0, tokenLength);
}

/**
 * The id of a mail that came to `address` of ours: 32 hex digits of a hash of its Message-ID, From, body and that address, never of its raw
 * bytes, since a second delivery has other Received lines (MAIL-RULES G1). A mail without Message-ID is told apart by Date and Subject.
 * One mail to two of our addresses has two ids: each route is worked on once.
 */
export function receivedId(mail: Mail, address: string): string {
  const name = mail.messageId ?? `${mail.headers.get('date')?.[0] ?? ''}\n${mail.subject}`;
  const from = mail.from.map((mailbox) => mailbox.address).join(',');
  const identity = [name, from, bodyHash(mail), address.toLowerCase()];
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, receivedIdLength);
}

function bodyHash(mail: Mail): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([mail.text, mail.html]));
  for (const { name, type, size, content } of mail.attachments) {
    hash.update(JSON.stringify([name, type, size]));
    if (content) hash.update(content);
  }
  return hash.digest('hex');
}

function base32(bytes: Uint8Array): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return text;
}
