// What time brings about, in the order of the table at the head of due.ts.
import { describe, expect, test } from 'vitest';
import { decideDue, decideNotSent, decideRelease } from '../../functions/introductions/due.ts';
import type { Known } from '../../functions/introductions/known.ts';
import type { Introduction } from '../../functions/introductions/life.ts';
import type { Request } from '../../functions/language/requests.ts';
import { letterOf } from '../../functions/letters/letter.ts';
import {
  asked,
  changeKinds,
  counted,
  day,
  ines,
  inState,
  introduced,
  introductionAfter,
  known,
  lettersOf,
  owen,
  questionsAsked,
  recipients,
  ruth,
  stateAfter,
  toMentor,
  toOutsiders,
} from './situation.ts';

const due = (introduction: Introduction, now: string, more: Partial<Known> = {}) =>
  decideDue({ kind: 'introduction', introduction }, known({ introductions: [introduction], now, ...more }));

describe('a scheduled introduction', () => {
  const scheduled = inState({ kind: 'scheduled', at: day(3) }, { sentAt: null });

  test('goes out on its day, and the mentor gets the copy', () => {
    const outcome = due(scheduled, day(3));
    expect(stateAfter(outcome)).toBe('introduced');
    expect(recipients(toOutsiders(outcome))).toEqual(['ines@carvalho.test', 'owen@brightbees.test']);
    expect(toMentor(outcome)).toHaveLength(1);
  });

  test('asks first where a yes is missing', () => {
    const outcome = due({ ...scheduled, toAsk: ['to'] }, day(3));
    expect([stateAfter(outcome), recipients(toOutsiders(outcome))]).toEqual(['asking', ['ines@carvalho.test']]);
  });

  test('without room is held, and the mentor told', () => {
    const outcome = due(scheduled, day(3), { mentor: { ...ruth, pausedUntil: day(9) } });
    expect([stateAfter(outcome), toOutsiders(outcome), toMentor(outcome).length]).toEqual(['held', [], 1]);
  });

  test.each<[string, Partial<Known>]>([
    ['has opted out since', { optedOut: new Set(['owen@brightbees.test']) }],
    ['may never be introduced now', { people: [{ ...ines, consent: 'never' }, owen] }],
  ])('is cancelled where one of the two %s', (_why, more) => {
    const outcome = due(scheduled, day(3), more);
    expect([stateAfter(outcome), toOutsiders(outcome), toMentor(outcome).length]).toEqual(['cancelled', [], 1]);
  });
});

describe('what is held', () => {
  const held = (number: number, since: string): Introduction => ({
    ...introduced,
    number,
    sentAt: null,
    state: { kind: 'held', since, why: 'open limit' },
  });

  test('goes out in the order in which it was held, as far as there is room', () => {
    const mentor = { ...ruth, openLimit: 2 };
    const outcome = decideRelease(
      known({ mentor, introductions: [introduced, held(9, day(0)), held(8, day(1)), held(10, day(2))], now: day(3) }),
    );
    expect(outcome.decisions.map(({ place }) => place)).toEqual(['release/9']);
    expect(stateAfter(outcome, 9)).toBe('introduced');
  });

  test('is looked at again on its day, in silence', () => {
    const mentor = { ...ruth, pausedUntil: day(9) };
    const one = {
      ...held(8, day(0)),
      state: { kind: 'held', since: day(0), why: 'daily guard', lookAt: day(1) } as const,
    };
    const outcome = due(one, day(1), { mentor });
    expect(introductionAfter(outcome, 8)?.state).toEqual({
      kind: 'held',
      since: day(0),
      why: 'paused',
      lookAt: day(9),
    });
    expect(lettersOf(outcome)).toEqual([]);
  });

  test('is released when the pause ends', () => {
    const mentor = { ...ruth, pausedUntil: day(2) };
    const outcome = decideDue({ kind: 'pause' }, known({ mentor, now: day(2) }));
    expect(changeKinds(outcome)).toEqual(['mentor', 'job']);
    expect(decideDue({ kind: 'pause' }, known({ mentor, now: day(1) })).decisions).toEqual([]);
  });
});

