// Who wants no more mail gets none from this installation, whoever asks (PRODUCT.md sections 4 and 6). By mail it counts when it is
// authenticated; unproven but with an introduction's token it ends that introduction for that address; where DMARC fails it is
// nothing. A mentor is no outsider and cannot opt out.

import { welcomeBackLine } from '../letters/line.ts';
import type { Pair } from '../letters/report.ts';
import { leftLetter, optedOutLetter } from '../letters/report.ts';
import { merged } from './brought.ts';
import { frameAbout, frameOf, happen, pairOf } from './happen.ts';
import type { Change, Known, Outcome, Received } from './known.ts';
import { apply } from './known.ts';
import type { Introduction, Side } from './life.ts';
import { isOver } from './life.ts';
import type { Question } from './question.ts';

/** An address that wants no more mail: by a mail with these words, a click, or a complaint. */
export interface OptOut {
  readonly address: string;
  /** What the address was called where it came from; '' where nobody knows. */
  readonly name: string;
  /** Names the cause: the mail's id, the event's. */
  readonly id: string;
}

/**
 * What it means for one mentor: whatever is open with the address ends, and where something was open the mentor hears of it, once. To
 * be decided for every mentor who has the address in a book or an introduction; `alreadyOut` says whether the address had opted out
 * before this cause came, since the first mentor's decision already writes it down. One decision for each mentor.
 */
export function decideOptOut(known: Known, { address, name, id }: OptOut, alreadyOut: boolean): Outcome {
  if (known.mentor.addresses.includes(address)) return { decisions: [], reason: 'a mentor cannot opt out' };
  if (alreadyOut) return { decisions: [], reason: 'opted out before' };
  const optOut: Change = { kind: 'opt-out', address, at: known.now };
  const concerned = known.introductions.flatMap((introduction) => {
    const side = sideOf(introduction, address);
    return side === null || isOver(introduction.state) ? [] : [{ introduction, side }];
  });
  const questions = known.questions.filter((question) => question.asked === 'party' && question.address === address);
  const ended = concerned.map(({ introduction, side }) =>
    happen(apply(known, [optOut]), introduction, { kind: 'opted out', side, at: known.now }),
  );
  const who = { name: nameOf(known, address, name), address };
  const frame = frameOf(known, `${id}/opt-out/${known.mentor.id}`);
  const closed: readonly Pair[] = concerned
    .filter((_one, place) => (ended[place]?.changes.length ?? 0) > 0)
    .map(({ introduction }) => pairOf(introduction));
  const letters = concerned.length + questions.length === 0 ? [] : [optedOutLetter(frame, who, closed)];
  return {
    decisions: [
      {
        place: `opt-out/${known.mentor.id}`,
        changes: merged([
          optOut,
          ...ended.flatMap(({ changes }) => changes),
          ...questions.map((question: Question): Change => ({ kind: 'settle', question })),
        ]),
        letters,
      },
    ],
    reason: 'opt-out',
  };
}

/** For an address that no mentor knows: it is written down, and nobody is told. */
export const decideStrangersOptOut = (address: string, now: string): Outcome => ({
  decisions: [{ place: 'opt-out', changes: [{ kind: 'opt-out', address, at: now }], letters: [] }],
  reason: 'opt-out',
});

/** `introduction`: the one whose token the mail came with, where its writer is a party of it. */
export function decideOptOutByMail(received: Received, known: Known, introduction: Introduction | null): Outcome {
  const { from, id, mail, proof, writerIsMentor } = received;
  if (from === null || proof === 'fail') return { decisions: [], reason: 'forged' };
  if (proof === 'pass' && writerIsMentor !== true) {
    return decideOptOut(known, { address: from, name: mail.from[0]?.name ?? '', id }, known.optedOut.has(from));
  }
  if (introduction === null) return { decisions: [], reason: 'no opt-out' };
  return leave(received, known, introduction, from);
}

/** Without proof, or from somebody with an account, it speaks for this introduction alone. */
function leave({ id, proof }: Received, known: Known, introduction: Introduction, from: string): Outcome {
  const side = sideOf(introduction, from) ?? 'to';
  const followed = happen(known, introduction, { kind: 'opted out', side, at: known.now });
  if (followed.changes.length === 0) return { decisions: [], reason: 'no opt-out' };
  const frame = frameAbout(known, `${id}/left`, introduction);
  const who = { name: introduction[side].name, address: from };
  const letter = leftLetter(frame, pairOf(introduction), who, proof === 'pass' ? 'has an account' : 'unproven');
  return {
    decisions: [
      {
        place: 'reply',
        changes: followed.changes.map(leaving(side, known.now)),
        letters: [...followed.letters, letter],
      },
    ],
    reason: 'left one introduction',
  };
}

/** What is passed on for 180 days after the end is no longer passed on to whoever left. */
const leaving =
  (side: Side, leftAt: string) =>
  (change: Change): Change =>
    change.kind === 'introduction'
      ? { ...change, introduction: { ...change.introduction, [side]: { ...change.introduction[side], leftAt } } }
      : change;

/** `start` from the same authenticated address undoes it, and is confirmed in one line. `known`: null where no mentor is concerned. */
export function decideOptIn(received: Received, known: Pick<Known, 'optedOut' | 'mentor'> | null): Outcome {
  const { from, id, mail, proof } = received;
  if (from === null || proof !== 'pass') return { decisions: [], reason: 'unproven start' };
  if (known !== null && !known.optedOut.has(from)) return { decisions: [], reason: 'start, never stopped' };
  const line = welcomeBackLine({
    id: `${id}/start`,
    mentorId: known?.mentor.id ?? null,
    to: { name: mail.from[0]?.name ?? '', address: from },
    answers: { subject: mail.subject, messageId: mail.messageId },
  });
  return {
    decisions: [{ place: 'start', changes: [{ kind: 'opt-in', address: from }], letters: [line] }],
    reason: 'start',
  };
}

const sideOf = (introduction: Introduction, address: string): Side | null =>
  (['to', 'cc'] as const).find((side) => introduction[side].addresses.includes(address)) ?? null;

/** As the book calls them, else as they call themselves. */
const nameOf = (known: Known, address: string, given: string): string =>
  known.people.find(({ addresses }) => addresses.includes(address))?.name ??
  known.introductions.flatMap(({ to, cc }) => [to, cc]).find(({ addresses }) => addresses.includes(address))?.name ??
  given;
