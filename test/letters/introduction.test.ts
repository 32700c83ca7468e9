// What must and what must not stand in the letters that bring two people together (PRODUCT.md section 2).
import { describe, expect, test } from 'vitest';
import {
  consentLetter,
  copyLetter,
  type IntroductionFacts,
  introductionLetter,
  nudgeLetter,
  outcomeLetter,
} from '../../functions/letters/introduction.ts';

const facts: IntroductionFacts = {
  mentorId: 'm1',
  mentorName: 'Ruth Calloway',
  signature: 'Ruth Calloway\nCalloway & Partners',
  number: 4,
  localPart: 'i-abcdefghij234567abcd',
  to: {
    name: 'Ola Nordmann',
    address: 'ola@fjordworks.example',
    firstName: 'Ola',
    background: 'Builds tidal turbines.',
  },
  cc: {
    name: 'Sipho Dlamini',
    address: 'sipho@grid.example',
    firstName: 'Sipho',
    background: 'Plans microgrids for islands.',
  },
  mentorIsParty: false,
  note: 'Sipho has three islands and no turbine yet.',
  subject: 'Sipho Dlamini <> Ola Nordmann',
};
const letter = (changed: Partial<IntroductionFacts> = {}) =>
  introductionLetter('m1/4/introduce', { ...facts, ...changed });

describe('an introduction', () => {
  test('goes to the one written to, with the other in copy, from its own address and without Reply-To', () => {
    expect(letter()).toMatchObject({
      from: { name: 'Ruth Calloway via Stepback', localPart: facts.localPart },
      to: [{ address: 'ola@fjordworks.example' }],
      cc: [{ address: 'sipho@grid.example' }],
      replyTo: [],
      subject: 'Sipho Dlamini <> Ola Nordmann',
      audience: 'outsider',
      automation: 'person',
      unsubscribe: 'mailto',
      introduction: 4,
    });
  });

  test('greets the one written to and says who is in copy', () => {
    expect(letter().text).toMatch(/^Dear Ola,\n\n.*Sipho Dlamini, who is in copy\./);
  });

  test("carries the mentor's words as written, and the signature with all its lines", () => {
    const { text } = letter({ note: 'Sipho has  three islands;\n\n- no turbine\n- no time' });
    expect(text).toContain('Sipho has  three islands;\n\n- no turbine\n- no time');
    expect(text).toContain('Ruth Calloway\nCalloway & Partners');
  });

  test('is signed with the name where no signature is set', () => {
    expect(letter({ signature: '' }).text).toContain('\n\nRuth Calloway\n\n');
  });

  test('says a line on each, the one in copy first', () => {
    expect(letter().text).toContain(
      'Sipho Dlamini: Plans microgrids for islands.\nOla Nordmann: Builds tidal turbines.',
    );
  });

  test.each([
    ['nothing is known of them', { cc: { ...facts.cc, background: '' } }, 'Sipho Dlamini:'],
    ['the note has said it already', { note: 'Ola Builds Tidal turbines, as you know.' }, 'Ola Nordmann:'],
  ])('says no line where %s', (_, changed, absent) => {
    expect(letter(changed).text).not.toContain(absent);
  });

  test('keeps a background of several lines in one line', () => {
    const { text } = letter({ to: { ...facts.to, background: 'Builds turbines.\nSings bass.' } });
    expect(text).toContain('Ola Nordmann: Builds turbines. Sings bass.');
  });

  test.each([
    'Dear Ola,\n\nSipho is the planner I told you of.',
    'Ola, Sipho is the planner I told you of.',
    'Hi Ola and Sipho,\n\nyou two should talk.',
    'Hello both! You two should talk.',
    'Ola Nordmann: meet Sipho.',
  ])('does not greet twice where the note is a letter itself: %j', (note) => {
    const { text } = letter({ note });
    expect(text.startsWith(note)).toBe(true);
    expect(text).not.toContain('Dear Ola,\n\nI would like');
  });

  test('nor where it opens with one word of a name that is greeted whole', () => {
    const to = { ...facts.to, name: 'Liu Yang', firstName: 'Liu Yang' };
    expect(letter({ to, note: 'Yang, Sipho has three islands.' }).text).toMatch(/^Yang, /);
  });

  test.each(['Sipho, Ola builds what you need.', 'Olaf is a cousin of his.', 'Deary me, what a year.'])(
    'greets where the note only seems to begin like a letter: %j',
    (note) => {
      expect(letter({ note }).text).toMatch(/^Dear Ola,/);
    },
  );

  test('says who is in copy where a note that is a letter never names them', () => {
    expect(letter({ note: 'Dear Ola,\n\nShe is the planner I told you of.' }).text).toContain(
      'Sipho Dlamini is in copy.',
    );
  });

  test('ends with two lines: whom it is from and how replies go, and how to stop', () => {
    const foot = letter().text.split('\n\n').at(-1)?.split('\n') ?? [];
    expect(foot).toHaveLength(2);
    expect(foot[0]).toMatch(/Ruth Calloway.*reply to all.*reply to this address alone/);
    expect(foot[1]).toMatch(/stop/);
  });

  test('names nobody by a nickname in quotation marks', () => {
    const { text, to } = letter({ to: { ...facts.to, name: 'Olaf "Ola" Nordmann' } });
    expect(to[0]?.name).toBe('Olaf Nordmann');
    expect(text).not.toContain('"Ola"');
  });

  test('of somebody else who brought the two together does not introduce the mentor to anybody', () => {
    const { text } = letter({ mentorIsParty: true, cc: { ...facts.cc, name: 'Ruth Calloway' } });
    expect(text).toMatch(/^Dear Ola,\n\nSipho has/);
    expect(text).not.toContain('introduce you');
  });
});

