// What a mentor's mail brings about (PRODUCT.md sections 2 to 4). It may answer a question, carry requests, or be an introduction that
// the mentor has made by hand. Requests are decided in the order of the mail, each as one decision; what is to be said and asked
// comes together in one answer.

import type { Request, Understanding } from '../language/requests.ts';
import * as say from '../letters/answer.ts';
import { answerLetter } from '../letters/question.ts';
import { token } from '../mail/token.ts';
import { beyondAnswer, goingOn, settle } from './answer.ts';
import { askedFacts, numbered } from './asked-facts.ts';
import { mergePieces } from './book.ts';
import type { Brought, Desk } from './brought.ts';
import { bringing, joined, merged, nothing, saying } from './brought.ts';
import { decideByHand } from './by-hand.ts';
import { decideRequest, pendingOf } from './decide-request.ts';
import { mentorOf } from './happen.ts';
import { addPieces, importPieces } from './import.ts';
import { byItems } from './item-numbers.ts';
import type { Decision, Known, Outcome, Received } from './known.ts';
import { apply } from './known.ts';
import { daysLater } from './life.ts';
import type { About } from './needs.ts';
import type { Pending, Question, QuestionPart } from './question.ts';
import { isStandingOffer, questionOpenDays } from './question.ts';
import type { Settled } from './settled.ts';
import { withoutMereNote } from './taking-note.ts';
import { answerSubject, threadOf } from './thread.ts';

/** One thing to decide, with its place in the mail. */
interface Step {
  readonly place: string;
  readonly decide: (desk: Desk) => Brought;
}

/** What the steps of a mail are, and in a word what it was, for logs. */
interface Plan {
  readonly steps: readonly Step[];
  readonly reason: string;
}

/**
 * The mail is authenticated as the mentor's (or answers with a token that only the mentor has), and is addressed to the service, to a
 * question's address, or alone to an introduction's. Places in `received.done` were committed by an earlier attempt and are not decided
 * again; their lines still stand in the answer.
 */
export function decideMentor(received: Received, understanding: Understanding, known: Known, about: About): Outcome {
  const desk: Desk = { received, known, about, place: '', firstNumber: known.mentor.nextNumber };
  const { steps, reason } = planOf(desk, understanding);
  const decisions: Decision[] = [];
  const left: Left[] = [];
  let now = known;
  for (const { place, decide } of steps) {
    const line = received.done?.get(place);
    if (line !== undefined) {
      left.push(leftFrom(line));
      continue;
    }
    const brought = decide({ ...desk, known: now, place });
    const changes = merged(brought.changes);
    left.push(brought);
    decisions.push({ place, changes, letters: brought.letters, line: lineOf(brought) });
    now = apply(now, changes);
  }
  const answer = answerOf({ ...desk, known: now, place: 'answer' }, left);
  return {
    decisions: answer === null ? decisions : [...decisions, answer],
    reason: isGuarded(decisions) ? 'daily guard' : reason,
  };
}

/** More was begun in a day than any mentor begins: somebody else may be writing. The word goes to an alarm. */
const isGuarded = (decisions: readonly Decision[]): boolean =>
  decisions.some(({ changes }) =>
    changes.some(
      (change) =>
        change.kind === 'introduction' &&
        change.introduction.state.kind === 'held' &&
        change.introduction.state.why === 'daily guard',
    ),
  );

/** What a decision leaves for the answer. */
type Left = Pick<Brought, 'says' | 'asks'>;

const lineOf = ({ says, asks }: Left): string =>
  says.length === 0 && asks.length === 0 ? '' : JSON.stringify({ says, asks } satisfies Left);

/** A line that another version wrote may be something else: then it leaves nothing. */
function leftFrom(line: string): Left {
  try {
    const { says = [], asks = [] } = JSON.parse(line || '{}') as Partial<Left>;
    return { says, asks };
  } catch {
    return { says: [], asks: [] };
  }
}

