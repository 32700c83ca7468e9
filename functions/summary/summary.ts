// What the monthly letter says, chosen from what is known (PRODUCT.md section 5). Words and numbers here, looks elsewhere:
// as-text.ts and as-html.ts show the same summary. Everything that can be answered has a number, counted through the letter.

import { historyOf, isEmpty, type Month, monthIn } from './counters.ts';
import type { OpenIntroduction, OpenQuestion, SummaryFacts } from './facts.ts';
import { limitsUsed, toAskInReturn, toThank } from './favours.ts';
import {
  askInReturnItem,
  bouncedItem,
  cleanName,
  draftItem,
  heldItem,
  type Item,
  type Numbered,
  optedOutItem,
  questionItem,
  quietItem,
  reminderItem,
  scheduledItem,
  suggestionItem,
  thanksItem,
} from './items.ts';
import { dayName, daysBetween, monthName, monthOf } from './when.ts';

export interface Summary {
  /** `October: 6 introduced, 4 talking, 2 wait for you` */
  readonly subject: string;
  /** `October`, `November so far` */
  readonly title: string;
  /** Nothing happened and nothing waits: `remarks` are the whole letter, in two lines. */
  readonly short: boolean;
  /** Whole sentences about what the three figures of the month leave unsaid. */
  readonly remarks: readonly string[];
  /** Oldest first. */
  readonly history: readonly Month[];
  /** The month of the summary, the last of the history. */
  readonly month: Month;
  /** Null where nothing is open and no limit is set. */
  readonly plate: Plate | null;
  readonly sections: readonly Section[];
  /** Those of all sections, in order: item n has number n. */
  readonly items: readonly Item[];
}

export interface Section {
  readonly heading: string;
  readonly items: readonly Item[];
  /** What was left out and how to see it; '' where nothing was. */
  readonly more: string;
}

export interface Plate {
  /** Introduced or answered, and not over. */
  readonly open: number;
  readonly limit: number | null;
  readonly words: string;
}

const quietAfterDays = 10;
const shown = { suggestions: 3, thanks: 2, inReturn: 1, ofEach: 6 };

export function summaryOf(facts: SummaryFacts): Summary {
  const { mentor, month, soFar } = facts;
  const history = historyOf(facts.records, month, mentor.joinedAt, mentor.timeZone);
  const ofMonth = monthIn(facts.records, month);
  const waiting = waitingOf(facts);
  const quiet = quietOf(facts);
  const coming = comingOf(facts);
  const unreachable = unreachableOf(facts);
  const title = soFar ? `${monthName(month)} so far` : monthName(month);
  const common = { subject: subjectOf(title, ofMonth, waiting.length, quiet.length), title, history, month: ofMonth };

  const nothing = [...waiting, ...quiet, ...coming, ...unreachable].length === 0;
  if (nothing && (soFar ? history.every(isEmpty) : isEmpty(ofMonth))) return shortSummary(facts, common);

  const sections = numbered([
    ['Waits for you', waiting, shown.ofEach, 'status'],
    ['Quiet', quiet, shown.ofEach, 'status'],
    ['Worth making next', facts.suggestions.map(suggestionItem), shown.suggestions, null],
    ['To thank, or to ask in return', favoursOf(facts), shown.thanks + shown.inReturn, null],
    ['Out of reach', unreachable, shown.ofEach, null],
    ['Coming up', coming, shown.ofEach, 'status'],
  ]);
  return {
    ...common,
    short: false,
    remarks: remarksOf(facts, ofMonth),
    plate: plateOf(facts),
    sections,
    items: sections.flatMap(({ items }) => items),
  };
}

type Chapter = readonly [heading: string, items: readonly Numbered[], atMost: number, restAt: 'status' | null];

/** Counts through all chapters; empty ones fall out. */
function numbered(chapters: readonly Chapter[]): Section[] {
  let count = 0;
  return chapters
    .map(([heading, items, atMost, restAt]) => ({
      heading,
      items: items.slice(0, atMost).map((item) => {
        count += 1;
        return item(count);
      }),
      more: restAt !== null && items.length > atMost ? `And ${items.length - atMost} more: answer “${restAt}”.` : '',
    }))
    .filter(({ items }) => items.length > 0);
}

