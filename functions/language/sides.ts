// Who stands on either side of a request: the people of its slots as pairs, pronouns resolved, and the further pairs of the same breath
// ("… and Ines to Oona"). Where two people cannot be made out there are no sides, and the mentor is asked.

import { distinct, resolved, sameName } from './discourse.ts';
import { agreement } from './first-names.ts';
import type { Reader } from './pair.ts';
import type { People } from './people.ts';
import type { Person } from './person.ts';
import { type Match, matchAt, phrase } from './phrases.ts';
import type { Mention } from './requests.ts';
import type { Sentence } from './sentences.ts';

const mostPairs = 12;

/** "Maya to Tariq", without a word that asks. */
export const pairTo = phrase('{cc} to|->|into {to}');

const joining: ReadonlySet<string> = new Set(
  ", ; and & plus also then while you are you're at it please finally lastly likewise as well similarly the same for".split(
    ' ',
  ),
);

interface Together {
  readonly cc: Mention;
  readonly to: Mention;
  readonly directed: boolean;
}

/** With the offsets of the words that say so. */
export interface TogetherAt extends Together {
  readonly from: number;
  readonly end: number;
}

interface Sides {
  readonly pairs: readonly Together[];
  readonly letter: boolean;
  readonly pronouns: boolean;
}

/** Null where two people cannot be made out. `pairwise`: the first with the first, the second with the second. */
export function sidesOf(
  reader: Reader,
  at: number,
  people: Readonly<Record<string, People>>,
  pairwise = false,
): Sides | null {
  const of = (slot: string, beside?: string): Mention[] =>
    resolved(
      reader.discourse,
      at,
      people[slot]?.people ?? [],
      beside === undefined ? [] : (people[beside]?.people ?? []),
    )
      .filter((each) => !isReader(each))
      .map((each) =>
        each.nameless === true && (slot === 'cc' || slot === 'to') ? asBefore(reader, at, slot, each) : each,
      );
  const pronouns = Object.values(people).some((each) => each.people.some((person) => person.pronoun !== undefined));
  const sides = (ccs: readonly Mention[], tos: readonly Mention[], directed: boolean): Sides | null => {
    if (pairwise && ccs.length !== tos.length) return null;
    const pairs = ccs.flatMap((cc) =>
      tos
        .filter(
          (to, k) => (!pairwise || k === ccs.indexOf(cc)) && (to === cc || !sameName(cc, to) || cc.nameless === true),
        )
        .map((to) => ({ cc, to, directed })),
    );
    return pairs.length > 0 && pairs.length <= mostPairs ? { pairs, letter: false, pronouns } : null;
  };
  if (people.cc && people.to) {
    // "introduce her to him": who is who cannot be told, but they are the two who were named.
    const [cc] = people.cc.people;
    const [to] = people.to.people;
    if (cc?.pronoun === 'one' && to?.pronoun === 'one') return both(reader, at, cc, pronouns);
    return sides(of('cc', 'to'), of('to', 'cc'), true);
  }
  if (people.one && people.other) return sides(of('one', 'other'), of('other', 'one'), false);
  if (people.party && people.other) return sides(of('other', 'party'), of('party', 'other'), true);
  if (people.sought) {
    const wanted = of('sought').filter((each) => each.self !== true);
    return wanted.length > 0
      ? {
          pairs: wanted.map((to) => ({ cc: { words: 'me', readings: [], self: true }, to, directed: true })),
          letter: false,
          pronouns,
        }
      : null;
  }
  const presented =
    people.presented ??
    (people.pair?.people.length === 1 && people.pair.people[0]?.pronoun !== 'several' ? people.pair : undefined);
  if (presented && reader.opensWith) {
    const shown = resolved(reader.discourse, at, presented.people, []).filter(
      (each) => !isReader(each) && !(reader.opensWith && sameName(each, reader.opensWith)),
    );
    return shown.length > 0
      ? { pairs: shown.map((cc) => ({ cc, to: reader.opensWith as Mention, directed: true })), letter: true, pronouns }
      : null;
  }
  const pair = distinct(of('pair'));
  if (pair.length < 2 || pair.length > 3 || pair.some((each) => each.nameless === true)) return null;
  return {
    pairs: pair.flatMap((cc, i) => pair.slice(i + 1).map((to) => ({ cc, to, directed: false }))),
    letter: false,
    pronouns,
  };
}

