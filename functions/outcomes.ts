// SES tells what became of a letter: events of the configuration set, by SNS and SQS. A `Send` settles a letter whose answer was lost,
// a hard bounce is told to the mentor at once, a complaint is a stop. Events come doubled and in any order.

import { eachOf, untilNotOvertaken } from './batch.ts';
import { store } from './config.ts';
import type { Decided } from './hats.ts';
import { whyOf } from './mail/bounce.ts';
import { carryThrough, complained, failed, notSent } from './reports.ts';
import { type LetterEvent, letterEventIn } from './store/notifications.ts';
import { letterByTag, messageIdOf, noteSent } from './store/post.ts';
import { count, logger } from './telemetry.ts';

export const handler = eachOf(async (body) => {
  const event = letterEventIn(body);
  if (event === null || event.tag === null) return;
  const { tag } = event;
  await untilNotOvertaken(async () => {
    const { outcome, mentorId } = await decide(event, tag);
    await carryThrough(store(), outcome, { now: event.at, mentorId, claim: null });
    logger.info('letter event', { letter: tag, kind: event.kind, reason: outcome.reason });
  });
});

/** What the event means; conditions on the introduction and on ids of letters keep it from happening twice. */
async function decide(event: LetterEvent, tag: string): Promise<Decided> {
  const found = await letterByTag(store(), tag);
  if (found === null) return nothing('a letter that is no longer kept');
  const { letter, item } = found;
  switch (event.kind) {
    case 'sent':
      // Nearly always noted when SES answered: saying it again would cost a failed transaction for every letter.
      if (item.state !== 'sent') await noteSent(store(), letter, tag, await messageIdOf(store(), event.sesMessageId));
      return nothing('sent');
    case 'bounced': {
      count(event.hard ? 'HardBounces' : 'SoftBounces');
      const permanence = event.hard ? 'hard' : 'temporary';
      const failures = event.recipients.map(
        ({ address, status, diagnostic }) =>
          ({
            address,
            permanence,
            why: whyOf(status, diagnostic),
          }) as const,
      );
      return failed(store(), letter, null, failures, event.at);
    }
    case 'complaint':
      count('Complaints');
      return complained(store(), event.addresses, letter, `complaint/${tag}`, event.at);
    case 'rejected':
      return notSent(store(), letter, event.why, event.at);
    case 'other':
      return nothing(event.name);
    default:
      return event satisfies never;
  }
}

const nothing = (reason: string): Decided => ({ outcome: { decisions: [], reason }, mentorId: '' });
