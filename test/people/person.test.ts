import { describe, expect, test } from 'vitest';
import { mergeInto, newPerson } from '../../functions/people/person.ts';

test('a name longer than any is cut, so that it can be shown and told', () => {
  const { name } = newPerson('p', { name: 'X'.repeat(3000), addresses: ['xx@long.test'] });
  expect([name.length, name.at(-1)]).toEqual([121, '…']);
});

describe('a new entry', () => {
  test('has lower-case addresses and tags, each once, and no blank fields', () => {
    expect(
      newPerson('p', {
        name: '  Ida Falk ',
        addresses: ['Ida@Falk.test', 'ida@falk.test'],
        tags: ['Opera', 'opera '],
        organisation: ' ',
      }),
    ).toEqual({
      id: 'p',
      name: 'Ida Falk',
      addresses: ['ida@falk.test'],
      kind: 'contact',
      consent: 'direct',
      tags: ['opera'],
      links: [],
      version: 0,
    });
  });

  test('without a name is called by its address', () =>
    expect(newPerson('p', { name: '', addresses: ['ida@falk.test'] }).name).toBe('ida@falk.test'));

  test.each([
    [{ askFirst: true }, 'ask first'],
    [{ consent: 'never' as const }, 'never'],
    [{}, 'direct'],
  ])('%j: consent is %s', (wish, consent) =>
    expect(newPerson('p', { name: 'Ida', addresses: [], ...wish }).consent).toBe(consent),
  );
});

describe('merging', () => {
  const ida = newPerson('p', {
    name: 'Ida Falk',
    addresses: ['ida@falk.test'],
    organisation: 'Falk Bros',
    background: 'Tunes pianos',
    tags: ['opera'],
    consent: 'ask first',
  });

  test('keeps what is there and adds what is new', () => {
    expect(
      mergeInto(ida, {
        name: 'I. Falk',
        addresses: ['IDA@falk.test', 'ida@home.test'],
        organisation: 'Other',
        background: 'Sings.',
        goals: 'A hall',
        tags: ['Opera', 'song'],
        links: ['https://falk.test'],
        kind: 'protege',
      }),
    ).toEqual({
      ...ida,
      addresses: ['ida@falk.test', 'ida@home.test'],
      background: 'Tunes pianos. Sings.',
      goals: 'A hall',
      tags: ['opera', 'song'],
      links: ['https://falk.test'],
      kind: 'protege',
    });
  });

  test('the same told again changes nothing, and gives the same object', () => {
    expect(
      mergeInto(ida, { name: 'Ida Falk', addresses: ['ida@falk.test'], background: 'tunes pianos', tags: ['opera'] }),
    ).toBe(ida);
  });

  test('a background that holds the old one replaces it', () => {
    expect(mergeInto(ida, { name: '', addresses: [], background: 'Tunes pianos and organs' }).background).toBe(
      'Tunes pianos and organs',
    );
  });

  test('consent becomes stricter, never looser', () => {
    expect(mergeInto(ida, { name: '', addresses: [], consent: 'never' }).consent).toBe('never');
    expect(mergeInto(ida, { name: '', addresses: [], consent: 'direct' }).consent).toBe('ask first');
  });

  test('an entry that was called by its address gets the name', () => {
    expect(
      mergeInto(newPerson('p', { name: '', addresses: ['ida@falk.test'] }), {
        name: 'Ida Falk',
        addresses: ['ida@falk.test'],
      }).name,
    ).toBe('Ida Falk');
  });
});
