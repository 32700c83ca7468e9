// The mentor's answers (PRODUCT.md section 3, who is meant; issue: questions and answers): by number, name, organisation, address or words,
// in the reply or in a new mail.
import { describe, expect, test } from 'vitest';
import type { Known } from '../../functions/introductions/known.ts';
import type { Question, QuestionPart } from '../../functions/introductions/question.ts';
import type { Answer } from '../../functions/language/requests.ts';
import {
  answers,
  asks,
  blank,
  changesOf,
  intro,
  maeToo,
  mail,
  questionOf,
  said,
  steering,
  withAddress,
  worldAfter,
  zoe,
} from './mentor-mail.ts';
import {
  asked,
  changeKinds,
  inState,
  introduced,
  introductionAfter,
  known,
  mention,
  owen,
  peopleAfter,
  recipients,
  start,
  stateAfter,
  toMentor,
  toOutsiders,
  understood,
} from './situation.ts';

const org = (organisation: string) => ({
  words: `the one at ${organisation}`,
  readings: [{ name: '', organisation, end: 0 }],
});

describe('which of several', () => {
  const asking = asks([intro('Owen', 'Mae', { note: 'On kilns.' })]);
  const question = questionOf(asking);
  const world = worldAfter(blank(), asking);

  test.each<[string, Partial<Answer>]>([
    ['a number', { numbers: [2], bare: true }],
    ['a full name', { people: [mention('Mae Linden')] }],
    ['a surname among other words', { people: [mention('Linden of course')] }],
    ['an organisation', { people: [org('Linden Law')] }],
    ['an address of the list', { addresses: ['mae@linden.test'] }],
  ])('is settled by %s', (_, answer) => {
    const outcome = answers(question, answer, world);
    expect(recipients(toOutsiders(outcome))).toEqual(['mae@linden.test', 'owen@brightbees.test']);
    expect(toOutsiders(outcome)[0]?.text).toContain('On kilns.');
    expect(changeKinds(outcome)).toContain('settle');
    expect(toMentor(outcome)).toHaveLength(1);
  });

  test('leaving one of two out leaves the other', () => {
    expect(recipients(toOutsiders(answers(question, { leftOut: [mention('Mae Lin')] }, world)))).toEqual([
      'mae@linden.test',
      'owen@brightbees.test',
    ]);
  });

  test('what the letter is to say besides stands in it', () => {
    const outcome = answers(question, { numbers: [2], toTell: 'Owen keeps forty hives.' }, world);
    expect(toOutsiders(outcome)[0]?.text).toContain('On kilns.\n\nOwen keeps forty hives.');
  });

  test.each<[string, Answer['proviso'], string, number]>([
    ['a day', { kind: 'on', when: { words: 'in 3 days' } }, 'scheduled', 0],
    ['a draft', { kind: 'draft' }, 'drafted', 0],
    ['a yes of theirs', { kind: 'ask-first' }, 'asking', 1],
  ])('a choice under the proviso of %s waits for it', (_, proviso, state, letters) => {
    const outcome = answers(question, { numbers: [2], proviso }, world);
    expect(worldAfter(world, outcome).introductions[0]?.state.kind).toBe(state);
    expect(recipients(toOutsiders(outcome))).toHaveLength(letters);
  });

  test('a choice under a condition is asked about', () => {
    const outcome = answers(
      question,
      { numbers: [2], proviso: { kind: 'conditional', condition: 'if she is back' } },
      world,
    );
    expect(toOutsiders(outcome)).toEqual([]);
    expect(questionOf(outcome).parts[0]?.kind).toBe('confirm');
  });

  test('a name in front of a request of its own is the answer', () => {
    const more = { ...intro('Zoe', 'Ines'), sentence: 'Mae Linden, and introduce Zoe to Ines' };
    const outcome = answers(question, { people: [mention('Mae Linden'), mention('Zoe'), mention('Ines')] }, world, [
      more,
    ]);
    expect(recipients(toOutsiders(outcome))).toContain('mae@linden.test');
    expect(toOutsiders(outcome)).toHaveLength(2);
  });

  test('somebody else by address is new in the book', () => {
    const outcome = answers(question, { addresses: ['mae@third.test'] }, world);
    expect(recipients(toOutsiders(outcome))).toEqual([]);
    expect(questionOf(outcome).parts[0]?.kind).toBe('who');
  });

  test('somebody else by name goes the ordinary way', () => {
    expect(recipients(toOutsiders(answers(question, { people: [mention('Zoe Adler')] }, world)))).toContain(
      'zoe@adler.test',
    );
  });

  test.each<[string, Partial<Answer>]>([
    ['never mind', { dropped: true }],
    ['no', { verdict: 'no', bare: true }],
  ])('"%s" ends it', (_, answer) => {
    const outcome = answers(question, answer, world);
    expect(toOutsiders(outcome)).toEqual([]);
    expect(changeKinds(outcome)).toContain('settle');
  });

  test('a name that only half fits somebody of the list is no answer', () => {
    expect(toOutsiders(answers(question, { people: [mention('Bruno Linden')] }, world))).toEqual([]);
  });

  test('a yes to two is no answer: it is asked again', () => {
    const outcome = answers(question, { verdict: 'yes', bare: true }, world);
    expect(toOutsiders(outcome)).toEqual([]);
    expect(questionOf(outcome).parts[0]?.kind).toBe('who');
  });

  test('a yes to the only near spelling takes it', () => {
    const near = asks([intro('Owen', 'Ines Carvahlo')]);
    expect(
      toOutsiders(answers(questionOf(near), { verdict: 'yes', bare: true }, worldAfter(blank(), near))),
    ).toHaveLength(1);
  });

  test('an answer may carry more requests', () => {
    const outcome = answers(question, { numbers: [1] }, world, [intro('Zoe', 'Ines')]);
    expect(toOutsiders(outcome)).toHaveLength(2);
  });

  test('a request that names its own number chooses nothing', () => {
    const outcome = answers(question, { numbers: [2], step: 'close' }, world, [steering('close', 2)]);
    expect(toOutsiders(outcome)).toEqual([]);
    expect(said(outcome)).toContain('no introduction number 2');
  });

  test('a request alone leaves the question open', () => {
    const outcome = answers(question, {}, world, [
      { kind: 'show', sentence: 'show Mae Linden', who: mention('Mae Linden') },
    ]);
    expect(said(outcome)).toContain('Linden Law');
    expect(changeKinds(outcome)).not.toContain('settle');
  });

  test('small talk is left alone', () => {
    const outcome = mail({ ...understood(), smallTalk: true }, world, {}, { introduction: null, question });
    expect(outcome.decisions).toEqual([]);
  });

  test.each<[string, Partial<Known>, boolean]>([
    ['once it is settled', {}, true],
    ['after 14 days', { now: '2027-03-01T09:00:00.000Z' }, false],
  ])('%s a later answer gets one line and nothing else', (_, more, settled) => {
    const outcome = mail(
      understood({ numbers: [2], bare: true }),
      { ...world, ...more },
      {},
      { introduction: null, question, settled },
    );
    expect(toOutsiders(outcome)).toEqual([]);
    expect(changesOf(outcome)).toEqual([]);
    expect(toMentor(outcome)).toHaveLength(1);
  });
});

