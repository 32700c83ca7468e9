// What the mentor is told in answer to a mail: one short sentence or two for each thing that was done, held or not done, and what to
// write next. The service speaks for itself here; all of these go to the mentor alone.

import { plainName } from './introduction.ts';
import { paragraphs } from './letter.ts';
import { type OtherSide, otherKnows } from './report.ts';

/** States as a mentor reads them. */
const inWords: Readonly<Record<string, string>> = {
  drafted: 'a draft that waits for your word',
  scheduled: 'waiting for its day',
  held: 'held',
  asking: 'waiting for a yes',
  introduced: 'introduced',
  answered: 'one side has replied',
  done: 'done',
  bounced: 'an address has failed',
  declined: 'declined',
  quiet: 'quiet',
  closed: 'closed',
  cancelled: 'cancelled',
  expired: 'expired',
};

export const stateInWords = (state: string): string => inWords[state] ?? state;

const both = (cc: string, to: string): string => `${plainName(cc)} and ${plainName(to)}`;

// Introducing.

export const askedFirst = (number: number, asked: string, other: string): string =>
  `I have asked ${plainName(asked)} about meeting ${plainName(other)} (number ${number}). With a yes the introduction goes out; with a no ${plainName(other)} never hears of it.`;

export const afterYesOn = (when: string): string => `It goes out on ${when}, not before.`;

export const scheduled = (number: number, cc: string, to: string, when: string): string =>
  `I introduce ${both(cc, to)} on ${when} (number ${number}). Until then "cancel ${number}" calls it off.`;

/** `until`: the day on which time alone makes room; null: it depends on other things, where paused on the mentor's word. */
export const held = (facts: {
  readonly number: number;
  readonly names: string;
  readonly because: string;
  readonly until: string | null;
  readonly isPaused: boolean;
  readonly canGoAnyway: boolean;
}): string => {
  const inTime = facts.isPaused ? 'It goes out when you write "resume"' : 'It goes out as soon as there is room';
  const whenRoom = facts.until === null ? inTime : `It goes out on ${facts.until}`;
  const anyway = facts.canGoAnyway ? `, or when you write "send ${facts.number} anyway"` : '';
  return `I hold the introduction of ${facts.names} (number ${facts.number}), because ${facts.because}. ${whenRoom}${anyway}.`;
};

export const metBefore = (cc: string, to: string, number: number, state: string, when: string): string =>
  `You have introduced ${both(cc, to)} before: on ${when}, number ${number} (${stateInWords(state)}). Nothing has gone out now.`;

export const introduceAgain = (): string => 'Shall I introduce them once more?';

export const metBeforeRemark = (number: number): string => `The two met before, by your introduction number ${number}.`;

export const knownAlready = (cc: string, to: string, number: number, when: string): string =>
  `I know of it already: you introduced ${both(cc, to)} on ${when}, number ${number}.`;

export const recordedAsMade = (number: number, cc: string, to: string): string =>
  `Noted: you have introduced ${both(cc, to)} (number ${number}). I shall not suggest it again.`;

export const recordedByHand = (number: number, names: string): string =>
  `Noted: you have introduced ${names} yourself (number ${number}). I have written to neither; I follow the replies that reach me.`;

export const wentToOnly = (names: readonly string[]): string =>
  `Your mail reads like an introduction, but went to ${names.map(plainName).join(', ')} only. I have written to nobody.`;

export const introduceByMyself = (sentences: readonly string[]): string =>
  `Shall I make it? ${sentences.map(quoted).join(' ')}`;

export const underCondition = (sentence: string, condition: string): string =>
  `You wrote: ${quoted(sentence)} Whether that is so I cannot judge ("${condition}"), so I have written to nobody. Shall I make the introduction now?`;

export const introduceInstead = (cc: string, to: string): string => `Or shall I introduce ${both(cc, to)}?`;

export const insteadOf = (sentence: string, was: string, cc: string, to: string): string =>
  `You wrote: ${quoted(sentence)} Then you named somebody else, and I am not sure in whose place, so I have written to nobody. Shall I introduce ${both(cc, to)}, without ${plainName(was)}?`;

export const dayNotUnderstood = (words: string, cc: string, to: string): string =>
  `I cannot tell which day in the future "${words}" is, so ${both(cc, to)} are not introduced yet.`;

