// What parties, robots and time bring about in an introduction, as one piece: the step of its life, the letters that reach outside
// (`follow`), what the mentor is told, what is counted, and the release of what was held where it has made room.

import type { Addressee, Letter } from '../letters/letter.ts';
import type { Frame, OtherSide, Pair } from '../letters/report.ts';
import {
  askedInVainLetter,
  bouncedLetter,
  closedQuietLetter,
  declinedLetter,
  draftExpiredLetter,
  quietLetter,
  talkingLetter,
} from '../letters/report.ts';
import { token } from '../mail/token.ts';
import { monthOf } from './balance.ts';
import type { Followed, Following } from './effects.ts';
import { follow } from './effects.ts';
import type { Change, Counter, Known } from './known.ts';
import type { Effect, Introduction, LifeEvent, Side, Step } from './life.ts';
import {
  advance,
  bouncedExpiresAfterDays,
  daysLater,
  isOpen,
  isOver,
  otherSide,
  quietAfterDays,
  toldQuietAfterDays,
} from './life.ts';
import type { Question, QuestionPart } from './question.ts';
import { questionOpenDays } from './question.ts';

export interface Happening extends Following {
  /** What the party wrote beside a no; shown to the mentor. */
  readonly words?: string;
}

/** How long after it is done *cc* is asked how it went, where the mentor has set `ask how it went`. */
export const outcomeAfterDays = 14;

/**
 * The event's consequences, whole. An event that changes nothing brings nothing about: no change, no letter.
 * `introduction` is known as it is now; it may be over.
 */
export function happen(
  known: Known,
  introduction: Introduction,
  event: LifeEvent,
  happening: Happening = {},
): Followed {
  const step = wantingOutcome(known, introduction, advance(introduction, event));
  if (step.introduction === introduction && step.effects.length === 0) return { changes: [], letters: [] };
  const followed = follow(known, introduction, step, happening);
  const told = step.effects.map((effect) => tell(known, step.introduction, effect, happening));
  return {
    changes: [
      ...followed.changes,
      ...told.flatMap(({ changes }) => changes),
      ...counts(known, introduction, step.introduction),
      ...releases(known, introduction, step.introduction),
    ],
    letters: [...followed.letters, ...told.flatMap(({ letters }) => letters)],
  };
}

/** The setting `ask how it went` sets the day as soon as it is done. */
function wantingOutcome(known: Known, was: Introduction, step: Step): Step {
  const { state, askedOutcome } = step.introduction;
  const isNowDone = state.kind === 'done' && was.state.kind !== 'done';
  if (!isNowDone || !known.mentor.askHowItWent || askedOutcome || isWithMentor(step.introduction)) return step;
  const wanted: LifeEvent = { kind: 'outcome wanted', for: daysLater(known.now, outcomeAfterDays), at: known.now };
  return { introduction: advance(step.introduction, wanted).introduction, effects: step.effects };
}

const nothing: Followed = { changes: [], letters: [] };

function tell(known: Known, introduction: Introduction, effect: Effect, { words = '' }: Happening): Followed {
  const id = `${introduction.mentorId}/${effect.key}`;
  const pair = pairOf(introduction);
  const frame = frameAbout(known, id, introduction);
  switch (effect.kind) {
    case 'tell talking':
      // Whoever is one of the two knows it already.
      return isWithMentor(introduction) ? nothing : { changes: [], letters: [talkingLetter(frame, pair)] };
    case 'tell quiet':
      if (isOver(introduction.state)) return { changes: [], letters: [closedQuietLetter(frame, pair, quietAfterDays)] };
      return asking(known, introduction, effect.key, { kind: 'quiet', introduction: introduction.number }, (asked) =>
        quietLetter(asked, pair, toldQuietAfterDays, awayOf(introduction)),
      );
    case 'tell bounced': {
      const { side, address, reason } = effect;
      const failed = { name: introduction[side].name, address };
      const part: QuestionPart = { kind: 'bounced', introduction: introduction.number, side, address };
      return asking(known, introduction, effect.key, part, (asked) => bouncedLetter(asked, pair, failed, reason));
    }
    case 'tell declined':
      return {
        changes: [],
        letters: [
          declinedLetter(frame, pair, introduction[effect.side].name, otherThan(introduction, effect.side), words),
        ],
      };
    case 'tell expired':
      return { changes: [], letters: [expiredLetter(frame, introduction, effect.waitedFor)] };
    case 'introduce':
    case 'resend':
    case 'ask':
    case 'nudge':
    case 'ask outcome':
      return nothing;
    default:
      return effect satisfies never;
  }
}

function expiredLetter(frame: Frame, introduction: Introduction, waitedFor: 'mentor' | 'to' | 'cc'): Letter {
  const pair = pairOf(introduction);
  return waitedFor === 'mentor'
    ? draftExpiredLetter(frame, pair)
    : askedInVainLetter(frame, pair, introduction[waitedFor].name, otherThan(introduction, waitedFor));
}

