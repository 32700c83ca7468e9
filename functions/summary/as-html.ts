// The summary as HTML: fills the compiled layout (layout.mjml). Everything that fills a hole is escaped unless it was made here.
// No images, no scripts, nothing fetched from anywhere: the pictures are table cells, the links are answers by mail.

import { escaped } from '../letters/letter.ts';
import { foot } from './as-text.ts';
import type { Month } from './counters.ts';
import type { Item, Reply } from './items.ts';
import { layout } from './layout.ts';
import type { Plate, Section, Summary } from './summary.ts';
import { monthAbbreviation } from './when.ts';

/** `answerTo`: the address of ours that the letter comes from; each answer is a link that begins a mail to it. */
export function summaryHtml(summary: Summary, answerTo: string): string {
  const link = answerLink(answerTo, summary.subject);
  const { counts } = summary.month;
  return fill('whole', {
    subject: summary.subject,
    title: summary.title,
    opening: summary.short ? each(summary.remarks, (words) => fill('opening', { words })) : none,
    figures: summary.short
      ? none
      : fill('figures', {
          introduced: `${counts.introduced}`,
          answered: `${counts.answered}`,
          talking: `${counts.done}`,
        }),
    remarks:
      summary.short || summary.remarks.length === 0
        ? none
        : fill('remarks', { remark: each(summary.remarks, (words) => fill('remark', { words })) }),
    history: summary.short || summary.history.length < 2 ? none : historyHtml(summary.history),
    plate: summary.plate === null ? none : plateHtml(summary.plate),
    section: each(summary.sections, (section) => sectionHtml(section, link)),
    foot: summary.short ? '' : foot(summary),
  }).html;
}

type Link = (reply: Reply) => string;

/** A mail with the words already in it, so that a tap is an answer. */
const answerLink =
  (address: string, subject: string): Link =>
  ({ words }) =>
    `mailto:${address}?subject=${encodeURIComponent(`Re: ${subject}`)}&body=${encodeURIComponent(words.replace('…', ''))}`;

const sectionHtml = ({ heading, items, more }: Section, link: Link): Html =>
  fill('section', {
    heading,
    item: each(items, (item) => itemHtml(item, link)),
    more: more === '' ? none : fill('more', { words: more }),
  });

const itemHtml = ({ number, words, detail, replies }: Item, link: Link): Html =>
  fill('item', {
    number: `${number}`,
    words,
    detail: detail === '' ? none : fill('detail', { words: detail }),
    answers: fill('answers', {
      answer: each(replies, (reply) => fill('answer', { href: link(reply), reply: reply.words, effect: reply.effect })),
    }),
  });

/** With no limit set the picture has this many places; the service speaks of a full plate from here on. */
const usualPlaces = 8;
/** More cells than this would be too thin to see at 320 pixels; beyond it one cell stands for several places. */
const mostCells = 24;

function plateHtml({ open, limit, words }: Plate): Html {
  const places = Math.max(limit ?? usualPlaces, open);
  const cells = Math.min(places, mostCells);
  const room = limit ?? places;
  const kinds = Array.from({ length: cells }, (_, cell) => {
    const place = (cell * places) / cells;
    return place >= open ? 'free' : place >= room ? 'over' : 'full';
  });
  return fill('plate', {
    heading: 'Your plate',
    place: each(kinds, (kind) => fill('place', { kind, colour: colours[kind] })),
    words,
  });
}

function historyHtml(months: readonly Month[]): Html {
  const most = Math.max(1, ...months.map(({ counts }) => Math.max(counts.introduced, counts.done)));
  const bar = (kind: keyof typeof colours, count: number): Html =>
    count === 0 ? none : fill('bar', { kind, colour: colours[kind], percent: `${Math.round((100 * count) / most)}` });
  return fill('history', {
    heading: 'Month by month',
    month: each(months, ({ month, counts }) =>
      fill('month', {
        name: monthAbbreviation(month),
        bar: join([bar('made', counts.introduced), bar('full', counts.done)]),
        introduced: `${counts.introduced}`,
        talking: `${counts.done}`,
      }),
    ),
    words: 'Upper bar: introduced. Lower bar: talking.',
  });
}

/** In a light mail program; the layout's style sheet has those for a dark one. */
const colours = { made: '#a9d3c9', full: '#1f7a68', free: '#dde4e7', over: '#c4622d' } as const;

/** Text that is HTML already. */
interface Html {
  readonly html: string;
}

const none: Html = { html: '' };

const join = (pieces: readonly Html[]): Html => ({ html: pieces.map(({ html }) => html).join('\n') });

const each = <T>(things: readonly T[], made: (thing: T) => Html): Html => join(things.map(made));

type Layout = typeof layout;

/** A part of the layout with its holes filled; a string is text and is escaped. */
function fill<Part extends keyof Layout>(
  part: Part,
  values: Readonly<Record<Layout[Part]['holes'][number], string | Html>>,
): Html {
  const filled: Readonly<Record<string, string | Html>> = values;
  const html = layout[part].html.replace(/\{\{(\w+)\}\}/g, (_, hole: string) => {
    const value = filled[hole];
    if (value === undefined) throw new Error(`Cannot fill ${part} of the layout: nothing for ${hole}.`);
    return typeof value === 'string' ? escaped(value) : value.html;
  });
  return { html };
}
