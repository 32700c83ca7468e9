// What a mail says: plain words in, requests and answers out. The stages, each in a file of its own:
//
//   normalise → cut (greeting, sign-off, private) → sentences → occurrences (what is asked for, in which mood)
//   → introductions (who to whom) and the rest (asking.ts, add.ts) → note-parts (whose words are whose)
//
// It never guesses: a request only where the words leave no doubt, `unknown` where something is asked that it cannot read.

import { newPeopleIn } from './add.ts';
import { answerOf } from './answers.ts';
import type { CompiledForm, Filled } from './asking.ts';
import { cut, isClosing, isOwnName } from './cut.ts';
import { dateAt } from './dates.ts';
import { type Discourse, discourseOf, resolved, sameName } from './discourse.ts';
import { introducing, type Pair, pairsOf } from './introductions.ts';
import { moodOf } from './mood.ts';
import { folded, normalise } from './normalise.ts';
import { type Asked, isForService, notesOf, wholeNote } from './note-parts.ts';
import { type Occurrence, occurrencesIn } from './occurrences.ts';
import { readPeople } from './people.ts';
import type { Match } from './phrases.ts';
import type { Mention, NewPerson, NoteParts, Request, Understanding } from './requests.ts';
import { type Paragraph, type Sentence, sentence, sentencesOf } from './sentences.ts';

export interface Written {
  /** Decoded, one line. */
  readonly subject: string;
  /** What a person sees of the body (`mail/visible-text.ts`). */
  readonly text: string;
  /** Who wrote it, so that a name alone in the last line is no request. */
  readonly writer?: { readonly name: string };
}

/** Longer texts are read to here, and requests in so many sentences: nobody asks for anything behind it. */
const longestText = 400_000;
const mostSentences = 600;

/** Never throws, whatever the text. Takes time in proportion to its length: about 1 ms for an ordinary mail. */
export function understand({ subject, text, writer }: Written): Understanding {
  const name = writer?.name ?? '';
  const body = normalise(text.slice(0, longestText));
  const { paragraphs, opensWith } = cut(body, name);
  const { line, isReply } = subjectOf(subject);
  const bodySentences = sentencesOf(paragraphs);
  const sentences = line === '' ? bodySentences : [sentence(line, -1, 0, false), ...bodySentences];
  const discourse = discourseOf(sentences, name);
  const requests = requestsIn(discourse, paragraphs, opensWith, isReply);
  return {
    requests,
    // A mail that is its subject: `stop` from a mail program's own unsubscribe, `yes` from a telephone.
    answer: answerOf(body.trim() === '' ? line : text.slice(0, longestText), name),
    smallTalk: requests.length === 0 && bodySentences.every((each) => isSmallTalk(each, name)) && !asks(bodySentences),
    opensWith: opensWith === '' ? null : (opensWith.split(/\s+(?:and|&)\s+|\s/)[0] ?? null),
    note: wholeNote(discourse),
  };
}

/** "Re:", "AW:", "Fwd:" and their kind, in the languages of MAIL-RULES A9. */
const replyMark =
  /^\s*(?:\[[^\]]{1,40}\]\s*)?(?:(?:re|aw|antw(?:ort)?|sv|vs|odp|rif|r|tr|rv|res|enc|fwd?|wg|doorst|vl|vb|i|pd|ynt|回复|回覆|答复|转发|轉寄|返信|転送|답장|전달|отв|ответ|пересл?)(?:\[\d+\])?\s*[:：]\s*)+/iu;

function subjectOf(subject: string): { line: string; isReply: boolean } {
  const line = normalise(subject.slice(0, 1000)).replace(/\s+/g, ' ').trim();
  return { line: line.replace(replyMark, '').trim(), isReply: replyMark.test(line) };
}

// --- requests

