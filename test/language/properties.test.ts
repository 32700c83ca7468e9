// What holds for every mail whatever: reading never throws, names nobody whom the mail does not name, and takes time in
// proportion to the length.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mentionsIn } from '../../functions/language/mentions.ts';
import { folded, normalise } from '../../functions/language/normalise.ts';
import { noteOf } from '../../functions/language/note.ts';
import { understand } from '../../functions/language/understand.ts';

const people = [
  'Maya Lindh',
  'Tariq Osei',
  'Nadia Wirth',
  'Will Page',
  'Grant',
  'May',
  'Ines Roca <ines@roca.example>',
  'oskar lund',
  "Aoife O'Neill",
  '王芳',
  'Anna van der Berg',
  'her',
  'them',
  'me',
  'the head of printing',
  'Tariq at Lagos Press',
];
const phrases = [
  'introduce',
  'please introduce',
  'to',
  'and',
  'with',
  'connect',
  'put',
  'in touch with',
  'should meet',
  "don't",
  'should I',
  'if she is free',
  'because she draws',
  '<>',
  ', sorry, I mean',
  'ask',
  'about meeting',
  'remind me next month to',
  'draft',
  'on May 3',
  'add',
  'forget',
  'show',
  'who knows',
  'recommend',
  'nudge',
  '3',
  'private:',
  '((',
  '))',
  'Dear',
  'Thanks,',
  'Re:',
  '\n',
  '\n\n',
  '- ',
  '. ',
  '? ',
  ': ',
  '“',
  '>',
  '@',
  'limit 2 a month for',
  'not',
  'instead',
  'as well',
  'or',
  'tag',
  'is my protégé',
  "'s new address is",
  'who',
  'may I introduce',
  'with the following words:',
  'scrap that',
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...phrases) },
  { weight: 4, arbitrary: fc.constantFrom(...people) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: 'grapheme' }) },
);
const mail = fc.record({
  subject: fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(' ')),
  text: fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' ')),
});

const words = (text: string): string[] =>
  folded(normalise(text))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

describe('any mail', () => {
  test('is understood without throwing, and its notes are made of its own words', () => {
    fc.assert(
      fc.property(mail, (written) => {
        const { requests, note } = understand(written);
        const own = new Set(words(`${written.subject}\n${written.text}`));
        for (const request of requests) {
          if (!('note' in request)) continue;
          for (const word of words(noteOf(request.note))) if (word !== 're') expect(own).toContain(word);
        }
        for (const word of words(noteOf(note))) expect(own).toContain(word);
      }),
      { numRuns: 1000 },
    );
  });

  test('makes no request about anybody whom it does not name or address', () => {
    fc.assert(
      fc.property(mail, (written) => {
        const understanding = understand(written);
        const own = new Set(words(`${written.subject}\n${written.text}`));
        for (const mention of mentionsIn(understanding)) {
          for (const { name, organisation } of mention.readings)
            for (const word of words(`${name} ${organisation ?? ''}`)) expect(own).toContain(word);
          if (mention.address !== undefined) for (const word of words(mention.address)) expect(own).toContain(word);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('of random characters holds no introduction', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'binary' }), fc.string({ maxLength: 80 }), (text, subject) => {
        expect(
          understand({ subject, text }).requests.filter(
            ({ kind }) => kind === 'introduce' && !/[<>→/&+-]/.test(text + subject),
          ),
        ).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('cut off anywhere, spliced with another or with letters swapped names nobody new', () => {
    const whole = [
      'Hello,\n\nplease introduce Maya Lindh to Tariq Osei, who prints. She draws.\n\nPrivate: he is broke.\n\nRuth',
      'Could you ask Nadia Wirth first whether she would like to meet Ines Roca <ines@roca.example>?',
      '- Maya to Tariq: ink\n- Nadia to Will Page because of paper\n\nThanks',
      "Please don't introduce Maya to Tariq, sorry, I mean Nadia.",
    ];
    const spliced = fc
      .tuple(fc.constantFrom(...whole), fc.constantFrom(...whole), fc.nat(160), fc.nat(160), fc.nat(150))
      .map(([a, b, i, j, swap]) => {
        const text = a.slice(0, i) + b.slice(j);
        return text.slice(0, swap) + (text[swap + 1] ?? '') + (text[swap] ?? '') + text.slice(swap + 2);
      });
    fc.assert(
      fc.property(spliced, (text) => {
        const own = new Set(words(text));
        for (const mention of mentionsIn(understand({ subject: '', text })))
          for (const { name } of mention.readings) for (const word of words(name)) expect(own).toContain(word);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a long mail takes no longer than its length asks', () => {
  const long = (unit: string): string => unit.repeat(Math.ceil(300_000 / unit.length));
  test.each([
    'line 000001 of the long middle part of this mail, nothing to see\n',
    'a',
    ' ',
    '\n',
    '- ',
    '((',
    '[',
    '(a',
    'a.',
    'a dot ',
    'a at b dot ',
    'a@',
    'a@b.',
    '++',
    "o'",
    'please introduce ',
    'introduce a to b and c to d ',
    'introduce Maya to Tariq, ',
    'Introduce Maya to Tariq and Nadia. ',
    'Maya and ',
    'Maya, ',
    'if ',
    'sorry, I mean ',
    'thank you ',
    'please ',
    'ask Maya whether ',
    'not before ',
    'the ',
    'Dear ',
    'oh dear ',
    'just so you know ',
    '> ',
    '1 and ',
    'Mr. ',
    'add Maya <a@b.example>, ',
    '“',
    'Re: ',
  ])(
    '%j three hundred thousand characters long',
    (unit) => {
      const start = performance.now();
      understand({ subject: long(unit).slice(0, 2000), text: long(unit) });
      expect(performance.now() - start).toBeLessThan(6000);
    },
    60_000,
  );
});
