// What is looked up for a mentor's mail: bounded by the mail's own words, the whole book for three requests alone.
import { describe, expect, test } from 'vitest';
import { needs } from '../../functions/introductions/needs.ts';
import { asks, intro, questionOf, steering, withAddress } from './mentor-mail.ts';
import { introduced, mention, understood } from './situation.ts';

const nothing = { introduction: null, question: null };

describe('a request needs', () => {
  test('everybody whom it names, and the addresses that it gives', () => {
    const wanted = needs(understood({}, [intro('Owen', withAddress('Kai', 'kai@berg.test'))]), nothing);
    expect(wanted.mentions.map(({ words }) => words).sort()).toEqual(['Kai', 'Owen']);
    expect(wanted.addresses).toEqual(['kai@berg.test']);
    expect(wanted.wholeBook).toBe(false);
  });

  test('the introductions that it steers, by number', () => {
    expect(needs(understood({}, [steering('close', 3, 5)]), nothing).numbers).toEqual([3, 5]);
  });

  test('those who share an address or a name with somebody who is added', () => {
    const wanted = needs(
      understood({}, [
        { kind: 'add', sentence: 'add …', people: [{ name: 'Kai Berg', addresses: ['kai@berg.test'] }] },
      ]),
      nothing,
    );
    expect(wanted.addresses).toEqual(['kai@berg.test']);
    expect(wanted.mentions.map(({ words }) => words)).toEqual(['Kai Berg']);
  });

  test.each([
    ['find', { kind: 'find', sentence: 'who …', query: 'bees' }, true],
    ['suggest', { kind: 'suggest', sentence: 'who …', who: mention('Owen') }, true],
    ['go over the list', { kind: 'go-over', sentence: 'go …', who: mention('Owen') }, true],
    ['show', { kind: 'show', sentence: 'show …', who: mention('Owen') }, false],
    ['export, which is a job', { kind: 'export', sentence: 'export' }, false],
  ] as const)('the whole book or not: %s', (_, request, wholeBook) => {
    expect(needs(understood({}, [request]), nothing).wholeBook).toBe(wholeBook);
  });
});

describe('an answer needs', () => {
  const question = questionOf(asks([intro('Owen', 'Mae')]));

  test('everybody whom the waiting request means or offers, and whom the answer names', () => {
    const wanted = needs(understood({ people: [mention('Linden Law')] }), { introduction: null, question });
    expect(wanted.personIds.toSorted()).toEqual(['p3', 'p4']);
    expect(wanted.mentions.map(({ words }) => words)).toEqual(expect.arrayContaining(['Owen', 'Mae', 'Linden Law']));
  });

  test('the open questions where it is bare in a new mail, and none of them where it is not', () => {
    expect(needs(understood({ bare: true }), nothing, [question]).personIds).not.toEqual([]);
    expect(needs(understood({ bare: false }), nothing, [question]).personIds).toEqual([]);
  });
});

test('a mail about an introduction needs its two people', () => {
  expect(needs(understood(), { introduction: introduced, question: null })).toMatchObject({
    personIds: ['p1', 'p2'],
    numbers: [7],
  });
});

test('a mail to several needs the entries of its addressees, but not of a crowd', () => {
  expect(needs(understood(), nothing, [], ['a@x.test', 'b@x.test']).addresses).toEqual(['a@x.test', 'b@x.test']);
  expect(
    needs(
      understood(),
      nothing,
      [],
      Array.from({ length: 200 }, (_, i) => `${i}@x.test`),
    ).addresses,
  ).toEqual([]);
});
