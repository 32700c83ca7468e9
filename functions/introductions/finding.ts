// Whom a mentor might bring together with whom: find, suggest, going over the list with a protégé, recommending an author, and the
// reverse. Ranking is `people/rank.ts`; here its lists become numbered, answerable ones.

import { noteOf } from '../language/note.ts';
import type { Mention, Request } from '../language/requests.ts';
import * as say from '../letters/answer.ts';
import { listLetter, recommendLetter, reverseLetter, whoTheyKnowLetter } from '../letters/asking.ts';
import { find as findIn } from '../people/find.ts';
import { matchMention } from '../people/match.ts';
import { greetingName, spokenName } from '../people/names.ts';
import type { Person } from '../people/person.ts';
import { newPerson } from '../people/person.ts';
import { suggestFor } from '../people/rank.ts';
import type { Brought, Desk } from './brought.ts';
import { andThen, asking, bringing, joined, saying } from './brought.ts';
import { sayable } from './effects.ts';
import type { Known } from './known.ts';
import { askedOfParty, askingFacts, reasonNotToWrite } from './party-question.ts';
import type { Choice, Pending, PendingOf, QuestionPart } from './question.ts';
import type { Whom } from './whom.ts';
import { choiceOf, newPersonId, whom } from './whom.ts';

/** `who knows robotics?`: numbered, with reasons; a number shows the entry. */
export function find({ known }: Desk, { request }: PendingOf<'find'>): Brought {
  const found = findIn(request.query, known.people);
  if (found.length === 0) return saying(say.nobodyFound(request.query));
  const choices = found.map(({ person, reasons }, i) =>
    choiceOf(
      i + 1,
      person,
      {
        request: { kind: 'show', sentence: `show ${spokenName(person.name)}`, who: mentionOf(person) },
        chosen: { who: person.id },
        confirmed: [],
      },
      reasons.join('; '),
    ),
  );
  return asking({ kind: 'list', choices }, say.found(request.query));
}

/** `who should X meet?`: numbered in order of priority, nobody whom X has met; numbers make the introductions. */
export function suggest(desk: Desk, pending: PendingOf<'suggest'>): Brought {
  const who = whom(desk, pending, 'who', 'known');
  if (who.kind === 'self') return saying(say.notAboutYou());
  if (who.kind === 'open') return who.brought;
  const { about } = pending.request;
  const suggested = suggestionsFor(desk.known, who.person, about);
  if (suggested.length === 0)
    return saying(about === undefined ? say.nobodyToSuggest(who.person.name) : say.nobodyFound(about));
  const choices = suggested.map(({ person, reasons }, i) =>
    choiceOf(i + 1, person, introductionOf(who.person, person), reasons.join('; ')),
  );
  return asking({ kind: 'list', choices }, say.suggested(who.person.name));
}

const suggestionsFor = (known: Known, person: Person, about?: string) =>
  suggestFor(person, { people: known.people, met: known.met, now: known.now, about });

/** Nobody of the book, but the mail says where to follow them: an entry of their own. */
function newAuthor(
  desk: Desk,
  { author, links }: PendingOf<'recommend'>['request'],
): Extract<Whom, { kind: 'person' }> | null {
  const name = author.readings[0]?.name ?? '';
  if (links === undefined || name === '' || author.nameless === true || author.self === true) return null;
  if (matchMention(author, desk.known.people).kind !== 'none') return null;
  const person = newPerson(newPersonId(desk, name), { name, addresses: [], kind: 'author', links });
  const brought = bringing({ changes: [{ kind: 'person', person, was: null }] });
  return { kind: 'person', person, reading: 0, address: '', brought, remark: '' };
}

/** "Tell Y about X", who is nobody to follow: perhaps the two are to be introduced. */
const rather = ({ request }: PendingOf<'recommend'>, person: Person, to: Person): Brought =>
  asking(
    {
      kind: 'confirm',
      pending: [{ ...introductionOf(person, to), request: { ...introductionRequest(person, to), note: request.note } }],
      words: say.introduceInstead(person.name, to.name),
    },
    say.noLinks(person.name),
  );

/** X in copy, the other written to. */
const introductionOf = (protege: Person, other: Person): Pending => ({
  request: introductionRequest(protege, other),
  chosen: { to: other.id, cc: protege.id },
  confirmed: [],
});

const introductionRequest = (protege: Person, other: Person): Extract<Request, { kind: 'introduce' }> => ({
  kind: 'introduce',
  sentence: `intro ${spokenName(protege.name)} to ${spokenName(other.name)}`,
  to: mentionOf(other),
  cc: mentionOf(protege),
  directed: true,
  manner: { kind: 'now' },
  note: { reason: null, paragraphs: [] },
});

/** A mention that means this entry: for requests that we put together ourselves. */
const mentionOf = ({ name }: Person): Mention => {
  const words = spokenName(name);
  return { words, readings: [{ name: words, end: 0 }] };
};

