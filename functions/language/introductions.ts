// Who is introduced to whom: the pairs of a mail, from what its sentences ask for, with lists, ellipses ("and to Z as well"),
// confirmations ("please introduce them"), corrections ("sorry, I mean Z") and what is taken back.

import { dateAt } from './dates.ts';
import { type Discourse, distinct, resolved, sameName } from './discourse.ts';
import { conditionIn, type Mood, moodOf } from './mood.ts';
import type { Occurrence } from './occurrences.ts';
import { type People, type Person, readPeople } from './people.ts';
import { type Match, matchAt, phrase } from './phrases.ts';
import type { Manner, Mention, Request } from './requests.ts';
import type { Sentence } from './sentences.ts';

export interface Pair {
  readonly kind: 'introduce' | 'ask-first' | 'introduced-already';
  readonly cc: Mention;
  readonly to: Mention;
  readonly directed: boolean;
  readonly manner: Manner;
  readonly mood: Mood;
  /** Sentence that asks, and offsets of what belongs to it: see `Occurrence`. */
  readonly at: number;
  readonly leadFrom: number;
  readonly start: number;
  readonly end: number;
  readonly clauseEnd: number;
  /** Pairs that were asked for in one breath share what is said about them. */
  readonly group: number;
  /** The whole mail is a letter to `to`. */
  readonly letter: boolean;
  /** Its sentence says something of the two, and belongs to the note as a whole. */
  readonly remark?: boolean;
  /** The subject names the same two: the whole body is about them. */
  readonly topic?: boolean;
}

export interface Reading {
  readonly pairs: readonly Pair[];
  /** Sentences that only say how, or correct: nothing of a note. */
  readonly used: ReadonlySet<number>;
  /** Asked for, but two people could not be made out. */
  readonly missed: readonly number[];
}

interface Reader {
  readonly discourse: Discourse;
  readonly opensWith: Mention | null;
  pairs: Pair[];
  readonly used: Set<number>;
  readonly missed: number[];
  group: number;
}

/** `letterFrom`: index of the first sentence that is nothing but the words of the letter, to be read by nobody. */
export function pairsOf(
  discourse: Discourse,
  occurrences: readonly Occurrence[],
  letterFrom: number,
  opensWith: Mention | null,
): Reading {
  const reader: Reader = { discourse, opensWith, pairs: [], used: new Set(), missed: [], group: 0 };
  const bySentence = Map.groupBy(occurrences, ({ at }) => at);
  let list: ListHeader | null = null;
  discourse.sentences.forEach((sentence, at) => {
    if (at >= letterFrom || sentence.secret === 'yes') return;
    const here = (bySentence.get(at) ?? []).filter(({ form }) => introducing.has(form.kind));
    const before = reader.pairs.length;
    for (const each of here) readOccurrence(reader, each);
    const made = reader.pairs.length > before;
    if (!made && here.length === 0 && list) {
      if (readListed(reader, at, list)) return;
    }
    if (!made) readFollowUp(reader, at, (bySentence.get(at)?.length ?? 0) > here.length);
    const header = headerIn(reader, sentence, at, made);
    if (header) list = header;
    else if (made || (!sentence.item && list && sentence.paragraph > list.paragraph + 1))
      list = made && list ? list : null;
  });
  readStatedAddresses(reader, letterFrom);
  return { pairs: confirmed(reader), used: reader.used, missed: reader.missed };
}

/** The requests that bring two people together; all others are made in asking.ts. */
export const introducing: ReadonlySet<Request['kind']> = new Set(['introduce', 'ask-first', 'introduced-already']);

// --- what one sentence asks for

