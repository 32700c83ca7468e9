// Where in a sentence something is asked for: every way of asking.ts tried at every place, the most telling one taken.

import { byFirstWord, type CompiledForm, withoutFirstWord } from './asking.ts';
import { dateAt } from './dates.ts';
import {
  conditionIn,
  isCommand,
  isQuoted,
  type Mood,
  moodOf,
  someTime,
  takenBack,
  tellsOfOne,
  weighs,
} from './mood.ts';
import { isBreak, type Match, matchAt, type Phrase } from './phrases.ts';
import type { Sentence } from './sentences.ts';
import { common } from './words.ts';

interface FormMatch {
  readonly form: CompiledForm;
  readonly match: Match;
}

interface Candidate extends FormMatch {
  readonly others: readonly FormMatch[];
}

export interface Occurrence {
  /** Index into the sentences of the mail. */
  readonly at: number;
  readonly form: CompiledForm;
  readonly match: Match;
  /** Other requests that the same words may be, should this one lack something. */
  readonly others: readonly FormMatch[];
  readonly mood: Mood;
  /** "if Tariq is free", as written; null where there is none. */
  readonly condition: string | null;
  /** Offsets into the sentence: the words before that belong to it, the words that ask, and where what belongs to it ends. */
  readonly leadFrom: number;
  readonly start: number;
  readonly end: number;
  readonly clauseEnd: number;
}

/** What stands behind this many tokens of one sentence is no request: even a long dictation has fewer. */
const longestSentence = 1500;

export function occurrencesIn(sentence: Sentence, at: number): Occurrence[] {
  const { tokens } = sentence;
  const found: Candidate[] = [];
  const norms = new Set(tokens.map((token) => token.norm));
  const loose = withoutFirstWord.filter(({ phrase }) => occurs(phrase, norms));
  for (let i = 0; i < Math.min(tokens.length, longestSentence); i++) {
    const [best, ...others] = readingsAt(sentence, i, loose, found.at(-1)?.match.to ?? 0);
    if (!best) continue;
    found.push({ ...best, others });
    i = (best.match.rest === null ? best.match.to : tokens.length) - 1;
  }
  if (found.length === 0) {
    const last = tokens.findIndex((_, i) => lastAt(sentence, i) !== null);
    const best = last >= 0 && last < 40 ? lastAt(sentence, last) : null;
    if (best) found.push({ ...best, others: [] });
  }
  return told(sentence, at, found);
}

function lastAt(sentence: Sentence, i: number): FormMatch | null {
  for (const { form, phrase } of byFirstWord.get(sentence.tokens[i]?.norm ?? '') ?? []) {
    const match = form.where === 'last' && fits(form, sentence, i, 0) ? matchAt(phrase, sentence, i) : null;
    if (match) return { form, match };
  }
  return null;
}

/** Each with the words that belong to it. Behind a first one only what asks for something counts: "because she would present …" does not. */
function told(sentence: Sentence, at: number, found: readonly Candidate[]): Occurrence[] {
  const read = (some: readonly Candidate[]): Occurrence[] => {
    const result: Occurrence[] = [];
    some.forEach((each, i) => {
      result.push(occurrence(sentence, at, each, result.at(-1) ?? null, some[i + 1]?.match ?? null));
    });
    return result;
  };
  const first = read(found);
  const introduces = found[0]?.form.kind === 'introduce' || found[0]?.form.kind === 'ask-first';
  return read(
    found.filter(
      ({ form, match }, i) =>
        i === 0 ||
        // "Introduce Maya to Tariq, who left the press": told to the other one, and not to the book.
        (first[i]?.mood !== 'unclear' && !(introduces && form.kind === 'tell' && match.phrase.first === null)),
    ),
  );
}

function occurs(phrase: Phrase, norms: ReadonlySet<string>): boolean {
  if (phrase.needs === null) return true;
  for (const word of phrase.needs) if (norms.has(word)) return true;
  return false;
}

