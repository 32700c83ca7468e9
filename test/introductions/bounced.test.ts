// Letters that did not arrive.
import { describe, expect, test } from 'vitest';
import { decideBounce, type Failure } from '../../functions/introductions/bounced.ts';
import type { Introduction } from '../../functions/introductions/life.ts';
import { letterOf } from '../../functions/letters/letter.ts';
import {
  counted,
  day,
  inState,
  introduced,
  known,
  lettersOf,
  questionsAsked,
  stateAfter,
  toMentor,
} from './situation.ts';

const hard: Failure = { address: 'ines@carvalho.test', permanence: 'hard', why: 'the address does not exist' };
const letter = letterOf({
  id: 'm1/7/introduce',
  mentorId: 'm1',
  audience: 'outsider',
  automation: 'person',
  from: { name: 'Ruth Alder via Stepback', localPart: introduced.localPart },
  to: [{ name: 'Ines Carvalho', address: 'ines@carvalho.test' }],
  subject: introduced.subject,
  text: '',
});
const bounce = (failure: Failure, introduction: Introduction | null = introduced) =>
  decideBounce(
    known({ introductions: introduction === null ? [] : [introduction] }),
    { introduction, letter },
    failure,
  );

describe('a hard failure', () => {
  test('tells the mentor at once which address and why, and what to answer', () => {
    const outcome = bounce(hard);
    expect(stateAfter(outcome)).toBe('bounced');
    const [told] = toMentor(outcome);
    for (const word of ['ines@carvalho.test', 'the address does not exist', 'Answer with another address', 'close']) {
      expect(told?.text).toContain(word);
    }
    expect(questionsAsked(outcome)).toEqual([
      { kind: 'bounced', introduction: 7, side: 'to', address: 'ines@carvalho.test' },
    ]);
    expect(told?.from.localPart).toMatch(/^q-/);
    expect(counted(outcome)).toEqual(['bounced']);
  });

  test('that was told is not told again', () => {
    const bounced = inState({ kind: 'bounced', at: day(0), side: 'to', address: 'ines@carvalho.test' });
    expect(bounce(hard, bounced).decisions).toEqual([]);
  });

  test('of an address that has been replaced is old news', () => {
    const moved = {
      ...introduced,
      to: { ...introduced.to, address: 'ines@new.test', addresses: ['ines@new.test', 'ines@carvalho.test'] },
    };
    expect(stateAfter(bounce(hard, moved))).toBeUndefined();
  });

  test('of a mailbox behind the address means the party of that domain', () => {
    expect(stateAfter(bounce({ ...hard, address: 'i.carvalho@carvalho.test' }))).toBe('bounced');
  });

  test('without an address means the only recipient', () => {
    expect(stateAfter(bounce({ ...hard, address: null }))).toBe('bounced');
  });

  test('of a letter about no introduction is told with its subject', () => {
    expect(toMentor(bounce(hard, null))[0]?.text).toContain(introduced.subject);
  });

  test('of the mentor’s own address is told to nobody', () => {
    expect(bounce({ ...hard, address: 'ruth@alder.test' }).decisions).toEqual([]);
  });

  test('after both have replied is told only for what was passed on', () => {
    const done = inState({ kind: 'done', at: day(0), how: 'both replied' });
    expect(bounce(hard, done).decisions).toEqual([]);
    const passed = { ...letter, passOn: { mailKey: 'k', withoutAttachments: false } };
    const outcome = decideBounce(known({ introductions: [done] }), { introduction: done, letter: passed }, hard);
    expect([stateAfter(outcome), toMentor(outcome).length]).toEqual([undefined, 1]);
  });

  test('of the letter that asked first keeps the question open until there is another address', () => {
    const asking = inState({ kind: 'asking', since: day(0), side: 'to', both: false }, { sentAt: null, toAsk: ['to'] });
    expect([stateAfter(bounce(hard, asking)), toMentor(bounce(hard, asking)).length]).toEqual(['bounced', 1]);
  });
});

test('a temporary failure is nobody’s news until it is final', () => {
  const outcome = bounce({ ...hard, permanence: 'temporary' });
  expect([stateAfter(outcome), lettersOf(outcome)]).toEqual([undefined, []]);
});
