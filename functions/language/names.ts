// A name in the place of a person, in every script, with or without capitals, and the descriptions and pronouns that may stand there instead.
// Without capitals the end of a name is open: every end that the words allow is a reading.

import { cleanName, mayBeSurname, nameGoesOn, surnameEnds, titledBefore, wordNames } from './name-parts.ts';
import { type Person, person, textOf } from './person.ts';
import { organisationAt, withPlace } from './places.ts';
import type { Reading } from './requests.ts';
import type { Sentence } from './sentences.ts';
import {
  afterName,
  beforeOwned,
  capitalisedCommon,
  common,
  ownedNouns,
  particles,
  personNouns,
  titles,
} from './words.ts';

const longestName = 6;

/** "her", "them both", "all of them": resolved by discourse.ts. */
export function pronounPerson(sentence: Sentence, from: number, limit: number, pronoun: 'one' | 'several'): Person {
  let to = from + 1;
  const next = sentence.tokens[to]?.norm ?? '';
  if (/^(?:two|all|both)$/.test(next) && to < limit) to++;
  if (sentence.tokens[to]?.norm === 'of' && /^(?:them|these|those)$/.test(sentence.tokens[to + 1]?.norm ?? '')) to += 2;
  const words = textOf(sentence, from, to);
  return { mention: { words, readings: [], nameless: true }, from, to, pronoun };
}

/** "the Maya at Acme", "my friend Nadia Wirth", "the new editor at Lagos Press", "the two", "somebody in water". */
export function described(sentence: Sentence, from: number, limit: number, bounded: boolean): Person | null {
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
    if (
      /^(?:at|of|in|from|for|with|who|whom|whose|that|behind|to|and|on|except|but|like|than|besides|unlike|excluding|save|minus|apart|without|not)$/.test(
        token.norm,
      )
    )
      break;
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
  return unnamed(sentence, from, limit, bounded);
}

/** A description in which nobody is named: as far as it goes, with the organisation if it names one. */
function unnamed(sentence: Sentence, from: number, limit: number, bounded: boolean): Person {
  const { tokens } = sentence;
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

/** A name with its titles, and with the organisation, place and address behind it. */
export function nameAt(sentence: Sentence, from: number, limit: number, bounded: boolean): Person | null {
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

/** The same of a name that has its capitals and begins at `at`, behind its titles. */
export function properName(
  sentence: Sentence,
  from: number,
  at: number,
  limit: number,
  bounded: boolean,
): Person | null {
  const { tokens } = sentence;
  const first = tokens[at];
  if (
    !first ||
    (capitalisedCommon.has(first.norm) && !titledBefore(tokens, from, at)) ||
    (at === 0 && common.has(first.norm) && !wordNames.has(first.norm))
  )
    return null;
  const owner = /^(.+)['’]s$/u.exec(first.text)?.[1];
  if (owner !== undefined) return behindOwner(owner, sentence, from, at, limit, bounded);
  let to = at + 1;
  while (to < limit && to - at < longestName * 2) {
    const next = nameGoesOn(tokens, to, limit, at);
    if (next === null) break;
    to = next;
    if (/['’]s$/u.test(tokens[to - 1]?.text ?? '')) break;
  }
  // "Lagos Press's Tariq"
  if (/['’]s$/u.test(tokens[to - 1]?.text ?? '') && to < limit && tokens[to]?.capital === true) {
    const organisation = cleanName(textOf(sentence, at, to));
    return ownedBy(organisation, sentence, from, properName(sentence, to, to, limit, bounded));
  }
  if (/['’]s$/u.test(tokens[to - 1]?.text ?? '')) {
    const owned = ownedPerson(sentence, from, to, limit, bounded);
    if (owned !== null) return owned;
  }
  const name = cleanName(textOf(sentence, at, to));
  const readings: Reading[] = [{ name, end: tokens[to - 1]?.end ?? 0 }];
  const loose = tokens[to];
  if (afterName.has(loose?.norm ?? '') && to < limit) return withPlace(sentence, from, to + 1, limit, readings);
  // "Maya lindh": one more word may belong to the name where it is no English word.
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

/** "Acme's Maya": the organisation stands first. "Maya's brother": nobody with a name. "Maya's" alone is Maya. */
function behindOwner(
  owner: string,
  sentence: Sentence,
  from: number,
  at: number,
  limit: number,
  bounded: boolean,
): Person | null {
  const next = sentence.tokens[at + 1];
  if (next?.capital === true && at + 1 < limit)
    return ownedBy(owner, sentence, from, properName(sentence, at + 1, at + 1, limit, bounded));
  const owned = ownedPerson(sentence, from, at + 1, limit, bounded);
  if (owned !== null) return owned;
  const name = { name: owner, end: (sentence.tokens[at]?.start ?? 0) + owner.length };
  return person(sentence, from, at + 1, [name]);
}

/** Behind a name in the genitive that ends at `at`: "Will Park's wife" has no name of her own, "Maya's brother Karim" is Karim. */
function ownedPerson(sentence: Sentence, from: number, at: number, limit: number, bounded: boolean): Person | null {
  const { tokens } = sentence;
  let noun = at;
  while (noun < limit && noun < at + 3 && beforeOwned.has(tokens[noun]?.norm ?? '')) noun++;
  const token = tokens[noun];
  if (token === undefined || noun >= limit || !(personNouns.has(token.norm) || ownedNouns.has(token.norm))) return null;
  const named = tokens[noun + 1]?.capital === true ? properName(sentence, noun + 1, noun + 1, limit, bounded) : null;
  if (named !== null) return { ...named, from, mention: { ...named.mention, words: textOf(sentence, from, named.to) } };
  return {
    mention: { words: textOf(sentence, from, noun + 1), readings: [{ name: '', end: token.end }], nameless: true },
    from,
    to: noun + 1,
  };
}

/** The same person with the organisation that stands in front, from token `from`. */
function ownedBy(organisation: string, sentence: Sentence, from: number, named: Person | null): Person | null {
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

/** The same without capitals. */
function carelessName(sentence: Sentence, from: number, at: number, limit: number, bounded: boolean): Person | null {
  const { tokens } = sentence;
  const first = tokens[at];
  if (!first || (common.has(first.norm) && !wordNames.has(first.norm)) || personNouns.has(first.norm)) {
    if (first && personNouns.has(first.norm)) return described(sentence, at, limit, bounded);
    return null;
  }
  // "protégée Maya": what stands without a capital before a name describes it.
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
    if (/\p{Extended_Pictographic}/u.test(sentence.text.slice(tokens[to - 1]?.end, token.start))) break;
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
