// What a mail says: plain words in, requests and answers out. The stages, each in a file of its own:
//
//   normalise → cut (greeting, sign-off, private) → sentences → occurrences (what is asked for, in which mood)
//   → introductions (who to whom) and the rest (other-requests.ts, additions.ts) → note-parts (whose words are whose)
//
// It never guesses: a request only where the words leave no doubt, `unknown` where something is asked that it cannot read.

import { additionsIn, type Placed } from './additions.ts';
import { answerOf } from './answers.ts';
import { remarkBehind } from './corrections.ts';
import { cut, isOwnName } from './cut.ts';
import { type Discourse, discourseOf, resolved, sameName } from './discourse.ts';
import { pairsOf } from './introductions.ts';
import { normalise } from './normalise.ts';
import { type Asked, notesOf, wholeNote } from './note-parts.ts';
import { type Occurrence, occurrencesIn } from './occurrences.ts';
import { otherRequests, withNote } from './other-requests.ts';
import type { Pair } from './pair.ts';
import { readPeople } from './people.ts';
import { remindersIn } from './reminders.ts';
import type { Mention, NoteParts, Request, Understanding } from './requests.ts';
import { type Paragraph, type Sentence, sentence, sentencesOf } from './sentences.ts';
import { passedOnFrom } from './small-talk.ts';
import { asks, isSmallTalk, unknownIn, unread } from './unread.ts';

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
  const bodySentences = sentencesOf(paragraphs)
    .flatMap(withRemarkApart)
    .flatMap(withIntroductionApart)
    .flatMap(withNextApart)
    .flatMap(withPairSetRight);
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

/** What is said behind a correction, in its sentence, is a sentence of its own. */
function withRemarkApart(own: Sentence): Sentence[] {
  const at = remarkBehind(own);
  const part = (text: string): Sentence => sentence(text.trim(), own.paragraph, own.unit, own.item, own.secret);
  return at > 0
    ? [
        part(own.text.slice(0, at).replace(/[\s;,—–-]+$/, '')),
        part(own.text.slice(at, at + 1).toUpperCase() + own.text.slice(at + 1)),
      ]
    : [own];
}

/** "Add Ines <ines@…> and introduce Maya to her": what is added ends where the introduction is asked for. */
function withIntroductionApart(own: Sentence): Sentence[] {
  const joint =
    /^(?:[\p{L}]+ ){0,4}?add\b.{3,300}?(\s*,? and (?:then |also |please )*)(?=(?:introduce|intro|connect|put)\b)/iu.exec(
      own.text.slice(0, 400),
    );
  const words = joint?.[1];
  if (joint === null || words === undefined) return [own];
  const part = (text: string): Sentence => sentence(text, own.paragraph, own.unit, own.item, own.secret);
  const behind = own.text.slice(joint[0].length);
  const next = part(behind.slice(0, 1).toUpperCase() + behind.slice(1));
  // A line of its own, so that it is no part of the entry.
  return [part(own.text.slice(0, joint[0].length - words.length)), { ...next, unit: own.unit + 0.5 }];
}

/** "Introduce Maya to Tariq because he prints and to Nadia because she binds": each reason is of its own pair. */
function withNextApart(own: Sentence): Sentence[] {
  const text = own.text.slice(0, 800);
  const joint =
    /,? and (?:also |then )?(?=to \p{Lu}[\p{L}'’.-]*(?: (?:(?:van|von|de|der|al|el) )?\p{Lu}[\p{L}'’.-]*){0,3},? (?:because|since)\b)/u.exec(
      text,
    );
  if (joint === null) return [own];
  const before = text.slice(0, joint.index);
  const asked = /\b(?:introduce|intro|connect|present)\b[^.;]{2,80}? to (?=\p{Lu})/iu.exec(before);
  // "… because she spoke to Ines and to Oona": those are no pair.
  const isList = /\bto \p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*)*$/u.test(before.slice(-80));
  if (asked === null || isList || !/\b(?:because|since|as (?:he|she|they)|who)\b/.test(before.slice(asked[0].length)))
    return [own];
  const part = (words: string): Sentence => sentence(words, own.paragraph, own.unit, own.item, own.secret);
  return [part(before), part(`And ${own.text.slice(joint.index + joint[0].length)}`)];
}

