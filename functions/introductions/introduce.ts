// Introducing two people: from a request to an introduction that is drafted, dated, held, asked about or sent.
// The order of what is looked at is the order of this file: who is meant, who may be written to, whether it is wanted twice or
// under a condition, and only then how it begins.

import { DateTime } from 'luxon';
import { resolveWhen } from '../language/dates.ts';
import { noteOf } from '../language/note.ts';
import type { Manner, Mention, Request } from '../language/requests.ts';
import * as say from '../letters/answer.ts';
import { usualSubject } from '../letters/introduction.ts';
import { token } from '../mail/token.ts';
import { shortName, spokenName } from '../people/names.ts';
import type { Person } from '../people/person.ts';
import { holdFor } from './balance.ts';
import type { Brought, Desk } from './brought.ts';
import { andThen, asking, bringing, joined, keyOf, nothing, saying } from './brought.ts';
import { follow } from './effects.ts';
import type { Change, Known, Met } from './known.ts';
import { apply } from './known.ts';
import type { Introduction, Party, Side, State } from './life.ts';
import { advance } from './life.ts';
import type { Pending } from './question.ts';
import { threadOf } from './thread.ts';
import { whom } from './whom.ts';

type RequestOf<K extends Request['kind']> = Extract<Request, { kind: K }>;
export type PendingOf<K extends Request['kind']> = Pending & { readonly request: RequestOf<K> };

/** One of the two, as a request means them. */
interface Meant {
  readonly person: Person;
  readonly address: string;
  readonly reading: number;
}

interface Pair {
  readonly to: Meant;
  readonly cc: Meant;
  /** Sentences for the mentor about either entry. */
  readonly remarks: readonly string[];
}

/** `intro X to Y`, in whatever manner. */
export function introduce(desk: Desk, pending: PendingOf<'introduce'>): Brought {
  const { request } = pending;
  const met = pairOf(desk, pending, 'to', 'cc');
  if (met.kind === 'open') return met.brought;
  const pair = request.directed ? met.pair : protegeInCopy(met.pair);
  return andThen(desk, met.brought, (desk) => {
    const stopped = reasonNotTo(desk, pair) ?? whetherAgain(desk, pair, pending) ?? whetherNow(pending);
    if (stopped !== null) return stopped;
    const words = {
      note: noteFor(request, [request.to, request.cc], met.pair),
      subject: request.subject ?? subjectFor(pair),
    };
    return begin(
      desk,
      newIntroduction(desk, pair, words, toAskFor(desk.known, pair, [])),
      pair.remarks,
      request.manner,
      pending,
    );
  });
}

/** `ask Y about meeting X`: like an introduction, with one party's yes before it. */
export function askFirst(desk: Desk, pending: PendingOf<'ask-first'>): Brought {
  const { request } = pending;
  const met = pairOf(desk, pending, 'party', 'other');
  if (met.kind === 'open') return met.brought;
  const pair = isProtege(met.pair.to) && !isProtege(met.pair.cc) ? turned(met.pair) : met.pair;
  const asked: Side = pair === met.pair ? 'to' : 'cc';
  return andThen(desk, met.brought, (desk) => {
    const stopped = reasonNotTo(desk, pair) ?? whetherAgain(desk, pair, pending);
    if (stopped !== null) return stopped;
    const words = { note: noteFor(request, [request.party, request.other], met.pair), subject: subjectFor(pair) };
    const introduction = newIntroduction(desk, pair, words, toAskFor(desk.known, pair, [asked]));
    return begin(desk, introduction, pair.remarks, { kind: 'now' }, pending);
  });
}

type Paired =
  | { readonly kind: 'pair'; readonly pair: Pair; readonly brought: Brought }
  | { readonly kind: 'open'; readonly brought: Brought };

/** Both people, or everything that must be asked about either. */
function pairOf(desk: Desk, pending: Pending, toSlot: 'to' | 'party', ccSlot: 'cc' | 'other'): Paired {
  const to = whom(desk, pending, toSlot, 'reached');
  const afterTo = to.kind === 'person' ? { ...desk, known: apply(desk.known, to.brought.changes) } : desk;
  const cc = whom(afterTo, pending, ccSlot, 'reached');
  if (to.kind === 'self' || cc.kind === 'self') {
    const other = to.kind === 'self' ? cc : to;
    return {
      kind: 'open',
      brought:
        other.kind === 'person'
          ? saying(say.yourself(other.person.name, other.address))
          : saying(say.yourselfToNobody()),
    };
  }
  if (to.kind === 'open' || cc.kind === 'open') {
    return {
      kind: 'open',
      brought: joined(...[to, cc].flatMap((side) => (side.kind === 'open' ? [side.brought] : []))),
    };
  }
  if (to.person.id === cc.person.id) return { kind: 'open', brought: saying(say.samePerson(to.person.name)) };
  const remarks = [to.remark, cc.remark].filter((remark) => remark !== '');
  return { kind: 'pair', pair: { to, cc, remarks }, brought: joined(to.brought, cc.brought) };
}

const isProtege = ({ person }: Meant): boolean => person.kind === 'protege';

