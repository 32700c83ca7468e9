// Who is introduced to whom: the pairs of a mail, sentence by sentence, from what its requests ask for (sides.ts, manner.ts, asked-first.ts),
// what lists name (listed-pairs.ts), and what later sentences add, confirm, stop or set right (follow-ups.ts, corrected-pairs.ts).

import { askedFirst, wishAround, wishIn, withoutWishWords } from './asked-first.ts';
import { correctedBehind, correctedBeside, replaceEarlier } from './corrected-pairs.ts';
import type { Discourse } from './discourse.ts';
import { readFollowUp, readStatedAddresses } from './follow-ups.ts';
import { headerIn, type ListHeader, pointsToList, readListAbove, readListed } from './listed-pairs.ts';
import { mannerOf } from './manner.ts';
import type { Mood } from './mood.ts';
import type { Occurrence } from './occurrences.ts';
import { introducing, type Pair, type Reader } from './pair.ts';
import type { Mention } from './requests.ts';
import { heldOne, reservationIn } from './reservations.ts';
import { type Sentence, sentence as sentenceOf } from './sentences.ts';
import { furtherPairs, isNamed, sidesOf, type TogetherAt } from './sides.ts';

/** "I promised him that I would introduce her to Nadia, so please do it", "… and if you saw your way to bringing that about". */
const pleaseDo =
  /\b(?:please|could you|can you|would you)(?: please)? (?:do (?:it|so|that)|make (?:it|that)|go ahead|arrange|see to|set)\b|\bif you (?:(?:could|would|can|will|might|were to|saw|see|should)(?: see)? )?(?:your way (?:clear )?to )?(?:do(?:ing)?|bring(?:ing)?|arrang(?:e|ing)|mak(?:e|ing)|see(?:ing)? to) (?:it|that|this|so)\b/;

export interface Reading {
  readonly pairs: readonly Pair[];
  /** Sentences that only say how, or correct: nothing of a note. */
  readonly used: ReadonlySet<number>;
  /** Asked for, but two people could not be made out. */
  readonly missed: readonly number[];
}

