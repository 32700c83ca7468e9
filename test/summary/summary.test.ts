// What the monthly letter says and leaves out (PRODUCT.md section 5).
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Known as KnownToIntroductions, Met, Reminder } from '../../functions/introductions/known.ts';
import type { Introduction } from '../../functions/introductions/life.ts';
import type { Choice, Pending, Question, QuestionPart } from '../../functions/introductions/question.ts';
import type { Counted } from '../../functions/summary/counters.ts';
import type { Known } from '../../functions/summary/decide.ts';
import type { OpenIntroduction, OpenQuestion, SummaryFacts, Upcoming } from '../../functions/summary/facts.ts';
import type { MetLine } from '../../functions/summary/favours.ts';
import { type Item, questionWords } from '../../functions/summary/items.ts';
import { type Summary, summaryOf } from '../../functions/summary/summary.ts';
import { emptyMonth, fullMonth, quietMonth, type SampleMonth, samplePerson } from '../../infra/pictures/months.ts';

const factsOf = ({ known, lookedUp }: SampleMonth, more: Partial<SummaryFacts> = {}): SummaryFacts => ({
  ...known,
  ...lookedUp,
  month: '2026-10',
  soFar: false,
  ...more,
});

const summary = (more: Partial<SummaryFacts> = {}): Summary => summaryOf(factsOf(emptyMonth, more));
const full = summaryOf(factsOf(fullMonth));

const counting = (counts: Partial<Record<Counted, number>>): Partial<SummaryFacts> => ({
  records: [{ month: '2026-10', counts }],
});

const wordsUnder = ({ sections }: Summary, heading: string): string[] =>
  (sections.find((section) => section.heading === heading)?.items ?? []).map(({ words }) => words);

const ana = { personId: 'ana', name: 'Ana Prieto' };
const jon = { personId: 'jon', name: 'Jón "Nonni" Helgason' };
const introduction = (state: OpenIntroduction['state'], number = 12): OpenIntroduction => ({
  number,
  to: ana,
  cc: jon,
  state,
  nudged: 0,
});

const question = (parts: OpenQuestion['parts'], more: Partial<OpenQuestion> = {}): OpenQuestion => ({
  id: 'q-asked',
  asked: 'mentor',
  askedAt: '2026-10-20T09:00:00.000Z',
  waits: true,
  parts,
  ...more,
});

describe('the subject says what is in it', () => {
  test.each<[string, Partial<SummaryFacts>]>([
    ['October: 6 introduced, 4 talking', counting({ introduced: 6, answered: 5, done: 4 })],
    ['October: 2 introduced, 1 answered', counting({ introduced: 2, answered: 1 })],
    [
      'October: 1 waits for you',
      { introductions: [introduction({ kind: 'drafted', since: '2026-10-30T16:00:00.000Z' })] },
    ],
    ['October: 1 quiet', { introductions: [introduction({ kind: 'introduced', at: '2026-10-05T16:00:00.000Z' })] }],
    ['October: nothing new', {}],
    ['October: nothing new', counting({ 'counted done': 1 })],
    ['October so far: 1 introduced', { ...counting({ introduced: 1 }), soFar: true }],
  ])('%s', (subject, more) => {
    expect(summary(more).subject).toBe(subject);
  });

  test('at most three things, what waits among them', () => {
    expect(full.subject).toBe('October: 6 introduced, 4 talking, 4 wait for you');
  });
});

describe('of the month', () => {
  test('what is counted as done after 14 days is told apart and never called talking', () => {
    const { subject, remarks } = summary(counting({ introduced: 2, done: 1, 'counted done': 2 }));
    expect(subject).toBe('October: 2 introduced, 1 talking');
    expect(remarks).toEqual([
      '2 more count as done: one side replied, and after 14 days without a mail I cannot tell how it went on.',
    ]);
  });

  test('what ended otherwise is one sentence', () => {
    expect(summary(counting({ declined: 1, bounced: 2, quiet: 3 })).remarks).toEqual([
      '1 declined, 2 bounced, 3 closed without a reply.',
    ]);
  });

  test('how it went is told where somebody was asked', () => {
    expect(summary(counting({ introduced: 1, 'went well': 2 })).remarks).toEqual(['Asked how it went: 2 went well.']);
  });
});

