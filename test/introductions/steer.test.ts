// Steering by number, by people, by conversation (PRODUCT.md section 3: follow, steer, outcome), and balance.
import { describe, expect, test } from 'vitest';
import { begunPerDay, holdFor, plateRemarks } from '../../functions/introductions/balance.ts';
import type { Known, Met } from '../../functions/introductions/known.ts';
import { metOf } from '../../functions/introductions/known.ts';
import type { Introduction, State } from '../../functions/introductions/life.ts';
import type { Request, Which } from '../../functions/language/requests.ts';
import {
  asks,
  blank,
  changesOf,
  intro,
  introductionsOf,
  mentorWith,
  questionOf,
  said,
  steering,
  worldAfter,
} from './mentor-mail.ts';
import {
  asked,
  changeKinds,
  day,
  ines,
  inState,
  introduced,
  known,
  mention,
  recipients,
  start,
  stateAfter,
  toMentor,
  toOutsiders,
} from './situation.ts';

const drafted = inState({ kind: 'drafted', since: start }, { sentAt: null });
const held = inState({ kind: 'held', since: start, why: 'paused' }, { sentAt: null });
const second: Introduction = {
  ...introduced,
  number: 6,
  localPart: 'i-zzzzyyyyxxxxwwwwvvvv',
  to: { ...introduced.to, personId: 'p3', name: 'Mae Lin', address: 'mae@lin.test', addresses: ['mae@lin.test'] },
};
const people = (...names: readonly string[]): Which => ({ numbers: [], people: names.map(mention), all: false });
const step = (name: Extract<Request, { kind: 'steer' }>['step'], which: Which): Request => ({
  kind: 'steer',
  sentence: name,
  step: name,
  which,
});

describe('by number', () => {
  test.each<[Parameters<typeof steering>[0], Introduction, State['kind']]>([
    ['close', introduced, 'closed'],
    ['cancel', introduced, 'cancelled'],
    ['cancel', drafted, 'cancelled'],
    ['done', introduced, 'done'],
    ['send', drafted, 'introduced'],
    ['send-anyway', held, 'introduced'],
  ])('%s', (name, introduction, state) => {
    const outcome = asks([steering(name, 7)], known({ introductions: [introduction] }));
    expect(stateAfter(outcome)).toBe(state);
    expect(toMentor(outcome)).toHaveLength(1);
  });

  test('a number that does not exist changes nothing and is said', () => {
    const outcome = asks([steering('close', 99)], known());
    expect(changesOf(outcome)).toEqual([]);
    expect(said(outcome)).toContain('99');
  });

  test('a step that has no meaning any more changes nothing and is said', () => {
    const outcome = asks([steering('send', 7)], known());
    expect(changesOf(outcome)).toEqual([]);
    expect(toOutsiders(outcome)).toEqual([]);
  });

  test('what was asked about it is settled with it', () => {
    const question = asked({ kind: 'quiet', introduction: 7 }, { asked: 'mentor' });
    expect(changeKinds(asks([steering('close', 7)], known({ questions: [question] })))).toContain('settle');
  });
});

describe('by people', () => {
  const world = blank({ introductions: [introduced, second] });

  test('two names mean the introduction between them', () => {
    expect(stateAfter(asks([step('cancel', people('Owen', 'Mae Lin'))], world), 6)).toBe('cancelled');
  });

  test('one name means the only one with them', () => {
    expect(stateAfter(asks([step('close', people('Ines'))], world), 7)).toBe('closed');
  });

  test('one name with two open introductions is asked about', () => {
    const outcome = asks([step('close', people('Owen'))], world);
    expect(introductionsOf(outcome)).toEqual([]);
    expect(questionOf(outcome).parts[0]).toMatchObject({ kind: 'list', choices: [{ number: 1 }, { number: 2 }] });
  });
});

describe('without a name or number', () => {
  test('the only one that the step can mean is meant', () => {
    expect(stateAfter(asks([step('send', people())], known({ introductions: [second, drafted] })))).toBe('introduced');
  });

  test('where two can be meant the mentor is asked', () => {
    expect(introductionsOf(asks([step('nudge', people())], blank({ introductions: [introduced, second] })))).toEqual(
      [],
    );
  });

  test('where none can be meant the mentor is told', () => {
    expect(toMentor(asks([step('nudge', people())], blank()))).toHaveLength(1);
  });
});

