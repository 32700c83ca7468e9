// The book, the lists and the mentor's own affairs by mail (PRODUCT.md section 3: add to reverse, settings, forget, help).
import { describe, expect, test } from 'vitest';
import type { Request, Setting, Told } from '../../functions/language/requests.ts';
import type { Attachment } from '../../functions/mail/mail.ts';
import {
  answers,
  asks,
  blank,
  changesOf,
  intro,
  introductionsOf,
  mae,
  mail,
  mentorWith,
  questionOf,
  said,
  withAddress,
  worldAfter,
} from './mentor-mail.ts';
import {
  domain,
  introduced,
  known,
  mention,
  peopleAfter,
  person,
  questionsAsked,
  recipients,
  toMentor,
  toOutsiders,
  understood,
} from './situation.ts';

const add = (name: string, ...addresses: readonly string[]): Request => ({
  kind: 'add',
  sentence: `add ${name}`,
  people: [{ name, addresses }],
});
const tell = (name: string, change: Told): Request => ({
  kind: 'tell',
  sentence: `about ${name}`,
  who: mention(name),
  change,
});

describe('add', () => {
  test('makes an entry and shows it', () => {
    const outcome = asks([
      {
        ...add('Kai Berg', 'Kai@Berg.test'),
        people: [{ name: 'Kai Berg', addresses: ['Kai@Berg.test'], background: 'Sails.' }],
      } as Request,
    ]);
    expect(peopleAfter(outcome)).toMatchObject([
      { name: 'Kai Berg', addresses: ['kai@berg.test'], background: 'Sails.' },
    ]);
    expect(said(outcome)).toContain('Sails.');
    expect(toOutsiders(outcome)).toEqual([]);
  });

  test('merges by address', () => {
    const outcome = asks([
      { kind: 'add', sentence: 'add …', people: [{ name: 'Mae', addresses: ['mae@lin.test'], tags: ['clay'] }] },
    ]);
    expect(peopleAfter(outcome)).toMatchObject([{ id: mae.id, name: 'Mae Lin', tags: ['clay'] }]);
  });

  test('never merges by name: a new entry, and a suggestion that a yes follows', () => {
    const added = asks([add('Mae Lin', 'mae@elsewhere.test')]);
    const world = worldAfter(blank(), added);
    expect(world.people.filter(({ name }) => name === 'Mae Lin')).toHaveLength(2);
    const merged = worldAfter(world, answers(questionOf(added), { verdict: 'yes', bare: true }, world));
    expect(merged.people.filter(({ name }) => name === 'Mae Lin')).toMatchObject([
      { addresses: ['mae@lin.test', 'mae@elsewhere.test'] },
    ]);
  });

  test('keeps people without an address', () => {
    expect(peopleAfter(asks([add('Kai Berg')]))).toMatchObject([{ name: 'Kai Berg', addresses: [] }]);
  });

  test('and an introduction in the same mail see each other', () => {
    expect(recipients(toOutsiders(asks([add('Kai Berg', 'kai@berg.test'), intro('Owen', 'Kai Berg')])))).toContain(
      'kai@berg.test',
    );
  });

  test('takes no address of ours', () => {
    expect(peopleAfter(asks([add('Desk', `intro@${domain}`)]))).toEqual([]);
  });

  test('of very many comes in pieces that each fit one transaction', () => {
    const people = Array.from({ length: 60 }, (_, i) => ({
      name: `Ada Maria Berg ${i}`,
      addresses: [`ada${i}@berg.test`],
    }));
    const outcome = asks([{ kind: 'add', sentence: 'add these', people }]);
    expect(outcome.decisions.length).toBeGreaterThan(3);
    expect(peopleAfter(outcome)).toHaveLength(60);
    expect(toMentor(outcome)).toHaveLength(1);
  });
});

