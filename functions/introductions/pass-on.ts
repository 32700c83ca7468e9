// A reply that reached the service alone, handed on to the other side.

import { leftOutLine, passedOnLetter } from '../letters/line.ts';
import { isRefused } from '../mail/pass-on.ts';
import type { Followed } from './effects.ts';
import type { Known, Received } from './known.ts';
import type { Introduction, Side } from './life.ts';
import { otherSide } from './life.ts';

/** SES's v1 API takes 10 MB; the encodings stay as they came, only the header is ours. */
export const largestPassedOn = 10_000_000;

/** The mail to the other side as it was written; what is too large, or of a kind that no mail takes, stays behind, and the writer hears which. */
export function passedOn(
  { id, mail, mailKey, from }: Pick<Received, 'id' | 'mail' | 'mailKey' | 'from'>,
  known: Known,
  introduction: Introduction,
  side: Side,
  name: string,
): Followed {
  const reader = introduction[otherSide(side)];
  const withoutAttachments = mail.size > largestPassedOn;
  const letter = passedOnLetter({
    id: `${id}/pass-on`,
    mentorId: introduction.mentorId,
    localPart: introduction.localPart,
    number: introduction.number,
    domain: known.domain,
    writer: { name, address: from ?? introduction[side].address },
    reader: { name: reader.name, address: reader.address },
    readerIsMentor: reader.isMentor,
    mailKey,
    subject: mail.subject,
    withoutAttachments,
  });
  const names = mail.attachments.map((attachment) => attachment.name);
  const refused = names.filter(isRefused);
  if (!withoutAttachments && refused.length === 0) return { changes: [], letters: [letter] };
  const line = leftOutLine(
    {
      id: `${id}/left-out`,
      mentorId: introduction.mentorId,
      to: letter.replyTo[0] ?? introduction[side],
      answers: { subject: mail.subject, messageId: mail.messageId },
      introduction: introduction.number,
    },
    reader.name,
    withoutAttachments ? { why: 'too large', names } : { why: 'refused', names: refused },
  );
  return { changes: [], letters: [letter, line] };
}
