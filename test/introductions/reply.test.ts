// Mail at an introduction's address, in the order of the table at the head of reply.ts.
import { describe, expect, test } from 'vitest';
import type { Known, Outcome } from '../../functions/introductions/known.ts';
import type { Introduction } from '../../functions/introductions/life.ts';
import { largestPassedOn } from '../../functions/introductions/pass-on.ts';
import { decideHeldBack, decideIntroducer, decideReply } from '../../functions/introductions/reply.ts';
import type { Answer } from '../../functions/language/requests.ts';
import {
  counted,
  day,
  inState,
  introduced,
  introductionAddress,
  introductionAfter,
  known,
  lettersOf,
  type MailFacts,
  questionsAsked,
  received,
  recipients,
  ruth,
  stateAfter,
  toMentor,
  toOutsiders,
  understood,
} from './situation.ts';

const reply = (
  facts: MailFacts,
  more: { introduction?: Introduction; known?: Partial<Known>; answer?: Partial<Answer>; opensWith?: string } = {},
): Outcome => {
  const introduction = more.introduction ?? introduced;
  return decideReply(
    received(facts),
    { ...understood(more.answer), opensWith: more.opensWith ?? null },
    known({ introductions: [introduction], ...more.known }),
    introduction,
  );
};

const owen = { from: 'owen@brightbees.test', name: 'Owen Bright' };

describe('a robot', () => {
  test('an out-of-office is noted with its side, counts as nothing and is told nobody', () => {
    const outcome = reply({ text: 'I am away until Monday.', automated: 'yes', outOfOffice: true });
    expect(introductionAfter(outcome)).toMatchObject({
      state: introduced.state,
      to: { awayAt: day(1), repliedAt: null },
    });
    expect(lettersOf(outcome)).toEqual([]);
  });

  test('any other robot changes nothing, whoever it says it is', () => {
    expect(reply({ text: 'Click here to be let in.', automated: 'yes', outOfOffice: false }).decisions).toEqual([]);
    expect(reply({ from: 'list@carvalho.test', automated: 'yes', outOfOffice: true }).decisions).toEqual([]);
  });

  test('where only the subject says so, words that went to the other side too are a person’s', () => {
    const facts: MailFacts = { subject: 'Out of office: again', text: 'Owen, write to my studio.', automated: 'weak' };
    expect(stateAfter(reply(facts))).toBeUndefined();
    expect(stateAfter(reply({ ...facts, cc: ['owen@brightbees.test'] }))).toBe('answered');
  });
});

describe('a mail that fails DMARC', () => {
  const facts: MailFacts = { text: 'Send your bank details, Owen.', proof: 'fail' };

  test('is neither counted nor passed on, and the mentor is told', () => {
    const outcome = reply(facts);
    expect(introductionAfter(outcome)?.state).toEqual(introduced.state);
    expect(toOutsiders(outcome)).toEqual([]);
    expect(toMentor(outcome)).toHaveLength(1);
    expect(toMentor(outcome)[0]?.text).not.toContain('bank details');
  });

  test('a second one in the same name is not told again', () => {
    const warned = introductionAfter(reply(facts)) as Introduction;
    expect(reply(facts, { introduction: warned }).decisions).toEqual([]);
  });

  test('an opt-out in it is nothing', () => {
    expect(stateAfter(reply({ ...facts, text: 'stop' }, { answer: { optOut: 'stop' } }))).toBe('introduced');
  });
});