/** `letterFrom`: index of the first sentence that is nothing but the words of the letter, to be read by nobody. */
export function pairsOf(
  discourse: Discourse,
  occurrences: readonly Occurrence[],
  letterFrom: number,
  opensWith: Mention | null,
): Reading {
  const reader: Reader = {
    discourse,
    opensWith,
    pairs: [],
    used: new Set(),
    missed: [],
    group: 0,
    manner: null,
    mistaken: null,
  };
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

/** `until`: where the next one begins in the sentence. */
function readOccurrence(reader: Reader, occurrence: Occurrence, until: number): void {
  const { match, at, form } = occurrence;
  const sentence = reader.discourse.sentences[at];
  if (!sentence || (reader.pairs.length === 0 && pointsToList(reader, sentence, at))) return;
  const kind = form.kind === 'ask-first' || form.kind === 'introduced-already' ? form.kind : 'introduce';
  const pairwise = /\b(?:respectively|in that order)\b/.test(
    sentence.plain.slice(occurrence.leadFrom, occurrence.clauseEnd),
  );
  const sides = sidesOf(reader, at, match.people, pairwise);
  // "Ines ought to know the man behind it" says something of Ines; only names make it a request.
  const remark =
    match.phrase.first === null &&
    sides?.pairs.some(
      ({ cc, to }) => cc.nameless === true || to.nameless === true || !isNamed(sentence, cc) || !isNamed(sentence, to),
    ) === true;
  // "Send Maya to sleep", "pass on my regards to Tariq": other things are sent and passed on too.
  const sent =
    /^(?:pass|hand|send|refer)$/.test(sentence.tokens[match.from]?.norm ?? '') &&
    sides?.pairs.some(
      ({ cc, to }) => cc.nameless === true || to.nameless === true || !isNamed(sentence, cc) || !isNamed(sentence, to),
    ) === true &&
    !sides.pronouns;
  if (sent) return;
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
  const all: readonly TogetherAt[] = [
    ...sides.pairs.map((pair) => ({ ...pair, from: occurrence.start, end: occurrence.end })),
    ...furtherPairs(reader, sentence, at, match, occurrence.clauseEnd),
  ];
  const made = pairsMade(reader, sentence, occurrence, kind, sides.letter, all);
  const end = all.at(-1)?.end ?? occurrence.end;
  const asides = Object.values(match.people).flatMap((people) =>
    people.asides.map(([first, to]) => textBetween(sentence, first, to)),
  );
  const wish =
    kind !== 'introduce'
      ? null
      : (wishAround(sentence, occurrence, end, until) ??
        asides.map((aside) => wishIn(aside.plain)).find((each) => each !== null) ??
        null);
  const asking = wish ? made.map((pair) => withoutWishWords(askedFirst(pair, wish, sentence.text), wish, end)) : made;
  const drafted = asides.some((aside) => /^(?:as a |only a |a )?draft(?: only| first| please)?$/.test(aside.plain));
  const reserved = asides.find((aside) => reservationIn(aside.plain) !== null);
  const held =
    drafted && kind === 'introduce'
      ? asking.map((pair): Pair => ({ ...pair, manner: { kind: 'draft' } }))
      : reserved === undefined || kind === 'introduced-already'
        ? asking
        : asking.map((pair): Pair => ({ ...pair, manner: { kind: 'conditional', condition: reserved.text } }));
  const tail = sentence.text.slice(end, occurrence.clauseEnd).trim();
  const one = all.length > 1 ? heldOne(tail.toLowerCase()) : null;
  const meant = one === null ? undefined : held.at({ first: 0, second: 1, third: 2, last: -1 }[one]);
  const told = held.map(
    (pair): Pair =>
      pair === meant ? { ...pair, manner: { kind: 'conditional', condition: tail }, clauseEnd: pair.end } : pair,
  );
  const beside = asides.reduce<readonly Pair[]>((pairs, aside) => correctedBeside(reader, aside, at, pairs), told);
  reader.pairs.push(...(kind === 'introduced-already' ? made : correctedBehind(reader, sentence, at, beside)));
}

/** Each pair with the words that belong to it; further pairs of the same breath are groups of their own. */
function pairsMade(
  reader: Reader,
  sentence: Sentence,
  occurrence: Occurrence,
  kind: Pair['kind'],
  letter: boolean,
  all: readonly TogetherAt[],
): Pair[] {
  const { at, form, match, leadFrom } = occurrence;
  const manner = mannerOf(sentence, occurrence);
  const mood = kind === 'introduced-already' ? 'asked' : moodAround(sentence, occurrence);
  // "Ask Maya and Tariq whether they want to meet."
  const both = kind === 'ask-first' && match.people.pair !== undefined;
  reader.group++;
  return all.map((pair, i) => {
    const next = all.slice(i).find(({ from }) => from >= pair.end);
    return {
      kind,
      cc: pair.cc,
      to: pair.to,
      directed: pair.directed,
      manner: manner.manner,
      mood,
      at,
      leadFrom,
      start: i === 0 ? occurrence.start : pair.end,
      end: Math.max(pair.end, i === all.length - 1 ? manner.end : 0),
      clauseEnd: next?.from ?? occurrence.clauseEnd,
      group: pair.end === occurrence.end ? reader.group : ++reader.group,
      letter,
      // What names several pairs is no words of one.
      remark: form.says !== undefined && all.length === 1,
      ...(both ? { both } : {}),
    };
  });
}

/** What somebody only wishes is asked for where the same sentence says "please do". */
function moodAround(sentence: Sentence, { form, mood, end, clauseEnd }: Occurrence): Mood {
  const wished = form.says === 'wish' && mood === 'asked' ? 'pending' : mood;
  const open = wished === 'pending' || (form.says === 'remark' && wished === 'unclear');
  return open && pleaseDo.test(sentence.plain.slice(end, clauseEnd)) ? 'asked' : wished;
}

/** What stands between commas or in brackets, to be read by itself. */
const textBetween = (own: Sentence, from: number, to: number): Sentence =>
  sentenceOf(
    own.text.slice(own.tokens[from]?.start, own.tokens[to - 1]?.end).replace(/^[\s,(—–-]+|[\s,)—–-]+$/g, ''),
    own.paragraph,
    own.unit,
    own.item,
  );

/** A report of one's own: nothing before it but when and by the way. */
function tellsOfItself(lead: string): boolean {
  return /^[\s,;:.]*(?:(?:fyi|for the record|by the way|btw|so (?:that )?you know|for your information|note|also|and|yes|hi|hello|actually|last|this|week|month|night|morning|evening|yesterday|today|on|in|for (?:your|the) records?|to let you know|that|just|a quick note|the other day|recently|earlier|monday|tuesday|wednesday|thursday|friday|saturday|sunday|please|record|don't|suggest|because|as)\b[\s,;:.—-]*)*$/.test(
    lead,
  );
}

function confirmed(reader: Reader): Pair[] {
  const { manner } = reader;
  return reader.pairs.map((pair) => {
    if (pair.withdrawn === true) return { ...pair, mood: 'denied' };
    if (pair.doubt !== undefined)
      return { ...pair, kind: 'introduce', manner: { kind: 'conditional', condition: pair.doubt } };
    return manner && pair.kind === 'introduce' && pair.manner.kind === 'now' ? { ...pair, manner } : pair;
  });
}