export const makeItNow = (): string => 'Shall I do it now? For a day, write it again with a date, such as May 3.';

export const samePerson = (name: string): string =>
  `Both names mean the same entry of your book, ${plainName(name)}. I have written to nobody.`;

export const never = (name: string): string =>
  `The entry of ${plainName(name)} says never to introduce or write to them. I have written to nobody.`;

export const optedOut = (name: string, address: string): string =>
  `${plainName(name)} <${address}> gets no more mail from this service, by their own wish. I have written to nobody; you can write to them yourself.`;

export const yourself = (name: string, address: string): string =>
  `${plainName(name)}${address === '' ? '' : ` <${address}>`} is somebody you can write to yourself; I introduce other people to each other. To have somebody bring you together, write "ask NAME to introduce me to ${plainName(name)}".`;

export const yourselfToNobody = (): string =>
  'To be introduced yourself, write "ask NAME to introduce me to SOMEBODY": I then ask NAME.';

export const addressOfOurs = (address: string): string =>
  `${address} is an address of this service. I write to nobody there and introduce nobody to it.`;

export const addressOfAnother = (address: string, name: string, holder: string): string =>
  `${address} stands in your book as the address of ${plainName(holder)}, not of ${plainName(name)}. I have changed nothing and written to nobody.`;

export const gainedAddress = (name: string, address: string): string =>
  `${address} is new for ${plainName(name)}; it stands in the entry now.`;

export const addedToBook = (name: string, address: string): string =>
  name === address ? `${address} is in your book now.` : `${plainName(name)} <${address}> is in your book now.`;

export const tooMany = (words: string): string =>
  `More than ten people of your book could be meant by "${words}". I need more of the name, an organisation or an address.`;

export const notInBook = (words: string): string =>
  words === '' ? 'I cannot tell who is meant.' : `I find nobody called "${words}" in your book.`;

// Steering.

export const noSuchNumber = (number: number): string => `There is no introduction number ${number}.`;

export const noIntroductionWith = (names: readonly string[]): string =>
  `I find no introduction with ${names.join(' and ')}.`;

export const nothingToSteer = (): string =>
  'I cannot tell which introduction is meant. "status" lists what is open, by number.';

export const cannot = (number: number, names: string, state: string): string =>
  `Number ${number} (${names}) is ${stateInWords(state)}, so there was nothing to do.`;

/** Both are silent, and the words fit either. */
export const whomToNudge = (number: number, to: string, cc: string): string =>
  `Neither ${plainName(to)} nor ${plainName(cc)} has answered (number ${number}), and I cannot tell whom you mean. Write "nudge ${plainName(to)}" or "nudge ${plainName(cc)}".`;

export const nudged = (number: number, silent: string, other: string): string =>
  `I have sent ${plainName(silent)} one kind reminder of ${plainName(other)} (number ${number}).`;

const endedInWords: Readonly<Record<'closed by mentor' | 'cancelled by mentor' | 'told done', string>> = {
  'closed by mentor': 'closed',
  'cancelled by mentor': 'cancelled',
  'told done': 'done',
};

export const ended = (how: keyof typeof endedInWords, number: number, names: string): string =>
  `Number ${number} (${names}) is ${endedInWords[how]}.`;

export const left = (number: number, names: string): string => `I leave number ${number} (${names}) as it is.`;

export const dropped = (): string => 'All right, I have dropped it.';

export const draftGone = (number: number): string => `Number ${number} is no draft any more; nothing has changed.`;

export const sentAgain = (number: number | null): string =>
  number === null ? 'I send it once more.' : `I send the letter of number ${number} once more.`;

export const nothingToSendAgain = (number: number): string =>
  `As far as I can tell the letter of number ${number} went out, so I have not sent it again.`;

export const nothingToPassOn = (number: number): string =>
  `I hold no mail of number ${number} that could be passed on.`;

export const passedOn = (name: string): string => `I have passed it on to ${plainName(name)}.`;

export const passedOnBefore = (name: string): string =>
  `${plainName(name)} has it already, so I have not sent it twice.`;

export const declinedByMentor = (number: number, other: OtherSide): string =>
  `I have dropped number ${number}. ${otherKnows(other)}`;

export const sentToNewAddress = (number: number, name: string, address: string): string =>
  `I have sent number ${number} again, to ${plainName(name)} alone, at ${address}. The address stands in the entry now.`;