/** What may be asked for at token `i`, the furthest reaching first, then in the order of the table. */
function readingsAt(
  sentence: Sentence,
  i: number,
  loose: readonly { form: CompiledForm; phrase: Phrase }[],
  after: number,
): FormMatch[] {
  const token = sentence.tokens[i];
  if (!token) return [];
  const candidates = [...(byFirstWord.get(token.norm) ?? []), ...(mayBeginName(sentence, i) ? loose : [])];
  const readings = candidates.flatMap(({ form, phrase }): FormMatch[] => {
    const match = form.where === 'last' ? null : matchAt(phrase, sentence, i);
    return match && fits(form, sentence, i, after) && !namesThird(match, sentence) && !isOfOther(match, sentence)
      ? [{ form, match }]
      : [];
  });
  const reach = ({ match }: FormMatch): number => match.rest ?? match.to;
  return readings.toSorted((a, b) => reach(b) - reach(a));
}

/** "Maya and Tariq should both meet | Nadia": the two are one side, and not a pair. */
function namesThird({ people, to }: Match, { tokens, careless }: Sentence): boolean {
  if (people.pair === undefined) return false;
  const isOne = (word: string, ...words: string[]): boolean => words.includes(word);
  let next = to;
  if (isOne(tokens[next]?.norm ?? '', 'up', 'together')) next++;
  const joined = isOne(tokens[next]?.norm ?? '', 'with', 'to');
  const meets = isOne(tokens[to - 1]?.norm ?? '', 'meet', 'met', 'meeting', 'know', 'knew', 'knowing');
  if (!joined && !(meets && next === to)) return false;
  const name = tokens[joined ? next + 1 : next];
  return name?.kind === 'address' || (name?.kind === 'word' && (name.capital || careless) && !common.has(name.norm));
}

/** "Maya would love to meet Tariq" is no wish of the writer's own. */
function isOfOther({ people, from }: Match, { tokens }: Sentence): boolean {
  const first = tokens[from]?.norm ?? '';
  if (people.sought === undefined || (first !== 'like' && first !== 'love')) return false;
  return !tokens.slice(Math.max(0, from - 4), from).some(({ norm }) => /^(?:i|we|i'd|we'd|id)$/.test(norm));
}

function mayBeginName(sentence: Sentence, i: number): boolean {
  const token = sentence.tokens[i];
  if (token === undefined || token.kind === 'mark' || token.kind === 'link') return false;
  if (i === 0 || isBreak(sentence, i - 1)) return true;
  const before = sentence.tokens[i - 1];
  if (token.capital && (before?.capital !== true || (i === 1 && common.has(before.norm)))) return true;
  return sentence.careless && before !== undefined && common.has(before.norm) && !common.has(token.norm);
}

function fits(form: CompiledForm, sentence: Sentence, i: number, after: number): boolean {
  if (form.where === 'any') return true;
  const lead = sentence.plain.slice(sentence.tokens[after]?.start ?? 0, sentence.tokens[i]?.start ?? 0);
  if (form.where === 'question')
    return (
      i === 0 || (isBreak(sentence, i - 1) && sentence.tokens[i - 1]?.norm !== ',') || isCommand(lead) || opens(lead)
    );
  // "For the record, I …": behind an article the word is no verb.
  if (/\bfor (?:the|your|my|our) $/.test(lead)) return false;
  return isCommand(lead) || (harmless.has(form.kind) && saysWhy.test(lead));
}

