import { describe, expect, test } from 'vitest';
import { find } from '../../functions/people/find.ts';
import { type NewEntry, newPerson, type Person } from '../../functions/people/person.ts';
import { type MetLine, suggestFor } from '../../functions/people/rank.ts';

const now = '2026-06-26T12:00:00Z';
const daysAgo = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();

const entry = (id: string, background: string, more: Partial<NewEntry> = {}): Person =>
  newPerson(id, {
    name: `${id[0]?.toUpperCase()}${id.slice(1)} Example`,
    addresses: [`${id}@example.test`],
    background,
    ...more,
  });

const ada = entry('ada', 'Teaches physics.', {
  kind: 'protege',
  tags: ['teaching'],
  goals: 'Wants to write a crime novel and find somebody who represents authors.',
});
const book: Person[] = [
  ada,
  entry('ben', 'Literary agent; takes on debuts, mystery above all.'),
  entry('cleo', 'Insurance agent for ships.'),
  entry('dora', 'Edits thrillers and noir; knows every literary agency.'),
  entry('emil', 'Sells tractors.'),
  entry('fay', 'Has published nine detective stories.', { addresses: [] }),
  entry('gil', 'Podcast on crime fiction.', { kind: 'author' }),
  entry('hal', 'Represents novelists, mystery and suspense.', { consent: 'ask first' }),
  entry('ida', 'Writes crime novels in the evening.', { kind: 'protege' }),
];
const ids = (list: readonly { person: Person }[]) => list.map(({ person }) => person.id);
const met = (personId: string, otherId: string, days: number, more: Partial<MetLine> = {}): MetLine => ({
  personId,
  otherId,
  at: daysAgo(days),
  state: 'introduced',
  replied: false,
  ...more,
});
const suggest = (people: readonly Person[] = book, lines: readonly MetLine[] = []) =>
  suggestFor(ada, { people, met: lines, now });

describe('suggest', () => {
  test('lists those who know what is sought, in other words too, and nobody else', () => {
    expect(ids(suggest()).slice(0, 3).sort()).toEqual(['ben', 'dora', 'hal']);
    expect(ids(suggest())).not.toContain('cleo');
    expect(ids(suggest())).not.toContain('emil');
  });

  test('says why, in the words of both entries', () => {
    expect(suggest().find(({ person }) => person.id === 'dora')?.reasons).toContain(
      'Ada looks for "crime novel", Dora knows "thrillers" and "noir"',
    );
    expect(suggest().find(({ person }) => person.id === 'hal')?.reasons).toContain('to be asked first');
  });

  test('never lists the protégé, authors, people without an address', () => {
    for (const id of ['ada', 'fay', 'gil']) expect(ids(suggest())).not.toContain(id);
  });

  test('puts another protégé behind', () => {
    expect(ids(suggest()).indexOf('ida')).toBeGreaterThan(ids(suggest()).indexOf('ben'));
  });

  test.each<[string, MetLine]>([
    ['whoever has met the protégé', met('ada', 'ben', 400, { state: 'closed' })],
    ['the same told from the other side', met('ben', 'ada', 400, { state: 'quiet' })],
    ['whoever is about to', met('ada', 'ben', 1, { state: 'asking' })],
  ])('never lists %s', (_, line) => expect(ids(suggest(book, [line]))).not.toContain('ben'));

  test.each(['cancelled', 'declined', 'expired'])('an introduction that was %s is no meeting', (state) => {
    expect(ids(suggest(book, [met('ada', 'ben', 40, { state })]))).toContain('ben');
  });

  test('never lists who is known through the protégé, or whom the protégé is known through', () => {
    const through = book.map((person) => (person.id === 'ben' ? { ...person, knownThrough: 'ada' } : person));
    expect(ids(suggest(through))).not.toContain('ben');
    const learner = { ...ada, knownThrough: 'hal' };
    expect(ids(suggestFor(learner, { people: [learner, ...book.slice(1)], met: [], now }))).not.toContain('hal');
  });

  describe('of two who know the same', () => {
    const twins = [ada, entry('ora', 'Literary agent for mystery.'), entry('pia', 'Literary agent for mystery.')];
    test.each<[string, MetLine[], string]>([
      [
        'who is kept busy stands below',
        [met('ora', 'x', 3), met('ora', 'y', 12), met('ora', 'z', 20)],
        'kept busy: 3 introductions in the last 30 days',
      ],
      [
        'who never answered stands below',
        [met('ora', 'x', 100), met('ora', 'y', 140), met('ora', 'z', 200)],
        'has not answered any of 3 introductions',
      ],
      [
        'who answered seldom stands below',
        [met('ora', 'x', 100), met('ora', 'y', 140), met('ora', 'z', 200, { replied: true })],
        'answered 1 of 3 introductions',
      ],
    ])('%s', (_, lines, reason) => {
      const list = suggest(twins, lines);
      expect(ids(list)).toEqual(['pia', 'ora']);
      expect(list[1]?.reasons).toContain(reason);
    });

    test('who always answered stands above', () => {
      expect(ids(suggest(twins, [met('pia', 'x', 100, { replied: true })]))).toEqual(['pia', 'ora']);
    });

    test('who is known only through somebody stands below, and the reason says through whom', () => {
      const list = suggest(twins.map((person) => (person.id === 'ora' ? { ...person, knownThrough: 'pia' } : person)));
      expect(ids(list)).toEqual(['pia', 'ora']);
      expect(list[1]?.reasons).toContain('known through Pia Example');
    });

    test('a bounce, and what is too young to be answered, say nothing about reliability', () => {
      const list = suggest(twins, [
        met('ora', 'x', 100, { state: 'bounced' }),
        met('ora', 'y', 90, { state: 'bounced' }),
      ]);
      expect(list.every(({ reasons }) => reasons.every((reason) => !reason.includes('answered')))).toBe(true);
    });
  });

  describe('reasons are true', () => {
    const reasons = (seeker: Person, other: Person) =>
      suggestFor(seeker, { people: [seeker, other], met: [], now })[0]?.reasons;
    const keeper = (more: Partial<NewEntry>) => entry('kit', 'Keeps bees.', { kind: 'protege', ...more });
    test.each<[string, Person, Person, string]>([
      [
        'one word on both sides is said once',
        keeper({ goals: 'Learn welding.' }),
        entry('wim', 'Teaches welding.'),
        'Wim knows "welding", which Kit looks for',
      ],
      [
        'only goals are looked for',
        keeper({ tags: ['pottery'] }),
        entry('wim', 'Fires stoneware.'),
        'Kit has to do with "pottery", Wim with "stoneware"',
      ],
      [
        'only what is known is known',
        keeper({ goals: 'Sell honey abroad.' }),
        entry('wim', 'Owns a shop; always looking for beekeepers.'),
        'Wim looks for "beekeepers", Kit has to do with "bees"',
      ],
      [
        'as it stands in the entries',
        keeper({ goals: 'Get good at R&D.' }),
        entry('wim', 'Scientist. Works in Lisbon.'),
        'Kit looks for "R&D", Wim knows "scientist"',
      ],
    ])('%s', (_, seeker, other, reason) => expect(reasons(seeker, other)).toContain(reason));
  });

  describe('where the question names what is needed', () => {
    const kit = entry('kit', 'Keeps bees.', { kind: 'protege', goals: 'Sell honey abroad.' });
    const people = [
      kit,
      entry('liv', 'Patent attorney.'),
      entry('mo', 'Customs broker; exports cheese.'),
      entry('nan', 'Patent agent, once a beekeeper.'),
    ];
    const helpers = (about: string) => ids(suggestFor(kit, { people, met: [], now, about }));
    test('who knows it is listed, and before others who has to do with the rest', () =>
      expect(helpers('a patent')).toEqual(['nan', 'liv']));
    test('words that name nothing leave the word to the goals', () => expect(helpers('next week')).toContain('mo'));
  });

  test('nobody is led back to what they want to leave', () => {
    const kit = entry('kit', 'Teaches geography.', {
      kind: 'protege',
      tags: ['teaching'],
      goals: 'Leave teaching and work with maps.',
    });
    const people = [kit, entry('liv', 'Teaches history.'), entry('mo', 'Draws maps for hikers.')];
    expect(ids(suggestFor(kit, { people, met: [], now }))).toEqual(['mo']);
  });

  test('two who look for the same are no help to each other', () => {
    const seeker = entry('kit', 'Keeps bees.', { kind: 'protege', goals: 'Find a literary agent.' });
    const other = entry('lou', 'Sells hats.', { goals: 'Needs a literary agent.' });
    expect(suggestFor(seeker, { people: [seeker, other], met: [], now })).toEqual([]);
  });

  test('goals that say nothing leave the word to tags and background', () => {
    const vague = entry('vic', 'Marine engineer, leaves the navy in May.', { kind: 'protege', goals: 'No idea yet.' });
    const people = [vague, entry('wen', 'Helps veterans into civilian work.'), entry('xia', 'Sells hats.')];
    expect(ids(suggestFor(vague, { people, met: [], now }))).toEqual(['wen']);
  });

  test('nobody is listed where nobody fits', () => {
    expect(suggest([ada, entry('emil', 'Sells tractors.')])).toEqual([]);
  });
});

