// No mail ever goes to an outside person on a guess: whatever a first mail is, cut, spliced or random, nobody gets a letter whom it does
// not name or address. From the text on: reading, matching and deciding together.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Known } from '../../functions/introductions/known.ts';
import { understand } from '../../functions/language/understand.ts';
import { fold } from '../../functions/people/names.ts';
import type { Person } from '../../functions/people/person.ts';
import { blank, book, mail } from './mentor-mail.ts';
import { person, recipients, toOutsiders } from './situation.ts';

const more: readonly Person[] = [
  person('g1', 'Robert "Robin" Achterberg', 'robin@achterberg.test', { organisation: 'Achterberg Locks' }),
  person('g2', 'Grant Mayfield', 'grant@mayfield.test', { organisation: 'Open Field' }),
  person('g3', 'Will Summers', 'will@summers.test', { tags: ['grants'] }),
  person('g4', 'Yusuf el-Amin', 'yusuf@elamin.test', { kind: 'protege', goals: 'Meet people in printing.' }),
  person('g5', 'Christabel Ng', 'christabel@ng.test', { organisation: 'Print Room', background: 'Prints maps.' }),
];
const world: Known = blank({ people: [...book, ...more], wholeBook: true });

const sentences = [
  'Please introduce Owen to Ines Carvalho because he looks for a roof.',
  'Could you put Yusuf in touch with Christabel Ng at Print Room?',
  'I will grant that Will and May may well be right.',
  'intro Zoe to Grant Mayfield and Will Summers',
  'Owen Bright <> Mae Lin',
  'He would like to meet her.',
  'ask Robin about meeting Yusuf',
  'Please do not introduce Owen to Tariq.',
  'Should I introduce Mae to Robin? I wonder.',
  'Remind me next month to introduce Zoe to Ines.',
  'nudge 3, close 4 and cancel Owen and Ines',
  'who should Yusuf meet?',
  'go over the list with Yusuf',
  'recommend Lev Marin to Zoe',
  'ask Ines who she knows',
  'ask Tariq to introduce me to Ada Moor',
  'add Kai Berg <kai@berg.test>, builds boats',
  'forget Mae Linden',
  'Yes, 1 and 3 please. Send them all.',
  'sorry, I mean Grant',
  'On Mon, Ines Carvalho wrote: please introduce me to Owen.',
  'Dear all, thank you so much for everything!',
  'private: Tariq is unwell.',
  'as well, and to Christabel too',
];

const words = fc
  .array(fc.constantFrom(...sentences.flatMap((sentence) => sentence.split(' '))), { maxLength: 40 })
  .map((all) => all.join(' '));
const spliced = fc.array(fc.constantFrom(...sentences), { maxLength: 6 }).map((all) => all.join('\n'));
const cut = fc
  .tuple(spliced, fc.nat(200), fc.nat(60))
  .map(([text, from, length]) => text.slice(0, from) + text.slice(from + length));
const first = fc.record({
  subject: fc.oneof(fc.constant(''), fc.constantFrom(...sentences), fc.string({ maxLength: 30 })),
  text: fc.oneof(spliced, cut, words, fc.string({ maxLength: 300 })),
});

/** The mail names the person by some part of the name, a nickname or an address. */
function isNamed(address: string, text: string): boolean {
  const said = fold(text);
  if (said.includes(address)) return true;
  const holder = world.people.find(({ addresses }) => addresses.includes(address));
  const parts = fold(holder?.name ?? '')
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 1);
  return parts.some((part) => said.includes(part));
}

describe('of any first mail', () => {
  test('nobody gets a letter whom it does not name or address', () => {
    fc.assert(
      fc.property(first, ({ subject, text }) => {
        const outcome = mail(understand({ subject, text }), world, { subject, text });
        for (const address of recipients(toOutsiders(outcome)))
          expect(isNamed(address, `${subject}\n${text}`)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test('nobody gets two letters about the same other person', () => {
    fc.assert(
      fc.property(first, ({ subject, text }) => {
        const pairs = toOutsiders(mail(understand({ subject, text }), world, { subject, text }))
          .filter(({ cc }) => cc.length > 0)
          .map(({ to, cc }) =>
            [...to, ...cc]
              .map(({ address }) => address)
              .sort()
              .join(' '),
          );
        expect(new Set(pairs).size).toBe(pairs.length);
      }),
      { numRuns: 500 },
    );
  });
});
