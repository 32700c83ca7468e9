// Which numbers of a list an answer takes and which it leaves: "1 and 3", "all but 2", "yes to 1, no to 2". Where it names two and chooses
// neither ("1 or 2, hm") it takes none.

import type { Sentence } from './sentences.ts';

export const ordinals = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ').map((word, i) => [word, i + 1]),
);
export const cardinals = new Map(
  'one two three four five six seven eight nine ten'.split(' ').map((word, i) => [word, i + 1]),
);
export const leaving = new Set([
  'without',
  'except',
  'excluding',
  'minus',
  'strike',
  'drop',
  'skip',
  'remove',
  'omit',
  'not',
  'delete',
  'leave',
  'save',
  'ohne',
  'sans',
]);
/** Words that may stand around numbers in an answer that consists of them. */
export const around = new Set(
  "and & , . ! ; : # ( ) the a an no nr number numbers option options please pls yes ok okay yeah sure only just all but both also then do it go with for me i i'd like want would take choose pick mean meant think prefer one ones introduction introductions intro introduce make send to that's is was that those these of them everything everyone everybody out off + - — / thanks thank you first second third fourth fifth last two three four five definitely probably rather it's this none ahead course naturally and/or plus as well be should".split(
    ' ',
  ),
);

export interface Numbers {
  readonly numbers: readonly number[];
  readonly without: readonly number[];
  readonly everything: boolean;
}

/** `sentences` without the name of whoever is spoken to. */
export function numbersIn(sentences: readonly Sentence[]): Numbers {
  const numbers = new Set<number>();
  const without = new Set<number>();
  let everything = false;
  for (const sentence of sentences.slice(0, 12)) {
    // "1 or 2, hm": nobody has chosen.
    if (undecided.test(sentence.plain)) continue;
    const { tokens } = sentence;
    const pure = tokens.every(
      (token) =>
        token.kind === 'number' ||
        around.has(token.norm) ||
        leaving.has(token.norm) ||
        ordinals.has(token.norm) ||
        cardinals.has(token.norm),
    );
    // "2, the one from Acme", "1 - he has moved": led by the number, and told off from what follows.
    const led = tokens[0]?.kind === 'number' || tokens[0]?.norm === '#';
    const pointed =
      /\b(?:number|no\.?|nr\.?|option|#)\s?\d{1,2}\b|\b(?:the|make|yes to|strike|without|drop|skip|all but|except|only) (?:number )?\d{1,2}\b(?!\s?(?:th|st|nd|rd|%|:|\/|\.\d|[a-z]{3,}))|\bthe (?:first|second|third|fourth|fifth|last) (?:one|of (?:them|these)|person|name)\b|\b(?:introduce|connect|put|take|link)\b[^.;]{0,40}\b(?:to|with) \d{1,2}\b[.!]*$/.test(
        sentence.plain,
      );
    if (!pure && !led && !pointed) continue;
    let target = numbers;
    for (const [i, token] of tokens.entries()) {
      if (
        leaving.has(token.norm) ||
        (token.norm === 'but' && /^(?:all|everything|everybody|everyone)$/.test(tokens[i - 1]?.norm ?? ''))
      )
        target = without;
      else if (/^(?:but|only)$/.test(token.norm) && target === without) target = numbers;
      const value = numberOf(sentence, i, pure);
      if (value === null) {
        if (!pure && led && token.kind === 'word' && !around.has(token.norm)) break;
        continue;
      }
      target.add(value);
    }
    for (const value of refusedIn(sentence.plain)) without.add(value);
    for (const value of rangeIn(sentence.plain)) if (pure) numbers.add(value);
    if (
      /\b(?:all(?: of (?:them|these))?|both(?: of them)?|everything|everyone|everybody|alle|tous|todos|tutti)\b/.test(
        sentence.plain,
      ) &&
      pure
    )
      everything = true;
  }
  if (sentences.some((sentence) => /\b(?:all|everything|everyone) (?:but|except)\b/.test(sentence.plain)))
    everything = everything || without.size > 0;
  for (const value of without) numbers.delete(value);
  return { numbers: [...numbers], without: [...without], everything: everything && numbers.size === 0 };
}

function numberOf(sentence: Sentence, i: number, pure: boolean): number | null {
  const token = sentence.tokens[i];
  if (!token) return null;
  const next = sentence.tokens[i + 1]?.norm ?? '';
  if (token.kind === 'number') {
    const value = Number.parseInt(token.text, 10);
    const counts = /(?:st|nd|rd|th)$/.test(token.text) && !/^(?:one|of|person)$/.test(next) && !pure;
    return value > 0 &&
      value < 1000 &&
      !counts &&
      !/^(?:years?|months?|weeks?|days?|minutes?|people|%|pm|am)$/.test(next)
      ? value
      : null;
  }
  const ordinal = ordinals.get(token.norm);
  if (ordinal !== undefined)
    return sentence.tokens[i - 1]?.norm === 'the' ||
      /^(?:one|ones|of|and|,)$/.test(next) ||
      (pure && sentence.tokens.length < 3)
      ? ordinal
      : null;
  const cardinal = cardinals.get(token.norm);
  if (cardinal === undefined || (token.norm === 'one' && (i > 0 || sentence.tokens.length > 2))) return null;
  return pure && (sentence.tokens.length < 5 || sentence.tokens[i - 1]?.norm === 'number') && next !== 'of'
    ? cardinal
    : null;
}

/** "1 or 2", "2 or maybe 3", "either 1 or 2". */
const undecided =
  /\b\d{1,2}\b[\s,]*(?:or|oder|ou)\b[\s,]*(?:perhaps |maybe |possibly |rather |number |no\.? ?|#)*\d{1,2}\b(?! of\b)/;

/** "yes to 1, no to 2", "1 yes, 2 no": which of them are refused. */
function refusedIn(plain: string): number[] {
  const found = plain.matchAll(
    /\b(?:no|not|nope|never) (?:to|for|with) (?:number |no\.? ?|#)?(\d{1,2})\b|\b(\d{1,2})[\s:=—-]*(?:no|not|nope|nein|non)\b(?! \p{L}+ (?:is|has|was)\b)(?! problem| objection)/gu,
  );
  return [...found].map((match) => Number.parseInt(match[1] ?? match[2] ?? '', 10));
}

/** "1-3", "1 to 3". */
function rangeIn(plain: string): number[] {
  const [, from = '', to = ''] =
    /(?:^|[\s,(])(\d{1,2})\s?(?:-|—|to|through|bis)\s?(\d{1,2})(?=$|[\s,.;!)])/.exec(plain) ?? [];
  const [first, last] = [Number.parseInt(from, 10), Number.parseInt(to, 10)];
  return last > first && last - first < 20 ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [];
}
