// A mentor with a small book and one introduction under way, and mails that come to it: what the tests of deciding begin with.
import type { Known, Outcome, Received } from '../../functions/introductions/known.ts';
import type { Introduction, Party, State } from '../../functions/introductions/life.ts';
import type { Question, QuestionPart } from '../../functions/introductions/question.ts';
import type { Answer, Mention, Request, Understanding } from '../../functions/language/requests.ts';
import type { Letter } from '../../functions/letters/letter.ts';
import type { Attachment, Mail, Mailbox } from '../../functions/mail/mail.ts';
import type { Mentor } from '../../functions/people/mentor.ts';
import type { Person } from '../../functions/people/person.ts';

export const domain = 'stepback.test';
export const start = '2027-02-01T09:00:00.000Z';
export const day = (n: number): string => new Date(Date.parse(start) + n * 86_400_000).toISOString();

export const ruth: Mentor = {
  id: 'm1',
  name: 'Ruth Alder',
  addresses: ['ruth@alder.test'],
  timeZone: 'Europe/Dublin',
  signature: '',
  summary: true,
  alwaysAskFirst: false,
  showMeFirst: false,
  askHowItWent: false,
  openLimit: null,
  pausedUntil: null,
  nextNumber: 8,
  begun: { day: '', count: 0 },
  secret: 'a1'.repeat(32),
  joinedAt: start,
  version: 3,
};

export const person = (id: string, name: string, address: string, more: Partial<Person> = {}): Person => ({
  id,
  name,
  addresses: [address],
  kind: 'contact',
  consent: 'direct',
  tags: [],
  links: [],
  version: 1,
  ...more,
});

export const ines = person('p1', 'Ines Carvalho', 'ines@carvalho.test', { background: 'Restores lighthouses.' });
export const owen = person('p2', 'Owen Bright', 'owen@brightbees.test', {
  kind: 'protege',
  background: 'Keeps bees on a roof.',
  addresses: ['owen@brightbees.test', 'owen.bright@college.test'],
  notes: 'Owes me a jar of honey.',
});

const party = ({ id, name, addresses }: Person): Party => ({
  personId: id,
  name,
  address: addresses[0] ?? '',
  addresses,
  repliedAt: null,
  isMentor: false,
});

/** Ines was written to, Owen is in copy. */
export const introduced: Introduction = {
  mentorId: 'm1',
  number: 7,
  localPart: 'i-aaaabbbbccccddddeeee',
  to: party(ines),
  cc: party(owen),
  note: 'Ines, Owen looks for a roof with a view of the sea.',
  subject: 'Owen Bright <> Ines Carvalho',
  origin: 'request',
  state: { kind: 'introduced', at: start, toldQuiet: false },
  createdAt: start,
  sentAt: start,
  messageIds: ['first@email.amazonses.com'],
  anyway: false,
  agreed: [],
  nudged: 0,
  askedOutcome: false,
  outcome: null,
  version: 2,
};

export const inState = (state: State, more: Partial<Introduction> = {}): Introduction => ({
  ...introduced,
  ...more,
  state,
});

export const known = (more: Partial<Known> = {}): Known => ({
  now: day(1),
  domain,
  mentor: ruth,
  people: [ines, owen],
  wholeBook: false,
  met: [],
  introductions: [introduced],
  questions: [],
  optedOut: new Set(),
  ...more,
});

export interface MailFacts {
  readonly from?: string;
  readonly name?: string;
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly subject?: string;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly inReplyTo?: readonly string[];
  readonly attachments?: readonly Attachment[];
  readonly size?: number;
  readonly proof?: Received['proof'];
  readonly automated?: Received['automated'];
  readonly outOfOffice?: boolean;
  readonly answerable?: boolean;
}

export const introductionAddress = `${introduced.localPart}@${domain}`;