describe("the mentor's copy", () => {
  const copy = copyLetter(
    'm1/4/introduce/copy',
    facts,
    { name: 'Ruth Calloway', address: 'ruth@calloway.example' },
    { inReplyTo: 'mail-1@calloway.example', references: ['mail-1@calloway.example'] },
    ['You now have 9 introductions open.'],
  );

  test('goes to the mentor alone, from the address of the introduction, in the thread of the mail it answers', () => {
    expect(copy).toMatchObject({
      audience: 'mentor',
      automation: 'answer',
      from: { localPart: facts.localPart },
      to: [{ address: 'ruth@calloway.example' }],
      cc: [],
      inReplyTo: 'mail-1@calloway.example',
      unsubscribe: 'none',
    });
  });

  test('says who got what, the number, what is remarkable, and the whole letter', () => {
    expect(copy.text).toContain('Ola Nordmann <ola@fjordworks.example>');
    expect(copy.text).toContain('Sipho Dlamini <sipho@grid.example>');
    expect(copy.text).toContain('number 4');
    expect(copy.text).toContain('You now have 9 introductions open.');
    expect(copy.text).toContain(letter().text);
  });
});

describe('asking first', () => {
  test.each([
    ['to', 'ola@fjordworks.example', 'Plans microgrids', 'Builds tidal'],
    ['cc', 'sipho@grid.example', 'Builds tidal', 'Plans microgrids'],
  ] as const)('goes to %s alone, with a line on the other and none on themselves', (side, address, says, never) => {
    const asked = consentLetter('m1/4/ask/to', facts, side, 'q-abcdefghij234567abcd');
    expect(asked).toMatchObject({
      from: { localPart: 'q-abcdefghij234567abcd' },
      to: [{ address }],
      cc: [],
      unsubscribe: 'one-click',
      introduction: 4,
    });
    expect(asked.text).toContain(says);
    expect(asked.text).not.toContain(never);
    expect(asked.text).toContain(facts.note);
  });

  test('tells no address of the other', () => {
    expect(JSON.stringify(consentLetter('m1/4/ask/to', facts, 'to', 'q-x'))).not.toContain('sipho@grid.example');
  });
});

describe('a nudge', () => {
  test('goes to the silent side alone, in the thread, from the address that passes a reply on', () => {
    const nudge = nudgeLetter('m1/4/nudge/1', facts, 'cc', ['a@x.example', 'b@x.example']);
    expect(nudge).toMatchObject({
      from: { localPart: facts.localPart },
      to: [{ address: 'sipho@grid.example' }],
      cc: [],
      subject: 'Re: Sipho Dlamini <> Ola Nordmann',
      inReplyTo: 'b@x.example',
      references: ['a@x.example', 'b@x.example'],
      unsubscribe: 'one-click',
    });
    expect(nudge.text).toContain('Ola Nordmann');
  });
});

test('how it went is asked of the one in copy, in one line', () => {
  const asked = outcomeLetter('m1/4/ask-outcome', facts, 'q-x');
  expect(asked).toMatchObject({ to: [{ address: 'sipho@grid.example' }], cc: [], unsubscribe: 'one-click' });
  expect(asked.text).toContain('How did it go with Ola Nordmann?');
});