const turned = ({ to, cc, remarks }: Pair): Pair => ({ to: cc, cc: to, remarks });

/** Where the words give no direction a protégé is in copy, otherwise the first named, whom language has put there. */
const protegeInCopy = (pair: Pair): Pair => (isProtege(pair.to) && !isProtege(pair.cc) ? turned(pair) : pair);

/** Somebody of the two who may not be written to, or null. */
function reasonNotTo({ known }: Desk, { to, cc }: Pair): Brought | null {
  const never = [to, cc].find(({ person }) => person.consent === 'never');
  if (never !== undefined) return saying(say.never(never.person.name));
  const optedOut = [to, cc].find(({ address }) => known.optedOut.has(address));
  return optedOut === undefined ? null : saying(say.optedOut(optedOut.person.name, optedOut.address));
}

/** The same two met before: the mentor is told when, and asked. Twice in one mail is a slip, and once. */
function whetherAgain(desk: Desk, { to, cc }: Pair, pending: Pending): Brought | null {
  if (pending.confirmed.includes('again')) return null;
  const met = lastMet(desk.known, to.person.id, cc.person.id);
  if (met === undefined) return null;
  if (met.number >= desk.firstNumber) return nothing;
  return asking(
    { kind: 'confirm', pending: [confirmedWith(pending, 'again')], words: say.introduceAgain() },
    say.metBefore(cc.person.name, to.person.name, met.number, met.state, day(desk.known, met.at)),
  );
}

const undone: readonly State['kind'][] = ['cancelled', 'declined', 'expired'];

/** The latest introduction of the two that came, or may still come, to something. */
export const lastMet = (known: Known, oneId: string, otherId: string): Met | undefined =>
  known.met
    .filter(
      ({ personId, otherId: other, state }) =>
        ((personId === oneId && other === otherId) || (personId === otherId && other === oneId)) &&
        !undone.includes(state),
    )
    .sort((a, b) => b.number - a.number)[0];

export const confirmedWith = <P extends Pending>(pending: P, what: Pending['confirmed'][number]): P => ({
  ...pending,
  confirmed: [...new Set([...pending.confirmed, what])],
});

/** "if Y is free": the service asks before it acts. */
function whetherNow(pending: PendingOf<'introduce'>): Brought | null {
  const { manner } = pending.request;
  if (manner.kind !== 'conditional' || pending.confirmed.includes('condition')) return null;
  return asking({
    kind: 'confirm',
    pending: [confirmedWith(pending, 'condition')],
    words: say.underCondition(pending.request.sentence, manner.condition),
  });
}

/** Which sides are asked before it goes out: whom the mentor wants asked, then whoever is marked, *to* first. */
function toAskFor({ mentor }: Known, { to, cc }: Pair, wanted: readonly Side[]): readonly Side[] {
  const marked = (['to', 'cc'] as const).filter((side) => (side === 'to' ? to : cc).person.consent === 'ask first');
  return [...new Set([...wanted, ...(mentor.alwaysAskFirst ? (['to'] as const) : []), ...marked])];
}

