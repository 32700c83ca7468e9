// The one answer to a mentor's mail: what was done, and what is asked, numbered through the whole letter. A question comes from an
// address of its own, so that a bare "2" finds what it answers.

import type { Thread } from './introduction.ts';
import type { Addressee, Letter } from './letter.ts';
import { letterOf, paragraphs } from './letter.ts';

/** What is asked, as facts. Choices are numbered already. */
export type AskedFacts =
  | { readonly kind: 'who'; readonly words: string; readonly sentence: string; readonly choices: readonly Numbered[] }
  /** `known`: the entry exists and has no address. `name` may be ''. */
  | {
      readonly kind: 'address';
      readonly words: string;
      readonly name: string;
      readonly known: boolean;
      readonly sentence: string;
    }
  | { readonly kind: 'confirm'; readonly words: string }
  /** Numbers do it; `does` says what, behind a comma: "and I show the entry". */
  | { readonly kind: 'list'; readonly choices: readonly Numbered[]; readonly does: string }
  /** `shown`: the whole letter. */
  | { readonly kind: 'draft'; readonly number: number; readonly shown: string }
  | { readonly kind: 'go-over'; readonly name: string; readonly choices: readonly Numbered[] }
  /** Any other question, asked again in a sentence. */
  | { readonly kind: 'other'; readonly words: string };

export interface Numbered {
  readonly number: number;
  readonly label: string;
}

export interface AnswerFacts {
  readonly id: string;
  readonly mentorId: string;
  readonly to: Addressee;
  /** Of the question's address where something is asked, else `intro`. */
  readonly localPart: string;
  readonly subject: string;
  readonly thread: Thread;
  readonly says: readonly string[];
  readonly asks: readonly AskedFacts[];
}

/** One letter for everything that a mail of the mentor's brought about and asks. */
export const answerLetter = (facts: AnswerFacts): Letter =>
  letterOf({
    id: facts.id,
    mentorId: facts.mentorId,
    audience: 'mentor',
    automation: 'answer',
    from: { name: 'Stepback', localPart: facts.localPart },
    to: [facts.to],
    subject: facts.subject || (facts.asks.length > 0 ? 'A question about your mail' : 'Your mail'),
    text: paragraphs(
      ...facts.says,
      ...facts.asks.map((asked, i) => askedText(asked, facts.asks[i - 1])),
      ...howTo(facts.asks),
    ),
    ...facts.thread,
  });

const list = (choices: readonly Numbered[]): string =>
  choices.map(({ number, label }) => `${number}. ${label}`).join('\n');

/** `before`: what the letter asks above it; the same words of the mentor's are quoted once. */
function askedText(asked: AskedFacts, before: AskedFacts | undefined): string {
  switch (asked.kind) {
    case 'who':
      return paragraphs(`${about(asked, before)}${whoIsMeant(asked)}`, list(asked.choices));
    case 'address':
      return `${about(asked, before)}${addressWanted(asked)}`;
    case 'confirm':
      return asked.words;
    case 'other':
      // Two parts that take the same answers say so once.
      return before?.kind === 'other' && before.words === asked.words ? '' : asked.words;
    case 'list':
      return list(asked.choices);
    case 'draft':
      return paragraphs(
        `Number ${asked.number} would go out as below; nobody has got it yet. Answer "send" and it goes; "cancel" drops it; any other words replace the note, and I show it again.`,
        asked.shown,
      );
    case 'go-over':
      return paragraphs(
        `The list for ${asked.name}, in order of priority. ${asked.name} gets names and one line each, no addresses:`,
        list(asked.choices),
      );
    default:
      return asked satisfies never;
  }
}

type AboutRequest = Extract<AskedFacts, { readonly sentence: string }>;

function about({ sentence }: AboutRequest, before: AskedFacts | undefined): string {
  const line = sentence.replace(/\s+/g, ' ').trim();
  if (line === '' || (before !== undefined && 'sentence' in before && before.sentence === sentence)) return '';
  return `You wrote: “${line.length > 200 ? `${line.slice(0, 200).trimEnd()} […]` : line}”\n`;
}

const whoIsMeant = ({ words, choices }: Extract<AskedFacts, { kind: 'who' }>): string =>
  choices.length === 1 ? `I find no "${words}" in your book. Do you mean this one?` : `Whom do you mean by "${words}"?`;

function addressWanted({ words, name, known }: Extract<AskedFacts, { kind: 'address' }>): string {
  if (known) return `Your book has no address for ${name}. Which is it? Until I know it nothing goes out.`;
  if (name === '') return `I cannot tell who "${words}" is. Which name and address?`;
  return `I find nobody called ${name} in your book. At which address? Once I know it I add them and go on; so far nothing has gone out.`;
}

/** How to answer, once for each kind of question that the letter holds; a draft says it above the letter that it shows. */
function howTo(asks: readonly AskedFacts[]): readonly string[] {
  const kinds = new Set(asks.map(({ kind }) => kind));
  const lists = asks.filter((asked) => asked.kind === 'list');
  return [
    kinds.has('who') ? howToSay(asks) : '',
    kinds.has('address') && !kinds.has('who') ? 'Answer with the address. "Never mind" drops it.' : '',
    kinds.has('confirm') ? 'Answer yes or no.' : '',
    lists[0] === undefined ? '' : howToList(lists[0]),
    kinds.has('go-over')
      ? 'Answer "send" and it goes out; "without 2" strikes, "add NAME" adds, and I show it again.'
      : '',
  ];
}

const howToSay = (asks: readonly AskedFacts[]): string =>
  asks.every((asked) => asked.kind !== 'who' || asked.choices.length === 1) && asks.length === 1
    ? 'Answer yes, or with another name or an address. "Never mind" drops it.'
    : 'Answer with a number, a name, an organisation or an address. "Never mind" drops it.';

const howToList = ({ choices, does }: Extract<AskedFacts, { kind: 'list' }>): string =>
  choices.length === 1
    ? `Answer yes, ${does}.`
    : `Answer with numbers, such as "1 and ${choices.length > 2 ? 3 : 2}", ${does}.`;
