// From an introduction's step to what is written and sent: the letters that go to the two people, with the mentor's copy.
// Whatever moves an introduction (a mentor's request, a party's yes, the clock) goes through `follow`, so that each letter is
// made in one way and has one id. What the mentor alone is told (`tell …`) is worded by whoever moved it.

import type { Introduced, IntroductionFacts, Thread } from '../letters/introduction.ts';
import { consentLetter, copyLetter, introductionLetter, nudgeLetter, outcomeLetter } from '../letters/introduction.ts';
import type { Letter } from '../letters/letter.ts';
import { token } from '../mail/token.ts';
import type { Person } from '../people/person.ts';
import { salutation } from '../people/salutation.ts';
import { monthOf, plateRemarks, withOneBegun } from './balance.ts';
import type { Change, Known } from './known.ts';
import { apply } from './known.ts';
import type { Effect, Introduction, Party, Step } from './life.ts';
import { daysLater } from './life.ts';
import type { Question, QuestionPart } from './question.ts';
import { questionOpenDays } from './question.ts';

export interface Followed {
  readonly changes: readonly Change[];
  readonly letters: readonly Letter[];
}

export interface Following {
  /** Sentences at the top of the mentor's copy. */
  readonly remarks?: readonly string[];
  /** The mentor's mail that is answered by the copy; absent: none. */
  readonly thread?: Thread;
}

const noThread: Thread = { inReplyTo: null, references: [] };

/**
 * The introduction as it now stands, and the letters of every effect that reaches outside. `was` is null for a new one.
 * Effects that begin with `tell` bring nothing here.
 */
export function follow(known: Known, was: Introduction | null, step: Step, following: Following = {}): Followed {
  const { introduction } = step;
  const moved: Change = { kind: 'introduction', introduction, was };
  const then = apply(known, [moved]);
  const followed = step.effects.map((effect) => followEffect(then, introduction, effect, following));
  return {
    changes: [moved, ...followed.flatMap(({ changes }) => changes)],
    letters: followed.flatMap(({ letters }) => letters),
  };
}

function followEffect(known: Known, introduction: Introduction, effect: Effect, following: Following): Followed {
  const facts = factsOf(known, introduction);
  const id = `${introduction.mentorId}/${effect.key}`;
  switch (effect.kind) {
    case 'introduce':
      return introduce(known, introduction, id, following);
    case 'resend': {
      const letter = introductionLetter(id, facts);
      return { changes: [], letters: [{ ...letter, rcptTo: [effect.address], references: introduction.messageIds }] };
    }
    case 'nudge':
      return { changes: [], letters: [nudgeLetter(id, facts, effect.side, introduction.messageIds)] };
    case 'ask': {
      const question = askParty(known, introduction, effect.key, introduction[effect.side], {
        kind: 'consent',
        introduction: introduction.number,
        side: effect.side,
      });
      const begun = introduction.agreed.length === 0 ? [oneMoreBegun(known)] : [];
      return {
        changes: [...begun, { kind: 'ask', question }],
        letters: [consentLetter(id, facts, effect.side, question.localPart)],
      };
    }
    case 'ask outcome': {
      const question = askParty(known, introduction, effect.key, introduction.cc, {
        kind: 'outcome',
        introduction: introduction.number,
      });
      return { changes: [{ kind: 'ask', question }], letters: [outcomeLetter(id, facts, question.localPart)] };
    }
    case 'tell bounced':
    case 'tell declined':
    case 'tell expired':
    case 'tell quiet':
    case 'tell talking':
      return { changes: [], letters: [] };
    default:
      return effect satisfies never;
  }
}

/** The letter to both, the mentor's copy, and the counts: of the month always, of the day where nobody was asked before. */
function introduce(known: Known, introduction: Introduction, id: string, following: Following): Followed {
  const facts = factsOf(known, introduction);
  const remarks = [...(following.remarks ?? []), ...plateRemarks(known, introduction)];
  const { mentor } = known;
  const copy = copyLetter(
    `${id}/copy`,
    facts,
    { name: mentor.name, address: mentor.addresses[0] ?? '' },
    following.thread ?? noThread,
    remarks,
  );
  return {
    changes: [
      ...(introduction.agreed.length === 0 ? [oneMoreBegun(known)] : []),
      { kind: 'count', month: monthOf(known), what: 'introduced', by: 1 },
    ],
    letters: [introductionLetter(id, facts), ...(facts.mentorIsParty ? [] : [copy])],
  };
}

const oneMoreBegun = (known: Known): Change => ({ kind: 'mentor', mentor: withOneBegun(known), was: known.mentor });

/** What the letters of an introduction are made of. A forgotten person's background is ''. */
export function factsOf(known: Known, introduction: Introduction): IntroductionFacts {
  return {
    mentorId: introduction.mentorId,
    mentorName: known.mentor.name,
    signature: known.mentor.signature,
    number: introduction.number,
    localPart: introduction.localPart,
    to: introducedOf(known, introduction.to),
    cc: introducedOf(known, introduction.cc),
    mentorIsParty: introduction.to.isMentor || introduction.cc.isMentor,
    note: introduction.note,
    subject: introduction.subject,
  };
}

function introducedOf(known: Known, party: Party): Introduced {
  const person = known.people.find(({ id }) => id === party.personId);
  return {
    name: party.name,
    address: party.address,
    firstName: salutation(person ?? { name: party.name }),
    background: person === undefined ? '' : sayable(person),
  };
}

/** What a letter may say about a person: the background, else where they are. Private notes never. */
export const sayable = ({ background, organisation }: Person): string => background ?? organisation ?? '';

function askParty(known: Known, introduction: Introduction, key: string, party: Party, part: QuestionPart): Question {
  const localPart = `q-${token(known.mentor.secret, `${key}/question`)}`;
  return {
    id: localPart,
    mentorId: introduction.mentorId,
    localPart,
    asked: 'party',
    address: party.address,
    askedAt: known.now,
    expiresAt: daysLater(known.now, questionOpenDays),
    subject: introduction.subject,
    parts: [part],
    waits: true,
    version: 0,
  };
}