export const countedAs = (address: string, name: string): string =>
  `${address} is ${plainName(name)}'s from now on, and the mail counts as the reply.`;

export const askingOutcome = (number: number, name: string): string =>
  `I have asked ${plainName(name)} how it went (number ${number}).`;

export const outcomeAsked = (number: number, name: string, outcome: string | null): string =>
  outcome === null
    ? `${plainName(name)} has been asked how number ${number} went and has not answered; I ask only once.`
    : `${plainName(name)} has said how number ${number} went: ${quoted(outcome)}`;

// The book.

export const entryAdded = (what: 'added' | 'merged' | 'nothing new', entry: string): string =>
  paragraphs(
    {
      added: 'Added to your book:',
      merged: 'Already in your book; the entry now stands so:',
      'nothing new': 'Already in your book, just so:',
    }[what],
    entry,
  );

export const sameName = (name: string): string =>
  `Your book has another ${plainName(name)}, and no address is the same. If the two are one person, a yes puts them together:`;

export const mergeLabel = (newer: string, older: string): string => `${newer} is the same person as ${older}`;

export const entryNow = (entry: string): string => paragraphs('The entry as it now stands:', entry);

export const notAboutYou = (): string =>
  'That would be about yourself, and your own entry is not in your book. "settings" shows what I know of you.';

export const forgetAll = (labels: readonly string[]): string =>
  [
    `Shall I forget these ${labels.length} people, with everything I have of them?`,
    ...labels.map((label) => `  ${label}`),
  ].join('\n');

export const forgotten = (name: string, closed: readonly number[]): string =>
  paragraphs(
    `${plainName(name)} is forgotten: the entry is gone, and letters, notes and stored mails go now, too. Backups end within 35 days.`,
    closed.length === 0 ? '' : `I have closed what was open: number ${closed.join(', ')}.`,
  );

export const nothingAttached = (): string =>
  'I find no file with contacts attached. A vCard (.vcf) or a table (.csv) will do, or write "add NAME <address>, background …".';

export const importing = (): string =>
  'The file is long. I read it now, and a report comes when everybody is in your book.';

/** `problems` carry the row numbers of the file; `doubled` are names that now stand twice. */
export const imported = (
  count: number,
  problems: readonly { readonly row: number; readonly why: string }[],
  doubled: readonly string[],
): string =>
  paragraphs(
    `I have read ${count === 0 ? 'nobody' : count === 1 ? '1 person' : `${count} people`} from the file into your book.`,
    problems.length === 0
      ? ''
      : [
          'What I could not read:',
          ...problems.map(({ row, why }) => (row === 0 ? `  ${why}` : `  row ${row}: ${why}`)),
        ].join('\n'),
    doubled.length === 0
      ? ''
      : `These names now stand more than once: ${doubled.join(', ')}. I merge by address only; "show NAME" lists who is who.`,
  );

// Finding and asking.

export const found = (query: string): string => `On "${query}", best first:`;

export const nobodyFound = (query: string): string => `I find nobody in your book on "${query}".`;

export const suggested = (name: string): string => `For ${plainName(name)}, in order of priority:`;

export const nobodyToSuggest = (name: string): string =>
  `I find nobody in your book whom ${plainName(name)} has not met and who would fit. A line on what they seek helps: "${plainName(name)}'s goals are …".`;

export const asked = (name: string, subject: string): string =>
  `I have asked ${plainName(name)} (“${subject}”). The answer comes to you.`;

export const listSent = (name: string): string =>
  `The list has gone to ${plainName(name)}, without addresses. The answer comes to you as numbered requests.`;

export const askedAlready = (name: string): string =>
  `${plainName(name)} has been asked already and has not answered yet. I do not ask twice.`;

export const pausedNow = (): string => 'You are paused, so I have written to nobody. "resume" ends the pause.';

export const noLinks = (name: string): string =>
  `The entry of ${plainName(name)} has no link to follow, so I have written to nobody. Tell me: "${plainName(name)}'s link is https://…".`;

export const recommended = (author: string, to: string): string =>
  `I have recommended ${plainName(author)} to ${plainName(to)}. Whether to follow is theirs to choose; nothing is tracked.`;

// The mentor's own affairs.

