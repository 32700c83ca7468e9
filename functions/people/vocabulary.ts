// The words of `kindred-words.ts`, ready to be found in a text: brought to one form, by phrases, each with its senses.
import { kindredWords } from './kindred-words.ts';
import { fold } from './names.ts';

export interface Word {
  readonly written: string;
  readonly stem: string;
  /** The stem without -ing or -ed, for words that the vocabulary does not have in this form; null where there is no such ending. */
  readonly bare: string | null;
  /** A comma or the end of a sentence stands behind it. */
  readonly endsClause: boolean;
}

export interface Sense {
  readonly concept: string;
  readonly field: string;
  /** Counts only where other words of its concept or field stand near. */
  readonly needsSupport: boolean;
  /** Tells the sense of other words and says nothing itself. */
  readonly isContext: boolean;
  /** Whether it is a general or a particular word of its concept; null where the concept makes no difference. */
  readonly scope: 'general' | 'particular' | null;
  /** How much another word of the same field supports this sense; one of the same concept does in full. */
  readonly shareOfField: number;
  /** What texts that speak of the concept have in common. */
  readonly conceptToken: string;
  /** What texts have in common that name the concept by a general word. */
  readonly generalToken: string;
  /** The same for this very word or phrase in this field. */
  readonly senseToken: string;
}

export interface Phrase {
  readonly key: string;
  readonly stems: readonly string[];
  /** Up to four words may stand between the first stem and the second. */
  readonly hasGap: boolean;
  readonly senses: readonly Sense[];
  /** Senses, within the phrase's own fields, of the words that it is made of: lawyer in “employment lawyer”. */
  readonly inner: readonly Sense[];
}

/** The words of a text in order, with their stems. */
export const wordsIn = (text: string): Word[] =>
  [...text.matchAll(wordAndWhatFollows)].map(([, written = '', between = '']) => ({
    written,
    ...formsOf(written),
    endsClause: /[,.;:!?()]/.test(between),
  }));

const wordAndWhatFollows = /([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’]*)([^\p{L}\p{M}\p{N}]*)/gu;

interface Forms {
  readonly stem: string;
  readonly bare: string | null;
}

/** Written word → its forms: a book says the same words over and over. Emptied when it has grown. */
const formsKnown = new Map<string, Forms>();
const formsKept = 20_000;

export function formsOf(written: string): Forms {
  const known = formsKnown.get(written);
  if (known !== undefined) return known;
  if (formsKnown.size >= formsKept) formsKnown.clear();
  const stem = stemOf(fold(written.replace(/['’]s$/u, '')));
  const bare = stem.replace(/(?:ing|ed)$/, '').replace(/([bdgmnprt])\1$/, '$1');
  const forms = { stem, bare: bare !== stem && bare.length >= 4 ? bare : null };
  formsKnown.set(written, forms);
  return forms;
}

/** Singular, British spelling, no final e: the form in which words are compared. Rough, and the same on both sides. */
export function stemOf(word: string): string {
  if (word.length <= 3 || kept.has(word) || !/^[a-z]+$/.test(word)) return word;
  const singular = word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/(?<=[^suai])s$/, '');
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

interface Vocabulary {
  readonly byFirstStem: ReadonlyMap<string, readonly Phrase[]>;
  /** Concept or sense token → stems of which a text must have one, to have the token. */
  readonly stemsByToken: ReadonlyMap<string, ReadonlySet<string>>;
}

let read: Vocabulary | undefined;

/** Read when first asked for: most mails never need it. */
function vocabulary(): Vocabulary {
  read ??= readVocabulary(kindredWords);
  return read;
}

/** Phrases that begin with the stem, longest first. */
export const phrasesFrom = (stem: string): readonly Phrase[] => vocabulary().byFirstStem.get(stem) ?? noPhrases;
const noPhrases: readonly Phrase[] = [];

/** Stems of which a text must hold at least one to have any of these tokens. */
export function stemsBehind(tokens: Iterable<string>): ReadonlySet<string> {
  const { stemsByToken } = vocabulary();
  return new Set([...tokens].flatMap((token) => [...(stemsByToken.get(token) ?? [token])]));
}

function readVocabulary(text: string): Vocabulary {
  const drafts = new Map<string, { stems: string[]; hasGap: boolean; senses: Map<string, Sense> }>();
  for (const { written, ...rest } of linesOf(text)) {
    const { concept, field } = rest;
    const hasGap = written.includes('…');
    const stems = wordsIn(written).map((word) => word.stem);
    if (stems.length === 0) continue;
    const key = stems.join('_') + (hasGap ? '…' : '');
    const draft = drafts.get(key) ?? { stems, hasGap, senses: new Map<string, Sense>() };
    const conceptToken = joined(`${concept}//${field}`);
    const sense = { ...rest, conceptToken, generalToken: `${conceptToken}!`, senseToken: joined(`${key}/${field}`) };
    if (!draft.senses.has(conceptToken)) draft.senses.set(conceptToken, sense);
    drafts.set(key, draft);
  }
  const phrases = [...drafts].map(([key, { stems, hasGap, senses }]): Phrase => {
    const own = [...senses.values()];
    const fields = new Set(own.map(({ field }) => field));
    const inside =
      stems.length === 1 || hasGap || fields.has('places')
        ? []
        : stems.flatMap((stem) => [...(drafts.get(stem)?.senses.values() ?? [])]);
    return { key, stems, hasGap, senses: own, inner: inside.filter(({ field }) => fields.has(field)) };
  });
  const stemsByToken = new Map<string, Set<string>>();
  const note = (token: string, stem: string) =>
    stemsByToken.set(token, (stemsByToken.get(token) ?? new Set()).add(stem));
  for (const { stems, senses, inner } of phrases) {
    for (const { conceptToken, generalToken, senseToken } of [...senses, ...inner]) {
      note(generalToken, stems[0] ?? '');
      note(conceptToken, stems[0] ?? '');
      note(senseToken, stems[0] ?? '');
    }
  }
  const byFirstStem = Map.groupBy(phrases, ({ stems }) => stems[0] ?? '');
  for (const list of byFirstStem.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return { byFirstStem, stemsByToken };
}

function* linesOf(
  text: string,
): Generator<Omit<Sense, 'conceptToken' | 'generalToken' | 'senseToken'> & { written: string }> {
  let field = '';
  let shareOfField = 0;
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    if (line.startsWith('#')) {
      field = line.replace(/[#!]/g, '').trim();
      shareOfField = line.endsWith('!') ? 1 : usualShareOfField;
      continue;
    }
    const [concept = '', words = ''] = line.split(':').map((piece) => piece.trim());
    const hasScopes = words.includes(';');
    const generalWords = words.split(';')[0]?.split(',').length ?? 0;
    const marked = words.split(/[,;]/).map((word) => word.trim());
    const isListed = marked.some((word) => word.replace(/^[?~]/, '') === concept);
    const all = isListed ? marked : [...marked, concept];
    for (const [i, written] of all.entries()) {
      yield {
        field,
        concept,
        written,
        needsSupport: written.startsWith('?'),
        isContext: written.startsWith('~'),
        scope: !hasScopes ? null : i < generalWords ? 'general' : 'particular',
        shareOfField,
      };
    }
  }
}

const usualShareOfField = 0.2;

const joined = (text: string): string => text.replaceAll(' ', '_');
