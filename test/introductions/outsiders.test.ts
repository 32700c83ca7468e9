// Who may not ask anything of the service: strangers, protégés with more than a wish, and mails in a mentor's name without proof.
import { describe, expect, test } from 'vitest';
import { decideProtege, mentorAsked } from '../../functions/introductions/protege.ts';
import { decideStranger } from '../../functions/introductions/stranger.ts';
import { decideUnproven } from '../../functions/introductions/unproven.ts';
import { wishesOf } from '../../functions/introductions/wish.ts';
import type { Request } from '../../functions/language/requests.ts';
import {
  day,
  domain,
  known,
  lettersOf,
  type MailFacts,
  mention,
  owen,
  questionsAsked,
  received,
  recipients,
  self,
  toMentor,
  toOutsiders,
  understood,
} from './situation.ts';

const service = `intro@${domain}`;

describe('a stranger', () => {
  const write = (facts: MailFacts, last: string | null = null) =>
    decideStranger(
      received({ from: 'eve@black.test', name: 'Eve', to: [service], subject: 'hello', ...facts }),
      known({ now: day(40) }),
      last,
    );

  test('gets one polite line', () => {
    const outcome = write({ text: 'Is anybody there?' });
    expect(recipients(lettersOf(outcome))).toEqual(['eve@black.test']);
    expect(lettersOf(outcome)[0]).toMatchObject({ automation: 'answer', audience: 'outsider', mentorId: null });
  });

  test('at most once in 30 days', () => {
    expect(write({}, day(11)).decisions).toEqual([]);
    expect(lettersOf(write({}, day(10)))).toHaveLength(1);
  });

  test.each<[string, MailFacts]>([
    ['without proof', { proof: 'none' }],
    ['forged', { proof: 'fail' }],
    ['a robot', { automated: 'yes' }],
    ['perhaps a robot', { automated: 'weak' }],
    ['asking for no answer', { answerable: false }],
    ['writing to others too', { cc: ['ines@carvalho.test'] }],
    ['with the service in Bcc', { to: [] }],
  ])('gets nothing: %s', (_why, facts) => expect(write(facts).decisions).toEqual([]));
});

const introduce = (to: typeof self, cc: typeof self): Request => ({
  kind: 'introduce',
  sentence: 'could I meet her?',
  to,
  cc,
  directed: true,
  manner: { kind: 'now' },
  note: { reason: null, paragraphs: ['because of the bees'] },
});

