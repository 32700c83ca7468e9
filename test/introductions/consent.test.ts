// The answers of parties: to ask first, where a yes sends something to somebody else, and to everything else they are asked.
import { describe, expect, test } from 'vitest';
import { decideAsked } from '../../functions/introductions/asked.ts';
import type { Known, Outcome } from '../../functions/introductions/known.ts';
import type { QuestionPart } from '../../functions/introductions/question.ts';
import type { Answer } from '../../functions/language/requests.ts';
import {
  asked,
  changeKinds,
  counted,
  day,
  ines,
  inState,
  introduced,
  introductionAfter,
  known,
  lettersOf,
  type MailFacts,
  mention,
  owen,
  peopleAfter,
  person,
  questionsAsked,
  received,
  recipients,
  ruth,
  stateAfter,
  toMentor,
  toOutsiders,
  understood,
} from './situation.ts';

const asking = inState({ kind: 'asking', since: day(0), side: 'to', both: false }, { sentAt: null, toAsk: ['to'] });

const answered = (
  part: QuestionPart,
  facts: MailFacts,
  answer: Partial<Answer>,
  more: Partial<Known> & { readonly settled?: boolean } = {},
): Outcome => {
  const { settled = false, ...facts2 } = more;
  const question = asked(part);
  const all = known({ introductions: [asking], questions: [question], ...facts2 });
  return decideAsked(received({ subject: 'Re: A question', ...facts }), understood(answer), all, question, settled);
};

describe('ask first', () => {
  const consent: QuestionPart = { kind: 'consent', introduction: 7, side: 'to' };

  test('a yes sends the introduction, and the mentor a copy with what was said beside it', () => {
    const outcome = answered(consent, { text: 'Yes, but mornings only.' }, { verdict: 'yes' });
    expect(stateAfter(outcome)).toBe('introduced');
    expect(recipients(toOutsiders(outcome))).toEqual(['ines@carvalho.test', 'owen@brightbees.test']);
    expect(toMentor(outcome)).toHaveLength(1);
    expect(toMentor(outcome)[0]?.text).toContain('mornings only');
    expect(toOutsiders(outcome)[0]?.text).not.toContain('mornings only');
    expect(changeKinds(outcome)).toContain('settle');
  });

  test('a no tells the mentor alone; the other never learns of it', () => {
    const outcome = answered(consent, { text: 'No, thank you.' }, { verdict: 'no' });
    expect([stateAfter(outcome), toOutsiders(outcome)]).toEqual(['declined', []]);
    expect(toMentor(outcome)[0]?.text).toContain('No, thank you.');
    expect(counted(outcome)).toEqual(['declined']);
  });

  test('an unclear answer is the mentor’s to decide', () => {
    const outcome = answered(consent, { text: 'What does he want of me?' }, {});
    expect([stateAfter(outcome), toOutsiders(outcome)]).toEqual([undefined, []]);
    expect(toMentor(outcome)[0]?.text).toContain('What does he want of me?');
    expect(questionsAsked(outcome)).toMatchObject([{ kind: 'unclear-consent', introduction: 7, side: 'to' }]);
  });

  test('a yes from any other address begins nothing: the mentor decides', () => {
    for (const from of ['pa@carvalho.test', 'owen@brightbees.test', 'someone@else.test']) {
      const outcome = answered(consent, { from, name: 'Ines Carvalho', text: 'Yes.' }, { verdict: 'yes' });
      expect([stateAfter(outcome), toOutsiders(outcome)]).toEqual([undefined, []]);
      expect(toMentor(outcome)[0]?.text).toContain(from);
    }
  });

  test('a forged yes begins nothing and is told once', () => {
    const outcome = answered(consent, { text: 'Yes!', proof: 'fail' }, { verdict: 'yes' });
    expect([introductionAfter(outcome)?.state, toOutsiders(outcome)]).toEqual([asking.state, []]);
    const warned = introductionAfter(outcome) as typeof asking;
    expect(answered(consent, { text: 'Yes!', proof: 'fail' }, {}, { introductions: [warned] }).decisions).toEqual([]);
  });

  test('a yes without proof from the address that was asked counts', () => {
    expect(stateAfter(answered(consent, { text: 'Yes', proof: 'none' }, { verdict: 'yes' }))).toBe('introduced');
  });

  test('an out-of-office with the word yes in it is no yes', () => {
    const facts: MailFacts = { text: 'Yes, I am away again!', automated: 'yes', outOfOffice: true };
    const outcome = answered(consent, facts, { verdict: 'yes' });
    expect([introductionAfter(outcome)?.state, introductionAfter(outcome)?.to.awayAt]).toEqual([asking.state, day(1)]);
    expect(lettersOf(outcome)).toEqual([]);
  });

  test('while there is no room a yes is held, and the mentor told', () => {
    const paused = { ...ruth, pausedUntil: day(30) };
    const outcome = answered(consent, { text: 'Yes' }, { verdict: 'yes' }, { mentor: paused });
    expect(introductionAfter(outcome)?.state).toMatchObject({ kind: 'held', why: 'paused', lookAt: day(30) });
    expect(toOutsiders(outcome)).toEqual([]);
    expect(toMentor(outcome)).toHaveLength(1);
  });

  test('where both are marked the second is asked after the first has said yes', () => {
    const both = {
      ...asking,
      toAsk: ['to', 'cc'] as const,
      state: { ...asking.state, both: true } as typeof asking.state,
    };
    const outcome = answered(consent, { text: 'Yes' }, { verdict: 'yes' }, { introductions: [both] });
    expect(introductionAfter(outcome)?.state).toMatchObject({ kind: 'asking', side: 'cc' });
    expect(recipients(toOutsiders(outcome))).toEqual(['owen@brightbees.test']);
    expect(questionsAsked(outcome)).toMatchObject([{ kind: 'consent', side: 'cc' }]);
  });

  test('a yes that comes when it is over sends nothing, and the mentor hears how to make it now', () => {
    const rested = inState({ kind: 'expired', at: day(0) }, { sentAt: null });
    const outcome = answered(consent, { text: 'Yes!' }, { verdict: 'yes', bare: true }, { introductions: [rested] });
    expect(toOutsiders(outcome)).toEqual([]);
    expect(toMentor(outcome)[0]?.text).toContain('introduce Owen Bright to Ines Carvalho');
  });

  test('what is written after the answer is shown to the mentor and asks nothing', () => {
    const outcome = answered(consent, { text: 'One more thing.' }, {}, { introductions: [introduced], settled: true });
    expect(toMentor(outcome)[0]?.text).toContain('One more thing.');
    expect([questionsAsked(outcome), toOutsiders(outcome)]).toEqual([[], []]);
  });
});

