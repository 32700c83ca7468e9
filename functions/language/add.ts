// New people out of plain words: "add NAME <address>, background …", and lists of them, one a line, with any separator.

import { folded } from './normalise.ts';
import type { NewPerson } from './requests.ts';
import { addressAt } from './stated-address.ts';
import { type Token, tokensOf } from './tokens.ts';
import { common, personNouns, titles } from './words.ts';

/** People named in one line or item; several where each has an address of its own. Empty where it names nobody. */
export function newPeopleIn(line: string): NewPerson[] {
  const text = line
    .replace(
      /^\s*(?:and\s+)?(?:also\s+)?(?:please\s+)?(?:add\s+)?(?:also\s+)?(?:to (?:my|the) (?:book|list)\s*)?[:,–—-]*\s*/i,
      '',
    )
    .trim();
  const met = encounter.exec(text);
  const [first, ...more] = entriesOf(met ? text.slice(met[0].length) : text).flatMap((entry) => newPerson(entry) ?? []);
  if (!first) return [];
  return [met ? withEncounter(first, met[1] ?? '') : first, ...more];
}

/** "I met Ines <ines@…> at the fair, …": where is for the mentor's own notes. */
const encounter =
  /^(?:(?:i|we)(?:'ve| have)? )?(?:(?:just|also|recently|today|yesterday) )*(met|ran into|bumped into|spoke (?:to|with)|talked (?:to|with)|sat next to|had (?:lunch|coffee|dinner|tea) with)\s+(?=\p{Lu})/iu;

function withEncounter(person: NewPerson, verb: string): NewPerson {
  const [where, rest] =
    /^((?:at|on|in|over|during|last|yesterday|this|after|before)\b[^,;.]*)[,;.]?\s*(.*)$/is
      .exec(person.background ?? '')
      ?.slice(1) ?? [];
  if (where === undefined) return person;
  const { background: _, ...others } = person;
  const notes = `${capital(verb)} ${where.slice(0, 1).toLowerCase()}${where.slice(1)}`;
  return { ...others, ...(rest ? { background: capital(rest) } : {}), notes };
}

/** "Ines <a@b> and Oskar <c@d>": cut where another name with an address begins. */
function entriesOf(text: string): string[] {
  const cuts = [
    ...text.matchAll(
      /(?:\s*;\s*|\s*,?\s+(?:and|&|plus)\s+(?:also\s+)?|,\s*)(?=(?:\p{Lu}[\p{L}'’.-]*\s+){1,4}[<([]?[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@)/gu,
    ),
  ];
  const entries: string[] = [];
  let from = 0;
  for (const cut of cuts) {
    const entry = text.slice(from, cut.index);
    // A background may name others; only a piece with an address of its own is an entry by itself.
    if (!/@/.test(entry)) continue;
    entries.push(entry);
    from = cut.index + cut[0].length;
  }
  return [...entries, text.slice(from)];
}

type Field =
  | 'background'
  | 'tags'
  | 'goals'
  | 'organisation'
  | 'links'
  | 'knownThrough'
  | 'notes'
  | 'name'
  | 'address'
  | 'kind';

const labels: readonly (readonly [RegExp, Field])[] = [
  [/^(?:background|bio|about|description)\b/i, 'background'],
  [/^(?:tags?|interests?|topics?|keywords?)\b/i, 'tags'],
  [/^(?:goals?|seeks|looking for|wants)\b/i, 'goals'],
  [/^(?:organi[sz]ation|company|employer|firm|works? (?:at|for)|working (?:at|for)|from)\b/i, 'organisation'],
  [/^(?:links?|website|site|web|blog|podcast|newsletter)\b/i, 'links'],
  [
    /^(?:(?:who (?:is|was) |i )?(?:known|know (?:him|her|them)|met) (?:to me )?(?:through|via|by|from)|via|through|introduced (?:to me )?by)\b/i,
    'knownThrough',
  ],
  [/^(?:notes?|private notes?|private)\b/i, 'notes'],
  [/^(?:name)\b(?=\s*[:=])/i, 'name'],
  [/^(?:e-?mail|mail|address)(?: address)?\b/i, 'address'],
  [/^(?:kind|type)\b(?=\s*[:=])/i, 'kind'],
];

/** "my old friend Ines Roca" */
const ofWriter = /^(?:my|our)\s+(?:[\p{Ll}-]+\s+){1,4}(?=\p{Lu})/u;

function newPerson(entry: string): NewPerson | null {
  const tokens = tokensOf(entry);
  const addresses = [...new Set(tokens.filter((token) => token.kind === 'address').map((token) => token.norm))];
  const nameEnd = endOfName(entry, tokens);
  const name = entry
    .slice(0, nameEnd)
    .replace(/^[\s"'“”‘’(]+|[\s"'“”‘’,;:(<[|–—-]+$/gu, (marks) =>
      /["”]/.test(marks) && /["“]/.test(entry.slice(0, nameEnd - marks.length)) ? '"' : '',
    )
    .replace(/\s+/g, ' ')
    .trim()
    .replace(ofWriter, '');
  const words = tokensOf(name).filter((token) => token.kind === 'word');
  const first = words.find((word) => !titles.has(word.norm));
  if (!first || words.length > 8 || (!first.capital && (common.has(first.norm) || personNouns.has(first.norm))))
    return null;
  const made: Making = { name, addresses };
  const loose: string[] = [];
  let last: Field | null = null;
  for (const piece of piecesOf(withoutAddresses(entry.slice(nameEnd), tokens, nameEnd)))
    last = fill(made, piece, loose, last);
  const background = [made.background, loose.join(', ')].filter((each) => each !== undefined && each !== '').join('. ');
  if (background !== '')
    made.background = capital(
      background
        .replace(/^who (?=\p{Ll})/u, '')
        .replace(/[\s,;]+$/, '')
        .replace(/^([^(]*)\)$/, '$1'),
    );
  return made;
}

function endOfName(entry: string, tokens: readonly Token[]): number {
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'address' || token.kind === 'link') return token.start;
    if (/^[,;:<([|—–]$/.test(token.norm)) {
      // "Philippa (Pip) Lindh": a nickname inside the name.
      if (
        token.norm === '(' &&
        tokens[i + 2]?.norm === ')' &&
        tokens[i + 3]?.capital === true &&
        tokens[i + 1]?.kind === 'word'
      )
        continue;
      return token.start;
    }
    if (token.norm === '-' && entry[token.start - 1] === ' ') return token.start;
    if (
      i > 0 &&
      token.kind === 'word' &&
      !token.capital &&
      /^(?:is|at|from|of|who|whose|with|background|tags|as|to|works|known|under|email|e-mail|in|my|now|and)$/.test(
        token.norm,
      )
    )
      return token.start;
    if (token.norm === '.' && (tokens[i - 1]?.text.length ?? 0) > 3 && !titles.has(tokens[i - 1]?.norm ?? ''))
      return token.start;
  }
  return entry.length;
}

function withoutAddresses(rest: string, tokens: readonly Token[], offset: number): string {
  let result = '';
  let from = 0;
  tokens.forEach((token, i) => {
    if (token.kind !== 'address' || token.start < offset) return;
    const found = addressAt(tokens, i, tokens.length);
    const end = (found ? tokens[found.to - 1]?.end : token.end) ?? token.end;
    result += rest
      .slice(from, Math.max(from, token.start - offset))
      .replace(/[\s<([]*(?:mailto:)?$/, '')
      .replace(/\b(?:at|on|e-?mail(?: address)?|address|mail|under|reachable at|or|and)\s*:?\s*$/i, '');
    from = Math.max(from, end - offset);
  });
  return result + rest.slice(from).replace(/^[>)\]]+/, '');
}

function piecesOf(text: string): string[] {
  return text
    .split(
      /\s*[;|\t]\s*|\s+[–—-]\s+|,\s*(?=(?:background|bio|tags?|interests?|goals?|seeks|organi[sz]ation|company|links?|website|known|known through|via|notes?|is|my|a|an|ask|author|protégé|protege|who is|works|e-?mail|looking)\b)|,\s*|(?<=[.!?])\s+(?=(?:background|bio|tags?|interests?|goals?|organi[sz]ation|company|links?|notes?|is my|known|ask|always ask)\b)/iu,
    )
    .map((piece) => piece.replace(/^[\s,;:–—.>)\]-]+|[\s,;]+$/gu, ''))
    .filter((piece) => piece !== '');
}

type Making = { -readonly [K in keyof NewPerson]: NewPerson[K] };

/** Puts one piece where it belongs and says which field it was; `last` is the field before, which may go on. */
function fill(made: Making, piece: string, loose: string[], last: Field | null): Field | null {
  const even = folded(piece).replace(/[.!]+$/, '');
  if (
    /^(?:is |she is |he is |they are |he's |she's |as )?(?:also )?(?:(?:my|a|another|one of my) )?(?:new )?(?:protege|mentee)s?$/.test(
      even,
    )
  ) {
    made.kind = 'protege';
  } else if (/^(?:is |she is |he is )?(?:an )?(?:author|author i follow|writer i follow)$/.test(even)) {
    made.kind = 'author';
  } else if (/^(?:is |as )?(?:a )?contact$/.test(even)) {
    made.kind = 'contact';
  } else if (
    /^(?:please )?(?:always )?ask (?:him |her |them )?first$|^(?:wants|prefers|likes) to be asked(?: first)?$/.test(
      even,
    )
  ) {
    made.askFirst = true;
  } else if (/^(?:https?:\/\/|www\.)\S+$/i.test(piece)) {
    made.links = [...(made.links ?? []), piece];
  } else {
    const field = fieldOf(made, piece, loose, last);
    if (field !== null) set(made, field.field, field.value);
    else loose.push(piece);
    return field?.field ?? null;
  }
  return null;
}

function fieldOf(
  made: Making,
  piece: string,
  loose: readonly string[],
  last: Field | null,
): { field: Field; value: string } | null {
  const label = labels.find(([pattern]) => pattern.test(piece));
  if (label) {
    const [pattern, field] = label;
    return {
      field,
      value: piece
        .replace(pattern, '')
        .replace(/^[\s:=–—-]+(?:is\s+)?/u, '')
        .trim(),
    };
  }
  const at = /^(?:is |works |working |now )*(?:at|with|of)\s+(?:the\s+)?(\p{Lu}.*)$/u.exec(piece);
  if (at && made.organisation === undefined && loose.length === 0 && last === null)
    return { field: 'organisation', value: at[1] ?? '' };
  const named = /^\p{Lu}[\p{L}&.'’-]*(?: (?:\p{Lu}[\p{L}&.'’-]*|&|of|and|the|de)){0,4}$/u.test(piece);
  if (named && made.organisation === undefined && loose.length === 0 && last === null)
    return { field: 'organisation', value: piece };
  // A list of tags, or a background, goes on behind its commas.
  return last === 'tags' || last === 'background' ? { field: last, value: piece } : null;
}

function set(made: Making, field: Field, value: string): void {
  if (value === '') return;
  switch (field) {
    case 'tags':
      made.tags = [
        ...(made.tags ?? []),
        ...value.split(/\s*[,/&+]\s*|\s+and\s+/).map((tag) => tag.replace(/^#|[.!]+$/g, '')),
      ];
      return;
    case 'links':
      made.links = [
        ...(made.links ?? []),
        ...(value.match(/\S*\.\S+/g) ?? []).map((link) => link.replace(/[.,;>)]+$/, '')),
      ];
      return;
    case 'organisation':
    case 'knownThrough':
      made[field] = value.replace(/[.!]+$/, '');
      return;
    case 'goals':
    case 'notes':
      made[field] = value;
      return;
    case 'background':
      made.background = made.background === undefined ? value : `${made.background}, ${value}`;
      return;
    case 'name':
    case 'address':
    case 'kind':
      return;
  }
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