function newIntroduction(
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

export const partyOf = ({ person, address }: Pick<Meant, 'person' | 'address'>): Party => ({
  personId: person.id,
  name: spokenName(person.name),
  address,
  addresses: [...new Set([address, ...person.addresses])].filter((each) => each !== ''),
  repliedAt: null,
  isMentor: false,
});

const subjectFor = ({ to, cc }: Pair): string => usualSubject(shortName(to.person.name), shortName(cc.person.name));

/** How it begins: shown, dated, held, or at once (which means asking first where a yes is missing). */
function begin(
  desk: Desk,
  introduction: Introduction,
  remarks: readonly string[],
  manner: Manner,
  pending: Pending,
): Brought {
  const { known } = desk;
  const numbered: Change = {
    kind: 'mentor',
    mentor: { ...known.mentor, nextNumber: introduction.number + 1 },
    was: known.mentor,
  };
  return andThen(desk, bringing({ changes: [numbered] }), (desk) => {
    if (manner.kind === 'on') return onItsDay(desk, introduction, remarks, manner, pending);
    if (manner.kind === 'draft' || known.mentor.showMeFirst) {
      return joined(
        bringing({ changes: [{ kind: 'introduction', introduction, was: null }], says: remarks }),
        asking({ kind: 'draft', introduction: introduction.number }),
      );
    }
    return send(desk, introduction, null, remarks);
  });
}

function onItsDay(
  desk: Desk,
  introduction: Introduction,
  remarks: readonly string[],
  { when }: Extract<Manner, { kind: 'on' }>,
  pending: Pending,
): Brought {
  const { known } = desk;
  const due = resolveWhen(when, known.now, known.mentor.timeZone);
  if (due === null || Date.parse(due) <= Date.parse(known.now)) {
    return asking(
      { kind: 'confirm', pending: [madeNow(pending)], words: say.makeItNow() },
      say.dayNotUnderstood(when.words, introduction.cc.name, introduction.to.name),
    );
  }
  const { introduction: scheduled } = advance(introduction, { kind: 'scheduled', at: known.now, for: due });
  return bringing({
    changes: [{ kind: 'introduction', introduction: scheduled, was: null }],
    says: [
      say.scheduled(introduction.number, introduction.cc.name, introduction.to.name, moment(known, due)),
      ...remarks,
    ],
  });
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
  const hold = holdFor(known, anyway ? { ...introduction, anyway } : introduction);
  if (hold !== null) {
    const { introduction: held } = advance(anyway ? { ...introduction, anyway } : introduction, {
      kind: 'held',
      at: known.now,
      ...hold,
    });
    return bringing({
      changes: [{ kind: 'introduction', introduction: held, was }],
      says: [
        say.held(
          held.number,
          held.cc.name,
          held.to.name,
          hold.why,
          hold.lookAt === undefined ? null : day(known, hold.lookAt),
        ),
        ...remarks,
      ],
    });
  }
  const step = advance(introduction, { kind: 'send asked', at: known.now, ...(anyway ? { anyway } : {}) });
  const followed = follow(known, was, step, { remarks, thread: threadOf(desk.received) });
  const { state } = step.introduction;
  const says =
    state.kind === 'asking'
      ? [
          say.askedFirst(
            step.introduction.number,
            step.introduction[state.side].name,
            step.introduction[state.side === 'to' ? 'cc' : 'to'].name,
          ),
          ...remarks,
        ]
      : [];
  return bringing({ ...followed, says });
}

/** `I introduced X to Y last week`: recorded, so that it is never suggested again. Nobody is written to, nobody needs an address. */
export function introducedAlready(desk: Desk, pending: PendingOf<'introduced-already'>): Brought {
  const { request } = pending;
  const to = whom(desk, pending, 'to', 'recorded');
  const cc = whom(desk, pending, 'cc', 'recorded');
  if (to.kind !== 'person' || cc.kind !== 'person') {
    return joined(...[to, cc].flatMap((side) => (side.kind === 'open' ? [side.brought] : [])));
  }
  if (to.person.id === cc.person.id) return saying(say.samePerson(to.person.name));
  return andThen(desk, joined(to.brought, cc.brought), (desk) => {
    const { known } = desk;
    const met = lastMet(known, to.person.id, cc.person.id);
    if (met !== undefined) {
      return saying(say.knownAlready(cc.person.name, to.person.name, met.number, day(known, met.at)));
    }
    const pair = { to, cc, remarks: [] };
    const at = (request.when && resolveWhen(request.when, known.now, known.mentor.timeZone)) ?? known.now;
    const made = Date.parse(at) > Date.parse(known.now) ? known.now : at;
    const introduction: Introduction = {
      ...newIntroduction(desk, pair, { note: '', subject: subjectFor(pair) }, []),
      origin: 'already-made',
      state: { kind: 'done', at: known.now, how: 'told' },
      sentAt: made,
    };
    return bringing({
      changes: recorded(known, introduction),
      says: [say.recordedAsMade(introduction.number, cc.person.name, to.person.name)],
    });
  });
}

/** A new introduction that sends nothing, and the number it takes. */
export const recorded = (known: Known, introduction: Introduction): readonly Change[] => [
  { kind: 'mentor', mentor: { ...known.mentor, nextNumber: introduction.number + 1 }, was: known.mentor },
  { kind: 'introduction', introduction, was: null },
];

/** An introduction that the mentor has made by hand, with the two to whom the mail went. */
export function madeByHand(desk: Desk, to: Person, toAddress: string, cc: Person, ccAddress: string): Introduction {
  const pair: Pair = {
    to: { person: to, address: toAddress, reading: 0 },
    cc: { person: cc, address: ccAddress, reading: 0 },
    remarks: [],
  };
  const { now } = desk.known;
  const { messageId, subject } = desk.received.mail;
  return {
    ...newIntroduction(desk, pair, { note: '', subject: subject || subjectFor(pair) }, []),
    origin: 'by-hand',
    state: { kind: 'introduced', at: now, toldQuiet: false },
    sentAt: now,
    messageIds: messageId === null ? [] : [messageId],
  };
}

/** `24 November 2026`, in the mentor's zone. */
export const day = ({ mentor }: Pick<Known, 'mentor'>, instant: string): string =>
  DateTime.fromISO(instant, { zone: mentor.timeZone }).setLocale('en').toFormat('d MMMM yyyy');

/** `24 November 2026 at 08:00`, in the mentor's zone. */
export const moment = ({ mentor }: Pick<Known, 'mentor'>, instant: string): string =>
  DateTime.fromISO(instant, { zone: mentor.timeZone }).setLocale('en').toFormat("d MMMM yyyy 'at' HH:mm");

/** The note for the letter, now that it is known which reading of either mention is meant. */
function noteFor(
  request: RequestOf<'introduce' | 'ask-first'>,
  [toMention, ccMention]: readonly [Mention, Mention],
  { to, cc }: Pair,
): string {
  return noteOf(
    request.note,
    [toMention.readings[to.reading], ccMention.readings[cc.reading]].filter((reading) => reading !== undefined),
  );
}
