// What the mentor is told and asked while introductions live: short reports in the service's own voice, each from the address at which
// an answer finds what it is about. What other people wrote is quoted, marked as theirs; nothing here ever goes to a party.

import { mailbox, plainName } from './introduction.ts';
import type { Addressee, Letter } from './letter.ts';
import { letterOf, paragraphs } from './letter.ts';

/** The two of an introduction, as a report names them. */
export interface Pair {
  readonly number: number;
  readonly to: string;
  readonly cc: string;
  /** The mentor is the one in copy: whom somebody has brought them together with. */
  readonly withYou?: string;
}

/** Where a report goes and from which of our addresses it comes. */
export interface Frame {
  readonly id: string;
  readonly mentorId: string;
  readonly mentor: Addressee;
  /** `intro`, or the address of the introduction or question that an answer is about. */
  readonly localPart: string;
  readonly introduction: number | null;
}

/** Somebody's mail, as a report shows it. */
export interface Quoted {
  readonly from: Addressee;
  readonly subject: string;
  /** What the person wrote, without quotation and signature. */
  readonly words: string;
}

const report = (frame: Frame, subject: string, ...text: readonly (string | null)[]): Letter =>
  letterOf({
    id: frame.id,
    mentorId: frame.mentorId,
    audience: 'mentor',
    automation: 'generated',
    from: { name: 'Stepback', localPart: frame.localPart },
    to: [frame.mentor],
    subject,
    text: paragraphs(...text),
    introduction: frame.introduction,
  });

/** `Tariq Osei <> Nadia Wirth`, as the introduction's own subject has it. */
const both = ({ to, cc }: Pair): string => `${plainName(cc)} <> ${plainName(to)}`;

/** `Tariq Osei and Nadia Wirth (number 7)` */
const bothNumbered = ({ number, to, cc, withYou }: Pair): string =>
  `${withYou === undefined ? `${plainName(cc)} and ${plainName(to)}` : `you and ${plainName(withYou)}`} (number ${number})`;

/** Silence is never called failure. */
const mayTalk = ({ withYou }: Pair): string =>
  `${withYou === undefined ? 'They' : 'You'} may well be talking without me: I cannot tell.`;

/** What happened `days` ago, as a sentence begins. */
const begun = (pair: Pair, days: number): string =>
  pair.withYou === undefined
    ? `${days} days ago you introduced ${bothNumbered(pair)}.`
    : `${days} days ago I wrote to ${plainName(pair.withYou)} for you (number ${pair.number}).`;

const mostQuoted = 4000;

