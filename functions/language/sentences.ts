// Normalised text → paragraphs → sentences, each a range of the text as written. Wrapped lines are joined, list items and
// short lines of their own kept apart; greeting, sign-off and private words are marked by `cut.ts` before.

import { folded, plain } from './normalise.ts';
import { type Token, tokensOf } from './tokens.ts';
import { common } from './words.ts';

export interface Sentence {
  /** As written, in one line. */
  readonly text: string;
  /** `plain(text)`: same offsets. */
  readonly plain: string;
  readonly tokens: readonly Token[];
  /** Which paragraph of the mail; -1 for the subject. */
  readonly paragraph: number;
  /** Which line group of the paragraph: a list item, or the running text. */
  readonly unit: number;
  /** Stands in a list. */
  readonly item: boolean;
  /** `yes`: neither read as a request nor put into a note. `after`: stands below something private; part of a note only after a new request. */
  readonly secret: Secrecy;
  /** Written without capitals, or in nothing but capitals: they say nothing about names. */
  readonly careless: boolean;
}

export type Secrecy = 'no' | 'yes' | 'after';

export interface Paragraph {
  /** Lines as written, without what was cut. */
  readonly lines: readonly string[];
  readonly secret: Secrecy;
  /** The greeting that was cut, as written: part of a note only where the mail is itself the letter. '' where there is none. */
  readonly greeting: string;
  /** Stood behind `P.S.`: what comes to mind after the reason, and belongs to it only where it speaks of the two. */
  readonly postscript: boolean;
}

export const itemMark = /^\s*(?:[-*•·‣▪◦–—+]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)/u;

export function sentencesOf(paragraphs: readonly Paragraph[]): Sentence[] {
  return paragraphs.flatMap((paragraph, index) => {
    const units = unitsOf(paragraph.lines);
    return units.flatMap((unit, place) =>
      splitSentences(unit.text).map((text) => sentence(text, index, place, unit.item, paragraph.secret)),
    );
  });
}

export function sentence(
  text: string,
  paragraph: number,
  unit: number,
  item: boolean,
  secret: Secrecy = 'no',
): Sentence {
  const tokens = tokensOf(text);
  return { text, plain: plain(text), tokens, paragraph, unit, item, secret, careless: isCareless(tokens) };
}

function isCareless(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word' && token.norm !== 'i' && !token.norm.startsWith("i'"));
  const cased = words.filter((token) => token.text.toLowerCase() !== token.text.toUpperCase());
  const shouted = cased.length > 3 && cased.every((token) => token.text === token.text.toUpperCase());
  return (
    shouted ||
    (cased.length > 0 && cased.every((token, place) => !token.capital || (place === 0 && words[0] === token)))
  );
}

interface Unit {
  readonly text: string;
  readonly item: boolean;
}

function unitsOf(lines: readonly string[]): Unit[] {
  const units: Unit[] = [];
  const wrapped = lines.every((line) => line.length <= 90);
  let previous = '';
  for (const line of lines) {
    const mark = itemMark.exec(line);
    const last = units.at(-1);
    const indented = last?.item === true && /^\s{2,}\S/.test(line);
    const goesOn = wrapped && continues(previous, line);
    if (!mark && last && (indented || goesOn)) {
      // What stands below an item, set in, is said of it: "1) Maya to Tariq" and below "both print".
      const joint = goesOn || /[,:;.!?–—-]$/.test(last.text) ? ' ' : ' — ';
      units[units.length - 1] = { text: `${last.text}${joint}${line.trim()}`, item: last.item };
    } else {
      units.push({ text: line.slice(mark?.[0].length ?? 0).trim(), item: mark !== null });
    }
    previous = line;
  }
  return units;
}

/** A line that is a request, or an entry of a list, by its own beginning. */
const beginsAnew =
  /^\s*(?:(?:please|and|then|also|kindly)\s+)*(?:add|intro|introduce|connect|show|tag|note|forget|nudge|close|cancel|draft|ask|remind|limit|suggest|recommend)\b|^\s*\p{Lu}[^,<;]{1,40}[,<;(]\s*[^\s,@]{1,64}@/iu;

/** The line was broken because the next word did not fit, or in the middle of a phrase. */
function continues(line: string, next: string): boolean {
  if (/[:]\s*$/.test(line) || beginsAnew.test(next)) return false;
  const firstWord = /^\s*\S+/.exec(next)?.[0] ?? '';
  if (line.length + 1 + firstWord.length > 64) return true;
  return (
    /(?:,|\b(?:to|and|with|for|the|a|an|of|at|in|from|by|or|my|our|his|her|their|who|that))$/i.test(line) &&
    /^\p{Ll}/u.test(next.trim())
  );
}

const abbreviations = new Set(
  'dr mr mrs ms prof st sr jr inc ltd co corp vs etc e.g i.e eg ie approx dept vol ca cf mme mlle sra rev hon gen col capt lt sgt bzw usw z.b phd ph.d m.d b.a m.a ext tel ave vgl hr'.split(
    ' ',
  ),
);
/** What may well end a sentence too: told by the word that follows. */
const atEndsToo = new Set('sr jr inc ltd co corp etc phd ph.d m.d b.a m.a ave'.split(' '));

/** Splits where a sentence ends; every character of `text` but blanks between sentences is kept. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  const end = /[.!?…。！？]+["'”’)\]]*(?=\s|$)|[.!?](?=\p{Lu}\p{Ll})/gu;
  let from = 0;
  for (const match of text.matchAll(end)) {
    const stop = match.index + match[0].length;
    if (match[0] === '.' && !endsSentence(text, from, match.index)) continue;
    if (match[0] === '...' && /^\s*\p{Ll}/u.test(text.slice(stop, stop + 8))) continue;
    if (onlyMarks(text, stop)) continue;
    sentences.push(text.slice(from, stop).trim());
    from = stop;
  }
  sentences.push(text.slice(from).trim());
  return sentences.filter((each) => /[\p{L}\p{N}@<]/u.test(each));
}

function endsSentence(text: string, from: number, dot: number): boolean {
  const before = /([\p{L}\p{N}.]{1,12})$/u.exec(text.slice(Math.max(from, dot - 12), dot))?.[1] ?? '';
  const next = /^\s*(\S{0,20})/.exec(text.slice(dot + 1, dot + 30))?.[1] ?? '';
  const abbreviation = before.toLowerCase();
  if (abbreviations.has(abbreviation)) {
    return next === '' || (atEndsToo.has(abbreviation) && /^\p{Lu}/u.test(next) && common.has(folded(next)));
  }
  if ((abbreviation === 'no' || abbreviation === 'nr') && /^\d/.test(next)) return false;
  if (/^p\.?p?\.?s$/i.test(before)) return false;
  // An initial: "J. Smith"; it closes the sentence where a word follows that begins one.
  if (/(?:^|[.\s-])\p{Lu}$/u.test(text.slice(Math.max(from, dot - 2), dot)) && before.length === 1) {
    return next === '' || (/^\p{Lu}\p{Ll}/u.test(next) && common.has(folded(next.replace(/['’.,].*$/, ''))));
  }
  // "3. Mai", "3.5. geht": an ordinal, unless it ends a line.
  return !(/^\d{1,2}(?:\.\d{1,2})?$/.test(before) && /^\s+\p{Ll}/u.test(text.slice(dot + 1, dot + 4)));
}

function onlyMarks(text: string, from: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(from, from + 400)) && text.length - from < 400;
}
