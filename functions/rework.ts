// Mails that came without proof and that their writer has confirmed: each is worked on as the mail that it was, and as proven.

import type { Job } from './introductions/known.ts';
import { confirmedTooLateLetter } from './letters/jobs.ts';
import type { Mail } from './mail/mail.ts';
import { readMail } from './mail/read.ts';
import { mentorById } from './store/accounts.ts';
import { done, type Piece } from './store/jobs.ts';
import type { Arrival } from './store/notifications.ts';
import { mailIfKept } from './store/originals.ts';
import type { Store } from './store/store.ts';
import { routesOf, workOn } from './work-on-mail.ts';

export interface ReworkCursor {
  /** Place of the mail that comes next. */
  readonly next: number;
  /** How many were no longer kept. */
  readonly gone: number;
}

/** One mail. That it was done is known by its claim; what it says is decided for now, when it was confirmed. */
export async function reworkPiece(
  store: Store,
  job: Extract<Job, { kind: 'rework' }>,
  cursor: ReworkCursor | null,
  now: string,
): Promise<Piece> {
  const { next, gone } = cursor ?? { next: 0, gone: 0 };
  const mailKey = job.mailKeys[next];
  if (mailKey === undefined) {
    const mentor = gone === 0 ? null : await mentorById(store, job.mentorId);
    return mentor === null
      ? done
      : { kind: 'done', letters: [confirmedTooLateLetter(`${job.id}/too-late`, mentor, gone)] };
  }
  const raw = await mailIfKept(store, mailKey);
  if (raw === null) return { kind: 'more', cursor: { next: next + 1, gone: gone + 1 } };
  const mail = await readMail(raw);
  const arrival = arrivalAgain(mail, mailKey, store.domain, now);
  for (const route of routesOf(arrival, store.domain)) await workOn(store, arrival, mail, route, { confirmed: true });
  return { kind: 'more', cursor: { next: next + 1, gone } };
}

/** The envelope is no longer known: whoever of ours the header names was written to, or else, in a blind copy, the service. */
function arrivalAgain(mail: Mail, mailKey: string, domain: string, now: string): Arrival {
  const ours = [...mail.to, ...mail.cc]
    .map(({ address }) => address)
    .filter((address) => address.endsWith(`@${domain}`));
  const envelope = { mailFrom: mail.from[0]?.address ?? null, rcptTo: ours };
  const isKnown = routesOf({ envelope }, domain).length > 0;
  return {
    sesMessageId: mailKey.slice(mailKey.indexOf('/') + 1),
    now,
    mailKey,
    envelope: isKnown ? envelope : { ...envelope, rcptTo: [`intro@${domain}`] },
    dmarc: 'NONE',
    dmarcPolicy: null,
    spam: false,
    virus: false,
  };
}