function requestsIn(
  discourse: Discourse,
  paragraphs: readonly Paragraph[],
  opensWith: string,
  isReply: boolean,
): Request[] {
  const { sentences } = discourse;
  const letterFrom = letterStart(sentences, paragraphs);
  const added = additionsIn(discourse, letterFrom);
  const occurrences = sentences.flatMap((each, at) => {
    // A reply's subject is what the mail answers, not what it says.
    if (
      at >= letterFrom ||
      at > mostSentences ||
      each.secret === 'yes' ||
      added.taken.has(at) ||
      (each.paragraph < 0 && isReply)
    )
      return [];
    const found = occurrencesIn(each, at);
    if (each.careless) rememberPeople(discourse, at, found);
    return found;
  });
  const reminders = occurrencesOfReminders(sentences, letterFrom);
  const open = occurrences.filter(({ at }) => !reminders.has(at));
  const reading = pairsOf(discourse, open, letterFrom, friendOf(discourse, opensWith));
  const pairs = withoutDoubles(
    reading.pairs.filter(({ mood }) => mood === 'asked'),
    sentences,
  );
  const others = otherRequests(
    discourse,
    open.filter(({ at }) => pairs.length === 0 || !reading.used.has(at)),
    pairs,
    paragraphs,
    isReply,
  );
  const asked = [
    ...pairs.map((pair) => ({ at: pair.at, pair })),
    ...others.noted.map((each) => ({ at: each.at, pair: null, noted: each })),
  ];
  const notes = notesOf({
    discourse,
    asked: asked.map((each) => ('noted' in each && each.noted ? each.noted.asked : askedOf(each.pair as Pair))),
    used: new Set([
      ...repeated(reading.pairs, pairs),
      ...reading.used,
      ...others.made.map(({ at }) => at),
      ...added.taken,
      ...reminders.keys(),
    ]),
    letterFrom,
    greetings: new Map(paragraphs.map(({ greeting }, index) => [index, greeting])),
  });
  const made: { at: number; start: number; request: Request }[] = [
    ...asked.map((each, i) => {
      const note = notes[i] ?? { reason: null, paragraphs: [] };
      return each.pair
        ? { at: each.at, start: each.pair.start, request: requestOf(each.pair, sentences, note) }
        : { at: each.at, start: 0, request: withNote((each as { noted: Noted }).noted.request, note) };
    }),
    ...others.made,
    ...added.requests,
    ...[...reminders].map(([at, request]) => ({ at, start: 0, request })),
  ];
  const ordered = made.toSorted((a, b) => a.at - b.at || a.start - b.start).map(({ request }) => request);
  const subjectDropped = withoutSubjectDoubles(ordered, made, sentences);
  return subjectDropped.length > 0
    ? [...subjectDropped, ...unread(discourse, reading.missed, pairs)]
    : unknownIn(discourse, reading.missed, reading.pairs, occurrences, isReply);
}

function askedOf(pair: Pair): Asked {
  return {
    at: pair.at,
    people: [pair.cc, pair.to],
    group: pair.group,
    leadFrom: pair.leadFrom,
    start: pair.start,
    end: pair.end,
    clauseEnd: pair.clauseEnd,
    letter: pair.letter,
    topic: pair.topic === true,
    remark: pair.remark === true,
  };
}

function requestOf(pair: Pair, sentences: readonly Sentence[], note: NoteParts): Request {
  const text = sentences[pair.at]?.text ?? '';
  switch (pair.kind) {
    case 'introduced-already':
      return {
        kind: 'introduced-already',
        sentence: text,
        to: pair.to,
        cc: pair.cc,
        ...(pair.manner.kind === 'on' ? { when: pair.manner.when } : {}),
      };
    case 'ask-first':
      return { kind: 'ask-first', sentence: text, party: pair.to, other: pair.cc, note };
    case 'introduce': {
      const subject = statedSubject(sentences);
      return {
        kind: 'introduce',
        sentence: text,
        to: pair.to,
        cc: pair.cc,
        directed: pair.directed,
        manner: pair.manner,
        note,
        ...(subject === null ? {} : { subject }),
      };
    }
  }
}

/** "with the subject 'Water and light'". */
function statedSubject(sentences: readonly Sentence[]): string | null {
  for (const { text } of sentences) {
    const found =
      /\b(?:with|under) (?:the )?subject(?: line)?:? ["'“‘«]([^"'”’»]{2,120})["'”’»]|\bsubject(?: line)?(?: (?:should be|shall be|is))?:? ["“«]([^"”»]{2,120})["”»]/i.exec(
        text,
      );
    if (found) return (found[1] ?? found[2] ?? '').trim();
  }
  return null;
}

