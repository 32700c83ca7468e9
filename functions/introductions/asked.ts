// The answers of parties to what they were asked on a mentor's behalf, other than ask first: their background, how it went, whom they
// know, whether they would bring the mentor together with somebody, which of a list they would like to meet. Whoever answers is taken
// at their word only as far as the question goes; everything else is shown to the mentor as words.

import type { Understanding } from '../language/requests.ts';
import {
  answeredLetter,
  backgroundLetter,
  forgedLetter,
  knownThroughLetter,
  outcomeToldLetter,
} from '../letters/report.ts';
import { token } from '../mail/token.ts';
import type { NewEntry, Person } from '../people/person.ts';
import { monthOf } from './balance.ts';
import { added } from './book.ts';
import { merged } from './brought.ts';
import { decideConsent } from './consent.ts';
import { frameAbout, frameOf, happen, pairOf } from './happen.ts';
import type { Change, Decision, Known, Outcome, Received } from './known.ts';
import { apply } from './known.ts';
import { decideListAnswer } from './list-answer.ts';
import type { Named } from './named.ts';
import { namedIn } from './named.ts';
import { decideOptIn, decideOptOutByMail } from './opt-out.ts';
import { outcome, silence } from './outcome.ts';
import type { Question, QuestionPart } from './question.ts';
import { quoted } from './quoted.ts';
import { decideReverse } from './reverse.ts';

/**
 * A mail to the address of a question that was put to a party. `settled`: it has been answered before. `known.people` must hold the person
 * of the question, and whoever has an address that stands in the answer.
 */
export function decideAsked(
  received: Received,
  understanding: Understanding,
  known: Known,
  question: Question,
  settled: boolean,
): Outcome {
  const [part] = question.parts;
  if (received.automated !== 'no') return noteRobot(received, known, question, part);
  if (received.proof === 'fail') return forgedAnswer(received, known, part);
  const { optOut } = understanding.answer;
  if (optOut === 'stop') return decideOptOutByMail(received, known, introductionOf(known, part));
  if (optOut === 'start') return decideOptIn(received, known);
  if (received.visible.trim() === '' && received.mail.attachments.length === 0) return silence('empty');
  if (part === undefined) return show(received, known, question);
  if (part.kind === 'consent') {
    const introduction = introductionOf(known, part);
    return introduction === null
      ? show(received, known, question)
      : decideConsent(received, understanding, known, question, introduction, part.side);
  }
  if (settled || !isFromAsked(received, known, question, part)) return show(received, known, question);
  const asked: Asked = { received, understanding, known, question };
  switch (part.kind) {
    case 'background':
      return background(asked, part.personId);
    case 'outcome':
      return howItWent(asked, part.introduction);
    case 'who-they-know':
      return whoTheyKnow(asked, part.personId);
    case 'reverse':
      return decideReverse(asked, part);
    case 'go-over':
      return decideListAnswer(asked, part);
    default:
      return show(received, known, question);
  }
}

/** The answer, and the question that it answers. */
export interface Asked {
  readonly received: Received;
  readonly understanding: Understanding;
  readonly known: Known;
  readonly question: Question;
}

/** An out-of-office may say yes to everything: it is noted with the introduction, if there is one, and answers nothing. */
function noteRobot(received: Received, known: Known, question: Question, part: QuestionPart | undefined): Outcome {
  const introduction = introductionOf(known, part);
  if (introduction === null || part?.kind !== 'consent' || received.from !== question.address) return silence('robot');
  if (received.outOfOffice !== true) return silence('robot');
  return outcome(
    'out of office',
    happen(known, introduction, { kind: 'out of office', side: part.side, at: known.now }),
  );
}

