// Mails that say they are a mentor's and carry no proof (PRODUCT.md section 6): nothing is done, and the mentor's own mailbox gets one
// line for each, five letters a day at most, the rest listed in the next. An answer to that line confirms exactly the mails it names.

import { unprovenLetter } from '../letters/report.ts';
import { frameOf, questionToMentor } from './happen.ts';
import type { Known, Outcome, Received } from './known.ts';
import { outcome, silence } from './outcome.ts';
import type { MailRef } from './question.ts';
import { mailRefOf } from './quoted.ts';

export const unprovenLettersADay = 5;
const firstWordsLength = 80;

export interface UnprovenMail extends MailRef {
  /** How the visible text begins, on one line. */
  readonly firstWords: string;
}

/** What has come today, kept with the mentor: letters sent, and mails that no letter has named yet. */
export interface UnprovenToday {
  readonly letters: number;
  readonly waiting: readonly UnprovenMail[];
}

/** With the decision, what is to be kept for the next such mail. Where DMARC fails, or a robot wrote, nothing is kept and nobody told. */
export function decideUnproven(
  received: Received,
  known: Known,
  today: UnprovenToday,
): { readonly outcome: Outcome; readonly today: UnprovenToday } {
  if (received.proof !== 'none' || received.automated === 'yes') {
    return { outcome: silence(received.proof === 'fail' ? 'forged' : 'robot'), today };
  }
  const mails = [...today.waiting, { ...mailRefOf(received), firstWords: firstWordsOf(received) }];
  if (today.letters >= unprovenLettersADay) {
    return { outcome: silence('unproven, listed later'), today: { ...today, waiting: mails } };
  }
  const key = `${received.id}/unproven`;
  const letter = (localPart: string) => unprovenLetter(frameOf(known, key, localPart), mails);
  const refs = mails.map(({ mailKey, from, subject, messageId }): MailRef => ({ mailKey, from, subject, messageId }));
  const question = questionToMentor(known, key, [{ kind: 'confirm-mails', mails: refs }], letter('').subject);
  return {
    outcome: outcome('unproven', { changes: [{ kind: 'ask', question }], letters: [letter(question.localPart)] }),
    today: { letters: today.letters + 1, waiting: [] },
  };
}

function firstWordsOf({ visible }: Received): string {
  const line = visible.replace(/\s+/g, ' ').trim();
  return line.length <= firstWordsLength ? line : `${line.slice(0, firstWordsLength).replace(/\s\S*$/u, '')} …`;
}
