// The keys of the one table and the access patterns they serve. Nothing scans. What must be seen at once is a base item
// read consistently; the only index, `due`, lags, so whatever it names is checked against its base item.
//
// | item                  | pk               | sk                       | read by                                              |
// |-----------------------|------------------|--------------------------|------------------------------------------------------|
// | mentor                | M#mentor         | MENTOR                   | id                                                   |
// | introduction          | M#mentor         | I#number                 | id; its own mentor's lists                           |
// | open introduction     | M#mentor         | OPEN#number              | what is open, one Query                              |
// | open question         | M#mentor         | Q#localPart              | what waits for an answer, one Query                  |
// | reminder              | M#mentor         | REMIND#id                | due index                                            |
// | end of a pause        | M#mentor         | RESUME                   | due index                                            |
// | counters of a month   | M#mentor         | MONTH#yyyy-mm            | summary, one Query                                   |
// | unproven mails        | M#mentor         | UNPROVEN#yyyy-mm-dd      | the next such mail of the day                        |
// | person                | B#mentor         | P#person                 | id; the whole book, one Query                        |
// | who met whom          | B#mentor         | X#person#other#number    | of one person, of a pair; with the whole book        |
// | name                  | N#mentor         | token#organisation#person| every part and pair of a name; near spelling by prefix|
// | address of a mentor   | A#address        | MENTOR                   | who writes                                           |
// | address in a book     | A#address        | P#mentor                 | who is meant; whose protégé writes                   |
// | letter to an address  | A#address        | L#mentor#tag             | forget                                               |
// | mail from an address  | A#address        | R#mentor#mailKey         | forget                                               |
// | token                 | T#localPart      | T                        | the envelope recipient                               |
// | message id            | S#messageId      | S                        | In-Reply-To, References, bounces                     |
// | received mail         | R#receivedId     | R                        | its own redelivery                                   |
// | letter                | L#tag            | L                        | its own posting, SES's events, due index             |
// | opt-out               | OUT#0 … OUT#f    | OUT#hash                 | before deciding and before each sending; all, 16 Queries |
// | stranger's line       | O#hash           | STRANGER                 | once in 30 days                                      |
// | letters to an address | O#hash           | CAP#10-minute window     | caps (MAIL-RULES C3)                                 |
// | job                   | J#job            | J                        | due index, its own next piece                        |
//
// Due index: dueShard = DUE#00 … DUE#15 (by hash of the key), dueAt = ISO instant. TTL: expiresAt, epoch seconds.

import { createHash } from 'node:crypto';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

const numberWidth = 8;

export const mentorKey = (mentorId: string): Key => ({ pk: `M#${mentorId}`, sk: 'MENTOR' });
export const introductionKey = (mentorId: string, number: number): Key => ({
  pk: `M#${mentorId}`,
  sk: `I#${padded(number)}`,
});
export const openKey = (mentorId: string, number: number): Key => ({
  pk: `M#${mentorId}`,
  sk: `OPEN#${padded(number)}`,
});
export const questionKey = (mentorId: string, localPart: string): Key => ({
  pk: `M#${mentorId}`,
  sk: `Q#${localPart}`,
});
export const reminderKey = (mentorId: string, id: string): Key => ({ pk: `M#${mentorId}`, sk: `REMIND#${id}` });
export const resumeKey = (mentorId: string): Key => ({ pk: `M#${mentorId}`, sk: 'RESUME' });
export const monthKey = (mentorId: string, month: string): Key => ({ pk: `M#${mentorId}`, sk: `MONTH#${month}` });
export const unprovenKey = (mentorId: string, day: string): Key => ({ pk: `M#${mentorId}`, sk: `UNPROVEN#${day}` });
export const personKey = (mentorId: string, personId: string): Key => ({ pk: `B#${mentorId}`, sk: `P#${personId}` });
export const metKey = (mentorId: string, personId: string, otherId: string, number: number): Key => ({
  pk: `B#${mentorId}`,
  sk: `X#${personId}#${otherId}#${padded(number)}`,
});
export const nameKey = (mentorId: string, token: string, organisation: string, personId: string): Key => ({
  pk: `N#${mentorId}`,
  sk: `${token}#${organisation}#${personId}`,
});
export const mentorAddressKey = (address: string): Key => ({ pk: `A#${address}`, sk: 'MENTOR' });
export const bookAddressKey = (address: string, mentorId: string): Key => ({ pk: `A#${address}`, sk: `P#${mentorId}` });
export const letterToKey = (address: string, mentorId: string, tag: string): Key => ({
  pk: `A#${address}`,
  sk: `L#${mentorId}#${tag}`,
});
export const mailFromKey = (address: string, mentorId: string, mailKey: string): Key => ({
  pk: `A#${address}`,
  sk: `R#${mentorId}#${mailKey}`,
});
export const tokenKey = (localPart: string): Key => ({ pk: `T#${localPart}`, sk: 'T' });
export const messageIdKey = (messageId: string): Key => ({ pk: `S#${messageId.slice(0, 900)}`, sk: 'S' });
export const receivedKey = (receivedId: string): Key => ({ pk: `R#${receivedId}`, sk: 'R' });
export const letterKey = (tag: string): Key => ({ pk: `L#${tag}`, sk: 'L' });
export const optOutKey = (address: string): Key => {
  const hash = hashOf(address);
  return { pk: `OUT#${hash[0]}`, sk: `OUT#${hash}` };
};
export const allOptOutPartitions = Array.from({ length: 16 }, (_, n) => `OUT#${n.toString(16)}`);
export const strangerKey = (address: string): Key => ({ pk: `O#${hashOf(address)}`, sk: 'STRANGER' });
export const capKey = (address: string, window: string): Key => ({ pk: `O#${hashOf(address)}`, sk: `CAP#${window}` });
export const jobKey = (jobId: string): Key => ({ pk: `J#${jobId}`, sk: 'J' });

/** What SES's events carry back as the tag `letter`: 32 hex characters, made of the letter's id. */
export const letterTag = (letterId: string): string => createHash('sha256').update(letterId).digest('hex').slice(0, 32);

/** An address as an opt-out keeps it: its hash alone (PRODUCT.md section 3, forget). */
export const hashOf = (address: string): string => createHash('sha256').update(address).digest('hex');

const dueShards = 16;
export const dueIndex = 'due';
export const allDueShards = Array.from({ length: dueShards }, (_, n) => `DUE#${String(n).padStart(2, '0')}`);

/** The two attributes that put an item into the due index; spread into the item. Null: it is due at no time. */
export function dueAttributes(key: Key, dueAt: string | null): { dueShard?: string; dueAt?: string } {
  if (dueAt === null) return {};
  const shard = createHash('sha256').update(`${key.pk}|${key.sk}`).digest()[0] ?? 0;
  return { dueShard: allDueShards[shard % dueShards] ?? 'DUE#00', dueAt };
}

const secondsPerDay = 86_400;

/** Epoch seconds for the TTL attribute. */
export const expiryAfter = (instant: string, days: number): number =>
  Math.floor(Date.parse(instant) / 1000) + days * secondsPerDay;

export const padded = (number: number): string => String(number).padStart(numberWidth, '0');