function readOccurrence(reader: Reader, occurrence: Occurrence): void {
  const { match, at, form } = occurrence;
  const sentence = reader.discourse.sentences[at];
  if (!sentence) return;
  const kind = form.kind === 'ask-first' || form.kind === 'introduced-already' ? form.kind : 'introduce';
  const sides = sidesOf(reader, at, match.people);
  // "Amara ought to know the man behind it" says something of Amara; only names make it a request.
  const remark =
    match.phrase.first === null &&
    sides?.pairs.some(({ cc, to }) => cc.nameless === true || to.nameless === true) === true;
  // "before you introduce anybody to them" is no request about somebody.
  const nobody = ({ cc, to }: { cc: Mention; to: Mention }): boolean =>
    cc.nameless === true && to.nameless === true && cc.words.length + to.words.length > 8;
  if (sides?.pairs.every(nobody) === true) return;
  // "They should compare notes" adds nothing to a mail that has said whom it means.
  if (form.says === 'remark' && sides?.pronouns === true && reader.pairs.length > 0) return;
  const undecided = Object.values(match.people).some((each) => each.either);
  if (!sides || remark || (undecided && occurrence.mood === 'asked')) {
    if (occurrence.mood === 'asked' && !remark) reader.missed.push(at);
    return;
  }
  if (
    kind === 'introduced-already' &&
    (!tellsOfItself(sentence.plain.slice(occurrence.leadFrom, occurrence.start)) || sides.pronouns)
  )
    return;
  const manner = mannerOf(sentence, occurrence);
  reader.group++;
  const tail = sentence.plain.slice(occurrence.end, occurrence.clauseEnd);
  const wished = form.says === 'wish' && occurrence.mood === 'asked' ? 'pending' : occurrence.mood;
  const asked = kind === 'introduced-already' || (wished === 'pending' && pleaseDo.test(tail)) ? 'asked' : wished;
  let end = occurrence.end;
  const more = furtherPairs(reader, sentence, at, match, occurrence.clauseEnd);
  const all = [...sides.pairs.map((pair) => ({ ...pair, end })), ...more];
  for (const pair of all) {
    end = pair.end;
    const group = pair.end === occurrence.end ? reader.group : ++reader.group;
    reader.pairs.push({
      kind:
        kind === 'introduce' && asksFirst(sentence.plain.slice(pair.end, occurrence.clauseEnd)) ? 'ask-first' : kind,
      cc: pair.cc,
      to: pair.to,
      directed: pair.directed,
      manner: manner.manner,
      mood: asked,
      at,
      leadFrom: occurrence.leadFrom,
      start: pair === all[0] ? occurrence.start : pair.end,
      end: Math.max(pair.end, pair === all.at(-1) ? manner.end : 0),
      clauseEnd: more.length > 0 && pair !== all.at(-1) ? pair.end : occurrence.clauseEnd,
      group,
      letter: sides.letter,
      remark: form.says !== undefined,
    });
  }
}

interface Sides {
  readonly pairs: readonly { readonly cc: Mention; readonly to: Mention; readonly directed: boolean }[];
  readonly letter: boolean;
  readonly pronouns: boolean;
}

const mostPairs = 12;

function sidesOf(reader: Reader, at: number, people: Readonly<Record<string, People>>): Sides | null {
  const of = (slot: string, beside?: string): Mention[] =>
    resolved(
      reader.discourse,
      at,
      people[slot]?.people ?? [],
      beside === undefined ? [] : (people[beside]?.people ?? []),
    ).filter((each) => !isReader(each));
  const pronouns = Object.values(people).some((each) => each.people.some((person) => person.pronoun !== undefined));
  const sides = (ccs: readonly Mention[], tos: readonly Mention[], directed: boolean): Sides | null => {
    const pairs = ccs.flatMap((cc) =>
      tos.filter((to) => to === cc || !sameName(cc, to) || cc.nameless === true).map((to) => ({ cc, to, directed })),
    );
    return pairs.length > 0 && pairs.length <= mostPairs ? { pairs, letter: false, pronouns } : null;
  };
  if (people.cc && people.to) {
    // "introduce her to him": who is who cannot be told, but they are the two who were named.
    const [cc] = people.cc.people;
    const [to] = people.to.people;
    if (cc?.pronoun === 'one' && to?.pronoun === 'one') return both(reader, at, cc, pronouns);
    return sides(of('cc', 'to'), of('to', 'cc'), true);
  }
  if (people.one && people.other) return sides(of('one', 'other'), of('other', 'one'), false);
  if (people.party && people.other) return sides(of('other', 'party'), of('party', 'other'), true);
  if (people['sought']) {
    const wanted = of('sought').filter((each) => each.self !== true);
    return wanted.length > 0
      ? {
          pairs: wanted.map((to) => ({ cc: { words: 'me', readings: [], self: true }, to, directed: true })),
          letter: false,
          pronouns,
        }
      : null;
  }
  const presented =
    people.presented ??
    (people.pair?.people.length === 1 && people.pair.people[0]?.pronoun !== 'several' ? people.pair : undefined);
  if (presented && reader.opensWith) {
    const shown = resolved(reader.discourse, at, presented.people, []).filter(
      (each) => !isReader(each) && !(reader.opensWith && sameName(each, reader.opensWith)),
    );
    return shown.length > 0
      ? { pairs: shown.map((cc) => ({ cc, to: reader.opensWith as Mention, directed: true })), letter: true, pronouns }
      : null;
  }
  const pair = distinct(of('pair'));
  if (pair.length < 2 || pair.length > 3 || pair.some((each) => each.nameless === true)) return null;
  return {
    pairs: pair.flatMap((cc, i) => pair.slice(i + 1).map((to) => ({ cc, to, directed: false }))),
    letter: false,
    pronouns,
  };
}

const isReader = (mention: Mention): boolean => /^(?:you|yourself|stepback)$/i.test(mention.words);

function both(reader: Reader, at: number, person: Person, pronouns: boolean): Sides | null {
  const [cc, to] = resolved(reader.discourse, at, [{ ...person, pronoun: 'several' }], []);
  return cc && to && cc.nameless !== true ? { pairs: [{ cc, to, directed: false }], letter: false, pronouns } : null;
}

const pairTo = phrase('{cc} to|->|into {to}');
const pairWith = phrase('{one} <>|/|&|and|with|+|x|— {other}');

