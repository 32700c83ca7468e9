// How a name as said fits the name of an entry, part by part: by which step of *Who is meant* (`match.ts`), or how nearly.
import type { NamePart } from './names.ts';
import { areKin, shortForms } from './short-forms.ts';
import { distance } from './spelling.ts';

export type NameStep = 'whole name' | 'full name' | 'one name' | 'short form';

/** Best first. */
export const nameSteps: readonly NameStep[] = ['whole name', 'full name', 'one name', 'short form'];

/** The step by which the said name is the entry's, or null. */
export function nameStep(said: readonly NamePart[], entry: readonly NamePart[]): NameStep | null {
  const exactly = howItFits(said, entry, agree);
  if (exactly !== null) return exactly;
  const mayBeShort = (part: NamePart) => part !== entry.at(-1) || entry.length === 1;
  const agreeByShortForm: Agree = (a, b) =>
    agree(a, b) || (mayBeShort(b) && a.some((form) => b.some((other) => shortForms(form).has(other))));
  return howItFits(said, entry, agreeByShortForm) === null ? null : 'short form';
}

type Agree = (said: NamePart, entry: NamePart) => boolean;

const agree: Agree = (said, entry) => said.some((form) => entry.includes(form));

const isInitial = (part: NamePart | undefined): boolean => part !== undefined && [...(part[0] ?? '')].length === 1;
const agreeByInitial: Agree = (said, entry) =>
  (isInitial(said) || isInitial(entry)) && (said[0] ?? '')[0] === (entry[0] ?? '')[0];

/**
 * How a said name fits an entry's name: every word of the one that has fewer must stand in the other. Words of the entry may be left
 * out; words that the entry lacks may stand in the middle only (a middle name), for at the end they would make another surname.
 */
function howItFits(said: readonly NamePart[], entry: readonly NamePart[], agrees: Agree): NameStep | null {
  const { saidFits, entryFits } = align(said, entry, agrees);
  const ends = [saidFits[0], saidFits.at(-1)];
  const allSaid = saidFits.every((how) => how !== null);
  const allOfEntry = entryFits.every((fits, i) => fits || (isInitial(entry[i]) && i > 0));
  if (!allSaid && !(allOfEntry && ends.every((how) => how !== null))) return null;
  if (!saidFits.includes('word')) return null;
  if (said.length === 1) return allOfEntry ? 'whole name' : 'one name';
  if (saidFits.filter((how) => how !== null).length < 2) return null;
  // An initial in the place of the first name leaves the surname to decide.
  if (ends.includes('initial')) return 'one name';
  return allOfEntry ? 'whole name' : 'full name';
}

interface Alignment {
  readonly saidFits: readonly ('word' | 'initial' | null)[];
  readonly entryFits: readonly boolean[];
}

/** Which words of the two names go together, each once, in any order; two neighbours may be one word on the other side. */
function align(said: readonly NamePart[], entry: readonly NamePart[], agrees: Agree): Alignment {
  const saidFits: ('word' | 'initial' | null)[] = said.map(() => null);
  const entryFits = entry.map(() => false);
  const isFree = (j: number) => entryFits[j] === false;
  const take = (i: number, js: readonly number[], how: 'word' | 'initial') => {
    saidFits[i] = how;
    for (const j of js) entryFits[j] = true;
  };
  for (let i = 0; i + 1 < said.length; i++) {
    if (saidFits[i] !== null) continue;
    const one = entry.findIndex((other, j) => isFree(j) && isJoined(other, said[i], said[i + 1]));
    if (one < 0) continue;
    take(i, [one], 'word');
    take(i + 1, [one], 'word');
  }
  for (const [i, part] of said.entries()) {
    if (saidFits[i] !== null) continue;
    const whole = entry.findIndex((other, j) => isFree(j) && agrees(part, other));
    if (whole >= 0) {
      take(i, [whole], 'word');
      continue;
    }
    const twoOfEntry = entry.findIndex((other, j) => isFree(j) && isFree(j + 1) && isJoined(part, other, entry[j + 1]));
    if (twoOfEntry >= 0) take(i, [twoOfEntry, twoOfEntry + 1], 'word');
  }
  for (const [i, part] of said.entries()) {
    if (saidFits[i] !== null) continue;
    const initial = entry.findIndex((other, j) => isFree(j) && agreeByInitial(part, other));
    if (initial >= 0) take(i, [initial], 'initial');
  }
  return { saidFits, entryFits };
}

/** Whether the two, written as one word, are the part. */
const isJoined = (part: NamePart, a: NamePart | undefined, b: NamePart | undefined): boolean =>
  part.some((form) =>
    a?.some(
      (one) =>
        form.startsWith(one) && b?.some((other) => form.length === one.length + other.length && form.endsWith(other)),
    ),
  );

/** Sum of the distances of each said word to its nearest word of the entry; infinite where a word is near to none. */
export function nearCost(said: readonly NamePart[], entry: readonly NamePart[]): number {
  const free = new Set(entry);
  return said.reduce((sum, part) => {
    const options = [...free].map((other) => ({ other, cost: wordCost(part, other) }));
    const best = options.reduce<{ other: NamePart; cost: number } | null>(
      (a, b) => (a !== null && a.cost <= b.cost ? a : b),
      null,
    );
    if (best === null) return Number.POSITIVE_INFINITY;
    free.delete(best.other);
    return sum + best.cost;
  }, 0);
}

function wordCost(said: NamePart, entry: NamePart): number {
  const costs = said.flatMap((a) =>
    entry.map((b) => {
      if (a === b) return 0;
      if (shortForms(a).has(b)) return 0.3;
      if (agreeByInitial([a], [b])) return 0.5;
      return distance(a, b) ?? (areKin(a, b) ? 1 : Number.POSITIVE_INFINITY);
    }),
  );
  return Math.min(...costs);
}