/** What only the mentor can move on, whatever has waited longest first. */
function waitingOf(facts: SummaryFacts): Numbered[] {
  const place = placeOf(facts);
  const introductions = facts.introductions.flatMap((introduction): Since[] => {
    const { state } = introduction;
    switch (state.kind) {
      case 'drafted':
        return [{ since: state.since, item: draftItem(introduction, state.since, place) }];
      case 'held':
        return [{ since: state.since, item: heldItem(introduction, state.why) }];
      case 'bounced': {
        const question = questionAbout(facts.questions, introduction);
        return [{ since: state.at, item: bouncedItem(introduction, state.side, state.address, question) }];
      }
      default:
        return [];
    }
  });
  const questions = facts.questions.flatMap((question): Since[] => {
    const part = question.parts.find(({ kind }) => !hasItemOfItsOwn.has(kind));
    if (question.asked !== 'mentor' || !question.waits || part === undefined) return [];
    const person = facts.people.find(({ id }) => id === part.personId);
    return [{ since: question.askedAt, item: questionItem(question, part, person, place) }];
  });
  return inOrder([...introductions, ...questions]);
}

const hasItemOfItsOwn: ReadonlySet<string> = new Set(['draft', 'bounced', 'quiet']);

const questionAbout = (questions: readonly OpenQuestion[], { number }: OpenIntroduction): OpenQuestion | undefined =>
  questions.find(({ parts }) => parts.some((part) => part.kind === 'bounced' && part.introduction === number));

/** Sent more than ten days ago and no reply, the longest silence first. */
const quietOf = (facts: SummaryFacts): Numbered[] =>
  inOrder(
    facts.introductions.flatMap((introduction): Since[] => {
      const { state } = introduction;
      return state.kind === 'introduced' && daysBetween(state.at, facts.now) > quietAfterDays
        ? [{ since: state.at, item: quietItem(introduction, state.at, placeOf(facts)) }]
        : [];
    }),
  );

const comingOf = (facts: SummaryFacts): Numbered[] =>
  inOrder([
    ...facts.introductions.flatMap((introduction): Since[] => {
      const { state } = introduction;
      return state.kind === 'scheduled'
        ? [{ since: state.at, item: scheduledItem(introduction, state.at, placeOf(facts)) }]
        : [];
    }),
    ...facts.reminders.map((reminder) => ({ since: reminder.due, item: reminderItem(reminder, placeOf(facts)) })),
  ]);

function favoursOf(facts: SummaryFacts): Numbered[] {
  const span = spanOf(facts);
  return [
    ...toThank(facts.met, facts.people, span)
      .slice(0, shown.thanks)
      .map((favour) => thanksItem(favour, monthName(facts.month))),
    ...toAskInReturn(facts.met, facts.people, span).slice(0, shown.inReturn).map(askInReturnItem),
  ];
}

/** Whoever was introduced in the shown months and has opted out since. */
function unreachableOf({ people, met, optedOut }: SummaryFacts): Numbered[] {
  if (optedOut.size === 0) return [];
  const introduced = new Set(met.map(({ personId }) => personId));
  return people
    .filter(({ id }) => introduced.has(id))
    .flatMap((person) =>
      person.addresses.filter((address) => optedOut.has(address)).map((each) => optedOutItem(person, each)),
    );
}

function plateOf(facts: SummaryFacts): Plate | null {
  const { mentor, introductions } = facts;
  const open = openOf(introductions);
  const limit = mentor.openLimit;
  const people = limitsUsed(facts.met, facts.people, spanOf(facts));
  const pause = pauseWords(facts);
  if (open === 0 && limit === null && people.length === 0 && pause === '') return null;
  const room = limit === null ? 'no limit is set' : `your limit is ${limit}`;
  return {
    open,
    limit,
    words: [
      `${plural(open, 'introduction is', 'introductions are')} open; ${room}.`,
      ...people
        .slice(0, shown.ofEach)
        .map(
          ({ person, used, limit: own }) =>
            `${cleanName(person.name)}: ${used} of ${own} in ${monthName(facts.month)}.`,
        ),
      pause,
    ]
      .filter(Boolean)
      .join(' '),
  };
}

