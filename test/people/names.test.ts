import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fold,
  foldOrganisation,
  greetingName,
  indexTokens,
  isOneOrganisation,
  nearestTokens,
  parseName,
  queryFor,
  shortName,
  spokenName,
  statedNicknames,
} from '../../functions/people/names.ts';

const entry = (name: string, addresses: string[] = [], background?: string) => ({
  name,
  addresses,
  ...(background === undefined ? {} : { background }),
});

describe('two spellings of one name fold to the same', () => {
  test.each([
    ['Ångström', 'angstrom'],
    ['ÉLODIE', 'élodie'],
    ['O’Shea', "O'Shea"],
    ['Łukasz', 'Lukasz'],
    ['Yıldız', 'Yildiz'],
    ['Đặng', 'Dang'],
    ['Søren', 'Soren'],
    ['Weiß', 'Weiss'],
    ['Ｋｅｎｊｉ', 'Kenji'],
    ['Семён', 'СЕМЕН'],
    ['Νίκος', 'ΝΙΚΟΣ'],
    ['مُحَمَّد', 'محمد'],
  ])('%s and %s', (a, b) => expect(fold(a)).toBe(fold(b)));

  test('marks that make another letter stay', () => {
    expect(fold('がく')).not.toBe(fold('かく'));
    expect(fold('हिन्दी')).not.toBe(fold('हनद'));
  });

  test('folding what is folded changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void expect(fold(fold(text))).toBe(fold(text))));
  });
});

describe('a name has its parts, whatever stands around them', () => {
  test.each<[string, string[][], string[]]>([
    ['Nadia Okonjo', [['nadia'], ['okonjo']], []],
    ['Okonjo, Nadia', [['nadia'], ['okonjo']], []],
    ['OKONJO, Dr. Nadia B., PhD', [['nadia'], ['b'], ['okonjo']], []],
    ['Prof. Dr. Jürgen Groß', [['jurgen', 'juergen'], ['gross']], []],
    ['Mrs Joan of Arc-Lévy', [['joan'], ['of'], ['arc'], ['levy']], []],
    ['Martin Kessel, MD, PhD', [['martin'], ['kessel']], []],
    ['Peter Strand Jr.', [['peter'], ['strand']], []],
    ['Margaret "Peggy" Lund', [['margaret'], ['lund']], ['peggy']],
    ['Margaret (Peggy) Lund', [['margaret'], ['lund']], ['peggy']],
    ['Margaret “Peggy” Lund', [['margaret'], ['lund']], ['peggy']],
    ['Hendrik van der Laan', [['hendrik'], ['laan', 'vanderlaan']], []],
    ['van der Laan', [['laan', 'vanderlaan']], []],
    ['Rosa de la Fuente', [['rosa'], ['fuente', 'delafuente']], []],
    ['Yousef Al-Hariri', [['yousef'], ['hariri', 'alhariri']], []],
    ["Niamh O'Shea", [['niamh'], ['oshea']], []],
    ['Anne-Sophie Roux', [['anne'], ['sophie'], ['roux']], []],
    ['J.R. Hartley', [['j'], ['r'], ['hartley']], []],
    ['Al Brenner', [['al'], ['brenner']], []],
    ['Ben Adler', [['ben'], ['adler']], []],
    ['Don Castellan', [['don'], ['castellan']], []],
    ['田中さん', [['田中']], []],
    ['Олег Сидоренко', [['олег'], ['сидоренко']], []],
    ['Dr.', [['dr']], []],
    ['', [], []],
    ['…', [], []],
  ])('%s', (name, parts, nicknames) => expect(parseName(name)).toEqual({ parts, nicknames }));
});