describe('import', () => {
  const request: Request = { kind: 'import', sentence: 'add the people in the attached file' };
  const attached = (content: string): Attachment => ({
    name: 'friends.csv',
    type: 'text/csv',
    size: content.length,
    content: new TextEncoder().encode(content),
  });
  const csv = 'name,email\nKai Berg,kai@berg.test\nOdd One,not-an-address\nMae L,mae@lin.test\n';

  test('of a short file is done at once and reported row by row', () => {
    const outcome = asks([request], blank(), { attachments: [attached(csv)] });
    expect(peopleAfter(outcome).some(({ addresses }) => addresses.includes('kai@berg.test'))).toBe(true);
    expect(said(outcome)).toContain('row 3');
    expect(toMentor(outcome)).toHaveLength(1);
  });

  test('of a long file is a job, with one line that a report will come', () => {
    const rows = Array.from({ length: 900 }, (_, i) => `Kai Berg ${i},kai${i}@berg.test`).join('\n');
    const outcome = asks([request], blank(), { attachments: [attached(`name,email\n${rows}\n`)] });
    expect(changesOf(outcome)).toMatchObject([{ kind: 'job', job: { kind: 'import', mailKey: 'inbound/abc' } }]);
    expect(said(outcome)).toContain('report');
  });

  test('without a file says so', () => {
    expect(toMentor(asks([request]))).toHaveLength(1);
    expect(changesOf(asks([request]))).toEqual([]);
  });
});

describe('tell', () => {
  test.each<[Told, object]>([
    [{ kind: 'organisation', organisation: 'Kiln House' }, { organisation: 'Kiln House' }],
    [{ kind: 'background', background: 'Glazes.', adds: false }, { background: 'Glazes.' }],
    [{ kind: 'note', note: 'Shy.' }, { notes: 'Shy.' }],
    [{ kind: 'tag', tags: ['Clay'], remove: false }, { tags: ['clay'] }],
    [{ kind: 'kind', personKind: 'protege' }, { kind: 'protege' }],
    [{ kind: 'consent', consent: 'never' }, { consent: 'never' }],
    [{ kind: 'address', address: 'mae@new.test', replaces: true }, { addresses: ['mae@new.test'] }],
    [{ kind: 'address', address: 'mae@new.test', replaces: false }, { addresses: ['mae@new.test', 'mae@lin.test'] }],
    [{ kind: 'known-through', through: mention('Ines') }, { knownThrough: 'p1' }],
  ])('%j changes the entry and shows it', (change, entry) => {
    const outcome = asks([tell('Mae Lin', change)]);
    expect(peopleAfter(outcome)).toMatchObject([{ id: mae.id, ...entry }]);
    expect(said(outcome)).toContain('Mae Lin');
  });

  const dora = { ...mae, organisation: 'Kiln House', background: 'Glazes tiles', notes: 'Shy.' };

  test.each<[string, Told, object]>([
    [
      'a new role takes the place of what was said before, which is kept as a note',
      { kind: 'organisation', organisation: 'Clay & Co', background: 'Buyer' },
      { organisation: 'Clay & Co', background: 'Buyer', notes: 'Shy.\nBefore: Glazes tiles' },
    ],
    [
      'news is added to the background',
      { kind: 'background', background: 'A grandmother', adds: true },
      { background: 'Glazes tiles. A grandmother', notes: 'Shy.' },
    ],
    [
      'whoever has left is there no longer, and it is noted',
      { kind: 'left', place: 'Kiln House, she is on her own', note: 'Mae has left Kiln House, she is on her own' },
      {
        organisation: undefined,
        background: 'Glazes tiles',
        notes: 'Shy.\nMae has left Kiln House, she is on her own',
      },
    ],
    [
      'whoever has left something else is where they were',
      { kind: 'left', place: 'Lisbon', note: 'Mae has left Lisbon' },
      { organisation: 'Kiln House', notes: 'Shy.\nMae has left Lisbon' },
    ],
  ])('%s', (_rule, change, entry) => {
    const [after] = peopleAfter(asks([tell('Mae Lin', change)], known({ people: [dora] })));
    expect({ organisation: undefined, ...after }).toMatchObject(entry);
  });

  test('an address that is somebody else’s changes nothing', () => {
    expect(
      peopleAfter(asks([tell('Mae Lin', { kind: 'address', address: 'ines@carvalho.test', replaces: true })])),
    ).toEqual([]);
  });
});

describe('show', () => {
  const show = (name: string): Request => ({ kind: 'show', sentence: `show ${name}`, who: mention(name) });

  test('shows the entry, private notes and the introductions included, to the mentor alone', () => {
    const outcome = asks([show('Owen')], known());
    expect(said(outcome)).toContain('Owes me a jar of honey');
    expect(said(outcome)).toContain('introduction 7: with Ines Carvalho');
    expect(toOutsiders(outcome)).toEqual([]);
  });

  test('asks which of several', () => {
    expect(questionOf(asks([show('Mae')])).parts[0]?.kind).toBe('who');
  });

  test('adds nobody to the book', () => {
    expect(changesOf(asks([{ ...show('Kai'), who: withAddress('Kai', 'kai@berg.test') } as Request]))).toEqual([]);
  });
});

