// What AWS hands to the triggers, read into our words: SES's notification of a received mail and its events about letters,
// both wrapped by SNS and carried by SQS. Fields that SES does not always send are optional here (PLATFORM.md section 4).

import { z } from 'zod';
import type { Envelope } from '../mail/mail.ts';

const wrapped = z.object({ Type: z.string(), Message: z.string() });

const verdict = z.object({ status: z.string() }).optional();

const receivedNotification = z.object({
  notificationType: z.literal('Received'),
  mail: z.object({ messageId: z.string(), source: z.string().optional(), timestamp: z.string() }),
  receipt: z.object({
    timestamp: z.string(),
    recipients: z.array(z.string()),
    spamVerdict: verdict,
    virusVerdict: verdict,
    dmarcVerdict: verdict,
    dmarcPolicy: z.union([z.string(), z.object({ status: z.string() })]).optional(),
    action: z.object({ type: z.literal('S3'), objectKey: z.string() }),
  }),
});

/** A received mail before it is read: where it lies, when it came, its envelope, and what SES thinks of it. */
export interface Arrival {
  readonly sesMessageId: string;
  /** The instant everything about this mail is decided for (ISO, UTC). */
  readonly now: string;
  readonly mailKey: string;
  readonly envelope: Envelope;
  readonly dmarc: string;
  readonly dmarcPolicy: string | null;
  readonly spam: boolean;
  readonly virus: boolean;
}

/** Null for a notification that is about no received mail (SES tests its topic with one). Throws on what is no notification at all. */
export function arrivalIn(body: string): Arrival | null {
  const message: unknown = messageIn(body);
  const parsed = receivedNotification.safeParse(message);
  if (!parsed.success) {
    if ((message as { notificationType?: unknown })?.notificationType !== 'Received') return null;
    throw new Error(`received notification: ${z.prettifyError(parsed.error)}`);
  }
  const { mail, receipt } = parsed.data;
  const source = (mail.source ?? '').trim().toLowerCase();
  return {
    sesMessageId: mail.messageId,
    now: new Date(receipt.timestamp).toISOString(),
    mailKey: receipt.action.objectKey,
    envelope: {
      mailFrom: source === '' || source === '<>' ? null : source,
      rcptTo: receipt.recipients.map((address) => address.trim().toLowerCase()),
    },
    dmarc: receipt.dmarcVerdict?.status ?? 'NONE',
    dmarcPolicy: typeof receipt.dmarcPolicy === 'object' ? receipt.dmarcPolicy.status : (receipt.dmarcPolicy ?? null),
    spam: receipt.spamVerdict?.status === 'FAIL',
    virus: receipt.virusVerdict?.status === 'FAIL',
  };
}

const letterEvent = z.object({
  eventType: z.string(),
  mail: z.object({
    messageId: z.string(),
    timestamp: z.string(),
    tags: z.record(z.string(), z.array(z.string())).optional(),
  }),
  bounce: z
    .object({
      bounceType: z.string(),
      bounceSubType: z.string().optional(),
      timestamp: z.string(),
      bouncedRecipients: z.array(
        z.object({ emailAddress: z.string(), status: z.string().optional(), diagnosticCode: z.string().optional() }),
      ),
    })
    .optional(),
  complaint: z
    .object({ timestamp: z.string(), complainedRecipients: z.array(z.object({ emailAddress: z.string() })) })
    .optional(),
  reject: z.object({ reason: z.string().optional() }).optional(),
  send: z.object({}).optional(),
});

/** What became of a letter. `tag` is the letter's own, null where the event carries none (a letter not ours). */
export type LetterEvent = {
  readonly tag: string | null;
  readonly sesMessageId: string;
  readonly at: string;
} & (
  | { readonly kind: 'sent' }
  | {
      readonly kind: 'bounced';
      readonly hard: boolean;
      readonly recipients: readonly { address: string; status: string | null; diagnostic: string }[];
    }
  | { readonly kind: 'complaint'; readonly addresses: readonly string[] }
  | { readonly kind: 'rejected'; readonly why: string }
  | { readonly kind: 'other'; readonly name: string }
);

export function letterEventIn(body: string): LetterEvent | null {
  const parsed = letterEvent.safeParse(messageIn(body));
  if (!parsed.success) return null;
  const { eventType, mail, bounce, complaint, reject } = parsed.data;
  const about = { tag: mail.tags?.letter?.[0] ?? null, sesMessageId: mail.messageId };
  const at = (timestamp: string): string => new Date(timestamp).toISOString();
  if (eventType === 'Send') return { ...about, at: at(mail.timestamp), kind: 'sent' };
  if (eventType === 'Bounce' && bounce !== undefined) {
    return {
      ...about,
      at: at(bounce.timestamp),
      kind: 'bounced',
      // `Undetermined` says that SES could not read the report: patience, as with `Transient`.
      hard: bounce.bounceType === 'Permanent',
      recipients: bounce.bouncedRecipients.map((one) => ({
        address: bareAddress(one.emailAddress),
        status: one.status ?? null,
        diagnostic: one.diagnosticCode ?? '',
      })),
    };
  }
  if (eventType === 'Complaint' && complaint !== undefined) {
    return {
      ...about,
      at: at(complaint.timestamp),
      kind: 'complaint',
      addresses: complaint.complainedRecipients.map((one) => bareAddress(one.emailAddress)),
    };
  }
  if (eventType === 'Reject')
    return { ...about, at: at(mail.timestamp), kind: 'rejected', why: reject?.reason ?? 'rejected by SES' };
  return { ...about, at: at(mail.timestamp), kind: 'other', name: eventType };
}

/** `Name <a@b>` or `a@b` → `a@b`, lower-case. */
const bareAddress = (written: string): string => (/<([^<>]+)>\s*$/.exec(written)?.[1] ?? written).trim().toLowerCase();

function messageIn(body: string): unknown {
  const outer: unknown = JSON.parse(body);
  const sns = wrapped.safeParse(outer);
  return sns.success ? JSON.parse(sns.data.Message) : outer;
}

const dueMessage = z.object({ pk: z.string(), sk: z.string(), time: z.string() });

/** A due entry as the clock put it on the queue. */
export const dueIn = (body: string): { pk: string; sk: string; time: string } => dueMessage.parse(JSON.parse(body));