describe('a nickname counts as stated', () => {
  test.each<[string, Parameters<typeof statedNicknames>[0], string[]]>([
    ['in quotation marks', entry('Margaret "Peggy" Lund'), ['peggy']],
    ['in the background', entry('Theodore Strand', [], 'Retired surgeon. Goes by Tad, always.'), ['tad']],
    [
      'where the address has the usual short form of the first name',
      entry('Deborah Lang', ['deb.lang@lang.test']),
      ['deb'],
    ],
    ['also without the surname beside it', entry('Deborah Lang', ['deb@lang.test']), ['deb']],
  ])('%s', (_, person, nicknames) => expect(statedNicknames(person)).toEqual(nicknames));

  test.each<[string, Parameters<typeof statedNicknames>[0]]>([
    ['the address has the whole first name', entry('Deborah Lang', ['deborah@lang.test'])],
    ['the address has some other word', entry('Deborah Lang', ['info@lang.test'])],
    ['the background calls something else by a name', entry('Deborah Lang', [], 'Founded a firm called Bright.')],
  ])('but not where %s', (_, person) =>
    expect(statedNicknames(person).filter((word) => word !== 'bright')).toEqual([]),
  );
});

describe('the tokens of an entry', () => {
  test.each<[string, string[]]>([
    ['Nadia Okonjo', ['nadia', 'okonjo', 'nadia okonjo']],
    ['Margaret "Peggy" Lund', ['margaret', 'lund', 'peggy', 'lund margaret', 'margaret peggy', 'lund peggy']],
    ['Hannes Größl', ['hannes', 'grossl', 'groessl', 'grossl hannes', 'groessl hannes']],
    ['Su-Bin Choi', ['su', 'bin', 'choi', 'subin', 'bin su', 'choi su', 'bin choi', 'choi subin']],
    ['李小龙', ['李小龙', '小龙']],
    ['鈴木 一郎', ['鈴木', '一郎', '鈴木一郎', '一郎 鈴木']],
  ])('%s', (name, tokens) => expect(indexTokens(entry(name)).sort()).toEqual(tokens.sort()));

  test('stay few, however long a name is', () => {
    expect(indexTokens(entry(Array.from({ length: 40 }, (_, i) => `Name${i}`).join(' '))).length).toBeLessThan(60);
  });
});

describe('what a mention asks for is among the tokens of whoever it means', () => {
  test.each([
    ['Nadia Okonjo', 'okonjo nadia'],
    ['Dr. Nadia B. Okonjo', 'Nadia Okonjo'],
    ['Margaret "Peggy" Lund', 'Peggy Lund'],
    ['Robert Stanhope', 'Bob Stanhope'],
    ['Bob Stanhope', 'Robert Stanhope'],
    ['Hannes Größl', 'Hannes Groessl'],
    ['Hannes Groessl', 'Hannes Größl'],
    ['Hendrik van der Laan', 'Hendrik Laan'],
    ['Hendrik van der Laan', 'Hendrik Vanderlaan'],
    ['Hendrik Vanderlaan', 'Hendrik van der Laan'],
    ['Su-Bin Choi', 'Subin Choi'],
    ['Yousef Al-Hariri', 'Yousef Hariri'],
  ])('%s ← %s (one read of a pair)', (name, mention) => {
    const tokens = new Set(indexTokens(entry(name)));
    expect(queryFor({ name: mention }).pairs.some((pair) => tokens.has(pair))).toBe(true);
  });

  test('exact pairs are read before those with a short form', () => {
    expect(queryFor({ name: 'Bob Stanhope' }).pairs[0]).toBe('bob stanhope');
  });

  test('single names bring their short forms, near misses begin with the same two letters', () => {
    const asked = queryFor({ name: 'Liz', organisation: 'Hartwell & Sons, Ltd.' });
    expect(asked).toMatchObject({ pairs: [], near: ['li'], organisation: 'hartwell sons' });
    expect(asked.singles).toEqual(expect.arrayContaining(['liz', 'elizabeth']));
  });

  test('a mention without a letter asks for nothing', () => {
    expect(queryFor({ name: '?!' })).toEqual({ pairs: [], singles: [], near: [] });
  });

  test('whatever a name is, its own words find it', () => {
    const word = fc.stringMatching(/^\p{L}{2,8}$/u);
    fc.assert(
      fc.property(word, word, (first, surname) => {
        const tokens = new Set(indexTokens(entry(`${first} ${surname}`)));
        const { pairs, singles } = queryFor({ name: `${surname} ${first}`.toUpperCase() });
        expect([...pairs, ...singles].some((token) => tokens.has(token))).toBe(true);
      }),
    );
  });
});