function planOf(desk: Desk, understanding: Understanding): Plan {
  const { about, known } = desk;
  const { answer, smallTalk, requests } = understanding;
  if (about.question !== null) return answering(desk, about.question, understanding);
  if (about.introduction === null) {
    const byHand = decideByHand({ ...desk, place: 'by-hand' }, understanding);
    if (byHand !== null)
      return plan('by hand', { place: 'by-hand', decide: (desk) => decideByHand(desk, understanding) ?? nothing });
    const waiting = known.questions.filter((question) => waitsForMentor(question, known.now));
    const [only, ...others] = waiting;
    const isMereAnswer = answer.bare && only !== undefined && beyondAnswer(understanding, only).length === 0;
    if (isMereAnswer && others.length > 0) {
      const subjects = waiting.map(({ subject }) => subject);
      return plan('which question', { place: '0', decide: () => saying(say.whichQuestion(subjects)) });
    }
    if (isMereAnswer && answers(known, only, bareAnswer(understanding))) {
      return answering(desk, only, bareAnswer(understanding));
    }
    if (answer.bare && requests.length === 0 && !smallTalk) {
      const { visible, mail } = desk.received;
      const said = answer.optOut === 'stop' ? say.stopOfMentor() : say.nothingToAnswer(visible.trim() || mail.subject);
      return plan('nothing to answer', { place: '0', decide: () => saying(said) });
    }
  }
  return asking(desk, requests, understanding);
}

const plan = (reason: string, ...steps: readonly Step[]): Plan => ({ steps, reason });

const waitsForMentor = (question: Question, now: string): boolean =>
  question.asked === 'mentor' && question.waits && Date.parse(question.expiresAt) > Date.parse(now);

/** A new mail may choose, agree or drop; it never becomes the note of a draft. */
const bareAnswer = (understanding: Understanding): Understanding => ({
  ...understanding,
  answer: { ...understanding.answer, words: '' },
});

/** Whether the words settle any part of the question. */
const answers = (known: Known, question: Question, understanding: Understanding): boolean =>
  settle(known, question, understanding).some(({ kind }) => kind !== 'open');

/** The mail answers this question: its parts are settled, and further requests are done as well. */
function answering(desk: Desk, question: Question, read: Understanding): Plan {
  const { about, known, received } = desk;
  const understanding = withoutMereNote(read, question, received.visible);
  const isOver =
    (about.settled === true && !isStandingOffer(question)) || Date.parse(question.expiresAt) <= Date.parse(known.now);
  const resumed = received.done?.has('settle') === true;
  const rest = requestSteps(desk, byItems(question, beyondAnswer(understanding, question)));
  if (isOver && !resumed) {
    if (rest.length > 0) return plan('requests', ...rest);
    return understanding.smallTalk
      ? plan('small talk')
      : plan('answered before', { place: '0', decide: () => saying(say.answeredBefore(question.subject)) });
  }
  const settled = settle(known, question, understanding);
  if (settled.every(({ kind }) => kind === 'open')) {
    if (rest.length > 0) return plan('requests', ...rest);
    return understanding.smallTalk || isEmpty(received)
      ? plan('small talk')
      : plan('answer unclear', askAgain(question, question.parts));
  }
  return plan('answer', ...settlingSteps(desk, question, settled), ...rest);
}

/**
 * What the answer brings about, step by step; the question is settled last, so that work that was cut off finds it open. Parts that the
 * answer does not speak of are asked again, in the same letter.
 */
function settlingSteps(desk: Desk, question: Question, settled: readonly Settled[]): readonly Step[] {
  const pending = goingOn(settled).flatMap((pending, i) => stepsOf(`go.${i}`, piecesOf(desk, pending)));
  const doing = settled.flatMap((each, i): Step[] =>
    each.kind === 'do' ? [{ place: `do.${i}`, decide: each.decide }] : [],
  );
  const open = question.parts.filter((_, i) => settled[i]?.kind === 'open');
  const keepsOpen = open.length > 0 && isList(question.parts);
  const last: Step = {
    place: 'settle',
    decide: ({ known }) => {
      const stillThere = known.questions.some(({ id }) => id === question.id);
      return bringing({
        changes: stillThere ? [{ kind: 'settle', question }] : [],
        asks: keepsOpen ? [] : open,
      });
    },
  };
  return [...oneDropped(pending, doing), last];
}

