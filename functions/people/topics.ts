// What a text speaks of: its words brought to one form, and the concepts that `kindred-words.ts` gives them. A word with several senses
// takes the one that the words around it support, so that a maker of potato chips is nobody for an engineer who wants to design chips.
import { kindredWords } from './kindred-words.ts';
import { fold } from './names.ts';

export interface Topic {
  /** What two texts are compared by; without blanks. */
  readonly token: string;
  /**
   * `word`: no known sense, or none that the text supports. `sense`: this very word or phrase in this sense.
   * `concept`: whatever is called by one of its kindred words. `field`: whatever is of the same field.
   */
  readonly kind: 'word' | 'sense' | 'concept' | 'field';
  /** The words as written, for giving reasons. */
  readonly said: string;
}

/** The topics of texts that belong together (one entry's tags, background, …), text by text: all of them decide which sense a word has. */
export function topicsOf(texts: readonly string[]): Topic[][] {
  const found = texts.map((text) => occurrencesIn(wordsIn(text)));
  const context = contextOf(found.flat());
  return found.map((occurrences) => occurrences.flatMap((occurrence) => topicsOfOccurrence(occurrence, context)));
}

interface Sense {
  readonly concept: string;
  readonly field: string;
  /** Counts only where other words of the field stand near. */
  readonly needsSupport: boolean;
}

interface Phrase {
  readonly stems: readonly string[];
  /** Words between the first and the second stem are allowed. */
  readonly hasGap: boolean;
  readonly senses: Sense[];
}

type Vocabulary = ReadonlyMap<string, readonly Phrase[]>;

let vocabulary: Vocabulary | undefined;

/** First stem → phrases that begin with it, longest first. Read when first asked for: most mails never need it. */
function phrasesFrom(stem: string): readonly Phrase[] {
  vocabulary ??= readVocabulary(kindredWords);
  return vocabulary.get(stem) ?? [];
}

function readVocabulary(text: string): Vocabulary {
  const byKey = new Map<string, Phrase>();
  let field = '';
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    if (line.startsWith('#')) {
      field = line.slice(1).trim();
      continue;
    }
    const [concept = '', words = ''] = line.split(':').map((piece) => piece.trim());
    for (const written of [concept, ...words.split(',')].map((word) => word.trim())) {
      const hasGap = written.includes('…');
      const stems = wordsIn(written).map((word) => word.stem);
      const key = `${stems.join(' ')}${hasGap ? '…' : ''}`;
      const phrase = byKey.get(key) ?? { stems, hasGap, senses: [] };
      const needsSupport = written.startsWith('?');
      const isTold = phrase.senses.some((sense) => sense.concept === concept && sense.field === field);
      if (stems.length > 0 && !isTold) phrase.senses.push({ concept, field, needsSupport });
      byKey.set(key, phrase);
    }
  }
  const byFirst = Map.groupBy(
    [...byKey.values()].filter(({ stems }) => stems.length > 0),
    ({ stems }) => stems[0] ?? '',
  );
  for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return byFirst;
}