test('a word that goes on for ever makes tokens that can be kept', () => {
  const name = `Ida ${'X'.repeat(3000)}`;
  expect(indexTokens(entry(name)).every((token) => token.length < 130)).toBe(true);
  expect(queryFor({ name }).pairs.every((token) => token.length < 130)).toBe(true);
});

test('of the tokens read for a near miss, pairs in which both words are near stand first', () => {
  const tokens = ['lang', 'lund', 'lund margaret', 'lunt peter', 'luxembourg', 'margarete'];
  expect(nearestTokens('Margarit Lundt', tokens)).toEqual(['lund margaret', 'lund', 'margarete']);
});

describe('what people are called in letters', () => {
  test.each([
    ['Margaret "Peggy" Anne Lund', 'Peggy', 'Margaret Anne Lund', 'Peggy Lund'],
    ['Margaret (Peggy) Lund', 'Peggy', 'Margaret Lund', 'Peggy Lund'],
    ['Dr. Nadia Okonjo-Reyes', 'Nadia', 'Dr. Nadia Okonjo-Reyes', 'Nadia Okonjo-Reyes'],
    ['Hendrik van der Laan', 'Hendrik', 'Hendrik van der Laan', 'Hendrik van der Laan'],
    ['Okonjo, Nadia', 'Nadia', 'Nadia Okonjo', 'Nadia Okonjo'],
    ['Nadia Okonjo, PhD', 'Nadia', 'Nadia Okonjo', 'Nadia Okonjo'],
    ['Sophie (Hartwell Ltd) Roux', 'Sophie', 'Sophie Roux', 'Sophie Roux'],
    ['Dr. Okonjo', 'Dr. Okonjo', 'Dr. Okonjo', 'Dr. Okonjo'],
    ['Cleo', 'Cleo', 'Cleo', 'Cleo'],
    ['李小龙', '李小龙', '李小龙', '李小龙'],
    ['Juan Carlos Ibarra', 'Juan', 'Juan Carlos Ibarra', 'Juan Carlos Ibarra'],
    ['Nadia García López', 'Nadia', 'Nadia García López', 'Nadia García López'],
    ['Dr. Nadia J. Okonjo', 'Nadia', 'Dr. Nadia J. Okonjo', 'Nadia Okonjo'],
    [
      'Maximilian Ferdinand Johannes von und zu Hohenfels',
      'Maximilian',
      'Maximilian Ferdinand Johannes von und zu Hohenfels',
      'Maximilian zu Hohenfels',
    ],
  ])('%s is greeted as %s, spoken of as %s, listed as %s', (name, greeting, spoken, short) => {
    expect([greetingName(name), spokenName(name), shortName(name)]).toEqual([greeting, spoken, short]);
  });
});

describe('organisations', () => {
  test.each([
    ['Hartwell & Sons, Inc.', 'hartwell sons'],
    ['The Lantern Company', 'lantern'],
    ['Müller Werke GmbH & Co. KG', 'muller werke'],
    ['Co', 'co'],
  ])('%s folds to %s', (written, folded) => expect(foldOrganisation(written)).toBe(folded));

  test.each([
    ['Hartwell', 'Hartwell & Sons', true],
    ['Sea Glass', 'SeaGlass Ltd', true],
    ['NIH', 'National Institute of Hydrology', false],
    ['NIOH', 'National Institute of Hydrology', true],
    ['Hart', 'Hartwell & Sons', false],
    ['Hartwell Foods', 'Hartwell Mining', false],
  ])('%s and %s are one organisation: %s', (a, b, same) => expect(isOneOrganisation(a, b)).toBe(same));
});
