// A protégé asks to meet somebody (PRODUCT.md section 3). The mentor is asked; the protégé hears that it was passed on, the same words
// whatever the book holds. Anything else a protégé writes to the service is a stranger's mail.

import type { Mention, Request, Understanding } from '../language/requests.ts';
import { passedToMentorLine } from '../letters/line.ts';
import { protegeAsksLetter } from '../letters/report.ts';
import { fold, greetingName } from '../people/names.ts';
import type { Person } from '../people/person.ts';
import { frameOf, questionToMentor } from './happen.ts';
import type { Known, Outcome, Received } from './known.ts';
import { mentionOf } from './list-answer.ts';
import { outcome, silence } from './outcome.ts';
import type { QuestionPart } from './question.ts';
import { quoted } from './quoted.ts';
import { answerSubject } from './thread.ts';
import { wishesOf } from './wish.ts';

/**
 * `protege` is the writer's entry in this mentor's book. The reason `no wish` means that it is nothing a protégé may ask: then
 * `decideStranger` has the word.
 */
export function decideProtege(
  received: Received,
  understanding: Understanding,
  known: Known,
  protege: Person,
): Outcome {
  const { from, id, mail, proof, automated } = received;
  if (automated !== 'no') return silence('robot');
  if (from === null || proof !== 'pass') return silence('unproven protégé');
  if (understanding.smallTalk) return silence('small talk');
  const wishes = wishesOf(understanding, { subject: mail.subject, text: received.visible }, known.mentor.name);
  if (wishes.length === 0) return silence('no wish');
  const parts = wishes.map(
    (wanted): QuestionPart => ({
      kind: 'protege',
      personId: protege.id,
      pending: { request: requestFor(protege, wanted), chosen: { cc: protege.id }, confirmed: [] },
    }),
  );
  const key = `${id}/protege`;
  const letter = (localPart: string) =>
    protegeAsksLetter(
      frameOf(known, key, localPart),
      { name: protege.name, address: from },
      wishes.map(({ words }) => words),
      quoted(received, known),
    );
  const question = questionToMentor(known, key, parts, letter('').subject);
  const line = passedToMentorLine(
    {
      id: `${id}/protege/line`,
      mentorId: known.mentor.id,
      to: { name: protege.name, address: from },
      answers: { subject: answerSubject(received), messageId: mail.messageId },
    },
    known.mentor.name,
  );
  return outcome('protégé asks', {
    changes: [{ kind: 'ask', question }],
    letters: [letter(question.localPart), ...(known.optedOut.has(from) || received.answerable === false ? [] : [line])],
  });
}

/** To the wanted person with the protégé in copy; the note is the mentor's to write. */
const requestFor = (protege: Person, wanted: Mention): Extract<Request, { kind: 'introduce' }> => ({
  kind: 'introduce',
  sentence: `introduce ${protege.name} to ${wanted.words}`,
  to: wanted,
  cc: mentionOf(protege),
  directed: true,
  manner: { kind: 'now' },
  note: { reason: null, paragraphs: [] },
});

/** A mentor in whose book the writer is a protégé. */
export interface ProtegeOf {
  readonly mentorId: string;
  readonly mentorName: string;
  readonly mentorAddresses: readonly string[];
  /** The mail answers a letter of this mentor's. */
  readonly answered: boolean;
  /** When this mentor last introduced the writer to somebody; null: never. */
  readonly lastIntroducedAt: string | null;
}

/** The one whom the mail answers or names, else the one who last introduced the writer; never two. Null where there is none. */
export function mentorAsked(
  received: Pick<Received, 'mail' | 'visible'>,
  opensWith: string | null,
  mentors: readonly ProtegeOf[],
): ProtegeOf | null {
  const text = `${received.mail.subject}\n${received.visible}`.toLowerCase();
  const names = ({ mentorName, mentorAddresses }: ProtegeOf): boolean =>
    [mentorName, ...mentorAddresses].some((name) => name !== '' && text.includes(name.toLowerCase()));
  const greeted = ({ mentorName }: ProtegeOf): boolean =>
    opensWith !== null && fold(greetingName(mentorName)) === fold(opensWith);
  const latest = [...mentors].sort(
    (a, b) =>
      (b.lastIntroducedAt ?? '').localeCompare(a.lastIntroducedAt ?? '') || a.mentorId.localeCompare(b.mentorId),
  );
  return latest.find(({ answered }) => answered) ?? latest.find(names) ?? latest.find(greeted) ?? latest[0] ?? null;
}
