import { describe, expect, test } from 'vitest';
import { kindredPlaces } from '../../functions/people/kindred-places.ts';
import { kindredWords } from '../../functions/people/kindred-words.ts';
import { mayTouch, topicsOf } from '../../functions/people/topics.ts';
import { phrasesFrom } from '../../functions/people/vocabulary.ts';
import { formsOf, stemOf } from '../../functions/people/word-forms.ts';

const concepts = (text: string, reading: 'knows' | 'seeks' | 'asks' = 'knows') => [
  ...new Set(
    topicsOf([text], reading)[0]?.flatMap(({ kind, token }) =>
      kind === 'concept' ? [token.split('//')[0]?.replaceAll('_', ' ')] : [],
    ),
  ),
];

describe('a word takes the sense that the words around it support', () => {
  test.each([
    ['Designs chips and circuit boards.', 'semiconductors'],
    ['Fries chips: potato chips, crisps and other snacks.', 'snacks'],
    ['Flies drones for roof inspections.', 'drones'],
    ['Raises crickets and mealworms.', 'insects'],
    ['Plays bass in a jazz trio.', 'jazz and pop'],
    ['Fishes for bass and trout.', 'fishing'],
    ['Curator of a museum of emigration.', 'immigration history'],
    ['Teaches after a stroke: speech therapist.', 'rehabilitation'],
    ['Shoots and edits short films.', 'film'],
    ['Keeps bees; sells queens and drones from forty hives.', 'beekeeping'],
    ['Writes Java services on the JVM.', 'java'],
    ['Exports teak from Java and Bali.', 'indonesia'],
    ['Roasts coffee, Java above all, for two cafés.', 'coffee'],
    ['Plants wheat and sells seed to farms.', 'crops'],
    ['Leads seed rounds for first-time founders.', 'raising money'],
    ['Tries cases before a jury; two hundred trials.', 'litigation'],
    ['Coordinates trials: study protocols, phase III.', 'clinical trials'],
    ['Makes neon signs for shops.', 'signs'],
    ['Deaf; signs and teaches signing.', 'sign language'],
    ['Stocks the shelves: inventory, supply chain and stock control.', 'supply chain'],
    ['Buys stocks and bonds.', 'stock market'],
    ['Agent for homes: real estate, first-time buyers.', 'real estate'],
    ['An agent who reads manuscripts and represents novelists.', 'literary agents'],
  ])('%s → %s', (text, concept) => expect(concepts(text)).toContain(concept));

  test.each([
    ['Fries chips: potato chips, crisps and other snacks.', 'semiconductors'],
    ['Keeps bees; sells queens and drones from forty hives.', 'drones'],
    ['Exports teak from Java and Bali.', 'java'],
    ['Plants wheat and sells seed to farms.', 'raising money'],
    ['Makes shoes of patent leather.', 'intellectual property'],
    ['Shoots and edits short films.', 'publishing'],
    ['Solar physicist.', 'solar energy'],
    ['A software factory for insurers.', 'manufacturing'],
    ['Breeds Portuguese water dogs.', 'portuguese'],
    ['Would like to get into running clinical trials.', 'fitness'],
  ])('%s is not about %s', (text, concept) => expect(concepts(text)).not.toContain(concept));

  test.each([
    ['Would like to raise a seed round this spring.', 'java'],
    ['Was stuck in a traffic jam.', 'grocery'],
    ['A round table, used as a sounding board.', 'boards of directors'],
    ['Keeps a shop at the corner.', 'crops'],
  ])('%s: what is only a way of speaking is no topic', (text, concept) =>
    expect(concepts(text)).not.toContain(concept),
  );

  test('a word alone has its usual sense; what is asked may be meant in any, where there is no usual one', () => {
    expect(concepts('chips')).toEqual(['semiconductors']);
    expect(concepts('agent', 'seeks')).toEqual([]);
    expect(concepts('agent', 'asks')).toEqual(expect.arrayContaining(['literary agents', 'real estate']));
  });
});

test('who knows the special thing knows the general one; who seeks it does not seek the general one', () => {
  expect(concepts('employment lawyer', 'knows')).toEqual(expect.arrayContaining(['employment law', 'lawyer']));
  expect(concepts('employment lawyer', 'seeks')).toEqual(['employment law']);
});

describe('how a text stands to what it speaks of', () => {
  test.each([
    ['Teaches at a village school.', 'is'],
    ['Taught until 2019; was a teacher.', 'was'],
    ['Not interested in teaching.', 'rejects'],
    ['Tired of teaching, would rather build boats.', 'rejects'],
    ['Leave teaching and build boats.', 'rejects'],
    ['Has never stood in a classroom.', 'lacks'],
    ['Builds boats and looks for teachers.', 'wants'],
    ['Helps whoever wants to become a teacher.', 'is'],
    ['Not only a teacher.', 'is'],
    ['Never late, teaches on Sundays.', 'is'],
    ['Short of boats, not of teachers.', 'lacks'],
  ])('%s: %s', (text, stance) => {
    const found = topicsOf([text], 'knows')[0]?.filter(({ token }) => token.startsWith('teaching//'));
    expect(found?.at(-1)?.stance).toBe(stance);
  });
});

