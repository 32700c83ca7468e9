// Introducing two people, from request to letter (PRODUCT.md section 3: introduce to ask first, not twice, who is written to).
import { describe, expect, test } from 'vitest';
import type { Known } from '../../functions/introductions/known.ts';
import type { Request } from '../../functions/language/requests.ts';
import {
  answers,
  askFirst,
  asks,
  blank,
  changesOf,
  intro,
  introductionsOf,
  mae,
  mentorWith,
  questionOf,
  said,
  withAddress,
  worldAfter,
} from './mentor-mail.ts';
import {
  counted,
  day,
  domain,
  mention,
  peopleAfter,
  person,
  recipients,
  self,
  stateAfter,
  toMentor,
  toOutsiders,
} from './situation.ts';

describe('now', () => {
  const outcome = asks([intro('Owen Bright', 'Ines Carvalho', { note: 'Owen looks for a roof.' })]);

  test('goes to the one with the other in copy, and the mentor gets a copy of her own and nothing else', () => {
    expect(toOutsiders(outcome)).toHaveLength(1);
    expect(toOutsiders(outcome)[0]).toMatchObject({
      to: [{ address: 'ines@carvalho.test' }],
      cc: [{ address: 'owen@brightbees.test' }],
      subject: 'Owen Bright <> Ines Carvalho',
    });
    expect(toOutsiders(outcome)[0]?.text).toContain('Owen looks for a roof.');
    expect(toMentor(outcome)).toHaveLength(1);
    expect(toMentor(outcome)[0]?.from.localPart).toMatch(/^i-/);
  });

  test('says no private notes', () => {
    expect(toOutsiders(outcome)[0]?.text).not.toContain('honey');
  });

  test('takes the next number and is counted', () => {
    expect(introductionsOf(outcome)[0]).toMatchObject({ number: 8, state: { kind: 'introduced' } });
    expect(worldAfter(blank(), outcome).mentor).toMatchObject({ nextNumber: 9, begun: { count: 1 } });
    expect(counted(outcome)).toEqual(['introduced']);
  });

  test('makes the same ids and tokens whenever it is decided again', () => {
    expect(asks([intro('Owen Bright', 'Ines Carvalho', { note: 'Owen looks for a roof.' })])).toEqual(outcome);
  });

  test('greets by the nickname that the entry states', () => {
    const bess = person('p30', 'Elisabeth "Bess" Holm', 'bess@holm.test');
    const [letter] = toOutsiders(asks([intro('Owen', 'Bess Holm')], blank({ people: [...blank().people, bess] })));
    expect(letter?.text).toMatch(/^Dear Bess,/);
    expect(letter?.to[0]?.name).toBe('Elisabeth Holm');
  });

  test("carries the mentor's own subject", () => {
    expect(toOutsiders(asks([intro('Owen', 'Ines', { subject: 'Bees by the sea' })]))[0]?.subject).toBe(
      'Bees by the sea',
    );
  });
});

describe('who is written to', () => {
  test.each([
    ['directed: as the words say, even to a protégé', intro('Ines', 'Owen'), 'owen@brightbees.test'],
    ['undirected: a protégé is in copy, named first', intro('Owen', 'Ines', { directed: false }), 'ines@carvalho.test'],
    ['undirected: a protégé is in copy, named last', intro('Ines', 'Owen', { directed: false }), 'ines@carvalho.test'],
    [
      'undirected, no protégé: the first named is in copy',
      intro('Ines', mention('Mae Lin'), { directed: false }),
      'mae@lin.test',
    ],
    [
      'undirected, two protégés: the first named is in copy',
      intro('Zoe', 'Owen', { directed: false }),
      'owen@brightbees.test',
    ],
  ])('%s', (_, request, to) => {
    expect(toOutsiders(asks([request]))[0]?.to[0]?.address).toBe(to);
  });
});

