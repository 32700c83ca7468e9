// A stored mail is worked on again: its notification is made anew from what SES wrote on top of it, and put on the queue.
// What the mail brought about before is known by its marks and is not done twice.

import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { conversation } from '../../functions/mail/conversation.ts';
import type { Envelope, Mail } from '../../functions/mail/mail.ts';
import { readMail } from '../../functions/mail/read.ts';
import { dmarcVerdictIn } from '../../functions/mail/sender.ts';
import { receivedId } from '../../functions/mail/token.ts';
import { reopenClaim } from '../../functions/store/claim.ts';
import { conversationOf } from '../../functions/store/conversations.ts';
import { original } from '../../functions/store/originals.ts';
import type { Store } from '../../functions/store/store.ts';
import { type CommandLine, Refusal, runCommand } from './command-line.ts';

const help = `
npm run replay -- KEY [--to ADDRESS] [--again]

Works on a stored mail again, as if it arrived now. Mails are kept for 30 days under inbound/ in the bucket; the logs name their SES ids,
which KEY may be as well. What the mail brought about before is not done twice.

  --to ADDRESS   the address of ours that it came to, where the mail itself does not tell (a blind copy)
  --again        also where the mail counts as done: what was not understood or failed then is tried anew`;

const inboundPrefix = 'inbound/';

/** A stored mail and what SES noted on top of it. */
interface Stored {
  readonly mailKey: string;
  readonly mail: Mail;
  readonly envelope: Envelope;
}

/** Throws `Refusal` where there is no such mail, or nobody of ours whom it came to. */
export async function storedMail(store: Store, key: string, to: string | null): Promise<Stored> {
  const mailKey = key.startsWith(inboundPrefix) ? key : inboundPrefix + key;
  const mail = await readMail(await rawMail(store, mailKey));
  const rcptTo = to === null ? recipientsIn(mail, store.domain) : [to.toLowerCase()];
  if (rcptTo.length === 0)
    throw new Refusal('The mail does not tell which address of ours it came to: say --to ADDRESS.');
  return { mailKey, mail, envelope: { mailFrom: mailFromIn(mail), rcptTo } };
}

async function rawMail(store: Store, mailKey: string): ReturnType<typeof original> {
  try {
    return await original(store, mailKey);
  } catch (error) {
    if ((error as Error).name === 'NoSuchKey')
      throw new Refusal(`There is no mail ${mailKey}: it has expired, or its sender was forgotten.`);
    throw error;
  }
}

/** SES names one recipient in its own Received; the others of the envelope are those in To and Cc. */
function recipientsIn(mail: Mail, domain: string): string[] {
  const received = /\bfor <?([^\s<>;]+@[^\s<>;]+)>?\s*;/i
    .exec(mail.headers.get('received')?.[0] ?? '')?.[1]
    ?.toLowerCase();
  const named = [
    ...(received === undefined ? [] : [received]),
    ...[...mail.to, ...mail.cc].map(({ address }) => address),
  ];
  return [...new Set(named)].filter((address) => address.endsWith(`@${domain}`));
}

function mailFromIn(mail: Mail): string | null {
  const address = (mail.headers.get('return-path')?.[0] ?? '').replace(/[<>\s]/g, '').toLowerCase();
  return address === '' ? null : address;
}

/** As the topic of the receipt rule hands it to the queue; `now` is the instant that everything is decided for. */
export function notificationFor({ mailKey, mail, envelope }: Stored, now: string): string {
  const first = (header: string): string => (mail.headers.get(header)?.[0] ?? '').trim().toUpperCase();
  const notification = {
    notificationType: 'Received',
    mail: {
      timestamp: now,
      source: envelope.mailFrom ?? '',
      messageId: mailKey.slice(inboundPrefix.length),
      destination: envelope.rcptTo,
    },
    receipt: {
      timestamp: now,
      recipients: envelope.rcptTo,
      spamVerdict: { status: first('x-ses-spam-verdict') },
      virusVerdict: { status: first('x-ses-virus-verdict') },
      dmarcVerdict: { status: dmarcVerdictIn(mail) },
      action: { type: 'S3', objectKey: mailKey },
    },
  };
  return JSON.stringify({ Type: 'Notification', Message: JSON.stringify(notification) });
}

/** Opens every claim under which this mail may have been worked on; how many were done with. */
async function reopen(store: Store, { mail, envelope }: Stored): Promise<number> {
  const { localParts, messageIds } = conversation(mail, envelope, store.domain);
  const about = await conversationOf(store, localParts, messageIds);
  const named =
    about === null ? [] : [about.kind === 'introduction' ? about.introduction.localPart : about.question.localPart];
  const addresses = new Set(['intro', ...named, ...localParts].map((localPart) => `${localPart}@${store.domain}`));
  const reopened = await Promise.all([...addresses].map((address) => reopenClaim(store, receivedId(mail, address))));
  return reopened.filter(Boolean).length;
}

async function replay({ words: [key], flag, option, installation, print }: CommandLine): Promise<void> {
  if (key === undefined) throw new Refusal('Say which mail: its key in the bucket, or its SES id.');
  const { store } = installation;
  const stored = await storedMail(store, key, option('to'));
  if (flag('again'))
    print(
      (await reopen(store, stored)) > 0
        ? 'The mail counted as done; it is opened again.'
        : 'The mail did not count as done.',
    );
  const body = notificationFor(stored, new Date().toISOString());
  await store.sqs.send(
    new SendMessageCommand({ QueueUrl: installation.named('INBOUND_QUEUE_URL'), MessageBody: body }),
  );
  print(`${stored.mailKey} is on the queue again.`);
}

if (import.meta.main)
  await runCommand({ help, options: { to: { type: 'string' }, again: { type: 'boolean' } }, run: replay });
