// Reads people out of a sentence: one, or a list with its joints, asides and slips of the pen ("Tariq, sorry, Nadia"). Each of them is read by
// one-person.ts. A name whose end the text leaves open gets several readings; the book picks (see `Mention`).

import { readPerson } from './one-person.ts';
import { type Person, textOf } from './person.ts';
import type { Sentence } from './sentences.ts';
import { closing, type Token } from './tokens.ts';
import { common, finiteVerbs } from './words.ts';

const mostPeople = 12;

const mostCorrections = 4;

const fillers = new Set(
  'please kindly also both either pls plz too then um er uh well eventually again separately first just perhaps maybe possibly quickly'.split(
    ' ',
  ),
);

const saysHow =
  /^\((?:both |also )?(?:in (?:copy|cc|bcc)|cc\b|cc['’]?ed|copied|on copy|see |below|above|attached|enclosed|not |of course|please|again|sorry|draft|as a draft|only a draft|ask (?:him|her|them)|later|next (?:week|month|year)|tomorrow|he\/|she\/|they\/)/i;

export interface People {
  readonly people: readonly Person[];
  readonly to: number;
  /** What stands between commas or in brackets beside a name: "Maya, who opens in June, to …". Token ranges. */
  readonly asides: readonly (readonly [number, number])[];
  /** "Tariq or Nadia": one of them, and nobody has said which. */
  readonly either: boolean;
}

/** One person or several, from token `from`. With `until`, exactly the tokens before it, or null. */
export function readPeople(sentence: Sentence, from: number, until?: number): People | null {
  const { tokens } = sentence;
  const limit = until ?? tokens.length;
  const people: Person[] = [];
  const asides: (readonly [number, number])[] = [];
  let at = skipFillers(tokens, from, limit);
  // "each of Maya and Ines"
  if (
    /^(?:each|both|all)$/.test(tokens[from]?.norm ?? '') &&
    tokens[from + 1]?.norm === 'of' &&
    tokens[from + 2]?.capital
  )
    at = from + 2;
  let end = at;
  let either = false;
  let corrections = 0;
  while (people.length < mostPeople) {
    const person = readPerson(sentence, at, limit, until !== undefined);
    if (!person) break;
    people.push(person);
    end = person.to;
    const correction = correctionAt(tokens, end, limit);
    if (correction !== null && ++corrections <= mostCorrections) {
      people.pop();
      at = correction;
      continue;
    }
    const aside = asideAt(sentence, end, limit, until !== undefined);
    if (aside !== null) {
      asides.push([end, aside]);
      if (until === undefined) people[people.length - 1] = withAside(person, textOf(sentence, end, aside));
      end = aside;
    }
    const next = separatorAt(sentence, end, limit);
    if (next === null) break;
    const following = readPerson(sentence, next, limit, until !== undefined);
    if (
      !following ||
      following.mention.nameless === true ||
      !mayFollow(sentence, following, end, next, until !== undefined)
    )
      break;
    either ||=
      /^(?:or|nor)$/.test(tokens[next - 1]?.norm ?? '') || tokens.slice(end, next).some((token) => token.norm === 'or');
    at = next;
  }
  if (people.length === 0) return null;
  if (until !== undefined) {
    end = skipFillers(tokens, end, until);
    if (end !== until) return null;
  }
  return { people, to: end, asides, either };
}

/** In brackets behind the name of whoever is written to stands why, unless it says how. */
function withAside(person: Person, bracket: string): Person {
  return saysHow.test(bracket)
    ? person
    : { ...person, mention: { ...person.mention, aside: bracket.slice(1, -1).trim() } };
}

function skipFillers(tokens: readonly Token[], from: number, limit: number): number {
  let i = from;
  while (i < limit && (fillers.has(tokens[i]?.norm ?? '') || (tokens[i]?.norm === ',' && i > from))) {
    if (tokens[i]?.capital === true) break;
    i++;
  }
  return i;
}

/** "Tariq, sorry, Nadia", "Tariq (I mean Nadia)": where the right name begins. */
function correctionAt(tokens: readonly Token[], from: number, limit: number): number | null {
  let i = from;
  while (i < limit && /^[,;(—–.-]$/.test(tokens[i]?.norm ?? '')) i++;
  const rest = tokens
    .slice(i, Math.min(i + 7, limit))
    .map((token) => token.norm)
    .join(' ');
  const match =
    /^(?:(?:sorry|no|oops|wait|apologies|pardon|rather|er|um)(?: ,)? )*(?:i mean(?:t)?|make that|or rather|i should say|that is to say|correction|sorry|oops|no wait|wait no|scratch that|no ,)(?: [,:])?(?= )/.exec(
      rest,
    );
  if (!match || i === from) return null;
  const skipped = match[0].trim().split(' ').length;
  return i + skipped;
}

/** An aside that ends with its own comma or bracket, so that the sentence goes on behind it. */
function asideAt(sentence: Sentence, from: number, limit: number, bounded: boolean): number | null {
  const { tokens } = sentence;
  const opening = tokens[from]?.norm;
  if (opening === '(') {
    const close = closing(tokens, from, Math.min(limit, from + 30));
    return close === null ? null : close + 1;
  }
  if (!bounded || (opening !== ',' && opening !== '—')) return null;
  const last = tokens[limit - 1]?.norm;
  if (last === opening && limit - from > 2 && limit - from < 40) return limit;
  // "Maya, my protégée" right before the word that ends the slot.
  const word = tokens[from + 1]?.norm ?? '';
  return /^(?:who|whom|whose|my|our|the|a|an|cc|copied|in|now|formerly|from|also)$/.test(word) && limit - from < 25
    ? limit
    : null;
}

function separatorAt(sentence: Sentence, from: number, limit: number): number | null {
  const { tokens } = sentence;
  let i = from;
  if (tokens[i]?.norm === ',' || tokens[i]?.norm === ';') i++;
  const norm = tokens[i]?.norm ?? '';
  if (norm === 'as' && tokens[i + 1]?.norm === 'well' && tokens[i + 2]?.norm === 'as') i += 3;
  else if (
    norm === 'and' ||
    norm === '&' ||
    norm === '+' ||
    norm === 'plus' ||
    norm === 'or' ||
    norm === 'nor' ||
    norm === 'und' ||
    norm === 'et'
  )
    i++;
  else if (i === from) return null;
  while (/^(?:also|then|to|with|separately|finally)$/.test(tokens[i]?.norm ?? '') && tokens[i]?.capital !== true) i++;
  return i < limit ? i : null;
}

/** Whether a name behind "and" or a comma belongs to the list, and not to what the sentence says next. */
function mayFollow(sentence: Sentence, person: Person, from: number, start: number, bounded: boolean): boolean {
  const { tokens } = sentence;
  const between = tokens.slice(from, start).map((token) => token.norm);
  const after = tokens[person.to];
  const norm = after?.norm ?? '';
  if (person.pronoun) return between.length === 1 && bounded;
  // "… to Tariq and Ines to Oona": another pair begins.
  const pairing =
    norm === 'with'
      ? tokens.slice(Math.max(0, from - 12), from).some((token) => token.norm === 'with')
      : /^(?:to|->)$/.test(norm);
  if (!bounded && pairing && !between.includes('to') && tokens[person.to + 1]?.kind === 'word') return false;
  if (!bounded && finiteVerbs.has(norm) && after?.capital !== true) return false;
  if (!between.some((word) => /^(?:and|&|\+|plus|or|nor|as|und|et)$/.test(word))) {
    // Comma alone: only as part of a list that ends with "and", or in front of an address.
    if (person.mention.address !== undefined) return true;
    if (/^(?:and|&|plus|or)$/.test(norm)) return true;
    if (norm !== ',' && !bounded) return false;
    return /^(?:and|&|plus|or)$/.test(nextJoint(tokens, person.to));
  }
  if (tokens[start]?.capital === true || tokens[start]?.kind === 'address') return true;
  if (!bounded && isCommand(tokens, start)) return false;
  // Without capitals: only where the name has a clear end; beside names that have theirs no other word ends one.
  return (
    bounded ||
    after === undefined ||
    (person.mention.readings.length <= 3 &&
      (after.kind === 'mark' || (sentence.careless ? common.has(norm) : goesOnBehindName.has(norm))))
  );
}

/** "… to Tariq and show it to me first", "and wait for my ok": what is to be done besides, and nobody called Show. */
const isCommand = (tokens: readonly Token[], at: number): boolean =>
  commands.has(tokens[at]?.norm ?? '') || objects.has(tokens[at + 1]?.norm ?? '');

const commands = new Set(
  'show keep report put wait sign mention leave stress attach remember refer schedule hold postpone delay include use skip explain emphasise emphasize highlight underline describe cc bcc inform notify update confirm prepare arrange set check read try follow quote state point'.split(
    ' ',
  ),
);

const objects = new Set('me it this that them us the my our out back'.split(' '));

const goesOnBehindName = new Set('because since as so who whose whom re about if when for'.split(' '));

function nextJoint(tokens: readonly Token[], from: number): string {
  for (let i = from; i < Math.min(tokens.length, from + 10); i++) {
    const token = tokens[i];
    if (token && /^(?:and|&|plus|or)$/.test(token.norm)) return token.norm;
    if (token && token.kind === 'word' && !token.capital) return '';
  }
  return '';
}
