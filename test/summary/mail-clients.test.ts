// What mail programs make of the letter's HTML, by the data of caniemail.com. Nothing can be used that every one of them
// supports; so whatever one of them lacks is listed here with what the letter is like without it.
import { caniemail } from 'caniemail';
import { describe, expect, test } from 'vitest';
import { decideSummary } from '../../functions/summary/decide.ts';
import { sampleMonths, sampleOccasion } from '../../infra/pictures/months.ts';

const clients: Parameters<typeof caniemail>[0]['clients'] = [
  'apple-mail.*',
  'gmail.*',
  'outlook.*',
  'yahoo.*',
  'samsung-email.*',
  'protonmail.*',
  'fastmail.*',
  'hey.*',
];

const withoutIt: Readonly<Record<string, string>> = {
  // Made for one mail program, and meant to be ignored by others.
  'ID selector': 'MJML’s rule for Outlook’s links',
  'Chaining selectors': 'MJML’s widths for Thunderbird (`.moz-text-html .mj-…`, which the checker takes for a chain)',
  'Type selector': 'resets of margins and borders that the attributes repeat',
  'word-spacing': 'MJML’s reset to what is usual',
  outline: 'MJML’s reset for images, of which there are none',
  // Dark mode: without it the letter stays light, or the program darkens it by itself.
  '@media': 'light; and in the group of three figures the widths of a narrow screen',
  'color-scheme meta tag': 'light, or darkened by the program itself',
  'Class selector': 'light',
  'Descendant combinator': 'light',
  '<style> element': 'light',
  // Looks.
  '<body> element': 'the div inside has the same styles',
  'border-radius': 'square corners',
  'height property': 'the attribute and the line height say the same',
  'width attribute': 'the style says the same',
  'height attribute': 'the style says the same',
  'table-layout': 'widths of columns by content',
  'text-decoration': 'answers are underlined',
  'white-space': 'two figures may stand below each other',
  'word-break': 'a long address may reach over the edge',
  // For those who listen: the text says everything.
  'aria-label attribute': 'the title is read from the heading',
  'aria-hidden attribute': 'the pictures are read as empty cells',
  'lang attribute': 'read in the reader’s own language',
  'role attribute': 'layout is read as tables',
};

const htmlOf = (name: keyof typeof sampleMonths): string =>
  decideSummary(sampleMonths[name].known, sampleMonths[name].lookedUp, sampleOccasion)?.letter.html ?? '';

const lackedSomewhere = (html: string): string[] => {
  const { errors } = caniemail({ clients, html }).issues;
  return [...new Set([...errors.values()].flat().map(({ title }) => title))].sort();
};

describe('in mail programs', () => {
  test('whatever one of them lacks is missed without harm', () => {
    expect(lackedSomewhere(htmlOf('full'))).toEqual(Object.keys(withoutIt).sort());
  });

  test.each(['quiet', 'empty'] as const)('a %s month uses nothing that a full one does not', (name) => {
    expect(lackedSomewhere(htmlOf(name)).filter((title) => !(title in withoutIt))).toEqual([]);
  });

  test('a letter with a video or a grid would not pass', () => {
    expect(lackedSomewhere('<video></video><p style="filter: blur(2px)">so</p>')).toEqual([
      '<video> element',
      'filter',
    ]);
  });

  test.each(['full', 'quiet', 'empty'] as const)('nothing of a %s month is fetched from anywhere or runs', (name) => {
    const html = htmlOf(name);
    expect(html).not.toMatch(
      /<(?:img|script|link|iframe|form|input|object|embed|video|audio|base)\b|\burl\(|@import|\bsrc=|\son\w+=/i,
    );
    const addresses = [...html.matchAll(/\b[a-z]+:\/\/[^"\s<]+/g)].map(([address]) => address);
    expect(addresses).toEqual(['http://www.w3.org/1999/xhtml']);
    for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^mailto:q-[a-z2-7]+@/);
  });

  test('Outlook is given tables of a fixed width, and no program more than it shows before it clips', () => {
    const html = htmlOf('full');
    expect(html).toMatch(/<!--\[if mso \| IE\]><table[^>]* width="560"/);
    expect(html.match(/<!--\[if/g)?.length).toBe(html.match(/<!\[endif\]/g)?.length);
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
  });
});