describe('nudge', () => {
  test('writes to the one in copy first where both are silent', () => {
    expect(recipients(toOutsiders(asks([steering('nudge', 7)], known())))).toEqual(['owen@brightbees.test']);
  });

  test('writes to the silent side where one has replied', () => {
    const answered = inState(
      { kind: 'answered', at: start, lastReplyAt: start },
      { cc: { ...introduced.cc, repliedAt: start } },
    );
    expect(recipients(toOutsiders(asks([steering('nudge', 7)], known({ introductions: [answered] }))))).toEqual([
      'ines@carvalho.test',
    ]);
  });

  const naming = (sentence: string): Request => ({
    kind: 'steer',
    sentence,
    step: 'nudge',
    which: { numbers: [7], people: [], all: false },
  });

  test.each<[string, string[]]>([
    ['Ines Carvalho', ['ines@carvalho.test']],
    ['Owen Bright', ['owen@brightbees.test']],
  ])('where both are silent, and the words name one, that one: %s', (name, reached) => {
    const outcome = asks([step('nudge', people(name))], known());
    expect(recipients(toOutsiders(outcome))).toEqual(reached);
  });

  test('with both named it is the one in copy first', () => {
    const outcome = asks([step('nudge', people('Ines Carvalho', 'Owen Bright'))], known());
    expect(recipients(toOutsiders(outcome))).toEqual(['owen@brightbees.test']);
  });

  test.each(['nudge her', 'Please remind him.'])(
    '%s: with both silent it may be either, and nobody is written to',
    (words) => {
      const outcome = asks([naming(words)], known());
      expect(toOutsiders(outcome)).toEqual([]);
      expect(said(outcome)).toContain('nudge Owen Bright');
    },
  );

  test('nudge her: with one silent it is that one', () => {
    const answered = inState(
      { kind: 'answered', at: start, lastReplyAt: start },
      { cc: { ...introduced.cc, repliedAt: start } },
    );
    expect(recipients(toOutsiders(asks([naming('nudge her')], known({ introductions: [answered] }))))).toEqual([
      'ines@carvalho.test',
    ]);
  });

  test('writes to nobody who has opted out', () => {
    const outcome = asks([steering('nudge', 7)], known({ optedOut: new Set(['owen@brightbees.test']) }));
    expect(toOutsiders(outcome)).toEqual([]);
    expect(said(outcome)).toContain('Owen Bright');
  });
});

describe('how it went', () => {
  const request: Request = {
    kind: 'outcome',
    sentence: 'ask how 7 went',
    which: { numbers: [7], people: [], all: false },
  };

  test('is asked of the one in copy, once', () => {
    const outcome = asks([request], known());
    expect(recipients(toOutsiders(outcome))).toEqual(['owen@brightbees.test']);
    expect(toOutsiders(asks([request], worldAfter(known(), outcome)))).toEqual([]);
  });
});

test('status lists what is open by number, what waits, and nothing that is over', () => {
  const over = { ...second, state: { kind: 'closed', at: start } } as const;
  const question = asked({ kind: 'quiet', introduction: 7 }, { asked: 'mentor', subject: 'Which Mae?' });
  const text = said(
    asks([{ kind: 'status', sentence: 'status' }], known({ introductions: [introduced, over], questions: [question] })),
  );
  expect(text).toContain('7. Owen Bright and Ines Carvalho');
  expect(text).toContain('Which Mae?');
  expect(text).not.toContain('Mae Lin');
});

