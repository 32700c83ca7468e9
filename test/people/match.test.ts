import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Match, type Mentioned, matchMention } from '../../functions/people/match.ts';
import { fold } from '../../functions/people/names.ts';
import { type NewEntry, newPerson, type Person } from '../../functions/people/person.ts';
import { shortForms } from '../../functions/people/short-forms.ts';

const entries: (Partial<NewEntry> & { name: string })[] = [
  { name: 'Ruth Calloway', addresses: ['ruth@calloway.test'], organisation: 'Calloway Timber' },
  { name: 'Ruth Callahan', addresses: ['rcallahan@hollybank.test'], organisation: 'Hollybank' },
  { name: 'Margaret "Peggy" Lund', addresses: ['m.lund@lund.test'], organisation: 'Lund & Co' },
  { name: 'Peggy Ashworth', addresses: ['peggy@ashworth.test'], organisation: 'Hollybank' },
  { name: 'Edward Stanhope', addresses: ['ted.stanhope@stanhope.test'] },
  { name: 'Edward Birch', addresses: ['ebirch@birch.test'], organisation: 'Birch Pumps' },
  { name: 'Dr. Inés Quintana-Roth', addresses: ['iquintana@clinic.test'], organisation: 'Lakeside Clinic' },
  { name: 'Juan Carlos Ibáñez', addresses: ['jci@ibanez.test'] },
  { name: 'Hendrik van der Laan', addresses: ['hvdl@laan.test'], organisation: 'Laan Shipping' },
  { name: 'Su-Bin Choi', addresses: ['subin@choi.test'], organisation: 'Hanbit' },
  { name: 'Sam Porter', addresses: ['sam.porter@quay.test'], organisation: 'Quay Partners' },
  { name: 'Sam Porter', addresses: ['sporter@meadow.test'], organisation: 'Meadow Farms' },
  { name: 'Zofia Wójcik', addresses: ['zofia@wojcik.test'] },
  { name: 'Tim Holl', addresses: ['tim@holl.test'] },
  { name: 'Timothy Hollander', addresses: ['timothy@hollander.test'] },
  { name: 'Nell Dunmore', addresses: [], kind: 'author' },
  { name: '李小龙', addresses: ['li@long.test'] },
  { name: 'Олег Сидоренко', addresses: ['oleg@sidorenko.test'] },
];
const book: Person[] = entries.map((entry, i) => newPerson(`p${i}`, { addresses: [], ...entry }));

/** Every beginning of the words as a reading, longest first, as dictated text gives them. */
const dictated = (words: string, organisation?: string): Mentioned => {
  const all = words.split(' ');
  return {
    words,
    readings: all.map((_, i) => ({
      name: all.slice(0, all.length - i).join(' '),
      end: 0,
      ...(organisation === undefined ? {} : { organisation }),
    })),
  };
};
/** One reading, as where punctuation leaves no doubt. */
const plain = (name: string, more: { organisation?: string; address?: string } = {}): Mentioned => ({
  words: name,
  readings: [
    { name, end: name.length, ...(more.organisation === undefined ? {} : { organisation: more.organisation }) },
  ],
  ...(more.address === undefined ? {} : { address: more.address }),
});
const said = (match: Match): string => {
  if ('person' in match) return `${match.kind}: ${match.person.addresses[0] ?? match.person.name}`;
  if ('people' in match)
    return `${match.kind}: ${match.people.map((person) => person.addresses[0] ?? person.name).join(', ')}`;
  return match.kind;
};

