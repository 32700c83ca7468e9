// The summary as plain text: the same words and numbers as the HTML, in the same order, and the pictures as figures.

import { paragraphs } from '../letters/letter.ts';
import type { Item } from './items.ts';
import type { Section, Summary } from './summary.ts';
import { monthAbbreviation } from './when.ts';

export function summaryText(summary: Summary): string {
  if (summary.short) return summary.remarks.join('\n');
  return paragraphs(
    [`${summary.title}: ${figures(summary)}.`, ...summary.remarks].join('\n'),
    history(summary),
    plate(summary),
    ...summary.sections.map(section),
    foot(summary),
  );
}

/** What ends the letter: how to answer it, and how to end it. */
export function foot({ items }: Summary): string {
  const numbers = items.filter(({ number, replies }) => replies.some(({ words }) => words === `${number}`));
  const example = numbers
    .slice(0, 2)
    .map(({ number }) => number)
    .join(' and ');
  const suchAs = example === '' ? '' : `, such as “${example}”`;
  const how = items.length === 0 ? '' : `Answer with numbers and words${suchAs}; any other request will do too. `;
  return `${how}“summary off” ends these letters.`;
}

const figures = ({ month: { counts } }: Summary): string =>
  `${counts.introduced} introduced, ${counts.answered} answered, ${counts.done} talking`;

const section = ({ heading, items, more }: Section): string =>
  [heading.toUpperCase(), '', ...items.map(item), ...(more === '' ? [] : [more])].join('\n');

function item({ number, words, detail, replies }: Item): string {
  const answers = replies.map((reply) => `“${reply.words}” ${reply.effect}`).join(', ');
  return [`${number}. ${words}`, ...[detail, `${answers}.`].filter(Boolean).map((line) => `   ${line}`)].join('\n');
}

const plate = ({ plate: it }: Summary): string => (it === null ? '' : `YOUR PLATE\n\n${it.words}`);

const history = ({ history: months }: Summary): string =>
  months.length < 2
    ? ''
    : [
        'THE MONTHS BEFORE',
        '',
        ...months
          .slice(0, -1)
          .map(
            ({ month, counts }) =>
              `${monthAbbreviation(month)}: ${counts.introduced} introduced, ${counts.done} talking`,
          ),
      ].join('\n');