function forgedAnswer(received: Received, known: Known, part: QuestionPart | undefined): Outcome {
  const introduction = introductionOf(known, part);
  const from = received.from ?? '';
  const warnedOf = introduction?.warnedOf ?? [];
  if (warnedOf.includes(from)) return silence('forged');
  const id = `${received.id}/forged`;
  const frame = introduction === null ? frameOf(known, id) : frameAbout(known, id, introduction);
  const letter = forgedLetter(frame, introduction === null ? null : pairOf(introduction), quoted(received, known));
  const changes: readonly Change[] =
    introduction === null
      ? []
      : [
          {
            kind: 'introduction',
            introduction: { ...introduction, warnedOf: [...warnedOf, from] },
            was: introduction,
          },
        ];
  return outcome('forged', { changes, letters: [letter] });
}

const introductionOf = (known: Known, part: QuestionPart | undefined) =>
  part !== undefined && 'introduction' in part
    ? (known.introductions.find(({ number }) => number === part.introduction) ?? null)
    : null;

/** The mailbox that the token went to, or another address of the same entry. What sends a letter asks for the mailbox alone. */
function isFromAsked({ from }: Received, known: Known, question: Question, part: QuestionPart): boolean {
  if (from === question.address) return true;
  if (from === null || part.kind === 'reverse') return false;
  const entry = known.people.find(({ addresses }) => addresses.includes(question.address));
  return entry?.addresses.includes(from) ?? false;
}

function show(received: Received, known: Known, question: Question): Outcome {
  const frame = frameOf(known, `${received.id}/answer`);
  const to = received.from === question.address ? '' : `, which I had put to ${question.address}`;
  const letter = answeredLetter(frame, quoted(received, known), `your question “${question.subject}”${to}`);
  return outcome('answer shown', { changes: [], letters: [letter] });
}

/** Nothing but that it is right as it stands. */
const isAssent =
  /^(?:(?:yes|yep|yeah|ok|okay|sure|that|this|it|is|it'?s|that'?s|looks?|sounds?|reads?|all|just|quite|absolutely|right|correct|accurate|true|fine|good|great|nice|perfect|lovely|so|as|stands|for|by|with|from|to|my|side|end|me|i|i'?m|am|agree|happy|approved?|no|nothing|changes?|needed|add|correct|thanks?|thank|you|many|please|keep|leave|go|ahead|use|can|very|much|well|enough)\b[\s,.!’']*)+$/iu;

