// The mentor's answer to a question: which of its parts the words settle, and what each then brings about. An answer starts nothing of
// its own: it fills a slot of a request that waits, and the request goes the ordinary way; or it moves what the question is about.

import { mentionsOf } from '../language/mentions.ts';
import type { Answer, Mention, Request, Understanding } from '../language/requests.ts';
import { settleGoOver, settleList } from './answer-list.ts';
import {
  settleBounced,
  settleConfirmAddress,
  settleConfirmMails,
  settleConsent,
  settleDraft,
  settleFate,
  settlePassOn,
  settleStep,
  settleWhose,
} from './answer-report.ts';
import { settleAddress, settleConfirm, settleProtege, settleWho } from './answer-request.ts';
import type { Known } from './known.ts';
import type { Pending, Question, QuestionPart } from './question.ts';
import type { Settled } from './settled.ts';
import { open } from './settled.ts';

/** What the answer makes of each part of the question, in order. */
export function settle(known: Known, question: Question, understanding: Understanding): readonly Settled[] {
  const answer = besidesRequests(understanding);
  return question.parts.map((part) => settlePart(known, question, part, { ...understanding, answer }));
}

/**
 * The answer without what belongs to requests of their own: in "nudge 3" the 3 is an introduction and no choice of a list, in
 * "2, and show Mae Lin" nobody chooses Mae Lin.
 */
function besidesRequests({ answer, requests }: Understanding): Answer {
  const own = requests.filter(isOfItsOwn);
  const numbers = own.flatMap((request) => ('which' in request ? request.which.numbers : []));
  const isSaidThere = (mention: Mention) => own.some((request) => standsIn(mention, request));
  const addresses = own.flatMap(mentionsOf).flatMap(({ address }) => address ?? []);
  const steps = own.flatMap((request) => (request.kind === 'steer' ? [request.step] : []));
  return {
    ...answer,
    numbers: answer.numbers.filter((number) => !numbers.includes(number)),
    people: answer.people.filter((mention) => !isSaidThere(mention)),
    addresses: answer.addresses.filter((address) => !addresses.includes(address)),
    words: own.reduce((words, { sentence }) => words.replace(sentence.trim(), ''), answer.words).trim(),
    step: answer.step !== null && steps.includes(answer.step) ? null : answer.step,
  };
}

/** Somebody whom the request names, or its sentence does behind them; in "Tariq, and introduce Mae to Vera" Tariq stands in front. */
function standsIn({ words }: Mention, request: Request): boolean {
  const { sentence } = request;
  const named = mentionsOf(request).map((each) => each.words);
  const first = Math.min(...named.map((each) => sentence.indexOf(each)).filter((at) => at >= 0));
  const at = sentence.indexOf(words);
  if (at < 0) return false;
  if (!Number.isFinite(first)) return !answersFirst(sentence, at, words);
  return request.kind !== 'introduce' || named.includes(words) || at >= first;
}

/** "The shipyard, and tell me who knows films": the request names nobody, the words in front of it answer. */
const answersFirst = (sentence: string, at: number, words: string): boolean =>
  /^(?:the |at |from |it's |it is )?$/i.test(sentence.slice(0, at)) &&
  /^(?: one)?\s*(?:[,;:.!—–-]|(?:and|but|also|please)\b)/i.test(sentence.slice(at + words.length));

/** Not merely the answer read once more as a request: it names its own people or numbers. */
function isOfItsOwn(request: Request): boolean {
  switch (request.kind) {
    case 'unknown':
    case 'help':
    case 'add':
      return false;
    case 'steer':
      return request.which.numbers.length > 0 || request.which.people.length > 0 || request.which.all;
    case 'tell':
      return request.change.kind !== 'address';
    default:
      return true;
  }
}

function settlePart(known: Known, question: Question, part: QuestionPart, understanding: Understanding): Settled {
  const { answer } = understanding;
  switch (part.kind) {
    case 'who':
      return settleWho(known, part, answer);
    case 'address':
      return settleAddress(question, part, answer);
    case 'confirm':
      return settleConfirm(part, answer);
    case 'list':
      return settleList(known, part, answer);
    case 'draft':
      return settleDraft(part, answer);
    case 'protege':
      return settleProtege(part, answer);
    case 'go-over':
      return settleGoOver(known, part, understanding);
    case 'unclear-consent':
      return settleConsent(part, answer);
    case 'bounced':
      return settleBounced(part, answer);
    case 'quiet':
      return settleStep(part.introduction, answer, understanding.requests);
    case 'whose':
      return settleWhose(known, part, answer);
    case 'pass-on':
      return settlePassOn(part, answer);
    case 'confirm-address':
      return settleConfirmAddress(part, answer);
    case 'confirm-mails':
      return settleConfirmMails(part, answer);
    case 'unknown-fate':
      return settleFate(part, answer);
    case 'consent':
    case 'background':
    case 'who-they-know':
    case 'reverse':
    case 'outcome':
      // Asked of a party, and answered by that party alone.
      return open;
    default:
      return part satisfies never;
  }
}

/**
 * The requests that go on, with what all parts together have filled in: "1 and 4" answers two questions about one request.
 */
export function goingOn(settled: readonly Settled[]): readonly Pending[] {
  const byRequest = new Map<string, Pending[]>();
  for (const each of settled) {
    if (each.kind !== 'go') continue;
    const name = JSON.stringify(each.base.request);
    const before = byRequest.get(name);
    const [filled] = each.filled;
    const [first] = before ?? [];
    if (before === undefined || filled === undefined || first === undefined) byRequest.set(name, [...each.filled]);
    else byRequest.set(name, [together(each.base, first, filled), ...before.slice(1)]);
  }
  return [...byRequest.values()].flat();
}

/** Two fillings of one request, each of another slot. */
function together(base: Pending, one: Pending, other: Pending): Pending {
  const request =
    JSON.stringify(one.request) === JSON.stringify(base.request)
      ? other.request
      : mergedRequest(base.request, one.request, other.request);
  return {
    request,
    chosen: { ...one.chosen, ...other.chosen },
    confirmed: [...new Set([...one.confirmed, ...other.confirmed])],
  };
}

/** Of either request the mention that it has and the base has not. */
function mergedRequest(base: Request, one: Request, other: Request): Request {
  const changed = Object.entries(other).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(base[field as keyof Request]),
  );
  return { ...one, ...Object.fromEntries(changed) } as Request;
}

/** The requests that are more than the answer itself: those are done as well. */
export function beyondAnswer({ answer, requests }: Understanding, question: Question): readonly Request[] {
  const goesOver = question.parts.some(({ kind }) => kind === 'go-over');
  const isGiven = (address: string) => answer.addresses.includes(address);
  return requests.filter((request) => {
    if (isOfItsOwn(request)) return true;
    switch (request.kind) {
      case 'tell':
        return request.change.kind === 'address' && !isGiven(request.change.address);
      case 'add':
        return !goesOver && !request.people.every(({ addresses: [first] }) => first !== undefined && isGiven(first));
      default:
        return false;
    }
  });
}
