// A question's parts as its letter asks them. Choices are counted through the whole letter, and the question is kept as it was counted.

import { mentionAt } from '../language/mentions.ts';
import * as say from '../letters/answer.ts';
import { shownLetter } from '../letters/introduction.ts';
import type { AskedFacts } from '../letters/question.ts';
import { spokenName } from '../people/names.ts';
import { factsOf } from './effects.ts';
import { goOverChoices, goOverName } from './finding.ts';
import type { Known } from './known.ts';
import type { QuestionPart } from './question.ts';

/** The parts with their choices numbered from 1 through all of them. */
export function numbered(parts: readonly QuestionPart[]): readonly QuestionPart[] {
  let next = 1;
  return parts.map((part) =>
    part.kind === 'who' || part.kind === 'list'
      ? { ...part, choices: part.choices.map((choice) => ({ ...choice, number: next++ })) }
      : part,
  );
}

/** What the part's letter asks; also where it is asked again. */
export function askedFacts(known: Known, part: QuestionPart): AskedFacts {
  switch (part.kind) {
    case 'who': {
      const { request } = part.pending;
      return {
        kind: 'who',
        words: mentionAt(request, part.slot).words,
        sentence: request.sentence,
        choices: part.choices,
      };
    }
    case 'address': {
      const { request } = part.pending;
      return {
        kind: 'address',
        words: mentionAt(request, part.slot).words,
        name: spokenName(part.name),
        known: part.personId !== undefined,
        sentence: request.sentence,
      };
    }
    case 'confirm':
      return {
        kind: 'confirm',
        words: part.words ?? part.pending.map(({ request }) => say.quoted(request.sentence)).join('\n'),
      };
    case 'list':
      return { kind: 'list', choices: part.choices, does: doesOf(part) };
    case 'draft': {
      const introduction = known.introductions.find(({ number }) => number === part.introduction);
      return introduction === undefined
        ? { kind: 'other', words: say.draftGone(part.introduction) }
        : { kind: 'draft', number: part.introduction, shown: shownLetter(factsOf(known, introduction)) };
    }
    case 'go-over':
      return { kind: 'go-over', name: goOverName(known, part), choices: goOverChoices(known, part) };
    case 'consent':
    case 'unclear-consent':
    case 'bounced':
    case 'quiet':
    case 'outcome':
    case 'whose':
    case 'pass-on':
    case 'background':
    case 'who-they-know':
    case 'reverse':
    case 'protege':
    case 'confirm-address':
    case 'confirm-mails':
    case 'unknown-fate':
      return { kind: 'other', words: say.answerTheMail(answersOf[part.kind]) };
    default:
      return part satisfies never;
  }
}

/** What answering with a number does, in words. */
function doesOf({ choices }: Extract<QuestionPart, { kind: 'list' }>): string {
  const [first] = choices;
  switch (first?.pending.request.kind) {
    case 'introduce':
      return choices.length === 1 ? 'and I make the introduction' : 'and I make those introductions';
    case 'show':
      return 'and I show the entry';
    default:
      return 'and I do it';
  }
}

/** How the questions that others ask can be answered, for asking again. */
const answersOf: Readonly<
  Record<Exclude<QuestionPart['kind'], 'who' | 'address' | 'confirm' | 'list' | 'draft' | 'go-over'>, string>
> = {
  consent: 'yes or no',
  'unclear-consent': 'yes or no',
  bounced: 'another address, or close',
  quiet: 'nudge, close or leave it',
  outcome: 'a line on how it went',
  whose: 'yes, a name, pass it on, or no',
  'pass-on': 'pass it on, or leave it',
  background: 'better words',
  'who-they-know': 'names and addresses',
  reverse: 'yes with an address, or no',
  protege: 'yes, with any words of background, or no',
  'confirm-address': 'yes',
  'confirm-mails': 'yes or no',
  'unknown-fate': 'send again, or leave it',
};
