// A mail that came, as letters speak of it and questions keep it.

import type { Addressee } from '../letters/letter.ts';
import type { Quoted } from '../letters/report.ts';
import type { Received } from './known.ts';
import type { MailRef } from './question.ts';

/** Who wrote, as they call themselves. */
export const writerMailbox = ({ from, mail }: Received): Addressee => ({
  name: mail.from[0]?.name ?? '',
  address: from ?? '',
});

/** The mail as a report shows it. */
export const quoted = (received: Received): Quoted => ({
  from: writerMailbox(received),
  subject: received.mail.subject,
  words: received.visible.trim() || `(no words; ${received.mail.attachments.length} attached)`,
});

/** Where the stored original is, for passing it on or working on it later. */
export const mailRefOf = ({ mailKey, from, mail }: Received): MailRef => ({
  mailKey,
  from: from ?? '',
  subject: mail.subject,
  messageId: mail.messageId,
});