describe('lists', () => {
  const potter = person('p20', 'Nils Holm', 'nils@holm.test', {
    background: 'Teaches glazing to apprentices.',
    tags: ['glazing'],
  });
  const world = blank({ people: [...blank().people, potter], wholeBook: true });

  test('find shows who fits, numbered; a number shows the entry', () => {
    const found = asks([{ kind: 'find', sentence: 'who knows glazing?', query: 'glazing' }], world);
    expect(said(found)).toMatch(/1\. Nils Holm/);
    expect(said(answers(questionOf(found), { numbers: [1], bare: true }, worldAfter(world, found)))).toContain(
      'Teaches glazing',
    );
  });

  test('suggest lists who fits; numbers make those introductions, with the protégé in copy', () => {
    const suggested = asks([{ kind: 'suggest', sentence: 'suggest for Zoe', who: mention('Zoe') }], world);
    const outcome = answers(questionOf(suggested), { numbers: [1], bare: true }, worldAfter(world, suggested));
    expect(toOutsiders(outcome)[0]).toMatchObject({
      to: [{ address: 'nils@holm.test' }],
      cc: [{ address: 'zoe@adler.test' }],
    });
  });

  describe('going over the list', () => {
    const shown = asks([{ kind: 'go-over', sentence: 'go over the list with Zoe', who: mention('Zoe') }], world);
    const question = questionOf(shown);
    const there = worldAfter(world, shown);

    test('shows it to the mentor first', () => {
      expect(toOutsiders(shown)).toEqual([]);
      expect(said(shown)).toContain('Nils Holm');
    });

    test('the mentor adds and strikes, and sees it again', () => {
      const added = answers(question, { people: [mention('Ines')] }, there, [add('Ines')]);
      expect(questionsAsked(added)).toMatchObject([{ kind: 'go-over', listed: expect.arrayContaining(['p20', 'p1']) }]);
      const place = (questionsAsked(added)[0] as { listed: readonly string[] }).listed.indexOf('p20') + 1;
      const struck = answers(questionOf(added), { without: [place] }, worldAfter(there, added));
      expect(questionsAsked(struck)).toMatchObject([{ kind: 'go-over', listed: expect.not.arrayContaining(['p20']) }]);
      expect(toOutsiders(struck)).toEqual([]);
    });

    test('at "send it tomorrow" nothing goes out yet', () => {
      const later = answers(question, { step: 'send', when: { words: 'tomorrow' } }, there);
      expect(toOutsiders(later)).toEqual([]);
    });

    test('at "send" the protégé gets names and backgrounds, no addresses', () => {
      const [letter, ...others] = toOutsiders(answers(question, { step: 'send', bare: true }, there));
      expect(others).toEqual([]);
      expect(letter?.to[0]?.address).toBe('zoe@adler.test');
      expect(letter?.text).toContain('1. Nils Holm: Teaches glazing to apprentices.');
      expect(letter?.text).not.toContain('nils@holm.test');
    });
  });

  test('recommend writes to the one alone, with links and reason; the author hears nothing', () => {
    const outcome = asks([
      {
        kind: 'recommend',
        sentence: 'recommend Lev Marin to Zoe',
        author: mention('Lev Marin'),
        to: mention('Zoe'),
        note: { reason: null, paragraphs: ['On patience.'] },
      },
    ]);
    expect(recipients(toOutsiders(outcome))).toEqual(['zoe@adler.test']);
    expect(toOutsiders(outcome)[0]?.text).toContain('https://marin.example');
    expect(toOutsiders(outcome)[0]?.text).toContain('On patience.');
  });

  describe('recommend', () => {
    const recommended = (author: string, links?: readonly string[]): Request => ({
      kind: 'recommend',
      sentence: `recommend ${author} to Zoe`,
      author: mention(author),
      to: mention('Zoe'),
      ...(links === undefined ? {} : { links }),
      note: { reason: null, paragraphs: ['On patience.'] },
    });

    test('with a link of its own tells that link', () => {
      const [letter] = toOutsiders(asks([recommended('Lev Marin', ['https://marin.example/7'])]));
      expect(letter?.text).toContain('https://marin.example/7');
    });

    test('of somebody new, with a link, makes an entry of them', () => {
      const outcome = asks([recommended('Ada Moor', ['https://moor.example'])]);
      expect(toOutsiders(outcome)[0]?.text).toContain('https://moor.example');
      const { people } = worldAfter(blank(), outcome);
      expect(people.find(({ name }) => name === 'Ada Moor')).toMatchObject({ kind: 'author', addresses: [] });
    });

    test('of somebody new without one writes to nobody', () => {
      expect(toOutsiders(asks([recommended('Ada Moor')]))).toEqual([]);
    });

    test('of a contact who has nothing to follow asks whether an introduction is meant', () => {
      const outcome = asks([recommended('Mae Lin')]);
      expect(toOutsiders(outcome)).toEqual([]);
      const yes = answers(questionOf(outcome), { verdict: 'yes', bare: true }, worldAfter(blank(), outcome));
      expect(recipients(toOutsiders(yes))).toEqual(['zoe@adler.test', 'mae@lin.test']);
    });
  });

  test.each<[string, Request, string]>([
    [
      'who they know',
      { kind: 'ask-who-they-know', sentence: 'ask Ines who they know', who: mention('Ines'), about: null },
      'who-they-know',
    ],
    [
      'for an introduction',
      {
        kind: 'ask-to-introduce',
        sentence: 'ask Ines …',
        who: mention('Ines'),
        wanted: mention('Ada Moor'),
        note: { reason: null, paragraphs: [] },
      },
      'reverse',
    ],
    ['for their background', { kind: 'ask-background', sentence: 'ask Ines …', who: mention('Ines') }, 'background'],
  ])('somebody is asked %s, once', (_, request, kind) => {
    const outcome = asks([request]);
    expect(recipients(toOutsiders(outcome))).toEqual(['ines@carvalho.test']);
    expect(questionsAsked(outcome)).toMatchObject([{ kind }]);
    expect(toMentor(outcome)).toHaveLength(1);
    expect(toOutsiders(asks([request], worldAfter(blank(), outcome)))).toEqual([]);
    expect(toOutsiders(asks([request], blank({ optedOut: new Set(['ines@carvalho.test']) })))).toEqual([]);
    expect(toOutsiders(asks([request], blank(mentorWith({ pausedUntil: 'resume' }))))).toEqual([]);
  });
});

