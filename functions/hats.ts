// Look up, then decide: for each hat that the writer of a mail may wear (introductions/hat.ts), what must be known, and who decides.

import { decideAsked } from './introductions/asked.ts';
import { decideMentor } from './introductions/decide-mentor.ts';
import { type Entry, type Hat, type HatFacts, hatOf } from './introductions/hat.ts';
import { withAttached } from './introductions/import.ts';
import type { Known, Outcome, Received } from './introductions/known.ts';
import type { Introduction } from './introductions/life.ts';
import { namedIn } from './introductions/named.ts';
import { decideOptIn, decideOptOutByMail, decideStrangersOptOut } from './introductions/opt-out.ts';
import { decideProtege, mentorAsked, type ProtegeOf } from './introductions/protege.ts';
import type { Question } from './introductions/question.ts';
import { decideHeldBack, decideIntroducer, decideReply } from './introductions/reply.ts';
import { decideStranger } from './introductions/stranger.ts';
import { decideUnproven } from './introductions/unproven.ts';
import type { Understanding } from './language/requests.ts';
import type { Mentor } from './people/mentor.ts';
import { entriesWith, mentorByAddress, mentorById } from './store/accounts.ts';
import type { Write } from './store/commit.ts';
import { type Conversation, madeByHandBetween } from './store/conversations.ts';
import { lookUpFor, lookUpForMentor, metOfPerson } from './store/look-up.ts';
import { lastStrangerLineAt, optedOutAmong, strangerLineWrite } from './store/opt-outs.ts';
import type { Store } from './store/store.ts';
import { unprovenToday, unprovenWrite } from './store/unproven.ts';

/** What a mail brought with it besides its words. */
export interface Circumstances {
  /** What its addresses and references say it is about. */
  readonly about: Conversation | null;
  /** Scanning took it for spam, or found a virus in it. */
  readonly suspicion: 'spam' | 'virus' | null;
  readonly now: string;
}

export interface Decided {
  readonly outcome: Outcome;
  /** Whose book the decisions are about; '' where it is nobody's. */
  readonly mentorId: string;
  /** What is noted in the same transaction as the first decision. */
  readonly also?: readonly Write[];
}

const nothing = (reason: string): Decided => ({ outcome: { decisions: [], reason }, mentorId: '' });

export async function decideByHat(
  store: Store,
  mail: Received,
  understanding: Understanding,
  circumstances: Circumstances,
): Promise<Decided> {
  const { about, now, suspicion } = circumstances;
  const facts = await hatFacts(store, mail, about);
  const received: Received = { ...mail, writerIsMentor: facts.writer !== null };
  const hat = hatOf(facts);
  // Spam from a mentor who is proven is worked on; what carries a virus is read for nobody (MAIL-RULES D6).
  if (suspicion === 'virus' || (suspicion === 'spam' && hat.kind !== 'mentor'))
    return heldBack(store, received, about, suspicion, now);
  switch (hat.kind) {
    case 'mentor':
      return asMentor(store, received, understanding, hat, about?.kind === 'question' && about.settled, now);
    case 'unproven':
      return asUnproven(store, received, hat.mentorId, now);
    case 'introducer':
      return about === null
        ? nothing('introducer')
        : of(store, hat.mentorId, async (mentor) => {
            const known = await lookUpFor(store, mentor, { introduction: hat.introduction, question: null }, {}, now);
            return decideIntroducer(received, known, hat.introduction);
          });
    case 'party':
      return hat.introduction === null
        ? asAsked(store, received, understanding, hat, about?.kind === 'question' && about.settled, now)
        : asParty(store, received, understanding, hat.introduction, now);
    case 'protege':
      return asProtege(store, received, understanding, hat.entries, facts, now);
    case 'stranger':
      return asStranger(store, received, understanding, facts.entries, now);
    case 'nobody':
      return nothing(hat.why);
    default:
      return hat satisfies never;
  }
}

type HatOf<K extends Hat['kind']> = Extract<Hat, { kind: K }>;

/** Decides for one mentor; where the account is gone meanwhile, nothing. */
async function of(store: Store, mentorId: string, decide: (mentor: Mentor) => Promise<Outcome>): Promise<Decided> {
  const mentor = await mentorById(store, mentorId);
  return mentor === null ? nothing('mentor has left') : { outcome: await decide(mentor), mentorId };
}