describe('a month with nothing in it', () => {
  test('is two lines, with the one introduction that is most worth making', () => {
    const { short, remarks, items, sections } = summary();
    expect(short).toBe(true);
    expect(remarks).toEqual([
      'Nothing was introduced in October and nothing waits for you.',
      'Worth making next: 1. Leila Haddadi to Mei-Ling Tan. Knows microfluidics, which Leila wants to learn; answered 3 of 3; not asked since July. “1” introduces them; “summary off” ends these letters.',
    ]);
    expect(items.map(({ number, does }) => [number, does.kind])).toEqual([[1, 'request']]);
    expect(sections).toEqual([]);
  });

  test('is two lines for an empty book too', () => {
    const { remarks, items } = summary({ suggestions: [], people: [] });
    expect(remarks).toHaveLength(2);
    expect(items).toEqual([]);
  });

  test('says what is still open', () => {
    const open = [introduction({ kind: 'introduced', at: '2026-10-25T16:00:00.000Z' })];
    expect(summary({ introductions: open }).remarks[0]).toBe(
      'Nothing was introduced in October; 1 introduction is open, and nothing waits for you.',
    );
  });

  test('is not meant when something waits, is quiet or is coming', () => {
    const states: OpenIntroduction['state'][] = [
      { kind: 'drafted', since: '2026-10-30T16:00:00.000Z' },
      { kind: 'introduced', at: '2026-10-05T16:00:00.000Z' },
      { kind: 'scheduled', at: '2026-11-05T08:00:00.000Z' },
    ];
    for (const state of states) expect(summary({ introductions: [introduction(state)] }).short).toBe(false);
  });

  test('is told in full to whoever asks, as long as the months before had something', () => {
    const records = [{ month: '2026-09', counts: { introduced: 1 } }];
    expect(summary({ records, soFar: true }).short).toBe(false);
    expect(summary({ records: [], soFar: true }).remarks[0]).toBe(
      'Nothing has been introduced in October so far and nothing waits for you.',
    );
  });
});

describe('the first summary', () => {
  const mentor = { ...emptyMonth.known.mentor, joinedAt: '2026-10-31T21:00:00.000Z' };

  test('of whoever joined on the 31st says so, and shows no months before', () => {
    const first = summary({ mentor });
    expect(first.remarks[0]).toBe(
      'You joined on October 31; nothing has been introduced yet and nothing waits for you.',
    );
    expect(first.history.map(({ month }) => month)).toEqual(['2026-10']);
  });

  test('counts what was done on that day', () => {
    const first = summary({ mentor, ...counting({ introduced: 1 }) });
    expect(first.short).toBe(false);
    expect(first.remarks).toEqual(['You joined on October 31.']);
    expect(first.subject).toBe('October: 1 introduced');
  });
});

describe('what waits for the mentor', () => {
  test('stands first, whatever has waited longest before the rest', () => {
    expect(full.sections[0]?.heading).toBe('Waits for you');
    expect(wordsUnder(full, 'Waits for you')).toEqual([
      'Tomasz Wieczorek <> Mei-Ling Tan: mei@people.example does not exist.',
      'Leila Haddadi <> Ruth Abernathy is held: the month’s limit of Ruth Abernathy is reached.',
      'I asked whom you mean, on October 29.',
      'Your draft of Leila Haddadi <> Dr. Chinedu Okoro waits since October 30.',
    ]);
  });

  test('is not what a party was asked, what needs no answer, or what an introduction’s own item says', () => {
    const questions = [
      question([{ kind: 'consent', introduction: 3 }], { asked: 'party' }),
      question([{ kind: 'list' }], { waits: false }),
      question([{ kind: 'draft', introduction: 3 }]),
    ];
    expect(summary({ questions }).short).toBe(true);
  });

  test('a question is remembered with the request that waits for it', () => {
    const parts = [{ kind: 'address', pending: { request: { sentence: 'intro Jón to the\nharbour master' } } }];
    const [item] = summary({ questions: [question(parts)] }).items;
    expect(item).toMatchObject({
      words: 'I asked for an address, on October 20.',
      detail: '“intro Jón to the harbour master”',
      does: { kind: 'question', id: 'q-asked' },
    });
  });

  test('a protégé who asks is named, as long as the book has them', () => {
    const [person] = fullMonth.known.people;
    if (person === undefined) throw new Error('The sample has nobody.');
    const wordsFor = (personId: string) =>
      summary({ questions: [question([{ kind: 'protege', personId }])], people: [person] }).items[0]?.words;
    expect(wordsFor(person.id)).toBe(`${person.name} would like to meet somebody, on October 20.`);
    expect(wordsFor('gone')).toBe('Somebody you mentor would like to meet somebody, on October 20.');
  });

  test('every kind of question has its words', () => {
    const kinds: Record<QuestionPart['kind'], true> = {
      who: true,
      address: true,
      confirm: true,
      list: true,
      draft: true,
      consent: true,
      'unclear-consent': true,
      bounced: true,
      quiet: true,
      outcome: true,
      whose: true,
      'pass-on': true,
      background: true,
      'who-they-know': true,
      reverse: true,
      'go-over': true,
      protege: true,
      'confirm-address': true,
      'confirm-mails': true,
      'unknown-fate': true,
    };
    expect(Object.keys(questionWords).sort()).toEqual(Object.keys(kinds).sort());
  });

  test('an address that failed is answered through its own question', () => {
    const bounced = introduction({
      kind: 'bounced',
      at: '2026-10-20T09:00:00.000Z',
      side: 'to',
      address: 'ana@x.example',
    });
    const questions = [question([{ kind: 'bounced', introduction: 12 }])];
    const { items } = summary({ introductions: [bounced], questions, suggestions: [] });
    expect(items.map(({ does }) => does)).toEqual([{ kind: 'question', id: 'q-asked' }]);
  });
});

