// The letters that bring two people together: the introduction, the mentor's copy, the draft, and the question of ask first.
// They look like mail from a person (PRODUCT.md section 2). Of a book they get the background and nothing else.

import type { Addressee, Letter } from './letter.ts';
import { letterOf, paragraphs } from './letter.ts';

/** One of the two, as a letter may speak of them. */
export interface Introduced extends Addressee {
  /** What one says to their face: `Bess`, `Ola`. */
  readonly firstName: string;
  /** What a letter may say of them; '' where there is nothing to say. Never private notes. */
  readonly background: string;
}

export interface IntroductionFacts {
  readonly mentorId: string;
  readonly mentorName: string;
  /** What the letter is signed with, may have several lines. */
  readonly signature: string;
  readonly number: number;
  /** Local part of the introduction's own address. */
  readonly localPart: string;
  readonly to: Introduced;
  readonly cc: Introduced;
  /** One of the two is the mentor: somebody else has brought them together, and nobody is "introduced to" the one who signs. */
  readonly mentorIsParty: boolean;
  /** The mentor's words, as written. */
  readonly note: string;
  /** The mentor's own subject; '' for the usual one. */
  readonly subject: string;
}

/** What a letter answers: the thread it belongs to. */
export interface Thread {
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
}

/** To Y with X in copy, from the introduction's address, without Reply-To. */
export const introductionLetter = (id: string, facts: IntroductionFacts): Letter =>
  letterOf({
    id,
    mentorId: facts.mentorId,
    audience: 'outsider',
    automation: 'person',
    from: { name: viaStepback(facts.mentorName), localPart: facts.localPart },
    to: [addressee(facts.to)],
    cc: [addressee(facts.cc)],
    subject: subjectOf(facts),
    text: introductionText(facts),
    introduction: facts.number,
    unsubscribe: 'mailto',
  });

/** The display name under which a mentor's words, and a party's, arrive. */
export const viaStepback = (name: string): string => `${name} via Stepback`;

/** `Sipho Dlamini <> Ola Nordmann`, or the mentor's own subject. */
export const subjectOf = (facts: Pick<IntroductionFacts, 'subject' | 'to' | 'cc'>): string =>
  facts.subject || usualSubject(facts.to.name, facts.cc.name);

/** The subject of an introduction whose mentor gave none; `topic` is a few words, or ''. */
export const usualSubject = (to: string, cc: string, topic = ''): string =>
  `${plainName(cc)} <> ${plainName(to)}${topic ? `: ${topic}` : ''}`;

/** `Sipho Dlamini and Ola Nordmann`, the one in copy first. */
export const namesOf = ({
  to,
  cc,
}: {
  readonly to: { readonly name: string };
  readonly cc: { readonly name: string };
}): string => `${plainName(cc.name)} and ${plainName(to.name)}`;

/** The whole letter as the two get it. */
export const introductionText = (facts: IntroductionFacts): string =>
  paragraphs(opening(facts), facts.note, stillToSay(facts), signed(facts), foot(facts.mentorName));

/** A note that is a letter in itself keeps its own greeting and is not given a second one. */
function opening({ note, to, cc, mentorIsParty }: IntroductionFacts): string {
  if (isLetterTo(note, to)) return '';
  if (mentorIsParty) return `Dear ${to.firstName},`;
  return `Dear ${to.firstName},\n\nI would like to introduce you to ${plainName(cc.name)}, who is in copy.`;
}

function stillToSay({ note, to, cc, mentorIsParty }: IntroductionFacts): string {
  if (mentorIsParty) return '';
  const inCopy = isLetterTo(note, to) && !names(note, cc) ? `${plainName(cc.name)} is in copy.` : '';
  return paragraphs(
    inCopy,
    [cc, to]
      .map((person) => lineAbout(person, note))
      .filter(Boolean)
      .join('\n'),
  );
}

/** `Priya Nair: Runs the night shift.`; '' where nothing is known or the note has said it already. */
export function lineAbout(person: Pick<Introduced, 'name' | 'background'>, note = ''): string {
  const background = oneLine(person.background);
  return background === '' || says(note, background) ? '' : `${plainName(person.name)}: ${background}`;
}

const foot = (mentorName: string): string =>
  [
    `${mentorName} sent this through Stepback. A reply to all is best; a reply to this address alone is passed on to the other.`,
    'To get no more such mail, reply with the one word stop.',
  ].join('\n');

/** "Dear Ola, …", "Ola, …", "Hello Ola and Sipho, …": words that already speak to whoever gets the letter. */
function isLetterTo(note: string, to: Introduced): boolean {
  const firstLine = note.trimStart().split('\n', 1)[0] ?? '';
  if (/^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day))\b[^.]{0,80}(?:[,!:–—-]|$)/i.test(firstLine))
    return true;
  const opens = folded(firstLine.split(/[,:!–—]/, 1)[0] ?? '');
  const called = [to.firstName, to.name, ...plainName(to.name).split(' ')].map(folded);
  return opens !== '' && firstLine.length > opens.length && called.includes(opens);
}

const names = (note: string, person: Introduced): boolean => {
  const words = new Set(folded(note).split(' '));
  return folded(plainName(person.name))
    .split(' ')
    .some((part) => words.has(part));
};