/** "I introduced Tariq to Ines. Please introduce him to Oona as well": the one who stood in the same place before. */
function asBefore(reader: Reader, at: number, slot: 'cc' | 'to', pronoun: Mention): Mention {
  const last = reader.pairs.at(-1);
  const again = /\b(?:as well|also|too|next|now|likewise)\b/.test(reader.discourse.sentences[at]?.plain ?? '');
  // Of two who were merely brought together the first named is the one spoken about.
  const isTold = last?.directed === true || slot === 'cc';
  const before = last !== undefined && isTold && again && at > last.at && at - last.at < 3 ? last[slot] : null;
  return before !== null && agreement(pronoun.words, before.readings[0]?.name ?? '') === 'known'
    ? unplaced(before)
    : pronoun;
}

/** A mention of another sentence: its offsets mean nothing in this one. */
export const unplaced = (mention: Mention): Mention => ({
  ...mention,
  readings: mention.readings.map((reading) => ({ ...reading, end: 0 })),
});

const isReader = (mention: Mention): boolean => /^(?:you|yourself|stepback)$/i.test(mention.words);

function both(reader: Reader, at: number, person: Person, pronouns: boolean): Sides | null {
  const [cc, to] = resolved(reader.discourse, at, [{ ...person, pronoun: 'several' }], []);
  return cc && to && cc.nameless !== true ? { pairs: [{ cc, to, directed: false }], letter: false, pronouns } : null;
}

/** "… and Ines to Oona, Nadia to Karim": further pairs of the same breath. */
export function furtherPairs(
  reader: Reader,
  sentence: Sentence,
  at: number,
  match: Match,
  clauseEnd: number,
): TogetherAt[] {
  const result: TogetherAt[] = [];
  const { tokens } = sentence;
  const endOf = (to: number): number => tokens[to - 1]?.end ?? 0;
  for (let i = match.to; !sentence.careless && i < tokens.length && result.length < mostPairs; ) {
    const joint = nextJoint(sentence, i, i === match.to || result.at(-1)?.end === endOf(i));
    if (joint === null) break;
    const next = matchAt(pairTo, sentence, joint.name);
    const sides = next && endOf(next.to) <= clauseEnd ? sidesOf(reader, at, next.people) : null;
    const named = sides?.pairs.every(
      ({ cc, to }) => isNamed(sentence, cc) && (isNamed(sentence, to) || to.self === true),
    );
    if (!next || !sides || !named) {
      i = joint.name;
      continue;
    }
    const from = tokens[joint.from]?.start ?? 0;
    result.push(...sides.pairs.map((pair) => ({ ...pair, from, end: endOf(next.to) })));
    i = next.to;
  }
  return result;
}

/** Where another name may begin: right behind a pair after any joint, and further on only after ", and" or a semicolon. */
function nextJoint({ tokens }: Sentence, from: number, behindPair: boolean): { from: number; name: number } | null {
  for (let i = from; i < Math.min(tokens.length, from + 60); i++) {
    const near = behindPair && i === from;
    if (
      !near &&
      tokens[i]?.norm !== ';' &&
      !(tokens[i]?.norm === ',' && /^(?:and|also|then|plus|&)$/.test(tokens[i + 1]?.norm ?? ''))
    )
      continue;
    let name = i;
    while (name < i + 9 && tokens[name]?.capital !== true && joining.has(tokens[name]?.norm ?? '')) name++;
    if (name > i && tokens[name]?.capital === true) return { from: i, name };
  }
  return null;
}

/** "Insurance to climate" names nobody: a name has a capital, unless the line has none at all. */
export function isNamed(sentence: Sentence, mention: Mention): boolean {
  if (mention.nameless === true) return false;
  return (
    mention.address !== undefined ||
    /^[\p{Lu}\p{Lo}"]/u.test(mention.readings[0]?.name ?? '') ||
    /^\p{Ll}/u.test(sentence.text)
  );
}