describe('one entry at the best step is meant', () => {
  test.each<[string, string, string]>([
    ['full name', 'Ruth Calloway', 'ruth@calloway.test'],
    ['either order', 'Callahan Ruth', 'rcallahan@hollybank.test'],
    ['with a comma', 'Callahan, Ruth', 'rcallahan@hollybank.test'],
    ['without accents', 'Ines Quintana-Roth', 'iquintana@clinic.test'],
    ['with another title', 'Professor Inés Quintana Roth', 'iquintana@clinic.test'],
    ['in capitals', 'ZOFIA WOJCIK', 'zofia@wojcik.test'],
    ['a middle name that the entry lacks', 'Edward James Birch', 'ebirch@birch.test'],
    ['without a middle name that it has', 'Juan Ibanez', 'jci@ibanez.test'],
    ['half of a double surname', 'Dr. Quintana', 'iquintana@clinic.test'],
    ['without particles', 'Hendrik Laan', 'hvdl@laan.test'],
    ['surname with particles', 'van der Laan', 'hvdl@laan.test'],
    ['particles written together', 'Hendrik Vanderlaan', 'hvdl@laan.test'],
    ['hyphen left out', 'Subin Choi', 'subin@choi.test'],
    ['hyphen as a blank', 'Su Bin Choi', 'subin@choi.test'],
    ['stated nickname with surname', 'Peggy Lund', 'm.lund@lund.test'],
    ['nickname that the address states', 'Ted', 'ted.stanhope@stanhope.test'],
    ['the same with surname', 'Ted Stanhope', 'ted.stanhope@stanhope.test'],
    ['surname alone', 'Ibáñez', 'jci@ibanez.test'],
    ['first name alone', 'Zofia', 'zofia@wojcik.test'],
    ['initial and surname', 'E. Birch', 'ebirch@birch.test'],
    ['usual short form with surname', 'Ted Birch', 'ebirch@birch.test'],
    ['long form of an entry in short form', 'Samuel Ibáñez', 'nobody'],
    ['an author without address', 'Nell Dunmore', 'Nell Dunmore'],
    ['Chinese', '李小龙', 'li@long.test'],
    ['Chinese given name', '小龙', 'li@long.test'],
    ['Cyrillic in either order', 'Сидоренко Олег', 'oleg@sidorenko.test'],
  ])('%s: %s', (_, name, meant) => {
    expect(said(matchMention(plain(name), book))).toBe(meant === 'nobody' ? 'none' : `one: ${meant}`);
  });

  test('a whole name goes before one that only holds it', () => {
    const people = ['Ana Duarte', 'Ana Duarte Leal'].map((name, i) =>
      newPerson(`${i}`, { name, addresses: [`${i}@x.test`] }),
    );
    expect(said(matchMention(plain('Ana Duarte'), people))).toBe('one: 0@x.test');
  });

  test('a short form is looked at only where nobody states it', () => {
    expect(said(matchMention(plain('Tim'), book))).toBe('one: tim@holl.test');
  });
});

describe('the mentor is asked', () => {
  test.each<[string, Mentioned, string]>([
    ['several have the first name', plain('Ruth'), 'several: ruth@calloway.test, rcallahan@hollybank.test'],
    ['a stated nickname is another one’s first name', plain('Peggy'), 'several: m.lund@lund.test, peggy@ashworth.test'],
    ['several have the whole name', plain('Sam Porter'), 'several: sam.porter@quay.test, sporter@meadow.test'],
    ['a misspelt surname', plain('Ruth Calowway'), 'near: ruth@calloway.test'],
    ['a misspelt name alone', plain('Zofja'), 'near: zofia@wojcik.test'],
    ['swapped letters', plain('Edward Brich'), 'near: ebirch@birch.test'],
    ['it sounds alike', plain('Edvard Birtch'), 'near: ebirch@birch.test'],
    ['a cut-off name with a short form', dictated('tim hollan'), 'near: tim@holl.test, timothy@hollander.test'],
    ['a cut-off name', dictated('zofia wojc'), 'near: zofia@wojcik.test'],
    ['a surname that nobody has behind a known first name', dictated('Zofia Baranska'), 'near: zofia@wojcik.test'],
    ['the same in dictation', dictated('zofia baranska works in gdansk'), 'near: zofia@wojcik.test'],
    ['a capitalised word behind a full name', dictated('Edward Birch Monroe'), 'near: ebirch@birch.test'],
    ['the likeliest first', dictated('Ruth Callas'), 'near: rcallahan@hollybank.test, ruth@calloway.test'],
    [
      'an organisation that says otherwise',
      plain('Zofia Wójcik', { organisation: 'Hanbit' }),
      'one: zofia@wojcik.test',
    ],
    [
      'an organisation that the only one with this name is not of',
      plain('Edward Birch', { organisation: 'Hanbit' }),
      'near: ebirch@birch.test',
    ],
    [
      'a first name with an organisation where nobody has it',
      plain('Ruth', { organisation: 'Hanbit' }),
      'near: ruth@calloway.test, rcallahan@hollybank.test',
    ],
  ])('%s', (_, mention, expected) => expect(said(matchMention(mention, book))).toBe(expected));

  test('to say more, where more than ten fit', () => {
    const many = Array.from({ length: 11 }, (_, i) => newPerson(`${i}`, { name: `Ruth Number${i}`, addresses: [] }));
    expect(matchMention(plain('Ruth'), many)).toEqual({ kind: 'too many', reading: 0 });
  });

  test('nothing, where nobody has a name like it', () => {
    expect(matchMention(plain('Bartholomew Finch'), book)).toEqual({ kind: 'none' });
    expect(matchMention(plain(''), book)).toEqual({ kind: 'none' });
  });
});

describe('an organisation narrows', () => {
  test.each<[string, Mentioned, string]>([
    ['to one of several', plain('Ruth', { organisation: 'Hollybank' }), 'rcallahan@hollybank.test'],
    ['by part of its name', plain('Sam', { organisation: 'Quay' }), 'sam.porter@quay.test'],
    ['also past the best step', plain('Peggy', { organisation: 'Lund' }), 'm.lund@lund.test'],
    ['by the address’s domain', plain('Edward', { organisation: 'Stanhope' }), 'ted.stanhope@stanhope.test'],
    [
      'to a short form, when whoever states it is elsewhere',
      plain('Ted', { organisation: 'Birch Pumps' }),
      'ebirch@birch.test',
    ],
  ])('%s', (_, mention, meant) => expect(said(matchMention(mention, book))).toBe(`one: ${meant}`));
});

