// The thread that an answer joins: mail programs put it where the mentor's mail is by subject and References (MAIL-RULES H5).

import type { Thread } from '../letters/introduction.ts';
import type { Received } from './known.ts';

const keptReferences = 20;

/** In-Reply-To and References of an answer to the mail. */
export function threadOf({ mail }: Pick<Received, 'mail'>): Thread {
  const { messageId, references } = mail;
  if (messageId === null) return { inReplyTo: null, references: [] };
  // `Mail.references` has the newest first; a References header has it last.
  return { inReplyTo: messageId, references: [...references].reverse().concat(messageId).slice(-keptReferences) };
}

/** `Re: …` once, however many prefixes the mail has collected; '' where it has no subject. */
export function answerSubject({ mail }: Pick<Received, 'mail'>): string {
  const bare = mail.subject.replace(/^(?:\s*(?:re|aw|sv|antw|odp|vs|ref|rif|fwd?|wg)\s*(?:\[\d+\])?:)+/i, '').trim();
  return bare === '' ? '' : `Re: ${bare}`;
}
