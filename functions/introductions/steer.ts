// Steering what is under way: nudge, close, cancel, done, send, send again, leave it, pass it on, ask how it went.
// An introduction is meant by its number, by its people, by the conversation that the mail belongs to, or because no other can be.

import type { Mention, Request, Step, Which } from '../language/requests.ts';
import * as say from '../letters/answer.ts';
import { namesOf as pairName } from '../letters/introduction.ts';
import { matchMention } from '../people/match.ts';
import { send } from './begin.ts';
import type { Brought, Desk } from './brought.ts';
import { asking, bringing, inTurn, joined, saying } from './brought.ts';
import { happen } from './happen.ts';
import { passOnKept } from './kept-mail.ts';
import type { Known } from './known.ts';
import { lastMet } from './known.ts';
import type { Introduction, LifeEvent, Side, StateKind } from './life.ts';
import { isOver, otherSide } from './life.ts';
import type { PendingOf, Question, QuestionPart } from './question.ts';

/** `nudge 3`, `cancel X and Y`, `send`. */
export function steer(desk: Desk, pending: PendingOf<'steer'>): Brought {
  const { step, which } = pending.request;
  const meant = meantBy(desk, which, (introduction) => canTake(step, introduction.state.kind));
  switch (meant.kind) {
    case 'these':
      return inTurn(desk, meant.introductions, (desk, introduction) =>
        step === 'nudge'
          ? nudgeNamed(desk, introduction, which.people, pending.request.sentence)
          : take(desk, step, introduction),
      );
    case 'several':
      return asking(whichPart(pending, meant.introductions));
    case 'none':
      return saying(...meant.why);
    default:
      return meant satisfies never;
  }
}

/** `ask how 3 went`: *cc* is asked once. */
export function askOutcome(desk: Desk, pending: PendingOf<'outcome'>): Brought {
  const meant = meantBy(desk, pending.request.which, ({ sentAt, askedOutcome }) => sentAt !== null && !askedOutcome);
  switch (meant.kind) {
    case 'these':
      return inTurn(desk, meant.introductions, askOutcomeOf);
    case 'several':
      return asking(whichPart(pending, meant.introductions));
    case 'none':
      return saying(...meant.why);
    default:
      return meant satisfies never;
  }
}

function askOutcomeOf(desk: Desk, introduction: Introduction): Brought {
  const { known } = desk;
  if (introduction.askedOutcome)
    return saying(say.outcomeAsked(introduction.number, introduction.cc.name, introduction.outcome));
  if (known.optedOut.has(introduction.cc.address)) {
    return saying(say.optedOut(introduction.cc.name, introduction.cc.address));
  }
  const happened = happen(known, introduction, { kind: 'outcome wanted', at: known.now, for: known.now });
  return happened.letters.length === 0
    ? saying(say.cannot(introduction.number, pairName(introduction), introduction.state.kind))
    : bringing({ ...happened, says: [say.askingOutcome(introduction.number, introduction.cc.name)] });
}

type MeantBy =
  | { readonly kind: 'these'; readonly introductions: readonly Introduction[] }
  | { readonly kind: 'several'; readonly introductions: readonly Introduction[] }
  | { readonly kind: 'none'; readonly why: readonly string[] };

/** `fits` says which introductions the step can be meant for, where the words name none or several. */
function meantBy({ known, about }: Desk, which: Which, fits: (introduction: Introduction) => boolean): MeantBy {
  if (which.numbers.length > 0) return byNumber(known, which.numbers);
  if (which.people.length > 0) return byPeople(known, which, fits);
  if (which.all) return oneOrMore(known.introductions.filter(fits), 'all');
  if (about.introduction !== null) {
    const { number } = about.introduction;
    return oneOrMore(
      known.introductions.filter((introduction) => introduction.number === number),
      'all',
    );
  }
  const asked = about.question === null ? [] : introductionsOf(about.question);
  const inQuestion = known.introductions.filter(({ number }) => asked.includes(number));
  return oneOrMore(inQuestion.length > 0 ? inQuestion : known.introductions.filter(fits), 'one');
}

function byNumber(known: Known, numbers: readonly number[]): MeantBy {
  const found = known.introductions.filter(({ number }) => numbers.includes(number));
  const missing = numbers.filter((wanted) => !found.some(({ number }) => number === wanted));
  if (missing.length > 0) return { kind: 'none', why: missing.map(say.noSuchNumber) };
  return { kind: 'these', introductions: found };
}

