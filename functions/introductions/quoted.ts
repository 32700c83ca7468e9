// A mail that came, as letters speak of it and questions keep it.

import type { Addressee } from '../letters/letter.ts';
import type { Quoted } from '../letters/report.ts';
import type { Known, Received } from './known.ts';
import type { MailRef } from './question.ts';

/** Who wrote, as they call themselves; many programs on telephones give an address alone. */
export const writerMailbox = ({ from, mail }: Received): Addressee => ({
  name: mail.from[0]?.name ?? '',
  address: from ?? '',
});

/** The same for the mentor's eyes: whoever gives no name is called as in the book, else by the address. */
const calledMailbox = (received: Received, { people }: Pick<Known, 'people'>): Addressee => {
  const { name, address } = writerMailbox(received);
  const entry = people.find(({ addresses }) => addresses.includes(address));
  return { name: name.trim() || entry?.name || address, address };
};

/** The mail as a report shows it. */
export const quoted = (received: Received, known: Pick<Known, 'people'>): Quoted => ({
  from: calledMailbox(received, known),
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