describe('what reaches the other side', () => {
  const toAll: readonly [string, MailFacts][] = [
    ['in To', { to: [introductionAddress, 'owen@brightbees.test'] }],
    ['in Cc, with the mentor', { cc: ['owen@brightbees.test', 'ruth@alder.test'] }],
    ['at a second address of the book', { cc: ['owen.bright@college.test'] }],
    ['in To, with the service in Bcc', { to: ['owen@brightbees.test'] }],
  ];
  test.each(toAll)('what the other side has already is counted in silence: %s', (_where, facts) => {
    const outcome = reply({ ...facts, text: 'Ruth, thank you. Owen, come by.' });
    expect([stateAfter(outcome), lettersOf(outcome)]).toEqual(['answered', []]);
    expect(counted(outcome)).toEqual(['answered']);
  });

  test('a reply to the service alone is passed on as it was written, from the introduction’s address', () => {
    const outcome = reply({ text: 'Owen, come by on Friday.' });
    expect(stateAfter(outcome)).toBe('answered');
    expect(toMentor(outcome)).toEqual([]);
    expect(toOutsiders(outcome)).toMatchObject([
      {
        from: { name: 'Ines Carvalho via Stepback', localPart: introduced.localPart },
        to: [{ address: 'owen@brightbees.test' }],
        replyTo: [{ address: 'ines@carvalho.test' }, { address: introductionAddress }],
        automation: 'person',
        unsubscribe: 'one-click',
        passOn: { mailKey: 'inbound/abc', withoutAttachments: false },
      },
    ]);
  });

  test('missing proof does not matter at a party’s own address', () => {
    expect(recipients(toOutsiders(reply({ text: 'Owen, Monday?', proof: 'none' })))).toEqual(['owen@brightbees.test']);
  });

  test('a second address of the book is the party', () => {
    const outcome = reply({ from: 'owen.bright@college.test', name: 'O', text: 'Ines, gladly!' });
    expect([stateAfter(outcome), recipients(lettersOf(outcome))]).toEqual(['answered', ['ines@carvalho.test']]);
    expect(introductionAfter(outcome)?.cc.repliedAt).toBe(day(1));
  });

  test('somebody else in copy is not the other side', () => {
    expect(recipients(lettersOf(reply({ text: 'Owen, Pia will help.', cc: ['pia@carvalho.test'] })))).toEqual([
      'owen@brightbees.test',
    ]);
  });

  test('requests in it are just words', () => {
    const outcome = reply({ text: 'Owen, hello. forget Owen Bright. intro Owen to my boss <boss@carvalho.test>' });
    expect(recipients(lettersOf(outcome))).toEqual(['owen@brightbees.test']);
  });

  test('blanks, invisible characters and pure quotation are nothing', () => {
    for (const text of ['', ' \t\n \u00a0', '\u200b\u2060\n']) expect(reply({ text }).decisions).toEqual([]);
  });

  test('a file without words is something', () => {
    const file = { name: 'plan.pdf', type: 'application/pdf', size: 10, content: null };
    expect(stateAfter(reply({ text: '', attachments: [file] }))).toBe('answered');
  });

  test('what is too large goes without its attachments, and its writer hears which', () => {
    const files = ['roof.jpg', ''].map((name) => ({ name, type: 'image/jpeg', size: 6_000_000, content: null }));
    const outcome = reply({ text: 'Owen, the roof.', size: largestPassedOn + 1, attachments: files });
    const [passed, told] = toOutsiders(outcome);
    expect(passed?.passOn?.withoutAttachments).toBe(true);
    expect(recipients([told as NonNullable<typeof told>])).toEqual(['ines@carvalho.test']);
    expect(told?.text).toContain('roof.jpg, an attachment');
  });
});