describe('two questions of one mail', () => {
  test('about the two people of one request are answered together', () => {
    const asking = asks([intro('Mae', 'Ines Carvahlo')]);
    const question = questionOf(asking);
    expect(question.parts).toHaveLength(2);
    const [to] = question.parts;
    const number = to?.kind === 'who' ? (to.choices[0]?.number ?? 0) : 0;
    const outcome = answers(question, { numbers: [number, 2] }, worldAfter(blank(), asking));
    expect(recipients(toOutsiders(outcome))).toEqual(['ines@carvalho.test', 'mae@lin.test']);
  });

  test('of which one is answered ask for the other again', () => {
    const asking = asks([intro('Owen', 'Mae'), intro('Zoe', 'Mae')]);
    const outcome = answers(questionOf(asking), { numbers: [1] }, worldAfter(blank(), asking));
    expect(toOutsiders(outcome)).toHaveLength(1);
    expect(questionOf(outcome).parts).toHaveLength(1);
  });
});

describe('a missing address', () => {
  const asking = asks([intro('Owen', 'Kai Berg', { note: 'On boats.' })]);
  const world = worldAfter(blank(), asking);

  test('given in the answer adds the person under the name of the request', () => {
    const outcome = answers(questionOf(asking), { addresses: ['kai@berg.test'], bare: true }, world);
    expect(peopleAfter(outcome)[0]).toMatchObject({ name: 'Kai Berg', addresses: ['kai@berg.test'] });
    expect(recipients(toOutsiders(outcome))).toEqual(['kai@berg.test', 'owen@brightbees.test']);
  });

  test('of an entry becomes the address of that entry', () => {
    const asking = asks([intro('Owen', 'Lev Marin')]);
    const outcome = answers(questionOf(asking), { addresses: ['lev@marin.test'] }, worldAfter(blank(), asking));
    expect(peopleAfter(outcome)[0]).toMatchObject({ id: 'p8', addresses: ['lev@marin.test'] });
    expect(toOutsiders(outcome)).toHaveLength(1);
  });

  test('answered with somebody of the book introduces them', () => {
    const outcome = answers(questionOf(asking), { people: [mention('Zoe Adler')] }, world);
    expect(recipients(toOutsiders(outcome))).toContain('zoe@adler.test');
  });
});

