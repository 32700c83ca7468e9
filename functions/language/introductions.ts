// Who is introduced to whom: the pairs of a mail, from what its sentences ask for, with lists, ellipses ("and to Z as well"),
// confirmations ("please introduce them"), corrections ("sorry, I mean Z") and what is taken back.

import { type ConsentWish, consentWishIn, isOnlyWish } from './consent-wish.ts';
import { type Correction, corrected, correctionIn, mayCorrect, opensCorrection } from './corrections.ts';
import { dateAt } from './dates.ts';
import { type Discourse, distinct, resolved, sameName } from './discourse.ts';
import { agreement } from './first-names.ts';
import { conditionIn, type Mood, moodOf } from './mood.ts';
import type { Occurrence } from './occurrences.ts';
import { type People, type Person, readPeople } from './people.ts';
import { type Match, matchAt, phrase } from './phrases.ts';
import type { Manner, Mention, Request } from './requests.ts';
import { type Sentence, sentence as sentenceOf } from './sentences.ts';

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
  /** Either must say yes: *to* first. */
  readonly both?: boolean;
  /** Taken back by a later sentence. */
  readonly withdrawn?: boolean;
  /** Words behind it that sound like a correction, and were not understood. */
  readonly doubt?: string;
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
  /** Who a sentence said was named by mistake, and which sentence. */
  mistaken: { readonly wrong: Mention | null; readonly at: number } | null;
}

