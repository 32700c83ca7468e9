// A mail to an introduction's address from anybody but its mentor alone (PRODUCT.md section 4). Nothing that anyone writes is lost, nobody
// reads what was not meant for them, and nothing is ever obeyed: requests in it are just words.
//
// who writes                  what                                        what happens
// a robot                     an out-of-office of a party                 noted
//                             anything else                               nothing
// anybody, DMARC fails        –                                           kept; the mentor is told once
// a party                     stop, start                                 opt-out.ts
//                             nothing but blanks or quotation             nothing
//                             the other side has it already               counted
//                             speaks to the mentor                        shown to the mentor alone
//                             the other side takes no more mail           one line back
//                             the other side's address is dead            shown to the mentor, who is asked for another
//                             anything else                               passed on whole, and counted
// under a party's name        authenticated                               passed on, and the mentor asked whose address it is
// anybody else                both have it already                        nothing
//                             anything else                               kept, and the mentor asked whether to pass it on

import type { Understanding } from '../language/requests.ts';
import { noMoreMailLine, restingAddressLine } from '../letters/line.ts';
import {
  forgedLetter,
  heldBackLetter,
  speaksToYouLetter,
  strangeAddressLetter,
  unreachableLetter,
  whoseLetter,
} from '../letters/report.ts';
import type { Followed } from './effects.ts';
import { frameAbout, happen, pairOf, questionToMentor } from './happen.ts';
import { takesNoMore } from './hindrance.ts';
import type { Known, Outcome, Received } from './known.ts';
import type { Introduction, LifeEvent, Side } from './life.ts';
import { otherSide, restsAt } from './life.ts';
import { decideOptIn, decideOptOutByMail } from './opt-out.ts';
import { outcome, silence } from './outcome.ts';
import { passedOn } from './pass-on.ts';
import type { QuestionPart } from './question.ts';
import { mailRefOf, quoted, writerMailbox } from './quoted.ts';
import { addressesOf, hearerOf, reachedBoth, reachedOther, sideNamedBy, writerOf } from './writer.ts';

/**
 * `known.people` must hold the entries of both parties, `known.optedOut` the addresses of both and the writer's. The introduction may be
 * over. One decision, at the place `reply`.
 */
export function decideReply(
  received: Received,
  understanding: Understanding,
  known: Known,
  introduction: Introduction,
): Outcome {
  const writer = writerOf(received, known, introduction);
  if (isRobot(received, known, introduction)) {
    return writer.kind === 'party' ? noteAway(received, known, introduction, writer.side) : silence('robot');
  }
  const rests = restsAt(introduction);
  if (rests !== null && Date.parse(known.now) >= Date.parse(rests)) return resting(received, known);
  if (received.proof === 'fail') return forged(received, known, introduction);
  if (understanding.answer.optOut === 'stop') {
    return decideOptOutByMail(received, known, writer.kind === 'party' ? introduction : null);
  }
  if (understanding.answer.optOut === 'start') return decideOptIn(received, known);
  if (isBlank(received)) return silence('empty');
  switch (writer.kind) {
    case 'party':
      return fromParty(received, understanding, known, introduction, writer.side);
    case 'named':
      return fromNamed(received, understanding, known, introduction, writer.side);
    case 'strange':
      return fromStranger(received, known, introduction);
    default:
      return writer satisfies never;
  }
}

/** The introducer writes into the thread, to people: the mail joins it, and nothing else comes of it. */
export function decideIntroducer(received: Received, known: Known, introduction: Introduction): Outcome {
  const { messageId } = received.mail;
  if (messageId === null) return silence('introducer in thread');
  return outcome('introducer in thread', happen(known, introduction, { kind: 'sent', messageId, at: known.now }));
}

/**
 * Scanning found something: a mail with a virus is neither read nor passed on; what looks like spam waits for the mentor's word
 * (MAIL-RULES D6).
 */
