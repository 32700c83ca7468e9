// Letters to one person of a book outside an introduction: what may be said of you, whom do you know, would you introduce me,
// a list to go over, an author worth following. Each goes to one address and says how to stop.

import { lineAbout, plainName, questionFoot, viaStepback } from './introduction.ts';
import type { Addressee, Letter } from './letter.ts';
import { letterOf, paragraphs } from './letter.ts';

export interface AskingFacts {
  readonly id: string;
  readonly mentorId: string;
  readonly mentorName: string;
  readonly mentorAddress: string;
  readonly signature: string;
  /** The mail domain. */
  readonly domain: string;
  /** Where the letter comes from: the question's address, or `intro` where nothing is asked. */
  readonly localPart: string;
  readonly to: Addressee & { readonly firstName: string };
}

const asking = (facts: AskingFacts, subject: string, ...body: readonly (string | null)[]): Letter =>
  letterOf({
    id: facts.id,
    mentorId: facts.mentorId,
    audience: 'outsider',
    automation: 'generated',
    from: { name: viaStepback(facts.mentorName), localPart: facts.localPart },
    to: [{ name: facts.to.name, address: facts.to.address }],
    subject,
    text: paragraphs(
      `Dear ${facts.to.firstName},`,
      ...body,
      facts.signature || facts.mentorName,
      questionFoot(facts.mentorName),
    ),
    unsubscribe: 'one-click',
  });

/** `background`: what letters say of the person today; '' where nothing is known. */
export const backgroundLetter = (facts: AskingFacts, background: string): Letter =>
  asking(
    facts,
    'How shall I introduce you?',
    'When I introduce you to somebody I say in a line who you are.',
    background === ''
      ? 'So far I have nothing to say. What should it be?'
      : `This is what I would say:\n\n${background}`,
    'Answer with better words and I use those from now on; if it is right as it stands, a yes is enough.',
  );

/** `about`: "glass and light"; null: whomever. */
export const whoTheyKnowLetter = (facts: AskingFacts, about: string | null): Letter =>
  asking(
    facts,
    'Whom do you know?',
    `Is there somebody you know whom I should know, too?${about === null ? '' : ` I am thinking of ${about}.`}`,
    'Names are enough, with an address where you can give one and a line on each if you like. I write to nobody without a word with you.',
  );

/** `wanted`: whom the mentor would like to meet; `note`: the mentor's words, or ''. */
export const reverseLetter = (facts: AskingFacts, wanted: string, note: string): Letter =>
  asking(
    facts,
    `Would you introduce me to ${wanted}?`,
    `Would you introduce me to ${wanted}?`,
    note,
    `A yes with their address is all it takes: I then write to them with one line saying that you agreed to bring us together, and you get a copy. Your own words are not passed on. A no is fine, too.`,
  );

/** Names and one line of background each, no addresses; answered with numbers and words. */
export const listLetter = (
  facts: AskingFacts,
  listed: readonly { readonly name: string; readonly background: string }[],
): Letter =>
  asking(
    facts,
    'People you might want to meet',
    'I went over my list with you in mind. Whom of these would you like to meet?',
    listed.map((one, i) => `${i + 1}. ${lineAbout(one) || plainName(one.name)}`).join('\n'),
    'Answer with the numbers, and with a few words on why where you have them; I take it from there.',
  );

/**
 * An author worth following. Nothing is tracked and nothing is asked again; a reply goes to the mentor, and to the service only so
 * that a "stop" is heard.
 */
export const recommendLetter = (
  facts: AskingFacts,
  author: { readonly name: string; readonly background: string; readonly links: readonly string[] },
  note: string,
): Letter =>
  letterOf({
    ...asking(
      facts,
      `Worth following: ${plainName(author.name)}`,
      `Here is somebody you may want to follow: ${plainName(author.name)}.`,
      note,
      lineAbout(author, note),
      author.links.join('\n'),
      'Whether you do is entirely up to you.',
    ),
    automation: 'person',
    replyTo: [
      { name: facts.mentorName, address: facts.mentorAddress },
      { name: 'Stepback', address: `intro@${facts.domain}` },
    ],
  });