describe('find', () => {
  const people = [
    entry('ann', 'Patent examiner for pumps.', { organisation: 'Harrow Patents' }),
    entry('bob', 'Attorney for intellectual property.'),
    entry('cyd', 'Cobbler, patent leather and suede.'),
    entry('dan', 'Lives in Accra; builds bridges.', { organisation: 'Volta Works' }),
    entry('eve', 'Grew up in Accra, teaches in Leeds.', { organisation: 'Volta Canoes' }),
    entry('fin', 'Speaks Danish, German and English.'),
    entry('gus', 'Bakes Danish pastry.', { kind: 'author', addresses: [] }),
    entry('hew', 'Was with Volta Works until 2019.'),
    entry('ivo', 'Runs a café; looks for a potter.'),
    entry('jan', 'Potter.'),
    entry('kim', 'No longer teaches.'),
    entry('meg', 'Breeds sheep and goats.'),
    entry('ned', 'Lawyer.', { goals: 'Bees in the garden.' }),
    entry('oda', 'Breeds dogs, never bees.'),
    entry('lou', 'Runs a boatyard.', { goals: 'Two divers every spring.' }),
  ];
  test.each([
    ['who knows about patents?', ['ann', 'bob']],
    ['patents', ['ann', 'bob']],
    ['Who do I know in Accra?', ['dan', 'eve']],
    ['who is at Volta Works?', ['dan', 'hew']],
    ['Volta Works', ['dan', 'hew']],
    ['Who speaks Danish?', ['fin']],
    ['anyone who bakes', ['gus']],
    ['who can juggle', []],
    ['who is looking for a potter?', ['ivo']],
    ['who wants to learn pottery', ['ivo']],
    ['who knows pottery', ['jan']],
    ['who teaches?', ['eve']],
    ['who hires divers?', ['lou']],
    ['who breeds goats?', ['meg']],
    ['who would like to keep bees?', ['ned']],
  ])('%s → %j', (query, found) => expect(ids(find(query, people))).toEqual(found));

  test('says what the entry says', () =>
    expect(find('shoes', people)[0]?.reasons).toEqual(['speaks of cobbler and patent leather']));
});
