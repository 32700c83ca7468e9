// The one person whose words begin at a token: an address, a nickname or name in quotation marks, a pronoun, a description
// ("the new editor at Lagos Press") or a name, in every script, with or without capitals.

import { described, nameAt, pronounPerson, properName } from './names.ts';
import { type Person, person, textOf } from './person.ts';
import { withPlace } from './places.ts';
import type { Sentence } from './sentences.ts';
import { addressAt } from './stated-address.ts';
import type { Token } from './tokens.ts';
import { common, determiners, personNouns, pronouns, selves } from './words.ts';

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
  // "Bea" Lindh
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
