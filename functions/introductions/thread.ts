// The thread that an answer joins: mail programs put it where the mentor's mail is by subject and References (MAIL-RULES H5).

import type { Thread } from '../letters/introduction.ts';
import { subjectWithoutPrefix } from '../mail/conversation.ts';
import type { Received } from './known.ts';

const keptReferences = 20;

/** In-Reply-To and References of an answer to the mail. */
export function threadOf({ mail }: Pick<Received, 'mail'>): Thread {
  const { messageId, references } = mail;
  if (messageId === null) return { inReplyTo: null, references: [] };
  // `Mail.references` has the newest first; a References header has it last.
  return { inReplyTo: messageId, references: [...references].reverse().concat(messageId).slice(-keptReferences) };
}

const quotedSubjectLength = 60;

/**
 * `Re: …` once, however many prefixes the mail has collected (subjectWithoutPrefix). A mail without a subject is answered by how it begins,
 * so that the mentor's list of mails says what each answer is about; '' where it has no words either.
 */
export function answerSubject({ mail }: Pick<Received, 'mail'>): string {
  const subject = subjectWithoutPrefix(mail.subject).trim() || beginning(mail.text);
  return subject === '' ? '' : `Re: ${subject}`;
}

function beginning(text: string): string {
  const line =
    text
      .split('\n')
      .find((each) => each.trim() !== '' && !each.startsWith('>'))
      ?.trim() ?? '';
  return line.length <= quotedSubjectLength ? line : `${line.slice(0, quotedSubjectLength).replace(/\s+\S*$/u, '')} …`;
}
