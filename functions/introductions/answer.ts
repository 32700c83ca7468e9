// The mentor's answer to a question: which of its parts the words settle, and what each then brings about. An answer starts nothing of
// its own: it fills a slot of a request that waits, and the request goes the ordinary way; or it moves what the question is about.

import { mentionAt, mentionsOf } from '../language/mentions.ts';
import type { Answer, Mention, NoteParts, Request, Step, Understanding } from '../language/requests.ts';
import * as say from '../letters/answer.ts';
import { belongsTo, matchMention } from '../people/match.ts';
import { fold } from '../people/names.ts';
import type { Person } from '../people/person.ts';
import { holdFor } from './balance.ts';
import { heldInWords } from './begin.ts';
import type { Brought, Desk } from './brought.ts';
import { asking, bringing, joined, keyOf, nothing, saying } from './brought.ts';
import { goOverChoices, sendList } from './finding.ts';
import { happen } from './happen.ts';
import { passOnKept } from './kept-mail.ts';
import type { Known } from './known.ts';
import type { Introduction, Side } from './life.ts';
import { otherSide } from './life.ts';
import type { Choice, Pending, Question, QuestionPart, Slot } from './question.ts';
import { settingsText } from './settings.ts';
import { sendNow, take } from './steer.ts';
import { threadOf } from './thread.ts';
import { renamed } from './whom.ts';

/** What the words make of one part. */
export type Settled =
  /** They do not speak of it. */
  | { readonly kind: 'open' }
  /** The request that waited goes on, with what the answer has filled in. */
  | { readonly kind: 'go'; readonly base: Pending; readonly filled: readonly Pending[] }
  | { readonly kind: 'do'; readonly decide: (desk: Desk) => Brought };

const open: Settled = { kind: 'open' };
const doing = (decide: (desk: Desk) => Brought): Settled => ({ kind: 'do', decide });
const dropping = doing(() => saying(say.dropped()));
const going = (base: Pending, ...filled: readonly Pending[]): Settled => ({ kind: 'go', base, filled });

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
  const isSaidThere = ({ words }: Mention) => own.some(({ sentence }) => sentence.includes(words));
  const addresses = own.flatMap(mentionsOf).flatMap(({ address }) => address ?? []);
  const steps = own.flatMap((request) => (request.kind === 'steer' ? [request.step] : []));
  return {
    ...answer,
    numbers: answer.numbers.filter((number) => !numbers.includes(number)),
    people: answer.people.filter((mention) => !isSaidThere(mention)),
    addresses: answer.addresses.filter((address) => !addresses.includes(address)),
    step: answer.step !== null && steps.includes(answer.step) ? null : answer.step,
  };
}

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
      return settleStep(part.introduction, answer);
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

type Part<K extends QuestionPart['kind']> = Extract<QuestionPart, { kind: K }>;

const isNo = ({ dropped, verdict, step }: Answer): boolean =>
  dropped || verdict === 'no' || step === 'leave-it' || step === 'cancel';

function settleWho(known: Known, part: Part<'who'>, answer: Answer): Settled {
  const { pending, slot, choices } = part;
  const [chosen, ...others] = chosenFrom(known, choices, slot, answer);
  if (chosen !== undefined && others.length === 0) return going(pending, chosen.pending);
  const elsewhere = answer.addresses.find((address) => !choices.some(({ names }) => names.includes(address)));
  if (elsewhere !== undefined) return going(pending, addressed(pending, slot, elsewhere));
  const [named] = answer.people;
  if (chosen === undefined && named !== undefined && answer.numbers.length === 0 && hasName(named)) {
    return going(pending, renamed(pending, slot, named));
  }
  if (isNo(answer)) return dropping;
  const [only] = choices;
  return answer.verdict === 'yes' && only !== undefined && choices.length === 1 ? going(pending, only.pending) : open;
}

const hasName = ({ readings, nameless, self }: Mention): boolean =>
  nameless !== true && self !== true && readings.some(({ name }) => name !== '');