describe('ask for background', () => {
  const background: QuestionPart = { kind: 'background', personId: 'p1' };

  test('better words become the entry', () => {
    const words = 'Restores lighthouses and the lamps in them.';
    const outcome = answered(background, { text: words }, { words });
    expect(peopleAfter(outcome)).toMatchObject([{ id: 'p1', background: words }]);
    expect(toMentor(outcome)[0]?.text).toContain(words);
  });

  test.each(['Fine as it is', 'Looks fine to me.', 'Nothing to add from my side, thank you!'])(
    'a plain yes leaves it as it is: %s',
    (text) => {
      const outcome = answered(background, { text }, { verdict: 'yes', words: text });
      expect([peopleAfter(outcome), toMentor(outcome).length]).toEqual([[], 1]);
      expect(toMentor(outcome)[0]?.text).toContain('content');
    },
  );

  test.each(['What is this for?', 'Let me think about it.', 'Thanks, I will send you something next week.'])(
    'a question back and a promise are shown, and the question stays open: %s',
    (text) => {
      const outcome = answered(background, { text }, { words: text });
      expect(peopleAfter(outcome)).toEqual([]);
      expect(toMentor(outcome)[0]?.text).toContain(text);
      expect(changeKinds(outcome)).toEqual([]);
    },
  );

  test('somebody else’s words change nothing and are shown', () => {
    const outcome = answered(
      background,
      { from: 'x@else.test', text: 'Ines is a fraud.' },
      { words: 'Ines is a fraud.' },
    );
    expect([peopleAfter(outcome), toMentor(outcome).length]).toEqual([[], 1]);
  });
});