describe('in a new mail', () => {
  const asking = asks([intro('Owen', 'Mae')]);
  const world = worldAfter(blank(), asking);

  test('a bare answer counts where exactly one question is open', () => {
    expect(toOutsiders(mail(understood({ numbers: [1], bare: true }), world))).toHaveLength(1);
  });

  test('an answer that is not bare counts for nothing', () => {
    expect(toOutsiders(mail(understood({ numbers: [1], bare: false }), world))).toEqual([]);
  });

  test('with two questions open it is asked which', () => {
    const two = {
      ...world,
      questions: [...world.questions, { ...(world.questions[0] as Question), id: 'q-other', localPart: 'q-other' }],
    };
    const outcome = mail(understood({ numbers: [1], bare: true }), two);
    expect(toOutsiders(outcome)).toEqual([]);
    expect(toMentor(outcome)).toHaveLength(1);
  });

  test.each<[string, Known]>([
    ['with none open', blank()],
    ['with one that has expired', { ...world, now: '2027-03-01T09:00:00.000Z' }],
    ['with one that a party was asked', { ...blank(), questions: [asked({ kind: 'background', personId: 'p1' })] }],
  ])('%s it begins nothing', (_, world) => {
    const outcome = mail(understood({ verdict: 'yes', numbers: [1], bare: true }), world, { text: '1, yes' });
    expect(toOutsiders(outcome)).toEqual([]);
    expect(changesOf(outcome)).toEqual([]);
    expect(said(outcome)).toContain('“1, yes”');
  });

  test('"stop" from a mentor is told what it can mean, and changes nothing', () => {
    const outcome = mail(understood({ optOut: 'stop', bare: true }), blank());
    expect(said(outcome)).toMatch(/summary off.*pause.*leave/s);
    expect(changesOf(outcome)).toEqual([]);
  });

  test('a request of its own is no answer, and no note of a draft that waits', () => {
    const draft = asks([intro('Owen', 'Ines', { manner: { kind: 'draft' } })]);
    const status = understood({ bare: true, words: 'status' }, [{ kind: 'status', sentence: 'status' }]);
    const outcome = mail(status, worldAfter(blank(), draft));
    expect(said(outcome)).toContain('Open introductions');
    expect(changesOf(outcome)).toEqual([]);
  });

  test('words that choose nothing never become the note of a draft that waits', () => {
    const draft = asks([intro('Owen', 'Ines', { manner: { kind: 'draft' } })]);
    const outcome = mail(understood({ bare: true, words: 'hello there' }), worldAfter(blank(), draft));
    expect(changesOf(outcome)).toEqual([]);
  });

  test('a step with its own number is no choice of the open list', () => {
    const outcome = mail(understood({ numbers: [1], step: 'nudge', bare: true }, [steering('nudge', 1)]), world);
    expect(toOutsiders(outcome)).toEqual([]);
  });
});

