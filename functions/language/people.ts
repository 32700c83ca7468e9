// Reads people out of a sentence: names with titles, particles, organisations and addresses, in every script, with or
// without capitals. A name whose end the text leaves open gets several readings; the book picks (see `Mention`).

import type { Mention, Reading } from './requests.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';
import {
  afterName,
  capitalisedCommon,
  common,
  determiners,
  finiteVerbs,
  particles,
  personNouns,
  pronouns,
  selves,
  titles,
} from './words.ts';

/** A mention and the tokens it takes. */
export interface Person {
  readonly mention: Mention;
  readonly from: number;
  readonly to: number;
  /** Set where the words are a pronoun, still to be resolved. */
  readonly pronoun?: 'one' | 'several';
}

export interface People {
  readonly people: readonly Person[];
  readonly to: number;
  /** What stands between commas or in brackets beside a name: "Amara, who graduates in June, to …". Token ranges. */
  readonly asides: readonly (readonly [number, number])[];
  /** "Robert or Hannah": one of them, and nobody has said which. */
  readonly either: boolean;
}

const longestName = 6;
const mostPeople = 12;
const mostCorrections = 4;

/** One person or several, from token `from`. With `until`, exactly the tokens before it, or null. */
export function readPeople(sentence: Sentence, from: number, until?: number): People | null {
  const { tokens } = sentence;
  const limit = until ?? tokens.length;
  const people: Person[] = [];
  const asides: (readonly [number, number])[] = [];
  let at = skipFillers(tokens, from, limit);
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

const saysHow =
  /^\((?:both |also )?(?:in (?:copy|cc|bcc)|cc\b|cc['’]?ed|copied|on copy|see |below|above|attached|enclosed|not |of course|please|again|sorry|he\/|she\/|they\/)/i;

const fillers = new Set(
  'please kindly also both either pls plz too then um er uh well eventually again separately first just perhaps maybe possibly quickly'.split(
    ' ',
  ),
);

function skipFillers(tokens: readonly Token[], from: number, limit: number): number {
  let i = from;
  while (i < limit && (fillers.has(tokens[i]?.norm ?? '') || (tokens[i]?.norm === ',' && i > from))) {
    if (tokens[i]?.capital === true) break;
    i++;
  }
  return i;
}

/** "Robert, sorry, Hannah", "Robert (I mean Hannah)": where the right name begins. */
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
  // "Amara, my protégée" right before the word that ends the slot.
  const word = tokens[from + 1]?.norm ?? '';
  return /^(?:who|whom|whose|my|our|the|a|an|cc|copied|in|now|formerly|from|also)$/.test(word) && limit - from < 25
    ? limit
    : null;
}

function closing(tokens: readonly Token[], from: number, limit: number): number | null {
  for (let i = from + 1; i < limit; i++) if (/^[)\]]$/.test(tokens[i]?.norm ?? '')) return i;
  return null;
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
  // "… to Robert and Jonas to Kate": another pair begins.
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
  // Without capitals: only where the name has a clear end.
  return (
    bounded ||
    after === undefined ||
    (person.mention.readings.length <= 3 && (after.kind === 'mark' || common.has(norm)))
  );
}

function nextJoint(tokens: readonly Token[], from: number): string {
  for (let i = from; i < Math.min(tokens.length, from + 10); i++) {
    const token = tokens[i];
    if (token && /^(?:and|&|plus|or)$/.test(token.norm)) return token.norm;
    if (token && token.kind === 'word' && !token.capital) return '';
  }
  return '';
}

/** The one person whose words begin at token `from`. `bounded`: they end at `limit`, so lower-case words are a name too. */
export function readPerson(sentence: Sentence, from: number, limit: number, bounded: boolean): Person | null {
  const { tokens } = sentence;
  const first = tokens[from];
  if (!first || from >= limit) return null;
  if (first.kind === 'address') return person(sentence, from, from + 1, [{ name: '', end: first.end }], first.norm);
  if (first.norm === '<' || first.norm === '[') {
    const found = addressAt(tokens, from, limit);
    return (
      found && person(sentence, from, found.to, [{ name: '', end: tokens[found.to - 1]?.end ?? 0 }], found.address)
    );
  }
  // "Bob" Delacroix
  const nickname = tokens[from + 1];
  if (
    first.norm === '"' &&
    tokens[from + 2]?.norm === '"' &&
    nickname?.capital === true &&
    tokens[from + 3]?.capital === true
  ) {
    const named = properName(sentence, from + 3, from + 3, limit, bounded);
    const readings = named?.mention.readings.map((reading) => ({
      ...reading,
      name: `${nickname.text} ${reading.name}`,
    }));
    return named && readings
      ? { ...named, from, mention: { ...named.mention, words: textOf(sentence, from, named.to), readings } }
      : null;
  }
  if (first.norm === '"') return quotedName(sentence, from, limit);
  if (first.kind !== 'word') return null;
  const proper = first.capital && !sentence.careless;
  if (selves.has(first.norm)) {
    return { mention: { words: first.text, readings: [], self: true }, from, to: from + 1 };
  }
  const pronoun = pronouns.get(first.norm);
  if (pronoun !== undefined && (!proper || from === 0) && !followedByNoun(tokens, from))
    return pronounPerson(sentence, from, limit, pronoun);
  if (determiners.has(first.norm) && (!proper || from === 0)) return described(sentence, from, limit, bounded);
  const named = nameAt(sentence, from, limit, bounded);
  return named;
}

/** `"Roca, Ines" <ines@roca.example>`, as address books write it. */
function quotedName(sentence: Sentence, from: number, limit: number): Person | null {
  const { tokens } = sentence;
  const within = tokens.slice(from + 1, Math.min(limit, from + 9));
  const length = within.findIndex(({ norm }) => norm === '"');
  const inside = within.slice(0, Math.max(0, length));
  if (inside[0]?.capital !== true || !inside.every(({ kind, norm }) => kind === 'word' || /^[.,-]$/.test(norm)))
    return null;
  const to = from + length + 2;
  const words = textOf(sentence, from + 1, to - 1);
  const end = tokens[to - 1]?.end ?? 0;
  return withPlace(sentence, from, to, limit, [{ name: turned(words) ?? words, end }]);
}

/** "Roca, Ines" → "Ines Roca"; null where there is no comma. */
function turned(name: string): string | null {
  const [last, first, ...more] = name.split(/\s*,\s*/);
  return first === undefined || first === '' || more.length > 0 ? null : `${first} ${last}`;
}

function followedByNoun(tokens: readonly Token[], from: number): boolean {
  const norm = tokens[from]?.norm;
  if (norm !== 'her' && norm !== 'his' && norm !== 'these' && norm !== 'those' && norm !== 'both') return false;
  const next = tokens[from + 1];
  if (next?.kind !== 'word') return false;
  if (norm === 'these' || norm === 'those') return next.norm !== 'two';
  if (norm === 'both') return next.norm !== 'of';
  return !common.has(next.norm) || personNouns.has(next.norm) || /^(?:old|new|former|own)$/.test(next.norm);
}

function pronounPerson(sentence: Sentence, from: number, limit: number, pronoun: 'one' | 'several'): Person {
  let to = from + 1;
  const next = sentence.tokens[to]?.norm ?? '';
  if (/^(?:two|all|both)$/.test(next) && to < limit) to++;
  if (sentence.tokens[to]?.norm === 'of' && /^(?:them|these|those)$/.test(sentence.tokens[to + 1]?.norm ?? '')) to += 2;
  const words = textOf(sentence, from, to);
  return { mention: { words, readings: [], nameless: true }, from, to, pronoun };
}

/** "the Sarah at Orbit", "my friend Hannah Müller", "the new principal at Eastmead", "the two", "somebody in water". */
function described(sentence: Sentence, from: number, limit: number, bounded: boolean): Person | null {
  const { tokens } = sentence;
  if (/^(?:each|one)$/.test(tokens[from]?.norm ?? '') && /^(?:other|another)$/.test(tokens[from + 1]?.norm ?? ''))
    return null;
  if (
    /^(?:the|these|those)$/.test(tokens[from]?.norm ?? '') &&
    /^(?:two|pair|both)$/.test(tokens[from + 1]?.norm ?? '')
  ) {
    return pronounPerson(sentence, from, limit, 'several');
  }
  for (let i = from + 1; i < Math.min(limit, from + 6); i++) {
    const token = tokens[i];
    if (!token || (token.kind === 'mark' && token.norm !== ',')) break;
    if (/^(?:at|of|in|from|for|with|who|whom|whose|that|behind|to|and|on)$/.test(token.norm)) break;
    if (token.kind === 'word' && token.capital && !sentence.careless && !capitalisedCommon.has(token.norm)) {
      // "the Acme people", "my Stanford friend": what the capital names is no person.
      const named = nameAt(sentence, i, limit, bounded);
      const after = named ? tokens[named.to] : undefined;
      if (named && after?.kind === 'word' && !after.capital && personNouns.has(after.norm)) break;
      return named && { ...named, mention: { ...named.mention, words: textOf(sentence, from, named.to) }, from };
    }
    if (token.kind === 'address') {
      return person(sentence, from, i + 1, [{ name: '', end: token.end }], token.norm);
    }
    if (
      sentence.careless &&
      i === from + 1 &&
      tokens[from]?.norm === 'the' &&
      !common.has(token.norm) &&
      !personNouns.has(token.norm)
    ) {
      const named = nameAt(sentence, i, limit, bounded);
      if (named?.mention.readings.some((reading) => reading.organisation !== undefined)) return { ...named, from };
    }
  }
  let to = from + 1;
  while (to < limit) {
    const token = tokens[to];
    if (
      !token ||
      token.kind === 'mark' ||
      /^(?:to|and|with|who|whom|whose|because|please|if|when|but|so|as|should|could|would|can|will|ought|might|met|meet|talk)$/.test(
        token.norm,
      )
    )
      break;
    to++;
    if (to - from > 12) break;
  }
  if (bounded && to < limit && tokens[to]?.kind !== 'mark') to = limit - from < 14 ? limit : to;
  const organisation = organisationIn(sentence, from, to);
  const end = tokens[to - 1]?.end ?? 0;
  const reading: Reading = organisation === null ? { name: '', end } : { name: '', organisation, end };
  return { mention: { words: textOf(sentence, from, to), readings: [reading], nameless: true }, from, to };
}

function organisationIn(sentence: Sentence, from: number, to: number): string | null {
  for (let i = from; i < to; i++) {
    if (!/^(?:at|of|from)$/.test(sentence.tokens[i]?.norm ?? '')) continue;
    const found = organisationAt(sentence, i + 1, to);
    if (found) return found.name;
  }
  return null;
}

function nameAt(sentence: Sentence, from: number, limit: number, bounded: boolean): Person | null {
  const { tokens } = sentence;
  let at = from;
  while (at < limit && titles.has(tokens[at]?.norm ?? '') && tokens[at + 1] && at - from < 3) {
    const next = tokens[at + 1];
    const dotted = next?.norm === '.';
    const name = tokens[dotted ? at + 2 : at + 1];
    if (name?.kind !== 'word' || (common.has(name.norm) && !name.capital)) break;
    at += dotted ? 2 : 1;
  }
  const first = tokens[at];
  if (first?.kind !== 'word' || at >= limit) return null;
  if (first.capital && !sentence.careless) return properName(sentence, from, at, limit, bounded);
  return carelessName(sentence, from, at, limit, bounded);
}

function properName(sentence: Sentence, from: number, at: number, limit: number, bounded: boolean): Person | null {
  const { tokens } = sentence;
  const first = tokens[at];
  if (
    !first ||
    (capitalisedCommon.has(first.norm) && !titledBefore(tokens, from, at)) ||
    (at === 0 && common.has(first.norm) && !names.has(first.norm))
  )
    return null;
  // "Acme's Sarah": the organisation stands first. "Amara's brother": nobody with a name.
  const owner = /^(.+)['’]s$/u.exec(first.text)?.[1];
  if (owner !== undefined) {
    const next = tokens[at + 1];
    if (next?.capital === true && at + 1 < limit) {
      const named = properName(sentence, at + 1, at + 1, limit, bounded);
      return (
        named && {
          ...named,
          from,
          mention: {
            ...named.mention,
            words: textOf(sentence, from, named.to),
            readings: named.mention.readings.map((reading) => ({ organisation: owner, ...reading })),
          },
        }
      );
    }
    if (next?.kind === 'word' && personNouns.has(next.norm)) {
      return {
        mention: { words: textOf(sentence, from, at + 2), readings: [{ name: '', end: next.end }], nameless: true },
        from,
        to: at + 2,
      };
    }
    const name = { name: owner, end: first.start + owner.length };
    return person(sentence, from, at + 1, [name]);
  }
  let to = at + 1;
  while (to < limit && to - at < longestName * 2) {
    const next = nameGoesOn(tokens, to, limit, at);
    if (next === null) break;
    to = next;
    if (/['’]s$/u.test(tokens[to - 1]?.text ?? '')) break;
  }
  // "Lagos Press's Tariq"
  if (/['’]s$/u.test(tokens[to - 1]?.text ?? '') && to < limit && tokens[to]?.capital === true) {
    const named = properName(sentence, to, to, limit, bounded);
    const organisation = cleanName(textOf(sentence, at, to));
    return (
      named && {
        ...named,
        from,
        mention: {
          ...named.mention,
          words: textOf(sentence, from, named.to),
          readings: named.mention.readings.map((reading) => ({ organisation, ...reading })),
        },
      }
    );
  }
  const name = cleanName(textOf(sentence, at, to));
  const readings: Reading[] = [{ name, end: tokens[to - 1]?.end ?? 0 }];
  const loose = tokens[to];
  if (afterName.has(loose?.norm ?? '') && to < limit) return withPlace(sentence, from, to + 1, limit, readings);
  // "Sarah whitfield": one more word may belong to the name where it is no English word.
  if (
    to === at + 1 &&
    to < limit &&
    loose?.kind === 'word' &&
    !loose.capital &&
    mayBeSurname(loose.norm) &&
    surnameEnds(tokens, to + 1, limit)
  ) {
    readings.unshift({ name: `${name} ${loose.text}`, end: loose.end });
    if (bounded) return withPlace(sentence, from, to + 1, limit, [...readings]);
  }
  return withPlace(sentence, from, to, limit, readings);
}

const mayBeSurname = (norm: string): boolean =>
  !common.has(norm) &&
  !personNouns.has(norm) &&
  !titles.has(norm) &&
  !/(?:ly|ing|ed|tion)$/.test(norm) &&
  norm.length > 1;

function surnameEnds(tokens: readonly Token[], at: number, limit: number): boolean {
  const token = tokens[at];
  return (
    at >= limit ||
    token === undefined ||
    token.kind === 'mark' ||
    /^(?:because|since|re|who|whose|he|she|they|and|please|at|from|to|with)$/.test(token.norm)
  );
}

function titledBefore(tokens: readonly Token[], from: number, at: number): boolean {
  return at > from && titles.has(tokens[from]?.norm ?? '');
}

/** The index behind the next part of a name that stands at `i`, or null where the name ends. */
function nameGoesOn(tokens: readonly Token[], i: number, limit: number, start: number): number | null {
  const token = tokens[i];
  const previous = tokens[i - 1];
  if (!token || !previous || i >= limit) return null;
  const glued = token.start === previous.end;
  if (
    token.norm === '.' &&
    glued &&
    previous.text.length <= 2 &&
    previous.capital &&
    i + 1 < limit &&
    !common.has(tokens[i + 1]?.norm ?? '') &&
    (tokens[i + 1]?.capital === true || tokens[i + 1]?.norm === '-')
  )
    return i + 1;
  // "Sarah C." at the very end.
  if (token.norm === '.' && glued && previous.text.length === 1 && previous.capital && i - start > 1) return i + 1;
  // "Pieter v.d. Berg"
  if (/^(?:v|v\.d|vd|d)$/.test(token.norm) && tokens[i + 1]?.norm === '.' && tokens[i + 2]?.capital === true)
    return i + 3;
  if (token.norm === '-' && glued && tokens[i + 1]?.start === token.end) return i + 2;
  if (
    (token.norm === '"' || token.norm === "'") &&
    tokens[i + 2]?.norm === token.norm &&
    tokens[i + 1]?.capital === true
  )
    return i + 3;
  if (
    token.norm === '(' &&
    tokens[i + 2]?.norm === ')' &&
    tokens[i + 1]?.capital === true &&
    tokens[i + 3]?.capital === true &&
    tokens[i + 3]?.start === (tokens[i + 2]?.end ?? 0) + 1
  )
    return i + 3;
  if (token.kind !== 'word') return null;
  if (token.capital) {
    if (/^(?:i|i'm|i'd|i'll|i've|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(token.norm))
      return null;
    return i + 1;
  }
  if (!particles.has(token.norm)) return null;
  let next = i + 1;
  while (next < limit && particles.has(tokens[next]?.norm ?? '') && tokens[next]?.capital === false && next < i + 3)
    next++;
  return next < limit && tokens[next]?.capital === true ? next + 1 : null;
}

function carelessName(sentence: Sentence, from: number, at: number, limit: number, bounded: boolean): Person | null {
  const { tokens } = sentence;
  const first = tokens[at];
  if (!first || (common.has(first.norm) && !names.has(first.norm)) || personNouns.has(first.norm)) {
    if (first && personNouns.has(first.norm)) return described(sentence, at, limit, bounded);
    return null;
  }
  // "protégée Amara": what stands without a capital before a name describes it.
  if (!sentence.careless && tokens[at + 1]?.capital === true && at + 1 < limit) {
    const named = nameAt(sentence, at + 1, limit, bounded);
    return named && { ...named, from };
  }
  if (!/\p{L}/u.test(first.text)) return null;
  let to = at + 1;
  while (to < limit && to - at < (bounded ? longestName : 4)) {
    const token = tokens[to];
    if (
      token?.kind === 'mark' &&
      (token.norm === '.' || token.norm === '-') &&
      token.start === tokens[to - 1]?.end &&
      tokens[to + 1]?.start === token.end &&
      to + 1 < limit
    ) {
      to += 2;
      continue;
    }
    if (
      token?.kind !== 'word' ||
      (common.has(token.norm) && !particles.has(token.norm)) ||
      (particles.has(token.norm) && /^(?:y|e|i|a)$/.test(token.norm))
    )
      break;
    if (/['’]s$/u.test(tokens[to - 1]?.text ?? '')) break;
    to++;
  }
  while (to > at + 1 && particles.has(tokens[to - 1]?.norm ?? '')) to--;
  if (to > at + 1 && afterName.has(tokens[to - 1]?.norm ?? '')) {
    const name = cleanName(textOf(sentence, at, to - 1));
    return withPlace(sentence, from, to, limit, [{ name, end: tokens[to - 1]?.end ?? 0 }]);
  }
  const ends = bounded && to === limit ? [to] : Array.from({ length: to - at }, (_, i) => to - i);
  const readings = ends
    .filter((end) => !particles.has(tokens[end - 1]?.norm ?? '') || end === at + 1)
    .map((end) => ({ name: cleanName(textOf(sentence, at, end)), end: tokens[end - 1]?.end ?? 0 }));
  return withPlace(sentence, from, to, limit, readings);
}

/** First names that are words as well; in the place of a name they are names. */
const names = new Set('will may april june mark art grant bill rose hope page grace sun'.split(' '));

/** Adds what follows a name and narrows it: organisation, place, address. */
function withPlace(sentence: Sentence, from: number, to: number, limit: number, readings: readonly Reading[]): Person {
  const { tokens } = sentence;
  let end = to;
  let all = readings;
  let address: string | undefined;
  for (let round = 0; round < 3; round++) {
    const found = addressAt(tokens, end, limit);
    if (found && address === undefined) {
      address = found.address;
      end = found.to;
      const last = tokens[end - 1]?.end ?? 0;
      // The address ends the name: no shorter reading makes sense.
      all = all.slice(0, 1).map((reading) => ({ ...reading, end: last }));
      continue;
    }
    const place = placeAt(sentence, end, limit);
    if (!place) break;
    const longest = all[0];
    if (place.name !== null && longest) {
      const narrowed: Reading[] = place.ends.map((each) => ({
        name: longest.name,
        organisation: each.name,
        end: each.end,
      }));
      // "Roca, Ines": a surname in front sooner than an organisation behind.
      const surnameFirst = tokens[end]?.norm === ',' && !/\s/.test(longest.name) && place.to - end < 5;
      if (surnameFirst)
        narrowed.unshift(...place.ends.map((each) => ({ name: `${each.name} ${longest.name}`, end: each.end })));
      all = place.sure ? narrowed : [...narrowed, ...all];
    } else if (longest) {
      all = all.map((reading, i) => (i === 0 ? { ...reading, end: place.ends[0]?.end ?? reading.end } : reading));
    }
    end = place.to;
  }
  return person(sentence, from, end, all, address);
}

interface Place {
  /** Null: a place, which narrows nothing. */
  readonly name: string | null;
  readonly ends: readonly { readonly name: string; readonly end: number }[];
  readonly to: number;
  readonly sure: boolean;
}

function placeAt(sentence: Sentence, at: number, limit: number): Place | null {
  const { tokens } = sentence;
  let i = at;
  const norm = tokens[i]?.norm ?? '';
  if (norm === '(' || norm === '[') {
    const close = closing(tokens, i, Math.min(limit, i + 10));
    if (close === null) return null;
    const joined = /^(?:at|of|from|the)$/.test(tokens[i + 1]?.norm ?? '');
    const begin = joined ? i + 2 : i + 1;
    // "(the pay cut)" is a reason, "(the Harbour Trust)" a place; without capitals it may be either.
    const mayBeReason = tokens[i + 1]?.norm !== 'at' && tokens[begin]?.capital !== true;
    if (mayBeReason && !sentence.careless && tokens[i + 1]?.norm !== 'from') return null;
    const found = organisationAt(sentence, begin, close);
    // "(the Acme one)"
    const last =
      found && /^(?:one|person|lady|man|woman)$/.test(tokens[found.to]?.norm ?? '') ? found.to + 1 : found?.to;
    if (!found || last !== close) return null;
    return {
      name: found.name,
      ends: [{ name: found.name, end: tokens[close]?.end ?? 0 }],
      to: close + 1,
      sure: !mayBeReason,
    };
  }
  if (norm === ',' && /^(?:at|of|from)$/.test(tokens[i + 1]?.norm ?? '')) i++;
  if (norm === 'over' && tokens[i + 1]?.norm === 'at') i++;
  const word = tokens[i]?.norm ?? '';
  if (!/^(?:at|of|from|in|@)$/.test(word)) {
    // "Robert Hale, Central Utilities": only where nothing else follows.
    if (norm !== ',') return null;
    const found =
      tokens[at + 1]?.capital === true && !sentence.careless ? organisationAt(sentence, at + 1, limit) : null;
    const after = found ? tokens[found.to] : undefined;
    if (
      !found ||
      finiteVerbs.has(after?.norm ?? '') ||
      !(after === undefined || found.to === limit || /^[.;?!—)-]$/.test(after.norm))
    )
      return null;
    return {
      name: found.name,
      ends: [{ name: found.name, end: tokens[found.to - 1]?.end ?? 0 }],
      to: found.to,
      sure: false,
    };
  }
  const found = organisationAt(sentence, i + 1, limit);
  if (!found) return null;
  const last = tokens[found.to - 1]?.end ?? 0;
  if (word === 'in')
    return tokens[i + 1]?.capital === true && !sentence.careless
      ? { name: null, ends: [{ name: '', end: last }], to: found.to, sure: true }
      : null;
  return { name: found.name, ends: found.ends, to: found.to, sure: !sentence.careless };
}

const noPlace = new Set(
  'phd md mba dphil msc bsc esq the a an my our your his her their once least last first this that some any noon lunch dinner all home work present monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december'.split(
    ' ',
  ),
);

function organisationAt(
  sentence: Sentence,
  from: number,
  limit: number,
): { name: string; to: number; ends: { name: string; end: number }[] } | null {
  const { tokens } = sentence;
  let at = from;
  if (tokens[at]?.norm === 'the' && tokens[at + 1]?.capital === true) at++;
  const first = tokens[at];
  if (
    !first ||
    at >= limit ||
    (first.kind !== 'word' && first.kind !== 'number') ||
    (noPlace.has(first.norm) && !(first.capital && titles.has(first.norm)))
  )
    return null;
  if (first.capital && !sentence.careless) {
    let to = at + 1;
    while (to < limit) {
      const token = tokens[to];
      const next = tokens[to + 1];
      if (token?.kind === 'word' && token.capital && !/['’]s$/u.test(tokens[to - 1]?.text ?? '')) to++;
      else if (
        token &&
        /^(?:&|of|and|the|for|de|du|la|\+|-)$/.test(token.norm) &&
        next?.capital === true &&
        to + 1 < limit &&
        token.norm !== 'and' &&
        token.norm !== 'for'
      )
        to += 2;
      else if (
        token?.norm === '.' &&
        token.start === tokens[to - 1]?.end &&
        next?.capital === true &&
        /^(?:st|dr|mt)$/.test(tokens[to - 1]?.norm ?? '')
      )
        to++;
      else break;
      if (to - at > 7) break;
    }
    const name = textOf(sentence, from, to)
      .replace(/^the /i, '')
      .replace(/['’]s$/u, '');
    return { name, to, ends: [{ name, end: tokens[to - 1]?.end ?? 0 }] };
  }
  if ((!sentence.careless && limit === tokens.length) || common.has(first.norm)) return null;
  let to = at;
  while (to < limit && to - at < 3 && tokens[to]?.kind === 'word' && !common.has(tokens[to]?.norm ?? '')) to++;
  if (to === at) return null;
  const ends = Array.from({ length: to - at }, (_, i) => to - i).map((end) => ({
    name: textOf(sentence, at, end),
    end: tokens[end - 1]?.end ?? 0,
  }));
  return { name: ends[0]?.name ?? '', to, ends };
}

/** `<a@b>`, `(a@b)`, `[mailto:a@b]`, `, a@b`, "at a@b", "whose address is a@b". */
export function addressAt(
  tokens: readonly Token[],
  from: number,
  limit: number,
): { address: string; to: number } | null {
  let i = from;
  let opened = false;
  for (let steps = 0; i < limit && steps < 8; steps++) {
    const token = tokens[i];
    if (!token) return null;
    if (token.kind === 'address') {
      i++;
      while (
        i < limit &&
        (/^[>)\]]$/.test(tokens[i]?.norm ?? '') ||
          (opened && /^[<([]$/.test(tokens[i]?.norm ?? '')) ||
          sameAddress(tokens, i, token.norm))
      )
        i++;
      return { address: token.norm.replace(/^mailto:/, ''), to: i };
    }
    if (/^[<([:,—–-]$/.test(token.norm)) opened = true;
    else if (
      !/^(?:mailto|at|on|e-mail|email|mail|address|is|her|his|their|whose|under|via|reachable)$/.test(token.norm) ||
      (steps === 0 &&
        (/^(?:is|on)$/.test(token.norm) ||
          (/^(?:her|his|their)$/.test(token.norm) &&
            !/^(?:address|e-mail|email|mail)$/.test(tokens[i + 1]?.norm ?? ''))))
    )
      return null;
    i++;
  }
  return null;
}

function sameAddress(tokens: readonly Token[], i: number, address: string): boolean {
  const norm = tokens[i]?.norm;
  return (
    norm === address ||
    (norm === 'mailto' && tokens[i + 2]?.norm === address) ||
    (norm === ':' && tokens[i - 1]?.norm === 'mailto')
  );
}

function person(sentence: Sentence, from: number, to: number, readings: readonly Reading[], address?: string): Person {
  const words = textOf(sentence, from, to);
  return { mention: address === undefined ? { words, readings } : { words, readings, address }, from, to };
}

/** The words of a token range, as written. */
export function textOf(sentence: Sentence, from: number, to: number): string {
  const first = sentence.tokens[from];
  const last = sentence.tokens[to - 1];
  return first && last && to > from ? sentence.text.slice(first.start, last.end) : '';
}

function cleanName(name: string): string {
  return name
    .replace(/-(?:san|sama|sensei|ji|ssi)$/i, '')
    .replace(/['’]s$/u, '')
    .replace(/\s+/g, ' ')
    .replace(/[.,;:]+$/, (marks) => (/\b\p{Lu}\.$/u.test(name) && marks === '.' ? '.' : ''));
}

/** Names that stand in a sentence by themselves, for pronouns and for telling what a sentence is about. */
export interface Named {
  readonly person: Person;
  /** Not behind "at", "in", "of": a person rather than a place. */
  readonly strong: boolean;
}

export function namesIn(sentence: Sentence): Named[] {
  const result: Named[] = [];
  const { tokens } = sentence;
  // In careless writing only the first word may have a capital, and then it may be a name.
  for (let i = 0; i < (sentence.careless ? Math.min(1, tokens.length) : tokens.length); i++) {
    const token = tokens[i];
    if (!token?.capital || token.kind !== 'word') continue;
    if (common.has(token.norm.replace(/'.*$/, '')) && !names.has(token.norm)) continue;
    const found = sentence.careless ? properName(sentence, i, i, 1, false) : nameAt(sentence, i, tokens.length, false);
    if (!found || found.mention.nameless === true) continue;
    if (sentence.careless && (/^[^\p{Ll}]+$/u.test(token.text) || onlyOpens(sentence))) continue;
    const before = tokens[i - 1]?.norm ?? '';
    const place =
      /^(?:at|in|of|from|near|for|into|on|over|via|the|@)$/.test(before) &&
      !(before === 'of' && titles.has(tokens[i]?.norm ?? ''));
    const person = withoutLooseEnd(found);
    result.push({
      person,
      strong: !place && !(i === 0 && found.to === 1 && (onlyOpens(sentence) || tokens.length === 1)),
    });
    i = Math.max(i, found.to - 1);
  }
  return result;
}

/** Outside a request a word without a capital is a verb sooner than a surname: "Tariq prints at night". */
function withoutLooseEnd(found: Person): Person {
  const [longest, shorter] = found.mention.readings;
  return longest && shorter && shorter.organisation === undefined && longest.name.startsWith(`${shorter.name} `)
    ? { ...found, mention: { ...found.mention, readings: found.mention.readings.slice(1) } }
    : found;
}

/** A capital at the beginning says little: "Promise", "Grant for Amara". A verb behind it says that it is a name. */
function onlyOpens(sentence: Sentence): boolean {
  const { tokens } = sentence;
  if (/['’]s$/u.test(tokens[0]?.text ?? '')) return false;
  const next = tokens[1]?.norm ?? '';
  if (/^(?:and|&|,|\/|:)$/.test(next) || finiteVerbs.has(next)) return false;
  // "Amara" as a subject, or a line of its own: no strong sign, but one.
  if (tokens.length === 1) return false;
  return (
    !(common.has(next) || /(?:ed|s)$/.test(next)) ||
    /^(?:for|of|in|at|on|to|from|with|the|a|an|is|as|about|this|that)$/.test(next)
  );
}
