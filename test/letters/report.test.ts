// What the mentor is told and asked while introductions live, and the single lines that go to people outside.
import { describe, expect, test } from 'vitest';
import type { Letter } from '../../functions/letters/letter.ts';
import {
  leftOutLine,
  noMoreMailLine,
  passedOnLetter,
  passedToMentorLine,
  restingAddressLine,
  reverseCopyLetter,
  strangerLine,
  welcomeBackLine,
} from '../../functions/letters/line.ts';
import * as report from '../../functions/letters/report.ts';

const frame: report.Frame = {
  id: 'x',
  mentorId: 'm1',
  mentor: { name: 'Ruth Alder', address: 'ruth@alder.test' },
  localPart: 'q-ffffgggghhhhiiiijjjj',
  introduction: 7,
};
const pair: report.Pair = { number: 7, to: 'Dr. Ines "Nes" Carvalho', cc: 'Owen Bright' };
const ines = { name: 'Ines Carvalho', address: 'ines@carvalho.test' };
const mail: report.Quoted = { from: ines, subject: 'Roofs', words: 'Which roof?\n\nInes' };

/** Each report, and what must stand in its subject or text. */
const reports: readonly [string, Letter, readonly string[]][] = [
  [
    'they are talking',
    report.talkingLetter(frame, pair),
    ['Owen Bright and Dr. Ines Carvalho', 'number 7', 'stepped back'],
  ],
  ['quiet', report.quietLetter(frame, pair, 10, []), ['10 days ago', 'I cannot tell', 'nudge', 'close', 'leave it']],
  ['closed as quiet', report.closedQuietLetter(frame, pair, 30), ['30 days ago', 'I cannot tell', 'closed']],
  [
    'a bounce',
    report.bouncedLetter(frame, pair, ines, 'the mailbox is full'),
    ['ines@carvalho.test', 'the mailbox is full', 'another address', 'Ines Carvalho alone', 'close'],
  ],
  [
    'a no',
    report.declinedLetter(frame, pair, pair.to, { name: pair.cc, agreed: false }, 'Not now.'),
    ['the answer is no', '> Not now.', 'Owen Bright has not heard of it'],
  ],
  [
    'a no behind a yes',
    report.declinedLetter(frame, pair, pair.to, { name: pair.cc, agreed: true }, 'Not now.'),
    ['the answer is no', 'Owen Bright had said yes before'],
  ],
  ['an expired draft', report.draftExpiredLetter(frame, pair), ['14 days', 'nothing went out']],
  [
    'asked in vain',
    report.askedInVainLetter(frame, pair, pair.to, { name: pair.cc, agreed: false }),
    ['14 days ago', 'Owen Bright has not heard of it'],
  ],
  [
    'an unclear answer',
    report.unclearConsentLetter(frame, pair, ines, { name: pair.cc, agreed: false }, mail),
    ['> Which roof?', 'yes', 'no', 'ines@carvalho.test'],
  ],
  [
    'an answer from elsewhere',
    report.unclearConsentLetter(
      frame,
      pair,
      { ...ines, address: 'old@carvalho.test' },
      { name: pair.cc, agreed: false },
      mail,
    ),
    ['old@carvalho.test', 'ines@carvalho.test', 'I have done nothing'],
  ],
  [
    'a yes that is held',
    report.agreedButHeldLetter(frame, pair, pair.to, 'you have paused', ''),
    ['says yes', 'because you have paused', 'send anyway'],
  ],
  [
    'for the mentor',
    report.speaksToYouLetter(frame, pair, mail, pair.cc),
    ['> Which roof?', 'pass it on', 'Owen Bright, who has not had it from me', 'ines@carvalho.test'],
  ],
  [
    'whose',
    report.whoseLetter(frame, pair, mail, pair.to, pair.cc),
    ['ines@carvalho.test', 'passed it on to Owen Bright', 'yes', 'no'],
  ],
  [
    'a strange address',
    report.strangeAddressLetter(frame, pair, mail, null),
    ['ines@carvalho.test', 'unknown address', 'pass it on', 'both of them', 'no'],
  ],
  [
    'a strange address under a name',
    report.strangeAddressLetter(frame, pair, mail, { side: 'cc', proven: false }),
    ["in Owen Bright's name", 'without proof', 'ines@carvalho.test', 'goes to Dr. Ines Carvalho', 'no'],
  ],
  [
    'a proven address under a name',
    report.strangeAddressLetter(frame, pair, mail, { side: 'to', proven: true }),
    ["in Dr. Ines Carvalho's name", 'unknown address, ines@carvalho.test', 'goes to Owen Bright', 'no'],
  ],
  [
    'a forged mail',
    report.forgedLetter(frame, pair, mail),
    ['ines@carvalho.test', 'Roofs', 'neither counted it nor passed it on'],
  ],
  ['spam', report.heldBackLetter(frame, pair, ines, 'Roofs', 'spam'), ['looks like spam', 'pass it on']],
  ['a virus', report.heldBackLetter(frame, pair, ines, 'Roofs', 'virus'), ['carries a virus']],
  ['an opt-out', report.optedOutLetter(frame, ines, [pair]), ['ines@carvalho.test', 'no more mail', 'number 7']],
  [
    'an unproven opt-out',
    report.leftLetter(frame, pair, ines, 'unproven'),
    ['without proof', 'this introduction alone'],
  ],
  ['how it went', report.outcomeToldLetter(frame, pair, pair.cc, 'We built it.'), ['> We built it.', 'number 7']],
  [
    'better words',
    report.backgroundLetter(frame, ines.name, { kind: 'changed', now: 'Lamps.', before: 'Lights.' }),
    ['> Lamps.', 'Lights.'],
  ],
  [
    'known through',
    report.knownThroughLetter(frame, mail, [{ name: 'Hanne Lind', address: '' }], []),
    ['Hanne Lind', 'known through Ines Carvalho'],
  ],
  ['a reverse no', report.reverseAnsweredLetter(frame, mail, 'Hanne Lind', 'no'), ['Hanne Lind', 'written to nobody']],
  [
    'the list',
    report.goneOverLetter(frame, pair.cc, '2 please', ['introduce A to B', 'introduce A to C']),
    ['> 2 please', '1. introduce A to B', '2. introduce A to C', 'yes'],
  ],
  [
    'a wish',
    report.protegeAsksLetter(frame, { name: 'Owen Bright', address: 'o@b.test' }, ['Hanne Lind'], mail),
    ['Hanne Lind', '> Which roof?', 'yes', 'no'],
  ],
  ['a reminder', report.reminderLetter(frame, 'introduce Owen to Ines', true), ['> introduce Owen to Ines', 'yes']],
  [
    'an unknown fate',
    report.unknownFateLetter(frame, [ines], 'Roofs'),
    ['I cannot tell whether this went out', 'Roofs', 'send again', 'leave it'],
  ],
  [
    'not sent',
    report.notSentLetter(frame, [ines], 'Roofs', 'it was refused'),
    ['ines@carvalho.test', 'Roofs', 'it was refused'],
  ],
  [
    'unproven',
    report.unprovenLetter(frame, [{ subject: '', firstWords: 'forget Ines' }]),
    ['(no subject): forget Ines', 'without proof', 'yes'],
  ],
];