export const openLimit = (limit: number | null): string => {
  if (limit === null) return 'There is no limit of open introductions now.';
  if (limit === 0) return 'No introduction goes out now; each waits until you raise the limit.';
  return `At most ${limit === 1 ? '1 introduction is' : `${limit} introductions are`} open at once now; what is more waits its turn.`;
};

export const paused = (until: string | null): string =>
  `Paused${until === null ? ' until you write "resume"' : ` until ${until}`}. Until then I begin nothing with anybody; what is under way goes on.`;

export const pauseDayNotUnderstood = (words: string): string =>
  `I cannot tell which day in the future "${words}" is, and have not paused. Write it with a date, such as "pause until May 3".`;

export const resumed = (waiting: number): string =>
  waiting === 0
    ? 'The pause is over.'
    : `The pause is over. ${waiting} held introduction${waiting === 1 ? ' goes' : 's go'} out as far as there is room.`;

export const notPaused = (): string => 'You were not paused.';

export const reminding = (when: string, request: string): string =>
  `On ${when} I come back to you with this: ${quoted(request)}`;

export const reminderDayNotUnderstood = (words: string, request: string): string =>
  `I cannot tell which day in the future "${words}" is, so I have set no reminder of this: ${quoted(request)} Write it again with a date, such as "remind me on May 3 to …".`;

export const noSuchZone = (words: string): string =>
  `I know no time zone "${words}". Write it as a region and a city, such as "time zone Europe/Paris" or "time zone America/New_York".`;

export const addressIsYours = (address: string): string => `${address} is yours already.`;

export const addressAsked = (address: string): string =>
  `I have written to ${address}. Once a yes comes from there, that address counts as yours.`;

export const confirmAddress = (name: string, address: string): string =>
  paragraphs(
    'Hello,',
    `${name} <${address}> has told me that this address is theirs, too. If that is you, answer this mail with yes: from then on mail from here counts as yours.`,
    'If it is not you, do nothing: then nothing happens.',
    'Stepback',
    'To get no more such mail, reply with the one word stop.',
  );

/** The yes has come from there: whoever wrote it knows of both accounts. */
export const hasAccount = (address: string): string =>
  `${address} has an account of its own, with a book of its own, so I cannot count it as yours. If it is to become yours, write "leave" from there first.`;

export const confirmFromThere = (address: string): string => `That has to be answered from ${address} itself.`;

export interface SettingsFacts {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly timeZone: string;
  readonly signature: string;
  readonly summary: boolean;
  readonly alwaysAskFirst: boolean;
  readonly showMeFirst: boolean;
  readonly askHowItWent: boolean;
  readonly openLimit: number | null;
  /** A day in words, `resume` for until told, null where not paused. */
  readonly pausedUntil: string | null;
}

const onOff = (on: boolean): string => (on ? 'on' : 'off');

export const settings = (facts: SettingsFacts): string =>
  [
    'Your settings as they now stand:',
    `  name: ${facts.name}`,
    `  addresses: ${facts.addresses.join(', ')}`,
    `  time zone: ${facts.timeZone}`,
    `  signature: ${facts.signature.split('\n').join(' / ')}`,
    `  summary: ${onOff(facts.summary)}`,
    `  always ask first: ${onOff(facts.alwaysAskFirst)}`,
    `  show me first: ${onOff(facts.showMeFirst)}`,
    `  ask how it went: ${onOff(facts.askHowItWent)}`,
    `  limit: ${facts.openLimit === null ? 'none' : `${facts.openLimit} open`}`,
    ...(facts.pausedUntil === null
      ? []
      : [`  paused: until ${facts.pausedUntil === 'resume' ? 'you write "resume"' : facts.pausedUntil}`]),
  ].join('\n');

export interface OpenFacts {
  readonly number: number;
  readonly names: string;
  readonly state: string;
  readonly day: string;
  /** Who has not replied yet, where letters are out. */
  readonly silent: readonly string[];
}