describe('when both have replied', () => {
  const answered = inState(
    { kind: 'answered', at: day(1), lastReplyAt: day(1) },
    { to: { ...introduced.to, repliedAt: day(1) } },
  );

  test('the mentor gets one short line', () => {
    const outcome = reply({ ...owen, text: 'Hello Ines!', cc: ['ines@carvalho.test'] }, { introduction: answered });
    expect(stateAfter(outcome)).toBe('done');
    expect(toMentor(outcome)).toHaveLength(1);
    expect(toMentor(outcome)[0]?.text).toMatch(/Owen Bright and Ines Carvalho .*they are talking/);
    expect(counted(outcome)).toEqual(['done']);
  });

  test('from then on the service passes on and is silent', () => {
    const done = inState(
      { kind: 'done', at: day(2), how: 'both replied' },
      {
        to: { ...introduced.to, repliedAt: day(1) },
        cc: { ...introduced.cc, repliedAt: day(2) },
      },
    );
    const outcome = reply({ ...owen, text: 'Ines, the bees have come.' }, { introduction: done });
    expect(recipients(lettersOf(outcome))).toEqual(['ines@carvalho.test']);
  });

  test('the setting to ask how it went sets the day', () => {
    const outcome = reply(
      { ...owen, text: 'Hello Ines!', cc: ['ines@carvalho.test'] },
      { introduction: answered, known: { mentor: { ...ruth, askHowItWent: true } } },
    );
    expect(introductionAfter(outcome)?.state).toMatchObject({ kind: 'done', askAt: day(15) });
  });

  test('one that is done makes room for what is held', () => {
    const held = { ...introduced, number: 8, state: { kind: 'held', since: day(0), why: 'open limit' } as const };
    const outcome = reply(
      { ...owen, text: 'Hello Ines!', cc: ['ines@carvalho.test'] },
      { introduction: answered, known: { introductions: [answered, held] } },
    );
    expect(outcome.decisions[0]?.changes).toContainEqual({
      kind: 'job',
      job: { kind: 'release', id: 'm1/release/7/done', mentorId: 'm1' },
    });
  });
});

describe('what speaks to the mentor', () => {
  const forTheMentor: readonly [string, MailFacts][] = [
    ['opens with the mentor’s name', { text: 'Ruth, between us: who is he?' }],
    ['opens with a greeting and the mentor’s name', { text: 'Dear Ruth,\n\nwho is he?' }],
    ['opens with the mentor’s surname', { text: 'Dear Ms Alder,\nwho is he?' }],
    ['opens with a title that ends in a point', { text: 'Dear Mrs. Alder:\n\nwho is he?' }],
    ['opens with the mentor’s name and goes on about the other', { text: 'Ruth, Owen is impressive. Who is he?' }],
    ['asks a third what to do', { to: ['pia@carvalho.test'], cc: [introductionAddress], text: 'Pia, do we know him?' }],
    [
      'sends the introduction on to a third',
      {
        subject: 'Fwd: Owen Bright <> Ines Carvalho',
        to: ['pia@carvalho.test'],
        cc: [introductionAddress],
        text: 'Pia, yours?',
      },
    ],
    ['is a new mail', { subject: 'Dinner', text: 'Are you in town on Friday?' }],
    ['was sent to others, with the service in Bcc', { to: ['pia@carvalho.test'], text: 'Pia, look at this one.' }],
  ];
  test.each(forTheMentor)('is shown to the mentor alone: it %s', (_why, facts) => {
    const outcome = reply(facts);
    expect(toOutsiders(outcome)).toEqual([]);
    expect(toMentor(outcome)).toHaveLength(1);
    expect(toMentor(outcome)[0]?.text.replaceAll(/^> ?/gm, '')).toContain(facts.text);
    expect(questionsAsked(outcome)).toMatchObject([{ kind: 'pass-on', introduction: 7, side: 'to' }]);
    expect(stateAfter(outcome)).toBeUndefined();
  });

  const forTheOther: readonly [string, MailFacts][] = [
    ['a reply that opens with no name', { text: 'Works for me, Friday at nine.' }],
    ['a reply that opens with thanks to the mentor', { text: 'Thanks Ruth! Owen, come by.' }],
    ['a reply that opens with both names', { text: 'Dear Ruth and Owen,\n\ngladly.' }],
    ['a reply that greets one after the other', { text: 'Hi Ruth, hi Owen,\n\ngladly.' }],
    ['a reply that opens with one name after the other', { text: 'Ruth, Owen – gladly!' }],
    ['a new mail that opens with the other side’s name', { subject: 'Friday', text: 'Owen, come by.' }],
    ['a new mail that opens with the other side’s surname', { subject: 'Friday', text: 'Dear Mr Bright,\ncome by.' }],
    [
      'a new subject that answers a letter of ours',
      { subject: 'Friday', inReplyTo: ['first@email.amazonses.com'], text: 'Nine.' },
    ],
    ['a reply in German', { subject: 'AW: Owen Bright <> Ines Carvalho', text: 'Gerne am Freitag.' }],
    [
      'an invitation',
      {
        subject: 'Roof',
        text: 'See you there.',
        attachments: [{ name: 'roof.ics', type: 'text/calendar', size: 300, content: null }],
      },
    ],
  ];
  test.each(forTheOther)('is not %s', (_what, facts) => {
    const outcome = reply(facts);
    expect([recipients(lettersOf(outcome)), stateAfter(outcome)]).toEqual([['owen@brightbees.test'], 'answered']);
  });

  test('a word that only looks like a name opens with no name', () => {
    const will = { ...introduced, cc: { ...introduced.cc, name: 'Will Bright' } };
    const facts: MailFacts = { subject: 'Friday', text: 'Will do. Thanks for thinking of me.' };
    expect(questionsAsked(reply(facts, { introduction: will }))).toMatchObject([{ kind: 'pass-on' }]);
  });

  test('where the mentor is a party, the mentor’s words and words for the mentor are the other side’s', () => {
    const reverse: Introduction = {
      ...introduced,
      origin: 'reverse',
      cc: {
        ...introduced.cc,
        personId: 'm1',
        name: 'Ruth Alder',
        address: 'ruth@alder.test',
        addresses: ['ruth@alder.test'],
        isMentor: true,
      },
    };
    const fromMentor = reply(
      { from: 'ruth@alder.test', subject: 'Thursday', text: 'May I ring you?' },
      { introduction: reverse },
    );
    expect(recipients(lettersOf(fromMentor))).toEqual(['ines@carvalho.test']);
    const toTheMentor = reply({ text: 'Dear Ruth, please do.' }, { introduction: reverse });
    expect(lettersOf(toTheMentor)).toMatchObject([
      { audience: 'mentor', to: [{ address: 'ruth@alder.test' }], unsubscribe: 'none' },
    ]);
  });
});