/** What may be asked for behind a word on the writer's own doings: "I'm away, | hold everything until May 3". */
const harmless: ReadonlySet<CompiledForm['kind']> = new Set(['pause', 'resume', 'limit-open', 'status', 'help']);
const saysWhy =
  /^[\s"'(]*(?:(?:as|since|because|now that|ok|okay|so|well)[\s,]+)*(?:i'm|i am|i'll|i will|i've|i have|i|we|we're|we are|my)\b[^.;:!?]{0,80}[,—–-]\s*(?:(?:so|and|then|therefore|please)[\s,]+)*$/;

/** What may stand before a question or a statement to the service: "do you know", "I would like to know". */
function opens(lead: string): boolean {
  return /\b(?:ideas?|suggestions?|thoughts|clue|know|tell me|tell you|remind me|wonder(?:ing)?|curious|ask(?:ing)?|question(?: is)?|anyway|well|oh|also|and|but|so|then|that|for|now|news:?|fyi|please|just)[\s,:]*$/.test(
    lead,
  );
}

function occurrence(
  sentence: Sentence,
  at: number,
  { form, match, others }: Candidate,
  previous: Occurrence | null,
  next: Match | null,
): Occurrence {
  const { tokens, plain } = sentence;
  const leadFrom = previous?.end ?? 0;
  const start = tokens[match.from]?.start ?? 0;
  const end = tokens[match.to - 1]?.end ?? plain.length;
  const clauseEnd = next ? leadInOf(sentence, match.to, next.from) : plain.length;
  const lead = plain.slice(leadFrom, start).replace(/^[\s,;:.—-]+/, '');
  const tail = plain.slice(end, clauseEnd);
  const before = conditionIn(lead, 'before');
  const behind = conditionIn(tail.replace(/^[\s,]+/, ''), 'behind');
  const joint = previous ? plain.slice(leadInOf(sentence, previous.match.to, match.from), start).trim() : '';
  const words = joins.test(joint) ? joint : withoutDate(before === null ? lead : withoutCondition(lead, before));
  // "I would like X to meet Y": the wish is part of what asks.
  const verb = tokens[match.from]?.norm ?? '';
  const wish = /^(?:like|love|want|wish|wanted|prefer)$/.test(verb) ? `${words.trim()} ${verb}` : words;
  // "Don't introduce X to Y or connect her with Z": a joint alone carries the denial on.
  const own = previous && /^(?:(?:and|or|nor|then|also)\b[\s,]*)+$/.test(words.trim()) ? previous.mood : moodOf(wish);
  const supposes = /^(?:if|that|when)$/.test(verb) && /^(?:and|but|so|or|then)?[\s,]*$/.test(words.trim());
  const weighed = own === 'asked' && weighs(verb, words, tail);
  const told = /^(?:e-)?intro(?:s|ductions?)?$/.test(verb) && tellsOfOne(words, tail);
  const mood = takenBack(tail)
    ? 'denied'
    : told
      ? 'past'
      : supposes || weighed
        ? 'wondered'
        : own === 'asked' && (isQuoted(tail) || someTime(tail) || (form.says === 'remark' && oneDay.test(tail)))
          ? 'unclear'
          : own;
  return { at, form, match, others, mood, condition: before ?? behind, leadFrom, start, end, clauseEnd };
}

/** "They should meet for coffee some day." */
const oneDay = /\b(?:some ?day|one day|some ?time|one of these days|eventually|at some point|sooner or later)\b/;

/** "… because she binds books and then | introduce": what stands between two requests begins the second anew. */
const joins =
  /^(?:[,;.]\s*)?(?:and|then|also|second|secondly|third|thirdly|next|finally|lastly|plus|please|could|can|would|kindly)\b(?!.*\bto$)/;

/** "if tariq is free, please": what is left to judge the mood by. */
function withoutCondition(lead: string, condition: string): string {
  return lead.slice(lead.indexOf(condition) + condition.length).replace(/^[\s,;:—-]+(?:then )?/, '');
}

/** "at the beginning of may, please": a day says nothing of the mood. */
function withoutDate(lead: string): string {
  const date = dateAt(lead, lead, /^\s*/.exec(lead)?.[0].length ?? 0);
  return date ? lead.slice(date.end).replace(/^[\s,;:—-]+/, '') : lead;
}

/** Where the words before the next request begin: "… and second please | introduce". */
function leadInOf(sentence: Sentence, from: number, to: number): number {
  let i = to;
  while (i > from) {
    const token = sentence.tokens[i - 1];
    if (!token) break;
    const polite =
      /^(?:please|pls|and|also|then|second|secondly|third|thirdly|next|finally|lastly|could|can|would|will|you|kindly|to|i'd|like|,|;|[.:—–-]|first|number|two|three|four|plus|i|want|the|an|a)$/.test(
        token.norm,
      );
    if (!polite) break;
    i--;
  }
  return sentence.tokens[i]?.start ?? sentence.text.length;
}
