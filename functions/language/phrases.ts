// The small language in which `asking.ts` says how things are asked for, and its matcher.
//
//   introduce {cc} to {to}        words, and slots for people
//   put|bring|get {pair} together alternatives, one word each
//   (in touch|in contact)         alternatives of several words
//   [up] [first|please]           may be missing
//   ask {party} ... meet {other}  up to 14 words between
//   ^ {one} meet {other} $        where a sentence begins, or ends
//
// A slot's kind is told by its name: people, unless it stands in `slotKinds`. Polite words between others are passed over.
// Slots and gaps are bounded, so a sentence costs time in proportion to its length.

import { dateAt, type FoundDate } from './dates.ts';
import { type People, readPeople } from './people.ts';
import type { Person } from './person.ts';
import type { Sentence } from './sentences.ts';

type Node =
  | { readonly kind: 'word'; readonly words: ReadonlySet<string> }
  | { readonly kind: 'any'; readonly ways: readonly (readonly Node[])[]; readonly optional: boolean }
  | { readonly kind: 'slot'; readonly name: string; readonly slot: SlotKind }
  | { readonly kind: 'gap' }
  | { readonly kind: 'begin' }
  | { readonly kind: 'end' };

type SlotKind = 'people' | 'rest' | 'numbers' | 'number' | 'date' | 'address' | 'which';

const slotKinds: Readonly<Record<string, SlotKind>> = {
  rest: 'rest',
  numbers: 'numbers',
  number: 'number',
  date: 'date',
  address: 'address',
  which: 'which',
};

export interface Phrase {
  readonly source: string;
  readonly nodes: readonly Node[];
  /** Words of which the phrase must begin with one; null where it begins with a slot or a gap. */
  readonly first: ReadonlySet<string> | null;
  /** One set of words that must occur somewhere. */
  readonly needs: ReadonlySet<string> | null;
}

export interface Match {
  readonly phrase: Phrase;
  /** Token range. */
  readonly from: number;
  readonly to: number;
  readonly people: Readonly<Record<string, People>>;
  readonly numbers: readonly number[];
  readonly date: FoundDate | null;
  readonly address: string | null;
  readonly which: FoundWhich | null;
  /** Where `{rest}` begins: a token index. */
  readonly rest: number | null;
}

/** Which introductions a request means, people still as they stand. */
export interface FoundWhich {
  readonly numbers: readonly number[];
  readonly people: readonly Person[];
  readonly all: boolean;
}

const longestSlot = 40;
const longestGap = 14;
const mostPassedOver = 4;

export function phrase(source: string): Phrase {
  const nodes = parse(source);
  return { source, nodes, first: firstWords(nodes), needs: neededWords(nodes) };
}

/** Every match of the phrase that begins at token `from`, longest people first; the first is returned. */
export function matchAt(phrase: Phrase, sentence: Sentence, from: number): Match | null {
  const state: State = { people: {}, numbers: [], date: null, address: null, which: null, rest: null };
  const to = matchNodes(phrase.nodes, 0, sentence, from, state);
  return to === null || to === from ? null : { phrase, from, to, ...state };
}

interface State {
  people: Record<string, People>;
  numbers: number[];
  date: FoundDate | null;
  address: string | null;
  which: FoundWhich | null;
  rest: number | null;
}

const passedOver = new Set(
  'please kindly also just pls plz then too actually really perhaps maybe possibly again once eventually quickly simply ,'.split(
    ' ',
  ),
);