function byPeople(known: Known, { people: mentions }: Which, fits: (introduction: Introduction) => boolean): MeantBy {
  const ids = mentions.map((mention) => {
    const match = matchMention(mention, known.people);
    return 'person' in match ? [match.person.id] : 'people' in match ? match.people.map(({ id }) => id) : [];
  });
  const unknown = mentions.filter((_, i) => ids[i]?.length === 0);
  if (unknown.length > 0) return { kind: 'none', why: unknown.map(({ words }) => say.notInBook(words)) };
  const between = known.introductions.filter(({ to, cc }) =>
    ids.every((each) => each.includes(to.personId) || each.includes(cc.personId)),
  );
  const fitting = between.filter(fits);
  if (fitting.length > 0) return oneOrMore(fitting, 'one');
  const last = between.toSorted((a, b) => b.number - a.number)[0];
  return last === undefined
    ? { kind: 'none', why: [say.noIntroductionWith(mentions.map(({ words }) => words))] }
    : { kind: 'these', introductions: [last] };
}

function oneOrMore(introductions: readonly Introduction[], wanted: 'one' | 'all'): MeantBy {
  if (introductions.length === 0) return { kind: 'none', why: [say.nothingToSteer()] };
  return wanted === 'all' || introductions.length === 1
    ? { kind: 'these', introductions }
    : { kind: 'several', introductions };
}

/** The introductions that a question is about. */
export const introductionsOf = ({ parts }: Pick<Question, 'parts'>): readonly number[] =>
  parts.flatMap((part) => ('introduction' in part && part.introduction !== null ? [part.introduction] : []));

function whichPart(pending: PendingOf<'steer' | 'outcome'>, introductions: readonly Introduction[]): QuestionPart {
  return {
    kind: 'list',
    choices: introductions.map((introduction, i) => ({
      number: i + 1,
      label: `${pairName(introduction)}, number ${introduction.number}`,
      pending: {
        ...pending,
        request: { ...pending.request, which: { numbers: [introduction.number], people: [], all: false } } as Request,
      },
      names: [introduction.to.name, introduction.cc.name],
    })),
  };
}

/** In which states a step has a meaning. */
const takenIn: Readonly<Record<Step, readonly StateKind[]>> = {
  nudge: ['introduced', 'answered'],
  close: ['introduced', 'answered', 'done', 'bounced', 'drafted', 'scheduled', 'held', 'asking'],
  cancel: ['drafted', 'scheduled', 'held', 'asking', 'introduced', 'answered', 'bounced'],
  done: ['introduced', 'answered', 'bounced'],
  send: ['drafted', 'scheduled', 'held'],
  'send-anyway': ['drafted', 'scheduled', 'held'],
  'send-again': ['introduced', 'answered', 'bounced'],
  'leave-it': ['introduced', 'answered', 'bounced'],
  'pass-it-on': ['introduced', 'answered', 'done', 'bounced', 'quiet', 'closed', 'cancelled', 'expired'],
};

const canTake = (step: Step, state: StateKind): boolean => takenIn[step].includes(state);

/** One step with one introduction. */
export function take(desk: Desk, step: Step, introduction: Introduction): Brought {
  const { known } = desk;
  const { number, state } = introduction;
  if (!canTake(step, state.kind)) return saying(say.cannot(number, pairName(introduction), state.kind));
  switch (step) {
    case 'nudge':
      return nudge(desk, introduction);
    case 'close':
      return end(desk, introduction, { kind: 'closed by mentor', at: known.now });
    case 'cancel':
      return end(desk, introduction, { kind: 'cancelled by mentor', at: known.now });
    case 'done':
      return end(desk, introduction, { kind: 'told done', at: known.now });
    case 'send':
    case 'send-anyway':
      return sendNow(desk, introduction, step === 'send-anyway');
    case 'send-again':
      return sendAgain(desk, introduction);
    case 'leave-it':
      return joined(settledAbout(known, introduction), saying(say.left(number, pairName(introduction))));
    case 'pass-it-on':
      return passItOn(desk, introduction);
    default:
      return step satisfies never;
  }
}

/** "Nudge Ruth" writes to Ruth, where she is silent. With both silent "nudge her" may be either: no letter goes out on a guess. */
export function nudgeNamed(
  desk: Desk,
  introduction: Introduction,
  mentions: readonly Mention[],
  sentence: string,
): Brought {
  const { number, state, to, cc } = introduction;
  const named = sideNamed(desk.known, introduction, mentions);
  const bothSilent = to.repliedAt === null && cc.repliedAt === null && !to.isMentor && !cc.isMentor;
  if (named === null && bothSilent && canTake('nudge', state.kind) && /\b(?:him|her)\b/i.test(sentence)) {
    return saying(say.whomToNudge(number, to.name, cc.name));
  }
  return named === null || introduction[named].repliedAt !== null
    ? take(desk, 'nudge', introduction)
    : nudge(desk, introduction, named);
}

