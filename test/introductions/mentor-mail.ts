// Mails of the mentor's, with requests as language would read them, and what they bring about: what the tests of deciding begin with.
import { decideMentor } from '../../functions/introductions/decide-mentor.ts';
import type { Change, Known, Outcome } from '../../functions/introductions/known.ts';
import { apply } from '../../functions/introductions/known.ts';
import type { Introduction } from '../../functions/introductions/life.ts';
import type { About } from '../../functions/introductions/needs.ts';
import type { Question } from '../../functions/introductions/question.ts';
import type { Answer, Manner, Mention, Request, Understanding } from '../../functions/language/requests.ts';
import {
  domain,
  ines,
  known,
  type MailFacts,
  mention,
  owen,
  person,
  received,
  ruth,
  toMentor,
  understood,
} from './situation.ts';

/** Nobody has been introduced yet. */
export const blank = (more: Partial<Known> = {}): Known => known({ introductions: [], people: book, ...more });

export const mae = person('p3', 'Mae Lin', 'mae@lin.test', {
  organisation: 'Lin Ceramics',
  background: 'Fires porcelain.',
});
export const maeToo = person('p4', 'Mae Linden', 'mae@linden.test', { organisation: 'Linden Law' });
export const tariq = person('p5', 'Tariq Aziz', 'tariq@aziz.test', {
  consent: 'ask first',
  background: 'Funds museums.',
});
export const vera = person('p6', 'Vera Stone', 'vera@stone.test', { consent: 'never' });
export const zoe = person('p7', 'Zoe Adler', 'zoe@adler.test', { kind: 'protege', goals: 'Learn glazing.' });
export const lev = person('p8', 'Lev Marin', '', {
  addresses: [],
  kind: 'author',
  links: ['https://marin.example'],
  background: 'Writes on bees.',
});
export const book = [ines, owen, mae, maeToo, tariq, vera, zoe, lev];

interface Words {
  readonly note?: string;
  readonly manner?: Manner;
  readonly directed?: boolean;
  readonly subject?: string;
}

/** `intro CC to TO` */
export const intro = (cc: string | Mention, to: string | Mention, words: Words = {}): Request => ({
  kind: 'introduce',
  sentence: `intro ${nameOf(cc)} to ${nameOf(to)}`,
  to: mentioned(to),
  cc: mentioned(cc),
  directed: words.directed ?? true,
  manner: words.manner ?? { kind: 'now' },
  note: { reason: null, paragraphs: words.note === undefined ? [] : [words.note] },
  ...(words.subject === undefined ? {} : { subject: words.subject }),
});

export const askFirst = (party: string, other: string): Request => ({
  kind: 'ask-first',
  sentence: `ask ${party} about meeting ${other}`,
  party: mention(party),
  other: mention(other),
  note: { reason: null, paragraphs: [] },
});

export const steering = (
  step: Extract<Request, { kind: 'steer' }>['step'],
  ...numbers: readonly number[]
): Request => ({
  kind: 'steer',
  sentence: `${step} ${numbers.join(', ')}`,
  step,
  which: { numbers, people: [], all: false },
});

export const withAddress = (name: string, address: string): Mention => ({ ...mention(name), address });

const mentioned = (who: string | Mention): Mention => (typeof who === 'string' ? mention(who) : who);
const nameOf = (who: string | Mention): string => (typeof who === 'string' ? who : who.words);

const nothing: About = { introduction: null, question: null };

interface MentorMail extends MailFacts {
  /** What an earlier attempt at this mail has committed. */
  readonly done?: ReadonlyMap<string, string>;
}

/** A mail from the mentor to the service. */
export function mail(
  understanding: Understanding,
  world: Known,
  { done, ...facts }: MentorMail = {},
  about: About = nothing,
): Outcome {
  const written = received({
    from: 'ruth@alder.test',
    name: 'Ruth Alder',
    to: [`intro@${domain}`],
    subject: 'A word',
    text: 'some words',
    ...facts,
  });
  return decideMentor(done === undefined ? written : { ...written, done }, understanding, world, about);
}

/** A mail with these requests. */
export const asks = (requests: readonly Request[], world: Known = blank(), facts: MentorMail = {}): Outcome =>
  mail(understood({}, requests), world, facts);

/** An answer to the question, from its address. */
export const answers = (
  question: Question,
  answer: Partial<Answer>,
  world: Known,
  requests: readonly Request[] = [],
): Outcome =>
  mail(
    understood(answer, requests),
    world,
    { to: [`${question.localPart}@${domain}`] },
    { introduction: null, question },
  );

/** The world once everything is written. */
export const worldAfter = (world: Known, outcome: Outcome): Known =>
  outcome.decisions.reduce((each, { changes }) => apply(each, changes), world);

export const changesOf = ({ decisions }: Outcome): readonly Change[] => decisions.flatMap(({ changes }) => changes);

/** The question that the mentor was asked; throws where there is none. */
export function questionOf(outcome: Outcome): Question {
  const question = changesOf(outcome).flatMap((change) =>
    change.kind === 'ask' && change.question.asked === 'mentor' ? [change.question] : [],
  )[0];
  if (question === undefined) throw new Error(`nothing was asked; the mentor was told: ${said(outcome)}`);
  return question;
}

/** Everything that the mentor was told, in one text. */
export const said = (outcome: Outcome): string =>
  toMentor(outcome)
    .map(({ text }) => text)
    .join('\n\n');

export const introductionsOf = (outcome: Outcome): readonly Introduction[] =>
  changesOf(outcome).flatMap((change) => (change.kind === 'introduction' ? [change.introduction] : []));

export const mentorWith = (more: Partial<typeof ruth>) => ({ mentor: { ...ruth, ...more } });
