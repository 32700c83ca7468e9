// Time passed. `tick`, every minute: whatever is due goes onto a queue, so that it spreads. `due`: one due entry, looked at again in the
// table (the index lags), looked up, decided, committed, posted.

import { eachOf, untilNotOvertaken } from './batch.ts';
import { store } from './config.ts';
import { type Due, decideDue } from './introductions/due.ts';
import type { Outcome, Reminder } from './introductions/known.ts';
import { dueAt } from './introductions/life.ts';
import type { Question } from './introductions/question.ts';
import { workOnJob } from './jobs.ts';
import { understand } from './language/understand.ts';
import { release } from './release.ts';
import { carryThrough, tellNotSent } from './reports.ts';
import { introductionOf, mentorById } from './store/accounts.ts';
import type { CommitOptions } from './store/commit.ts';
import { dueItem, dueUpTo, enqueue, reschedule } from './store/due.ts';
import type { Item } from './store/items.ts';
import { lookUpFor } from './store/look-up.ts';
import { dueIn } from './store/notifications.ts';
import { letterByTag, postAgain, postOne, settledWrite } from './store/post.ts';
import { sendSummary } from './summaries.ts';
import { count, logger, publish } from './telemetry.ts';

/** Longer than this a letter should not wait: an alarm rings (infra/alarms.ts). */
const lateAfterMilliseconds = 15 * 60_000;

export async function tick(event: { readonly time: string }): Promise<void> {
  const now = new Date(event.time).toISOString();
  const lateBefore = new Date(Date.parse(now) - lateAfterMilliseconds).toISOString();
  let due = 0;
  let lettersWaiting = 0;
  for await (const entries of dueUpTo(store(), now)) {
    due += entries.length;
    lettersWaiting += entries.filter((entry) => entry.pk.startsWith('L#') && entry.dueAt < lateBefore).length;
    await enqueue(store(), entries, now);
  }
  count('Due', due);
  count('LettersWaiting', lettersWaiting);
  count('Ticks');
  publish();
}

// Pure: the bundle of `tick` alone leaves it out.
export const due = /* @__PURE__ */ eachOf(async (body) => {
  const { pk, sk, time } = dueIn(body);
  const key = { pk, sk };
  // In order: what is held longer goes first, whichever the queue has brought first.
  const first = await dueItem(store(), key, time);
  if (first !== null && isHeld(first)) await release(store(), introductionOf(first).mentorId, time);
  await untilNotOvertaken(async () => {
    const item = await dueItem(store(), key, time);
    if (item !== null) await workOnItem(item, time);
  });
});

const isHeld = (item: Item): boolean => item.sk.startsWith('I#') && introductionOf(item).state.kind === 'held';

/** Each kind of item has its own sort key, and its own thing to do when its day comes. */
async function workOnItem(item: Item, now: string): Promise<void> {
  const [kind = ''] = item.sk.split('#');
  switch (kind) {
    case 'I': {
      const introduction = introductionOf(item);
      return decided(item, introduction.mentorId, { kind: 'introduction', introduction }, dueAt(introduction), now);
    }
    case 'Q': {
      const question = item.question as Question;
      return decided(item, question.mentorId, { kind: 'question', question }, question.expiresAt, now);
    }
    case 'REMIND': {
      const reminder = item.reminder as Reminder;
      const { requests } = understand({ subject: '', text: reminder.words });
      return decided(item, reminder.mentorId, { kind: 'reminder', reminder, requests }, null, now, { consumes: item });
    }
    case 'RESUME':
      return decided(item, item.mentorId as string, { kind: 'pause' }, null, now);
    case 'MENTOR':
      return sendSummary(store(), item, now);
    case 'J':
      return workOnJob(store(), item, now);
    case 'L':
      return letterDue(item, now);
    default:
      throw new Error(`nothing is known to do for a due item ${item.pk} ${item.sk}`);
  }
}

/** `later`: when it is due by itself, where nothing came of it now. */
async function decided(
  item: Item,
  mentorId: string,
  what: Due,
  later: string | null,
  now: string,
  options: Partial<CommitOptions> = {},
): Promise<void> {
  const mentor = await mentorById(store(), mentorId);
  if (mentor === null) return reschedule(store(), item, null);
  const about = {
    introduction: what.kind === 'introduction' ? what.introduction : null,
    question: what.kind === 'question' ? what.question : null,
  };
  const known = await lookUpFor(store(), mentor, about, addressesOf(what), now);
  const outcome = decideDue(what, known);
  logger.info('due', { kind: what.kind, reason: outcome.reason });
  if (outcome.decisions.length === 0) return reschedule(store(), item, later !== null && later > now ? later : null);
  await carryThrough(store(), outcome, { now, mentorId, claim: null, ...options });
}

const addressesOf = (what: Due): { addresses?: readonly string[] } =>
  what.kind === 'question' ? { addresses: [what.question.address] } : {};

/** A letter nobody posted is posted; one that was handed to SES and never heard of goes again to a mentor, never to an outsider. */
async function letterDue(item: Item, now: string): Promise<void> {
  const tag = item.pk.slice('L#'.length);
  const found = await letterByTag(store(), tag);
  if (found === null) return;
  const { letter } = found;
  if (item.state === 'waiting') return tellNotSent(store(), [await postOne(store(), tag, now)], now);
  if (item.state !== 'handed') return reschedule(store(), item, null);
  count('LettersUnknown');
  if (letter.audience === 'mentor') return tellNotSent(store(), [await postAgain(store(), tag, now)], now);
  const mentor = letter.mentorId === null ? null : await mentorById(store(), letter.mentorId);
  const outcome: Outcome =
    mentor === null
      ? { decisions: [], reason: 'fate unknown' }
      : decideDue(
          { kind: 'letter', letter },
          await lookUpFor(store(), mentor, { introduction: null, question: null }, {}, now),
        );
  const decisions = outcome.decisions.length > 0 ? outcome.decisions : [{ place: 'fate', changes: [], letters: [] }];
  await carryThrough(
    store(),
    { ...outcome, decisions },
    { now, mentorId: letter.mentorId ?? '', claim: null, also: [settledWrite(store(), tag, 'unknown')] },
  );
}
