// What deciding works with: everything that was looked up, as plain data, and what comes out of it.
// Requests of one mail are decided one after the other; `apply` shows each what the ones before it changed.

import type { Thread } from '../letters/introduction.ts';
import type { Letter } from '../letters/letter.ts';
import type { Mail } from '../mail/mail.ts';
import type { Mentor } from '../people/mentor.ts';
import type { Person } from '../people/person.ts';
import type { Introduction, StateKind } from './life.ts';
import type { Question } from './question.ts';

/** One line of who has met whom, kept with the book: an introduction as one of its two people sees it. */
export interface Met {
  readonly personId: string;
  readonly otherId: string;
  readonly number: number;
  /** When it was made or begun. */
  readonly at: string;
  readonly state: StateKind;
  /** `personId` was written to (*to*), not in copy. */
  readonly side: 'to' | 'cc';
  /** Whether `personId` has replied. */
  readonly replied: boolean;
}

export interface Known {
  /** The instant of the event that is worked on (ISO, UTC), never the machine's clock. */
  readonly now: string;
  /** The mail domain. */
  readonly domain: string;
  readonly mentor: Mentor;
  /** Entries that fit some mention; the whole book where `wholeBook`. */
  readonly people: readonly Person[];
  readonly wholeBook: boolean;
  /** Of everybody in `people` who could be meant; of the whole book where `wholeBook`. */
  readonly met: readonly Met[];
  /** All open ones of this mentor, and whichever the mail is about. */
  readonly introductions: readonly Introduction[];
  /** All open ones of this mentor, and the one that is answered. */
  readonly questions: readonly Question[];
  /** Addresses among those looked up that get nothing more. */
  readonly optedOut: ReadonlySet<string>;
}

/** The mail as deciding sees it. */
export interface Received {
  /** Hash that names this mail (MAIL-RULES G1); ids of what it causes begin with it. */
  readonly id: string;
  /** Key of the stored original. */
  readonly mailKey: string;
  readonly mail: Mail;
  /** The one From address, lower-case; null where there is not exactly one. */
  readonly from: string | null;
  readonly proof: 'pass' | 'fail' | 'none';
  /** A robot wrote it; `weak`: only the subject says so. */
  readonly automated: 'no' | 'weak' | 'yes';
  /** An absence notice. Absent: not looked at. */
  readonly outOfOffice?: boolean;
  /** False: its writer's program asks not to be answered; lines to outsiders stay unsaid. */
  readonly answerable?: boolean;
  /** The writer has an account, be it another mentor's: whoever has one cannot opt out. */
  readonly writerIsMentor?: boolean;
  /** Visible text of the mail: no quotation, no signature. */
  readonly visible: string;
  /** Everybody in To and Cc who is not the service. */
  readonly otherRecipients: readonly string[];
  /** Places of this mail whose decisions an earlier attempt committed, with the line each left: not decided again. */
  readonly done?: ReadonlyMap<string, string>;
}

/** What is written in one transaction. `was` is null for something new; conditions are made of its version. */
export type Change =
  | { readonly kind: 'person'; readonly person: Person; readonly was: Person | null }
  | { readonly kind: 'forget'; readonly person: Person }
  | { readonly kind: 'mentor'; readonly mentor: Mentor; readonly was: Mentor }
  | { readonly kind: 'introduction'; readonly introduction: Introduction; readonly was: Introduction | null }
  | { readonly kind: 'ask'; readonly question: Question }
  /** The question is answered or dropped; a later answer to it gets a line saying so. */
  | { readonly kind: 'settle'; readonly question: Question }
  | { readonly kind: 'remind'; readonly reminder: Reminder }
  | { readonly kind: 'opt-out'; readonly address: string; readonly at: string }
  | { readonly kind: 'opt-in'; readonly address: string }
  /** The letter whose fate nobody knows is handed to SES once more: the mentor said so. */
  | { readonly kind: 'send-again'; readonly letterId: string }
  /** Work without a bound, done piece by piece (STYLE.md, jobs). */
  | { readonly kind: 'job'; readonly job: Job }
  /** For the monthly summary: counters kept as things happen. `month` is yyyy-mm in the mentor's zone. */
  | { readonly kind: 'count'; readonly month: string; readonly what: Counter; readonly by: number };

export type Counter =
  | 'introduced'
  | 'answered'
  | 'done'
  | 'counted done'
  | 'quiet'
  | 'declined'
  | 'bounced'
  | 'went well';

export interface Reminder {
  readonly id: string;
  readonly mentorId: string;
  readonly due: string;
  /** What is asked on the day: a request in the mentor's own words. */
  readonly words: string;
}