async function hatFacts(store: Store, received: Received, about: Conversation | null): Promise<HatFacts> {
  const { from, proof, otherRecipients } = received;
  const [owner, writer, entries] = await Promise.all([
    about === null ? null : mentorById(store, about.mentorId),
    from === null ? null : mentorByAddress(store, from),
    from === null || about !== null ? [] : entriesWith(store, from),
  ]);
  const madeByHand = writer === null && about === null ? await oneMadeByHand(store, entries, otherRecipients) : null;
  return { from, proof, otherRecipients, conversation: about, owner, writer, entries, madeByHand };
}

/** More addressees than that make no introduction of two. */
const addresseesLookedAt = 20;

/** A reply to all that lost its References: the one introduction by hand of which its writer and another addressee are the two. */
async function oneMadeByHand(
  store: Store,
  entries: readonly Entry[],
  others: readonly string[],
): Promise<Introduction | null> {
  if (entries.length === 0 || others.length === 0 || others.length > addresseesLookedAt) return null;
  const theirs = (await Promise.all(others.map((address) => entriesWith(store, address)))).flat();
  const found = await Promise.all(
    entries.map(({ mentorId, personId }) => {
      const sameBook = theirs.filter((one) => one.mentorId === mentorId).map((one) => one.personId);
      return sameBook.length === 0 ? [] : madeByHandBetween(store, mentorId, personId, sameBook);
    }),
  );
  const [only, ...rest] = found.flat();
  return only !== undefined && rest.length === 0 ? only : null;
}

async function heldBack(
  store: Store,
  received: Received,
  about: Conversation | null,
  suspicion: 'spam' | 'virus',
  now: string,
): Promise<Decided> {
  if (about?.kind !== 'introduction' || received.automated !== 'no') return nothing(suspicion);
  const { introduction } = about;
  return of(store, about.mentorId, async (mentor) => {
    const known = await lookUpFor(store, mentor, { introduction, question: null }, {}, now);
    return decideHeldBack(received, known, introduction, suspicion);
  });
}

async function asMentor(
  store: Store,
  received: Received,
  read: Understanding,
  { mentorId, introduction, question }: HatOf<'mentor'>,
  settled: boolean,
  now: string,
): Promise<Decided> {
  if (received.automated !== 'no') return nothing('robot');
  const about = { introduction, question, settled };
  const understanding = introduction === null && question === null ? withAttached(read, received) : read;
  return of(store, mentorId, async (mentor) => {
    const { otherRecipients, mail } = received;
    const known = await lookUpForMentor(store, mentor, {
      understanding,
      about,
      otherRecipients,
      attachments: mail.attachments,
      now,
    });
    return decideMentor(received, understanding, known, about);
  });
}

async function asUnproven(store: Store, received: Received, mentorId: string, now: string): Promise<Decided> {
  const mentor = await mentorById(store, mentorId);
  if (mentor === null) return nothing('mentor has left');
  const known = await lookUpFor(store, mentor, { introduction: null, question: null }, {}, now);
  const before = await unprovenToday(store, mentor, now);
  const { outcome, today } = decideUnproven(received, known, before);
  if (today === before) return { outcome, mentorId };
  // Also where no letter goes out, the mail is to be named in the next one.
  const kept: Outcome =
    outcome.decisions.length > 0
      ? outcome
      : { ...outcome, decisions: [{ place: 'unproven', changes: [], letters: [] }] };
  return { outcome: kept, mentorId, also: [unprovenWrite(store, mentor, now, before, today)] };
}

async function asParty(
  store: Store,
  received: Received,
  understanding: Understanding,
  introduction: Introduction,
  now: string,
): Promise<Decided> {
  return of(store, introduction.mentorId, async (mentor) => {
    const addresses = received.from === null ? [] : [received.from];
    const known = await lookUpFor(store, mentor, { introduction, question: null }, { addresses }, now);
    return decideReply(received, understanding, known, introduction);
  });
}

async function asAsked(
  store: Store,
  received: Received,
  understanding: Understanding,
  { mentorId, question }: HatOf<'party'>,
  settled: boolean,
  now: string,
): Promise<Decided> {
  if (question === null) return nothing('no question');
  return of(store, mentorId, async (mentor) => {
    const named = namedIn(received).flatMap(({ addresses }) => addresses);
    const addresses = [
      ...new Set([
        question.address,
        ...(received.from === null ? [] : [received.from]),
        ...named,
        ...understanding.answer.addresses,
      ]),
    ];
    const wanted = {
      addresses,
      personIds: peopleOf(question),
      numbers: numbersOf(question),
      mentions: understanding.answer.people,
    };
    const known = await lookUpFor(store, mentor, { introduction: null, question }, wanted, now);
    return decideAsked(received, understanding, known, question, settled);
  });
}