/** Several lists in one letter are offers: taking something from one does not ask about the others again. */
const isList = (parts: readonly QuestionPart[]): boolean => parts.every(({ kind }) => kind === 'list');

const oneDropped = (pending: readonly Step[], doing: readonly Step[]): readonly Step[] => [...doing, ...pending];

const askAgain = (question: Question, parts: readonly QuestionPart[]): Step => ({
  place: 'settle',
  decide: ({ known }) =>
    joined(
      saying(say.answerNotUnderstood()),
      bringing({
        changes: known.questions.some(({ id }) => id === question.id) ? [{ kind: 'settle', question }] : [],
        asks: parts,
      }),
    ),
});

const isEmpty = ({ visible }: Received): boolean => visible.trim() === '';

/** Requests in the order of the mail; where there are none, silence for small talk and a line for anything else. */
function asking(desk: Desk, requests: readonly Request[], { smallTalk }: Understanding): Plan {
  const { received } = desk;
  if (requests.length > 0) return plan('requests', ...requestSteps(desk, requests));
  if (smallTalk || isEmpty(received)) return plan('small talk');
  return plan('no request', { place: '0', decide: () => saying(say.noRequest(received.visible)) });
}

function requestSteps(desk: Desk, requests: readonly Request[]): readonly Step[] {
  return requests.flatMap((request, i) => stepsOf(`${i}`, piecesOf(desk, pendingOf(request))));
}

const stepsOf = (place: string, pieces: readonly Step['decide'][]): readonly Step[] =>
  pieces.map((decide, piece) => ({ place: pieces.length === 1 ? place : `${place}.${piece}`, decide }));

/** What is too much for one transaction comes in pieces. */
function piecesOf(desk: Desk, pending: Pending): readonly Step['decide'][] {
  const { request, chosen } = pending;
  if (request.kind === 'add') {
    const adding = { ...pending, request };
    return chosen.who === undefined ? addPieces(adding) : mergePieces(adding);
  }
  if (request.kind === 'import') return importPieces(desk);
  return [(desk) => decideRequest(desk, pending)];
}

/** The one letter to the mentor, and its question where something is asked; null where there is nothing to say. */
function answerOf(desk: Desk, left: readonly Left[]): Decision | null {
  const { known, received, place } = desk;
  const says = [...new Set(left.flatMap(({ says }) => says))].filter((text) => text !== '');
  const parts = numbered(left.flatMap(({ asks }) => asks));
  if (says.length === 0 && parts.length === 0) return null;
  const localPart = parts.length === 0 ? 'intro' : `q-${token(known.mentor.secret, `${received.id}/question`)}`;
  const letter = answerLetter({
    id: `${received.id}/${place}`,
    mentorId: known.mentor.id,
    to: mentorOf(known),
    localPart,
    subject: answerSubject(received),
    thread: threadOf(received),
    says,
    asks: parts.map((part) => askedFacts(known, part)),
  });
  const question: Question = {
    id: localPart,
    mentorId: known.mentor.id,
    localPart,
    asked: 'mentor',
    address: mentorOf(known).address,
    askedAt: known.now,
    expiresAt: daysLater(known.now, questionOpenDays),
    subject: letter.subject,
    parts,
    waits: parts.some(waits),
    version: 0,
  };
  return { place, changes: parts.length === 0 ? [] : [{ kind: 'ask', question }], letters: [letter] };
}

/** Found people are shown, not asked about: a bare answer in a new mail never means them. */
const waits = (part: QuestionPart): boolean =>
  !(part.kind === 'list' && part.choices.every(({ pending }) => pending.request.kind === 'show'));