/** A mail from Ines to the introduction's address alone, unless the facts say otherwise. */
export function received(facts: MailFacts = {}): Received {
  const from = facts.from ?? 'ines@carvalho.test';
  const to = facts.to ?? [introductionAddress];
  const mailboxes = (all: readonly string[]): readonly Mailbox[] => all.map((address) => ({ name: '', address }));
  const mail: Mail = {
    messageId: 'reply@carvalho.test',
    inReplyTo: facts.inReplyTo ?? [],
    references: [],
    from: [{ name: facts.name ?? 'Ines Carvalho', address: from }],
    sender: null,
    to: mailboxes(to),
    cc: mailboxes(facts.cc ?? []),
    replyTo: [],
    subject: facts.subject ?? `Re: ${introduced.subject}`,
    headers: new Map(Object.entries(facts.headers ?? {}).map(([name, value]) => [name, [value]])),
    text: facts.text ?? '',
    html: null,
    attachments: facts.attachments ?? [],
    reports: [],
    contentType: 'text/plain',
    size: facts.size ?? 2000,
  };
  return {
    id: 'mail1',
    mailKey: 'inbound/abc',
    mail,
    from,
    proof: facts.proof ?? 'pass',
    automated: facts.automated ?? 'no',
    visible: facts.text ?? '',
    otherRecipients: [...to, ...(facts.cc ?? [])].filter(
      (address) => !address.endsWith(`@${domain}`) && address !== from,
    ),
    ...(facts.outOfOffice === undefined ? {} : { outOfOffice: facts.outOfOffice }),
    ...(facts.answerable === undefined ? {} : { answerable: facts.answerable }),
  };
}

export const answer = (more: Partial<Answer> = {}): Answer => ({
  verdict: 'unclear',
  numbers: [],
  all: false,
  without: [],
  addresses: [],
  people: [],
  leftOut: [],
  step: null,
  dropped: false,
  optOut: null,
  words: '',
  toTell: '',
  proviso: null,
  rest: false,
  when: null,
  bare: false,
  ...more,
});

export const understood = (more: Partial<Answer> = {}, requests: readonly Request[] = []): Understanding => ({
  requests,
  answer: answer(more),
  smallTalk: false,
  opensWith: null,
  note: { reason: null, paragraphs: [] },
});

export const mention = (name: string): Mention => ({ words: name, readings: [{ name, end: name.length }] });
export const self: Mention = { words: 'me', readings: [{ name: '', end: 2 }], self: true };

export const asked = (part: QuestionPart, more: Partial<Question> = {}): Question => ({
  id: 'q-ffffgggghhhhiiiijjjj',
  mentorId: 'm1',
  localPart: 'q-ffffgggghhhhiiiijjjj',
  asked: 'party',
  address: 'ines@carvalho.test',
  askedAt: start,
  expiresAt: day(14),
  subject: 'A question',
  parts: [part],
  waits: true,
  version: 1,
  ...more,
});

export const lettersOf = ({ decisions }: Outcome): readonly Letter[] => decisions.flatMap(({ letters }) => letters);
export const toMentor = (outcome: Outcome): readonly Letter[] =>
  lettersOf(outcome).filter(({ audience }) => audience === 'mentor');
export const toOutsiders = (outcome: Outcome): readonly Letter[] =>
  lettersOf(outcome).filter(({ audience }) => audience === 'outsider');
export const recipients = (letters: readonly Letter[]): readonly string[] =>
  letters.flatMap(({ to, cc, rcptTo }) => rcptTo ?? [...to, ...cc].map(({ address }) => address));

const changesOf = ({ decisions }: Outcome) => decisions.flatMap(({ changes }) => changes);

/** The introduction as the outcome leaves it; undefined where it is untouched. */
export const introductionAfter = (outcome: Outcome, number = 7): Introduction | undefined =>
  changesOf(outcome).flatMap((change) =>
    change.kind === 'introduction' && change.introduction.number === number ? [change.introduction] : [],
  )[0];
export const stateAfter = (outcome: Outcome, number = 7): string | undefined =>
  introductionAfter(outcome, number)?.state.kind;
export const questionsAsked = (outcome: Outcome): readonly QuestionPart[] =>
  changesOf(outcome).flatMap((change) => (change.kind === 'ask' ? change.question.parts : []));
export const changeKinds = (outcome: Outcome): readonly string[] => changesOf(outcome).map(({ kind }) => kind);
export const peopleAfter = (outcome: Outcome): readonly Person[] =>
  changesOf(outcome).flatMap((change) => (change.kind === 'person' ? [change.person] : []));
export const counted = (outcome: Outcome): readonly string[] =>
  changesOf(outcome).flatMap((change) => (change.kind === 'count' ? [change.what] : []));