function matchNodes(nodes: readonly Node[], n: number, sentence: Sentence, at: number, state: State): number | null {
  const node = nodes[n];
  if (!node) return at;
  const { tokens } = sentence;
  switch (node.kind) {
    case 'begin':
      return begins(sentence, at) ? matchNodes(nodes, n + 1, sentence, at, state) : null;
    case 'end':
      return endsHere(sentence, at) ? matchNodes(nodes, n + 1, sentence, at, state) : null;
    case 'word': {
      // Polite words may stand between, but never in front of the whole phrase.
      for (let i = at; i < tokens.length && i <= at + mostPassedOver; i++) {
        const norm = tokens[i]?.norm ?? '';
        if (node.words.has(norm)) return matchNodes(nodes, n + 1, sentence, i + 1, state);
        if (n === 0 || !passedOver.has(norm)) return null;
      }
      return null;
    }
    case 'any': {
      for (const way of node.ways) {
        const end = matchNodes([...way, ...nodes.slice(n + 1)], 0, sentence, at, state);
        if (end !== null) return end;
      }
      if (node.optional) return matchNodes(nodes, n + 1, sentence, at, state);
      const polite = n > 0 && passedOver.has(tokens[at]?.norm ?? '') && !passedOver.has(tokens[at + 1]?.norm ?? '');
      return polite ? matchNodes(nodes, n, sentence, at + 1, state) : null;
    }
    case 'gap': {
      for (let skip = 0; skip <= longestGap && at + skip <= tokens.length; skip++) {
        const end = matchNodes(nodes, n + 1, sentence, at + skip, state);
        if (end !== null) return end;
        if (/^[.;!?]$/.test(tokens[at + skip]?.norm ?? '')) return null;
      }
      return null;
    }
    case 'slot':
      return matchSlot(node.slot, node.name, nodes, n, sentence, at, state);
  }
}

function matchSlot(
  kind: SlotKind,
  name: string,
  nodes: readonly Node[],
  n: number,
  sentence: Sentence,
  at: number,
  state: State,
): number | null {
  const { tokens } = sentence;
  const go = (to: number): number | null => matchNodes(nodes, n + 1, sentence, to, state);
  switch (kind) {
    case 'people': {
      const open = readPeople(sentence, at);
      const people = { ...state.people };
      const fits = (found: People): boolean =>
        name !== 'pair' || found.people.length > 1 || found.people[0]?.pronoun === 'several';
      if (open && fits(open)) {
        state.people = { ...people, [name]: open };
        const end = go(open.to);
        if (end !== null) return end;
      }
      if (n + 1 < nodes.length) {
        const next = firstWords(nodes.slice(n + 1));
        for (let to = at + 1; to <= Math.min(tokens.length, at + longestSlot); to++) {
          if (to === open?.to) continue;
          if (next && !next.has(tokens[to]?.norm ?? '')) continue;
          const bounded = readPeople(sentence, at, to);
          if (!bounded || !fits(bounded)) continue;
          state.people = { ...people, [name]: bounded };
          const end = go(to);
          if (end !== null) return end;
        }
      }
      state.people = people;
      return null;
    }
    case 'rest':
      state.rest = at;
      return at < tokens.length ? tokens.length : null;
    case 'numbers':
    case 'number': {
      const found = numbersAt(sentence, at, kind === 'number');
      if (!found) return null;
      state.numbers = found.numbers;
      return go(found.to);
    }
    case 'date': {
      const start = tokens[at]?.start;
      const date = start === undefined ? null : dateAt(sentence.plain, sentence.text, start);
      if (!date) return null;
      state.date = date;
      let to = at;
      while (to < tokens.length && (tokens[to]?.start ?? 0) < date.end) to++;
      return go(to);
    }
    case 'which': {
      const found = whichAt(sentence, at);
      if (!found) return null;
      state.which = found.which;
      return go(found.to);
    }
    case 'address': {
      const token = tokens.slice(at, at + 3).find((each) => each.kind === 'address');
      if (!token) return null;
      state.address = token.norm;
      let to = tokens.indexOf(token, at) + 1;
      while (/^[>)\]]$/.test(tokens[to]?.norm ?? '')) to++;
      return go(to);
    }
  }
}

const wordNumbers = new Map(
  'one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, i + 1]),
);

/** "3", "#3", "no. 3", "1 and 3", "1, 2 & 4", "two": numbers of at most four digits. */
export function numbersAt(sentence: Sentence, from: number, single = false): { numbers: number[]; to: number } | null {
  const { tokens } = sentence;
  const numbers: number[] = [];
  let i = from;
  let end = from;
  while (i < tokens.length) {
    while (
      /^(?:#|no|nr|number|numbers|introduction|introductions|intro|item|items|the|option|№|\.)$/.test(
        tokens[i]?.norm ?? '',
      ) &&
      i < from + 8 + numbers.length * 4
    )
      i++;
    const token = tokens[i];
    const number = token?.kind === 'number' ? Number.parseInt(token.text, 10) : wordNumbers.get(token?.norm ?? '');
    if (number === undefined || number > 99_999) break;
    numbers.push(number);
    i++;
    end = i;
    if (single) break;
    while (/^(?:,|and|&|\+|or|plus)$/.test(tokens[i]?.norm ?? '')) i++;
  }
  return numbers.length > 0 ? { numbers, to: end } : null;
}