interface Word {
  readonly written: string;
  readonly stem: string;
  /** A comma, or the end of a sentence, stands behind it. */
  readonly endsClause: boolean;
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’]*)([^\p{L}\p{M}\p{N}]*)/gu)].map(
    ([, written = '', between = '']) => ({
      written,
      stem: stem(fold(written.replace(/['’]s$/u, ''))),
      endsClause: /[,.;:!?()]/.test(between),
    }),
  );
}

/** One form for the forms of an English word: plural, -ing, -ed, -ise and -ize, a final e. Rough, and the same on both sides. */
export function stem(word: string): string {
  if (word.length <= 3 || kept.has(word) || !/^[a-z]+$/.test(word)) return word;
  const singular = word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : /(?:ss|sh|ch|x|z)es$/.test(word)
      ? word.slice(0, -2)
      : /[^suai]s$/.test(word)
        ? word.slice(0, -1)
        : word;
  const british = singular
    .replace(/yz(?=e|ing|ed)/, 'ys')
    .replace(/iz(?=e$|ed$|er$|ing$|ation$)/, 'is')
    .replace(/our(?=$|ed$|ing$)/, 'or')
    .replace(/mme$/, 'm')
    .replace(/tre$/, 'ter')
    .replace(/ence$/, 'ense');
  const bare = british.replace(/^(.*[aeiouy].*[^e])(?:ing|ed)$/, '$1');
  const root = bare.length >= 3 ? bare : british;
  return root.replace(/([bdfgmnprt])\1$/, '$1').replace(/(?<=...)e$/, '');
}

/** Where the ending makes another word. */
const kept = new Set(
  'marketing housing clothing wedding bearing during news goods glasses arts series species business lens'.split(' '),
);

interface Occurrence {
  readonly said: string;
  readonly key: string;
  readonly senses: readonly Sense[];
  /** Where somebody came from or was, not where they are. */
  readonly isPast: boolean;
}

/** Known phrases, the longest at each place, and between them the other words that mean something. */
function occurrencesIn(words: readonly Word[]): Occurrence[] {
  const found: Occurrence[] = [];
  for (let at = 0; at < words.length; ) {
    const candidates = phrasesFrom(words[at]?.stem ?? '');
    for (const phrase of candidates) {
      const end = phrase.hasGap ? endAcrossGap(words, at, phrase) : null;
      if (end !== null)
        found.push({
          said: saidBetween(words, at, end),
          key: `${phrase.stems.join('_')}…`,
          senses: phrase.senses,
          isPast: false,
        });
    }
    const phrase = candidates.find(({ hasGap, stems }) => !hasGap && standsAt(words, at, stems));
    const length = phrase?.stems.length ?? 1;
    const word = words[at];
    if (phrase !== undefined) {
      const elsewhere = isElsewhere(words, at + length, phrase.senses);
      found.push({
        said: saidBetween(words, at, at + length),
        key: phrase.stems.join('_') + (elsewhere ? '_elsewhere' : ''),
        senses: elsewhere ? [] : phrase.senses,
        isPast:
          isPlace(phrase.senses) && words.slice(Math.max(0, at - 3), at).some(({ stem: before }) => past.has(before)),
      });
    } else if (word !== undefined && !empty.has(word.stem) && word.stem.length > 1) {
      found.push({ said: word.written, key: word.stem, senses: [], isPast: false });
    }
    at += length;
  }
  return found;
}

const standsAt = (words: readonly Word[], at: number, stems: readonly string[]): boolean =>
  stems.every(
    (wanted, i) =>
      words[at + i]?.stem === wanted && (i === stems.length - 1 || !words[at + i]?.endsClause || stems.length > 3),
  );

const longestGap = 4;

function endAcrossGap(words: readonly Word[], at: number, { stems }: Phrase): number | null {
  const rest = stems.slice(1);
  for (let from = at + 2; from <= at + 1 + longestGap; from++) {
    if (words[from - 1]?.endsClause && words[from - 1] !== undefined) return null;
    if (standsAt(words, from, rest)) return from + rest.length;
  }
  return null;
}

const saidBetween = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map(({ written }) => written)
    .join(' ');

const isPlace = (senses: readonly Sense[]): boolean => senses.some(({ field }) => field === 'places');

/** A town with another region behind it is not the well-known one: Paris, Texas. */
function isElsewhere(words: readonly Word[], next: number, senses: readonly Sense[]): boolean {
  if (!isPlace(senses) || !words[next - 1]?.endsClause) return false;
  const region = phrasesFrom(words[next]?.stem ?? '').find(({ stems }) => standsAt(words, next, stems));
  if (region === undefined || !regions.has(region.stems.join(' '))) return false;
  return !region.senses.some(({ concept }) => senses.some((sense) => sense.concept === concept));
}

const regions = new Set(
  (
    'maine,vermont,new hampshire,massachusetts,rhode island,connecticut,new york,pennsylvania,maryland,virginia,north carolina,south carolina,florida,alabama,louisiana,tennessee,kentucky,' +
    'ohio,michigan,illinois,indiana,wisconsin,minnesota,iowa,missouri,kansas,nebraska,texas,colorado,utah,arizona,nevada,california,oregon,idaho,montana,ontario,alberta,manitoba'
  )
    .split(',')
    .map((region) =>
      wordsIn(region)
        .map((word) => word.stem)
        .join(' '),
    ),
);

const past = new Set(['born', 'grew', 'rais', 'until', 'formerly', 'came', 'left', 'originally']);

interface Context {
  readonly concepts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Concept and field → the different words that speak for it; one that itself needs support speaks half. */
function contextOf(occurrences: readonly Occurrence[]): Context {
  const concepts = new Map<string, Map<string, number>>();
  const fields = new Map<string, Map<string, number>>();
  const note = (map: Map<string, Map<string, number>>, name: string, key: string, weight: number) => {
    const words = map.get(name) ?? new Map<string, number>();
    map.set(name, words.set(key, Math.max(words.get(key) ?? 0, weight)));
  };
  for (const { key, senses } of occurrences) {
    for (const sense of senses) {
      const weight = sense.needsSupport ? 0.5 : 1;
      note(concepts, sense.concept, key, weight);
      note(fields, sense.field, key, weight);
    }
  }
  return { concepts, fields };
}

/** The senses that a phrase has among these others. */
function sensesIn({ key, senses }: Occurrence, context: Context): readonly Sense[] {
  if (senses.length === 0 || senses.every((sense) => !sense.needsSupport)) return senses;
  const others = (words: ReadonlyMap<string, number> | undefined) =>
    [...(words ?? [])].reduce((sum, [word, weight]) => (word === key ? sum : sum + weight), 0);
  const support = (sense: Sense) =>
    2 * others(context.concepts.get(sense.concept)) + others(context.fields.get(sense.field));
  const weighed = senses.map((sense) => ({ sense, support: support(sense) }));
  const usual = Math.max(0, ...weighed.filter(({ sense }) => !sense.needsSupport).map((one) => one.support));
  const best = Math.max(...weighed.filter(({ sense }) => sense.needsSupport).map((one) => one.support));
  const isOther = best >= 1 && best > usual;
  return weighed
    .filter(({ sense, support }) =>
      sense.needsSupport ? isOther && support >= best * 0.75 : !isOther || support >= best,
    )
    .map(({ sense }) => sense);
}

const joined = (text: string): string => text.replace(/\s+/g, '_');

function topicsOfOccurrence(occurrence: Occurrence, context: Context): Topic[] {
  const { said, key, isPast } = occurrence;
  const senses = sensesIn(occurrence, context);
  if (senses.length === 0) return empty.has(key) ? [] : [{ token: key, kind: 'word', said }];
  const fields = [...new Set(senses.map(({ field }) => field))];
  return [
    ...(isPast ? [] : fields.map((field): Topic => ({ token: `${key}/${joined(field)}`, kind: 'sense', said }))),
    ...senses.map(
      ({ concept, field }): Topic => ({ token: `${joined(concept)}//${joined(field)}`, kind: 'concept', said }),
    ),
    ...fields
      .filter((field) => field !== 'places' && field !== 'languages')
      .map((field): Topic => ({ token: `///${joined(field)}`, kind: 'field', said })),
  ];
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
    .map(stem),
);
