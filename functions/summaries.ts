// The monthly summary (PRODUCT.md section 5): due on a mentor's own first of the month, or asked for. Look up, decide, commit with the
// next due time, post. The letter's id is the month's: one month gives one letter, whatever fails and is tried again.

import type { Job, Known } from './introductions/known.ts';
import { summaryQuestion } from './introductions/summary-question.ts';
import { understand } from './language/understand.ts';
import type { Mentor } from './people/mentor.ts';
import { carryThrough } from './reports.ts';
import { mentorById } from './store/accounts.ts';
import { reschedule, rescheduleWrite } from './store/due.ts';
import { DoneBefore } from './store/failures.ts';
import type { Item } from './store/items.ts';
import { done, type Piece } from './store/jobs.ts';
import { lookUpForSummary } from './store/look-up-summary.ts';
import type { Store } from './store/store.ts';
import { type DecidedSummary, decideSummary } from './summary/decide.ts';
import { monthOf, summaryDueAt, summaryMonth } from './summary/when.ts';
import { logger } from './telemetry.ts';

/** `item` is the mentor's, due at `now` or before. */
export async function sendSummary(store: Store, item: Item, now: string): Promise<void> {
  const mentor = item.mentor as Mentor;
  const dueAt = item.dueAt as string;
  const month = summaryMonth(dueAt, mentor.timeZone);
  const next = summaryDueAt(dueAt, mentor.timeZone);
  if (!mentor.summary) return reschedule(store, item, next);
  const { known, lookedUp } = await lookUpForSummary(store, mentor, month, now);
  const decided = decideSummary(known, lookedUp, { kind: 'due', month });
  if (decided === null) return reschedule(store, item, next);
  const decision = { place: 'summary', ...broughtBy(known, decided) };
  const also = [rescheduleWrite(store, item, next)];
  try {
    await carryThrough(
      store,
      { decisions: [decision], reason: 'summary' },
      { now, mentorId: mentor.id, claim: null, also },
    );
    logger.info('summary', { mentor: mentor.id, month });
  } catch (error) {
    if (!(error instanceof DoneBefore)) throw error;
    // The month's letter is there already: the mentor has moved to another time zone since it went out.
    await reschedule(store, item, next);
  }
}

/** The running month's, now; it answers the mail that asked. */
export async function summaryPiece(
  store: Store,
  { id, mentorId, thread = { inReplyTo: null, references: [] } }: Extract<Job, { kind: 'summary' }>,
  now: string,
): Promise<Piece> {
  const mentor = await mentorById(store, mentorId);
  if (mentor === null) return done;
  const { known, lookedUp } = await lookUpForSummary(store, mentor, monthOf(now, mentor.timeZone), now);
  const decided = decideSummary(known, lookedUp, { kind: 'asked', id, thread });
  return decided === null ? done : { kind: 'done', ...broughtBy(known, decided) };
}

/** The letter, and the question that gives its numbers their meaning. */
function broughtBy(known: Known, { letter, items }: DecidedSummary) {
  const question = summaryQuestion(known, letter, items, (words) => understand({ subject: '', text: words }).requests);
  return { letters: [letter], changes: question === null ? [] : [{ kind: 'ask' as const, question }] };
}