describe('balance', () => {
  const full = (count: number, more: Partial<Known> = {}): Known =>
    blank({ introductions: Array.from({ length: count }, (_, i) => ({ ...introduced, number: 100 + i })), ...more });
  const met = (at: string, state: Met['state'] = 'introduced', number = 50): Met => ({
    personId: ines.id,
    otherId: 'px',
    number,
    at,
    state,
    side: 'to',
    replied: false,
  });

  test.each<[string, Known, string]>([
    ['over the limit of open ones', full(3, mentorWith({ openLimit: 3 })), 'open limit'],
    ['while paused until told', blank(mentorWith({ pausedUntil: 'resume' })), 'paused'],
    ['while paused until a day', blank(mentorWith({ pausedUntil: day(5) })), 'paused'],
    [
      'over the limit of a friend',
      blank({ people: [{ ...ines, monthlyLimit: 1 }, ...blank().people.slice(1)], met: [met(day(0.5))] }),
      'monthly limit',
    ],
    ['after 30 in a day', blank(mentorWith({ begun: { day: '2027-02-02', count: begunPerDay } })), 'daily guard'],
  ])('an introduction is held, and the mentor told: %s', (_, world, why) => {
    const outcome = asks([intro('Owen', 'Ines')], world);
    expect(toOutsiders(outcome)).toEqual([]);
    expect(introductionsOf(outcome)[0]?.state).toMatchObject({ kind: 'held', why });
    expect(toMentor(outcome)).toHaveLength(1);
  });

  test.each<[string, Known]>([
    ['below the limit', full(2, mentorWith({ openLimit: 3 }))],
    ['after the pause', blank(mentorWith({ pausedUntil: day(0) }))],
    [
      'in the month after',
      blank({
        people: [{ ...ines, monthlyLimit: 1 }, ...blank().people.slice(1)],
        met: [met('2027-01-20T09:00:00.000Z')],
      }),
    ],
    [
      'for the friend in copy',
      blank({
        people: [{ ...ines, monthlyLimit: 1 }, ...blank().people.slice(1)],
        met: [{ ...met(day(0.5)), side: 'cc' }],
      }),
    ],
    ['on the next day', blank(mentorWith({ begun: { day: '2027-02-01', count: begunPerDay } }))],
  ])('goes out %s', (_, world) => {
    expect(toOutsiders(asks([intro('Owen', 'Ines')], world))).toHaveLength(1);
  });

  test('asking first is held while paused, too', () => {
    expect(toOutsiders(asks([intro('Owen', 'Tariq')], blank(mentorWith({ pausedUntil: 'resume' }))))).toEqual([]);
  });

  test('"send anyway" overrides limit and pause for that one, never the guard of the day', () => {
    const one = { ...held, anyway: true };
    expect(holdFor(full(9, mentorWith({ openLimit: 3, pausedUntil: 'resume' })), one)).toBeNull();
    expect(holdFor(blank(mentorWith({ begun: { day: '2027-02-02', count: 30 } })), one)?.why).toBe('daily guard');
  });

  test('the guard of the day is named as the reason, for the alarm', () => {
    const guarded = blank(mentorWith({ begun: { day: '2027-02-02', count: begunPerDay } }));
    expect(asks([intro('Owen', 'Ines')], guarded).reason).toBe('daily guard');
    expect(asks([intro('Owen', 'Ines')]).reason).toBe('requests');
  });

  test('a hold says when time alone makes room', () => {
    const guarded = blank(mentorWith({ timeZone: 'Asia/Tokyo', begun: { day: '2027-02-02', count: 30 } }));
    expect(holdFor(guarded, held)?.lookAt).toBe('2027-02-02T15:00:00.000Z');
    expect(holdFor(full(3, mentorWith({ openLimit: 3 })), held)).toEqual({ why: 'open limit' });
  });

  test.each([
    [7, undefined],
    [8, 'You now have 8 introductions open.'],
  ])('with %i open the copy says: %s', (count, words) => {
    expect(plateRemarks(full(count), introduced)[0]).toBe(words);
  });

  test('the copy says when the same friend is asked for the third time in 60 days', () => {
    const world = blank({ met: [met(day(-40), 'done', 51), met(day(-5), 'closed', 52), ...metOf(introduced)] });
    expect(plateRemarks(world, introduced)).toEqual(['In the last 60 days Ines Carvalho has been asked 3 times.']);
    expect(plateRemarks({ ...world, met: world.met.slice(1) }, introduced)).toEqual([]);
    expect(plateRemarks({ ...world, met: [met(day(-80), 'done', 51), ...world.met.slice(1)] }, introduced)).toEqual([]);
  });
});
