// What time brings about. Each function is given one thing whose day has come, with everything known about its mentor, and decides once:
// committed, the thing is due later or never again.
//
// due                        what happens
// introduction, scheduled    goes out, or asks first; held without room; cancelled where it may not go
// introduction, held         goes out as soon as there is room, else it is looked at again
// introduction, any other    expires, is asked about, counts as done, asks how it went (life.ts)
// question                   dropped; the mentor hears of one that a party was asked and never answered
// reminder                   comes back with the request, and `yes` does it
// pause                      ends; what was held goes out in order
// letter                     nobody knows whether it went out: the mentor is told

import type { Request } from '../language/requests.ts';
import type { Letter } from '../letters/letter.ts';
import {
  cannotGoLetter,
  heldOnItsDayLetter,
  noAnswerLetter,
  notSentLetter,
  reminderLetter,
  unknownFateLetter,
} from '../letters/report.ts';
import { holdFor, isPaused } from './balance.ts';
import { merged } from './brought.ts';
import type { Followed } from './effects.ts';
import { follow } from './effects.ts';
import { frameAbout, frameOf, happen, pairOf, questionToMentor } from './happen.ts';
import { heldBecause, reasonNotTo } from './hindrance.ts';
import type { Change, Decision, Known, Outcome, Reminder } from './known.ts';
import { apply } from './known.ts';
import type { Introduction } from './life.ts';
import { advance } from './life.ts';
import type { Question, QuestionPart } from './question.ts';
import { questionOpenDays } from './question.ts';

export type Due =
  | { readonly kind: 'introduction'; readonly introduction: Introduction }
  | { readonly kind: 'question'; readonly question: Question }
  /** `requests`: the reminder's words understood again, today. */
  | { readonly kind: 'reminder'; readonly reminder: Reminder; readonly requests: readonly Request[] }
  | { readonly kind: 'pause' }
  | { readonly kind: 'letter'; readonly letter: Letter };

export function decideDue(due: Due, known: Known): Outcome {
  switch (due.kind) {
    case 'introduction':
      return introductionDue(known, due.introduction);
    case 'question':
      return questionDue(known, due.question);
    case 'reminder':
      return reminderDue(known, due.reminder, due.requests);
    case 'pause':
      return pauseEnded(known);
    case 'letter':
      return fateUnknown(known, due.letter);
    default:
      return due satisfies never;
  }
}

function introductionDue(known: Known, introduction: Introduction): Outcome {
  switch (introduction.state.kind) {
    case 'scheduled':
      return decisionOf('due', 'scheduled', goOut(known, introduction, 'time passed'));
    case 'held':
      return decisionOf('due', 'held', goOut(known, introduction, 'released'));
    default:
      return decisionOf(
        'due',
        introduction.state.kind,
        happen(known, introduction, { kind: 'time passed', at: known.now }),
      );
  }
}

/** Checked again on the day itself: whether both may be written to, and whether there is room. */
function goOut(known: Known, introduction: Introduction, event: 'time passed' | 'released'): Followed {
  const reason = reasonNotTo(known, introduction);
  if (reason !== null) {
    const cancelled = happen(known, introduction, { kind: 'cancelled by mentor', at: known.now });
    const frame = frameAbout(known, `${known.mentor.id}/${introduction.number}/cannot-go`, introduction);
    return { changes: cancelled.changes, letters: [cannotGoLetter(frame, pairOf(introduction), reason)] };
  }
  const hold = holdFor(known, introduction);
  if (hold === null) return happen(known, introduction, { kind: event, at: known.now });
  const held = advance(introduction, { kind: 'held', at: known.now, ...hold });
  const followed = follow(known, introduction, held);
  if (introduction.state.kind === 'held') return followed;
  const frame = frameAbout(known, `${known.mentor.id}/${introduction.number}/held`, introduction);
  return {
    changes: followed.changes,
    letters: [...followed.letters, heldOnItsDayLetter(frame, pairOf(introduction), heldBecause[hold.why])],
  };
}

/**
 * Whatever is held and finds room, in the order in which it was held; each is a decision of its own and takes the room it needs. What
 * stays held is looked at again when its own day comes.
 */
export function decideRelease(known: Known): Outcome {
  const decisions: Decision[] = [];
  let then = known;
  for (const introduction of heldInOrder(known)) {
    if (holdFor(then, introduction) !== null) continue;
    const { changes, letters } = goOut(then, introduction, 'released');
    decisions.push({ place: `release/${introduction.number}`, changes: merged(changes), letters });
    then = apply(then, changes);
  }
  return { decisions, reason: 'release' };
}

