// What a text speaks of: its words, and the concepts that `kindred-words.ts` gives them. A word with several senses takes the one that
// the words around it support, so that a maker of potato chips is nobody for an engineer who wants to design chips.
import { isEmpty, isFunctionWord } from './empty-words.ts';
import { type Stance, stancesOf } from './stance.ts';
import { type Phrase, phrasesFrom, rootsBehind, type Sense } from './vocabulary.ts';
import { formsOf, type Word, wordsIn } from './word-forms.ts';

export interface Topic {
  /** What two texts are compared by; without blanks. */
  readonly token: string;
  /**
   * `word`: no known sense, or none that the text supports. `sense`: this very word or phrase in this sense.
   * `concept`: whatever is called by one of its kindred words.
   */
  readonly kind: 'word' | 'sense' | 'concept';
  /** The words as written, for giving reasons. */
  readonly said: string;
  /** 1, or less where the concept is much wider than the word. */
  readonly weight: number;
  readonly stance: Stance;
}

/**
 * Who *knows* a special thing knows the general one too (an employment lawyer is a lawyer); who *seeks* the special thing does not seek
 * the general. What is *asked* in a few words, with nothing around them, may be meant in any sense; where they are all everyday words,
 * these are what is asked.
 */
export type Reading = 'knows' | 'seeks' | 'asks';

/** The topics of texts that belong together (one entry's tags, background, …), text by text: all of them decide which sense a word has. */
export function topicsOf(texts: readonly string[], reading: Reading): Topic[][] {
  const found = texts.map((text) => occurrencesIn(text));
  const context = contextOf(found.flat());
  const topics = found.map((occurrences) =>
    occurrences.flatMap((occurrence) => topicsOfOccurrence(occurrence, context, reading)),
  );
  return reading === 'asks' && topics.every((each) => each.length === 0) ? found.map(everydayTopics) : topics;
}

const everydayTopics = (occurrences: readonly Occurrence[]): Topic[] =>
  occurrences.flatMap((occurrence) =>
    isFunctionWord({ stem: occurrence.key, root: occurrence.key }) ? [] : [wordTopic(occurrence)],
  );

/** A quick look whether texts can have any of these topics at all: false is sure, true is not. */
export function mayTouch(tokens: Iterable<string>): (texts: readonly string[]) => boolean {
  const roots = rootsBehind(tokens);
  return (texts) =>
    texts.some((text) => text !== '' && text.split(betweenWords).some((written) => roots.has(formsOf(written).root)));
}

const betweenWords = /[^\p{L}\p{M}\p{N}'’]+/u;

interface Occurrence {
  readonly said: string;
  readonly key: string;
  readonly root: string;
  readonly senses: readonly Sense[];
  readonly inner: readonly Sense[];
  readonly stance: Stance;
}

/** Known phrases, the longest at each place, and between them the other words. */
function occurrencesIn(text: string): Occurrence[] {
  const words = wordsIn(text);
  const stances = stancesOf(words);
  const found: Occurrence[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] as Word;
    const stance = stances[at] ?? 'is';
    const candidates = phrasesFrom(word);
    for (const phrase of candidates) {
      const end = phrase.hasGap ? endAcrossGap(words, at, phrase) : null;
      if (end !== null) found.push(occurrenceOf(phrase, text, words, at, end, stance));
    }
    const phrase = candidates.find(
      ({ hasGap, roots }) => !hasGap && (roots.length === 1 || standsAt(words, at, roots)),
    );
    const end = at + (phrase?.roots.length ?? 1);
    found.push(
      phrase === undefined
        ? { said: said(text, words, at, end), key: word.stem, root: word.root, senses: [], inner: [], stance }
        : occurrenceOf(phrase, text, words, at, end, stance),
    );
    at = end;
  }
  return found;
}

function occurrenceOf(
  { key, senses, inner }: Phrase,
  text: string,
  words: readonly Word[],
  at: number,
  end: number,
  stance: Stance,
): Occurrence {
  const root = words[at]?.root ?? '';
  const isName = senses.some((sense) => sense.isName);
  if (isPlace(senses) && isElsewhere(words, end, senses))
    return {
      said: said(text, words, at, end),
      key: `${key}_elsewhere`,
      root: `${root}_`,
      senses: [],
      inner: [],
      stance,
    };
  return {
    said: isName ? capital(said(text, words, at, end)) : said(text, words, at, end),
    key,
    root,
    senses,
    inner,
    stance,
  };
}

