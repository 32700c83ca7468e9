// The words of `kindred-words.ts`, ready to be found in a text: brought to one form, by phrases, each with its senses.
import { isEmpty } from './empty-words.ts';
import { kindredPlaces } from './kindred-places.ts';
import { kindredWords } from './kindred-words.ts';
import { type Word, wordsIn } from './word-forms.ts';

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
  /** Of a place or a language, written with a capital. */
  readonly isName: boolean;
  /** What texts that speak of the concept have in common. */
  readonly conceptToken: string;
  /** What texts have in common that name the concept by a general word. */
  readonly generalToken: string;
  /** The same for this very word or phrase in this field. */
  readonly senseToken: string;
}

export interface Phrase {
  readonly key: string;
  /** Of its words, in order. */
  readonly roots: readonly string[];
  /** Up to four words may stand between the first word and the second. */
  readonly hasGap: boolean;
  readonly senses: readonly Sense[];
  /** Senses, within the phrase's own fields, of the words that it is made of and that do not say what it says: lawyer in “employment lawyer”. */
  readonly inner: readonly Sense[];
}

interface Vocabulary {
  /** Stem → the phrase that is this one word. */
  readonly single: ReadonlyMap<string, Phrase>;
  /** The same by the root, for words that stand nowhere in this form. */
  readonly singleByRoot: ReadonlyMap<string, Phrase>;
  /** Root of the first word → phrases of several words, longest first. */
  readonly longer: ReadonlyMap<string, readonly Phrase[]>;
  /** Any token → roots of which a text must have one, to have the token. */
  readonly rootsByToken: ReadonlyMap<string, ReadonlySet<string>>;
}

let read: Vocabulary | undefined;

/** Read when first asked for: most mails never need it. */
function vocabulary(): Vocabulary {
  read ??= readVocabulary();
  return read;
}

/** Phrases that may begin with the word, longest first. */
export function phrasesFrom({ stem, root }: Pick<Word, 'stem' | 'root'>): readonly Phrase[] {
  const { single, singleByRoot, longer } = vocabulary();
  const one = single.get(stem) ?? (isEmpty({ stem, root }) ? undefined : singleByRoot.get(root));
  const several = longer.get(root) ?? noPhrases;
  return one === undefined ? several : [...several, one];
}
const noPhrases: readonly Phrase[] = [];

/** Roots of which a text must hold at least one to have any of these tokens. */
export function rootsBehind(tokens: Iterable<string>): ReadonlySet<string> {
  const { rootsByToken } = vocabulary();
  return new Set([...tokens].flatMap((token) => [...(rootsByToken.get(token) ?? [token])]));
}

function readVocabulary(): Vocabulary {
  const phrases = phrasesOf([...linesOf(kindredPlaces, true), ...linesOf(kindredWords, false)]);
  const single = new Map(
    phrases.flatMap((phrase) => (phrase.roots.length === 1 ? [[phrase.key, phrase] as const] : [])),
  );
  const singleByRoot = new Map<string, Phrase>();
  for (const phrase of single.values()) {
    const root = phrase.roots[0] ?? '';
    const usual = phrase.senses.some(({ needsSupport, isContext }) => !needsSupport && !isContext);
    if (usual && !singleByRoot.has(root)) singleByRoot.set(root, phrase);
  }
  const rootsByToken = new Map<string, Set<string>>();
  for (const { roots, senses, inner } of phrases) {
    for (const { conceptToken, generalToken, senseToken } of [...senses, ...inner]) {
      for (const token of [generalToken, conceptToken, senseToken])
        rootsByToken.set(token, (rootsByToken.get(token) ?? new Set()).add(roots[0] ?? ''));
    }
  }
  const longer = Map.groupBy(
    phrases.filter(({ roots }) => roots.length > 1),
    ({ roots }) => roots[0] ?? '',
  );
  for (const list of longer.values()) list.sort((a, b) => b.roots.length - a.roots.length);
  return { single, singleByRoot, longer, rootsByToken };
}

function phrasesOf(lines: readonly Line[]): Phrase[] {
  const drafts = new Map<string, { roots: string[]; stems: string[]; hasGap: boolean; senses: Map<string, Sense> }>();
  for (const { written, ...rest } of lines) {
    const { concept, field } = rest;
    const hasGap = written.includes('…');
    const words = wordsIn(written);
    if (words.length === 0) continue;
    const stems = words.map(({ stem }) => stem);
    const roots = words.map(({ root }) => root);
    const key = (stems.length === 1 ? stems : roots).join('_') + (hasGap ? '…' : '');
    const draft = drafts.get(key) ?? { roots, stems, hasGap, senses: new Map<string, Sense>() };
    const conceptToken = joined(`${concept}//${field}`);
    const sense = { ...rest, conceptToken, generalToken: `${conceptToken}!`, senseToken: joined(`${key}/${field}`) };
    if (!draft.senses.has(conceptToken)) draft.senses.set(conceptToken, sense);
    drafts.set(key, draft);
  }
  return [...drafts].map(([key, { roots, stems, hasGap, senses }]): Phrase => {
    const own = [...senses.values()];
    const fields = new Set(own.map(({ field }) => field));
    const concepts = new Set(own.map(({ conceptToken }) => conceptToken));
    const inside =
      stems.length === 1 || hasGap || fields.has('places')
        ? []
        : stems.map((stem) => [...(drafts.get(stem)?.senses.values() ?? [])]);
    const inner = inside
      .filter((word) => !word.some(({ conceptToken }) => concepts.has(conceptToken)))
      .flat()
      .filter(({ field }) => fields.has(field));
    return { key, roots, hasGap, senses: own, inner };
  });
}

type Line = Omit<Sense, 'conceptToken' | 'generalToken' | 'senseToken'> & { written: string };

function* linesOf(text: string, isName: boolean): Generator<Line> {
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
        isName,
      };
    }
  }
}

const usualShareOfField = 0.2;

const joined = (text: string): string => text.replaceAll(' ', '_');