export const status = (
  introductions: readonly OpenFacts[],
  questions: readonly { readonly subject: string; readonly day: string }[],
  limit: number | null,
): string => {
  if (introductions.length === 0 && questions.length === 0) return 'Nothing is open.';
  const open = introductions.filter(({ state }) => state === 'introduced' || state === 'answered').length;
  return paragraphs(
    introductions.length === 0
      ? 'No introduction is open.'
      : ['Open introductions:', ...introductions.map(openLine)].join('\n'),
    questions.length === 0
      ? ''
      : [
          'Questions that wait for you:',
          ...questions.map(({ subject, day }) => `  ${withoutPrefix(subject)} (${day})`),
        ].join('\n'),
    limit === null ? '' : `${open} of at most ${limit} are with people.`,
    introductions[0] === undefined ? '' : steps(introductions[0].number),
  );
};

const steps = (number: number): string =>
  `You can write "nudge ${number}", "close ${number}", "cancel ${number}" or "${number} is done".`;

const openLine = ({ number, names, state, day, silent }: OpenFacts): string =>
  `  ${number}. ${names}: ${stateInWords(state)}, ${day}${silent.length === 1 ? `; ${plainName(silent[0] ?? '')} is silent` : ''}`;

export const leaveReally = (): string =>
  'Do you want to leave? I then send you your whole book and history, and erase your account, your book and everything in it. A yes does it.';

export const leaving = (): string =>
  'I send you everything, and then erase your account and your book. Thank you for the company.';

// What is not understood.

export const notUnderstood = (sentence: string, nearest: string): string =>
  paragraphs(
    `I have not understood this: ${quoted(sentence)}`,
    nearest === '' || nearest === 'help'
      ? '"help" shows what I can do.'
      : `The nearest that I can do is "${nearest}". "help" shows more.`,
  );

export const noRequest = (words: string): string =>
  paragraphs(`I have found no request in your mail and done nothing: ${quoted(words)}`, '"help" shows what I can do.');

export const answerNotUnderstood = (): string =>
  'I cannot tell what your answer means for this, and have done nothing yet:';

export const answeredBefore = (subject: string): string =>
  `“${withoutPrefix(subject)}” is no longer open, so I have done nothing. Just write once more what you would like.`;

export const whichQuestion = (subjects: readonly string[]): string =>
  [
    'More than one question is open, and I cannot tell which your answer means. Please answer the mail itself:',
    ...subjects.map((subject) => `  ${withoutPrefix(subject)}`),
  ].join('\n');

/** Of a subject that answers. */
const withoutPrefix = (subject: string): string => subject.replace(/^Re: /, '');

export const nothingToAnswer = (words: string): string =>
  paragraphs(
    `You wrote: ${quoted(words)}`,
    'No question is open that this could answer, and I have done nothing. "help" shows what I can do.',
  );

/** A mentor is no outsider whose mail simply ends. */
export const stopOfMentor = (): string =>
  'I have changed nothing. "summary off" ends the monthly letters, "pause" holds all introductions until "resume", and "leave" sends you everything and ends your account.';

/** What somebody wrote, shortened to what reminds of it. */
export function quoted(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return `“${line.length > 240 ? `${line.slice(0, 240).trimEnd()} […]` : line}”`;
}

export const help = (name: string): string =>
  paragraphs(
    `Hello ${plainName(name)}, write as you would to a colleague. For instance:`,
    [
      '  intro Nadia to Kofi, because …',
      '  draft intro Nadia to Kofi',
      '  introduce Nadia to Kofi on May 3',
      '  ask Kofi about meeting Nadia',
      '  I introduced Nadia to Kofi last week',
    ].join('\n'),
    [
      '  add Rosa Lund <rosa@lund.example>, background …',
      '  Rosa now works at …; tag Rosa glass; Rosa is my protégée; ask Rosa first',
      '  show Rosa; who knows glass?; who should Nadia meet?',
      '  go over the list with Nadia; recommend AUTHOR to Nadia',
      '  ask Rosa who they know; ask Rosa to introduce me to …',
    ].join('\n'),
    [
      '  status; nudge 3; close 3; cancel 3; 3 is done; ask how 3 went',
      '  limit 8 open; limit 2 a month for Kofi; pause until May 3; resume',
      '  time zone Europe/Paris; signature …; always ask first; show me first; summary off',
      '  forget Rosa; export; leave',
    ].join('\n'),
    'Several may stand in one mail. What stands after "private:" or in ((…)) goes into no letter. You can also put me in copy of an introduction that you write yourself.',
  );

/** Under a question of some other letter that was not understood: what it takes. */
export const answerTheMail = (answers: string): string => `I can take as an answer: ${answers}.`;