export type Job =
  | {
      readonly kind: 'import';
      readonly id: string;
      readonly mentorId: string;
      readonly mailKey: string;
      readonly subject: string;
    }
  | {
      readonly kind: 'forget';
      readonly id: string;
      readonly mentorId: string;
      readonly personId: string;
      readonly addresses: readonly string[];
    }
  /** `letters`: ids of those that hold the export; nothing is erased before they have gone out. */
  | { readonly kind: 'leave'; readonly id: string; readonly mentorId: string; readonly letters: readonly string[] }
  /** `thread`: of the mail that asked; its letters join it. */
  | {
      readonly kind: 'export';
      readonly id: string;
      readonly mentorId: string;
      readonly thenLeave: boolean;
      readonly thread?: Thread;
    }
  | { readonly kind: 'release'; readonly id: string; readonly mentorId: string }
  /** Mails that came without proof and that the mentor has confirmed: each is worked on as proven. */
  | { readonly kind: 'rework'; readonly id: string; readonly mentorId: string; readonly mailKeys: readonly string[] }
  /** The summary of the running month, asked for by the mentor. */
  | { readonly kind: 'summary'; readonly id: string; readonly mentorId: string; readonly thread?: Thread };

/** What one request (or one event) brings about; committed as one transaction with its mark. */
export interface Decision {
  /** Its place in the mail: `0`, `1` …, `answer`, `reply`; ids of letters and tokens are made of it. */
  readonly place: string;
  readonly changes: readonly Change[];
  readonly letters: readonly Letter[];
  /** What this decision contributes to the one common answer of its mail; kept with its mark, so that an answer after an interruption still has it. */
  readonly line?: string;
}

/** For logs and alarms: what was done without any letter, in a word (`robot`, `stranger`, `forged`, …). */
export interface Outcome {
  readonly decisions: readonly Decision[];
  readonly reason: string;
}

/** What is known once `changes` are made: how a later request of the same mail sees what the earlier ones brought about. */
export const apply = (known: Known, changes: readonly Change[]): Known => changes.reduce(applyOne, known);

function applyOne(known: Known, change: Change): Known {
  switch (change.kind) {
    case 'person':
      return {
        ...known,
        people: replaced(known.people, stored(change.person, change.was), ({ id }) => id === change.person.id),
      };
    case 'forget':
      return forgotten(known, change.person.id);
    case 'mentor':
      return { ...known, mentor: stored(change.mentor, change.was) };
    case 'introduction':
      return {
        ...known,
        introductions: replaced(
          known.introductions,
          change.introduction,
          (introduction) => introduction.number === change.introduction.number,
        ),
        met: [...known.met.filter((met) => met.number !== change.introduction.number), ...metOf(change.introduction)],
      };
    case 'ask':
      return { ...known, questions: [...known.questions, change.question] };
    case 'settle':
      return { ...known, questions: known.questions.filter((question) => question.id !== change.question.id) };
    case 'opt-out':
      return { ...known, optedOut: new Set([...known.optedOut, change.address]) };
    case 'opt-in':
      return { ...known, optedOut: new Set([...known.optedOut].filter((address) => address !== change.address)) };
    case 'remind':
    case 'send-again':
    case 'job':
    case 'count':
      return known;
    default:
      return change satisfies never;
  }
}

/** As the store writes it: one version on from what it was. */
const stored = <T extends { readonly version: number }>(item: T, was: T | null): T => ({
  ...item,
  version: (was?.version ?? 0) + 1,
});

/** The one that fits gives way to `item`, which otherwise comes last. */
const replaced = <T>(all: readonly T[], item: T, fits: (each: T) => boolean): readonly T[] =>
  all.some(fits) ? all.map((each) => (fits(each) ? item : each)) : [...all, item];

const forgotten = (known: Known, personId: string): Known => ({
  ...known,
  people: known.people.filter((person) => person.id !== personId),
  met: known.met.filter((met) => met.personId !== personId && met.otherId !== personId),
});

/** The lines of who has met whom that one introduction makes: as each of the two sees it, who is not the mentor. */
export const metOf = (introduction: Introduction): readonly Met[] =>
  (['to', 'cc'] as const)
    .filter((side) => !introduction[side].isMentor)
    .map((side) => {
      const party = introduction[side];
      const other = introduction[side === 'to' ? 'cc' : 'to'];
      return {
        personId: party.personId,
        otherId: other.personId,
        number: introduction.number,
        at: introduction.sentAt ?? introduction.createdAt,
        state: introduction.state.kind,
        side,
        replied: party.repliedAt !== null,
      };
    });

const undone: readonly StateKind[] = ['cancelled', 'declined', 'expired'];

/** The latest introduction of the two that came, or may still come, to something. */
export const lastMet = (known: Known, oneId: string, otherId: string): Met | undefined =>
  known.met
    .filter(
      ({ personId, otherId: other, state }) =>
        ((personId === oneId && other === otherId) || (personId === otherId && other === oneId)) &&
        !undone.includes(state),
    )
    .sort((a, b) => b.number - a.number)[0];
