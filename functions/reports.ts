// Look up, then decide, for what becomes of our letters: what posting finds out at once, and what mail systems say later, in reports
// that come as mails and in SES's own events. SES's come first; the same failure told again is the same failure (MAIL-RULES B).

import { untilNotOvertaken } from './batch.ts';
import type { Decided } from './hats.ts';
import { decideBounce, type FailedLetter, type Failure } from './introductions/bounced.ts';
import { decideNotSent } from './introductions/due.ts';
import { apply, type Change, type Decision, type Known, type Outcome, type Received } from './introductions/known.ts';
import { decideOptOut, decideStrangersOptOut, type OptOut } from './introductions/opt-out.ts';
import { silence } from './introductions/outcome.ts';
import type { Letter } from './letters/letter.ts';
import type { Report } from './mail/bounce.ts';
import { entriesWith, introductionsByNumber, mentorByAddress, mentorById } from './store/accounts.ts';
import { carryOut, type Marked } from './store/carry-out.ts';
import type { CommitOptions } from './store/commit.ts';
import type { Conversation } from './store/conversations.ts';
import { lookUpFor } from './store/look-up.ts';
import { letterByTag, type Posted, settledWrite, tagOfMessage } from './store/post.ts';
import type { Store } from './store/store.ts';
import { count } from './telemetry.ts';

/** Commits and posts, tells the mentor what could not go out, and every other mentor whom an opt-out concerns. */
export async function carryThrough(
  store: Store,
  outcome: Outcome,
  options: CommitOptions,
  marked?: Marked,
): Promise<void> {
  const posted = await carryOut(store, outcome, options, marked);
  countForAlarms(outcome, posted);
  await tellNotSent(store, posted, options.now);
  for (const address of stopsIn(outcome)) await tellOthersOfStop(store, address, options);
}

const stopsIn = ({ decisions }: Outcome): string[] =>
  decisions.flatMap(({ changes }) => changes.flatMap((change) => (change.kind === 'opt-out' ? [change.address] : [])));

/** It holds for the whole installation: whatever other mentors have open with the address ends, and each of them hears of it once. */
async function tellOthersOfStop(store: Store, address: string, { now, mentorId }: CommitOptions): Promise<void> {
  const mentorIds = (await entriesWith(store, address)).map((entry) => entry.mentorId);
  for (const other of new Set(mentorIds)) {
    if (other === mentorId) continue;
    await untilNotOvertaken(async () => {
      const { outcome } = await stopped(store, { address, name: '', id: `stop/${now}` }, other, now, false);
      const posted = await carryOut(store, outcome, { now, mentorId: other, claim: null });
      await tellNotSent(store, posted, now);
    });
  }
}

/** What whoever runs the service should look at (infra/alarms.ts): somebody begins too much in a day, or gets too much mail. */
function countForAlarms({ decisions }: Outcome, posted: readonly Posted[]): void {
  const held = decisions.flatMap(({ changes }) => changes).filter(isHeldForVolume).length;
  if (held > 0) count('HeldForVolume', held);
  const capped = posted.filter((one) => one.kind === 'waits' && one.why === 'capped').length;
  if (capped > 0) count('LettersCapped', capped);
}

const isHeldForVolume = (change: Change): boolean =>
  change.kind === 'introduction' &&
  change.introduction.state.kind === 'held' &&
  change.introduction.state.why === 'daily guard' &&
  change.was?.state.kind !== 'held';

/** Letters that SES refused for good, or whose reader had stopped just before: settled, and the mentor hears of each, once. */
export async function tellNotSent(store: Store, posted: readonly Posted[], now: string): Promise<void> {
  for (const one of posted) {
    if (one.kind !== 'refused' && one.kind !== 'stopped') continue;
    const why = one.kind === 'stopped' ? `${one.why} takes no more mail from this service` : one.why;
    const { outcome, mentorId } = await notSent(store, one.letter, why, now);
    const also = [settledWrite(store, one.tag, one.kind)];
    await carryOut(store, withOne(outcome), { now, mentorId, claim: null, also });
  }
}

/** Where nobody is to be told, what is noted still needs a decision to be noted with. */
const withOne = (outcome: Outcome): Outcome =>
  outcome.decisions.length > 0 ? outcome : { ...outcome, decisions: [{ place: 'noted', changes: [], letters: [] }] };

/** `why` is in words. */
export async function notSent(store: Store, letter: Letter, why: string, now: string): Promise<Decided> {
  const mentor = letter.mentorId === null ? null : await mentorById(store, letter.mentorId);
  if (mentor === null) return nothing('not sent');
  const numbers = letter.introduction === null ? [] : [letter.introduction];
  const known = await lookUpFor(store, mentor, { introduction: null, question: null }, { numbers }, now);
  return { outcome: decideNotSent(known, letter, why), mentorId: mentor.id };
}

const nothing = (reason: string): Decided => ({ outcome: { decisions: [], reason }, mentorId: '' });

