// Introducing two people: from a request to an introduction that is drafted, dated, held, asked about or sent.
// The order of what is looked at is the order of this file: who is meant, who may be written to, whether it is wanted twice or
// under a condition, and only then how it begins.

import { noteOf } from '../language/note.ts';
import type { Mention, When } from '../language/requests.ts';
import * as say from '../letters/answer.ts';
import { matchMention } from '../people/match.ts';
import type { Pair } from './begin.ts';
import { begin, dueOn, newIntroduction, subjectFor } from './begin.ts';
import type { Brought, Desk } from './brought.ts';
import { andThen, asking, joined, nothing, saying } from './brought.ts';
import type { Known } from './known.ts';
import { apply, lastMet } from './known.ts';
import type { Side } from './life.ts';
import { otherSide } from './life.ts';
import type { Pending, PendingOf } from './question.ts';
import { confirmedWith } from './question.ts';
import type { Whom } from './whom.ts';
import { whom } from './whom.ts';
import { day, moment } from './zone.ts';

type Found = Extract<Whom, { kind: 'person' }>;

/** Both people, as the request means them. */
interface Both extends Pair {
  readonly to: Found;
  readonly cc: Found;
}

/** `intro X to Y`, in whatever manner. */
export function introduce(desk: Desk, pending: PendingOf<'introduce'>): Brought {
  const { request } = pending;
  const met = pairOf(desk, pending, 'to', 'cc');
  if (met.kind === 'open') return met.brought;
  const pair = request.directed ? met.pair : protegeInCopy(met.pair);
  return andThen(desk, met.brought, (desk) => {
    const stopped =
      reasonNotTo(desk, pair) ??
      whetherAgain(desk, pair, pending) ??
      whetherThese(desk, met.pair, pending) ??
      whetherNow(pending);
    if (stopped !== null) return stopped;
    const words = {
      note: noteFor(request, [request.to, request.cc], met.pair),
      subject: request.subject ?? subjectFor(pair),
    };
    return begin(
      desk,
      newIntroduction(desk, pair, words, toAskFor(desk.known, pair, sidesToAsk(request, pair, met.pair))),
      remarksOn(pair),
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
  const asked: readonly Side[] = request.both === true ? ['to', 'cc'] : [pair === met.pair ? 'to' : 'cc'];
  return andThen(desk, met.brought, (desk) => {
    const stopped = reasonNotTo(desk, pair) ?? whetherAgain(desk, pair, pending);
    if (stopped !== null) return stopped;
    const words = { note: noteFor(request, [request.party, request.other], met.pair), subject: subjectFor(pair) };
    const introduction = newIntroduction(desk, pair, words, toAskFor(desk.known, pair, asked));
    if (request.when === undefined) return begin(desk, introduction, remarksOn(pair), { kind: 'now' }, pending);
    const due = dueOn(desk, request.when);
    if (due === null) return whenInstead(pair, pending, request.when);
    const remarks = [...remarksOn(pair), say.afterYesOn(moment(desk.known, due))];
    return begin(desk, { ...introduction, notBefore: due }, remarks, { kind: 'now' }, pending);
  });
}

/** No such day: asked about before anybody else is. */
function whenInstead({ to, cc }: Pair, pending: PendingOf<'ask-first'>, { words }: When): Brought {
  const { when: _, ...request } = pending.request;
  return asking(
    { kind: 'confirm', pending: [{ ...pending, request }], words: say.makeItNow() },
    say.dayNotUnderstood(words, cc.person.name, to.person.name),
  );
}

type Paired =
  | { readonly kind: 'both'; readonly pair: Both; readonly brought: Brought }
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
  return { kind: 'both', pair: { to, cc }, brought: joined(to.brought, cc.brought) };
}

const isProtege = ({ person }: Found): boolean => person.kind === 'protege';

const turned = ({ to, cc }: Both): Both => ({ to: cc, cc: to });

/** Where the words give no direction a protégé is in copy, otherwise the first named, whom language has put there. */
const protegeInCopy = (pair: Both): Both => (isProtege(pair.to) && !isProtege(pair.cc) ? turned(pair) : pair);

/** Sentences for the mentor about either entry: it is new, it has gained an address. */
const remarksOn = ({ to, cc }: Both): readonly string[] => [to.remark, cc.remark].filter((remark) => remark !== '');

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

/** The sides whose yes the words want, where a protégé in copy has changed places with the other. */
const sidesToAsk = ({ ask }: PendingOf<'introduce'>['request'], pair: Both, named: Both): readonly Side[] =>
  (ask ?? []).map((side) => (pair.to === named.to ? side : otherSide(side)));

/** "I meant Z", of nobody in particular: asked about where one of Z and of whoever made place is a protégé, and the other is none. */
function whetherThese({ known }: Desk, { to, cc }: Both, pending: PendingOf<'introduce'>): Brought | null {
  const { insteadOf, sentence } = pending.request;
  if (insteadOf === undefined || pending.confirmed.includes('condition')) return null;
  const was = matchMention(insteadOf, known.people);
  if (!('person' in was) || (was.person.kind === 'protege') === isProtege(to)) return null;
  return asking({
    kind: 'confirm',
    pending: [confirmedWith(pending, 'condition')],
    words: say.insteadOf(sentence, was.person.name, cc.person.name, to.person.name),
  });
}

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

/** The note for the letter, now that it is known which reading of either mention is meant. */
function noteFor(
  request: PendingOf<'introduce' | 'ask-first'>['request'],
  [toMention, ccMention]: readonly [Mention, Mention],
  { to, cc }: Both,
): string {
  return noteOf(
    request.note,
    [toMention.readings[to.reading], ccMention.readings[cc.reading]].filter((reading) => reading !== undefined),
  );
}
