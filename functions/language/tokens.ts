// A sentence as words, numbers, addresses and marks, each knowing where it stands.
// Every repetition in the pattern is bounded, so that no input takes more than linear time.

import { folded } from './normalise.ts';

export interface Token {
  /** As written. */
  readonly text: string;
  /** For comparing: lower-case, straight quotes, no accents, usual misspellings of the verbs set right. */
  readonly norm: string;
  /** Offsets into the sentence. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'address' | 'link' | 'mark';
  /** Begins with a capital, or is of a script that has none. */
  readonly capital: boolean;
}

const tokenPattern = new RegExp(
  [
    String.raw`(?<address>[\p{L}\p{N}][\p{L}\p{N}._%+=&-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8})`,
    String.raw`(?<link>(?:https?:\/\/|www\.)[^\s<>"]{0,2000}[^\s<>").,;:!?\]])`,
    String.raw`(?<number>\d{1,9}(?:st|nd|rd|th)?(?![\p{L}\p{N}]))`,
    String.raw`(?<shortWith>[wW]\/(?=\s|[\p{L}]))`,
    String.raw`(?<word>[\p{L}\p{N}][\p{L}\p{M}\p{N}_]*(?:(?:['’‑-]|\.(?=\p{Ll}))[\p{L}\p{M}\p{N}]+)*)`,
    String.raw`(?<mark><->|<=>|<>|->|=>|\.\.\.|[^\s])`,
  ].join('|'),
  'gu',
);

export function tokensOf(sentence: string): Token[] {
  const tokens: Token[] = [];
  for (const match of sentence.matchAll(tokenPattern)) {
    const text = match[0];
    if (pictures.test(text) && !arrows.has(text)) continue;
    const groups = match.groups ?? {};
    const kind =
      groups.address !== undefined
        ? 'address'
        : groups.link !== undefined
          ? 'link'
          : groups.number !== undefined
            ? 'number'
            : groups.word !== undefined || groups.shortWith !== undefined
              ? 'word'
              : 'mark';
    tokens.push({
      text,
      norm:
        groups.shortWith !== undefined
          ? 'with'
          : kind === 'word'
            ? spelled(folded(text))
            : kind === 'mark'
              ? (arrows.get(text) ?? text)
              : folded(text),
      start: match.index,
      end: match.index + text.length,
      kind,
      capital: groups.word !== undefined && /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(text),
    });
  }
  return withSpelledAddresses(tokens);
}

/** 🤖 says nothing that is asked for; a mark made of several characters comes as several. */
const pictures =
  /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u{fe0f}|\u{200d}|\u{20e3})$/u;

const arrows = new Map([
  ['➡', '->'],
  ['➔', '->'],
  ['<->', '<>'],
  ['<=>', '<>'],
  ['↔', '<>'],
  ['⇄', '<>'],
  ['⇔', '<>'],
  ['×', '<>'],
  ['=>', '->'],
  ['→', '->'],
  ['⇒', '->'],
  ['–', '—'],
  ['―', '—'],
  ['‘', "'"],
  ['’', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['«', '"'],
  ['»', '"'],
]);

/** Words worth understanding when misspelt: long enough that nothing else is near. */
const spellings = [
  'introduce',
  'introduces',
  'introducing',
  'introduced',
  'introduction',
  'introductions',
  'connect',
  'connecting',
  'recommend',
  'background',
  'suggestions',
];
const spelledRight = new Set([
  ...spellings,
  ...[
    'connects',
    'connected',
    'connection',
    'collect',
    'correct',
    'content',
    'convent',
    'connector',
    'recommends',
    'backgrounds',
  ],
  ...[
    'introductory',
    'recommended',
    'reintroduce',
    'recommender',
    'contact',
    'concept',
    'connections',
    'suggestion',
    'producing',
    'reducing',
    'produced',
    'reduced',
    'production',
    'reduction',
    'induced',
    'inducing',
    'reproduce',
  ],
]);

/** Short words too common to be left misspelt; they are no other word, and no name. */
const slips = new Map(
  Object.entries({
    with: 'wiht wtih iwth whith',
    and: 'adn nad ahd',
    the: 'teh hte',
    please: 'plese pleas pleese plase pleae pelase plesae pleasse',
    could: 'coudl cuold',
    would: 'woudl wuold',
    between: 'betwen beetween bewteen',
    meet: 'meeet',
    because: 'becuase becasue',
    suggest: 'sugest suggset',
  }).flatMap(([right, wrong]) => wrong.split(' ').map((each) => [each, right] as const)),
);

function spelled(word: string): string {
  const slip = slips.get(word);
  if (slip !== undefined) return slip;
  if (word.length < 6 || word.length > 15 || spelledRight.has(word) || !/^[incrbs]/.test(word)) return word;
  const near = spellings.find(
    (right) =>
      right[0] === word[0] &&
      Math.abs(right.length - word.length) <= 2 &&
      distance(word, right) <= (right.length > 7 ? 2 : 1),
  );
  return near ?? word;
}

/** Edits, a swap of neighbours counting once (optimal string alignment). */
export function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const above = rows[i - 1] ?? [];
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (rows[i - 2]?.[j - 2] ?? 99) + 1 : 99;
      const same = (above[j - 1] ?? 99) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min((above[j] ?? 99) + 1, (row[j - 1] ?? 99) + 1, same, swap));
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 99;
}

