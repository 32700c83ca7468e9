// Why somebody is listed, in the words of the entries themselves: clauses for the mentor, without a full stop, weightiest first, what
// somebody looks for before what both have to do with.
import type { Fit, Hit } from './relevance.ts';
import { formsOf } from './word-forms.ts';

interface Told {
  readonly sought: readonly string[];
  readonly words: readonly string[];
  readonly relation: 'looked for and known' | 'wanted by the other' | 'of both';
}

/** `Ada looks for "chips", Ben knows "semiconductors" and "VLSI"`; `both have to do with "tides"` where nobody looks for it. */
export function reasonsOfFit(fit: Fit, seeker: string, knower: string): string[] {
  return toldBy(fit).map((told) => inWords(told, seeker, knower));
}

function inWords({ sought, words, relation }: Told, seeker: string, knower: string): string {
  const isSame = words.every((word) => sought.every((one) => isOneWord(word, one)));
  const [there, here] = [quoted(words), quoted(sought)];
  switch (relation) {
    case 'looked for and known':
      return isSame
        ? `${knower} knows ${there}, which ${seeker} looks for`
        : `${seeker} looks for ${here}, ${knower} knows ${there}`;
    case 'wanted by the other':
      return `${knower} looks for ${there}, ${seeker} has to do with ${here}`;
    case 'of both':
      return isSame ? `both have to do with ${here}` : `${seeker} has to do with ${here}, ${knower} with ${there}`;
  }
}

/** `speaks of semiconductors and VLSI`, `looks for a bookkeeper` */
export function reasonsFound({ hits }: Fit): string[] {
  const said = (is: Hit['is']) =>
    unlike(byPoints(hits).flatMap((hit) => (hit.is === is ? hit.words : []))).slice(0, mostWords + 1);
  const [known, wanted] = [said('known'), said('wanted')];
  return [
    ...(known.length > 0 ? [`speaks of ${listed(known)}`] : []),
    ...(wanted.length > 0 ? [`looks for ${listed(wanted)}`] : []),
  ];
}

const mostReasons = 3;
const mostWords = 3;

function toldBy({ hits }: Fit): Told[] {
  const told = new Map<string, { sought: string; words: string[]; relation: Told['relation'] }>();
  for (const hit of byPoints(hits)) {
    const { said } = hit.is === 'known' ? hit.sought.topic : hit.sought.own;
    const relation = relationOf(hit);
    const key = `${said.toLowerCase()} ${relation}`;
    const before = told.get(key);
    if (before === undefined && told.size >= mostReasons) continue;
    told.set(key, { sought: before?.sought ?? said, words: [...(before?.words ?? []), ...hit.words], relation });
  }
  const each = [...told.values()].map((one) => ({ ...one, words: unlike(one.words).slice(0, mostWords) }));
  const alike = Map.groupBy(each, ({ words, relation }) => `${relation} ${words.join('|')}`);
  return [...alike.values()]
    .flatMap((same) =>
      same[0] === undefined ? [] : [{ ...same[0], sought: unlike(same.map(({ sought }) => sought)) }],
    )
    .sort((a, b) => Number(a.relation === 'of both') - Number(b.relation === 'of both'));
}

const byPoints = (hits: readonly Hit[]): readonly Hit[] => hits.toSorted((a, b) => b.points - a.points);

const relationOf = ({ is, sought }: Hit): Told['relation'] =>
  is === 'wanted' ? 'wanted by the other' : sought.isStated ? 'looked for and known' : 'of both';

/** Each thing once: of two forms of one word the one with more capitals, of a word and a phrase that holds it the phrase. */
function unlike(words: readonly string[]): string[] {
  const capitals = (word: string) => word.match(/\p{Lu}/gu)?.length ?? 0;
  const kept: string[] = [];
  for (const word of words) {
    const like = kept.findIndex((one) => isOneWord(one, word) || holds(one, word) || holds(word, one));
    const other = kept[like];
    if (other === undefined) kept.push(word);
    else if (holds(word, other) || (isOneWord(word, other) && capitals(word) > capitals(other))) kept[like] = word;
  }
  return [...new Set(kept)];
}

const rootsOf = (words: string): string =>
  ` ${words
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .map((word) => formsOf(word).root)
    .join(' ')} `;

const isOneWord = (a: string, b: string): boolean => rootsOf(a) === rootsOf(b);
const holds = (whole: string, part: string): boolean =>
  !isOneWord(whole, part) && rootsOf(whole).includes(rootsOf(part));

const quoted = (words: readonly string[]): string => listed(words.map((word) => `"${word}"`));

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