/** "Introduce Maya to Tariq – sorry, Jonas to Tariq": the whole pair said again is set right by a sentence of its own. */
function withPairSetRight(own: Sentence): Sentence[] {
  const text = own.text.slice(0, 400);
  const joint =
    /[\s,;(—–-]+(?=(?:[Ss]orry|no|oops|wait|apologies|[Ii] mean(?:t)?|make (?:it|that)|or rather|rather|correction)[\s,:—–-]+(?:(?:[Ii] mean(?:t)?|make (?:it|that)|it(?:'s| is)|no|rather)[\s,:—–-]+)?\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,3} (?:to|->) \p{Lu})/u.exec(
      text,
    );
  const before = text.slice(0, joint?.index ?? 0);
  if (joint === null || !/\b(?:introduce|intro|connect|present|put)\b[^.;]{2,80} (?:to|with|and) /iu.test(before))
    return [own];
  const part = (words: string): Sentence => sentence(words, own.paragraph, own.unit, own.item, own.secret);
  const behind = own.text.slice(joint.index + joint[0].length);
  return [part(before), part(behind.slice(0, 1).toUpperCase() + behind.slice(1))];
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
  const added = additionsIn(sentences, Math.min(letterFrom, mostSentences));
  const reminders = remindersIn(sentences, letterFrom);
  const occurrences = sentences.flatMap((each, at) => {
    // A reply's subject is what the mail answers, not what it says.
    const closed = each.secret === 'yes' || (each.paragraph < 0 && isReply);
    if (at >= Math.min(letterFrom, mostSentences) || closed || added.taken.has(at) || reminders.has(at)) return [];
    // "Let him know that …" asks for nothing but these words.
    const told = passedOnFrom(each.text);
    const found = occurrencesIn(each, at).filter(({ start }) => start >= told);
    if (each.careless) rememberPeople(discourse, at, found);
    return found;
  });
  const reading = pairsOf(discourse, occurrences, letterFrom, friendOf(discourse, opensWith));
  const asked = reading.pairs.filter(({ mood }) => mood === 'asked');
  const pairs = withoutDoubles(asked, sentences);
  const free = occurrences.filter(({ at }) => pairs.length === 0 || !reading.used.has(at));
  const others = otherRequests(discourse, free, pairs, paragraphs);
  const repeats = asked.filter((pair) => pair.remark !== true && !pairs.some(({ at }) => at === pair.at));
  const notes = notesOf({
    discourse,
    asked: [...pairs.map(askedOf), ...others.noted.map((each) => each.asked)],
    used: new Set([
      ...[...repeats, ...others.made].map(({ at }) => at),
      ...reading.used,
      ...added.taken,
      ...reminders.keys(),
    ]),
    letterFrom,
    greetings: new Map(paragraphs.map(({ greeting }, index) => [index, greeting])),
    refused: reading.pairs.filter(({ mood, remark }) => mood !== 'asked' && remark !== true).map(askedOf),
    postscripts: new Set(paragraphs.flatMap(({ postscript }, index) => (postscript ? [index] : []))),
  });
  const noteAt = (place: number): NoteParts => notes[place] ?? { reason: null, paragraphs: [] };
  const made: Placed[] = [
    ...pairs.map((pair, i) => ({ at: pair.at, start: pair.start, request: requestOf(pair, sentences, noteAt(i)) })),
    ...others.noted.map(({ at, request }, i) => ({
      at,
      start: 0,
      request: withNote(request, noteAt(pairs.length + i)),
    })),
    ...others.made,
    ...added.requests,
    ...[...reminders].map(([at, request]) => ({ at, start: 0, request })),
  ];
  const requests = withoutSubjectDoubles(made, sentences)
    .toSorted((a, b) => a.at - b.at || a.start - b.start)
    .map(({ request }) => request);
  return requests.length > 0
    ? [...requests, ...unread(discourse, reading.missed, pairs)]
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
      return pair.manner.kind === 'draft'
        ? draftedFirst(pair, text, note)
        : {
            kind: 'ask-first',
            sentence: text,
            party: pair.to,
            other: pair.cc,
            ...(pair.both === true ? { both: true } : {}),
            ...(pair.manner.kind === 'on' ? { when: pair.manner.when } : {}),
            note,
          };
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
        ...(pair.insteadOf === undefined ? {} : { insteadOf: pair.insteadOf }),
      };
    }
  }
}

/** To be seen before anybody is asked. */
function draftedFirst({ to, cc, manner, both, turned }: Pair, sentence: string, note: NoteParts): Request {
  return {
    kind: 'introduce',
    sentence,
    to: turned === true ? cc : to,
    cc: turned === true ? to : cc,
    directed: true,
    manner,
    note,
    ask: both === true ? ['to', 'cc'] : [turned === true ? 'cc' : 'to'],
  };
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
      !/\b(?:(?:with|in|using|use) (?:the|these|my) (?:following )?(?:words|text|letter|note|message)|following (?:words|text|letter|note|message|lines)|as follows|(?:this|the|my) (?:text|letter|note|message)(?: (?:is|below|follows))?|(?:say|saying|write|tell (?:him|her|them))|(?:text|letter|words|message) below|(?:send|forward|mail|post|pass|deliver)(?: on)? (?:this|these|the (?:following|note|letter|lines|text|words|message))\b[^.:]{0,120})\b[^.]{0,40}[:.]$/.test(
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

/** What was said of the two before ("Maya should meet Tariq") gives way to what asks; direction and manner are kept. */
function inOne(earlier: Pair, later: Pair): Pair {
  const base = earlier.remark === true && later.remark !== true ? later : earlier;
  const directed = earlier.directed ? earlier : later.directed ? later : base;
  return {
    ...base,
    directed: directed.directed,
    to: directed.to,
    cc: directed.cc,
    // "Ask Tariq; if he agrees, introduce them on May 3": the yes is the condition already.
    manner:
      earlier.manner.kind === 'now' || (earlier.kind === 'ask-first' && later.manner.kind !== 'now')
        ? later.manner
        : earlier.manner,
    kind: later.kind === 'ask-first' ? 'ask-first' : earlier.kind,
  };
}

function samePair(a: Pair, b: Pair): boolean {
  return (sameName(a.to, b.to) && sameName(a.cc, b.cc)) || (sameName(a.to, b.cc) && sameName(a.cc, b.to));
}

function sharesPerson(a: Pair, b: Pair): boolean {
  return [a.to, a.cc].some((mine) => mine.nameless !== true && (sameName(mine, b.to) || sameName(mine, b.cc)));
}

/** Beside requests of the body the subject only raises the matter, unless it introduces somebody else. */
function withoutSubjectDoubles(made: readonly Placed[], sentences: readonly Sentence[]): readonly Placed[] {
  const inSubject = ({ at }: Placed): boolean => (sentences[at]?.paragraph ?? 0) < 0;
  if (made.every(inSubject)) return made;
  return made.filter(
    (each) => !inSubject(each) || each.request.kind === 'introduce' || each.request.kind === 'ask-first',
  );
}
