// Mails of the day that say they are a mentor's and carry no proof: how many lines went to the mentor's own mailbox, and what waits to
// be named in the next (PRODUCT.md section 6).

import type { UnprovenToday } from '../introductions/unproven.ts';
import type { Mentor } from '../people/mentor.ts';
import type { Write } from './commit.ts';
import { get } from './items.ts';
import type { Store } from './store.ts';
import { expiryAfter, unprovenKey } from './table.ts';

const none: UnprovenToday = { letters: 0, waiting: [] };
const keptDays = 3;

/** What waits from yesterday is named with the first mail of today. */
export async function unprovenToday(store: Store, mentor: Mentor, now: string): Promise<UnprovenToday> {
  const [today, before] = await Promise.all([now, dayBefore(now)].map((day) => get(store, keyOn(mentor, day))));
  if (today != null) return today.unproven as UnprovenToday;
  const waiting = (before?.unproven as UnprovenToday | undefined)?.waiting ?? [];
  return waiting.length === 0 ? none : { letters: 0, waiting };
}

/** Keeps what is known now, where nobody else has changed it since it was read. */
export function unprovenWrite(store: Store, mentor: Mentor, now: string, was: UnprovenToday, is: UnprovenToday): Write {
  const version = was.letters * 1000 + was.waiting.length;
  return {
    Put: {
      TableName: store.tableName,
      Item: {
        ...keyOn(mentor, now),
        unproven: is,
        version: is.letters * 1000 + is.waiting.length,
        expiresAt: expiryAfter(now, keptDays),
      },
      ConditionExpression: 'attribute_not_exists(pk) OR version = :was',
      ExpressionAttributeValues: { ':was': version },
    },
  };
}

const keyOn = ({ id }: Mentor, instant: string) => unprovenKey(id, instant.slice(0, 10));

const dayBefore = (now: string): string => new Date(Date.parse(now) - 86_400_000).toISOString();