/** `letterFrom`: index of the first sentence that is nothing but the words of the letter, to be read by nobody. */
export function pairsOf(
  discourse: Discourse,
  occurrences: readonly Occurrence[],
  letterFrom: number,
  opensWith: Mention | null,
): Reading {
  const reader: Reader = { discourse, opensWith, pairs: [], used: new Set(), missed: [], group: 0, mistaken: null };
  const bySentence = Map.groupBy(occurrences, ({ at }) => at);
  let list: ListHeader | null = null;
  discourse.sentences.forEach((sentence, at) => {
    if (at >= letterFrom || sentence.secret === 'yes') return;
    const here = (bySentence.get(at) ?? []).filter(({ form }) => introducing.has(form.kind));
    const before = reader.pairs.length;
    here.forEach((each, k) => {
      readOccurrence(reader, each, here[k + 1]?.start ?? sentence.plain.length);
    });
    const made = reader.pairs.length > before;
    if (!made && here.length === 0 && list) {
      if (readListed(reader, at, list)) return;
    }
    if (made) replaceEarlier(reader, sentence, before);
    else if (readListAbove(reader, sentence, at)) return;
    else readFollowUp(reader, at, (bySentence.get(at)?.length ?? 0) > here.length);
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

/** `until`: where the next one begins in the sentence. */
function readOccurrence(reader: Reader, occurrence: Occurrence, until: number): void {
  const { match, at, form } = occurrence;
  const sentence = reader.discourse.sentences[at];
  if (!sentence) return;
  const kind = form.kind === 'ask-first' || form.kind === 'introduced-already' ? form.kind : 'introduce';
  const pairwise = /\b(?:respectively|in that order)\b/.test(
    sentence.plain.slice(occurrence.leadFrom, occurrence.clauseEnd),
  );
  const sides = sidesOf(reader, at, match.people, pairwise);
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
  const open = wished === 'pending' || (form.says === 'remark' && wished === 'unclear');
  const asked = kind === 'introduced-already' || (open && pleaseDo.test(tail)) ? 'asked' : wished;
  let end = occurrence.end;
  const more = furtherPairs(reader, sentence, at, match, occurrence.clauseEnd);
  const all = [...sides.pairs.map((pair) => ({ ...pair, from: occurrence.start, end })), ...more];
  // "Ask Maya and Tariq whether they want to meet."
  const both = kind === 'ask-first' && match.people.pair !== undefined;
  const made: Pair[] = [];
  for (const [i, pair] of all.entries()) {
    const next = all.slice(i).find(({ from }) => from >= pair.end);
    end = pair.end;
    const group = pair.end === occurrence.end ? reader.group : ++reader.group;
    made.push({
      kind,
      cc: pair.cc,
      to: pair.to,
      directed: pair.directed,
      manner: manner.manner,
      mood: asked,
      at,
      leadFrom: occurrence.leadFrom,
      start: pair === all[0] ? occurrence.start : pair.end,
      end: Math.max(pair.end, pair === all.at(-1) ? manner.end : 0),
      clauseEnd: next?.from ?? occurrence.clauseEnd,
      group,
      letter: sides.letter,
      remark: form.says !== undefined,
      ...(both ? { both } : {}),
    });
  }
  const from = all.at(-1)?.end ?? occurrence.end;
  const asides = Object.values(match.people).flatMap((people) =>
    people.asides.map(([first, to]) => textBetween(sentence, first, to)),
  );
  const wish =
    kind !== 'introduce'
      ? null
      : (wishAround(sentence, occurrence, from, until) ??
        asides.map((aside) => wishIn(aside.plain)).find((each) => each !== null) ??
        null);
  const asking = wish ? made.map((pair) => withoutWishWords(askedFirst(pair, wish, sentence.text), wish, from)) : made;
  const beside = asides.reduce<readonly Pair[]>((pairs, aside) => correctedBeside(reader, aside, at, pairs), asking);
  reader.pairs.push(...(kind === 'introduced-already' ? made : correctedBehind(reader, sentence, at, beside)));
}

interface Sides {
  readonly pairs: readonly { readonly cc: Mention; readonly to: Mention; readonly directed: boolean }[];
  readonly letter: boolean;
  readonly pronouns: boolean;
}

const mostPairs = 12;

/** `pairwise`: the first with the first, the second with the second. */
function sidesOf(reader: Reader, at: number, people: Readonly<Record<string, People>>, pairwise = false): Sides | null {
  const of = (slot: string, beside?: string): Mention[] =>
    resolved(
      reader.discourse,
      at,
      people[slot]?.people ?? [],
      beside === undefined ? [] : (people[beside]?.people ?? []),
    )
      .filter((each) => !isReader(each))
      .map((each) =>
        each.nameless === true && (slot === 'cc' || slot === 'to') ? asBefore(reader, at, slot, each) : each,
      );
  const pronouns = Object.values(people).some((each) => each.people.some((person) => person.pronoun !== undefined));
  const sides = (ccs: readonly Mention[], tos: readonly Mention[], directed: boolean): Sides | null => {
    if (pairwise && ccs.length !== tos.length) return null;
    const pairs = ccs.flatMap((cc) =>
      tos
        .filter(
          (to, k) => (!pairwise || k === ccs.indexOf(cc)) && (to === cc || !sameName(cc, to) || cc.nameless === true),
        )
        .map((to) => ({ cc, to, directed })),
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

/** "I introduced Tariq to Ines. Please introduce him to Oona as well": the one who stood in the same place before. */
function asBefore(reader: Reader, at: number, slot: 'cc' | 'to', pronoun: Mention): Mention {
  const last = reader.pairs.at(-1);
  const again = /\b(?:as well|also|too|next|now|likewise)\b/.test(reader.discourse.sentences[at]?.plain ?? '');
  const before = last?.directed === true && again && at > last.at && at - last.at < 3 ? last[slot] : null;
  return before !== null && agreement(pronoun.words, before.readings[0]?.name ?? '') === 'known'
    ? unplaced(before)
    : pronoun;
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
): { cc: Mention; to: Mention; directed: boolean; from: number; end: number }[] {
  const result: { cc: Mention; to: Mention; directed: boolean; from: number; end: number }[] = [];
  const { tokens } = sentence;
  const endOf = (to: number): number => tokens[to - 1]?.end ?? 0;
  for (let i = match.to; !sentence.careless && i < tokens.length && result.length < mostPairs; ) {
    const joint = nextJoint(sentence, i, i === match.to || result.at(-1)?.end === endOf(i));
    if (joint === null) break;
    const next = matchAt(pairTo, sentence, joint.name);
    const sides = next && endOf(next.to) <= clauseEnd ? sidesOf(reader, at, next.people) : null;
    const named = sides?.pairs.every(
      ({ cc, to }) => isNamed(sentence, cc) && (isNamed(sentence, to) || to.self === true),
    );
    if (!next || !sides || !named) {
      i = joint.name;
      continue;
    }
    const from = tokens[joint.from]?.start ?? 0;
    result.push(...sides.pairs.map((pair) => ({ ...pair, from, end: endOf(next.to) })));
    i = next.to;
  }
  return result;
}

/** Where another name may begin: right behind a pair after any joint, and further on only after ", and" or a semicolon. */
function nextJoint({ tokens }: Sentence, from: number, behindPair: boolean): { from: number; name: number } | null {
  for (let i = from; i < Math.min(tokens.length, from + 60); i++) {
    const near = behindPair && i === from;
    if (
      !near &&
      tokens[i]?.norm !== ';' &&
      !(tokens[i]?.norm === ',' && /^(?:and|also|then|plus|&)$/.test(tokens[i + 1]?.norm ?? ''))
    )
      continue;
    let name = i;
    while (name < i + 9 && tokens[name]?.capital !== true && joining.has(tokens[name]?.norm ?? '')) name++;
    if (name > i && tokens[name]?.capital === true) return { from: i, name };
  }
  return null;
}

const joining: ReadonlySet<string> = new Set(
  ", ; and & plus also then while you are you're at it please finally lastly likewise as well similarly the same for".split(
    ' ',
  ),
);

/** A mention of another sentence: its offsets mean nothing in this one. */
const unplaced = (mention: Mention): Mention => ({
  ...mention,
  readings: mention.readings.map((reading) => ({ ...reading, end: 0 })),
});
const fromElsewhere = (person: Person): Person => ({ ...person, mention: unplaced(person.mention) });

/** "…, but ask Robert first", "after checking with her": the words before and behind the request. `until`: where the next one begins. */
function wishAround(sentence: Sentence, { leadFrom, start }: Occurrence, from: number, until: number): Wish | null {
  const behind = consentWishIn(sentence.plain.slice(from, until));
  if (behind) return { ...behind, where: 'behind' };
  const before = consentWishIn(sentence.plain.slice(Math.max(leadFrom, start - 200), start));
  return before && { ...before, where: 'before' };
}

interface Wish extends ConsentWish {
  readonly where: 'before' | 'behind' | 'inside';
}

const wishIn = (plain: string): Wish | null => {
  const found = consentWishIn(plain);
  return found && { ...found, where: 'inside' };
};

/** What stands between commas or in brackets, to be read by itself. */
const textBetween = (own: Sentence, from: number, to: number): Sentence =>
  sentenceOf(
    own.text.slice(own.tokens[from]?.start, own.tokens[to - 1]?.end).replace(/^[\s,(—–-]+|[\s,)—–-]+$/g, ''),
    own.paragraph,
    own.unit,
    own.item,
  );

/** As it was asked for, the words of the wish being no reason. */
function withoutWishWords(pair: Pair, { start, end, where }: Wish, from: number): Pair {
  if (where === 'inside') return pair;
  if (where === 'before') return { ...pair, leadFrom: pair.start };
  return start < 3
    ? { ...pair, end: Math.max(pair.end, from + end) }
    : { ...pair, clauseEnd: Math.min(pair.clauseEnd, from + start) };
}

/** The same with one party's yes, or both's, before it; where the words mean neither, the mentor is asked. */
function askedFirst(pair: Pair, wish: ConsentWish, words: string): Pair {
  if (pair.kind === 'introduced-already') return pair;
  const side = sideOf(pair, wish.who);
  if (side === null || wish.byMentor) return { ...pair, manner: { kind: 'conditional', condition: words.trim() } };
  const turned = side === 'cc';
  return {
    ...pair,
    kind: 'ask-first',
    to: turned ? pair.cc : pair.to,
    cc: turned ? pair.to : pair.cc,
    ...(side === 'both' ? { both: true } : {}),
  };
}

/** Whom the words mean: a pronoun for one is whoever is written to. */
function sideOf({ cc, to }: Pair, who: string): 'to' | 'cc' | 'both' | null {
  if (/^(?:|ask|him|her|he|she|his)$/.test(who)) return 'to';
  if (/^(?:both|each|either|them|they|their|everybody|everyone)\b/.test(who)) return 'both';
  const named: Mention = { words: who, readings: [{ name: who.replace(/'s?$/, ''), end: 0 }] };
  return sameName(named, to) ? 'to' : sameName(named, cc) ? 'cc' : null;
}

/** "I promised him that I would introduce her to Grace, so please do it", "… and if you saw your way to bringing that about". */
const pleaseDo =
  /\b(?:please|could you|can you|would you)(?: please)? (?:do (?:it|so|that)|make (?:it|that)|go ahead|arrange|see to|set)\b|\bif you (?:(?:could|would|can|will|might|were to|saw|see|should)(?: see)? )?(?:your way (?:clear )?to )?(?:do(?:ing)?|bring(?:ing)?|arrang(?:e|ing)|mak(?:e|ing)|see(?:ing)? to) (?:it|that|this|so)\b/;

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
    drafts.test(tail) ||
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

/** "Please introduce these.", below a list of which every line is a pair. */
const pointsUp =
  /^(?:(?:so|and|now|please|pls|kindly|could you|can you|would you|will you|i(?:'d| would) like you to)[\s,]+)*(?:introduce|connect|link|intro|make|do|arrange|set up|send|bring|put)\b[^.:]{0,16}\b(?:these|those|them all|all|each|both|above)\b[^.:]{0,40}[.!?)]*$/;

function readListAbove(reader: Reader, sentence: Sentence, at: number): boolean {
  if (!pointsUp.test(sentence.plain) || reader.pairs.length > 0) return false;
  const { sentences } = reader.discourse;
  const own = sentences[at - 1]?.paragraph ?? -1;
  const opening = sentences.slice(0, at).flatMap(({ paragraph, unit }, k) => {
    const previous = sentences[k - 1];
    return paragraph === own && own >= 0 && (previous?.paragraph !== paragraph || previous.unit !== unit) ? [k] : [];
  });
  const header: ListHeader = { paragraph: own, cc: null, at, mood: 'asked', manner: plainManner(sentence) };
  if (opening.length === 0 || !opening.every((k) => readListed(reader, k, header))) {
    reader.pairs = [];
    return false;
  }
  reader.used.add(at);
  dropMissed(reader, at);
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
const stopping =
  /^(?:(?:please|no|wait|actually|on reflection)[\s,]*)*(?:don't|do not|better not)[\s.!]*$|\b(?:(?:do not|don't|dont) (?:do|send|write|act|start|make|arrange|go ahead|proceed|move)\b(?![^.]*\bto (?:hesitate|forget))|hold (?:on|off|fire|it|that)|not yet\b|(?:forget|ignore|disregard|scrap|scratch|strike|cancel|skip|drop|undo) (?:it|that|this|the above|what i (?:said|wrote)|my (?:last|request)|all (?:of )?(?:that|this))|on second thoughts?,? (?:don't|do not|no|leave|not|let)|i shall sleep on it|sleep on it|never mind|leave it (?:for now|be|at that)|wait (?:until|till|for) (?:i|my)|not before(?: then| that)?,? please|nothing is to be sent|nobody needs to be written to|not to be sent yet|let us wait|let's wait|(?:maybe|perhaps) not\b|i have changed my mind|i've changed my mind|better not|(?:i(?:'d| would)|we'd) rather not)\b/;
const goesAhead =
  /^(?:[\s,]*(?:so|and|then|ok|okay|yes|now|well)[\s,]+)*(?:please|pls|kindly|(?:could|can|would|will) you(?: please| kindly| perhaps)?|i(?:'d| would) (?:like|love|be (?:so )?(?:grateful|glad|happy|obliged)(?: if)?) (?:you )?(?:to|could|would)?|go ahead|over to you|would you mind|do)?[\s,]*(?:please )?(?:go ahead|do (?:so|it|that|this|the honours|the needful|the introduction|the introductions|an introduction)|doing (?:so|it|that|this|the honours)|make (?:it|that|this|the|that introduction|this introduction|the introduction|an introduction|the connection|the intro)(?: happen| for me| so)?|introduce|intro|connect|set (?:it|that|this|something) up|arrange (?:it|that|this|something|an introduction|the introduction)|see to (?:it|that)|take care of (?:it|that|this)|make (?:the|an|that) (?:introduction|intro|connection)|the usual|send (?:it|the introduction|the letter)|organi[sz]e (?:it|that|this)|help (?:me )?with (?:that|this|it)|over to you|do the honours|oblige|ask (?:him|her|them))\b/;

/** `busy`: the sentence asks for something of its own. */
function readFollowUp(reader: Reader, at: number, busy: boolean): void {
  const sentence = reader.discourse.sentences[at];
  if (!sentence || sentence.paragraph < 0) return;
  if (readCorrection(reader, sentence, at, busy)) return;
  if (!busy && readEllipsis(reader, sentence, at)) return;
  if (stopping.test(sentence.plain)) stop(reader, sentence, at);
  else if (setsManner(reader, sentence, at)) return;
  if (!busy && goesAhead.test(sentence.plain) && !/\b(?:not|never|don't|cancel|off|stop)\b/.test(sentence.plain))
    goAhead(reader, sentence, at);
}

function readEllipsis(reader: Reader, sentence: Sentence, at: number): boolean {
  const last = reader.pairs.findLast((pair) => pair.kind !== 'introduced-already');
  const model = last && reader.pairs.find((pair) => pair.group === last.group);
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

/** What a sentence of its own sets right or takes back. What sounds like it and is not understood makes the mentor be asked. */
function readCorrection(reader: Reader, sentence: Sentence, at: number, busy: boolean): boolean {
  const again = reader.mistaken !== null && reader.mistaken.at === at - 1;
  if (reader.pairs.length === 0 || !(again || mayCorrect(sentence))) return false;
  const open = openPairs(reader);
  const named = open.flatMap(({ cc, to }) => [cc, to]);
  const found = open.length === 0 ? null : correctionIn(sentence, 0, named, again ? 'again' : 'alone');
  if (!found || found.kind === 'set aside') return false;
  if (found.kind === 'doubt' && found.wrong === null && (busy || stopping.test(sentence.plain))) return false;
  // "Forget Tariq" asks for something of its own as well.
  const alone = !(busy && found.kind === 'doubt');
  if (alone) reader.used.add(at);
  const group = open.at(-1)?.group;
  const last = open.filter((pair) => pair.group === group);
  const changes = changesBy(reader, found, open, at - (last[0]?.at ?? 0) > 6 ? [] : last, sentence, at);
  reader.pairs = reader.pairs.map((pair) => changes.get(pair) ?? pair);
  return alone;
}

const openPairs = (reader: Reader): readonly Pair[] =>
  reader.pairs.filter(({ kind, mood, letter }) => kind !== 'introduced-already' && mood === 'asked' && !letter);

/** What becomes of each pair. */
function changesBy(
  reader: Reader,
  found: Correction,
  open: readonly Pair[],
  last: readonly Pair[],
  sentence: Sentence,
  at: number,
): ReadonlyMap<Pair, Pair> {
  const doubted = (pairs: readonly Pair[]): ReadonlyMap<Pair, Pair> =>
    new Map(pairs.map((pair) => [pair, { ...pair, doubt: sentence.text }]));
  switch (found.kind) {
    case 'set aside':
      return new Map();
    case 'taken back': {
      const whole = /\b(?:all|everything|both|them|those|the above|mail|message|paragraph)\b/.test(sentence.plain);
      return new Map((whole ? open : last).map((pair) => [pair, { ...pair, withdrawn: true }]));
    }
    case 'doubt': {
      const { wrong } = found;
      reader.mistaken = { wrong, at };
      if (wrong === null) return doubted(open);
      return doubted(open.filter(({ cc, to }) => sameName(cc, wrong) || sameName(to, wrong)));
    }
    case 'right': {
      const placed = (mention: Mention): Mention =>
        resolved(reader.discourse, at, [{ mention, from: 0, to: 0 }], [])[0] ?? mention;
      const before = reader.mistaken !== null && at - reader.mistaken.at <= 2 ? reader.mistaken.wrong : null;
      const by = {
        ...found,
        right: placed(found.right),
        other: found.other && placed(found.other),
        wrong: found.wrong ?? before,
      };
      const pairs = corrected(open, last, by);
      if (!pairs) return doubted(open);
      return new Map(pairs.map(({ was, pair: { doubt: _, withdrawn: __, ...pair } }) => [was, pair]));
    }
    default:
      return found satisfies never;
  }
}

/** "…, not the one at Acme but Oskar": set right behind the request, in its own sentence. */
function correctedBehind(reader: Reader, sentence: Sentence, at: number, pairs: readonly Pair[]): readonly Pair[] {
  const end = pairs.at(-1)?.end ?? 0;
  const from = sentence.tokens.findIndex((token) => token.start >= end);
  const named = pairs.flatMap(({ cc, to }) => [cc, to]);
  const found = from < 0 || pairs.some(({ letter }) => letter) ? null : correctionIn(sentence, from, named, 'behind');
  if (!found) return pairs;
  const behind =
    found.kind === 'right' || found.kind === 'set aside' ? (sentence.tokens[found.end - 1]?.end ?? end) : end;
  const changes = changesBy(reader, found, pairs, pairs, sentence, at);
  return pairs.map((pair) => {
    const changed = changes.get(pair) ?? pair;
    return { ...changed, end: Math.max(changed.end, behind) };
  });
}

/** "Maya (not Lindh, the other one)": set right beside the name. */
function correctedBeside(reader: Reader, aside: Sentence, at: number, pairs: readonly Pair[]): readonly Pair[] {
  const named = pairs.flatMap(({ cc, to }) => [cc, to]);
  const found = opensCorrection(aside.plain) ? correctionIn(aside, 0, named, 'behind') : null;
  if (!found) return pairs;
  const changes = changesBy(reader, found, pairs, pairs, aside, at);
  return pairs.map((pair) => changes.get(pair) ?? pair);
}

/** "Introduce Maya to Nadia instead", "No, introduce …": what was asked of one of the two before is replaced, or in doubt. */
function replaceEarlier(reader: Reader, sentence: Sentence, from: number): void {
  const made = reader.pairs.slice(from).filter(({ mood, kind }) => mood === 'asked' && kind !== 'introduced-already');
  const instead = /\binstead\b(?! of\b)/.test(sentence.plain);
  if (made.length === 0 || !(instead || opensCorrection(sentence.plain)) || another.test(sentence.plain)) return;
  const surely =
    instead || /^[\s"'(]*(?:no\b|oops|scrap|scratch|ignore|disregard|correction|wait,? no)/.test(sentence.plain);
  const shares = (pair: Pair): boolean =>
    made.some((each) => [each.cc, each.to].some((mine) => sameName(mine, pair.cc) || sameName(mine, pair.to)));
  reader.pairs = reader.pairs.map((pair, k) => {
    if (k >= from || pair.mood !== 'asked' || pair.kind === 'introduced-already') return pair;
    if (!shares(pair)) return surely && !instead ? { ...pair, doubt: sentence.text } : pair;
    return surely ? { ...pair, withdrawn: true } : { ...pair, doubt: sentence.text };
  });
}

const another = /\b(?:also|too|as well|another|one more|further|additional(?:ly)?|second|next|besides)\b/;

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
  /\b(?:(?:(?:show|send) (?:me|us)|let (?:me|us) (?:see|have|read|check|approve|look at|look over|review))(?: (?:it|them|that|the (?:draft|letter|text|mail)|a draft|what you write|everything))?\b[^.;]{0,20}\b(?:first|before)|(?:i|we)(?:'d| would| should| want| wish| need| must| have|'ll| will)?(?: (?:really|very much|rather|like|love|prefer|to|want|need|please|first|wish)){0,4} (?:see|read|check|approve|look at|look over|look it over|go over|review) (?:it|them|that|this|the (?:draft|letter|text|mail|words)|a draft|everything|what you write)\b[^.;]{0,24}\b(?:first|before|beforehand)|(?:can|could|may|might) (?:i|we) (?:please )?(?:see|read|check|approve|look at|go over|review) (?:it|them|that|this|the (?:draft|letter|text|mail)|a draft|everything|what you write)\b|before (?:it|they|anything|that|this|the letter) (?:goes|go|is|are|leaves)\b[^.;]{0,60}\b(?:i|me|us|draft)\b|(?:i|me|us|draft)\b[^.;]{0,60}\bbefore (?:it|they|anything|that|this|the letter) (?:goes|go|is sent|are sent|leaves)|only (?:as )?a draft|as a draft|draft (?:only|first)|for my (?:perusal|approval|review|eyes first)|don't send (?:it|them) yet|not send (?:it|them) yet|a draft (?:please|first|will do))\b/;
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
  const wish = consentWishIn(sentence.plain);
  if (wish && isOnlyWish(sentence.plain, wish)) {
    const meant = reader.pairs.filter((pair) => sideOf(pair, wish.who) !== null);
    return apply((pair) => (meant.length === 0 || meant.includes(pair) ? askedFirst(pair, wish, sentence.text) : pair));
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
    const pronoun =
      /\b(?:his|her|their|him|them|he|she)\b/.test(sentence.plain) && near !== undefined && speaksOf(reader, near, at);
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

/** Between the request and sentence `at` nobody is named but the one who is written to. */
function speaksOf(reader: Reader, { to, at }: Pair, before: number): boolean {
  const between = reader.discourse.names.slice(at + 1, before).flat();
  return before - at < 6 && between.every(({ person }) => sameName(person.mention, to));
}

function confirmed(reader: Reader): Pair[] {
  const manner = pendingManner.get(reader);
  return reader.pairs.map((pair) => {
    if (pair.withdrawn === true) return { ...pair, mood: 'denied' };
    if (pair.doubt !== undefined)
      return { ...pair, kind: 'introduce', manner: { kind: 'conditional', condition: pair.doubt } };
    return manner && pair.kind === 'introduce' && pair.manner.kind === 'now' ? { ...pair, manner } : pair;
  });
}