export function decideHeldBack(
  received: Received,
  known: Known,
  introduction: Introduction,
  why: 'spam' | 'virus',
): Outcome {
  const frame = frameAbout(known, `${received.id}/held-back`, introduction);
  const letter = (localPart: string) =>
    heldBackLetter({ ...frame, localPart }, pairOf(introduction), writerMailbox(received), received.mail.subject, why);
  if (why === 'virus') return outcome('virus', { changes: [], letters: [letter(frame.localPart)] });
  const writer = writerOf(received, known, introduction);
  const part: QuestionPart = {
    ...whosePart(received, introduction, null),
    ...(writer.kind !== 'strange' && { seems: writer.side }),
  };
  const question = questionToMentor(known, `${received.id}/held-back`, [part], letter('').subject);
  return outcome('spam', { changes: [{ kind: 'ask', question }], letters: [letter(question.localPart)] });
}

/** Weak evidence counts unless the rest says that a person wrote it: a robot answers one address, and greets nobody by name. */
function isRobot(received: Received, known: Known, introduction: Introduction): boolean {
  if (received.automated !== 'weak') return received.automated === 'yes';
  const others = [...addressesOf(known, introduction, 'to'), ...addressesOf(known, introduction, 'cc')];
  return !received.otherRecipients.some((address) => address !== received.from && others.includes(address));
}

function noteAway(received: Received, known: Known, introduction: Introduction, side: Side): Outcome {
  if (received.outOfOffice !== true) return silence('robot');
  return outcome('out of office', happen(known, introduction, { kind: 'out of office', side, at: known.now }));
}

/** Blanks, invisible characters, or nothing but quotation and signature; a file or an invitation is something. */
const isBlank = ({ visible, mail }: Received): boolean =>
  visible.replace(/[\s\u00ad\u115f\u1160\u180e\u200b-\u200f\u2060-\u2064\u2800\u3164\ufeff]/gu, '') === '' &&
  mail.attachments.length === 0 &&
  mail.contentType !== 'text/calendar';

function fromParty(
  received: Received,
  { opensWith }: Understanding,
  known: Known,
  introduction: Introduction,
  side: Side,
): Outcome {
  const replied = repliedEvent(received, known, side);
  if (reachedOther(received, known, introduction, side)) {
    return outcome('counted', happen(known, introduction, replied));
  }
  if (hearerOf(received, known, introduction, side, opensWith) === 'mentor') {
    return outcome('shown to the mentor', toMentor(received, known, introduction, side, 'speaks'));
  }
  const other = introduction[otherSide(side)];
  if (takesNoMore(known, other)) {
    const line = noMoreMailLine({ ...lineBack(received, known, 'no-more-mail'), introduction: introduction.number });
    return outcome('reader has opted out', { changes: [], letters: [line] });
  }
  if (isDead(introduction, otherSide(side))) {
    const counted = happen(known, introduction, replied);
    return outcome('reader is unreachable', counted, toMentor(received, known, introduction, side, 'unreachable'));
  }
  return outcome(
    'passed on',
    happen(known, introduction, replied),
    passedOn(received, known, introduction, side, introduction[side].name),
  );
}

const isDead = ({ state }: Introduction, side: Side): boolean =>
  state.kind === 'bounced' && (state.side === side || state.also !== undefined);

const repliedEvent = (received: Received, { now }: Known, side: Side): LifeEvent => ({
  kind: 'replied',
  side,
  messageId: received.mail.messageId,
  at: now,
});

