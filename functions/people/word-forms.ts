// The words of a text and the forms in which they are compared: a stem (one word in singular and plural, in British and American
// spelling) and a root (install, installer, installation). Both are rough, and the same on both sides. English only; other words stay.
import { fold } from './names.ts';

export interface Word {
  readonly written: string;
  /** Where it stands in the text: first character, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  readonly stem: string;
  readonly root: string;
  /** A comma or the end of a sentence stands behind it. */
  readonly endsClause: boolean;
  /** It is the first of its sentence. */
  readonly opens: boolean;
}

/** The words of a text in order, with their forms. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let opens = true;
  for (const { index, 1: written = '', 2: between = '' } of text.matchAll(wordAndWhatFollows)) {
    const to = index + written.length;
    const { stem, root } = formsOf(written);
    const isBlank = between === ' ';
    words.push({ written, from: index, to, stem, root, endsClause: !isBlank && /[,.;:!?()]/.test(between), opens });
    opens = !isBlank && /[.!?:]\s/.test(between);
  }
  return words;
}

const wordAndWhatFollows = /([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’]*)([^\p{L}\p{M}\p{N}]*)/gu;

interface Forms {
  readonly stem: string;
  readonly root: string;
}

/** Written word → its forms: a book says the same words over and over. Emptied when it has grown. */
const formsKnown = new Map<string, Forms>();
const formsKept = 20_000;

export function formsOf(written: string): Forms {
  const known = formsKnown.get(written);
  if (known !== undefined) return known;
  if (formsKnown.size >= formsKept) formsKnown.clear();
  const stem = stemOf(fold(written.replace(/['’]s$/u, '')));
  const forms = { stem, root: rootOf(stem) };
  formsKnown.set(written, forms);
  return forms;
}

/** Singular, British spelling, no final e: `companies`, `company`. */
export function stemOf(word: string): string {
  if (word.length <= 3 || kept.has(word) || !/^[a-z]+$/.test(word)) return word;
  const singular = word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/(?<=[^sui])s$/, '');
  if (kept.has(singular)) return singular;
  return singular
    .replace(/yz(?=e$|ed$|er$|ing$)/, 'ys')
    .replace(/iz(?=e$|ed$|er$|ing$|ation$)/, 'is')
    .replace(/our(?=$|ed$|ing$|er$)/, 'or')
    .replace(/mme$/, 'm')
    .replace(/tre$/, 'ter')
    .replace(/ence$/, 'ense')
    .replace(/(?<=....)e$/, '');
}

/** Where the ending belongs to the word. */
const kept = new Set('news goods glasses arts series species business lens physics plane stage'.split(' '));

/**
 * What is left of a stem without the endings that make a verb's forms, its doer and its deed: `weld` of welding and welder, `invest` of
 * investor and investment. The stem itself where too little would be left.
 */
export function rootOf(stem: string): string {
  if (!/^[a-z]+$/.test(stem) || rooted.has(stem) || kept.has(stem)) return stem;
  const short = shortRoots.get(stem);
  if (short !== undefined) return short;
  const root = stem
    .replace(/(?:ing|ed|(?<!e)er|(?<=.....)or|ist|ment)$/, '')
    .replace(/(?<=.....)ion$/, '')
    .replace(/(?<=.....)at$/, '')
    .replace(/([bdgmnprt])\1$/, '$1')
    .replace(/(?<=...)e$|(?<=graph|olog|onom)y$/, '');
  return root.length >= 4 ? root : stem;
}

/** Where what looks like an ending is none. */
const rooted = new Set(
  'corner shared production number master counter letter matter member summer winter center order offer border chapter quarter former apartment department moment basement hearing training'.split(
    ' ',
  ),
);

/** Too short for the rule: maker and making are of one root all the same. */
const shortRoots: ReadonlyMap<string, string> = new Map(
  'make bake code dive ride hike vote mine race sew'.split(' ').flatMap((verb) => {
    const bare = verb.replace(/e$/, '');
    return [`${bare}er`, `${bare}ing`].map((form) => [form, verb] as const);
  }),
);
