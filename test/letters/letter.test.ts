// Plain text is the source, the HTML is made of it: nothing that anybody wrote can become markup.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlOf, paragraphs } from '../../functions/letters/letter.ts';

describe('HTML of a text', () => {
  test('has a paragraph for each paragraph and keeps line breaks', () => {
    expect(htmlOf('One\ntwo\n\nthree')).toContain('<p>One<br>\ntwo</p>\n<p>three</p>');
  });

  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;'],
    ['"><img src=x onerror=alert(1)>', '&quot;&gt;&lt;img'],
    ['Tom & Jerry', 'Tom &amp; Jerry'],
    ["O'Hara", 'O&#39;Hara'],
  ])('escapes %j', (text, escaped) => {
    expect(htmlOf(text)).toContain(escaped);
  });

  test.each([
    ['see https://notes.example/a?b=1&c=2.', '<a href="https://notes.example/a?b=1&amp;c=2">'],
    ['(http://notes.example)', '<a href="http://notes.example">'],
  ])('links web addresses without the punctuation behind them: %j', (text, link) => {
    expect(htmlOf(text)).toContain(link);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://files.example',
    'mailto:a@b.example',
    'www.notes.example',
  ])('links nothing else: %s', (text) => {
    expect(htmlOf(text)).not.toContain('<a ');
  });

  test('of any text whatever holds no element but its own', () => {
    const own = /<\/?(?:!doctype html|html|head|meta charset="utf-8"|body|p|br|a|a href="https?:[^"<>]*")>/gi;
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'<>"\'&/ha tps:.x\n') })), (text) => {
        expect(htmlOf(text).replace(own, '')).not.toMatch(/[<>]/);
      }),
    );
  });
});

test('paragraphs that say nothing leave no gap', () => {
  expect(paragraphs('one', '', null, ' ', undefined, 'two')).toBe('one\n\ntwo');
});
