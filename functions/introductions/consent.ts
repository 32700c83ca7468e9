// The answer to ask first. It sends something to somebody else, so only the address that was asked can give it, and only where DMARC does
// not fail; every other answer, and every one that is no plain yes or no, is shown to the mentor, who decides (PRODUCT.md sections 3, 6).

import type { Understanding } from '../language/requests.ts';
import { agreedButHeldLetter, answeredLetter, cannotGoLetter, unclearConsentLetter } from '../letters/report.ts';
import { holdFor } from './balance.ts';
import type { Followed } from './effects.ts';
import { frameAbout, happen, otherThan, pairOf, questionToMentor } from './happen.ts';
import { heldBecause, reasonNotTo } from './hindrance.ts';
import type { Change, Known, Outcome, Received } from './known.ts';
import { apply } from './known.ts';
import type { Introduction, LifeEvent, Side } from './life.ts';
import { isOver, otherSide } from './life.ts';
import { outcome } from './outcome.ts';
import type { Question, QuestionPart } from './question.ts';
import { quoted } from './quoted.ts';

/** The mail has neither failed DMARC nor been written by a robot; `introduction` is the one that was asked about. */
export function decideConsent(
  received: Received,
  understanding: Understanding,
  known: Known,
  question: Question,
  introduction: Introduction,
  side: Side,
): Outcome {
  const isAsked = received.from === question.address;
  const { verdict } = understanding.answer;
  if (!isWaiting(introduction, side)) return showLate(received, known, introduction, side);
  if (!isAsked || verdict === 'unclear') return showAnswer(received, known, introduction, side);
  const settled: Change = { kind: 'settle', question };
  const then = apply(known, [settled]);
  const answered =
    verdict === 'yes'
      ? agree(received, understanding, then, introduction, side)
      : happen(
          then,
          introduction,
          { kind: 'declined', side, by: 'party', at: known.now },
          { words: received.visible.trim() },
        );
  return outcome(`consent: ${verdict}`, { changes: [settled], letters: [] }, answered);
}

/** The letter that asked may have come back and still been read. */
const isWaiting = ({ state }: Introduction, side: Side): boolean =>
  (state.kind === 'asking' || state.kind === 'bounced') && state.side === side;

/** Out it goes, or the other side is asked in turn, or it waits for room; what was said beside the yes is the mentor's to read. */
function agree(
  received: Received,
  { answer }: Understanding,
  known: Known,
  introduction: Introduction,
  side: Side,
): Followed {
  const reason = reasonNotTo(known, introduction);
  if (reason !== null) return notAnyMore(received, known, introduction, reason);
  const hold = holdFor(known, introduction);
  const said = answer.bare ? '' : received.visible.trim();
  const agreed: LifeEvent = { kind: 'agreed', side, at: known.now, ...(hold === null ? {} : { hold }) };
  const remarks = [`${introduction[side].name} has said yes.`, ...(said === '' ? [] : [`In their words: ${said}`])];
  const followed = happen(known, introduction, agreed, { remarks });
  if (hold === null || !isHeld(followed, introduction)) return followed;
  const letter = agreedButHeldLetter(
    frameAbout(known, `${received.id}/held`, introduction),
    pairOf(introduction),
    introduction[side].name,
    heldBecause[hold.why],
    said,
  );
  return { changes: followed.changes, letters: [...followed.letters, letter] };
}

/** While it was asked about, the other has stopped, or the book has changed. */
function notAnyMore({ id }: Received, known: Known, introduction: Introduction, reason: string): Followed {
  const cancelled = happen(known, introduction, { kind: 'cancelled by mentor', at: known.now });
  const letter = cannotGoLetter(frameAbout(known, `${id}/cannot-go`, introduction), pairOf(introduction), reason);
  return { changes: cancelled.changes, letters: [...cancelled.letters, letter] };
}

const isHeld = ({ changes }: Followed, { number }: Introduction): boolean =>
  changes.some(
    (change) =>
      change.kind === 'introduction' &&
      change.introduction.number === number &&
      change.introduction.state.kind === 'held',
  );

/** It has been answered before, or is over: the mentor reads what is said, and nothing hangs on it. */
function showLate(received: Received, known: Known, introduction: Introduction, side: Side): Outcome {
  const about = `your question about meeting ${introduction[otherSide(side)].name}`;
  const frame = frameAbout(known, `${received.id}/late`, introduction);
  const rested = isOver(introduction.state) && introduction.sentAt === null ? pairOf(introduction) : null;
  const letter = answeredLetter(frame, quoted(received, known), about, rested);
  return outcome('consent: late', { changes: [], letters: [letter] });
}

/** From elsewhere, or a question back: the mentor reads it and says yes or no. */
function showAnswer(received: Received, known: Known, introduction: Introduction, side: Side): Outcome {
  const key = `${received.id}/consent`;
  const part: QuestionPart = {
    kind: 'unclear-consent',
    introduction: introduction.number,
    side,
    words: received.visible.trim(),
  };
  const letter = (localPart: string) =>
    unclearConsentLetter(
      { ...frameAbout(known, key, introduction), localPart },
      pairOf(introduction),
      introduction[side],
      otherThan(introduction, side),
      quoted(received, known),
    );
  const asked = questionToMentor(known, key, [part], letter('').subject);
  return outcome('consent: shown', { changes: [{ kind: 'ask', question: asked }], letters: [letter(asked.localPart)] });
}
