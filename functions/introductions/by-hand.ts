// Introductions that the mentor has made by hand: a mail to both people with the service in copy, or to the service with both in
// copy. The parties have it already and get nothing; it is recorded, and the mentor alone gets a line.
//
// others addressed   service in To                          service in copy only: the words are said to people
// two                recorded, unless the words ask for     recorded
//                    something else
// one                an ordinary request                    asked, where an introduction is plainly meant; else left alone
// more               the pairs that the words name among    the pairs that the words name among them are recorded;
//                    them are recorded; else ordinary       asked, where an introduction is plainly meant; else left alone

import type { Mention, Request, Understanding } from '../language/requests.ts';
import * as say from '../letters/answer.ts';
import { namesOf } from '../letters/introduction.ts';
import type { Mailbox } from '../mail/mail.ts';
import { matchMention } from '../people/match.ts';
import { fold, greetingName } from '../people/names.ts';
import type { Person } from '../people/person.ts';
import { newPerson } from '../people/person.ts';
import type { Brought, Desk } from './brought.ts';
import { andThen, asking, bringing, inTurn, nothing, saying } from './brought.ts';
import type { Known, Received } from './known.ts';
import { lastMet } from './known.ts';
import { advance, isOver } from './life.ts';
import { mostAddressed } from './needs.ts';
import type { Pending } from './question.ts';
import { madeByHand, recorded } from './recorded.ts';
import { isOurs, newPersonId } from './whom.ts';
import { day } from './zone.ts';

/** One of those to whom the mail went, as an entry of the book; `isNew` is not in it yet. */
interface Addressed {
  readonly person: Person;
  readonly address: string;
  readonly field: 'to' | 'cc';
  readonly isNew: boolean;
}

interface Pair {
  readonly to: Addressed;
  readonly cc: Addressed;
}

type Introducing = Extract<Request, { kind: 'introduce' | 'introduced-already' }>;

/** What a mail that went to others too brings about; null where its requests are to be decided as in any mail. */
export function decideByHand(desk: Desk, understanding: Understanding): Brought | null {
  const others = othersIn(desk.received, desk.known);
  if (others.length === 0) return null;
  const toService = desk.received.mail.to.some(({ address }) => isOurs(desk.known, address));
  if (others.length > mostAddressed) return toService ? null : nothing;
  const addressed = others.map((other) => addressedOne(desk, other));
  const introducing = understanding.requests.filter(
    (request): request is Introducing => request.kind === 'introduce' || request.kind === 'introduced-already',
  );
  const named = introducing.flatMap((request) => pairNamed(request, addressed) ?? []);
  if (named.length > 0) return inTurn(desk, named, record);
  const [one, other, ...more] = addressed;
  const two = one !== undefined && other !== undefined && more.length === 0 ? ([one, other] as const) : null;
  if (toService && (two === null || asksOtherwise(desk.known, understanding, introducing, addressed))) return null;
  if (two !== null) return record(desk, placed(...two, understanding.opensWith));
  return introducing.length > 0 ? askWhether(introducing, addressed) : nothing;
}

/** Words to the service that ask for something else than bringing together the two in copy: a third person, another request. */
function asksOtherwise(
  { people }: Known,
  { requests, smallTalk }: Understanding,
  introducing: readonly Introducing[],
  addressed: readonly Addressed[],
): boolean {
  const isThird = (mention: Mention) => {
    const match = matchMention(mention, people);
    const named = mention.address ?? ('person' in match ? match.person.addresses[0] : undefined);
    return (
      named !== undefined &&
      !addressed.some(({ person, address }) => address === named || person.addresses.includes(named))
    );
  };
  return (
    smallTalk || requests.length > introducing.length || introducing.some(({ to, cc }) => isThird(to) || isThird(cc))
  );
}

type Other = Mailbox & { readonly field: 'to' | 'cc' };