test.each([
  ['Sold the family company in 2015.', true],
  ['Sold her share of the business.', true],
  ['Sells companies office furniture.', false],
  ['Sold tickets. Company drivers know her.', false],
])('words that belong together may have others between, not a full stop: %s', (text, is) => {
  expect(concepts(text).includes('selling a business')).toBe(is);
});

describe('places', () => {
  test.each([
    ['Lives in Lisbon.', 'portugal', true],
    ['Keeps a shop in Lisbon, Maine.', 'portugal', false],
    ['Offices in Lisbon, Madrid and Rome.', 'portugal', true],
    ['Speaks Danish and Swedish.', 'danish', true],
    ['Bakes Danish pastry.', 'danish', false],
    ['Has a studio in Copenhagen; works in Danish, French and English.', 'danish', true],
    ['Has a studio in Copenhagen; works in Danish, French and English.', 'denmark', true],
  ])('%s speaks of %s: %s', (text, concept, is) => expect(concepts(text).includes(concept)).toBe(is));

  const shared = (asked: string, known: string) => {
    const tokens = new Map(topicsOf([asked], 'asks')[0]?.map(({ token, weight }) => [token, weight]));
    return Math.max(0, ...(topicsOf([known], 'knows')[0] ?? []).map(({ token }) => tokens.get(token) ?? 0));
  };
  test.each([
    ['Kenya', 'Lives in Nairobi.', 1],
    ['Nairobi', 'Lives in Nairobi.', 1],
    ['Nairobi', 'Sells flowers all over Kenya.', 0.5],
    ['Nairobi', 'Grew up in Nairobi.', 0.4],
    ['Nairobi', 'Lives in Mombasa.', 0],
    ['Africa', 'Lives in Nairobi.', 1],
  ])('who asks for %s is told %j by a share of %d', (asked, known, share) => expect(shared(asked, known)).toBe(share));
});

test.each([
  ['companies', 'company'],
  ['licences', 'license'],
  ['programmes', 'program'],
  ['digitised', 'digitized'],
  ['labour', 'labor'],
  ['centres', 'centers'],
  ['analyse', 'analyze'],
])('%s and %s are one word', (a, b) => expect(stemOf(a)).toBe(stemOf(b)));

test.each([
  ['news', 'new'],
  ['hearing', 'hear'],
  ['training', 'train'],
])('%s and %s are two words', (a, b) => expect(stemOf(a)).not.toBe(stemOf(b)));

test.each([
  ['welder', 'welding'],
  ['installs', 'installation'],
  ['investor', 'invests'],
  ['negotiator', 'negotiates'],
  ['violinist', 'violins'],
  ['restores', 'restoration'],
  ['maker', 'making'],
])('%s and %s are of one root', (a, b) => expect(formsOf(a).root).toBe(formsOf(b).root));

test.each([
  ['corner', 'corn'],
  ['planes', 'planner'],
  ['station', 'state'],
  ['restores', 'rests'],
  ['policy', 'police'],
  ['department', 'departs'],
])('%s and %s are not', (a, b) => expect(formsOf(a).root).not.toBe(formsOf(b).root));

test('a quick look never misses a text that has the topic', () => {
  for (const text of [
    'An employment lawyer.',
    'Interpreted for courts.',
    'Sold the family company.',
    'Zymurgy for beginners.',
  ]) {
    for (const { token } of topicsOf([text], 'knows')[0] ?? []) expect(mayTouch([token])([text])).toBe(true);
  }
  expect(mayTouch(['beekeeping//animals'])(['An employment lawyer.'])).toBe(false);
});

describe('the list of kindred words is well kept', () => {
  const lines = `${kindredWords}${kindredPlaces}`.split('\n').filter((line) => line !== '');

  test('a line is a field, or a concept with its words', () => {
    for (const line of lines) expect(line).toMatch(/^(?:# [a-z ]+!?|[\p{Ll}\p{N}'&, -]+: \S.*\S)$/u);
  });

  test('no word stands twice under one concept', () => {
    for (const line of lines.filter((each) => !each.startsWith('#'))) {
      const words = line
        .slice(line.indexOf(':') + 1)
        .split(/[,;]/)
        .map((word) => word.trim());
      expect(words.filter((word, i) => word !== '' && words.indexOf(word) !== i)).toEqual([]);
    }
  });
});

test('every kindred word that needs support has a concept with words that need none', () => {
  const all = ['drone', 'chip', 'seed', 'trial', 'agent', 'stock', 'board', 'lease', 'port', 'court'].flatMap((word) =>
    phrasesFrom(formsOf(word)),
  );
  const supported = all.flatMap(({ senses }) => senses).filter(({ needsSupport }) => needsSupport);
  expect(supported.length).toBeGreaterThan(5);
});