describe('several', () => {
  test('make one letter for each pair, each with its own note', () => {
    const outcome = asks([intro('Owen', 'Ines', { note: 'On roofs.' }), intro('Zoe', 'Ines', { note: 'On glazing.' })]);
    const [first, second] = toOutsiders(outcome);
    expect(first?.text).toContain('On roofs.');
    expect(second?.text).toContain('On glazing.');
    expect(second?.text).not.toContain('On roofs.');
    expect(introductionsOf(outcome).map(({ number }) => number)).toEqual([8, 9]);
  });

  test('of the same pair in one mail make one', () => {
    expect(toOutsiders(asks([intro('Owen', 'Ines'), intro('Owen', 'Ines')]))).toHaveLength(1);
    expect(toOutsiders(asks([intro('Owen', 'Ines'), intro('Ines', 'Owen')]))).toHaveLength(1);
  });

  test('go on where one of them has to be asked about', () => {
    const outcome = asks([intro('Owen', 'Mae'), intro('Zoe', 'Ines')]);
    expect(recipients(toOutsiders(outcome))).toEqual(['ines@carvalho.test', 'zoe@adler.test']);
    expect(questionOf(outcome).parts).toHaveLength(1);
  });

  test('that both have to be asked about make one letter, numbered through', () => {
    const question = questionOf(asks([intro('Owen', 'Mae'), intro('Zoe', 'Mae')]));
    expect(
      question.parts.flatMap((part) => (part.kind === 'who' ? part.choices.map(({ number }) => number) : [])),
    ).toEqual([1, 2, 3, 4]);
  });

  test('are each one decision, and the answer another', () => {
    expect(asks([intro('Owen', 'Mae'), intro('Zoe', 'Ines')]).decisions.map(({ place }) => place)).toEqual([
      '0',
      '1',
      'answer',
    ]);
  });
});

describe('people with an address', () => {
  test('who are new are added to the book, and the copy says so', () => {
    const outcome = asks([intro('Owen', withAddress('Kai Berg', 'kai@berg.test'))]);
    expect(peopleAfter(outcome)[0]).toMatchObject({ name: 'Kai Berg', addresses: ['kai@berg.test'] });
    expect(recipients(toOutsiders(outcome))).toContain('kai@berg.test');
    expect(said(outcome)).toContain('Kai Berg <kai@berg.test> is in your book now');
  });

  test('who are known get the letter at the address given, the entry gains it and the copy says so', () => {
    const outcome = asks([intro('Owen', withAddress('Ines Carvalho', 'ines@newport.test'))]);
    expect(recipients(toOutsiders(outcome))).toEqual(['ines@newport.test', 'owen@brightbees.test']);
    expect(peopleAfter(outcome)[0]?.addresses).toEqual(['ines@carvalho.test', 'ines@newport.test']);
    expect(said(outcome)).toContain('ines@newport.test is new for Ines Carvalho');
  });

  test('of our own domain are never introduced', () => {
    const outcome = asks([intro('Owen', withAddress('Desk', `intro@${domain}`))]);
    expect(toOutsiders(outcome)).toEqual([]);
    expect(changesOf(outcome)).toEqual([]);
  });
});

describe('nobody is written to, and the mentor is asked', () => {
  test.each([
    ['several fit', intro('Owen', 'Mae'), ['Mae Lin, Lin Ceramics <mae@lin.test>', 'Mae Linden, Linden Law']],
    ['the name is only near', intro('Owen', 'Ines Carvahlo'), ['Ines Carvalho']],
    ['nobody fits', intro('Owen', 'Priscilla Ng'), ['Priscilla Ng', 'address']],
    ['the entry has no address', intro('Owen', 'Lev Marin'), ['Lev Marin', 'address']],
    ['a role stands for a name', intro('Owen', { ...mention('her new boss'), nameless: true }), ['her new boss']],
    [
      'there is a condition',
      intro('Owen', 'Ines', { manner: { kind: 'conditional', condition: 'if Ines is free' } }),
      ['if Ines is free'],
    ],
    [
      'the day cannot be told',
      intro('Owen', 'Ines', { manner: { kind: 'on', when: { words: 'the day of the eel' } } }),
      ['the day of the eel'],
    ],
  ])('where %s', (_, request, asked) => {
    const outcome = asks([request]);
    expect(toOutsiders(outcome)).toEqual([]);
    expect(questionOf(outcome).waits).toBe(true);
    for (const words of asked) expect(said(outcome)).toContain(words);
    expect(toMentor(outcome)).toHaveLength(1);
  });
});