const heldInOrder = ({ introductions }: Known): readonly Introduction[] =>
  introductions
    .flatMap((introduction) =>
      introduction.state.kind === 'held' ? [{ introduction, since: introduction.state.since }] : [],
    )
    .sort((a, b) => Date.parse(a.since) - Date.parse(b.since) || a.introduction.number - b.introduction.number)
    .map(({ introduction }) => introduction);

/** Consent expires with its introduction, which tells the mentor; of questions to the mentor the mentor knows. */
function questionDue(known: Known, question: Question): Outcome {
  if (Date.parse(known.now) < Date.parse(question.expiresAt)) return { decisions: [], reason: 'not due' };
  const settled: Change = { kind: 'settle', question };
  const isTold = question.asked === 'party' && question.parts.some(({ kind }) => toldWhenUnanswered.includes(kind));
  const name = known.people.find(({ addresses }) => addresses.includes(question.address))?.name ?? '';
  const frame = frameOf(known, `${question.id}/unanswered`);
  const letters = isTold
    ? [noAnswerLetter(frame, { name, address: question.address }, question.subject, questionOpenDays)]
    : [];
  return decisionOf('due', 'question expired', { changes: [settled], letters });
}

const toldWhenUnanswered: readonly QuestionPart['kind'][] = ['reverse', 'who-they-know', 'go-over', 'background'];

/** Words that hold no request ("call Bob") are a reminder and no question. */
function reminderDue(known: Known, { id, words }: Reminder, requests: readonly Request[]): Outcome {
  const pending = requests
    .filter(({ kind }) => kind !== 'unknown' && kind !== 'help' && kind !== 'remind')
    .map((request) => ({ request, chosen: {}, confirmed: [] }));
  const key = `${id}/reminder`;
  if (pending.length === 0) {
    const letter = reminderLetter(frameOf(known, key), words, false);
    return decisionOf('due', 'reminder', { changes: [], letters: [letter] });
  }
  const letter = (localPart: string) => reminderLetter(frameOf(known, key, localPart), words, true);
  const question = questionToMentor(known, key, [{ kind: 'confirm', pending, words }], letter('').subject);
  return decisionOf('due', 'reminder', {
    changes: [{ kind: 'ask', question }],
    letters: [letter(question.localPart)],
  });
}

function pauseEnded(known: Known): Outcome {
  const { mentor, now } = known;
  if (mentor.pausedUntil === null || isPaused(mentor, now)) return { decisions: [], reason: 'still paused' };
  const id = `${mentor.id}/release/pause/${mentor.pausedUntil}`;
  return decisionOf('due', 'pause ended', {
    changes: [
      { kind: 'mentor', mentor: { ...mentor, pausedUntil: null }, was: mentor },
      { kind: 'job', job: { kind: 'release', id, mentorId: mentor.id } },
    ],
    letters: [],
  });
}

/** A letter to a mentor is simply sent again; one to an outsider never by itself (MAIL-RULES G3). */
function fateUnknown(known: Known, letter: Letter): Outcome {
  if (letter.audience === 'mentor') return { decisions: [], reason: 'sent again' };
  const key = `${letter.id}/fate`;
  const part: QuestionPart = { kind: 'unknown-fate', letterId: letter.id, introduction: letter.introduction };
  const to = [...letter.to, ...letter.cc];
  const report = (localPart: string) => unknownFateLetter(frameOf(known, key, localPart), to, letter.subject);
  const question = questionToMentor(known, key, [part], report('').subject);
  return decisionOf('due', 'fate unknown', {
    changes: [{ kind: 'ask', question }],
    letters: [report(question.localPart)],
  });
}

/** SES refused the letter for good, or its reader has stopped just before it went. `why` is in words. */
export function decideNotSent(known: Known, letter: Letter, why: string): Outcome {
  if (letter.audience === 'mentor') return { decisions: [], reason: 'a letter to the mentor' };
  const introduction = known.introductions.find(({ number }) => number === letter.introduction);
  const id = `${letter.id}/not-sent`;
  const frame = introduction === undefined ? frameOf(known, id) : frameAbout(known, id, introduction);
  return decisionOf('not-sent', 'not sent', {
    changes: [],
    letters: [notSentLetter(frame, [...letter.to, ...letter.cc], letter.subject, why)],
  });
}

function decisionOf(place: string, reason: string, { changes, letters }: Followed): Outcome {
  return changes.length + letters.length === 0
    ? { decisions: [], reason }
    : { decisions: [{ place, changes: merged(changes), letters }], reason };
}