describe('quiet', () => {
  const since = (at: string) =>
    wordsUnder(summary({ introductions: [introduction({ kind: 'introduced', at })] }), 'Quiet');

  test('is an introduction without any reply for more than ten days', () => {
    expect(since('2026-10-22T07:59:59.000Z')).toEqual([]);
    expect(since('2026-10-21T07:59:59.000Z')).toEqual(['Jón Helgason <> Ana Prieto: no reply for 11 days.']);
  });

  test('the longest silence stands first', () => {
    expect(wordsUnder(full, 'Quiet').map((words) => /\d+ days/.exec(words)?.[0])).toEqual(['22 days', '17 days']);
  });
});

describe('every item', () => {
  test('has a number, counted through the letter', () => {
    expect(full.items.map(({ number }) => number)).toEqual(full.items.map((_, index) => index + 1));
    expect(full.sections.flatMap(({ items }) => items)).toEqual(full.items);
  });

  test('says words to answer with that hold its number, or that need none', () => {
    for (const { number, replies } of full.items) {
      const numbers = replies.flatMap(({ words }) => words.match(/\d+/g) ?? []).map(Number);
      expect(new Set(numbers)).toEqual(new Set([number]));
    }
  });

  test.each<[string, OpenIntroduction['state'], string, string]>([
    ['a draft', { kind: 'drafted', since: '2026-10-30T16:00:00.000Z' }, 'send', 'send 12'],
    [
      'what is held',
      { kind: 'held', since: '2026-10-30T16:00:00.000Z', why: 'paused' },
      'send-anyway',
      'send anyway 12',
    ],
    ['a quiet one', { kind: 'introduced', at: '2026-10-02T16:00:00.000Z' }, 'nudge', 'nudge 12'],
    ['a day to come', { kind: 'scheduled', at: '2026-11-12T08:00:00.000Z' }, 'send', 'send 12'],
  ])('%s is moved on by its bare number, which means the introduction’s own', (_, state, step, sentence) => {
    const [item] = summary({ introductions: [introduction(state)], suggestions: [] }).items;
    expect(item?.does).toMatchObject({
      kind: 'request',
      request: { kind: 'steer', step, which: { numbers: [12], people: [], all: false }, sentence },
    });
  });

  test('a suggestion makes the introduction, both people chosen', () => {
    const item = full.items.find(({ words }) => words === 'Tomasz Wieczorek to Dr. Chinedu Okoro');
    expect(item?.does).toMatchObject({
      kind: 'request',
      request: { kind: 'introduce', directed: true, manner: { kind: 'now' } },
      chosen: { to: 'okoro', cc: 'tomasz' },
    });
    expect(item?.names).toEqual(['Dr. Chinedu Okoro', 'Tomasz Wieczorek']);
  });

  test('a mention points at its name in the sentence', () => {
    for (const { does } of full.items) {
      if (does.kind !== 'request') continue;
      const { request } = does;
      const mentions =
        request.kind === 'introduce'
          ? [request.to, request.cc]
          : request.kind === 'show' || request.kind === 'ask-who-they-know'
            ? [request.who]
            : [];
      for (const { name, end } of mentions.flatMap(({ readings }) => readings)) {
        expect(request.sentence.slice(end - name.length, end)).toBe(name);
      }
    }
  });

  test('becomes a choice of a question as it stands', () => {
    const choiceOf = ({ number, words, names, does }: Item): Choice | null =>
      does.kind === 'request'
        ? {
            number,
            label: words,
            names,
            pending: { request: does.request, chosen: does.chosen, confirmed: [] } satisfies Pending,
          }
        : null;
    expect(full.items.map(choiceOf).filter((choice) => choice !== null).length).toBe(13);
  });
});

