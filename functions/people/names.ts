// Names as people write them, folded so that two spellings of one name are the same words: accents, case, titles and degrees, particles,
// apostrophes, hyphens, "Surname, First", initials, stated nicknames. Every script keeps its own letters (Unicode NFKC).
// It also makes the tokens under which an entry is found in the book and those that a mention asks for. It never guesses who is meant.
import type { Person } from './person.ts';
import { shortForms } from './short-forms.ts';
import { distance } from './spelling.ts';

/** One word of a name with the spellings that are equal to it, the plainest first: `müller` → muller, mueller; `van der Berg` → berg, vanderberg. */
export type NamePart = readonly string[];

export interface ParsedName {
  /** In the order first name … surname; initials are parts of one letter; titles, degrees and nicknames are not among them. */
  readonly parts: readonly NamePart[];
  /** Stated in quotation marks or brackets, folded: `Robert "Bob" Delacroix` → bob. */
  readonly nicknames: readonly string[];
}

/**
 * Lower-case, compatibility forms resolved, marks taken off Latin, Greek, Cyrillic, Hebrew and Arabic letters, apostrophes dropped.
 * Marks that make another letter (Japanese, Indic scripts) stay. Folding twice changes nothing.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(strokes, '')
    .normalize('NFC')
    .replace(/[øłßđæœþðıςŧħə]/g, (letter) => plain[letter] ?? letter)
    .replace(/['’‘ʼ`´ʻʿʾ]/g, '');
}

const strokes = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640\u200b-\u200f\u2060\ufeff]/g;
const plain: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ı: 'i',
  ς: 'σ',
  ŧ: 't',
  ħ: 'h',
  ə: 'e',
};

/** Words that stand before a name and are no part of it. Those that are also first names (Don, Dean, Judge) are left alone. */
const titles = new Set(
  (
    'dr drs dra prof professor professora mr mrs ms miss mx sir dame lady lord rev reverend hon honourable honorable capt captain cpt col colonel gen lt sgt cmdr ' +
    'herr frau hr fr mme madame mlle mademoiselle monsieur mons senor senora senorita sr sra srta dona dott dottore dottoressa sig signor signora ing dipl mag ' +
    'sheikh sheikha imam rabbi pastor justice senator sen gov ambassador amb dhr mevr mevrouw pan pani тов г гжа господин госпожа д р проф'
  ).split(' '),
);

const degrees = new Set(
  (
    'phd dphil md mba msc bsc mph mpa jd llm llb esq esquire cpa cfa cfp acca fca pmp rn bsn msn dnp dds dmd dvm do pe peng ba bs ms med edd psyd pharmd frcs frcp ' +
    'obe mbe cbe kbe shrm cissp jr junior sr snr senior ii iii iv mp msw lcsw facs gmbh'
  ).split(' '),
);

/** Little words before a surname: it is found with and without them. */
const particles = new Set(
  'van von der den de del della dela di da das do dos du des le la las los ter ten te zu zum zur af av al el ul ibn bin bint ben abu st san y e i und ap op het t vom'.split(
    ' ',
  ),
);

/** Those that may begin a name of two words; the others are first names too often (Al, Ben, Di, San). */
const beginning = new Set('van von de der den du ter ten zu af'.split(' '));

/** Said to or of somebody in East Asian scripts, behind the name. */
const honorifics = /(?:さん|さま|様|くん|君|氏|先生|女士|小姐|教授|博士|씨|님)$/u;

/**
 * A name in its parts. `Wirth, Dr. Nadia J., PhD` → nadia, j, wirth. A title alone ("Professor") stays, so that nothing is
 * ever left without a part where letters were given.
 */
export function parseName(name: string): ParsedName {
  const nicknames: string[] = [];
  const unquoted = name.normalize('NFKC').replace(quotedName, (whole, ...groups: unknown[]) => {
    const inner = groups.slice(0, quotedGroups).find((group): group is string => typeof group === 'string');
    const words = inner === undefined ? [] : wordsOf(inner);
    if (words.length === 0 || words.length > 2) return whole;
    if (!words.every((word) => degrees.has(word))) nicknames.push(words.join(''));
    return ' ';
  });
  const stretches = unquoted
    .split(/[,，、;]/u)
    .map(rawWords)
    .filter((words) => words.length > 0);
  const kept = stretches.filter(
    (words, i) => i === 0 || !words.every(({ folded }) => degrees.has(folded) || titles.has(folded)),
  );
  const inOrder = kept.length === 2 ? [...(kept[1] ?? []), ...(kept[0] ?? [])] : kept.flat();
  return { parts: partsOf(withoutTitles(inOrder)), nicknames };
}

