// What a text speaks of: its words, and the concepts that `kindred-words.ts` gives them. A word with several senses takes the one that
// the words around it support, so that a maker of potato chips is nobody for an engineer who wants to design chips.
import {
  formsOf,
  type Phrase,
  phrasesFrom,
  type Sense,
  stemOf,
  stemsBehind,
  type Word,
  wordsIn,
} from './vocabulary.ts';

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
}

/**
 * What a text is read for. Who *knows* a special thing knows the general one too (an employment lawyer is a lawyer); who *seeks* the
 * special thing does not seek the general. What is *asked* in a few words, with nothing around them, may be meant in any sense.
 */
export type Reading = 'knows' | 'seeks' | 'asks';

/** The topics of texts that belong together (one entry's tags, background, …), text by text: all of them decide which sense a word has. */
export function topicsOf(texts: readonly string[], reading: Reading): Topic[][] {
  const found = texts.map((text) => occurrencesIn(wordsIn(text)));
  const context = contextOf(found.flat());
  return found.map((occurrences) =>
    occurrences.flatMap((occurrence) => topicsOfOccurrence(occurrence, context, reading)),
  );
}

/** A quick look whether texts can have any of these topics at all: false is sure, true is not. */
export function mayTouch(tokens: Iterable<string>): (texts: readonly string[]) => boolean {
  const stems = stemsBehind(tokens);
  const isOne = (written: string): boolean => {
    const { stem, bare } = formsOf(written);
    return stems.has(stem) || (bare !== null && stems.has(bare));
  };
  return (texts) => texts.some((text) => text !== '' && text.split(betweenWords).some(isOne));
}

