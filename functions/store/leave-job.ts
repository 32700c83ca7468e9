// Leaving: nothing is erased before its owner has it, and the last line goes out when everything is.
//
// stage      until
// sending    SES has every letter of the export
// erasing    only the account itself is left; then it goes too, and with it the last line is committed
// farewell   SES has the last line, which is erased after it

import type { Job } from '../introductions/known.ts';
import { farewellLetter, notLeftLetter } from '../letters/jobs.ts';
import { mentorById } from './accounts.ts';
import type { Write } from './commit.ts';
import { eraseLetter, erasePiece } from './erase.ts';
import { get } from './items.ts';
import { done, type Piece } from './jobs.ts';
import type { Store } from './store.ts';
import { type Key, letterKey, letterTag, mentorAddressKey, mentorKey } from './table.ts';

type LeaveJob = Extract<Job, { kind: 'leave' }>;

export interface LeaveCursor {
  readonly stage: 'sending' | 'erasing' | 'farewell';
}

const askAgainAfterMilliseconds = 60_000;

export async function leavePiece(store: Store, job: LeaveJob, cursor: LeaveCursor | null, now: string): Promise<Piece> {
  const stage = cursor?.stage ?? 'sending';
  const farewell = `${job.id}/farewell`;
  const later: Piece = {
    kind: 'later',
    cursor: { stage },
    at: new Date(Date.parse(now) + askAgainAfterMilliseconds).toISOString(),
  };
  if (stage === 'farewell') {
    if (await isOnItsWay(store, farewell)) return later;
    await eraseLetter(store, letterTag(farewell));
    return done;
  }
  const mentor = await mentorById(store, job.mentorId);
  if (mentor === null) return done;
  if (stage === 'sending') {
    const states = await Promise.all(job.letters.map((id) => stateOf(store, id)));
    if (states.includes('refused')) return { kind: 'done', letters: [notLeftLetter(`${job.id}/not-left`, mentor)] };
    if (states.some((state) => state !== 'sent')) return later;
  }
  if (await erasePiece(store, mentor)) return { kind: 'more', cursor: { stage: 'erasing' } };
  return {
    kind: 'more',
    cursor: { stage: 'farewell' },
    letters: [farewellLetter(farewell, { name: mentor.name, address: mentor.addresses[0] ?? '' })],
    also: [mentorKey(mentor.id), ...mentor.addresses.map(mentorAddressKey)].map((key) => removed(store, key)),
  };
}

const stateOf = async (store: Store, letterId: string): Promise<unknown> =>
  (await get(store, letterKey(letterTag(letterId))))?.state;

const isOnItsWay = async (store: Store, letterId: string): Promise<boolean> =>
  ['waiting', 'handed', 'unknown'].includes(String(await stateOf(store, letterId)));

const removed = (store: Store, { pk, sk }: Key): Write => ({
  Delete: { TableName: store.tableName, Key: { pk, sk } },
});