/** "… and Jonas to Kate, Li to Noor": further pairs of the same breath. */
function furtherPairs(
  reader: Reader,
  sentence: Sentence,
  at: number,
  match: Match,
  clauseEnd: number,
): { cc: Mention; to: Mention; directed: boolean; end: number }[] {
  const result: { cc: Mention; to: Mention; directed: boolean; end: number }[] = [];
  const { tokens } = sentence;
  let i = match.to;
  while (result.length < mostPairs) {
    let from = i;
    while (
      from < i + 9 &&
      tokens[from]?.capital !== true &&
      /^(?:,|;|and|&|plus|also|then|while|you|are|you're|at|it|please|finally|lastly|likewise|as|well|similarly|the|same|for)$/.test(
        tokens[from]?.norm ?? '',
      )
    )
      from++;
    if (from === i || tokens[from]?.capital !== true || sentence.careless) break;
    const next = matchAt(pairTo, sentence, from);
    if (!next || (tokens[next.to - 1]?.end ?? 0) > clauseEnd) break;
    const sides = sidesOf(reader, at, next.people);
    if (!sides) break;
    const end = tokens[next.to - 1]?.end ?? 0;
    result.push(...sides.pairs.map((pair) => ({ ...pair, end })));
    i = next.to;
  }
  return result;
}

/** A mention of another sentence: its offsets mean nothing in this one. */
const unplaced = (mention: Mention): Mention => ({
  ...mention,
  readings: mention.readings.map((reading) => ({ ...reading, end: 0 })),
});
const fromElsewhere = (person: Person): Person => ({ ...person, mention: unplaced(person.mention) });

/** "…, but ask Robert first", "…, after checking with her". */
function asksFirst(tail: string): boolean {
  return /\b(?:but |please )?(?:do )?(?:ask|check with|checking with|sound out|asking) (?:him|her|them|\p{L}+) (?:first|beforehand|before)|\bask first\b|\bif (?:he|she|they) (?:agrees?|says? yes|is happy|does not mind|doesn't mind)[^.]*\bask (?:him|her|them)\b|\bdouble opt-in\b/u.test(
    tail,
  );
}

/** "I promised him that I would introduce her to Grace, so please do it." */
const pleaseDo =
  /\b(?:please|could you|can you|would you)(?: please)? (?:do (?:it|so|that)|make (?:it|that)|go ahead|arrange|see to|set)\b/;