describe('nobody is written to, and the mentor is told', () => {
  test.each([
    ['an entry says never', intro('Owen', 'Vera'), {}, 'Vera Stone'],
    [
      'the address gets no more mail',
      intro('Owen', 'Ines'),
      { optedOut: new Set(['ines@carvalho.test']) },
      'Ines Carvalho',
    ],
    [
      'the one in copy gets no more mail',
      intro('Owen', 'Ines'),
      { optedOut: new Set(['owen@brightbees.test']) },
      'Owen Bright',
    ],
    ['both are one person', intro('Owen', 'Owen Bright'), {}, 'same entry'],
    ['the mentor is one of the two', intro(self, 'Ines'), {}, 'ines@carvalho.test'],
  ])('where %s', (_, request, world: Partial<Known>, words) => {
    const outcome = asks([request], blank(world));
    expect(toOutsiders(outcome)).toEqual([]);
    expect(introductionsOf(outcome)).toEqual([]);
    expect(said(outcome)).toContain(words);
    expect(toMentor(outcome)).toHaveLength(1);
  });
});

describe('not twice', () => {
  const world = worldAfter(blank(), asks([intro('Owen', 'Ines')]));

  test('the mentor is told when, and asked; nothing goes out', () => {
    const outcome = asks([intro('Owen', 'Ines')], world, { subject: 'again' });
    expect(toOutsiders(outcome)).toEqual([]);
    expect(said(outcome)).toContain('2 February 2027');
    expect(questionOf(outcome).parts[0]?.kind).toBe('confirm');
  });

  test('in the other direction is the same pair', () => {
    expect(toOutsiders(asks([intro('Ines', 'Owen')], world))).toEqual([]);
  });

  test('a yes introduces them again', () => {
    const asked = asks([intro('Owen', 'Ines', { note: 'Once more.' })], world);
    const outcome = answers(questionOf(asked), { verdict: 'yes', bare: true }, worldAfter(world, asked));
    expect(toOutsiders(outcome)[0]?.text).toContain('Once more.');
  });

  test.each(['cancelled', 'declined', 'expired'] as const)('one that was %s does not count', (kind) => {
    const met = world.met.map((each) => ({ ...each, state: kind }));
    expect(toOutsiders(asks([intro('Owen', 'Ines')], { ...world, met }))).toHaveLength(1);
  });
});