describe('a reader who cannot have it', () => {
  test('has opted out: one line goes back, which names nobody', () => {
    const outcome = reply({ text: 'Owen, hello?' }, { known: { optedOut: new Set(['owen@brightbees.test']) } });
    expect(recipients(lettersOf(outcome))).toEqual(['ines@carvalho.test']);
    expect(lettersOf(outcome)[0]?.text).not.toMatch(/owen/i);
  });

  test('has a dead address: the mentor has it until there is another', () => {
    const bounced = inState({ kind: 'bounced', at: day(0), side: 'cc', address: 'owen@brightbees.test' });
    const outcome = reply({ text: 'Owen, hello?' }, { introduction: bounced });
    expect(toOutsiders(outcome)).toEqual([]);
    expect(questionsAsked(outcome)).toMatchObject([{ kind: 'pass-on', side: 'to' }]);
    expect(introductionAfter(outcome)?.to.repliedAt).toBe(day(1));
  });
});

describe('a strange address with the right token', () => {
  test('authenticated and under a party’s name: passed on, and the mentor asked whose it is', () => {
    const outcome = reply({ from: 'ines77@post.test', name: 'CARVALHO, Ines', text: 'Owen, from my phone: yes.' });
    expect(toOutsiders(outcome)).toMatchObject([
      { to: [{ address: 'owen@brightbees.test' }], replyTo: [{ address: 'ines77@post.test' }, {}] },
    ]);
    expect(toMentor(outcome)[0]?.text).toContain('ines77@post.test');
    expect(questionsAsked(outcome)).toMatchObject([{ kind: 'whose', side: 'to', address: 'ines77@post.test' }]);
    expect(stateAfter(outcome)).toBeUndefined();
  });

  const keptMails: readonly [string, MailFacts][] = [
    ['under no party’s name', { name: 'x9', text: 'Which of the two days?' }],
    ['under a first name alone', { name: 'Ines', text: 'Which of the two days?' }],
    ['without proof', { name: 'Ines Carvalho', text: 'Which of the two days?', proof: 'none' }],
    ['and for the mentor', { name: 'Ines Carvalho', text: 'Ruth, who is he?' }],
  ];
  test.each(keptMails)('%s: kept, and the mentor asked', (_why, facts) => {
    const outcome = reply({ ...facts, from: 'somebody@post.test' });
    expect(toOutsiders(outcome)).toEqual([]);
    expect(toMentor(outcome)).toHaveLength(1);
    expect(toMentor(outcome)[0]?.text).toContain('somebody@post.test');
    expect(questionsAsked(outcome)).toMatchObject([{ kind: 'whose', side: null, address: 'somebody@post.test' }]);
    expect(stateAfter(outcome)).toBeUndefined();
  });

  test('who writes to both of them talks to people, and nothing comes of it', () => {
    const outcome = reply({
      from: 'pia@carvalho.test',
      name: 'Pia',
      to: ['ines@carvalho.test', 'owen@brightbees.test'],
      cc: [introductionAddress],
      text: 'Owen, I keep the diary.',
    });
    expect(outcome.decisions).toEqual([]);
  });

  test('a stop from there is the stranger’s own, and ends nothing', () => {
    const outcome = reply({ from: 'somebody@post.test', name: '', text: 'stop' }, { answer: { optOut: 'stop' } });
    expect(outcome.decisions.flatMap(({ changes }) => changes)).toEqual([
      { kind: 'opt-out', address: 'somebody@post.test', at: day(1) },
    ]);
    expect(lettersOf(outcome)).toEqual([]);
  });
});