/** A report of one's own: nothing before it but when and by the way. */
function tellsOfItself(lead: string): boolean {
  return /^[\s,;:.]*(?:(?:fyi|for the record|by the way|btw|so (?:that )?you know|for your information|note|also|and|yes|hi|hello|actually|last|this|week|month|night|morning|evening|yesterday|today|on|in|for your records|to let you know|that|just|a quick note|the other day|recently|earlier|monday|tuesday|wednesday|thursday|friday|saturday|sunday|please|record|don't|suggest|because|as)\b[\s,;:.—-]*)*$/.test(
    lead,
  );
}

// --- how: now, later, as a draft, under a condition

function mannerOf(sentence: Sentence, occurrence: Occurrence): { manner: Manner; end: number } {
  const { plain, text } = sentence;
  const lead = plain.slice(occurrence.leadFrom, occurrence.start);
  const tail = plain.slice(occurrence.end, occurrence.clauseEnd);
  if (
    drafting.test(lead.slice(-60)) ||
    /^[\s,.;:—-]*(?:(?:please )?(?:as a draft|draft only|only (?:as )?a draft|in draft|but (?:show|send|let) me (?:see )?(?:it|the draft|the letter)? ?(?:first|before)|draft first))/.test(
      tail,
    )
  )
    return { manner: { kind: 'draft' }, end: occurrence.end };
  const skip = /^[\s,(—–-]*/.exec(tail)?.[0].length ?? 0;
  const behind = dateAt(plain, text, occurrence.end + skip);
  if (behind && !now.test(behind.words) && !/^(?:\s*[’'])/.test(plain.slice(behind.end, behind.end + 2))) {
    return { manner: { kind: 'on', when: { words: behind.words } }, end: behind.end };
  }
  const held =
    dateAfter(plain, text, occurrence.leadFrom, occurrence.start) ??
    dateAfter(plain, text, occurrence.end, Math.min(occurrence.clauseEnd, occurrence.end + 30));
  if (held) return { manner: { kind: 'on', when: { words: held.words } }, end: Math.max(occurrence.end, held.end) };
  const notBefore = /\bnot (?:before|until|unless) [^.;!?]{3,}/.exec(tail);
  if (notBefore) {
    const from = occurrence.end + notBefore.index;
    return {
      manner: { kind: 'conditional', condition: text.slice(from, from + notBefore[0].length) },
      end: from + notBefore[0].length,
    };
  }
  const ahead = dateIn(plain, text, occurrence.leadFrom, occurrence.start);
  if (ahead !== null && occurrence.mood !== 'unclear')
    return { manner: { kind: 'on', when: { words: ahead } }, end: occurrence.end };
  if (occurrence.condition !== null) {
    const at = plain.indexOf(occurrence.condition, occurrence.leadFrom);
    const words = at < 0 ? occurrence.condition : text.slice(at, at + occurrence.condition.length);
    const inTail = at >= occurrence.end ? at + words.length : occurrence.end;
    return { manner: { kind: 'conditional', condition: words }, end: inTail };
  }
  return { manner: { kind: 'now' }, end: occurrence.end };
}

const drafting = /\b(?:draft(?:ing)?|drafts?)\b[^.;]*$/;
const now = /^(?:on )?(?:today|later today|this (?:week|month))/i;

/** "wait until Monday, then …", "…, but not before Monday". */
function dateAfter(plain: string, text: string, from: number, to: number): { words: string; end: number } | null {
  for (const match of plain.slice(from, to).matchAll(/\b(?:until|till|not before|not until|as of|starting)\s+/g)) {
    const found = dateAt(plain, text, from + match.index + match[0].length);
    if (found && found.end <= to) return found;
  }
  return null;
}

/** "On May 3 please introduce …", "next Monday, could you …": only right at the beginning, or right before the verb. */
function dateIn(plain: string, text: string, from: number, to: number): string | null {
  const starts = [
    /^[\s,;:.—-]*(?:please |could you |can you |then |and )*/.exec(plain.slice(from, to))?.[0].length ?? 0,
  ];
  for (const start of starts) {
    const found = dateAt(plain, text, from + start);
    if (found && found.end <= to && !now.test(found.words)) return found.words;
  }
  return null;
}

// --- lists

interface ListHeader {
  readonly paragraph: number;
  /** "Please introduce Amara to:": who stands in copy of every item. */
  readonly cc: readonly Person[] | null;
  readonly at: number;
  readonly mood: Mood;
  readonly manner: Manner;
}

const sharedHeader = phrase(
  'introduce|introducing|intro|e-intro|connect|link|intros|introductions|introduction [up] [of|for] {cc} [to|with] [the following|these] [people|friends|contacts|persons] [,] [please] [:] $',
);
const announces =
  /\b(?:intros?|introduc\w+|e-intros?|connect(?:ions?|ing)?|put [^.]{0,40}in touch|pairs?|link(?:ing)? up)\b/;

function headerIn(reader: Reader, sentence: Sentence, at: number, made: boolean): ListHeader | null {
  const subject = sentence.paragraph < 0;
  if (!announces.test(sentence.plain) || made) return null;
  for (let i = 0; i < Math.min(sentence.tokens.length, 40); i++) {
    const match = matchAt(sharedHeader, sentence, i);
    if (
      !match?.people.cc?.people.every(
        ({ mention, pronoun }) => mention.self !== true && (mention.nameless !== true || pronoun),
      )
    )
      continue;
    const mood = moodOf(sentence.plain.slice(0, sentence.tokens[i]?.start ?? 0));
    if (mood === 'asked') dropMissed(reader, at);
    return {
      paragraph: sentence.paragraph,
      cc: match.people.cc?.people ?? null,
      at,
      mood,
      manner: plainManner(sentence),
    };
  }
  const opens =
    /:\s*$/.test(sentence.text) || /\b(?:these|following|below|intros|introductions|pairs)\b/.test(sentence.plain);
  if (!opens) return null;
  const verb = announces.exec(sentence.plain)?.index ?? 0;
  const mood = moodOf(sentence.plain.slice(0, verb));
  if (mood === 'denied' || mood === 'past' || mood === 'wondered') return null;
  dropMissed(reader, at);
  return {
    paragraph: subject ? 0 : sentence.paragraph,
    cc: null,
    at,
    mood: subject || mood === 'asked' || /:\s*$/.test(sentence.text) ? 'asked' : mood,
    manner: plainManner(sentence),
  };
}

function dropMissed(reader: Reader, at: number): void {
  const place = reader.missed.indexOf(at);
  if (place >= 0) reader.missed.splice(place, 1);
}

function plainManner(sentence: Sentence): Manner {
  return drafting.test(sentence.plain) ? { kind: 'draft' } : { kind: 'now' };
}

/** An item of an announced list: "Amara to Grace – …", "Li Wei / Noor Hussain", or a name alone under "introduce Amara to:". */
function readListed(reader: Reader, at: number, header: ListHeader): boolean {
  const sentence = reader.discourse.sentences[at];
  if (!sentence) return false;
  const previous = reader.discourse.sentences[at - 1];
  const inside = previous && previous.paragraph === sentence.paragraph && previous.unit === sentence.unit;
  // The list may begin in the line that announces it: "Two intros please. Amara to Robert."
  if (inside && (header.at !== at - 1 || previous.item)) return false;
  const first = sentence.tokens.findIndex(
    (token) =>
      !/^(?:and|also|then|please|first|second|third|fourth|firstly|secondly|thirdly|finally|,|:|\d+|[a-e]|\)|\.)$/.test(
        token.norm,
      ),
  );
  if (first < 0 || first > 4) return false;
  const match = header.cc ? null : (matchAt(pairTo, sentence, first) ?? matchAt(pairWith, sentence, first));
  const single = header.cc ? readPeople(sentence, first) : null;
  const people =
    match?.people ??
    (header.cc && single
      ? { cc: { people: header.cc.map(fromElsewhere), to: 0, asides: [], either: false }, to: single }
      : null);
  if (!people) return false;
  if (
    header.cc &&
    (single?.people.some((each) => each.pronoun !== undefined || each.mention.nameless === true) ||
      (!sentence.item && sentence.tokens[single?.to ?? 0]?.kind === 'word'))
  )
    return false;
  const sides = sidesOf(reader, at, people);
  if (!sides || sides.pairs.some((pair) => !isNamed(sentence, pair.cc) || !isNamed(sentence, pair.to))) return false;
  if (header.cc) reader.used.add(header.at);
  const end = sentence.tokens[(match?.to ?? single?.to ?? 1) - 1]?.end ?? 0;
  const behind = dateAt(sentence.plain, sentence.text, end + 1);
  const manner: Manner =
    behind && !now.test(behind.words) ? { kind: 'on', when: { words: behind.words } } : header.manner;
  const condition = conditionIn(sentence.plain.slice(end).replace(/^[\s,]+/, ''), 'behind');
  reader.group++;
  for (const pair of sides.pairs) {
    reader.pairs.push({
      kind: 'introduce',
      ...pair,
      manner: condition === null ? manner : { kind: 'conditional', condition },
      mood: header.mood,
      at,
      leadFrom: 0,
      start: 0,
      end: behind && manner.kind === 'on' ? behind.end : end,
      clauseEnd: sentence.text.length,
      group: reader.group,
      letter: false,
    });
  }
  return true;
}

/** "Insurance to climate" names nobody: a name has a capital, unless the line has none at all. */
function isNamed(sentence: Sentence, mention: Mention): boolean {
  if (mention.nameless === true) return false;
  return (
    mention.address !== undefined ||
    /^[\p{Lu}\p{Lo}"]/u.test(mention.readings[0]?.name ?? '') ||
    /^\p{Ll}/u.test(sentence.text)
  );
}

// --- sentences that speak about what was asked before

const andTo = phrase('[and|also|then|plus|likewise] [and|also|then|please|could you] to|with {to}');
const andPair = phrase('and|also|then|plus|same|likewise [also|then|please|for] [and] {cc} to {to}');
const meant = phrase(
  "(i mean|i meant|i meant to say|i should have said|i should have written|it should be|it should have been|should be|should have been|should read|make that|make it|that is to say|or rather|correction :|correction ,|correction|it is|it's|that's|of course i mean|of course i meant|i was thinking of|rather|introduce {cc} to|the right one is|the right name is) {to}",
);
const notThis = phrase('not {wrong} ,|but|;|— [but] [to] {to}');
const thisNot = phrase('{to} , not {wrong}');
const justName = phrase('^ [sorry|no|oops|wait|apologies|actually|pardon|ah|argh] [,|—|:|.] {to} $');
const correcting =
  /^[\s"'(*]*(?:(?:no|sorry|oops|ooops|wait|apologies|pardon|actually|correction|my mistake|scratch|scrap|i mean|i meant|make that|on reflection|hang on|hold on|ah|argh|whoops|erratum|strike that|excuse me|i got|wrong|not)\b)|\b(?:i meant? (?:of course )?(?:\p{Lu}|to say)|scrap that|scratch that|should have (?:been|said|written)|wrong (?:name|person|one)|it should be|my mistake|mixed (?:up|them))\b/iu;
const stopping =
  /^(?:(?:please|no|wait|actually|on reflection)[\s,]*)*(?:don't|do not|better not)[\s.!]*$|\b(?:(?:do not|don't|dont) (?:do|send|write|act|start|make|arrange|go ahead|proceed|move)\b(?![^.]*\bto (?:hesitate|forget))|hold (?:on|off|fire|it|that)|not yet\b|(?:forget|ignore|disregard|scrap|scratch|strike|cancel|skip|drop|undo) (?:it|that|this|the above|what i (?:said|wrote)|my (?:last|request)|all (?:of )?(?:that|this))|on second thoughts?,? (?:don't|do not|no|leave|not|let)|i shall sleep on it|sleep on it|never mind|leave it (?:for now|be|at that)|wait (?:until|till|for) (?:i|my)|not before(?: then| that)?,? please|nothing is to be sent|nobody needs to be written to|not to be sent yet|let us wait|let's wait|(?:maybe|perhaps) not\b|i have changed my mind|i've changed my mind|better not|(?:i(?:'d| would)|we'd) rather not)\b/;
const goesAhead =
  /^(?:[\s,]*(?:so|and|then|ok|okay|yes|now|well)[\s,]+)*(?:please|pls|kindly|(?:could|can|would|will) you(?: please| kindly| perhaps)?|i(?:'d| would) (?:like|love|be (?:so )?(?:grateful|glad|happy|obliged)(?: if)?) (?:you )?(?:to|could|would)?|go ahead|over to you|would you mind|do)?[\s,]*(?:please )?(?:go ahead|do (?:so|it|that|this|the honours|the needful|the introduction|the introductions|an introduction)|doing (?:so|it|that|this|the honours)|make (?:it|that|this|the|that introduction|this introduction|the introduction|an introduction|the connection|the intro)(?: happen| for me| so)?|introduce|intro|connect|set (?:it|that|this|something) up|arrange (?:it|that|this|something|an introduction|the introduction)|see to (?:it|that)|take care of (?:it|that|this)|make (?:the|an|that) (?:introduction|intro|connection)|the usual|send (?:it|the introduction|the letter)|organi[sz]e (?:it|that|this)|help (?:me )?with (?:that|this|it)|over to you|do the honours|oblige|ask (?:him|her|them))\b/;

/** `busy`: the sentence asks for something of its own. */
function readFollowUp(reader: Reader, at: number, busy: boolean): void {
  const sentence = reader.discourse.sentences[at];
  if (!sentence || sentence.paragraph < 0) return;
  const last = lastGroup(reader);
  if (last.length > 0 && readCorrection(reader, sentence, at, last)) return;
  if (!busy && last.length > 0 && readEllipsis(reader, sentence, at, last)) return;
  if (stopping.test(sentence.plain)) stop(reader, sentence, at);
  else if (setsManner(reader, sentence, at)) return;
  if (!busy && goesAhead.test(sentence.plain) && !/\b(?:not|never|don't|cancel|off|stop)\b/.test(sentence.plain))
    goAhead(reader, sentence, at);
}

function lastGroup(reader: Reader): readonly Pair[] {
  const group = reader.pairs.findLast((pair) => pair.kind !== 'introduced-already')?.group;
  return reader.pairs.filter((pair) => pair.group === group);
}

function readEllipsis(reader: Reader, sentence: Sentence, at: number, last: readonly Pair[]): boolean {
  const [model] = last;
  if (!model || at - model.at > 6) return false;
  const begins = /^(?:and|also|then|plus|to|with|likewise|the same|same)\b/.test(sentence.plain);
  const to = begins ? matchAt(andTo, sentence, 0) : null;
  const pair = begins ? matchAt(andPair, sentence, 0) : null;
  const sides = pair
    ? sidesOf(reader, at, pair.people)
    : to && /^(?:and|also|then|plus|likewise)/.test(sentence.plain)
      ? {
          pairs: resolved(reader.discourse, at, to.people.to?.people ?? [], []).map((each) => ({
            cc: model.cc,
            to: each,
            directed: true,
          })),
        }
      : null;
  const match = pair ?? to;
  if (!sides || !match || sides.pairs.some((each) => each.to.nameless === true && each.to.self !== true)) return false;
  const end = sentence.tokens[match.to - 1]?.end ?? 0;
  const group = pair ? ++reader.group : model.group;
  for (const each of sides.pairs) {
    reader.pairs.push({ ...model, ...each, at, leadFrom: 0, start: 0, end, clauseEnd: sentence.text.length, group });
  }
  return true;
}

/** The slot that a correction means: whoever shares a name with the right one, or is named as wrong; else whom the request named last. */
function readCorrection(reader: Reader, sentence: Sentence, at: number, last: readonly Pair[]): boolean {
  const [pair] = last;
  if (!pair || at - pair.at > 4 || !correcting.test(sentence.text)) return false;
  const matches: Match[] = [];
  for (let i = 0; i < Math.min(sentence.tokens.length, 60); i++) {
    const nameBegins = sentence.tokens[i]?.capital === true && sentence.tokens[i - 1]?.capital !== true;
    const match =
      matchAt(notThis, sentence, i) ??
      matchAt(meant, sentence, i) ??
      (i === 0 ? matchAt(justName, sentence, i) : null) ??
      (nameBegins ? matchAt(thisNot, sentence, i) : null);
    if (!match) continue;
    matches.push(match);
    i = match.to - 1;
  }
  const found = matches.findLast((match) => tellsName(sentence, match));
  const right = found && resolved(reader.discourse, at, found.people.to?.people ?? [], [])[0];
  reader.used.add(at);
  if (!right || right.nameless === true) {
    // Taken back without saying what is right: nothing is begun.
    if (
      /\b(?:scrap|scratch|strike|wrong|forget|ignore|cancel)\b|^(?:no|wait|hold on|hang on|actually)[\s,.!—]*(?:no|wait|don't|do not)?[\s.!]*$/.test(
        sentence.plain,
      )
    )
      reader.pairs = reader.pairs.map((each) => (last.includes(each) ? { ...each, mood: 'denied' } : each));
    return /\b(?:scrap|scratch|strike|wrong)\b/.test(sentence.plain);
  }
  const wrong = found.people.wrong && resolved(reader.discourse, at, found.people.wrong.people, [])[0];
  const shares = (mention: Mention): boolean => (wrong ? sameName(mention, wrong) : kindred(mention, right));
  reader.pairs = reader.pairs.map((each) => {
    if (!last.includes(each)) return each;
    const slot = shares(each.cc) && !shares(each.to) ? 'cc' : 'to';
    return {
      ...each,
      [slot]: {
        ...right,
        readings: right.readings.map((reading) => ({ ...reading, end: each[slot].readings[0]?.end ?? 0 })),
      },
      mood: each.mood === 'denied' ? 'asked' : each.mood,
    };
  });
  return true;
}

/** "No hurry" corrects nobody: a name has a capital, or the whole mail has none. */
function tellsName(sentence: Sentence, match: Match): boolean {
  const [first] = match.people['to']?.people ?? [];
  const words = first?.mention.readings[0]?.name ?? '';
  return (
    /^[\p{Lu}\p{Lo}]/u.test(words) ||
    (sentence.careless && !/^\p{Lu}/u.test(sentence.text) && match.to === sentence.tokens.length)
  );
}

/** One name in common: "Robert Hale" and "Robert Delacroix". */
function kindred(a: Mention, b: Mention): boolean {
  const words = (mention: Mention): string[] => (mention.readings[0]?.name ?? '').toLowerCase().split(/[\s-]+/);
  return words(a).some((word) => word !== '' && words(b).includes(word));
}

/** "Please don't do anything yet": everything asked so far, or what the sentence names. */
function stop(reader: Reader, sentence: Sentence, at: number): void {
  if (
    /\b(?:show|see) (?:me|it|them)\b|\bdraft\b|\bbefore (?:it|anything) (?:goes|is)\b/.test(sentence.plain) &&
    drafts.test(sentence.plain)
  ) {
    setsManner(reader, sentence, at);
    return;
  }
  const named = (reader.discourse.names[at] ?? []).map((each) => each.person.mention);
  const date = dateInside(sentence);
  if (reader.pairs.length === 0) return;
  reader.used.add(at);
  reader.pairs = reader.pairs.map((pair) => {
    if (pair.kind === 'introduced-already') return pair;
    if (named.length > 0 && !named.some((each) => sameName(each, pair.cc) || sameName(each, pair.to))) return pair;
    if (pair.manner.kind === 'conditional' && /\bnot before\b/.test(sentence.plain)) return pair;
    if (date !== null && /\b(?:until|till|before|not yet|hold)\b/.test(sentence.plain))
      return { ...pair, manner: { kind: 'on', when: { words: date } } };
    return { ...pair, mood: 'denied' };
  });
}

function dateInside(sentence: Sentence): string | null {
  for (const token of sentence.tokens.slice(0, 60)) {
    if (!/^(?:until|till|before|on|from|after|to)$/.test(token.norm)) continue;
    const found = dateAt(sentence.plain, sentence.text, token.end + 1);
    if (found) return found.words;
  }
  return null;
}

const drafts =
  /\b(?:(?:show|send|let) (?:me|us) (?:see |have |look at )?(?:it|them|the (?:draft|letter|text|mail)|a draft|what you write|everything)?[^.;]{0,20}\b(?:first|before)|(?:(?:like|want|love|need|prefer|wish) to|let me|may i|can i|could i) (?:see|read|check|approve|look at|look over|look it over|go over|review) (?:it|them|the (?:draft|letter|text|mail)|a draft|everything|what you)\b[^.;]{0,24}\b(?:first|before|beforehand)|before (?:it|they|anything|that|this|the letter) (?:goes|go|is|are|leaves)|only (?:as )?a draft|as a draft|draft (?:only|first)|for my (?:perusal|approval|review|eyes first)|don't send (?:it|them) yet|not send (?:it|them) yet|a draft (?:please|first|will do))\b/;
const firstAsking =
  /\b(?:ask|check with|sound out|asking) (?:him|her|them|\p{L}+(?: \p{L}+)?) first\b|\bask first\b|\bdouble opt-in\b/u;
const onDay =
  /^(?:please |kindly |could you |can you |but |and )*(?:please )?(?:send|do|make|post|let) (?:it|this|that|them|both|the introduction|the letter)(?: out| go| off| happen| out please)? /;

/** Says how all that was asked is to be done: as a draft, on a day, after asking. */
function setsManner(reader: Reader, sentence: Sentence, at: number): boolean {
  const apply = (change: (pair: Pair) => Pair): true => {
    reader.used.add(at);
    reader.pairs = reader.pairs.map((pair) => (pair.kind === 'introduced-already' ? pair : change(pair)));
    return true;
  };
  if (drafts.test(sentence.plain) && /\b(?:i|i'd|me|my|us|draft|please)\b/.test(sentence.plain)) {
    reader.used.add(at);
    pendingManner.set(reader, { kind: 'draft' });
    return apply((pair) => ({ ...pair, manner: { kind: 'draft' } }));
  }
  if (reader.pairs.length === 0) return false;
  if (firstAsking.test(sentence.plain) && !/\bwhether|if\b/.test(sentence.plain)) {
    const named = (reader.discourse.names[at] ?? []).map((each) => each.person.mention);
    return apply((pair) => {
      if (pair.kind !== 'introduce') return pair;
      const turned = named.some((each) => sameName(each, pair.cc)) && !named.some((each) => sameName(each, pair.to));
      return { ...pair, kind: 'ask-first', cc: turned ? pair.to : pair.cc, to: turned ? pair.cc : pair.to };
    });
  }
  const day = onDay.exec(sentence.plain);
  const date = day && dateAt(sentence.plain, sentence.text, day[0].length);
  if (date && !now.test(date.words))
    return apply((pair) => ({ ...pair, manner: { kind: 'on', when: { words: date.words } } }));
  const condition =
    /^(?:but )?(?:only )?(?:if|once|provided|unless|as long as)\b/.test(sentence.plain) && sentence.tokens.length < 25
      ? conditionIn(sentence.plain, 'before')
      : null;
  if (condition !== null && /^(?:but |only )/.test(sentence.plain))
    return apply((pair) => ({ ...pair, manner: { kind: 'conditional', condition } }));
  return false;
}

/** "Before anything is dispatched I should like to see it": said before the request that it is about. */
const pendingManner = new WeakMap<Reader, Manner>();

/** "Could you do that today?", "Please introduce them.": whom the sentences before have named. */
function goAhead(reader: Reader, sentence: Sentence, at: number): void {
  const pending = reader.pairs.findLast((pair) => pair.mood === 'pending' || pair.mood === 'unclear');
  if (pending && reader.pairs.every((pair) => pair.mood !== 'asked')) {
    reader.used.add(at);
    dropMissed(reader, at);
    reader.pairs = reader.pairs.map((pair) => (pair.group === pending.group ? { ...pair, mood: 'asked' } : pair));
    return;
  }
  if (reader.pairs.some((pair) => pair.mood === 'asked')) return;
  if (
    !/\b(?:introduc\w*|intro|connect\w*|in touch|honours|set (?:it|that|this|something) up|arrange|make (?:it|that|this) happen|needful)\b/.test(
      sentence.plain,
    )
  )
    return;
  const several: Person = {
    mention: { words: 'them', readings: [{ name: '', end: 0 }], nameless: true },
    from: 0,
    to: 1,
    pronoun: 'several',
  };
  const [cc, to, more] = resolved(reader.discourse, at, [several], []);
  if (!cc || !to || more || cc.nameless === true) {
    if (!reader.missed.includes(at)) reader.missed.push(at);
    return;
  }
  reader.used.add(at);
  dropMissed(reader, at);
  reader.pairs.push({
    kind: 'introduce',
    cc,
    to,
    directed: false,
    manner: { kind: 'now' },
    mood: 'asked',
    at,
    leadFrom: 0,
    start: 0,
    end: sentence.text.length,
    clauseEnd: sentence.text.length,
    group: ++reader.group,
    letter: false,
  });
}

/** "Her address is fiona@drummond.example", "Fiona's e-mail: …": the address of whoever is named so, or of the one named last. */
function readStatedAddresses(reader: Reader, letterFrom: number): void {
  reader.discourse.sentences.forEach((sentence, at) => {
    const addresses = sentence.tokens.filter((token) => token.kind === 'address');
    const [address] = addresses;
    if (!address || addresses.length > 1 || at >= letterFrom || sentence.secret !== 'no' || sentence.tokens.length > 16)
      return;
    if (
      !/\b(?:e-?mail|address|mail|reach|reached|write to|contact|is at)\b/.test(sentence.plain) ||
      reader.pairs.some((pair) => pair.at === at)
    )
      return;
    const named = (reader.discourse.names[at] ?? []).map(({ person }) => person.mention);
    const near = reader.pairs.findLast((pair) => pair.at < at && pair.mood === 'asked');
    const pronoun = /\b(?:his|her|their|him|them|he|she)\b/.test(sentence.plain) && near?.at === at - 1;
    const given = (mention: Mention, last: boolean): Mention =>
      mention.address === undefined &&
      (named.length > 0 ? named.some((each) => sameName(each, mention)) : pronoun && last)
        ? { ...mention, address: address.norm }
        : mention;
    const before = reader.pairs;
    reader.pairs = before.map((pair) =>
      pair.kind === 'introduced-already'
        ? pair
        : { ...pair, cc: given(pair.cc, false), to: given(pair.to, pair.group === near?.group) },
    );
    if (reader.pairs.some((pair, i) => pair.cc !== before[i]?.cc || pair.to !== before[i]?.to)) reader.used.add(at);
  });
}

function confirmed(reader: Reader): Pair[] {
  const manner = pendingManner.get(reader);
  return reader.pairs.map((pair) =>
    manner && pair.kind === 'introduce' && pair.manner.kind === 'now' ? { ...pair, manner } : pair,
  );
}