describe('what grows is cut short', () => {
  const many = Array.from({ length: 40 }, (_, index) =>
    introduction({ kind: 'drafted', since: `2026-10-30T16:00:${String(index).padStart(2, '0')}.000Z` }, index + 1),
  );

  test('after six items with a word on how to see the rest, and counted whole in the subject', () => {
    const { sections, subject } = summary({ introductions: many });
    expect(sections[0]?.items).toHaveLength(6);
    expect(sections[0]?.more).toBe('And 34 more: answer “status”.');
    expect(subject).toBe('October: 40 wait for you');
  });

  test('suggestions at three', () => {
    const [suggestion] = fullMonth.lookedUp.suggestions;
    const suggestions = Array.from({ length: 9 }, () => suggestion).filter((each) => each !== undefined);
    expect(wordsUnder(summary({ ...counting({ introduced: 1 }), suggestions }), 'Worth making next')).toHaveLength(3);
  });
});

describe('the plate', () => {
  const open = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      introduction(
        index % 2 === 0 ? { kind: 'answered' } : { kind: 'introduced', at: '2026-10-30T00:00:00.000Z' },
        index,
      ),
    );
  const mentor = emptyMonth.known.mentor;
  const happened = counting({ introduced: 1 });

  test('counts what is introduced or answered against the limit', () => {
    const introductions = [...open(3), introduction({ kind: 'drafted', since: '2026-10-30T16:00:00.000Z' })];
    expect(summary({ ...happened, introductions, mentor: { ...mentor, openLimit: 8 } }).plate).toEqual({
      open: 3,
      limit: 8,
      words: '3 introductions are open; your limit is 8.',
    });
  });

  test('shows people who have a limit of their own, and a pause', () => {
    const people = [samplePerson('ana', 'Ana Prieto', { monthlyLimit: 2 })];
    const met = [
      { personId: 'ana', at: '2026-10-30T16:00:00.000Z', state: 'done', side: 'to', replied: true } as const,
    ];
    const paused = { ...mentor, pausedUntil: '2026-11-09T08:00:00.000Z' };
    expect(summary({ ...happened, people, met, mentor: paused }).plate?.words).toBe(
      '0 introductions are open; no limit is set. Ana Prieto: 1 of 2 in October. You are paused until November 9.',
    );
    const resting = { ...mentor, pausedUntil: 'resume' };
    expect(summary({ ...happened, mentor: resting }).plate?.words).toContain('paused until you answer “resume”');
    const rested = { ...mentor, pausedUntil: '2026-10-09T08:00:00.000Z' };
    expect(summary({ ...happened, mentor: rested }).plate).toBeNull();
  });

  test('is left out where nothing is open and nothing limited', () => {
    expect(summary(happened).plate).toBeNull();
  });
});

describe('out of reach', () => {
  test('is who was introduced lately and has opted out since, nobody else of the book', () => {
    expect(wordsUnder(full, 'Out of reach')).toEqual([
      'Agnès Delorme-Saint-Hilaire wants no more mail at agnes@people.example.',
    ]);
    const never = { optedOut: new Set(['bruno@people.example']), met: [] };
    expect(summary(never).short).toBe(true);
  });
});

test('a quiet month keeps to what there is', () => {
  expect(summaryOf(factsOf(quietMonth)).sections.map(({ heading }) => heading)).toEqual(['Quiet', 'Worth making next']);
});

test('introductions, questions and lines of who met whom fit as deciding has them', () => {
  expectTypeOf<Introduction>().toExtend<OpenIntroduction>();
  expectTypeOf<Question>().toExtend<OpenQuestion>();
  expectTypeOf<Met>().toExtend<MetLine>();
  expectTypeOf<Reminder>().toExtend<Upcoming>();
  expectTypeOf<KnownToIntroductions>().toExtend<Known>();
});