describe('an introduction without a reply', () => {
  test('after 10 days is told once, with what can be answered', () => {
    const outcome = due(introduced, day(10));
    expect(introductionAfter(outcome)?.state).toMatchObject({ kind: 'introduced', toldQuiet: true });
    const [letter] = toMentor(outcome);
    for (const word of ['Owen Bright', 'Ines Carvalho', 'nudge', 'close', 'leave it', 'I cannot tell']) {
      expect(letter?.text).toContain(word);
    }
    expect(questionsAsked(outcome)).toEqual([{ kind: 'quiet', introduction: 7 }]);
    expect(toOutsiders(outcome)).toEqual([]);
  });

  test('an out-of-office that came meanwhile is mentioned', () => {
    const away = { ...introduced, to: { ...introduced.to, awayAt: day(1) } };
    expect(toMentor(due(away, day(10)))[0]?.text).toContain('An out-of-office came from Ines Carvalho on 2 February');
  });

  test('after 30 days closes as quiet, in silence', () => {
    const told = inState({ kind: 'introduced', at: day(0), toldQuiet: true });
    const outcome = due(told, day(30));
    expect([stateAfter(outcome), lettersOf(outcome), counted(outcome)]).toEqual(['quiet', [], ['quiet']]);
  });

  test('14 days after one side’s reply counts as done, apart, and is called nothing else', () => {
    const answered = inState({ kind: 'answered', at: day(1), lastReplyAt: day(1) });
    const outcome = due(answered, day(15));
    expect([stateAfter(outcome), lettersOf(outcome), counted(outcome)]).toEqual(['done', [], ['counted done']]);
  });
});

test('a draft that waited 14 days is put away, and the mentor told', () => {
  const outcome = due(inState({ kind: 'drafted', since: day(0) }, { sentAt: null }), day(14));
  expect([stateAfter(outcome), toMentor(outcome).length]).toEqual(['expired', 1]);
});

test('an asking that nobody answered is told without blame, and the other has not heard of it', () => {
  const outcome = due(inState({ kind: 'asking', since: day(0), side: 'to', both: false }, { sentAt: null }), day(14));
  expect(stateAfter(outcome)).toBe('expired');
  expect(toMentor(outcome)[0]?.text).toContain('Owen Bright has not heard of it');
});

test('on its day cc is asked how it went, in one line', () => {
  const outcome = due(inState({ kind: 'done', at: day(0), how: 'both replied', askAt: day(14) }), day(14));
  expect(recipients(lettersOf(outcome))).toEqual(['owen@brightbees.test']);
  expect(questionsAsked(outcome)).toEqual([{ kind: 'outcome', introduction: 7 }]);
});

describe('a question', () => {
  test('that a party never answered is dropped, and the mentor told', () => {
    const question = asked({ kind: 'who-they-know', personId: 'p1', about: null });
    const outcome = decideDue({ kind: 'question', question }, known({ now: day(14) }));
    expect([changeKinds(outcome), toMentor(outcome).length]).toEqual([['settle'], 1]);
  });

  test('to the mentor is dropped in silence', () => {
    const question = asked({ kind: 'draft', introduction: 7 }, { asked: 'mentor' });
    const outcome = decideDue({ kind: 'question', question }, known({ now: day(14) }));
    expect([changeKinds(outcome), lettersOf(outcome)]).toEqual([['settle'], []]);
  });
});

describe('a reminder', () => {
  const reminder = { id: 'r1', mentorId: 'm1', due: day(5), words: 'introduce Owen to Ines' };
  const request = { kind: 'status', sentence: 'introduce Owen to Ines' } as Request;

  test('comes back with the request, and yes does it', () => {
    const outcome = decideDue({ kind: 'reminder', reminder, requests: [request] }, known({ now: day(5) }));
    expect(toMentor(outcome)[0]?.text).toContain('introduce Owen to Ines');
    expect(questionsAsked(outcome)).toMatchObject([{ kind: 'confirm', pending: [{ request }] }]);
  });

  test('that holds no request asks nothing', () => {
    const outcome = decideDue(
      { kind: 'reminder', reminder: { ...reminder, words: 'call Bob' }, requests: [] },
      known(),
    );
    expect([questionsAsked(outcome), toMentor(outcome).length]).toEqual([[], 1]);
  });
});

describe('a letter', () => {
  const letter = letterOf({
    id: 'm1/7/introduce',
    mentorId: 'm1',
    audience: 'outsider',
    automation: 'person',
    from: { name: 'Ruth Alder via Stepback', localPart: introduced.localPart },
    to: [{ name: 'Ines Carvalho', address: 'ines@carvalho.test' }],
    subject: introduced.subject,
    text: '',
    introduction: 7,
  });

  test('to an outsider whose fate nobody knows is told, never sent again by itself', () => {
    const outcome = decideDue({ kind: 'letter', letter }, known());
    expect(toOutsiders(outcome)).toEqual([]);
    expect(toMentor(outcome)[0]?.text).toContain('I cannot tell whether this went out');
    expect(questionsAsked(outcome)).toEqual([{ kind: 'unknown-fate', letterId: letter.id, introduction: 7 }]);
  });

  test('to a mentor asks nobody', () => {
    expect(decideDue({ kind: 'letter', letter: { ...letter, audience: 'mentor' } }, known()).decisions).toEqual([]);
  });

  test('that was refused for good is told with its reason', () => {
    expect(toMentor(decideNotSent(known(), letter, 'the address is not accepted'))[0]?.text).toContain(
      'the address is not accepted',
    );
  });
});