/** "3", "1 and 3", "Tariq", "X and Y", "the introduction of X to Y", "it", "all of them". */
function whichAt(sentence: Sentence, from: number): { which: FoundWhich; to: number } | null {
  const { tokens } = sentence;
  const norm = (i: number): string => tokens[i]?.norm ?? '';
  // "the one with Tariq" is no number.
  const theOne = /^(?:one|ones)$/.test(norm(from + 1)) && /^(?:the|that|this|my|our|last|latest)$/.test(norm(from));
  const numbers = theOne ? null : numbersAt(sentence, from);
  if (numbers) return { which: { numbers: numbers.numbers, people: [], all: false }, to: numbers.to };
  let i = from;
  if (/^(?:the|my|this|that|our|both|these|those|all)$/.test(norm(i)) && (tokens[i]?.capital !== true || i === 0)) i++;
  const all = norm(from) === 'all' || /^(?:everything|all|everybody|everyone)$/.test(norm(i));
  if (/^(?:the|of)$/.test(norm(i)) && all) i++;
  while (
    /^(?:last|latest|open|pending|e-intro|e-introduction|draft|intro|intros|introduction|introductions|one|ones|letter|mail|thread|contact|connection|request|planned|scheduled|meeting)$/.test(
      norm(i),
    )
  )
    i++;
  const worded = i > from;
  if (worded && /^(?:of|between|with|from|for|to|about)$/.test(norm(i))) {
    const first = readPeople(sentence, i + 1);
    if (!first) return null;
    const second = /^(?:to|with|and|&)$/.test(norm(first.to)) ? readPeople(sentence, first.to + 1) : null;
    const people = [...first.people, ...(second?.people ?? [])];
    return { which: { numbers: [], people: people.slice(0, 4), all: false }, to: (second ?? first).to };
  }
  const later = worded ? numbersAt(sentence, i) : null;
  if (later) return { which: { numbers: later.numbers, people: [], all: false }, to: later.to };
  if (all)
    return {
      which: { numbers: [], people: [], all: true },
      to: norm(i) === 'all' || /^every/.test(norm(i)) ? i + 1 : i,
    };
  if (/^(?:it|this|that|them|him|her|one)$/.test(norm(i)))
    return { which: { numbers: [], people: [], all: norm(from) === 'both' }, to: i + 1 };
  if (worded) return { which: { numbers: [], people: [], all: false }, to: i };
  const people = readPeople(sentence, from);
  if (!people || people.people.some((each) => each.mention.nameless === true || each.mention.self === true))
    return null;
  const second = /^(?:to|with|<>|->|\/)$/.test(norm(people.to)) ? readPeople(sentence, people.to + 1) : null;
  return {
    which: { numbers: [], people: [...people.people, ...(second?.people ?? [])], all: false },
    to: (second ?? people).to,
  };
}

/** Nothing stands before but polite words. */
function begins(sentence: Sentence, at: number): boolean {
  for (let i = at - 1; i >= 0 && !isBreak(sentence, i); i--) {
    if (
      at - i > 6 ||
      !/^(?:please|pls|kindly|could|can|would|will|you|just|now|then|so|and|also|ok|okay|hi|hello|again)$/.test(
        sentence.tokens[i]?.norm ?? '',
      )
    )
      return false;
  }
  return true;
}

