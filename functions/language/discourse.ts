// Whom a pronoun or a first name means: the one person whom the words before it allow (PRODUCT.md section 3, "Who is meant").
// Where they allow several, nobody is chosen: the mention stays nameless and the mentor is asked.

import { isOwnName } from './cut.ts';
import { agreement } from './first-names.ts';
import { type Named, namesIn } from './names-in.ts';
import { folded } from './normalise.ts';
import type { Person } from './person.ts';
import type { Mention, Reading } from './requests.ts';
import type { Sentence } from './sentences.ts';

export interface Discourse {
  readonly sentences: readonly Sentence[];
  readonly writer: string;
  /** Names of each sentence, found once. */
  readonly names: readonly (readonly Named[])[];
  /** People of requests in sentences without capitals, where names cannot be seen otherwise. */
  readonly asked: Map<number, Mention[]>;
}

export function discourseOf(sentences: readonly Sentence[], writer: string): Discourse {
  return { sentences, writer, names: sentences.map(namesIn), asked: new Map() };
}

/**
 * The people a slot holds. `beside` are those of the other slot, who cannot be meant as well. A pronoun for one that fits
 * nobody or several comes back nameless; one for several comes back as all of them.
 */
export function resolved(
  discourse: Discourse,
  at: number,
  people: readonly Person[],
  beside: readonly Person[],
): Mention[] {
  return people.flatMap((person) => {
    if (!person.pronoun) return [fuller(discourse, at, person.mention)];
    const others = beside.filter((each) => each.pronoun === undefined).map((each) => each.mention);
    return antecedents(discourse, at, person, others) ?? [person.mention];
  });
}

function antecedents(discourse: Discourse, at: number, person: Person, others: readonly Mention[]): Mention[] | null {
  const wanted = person.pronoun === 'one' ? 1 : 2;
  let weak: Mention[] = [];
  let named: Mention[] = [];
  for (const scope of scopes(discourse, at, person.from)) {
    const fitting = scope.filter(
      ({ mention }) =>
        !others.some((other) => sameName(mention, other)) &&
        agreement(person.mention.words, mention.readings[0]?.name ?? '') !== 'no',
    );
    const strong = fitting.filter((each) => each.strong).map(({ mention }) => mention);
    // One is meant of the nearest who were named; two may have been named one after the other.
    named = distinct(wanted === 1 ? strong : [...named, ...strong.toReversed()]);
    if (named.length === wanted) return named.toReversed().map((each) => standing(each, person));
    if (named.length > wanted) return null;
    if (weak.length === 0) weak = distinct(fitting.map(({ mention }) => mention));
  }
  return wanted === 1 && weak.length === 1 ? weak.map((each) => standing(each, person)) : null;
}

interface Candidate {
  readonly mention: Mention;
  readonly strong: boolean;
}

/** From near to far: the words before in the same sentence, then sentence by sentence, the subject last. */
function* scopes(discourse: Discourse, at: number, before: number): Generator<Candidate[]> {
  const of = (index: number, until: number): Candidate[] =>
    [
      ...(discourse.names[index] ?? [])
        .filter((each) => each.person.to <= until)
        .map((each) => ({ mention: fuller(discourse, index, each.person.mention), strong: each.strong })),
      ...(index < at ? (discourse.asked.get(index) ?? []) : []).map((mention) => ({ mention, strong: true })),
    ].filter((each) => each.mention.nameless !== true && !isOwnName(each.mention.words, discourse.writer));
  yield of(at, before);
  for (let i = at - 1; i >= Math.max(0, at - 12); i--) yield of(i, Number.POSITIVE_INFINITY);
  if (at > 12) yield of(0, Number.POSITIVE_INFINITY);
}

/** The antecedent in the pronoun's place: its name, the pronoun's words. */
function standing(mention: Mention, pronoun: Person): Mention {
  const end = pronoun.mention.readings[0]?.end ?? 0;
  const readings = mention.readings.slice(0, 1).map((reading): Reading => ({ ...reading, end }));
  return { ...mention, readings };
}

/** "Maya" where the mail has named Maya Lindh before, and no other Maya. */
function fuller(discourse: Discourse, at: number, mention: Mention): Mention {
  const [reading] = mention.readings;
  if (
    mention.address !== undefined ||
    reading === undefined ||
    reading.organisation !== undefined ||
    /\s/.test(reading.name) ||
    reading.name === ''
  )
    return mention;
  const word = folded(reading.name);
  const full = new Map<string, Reading>();
  discourse.names.slice(0, at).forEach((names) => {
    for (const { person } of names) {
      const [longest] = person.mention.readings;
      if (!longest || !/\s/.test(longest.name) || isOwnName(longest.name, discourse.writer)) continue;
      if (
        folded(longest.name)
          .split(/[\s-]+/)
          .includes(word)
      )
        full.set(folded(longest.name), longest);
    }
  });
  const [only] = full.values();
  return only && full.size === 1
    ? { ...mention, readings: [{ ...reading, name: only.name }, ...mention.readings] }
    : mention;
}

/** The same person by the look of the names: one's words are all among the other's. */
export function sameName(a: Mention, b: Mention): boolean {
  if (a.address !== undefined && a.address === b.address) return true;
  const words = (mention: Mention): string[] =>
    folded(mention.readings[0]?.name ?? mention.words)
      .split(/[^\p{L}']+/u)
      .filter((word) => word !== '');
  const [short, long] = [words(a), words(b)].toSorted((x, y) => x.length - y.length);
  return short !== undefined && long !== undefined && short.length > 0 && short.every((word) => long.includes(word));
}

export function distinct(mentions: readonly Mention[]): Mention[] {
  const result: Mention[] = [];
  for (const mention of mentions) {
    const place = result.findIndex((each) => sameName(each, mention));
    if (place < 0) result.push(mention);
    else if ((mention.readings[0]?.name.length ?? 0) > (result[place]?.readings[0]?.name.length ?? 0))
      result[place] = mention;
  }
  return result;
}