/** A report as a mail: the letter is found by the token that it came to, by our stamp in the returned copy, or by a Message-ID. */
export async function decideReport(
  store: Store,
  received: Received,
  report: Report,
  about: Conversation | null,
  now: string,
): Promise<Decided> {
  const tag = report.stamp ?? (await tagOfMessage(store, report.messageIds));
  const letter = tag === null ? null : ((await letterByTag(store, tag))?.letter ?? null);
  if (report.kind === 'abuse')
    return complained(
      store,
      report.results.map(({ address }) => address),
      letter,
      received.id,
      now,
    );
  if (report.kind !== 'bounce') return nothing('report');
  const failures = report.results.flatMap(({ address, outcome, why }): Failure[] =>
    outcome === 'delivered' ? [] : [{ address, permanence: outcome, why }],
  );
  const unnamed: Failure = { address: null, permanence: 'hard', why: '' };
  return failed(store, letter, about, failures.length === 0 ? [unnamed] : failures, now);
}

/** What failed of one letter, told by a mail or by SES. */
export async function failed(
  store: Store,
  letter: Letter | null,
  about: Conversation | null,
  failures: readonly Failure[],
  now: string,
): Promise<Decided> {
  const mentor = await mentorById(store, about?.mentorId ?? letter?.mentorId ?? '');
  if (mentor === null) return nothing('a report about no letter of ours');
  const number = numberIn(about) ?? letter?.introduction ?? null;
  const [introduction = null] = number === null ? [] : await introductionsByNumber(store, mentor.id, [number]);
  const known = await lookUpFor(store, mentor, { introduction, question: null }, {}, now);
  const failedLetter = { introduction, letter: letter ?? askingLetter(about) };
  return { outcome: decideFailures(known, failedLetter, failures), mentorId: mentor.id };
}

/** The introduction that a conversation is about, itself or by what was asked. */
function numberIn(about: Conversation | null): number | null {
  if (about?.kind === 'introduction') return about.introduction.number;
  const [number] = (about?.question.parts ?? []).flatMap((part) =>
    'introduction' in part && part.introduction !== null ? [part.introduction] : [],
  );
  return number ?? null;
}

/** A report at a question's address without a returned copy: the letter is the one that asked. */
function askingLetter(about: Conversation | null): FailedLetter['letter'] {
  if (about?.kind !== 'question') return null;
  const { id, subject, asked, address } = about.question;
  return { id, subject, to: [{ name: '', address }], cc: [], audience: asked === 'party' ? 'outsider' : 'mentor' };
}

/** One after the other; each sees what the one before it changed. */
function decideFailures(known: Known, letter: FailedLetter, failures: readonly Failure[]): Outcome {
  const decisions: Decision[] = [];
  const reasons: string[] = [];
  let then = known;
  for (const [at, failure] of failures.entries()) {
    const introduction =
      then.introductions.find(({ number }) => number === letter.introduction?.number) ?? letter.introduction;
    const { decisions: some, reason } = decideBounce(then, { ...letter, introduction }, failure);
    reasons.push(reason);
    for (const decision of some) {
      decisions.push({ ...decision, place: `bounce/${at}` });
      then = apply(then, decision.changes);
    }
  }
  return { decisions, reason: [...new Set(reasons)].join(', ') };
}

/** A complaint is a stop: for the whole installation, told to the mentor whose letter it was, or who has the address. */
export async function complained(
  store: Store,
  addresses: readonly string[],
  letter: Letter | null,
  id: string,
  now: string,
): Promise<Decided> {
  const recipients = letter === null ? [] : [...letter.to, ...letter.cc].map(({ address }) => address);
  // Some mailbox providers hide who complained: with one recipient there is no doubt.
  const [address] = addresses.length > 0 ? addresses : recipients.length === 1 ? recipients : [];
  if (address === undefined) return nothing('a complaint by nobody we know');
  return stopped(store, { address, name: '', id }, letter?.mentorId ?? null, now);
}

/**
 * An address that wants no more mail, for one mentor concerned: the one whose letter it was, or who has the address. `alreadyOut`: left
 * away, it is looked up. A mentor is no outsider: as a party of another mentor's introduction they leave that, and stay reachable.
 */
export async function stopped(
  store: Store,
  optOut: OptOut,
  mentorId: string | null,
  now: string,
  alreadyOut?: boolean,
): Promise<Decided> {
  const [entries, isMentor] = await Promise.all([
    entriesWith(store, optOut.address),
    mentorByAddress(store, optOut.address).then((found) => found !== null),
  ]);
  const mentor = await mentorById(store, mentorId ?? entries[0]?.mentorId ?? '');
  if (mentor === null) {
    return {
      outcome: isMentor ? silence('a mentor cannot opt out') : decideStrangersOptOut(optOut.address, now),
      mentorId: '',
    };
  }
  const personIds = entries.filter((entry) => entry.mentorId === mentor.id).map(({ personId }) => personId);
  const addresses = [optOut.address];
  const known = await lookUpFor(store, mentor, { introduction: null, question: null }, { personIds, addresses }, now);
  const outcome = decideOptOut(known, optOut, alreadyOut ?? known.optedOut.has(optOut.address));
  return { outcome: isMentor ? withoutOptOut(outcome) : outcome, mentorId: mentor.id };
}

const withoutOptOut = ({ decisions, reason }: Outcome): Outcome => ({
  reason,
  decisions: decisions.map((decision) => ({
    ...decision,
    changes: decision.changes.filter(({ kind }) => kind !== 'opt-out'),
  })),
});