/** From an address nobody knows under a party's name: it reaches the other side, and counts only when the mentor has said whose it is. */
function fromNamed(
  received: Received,
  { opensWith }: Understanding,
  known: Known,
  introduction: Introduction,
  side: Side,
): Outcome {
  const other = introduction[otherSide(side)];
  const reached = reachedOther(received, known, introduction, side);
  const stays =
    hearerOf(received, known, introduction, side, opensWith) === 'mentor' ||
    takesNoMore(known, other) ||
    isDead(introduction, otherSide(side));
  if (!reached && stays) return fromStranger(received, known, introduction);
  const key = `${received.id}/whose`;
  const part: QuestionPart = whosePart(received, introduction, side);
  const letter = (localPart: string) =>
    whoseLetter(
      { ...frameAbout(known, key, introduction), localPart },
      pairOf(introduction),
      quoted(received, known),
      introduction[side].name,
      reached ? null : other.name,
    );
  const question = questionToMentor(known, key, [part], letter('').subject);
  const asked: Followed = { changes: [{ kind: 'ask', question }], letters: [letter(question.localPart)] };
  return reached
    ? outcome('whose', asked)
    : outcome('whose, passed on', asked, passedOn(received, known, introduction, side, introduction[side].name));
}

function fromStranger(received: Received, known: Known, introduction: Introduction): Outcome {
  if (reachedBoth(received, known, introduction)) return silence('a third in the thread');
  const key = `${received.id}/strange`;
  const seems = sideNamedBy(received, introduction);
  const part: QuestionPart = { ...whosePart(received, introduction, null), ...(seems !== null && { seems }) };
  const letter = (localPart: string) =>
    strangeAddressLetter(
      { ...frameAbout(known, key, introduction), localPart },
      pairOf(introduction),
      quoted(received, known),
      seems === null ? null : { side: seems, proven: received.proof === 'pass' },
    );
  const question = questionToMentor(known, key, [part], letter('').subject);
  return outcome('strange address', { changes: [{ kind: 'ask', question }], letters: [letter(question.localPart)] });
}

function toMentor(
  received: Received,
  known: Known,
  introduction: Introduction,
  side: Side,
  why: 'speaks' | 'unreachable',
): Followed {
  const key = `${received.id}/${why}`;
  const part: QuestionPart = { kind: 'pass-on', introduction: introduction.number, side, mail: mailRefOf(received) };
  const words = why === 'speaks' ? speaksToYouLetter : unreachableLetter;
  const letter = (localPart: string) =>
    words(
      { ...frameAbout(known, key, introduction), localPart },
      pairOf(introduction),
      { ...quoted(received, known), from: { name: introduction[side].name, address: received.from ?? '' } },
      introduction[otherSide(side)].name,
    );
  const question = questionToMentor(known, key, [part], letter('').subject);
  return { changes: [{ kind: 'ask', question }], letters: [letter(question.localPart)] };
}

/** Told once for each introduction and address, however often it comes. */
function forged(received: Received, known: Known, introduction: Introduction): Outcome {
  const from = received.from ?? '';
  const warnedOf = introduction.warnedOf ?? [];
  if (warnedOf.includes(from)) return silence('forged');
  const warned: Introduction = { ...introduction, warnedOf: [...warnedOf, from] };
  const frame = frameAbout(known, `${received.id}/forged`, introduction);
  return outcome('forged', {
    changes: [{ kind: 'introduction', introduction: warned, was: introduction }],
    letters: [forgedLetter(frame, pairOf(introduction), quoted(received, known))],
  });
}

/** The address has been at rest since long: one line that names nobody, to whoever is proven to have written. */
function resting(received: Received, known: Known): Outcome {
  if (received.proof !== 'pass' || received.from === null || received.answerable === false) {
    return silence('address at rest');
  }
  const line = restingAddressLine({ ...lineBack(received, known, 'resting'), mentorId: null });
  return outcome('address at rest', { changes: [], letters: [line] });
}

const lineBack = (received: Received, { mentor }: Known, purpose: string) => ({
  id: `${received.id}/${purpose}`,
  mentorId: mentor.id,
  to: writerMailbox(received),
  answers: { subject: received.mail.subject, messageId: received.mail.messageId },
});

const whosePart = (
  received: Received,
  { number }: Introduction,
  side: Side | null,
): Extract<QuestionPart, { kind: 'whose' }> => ({
  kind: 'whose',
  introduction: number,
  address: received.from ?? '',
  side,
  mail: mailRefOf(received),
});
