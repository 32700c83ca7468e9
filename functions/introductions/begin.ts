// How an introduction begins: a number of its own, and then shown as a draft, dated, held where there is no room, or on its way
// (which means asking first where a yes is missing).

import { resolveWhen } from '../language/dates.ts';
import type { Manner, When } from '../language/requests.ts';
import * as say from '../letters/answer.ts';
import { namesOf, usualSubject } from '../letters/introduction.ts';
import { token } from '../mail/token.ts';
import { shortName, spokenName } from '../people/names.ts';
import type { Person } from '../people/person.ts';
import type { Hold } from './balance.ts';
import { holdFor } from './balance.ts';
import type { Brought, Desk } from './brought.ts';
import { andThen, asking, bringing, joined, keyOf } from './brought.ts';
import { follow } from './effects.ts';
import { heldBecause } from './hindrance.ts';
import type { Change, Known } from './known.ts';
import type { Introduction, Party, Side } from './life.ts';
import { advance, otherSide } from './life.ts';
import type { Pending } from './question.ts';
import { threadOf } from './thread.ts';
import { day, moment } from './zone.ts';

/** One of the two, with the address that letters go to; '' where there is none. */
export interface Meant {
  readonly person: Person;
  readonly address: string;
}

export interface Pair {
  readonly to: Meant;
  readonly cc: Meant;
}

/** As it is before anything has happened to it. `toAsk`: whose yes is needed first, in order. */
export function newIntroduction(
  desk: Desk,
  { to, cc }: Pair,
  words: { readonly note: string; readonly subject: string },
  toAsk: readonly Side[],
): Introduction {
  const { mentor, now } = desk.known;
  return {
    mentorId: mentor.id,
    number: mentor.nextNumber,
    localPart: `i-${token(mentor.secret, keyOf(desk, 'introduction'))}`,
    to: partyOf(to),
    cc: partyOf(cc),
    ...words,
    origin: 'request',
    state: { kind: 'drafted', since: now },
    createdAt: now,
    sentAt: null,
    messageIds: [],
    anyway: false,
    toAsk,
    agreed: [],
    nudged: 0,
    askedOutcome: false,
    outcome: null,
    version: 0,
  };
}

export const partyOf = ({ person, address }: Meant): Party => ({
  personId: person.id,
  name: spokenName(person.name),
  address,
  addresses: [...new Set([address, ...person.addresses])].filter((each) => each !== ''),
  repliedAt: null,
  isMentor: false,
});

/** `Owen Bright <> Ines Carvalho` */
export const subjectFor = ({ to, cc }: Pair): string =>
  usualSubject(shortName(to.person.name), shortName(cc.person.name));

/** How it begins: shown, dated, held, or at once (which means asking first where a yes is missing). */
export function begin(
  desk: Desk,
  introduction: Introduction,
  remarks: readonly string[],
  manner: Manner,
  pending: Pending,
): Brought {
  const { known } = desk;
  if (manner.kind === 'on') return onItsDay(desk, introduction, remarks, manner, pending);
  return andThen(desk, bringing({ changes: [taking(known, introduction)] }), (desk) =>
    manner.kind === 'draft' || known.mentor.showMeFirst
      ? joined(
          bringing({ changes: [{ kind: 'introduction', introduction, was: null }], says: remarks }),
          asking({ kind: 'draft', introduction: introduction.number }),
        )
      : send(desk, introduction, null, remarks),
  );
}

/** The introduction takes the mentor's next number. */
export const taking = ({ mentor }: Known, { number }: Introduction): Change => ({
  kind: 'mentor',
  mentor: { ...mentor, nextNumber: number + 1 },
  was: mentor,
});

function onItsDay(
  desk: Desk,
  introduction: Introduction,
  remarks: readonly string[],
  { when }: Extract<Manner, { kind: 'on' }>,
  pending: Pending,
): Brought {
  const { known } = desk;
  const due = dueOn(desk, when);
  if (due === null) {
    return asking(
      { kind: 'confirm', pending: [madeNow(pending)], words: say.makeItNow() },
      say.dayNotUnderstood(when.words, introduction.cc.name, introduction.to.name),
    );
  }
  const { introduction: scheduled } = advance(introduction, { kind: 'scheduled', at: known.now, for: due });
  return bringing({
    changes: [taking(known, scheduled), { kind: 'introduction', introduction: scheduled, was: null }],
    says: [
      say.scheduled(introduction.number, introduction.cc.name, introduction.to.name, moment(known, due)),
      ...remarks,
    ],
  });
}

/** The instant in the future that the words name, or null. */
export function dueOn({ known }: Desk, when: When): string | null {
  const due = resolveWhen(when, known.now, known.mentor.timeZone);
  return due !== null && Date.parse(due) > Date.parse(known.now) ? due : null;
}

const madeNow = (pending: Pending): Pending =>
  pending.request.kind === 'introduce'
    ? { ...pending, request: { ...pending.request, manner: { kind: 'now' } } }
    : pending;

/**
 * Sends it, or asks first, or holds it where there is no room. `was` is null for one that is new.
 * The balance is looked at here and nowhere else on a mentor's way.
 */
export function send(
  desk: Desk,
  introduction: Introduction,
  was: Introduction | null,
  remarks: readonly string[],
  anyway = false,
): Brought {
  const { known } = desk;
  const wanted = anyway ? { ...introduction, anyway } : introduction;
  const hold = holdFor(known, wanted);
  if (hold !== null) {
    const { introduction: held } = advance(wanted, { kind: 'held', at: known.now, ...hold });
    return bringing({
      changes: [{ kind: 'introduction', introduction: held, was }],
      says: [heldInWords(known, held, hold), ...remarks],
    });
  }
  const step = advance(introduction, { kind: 'send asked', at: known.now, ...(anyway ? { anyway } : {}) });
  const followed = follow(known, was, step, { remarks, thread: threadOf(desk.received) });
  const { state, number, ...sides } = step.introduction;
  if (state.kind !== 'asking') return bringing(followed);
  const asked = say.askedFirst(number, sides[state.side].name, sides[otherSide(state.side)].name);
  return bringing({ ...followed, says: [asked, ...remarks] });
}

/** Why it is held, and until when where time alone makes room. */
export const heldInWords = (known: Known, { number, to, cc }: Introduction, { why, lookAt }: Hold): string =>
  say.held({
    number,
    names: namesOf({ to, cc }),
    because: heldBecause[why],
    until: lookAt === undefined ? null : day(known, lookAt),
    isPaused: why === 'paused',
    canGoAnyway: why !== 'daily guard',
  });