const betweenWords = /[^\p{L}\p{M}\p{N}'’]+/u;

interface Occurrence {
  readonly said: string;
  readonly key: string;
  readonly senses: readonly Sense[];
  readonly inner: readonly Sense[];
  /** Where somebody came from or was, not where they are. */
  readonly isPast: boolean;
}

/** Known phrases, the longest at each place, and between them the other words that mean something. */
function occurrencesIn(words: readonly Word[]): Occurrence[] {
  const found: Occurrence[] = [];
  for (let at = 0; at < words.length; ) {
    const candidates = phrasesAt(words, at);
    for (const phrase of candidates) {
      const end = phrase.hasGap ? endAcrossGap(words, at, phrase) : null;
      if (end !== null) found.push({ said: said(words, at, end), ...phrase, isPast: false });
    }
    const phrase = candidates.find(
      ({ hasGap, stems }) => !hasGap && (stems.length === 1 || standsAt(words, at, stems)),
    );
    const length = phrase?.stems.length ?? 1;
    if (phrase !== undefined) found.push(occurrenceOf(phrase, words, at));
    else found.push(...unknownWord(words[at]));
    at += length;
  }
  return found;
}

function occurrenceOf({ key, stems, senses, inner }: Phrase, words: readonly Word[], at: number): Occurrence {
  const end = at + stems.length;
  const written = said(words, at, end);
  if (!isPlace(senses)) return { said: written, key, senses, inner, isPast: false };
  if (isElsewhere(words, end, senses))
    return { said: written, key: `${key}_elsewhere`, senses: [], inner: [], isPast: false };
  return {
    said: written,
    key,
    senses,
    inner,
    isPast: words.slice(Math.max(0, at - 3), at).some(({ stem }) => past.has(stem)),
  };
}

const unknownWord = (word: Word | undefined): Occurrence[] =>
  word === undefined || empty.has(word.stem) || word.stem.length < 2
    ? []
    : [{ said: word.written, key: word.stem, senses: [], inner: [], isPast: false }];

/** Phrases that may begin here: by the word as it stands, else by what is left of it without -ing or -ed. */
function phrasesAt(words: readonly Word[], at: number): readonly Phrase[] {
  const { stem = '', bare = null } = words[at] ?? {};
  const known = phrasesFrom(stem);
  return known.length > 0 || bare === null || empty.has(bare)
    ? known
    : phrasesFrom(bare).filter(({ stems }) => stems.length === 1);
}

/** A short phrase does not go on behind a comma. */
const standsAt = (words: readonly Word[], at: number, stems: readonly string[]): boolean =>
  stems.every(
    (wanted, i) =>
      words[at + i]?.stem === wanted &&
      (i === stems.length - 1 || stems.length > 3 || words[at + i]?.endsClause === false),
  );

const longestGap = 4;

function endAcrossGap(words: readonly Word[], at: number, { stems }: Phrase): number | null {
  const rest = stems.slice(1);
  for (let from = at + 2; from <= at + 1 + longestGap; from++) {
    if (words[from - 1]?.endsClause !== false) return null;
    if (standsAt(words, from, rest)) return from + rest.length;
  }
  return null;
}

function said(words: readonly Word[], from: number, to: number): string {
  if (to - from === 1) return words[from]?.written ?? '';
  return words
    .slice(from, to)
    .map(({ written }) => written)
    .join(' ');
}

const isPlace = (senses: readonly Sense[]): boolean => senses.some(({ field }) => field === 'places');

/** A town with another region behind it is not the well-known one: Paris, Texas. */
function isElsewhere(words: readonly Word[], next: number, senses: readonly Sense[]): boolean {
  if (words[next - 1]?.endsClause !== true) return false;
  const region = phrasesFrom(words[next]?.stem ?? '').find(({ stems }) => standsAt(words, next, stems));
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
    .map((region) => region.split(' ').map(stemOf).join('_')),
);

const past = new Set(['born', 'grew', 'raised', 'until', 'formerly', 'came', 'left', 'originally'].map(stemOf));

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

/** The senses that a phrase has among these others: the usual ones, unless the others support an unusual one more. */
function sensesIn({ key, senses }: Occurrence, context: Context): readonly Sense[] {
  if (!senses.some(({ needsSupport }) => needsSupport)) return senses;
  const others = (name: string) =>
    [...(context.get(name) ?? [])].reduce((sum, [word, weight]) => (word === key ? sum : sum + weight), 0);
  const weighed = senses.map((sense) => ({
    sense,
    support: others(sense.conceptToken) + sense.shareOfField * others(sense.field),
  }));
  const most = (needsSupport: boolean) =>
    Math.max(0, ...weighed.filter(({ sense }) => sense.needsSupport === needsSupport).map(({ support }) => support));
  const best = most(true);
  const isUnusual = best >= enoughSupport && best > most(false);
  return weighed
    .filter(({ sense, support }) =>
      sense.needsSupport ? isUnusual && support >= 0.75 * best : !isUnusual || support >= best,
    )
    .map(({ sense }) => sense);
}

function topicsOfOccurrence(occurrence: Occurrence, context: Context, reading: Reading): Topic[] {
  const { said, key, isPast } = occurrence;
  const supported = sensesIn(occurrence, context);
  const own = supported.length === 0 && reading === 'asks' ? occurrence.senses : supported;
  if (own.length === 0) return wordTopics(key, said);
  const senses = (reading === 'knows' ? [...own, ...occurrence.inner] : own).filter(({ isContext }) => !isContext);
  if (reading === 'knows') return senses.flatMap((sense) => knownTopics(sense, said, isPast));
  return [...senses.flatMap((sense) => soughtTopics(sense, said)), ...countriesOf(senses, occurrence)];
}

/** Whoever lives in Denmark may well speak Danish, though the entry does not say so. */
function countriesOf(senses: readonly Sense[], { senses: all, said }: Occurrence): Topic[] {
  if (!senses.some(({ field }) => field === 'languages')) return [];
  const countries = all.filter(({ field }) => field === 'places');
  return countries.map(({ conceptToken }) => ({ token: conceptToken, kind: 'concept', said, weight: 0.3 }));
}

function knownTopics({ senseToken, conceptToken, generalToken, scope }: Sense, said: string, isPast: boolean): Topic[] {
  return [
    { token: isPast ? `${senseToken}/past` : senseToken, kind: 'sense', said, weight: 1 },
    { token: conceptToken, kind: 'concept', said, weight: 1 },
    ...(scope === 'general' ? [{ token: generalToken, kind: 'concept', said, weight: 1 } as const] : []),
  ];
}

/**
 * Who asks for a country means its towns too; who asks for a town may make do with the country as such, and with who once was there,
 * but not with the continent.
 */
function soughtTopics({ senseToken, conceptToken, generalToken, scope, field }: Sense, said: string): Topic[] {
  const wider: readonly Topic[] =
    field === 'continents' ? [] : [{ token: generalToken, kind: 'concept', said, weight: 0.5 }];
  return [
    { token: senseToken, kind: 'sense', said, weight: 1 },
    { token: `${senseToken}/past`, kind: 'sense', said, weight: 0.4 },
    ...(scope === 'particular' ? wider : [{ token: conceptToken, kind: 'concept', said, weight: 1 } as const]),
  ];
}

function wordTopics(key: string, said: string): Topic[] {
  const token = formsOf(key).bare ?? key;
  return empty.has(token) || empty.has(key) || /^\p{N}+$/u.test(key) ? [] : [{ token, kind: 'word', said, weight: 1 }];
}

/** Words that say nothing about what somebody knows or seeks. */
const empty = new Set(
  (
    'a an the and or but nor so yet if then than that this these those there here it its he she they we you i me him her them us his hers their our your my mine myself himself herself who whom whose which what when where why how ' +
    'be is are was were been being am do does did done doing have has had having can could will would shall should may might must ' +
    'at in on of for from to with without by about as into onto over under up down out off through between among against before after during until since per via around across near behind above below within along ' +
    'not no yes all any some each every both either neither many much more most few less least other another same such own only just very too also even still again ever never always often sometimes soon now today already once twice ' +
    'one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million first second third last next new old big bigger small smaller large larger good better best great nice real right wrong whole half ' +
    'get gets got getting go goes going went gone come comes came coming make makes made making take takes took taken taking give gives gave given put puts see sees saw seen look looks looking want wants wanted wish like likes would love need needs needed ' +
    'know knows knew known think thinks thought say says said tell tells told ask asks asked talk talks talking speak hear heard meet meets met meeting find finds found help helps helped helping learn learns learned understand keep keeps kept let lets work works worked working use uses used using try tries tried ' +
    'run runs running ran start starts started become becomes became turn turns turned turning bring brings brought set sets show shows begin began begun stay stayed live lives lived feel feels mean means hold holds held move moves moved moving become call calls called read reads write writes ' +
    'people person somebody someone anybody anyone everybody everyone nobody others friend friends colleague man woman men women thing things something anything everything nothing way ways lot lots kind sort sorts bit part parts place places time times day days week weeks month months year years morning evening night nights summer winter spring autumn ' +
    'far long short high low early late little properly really honestly perhaps maybe quite rather almost nearly mostly soon enough well away back ago together alone directly hand hands side name names end ends number life job jobs world ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december ' +
    'advice team company companies firm business group member members head team office experience expert experts professional contact contacts'
  )
    .split(' ')
    .map(stemOf),
);
