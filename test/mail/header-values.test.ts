import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePhrase, decodeWords, messageIds, oneLine, readMailboxes } from '../../functions/mail/header-values.ts';

describe('mailboxes', () => {
  test.each([
    ['an address', 'tariq@kiln.test', ['tariq@kiln.test']],
    ['a name and an address', 'Tariq Aziz <Tariq@Kiln.test>', ['tariq@kiln.test']],
    ['a name that looks like an address', '"boss@kiln.test" <tariq@kiln.test>', ['tariq@kiln.test']],
    ['the same without quotes', 'boss@kiln.test <tariq@kiln.test>', ['tariq@kiln.test']],
    ['an address in a comment', 'tariq@kiln.test (boss@kiln.test)', ['tariq@kiln.test']],
    ['a comment in a comment', '(a (b@kiln.test) <c@kiln.test>) tariq@kiln.test', ['tariq@kiln.test']],
    ['two angles', '<tariq@kiln.test> <boss@kiln.test>', ['tariq@kiln.test', 'boss@kiln.test']],
    ['two addresses without a comma', 'tariq@kiln.test boss@kiln.test', ['tariq@kiln.test', 'boss@kiln.test']],
    ['two addresses in one angle', '<tariq@kiln.test,boss@kiln.test>', ['tariq@kiln.test', 'boss@kiln.test']],
    ['a comma in a name', 'Aziz, Tariq <tariq@kiln.test>', ['tariq@kiln.test']],
    ['a name alone', 'Tariq Aziz', []],
    ['a source route', '<@relay.test:tariq@kiln.test>', ['tariq@kiln.test']],
    ['a group', 'Glass: tariq@kiln.test, ingrid@fjordglass.test;', ['tariq@kiln.test', 'ingrid@fjordglass.test']],
    ['an empty group', 'undisclosed-recipients:;', []],
    ['an address before a colon', 'tariq@kiln.test: boss@kiln.test', ['tariq@kiln.test', 'boss@kiln.test']],
    ['a quoted local part', '"tariq aziz"@kiln.test', ['"tariq aziz"@kiln.test']],
    ['an angle that never ends', 'Tariq <tariq@kiln.test', ['tariq@kiln.test']],
    ['a comment that never ends', 'tariq@kiln.test (and <boss@kiln.test>', ['tariq@kiln.test']],
  ])('%s', (_, value, addresses) => {
    expect(readMailboxes(value).map((mailbox) => mailbox.address)).toEqual(addresses);
  });

  test('names are decoded after the header is taken apart, so an encoded comma divides nothing', () => {
    expect(readMailboxes('=?utf-8?q?Dufour=2C_Ren=C3=A9_=3Cboss=40kiln.test=3E?= <rene@vignes.test>')).toEqual([
      { name: 'Dufour, René <boss@kiln.test>', address: 'rene@vignes.test' },
    ]);
  });

  test('whatever the header holds, reading it ends and gives addresses', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '@', '<', '>', '"', '(', ')', ',', ';', ':', '\\', ' ', '.') }),
        (value) => {
          for (const { address } of readMailboxes(value)) expect(address).toContain('@');
        },
      ),
    );
  });
});

test.each([
  ['divided by spaces', '<a@x.test> <b@x.test>', ['a@x.test', 'b@x.test']],
  ['divided by commas', '<a@x.test>,<b@x.test>', ['a@x.test', 'b@x.test']],
  ['without brackets', 'a@x.test b@x.test', ['a@x.test', 'b@x.test']],
  ['among words', '"your mail of Monday" <a@x.test>', ['a@x.test']],
  ['none', 'nothing', []],
])('message ids %s', (_, value, ids) => {
  expect(messageIds(value)).toEqual(ids);
});

test('encoded words in any charset become one line', () => {
  expect(decodeWords('=?iso-8859-1?q?Caf=E9?= =?utf-8?b?IGF1IGxhaXQ=?=')).toBe('Café au lait');
  expect(decodeWords('=?utf-8?q?Tea=0D=0ABcc=3A_third=40x.test?=')).toBe('Tea Bcc: third@x.test');
});

test.each([
  ['an encoded line break', '=?utf-8?q?Tea=0D=0ABcc=3A_third=40x.test?=', 'Tea'],
  ['a bare line feed', 'Tea\nBcc: third@x.test', 'Tea'],
  ['a fold that was encoded', '=?utf-8?q?Tea=0D=0A_and_cake?=', 'Tea and cake'],
  ['a fold', 'Tea\r\n and cake', 'Tea and cake'],
  ['a line break at its end', 'Tea\r\n', 'Tea'],
])('a subject with %s', (_, written, read) => expect(decodePhrase(written)).toBe(read));

test('what could end a header becomes a space', () => {
  expect(oneLine(' a\r\nb\0c\u2028d\te ')).toBe('a b c d e');
});