describe('forget', () => {
  const forget = (...names: readonly string[]): Request => ({
    kind: 'forget',
    sentence: 'forget …',
    who: names.map(mention),
  });

  test('one person goes at once, open introductions close, the rest follows as a job', () => {
    const outcome = asks([forget('Ines')], known({ people: blank().people }));
    expect(changesOf(outcome).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['forget', 'job', 'introduction']),
    );
    expect(introductionsOf(outcome)).toMatchObject([{ number: introduced.number, state: { kind: 'closed' } }]);
    expect(worldAfter(blank(), outcome).people.some(({ name }) => name === 'Ines Carvalho')).toBe(false);
    expect(toOutsiders(outcome)).toEqual([]);
  });

  test('several are asked about first', () => {
    const asked = asks([forget('Ines', 'Mae Lin')]);
    expect(changesOf(asked).some(({ kind }) => kind === 'forget')).toBe(false);
    const outcome = answers(questionOf(asked), { verdict: 'yes', bare: true }, worldAfter(blank(), asked));
    expect(changesOf(outcome).filter(({ kind }) => kind === 'forget')).toHaveLength(2);
  });

  test('a name that several have is asked about', () => {
    const asked = asks([forget('Mae')]);
    expect(changesOf(asked).some(({ kind }) => kind === 'forget')).toBe(false);
    const outcome = answers(questionOf(asked), { numbers: [2], bare: true }, worldAfter(blank(), asked));
    expect(changesOf(outcome)).toContainEqual(
      expect.objectContaining({ kind: 'forget', person: expect.objectContaining({ name: 'Mae Linden' }) }),
    );
  });
});