/** A short phrase does not go on behind a comma. */
const standsAt = (words: readonly Word[], at: number, roots: readonly string[]): boolean =>
  roots.every(
    (wanted, i) =>
      words[at + i]?.root === wanted &&
      (i === roots.length - 1 || roots.length > 3 || words[at + i]?.endsClause === false),
  );

const longestGap = 4;

function endAcrossGap(words: readonly Word[], at: number, { roots }: Phrase): number | null {
  const rest = roots.slice(1);
  for (let from = at + 2; from <= at + 1 + longestGap; from++) {
    if (words[from - 1]?.endsClause !== false) return null;
    if (standsAt(words, from, rest)) return from + rest.length;
  }
  return null;
}

/**
 * As it stands in the text, without a small word in front or behind, and without the capital of a sentence's first word; abbreviations
 * keep theirs.
 */
function said(text: string, words: readonly Word[], from: number, to: number): string {
  const inner = words.slice(from, to);
  const first = inner.find(({ written }) => !inFront.has(written)) ?? words[from];
  const last = inner.findLast(({ written }) => !behind.has(written)) ?? words[to - 1];
  const written = text
    .slice(first?.from, last?.to)
    .replace(/\s+/g, ' ')
    .replace(/['’]s$/u, '');
  return first?.opens === true && !/^\p{L}\P{L}*\p{Lu}|^.\S*\p{Lu}/u.test(written)
    ? written.slice(0, 1).toLowerCase() + written.slice(1)
    : written;
}

const inFront = new Set(['with', 'into', 'from', 'the', 'a', 'an', 'in', 'of', 'to']);
const behind = new Set(['of', 'for', 'to', 'with', 'in', 'on', 'at', 'a', 'the']);

const capital = (written: string): string => written.slice(0, 1).toUpperCase() + written.slice(1);

const isPlace = (senses: readonly Sense[]): boolean => senses.some(({ field }) => field === 'places');

/** A town with another region behind it is not the well-known one: Paris, Texas. */
function isElsewhere(words: readonly Word[], next: number, senses: readonly Sense[]): boolean {
  const behind = words[next];
  if (behind === undefined || words[next - 1]?.endsClause !== true) return false;
  const region = phrasesFrom(behind).find(({ roots }) => standsAt(words, next, roots));
  if (region === undefined || !regions.has(region.key)) return false;
  return !region.senses.some(({ concept }) => senses.some((sense) => sense.concept === concept));
}

const regions = new Set(
  (
    'maine,vermont,new hampshire,massachusetts,rhode island,connecticut,new york,pennsylvania,maryland,virginia,north carolina,south carolina,' +
    'florida,alabama,louisiana,tennessee,kentucky,ohio,michigan,illinois,indiana,wisconsin,minnesota,iowa,missouri,kansas,nebraska,texas,' +
    'colorado,utah,arizona,nevada,california,oregon,idaho,montana,ontario,alberta,manitoba'
  )
    .split(',')
    .map((region) => {
      const words = wordsIn(region);
      return words.map(words.length === 1 ? ({ stem }) => stem : ({ root }) => root).join('_');
    }),
);

/** Concepts and fields → the different words that speak for them; one that itself needs support speaks half. */
type Context = ReadonlyMap<string, ReadonlyMap<string, number>>;

function contextOf(occurrences: readonly Occurrence[]): Context {
  const context = new Map<string, Map<string, number>>();
  const note = (name: string, key: string, weight: number) => {
    const words = context.get(name) ?? new Map<string, number>();
    context.set(name, words.set(key, Math.max(words.get(key) ?? 0, weight)));
  };
  for (const { key, senses, inner } of occurrences) {
    for (const { conceptToken, field, needsSupport } of inner.length === 0 ? senses : [...senses, ...inner]) {
      note(conceptToken, key, needsSupport ? 0.5 : 1);
      note(field, key, needsSupport ? 0.5 : 1);
    }
  }
  return context;
}

/** One other word of the same concept, or two of the same field. */
const enoughSupport = 0.4;
const plentyOfSupport = 1;
/** A question has few words: each tells. */
const anySupport = 0.1;

/** The senses that a phrase has among these others: the usual ones, unless the others support an unusual one more. */
function sensesIn({ key, senses }: Occurrence, context: Context, enough: number): readonly Sense[] {
  if (!senses.some(({ needsSupport }) => needsSupport)) return senses;
  const others = (name: string) =>
    [...(context.get(name) ?? [])].reduce((sum, [word, weight]) => (word === key ? sum : sum + weight), 0);
  const weighed = senses.map((sense) => ({
    sense,
    support: others(sense.conceptToken) + sense.shareOfField * others(sense.field),
  }));
  const most = (needsSupport: boolean) =>
    Math.max(0, ...weighed.filter(({ sense }) => sense.needsSupport === needsSupport).map(({ support }) => support));
  const [best, usual] = [most(true), most(false)];
  const isUnusual = best >= enough && best > usual;
  // Where both are spoken for, both are meant: who lives in Lisbon may speak Portuguese.
  const isBoth = !isUnusual && best >= plentyOfSupport && best >= 0.5 * usual;
  return weighed
    .filter(({ sense, support }) =>
      sense.needsSupport ? (isUnusual || isBoth) && support >= 0.75 * best : !isUnusual || support >= best,
    )
    .map(({ sense }) => sense);
}

function topicsOfOccurrence(occurrence: Occurrence, context: Context, reading: Reading): Topic[] {
  const supported = sensesIn(occurrence, context, reading === 'asks' ? anySupport : enoughSupport);
  const isEveryday = isEmpty({ stem: occurrence.key, root: occurrence.root });
  const own = supported.length === 0 && reading === 'asks' && !isEveryday ? occurrence.senses : supported;
  if (own.length === 0) return isEveryday && reading !== 'knows' ? [] : [wordTopic(occurrence)];
  const senses = (reading === 'knows' ? [...own, ...occurrence.inner] : own).filter(({ isContext }) => !isContext);
  if (reading === 'knows') return senses.flatMap((sense) => knownTopics(sense, occurrence));
  return [...senses.flatMap((sense) => soughtTopics(sense, occurrence)), ...countriesOf(senses, occurrence)];
}

const topicOf = (kind: Topic['kind'], token: string, { said, stance }: Occurrence, weight = 1): Topic => ({
  token,
  kind,
  said,
  weight,
  stance,
});

const wordTopic = (occurrence: Occurrence): Topic => topicOf('word', occurrence.root, occurrence);

/** Whoever lives in Denmark may well speak Danish, though the entry does not say so. */
function countriesOf(senses: readonly Sense[], occurrence: Occurrence): Topic[] {
  if (!senses.some(({ field }) => field === 'languages')) return [];
  const countries = occurrence.senses.filter(({ field }) => field === 'places');
  return countries.map(({ conceptToken }) => topicOf('concept', conceptToken, occurrence, 0.3));
}

function knownTopics(sense: Sense, occurrence: Occurrence): Topic[] {
  const { senseToken, conceptToken, generalToken, scope } = sense;
  return [
    topicOf('sense', occurrence.stance === 'was' ? `${senseToken}/past` : senseToken, occurrence),
    topicOf('concept', conceptToken, occurrence),
    ...(scope === 'general' ? [topicOf('concept', generalToken, occurrence)] : []),
  ];
}

/**
 * Who asks for a country means its towns too; who asks for a town may make do with the country as such, and with who once was there,
 * but not with the continent.
 */
function soughtTopics(
  { senseToken, conceptToken, generalToken, scope, field }: Sense,
  occurrence: Occurrence,
): Topic[] {
  const wider = field === 'continents' ? [] : [topicOf('concept', generalToken, occurrence, 0.5)];
  return [
    topicOf('sense', senseToken, occurrence),
    topicOf('sense', `${senseToken}/past`, occurrence, 0.4),
    ...(scope === 'particular' ? wider : [topicOf('concept', conceptToken, occurrence)]),
  ];
}