describe('reports that can be answered', () => {
  const about = (part: QuestionPart, more: Partial<Question> = {}): Question =>
    asked(part, { asked: 'mentor', address: 'ruth@alder.test', ...more });
  const at = (part: QuestionPart, answer: Partial<Answer>, world: Known) => {
    const question = about(part);
    return answers(question, answer, { ...world, questions: [question] });
  };

  test.each([
    ['nudge', 'introduced', 1],
    ['close', 'closed', 0],
  ] as const)('a quiet one: %s', (step, state, letters) => {
    const outcome = at({ kind: 'quiet', introduction: 7 }, { step, bare: true }, known());
    expect(introductionAfter(outcome)?.state.kind).toBe(state);
    expect(toOutsiders(outcome)).toHaveLength(letters);
  });

  test('a quiet one that is left stays as it is', () => {
    const outcome = at({ kind: 'quiet', introduction: 7 }, { step: 'leave-it', bare: true }, known());
    expect(introductionAfter(outcome)).toBeUndefined();
    expect(toOutsiders(outcome)).toEqual([]);
  });

  const bounced = known({
    introductions: [inState({ kind: 'bounced', at: start, side: 'to', address: 'ines@carvalho.test' })],
  });

  test('a new address for one that failed sends it again, to that side alone, and stands in the entry', () => {
    const outcome = at(
      { kind: 'bounced', introduction: 7, side: 'to', address: 'ines@carvalho.test' },
      { addresses: ['ines@harbour.test'] },
      bounced,
    );
    expect(recipients(toOutsiders(outcome))).toEqual(['ines@harbour.test']);
    expect(peopleAfter(outcome)[0]?.addresses[0]).toBe('ines@harbour.test');
    expect(stateAfter(outcome)).toBe('introduced');
  });

  test('beside the address that failed only the other one can be meant', () => {
    const part: QuestionPart = { kind: 'bounced', introduction: 7, side: 'to', address: 'ines@carvalho.test' };
    const both = at(part, { addresses: ['ines@carvalho.test', 'ines@harbour.test'] }, bounced);
    expect(recipients(toOutsiders(both))).toEqual(['ines@harbour.test']);
    const two = at(part, { addresses: ['ines@harbour.test', 'ines@quay.test'] }, bounced);
    expect(toOutsiders(two)).toEqual([]);
  });

  const asking = known({
    introductions: [
      inState({ kind: 'asking', since: start, side: 'to', both: false }, { toAsk: ['to'], sentAt: null }),
    ],
  });

  test('an unclear answer to ask first, read as a yes, sends the introduction', () => {
    const outcome = at(
      { kind: 'unclear-consent', introduction: 7, side: 'to', words: 'Who?' },
      { verdict: 'yes', bare: true },
      asking,
    );
    expect(stateAfter(outcome)).toBe('introduced');
    expect(toOutsiders(outcome)).toHaveLength(1);
  });

  test('an unclear answer to ask first, read as a no, ends it and tells nobody', () => {
    const outcome = at(
      { kind: 'unclear-consent', introduction: 7, side: 'to', words: 'Who?' },
      { verdict: 'no', bare: true },
      asking,
    );
    expect(stateAfter(outcome)).toBe('declined');
    expect(toOutsiders(outcome)).toEqual([]);
  });

  const kept = { mailKey: 'inbound/kept', from: 'ines@carvalho.test', subject: 'Re: bees', messageId: null };

  test('what speaks to the mentor goes on at "pass it on", and only then', () => {
    const part: QuestionPart = { kind: 'pass-on', introduction: 7, side: 'to', mail: kept };
    expect(recipients(toOutsiders(at(part, { step: 'pass-it-on', bare: true }, known())))).toEqual([
      'owen@brightbees.test',
    ]);
    expect(toOutsiders(at(part, { dropped: true }, known()))).toEqual([]);
    expect(toOutsiders(at(part, { verdict: 'yes', words: 'he is very good' }, known()))).toEqual([]);
  });

  test('what has been passed on already is not passed on twice', () => {
    const part: QuestionPart = { kind: 'whose', introduction: 7, address: 'i@post.test', side: 'to', mail: kept };
    const outcome = at(part, { step: 'pass-it-on', bare: true }, known());
    expect(toOutsiders(outcome)).toEqual([]);
    expect(toMentor(outcome)[0]?.text).toContain('Owen Bright has it already');
  });

  test('an address that is a party’s counts as the reply and goes on', () => {
    const part: QuestionPart = {
      kind: 'whose',
      introduction: 7,
      address: 'ines@home.test',
      side: null,
      mail: { ...kept, from: 'ines@home.test' },
    };
    const outcome = at(part, { people: [mention('Ines')] }, known());
    expect(worldAfter(known(), outcome).introductions[0]).toMatchObject({
      state: { kind: 'answered' },
      to: { addresses: ['ines@carvalho.test', 'ines@home.test'] },
    });
    expect(recipients(toOutsiders(outcome))).toEqual(['owen@brightbees.test']);
  });

  test('a letter of unknown fate is sent again at the word of the mentor', () => {
    const outcome = at(
      { kind: 'unknown-fate', letterId: 'm1/7/introduce', introduction: 7 },
      { step: 'send-again', bare: true },
      known(),
    );
    expect(changesOf(outcome)).toContainEqual({ kind: 'send-again', letterId: 'm1/7/introduce' });
  });

  test('mails without proof are worked on once they are confirmed', () => {
    const outcome = at({ kind: 'confirm-mails', mails: [kept] }, { verdict: 'yes', bare: true }, known());
    expect(changesOf(outcome)).toContainEqual(
      expect.objectContaining({
        kind: 'job',
        job: expect.objectContaining({ kind: 'rework', mailKeys: ['inbound/kept'] }),
      }),
    );
  });
});