/** Everybody in To and Cc who is neither the service nor the mentor, once. */
function othersIn({ mail }: Received, known: Known): readonly Other[] {
  const all = [
    ...mail.to.map((one) => ({ ...one, field: 'to' as const })),
    ...mail.cc.map((one) => ({ ...one, field: 'cc' as const })),
  ];
  return all.filter(
    ({ address }, i) =>
      address !== '' &&
      !isOurs(known, address) &&
      !known.mentor.addresses.includes(address) &&
      all.findIndex((each) => each.address === address) === i,
  );
}

function addressedOne(desk: Desk, { name, address, field }: Other): Addressed {
  const entry = desk.known.people.find(({ addresses }) => addresses.includes(address));
  const person = entry ?? newPerson(newPersonId(desk, address), { name, addresses: [address] });
  return { person, address, field, isNew: entry === undefined };
}

/** The two whom the words name, where both have got the mail. */
function pairNamed(request: Introducing, addressed: readonly Addressed[]): Pair | null {
  const people = addressed.map(({ person }) => person);
  const [to, cc] = [request.to, request.cc].map((mention) => {
    const match = matchMention(mention, people);
    return match.kind === 'one' ? addressed.find(({ person }) => person.id === match.person.id) : undefined;
  });
  return to === undefined || cc === undefined || to === cc ? null : { to, cc };
}

/** Who was written to and who was in copy: as the mail has it; else a protégé is in copy; else whoever is greeted was written to. */
function placed(one: Addressed, other: Addressed, opensWith: string | null): Pair {
  if (one.field !== other.field) return one.field === 'to' ? { to: one, cc: other } : { to: other, cc: one };
  const [isProtege, otherIsProtege] = [one, other].map(({ person }) => person.kind === 'protege');
  if (isProtege !== otherIsProtege) return isProtege ? { to: other, cc: one } : { to: one, cc: other };
  const greetsOne = opensWith !== null && fold(greetingName(one.person.name)) === fold(opensWith);
  return greetsOne ? { to: one, cc: other } : { to: other, cc: one };
}

function record(desk: Desk, { to, cc }: Pair): Brought {
  const added = [to, cc].filter(({ isNew }) => isNew);
  const people = bringing({ changes: added.map(({ person }) => ({ kind: 'person', person, was: null })) });
  return andThen(desk, people, (desk) => {
    const { known } = desk;
    const met = lastMet(known, to.person.id, cc.person.id);
    const open = known.introductions.find(({ number, state }) => number === met?.number && !isOver(state));
    if (open !== undefined) {
      const { messageId } = desk.received.mail;
      const { introduction } =
        messageId === null ? { introduction: open } : advance(open, { kind: 'sent', at: known.now, messageId });
      return bringing({
        changes: introduction === open ? [] : [{ kind: 'introduction', introduction, was: open }],
        says: [
          say.knownAlready(cc.person.name, to.person.name, open.number, day(known, open.sentAt ?? open.createdAt)),
        ],
      });
    }
    const introduction = madeByHand(desk, { to, cc });
    return bringing({
      changes: recorded(known, introduction),
      says: [
        say.recordedByHand(introduction.number, namesOf(introduction)),
        ...added.map(({ person, address }) => say.addedToBook(person.name, address)),
      ],
    });
  });
}

/** Plainly an introduction, but only one of the two has got the mail. */
function askWhether(introducing: readonly Introducing[], addressed: readonly Addressed[]): Brought {
  const pending = introducing.flatMap((request): Pending[] =>
    request.kind === 'introduce'
      ? [{ request: { ...request, manner: { kind: 'now' } }, chosen: {}, confirmed: [] }]
      : [],
  );
  const went = say.wentToOnly(addressed.map(({ person }) => person.name));
  return pending.length === 0
    ? saying(went)
    : asking(
        { kind: 'confirm', pending, words: say.introduceByMyself(pending.map(({ request }) => request.sentence)) },
        went,
      );
}