function pauseWords({ mentor, now }: SummaryFacts): string {
  const until = mentor.pausedUntil;
  if (until === 'resume') return 'You are paused until you answer “resume”.';
  return until === null || Date.parse(until) <= Date.parse(now)
    ? ''
    : `You are paused until ${dayName(until, mentor.timeZone)}.`;
}

const openOf = (introductions: readonly OpenIntroduction[]): number =>
  introductions.filter(({ state }) => state.kind === 'introduced' || state.kind === 'answered').length;

function remarksOf(facts: SummaryFacts, { counts }: Month): string[] {
  const assumed = counts['counted done'];
  const ended = [
    counts.declined > 0 && `${counts.declined} declined`,
    counts.bounced > 0 && `${counts.bounced} bounced`,
    counts.quiet > 0 && `${counts.quiet} closed without a reply`,
  ].filter((each) => each !== false);
  return [
    joinedInMonth(facts) ? `You joined on ${dayName(facts.mentor.joinedAt, facts.mentor.timeZone)}.` : '',
    assumed > 0
      ? `${plural(assumed, 'more counts', 'more count')} as done: one side replied, and after 14 days without a mail I cannot tell how it went on.`
      : '',
    ended.length > 0 ? `${ended.join(', ')}.` : '',
    counts['went well'] > 0 ? `Asked how it went: ${counts['went well']} went well.` : '',
  ].filter(Boolean);
}

/** Two lines and no more, whatever is in the book. */
function shortSummary(facts: SummaryFacts, common: Pick<Summary, 'subject' | 'title' | 'history' | 'month'>): Summary {
  const open = openOf(facts.introductions);
  const rest = open === 0 ? ' and' : `; ${plural(open, 'introduction is', 'introductions are')} open, and`;
  const items = facts.suggestions.slice(0, 1).map((suggestion) => suggestionItem(suggestion)(1));
  const [next] = items;
  return {
    ...common,
    short: true,
    remarks: [
      `${nothingWords(facts)}${rest} nothing waits for you.`,
      next
        ? `Worth making next: 1. ${next.words}. ${next.detail} “1” introduces them; “summary off” ends these letters.`
        : 'Answer “intro NAME to NAME” to make one; “summary off” ends these letters.',
    ],
    plate: null,
    sections: [],
    items,
  };
}

function nothingWords(facts: SummaryFacts): string {
  if (joinedInMonth(facts)) {
    return `You joined on ${dayName(facts.mentor.joinedAt, facts.mentor.timeZone)}; nothing has been introduced yet`;
  }
  return facts.soFar
    ? `Nothing has been introduced in ${monthName(facts.month)} so far`
    : `Nothing was introduced in ${monthName(facts.month)}`;
}

function subjectOf(title: string, { counts }: Month, waiting: number, quiet: number): string {
  const parts = [
    counts.introduced > 0 && `${counts.introduced} introduced`,
    counts.done > 0 ? `${counts.done} talking` : counts.answered > 0 && `${counts.answered} answered`,
    waiting > 0 && plural(waiting, 'waits for you', 'wait for you'),
    quiet > 0 && `${quiet} quiet`,
  ].filter((each) => each !== false);
  return `${title}: ${parts.slice(0, 3).join(', ') || 'nothing new'}`;
}

interface Since {
  readonly since: string;
  readonly item: Numbered;
}

const inOrder = (items: readonly Since[]): Numbered[] =>
  items.toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since)).map(({ item }) => item);

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const joinedInMonth = ({ mentor, month }: SummaryFacts): boolean => monthOf(mentor.joinedAt, mentor.timeZone) === month;

const placeOf = ({ now, mentor }: SummaryFacts) => ({ now, timeZone: mentor.timeZone });

const spanOf = ({ month, mentor }: SummaryFacts) => ({ month, timeZone: mentor.timeZone });