/** The request with this address in the slot: somebody new, or an address that an entry did not have. */
function addressed(pending: Pending, slot: Slot, address: string, personId?: string): Pending {
  const { nameless: _, ...mention } = mentionAt(pending.request, slot);
  const filled = renamed(pending, slot, { ...mention, address });
  return personId === undefined ? filled : { ...filled, chosen: { ...filled.chosen, [slot]: personId } };
}

/** Of several parts that ask for an address, each takes one, in order. */
function settleAddress(question: Question, part: Part<'address'>, answer: Answer): Settled {
  const { pending, slot, personId } = part;
  const asked = question.parts.filter(({ kind }) => kind === 'address');
  const address = answer.addresses[answer.addresses.length === 1 ? 0 : asked.indexOf(part)];
  const isMine = answer.addresses.length > 1 || asked.length === 1;
  if (address !== undefined && isMine) {
    const [named] = answer.people.filter(hasName);
    const base = part.name === '' && named !== undefined ? renamed(pending, slot, named) : pending;
    const filled = addressed(base, slot, address, personId);
    return going(pending, filled);
  }
  if (address !== undefined) return open;
  if (isNo(answer)) return dropping;
  const [named] = answer.people.filter(hasName);
  return named === undefined || personId !== undefined || answer.verdict !== 'unclear'
    ? open
    : going(pending, renamed(pending, slot, named));
}

function settleConfirm({ pending }: Part<'confirm'>, answer: Answer): Settled {
  if (isNo(answer)) return dropping;
  const isYes = answer.verdict === 'yes' || answer.step === 'send' || answer.step === 'send-anyway' || answer.all;
  const [first] = pending;
  return isYes && first !== undefined ? going(first, ...pending) : open;
}

function settleList(known: Known, { choices, all }: Part<'list'>, answer: Answer): Settled {
  const chosen = chosenFrom(known, choices, null, answer);
  const [first] = chosen;
  if (first !== undefined) return going(first.pending, ...chosen.map(({ pending }) => noted(pending, answer.words)));
  if (isNo(answer)) return dropping;
  const [only] = choices;
  if (answer.verdict !== 'yes' || only === undefined) return open;
  return all === true || choices.length === 1
    ? going(only.pending, ...choices.map(({ pending }) => noted(pending, answer.words)))
    : open;
}

/** Further words of the answer become the note, where the request has none of its own. */
function noted(pending: Pending, words: string): Pending {
  const { request } = pending;
  if (
    request.kind !== 'introduce' ||
    words === '' ||
    request.note.reason !== null ||
    request.note.paragraphs.length > 0
  )
    return pending;
  return { ...pending, request: { ...request, note: noteOfWords(words) } };
}

const noteOfWords = (words: string): NoteParts => ({ reason: null, paragraphs: words.split(/\n{2,}/) });

/** The choices that the answer names: by number, name, organisation or address. `slot` says where a choice's person stands. */
function chosenFrom(known: Known, choices: readonly Choice[], slot: Slot | null, answer: Answer): readonly Choice[] {
  if (answer.all) return choices.filter(({ number }) => !answer.without.includes(number));
  if (answer.without.length > 0) return choices.filter(({ number }) => !answer.without.includes(number));
  const byNumber = choices.filter(({ number }) => answer.numbers.includes(number));
  if (byNumber.length > 0) return byNumber;
  const byAddress = choices.filter(({ names }) => answer.addresses.some((address) => names.includes(address)));
  if (byAddress.length > 0) return byAddress;
  const picked = answer.people.map((mention) => picks(known, choices, slot, mention));
  const sure = picked.filter((each) => each.length === 1).flat();
  return [...new Set(sure.length > 0 ? sure : (picked[0] ?? []))];
}

