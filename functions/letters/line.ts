// What people outside hear beyond introductions: the reply that is passed on, and single lines that answer a mail of theirs. A line
// names nobody who did not write to them, tells nothing of anybody's book, and is said once.

import { plainName, viaStepback } from './introduction.ts';
import type { Addressee, Letter } from './letter.ts';
import { letterOf, paragraphs } from './letter.ts';

/** The mail that a line answers. */
export interface Answered {
  readonly subject: string;
  readonly messageId: string | null;
}

interface LineFacts {
  readonly id: string;
  readonly mentorId: string | null;
  readonly to: Addressee;
  readonly answers: Answered;
  readonly introduction?: number;
}

const line = (facts: LineFacts, text: string): Letter =>
  letterOf({
    id: facts.id,
    mentorId: facts.mentorId,
    audience: 'outsider',
    automation: 'answer',
    from: { name: 'Stepback', localPart: 'intro' },
    to: [{ name: plainName(facts.to.name), address: facts.to.address }],
    subject: subjectOf(facts.answers),
    text,
    inReplyTo: facts.answers.messageId,
    references: facts.answers.messageId === null ? [] : [facts.answers.messageId],
    introduction: facts.introduction ?? null,
    unsubscribe: 'one-click',
  });

const subjectOf = ({ subject }: Answered): string => {
  if (subject.trim() === '') return 'Your mail';
  return /^\s*re:/i.test(subject) ? subject : `Re: ${subject}`;
};

export interface PassedOnFacts {
  readonly id: string;
  readonly mentorId: string;
  /** Local part of the introduction's address. */
  readonly localPart: string;
  readonly number: number;
  readonly domain: string;
  /** Who wrote, with the address that they wrote from. */
  readonly writer: Addressee;
  readonly reader: Addressee;
  /** The reader is the mentor (a reverse introduction). */
  readonly readerIsMentor: boolean;
  readonly mailKey: string;
  readonly subject: string;
  readonly withoutAttachments: boolean;
}

/**
 * The mail as its writer wrote it, from the introduction's address as "Y via Stepback". Reply-To holds the writer's own address and the
 * introduction's: whatever the reader's program does with two, the answer finds its way.
 */
export const passedOnLetter = (facts: PassedOnFacts): Letter =>
  letterOf({
    id: facts.id,
    mentorId: facts.mentorId,
    audience: facts.readerIsMentor ? 'mentor' : 'outsider',
    automation: 'person',
    from: { name: viaStepback(plainName(facts.writer.name)), localPart: facts.localPart },
    to: [{ name: plainName(facts.reader.name), address: facts.reader.address }],
    replyTo: [
      { name: plainName(facts.writer.name), address: facts.writer.address },
      { name: viaStepback(plainName(facts.writer.name)), address: `${facts.localPart}@${facts.domain}` },
    ],
    subject: facts.subject,
    text: '',
    introduction: facts.number,
    unsubscribe: facts.readerIsMentor ? 'none' : 'one-click',
    passOn: { mailKey: facts.mailKey, withoutAttachments: facts.withoutAttachments },
  });

/** What stayed behind of a mail that was passed on; a file without a name is called an attachment. */
export const leftOutLine = (
  facts: LineFacts,
  reader: string,
  left: { readonly why: 'too large' | 'refused'; readonly names: readonly string[] },
): Letter => {
  const names = left.names.map((name) => name || 'an attachment').join(', ') || 'all attachments';
  const why = left.why === 'too large' ? 'it was too large to go whole' : 'files of some kinds are not taken by mail';
  return line(
    facts,
    `Your mail was passed on to ${plainName(reader)}, but ${why}. Left out: ${names}. Please give that to ${plainName(reader)} another way.`,
  );
};

/** Never why, and never for whom else. */
export const noMoreMailLine = (facts: LineFacts): Letter =>
  line(facts, 'Your mail could not be passed on: its reader no longer takes mail from this service.');

/** The introduction has been over for long: its address rests. It names nobody, and the subject of the mail mostly names both. */
export const restingAddressLine = (facts: LineFacts): Letter =>
  line(
    { ...facts, answers: { ...facts.answers, subject: '' } },
    'This address is no longer in use, and your mail was passed on to nobody. Please write to the person directly.',
  );

/** The same words whether or not the wanted person stands in any book. */
export const passedToMentorLine = (facts: LineFacts, mentorName: string): Letter =>
  line(facts, `I have passed this on to ${mentorName}.`);

export const strangerLine = (facts: LineFacts): Letter =>
  line(
    facts,
    'This is the address of Stepback, a service by which mentors introduce people to each other by mail. It can do nothing with your mail; if you were looking for a person, please write to them directly.',
  );

export const welcomeBackLine = (facts: LineFacts): Letter =>
  line(facts, 'Welcome back: mail from Stepback can reach you again. To stop it, reply with the one word stop.');

/** To whoever has agreed to bring the mentor together with somebody: a copy of what went out, as a mail of its own. */
export const reverseCopyLetter = (
  id: string,
  mentorId: string,
  mentorName: string,
  localPart: string,
  number: number,
  to: Addressee,
  subject: string,
  shown: string,
): Letter =>
  letterOf({
    id,
    mentorId,
    audience: 'outsider',
    automation: 'generated',
    from: { name: viaStepback(mentorName), localPart },
    to: [{ name: plainName(to.name), address: to.address }],
    subject: `For you to see: ${subject}`,
    text: paragraphs('Thank you. This is what went out, for you to see; you need do nothing more.', shown),
    introduction: number,
    unsubscribe: 'one-click',
  });
