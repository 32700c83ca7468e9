// The summary as a letter, and what its numbers mean: pure. Whoever calls makes a question of the items, asks it under the letter's
// address, and commits both together; the letter's id is the month's, so that one month gives one letter whatever happens twice.

import type { Thread } from '../letters/introduction.ts';
import { type Letter, letterOf } from '../letters/letter.ts';
import { token } from '../mail/token.ts';
import type { Mentor } from '../people/mentor.ts';
import type { Person } from '../people/person.ts';
import { summaryHtml } from './as-html.ts';
import { summaryText } from './as-text.ts';
import type { MonthRecord } from './counters.ts';
import type { OpenIntroduction, OpenQuestion, Suggestion, Upcoming } from './facts.ts';
import type { MetLine } from './favours.ts';
import type { Item } from './items.ts';
import { summaryOf } from './summary.ts';
import { monthOf } from './when.ts';

/** What is known of the mentor; what the other room of this floor decides with has this shape. */
export interface Known {
  readonly now: string;
  readonly domain: string;
  readonly mentor: Mentor;
  readonly people: readonly Person[];
  readonly met: readonly MetLine[];
  readonly introductions: readonly OpenIntroduction[];
  readonly questions: readonly OpenQuestion[];
  readonly optedOut: ReadonlySet<string>;
}

/** What is looked up for the summary alone. */
export interface LookedUp {
  /** Of `monthsOfSummary(month)`. */
  readonly records: readonly MonthRecord[];
  readonly reminders: readonly Upcoming[];
  /** Three are enough. */
  readonly suggestions: readonly Suggestion[];
}

export type Occasion =
  /** It was due; `month` is `summaryMonth` of when. */
  | { readonly kind: 'due'; readonly month: string }
  /** The mentor wrote `summary`; `id` names that request, `HASH/PLACE`. */
  | { readonly kind: 'asked'; readonly id: string; readonly thread: Thread };

export interface DecidedSummary {
  readonly letter: Letter;
  /** What the numbers of the letter mean; empty where it has none. */
  readonly items: readonly Item[];
}

/** Null where none is wanted: summaries are off, or the month was over before the mentor joined. One asked for is always sent. */
export function decideSummary(known: Known, lookedUp: LookedUp, occasion: Occasion): DecidedSummary | null {
  const { now, mentor, domain } = known;
  const soFar = occasion.kind === 'asked';
  const month = soFar ? monthOf(now, mentor.timeZone) : occasion.month;
  if (!soFar && (!mentor.summary || month < monthOf(mentor.joinedAt, mentor.timeZone))) return null;

  const summary = summaryOf({ ...known, ...lookedUp, month, soFar });
  const id = soFar ? `${occasion.id}/summary` : `${mentor.id}/summary/${month}`;
  const localPart = `q-${token(mentor.secret, `${id}/question`)}`;
  const letter = letterOf({
    id,
    mentorId: mentor.id,
    audience: 'mentor',
    automation: soFar ? 'answer' : 'generated',
    from: { name: 'Stepback', localPart },
    to: [{ name: mentor.name, address: mentor.addresses[0] ?? '' }],
    subject: summary.subject,
    text: summaryText(summary),
    html: summaryHtml(summary, `${localPart}@${domain}`),
    unsubscribe: 'one-click',
    ...(soFar ? occasion.thread : {}),
  });
  return { letter, items: summary.items };
}
