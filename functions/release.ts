// A pause ended, a limit was raised, an introduction is over: what was held goes out as far as there is room.

import { untilNotOvertaken } from './batch.ts';
import { decideRelease } from './introductions/due.ts';
import type { Job } from './introductions/known.ts';
import { carryThrough } from './reports.ts';
import { mentorById } from './store/accounts.ts';
import { done, type Piece } from './store/jobs.ts';
import { lookUpFor } from './store/look-up.ts';
import type { Store } from './store/store.ts';

/** One piece is all: no more than 30 are begun in a day. */
export async function releasePiece(
  store: Store,
  { mentorId }: Extract<Job, { kind: 'release' }>,
  now: string,
): Promise<Piece> {
  await release(store, mentorId, now);
  return done;
}

/** What is released is held no longer, so that doing it twice changes nothing. */
export function release(store: Store, mentorId: string, now: string): Promise<void> {
  const nothing = { introduction: null, question: null };
  return untilNotOvertaken(async () => {
    const mentor = await mentorById(store, mentorId);
    if (mentor === null) return;
    const { introductions } = await lookUpFor(store, mentor, nothing, {}, now);
    const held = introductions.filter(({ state }) => state.kind === 'held');
    if (held.length === 0) return;
    const personIds = held.flatMap(({ to, cc }) => [to.personId, cc.personId]);
    const outcome = decideRelease(await lookUpFor(store, mentor, nothing, { personIds }, now));
    await carryThrough(store, outcome, { now, mentorId, claim: null });
  });
}
