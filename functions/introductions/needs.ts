// What a mentor's mail needs to be looked up before it can be decided: a bounded list of people and introductions,
// or the whole book for the three requests that weigh everybody.

import { mentionsOf } from '../language/mentions.ts';
import type { Mention, NewPerson, Request, Understanding } from '../language/requests.ts';
import type { Attachment } from '../mail/mail.ts';
import { attachedEntries } from './import.ts';
import type { Introduction } from './life.ts';
import type { Choice, Pending, Question, QuestionPart } from './question.ts';

export interface Needs {
  readonly mentions: readonly Mention[];
  readonly personIds: readonly string[];
  /** Addresses that are looked for in the book, and among those that have opted out. */
  readonly addresses: readonly string[];
  /** Introductions that must be known though they may be over; with their two people. */
  readonly numbers: readonly number[];
  /** People whose introductions are meant, over or not ("close José and Tomás"). */
  readonly steered: readonly Mention[];
  readonly wholeBook: boolean;
}

export const needsNothing: Needs = {
  mentions: [],
  personIds: [],
  addresses: [],
  numbers: [],
  steered: [],
  wholeBook: false,
};

/** What the mail is about, by the address that it came to. */
export interface About {
  readonly introduction: Introduction | null;
  readonly question: Question | null;
  /** The question has been answered before, or was dropped. */
  readonly settled?: boolean;
}

/** More addressees than this are no introduction made by hand. */
export const mostAddressed = 20;

/**
 * Needs of a mentor's mail. `open` are the questions that a bare answer in a new mail may mean: all that wait for the mentor;
 * `recipients` everybody in To and Cc who is not the service; `attachments` what an `import` is to read.
 */
export function needs(
  understanding: Understanding,
  about: About,
  open: readonly Question[] = [],
  recipients: readonly string[] = [],
  attachments: readonly Attachment[] = [],
): Needs {
  const { answer, requests } = understanding;
  const answered = about.question === null ? (answer.bare ? open : []) : [about.question];
  const others = recipients.length > mostAddressed ? [] : recipients;
  const all = [
    ...requests.map(needsOfRequest),
    ...(requests.some(({ kind }) => kind === 'import') ? attachedEntries(attachments).map(needsOfEntry) : []),
    ...[...answered, ...askedAgain(answered, open)].flatMap(({ parts }) => parts.map(needsOfPart)),
    about.introduction === null ? needsNothing : needsOfIntroduction(about.introduction),
    {
      ...needsNothing,
      mentions: answered.length === 0 ? [] : answer.people,
      addresses: [...others, ...(answered.length === 0 ? [] : answer.addresses)],
    },
  ];
  return together(all);
}

/** The open questions that an item of these asks once more. */
function askedAgain(answered: readonly Question[], open: readonly Question[]): readonly Question[] {
  const choices = answered.flatMap(({ parts }) => parts.flatMap((part) => ('choices' in part ? part.choices : [])));
  return open.filter(({ id }) => choices.some(({ pending }) => pending.again === id));
}

/** Whoever shares an address or a name with somebody who is to be added. */
const needsOfEntry = ({ name, addresses }: Pick<NewPerson, 'name' | 'addresses'>): Needs => ({
  ...needsNothing,
  mentions: name.trim() === '' ? [] : [{ words: name, readings: [{ name, end: 0 }] }],
  addresses,
});

/** Requests that weigh everybody. Export, leave and the summary are jobs, which read for themselves. */
const wholeBookKinds: ReadonlySet<Request['kind']> = new Set(['find', 'suggest', 'go-over']);

/** What one request needs by itself. */
export function needsOfRequest(request: Request): Needs {
  const mentions = mentionsOf(request);
  const steers = request.kind === 'steer' || request.kind === 'outcome';
  const own: Needs = {
    ...needsNothing,
    mentions,
    addresses: [
      ...mentions.flatMap(({ address }) => address ?? []),
      ...(request.kind === 'tell' && request.change.kind === 'address' ? [request.change.address] : []),
    ],
    numbers: steers ? request.which.numbers : [],
    // An entry is shown with its introductions, over or not.
    steered: steers ? request.which.people : request.kind === 'show' ? [request.who] : [],
    wholeBook: wholeBookKinds.has(request.kind),
  };
  return request.kind === 'add' ? together([own, ...request.people.map(needsOfEntry)]) : own;
}

export const needsOfPending = ({ request, chosen }: Pending): Needs =>
  together([needsOfRequest(request), { ...needsNothing, personIds: Object.values(chosen) }]);

function needsOfPart(part: QuestionPart): Needs {
  switch (part.kind) {
    case 'who':
      return together([needsOfPending(part.pending), ...part.choices.map(({ pending }) => needsOfPending(pending))]);
    case 'address':
      return together([
        needsOfPending(part.pending),
        { ...needsNothing, personIds: part.personId === undefined ? [] : [part.personId] },
      ]);
    case 'confirm':
      return together(part.pending.map(needsOfPending));
    case 'list':
      return together(part.choices.map(needsOfChoice));
    case 'protege':
      return together([needsOfPending(part.pending), { ...needsNothing, personIds: [part.personId] }]);
    case 'background':
    case 'who-they-know':
    case 'reverse':
      return { ...needsNothing, personIds: [part.personId] };
    case 'go-over':
      return { ...needsNothing, personIds: [part.personId, ...part.listed] };
    case 'draft':
    case 'consent':
    case 'unclear-consent':
    case 'bounced':
    case 'quiet':
    case 'outcome':
    case 'pass-on':
    case 'whose':
      return { ...needsNothing, numbers: [part.introduction] };
    case 'unknown-fate':
      return { ...needsNothing, numbers: part.introduction === null ? [] : [part.introduction] };
    case 'confirm-address':
      return { ...needsNothing, addresses: [part.address] };
    case 'confirm-mails':
      return needsNothing;
    default:
      return part satisfies never;
  }
}

const needsOfChoice = ({ pending, introduction }: Choice): Needs =>
  together([needsOfPending(pending), { ...needsNothing, numbers: introduction === undefined ? [] : [introduction] }]);

const needsOfIntroduction = ({ number, to, cc }: Introduction): Needs => ({
  ...needsNothing,
  numbers: [number],
  personIds: [to, cc].filter(({ isMentor }) => !isMentor).map(({ personId }) => personId),
});

const together = (all: readonly Needs[]): Needs => ({
  mentions: all.flatMap(({ mentions }) => mentions),
  personIds: [...new Set(all.flatMap(({ personIds }) => personIds))],
  addresses: [...new Set(all.flatMap(({ addresses }) => addresses))],
  numbers: [...new Set(all.flatMap(({ numbers }) => numbers))],
  steered: all.flatMap(({ steered }) => steered),
  wholeBook: all.some(({ wholeBook }) => wholeBook),
});