/** Every word that carries meaning stands in the note already. */
const says = (note: string, background: string): boolean => {
  const words = new Set(folded(note).split(' '));
  return folded(background)
    .split(' ')
    .every((word) => word.length < 4 || words.has(word));
};

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A name as it stands in a letter: without the nickname that an entry states in quotation marks. */
export const plainName = (name: string): string =>
  name
    .replace(/["“”„«»][^"“”„«»]*["“”„«»]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const addressee = ({ name, address }: Addressee): Addressee => ({ name: plainName(name), address });

/**
 * The mentor's own copy, from the introduction's address, so that an answer to it is about this introduction.
 * `remarks` are whole sentences: how full the plate is, an address that was new.
 */
export const copyLetter = (
  id: string,
  facts: IntroductionFacts,
  to: Addressee,
  thread: Thread,
  remarks: readonly string[],
): Letter =>
  letterOf({
    id,
    mentorId: facts.mentorId,
    audience: 'mentor',
    automation: 'answer',
    from: { name: 'Stepback', localPart: facts.localPart },
    to: [to],
    subject: `Sent: ${subjectOf(facts)}`,
    text: paragraphs(
      `This went to ${mailbox(facts.to)} with ${mailbox(facts.cc)} in copy. It is your introduction number ${facts.number}.`,
      remarks.join('\n'),
      shownLetter(facts),
    ),
    ...thread,
    introduction: facts.number,
  });

/** A letter shown to the mentor before or after it goes: who gets it, its subject, its words. */
export const shownLetter = (facts: IntroductionFacts): string =>
  paragraphs(
    [`To: ${mailbox(facts.to)}`, `Cc: ${mailbox(facts.cc)}`, `Subject: ${subjectOf(facts)}`].join('\n'),
    introductionText(facts),
  );

/** `Ola Nordmann <ola@fjordworks.example>` */
export const mailbox = ({ name, address }: Addressee): string =>
  name === '' || name === address ? address : `${plainName(name)} <${address}>`;

/** One party alone is asked, with a short background on the other. Nobody else ever learns of a no. */
export function consentLetter(
  id: string,
  facts: IntroductionFacts,
  side: 'to' | 'cc',
  questionLocalPart: string,
): Letter {
  const asked = facts[side];
  const other = facts[side === 'to' ? 'cc' : 'to'];
  const otherName = plainName(other.name);
  return letterOf({
    id,
    mentorId: facts.mentorId,
    audience: 'outsider',
    automation: 'generated',
    from: { name: viaStepback(facts.mentorName), localPart: questionLocalPart },
    to: [addressee(asked)],
    subject: `May I introduce you to ${otherName}?`,
    text: paragraphs(
      isLetterTo(facts.note, asked) ? '' : `Dear ${asked.firstName},`,
      `May I introduce you to ${otherName}?`,
      facts.note,
      lineAbout(other, facts.note),
      `A yes or a no is all it takes. With a yes you both hear from me; with a no, ${otherName} will never know that I asked.`,
      signed(facts),
      questionFoot(facts.mentorName),
    ),
    introduction: facts.number,
    unsubscribe: 'one-click',
  });
}

/** To the side that has been silent, alone; a plain reply goes on to the other. */
export function nudgeLetter(
  id: string,
  facts: IntroductionFacts,
  side: 'to' | 'cc',
  references: readonly string[],
): Letter {
  const silent = facts[side];
  const other = plainName(facts[side === 'to' ? 'cc' : 'to'].name);
  return letterOf({
    id,
    mentorId: facts.mentorId,
    audience: 'outsider',
    automation: 'person',
    from: { name: viaStepback(facts.mentorName), localPart: facts.localPart },
    to: [addressee(silent)],
    subject: `Re: ${subjectOf(facts)}`,
    text: paragraphs(
      `Dear ${silent.firstName},`,
      `Some time ago I introduced you and ${other} to each other. In case my letter got buried: a line or two to ${other} is all it takes, and an answer to this mail gets there.`,
      'If the moment is wrong, leave it; there are no hard feelings.',
      signed(facts),
      [
        `${facts.mentorName} sent this through Stepback. A reply to this address is passed on to ${other}.`,
        'To get no more such mail, reply with the one word stop.',
      ].join('\n'),
    ),
    inReplyTo: references.at(-1) ?? null,
    references,
    introduction: facts.number,
    unsubscribe: 'one-click',
  });
}

/** *Cc* is asked once, in one line, how it went. */
export function outcomeLetter(id: string, facts: IntroductionFacts, questionLocalPart: string): Letter {
  return letterOf({
    id,
    mentorId: facts.mentorId,
    audience: 'outsider',
    automation: 'generated',
    from: { name: viaStepback(facts.mentorName), localPart: questionLocalPart },
    to: [addressee(facts.cc)],
    subject: `How did it go with ${plainName(facts.to.name)}?`,
    text: paragraphs(
      `Dear ${facts.cc.firstName},`,
      `How did it go with ${plainName(facts.to.name)}? One line is plenty.`,
      signed(facts),
      questionFoot(facts.mentorName),
    ),
    introduction: facts.number,
    unsubscribe: 'one-click',
  });
}

const signed = ({ signature, mentorName }: IntroductionFacts): string => signature || mentorName;

/** Under whatever asks one outsider something. */
export const questionFoot = (mentorName: string): string =>
  [
    `${mentorName} sent this through Stepback; your answer goes to ${mentorName} alone.`,
    'To get no more such mail, reply with the one word stop.',
  ].join('\n');
