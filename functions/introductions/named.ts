// Names and addresses in somebody's answer to "whom do you know?": pairs anywhere in the text, names by themselves only where a line or a
// list gives one. Less is more: what is missed stands in the mentor's report, what is invented stands in the book.

import { readContacts } from '../people/contact-files.ts';
import type { Received } from './known.ts';

export interface Named {
  /** '' where only an address is given. */
  readonly name: string;
  readonly addresses: readonly string[];
  /** What stands behind the name, as written; '' where nothing does. */
  readonly said: string;
}

export const mostNamed = 30;

/** Everybody in the visible text and in attached contact files, each once, in the order of the mail. */
export function namedIn({ visible, mail }: Pick<Received, 'visible' | 'mail'>): readonly Named[] {
  const attached = mail.attachments.flatMap(({ name, type, content }) =>
    content !== null && /vcard|csv|x-vcard/i.test(`${type} ${name}`)
      ? readContacts({ name, type, content }).people.map(({ person }) => ({
          name: person.name,
          addresses: person.addresses,
          said: person.background ?? '',
        }))
      : [],
  );
  const text = withSpelledAddresses(visible);
  const paired = pairsIn(text);
  const alone = namesIn(text).filter(({ name }) => !paired.some((pair) => pair.name.includes(name)));
  return uniqueOf([...paired, ...alone, ...attached]).slice(0, mostNamed);
}

/** Every address among them: what is to be looked for in the book before anybody is added. */
export const addressesNamedIn = (received: Pick<Received, 'visible' | 'mail'>): readonly string[] =>
  namedIn(received).flatMap(({ addresses }) => addresses);

// Bounded, and begun only where such a word begins: a long run of its characters costs no more than its length.
const addressPattern =
  /<?(?:mailto:)?(?<![\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-])([\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8})>?/gu;

const nameWord = String.raw`(?:\p{Lu}[\p{L}\p{M}'’-]*\.?|(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|al|bin|ter|ten|zu|af|av)(?=\s))`;
/** Capitalised words, with particles between: as much of a regular expression (flag u). */
export const nameRun = String.raw`${nameWord}(?:[ \u00a0]+${nameWord}){0,5}`;
const nameBefore = new RegExp(String.raw`(${nameRun})["”]?[\s,:(–—-]*(?:(?:at|on|under|is|via)\s*)?$`, 'u');
const surnameFirst = new RegExp(String.raw`["“](${nameRun}),\s*(${nameRun})["”]?\s*$`, 'u');
const lineStart = new RegExp(String.raw`^\s*(?:[-*•·]|\d+[.)])?\s*(${nameRun})\s*[,:;(–—-]`, 'u');
const nameInBrackets = new RegExp(String.raw`^\s*\((${nameRun})\)`, 'u');

const dot = String.raw`(?: dot | ?[([]dot[)\]] ?)`;
const spelled = new RegExp(
  String.raw`(?<![\p{L}\p{N}.@])([a-z0-9][\w.+-]{0,40}(?:${dot}[\w-]{1,40}){0,3})( at | ?[([]at[)\]] ?)([\w-]{1,40}(?:${dot}[\w-]{1,40}){1,4})`,
  'gu',
);

