// The numbered items of the summary: what each says, what can be answered, and what answering with the bare number does.

import type { Mention, Request, Step } from '../language/requests.ts';
import { plainName, usualSubject } from '../letters/introduction.ts';
import type { Person } from '../people/person.ts';
import type { OpenIntroduction, OpenParty, OpenQuestion, QuestionPart, Suggestion, Upcoming } from './facts.ts';
import type { Favour } from './favours.ts';
import { dayName, daysBetween } from './when.ts';

export interface Item {
  /** Counted through the letter, from 1. */
  readonly number: number;
  /** One sentence. */
  readonly words: string;
  /** More about it; '' where there is no more to say. */
  readonly detail: string;
  readonly replies: readonly Reply[];
  readonly does: Does;
  /** What it may also be called in the answer. */
  readonly names: readonly string[];
  /** The number of the introduction that it is about: `close 5` in the answer means the item. */
  readonly introduction?: number;
}

/** What can be answered, in exactly these words, and what it does: `close 2`, "closes it". */
export interface Reply {
  readonly words: string;
  readonly effect: string;
}

/** What answering with the bare number does. */
export type Does =
  /** The request goes the ordinary way, with the people already chosen. */
  | {
      readonly kind: 'request';
      readonly request: Request;
      readonly chosen: Readonly<Partial<Record<'to' | 'cc' | 'who', string>>>;
    }
  /** The open question with this id is asked again. */
  | { readonly kind: 'question'; readonly id: string }
  /** The same as writing these words. */
  | { readonly kind: 'words'; readonly words: string };

/** An item before it is counted. */
export type Numbered = (number: number) => Item;

interface Place {
  readonly now: string;
  readonly timeZone: string;
}

export const draftItem =
  (introduction: OpenIntroduction, since: string, { timeZone }: Place): Numbered =>
  (number) => ({
    number,
    words: `Your draft of ${pair(introduction)} waits since ${dayName(since, timeZone)}.`,
    detail: '',
    replies: [
      { words: `${number}`, effect: 'sends it' },
      { words: `cancel ${number}`, effect: 'drops it' },
    ],
    does: steer('send', introduction.number),
    names: namesOf(introduction),
    introduction: introduction.number,
  });

type HeldWhy = Extract<OpenIntroduction['state'], { kind: 'held' }>['why'];

export const heldItem =
  (introduction: OpenIntroduction, why: HeldWhy): Numbered =>
  (number) => ({
    number,
    words: `${pair(introduction)} is held: ${heldWords[why](cleanName(introduction.to.name))}.`,
    detail: '',
    replies: [
      { words: `${number}`, effect: 'sends it anyway' },
      { words: `cancel ${number}`, effect: 'drops it' },
    ],
    does: steer('send-anyway', introduction.number),
    names: namesOf(introduction),
    introduction: introduction.number,
  });

const heldWords: Record<HeldWhy, (to: string) => string> = {
  'open limit': () => 'your plate is full',
  'monthly limit': (to) => `the month’s limit of ${to} is reached`,
  paused: () => 'you are paused',
  'daily guard': () => 'it was one of more than 30 in a day',
};

/** `question` is the open one about it, if any. */
export const bouncedItem =
  (introduction: OpenIntroduction, side: 'to' | 'cc', address: string, question: OpenQuestion | undefined): Numbered =>
  (number) => {
    const party = introduction[side];
    const name = cleanName(party.name);
    return {
      number,
      words: `${pair(introduction)}: ${clean(address)} does not exist.`,
      detail: '',
      replies: [
        { words: `${name}'s new address is …`, effect: 'tells me the right one' },
        { words: `close ${number}`, effect: 'closes it' },
      ],
      does: question ? { kind: 'question', id: question.id } : show(party),
      names: namesOf(introduction),
      introduction: introduction.number,
    };
  };

/** `person`: whom it is about, where the book still has them. */
export const questionItem =
  (question: OpenQuestion, part: QuestionPart, person: Person | undefined, { timeZone }: Place): Numbered =>
  (number) => ({
    number,
    words: `${wordsOf(part, person)}, on ${dayName(question.askedAt, timeZone)}.`,
    detail: [part.pending ?? []]
      .flat()
      .map(({ request }) => `“${clip(clean(request.sentence))}”`)
      .join(' '),
    replies: [{ words: `${number}`, effect: 'asks you again' }],
    does: { kind: 'question', id: question.id },
    names: [],
  });

const wordsOf = ({ kind }: QuestionPart, person: Person | undefined): string =>
  (questionWords[kind] ?? 'I asked you something').replace(
    somebody,
    person === undefined ? somebody : cleanName(person.name),
  );

const somebody = 'Somebody you mentor';

/** How each kind of question is remembered. Drafts, bounces and quiet introductions have items of their own. */
export const questionWords: Readonly<Record<string, string>> = {
  who: 'I asked whom you mean',
  address: 'I asked for an address',
  confirm: 'I asked whether to go ahead',
  list: 'I sent you a list to choose from',
  consent: 'I asked whether you want to be introduced',
  'unclear-consent': 'I could not tell a yes from a no and asked you',
  outcome: 'I asked how an introduction went',
  whose: 'I asked whose an unknown address is',
  'pass-on': 'A mail to you might have been meant for both',
  background: 'I asked what to say of you',
  'who-they-know': 'I asked whom you know',
  reverse: 'I asked for an introduction',
  'go-over': `The list for ${somebody} waits for your “send”`,
  protege: `${somebody} would like to meet somebody`,
  'confirm-address': 'I asked you to confirm an address',
  'confirm-mails': 'I asked you to confirm mails without proof of their sender',
  'unknown-fate': 'I could not tell whether a letter went out',
  draft: 'A draft waits for you',
  bounced: 'An address did not work',
  quiet: 'I asked about a quiet introduction',
};