describe('drafts', () => {
  const draft = asks([intro('Owen', 'Ines', { note: 'On roofs.', manner: { kind: 'draft' } })]);
  const world = worldAfter(blank(), draft);
  const question = questionOf(draft);

  test('are shown to the mentor alone, whole', () => {
    expect(toOutsiders(draft)).toEqual([]);
    expect(stateAfter(draft, 8)).toBe('drafted');
    expect(said(draft)).toContain('On roofs.');
    expect(said(draft)).toContain('To: Ines Carvalho <ines@carvalho.test>');
  });

  test.each([{ step: 'send' as const }, { verdict: 'yes' as const }])('%j sends it', (answer) => {
    const outcome = answers(question, { ...answer, bare: true }, world);
    expect(toOutsiders(outcome)[0]?.text).toContain('On roofs.');
    expect(stateAfter(outcome, 8)).toBe('introduced');
    expect(toMentor(outcome)).toHaveLength(1);
  });

  test.each([{ step: 'cancel' as const }, { dropped: true }, { verdict: 'no' as const }])('%j drops it', (answer) => {
    const outcome = answers(question, { ...answer, bare: true }, world);
    expect(toOutsiders(outcome)).toEqual([]);
    expect(stateAfter(outcome, 8)).toBe('cancelled');
  });

  test('other words replace the note and show it again, and then send sends the new ones', () => {
    const rewritten = answers(question, { words: 'On chimneys.' }, world);
    expect(toOutsiders(rewritten)).toEqual([]);
    expect(said(rewritten)).toContain('On chimneys.');
    const sent = answers(questionOf(rewritten), { step: 'send', bare: true }, worldAfter(world, rewritten));
    expect(toOutsiders(sent)[0]?.text).toContain('On chimneys.');
    expect(toOutsiders(sent)[0]?.text).not.toContain('On roofs.');
  });

  test('come of every introduction while "show me first" is on', () => {
    const outcome = asks([intro('Owen', 'Ines')], blank(mentorWith({ showMeFirst: true })));
    expect(stateAfter(outcome, 8)).toBe('drafted');
    expect(toOutsiders(outcome)).toEqual([]);
  });
});

describe('later', () => {
  test('on a day it waits until 08:00 in the zone of the mentor, and she is told the number', () => {
    const outcome = asks([intro('Owen', 'Ines', { manner: { kind: 'on', when: { words: 'May 3' } } })]);
    expect(introductionsOf(outcome)[0]?.state).toEqual({ kind: 'scheduled', at: '2027-05-03T07:00:00.000Z' });
    expect(toOutsiders(outcome)).toEqual([]);
    expect(said(outcome)).toContain('3 May 2027 at 08:00 (number 8)');
  });

  test('a reminder is kept with its words for its day', () => {
    const outcome = asks([
      { kind: 'remind', sentence: 'remind me …', when: { words: 'May 3' }, request: 'introduce Owen to Ines' },
    ]);
    expect(changesOf(outcome)).toMatchObject([
      { kind: 'remind', reminder: { due: '2027-05-03T07:00:00.000Z', words: 'introduce Owen to Ines' } },
    ]);
  });
});

describe('ask first', () => {
  test('asks that party alone, from the address of a question that was sent there', () => {
    const outcome = asks([askFirst('Ines', 'Owen')]);
    expect(recipients(toOutsiders(outcome))).toEqual(['ines@carvalho.test']);
    expect(stateAfter(outcome, 8)).toBe('asking');
    expect(changesOf(outcome)).toContainEqual(
      expect.objectContaining({
        kind: 'ask',
        question: expect.objectContaining({ asked: 'party', address: 'ines@carvalho.test' }),
      }),
    );
    expect(toMentor(outcome)).toHaveLength(1);
  });

  test('of a protégé keeps the protégé in copy', () => {
    const outcome = asks([askFirst('Owen', 'Ines')]);
    expect(recipients(toOutsiders(outcome))).toEqual(['owen@brightbees.test']);
    expect(introductionsOf(outcome)[0]).toMatchObject({ to: { name: 'Ines Carvalho' }, state: { side: 'cc' } });
  });

  test.each([
    ['to', intro('Owen', 'Tariq'), 'tariq@aziz.test'],
    ['cc', intro('Tariq', 'Ines'), 'tariq@aziz.test'],
  ])('is done where the entry of the one in %s says so', (_, request, asked) => {
    expect(recipients(toOutsiders(asks([request])))).toEqual([asked]);
  });

  test('asks the one written to first where both entries say so', () => {
    const world = blank({
      people: blank().people.map((each) => (each.id === mae.id ? { ...each, consent: 'ask first' as const } : each)),
    });
    const outcome = asks([intro('Tariq', mention('Mae Lin'))], world);
    expect(recipients(toOutsiders(outcome))).toEqual(['mae@lin.test']);
    expect(introductionsOf(outcome)[0]?.toAsk).toEqual(['to', 'cc']);
  });

  test('is done of whoever is written to while "always ask first" is on', () => {
    const outcome = asks([intro('Owen', 'Ines')], blank(mentorWith({ alwaysAskFirst: true })));
    expect(recipients(toOutsiders(outcome))).toEqual(['ines@carvalho.test']);
  });
});