describe('a protégé', () => {
  const write = (facts: MailFacts, requests: readonly Request[]) =>
    decideProtege(
      received({
        from: 'owen@brightbees.test',
        name: 'Owen Bright',
        to: [service],
        subject: 'the roof',
        ...facts,
      }),
      understood({}, requests),
      known(),
      owen,
    );

  test('may ask to meet somebody: the mentor is asked, and the protégé hears only that it was passed on', () => {
    const outcome = write({ text: 'She lays slate.' }, [introduce(mention('Hanne Lind'), self)]);
    expect(toMentor(outcome)[0]?.text).toContain('Hanne Lind');
    expect(toMentor(outcome)[0]?.text).toContain('She lays slate.');
    expect(questionsAsked(outcome)).toMatchObject([
      { kind: 'protege', personId: 'p2', pending: { chosen: { cc: 'p2' }, request: { note: { paragraphs: [] } } } },
    ]);
    expect(toOutsiders(outcome).map(({ text }) => text)).toEqual(['I have passed this on to Ruth Alder.']);
  });

  test('hears the same words whoever is wanted', () => {
    const line = (name: string) => toOutsiders(write({}, [introduce(mention(name), self)]))[0]?.text;
    expect(line('Ines Carvalho')).toBe(line('Nobody Known'));
  });

  test.each<[string, MailFacts, readonly Request[]]>([
    ['introducing two others', {}, [introduce(mention('Hanne Lind'), mention('Ines Carvalho'))]],
    ['without a wish', {}, []],
    ['without proof', { proof: 'none' }, [introduce(mention('Hanne Lind'), self)]],
  ])('may do nothing else: %s', (_what, facts, requests) => expect(write(facts, requests).decisions).toEqual([]));

  test('asks one mentor: whom the mail answers or names, else who last introduced them', () => {
    const mentor = (id: string, name: string, lastIntroducedAt: string | null, answered = false) => ({
      mentorId: id,
      mentorName: name,
      mentorAddresses: [`${id}@mentors.test`],
      answered,
      lastIntroducedAt,
    });
    const mail = received({ text: 'Dear Ruth Alder, could I meet her?' });
    const ruth = mentor('m1', 'Ruth Alder', null);
    const sol = mentor('m2', 'Sol Weiss', day(3));
    expect(mentorAsked(mail, null, [sol, ruth])?.mentorId).toBe('m1');
    expect(mentorAsked(received({ text: 'Could I meet her?' }), null, [ruth, sol])?.mentorId).toBe('m2');
    expect(mentorAsked(received({ text: 'Ruth, could I meet her?' }), 'Ruth', [ruth, sol])?.mentorId).toBe('m1');
    expect(mentorAsked(mail, null, [ruth, { ...sol, answered: true }])?.mentorId).toBe('m2');
  });

  test('a wish is for one somebody beside the writer', () => {
    const none = { subject: '', text: '' };
    const wished = (request: Request) =>
      wishesOf(understood({}, [request]), none, 'Ruth Alder').map(({ words }) => words);
    expect(wished(introduce(self, mention('Hanne')))).toEqual(['Hanne']);
    expect(wished(introduce(self, self))).toEqual([]);
    expect(wished(introduce(mention('Ruth'), self))).toEqual([]);
  });

  test('somebody without a name is wished for in the words of the mail', () => {
    const somebody = { ...mention('someone'), nameless: true } as const;
    const written = { subject: '', text: 'Could I meet someone who knows slate? Soon.' };
    expect(wishesOf(understood({}, [introduce(self, somebody)]), written, 'Ruth Alder')).toMatchObject([
      { words: 'someone who knows slate' },
    ]);
  });

  test.each<[string, readonly string[]]>([
    ['could I meet Dr. Hanne Lind?', ['Dr. Hanne Lind']],
    ['Dear Ruth, I would love to meet Hanne Lind some day. Could you put me in touch?', ['Hanne Lind']],
    ['Could you put me in touch with Ada van der Meer <ada@meer.test>?', ['Ada van der Meer']],
    ['Is there any chance to talk to Tomasz Zielinski about slate?', ['Tomasz Zielinski']],
    ['can i meet hanne lind please', ['hanne lind']],
    ['Liebe Ruth, könnte ich Hanne Lind kennenlernen?', ['Hanne Lind']],
    ['Könntest du mich Hanne Lind vorstellen?', ['Hanne Lind']],
    ['Pourrais-je rencontrer Hanne Lind ?', ['Hanne Lind']],
    ['Me gustaría conocer a Hanne Lind.', ['Hanne Lind']],
    ['Vorrei conoscere Hanne Lind.', ['Hanne Lind']],
    ['Zou ik Hanne Lind kunnen ontmoeten?', ['Hanne Lind']],
    ['Gostaria de conhecer a Hanne Lind.', ['Hanne Lind']],
    ['Ich habe Hanne Lind getroffen.', []],
    ['Thank you for introducing me, I have met Hanne Lind.', []],
    ['I do not want to meet Hanne Lind.', []],
    ['How are you? The bees are well.', []],
    ['Could we meet on Friday at nine?', []],
  ])('is read in plain words: %s', (text, wishes) => {
    expect(wishesOf(understood(), { subject: '', text }, 'Ruth Alder').map(({ words }) => words)).toEqual(wishes);
  });
});

describe('a mail in a mentor’s name without proof', () => {
  const write = (letters: number, facts: MailFacts = {}) =>
    decideUnproven(
      received({
        from: 'ruth@alder.test',
        proof: 'none',
        subject: 'forget Ines',
        text: 'forget Ines Carvalho\nand then export',
        ...facts,
      }),
      known(),
      { letters, waiting: [] },
    );

  test('does nothing, and the mentor’s own mailbox gets its subject and first words', () => {
    const { outcome, today } = write(0);
    expect(recipients(lettersOf(outcome))).toEqual(['ruth@alder.test']);
    expect(toMentor(outcome)[0]?.text).toContain('forget Ines: forget Ines Carvalho and then export');
    expect(questionsAsked(outcome)).toMatchObject([{ kind: 'confirm-mails', mails: [{ mailKey: 'inbound/abc' }] }]);
    expect(today).toEqual({ letters: 1, waiting: [] });
  });

  test('from the sixth of a day on is listed in the next letter', () => {
    const { outcome, today } = write(5);
    expect(outcome.decisions).toEqual([]);
    expect(today.waiting).toHaveLength(1);
    const next = decideUnproven(received({ from: 'ruth@alder.test', proof: 'none', subject: 'two' }), known(), {
      letters: 0,
      waiting: today.waiting,
    });
    expect(toMentor(next.outcome)[0]?.text).toMatch(/forget Ines[\s\S]*two/);
    expect(questionsAsked(next.outcome)).toMatchObject([{ mails: [{ subject: 'forget Ines' }, { subject: 'two' }] }]);
  });

  test('is told to nobody where DMARC fails or a robot wrote it', () => {
    expect(write(0, { proof: 'fail' }).outcome.decisions).toEqual([]);
    expect(write(0, { automated: 'yes' }).outcome.decisions).toEqual([]);
  });
});
