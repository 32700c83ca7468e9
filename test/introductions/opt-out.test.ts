// Whoever wants no more mail gets none, and whose open introductions and questions end with it.
import { describe, expect, test } from 'vitest';
import {
  decideOptIn,
  decideOptOut,
  decideOptOutByMail,
  decideStrangersOptOut,
} from '../../functions/introductions/opt-out.ts';
import {
  asked,
  changeKinds,
  day,
  inState,
  introduced,
  known,
  lettersOf,
  received,
  recipients,
  ruth,
  stateAfter,
  toMentor,
  toOutsiders,
} from './situation.ts';

const ines = { address: 'ines@carvalho.test', name: '', id: 'click1' };

describe('an opt-out', () => {
  test('closes what is open with the address and tells the mentor once', () => {
    const outcome = decideOptOut(known(), ines, false);
    expect(stateAfter(outcome)).toBe('closed');
    expect(changeKinds(outcome)).toContain('opt-out');
    expect(toMentor(outcome)).toHaveLength(1);
    expect(toMentor(outcome)[0]?.text).toContain('Ines Carvalho <ines@carvalho.test>');
    expect(toOutsiders(outcome)).toEqual([]);
  });

  test('that came before is not told again', () => {
    expect(decideOptOut(known(), ines, true).decisions).toEqual([]);
  });

  test('an introduction that was still to go out is declined', () => {
    const asking = inState({ kind: 'asking', since: day(0), side: 'to', both: false }, { sentAt: null });
    const question = asked({ kind: 'consent', introduction: 7, side: 'to' });
    const outcome = decideOptOut(known({ introductions: [asking], questions: [question] }), ines, false);
    expect(stateAfter(outcome)).toBe('declined');
    expect(changeKinds(outcome)).toContain('settle');
    expect(toMentor(outcome)).toHaveLength(1);
  });

  test('two who are talking go on talking, and the mentor hears of it', () => {
    const done = inState({ kind: 'done', at: day(0), how: 'both replied' });
    const outcome = decideOptOut(known({ introductions: [done] }), ines, false);
    expect([stateAfter(outcome), toMentor(outcome).length]).toEqual([undefined, 1]);
  });

  test('a mentor with nothing open learns it only when trying', () => {
    const over = inState({ kind: 'quiet', at: day(0) });
    const outcome = decideOptOut(known({ introductions: [over] }), ines, false);
    expect([changeKinds(outcome), lettersOf(outcome)]).toEqual([['opt-out'], []]);
  });

  test('a mentor cannot opt out', () => {
    expect(decideOptOut(known(), { ...ines, address: 'ruth@alder.test' }, false).decisions).toEqual([]);
  });

  test('of an address that no mentor knows is written down', () => {
    expect(changeKinds(decideStrangersOptOut('a@b.test', day(1)))).toEqual(['opt-out']);
  });
});

describe('by mail', () => {
  test('authenticated it counts everywhere', () => {
    expect(changeKinds(decideOptOutByMail(received(), known(), introduced))).toContain('opt-out');
  });

  test('unproven it ends the introduction whose token it has, and nothing else; the mentor is told', () => {
    const outcome = decideOptOutByMail(received({ proof: 'none' }), known(), introduced);
    expect([stateAfter(outcome), changeKinds(outcome)]).toEqual(['closed', ['introduction']]);
    expect(toMentor(outcome)).toHaveLength(1);
    expect(decideOptOutByMail(received({ proof: 'none' }), known(), null).decisions).toEqual([]);
  });

  test('from a party who has an account it ends that introduction, and the account stays reachable', () => {
    const outcome = decideOptOutByMail({ ...received(), writerIsMentor: true }, known(), introduced);
    expect([stateAfter(outcome), changeKinds(outcome)]).toEqual(['closed', ['introduction']]);
  });

  test('where DMARC fails it is nothing', () => {
    expect(decideOptOutByMail(received({ proof: 'fail' }), known(), introduced).decisions).toEqual([]);
  });
});

describe('start', () => {
  const stopped = known({ optedOut: new Set(['ines@carvalho.test']) });

  test('from the same authenticated address undoes it and is confirmed in one line', () => {
    const outcome = decideOptIn(received({ text: 'start' }), stopped);
    expect(changeKinds(outcome)).toEqual(['opt-in']);
    expect(recipients(lettersOf(outcome))).toEqual(['ines@carvalho.test']);
  });

  test('without proof, or from somebody who never stopped, it is nothing', () => {
    expect(decideOptIn(received({ proof: 'none' }), stopped).decisions).toEqual([]);
    expect(decideOptIn(received(), { optedOut: new Set(), mentor: ruth }).decisions).toEqual([]);
  });
});