describe('a protégé who asked to meet somebody', () => {
  const part: QuestionPart = {
    kind: 'protege',
    personId: owen.id,
    pending: { request: intro(owen.name, 'Ines Carvalho'), chosen: { cc: owen.id }, confirmed: [] },
  };
  const question = asked(part, { asked: 'mentor', address: 'ruth@alder.test' });
  const world = blank({ questions: [question] });

  test('is introduced at a yes, with the words of the mentor as background', () => {
    const outcome = answers(question, { verdict: 'yes', words: 'He keeps bees.' }, world);
    expect(toOutsiders(outcome)[0]?.text).toContain('He keeps bees.');
    expect(recipients(toOutsiders(outcome))).toEqual(['ines@carvalho.test', 'owen@brightbees.test']);
  });

  test('is not introduced at a no, and hears nothing', () => {
    expect(toOutsiders(answers(question, { verdict: 'no', bare: true }, world))).toEqual([]);
  });
});

test('nobody chooses a person of the list whom another request of the answer names', () => {
  const asking = asks([intro('Owen', 'Mae')]);
  const show = { kind: 'show', sentence: 'show Mae Linden', who: mention('Mae Linden') } as const;
  const outcome = answers(
    questionOf(asking),
    { numbers: [1], people: [mention('Mae Linden')] },
    worldAfter(blank(), asking),
    [show],
  );
  expect(recipients(toOutsiders(outcome))).toEqual(['mae@lin.test', 'owen@brightbees.test']);
  expect(said(outcome)).toContain(maeToo.organisation);
});