/** The choices whose person, or whose organisation, the mention means. */
function picks(known: Known, choices: readonly Choice[], slot: Slot | null, mention: Mention): readonly Choice[] {
  const people = choices.map((choice) => known.people.find(({ id }) => id === personOf(choice, slot)));
  const match = matchMention(
    mention,
    people.filter((person): person is Person => person !== undefined),
  );
  if ('person' in match) return choices.filter((_, i) => people[i]?.id === match.person.id);
  const organisations = [
    mention.words,
    ...mention.readings.flatMap(({ name, organisation }) => [name, organisation ?? '']),
  ];
  const there = choices.filter((choice, i) => {
    const person = people[i];
    return organisations.some(
      (organisation) =>
        fold(organisation).trim() !== '' &&
        (person === undefined
          ? choice.names.some((name) => fold(name).includes(fold(organisation)))
          : belongsTo(person, organisation) === 'yes'),
    );
  });
  if (there.length > 0) return there;
  return match.kind === 'several' ? choices.filter((_, i) => match.people.some(({ id }) => id === people[i]?.id)) : [];
}

/** Whom a choice is about: the slot that was asked for; in a list of introductions whoever is written to. */
function personOf({ pending: { chosen } }: Choice, slot: Slot | null): string | undefined {
  return slot === null ? (chosen.to ?? chosen.who ?? chosen.party) : chosen[slot];
}

/** `send` sends it, other words replace the note and show it again. */
function settleDraft({ introduction: number }: Part<'draft'>, answer: Answer): Settled {
  if (answer.numbers.length > 0 && !answer.numbers.includes(number)) return open;
  return doing((desk) => {
    const introduction = desk.known.introductions.find((each) => each.number === number);
    if (introduction === undefined || introduction.state.kind !== 'drafted') return saying(say.draftGone(number));
    if (isNo(answer) || answer.step === 'close') return take(desk, 'cancel', introduction);
    if (answer.words !== '') return rewritten(introduction, answer.words);
    if (answer.step === 'send' || answer.step === 'send-anyway' || answer.verdict === 'yes') {
      return sendNow(desk, introduction, answer.step === 'send-anyway');
    }
    return asking({ kind: 'draft', introduction: number });
  });
}

const rewritten = (introduction: Introduction, note: string): Brought =>
  joined(
    bringing({ changes: [{ kind: 'introduction', introduction: { ...introduction, note }, was: introduction }] }),
    asking({ kind: 'draft', introduction: introduction.number }),
  );

/** A protégé wants to meet somebody: yes, and any words of background, makes the introduction. */
function settleProtege({ pending }: Part<'protege'>, answer: Answer): Settled {
  if (isNo(answer)) return dropping;
  if (answer.verdict === 'yes' || answer.step === 'send') return going(pending, withBackground(pending, answer.words));
  const [address] = answer.addresses;
  return address === undefined ? open : going(pending, withBackground(addressed(pending, 'to', address), answer.words));
}

const withBackground = (pending: Pending, words: string): Pending =>
  pending.request.kind === 'introduce' && words !== ''
    ? { ...pending, request: { ...pending.request, note: noteOfWords(words) } }
    : pending;

/** The mentor strikes (`without 2`) and adds (`add Y`); at `send` the list goes to the protégé. */
function settleGoOver(known: Known, part: Part<'go-over'>, { answer, requests }: Understanding): Settled {
  if (isNo(answer)) return dropping;
  const choices = goOverChoices(known, part);
  const struck = part.listed.filter((_, i) => answer.without.includes(i + 1));
  const kept = answer.numbers.length > 0 ? part.listed.filter((_, i) => answer.numbers.includes(i + 1)) : part.listed;
  const more = addedTo(known, requests, answer, choices);
  const listed = [...new Set([...kept.filter((id) => !struck.includes(id)), ...more.ids])];
  const changed = struck.length > 0 || more.ids.length > 0 || listed.length !== part.listed.length;
  const sends = answer.step === 'send' || (answer.verdict === 'yes' && !changed);
  if (!changed && !sends && more.unknown.length === 0) return open;
  const now = { ...part, listed };
  return doing((desk) =>
    joined(
      more.unknown.length === 0 ? nothing : saying(...more.unknown.map(say.notInBook)),
      sends && more.unknown.length === 0 ? sendList(desk, now) : asking(now),
    ),
  );
}