const spelledDots = new Set(['dot', 'punkt', 'point', '.']);
const joiners = new Map([
  ['underscore', '_'],
  ['dash', '-'],
  ['hyphen', '-'],
]);

/**
 * "petra dot lang at medrobo dot test", "petra (at) medrobo (dot) test" → one address token. The host must have a dot,
 * and a capitalised name of two words is no local part ("Petra Lang at medrobo.test" says where she works).
 */
function withSpelledAddresses(tokens: Token[]): Token[] {
  const result: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const host = isSpelledAt(tokens, i) ? spelledHost(tokens, i) : null;
    const local = host && spelledLocal(result);
    if (!host || !local) {
      const token = tokens[i];
      if (token) result.push(token);
      continue;
    }
    const first = result[local.from];
    const last = tokens[host.to - 1];
    if (!first || !last) continue;
    result.length = local.from;
    const text = `${local.text}@${host.text}`;
    result.push({ text, norm: folded(text), start: first.start, end: last.end, kind: 'address', capital: false });
    i = host.to - 1;
  }
  return result;
}

function isSpelledAt(tokens: readonly Token[], i: number): boolean {
  const norm = tokens[i]?.norm;
  return norm === 'at' || norm === '@' || ((norm === '(' || norm === '[') && tokens[i + 1]?.norm === 'at');
}

function spelledHost(tokens: readonly Token[], at: number): { text: string; to: number } | null {
  let i = skipMarks(tokens, at);
  let text = '';
  let dots = 0;
  while (i < tokens.length && i < at + 24) {
    const token = tokens[i];
    if (!token || (token.kind !== 'word' && token.kind !== 'number')) break;
    text += token.norm;
    i++;
    const next = skipBrackets(tokens, i);
    const dot = tokens[next];
    const after = tokens[skipBrackets(tokens, next + 1)];
    const glued = dot?.norm === '.' && after?.start === dot.end && dot.start === token.end;
    if (!dot || !after || after.kind !== 'word' || !(dot.norm === '.' ? glued : spelledDots.has(dot.norm))) break;
    text += '.';
    dots++;
    i = skipBrackets(tokens, next + 1);
  }
  return dots > 0 || /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(text) ? { text, to: i } : null;
}

function spelledLocal(before: readonly Token[]): { text: string; from: number } | null {
  let from = before.length - 1;
  const last = before[from];
  if (last?.kind !== 'word') return null;
  let text = last.norm;
  for (let i = from - 1; i > before.length - 16; ) {
    const joiner = before[i];
    const previous = before[i - 1];
    if (!joiner || !previous || previous.kind !== 'word') break;
    const glue = spelledDots.has(joiner.norm) && joiner.kind === 'word' ? '.' : joiners.get(joiner.norm);
    if (glue === undefined) break;
    text = `${previous.norm}${glue}${text}`;
    from = i - 1;
    i = from - 1;
  }
  const previous = before[from - 1];
  const partOfAName = from === before.length - 1 && last.capital && previous?.kind === 'word' && previous.capital;
  return partOfAName || !/^[a-z0-9._-]+$/.test(text) ? null : { text, from };
}

function skipMarks(tokens: readonly Token[], i: number): number {
  const norm = tokens[i]?.norm;
  if (norm === 'at' || norm === '@') return i + 1;
  return tokens[i + 2]?.kind === 'mark' ? i + 3 : i + 2;
}

function skipBrackets(tokens: readonly Token[], i: number): number {
  const norm = tokens[i]?.norm;
  return norm === '(' || norm === '[' || norm === ')' || norm === ']' ? i + 1 : i;
}

/** Where the bracket that opens at `from` closes, before `limit`; null where it does not. */
export function closing(tokens: readonly Token[], from: number, limit: number): number | null {
  for (let i = from + 1; i < limit; i++) if (/^[)\]]$/.test(tokens[i]?.norm ?? '')) return i;
  return null;
}
