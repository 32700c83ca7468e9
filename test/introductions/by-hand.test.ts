// Introductions that the mentor makes by hand (PRODUCT.md section 3, made by hand): the parties get nothing, whatever the words are.
import { describe, expect, test } from 'vitest';
import type { Known } from '../../functions/introductions/known.ts';
import {
  asks,
  blank,
  changesOf,
  intro,
  introductionsOf,
  mail,
  questionOf,
  said,
  withAddress,
  worldAfter,
} from './mentor-mail.ts';
import { domain, type MailFacts, peopleAfter, stateAfter, toMentor, toOutsiders, understood } from './situation.ts';

const service = `intro@${domain}`;
const words = (facts: MailFacts, requests: Parameters<typeof understood>[1] = [], world: Known = blank()) =>
  mail(understood({}, requests), world, facts);

describe('a mail to both with the service in copy', () => {
  const facts = { to: ['ines@carvalho.test'], cc: ['owen@brightbees.test', service], subject: 'Roofs' };
  const outcome = words(facts);

  test('is recorded as introduced, the parties get nothing, the mentor a line', () => {
    expect(toOutsiders(outcome)).toEqual([]);
    expect(stateAfter(outcome, 8)).toBe('introduced');
    expect(toMentor(outcome)).toHaveLength(1);
    expect(said(outcome)).toContain('Owen Bright and Ines Carvalho');
  });

  test("keeps the mail's own id and subject, so that replies find it", () => {
    expect(introductionsOf(outcome)[0]).toMatchObject({
      origin: 'by-hand',
      subject: 'Roofs',
      messageIds: ['reply@carvalho.test'],
      to: { address: 'ines@carvalho.test' },
      cc: { address: 'owen@brightbees.test' },
    });
  });

  test.each([
    ['a request for the same two', [intro('Owen', 'Ines')]],
    ['a request that is meant for them', [{ kind: 'status', sentence: 'Where are we?' } as const]],
  ])('sends nothing even where the words read as %s', (_, requests) => {
    expect(toOutsiders(words(facts, requests))).toEqual([]);
    expect(introductionsOf(words(facts, requests))).toHaveLength(1);
  });

  test('to somebody who is to be asked first, or never, is still only recorded', () => {
    const outcome = words({ to: ['tariq@aziz.test', 'vera@stone.test'], cc: [service] });
    expect(toOutsiders(outcome)).toEqual([]);
    expect(introductionsOf(outcome)).toHaveLength(1);
  });

  test('with both in To has the protégé in copy', () => {
    const outcome = words({ to: ['owen@brightbees.test', 'ines@carvalho.test'], cc: [service] });
    expect(introductionsOf(outcome)[0]?.cc.address).toBe('owen@brightbees.test');
  });

  test('of people who are new adds them under the names of the header', () => {
    const outcome = words({ to: ['kai@berg.test'], cc: ['owen@brightbees.test', service] });
    expect(peopleAfter(outcome)[0]?.addresses).toEqual(['kai@berg.test']);
    expect(introductionsOf(outcome)[0]?.to.address).toBe('kai@berg.test');
  });

  test('a second time while the first is open joins the thread and makes no second one', () => {
    const world = worldAfter(blank(), outcome);
    const again = mail(understood(), { ...world, now: '2027-02-03T09:00:00.000Z' }, { ...facts });
    expect(introductionsOf(again).every(({ number }) => number === 8)).toBe(true);
    expect(toOutsiders(again)).toEqual([]);
  });
});

describe('a mail to the service with both in copy', () => {
  const facts = { to: [service], cc: ['ines@carvalho.test', 'owen@brightbees.test'] };

  test.each([
    ['no request at all', []],
    ['a request for the two', [intro('Owen', 'Ines')]],
  ])('is recorded with %s', (_, requests) => {
    const outcome = words(facts, requests);
    expect(toOutsiders(outcome)).toEqual([]);
    expect(stateAfter(outcome, 8)).toBe('introduced');
  });

  test('is recorded where the words name somebody whom only the address can be', () => {
    const outcome = words({ to: [service], cc: ['kai@berg.test', 'owen@brightbees.test'] }, [intro('Kai', 'Owen')]);
    expect(introductionsOf(outcome)).toHaveLength(1);
    expect(toOutsiders(outcome)).toEqual([]);
  });

  test('is an ordinary request where it names a third person', () => {
    const outcome = words(facts, [intro('Owen', 'Mae Lin')]);
    expect(toOutsiders(outcome)[0]?.to[0]?.address).toBe('mae@lin.test');
  });

  test('is an ordinary request where it asks for something else', () => {
    expect(said(words(facts, [{ kind: 'status', sentence: 'status' }]))).toContain('Nothing is open');
  });
});

describe('only one of the two is addressed', () => {
  test('a request to the service with the protégé in copy is an ordinary request', () => {
    const outcome = words({ to: [service], cc: ['owen@brightbees.test'] }, [intro('Owen', 'Ines')]);
    expect(toOutsiders(outcome)).toHaveLength(1);
    expect(stateAfter(outcome, 8)).toBe('introduced');
  });

  test('a letter to one with the service in copy that introduces is asked about', () => {
    const outcome = words({ to: ['owen@brightbees.test'], cc: [service] }, [intro('Owen', 'Ines')]);
    expect(toOutsiders(outcome)).toEqual([]);
    expect(questionOf(outcome).parts[0]?.kind).toBe('confirm');
  });

  test('a letter to one that introduces nobody is left alone', () => {
    const outcome = words({ to: ['owen@brightbees.test'], cc: [service] }, [
      { kind: 'show', sentence: 'show Ines', who: withAddress('Ines', 'ines@carvalho.test') },
    ]);
    expect(toMentor(outcome)).toEqual([]);
    expect(changesOf(outcome)).toEqual([]);
  });
});

describe('more than two are addressed', () => {
  const three = ['ines@carvalho.test', 'owen@brightbees.test', 'mae@lin.test'];

  test.each([
    ['to all', { to: three, cc: [service] }],
    ['to the service, in copy', { to: [service], cc: three }],
  ])('no introduction is made up: %s', (_, facts) => {
    const outcome = words(facts);
    expect(introductionsOf(outcome)).toEqual([]);
    expect(toOutsiders(outcome)).toEqual([]);
  });

  test('the pairs that the words name are recorded', () => {
    const outcome = words({ to: three, cc: [service] }, [intro('Owen', 'Ines'), intro('Owen', 'Mae Lin')]);
    expect(introductionsOf(outcome)).toHaveLength(2);
    expect(toOutsiders(outcome)).toEqual([]);
  });

  test('a letter to very many does nothing', () => {
    const many = Array.from({ length: 60 }, (_, i) => `reader-${i}@many.test`);
    expect(changesOf(words({ to: many, cc: [service] }, [intro('Owen', 'Ines')]))).toEqual([]);
  });
});

test("the mentor's own second address in copy is nobody", () => {
  const world = blank();
  const mine = { ...world, mentor: { ...world.mentor, addresses: ['ruth@alder.test', 'ruth@home.test'] } };
  expect(
    said(mail(understood({}, [{ kind: 'status', sentence: 'status' }]), mine, { cc: ['ruth@home.test'] })),
  ).toContain('Nothing is open');
  expect(toOutsiders(asks([intro('Owen', 'Ines')], mine, { cc: ['ruth@home.test'] }))).toHaveLength(1);
});