export const quietItem =
  (introduction: OpenIntroduction, at: string, { now }: Place): Numbered =>
  (number) => ({
    number,
    words: `${pair(introduction)}: no reply for ${daysBetween(at, now)} days.`,
    detail: introduction.nudged > 0 ? 'Nudged already.' : '',
    replies: [
      { words: `nudge ${number}`, effect: 'sends a kind reminder' },
      { words: `close ${number}`, effect: 'closes it' },
    ],
    does: steer('nudge', introduction.number),
    names: namesOf(introduction),
    introduction: introduction.number,
  });

export const suggestionItem =
  ({ to, cc, reason }: Suggestion): Numbered =>
  (number) => ({
    number,
    words: `${cleanName(cc.name)} to ${cleanName(to.name)}`,
    detail: asSentence(clean(reason)),
    replies: [{ words: `${number}`, effect: 'introduces them' }],
    does: introduce(to, cc),
    names: [cleanName(to.name), cleanName(cc.name)],
  });

export const thanksItem =
  ({ person, times }: Favour, month: string): Numbered =>
  (number) => ({
    number,
    words: `${cleanName(person.name)} answered ${times === 1 ? 'an introduction' : `${times} introductions`} of yours in ${month}: a word of thanks?`,
    detail: person.addresses[0] ?? '',
    replies: [{ words: `${number}`, effect: 'shows the entry' }],
    does: show({ personId: person.id, name: person.name }),
    names: [cleanName(person.name)],
  });

export const askInReturnItem =
  ({ person, times }: Favour): Numbered =>
  (number) => {
    const name = cleanName(person.name);
    return {
      number,
      words: `${name} met ${times} people through you in half a year: time to ask whom they know?`,
      detail: '',
      replies: [{ words: `${number}`, effect: `asks ${name}` }],
      does: {
        kind: 'request',
        request: { ...about('ask', name, 'who they know'), kind: 'ask-who-they-know', about: null },
        chosen: { who: person.id },
      },
      names: [name],
    };
  };

export const optedOutItem =
  (person: Person, address: string): Numbered =>
  (number) => ({
    number,
    words: `${cleanName(person.name)} wants no more mail at ${clean(address)}.`,
    detail: 'I write there again once “start” has come from that address.',
    replies: [{ words: `${number}`, effect: 'shows the entry' }],
    does: show({ personId: person.id, name: person.name }),
    names: [cleanName(person.name)],
  });

export const scheduledItem =
  (introduction: OpenIntroduction, at: string, { timeZone }: Place): Numbered =>
  (number) => ({
    number,
    words: `${dayName(at, timeZone)}: ${pair(introduction)} goes out.`,
    detail: '',
    replies: [
      { words: `${number}`, effect: 'sends it now' },
      { words: `cancel ${number}`, effect: 'drops it' },
    ],
    does: steer('send', introduction.number),
    names: namesOf(introduction),
    introduction: introduction.number,
  });

export const reminderItem =
  ({ due, words }: Upcoming, { timeZone }: Place): Numbered =>
  (number) => ({
    number,
    words: `${dayName(due, timeZone)}: I remind you of “${clip(clean(words))}”.`,
    detail: '',
    replies: [{ words: `${number}`, effect: 'does it now' }],
    does: { kind: 'words', words },
    names: [],
  });

const pair = ({ to, cc }: OpenIntroduction): string => usualSubject(cleanName(to.name), cleanName(cc.name));

const namesOf = ({ to, cc }: OpenIntroduction): string[] => [cleanName(to.name), cleanName(cc.name)];

const steer = (step: Step, introduction: number): Does => ({
  kind: 'request',
  request: {
    kind: 'steer',
    step,
    which: { numbers: [introduction], people: [], all: false },
    sentence: `${step.replace('-', ' ')} ${introduction}`,
  },
  chosen: {},
});

function introduce(to: Person, cc: Person): Does {
  const sentence = `introduce ${cleanName(cc.name)} to ${cleanName(to.name)}`;
  return {
    kind: 'request',
    request: {
      kind: 'introduce',
      to: mention(cleanName(to.name), sentence),
      cc: mention(cleanName(cc.name), sentence),
      directed: true,
      manner: { kind: 'now' },
      note: { reason: null, paragraphs: [] },
      sentence,
    },
    chosen: { to: to.id, cc: cc.id },
  };
}

const show = ({ personId, name }: OpenParty): Does => ({
  kind: 'request',
  request: { ...about('show', cleanName(name)), kind: 'show' },
  chosen: { who: personId },
});

/** The sentence `VERB NAME REST` and the mention in it. */
function about(verb: string, name: string, rest = ''): { sentence: string; who: Mention } {
  const sentence = [verb, name, rest].filter(Boolean).join(' ');
  return { sentence, who: mention(name, sentence) };
}

const mention = (name: string, sentence: string): Mention => ({
  words: name,
  readings: [{ name, end: sentence.lastIndexOf(name) + name.length }],
});

/** One line, without the nickname that an entry states and without characters that turn text around or hide it. */
export const cleanName = (name: string): string => plainName(clean(name));

const clean = (words: string): string => words.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ');

const asSentence = (words: string): string =>
  `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`;

const clippedLength = 140;

const clip = (text: string): string =>
  text.length <= clippedLength ? text : `${text.slice(0, clippedLength).replace(/\s+\S*$/, '')} …`;
