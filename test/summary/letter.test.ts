// The summary as a letter: when there is one, where an answer to it goes, and how its words look as text and as HTML.
import fc from 'fast-check';
import { htmlToText } from 'html-to-text';
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { type DecidedSummary, decideSummary, type Known, type Occasion } from '../../functions/summary/decide.ts';
import { monthOf, summaryDueAt, summaryMonth } from '../../functions/summary/when.ts';
import { emptyMonth, fullMonth, type SampleMonth, sampleMonths, sampleOccasion } from '../../infra/pictures/months.ts';

const asked: Occasion = {
  kind: 'asked',
  id: 'c0ffee/0',
  thread: { inReplyTo: 'mail-1@solheim.example', references: ['mail-0@solheim.example'] },
};

function decided({ known, lookedUp }: SampleMonth, occasion: Occasion = sampleOccasion): DecidedSummary {
  const summary = decideSummary(known, lookedUp, occasion);
  if (summary === null) throw new Error('No summary was decided.');
  return summary;
}

const withMentor = (sample: SampleMonth, mentor: Partial<Known['mentor']>): SampleMonth => ({
  ...sample,
  known: { ...sample.known, mentor: { ...sample.known.mentor, ...mentor } },
});

const asText = (html: string): string =>
  htmlToText(html, { wordwrap: false, selectors: [{ selector: 'a', options: { ignoreHref: true } }] });

describe('a summary that is due', () => {
  const { letter } = decided(fullMonth);

  test('goes to the mentor from an address of its own, and one click switches it off', () => {
    expect(letter).toMatchObject({
      audience: 'mentor',
      automation: 'generated',
      to: [{ name: 'Ingrid Solheim', address: 'ingrid@solheim.example' }],
      cc: [],
      replyTo: [],
      unsubscribe: 'one-click',
      inReplyTo: null,
    });
    expect(letter.from.localPart).toMatch(/^q-[a-z2-7]{20}$/);
  });

  test('is the same letter however often it is decided, and another each month', () => {
    expect(decided(fullMonth).letter).toEqual(letter);
    expect(letter.id).toBe('mentor-1/summary/2026-10');
    const next = decided(fullMonth, { kind: 'due', month: '2026-11' }).letter;
    expect(next.id).toBe('mentor-1/summary/2026-11');
    expect(next.from.localPart).not.toBe(letter.from.localPart);
  });

  test('is none where summaries are off', () => {
    const { known, lookedUp } = withMentor(fullMonth, { summary: false });
    expect(decideSummary(known, lookedUp, sampleOccasion)).toBeNull();
  });

  test('is none for a month that was over when the mentor joined', () => {
    const { known, lookedUp } = withMentor(emptyMonth, { joinedAt: '2026-11-01T03:00:00.000Z' });
    expect(decideSummary(known, lookedUp, sampleOccasion)).toBeNull();
  });

  test('of a mentor who moves to another zone repeats a month at worst, under the same id, and skips none', () => {
    const zones = fc.constantFrom('Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kathmandu', 'UTC');
    const instants = fc
      .date({ min: new Date('2024-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(instants, zones, zones, (now, before, after) => {
        const due = summaryDueAt(now, before);
        const moved = summaryDueAt(due, after);
        const months = [summaryMonth(due, before), summaryMonth(moved, after)];
        expect([months[0], monthOf(due, before)]).toContain(months[1]);
      }),
    );
  });
});

describe('a summary that is asked for', () => {
  test('answers that mail, is about the month so far, and comes even where summaries are off', () => {
    const { letter } = decided(withMentor(fullMonth, { summary: false }), asked);
    expect(letter).toMatchObject({
      id: 'c0ffee/0/summary',
      automation: 'answer',
      inReplyTo: 'mail-1@solheim.example',
      references: ['mail-0@solheim.example'],
    });
    expect(letter.subject).toMatch(/^November so far: /);
  });
});

describe('the text', () => {
  test('of a full month reads as a letter', () => {
    const { text } = decided(fullMonth).letter;
    expect(text.split('\n').slice(0, 4)).toEqual([
      'October: 6 introduced, 5 answered, 4 talking.',
      '1 more counts as done: one side replied, and after 14 days without a mail I cannot tell how it went on.',
      '1 declined, 1 closed without a reply.',
      'Asked how it went: 2 went well.',
    ]);
    expect(text).toContain(
      '\nQUIET\n\n5. Tomasz Wieczorek <> Dr. Chinedu Okoro: no reply for 22 days.\n   Nudged already.\n',
    );
    expect(text).toContain('   “nudge 5” sends a kind reminder, “close 5” closes it.\n');
    expect(text).toMatch(/“summary off” ends these letters\.$/);
  });

  test('of an empty month is two lines', () => {
    expect(decided(emptyMonth).letter.text.split('\n')).toHaveLength(2);
  });
});

