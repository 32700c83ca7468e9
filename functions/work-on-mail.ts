// One mail on its way through the house:
//
//   receive → read → understand → look up → decide → commit → post
//
// Received and read by whoever calls (a notification, or a mail that its writer has confirmed); the rest stands here.

import { randomUUID } from 'node:crypto';
import { untilNotOvertaken } from './batch.ts';
import { decideByHat } from './hats.ts';
import type { Received } from './introductions/known.ts';
import { understand } from './language/understand.ts';
import { automation } from './mail/automated.ts';
import { readReport } from './mail/bounce.ts';
import { conversation, isLoop } from './mail/conversation.ts';
import type { Mail } from './mail/mail.ts';
import { author, proof } from './mail/sender.ts';
import { receivedId } from './mail/token.ts';
import { visibleText } from './mail/visible-text.ts';
import { carryThrough, decideReport } from './reports.ts';
import type { Marked } from './store/carry-out.ts';
import { type Claim, claimMail, finishClaim, releaseClaim } from './store/claim.ts';
import { type Conversation, conversationOf, isToken } from './store/conversations.ts';
import type { Arrival } from './store/notifications.ts';
import { linkMail } from './store/originals.ts';
import type { Store } from './store/store.ts';
import { count, logger } from './telemetry.ts';

/** Ours going round in circles; an address of ours that is none. A report that came back with our stamp is no loop. */
export function reasonToDrop(arrival: Arrival, mail: Mail, domain: string): string | null {
  if (readReport(mail, arrival.envelope) === null && isLoop(mail, domain)) return 'loop';
  return routesOf(arrival, domain).length === 0 ? 'unknown recipient' : null;
}

/**
 * The local parts of ours that the mail is worked on for: each token by itself; else the service's own. A mail that came to a token and
 * to the service in copy is one mail about one thing.
 */
export function routesOf({ envelope }: Pick<Arrival, 'envelope'>, domain: string): string[] {
  const localParts = envelope.rcptTo
    .filter((address) => address.endsWith(`@${domain}`))
    .map((address) => address.slice(0, address.lastIndexOf('@')));
  const tokens = [...new Set(localParts.filter(isToken))];
  if (tokens.length > 0) return tokens;
  return localParts.some((localPart) => localPart === 'intro' || localPart === 'postmaster') ? ['intro'] : [];
}

/**
 * Works on the mail for one of our addresses, once however often it is called. `confirmed`: the mentor has said that this mail is theirs,
 * which makes it another piece of work than the mail as it came. `delivery` names the queue's message that brought it. Throws where it
 * has to be tried again.
 */
export async function workOn(
  store: Store,
  arrival: Arrival,
  mail: Mail,
  route: string,
  { confirmed = false, delivery }: { confirmed?: boolean; delivery?: string } = {},
): Promise<void> {
  const thread = conversation(mail, arrival.envelope, store.domain);
  const lookAt = () => conversationOf(store, [route, ...thread.localParts], thread.messageIds);
  const about = await lookAt();
  const received = receivedFrom(arrival, mail, `${localPartOf(about)}@${store.domain}`, store.domain, confirmed);
  const claimed = await claimMail(
    store,
    {
      receivedId: received.id,
      mailKey: arrival.mailKey,
      now: arrival.now,
      ...(delivery !== undefined && { delivery }),
    },
    randomUUID(),
    Date.now(),
  );
  if (claimed.kind === 'finished') return noteWorked(arrival, 'worked on before');
  if (claimed.kind === 'busy') throw new Error(`mail ${received.id} is being worked on elsewhere`);
  try {
    const marks = new Map(claimed.claim.done);
    const reason = await untilNotOvertaken(async (n) => {
      // Whoever was quicker may have changed what the mail is about.
      const now = n === 1 ? about : await lookAt();
      return decideAndSend(store, arrival, received, now, { ...claimed.claim, done: marks }, (place, line) =>
        marks.set(place, line),
      );
    });
    await finishClaim(store, claimed.claim, reason);
    noteWorked(arrival, reason);
  } catch (error) {
    await releaseClaim(store, claimed.claim);
    throw error;
  }
}

/** The last five of the seven steps. Returns the reason, in a word, for the log. */
async function decideAndSend(
  store: Store,
  arrival: Arrival,
  received: Received,
  about: Conversation | null,
  claim: Claim,
  marked: Marked,
): Promise<string> {
  const { now, envelope } = arrival;
  const seen: Received = { ...received, done: claim.done };
  const report = readReport(received.mail, envelope);
  const suspicion = arrival.virus ? 'virus' : arrival.spam ? 'spam' : null;
  const understanding = understand({
    subject: received.mail.subject,
    text: received.visible,
    writer: { name: received.mail.from[0]?.name ?? '' },
  });
  const { outcome, mentorId, also } =
    report === null
      ? await decideByHat(store, seen, understanding, { about, suspicion, now })
      : await decideReport(store, seen, report, about, now);
  const noted = also !== undefined && claim.done.size === 0 ? { also } : {};
  const { from, mailKey, id: receivedId } = received;
  if (from !== null && mentorId !== '') await linkMail(store, { from, mentorId, mailKey, receivedId }, now);
  await carryThrough(store, outcome, { now, mentorId, claim, ...noted }, marked);
  return outcome.reason;
}

/** The local part that names the conversation: two deliveries of one mail, to the token and to a copy, are one mail. */
const localPartOf = (about: Conversation | null): string => {
  if (about === null) return 'intro';
  return about.kind === 'introduction' ? about.introduction.localPart : about.question.localPart;
};

function receivedFrom(arrival: Arrival, mail: Mail, address: string, domain: string, confirmed: boolean): Received {
  const from = author(mail)?.address ?? null;
  const { automated, outOfOffice, answerable } = automation(mail, arrival.envelope);
  const others = [...mail.to, ...mail.cc].map((mailbox) => mailbox.address);
  const outside = others.filter((other) => other !== from && !other.endsWith(`@${domain}`));
  return {
    id: receivedId(mail, confirmed ? `confirmed:${address}` : address),
    mailKey: arrival.mailKey,
    mail,
    from,
    proof: confirmed ? 'pass' : proof(mail, { dmarc: arrival.dmarc, dmarcPolicy: arrival.dmarcPolicy }),
    automated,
    outOfOffice,
    answerable,
    visible: visibleText(mail).text,
    otherRecipients: [...new Set(outside)],
  };
}

export function noteWorked({ sesMessageId }: Pick<Arrival, 'sesMessageId'>, reason: string): void {
  logger.info('mail', { sesMessageId, reason });
  count('Mails');
}
