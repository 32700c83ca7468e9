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

function stemsInside({ stems, senses }: Phrase): { key: string; senses: readonly Sense[] }[] {
  if (stems.length === 1) return [];
  return stems.flatMap((key) => {
    const whole = phrasesFrom(key).find((phrase) => phrase.stems.length === 1);
    const akin = whole?.senses.filter((sense) => senses.some(({ field }) => field === sense.field)) ?? [];
    return akin.length === 0 ? [] : [{ key, senses: akin }];
  });
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

/** Singular, British spelling, no final e: the form in which words are compared. Rough, and the same on both sides. */
export function stem(word: string): string {
  if (word.length <= 3 || kept.has(word) || !/^[a-z]+$/.test(word)) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/(?<=[^suai])s$/, '')
    .replace(/yz(?=e$|ed$|er$|ing$)/, 'ys')
    .replace(/iz(?=e$|ed$|er$|ing$|ation$)/, 'is')
    .replace(/our(?=$|ed$|ing$|er$)/, 'or')
    .replace(/mme$/, 'm')
    .replace(/tre$/, 'ter')
    .replace(/ence$/, 'ense')
    .replace(/(?<=...)e$/, '');
}

/** Where the ending belongs to the word. */
const kept = new Set('news goods glasses arts series species business lens physics'.split(' '));

/** Without -ing or -ed, for words that the vocabulary does not have in this form; null where too little would be left. */
function uninflected(stemmed: string): string | null {
  const bare = stemmed.replace(/(?:ing|ed)$/, '').replace(/([bdgmnprt])\1$/, '$1');
  return bare !== stemmed && bare.length >= 4 ? bare : null;
}

interface Occurrence {
  readonly said: string;
  readonly key: string;
  readonly senses: readonly Sense[];
  /** Of the phrase's own words those that mean something of the same field by themselves: lawyer in “employment lawyer”. */
  readonly inner: readonly { readonly key: string; readonly senses: readonly Sense[] }[];
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
      if (end !== null)
        found.push({
          said: saidBetween(words, at, end),
          key: `${phrase.stems.join('_')}…`,
          senses: phrase.senses,
          inner: [],
          isPast: false,
        });
    }
    const phrase = candidates.find(
      ({ hasGap, stems }) => !hasGap && (stems.length === 1 || standsAt(words, at, stems)),
    );
    const length = phrase?.stems.length ?? 1;
    const word = words[at];
    if (phrase !== undefined) {
      const elsewhere = isElsewhere(words, at + length, phrase.senses);
      found.push({
        said: saidBetween(words, at, at + length),
        key: phrase.stems.join('_') + (elsewhere ? '_elsewhere' : ''),
        senses: elsewhere ? [] : phrase.senses,
        inner: elsewhere ? [] : stemsInside(phrase),
        isPast:
          isPlace(phrase.senses) && words.slice(Math.max(0, at - 3), at).some(({ stem: before }) => past.has(before)),
      });
    } else if (word !== undefined && !empty.has(word.stem) && word.stem.length > 1) {
      found.push({ said: word.written, key: word.stem, senses: [], inner: [], isPast: false });
    }
    at += length;
  }
  return found;
}

/** Phrases that may begin here: by the word as it stands, else by what is left of it without -ing or -ed. */
function phrasesAt(words: readonly Word[], at: number): readonly Phrase[] {
  const stemmed = words[at]?.stem ?? '';
  const known = phrasesFrom(stemmed);
  const bare = uninflected(stemmed);
  return known.length > 0 || bare === null || empty.has(bare)
    ? known
    : phrasesFrom(bare).filter(({ stems }) => stems.length === 1);
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
  for (const { key, senses, inner } of occurrences) {
    for (const sense of [...senses, ...inner.flatMap((one) => one.senses)]) {
      const weight = sense.needsSupport ? 0.5 : 1;
      note(concepts, sense.concept, key, weight);
      note(fields, sense.field, key, weight);
    }
  }
  return { concepts, fields };
}

/** One other word of the same concept, or two of the same field. */
const enoughSupport = 0.4;
const shareOfField = 0.2;

/** The senses that a phrase has among these others. */
function sensesIn({ key, senses }: Occurrence, context: Context): readonly Sense[] {
  if (senses.length === 0 || senses.every((sense) => !sense.needsSupport)) return senses;
  const others = (words: ReadonlyMap<string, number> | undefined) =>
    [...(words ?? [])].reduce((sum, [word, weight]) => (word === key ? sum : sum + weight), 0);
  const support = (sense: Sense) =>
    others(context.concepts.get(sense.concept)) + shareOfField * others(context.fields.get(sense.field));
  const weighed = senses.map((sense) => ({ sense, support: support(sense) }));
  const usual = Math.max(0, ...weighed.filter(({ sense }) => !sense.needsSupport).map((one) => one.support));
  const best = Math.max(...weighed.filter(({ sense }) => sense.needsSupport).map((one) => one.support));
  const isOther = best >= enoughSupport && best > usual;
  return weighed
    .filter(({ sense, support }) =>
      sense.needsSupport ? isOther && support >= best * 0.75 : !isOther || support >= best,
    )
    .map(({ sense }) => sense);
}

const joined = (text: string): string => text.replace(/\s+/g, '_');

function topicsOfOccurrence(occurrence: Occurrence, context: Context, reading: Reading): Topic[] {
  const { said, key, isPast } = occurrence;
  const supported = sensesIn(occurrence, context);
  const senses = supported.length === 0 && reading === 'asks' ? occurrence.senses : supported;
  if (senses.length === 0) return wordTopics(key, said);
  const inner = reading === 'knows' ? occurrence.inner : [];
  const all = [{ key, senses }, ...inner];
  const fieldTopics = [...new Set(senses.map(({ field }) => field))]
    .filter((field) => field !== 'places' && field !== 'languages')
    .map((field): Topic => ({ token: `///${joined(field)}`, kind: 'field', said }));
  return [
    ...(isPast ? [] : all.flatMap((one) => senseTopics(one, said))),
    ...all.flatMap((one) => one.senses.map((sense) => conceptTopic(sense, said))),
    ...fieldTopics,
  ];
}

function wordTopics(key: string, said: string): Topic[] {
  const bare = uninflected(key) ?? key;
  return empty.has(key) || empty.has(bare) || /^\p{N}+$/u.test(key) ? [] : [{ token: bare, kind: 'word', said }];
}

const senseTopics = (
  { key, senses }: { readonly key: string; readonly senses: readonly Sense[] },
  said: string,
): Topic[] =>
  [...new Set(senses.map(({ field }) => field))].map((field) => ({
    token: `${key}/${joined(field)}`,
    kind: 'sense',
    said,
  }));

const conceptTopic = ({ concept, field }: Sense, said: string): Topic => ({
  token: `${joined(concept)}//${joined(field)}`,
  kind: 'concept',
  said,
});

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