describe('the HTML', () => {
  test.each(['full', 'quiet', 'empty'] as const)('of a %s month says every word of its items and remarks', (name) => {
    const { letter, items } = decided(sampleMonths[name]);
    const shown = asText(letter.html ?? '').replace(/\s+/g, ' ');
    for (const { words, detail, replies } of items) {
      expect(shown).toContain(words);
      expect(shown).toContain(detail);
      if (name !== 'empty') for (const reply of replies) expect(shown).toContain(`${reply.words} ${reply.effect}`);
    }
  });

  test('makes every answer a mail that is already written', () => {
    const { letter } = decided(fullMonth);
    const links = [...(letter.html ?? '').matchAll(/href="mailto:([^"?]+)\?([^"]*)"/g)];
    const answers = links.map(([, address, query = '']) => ({
      address,
      subject: new URLSearchParams(query.replaceAll('&amp;', '&')).get('subject'),
      body: new URLSearchParams(query.replaceAll('&amp;', '&')).get('body'),
    }));
    expect(answers).toContainEqual({
      address: `${letter.from.localPart}@stepback.example`,
      subject: `Re: ${letter.subject}`,
      body: 'close 5',
    });
  });

  test('draws each month in proportion to the fullest, and nothing for nothing', () => {
    const { html = '' } = decided(fullMonth).letter;
    const widths = [...html.matchAll(/<table role="presentation" width="(\d+)%"/g)].map(([, width]) => Number(width));
    expect(widths).toEqual([33, 17, 67, 50, 17, 83, 33, 100, 67]);
  });

  test.each([
    [8, 4, { full: 4, free: 4, over: 0 }],
    [null, 3, { full: 3, free: 5, over: 0 }],
    [null, 11, { full: 11, free: 0, over: 0 }],
    [2, 5, { full: 2, free: 0, over: 3 }],
    [60, 30, { full: 12, free: 12, over: 0 }],
    [30, 40, { full: 18, free: 0, over: 6 }],
  ])('shows a plate with a limit of %s and %i open as cells: %o', (openLimit, open, cells) => {
    const introductions = Array.from({ length: open }, (_, index) => ({
      number: index + 1,
      to: { personId: 'a', name: 'Ann' },
      cc: { personId: 'b', name: 'Bob' },
      state: { kind: 'answered' } as const,
      nudged: 0,
    }));
    const sample = withMentor({ ...fullMonth, known: { ...fullMonth.known, introductions } }, { openLimit });
    const { html = '' } = decided(sample).letter;
    const plate = html.slice(html.indexOf('Your plate'), html.indexOf('Waits for you'));
    const count = (kind: string) => plate.match(new RegExp(`<td class="${kind}"`, 'g'))?.length ?? 0;
    expect({ full: count('full'), free: count('free'), over: count('over') }).toEqual(cells);
  });

  test('gives the reason of a suggestion whole, the words it quotes too', () => {
    const reason = 'Ada looks for "tide tables", Ben knows "harbours"';
    const suggestions = fullMonth.lookedUp.suggestions.map((each) => ({ ...each, reason }));
    const { letter } = decided({ ...fullMonth, lookedUp: { ...fullMonth.lookedUp, suggestions } });
    expect(letter.text.replace(/\s+/g, ' ')).toContain(`${reason}.`);
  });

  const nasty = '<b onclick="x()">"O\'Brien" & </td></table>{{words}}\u202e\n$&';

  test('escapes whatever stands in a book, and neither text nor subject is broken by it', () => {
    const people = fullMonth.known.people.map((person) => ({ ...person, name: `${nasty} ${person.name}` }));
    const suggestions = fullMonth.lookedUp.suggestions.map((each) => ({ ...each, reason: nasty }));
    const [first] = fullMonth.known.introductions;
    if (!first) throw new Error('The sample has no introduction.');
    const introductions = [{ ...first, to: { ...first.to, name: nasty } }];
    const { letter } = decided({
      known: { ...fullMonth.known, people, introductions },
      lookedUp: { ...fullMonth.lookedUp, suggestions },
    });
    const html = letter.html ?? '';
    expect(html).not.toMatch(/<b[ >]|onclick="|\u202e/);
    expect(tagsOf(html).filter((tag) => tag === 'b')).toEqual([]);
    expect(letter.text).not.toMatch(/\u202e/);
    expect(letter.subject).not.toMatch(/[\r\n]/);
  });

  test('is well formed for every name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        const [first] = fullMonth.known.introductions;
        if (!first) return;
        const introductions = [{ ...first, to: { ...first.to, name } }];
        const { html = '' } = decided({ ...fullMonth, known: { ...fullMonth.known, introductions } }).letter;
        const plain = decided({
          ...fullMonth,
          known: { ...fullMonth.known, introductions: [{ ...first, to: { ...first.to, name: 'x' } }] },
        }).letter.html;
        expect(tagsOf(html)).toEqual(tagsOf(plain ?? ''));
      }),
      { numRuns: 40 },
    );
  });
});

interface Node {
  readonly nodeName: string;
  readonly childNodes?: readonly Node[];
}

/** Names of all elements, in the order of the document. */
function tagsOf(html: string): string[] {
  const walk = (node: Node): string[] => [
    ...(node.nodeName.startsWith('#') ? [] : [node.nodeName]),
    ...(node.childNodes ?? []).flatMap(walk),
  ];
  return walk(parse(html) as unknown as Node);
}