describe('how it went', () => {
  const outcomePart: QuestionPart = { kind: 'outcome', introduction: 7 };
  const done = inState({ kind: 'done', at: day(0), how: 'both replied' }, { askedOutcome: true });

  test.each([
    ['It went very well, we start in June.', ['went well']],
    ['Not well, I am afraid.', []],
    ['We have not met yet.', []],
  ])('is kept with the introduction, shown, and counted: %s', (text, count) => {
    const outcome = answered(outcomePart, { text }, {}, { introductions: [done] });
    expect(introductionAfter(outcome)?.outcome).toBe(text);
    expect(toMentor(outcome)[0]?.text).toContain(text);
    expect(counted(outcome)).toEqual(count);
  });
});

describe('whom they know', () => {
  const whom: QuestionPart = { kind: 'who-they-know', personId: 'p1', about: 'roofs' };

  test('names and addresses are noted as known through them', () => {
    const text =
      'Two people come to mind: Hanne Lind <hanne@lind.test>, who lays slate in Bergen, and Tomasz Zielinski (tomasz@dach.test). Try also:\n\n- Ada van der Meer, she thatches\n\nIf not, ask my uncle.';
    const outcome = answered(whom, { text }, {});
    expect(peopleAfter(outcome)).toMatchObject([
      { name: 'Hanne Lind', addresses: ['hanne@lind.test'], knownThrough: 'p1' },
      { name: 'Tomasz Zielinski', addresses: ['tomasz@dach.test'], knownThrough: 'p1' },
      { name: 'Ada van der Meer', addresses: [], knownThrough: 'p1' },
    ]);
    expect(toMentor(outcome)).toHaveLength(1);
    expect(toMentor(outcome)[0]?.text).toContain('Hanne Lind <hanne@lind.test>');
    expect(toOutsiders(outcome)).toEqual([]);
  });

  test('what they say of somebody is a private note', () => {
    const [noted] = peopleAfter(answered(whom, { text: 'Hanne Lind <hanne@lind.test>, who is short of work' }, {}));
    expect([noted?.background, noted?.notes]).toEqual([undefined, 'Ines Carvalho: who is short of work']);
  });

  test('whoever is in the book is not added twice, nor known through somebody now', () => {
    const outcome = answered(whom, { text: 'Owen Bright <owen@brightbees.test>' }, {});
    expect(peopleAfter(outcome)).toEqual([]);
  });

  test('an answer without names is shown', () => {
    const outcome = answered(whom, { text: 'Nobody just now, sorry.' }, { verdict: 'no' });
    expect([peopleAfter(outcome), toMentor(outcome)[0]?.text.includes('Nobody just now')]).toEqual([[], true]);
  });
});

describe('would you introduce me', () => {
  const reverse: QuestionPart = {
    kind: 'reverse',
    personId: 'p1',
    wanted: 'Hanne Lind',
    note: 'I would like to see her slate.',
  };
  const yes: Partial<Answer> = { verdict: 'yes', addresses: ['hanne@lind.test'] };

  test('a yes with an address writes to that person with the mentor in copy, and to whoever agreed a copy of their own', () => {
    const outcome = answered(reverse, { text: 'Yes, hanne@lind.test, she owes me one.' }, yes);
    const [letter, copy] = toOutsiders(outcome);
    expect(letter).toMatchObject({ to: [{ address: 'hanne@lind.test' }], cc: [{ address: 'ruth@alder.test' }] });
    expect(letter?.text).toContain('Ines Carvalho has kindly agreed to bring the two of us together.');
    expect(letter?.text).toContain('I would like to see her slate.');
    expect(letter?.text).not.toContain('owes me one');
    expect(copy && recipients([copy])).toEqual(['ines@carvalho.test']);
    expect(toMentor(outcome)).toEqual([]);
    expect(introductionAfter(outcome, 8)).toMatchObject({ origin: 'reverse', cc: { isMentor: true } });
    expect(peopleAfter(outcome)).toMatchObject([{ name: 'Hanne Lind', knownThrough: 'p1' }]);
  });

  const shown: readonly [string, MailFacts, Partial<Answer>][] = [
    ['a no', { text: 'No, we fell out.' }, { verdict: 'no' }],
    ['a yes without an address', { text: 'Yes, of course.' }, { verdict: 'yes' }],
    [
      'two addresses',
      { text: 'Yes, a@lind.test or b@lind.test' },
      { verdict: 'yes', addresses: ['a@lind.test', 'b@lind.test'] },
    ],
    ['an unclear answer', { text: 'Why?' }, {}],
    ['an address that no longer works', { text: 'Yes. The one I had, hanne@lind.test, no longer works.' }, yes],
    ['an address of somebody else', { text: 'Yes. Her assistant is hanne@lind.test.' }, yes],
    ['a yes from another address', { from: 'x@else.test', text: 'Yes, hanne@lind.test' }, yes],
  ];
  test.each(shown)('%s goes to the mentor and to nobody else', (_what, facts, answer) => {
    const outcome = answered(reverse, facts, answer);
    expect([toOutsiders(outcome), toMentor(outcome).length]).toEqual([[], 1]);
  });

  test('somebody who has opted out is not written to', () => {
    const outcome = answered(reverse, { text: 'Yes, hanne@lind.test' }, yes, {
      optedOut: new Set(['hanne@lind.test']),
    });
    expect([toOutsiders(outcome), toMentor(outcome).length]).toEqual([[], 1]);
  });
});