describe('already made', () => {
  const request = {
    kind: 'introduced-already',
    sentence: 'I introduced Owen to Ines last week',
    to: mention('Ines'),
    cc: mention('Owen'),
  } as const;

  test('is recorded with one line to the mentor and nothing to anybody else', () => {
    const outcome = asks([request]);
    expect(toOutsiders(outcome)).toEqual([]);
    expect(introductionsOf(outcome)[0]).toMatchObject({ origin: 'already-made', state: { kind: 'done' } });
    expect(toMentor(outcome)).toHaveLength(1);
  });

  test('counts as met: introducing the two is asked about', () => {
    const world = worldAfter(blank(), asks([request]));
    expect(toOutsiders(asks([intro('Owen', 'Ines')], { ...world, now: day(3) }))).toEqual([]);
  });

  test('needs no address', () => {
    expect(introductionsOf(asks([{ ...request, to: mention('Lev Marin') }]))).toHaveLength(1);
  });
});

describe('work that was cut off', () => {
  const requests = [intro('Owen', 'Mae'), intro('Zoe', 'Ines')];
  const whole = asks(requests);

  test('goes on behind what is committed, and says in the answer what the first attempt left to say', () => {
    const [first] = whole.decisions;
    const resumed = asks(requests, worldAfter(blank(), { ...whole, decisions: whole.decisions.slice(0, 1) }), {
      done: new Map([[first?.place ?? '', first?.line ?? '']]),
    });
    expect(resumed.decisions.map(({ place }) => place)).toEqual(['1', 'answer']);
    expect(said(resumed)).toBe(said(whole));
  });
});

describe('somebody named anew, in nobody’s place in particular', () => {
  const meant = (to: string, was: string) => ({ ...intro('Owen Bright', to), insteadOf: mention(was) });

  test('takes the place of whoever was written to, where both are protégés or neither is', () => {
    expect(toOutsiders(asks([meant('Mae Lin', 'Ines Carvalho')]))).toHaveLength(1);
  });

  test('is asked about where a protégé would take the place of a contact, and a yes makes it', () => {
    const outcome = asks([meant('Zoe Adler', 'Mae Lin')]);
    expect(toOutsiders(outcome)).toHaveLength(0);
    const world = worldAfter(blank(), outcome);
    expect(toOutsiders(answers(questionOf(outcome), { verdict: 'yes' }, world))).toHaveLength(1);
  });
});

describe('ask first, for a later day', () => {
  const onDay = (words: string) => ({ ...askFirst('Ines Carvalho', 'Owen Bright'), when: { words } }) as Request;

  test('asks now, and says when it goes out', () => {
    const outcome = asks([onDay('in 20 days')]);
    expect(recipients(toOutsiders(outcome))).toEqual(['ines@carvalho.test']);
    expect(introductionsOf(outcome)[0]?.notBefore).toBeDefined();
    expect(said(outcome)).toContain('not before');
  });

  test('asks nobody where the day cannot be told', () => {
    const outcome = asks([onDay('on May 33')]);
    expect(toOutsiders(outcome)).toHaveLength(0);
    expect(said(outcome)).toContain('on May 33');
  });
});

describe('a draft for which somebody is to be asked', () => {
  const request = { ...intro('Owen Bright', 'Ines Carvalho', { manner: { kind: 'draft' } }), ask: ['to'] } as Request;
  const drafted = asks([request]);

  test('is shown first, and asks at send', () => {
    expect(toOutsiders(drafted)).toHaveLength(0);
    const sent = answers(questionOf(drafted), { step: 'send' }, worldAfter(blank(), drafted));
    expect(recipients(toOutsiders(sent))).toEqual(['ines@carvalho.test']);
  });
});