/** Which of the two the words name, where they name one. */
export function sideNamed(known: Known, introduction: Introduction, mentions: readonly Mention[]): Side | null {
  const sides = (['to', 'cc'] as const).filter((side) =>
    mentions.some((mention) => {
      const people = known.people.filter(({ id }) => id === introduction[side].personId);
      return 'person' in matchMention(mention, people);
    }),
  );
  const [only] = sides;
  return only !== undefined && sides.length === 1 ? only : null;
}

function nudge({ known }: Desk, introduction: Introduction, named: Side | null = null): Brought {
  const side = named === null ? {} : { side: named };
  const happened = happen(known, introduction, { kind: 'nudge asked', at: known.now, ...side });
  const [letter] = happened.letters;
  if (letter === undefined)
    return saying(say.cannot(introduction.number, pairName(introduction), introduction.state.kind));
  const reached: Side = letter.to.some(({ address }) => address === introduction.to.address) ? 'to' : 'cc';
  const silent = introduction[reached];
  if (known.optedOut.has(silent.address)) return saying(say.optedOut(silent.name, silent.address));
  return joined(
    bringing({
      ...happened,
      says: [say.nudged(introduction.number, silent.name, introduction[otherSide(reached)].name)],
    }),
    settledAbout(known, introduction, ['quiet']),
  );
}

type Ending = Extract<LifeEvent, { kind: 'closed by mentor' | 'cancelled by mentor' | 'told done' }>;

/** The introduction ends, and with it whatever was asked about it. */
function end({ known }: Desk, introduction: Introduction, event: Ending): Brought {
  const happened = happen(known, introduction, event);
  return joined(
    bringing({ ...happened, says: [say.ended(event.kind, introduction.number, pairName(introduction))] }),
    settledAbout(known, introduction),
  );
}

/** Settles the open questions that are about this introduction alone; `only` names the kinds of parts that count. */
export function settledAbout(known: Known, { number }: Introduction, only?: readonly QuestionPart['kind'][]): Brought {
  const about = known.questions.filter(({ parts }) =>
    parts.every(
      (part) => 'introduction' in part && part.introduction === number && (only?.includes(part.kind) ?? true),
    ),
  );
  return bringing({ changes: about.map((question) => ({ kind: 'settle', question })) });
}

/** `send`, `send anyway`: what may have changed since it was asked for is looked at again. */
export function sendNow(desk: Desk, introduction: Introduction, anyway: boolean): Brought {
  const { known } = desk;
  const optedOut = [introduction.to, introduction.cc].find(({ address }) => known.optedOut.has(address));
  if (optedOut !== undefined) return saying(say.optedOut(optedOut.name, optedOut.address));
  const never = [introduction.to, introduction.cc].find(({ personId }) =>
    known.people.some(({ id, consent }) => id === personId && consent === 'never'),
  );
  if (never !== undefined) return saying(say.never(never.name));
  const { to, cc, number } = introduction;
  const sent = lastMet(
    { ...known, met: known.met.filter((met) => met.number < number && isSent(met.state)) },
    to.personId,
    cc.personId,
  );
  const remarks = sent === undefined ? [] : [say.metBeforeRemark(sent.number)];
  return joined(send(desk, introduction, introduction, remarks, anyway), settledAbout(known, introduction, ['draft']));
}

const isSent = (state: StateKind): boolean => !['drafted', 'scheduled', 'held', 'asking'].includes(state);

/** The letter of which nobody knows whether it went out. */
function sendAgain({ known }: Desk, introduction: Introduction): Brought {
  const question = known.questions.find(({ parts }) =>
    parts.some((part) => part.kind === 'unknown-fate' && part.introduction === introduction.number),
  );
  const part = question?.parts.find((part) => part.kind === 'unknown-fate');
  return question === undefined || part === undefined
    ? saying(say.nothingToSendAgain(introduction.number))
    : bringing({
        changes: [
          { kind: 'send-again', letterId: part.letterId },
          { kind: 'settle', question },
        ],
        says: [say.sentAgain(introduction.number)],
      });
}

/** The mail that is kept for the mentor's word. */
function passItOn(desk: Desk, introduction: Introduction): Brought {
  const question = desk.known.questions.find(({ parts }) =>
    parts.some((part) => part.kind === 'pass-on' && part.introduction === introduction.number),
  );
  const part = question?.parts.find((part) => part.kind === 'pass-on');
  return question === undefined || part === undefined
    ? saying(say.nothingToPassOn(introduction.number))
    : joined(passOnKept(desk, introduction, part), bringing({ changes: [{ kind: 'settle', question }] }));
}

/** Nothing more can come of it: for lists of what is open. */
export const isFinished = ({ state }: Introduction): boolean => state.kind === 'done' || isOver(state);