describe('the list that a protégé goes over', () => {
  const hanne = person('p3', 'Hanne Lind', 'hanne@lind.test');
  const list: QuestionPart = { kind: 'go-over', personId: 'p2', listed: ['p1', 'p3'], at: 'protege' };
  const from = { from: 'owen@brightbees.test', name: 'Owen Bright' };
  const over = (facts: MailFacts, answer: Partial<Answer>): Outcome => {
    const question = asked(list, { address: 'owen@brightbees.test' });
    const all = known({ people: [ines, owen, hanne], questions: [question] });
    return decideAsked(received({ ...from, ...facts }), understood(answer), all, question, false);
  };

  test('comes to the mentor as numbered requests with the protégé’s words, and nothing goes out', () => {
    const outcome = over({ text: '2: her slate would suit my roof' }, { numbers: [2] });
    expect(questionsAsked(outcome)).toMatchObject([
      { kind: 'list', all: true, choices: [{ number: 1, pending: { chosen: { to: 'p3', cc: 'p2' } } }] },
    ]);
    expect(JSON.stringify(questionsAsked(outcome))).toContain('her slate would suit my roof');
    expect(toOutsiders(outcome)).toEqual([]);
    expect(toMentor(outcome)[0]?.text).toContain('1. introduce Owen Bright to Hanne Lind');
  });

  test.each([
    '2 please - her slate would suit my roof. Not the other one, thanks',
    '2: her slate would suit my roof. The others not now.',
    '2, her slate would suit my roof\nBut none of the rest, I find Ines rather loud.',
    'Hanne, her slate would suit my roof. Without the first, please.',
  ])('what is said of whom they leave out goes to nobody: %s', (text) => {
    const outcome = over({ text }, { numbers: [2], words: text });
    const words = JSON.stringify(questionsAsked(outcome));
    expect(words).toContain('her slate would suit my roof');
    expect(words).not.toMatch(/other|rest|loud|first, please/);
  });

  test.each<[string, Partial<Answer>, readonly string[]]>([
    ['all but one', { without: [1] }, ['p3']],
    ['all of them', { all: true }, ['p1', 'p3']],
    ['a name', { people: [mention('Hanne')] }, ['p3']],
    ['a plain yes', { verdict: 'yes' }, ['p1', 'p3']],
    ['nothing of it', { verdict: 'no' }, []],
  ])('%s', (_what, answer, to) => {
    const outcome = over({ text: 'As said.' }, answer);
    const parts = questionsAsked(outcome);
    expect(
      parts.flatMap((part) => (part.kind === 'list' ? part.choices.map(({ pending }) => pending.chosen.to) : [])),
    ).toEqual(to);
    expect(toMentor(outcome)).toHaveLength(1);
  });
});

describe('at any question', () => {
  test('a stop is a stop', () => {
    const outcome = answered({ kind: 'background', personId: 'p1' }, { text: 'stop' }, { optOut: 'stop' });
    expect(changeKinds(outcome)).toContain('opt-out');
  });

  test('an answer to what has been answered is shown', () => {
    const outcome = answered(
      { kind: 'background', personId: 'p1' },
      { text: 'Newer words' },
      { words: 'Newer words' },
      { settled: true },
    );
    expect([peopleAfter(outcome), toMentor(outcome).length]).toEqual([[], 1]);
  });
});