/** "Ida Falk, ida at falk dot test": an address where the name before it or brackets vouch for it, and not "now at falk dot test". */
function withSpelledAddresses(text: string): string {
  return text.replace(spelled, (words: string, local: string, at: string, host: string, from: number) => {
    const [first = ''] = local.split(/[ .([_-]/);
    const before = text.slice(Math.max(0, from - 60), from).match(/\p{Lu}[\p{L}\p{M}]+/gu) ?? [];
    if (!before.some((name) => name.toLowerCase() === first) && !/[([]/.test(at)) return words;
    const plain = (part: string): string => part.replace(new RegExp(dot, 'gu'), '.');
    return `${plain(local)}@${plain(host)}`;
  });
}

/** `Ingrid Solberg <ingrid@…>`, `Ingrid Solberg (ingrid@…)`, `Ingrid Solberg, ingrid@…`, `ingrid@… (Ingrid Solberg)`, `ingrid@…` alone. */
function pairsIn(text: string): readonly Named[] {
  const found = [...text.matchAll(addressPattern)];
  return found.map((match, place) => {
    const previous = found[place - 1];
    const next = found[place + 1];
    const from = previous === undefined ? 0 : previous.index + previous[0].length;
    const before = text.slice(Math.max(from, match.index - 120), match.index).replace(/[(["“]\s*$/u, '');
    const after = text.slice(match.index + match[0].length, next?.index ?? text.length);
    return {
      name: nameOf(before, after),
      addresses: [(match[1] ?? '').toLowerCase().replace(/\.$/, '')],
      said: saidAfter(after.replace(nameInBrackets, ''), next !== undefined),
    };
  });
}

function nameOf(before: string, after: string): string {
  const [, surname, first] = before.match(surnameFirst) ?? [];
  if (surname !== undefined) return `${first} ${surname}`;
  const name = withoutLeading(before.match(nameBefore)?.[1] ?? after.match(nameInBrackets)?.[1] ?? '');
  if (isFullName(name)) return name;
  // `- Ingrid Solberg, Oslo, ingrid@…`: the line begins with the name.
  const atStart = withoutLeading((before.split('\n').at(-1) ?? '').match(lineStart)?.[1] ?? '');
  return isFullName(atStart) ? atStart : name;
}

/** Words that begin a sentence and no name: `Two`, `Ask`, `Try`. */
const noName =
  /^(?:a|an|the|my|our|his|her|their|this|that|there|here|i|you|we|he|she|they|it|and|or|but|also|then|maybe|perhaps|one|two|three|four|try|ask|write|contact|meet|see|best|kind|warm|regards|cheers|thanks|thank|hi|hello|dear|sure|yes|no|well|ok|okay|of|course|both|first|second|there's|mostly|people|person|email|mail|say|tell|regarding|re)$/iu;

/** A run of capitals may begin with the sentence's own first words: `Try Paul Cho` → `Paul Cho`. */
function withoutLeading(name: string): string {
  const words = name.split(/\s+/u);
  while (words[0] !== undefined && noName.test(words[0])) words.shift();
  return words.join(' ').replace(/\.$/u, '');
}

const nextName =
  /[\s,;(–—-]*(?:\b(?:and|or)\b[\s,]*)?(?:\p{Lu}[\p{L}'’.-]*\s*){0,4}[(<["“\s,:–—-]*(?:\b(?:at|on|under|is|via)\s*)?$/u;

/** What follows on the same line, up to the name of the next person: `who runs the robot theatre in Oslo`. */
function saidAfter(after: string, somebodyFollows: boolean): string {
  const line = after.split('\n', 1)[0] ?? '';
  const said = somebodyFollows && !after.includes('\n') ? line.replace(nextName, '') : line;
  return said
    .replace(/^[\s)>\],;.:–—-]+/u, '')
    .replace(/[\s.;,]+$/u, '')
    .trim();
}

const lineWithName = new RegExp(
  String.raw`^\s*(?:[-*•·]|\d+[.)])?\s*(${nameRun})\s*(?:$|[,:;(–—-]\s*(.*)$|\s(?=who\b|at\b|from\b|runs\b|is\b|works\b)(.*)$)`,
  'u',
);
const bullet = /^\s*(?:[-*•·]|\d+[.)])\s+/u;
const leadsToName = new RegExp(
  String.raw`\b(?:know|knows|ask|try|meet|contact|also|is|called|named|colleague|friend|and|or)\s+(${nameRun})(?=\s*(?:$|[.,;(–—]|\s(?:who|in|at|from|of|and|or|runs|is|works)\b))`,
  'gu',
);

/** Names without an address: a line of their own in a list, or where the words lead to one ("I know Li Na, and Paul Cho in Busan"). */
function namesIn(text: string): readonly Named[] {
  return text.split('\n').flatMap((line) => {
    const [, run = '', said, clause] = line.match(lineWithName) ?? [];
    const first = withoutLeading(run);
    const isListed = bullet.test(line) || (said ?? clause ?? '') !== '';
    const listed = isListed && first === run.replace(/\.$/u, '') && isFullName(first) && !line.includes('@');
    const led = [...line.matchAll(leadsToName)].map((match) => withoutLeading(match[1] ?? '')).filter(isFullName);
    // "and" leads to another person only where there was one before: cities and firms come in pairs too.
    const isSure =
      listed || line.includes('@') || /\b(?:know|knows|ask|try|meet|contact|colleague|friend)\b/iu.test(line);
    return [
      ...(listed ? [{ name: first, addresses: [], said: (said ?? clause ?? '').replace(/[.;]$/u, '').trim() }] : []),
      ...(isSure ? led : []).filter((name) => name !== first).map((name) => ({ name, addresses: [], said: '' })),
    ];
  });
}

const isFullName = (name: string): boolean => name.split(/\s+/u).length > 1;

function uniqueOf(all: readonly Named[]): readonly Named[] {
  const seen = new Set<string>();
  return all.filter(({ name, addresses }) => {
    const key = addresses[0] ?? name;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
