// A protégé asks to meet somebody (PRODUCT.md section 3). The mentor is asked; the protégé hears that it was passed on, the same words
// whatever the book holds. Anything else a protégé writes to the service is a stranger's mail.

import type { Mention, Request, Understanding } from '../language/requests.ts';
import { passedToMentorLine } from '../letters/line.ts';
import { protegeAsksLetter } from '../letters/report.ts';
import type { Person } from '../people/person.ts';
import { frameOf, questionToMentor } from './happen.ts';
import type { Known, Outcome, Received } from './known.ts';
import { mentionOf } from './list-answer.ts';
import { outcome, silence } from './outcome.ts';
import type { QuestionPart } from './question.ts';
import { quoted } from './quoted.ts';

/** The wishes of the mail; empty: it is nothing that a protégé may ask, and `decideStranger` has the word. */
export const wishesOf = ({ requests }: Understanding): readonly Mention[] =>
  requests.flatMap(wishOf).slice(0, mostWishes);

const mostWishes = 5;

/** `could I meet Y?`, `please introduce me to Y`: one of the two is the writer. To introduce two others is no wish. */
function wishOf(request: Request): readonly Mention[] {
  switch (request.kind) {
    case 'introduce':
      return oneBesideSelf(request.to, request.cc);
    case 'ask-first':
      return oneBesideSelf(request.party, request.other);
    case 'ask-to-introduce':
      return request.wanted.self === true ? [] : [request.wanted];
    default:
      return [];
  }
}

const oneBesideSelf = (one: Mention, other: Mention): readonly Mention[] => {
  if (one.self === other.self) return [];
  return [one.self === true ? other : one];
};

/** `protege` is the writer's entry in this mentor's book; the mail is authenticated and no robot's. */
export function decideProtege(
  received: Received,
  understanding: Understanding,
  known: Known,
  protege: Person,
): Outcome {
  const { from, id, mail, proof, automated } = received;
  if (automated !== 'no') return silence('robot');
  if (from === null || proof !== 'pass') return silence('unproven protégé');
  const wishes = wishesOf(understanding);
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
      quoted(received),
    );
  const question = questionToMentor(known, key, parts, letter('').subject);
  const line = passedToMentorLine(
    {
      id: `${id}/protege/line`,
      mentorId: known.mentor.id,
      to: { name: protege.name, address: from },
      answers: { subject: mail.subject, messageId: mail.messageId },
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
  mentors: readonly ProtegeOf[],
): ProtegeOf | null {
  const text = `${received.mail.subject}\n${received.visible}`.toLowerCase();
  const names = ({ mentorName, mentorAddresses }: ProtegeOf): boolean =>
    [mentorName, ...mentorAddresses].some((name) => name !== '' && text.includes(name.toLowerCase()));
  const latest = [...mentors].sort(
    (a, b) =>
      (b.lastIntroducedAt ?? '').localeCompare(a.lastIntroducedAt ?? '') || a.mentorId.localeCompare(b.mentorId),
  );
  return latest.find(({ answered }) => answered) ?? latest.find(names) ?? latest[0] ?? null;
}