describe('the longest reading that anybody has wins', () => {
  test.each<[string, string, string]>([
    ['zofia wojcik she has news', 'zofia@wojcik.test', 'zofia wojcik'],
    ['zofia because of the mill', 'zofia@wojcik.test', 'zofia'],
    ['ruth calloway builds barns', 'ruth@calloway.test', 'ruth calloway'],
    ['Edward Birch He leaves in May', 'ebirch@birch.test', 'Edward Birch'],
    ['su bin choi about trams', 'subin@choi.test', 'su bin choi'],
    ['Edward Birch Pumps', 'ebirch@birch.test', 'Edward Birch'],
  ])('%s', (words, meant, reading) => {
    const mention = dictated(words);
    const match = matchMention(mention, book);
    expect(said(match)).toBe(`one: ${meant}`);
    expect(match.kind === 'one' && mention.readings[match.reading]?.name).toBe(reading);
  });
});

describe('an address', () => {
  test.each<[string, Mentioned, string]>([
    ['goes before the name', plain('Ruthie', { address: 'ruth@calloway.test' }), 'one: ruth@calloway.test'],
    ['is enough by itself', plain('', { address: 'ruth@calloway.test' }), 'one: ruth@calloway.test'],
    [
      'beside the full name of somebody else makes us ask',
      plain('Edward Birch', { address: 'ruth@calloway.test' }),
      'near: ruth@calloway.test, ebirch@birch.test',
    ],
    [
      'that nobody has, with a name that nobody has, is a new person',
      plain('Ida Falk', { address: 'ida@falk.test' }),
      'new',
    ],
    [
      'that nobody has, with a known full name, is that one’s new address',
      plain('Edward Birch', { address: 'e@new.test' }),
      'known-with-new-address: ebirch@birch.test',
    ],
    [
      'that nobody has, with a name that only looks like one, is a new person',
      plain('Edward Burch', { address: 'e@new.test' }),
      'new',
    ],
    [
      'with a first name alone speaks for somebody when it holds the surname',
      plain('Zofia', { address: 'z.wojcik@new.test' }),
      'known-with-new-address: zofia@wojcik.test',
    ],
    [
      'with a first name alone makes us ask when it does not',
      plain('Zofia', { address: 'zo@new.test' }),
      'near: zofia@wojcik.test',
    ],
    [
      'with a name that several have makes us ask',
      plain('Sam Porter', { address: 'sam@new.test' }),
      'several: sam.porter@quay.test, sporter@meadow.test',
    ],
    ['gives an author one', plain('Nell', { address: 'nell@new.test' }), 'known-with-new-address: Nell Dunmore'],
  ])('%s', (_, mention, expected) => expect(said(matchMention(mention, book))).toBe(expected));
});

test('nobody is acted on of whose name, nickname or addresses the words hold nothing', () => {
  const words = [
    ...new Set(entries.flatMap(({ name }) => name.split(/[\s"-]+/))),
    'the',
    'she',
    'Acme',
    'Bob',
    'Teddy',
    'mill',
    'lun',
    'Ruthe',
  ];
  const phrase = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));
  fc.assert(
    fc.property(phrase, (text) => {
      const match = matchMention(dictated(text), book);
      if (match.kind !== 'one') return;
      const spoken = fold(text).split(/[\s-]+/);
      const known = fold(`${match.person.name} ${match.person.addresses.join(' ')}`).split(/[^\p{L}]+/u);
      const forms = known.flatMap((word) => [word, word.slice(1), ...shortForms(word)]);
      expect(spoken.some((word) => forms.includes(word) || known.includes(word))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('in a whole book the same people are meant as among the few that fit', () => {
  const crowd = Array.from({ length: 300 }, (_, i) => newPerson(`c${i}`, { name: `Xq${i} Vx${i}`, addresses: [] }));
  const mentions = [
    ...entries.map(({ name }) => name),
    'Subin Choi',
    'Ted Birch',
    'Peggy',
    'Zofja',
    'Ruth Callas',
    'Hendrik Vanderlaan',
    '小龙',
    'E. Birch',
  ];
  for (const name of mentions)
    expect(said(matchMention(dictated(name), [...crowd, ...book]))).toBe(said(matchMention(dictated(name), book)));
});

test('the order of the book does not change who is meant', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(book, { minLength: book.length }),
      fc.constantFrom(...entries),
      (people, { name }) => {
        const [a, b] = [matchMention(plain(name), people), matchMention(plain(name), book)];
        expect(a.kind).toBe(b.kind);
        if (a.kind === 'one' && b.kind === 'one') expect(a.person.id).toBe(b.person.id);
      },
    ),
  );
});