describe('a report to the mentor', () => {
  test.each(reports)('says what has happened and what can be answered: %s', (_what, letter, says) => {
    for (const fragment of says) expect(`${letter.subject}\n${letter.text}`).toContain(fragment);
  });

  test.each(reports)('goes to the mentor alone, as generated, without an unsubscribe: %s', (_what, letter) => {
    expect(letter).toMatchObject({
      audience: 'mentor',
      automation: 'generated',
      unsubscribe: 'none',
      cc: [],
      replyTo: [],
    });
    expect(letter.to).toEqual([frame.mentor]);
    expect(letter.from).toEqual({ name: 'Stepback', localPart: frame.localPart });
  });

  test.each(reports)('has a subject of one line: %s', (_what, letter) => {
    expect(letter.subject).toMatch(/^[^\n\r]+$/);
  });

  test('names people without the nickname that an entry states', () => {
    for (const [, letter] of reports) expect(letter.text).not.toContain('"Nes"');
  });

  test('marks every line of somebody else’s words, and cuts very long ones', () => {
    expect(report.quotation('one\n\ntwo')).toBe('> one\n>\n> two');
    expect(report.quotation('x'.repeat(9000))).toMatch(/^> x{4000} \[…\]$/);
  });

  test('of a forged mail never repeats its words', () => {
    expect(report.forgedLetter(frame, pair, mail).text).not.toContain('Which roof?');
  });
});