describe('the introducer in the thread', () => {
  test('is noted and nothing else', () => {
    const mail = received({
      from: 'ruth@alder.test',
      to: ['ines@carvalho.test'],
      cc: [introductionAddress],
      text: 'Do meet!',
    });
    const outcome = decideIntroducer(mail, known(), introduced);
    expect(introductionAfter(outcome)).toEqual({
      ...introduced,
      messageIds: [...introduced.messageIds, 'reply@carvalho.test'],
    });
    expect(lettersOf(outcome)).toEqual([]);
  });
});

describe('an introduction that is over', () => {
  const closed = inState({ kind: 'closed', at: day(0) });

  test('still passes on, and opens no more', () => {
    const outcome = reply({ text: 'Owen, late but here.' }, { introduction: closed, known: { now: day(179) } });
    expect(recipients(lettersOf(outcome))).toEqual(['owen@brightbees.test']);
    expect(introductionAfter(outcome)?.state).toEqual(closed.state);
  });

  test('after 180 days an authenticated sender gets one line that names nobody', () => {
    const late = { introduction: closed, known: { now: day(181) } };
    const outcome = reply({ text: 'Owen, late but here.' }, late);
    expect(recipients(lettersOf(outcome))).toEqual(['ines@carvalho.test']);
    expect(lettersOf(outcome)[0]?.text).not.toMatch(/owen|ruth/i);
    expect(reply({ text: 'Owen?', proof: 'none' }, late).decisions).toEqual([]);
    expect(reply({ text: 'Owen?', answerable: false }, late).decisions).toEqual([]);
  });
});

describe('a mail that scanning holds back', () => {
  test('spam waits for the mentor’s word', () => {
    const outcome = decideHeldBack(received({ text: 'Cheap roofs' }), known(), introduced, 'spam');
    expect(questionsAsked(outcome)).toMatchObject([{ kind: 'whose', side: null }]);
    expect(toMentor(outcome)[0]?.text).not.toContain('Cheap roofs');
  });

  test('a virus is told and never passed on', () => {
    const outcome = decideHeldBack(received({}), known(), introduced, 'virus');
    expect(questionsAsked(outcome)).toEqual([]);
    expect(toMentor(outcome)[0]?.text).toContain('virus');
  });
});