/** The one the letter is written to, where the mail is a letter to a friend. */
function friendOf(discourse: Discourse, opensWith: string): Mention | null {
  if (
    opensWith === '' ||
    /^(?:stepback|team|all|sir|madam|service)$/i.test(opensWith) ||
    isOwnName(opensWith, discourse.writer)
  )
    return null;
  const opened = sentence(opensWith, 0, 0, false);
  const people = readPeople(opened, 0);
  if (people?.people.length !== 1) return null;
  const [first] = resolved(discourse, Number.POSITIVE_INFINITY, people.people, []);
  return first ? { ...first, readings: first.readings.map((reading) => ({ ...reading, end: 0 })) } : null;
}

/** Where the instruction ends and the letter to be sent begins: "… with the following words:". */
function letterStart(sentences: readonly Sentence[], paragraphs: readonly Paragraph[]): number {
  const at = sentences.findIndex(({ plain, text, paragraph }) => {
    if (
      paragraph < 0 ||
      !/\b(?:(?:with|in|using|use) (?:the|these|my) (?:following )?(?:words|text|letter|note|message)|following (?:words|text|letter|note|message|lines)|as follows|(?:this|the|my) (?:text|letter|note|message)(?: (?:is|below|follows))?|(?:say|saying|write|tell (?:him|her|them))|(?:text|letter|words|message) below)\b[^.]{0,40}[:.]$/.test(
        plain,
      )
    )
      return false;
    return /:$/.test(text.trim()) || paragraphs[paragraph + 1]?.greeting !== '';
  });
  const header = sentences[at];
  if (!header) return Number.POSITIVE_INFINITY;
  // Further requests in the same line's list are no letter.
  const next = sentences[at + 1];
  return next && next.paragraph > header.paragraph && !next.item
    ? at + 1
    : next && !next.item && /^["“]/.test(next.text)
      ? at + 1
      : Number.POSITIVE_INFINITY;
}

/** In a sentence without capitals only requests tell who is a person. */
function rememberPeople(discourse: Discourse, at: number, found: readonly Occurrence[]): void {
  const people = found
    .flatMap(({ match }) => Object.values(match.people).flatMap((each) => each.people))
    .filter(
      (person) => person.pronoun === undefined && person.mention.nameless !== true && person.mention.self !== true,
    );
  if (people.length > 0)
    discourse.asked.set(
      at,
      people.map(({ mention }) => mention),
    );
}

/** Sentences that ask once more for what another has asked for. */
function repeated(all: readonly Pair[], kept: readonly Pair[]): number[] {
  return all
    .filter((pair) => pair.remark !== true && pair.mood === 'asked' && !kept.some(({ at }) => at === pair.at))
    .map(({ at }) => at);
}

/** The same pair twice in one mail is one request; the words of the body count for more than those of the subject. */
function withoutDoubles(pairs: readonly Pair[], sentences: readonly Sentence[]): Pair[] {
  const inSubject = (pair: Pair): boolean => (sentences[pair.at]?.paragraph ?? 0) < 0;
  const kept: Pair[] = [];
  for (const pair of pairs.filter((each) => !inSubject(each))) {
    const place = kept.findIndex((each) => sameRequest(each, pair));
    const earlier = kept[place];
    if (earlier) kept[place] = inOne(earlier, pair);
    else kept.push(pair);
  }
  const raised = pairs.filter(inSubject);
  const topic = raised.filter((pair) => !kept.some((each) => sharesPerson(each, pair)));
  return [...topic, ...kept.map((pair) => ({ ...pair, topic: raised.some((each) => samePair(each, pair)) }))];
}

function sameRequest(a: Pair, b: Pair): boolean {
  return a.kind !== 'introduced-already' && b.kind !== 'introduced-already' && samePair(a, b);
}

/** What was said of the two before ("Art should meet Will") gives way to what asks; direction and manner are kept. */
function inOne(earlier: Pair, later: Pair): Pair {
  const base = earlier.remark === true && later.remark !== true ? later : earlier;
  const directed = earlier.directed ? earlier : later.directed ? later : base;
  return {
    ...base,
    directed: directed.directed,
    to: directed.to,
    cc: directed.cc,
    manner: earlier.manner.kind === 'now' ? later.manner : earlier.manner,
    kind: later.kind === 'ask-first' ? 'ask-first' : earlier.kind,
  };
}

function samePair(a: Pair, b: Pair): boolean {
  return (sameName(a.to, b.to) && sameName(a.cc, b.cc)) || (sameName(a.to, b.cc) && sameName(a.cc, b.to));
}

function sharesPerson(a: Pair, b: Pair): boolean {
  return [a.to, a.cc].some((mine) => mine.nameless !== true && (sameName(mine, b.to) || sameName(mine, b.cc)));
}

/** A subject that asks what the body asks too, or only raises the matter. */
function withoutSubjectDoubles(
  requests: readonly Request[],
  made: readonly { at: number; request: Request }[],
  sentences: readonly Sentence[],
): Request[] {
  const subject = new Set(made.filter(({ at }) => (sentences[at]?.paragraph ?? 0) < 0).map(({ request }) => request));
  const body = requests.filter((request) => !subject.has(request));
  if (body.length === 0) return [...requests];
  return requests.filter(
    (request) => !subject.has(request) || request.kind === 'introduce' || request.kind === 'ask-first',
  );
}

// --- everything that is no introduction

interface Noted {
  readonly at: number;
  readonly request: Request;
  readonly asked: Asked;
}

function otherRequests(
  discourse: Discourse,
  occurrences: readonly Occurrence[],
  pairs: readonly Pair[],
  paragraphs: readonly Paragraph[],
  isReply: boolean,
): { made: { at: number; start: number; request: Request }[]; noted: Noted[] } {
  const made: { at: number; start: number; request: Request }[] = [];
  const noted: Noted[] = [];
  if (pairs.some(({ letter }) => letter)) return { made, noted };
  const introduces = pairs.some(({ kind }) => kind !== 'introduced-already');
  for (const occurrence of occurrences) {
    const { at, start } = occurrence;
    const own = discourse.sentences[at];
    if (!own || (isReply && own.paragraph < 0)) continue;
    for (const { form, match } of [occurrence, ...occurrence.others]) {
      // What is said of somebody in a mail that introduces them is said to the other one, not to the book.
      const remark =
        form.kind === 'tell' &&
        match.phrase.first === null &&
        !/\b(?:note|write that down|remember|please)\b/.test(own.plain);
      if (introduces && remark) break;
      if (occurrence.mood === 'denied' && !deniable.has(form.kind)) break;
      const filled = filledOf(discourse, at, match, paragraphs);
      const words = form.make ? null : withPeople(form, filled);
      if (words) {
        noted.push({ at, request: words, asked: askedFor(occurrence, filled, noted.length) });
        break;
      }
      const requests = form.make ? distributed(form, filled) : [];
      made.push(...requests.map((request) => ({ at, start, request })));
      if (requests.length > 0 || introducing.has(form.kind)) break;
    }
  }
  return { made: withoutRepeats(made), noted };
}

/** Requests that are negative by nature: "never introduce X", "don't send 3". */
const deniable = new Set<Request['kind']>(['tell', 'setting', 'steer']);

function askedFor({ at, leadFrom, start, end, clauseEnd }: Occurrence, filled: Filled, place: number): Asked {
  const people = Object.values(filled.people).flat();
  return { at, people, group: -1 - place, leadFrom, start, end, clauseEnd, letter: false, topic: false, remark: false };
}

/** "show X and Y", "tag X and Y with …": one request for each. */
function distributed(form: CompiledForm, filled: Filled): Request[] {
  const who = filled.people.who ?? [];
  if (!form.make || form.kind === 'forget' || who.length < 2) {
    const request = form.make?.(filled) ?? null;
    return request ? [request] : [];
  }
  return who.flatMap((each) => form.make?.({ ...filled, people: { ...filled.people, who: [each] } }) ?? []);
}

function withoutRepeats<T extends { request: Request }>(made: readonly T[]): T[] {
  const seen = new Set<string>();
  return made.filter(({ request }) => {
    const key = JSON.stringify({ ...request, sentence: '' });
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

const noNote: NoteParts = { reason: null, paragraphs: [] };

function withPeople(form: CompiledForm, { people, sentence: text }: Filled): Request | null {
  const [author] = people.author ?? [];
  const [to] = people.to ?? [];
  const [who] = people.who ?? [];
  const [wanted] = people.wanted ?? [];
  if (form.kind === 'recommend')
    return author && to && to.self !== true ? { kind: 'recommend', sentence: text, author, to, note: noNote } : null;
  if (form.kind === 'ask-to-introduce')
    return who && wanted && who.self !== true
      ? { kind: 'ask-to-introduce', sentence: text, who, wanted, note: noNote }
      : null;
  return null;
}

function withNote(request: Request, note: NoteParts): Request {
  return request.kind === 'recommend' || request.kind === 'ask-to-introduce' ? { ...request, note } : request;
}

function filledOf(discourse: Discourse, at: number, match: Match, paragraphs: readonly Paragraph[]): Filled {
  const own = discourse.sentences[at];
  const people = Object.fromEntries(
    Object.entries(match.people).map(([slot, found]) => [slot, resolved(discourse, at, found.people, [])]),
  );
  const restFrom = match.rest === null ? null : (own?.tokens[match.rest]?.start ?? null);
  const rest =
    restFrom === null || !own
      ? ''
      : own.text
          .slice(restFrom)
          .replace(/[\s.?!;,]+$/, '')
          .replace(/,?\s+(?:please|thanks|thank you|would you|do you know)$/i, '')
          .replace(/^[:—–-]\s*/, '')
          .trim();
  return {
    sentence: own?.text ?? '',
    people,
    which: {
      numbers: match.which?.numbers ?? [],
      people: match.which ? resolved(discourse, at, match.which.people, []) : [],
      all: match.which?.all ?? false,
    },
    numbers: match.numbers,
    when: match.date && { words: match.date.words },
    address: match.address,
    rest,
    block: rest === '' ? blockAfter(own, paragraphs) : blockOf(rest, own, discourse, at, paragraphs),
  };
}

/** `rest`, the sentences behind it in its line, and the lines below in the same paragraph: signatures have several lines. */
function blockOf(
  rest: string,
  own: Sentence | undefined,
  discourse: Discourse,
  at: number,
  paragraphs: readonly Paragraph[],
): string {
  const behind = discourse.sentences.filter(
    (each, k) => k > at && own && each.paragraph === own.paragraph && each.unit === own.unit,
  );
  const first =
    own && behind.length > 0
      ? `${own.text.slice(own.text.indexOf(rest))} ${behind.map(({ text }) => text).join(' ')}`
      : rest;
  const lines =
    own && own.paragraph >= 0 && /\bsignature\b/i.test(own.plain) ? (paragraphs[own.paragraph]?.lines ?? []) : [];
  const place = lines.findIndex((line) => line.includes(rest));
  return [first, ...(place >= 0 ? lines.slice(place + 1) : [])].join('\n').trim();
}

function blockAfter(own: Sentence | undefined, paragraphs: readonly Paragraph[]): string {
  const here = own ? (paragraphs[own.paragraph]?.lines ?? []) : [];
  return (here.length > 1 ? here.slice(1) : (paragraphs[(own?.paragraph ?? -1) + 1]?.lines ?? [])).join('\n').trim();
}

// --- adding people

/** Every `add`, with the lines it takes: they are read by nobody else. */
function additionsIn(
  discourse: Discourse,
  letterFrom: number,
): { requests: { at: number; start: number; request: Request }[]; taken: Set<number> } {
  const requests: { at: number; start: number; request: Request }[] = [];
  const taken = new Set<number>();
  const { sentences } = discourse;
  let listing: { at: number; paragraph: number; people: NewPerson[] } | null = null;
  const take = (at: number): string => {
    const own = sentences[at];
    const unit = sentences
      .map((each, k) => ({ each, k }))
      .filter(({ each, k }) => k >= at && own && each.paragraph === own.paragraph && each.unit === own.unit);
    for (const { k } of unit) taken.add(k);
    return unit.map(({ each }) => each.text).join(' ');
  };
  const close = (): void => {
    if (listing && listing.people.length > 0)
      requests.push({
        at: listing.at,
        start: 0,
        request: { kind: 'add', sentence: sentences[listing.at]?.text ?? '', people: listing.people },
      });
    listing = null;
  };
  for (let at = 0; at < Math.min(sentences.length, letterFrom, mostSentences); at++) {
    const own = sentences[at];
    if (!own || taken.has(at) || own.secret === 'yes') continue;
    const adding = occurrenceOfAdd(own, at);
    if (adding === null) {
      const open: typeof listing = listing;
      if (open === null) continue;
      const near: boolean = own.paragraph <= (open as { paragraph: number }).paragraph + 1;
      const people: NewPerson[] = near && mayBeEntry(own) ? newPeopleIn(own.text) : [];
      if (people.length === 0 || !near) {
        if ((open as { people: NewPerson[] }).people.length > 0 || !near) close();
        continue;
      }
      (open as { people: NewPerson[] }).people.push(...newPeopleIn(take(at)));
      (open as { paragraph: number }).paragraph = own.paragraph;
      continue;
    }
    const header =
      /\b(?:these|following|people|persons|contacts|below|names|those|couple|few)\b[^@]*$/.test(adding.rest) ||
      adding.rest === '';
    const people = header && !/@/.test(adding.rest) ? [] : newPeopleIn(`${adding.rest}${restOfUnit(sentences, at)}`);
    if (people.length === 0) {
      if (header && !/\b(?:attach|enclos|csv|vcard|file)/.test(own.plain)) {
        close();
        listing = { at, paragraph: own.paragraph, people: [] };
      }
      continue;
    }
    const open = listing as { at: number; paragraph: number; people: NewPerson[] } | null;
    take(at);
    if (open) {
      open.people.push(...people);
      open.paragraph = own.paragraph;
    } else {
      requests.push({ at, start: adding.start, request: { kind: 'add', sentence: own.text, people } });
    }
  }
  close();
  return { requests: together(requests, sentences), taken };
}

/** One request for a run of `add` lines, so that they get one answer. */
function together(
  requests: readonly { at: number; start: number; request: Request }[],
  sentences: readonly Sentence[],
): { at: number; start: number; request: Request }[] {
  const result: { at: number; start: number; request: Request }[] = [];
  for (const each of requests) {
    const last = result.at(-1);
    if (
      last &&
      last.request.kind === 'add' &&
      each.request.kind === 'add' &&
      sentences[last.at]?.paragraph === sentences[each.at]?.paragraph
    ) {
      result[result.length - 1] = {
        ...last,
        request: { ...last.request, people: [...last.request.people, ...each.request.people] },
      };
    } else {
      result.push(each);
    }
  }
  return result;
}

function occurrenceOfAdd(own: Sentence, at: number): { rest: string; start: number } | null {
  if (
    !/\b(?:add|adding|new (?:contact|person|people|contacts|entry|protege)|record|enter|register|save|store|include)\b/.test(
      folded(own.text),
    )
  )
    return null;
  const found = occurrencesIn(own, at).find(({ form }) => form.kind === 'add');
  if (
    !found ||
    found.match.rest === null ||
    found.mood === 'denied' ||
    found.mood === 'past' ||
    found.mood === 'wondered'
  )
    return null;
  const from = own.tokens[found.match.rest]?.start ?? own.text.length;
  const rest = own.text.slice(from).trim();
  const word = own.tokens[found.match.from]?.norm ?? '';
  // Other verbs than "add" mean many things: only with an address, or a book, beside them.
  if (!/^(?:add|adding|new)$/.test(word) && !/@|\bbook\b/.test(rest)) return null;
  return { rest, start: found.start };
}

function restOfUnit(sentences: readonly Sentence[], at: number): string {
  const own = sentences[at];
  const behind = sentences.filter(
    (each, k) => k > at && own && each.paragraph === own.paragraph && each.unit === own.unit && !isForService(each),
  );
  return behind.length > 0 ? ` ${behind.map(({ text }) => text).join(' ')}` : '';
}

function mayBeEntry(own: Sentence): boolean {
  return (
    own.tokens.some((token) => token.kind === 'address') ||
    (own.item && own.tokens[0]?.capital === true) ||
    /^\s*\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,4}\s*[,;:–—|-]/u.test(own.text)
  );
}

// --- reminders

/** "Remind me next month to introduce …": the rest is understood again on the day. */
function occurrencesOfReminders(sentences: readonly Sentence[], letterFrom: number): Map<number, Request> {
  const result = new Map<number, Request>();
  sentences.forEach((own, at) => {
    if (at >= letterFrom || own.secret === 'yes') return;
    const found =
      /\b(?:remind|ping|prod) (?:me|us)\b[ ,]*(?:please |again |kindly )*|\b(?:set|make|put|give|send) (?:me )?a reminder(?: for me)?[ ,]*/.exec(
        own.plain,
      );
    if (!found || moodOf(own.plain.slice(0, found.index)) === 'denied') return;
    const from = found.index + found[0].length;
    const first = dateAt(
      own.plain,
      own.text,
      from + (/^(?:for |in the )/.exec(own.plain.slice(from))?.[0].startsWith('for') === true ? 4 : 0),
    );
    const last = first ? null : lastDate(own, from);
    const when = first ?? last;
    if (!when) return;
    const rest = first ? own.text.slice(first.end) : own.text.slice(from, when.start);
    const request = rest
      .replace(/^[\s,:—–-]*(?:(?:please|to|that|about|of)\b[\s,:]*)*/i, '')
      .replace(/[\s,;:.!?]+$/, '')
      .trim();
    const about =
      /^[\s,:—–-]*(?:about|of)\b/i.test(rest) &&
      /\p{L}+\s+(?:and|&|to|with)\s+\p{L}+/u.test(request) &&
      !/\bintro/i.test(request);
    if (request !== '')
      result.set(at, {
        kind: 'remind',
        sentence: own.text,
        when: { words: when.words },
        request: about ? `introduce ${request}` : request,
      });
  });
  return result;
}

function lastDate(own: Sentence, from: number): { words: string; start: number; end: number } | null {
  let found: { words: string; start: number; end: number } | null = null;
  for (const token of own.tokens.slice(0, 80)) {
    if (token.start < from) continue;
    const date = dateAt(own.plain, own.text, token.start);
    if (
      date &&
      (found === null || date.start >= found.end) &&
      /^[\s.!?,]*(?:please|thanks|thank you)?[\s.!?]*$/.test(own.plain.slice(date.end))
    )
      found ??= date;
  }
  return found;
}

// --- what is not understood

/** Beside requests that are: only sentences that plainly ask for an introduction. */
function unread(discourse: Discourse, missed: readonly number[], pairs: readonly Pair[]): Request[] {
  const near = new Set(pairs.map(({ at }) => discourse.sentences[at]?.paragraph));
  return missed
    .filter(
      (at) =>
        (discourse.sentences[at]?.paragraph ?? -1) >= 0 &&
        !(pairs.length > 0 && near.has(discourse.sentences[at]?.paragraph)) &&
        /\p{Lu}\p{L}+/u.test(discourse.sentences[at]?.text.slice(1) ?? ''),
    )
    .map((at) => ({
      kind: 'unknown',
      sentence: discourse.sentences[at]?.text ?? '',
      nearest: nearestTo(discourse.sentences[at]),
    }));
}

function unknownIn(
  discourse: Discourse,
  missed: readonly number[],
  pairs: readonly Pair[],
  occurrences: readonly Occurrence[],
  isReply: boolean,
): Request[] {
  const { sentences } = discourse;
  const [unclear] = pairs.filter(({ mood }) => mood === 'unclear' || mood === 'pending');
  const refused = [
    ...pairs,
    ...occurrences.filter(({ form }) => form.kind === 'introduce' || form.kind === 'introduced-already'),
  ].some(({ mood }) => mood === 'denied' || mood === 'wondered' || mood === 'past');
  const at =
    missed.find((each) => (sentences[each]?.paragraph ?? -1) >= 0) ?? unclear?.at ?? (refused ? undefined : missed[0]);
  if (at !== undefined && !(isReply && (sentences[at]?.paragraph ?? 0) < 0))
    return [{ kind: 'unknown', sentence: sentences[at]?.text ?? '', nearest: nearestTo(sentences[at]) }];
  if (refused) return [];
  const asking =
    sentences.find((each) => each.paragraph >= 0 && each.secret !== 'yes' && asksSomething(each)) ??
    sentences.find((each) => occurrences.some((one) => sentences[one.at] === each && each.paragraph >= 0));
  return asking ? [{ kind: 'unknown', sentence: asking.text, nearest: nearestTo(asking) }] : [];
}

function asksSomething(own: Sentence): boolean {
  if (/^(?:please |kindly )?(?:do not|don't|never)\b/.test(own.plain)) return false;
  if (/^(?:how are you|how goes|how is|what a|isn't|is it not|do you know what)\b/.test(own.plain)) return false;
  return (
    /^(?:[\s"'(]*)(?:(?:so|and|now|then|also|ok|hi|hello|hey)[\s,]+)*(?:please|pls|kindly|could you|can you|would you|will you|may i|can i|could i|might you|do you|i(?:'d| would) like|i want|i need|who|whom|which|what|when|where|how|why)\b/.test(
      own.plain,
    ) ||
    (/[?？]\s*$/.test(own.text) && own.tokens.length > 3)
  );
}

function asks(sentences: readonly Sentence[]): boolean {
  return sentences.some((each) => each.secret !== 'yes' && asksSomething(each));
}

/** The example of the request that shares the most telling words. */
function nearestTo(own: Sentence | undefined): string {
  const words = own?.plain ?? '';
  return nearest.find(([pattern]) => pattern.test(words))?.[1] ?? 'help';
}

const nearest: readonly (readonly [RegExp, string])[] = [
  [/\b(?:ask|check|sound|find out|permission)\b.*\b(?:meet|introduc|know|talk)/, 'ask Y about meeting X'],
  [/\b(?:introduc|intro\b|connect|in touch|link up|meet\b|acquaint|put .* (?:onto|together))/, 'introduce X to Y'],
  [/\bremind/, 'remind me next month to introduce X to Y'],
  [/\b(?:add|new (?:contact|person)|book)\b/, 'add NAME <address>, background …'],
  [/\b(?:recommend|newsletter|podcast|blog|essays?|read)\b/, 'recommend AUTHOR to X'],
  [/\b(?:suggest|who should|whom should|ideas?)\b/, 'who should X meet?'],
  [/\b(?:who knows|who|find|somebody|someone)\b/, 'who knows robotics?'],
  [/\b(?:nudge|chase|reminder)\b/, 'nudge 3'],
  [/\b(?:cancel|stop|call off|withdraw)\b/, 'cancel X and Y'],
  [/\b(?:limit|too many|busy)\b/, 'limit 8 open'],
  [/\b(?:pause|holiday|away|vacation)\b/, 'pause until May 3'],
  [/\b(?:note|works|moved|job|tag|address)\b/, 'X now works at …'],
  [/\b(?:forget|delete|remove)\b/, 'forget X'],
  [/\b(?:status|open|pending|stand)\b/, 'status'],
  [/\b(?:show|tell me)\b/, 'show X'],
];

function isSmallTalk(own: Sentence, writer: string): boolean {
  return (
    own.secret === 'yes' ||
    isForService(own) ||
    isClosing(own.text) ||
    isOwnName(own.text, writer) ||
    /^(?:lovely|great|perfect|wonderful|excellent|brilliant|splendid|fantastic|super|good|nice|marvellous|noted|understood|received|got it|fine|ok|okay|all (?:good|well)|will do|understood|welcome|you're welcome|ha|haha|well|hello|hi|hey|good (?:morning|evening|day)|happy|merry|have a|enjoy|cheers|see you|until|nothing)\b[^?]*$/.test(
      own.plain,
    )
  );
}