test('who stands in front of a request that names nobody is an answer', () => {
  const asking = asks([intro('Owen', 'Mae')]);
  const sentence = `${maeToo.organisation}, and please tell me who knows law`;
  const outcome = answers(
    questionOf(asking),
    { people: [mention(maeToo.organisation ?? '')] },
    worldAfter(blank(), asking),
    [{ kind: 'find', sentence, query: 'law' }],
  );
  expect(recipients(toOutsiders(outcome))).toContain(maeToo.addresses[0]);
  expect(said(outcome)).toContain('On "law"');
});

test('an address that is said of somebody else changes nothing', () => {
  const outcome = asks([intro('Owen', withAddress('Ines Carvalho', 'zoe@adler.test'))]);
  expect(toOutsiders(outcome)).toEqual([]);
  expect(peopleAfter(outcome)).toEqual([]);
  expect(zoe.addresses).toEqual(['zoe@adler.test']);
});

test('the introduction that the mail is about is known as it is', () => {
  const outcome = mail(
    understood({ step: 'cancel', bare: true }, [steering('cancel')]),
    known(),
    {},
    { introduction: introduced, question: null },
  );
  expect(stateAfter(outcome)).toBe('cancelled');
  expect(toMentor(outcome)).toHaveLength(1);
});

describe('a draft', () => {
  const drafted = asks([intro('Owen', 'Mae Linden', { note: 'On kilns and ovens.', manner: { kind: 'draft' } })]);
  const question = questionOf(drafted);
  const world = worldAfter(blank(), drafted);

  test('sent on a day waits for it', () => {
    const outcome = answers(question, { step: 'send', when: { words: 'in 3 days' }, words: '' }, world);
    expect(toOutsiders(outcome)).toEqual([]);
    expect(worldAfter(world, outcome).introductions[0]?.state.kind).toBe('scheduled');
  });

  test('sent on a day that nobody can tell stays a draft and is asked about', () => {
    const outcome = answers(question, { step: 'send', when: { words: 'after Easter' } }, world);
    expect(toOutsiders(outcome)).toEqual([]);
    expect(worldAfter(world, outcome).introductions[0]?.state.kind).toBe('drafted');
    expect(said(outcome)).toContain('after Easter');
  });

  test('is changed in one place, and sent with that change', () => {
    const words = 'Change "ovens" to "stoves" and send it.';
    const [letter] = toOutsiders(answers(question, { words }, world));
    expect(letter?.text).toContain('On kilns and stoves.');
    expect(toOutsiders(answers(question, { words: 'Change "ovens" to "stoves".' }, world))).toEqual([]);
  });
});

describe('suggestions', () => {
  const keen = { ...zoe, goals: 'Fire porcelain.' };
  const there = blank({ people: blank().people.map((each) => (each.id === zoe.id ? keen : each)) });
  const suggested = asks([{ kind: 'suggest', sentence: 'who should Zoe meet?', who: mention('Zoe') }], there);

  test('"not 2" asks for nobody else', () => {
    const outcome = answers(questionOf(suggested), { without: [2] }, worldAfter(there, suggested));
    expect(toOutsiders(outcome)).toEqual([]);
  });

  test('whoever is named to be left out is not introduced, and nobody else is', () => {
    const outcome = answers(questionOf(suggested), { leftOut: [mention('Mae Lin')] }, worldAfter(there, suggested));
    expect(toOutsiders(outcome)).toEqual([]);
  });
});

test('a day instead of a yes makes the introduction wait for it', () => {
  const asking = asks([intro('Owen', 'Ines', { manner: { kind: 'conditional', condition: 'if she is back' } })]);
  const world = worldAfter(blank(), asking);
  const outcome = answers(questionOf(asking), { when: { words: 'in 3 days' } }, world);
  expect(toOutsiders(outcome)).toEqual([]);
  expect(worldAfter(world, outcome).introductions[0]?.state.kind).toBe('scheduled');
});
