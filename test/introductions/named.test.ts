// Names and addresses in an answer to "whom do you know?", and whether a display name is a party's.
import { describe, expect, test } from 'vitest';
import { addressesNamedIn, namedIn } from '../../functions/introductions/named.ts';
import { isNameOf } from '../../functions/introductions/writer.ts';
import { received } from './situation.ts';

const names = (text: string): readonly string[] =>
  namedIn(received({ text })).map(({ name, addresses }) => [name, ...addresses].filter(Boolean).join(' '));

describe('named in an answer', () => {
  test.each([
    [
      'Hanne Lind <hanne@lind.test> who lays slate, and Tomasz Zielinski (tomasz@dach.test).',
      ['Hanne Lind hanne@lind.test', 'Tomasz Zielinski tomasz@dach.test'],
    ],
    [
      'You could try Marie-Claire Roux at mc@roux.test or Jean Petit, jean@petit.test.',
      ['Marie-Claire Roux mc@roux.test', 'Jean Petit jean@petit.test'],
    ],
    [
      'Ask Dr. Hans Vogel (vogel@klinik.test); also his colleague Eva Stein.',
      ['Dr. Hans Vogel vogel@klinik.test', 'Eva Stein'],
    ],
    [
      '1. Hanne Lind - hanne@lind.test - slate\n2. Tomasz Zielinski - tomasz@dach.test',
      ['Hanne Lind hanne@lind.test', 'Tomasz Zielinski tomasz@dach.test'],
    ],
    ['Hanne Lind\nhanne@lind.test\n+47 123', ['Hanne Lind hanne@lind.test']],
    ['hanne@lind.test (Hanne Lind)', ['Hanne Lind hanne@lind.test']],
    ['"Lind, Hanne" <hanne@lind.test>', ['Hanne Lind hanne@lind.test']],
    ['- Hanne Lind, Bergen, hanne@lind.test', ['Hanne Lind hanne@lind.test']],
    ['hanne@lind.test', ['hanne@lind.test']],
    ['Try Hanne Lind, hanne at lind dot test.', ['Hanne Lind hanne@lind.test']],
    ['Hanne Lind (h.lind (at) slate (dot) test) lays slate.', ['Hanne Lind h.lind@slate.test']],
    ['Hanne Lind, now at lind dot test, I think', ['Hanne Lind']],
    ['Sure:\n- Hanne Lind\n- Ada van der Meer, Utrecht', ['Hanne Lind', 'Ada van der Meer']],
    ['I know Li Na, and Pau Costa in Girona.', ['Li Na', 'Pau Costa']],
    ['Nobody just now, sorry. Kind Regards', []],
    ['I moved from New York to San Francisco and know nobody here.', []],
  ])('%s', (text, found) => expect(names(text)).toEqual(found));

  test('a long run without an address costs little', () => {
    const began = performance.now();
    expect(names('a.'.repeat(40_000))).toEqual([]);
    expect(performance.now() - began).toBeLessThan(500);
  });

  test('a card that is attached is read too', () => {
    const card = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Hanne Lind\r\nEMAIL:hanne@lind.test\r\nEND:VCARD\r\n';
    const file = { name: 'h.vcf', type: 'text/vcard', size: card.length, content: new TextEncoder().encode(card) };
    expect(addressesNamedIn(received({ text: 'Attached.', attachments: [file] }))).toEqual(['hanne@lind.test']);
  });

  test('each person is named once', () => {
    expect(names('Hanne Lind <hanne@lind.test>\n\nAgain: Hanne Lind <hanne@lind.test>')).toHaveLength(1);
  });
});

describe('a display name', () => {
  test.each([
    ['LIND, Hanne', 'Hanne Lind', true],
    ['Dr. Hanne Lind (slate)', 'Hanne Lind', true],
    ['H. Lind', 'Hanne Lind', true],
    ['Bob Lind', 'Robert Lind', true],
    ['Hanne', 'Hanne Lind', false],
    ['Lind', 'Hanne Lind', false],
    ['Hanna Linden', 'Hanne Lind', false],
    ['x9', 'Hanne Lind', false],
    ['', 'Hanne Lind', false],
  ])('%s is %s: %s', (display, party, is) => expect(isNameOf(display, party)).toBe(is));
});