const facts = { id: 'x', mentorId: 'm1', to: ines, answers: { subject: 'Roofs', messageId: 'a@b.test' } };

/** Each line to somebody outside. */
const lines: readonly [string, Letter][] = [
  ['no more mail', noMoreMailLine(facts)],
  ['an address at rest', restingAddressLine(facts)],
  ['passed on to the mentor', passedToMentorLine(facts, 'Ruth Alder')],
  ['a stranger', strangerLine(facts)],
  ['welcome back', welcomeBackLine(facts)],
  ['left out', leftOutLine(facts, 'Owen Bright', { why: 'too large', names: ['roof.jpg', ''] })],
];

describe('a line to somebody outside', () => {
  test.each(lines)('is one paragraph that answers their mail and offers to stop: %s', (_what, letter) => {
    expect(letter).toMatchObject({
      audience: 'outsider',
      automation: 'answer',
      unsubscribe: 'one-click',
      inReplyTo: 'a@b.test',
      to: [ines],
      cc: [],
    });
    expect(letter.text).not.toContain('\n');
  });

  test.each(lines.map(([what, letter]) => [what, letter.subject]))(
    'keeps their subject, unless it may name who is not to be named: %s',
    (what, subject) => expect(subject).toBe(what === 'an address at rest' ? 'Your mail' : 'Re: Roofs'),
  );

  test.each(lines.slice(0, 2))('names nobody: %s', (_what, letter) => {
    expect(letter.text).not.toMatch(/Owen|Ruth|Ines/);
  });

  test('keeps a subject that is a reply already', () => {
    expect(strangerLine({ ...facts, answers: { subject: 'RE: Roofs', messageId: null } })).toMatchObject({
      subject: 'RE: Roofs',
      references: [],
    });
  });

  test('says what stayed behind, and why', () => {
    expect(leftOutLine(facts, 'Owen Bright', { why: 'too large', names: ['roof.jpg', ''] }).text).toContain(
      'roof.jpg, an attachment',
    );
    expect(leftOutLine(facts, 'Owen Bright', { why: 'refused', names: ['roof.exe'] }).text).toContain('roof.exe');
  });
});

describe('what is passed on', () => {
  const passed = (readerIsMentor: boolean) =>
    passedOnLetter({
      id: 'x',
      mentorId: 'm1',
      localPart: 'i-aaaabbbbccccddddeeee',
      number: 7,
      domain: 'stepback.test',
      writer: { ...ines, name: pair.to },
      reader: { name: 'Owen Bright', address: 'owen@brightbees.test' },
      readerIsMentor,
      mailKey: 'k',
      subject: 'Re: Roofs',
      withoutAttachments: false,
    });

  test('comes from the introduction under the writer’s name, with both ways back', () => {
    expect(passed(false)).toMatchObject({
      from: { name: 'Dr. Ines Carvalho via Stepback', localPart: 'i-aaaabbbbccccddddeeee' },
      replyTo: [{ address: 'ines@carvalho.test' }, { address: 'i-aaaabbbbccccddddeeee@stepback.test' }],
      automation: 'person',
      unsubscribe: 'one-click',
    });
  });

  test('carries no unsubscribe when it goes to the mentor', () => {
    expect(passed(true)).toMatchObject({ audience: 'mentor', unsubscribe: 'none' });
  });
});

test('whoever brought the mentor together with somebody gets a copy of their own, and is asked nothing more', () => {
  const copy = reverseCopyLetter('x', 'm1', 'Ruth Alder', 'q-a', 7, ines, 'Hanne', 'To: Hanne');
  expect(copy).toMatchObject({ to: [ines], cc: [], audience: 'outsider', unsubscribe: 'one-click' });
  expect(copy.text).toContain('you need do nothing more');
});