/** A question back, or a promise of words to come: shown, and the question stays open. */
const isNoBackground =
  /^[^.!?]*\?\s*$|(?:^|[.!?,] )(?:thanks |thank you )?(?:i'?ll|i will|i shall|let me|i need to|i have to|will) (?:\S+ ){0,3}?(?:send|write|get back|come back|think|look|reply|answer|do (?:it|that)|check|ask)\b|\bget back to you\b/iu;

/** Better words become the entry's own; a plain yes leaves it as it is. */
function background({ received, understanding, known, question }: Asked, personId: string): Outcome {
  const person = known.people.find(({ id }) => id === personId);
  const { verdict, words } = understanding.answer;
  if (person === undefined || verdict === 'no') return show(received, known, question);
  const settled: Change = { kind: 'settle', question };
  const frame = frameOf(known, `${received.id}/background`);
  const now = (words || received.visible).trim();
  if (isNoBackground.test(now)) return show(received, known, question);
  if (now === '' || now === person.background || isAssent.test(now)) {
    const letter = backgroundLetter(frame, person.name, { kind: 'unchanged' });
    return outcome('background stays', { changes: [settled], letters: [letter] });
  }
  const changed: Person = { ...person, background: now };
  const letter = backgroundLetter(frame, person.name, { kind: 'changed', now, before: person.background ?? '' });
  return outcome('background', {
    changes: [settled, { kind: 'person', person: changed, was: person }],
    letters: [letter],
  });
}

function howItWent({ received, understanding, known, question }: Asked, number: number): Outcome {
  const introduction = known.introductions.find((each) => each.number === number);
  if (introduction === undefined) return show(received, known, question);
  const words = received.visible.trim();
  const told = happen(known, introduction, { kind: 'outcome told', words, at: known.now });
  const frame = frameAbout(known, `${received.id}/outcome`, introduction);
  const wentWell = understanding.answer.verdict === 'yes' || soundsWell(words);
  return outcome('outcome', told, {
    changes: [
      { kind: 'settle', question },
      ...(wentWell ? [{ kind: 'count', month: monthOf(known), what: 'went well', by: 1 } as const] : []),
    ],
    letters: [outcomeToldLetter(frame, pairOf(introduction), introduction.cc.name, words)],
  });
}

/** Good words and no denial before them, in the languages people answer in. A count for the summary hangs on it, nothing else. */
const soundsWell = (words: string): boolean =>
  /(?<!\b(?:not|never|no|less than|n't|nicht|kein|keine|pas|no fue)\s(?:\S+\s)?)\b(?:well|great|good|wonderful|lovely|excellent|helpful|useful|splendid|fantastic|brilliant|delighted|hired|gut|toll|prima|wunderbar|hilfreich|bien|tr[eè]s utile|g[eé]nial|merveilleux|muy [uú]til|estupendo|bene|ottimo|goed|fijn|bra)\b/iu.test(
    words,
  );

const namesInOneTransaction = 10;

/** Everybody named is noted as known through this person; the mentor sees the answer and who is in the book now. */
function whoTheyKnow({ received, known, question }: Asked, personId: string): Outcome {
  const through = known.people.find(({ id }) => id === personId);
  if (through === undefined) return show(received, known, question);
  const own = new Set([...through.addresses, ...known.mentor.addresses]);
  const named = namedIn(received).filter(
    ({ addresses }) => !addresses.some((address) => own.has(address) || address.endsWith(`@${known.domain}`)),
  );
  const noted = noteAll(received, known, through, named);
  const letter = knownThroughLetter(
    frameOf(known, `${received.id}/known-through`),
    quoted(received, known),
    noted.filter(({ isNew }) => isNew).map(addresseeOf),
    noted.filter(({ isNew }) => !isNew).map(addresseeOf),
  );
  const changes = noted.flatMap(({ change }) => (change === null ? [] : [change]));
  const pieces = Array.from({ length: Math.ceil(changes.length / namesInOneTransaction) }, (_, i) =>
    changes.slice(i * namesInOneTransaction, (i + 1) * namesInOneTransaction),
  );
  const decisions: readonly Decision[] = [
    ...pieces.slice(1).map((piece, i) => ({ place: `names/${i}`, changes: piece, letters: [] })),
    {
      place: 'reply',
      changes: merged([{ kind: 'settle', question }, ...(pieces[0] ?? [])]),
      letters: [letter],
    },
  ];
  return { decisions, reason: 'who they know' };
}

interface Noted {
  readonly person: Person;
  readonly isNew: boolean;
  readonly change: Change | null;
}

function noteAll(received: Received, known: Known, through: Person, named: readonly Named[]): readonly Noted[] {
  let then = known;
  return named.map(({ name, addresses, said }, place) => {
    // Whom the mentor knew before is not known only through somebody now.
    const isKnown = then.people.some((person) => person.addresses.some((address) => addresses.includes(address)));
    const entry: NewEntry = {
      name,
      addresses,
      ...(isKnown ? {} : { knownThrough: through.id }),
      ...(said === '' ? {} : { notes: `${through.name}: ${said}` }),
    };
    const id = token(known.mentor.secret, `${received.id}/names/${place}`);
    const { what, person, was, namesake } = added(then.people, entry, id);
    // A name alone that the book has already is the same person as far as anybody can tell.
    if (what === 'nothing new' || (addresses.length === 0 && namesake !== null)) {
      return { person: namesake ?? person, isNew: false, change: null };
    }
    const change: Change = { kind: 'person', person, was };
    then = apply(then, [change]);
    return { person, isNew: was === null, change };
  });
}

const addresseeOf = ({ person }: Noted) => ({ name: person.name, address: person.addresses[0] ?? '' });