/** `"Bob"`, `“Bob”`, `'Bob'`, `«Bob»`, `(Bob)`, `(née Novak)`. */
const quotedName =
  /["“”„«]\s*([^"“”„»]{1,40}?)\s*["”“»]|(?<=^|\s)['‘’]([^'‘’]{1,40}?)['’](?=\s|$)|\(\s*(?:n[ée]e|born|aka|called|goes by|formerly)?\s*([^()]{1,40}?)\s*\)/giu;
const quotedGroups = 3;

interface RawWord {
  readonly folded: string;
  /** Another accepted spelling: `ü` as `ue`. */
  readonly digraph: string | null;
  readonly isLowerCase: boolean;
  /** A hyphen stands before it. */
  readonly hyphenated: boolean;
}

function rawWords(text: string): RawWord[] {
  return text.split(/[\s\u00a0.·・•_/]+/u).flatMap((chunk) =>
    chunk
      .split(/[-‐‑‒–]+/u)
      .map((piece) => piece.replace(honorifics, (ending) => (ending.length < piece.length ? '' : ending)))
      .map((piece) => ({ piece, folded: onlyLetters(fold(piece)).slice(0, longestWord) }))
      .filter(({ folded }) => folded !== '')
      .map(({ piece, folded }, i) => ({
        folded,
        digraph: digraph(piece),
        isLowerCase: /^\p{Ll}/u.test(piece),
        hyphenated: i > 0,
      })),
  );
}

/** What is longer is no word of a name, and no key of a table. */
const longestWord = 60;

const onlyLetters = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');

function digraph(piece: string): string | null {
  const written = piece.normalize('NFC').toLowerCase();
  if (!/[äöüøåæ]/.test(written)) return null;
  const digraphs: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', æ: 'ae' };
  return onlyLetters(fold(written.replace(/[äöüøåæ]/g, (letter) => digraphs[letter] ?? letter)));
}

function withoutTitles(words: readonly RawWord[]): readonly RawWord[] {
  let [from, to] = [0, words.length];
  while (from < to - 1 && titles.has(words[from]?.folded ?? '')) from++;
  while (to > from + 2 && degrees.has(words[to - 1]?.folded ?? '')) to--;
  return words.slice(from, to);
}

/** Particles join what follows them. At the beginning only a Dutch or German one in lower case (`van der Berg`), or one with a hyphen (`Al-Amin`). */
function partsOf(words: readonly RawWord[]): NamePart[] {
  const parts: NamePart[] = [];
  let before = '';
  for (const [i, word] of words.entries()) {
    const next = words[i + 1];
    const isFirst = parts.length === 0 && before === '';
    const mayBegin =
      next !== undefined &&
      (next.hyphenated || (word.isLowerCase && beginning.has(word.folded)) || particles.has(next.folded));
    if (next !== undefined && !word.hyphenated && particles.has(word.folded) && (!isFirst || mayBegin)) {
      before += word.folded;
      continue;
    }
    const forms = [word.folded, ...(word.digraph === null ? [] : [word.digraph])];
    parts.push([...new Set([...forms, ...(before === '' ? [] : forms.map((form) => before + form))])]);
    before = '';
  }
  return parts;
}

/** What a letter greets: the stated nickname, else the first name as written; a name of one word stays whole, title and all. */
export function greetingName(name: string): string {
  const nickname = name
    .match(nicknameBeforeSurname)
    ?.slice(1)
    .find((inner) => inner !== undefined);
  if (nickname !== undefined) return nickname.trim();
  const words = writtenWords(name);
  return words.length < 2 ? spokenName(name) : (words[0] ?? name);
}

/** In quotation marks anywhere; in brackets only between first name and surname, since brackets hold other things too. */
const nicknameBeforeSurname =
  /["“”„«]\s*([^"“”„»\s]{2,20})\s*["”“»]|^\S+\s+(?:'([^'\s]{2,20})'|\(\s*(\p{Lu}[^()\s]{1,19})\s*\))\s+\S/u;

/** The name as one says it: without what stands in quotation marks or brackets, `Surname, First` turned round, degrees behind a comma left out. Titles stay. */
export function spokenName(name: string): string {
  const [surname = '', ...more] = name
    .replace(quotedName, ' ')
    .split(',')
    .map((piece) => piece.trim().replace(/\s+/g, ' '))
    .filter((piece, i) => piece !== '' && (i === 0 || !wordsOf(piece).every((word) => degrees.has(word))));
  return [...more, surname].join(' ').trim() || name.trim();
}

/**
 * For a subject or a list: what the person is called, and the surname: `Dr. Margaret "Meg" Anne Lund` → `Meg Lund`. Where no
 * nickname is stated only initials are left out, since a given name may be of two words and a surname too: `José Luis Prado` stays.
 */
export function shortName(name: string): string {
  const words = writtenWords(name);
  if (words.length < 2) return spokenName(name);
  const called = greetingName(name);
  const whole = words.filter((word, i) => i === 0 || i === words.length - 1 || !initial.test(word)).join(' ');
  if (called === words[0] && whole.length <= longestWhole) return whole;
  const surnameFrom =
    words.findLastIndex(
      (word, i) => i < words.length - 1 && (i === 0 || !particles.has(fold(word)) || conjunctions.has(fold(word))),
    ) + 1;
  return [called, ...words.slice(surnameFrom)].join(' ');
}

const initial = /^\p{L}\.?$/u;
const longestWhole = 40;

/** Between two surnames, of which the last is enough. */
const conjunctions = new Set(['y', 'e', 'i', 'und']);

/** The words of a spoken name as written, without titles and degrees. */
function writtenWords(name: string): string[] {
  const words = spokenName(name).split(/\s+/u);
  while (words.length > 1 && titles.has(onlyLetters(fold(words[0] ?? '')))) words.shift();
  while (words.length > 2 && degrees.has(onlyLetters(fold(words.at(-1) ?? '')))) words.pop();
  return words;
}

const wordsOf = (text: string): string[] => rawWords(text).map((word) => word.folded);

/**
 * Every nickname that an entry states, folded: in the name's quotation marks or brackets, in the background ("Goes by Bob."), and in an
 * address whose local part has the usual short form of the first name where the name should stand (liz.holt@ for Elizabeth Holt).
 */
export function statedNicknames(person: Pick<Person, 'name' | 'addresses' | 'background'>): string[] {
  const { parts, nicknames } = parseName(person.name);
  const said = [...(person.background ?? '').matchAll(saidNickname)].flatMap((match) => wordsOf(match[1] ?? ''));
  const usual = new Set(parts[0]?.flatMap((form) => [...shortForms(form)]));
  const written = person.addresses.flatMap((address) =>
    wordsOf((address.split('@')[0] ?? '').replace(/\d+/g, ' ')).filter((word) => usual.has(word)),
  );
  const own = new Set(parts.flat());
  return [...new Set([...nicknames, ...said, ...written])].filter((nickname) => !own.has(nickname));
}

const saidNickname =
  /\b(?:[Gg]oes by|[Kk]nown as|[Cc]alled|[Aa]nswers to|[Pp]refers|[Cc]all (?:me|him|her|them)|[Nn]icknamed?:?)\s+["“'‘]?(\p{Lu}[\p{L}’'-]{1,19})(?=["”'’]?(?:[\s.,;)!]|$))/gu;

/** Two neighbours written as one: `Mei-Ling` as meiling, `Jean Luc` as jeanluc, 山田 太郎 as 山田太郎; given names only, where blanks are written. */
function compounds(parts: readonly NamePart[]): { word: string; of: readonly NamePart[] }[] {
  const joinable = parts.slice(0, -1).flatMap((part, i) => {
    const [a = '', b = ''] = [part[0], parts[i + 1]?.[0]];
    return (i === 0 && parts.length > 2 && a.length + b.length <= 10) || unspaced.test(a + b)
      ? [{ word: a + b, of: parts.slice(i, i + 2) }]
      : [];
  });
  return joinable.filter(({ word }) => [...word].length > 3 || unspaced.test(word));
}

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

/** The given name in a Chinese, Japanese or Korean name written without a blank: what follows the first character of three or four. */
export const givenName = (part: NamePart): string[] =>
  part.filter((form) => /^[\p{sc=Han}\p{sc=Hangul}]{3,4}$/u.test(form)).map((form) => [...form].slice(1).join(''));

const pair = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * Tokens under which an entry stands in the book's index: each part of the name and each stated nickname by itself, and every pair of
 * them in alphabetical order (`delacroix robert`), so that a full name is one small read however large the book.
 * At most 8 parts are indexed; initials only in pairs.
 */
export function indexTokens(person: Pick<Person, 'name' | 'addresses' | 'background'>): string[] {
  const parts = parseName(person.name).parts.slice(0, 8);
  const nicknames = statedNicknames(person).slice(0, 4);
  const words = wordsWithPartners(parts, nicknames);
  const singles = [...words.flatMap(({ forms }) => forms), ...parts.flatMap(givenName)].filter(isWord);
  const pairs = words.flatMap(({ forms, partners }) =>
    forms.flatMap((a) => partners.flatMap((other) => other.filter((b) => b !== a).map((b) => pair(a, b)))),
  );
  return [...new Set([...singles, ...pairs])];
}

/** Each part, nickname and compound, and the parts that it may stand beside. */
function wordsWithPartners(
  parts: readonly NamePart[],
  nicknames: readonly string[],
): { forms: NamePart; partners: readonly NamePart[] }[] {
  return [
    ...parts.map((forms, i) => ({ forms, partners: parts.slice(i + 1) })),
    ...nicknames.map((nickname) => ({ forms: [nickname], partners: parts })),
    ...compounds(parts).map(({ word, of }) => ({
      forms: [word],
      partners: parts.filter((part) => !of.includes(part)),
    })),
  ];
}

/** Initials ask for too much by themselves. */
const isWord = (form: string): boolean => [...form].length > 1 || unspaced.test(form);

export interface NameQuery {
  /** To be read first, in this order: exact pairs, then pairs with a usual short form in the place of the first name. */
  readonly pairs: readonly string[];
  /** When no pair is found: each word, then its short forms. */
  readonly singles: readonly string[];
  /** When nothing is found: beginnings of two letters; whatever begins with one may be a near spelling. */
  readonly near: readonly string[];
  /** Folded, for narrowing within one token. */
  readonly organisation?: string;
}

/** The tokens that a reading of a mention asks for. A reading without letters asks for nothing. */
export function queryFor(reading: { readonly name: string; readonly organisation?: string }): NameQuery {
  const { parts, nicknames } = parseName(reading.name);
  const words = wordsWithPartners(parts.slice(0, 5), nicknames);
  const written = words.flatMap(({ forms, partners }) =>
    forms.flatMap((a) => partners.flatMap((other) => other.map((b) => [a, b] as const))),
  );
  const exact = written.map(([a, b]) => pair(a, b));
  const byShortForm = written.flatMap(([a, b]) => [
    ...[...shortForms(a)].map((form) => pair(form, b)),
    ...[...shortForms(b)].map((form) => pair(a, form)),
  ]);
  const singles = words.flatMap(({ forms }) => forms).filter(isWord);
  return {
    pairs: [...new Set([...exact, ...byShortForm])].slice(0, 60),
    singles: [...new Set([...singles, ...singles.flatMap((word) => [...shortForms(word)])])],
    near: [...new Set(singles.map((word) => [...word].slice(0, unspaced.test(word) ? 1 : 2).join('')))],
    ...(reading.organisation === undefined ? {} : { organisation: foldOrganisation(reading.organisation) }),
  };
}

/**
 * Of the index's tokens those that may be a near spelling of the name, best first: pairs of which both words are near, then single
 * words. With a name of one word the single words alone. At most 24.
 */
export function nearestTokens(name: string, tokens: readonly string[]): string[] {
  const words = parseName(name)
    .parts.map((part) => part[0] ?? '')
    .filter(isWord);
  const found = tokens.flatMap((token) => {
    const costs = token
      .split(' ')
      .map((word) => Math.min(...words.map((wanted) => distance(wanted, word) ?? Number.POSITIVE_INFINITY)));
    const isPair = costs.length === 2;
    const cost = Math.max(...costs);
    return cost === Number.POSITIVE_INFINITY || (isPair && words.length < 2)
      ? []
      : [{ token, rank: (isPair ? 0 : 10) + cost }];
  });
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 24)
    .map(({ token }) => token);
}

/** Words of a firm's name without its legal form, joined by blanks: `Delacroix & Associates, Inc.` → delacroix associates. */
export function foldOrganisation(organisation: string): string {
  const words = wordsOf(organisation.replace(/\b([a-z])\.(?=[a-z]\.)/giu, '$1'));
  const meaning = words.filter(
    (word, i) => !(legalForms.has(word) && i > 0) && !(i === 0 && word === 'the' && words.length > 1) && word !== 'and',
  );
  return (meaning.length > 0 ? meaning : words).join(' ');
}

const legalForms = new Set(
  'inc incorporated llc llp lp ltd limited plc corp corporation co company gmbh ag kg ug se sa sas sarl srl spa bv nv oy ab as aps sl slu pty pte kk'.split(
    ' ',
  ),
);

/** Two names of one organisation: the same words, one a beginning of the other (Orbit, Orbit Capital), written together, or its initials. */
export function isOneOrganisation(a: string, b: string): boolean {
  const [one, other] = [foldOrganisation(a), foldOrganisation(b)].sort((x, y) => x.length - y.length);
  if (one === undefined || other === undefined || one === '') return false;
  const words = other.split(' ');
  return (
    ` ${other} `.includes(` ${one} `) ||
    other.replaceAll(' ', '') === one.replaceAll(' ', '') ||
    (words.length > 2 && one === words.map((word) => word[0]).join(''))
  );
}
