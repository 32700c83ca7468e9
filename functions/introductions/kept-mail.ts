// Mails that were kept for the mentor's word: passed on as they stand, with the writer's own address.

import * as say from '../letters/answer.ts';
import { passedOnLetter } from '../letters/line.ts';
import type { Brought, Desk } from './brought.ts';
import { bringing, keyOf, saying } from './brought.ts';
import { takesNoMore } from './hindrance.ts';
import type { Introduction, Side } from './life.ts';
import { otherSide } from './life.ts';
import type { MailRef } from './question.ts';

/** `side` wrote it: it goes to the other, unless they have opted out. */
export function passOnKept(
  desk: Desk,
  introduction: Introduction,
  { side, mail }: { readonly side: Side; readonly mail: MailRef },
): Brought {
  const { known } = desk;
  const reader = introduction[otherSide(side)];
  if (takesNoMore(known, reader)) return saying(say.optedOut(reader.name, reader.address));
  const letter = passedOnLetter({
    id: keyOf(desk, `pass-on/${side}/${mail.mailKey}`),
    mentorId: introduction.mentorId,
    localPart: introduction.localPart,
    number: introduction.number,
    domain: known.domain,
    // Whoever is not known to be the party does not write under the party's name.
    writer: {
      name: introduction[side].addresses.includes(mail.from) ? introduction[side].name : mail.from,
      address: mail.from,
    },
    reader: { name: reader.name, address: reader.address },
    readerIsMentor: reader.isMentor,
    mailKey: mail.mailKey,
    subject: mail.subject,
    withoutAttachments: false,
  });
  return bringing({ letters: [letter], says: [say.passedOn(reader.name)] });
}