/** The other one, as a report on an answer speaks of them. */
export function otherThan(introduction: Introduction, side: Side): OtherSide {
  const other = otherSide(side);
  return { name: introduction[other].name, agreed: introduction.agreed.includes(other) };
}

const awayOf = ({ to, cc }: Introduction): readonly { name: string; at: string }[] =>
  [cc, to].flatMap(({ name, awayAt }) => (awayAt === undefined ? [] : [{ name, at: awayAt }]));

/** A report that can be answered: its question, and the letter from the question's address. */
function asking(
  known: Known,
  introduction: Introduction,
  key: string,
  part: QuestionPart,
  letter: (frame: Frame) => Letter,
): Followed {
  const question = questionToMentor(known, key, [part], subjectOf(letter, known, introduction));
  const frame = {
    ...frameAbout(known, `${introduction.mentorId}/${key}`, introduction),
    localPart: question.localPart,
  };
  return { changes: [{ kind: 'ask', question }], letters: [letter(frame)] };
}

/** The question keeps the subject under which it was asked, and the letter is made from the question's address. */
const subjectOf = (letter: (frame: Frame) => Letter, known: Known, introduction: Introduction): string =>
  letter(frameAbout(known, '', introduction)).subject;

/**
 * A question to the mentor, named by what caused it. One about a dead address stays open as long as the introduction waits for a new
 * one; a note on quiet ones waits for nothing.
 */
export function questionToMentor(known: Known, key: string, parts: readonly QuestionPart[], subject: string): Question {
  const localPart = `q-${token(known.mentor.secret, `${key}/question`)}`;
  const open = parts.some(({ kind }) => kind === 'bounced') ? bouncedExpiresAfterDays : questionOpenDays;
  return {
    id: localPart,
    mentorId: known.mentor.id,
    localPart,
    asked: 'mentor',
    address: mentorOf(known).address,
    askedAt: known.now,
    expiresAt: daysLater(known.now, open),
    subject,
    parts,
    waits: parts.some(({ kind }) => kind !== 'quiet' && kind !== 'pass-on'),
    version: 0,
  };
}

/** The mentor's own mailbox: the first address. */
export const mentorOf = ({ mentor }: Known): Addressee => ({ name: mentor.name, address: mentor.addresses[0] ?? '' });

export const pairOf = ({ number, to, cc }: Introduction): Pair => ({
  number,
  to: to.name,
  cc: cc.name,
  ...(cc.isMentor ? { withYou: to.name } : {}),
});

/** A reverse introduction: the mentor is one of the two. */
const isWithMentor = ({ to, cc }: Introduction): boolean => to.isMentor || cc.isMentor;

/** A report from the introduction's own address, so that an answer is about it. */
export const frameAbout = (known: Known, id: string, introduction: Introduction): Frame => ({
  id,
  mentorId: known.mentor.id,
  mentor: mentorOf(known),
  localPart: introduction.localPart,
  introduction: introduction.number,
});

/** A report about no introduction. */
export const frameOf = (known: Known, id: string, localPart = 'intro'): Frame => ({
  id,
  mentorId: known.mentor.id,
  mentor: mentorOf(known),
  localPart,
  introduction: null,
});

/** For the summary; what was sent is counted where it is sent. */
function counts(known: Known, was: Introduction, is: Introduction): readonly Change[] {
  const what = counterOf(was, is);
  return what === null ? [] : [{ kind: 'count', month: monthOf(known), what, by: 1 }];
}

function counterOf(was: Introduction, is: Introduction): Counter | null {
  if (is.state.kind === was.state.kind) return null;
  switch (is.state.kind) {
    case 'done':
      return is.state.how === 'counted' ? 'counted done' : 'done';
    case 'answered':
      // Sent again after a bounce it is `answered` once more without a new reply.
      return was.to.repliedAt === null && was.cc.repliedAt === null ? 'answered' : null;
    case 'quiet':
    case 'declined':
    case 'bounced':
      return is.state.kind;
    case 'drafted':
    case 'scheduled':
    case 'held':
    case 'asking':
    case 'introduced':
    case 'closed':
    case 'cancelled':
    case 'expired':
      return null;
    default:
      return is.state satisfies never;
  }
}

/** One that leaves the plate makes room for what is held. */
function releases(known: Known, was: Introduction, is: Introduction): readonly Change[] {
  if (!isOpen(was.state) || isOpen(is.state)) return [];
  if (!known.introductions.some(({ state }) => state.kind === 'held')) return [];
  const id = `${known.mentor.id}/release/${is.number}/${is.state.kind}`;
  return [{ kind: 'job', job: { kind: 'release', id, mentorId: known.mentor.id } }];
}