/** People whom the mentor adds to the list: `add Grace Kim`, by an entry of the book. */
function addedTo(
  known: Known,
  requests: readonly Request[],
  answer: Answer,
  choices: readonly Choice[],
): { readonly ids: readonly string[]; readonly unknown: readonly string[] } {
  const added = requests.flatMap((request) => (request.kind === 'add' ? request.people : []));
  const mentions = [
    ...added.map(
      ({ name, addresses: [address] }): Mention => ({
        words: name,
        readings: [{ name, end: 0 }],
        ...(address === undefined ? {} : { address }),
      }),
    ),
    ...(added.length === 0 && answer.without.length === 0 ? answer.people : []),
  ];
  const found = mentions.map((mention) => ({ mention, match: matchMention(mention, known.people) }));
  const ids = found.flatMap(({ match }) => ('person' in match ? [match.person.id] : []));
  const unknown = found.flatMap(({ mention, match }) => ('person' in match ? [] : [mention.words]));
  return { ids: ids.filter((id) => !choices.some((choice) => personOf(choice, null) === id)), unknown };
}

/** The mentor reads a party's unclear answer. */
function settleConsent({ introduction: number, side }: Part<'unclear-consent'>, answer: Answer): Settled {
  if (answer.verdict === 'yes' || answer.step === 'send') {
    return onIntroduction(number, (desk, introduction) => {
      const hold = holdFor(desk.known, introduction) ?? undefined;
      const happened = happen(
        desk.known,
        introduction,
        { kind: 'agreed', side, at: desk.known.now, hold },
        { thread: threadOf(desk.received) },
      );
      return bringing({ ...happened, says: hold === undefined ? [] : [heldInWords(desk.known, introduction, hold)] });
    });
  }
  if (!isNo(answer)) return open;
  return onIntroduction(number, ({ known }, introduction) =>
    bringing({
      ...happen(known, introduction, { kind: 'declined', side, by: 'mentor', at: known.now }),
      says: [say.declinedByMentor(number, introduction[otherSide(side)].name)],
    }),
  );
}

/** A new address sends it again, to that side alone. */
function settleBounced({ introduction: number, side }: Part<'bounced'>, answer: Answer): Settled {
  const [address] = answer.addresses;
  if (address === undefined) return settleStep(number, answer);
  return onIntroduction(number, ({ known }, introduction) => {
    const party = introduction[side];
    if (known.optedOut.has(address)) return saying(say.optedOut(party.name, address));
    const person = known.people.find(({ id }) => id === party.personId);
    const holder = known.people.find(({ id, addresses }) => id !== party.personId && addresses.includes(address));
    if (holder !== undefined) return saying(say.addressOfAnother(address, party.name, holder.name));
    const happened = happen(known, introduction, { kind: 'new address given', side, address, at: known.now });
    return bringing({
      changes: [
        ...happened.changes,
        ...(person === undefined || person.addresses.includes(address)
          ? []
          : [
              {
                kind: 'person' as const,
                person: { ...person, addresses: [address, ...person.addresses] },
                was: person,
              },
            ]),
      ],
      letters: happened.letters,
      says: [say.sentToNewAddress(number, party.name, address)],
    });
  });
}

/** A report that is answered with a step: nudge, close, leave it. */
function settleStep(number: number, answer: Answer): Settled {
  const step: Step | null = answer.step ?? (answer.dropped || answer.verdict === 'no' ? 'leave-it' : null);
  return step === null ? open : onIntroduction(number, (desk, introduction) => take(desk, step, introduction));
}

/** Whose address it is: a yes, or the name of one of the two. */
function settleWhose(known: Known, part: Part<'whose'>, answer: Answer): Settled {
  const introduction = known.introductions.find(({ number }) => number === part.introduction);
  if (introduction === undefined) return dropping;
  const side = part.side !== null && answer.verdict === 'yes' ? part.side : sideNamed(known, introduction, answer);
  if (side !== null) return onIntroduction(part.introduction, (desk, found) => countAs(desk, found, side, part));
  if (answer.step === 'pass-it-on') {
    return onIntroduction(part.introduction, (desk, found) =>
      joined(...(['to', 'cc'] as const).map((writer) => passOnKept(desk, found, { side: writer, mail: part.mail }))),
    );
  }
  return isNo(answer) ? dropping : open;
}