/** Other people's words, each line marked; very long ones end in […]. */
export function quotation(words: string): string {
  const shown = words.length > mostQuoted ? `${words.slice(0, mostQuoted).trimEnd()} […]` : words;
  return shown
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** What can be answered, one to a line: `nudge – I remind them once, kindly`. */
const answers = (...lines: readonly (readonly [string, string])[]): string =>
  ['You can answer:', ...lines.map(([word, effect]) => `  ${word} – ${effect}`)].join('\n');

/** Of whoever was to be met: whether they have been asked and have agreed, or know nothing. */
export interface OtherSide {
  readonly name: string;
  readonly agreed: boolean;
}

/** What the other knows of an introduction that is not made. */
export const otherKnows = ({ name, agreed }: OtherSide): string =>
  agreed
    ? `${plainName(name)} had said yes before, and has heard nothing since: a word from you may be kind.`
    : `${plainName(name)} has not heard of it.`;

const withoutReply = (subject: string): string => subject.replace(/^\s*(?:re:\s*)+/i, '');

const when = (instant: string): string =>
  new Date(instant).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

export const talkingLetter = (frame: Frame, pair: Pair): Letter =>
  report(
    frame,
    `${both(pair)}: they are talking`,
    `${bothNumbered(pair)} have both replied: they are talking. I have stepped back.`,
  );

/** `away`: names of those whose out-of-office came, with its instant. */
export const quietLetter = (
  frame: Frame,
  pair: Pair,
  days: number,
  away: readonly { readonly name: string; readonly at: string }[],
): Letter =>
  report(
    frame,
    `${both(pair)}: no reply so far`,
    `${begun(pair, days)} No reply has come by me. ${mayTalk(pair)}`,
    away.map(({ name, at }) => `An out-of-office came from ${plainName(name)} on ${when(at)}.`).join('\n'),
    answers(
      [
        'nudge',
        `I send one kind reminder, to ${plainName(pair.withYou ?? pair.cc)}${pair.withYou === undefined ? ' first' : ''}`,
      ],
      ['close', 'I close it'],
      ['leave it', 'I leave it as it is'],
    ),
  );

/** The clock came too late for the question: it is quiet and closed. */
export const closedQuietLetter = (frame: Frame, pair: Pair, days: number): Letter =>
  report(
    frame,
    `${both(pair)}: closed, no reply`,
    `${begun(pair, days)} No reply has come by me, and I have closed it. ${mayTalk(pair)} What is still written to its address is passed on.`,
  );

export const bouncedLetter = (frame: Frame, pair: Pair, failed: Addressee, reason: string): Letter =>
  report(
    frame,
    `${both(pair)}: ${failed.address} cannot be reached`,
    `My letter to ${mailbox(failed)} came back: ${reason}. It is your introduction of ${bothNumbered(pair)}.`,
    `Answer with another address and I send the introduction there, to ${plainName(failed.name)} alone. Answer close and I leave it.`,
  );

/** `words`: what they wrote beside the no; '' where nothing. */
export const declinedLetter = (frame: Frame, pair: Pair, asked: string, other: OtherSide, words: string): Letter =>
  report(
    frame,
    `${both(pair)}: ${plainName(asked)} would rather not`,
    `I asked ${plainName(asked)} about meeting ${plainName(other.name)} (number ${pair.number}), and the answer is no. ${otherKnows(other)}`,
    words === '' ? null : quotation(words),
  );

export const draftExpiredLetter = (frame: Frame, pair: Pair): Letter =>
  report(
    frame,
    `${both(pair)}: the draft has expired`,
    `The draft of your introduction of ${bothNumbered(pair)} waited 14 days for your word. I have put it away; nothing went out. Ask again whenever you like.`,
  );

export const askedInVainLetter = (frame: Frame, pair: Pair, asked: string, other: OtherSide): Letter =>
  report(
    frame,
    `${both(pair)}: no answer from ${plainName(asked)}`,
    `14 days ago I asked ${plainName(asked)} about meeting ${plainName(other.name)} (number ${pair.number}). No answer has come, and I have let it rest. ${otherKnows(other)}`,
  );

/** Neither a plain yes nor a plain no, or from an address that was not asked: the mentor decides. */
export const unclearConsentLetter = (
  frame: Frame,
  pair: Pair,
  asked: Addressee,
  other: OtherSide,
  answer: Quoted,
): Letter => {
  const elsewhere = answer.from.address !== asked.address;
  return report(
    frame,
    `${both(pair)}: ${elsewhere ? 'an answer from another address' : `${plainName(asked.name)} has answered`}`,
    elsewhere
      ? `I asked ${mailbox(asked)} about meeting ${plainName(other.name)} (number ${pair.number}). This answer came from ${mailbox(answer.from)} instead, so I have done nothing:`
      : `I asked ${plainName(asked.name)} about meeting ${plainName(other.name)} (number ${pair.number}). The answer is no plain yes or no:`,
    quotation(answer.words),
    answers(
      ['yes', 'I take it as a yes and the introduction goes out'],
      ['no', other.agreed ? 'I drop it' : `I drop it; ${plainName(other.name)} never hears of it`],
    ),
    `To write back, write to ${answer.from.address}.`,
  );
};

/** A yes that must wait: over a limit, or paused. */
export const agreedButHeldLetter = (frame: Frame, pair: Pair, asked: string, why: string, words: string): Letter =>
  report(
    frame,
    `${both(pair)}: yes, and held`,
    `${plainName(asked)} says yes to meeting. I hold the introduction of ${bothNumbered(pair)} for now, because ${why}; it goes out as soon as there is room, or at send anyway.`,
    words === '' ? null : quotation(words),
  );

/** It speaks to the mentor, or to a third: shown to the mentor alone. */
export const speaksToYouLetter = (frame: Frame, pair: Pair, mail: Quoted, other: string): Letter =>
  report(
    frame,
    `${plainName(mail.from.name)} wrote to you: ${withoutReply(mail.subject)}`,
    `${mailbox(mail.from)} wrote to the address of your introduction of ${bothNumbered(pair)}. It does not look meant for ${plainName(other)}, who has not had it from me.`,
    quotation(mail.words),
    `Answer "pass it on" and it goes to ${plainName(other)} as it stands. To write back, write to ${mail.from.address}: what you answer here goes to nobody.`,
  );

/** Under a party's name from an address nobody knows: passed on, and asked whose it is. */
export const whoseLetter = (frame: Frame, pair: Pair, mail: Quoted, party: string, passedOnTo: string | null): Letter =>
  report(
    frame,
    `${both(pair)}: is ${mail.from.address} ${plainName(party)}?`,
    `In your introduction of ${bothNumbered(pair)} this came from ${mailbox(mail.from)}, an address that I do not know. ${
      passedOnTo === null ? 'The other side has it already.' : `I have passed it on to ${plainName(passedOnTo)}.`
    }`,
    quotation(mail.words),
    answers(['yes', `it is theirs, and I count it as the reply`], ['no', 'I do not count it']),
  );

/** From an address nobody knows: kept until the mentor decides. `seems`: it came under the name of this one of the two; null: neither's. */
export const strangeAddressLetter = (
  frame: Frame,
  pair: Pair,
  mail: Quoted,
  seems: { readonly side: 'to' | 'cc'; readonly proven: boolean } | null,
): Letter => {
  const [writer, reader] = seems?.side === 'cc' ? [pair.cc, pair.to] : [pair.to, pair.cc];
  return report(
    frame,
    `${both(pair)}: a mail from ${mail.from.address}`,
    seems === null
      ? `A mail from an unknown address, ${mailbox(mail.from)}, came to your introduction of ${bothNumbered(pair)}. I have kept it, and neither of them has it from me.`
      : `A mail in ${plainName(writer)}'s name came to your introduction of ${bothNumbered(pair)}, from an unknown address${seems.proven ? '' : ' and without proof'}, ${mail.from.address}. I have kept it, and ${plainName(reader)} does not have it from me.`,
    quotation(mail.words),
    answers(
      [plainName(pair.to), `it is theirs; I count it as the reply and pass it on to ${plainName(pair.cc)}`],
      [plainName(pair.cc), `it is theirs; I count it as the reply and pass it on to ${plainName(pair.to)}`],
      [
        'pass it on',
        seems === null
          ? `it goes to both of them, as from ${mail.from.address}, and counts as nobody's reply`
          : `it goes to ${plainName(reader)}, as from ${mail.from.address}, and counts as nobody's reply`,
      ],
      ['no', 'I pass it on to nobody'],
    ),
  );
};

/** DMARC failed: somebody else may have written it. Told once for each introduction. */
export const forgedLetter = (frame: Frame, pair: Pair | null, mail: Quoted): Letter =>
  report(
    frame,
    `A mail in the name of ${mail.from.address} that was not proven`,
    `A mail${pair === null ? '' : ` in your introduction of ${bothNumbered(pair)}`} says that it comes from ${mail.from.address}, but fails the check of where it was sent from. I have neither counted it nor passed it on. Its subject: ${mail.subject || '(none)'}.`,
    'If it was real, they should write again from their usual mail program. I shall not mention it again.',
  );

/** Held back because the mail itself looks bad. */
export const heldBackLetter = (
  frame: Frame,
  pair: Pair,
  from: Addressee,
  subject: string,
  why: 'spam' | 'virus',
): Letter =>
  report(
    frame,
    `${both(pair)}: a mail that I held back`,
    `In your introduction of ${bothNumbered(pair)} a mail came from ${mailbox(from)} that ${
      why === 'virus' ? 'carries a virus. I have neither opened it nor passed it on' : 'looks like spam. I have kept it'
    }. Its subject: ${subject || '(none)'}.`,
    why === 'virus' ? null : 'Answer pass it on and it goes to the other side as it stands.',
  );

/** What was open with somebody who gets nothing more, each as `Tariq Osei <> Nadia Wirth (number 7)`. */
export const optedOutLetter = (frame: Frame, who: Addressee, closed: readonly Pair[]): Letter =>
  report(
    frame,
    `${plainName(who.name)} wants no more mail`,
    `${mailbox(who)} has asked for no more mail from Stepback, and gets none from now on.`,
    closed.length === 0
      ? null
      : ['I have closed what was open:', ...closed.map((pair) => `  ${bothNumbered(pair)}`)].join('\n'),
  );

/** An opt-out that holds for one introduction: it was not proven, or its writer is a mentor too. */
export const leftLetter = (frame: Frame, pair: Pair, who: Addressee, why: 'unproven' | 'has an account'): Letter =>
  report(
    frame,
    `${both(pair)}: ${plainName(who.name)} wants no more of it`,
    `A mail from ${mailbox(who)} asks for no more mail. ${
      why === 'unproven'
        ? 'It came without proof of where it was sent from'
        : 'Whoever has an account here cannot stop everything'
    }, so I take it for this introduction alone: ${bothNumbered(pair)} is closed.`,
  );

export const outcomeToldLetter = (frame: Frame, pair: Pair, who: string, words: string): Letter =>
  report(
    frame,
    `${both(pair)}: how it went`,
    `${plainName(who)} says how it went with ${plainName(pair.to)} (number ${pair.number}):`,
    quotation(words),
  );

/** `unchanged`: they are content with what is there. */
export const backgroundLetter = (
  frame: Frame,
  who: string,
  answer: { readonly kind: 'changed'; readonly now: string; readonly before: string } | { readonly kind: 'unchanged' },
): Letter =>
  answer.kind === 'unchanged'
    ? report(
        frame,
        `${plainName(who)}: the background stays`,
        `${plainName(who)} is content with the background as it is.`,
      )
    : report(
        frame,
        `${plainName(who)}: better words`,
        `${plainName(who)} has answered with better words. The entry now says:`,
        quotation(answer.now),
        answer.before === '' ? null : `It said before: ${answer.before}`,
      );

/** An answer that is only shown: to a question about nobody's yes. `rested`: the pair whose introduction is over and never went out. */
export const answeredLetter = (frame: Frame, mail: Quoted, about: string, rested: Pair | null = null): Letter =>
  report(
    frame,
    `${plainName(mail.from.name)} has answered: ${withoutReply(mail.subject)}`,
    `${mailbox(mail.from)} has answered ${about}:`,
    quotation(mail.words),
    rested === null
      ? null
      : `That was over already, so nothing has gone out. If you want it now, write "introduce ${plainName(rested.cc)} to ${plainName(rested.to)}" to me.`,
    `To write back, write to ${mail.from.address}.`,
  );

/** `noted`: who is now in the book; `known`: who was there before. */
export const knownThroughLetter = (
  frame: Frame,
  mail: Quoted,
  noted: readonly Addressee[],
  already: readonly Addressee[],
): Letter =>
  report(
    frame,
    noted.length + already.length === 0
      ? `${plainName(mail.from.name)} has answered whom they know`
      : `${plainName(mail.from.name)} has told me whom they know`,
    `I asked ${plainName(mail.from.name)} whom they know, and this is the answer:`,
    quotation(mail.words),
    noted.length === 0
      ? 'I have found nobody in it to put into your book.'
      : [`In your book now, known through ${plainName(mail.from.name)}:`, ...noted.map(entryLine)].join('\n'),
    already.length === 0 ? null : ['There before:', ...already.map(entryLine)].join('\n'),
  );

const entryLine = (one: Addressee): string => `  ${one.address === '' ? one.name : mailbox(one)}`;

/** Asked to bring the mentor together with somebody: a no, or nothing that can be acted on. */
export const reverseAnsweredLetter = (
  frame: Frame,
  mail: Quoted,
  wanted: string,
  verdict: 'yes' | 'no' | 'unclear',
): Letter =>
  report(
    frame,
    `${plainName(mail.from.name)} has answered about ${plainName(wanted)}`,
    {
      yes: `${plainName(mail.from.name)} says yes to bringing you together with ${plainName(wanted)}, but gives no single address of theirs, so I have written to nobody:`,
      no: `${plainName(mail.from.name)} would rather not bring you together with ${plainName(wanted)}. I have written to nobody.`,
      unclear: `${plainName(mail.from.name)} has answered about ${plainName(wanted)}; it is no plain yes or no, so I have written to nobody:`,
    }[verdict],
    quotation(mail.words),
    `To write back, write to ${mail.from.address}.`,
  );

/** The reverse yes cannot be carried out as it stands. */
export const reverseHeldLetter = (frame: Frame, mail: Quoted, wanted: Addressee, why: string): Letter =>
  report(
    frame,
    `${plainName(mail.from.name)} says yes about ${plainName(wanted.name)}`,
    `${plainName(mail.from.name)} agrees to bring you together with ${mailbox(wanted)}, but ${why}.`,
    quotation(mail.words),
  );

/** The protégé's answer to the list, as numbered requests. */
export const goneOverLetter = (frame: Frame, protege: string, words: string, requests: readonly string[]): Letter =>
  report(
    frame,
    `${plainName(protege)} has gone over the list`,
    `${plainName(protege)} answered:`,
    quotation(words),
    requests.length === 0
      ? 'I read no wish for an introduction in it, and have done nothing.'
      : ['That would be:', ...requests.map((request, i) => `  ${i + 1}. ${request}`)].join('\n'),
    requests.length === 0
      ? null
      : 'Answer yes and I make them all, or with numbers (1 and 3), with what they wrote as background.',
  );

/** A protégé would like to meet somebody. */
export const protegeAsksLetter = (frame: Frame, protege: Addressee, wanted: readonly string[], mail: Quoted): Letter =>
  report(
    frame,
    `${plainName(protege.name)} would like to meet ${wanted.map(plainName).join(' and ')}`,
    `${mailbox(protege)} would like to meet ${wanted.map(plainName).join(' and ')}:`,
    quotation(paragraphs(mail.words.includes(mail.subject) ? null : mail.subject, mail.words)),
    answers(['yes', 'I introduce them; what you write beside it becomes the background'], ['no', 'it ends here']),
    `I have told ${plainName(protege.name)} only that I passed it on to you.`,
  );

/** A reminder on its day, in the mentor's own words; `does`: they hold a request that a yes carries out. */
export const reminderLetter = (frame: Frame, words: string, does: boolean): Letter =>
  report(
    frame,
    'You asked me to remind you',
    'You asked me to remind you today:',
    quotation(words),
    does ? 'Answer yes and I do it; no drops it.' : null,
  );

/** SES said neither yes nor no. `subject` names the letter. */
export const unknownFateLetter = (frame: Frame, to: readonly Addressee[], subject: string): Letter =>
  report(
    frame,
    `I cannot tell whether this went out: ${subject}`,
    `My letter “${subject}” to ${to.map(mailbox).join(' and ')} was handed over, and then nothing was heard of it. I cannot tell whether this went out.`,
    answers(['send again', 'I send it once more; they may get it twice'], ['leave it', 'I leave it']),
  );

/** It was refused for good, or somebody among its readers gets nothing more. */
export const notSentLetter = (frame: Frame, to: readonly Addressee[], subject: string, why: string): Letter =>
  report(
    frame,
    `Not sent: ${subject}`,
    `My letter “${subject}” to ${to.map(mailbox).join(' and ')} was not sent: ${why}.`,
  );

/** Mails that say they are the mentor's and do not prove it: quoted by subject and first words, nothing done. */
export const unprovenLetter = (
  frame: Frame,
  mails: readonly { readonly subject: string; readonly firstWords: string }[],
): Letter =>
  report(
    frame,
    mails.length === 1 ? 'Did you write this to me?' : `Did you write these ${mails.length} to me?`,
    mails.length === 1
      ? 'A mail came to me in your name, without proof of where it was sent from. I have done nothing about it:'
      : 'Mails came to me in your name, without proof of where they were sent from. I have done nothing about them:',
    mails
      .map(({ subject, firstWords }) => `> ${[subject || '(no subject)', firstWords].filter(Boolean).join(': ')}`)
      .join('\n'),
    mails.length === 1
      ? 'If it is yours, answer yes and I do what it says. If not, leave this.'
      : 'If they are yours, answer yes and I do what they say. If not, leave this.',
  );

/** A question to somebody outside that nobody answered. */
export const noAnswerLetter = (frame: Frame, asked: Addressee, subject: string, days: number): Letter =>
  report(
    frame,
    `No answer from ${plainName(asked.name)}`,
    `${days} days ago I asked ${mailbox(asked)} for you: “${subject}”. No answer has come, and I have let it rest.`,
  );

/** One that was scheduled, or agreed to, cannot go out on its day. */
export const heldOnItsDayLetter = (frame: Frame, pair: Pair, why: string): Letter =>
  report(
    frame,
    `${both(pair)}: held`,
    `The introduction of ${bothNumbered(pair)} was to go out now. I hold it, because ${why}; it goes out as soon as there is room, or at send anyway.`,
  );

/** One that was to go out, and whose reader gets nothing more or may never be introduced. */
export const cannotGoLetter = (frame: Frame, pair: Pair, why: string): Letter =>
  report(
    frame,
    `${both(pair)}: not sent`,
    `The introduction of ${bothNumbered(pair)} was to go out now, but ${why}. Nothing went out, and I have cancelled it.`,
  );

/** A reply whose reader cannot be reached until there is another address. */
export const unreachableLetter = (frame: Frame, pair: Pair, mail: Quoted, other: string): Letter =>
  report(
    frame,
    `${both(pair)}: ${plainName(mail.from.name)} has replied`,
    `${plainName(mail.from.name)} has replied in your introduction of ${bothNumbered(pair)}, but ${plainName(other)}'s address cannot be reached, so I have kept it:`,
    quotation(mail.words),
    `Give me another address for ${plainName(other)} in your answer to my letter about it; then answer pass it on to this one.`,
  );
