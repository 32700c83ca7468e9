// Whoever is neither a mentor nor a party nor a protégé: one polite line at most once in 30 days, and silence for everything that might
// be a robot, a forgery, or meant for somebody else.

import { strangerLine } from '../letters/line.ts';
import type { Known, Outcome, Received } from './known.ts';
import { daysLater } from './life.ts';
import { silence } from './outcome.ts';
import { writerMailbox } from './quoted.ts';

export const strangerLineEveryDays = 30;

/** `lastStrangerLineAt`: when this address last got the line; null: never. `optedOut` need only hold the writer's address. */
export function decideStranger(
  received: Received,
  { now, domain, optedOut }: Pick<Known, 'now' | 'domain' | 'optedOut'>,
  lastStrangerLineAt: string | null,
): Outcome {
  const { from, id, mail, proof, automated } = received;
  if (automated !== 'no' || received.answerable === false) return silence('robot');
  if (from === null || proof !== 'pass') return silence('unproven stranger');
  if (from.endsWith(`@${domain}`) || optedOut.has(from)) return silence('no line for this address');
  if (!isToUsAlone(received, domain)) return silence('not to us alone');
  if (
    lastStrangerLineAt !== null &&
    Date.parse(now) < Date.parse(daysLater(lastStrangerLineAt, strangerLineEveryDays))
  ) {
    return silence('stranger, told lately');
  }
  const letter = strangerLine({
    id: `${id}/stranger`,
    mentorId: null,
    to: writerMailbox(received),
    answers: { subject: mail.subject, messageId: mail.messageId },
  });
  return { decisions: [{ place: 'stranger', changes: [], letters: [letter] }], reason: 'stranger' };
}

/** A copy in Bcc or beside others is not for us to answer. */
const isToUsAlone = ({ mail, otherRecipients }: Received, domain: string): boolean =>
  otherRecipients.length === 0 && [...mail.to, ...mail.cc].some(({ address }) => address.endsWith(`@${domain}`));