const peopleOf = ({ parts }: Question): string[] =>
  parts.flatMap((part) =>
    'personId' in part && part.personId !== undefined ? [part.personId, ...('listed' in part ? part.listed : [])] : [],
  );

const numbersOf = ({ parts }: Question): number[] =>
  parts.flatMap((part) => ('introduction' in part && part.introduction !== null ? [part.introduction] : []));

async function asProtege(
  store: Store,
  received: Received,
  understanding: Understanding,
  entries: readonly Entry[],
  facts: HatFacts,
  now: string,
): Promise<Decided> {
  if (understanding.answer.optOut !== null) return asStranger(store, received, understanding, facts.entries, now);
  const mentors = await Promise.all(entries.map((entry) => protegeOf(store, entry, received)));
  const asked = mentorAsked(
    received,
    understanding.opensWith,
    mentors.filter((one) => one !== null),
  );
  const entry = entries.find(({ mentorId }) => mentorId === asked?.mentorId);
  if (entry === undefined) return asStranger(store, received, understanding, facts.entries, now);
  const decided = await of(store, entry.mentorId, async (mentor) => {
    const addresses = received.from === null ? [] : [received.from];
    const known = await lookUpFor(
      store,
      mentor,
      { introduction: null, question: null },
      { personIds: [entry.personId], addresses },
      now,
    );
    const protege = known.people.find(({ id }) => id === entry.personId);
    return protege === undefined
      ? { decisions: [], reason: 'no wish' }
      : decideProtege(received, understanding, known, protege);
  });
  return decided.outcome.reason === 'no wish'
    ? asStranger(store, received, understanding, facts.entries, now)
    : decided;
}

/** Whether the mail answers a letter of this mentor's is told by its References, which name none of ours where nothing was found. */
async function protegeOf(store: Store, { mentorId, personId }: Entry, received: Received): Promise<ProtegeOf | null> {
  const [mentor, met] = await Promise.all([mentorById(store, mentorId), metOfPerson(store, mentorId, personId)]);
  if (mentor === null) return null;
  const lastIntroducedAt =
    met
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? null;
  const answered = received.otherRecipients.some((address) => mentor.addresses.includes(address));
  return { mentorId, mentorName: mentor.name, mentorAddresses: mentor.addresses, answered, lastIntroducedAt };
}

/** Whoever is none of the others: may stop and start, and gets at most one line in 30 days. */
async function asStranger(
  store: Store,
  received: Received,
  understanding: Understanding,
  entries: readonly Entry[],
  now: string,
): Promise<Decided> {
  const { from } = received;
  if (from === null || received.automated !== 'no') return nothing('robot');
  const optedOut = await optedOutAmong(store, [from]);
  if (understanding.answer.optOut === 'stop') return stopped(store, received, entries, optedOut, now);
  if (understanding.answer.optOut === 'start') return started(store, received, entries, optedOut);
  const outcome = decideStranger(
    received,
    { now, domain: store.domain, optedOut },
    await lastStrangerLineAt(store, from),
  );
  return { outcome, mentorId: '', also: outcome.decisions.length === 0 ? [] : [strangerLineWrite(store, from, now)] };
}

/** Every mentor whose book has the address is concerned; the first decision writes it down. */
async function stopped(
  store: Store,
  received: Received,
  entries: readonly Entry[],
  optedOut: ReadonlySet<string>,
  now: string,
): Promise<Decided> {
  const { from, proof } = received;
  if (from === null || proof !== 'pass') return nothing('unproven opt-out');
  const [first] = entries;
  if (first === undefined) {
    return optedOut.has(from)
      ? nothing('opted out before')
      : { outcome: decideStrangersOptOut(from, now), mentorId: '' };
  }
  return of(store, first.mentorId, async (mentor) => {
    const known = await lookUpFor(
      store,
      mentor,
      { introduction: null, question: null },
      { personIds: [first.personId], addresses: [from] },
      now,
    );
    return decideOptOutByMail(received, known, null);
  });
}

async function started(
  store: Store,
  received: Received,
  entries: readonly Entry[],
  optedOut: ReadonlySet<string>,
): Promise<Decided> {
  const [first] = entries;
  const mentor = first === undefined ? null : await mentorById(store, first.mentorId);
  const known: Pick<Known, 'optedOut' | 'mentor'> | null = mentor === null ? null : { optedOut, mentor };
  return { outcome: decideOptIn(received, known), mentorId: first?.mentorId ?? '' };
}
