// Asking somebody of the book something outside an introduction: one question, one letter to that person alone.

import * as say from '../letters/answer.ts';
import type { AskingFacts } from '../letters/asking.ts';
import type { Letter } from '../letters/letter.ts';
import { token } from '../mail/token.ts';
import { spokenName } from '../people/names.ts';
import type { Person } from '../people/person.ts';
import { salutation } from '../people/salutation.ts';
import { isPaused } from './balance.ts';
import type { Brought, Desk } from './brought.ts';
import { bringing, keyOf, saying } from './brought.ts';
import { daysLater } from './life.ts';
import type { Question, QuestionPart } from './question.ts';
import { questionOpenDays } from './question.ts';

export interface Asked {
  readonly person: Person;
  readonly address: string;
}

/**
 * The question and its letter, and a line to the mentor. Nobody is asked who has opted out, who is never to be written to, while
 * the mentor is paused, or who has the same question open.
 */
export function askedOfParty(
  desk: Desk,
  asked: Asked,
  part: Extract<QuestionPart, { personId: string }>,
  letterFor: (facts: AskingFacts) => Letter,
): Brought {
  const { known } = desk;
  const { person } = asked;
  const stopped = reasonNotToWrite(desk, asked);
  if (stopped !== null) return stopped;
  const isOpen = known.questions.some(
    ({ asked, parts }) => asked === 'party' && parts.some((open) => sameQuestion(open, part)),
  );
  if (isOpen) return saying(say.askedAlready(person.name));
  const localPart = `q-${token(known.mentor.secret, keyOf(desk, `ask/${part.kind}`))}`;
  const letter = letterFor(askingFacts(desk, asked, localPart, part.kind));
  const question: Question = {
    id: localPart,
    mentorId: known.mentor.id,
    localPart,
    asked: 'party',
    address: asked.address,
    askedAt: known.now,
    expiresAt: daysLater(known.now, questionOpenDays),
    subject: letter.subject,
    parts: [part],
    waits: true,
    version: 0,
  };
  return bringing({
    changes: [{ kind: 'ask', question }],
    letters: [letter],
    says: [part.kind === 'go-over' ? say.listSent(person.name) : say.asked(person.name, letter.subject)],
  });
}

const sameQuestion = (open: QuestionPart, part: Extract<QuestionPart, { personId: string }>): boolean =>
  open.kind === part.kind &&
  'personId' in open &&
  open.personId === part.personId &&
  (open.kind !== 'reverse' || part.kind !== 'reverse' || open.wanted === part.wanted);

/** Why a letter to this person alone must not go out, or null. */
export function reasonNotToWrite({ known }: Desk, { person, address }: Asked): Brought | null {
  if (person.consent === 'never') return saying(say.never(person.name));
  if (known.optedOut.has(address)) return saying(say.optedOut(person.name, address));
  return isPaused(known.mentor, known.now) ? saying(say.pausedNow()) : null;
}

/** What a letter to one person of the book is made of. */
export const askingFacts = (
  desk: Desk,
  { person, address }: Asked,
  localPart: string,
  purpose: string,
): AskingFacts => ({
  id: keyOf(desk, `letter/${purpose}`),
  mentorId: desk.known.mentor.id,
  mentorName: desk.known.mentor.name,
  mentorAddress: desk.known.mentor.addresses[0] ?? '',
  signature: desk.known.mentor.signature,
  domain: desk.known.domain,
  localPart,
  to: { name: spokenName(person.name), address, firstName: salutation(person) },
});