/** A mark behind which something new begins. */
export function isBreak(sentence: Sentence, at: number): boolean {
  return /^[,;:.!?—–(["-]$/.test(sentence.tokens[at]?.norm ?? '') || sentence.tokens[at]?.norm === '...';
}

function endsHere(sentence: Sentence, at: number): boolean {
  for (let i = at; i < sentence.tokens.length; i++) {
    const token = sentence.tokens[i];
    if (token?.kind === 'mark') continue;
    if (i === at && beginsAnother(sentence, i)) return true;
    if (
      !/^(?:please|pls|plz|thanks|thank|you|now|today|for|me|then|too|ok|okay|cheers|again|asap|first|here|at|all|would|could|do)$/.test(
        token?.norm ?? '',
      ) ||
      i > at + 8
    )
      return false;
  }
  return true;
}

/** "Who is Tariq and what is open?": a joint, and a word with which questions and commands begin. */
function beginsAnother({ tokens }: Sentence, at: number): boolean {
  if (!/^(?:and|then|also|but)$/.test(tokens[at]?.norm ?? '')) return false;
  let next = at + 1;
  while (/^(?:then|also|please|could|can|you|,)$/.test(tokens[next]?.norm ?? '') && next < at + 5) next++;
  return tokens[next]?.capital === false && requestBeginnings.has(tokens[next]?.norm ?? '');
}

const requestBeginnings: ReadonlySet<string> = new Set(
  'who whom what which how introduce intro connect show tell send add tag note nudge close cancel suggest recommend remind ask limit pause resume export forget draft put find give'.split(
    ' ',
  ),
);

// --- reading the phrase language

function parse(source: string): Node[] {
  const nodes: Node[] = [];
  let i = 0;
  while (i < source.length) {
    const char = source[i] ?? '';
    if (char === ' ') {
      i++;
    } else if (char === '[') {
      const close = closingOf(source, i);
      const ways = splitTop(source.slice(i + 1, close)).map(parse);
      nodes.push({ kind: 'any', ways, optional: true });
      i = close + 1;
    } else if (char === '{') {
      const close = source.indexOf('}', i);
      const name = source.slice(i + 1, close);
      nodes.push({ kind: 'slot', name, slot: slotKinds[name] ?? 'people' });
      i = close + 1;
    } else {
      const atom = atomAt(source, i);
      i = atom.to;
      nodes.push(...atom.nodes);
    }
  }
  return nodes;
}

/** "a|b", "(a b|c)", "a|(b c)", "...", "^" or "$", from `from` to the next blank. */
function atomAt(source: string, from: number): { nodes: Node[]; to: number } {
  let to = from;
  while (to < source.length && source[to] !== ' ') to = source[to] === '(' ? closingOf(source, to) + 1 : to + 1;
  const atom = source.slice(from, to);
  if (atom === '...') return { nodes: [{ kind: 'gap' }], to };
  if (atom === '^') return { nodes: [{ kind: 'begin' }], to };
  if (atom === '$') return { nodes: [{ kind: 'end' }], to };
  if (!atom.includes('(')) return { nodes: [{ kind: 'word', words: new Set(atom.split('|')) }], to };
  const ways = splitTop(atom).flatMap((way) => (way.startsWith('(') ? splitTop(way.slice(1, -1)) : [way]));
  return { nodes: [{ kind: 'any', ways: ways.map(parse), optional: false }], to };
}

function closingOf(source: string, open: number): number {
  let depth = 0;
  for (let i = open; i < source.length; i++) {
    if ('[('.includes(source[i] ?? ' ')) depth++;
    if ('])'.includes(source[i] ?? ' ') && --depth === 0) return i;
  }
  throw new Error(`phrase "${source}": bracket at ${open} is not closed`);
}

function splitTop(source: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const char of source) {
    if ('[('.includes(char)) depth++;
    if ('])'.includes(char)) depth--;
    if (char === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}

function firstWords(nodes: readonly Node[]): ReadonlySet<string> | null {
  const words = new Set<string>();
  for (const node of nodes) {
    if (node.kind === 'begin') continue;
    if (node.kind === 'word') return new Set([...words, ...node.words]);
    if (node.kind !== 'any') return null;
    for (const way of node.ways) {
      const inner = firstWords(way);
      if (!inner) return null;
      for (const word of inner) words.add(word);
    }
    if (!node.optional) return words;
  }
  return null;
}

function neededWords(nodes: readonly Node[]): ReadonlySet<string> | null {
  let best: ReadonlySet<string> | null = null;
  for (const node of nodes)
    if (node.kind === 'word' && (best === null || node.words.size < best.size)) best = node.words;
  return best;
}