/** `go over the list with X`, first step: the mentor sees it, strikes and adds. */
export function goOver(desk: Desk, pending: PendingOf<'go-over'>): Brought {
  const who = whom(desk, pending, 'who', 'reached');
  if (who.kind === 'self') return saying(say.notAboutYou());
  if (who.kind === 'open') return who.brought;
  return andThen(desk, who.brought, ({ known }) => {
    const listed = suggestionsFor(known, who.person).map(({ person }) => person.id);
    return listed.length === 0
      ? saying(say.nobodyToSuggest(who.person.name))
      : asking({ kind: 'go-over', personId: who.person.id, listed, at: 'mentor' });
  });
}

type GoOver = Extract<QuestionPart, { kind: 'go-over' }>;

/** `send`: X gets names and one line each, no addresses, and answers with numbers. */
export function sendList(desk: Desk, part: GoOver): Brought {
  const person = desk.known.people.find(({ id }) => id === part.personId);
  const address = person?.addresses[0];
  if (person === undefined || address === undefined) return saying(say.notInBook(person?.name ?? ''));
  const listed = peopleOf(desk.known, part.listed);
  return askedOfParty(
    desk,
    { person, address },
    { kind: 'go-over', personId: person.id, listed: listed.map(({ id }) => id), at: 'protege' },
    (facts) =>
      listLetter(
        facts,
        listed.map((one) => ({ name: spokenName(one.name), background: sayable(one) })),
      ),
  );
}

/** The entries with these ids, in this order. */
export const peopleOf = ({ people }: Known, ids: readonly string[]): readonly Person[] =>
  ids.flatMap((wanted) => people.filter(({ id }) => id === wanted));

/** `recommend AUTHOR to X`: X alone gets a note with the author's links. The author hears nothing. */
export function recommend(desk: Desk, pending: PendingOf<'recommend'>): Brought {
  const { request } = pending;
  const author = newAuthor(desk, request) ?? whom(desk, pending, 'author', 'known');
  const to = whom(desk, pending, 'to', 'reached');
  if (author.kind === 'self' || to.kind === 'self') return saying(say.notAboutYou());
  if (author.kind === 'open' || to.kind === 'open') {
    return joined(...[author, to].flatMap((each) => (each.kind === 'open' ? [each.brought] : [])));
  }
  if (author.person.id === to.person.id) return saying(say.samePerson(to.person.name));
  return andThen(desk, joined(author.brought, to.brought), (desk) => {
    const stopped = reasonNotToWrite(desk, to);
    if (stopped !== null) return stopped;
    const { person } = author;
    const links = request.links ?? person.links;
    if (links.length === 0)
      return person.kind === 'author' ? saying(say.noLinks(person.name)) : rather(pending, person, to.person);
    const readings = [request.author.readings[author.reading], request.to.readings[to.reading]];
    const note = noteOf(
      request.note,
      readings.filter((reading) => reading !== undefined),
    );
    const facts = { name: spokenName(person.name), background: sayable(person), links };
    return bringing({
      letters: [recommendLetter(askingFacts(desk, to, 'intro', 'recommend'), facts, note)],
      says: [say.recommended(person.name, to.person.name)],
    });
  });
}

/** `ask X who they know`: X is asked once. */
export function askWhoTheyKnow(desk: Desk, pending: PendingOf<'ask-who-they-know'>): Brought {
  const { about } = pending.request;
  const who = whom(desk, pending, 'who', 'reached');
  if (who.kind === 'self') return saying(say.notAboutYou());
  if (who.kind === 'open') return who.brought;
  return andThen(desk, who.brought, (desk) =>
    askedOfParty(desk, who, { kind: 'who-they-know', personId: who.person.id, about }, (facts) =>
      whoTheyKnowLetter(facts, about),
    ),
  );
}

/** `ask X to introduce me to Z`: the other direction. */
export function askToIntroduce(desk: Desk, pending: PendingOf<'ask-to-introduce'>): Brought {
  const { request } = pending;
  const who = whom(desk, pending, 'who', 'reached');
  if (who.kind === 'self') return saying(say.notAboutYou());
  if (who.kind === 'open') return who.brought;
  return andThen(desk, who.brought, (desk) => {
    const wanted = request.wanted.readings[0]?.name || request.wanted.words;
    const reading = request.who.readings[who.reading];
    const note = noteOf(request.note, reading === undefined ? [] : [reading]);
    return askedOfParty(desk, who, { kind: 'reverse', personId: who.person.id, wanted, note }, (facts) =>
      reverseLetter(facts, wanted, note),
    );
  });
}

/** The list as the mentor goes over it. */
export const goOverChoices = (known: Known, { personId, listed }: GoOver): readonly Choice[] => {
  const protege = known.people.find(({ id }) => id === personId);
  return protege === undefined
    ? []
    : peopleOf(known, listed).map((person, i) =>
        choiceOf(i + 1, person, introductionOf(protege, person), sayable(person)),
      );
};

/** Who the list is for, as one says it. */
export const goOverName = (known: Known, { personId }: GoOver): string =>
  greetingName(known.people.find(({ id }) => id === personId)?.name ?? '');