describe('the mentor’s own affairs', () => {
  const set = (setting: Setting) => asks([{ kind: 'setting', sentence: 'setting', setting }]);
  const mentorAfter = (outcome: ReturnType<typeof set>) => worldAfter(blank(), outcome).mentor;

  test.each<[Setting, object, string]>([
    [{ kind: 'time-zone', timeZone: 'europe/paris' }, { timeZone: 'Europe/Paris' }, 'Europe/Paris'],
    [{ kind: 'time-zone', timeZone: 'new york' }, { timeZone: 'America/New_York' }, 'America/New_York'],
    [{ kind: 'signature', signature: 'R. Alder' }, { signature: 'R. Alder' }, 'R. Alder'],
    [{ kind: 'summary', on: false }, { summary: false }, 'summary: off'],
    [{ kind: 'always-ask-first', on: true }, { alwaysAskFirst: true }, 'always ask first: on'],
    [{ kind: 'show-me-first', on: true }, { showMeFirst: true }, 'show me first: on'],
    [{ kind: 'ask-how-it-went', on: true }, { askHowItWent: true }, 'ask how it went: on'],
    [{ kind: 'name', name: 'Ruth A.' }, { name: 'Ruth A.' }, 'Ruth A.'],
  ])('%j is kept, and the settings shown as they now stand', (setting, mentor, words) => {
    expect(mentorAfter(set(setting))).toMatchObject(mentor);
    expect(said(set(setting))).toContain(words);
  });

  test.each(['Atlantis', 'Mars/Olympus', 'CET or so'])(
    'a time zone that there is not changes nothing: %s',
    (timeZone) => {
      expect(changesOf(set({ kind: 'time-zone', timeZone }))).toEqual([]);
    },
  );

  test('a further address counts once it answers itself, and from nowhere else', () => {
    const asked = set({ kind: 'other-address', address: 'ruth@home.test' });
    expect(recipients(toOutsiders(asked))).toEqual(['ruth@home.test']);
    expect(mentorAfter(asked).addresses).toEqual(['ruth@alder.test']);
    const question = questionOf(asked);
    const yes = (from: string) =>
      mail(
        understood({ verdict: 'yes', bare: true }),
        worldAfter(blank(), asked),
        { from },
        { introduction: null, question },
      );
    expect(mentorAfter(yes('ruth@home.test')).addresses).toEqual(['ruth@alder.test', 'ruth@home.test']);
    expect(mentorAfter(yes('ruth@alder.test')).addresses).toEqual(['ruth@alder.test']);
  });

  test('a pause until a day ends at 08:00 of that day', () => {
    const outcome = asks([{ kind: 'pause', sentence: 'pause until May 3', until: { words: 'May 3' } }]);
    expect(mentorAfter(outcome).pausedUntil).toBe('2027-05-03T07:00:00.000Z');
    expect(said(outcome)).toContain('3 May 2027');
  });

  test('resume lets out what is held', () => {
    const held = { ...introduced, state: { kind: 'held', since: introduced.createdAt, why: 'paused' } } as const;
    const outcome = asks(
      [{ kind: 'resume', sentence: 'resume' }],
      known({ introductions: [held], ...mentorWith({ pausedUntil: 'resume' }) }),
    );
    expect(changesOf(outcome)).toMatchObject([
      { kind: 'mentor', mentor: { pausedUntil: null } },
      { kind: 'job', job: { kind: 'release' } },
    ]);
  });

  test('a limit is kept, and no number takes it away', () => {
    expect(mentorAfter(asks([{ kind: 'limit-open', sentence: 'limit 8 open', limit: 8 }])).openLimit).toBe(8);
    expect(mentorAfter(asks([{ kind: 'limit-open', sentence: 'no limit', limit: null }])).openLimit).toBeNull();
    expect(
      peopleAfter(asks([{ kind: 'limit-month', sentence: 'limit …', who: mention('Ines'), limit: 2 }])),
    ).toMatchObject([{ monthlyLimit: 2 }]);
  });

  test('leave asks first, and exports before anything is erased', () => {
    const asked = asks([{ kind: 'leave', sentence: 'leave' }]);
    expect(changesOf(asked).every(({ kind }) => kind === 'ask')).toBe(true);
    expect(toMentor(asked)).toHaveLength(1);
    const outcome = answers(questionOf(asked), { verdict: 'yes', bare: true }, worldAfter(blank(), asked));
    expect(changesOf(outcome)).toContainEqual(
      expect.objectContaining({ kind: 'job', job: expect.objectContaining({ kind: 'export', thenLeave: true }) }),
    );
  });

  test('what is not understood is quoted back with the nearest request', () => {
    const text = said(asks([{ kind: 'unknown', sentence: 'Juggle Owen and Ines.', nearest: 'intro X to Y' }]));
    expect(text).toContain('Juggle Owen and Ines.');
    expect(text).toContain('intro X to Y');
  });

  test('small talk is left alone', () => {
    expect(mail({ ...understood(), smallTalk: true }, blank()).decisions).toEqual([]);
  });

  test('several things of one mail make one answer', () => {
    expect(
      toMentor(asks([{ kind: 'status', sentence: 'status' }, add('Kai Berg'), { kind: 'help', sentence: 'help' }])),
    ).toHaveLength(1);
  });
});