function sideNamed(known: Known, introduction: Introduction, answer: Answer): Side | null {
  const sides = (['to', 'cc'] as const).filter((side) =>
    answer.people.some((mention) => {
      const people = known.people.filter(({ id }) => id === introduction[side].personId);
      return 'person' in matchMention(mention, people);
    }),
  );
  const [only] = sides;
  return only !== undefined && sides.length === 1 ? only : null;
}

/** The address is that party's: it counts as the reply, and goes on where it has not yet. */
function countAs(
  desk: Desk,
  introduction: Introduction,
  side: Side,
  { address, mail, side: passedOnFor }: Part<'whose'>,
): Brought {
  const { known } = desk;
  const party = introduction[side];
  const person = known.people.find(({ id }) => id === party.personId);
  const knowing = { ...introduction, [side]: { ...party, addresses: [...new Set([...party.addresses, address])] } };
  const replied = happen(known, knowing, { kind: 'replied', side, messageId: mail.messageId, at: known.now });
  return joined(
    bringing({
      changes: [
        { kind: 'introduction', introduction: knowing, was: introduction },
        ...replied.changes,
        ...(person === undefined || person.addresses.includes(address)
          ? []
          : [
              {
                kind: 'person' as const,
                person: { ...person, addresses: [...person.addresses, address] },
                was: person,
              },
            ]),
      ],
      letters: replied.letters,
      says: [say.countedAs(address, party.name)],
    }),
    passedOnFor === null ? passOnKept(desk, introduction, { side, mail }) : nothing,
  );
}

function settlePassOn(part: Part<'pass-on'>, answer: Answer): Settled {
  if (answer.step === 'pass-it-on' || answer.verdict === 'yes') {
    return onIntroduction(part.introduction, (desk, introduction) => passOnKept(desk, introduction, part));
  }
  return isNo(answer) ? dropping : open;
}

/** It comes from the new address itself: that is the proof. */
function settleConfirmAddress({ address }: Part<'confirm-address'>, answer: Answer): Settled {
  if (isNo(answer)) return dropping;
  if (answer.verdict !== 'yes') return open;
  return doing(({ known, received }) => {
    const { mentor } = known;
    if (received.from !== address) return saying(say.confirmFromThere(address));
    const confirmed = { ...mentor, addresses: [...new Set([...mentor.addresses, address])] };
    return bringing({
      changes: [{ kind: 'mentor', mentor: confirmed, was: mentor }],
      says: [settingsText(known, confirmed)],
    });
  });
}

/** The line went to the mentor's own mailbox: whoever answers it has read it there. */
function settleConfirmMails({ mails }: Part<'confirm-mails'>, answer: Answer): Settled {
  if (isNo(answer)) return dropping;
  if (answer.verdict !== 'yes') return open;
  return doing((desk) =>
    bringing({
      changes: [
        {
          kind: 'job',
          job: {
            kind: 'rework',
            id: keyOf(desk, 'rework'),
            mentorId: desk.known.mentor.id,
            mailKeys: mails.map(({ mailKey }) => mailKey),
          },
        },
      ],
    }),
  );
}

function settleFate({ letterId }: Part<'unknown-fate'>, answer: Answer): Settled {
  if (answer.step === 'send-again' || answer.step === 'send' || answer.verdict === 'yes') {
    return doing(() => bringing({ changes: [{ kind: 'send-again', letterId }], says: [say.sentAgain(null)] }));
  }
  return isNo(answer) ? dropping : open;
}

const onIntroduction = (number: number, decide: (desk: Desk, introduction: Introduction) => Brought): Settled =>
  doing((desk) => {
    const introduction = desk.known.introductions.find((each) => each.number === number);
    return introduction === undefined ? saying(say.noSuchNumber(number)) : decide(desk, introduction);
  });

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
