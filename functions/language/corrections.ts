// What a mail says about what it asked before: who was meant instead ("sorry, I mean Nadia"), or that nothing is meant any more
// ("ignore the line above"). A sentence that sounds like either and cannot be read is doubt: then the mentor is asked, and nothing
// goes out. Rules, in this order: harmless words, the right name, taking back, doubt.

import { sameName } from './discourse.ts';
import { folded } from './normalise.ts';
import { readPerson } from './one-person.ts';
import type { Mention, Reading } from './requests.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';
import { anyOf } from './wording.ts';
import { common } from './words.ts';

/** Who is right; `wrong` and `side` where the words say whose place it takes. `end`: the token behind what was read. */
export interface Right {
  readonly kind: 'right';
  readonly right: Mention;
  /** "I meant Maya to Nadia": the other one, named anew as well. */
  readonly other: Mention | null;
  readonly wrong: Mention | null;
  readonly side: 'to' | null;
  readonly end: number;
}

export type Correction =
  | Right
  | { readonly kind: 'taken back' }
  /** `wrong`: who was named by mistake, where that alone is said. */
  | { readonly kind: 'doubt'; readonly wrong: Mention | null }
  /** "…, not Oskar", of whom nobody has spoken. */
  | { readonly kind: 'set aside'; readonly end: number };

/** Words with which a correction begins, and those between them and the right name. */
const exclamations =
  'oops|ooops|whoops|argh|aargh|ah|oh|ach|sorry|so sorry|wait|hang on|hold on|actually|correction|erratum|my apologies|apologies|pardon me|pardon|excuse me|on second thoughts?|on reflection|come to think of it|my mistake|my bad|silly me|stupid me|goodness|goodness me|gosh|heavens|good heavens|dear me|oh dear|damn|change of plans?|typo|hm+|no|nope|um|er|uh';
const revokes =
  'scratch|scrap|strike|ignore|disregard|forget|cancel|drop|delete|undo|skip|replace|swap|substitute|exchange';
const meant =
  "i mean|i meant|i do mean|i did mean|i of course mean|i of course meant|i should have (?:said|written|put)|i wanted to (?:say|write)|i was thinking of|i am thinking of|i'm thinking of|what i meant was|who i meant was|whom i meant was|make that|make it|that should (?:be|read|have been)|it should (?:be|read|have been)|should (?:be|read|have been)|shall be|that is to say|that is|that's|it is|it's|it was|of course|rather|better still|even better|better|instead|let us (?:say|take|make it)|let's (?:say|take|make it)|the right (?:one|name|person) is|the correct (?:one|name|person) is|to say|say|take|try|read|send|send it|but|to|with|for|by|please";
const linking = new RegExp(
  String.raw`^[\s,.:;!—–"'()-]*(?:(?:${exclamations}|${revokes}|${meant}|it|that|this|the above|the last one|wrong (?:one|name|person|way)|wrong|and|so|then|i got (?:it|that|the name) wrong|that is wrong|that's wrong|that was wrong)(?=[\s,.:;!—–"'()-]|$)[\s,.:;!—–"'()-]*)*$`,
);

const opening = new RegExp(
  String.raw`^[\s"'(*—–,;-]*(?:(?:please|and|but|so)[\s,]+)?(?:${exclamations}|${revokes}|i meant?|make that|or rather|rather|better|wrong|not|instead|let's make it|let us make it)(?=[\s,.:;!?—–-]|$)`,
);

/** Words of correction wherever they stand. */
const saysWrong = anyOf(
  // Who was meant.
  /i (?:of course )?meant?\b|should have (?:been|said|written|read)/,
  // The wrong one; what it should be.
  /wrong (?:name|person|one|address)|it should (?:be|read)|that should (?:be|read)/,
  // My mistake, the names are mixed up.
  /my mistake|mixed (?:up|them)|got (?:it|that|them|the names?) wrong|that(?:'s| is| was) wrong/,
  // Not that.
  /scrap that|scratch that|strike that/,
  // Another instead.
  /instead\b|correction:|would (?:actually )?be better\b/,
);

const inside = new RegExp(String.raw`\b${saysWrong}|, actually[.!]*$`);
const namesWrong =
  /(?:\bnot(?: yet| now)?(?: to| with)?|\binstead of|\brather than|\bin place of|\bbetter than|\b(?:scratch|scrap|strike|ignore|disregard|forget|cancel|drop|skip|replace|swap|substitute|exchange)|^[\s"'(]*(?:erratum:? |typo:? |correction:? )?for|\bi (?:wrote|said|typed|put|named)|\bwrong|\bno longer)(?: (?:to|with|the))?\s*["']?$/;

/** Sounds like a correction, and says something else. */
const harmless =
  /^[\s"'(*—–,;-]*(?:(?:and|but|so|oh|ah)[\s,]+)*(?:(?:so )?(?:sorry|apologies|my apologies|pardon|excuse)[\s,]*(?:for|to|about|if|that (?:i|it|this)|it(?:'s| is)|this is|i'm|i am|i (?:haven't|have not|was|did not|didn't|took|missed|know|forgot)|my|the (?:delay|short|late|long)|again)\b|wait (?:for|till|until|list)\b|no,? (?:hurry|rush|need|reply|answer|reason|doubt|wonder|problem|worries|one|more|less|other|harm|\p{L}+ (?:needed|necessary|required))\b|not (?:that|only|least|a |an |many|much|every|all|one|even|sure|bad|to mention|because|yet|for|in|on|at|as|so|quite|just|everybody|everyone)\b|(?:ignore|forget|skip|drop|cancel) (?:his|her|their|my|me|him|them|(?:the |any |all )?(?:typos|spelling|mistakes)|the (?:bit|part|thing|story) (?:about|where|on|with))\b|oh,? (?:and|he|she|they|it|how|what|yes|i)\b|ah,? (?:and|he|she|they|it|yes)\b|rather (?:a|an|like|than|good|well|shy|more|too)\b|better (?:than|late)\b|wrong (?:way|side)\b)|^[\s"'(*—–,;-]*(?:(?:and|but|so|oh|ah)[\s,]+)*actually,?[\s]*(?:he|she|they|both|his|her|their|we|i(?! mean| meant|'d)|the two|there)\b|\bi (?:meant?) (?:to (?!say|write)|to write (?:to|you|earlier|sooner|before|again|back|this)\b|well|it\b|business|every word|no (?:harm|offence))|\binstead of\b/u;

const takingBack = new RegExp(
  String.raw`^[\s"'(*—–,;-]*(?:(?:please|no|oh|ah|wait|sorry|oops|actually|on second thoughts?|on reflection|hang on|hold on|and|but|so|then|just|could you|can you|would you|kindly)[\s,.!—-]+)*(?:(?:(?:hm+|mm+|um|uh|er|well|nah|or)[\s,.!—-]+)*(?:${revokes}) (?:it|that|this|them|those|both|the above|(?:the|my|that) (?:(?:last|first|previous|above|whole) )?(?:line|sentence|one|request|bit|part|paragraph|mail|message|introduction|words?)s?(?! (?:about|where|that|on|of|with)\b)|what i (?:just )?(?:said|wrote|asked)|all (?:of )?(?:that|this|the above)|everything|the (?:line|sentence|request|paragraph|bit|words?) (?:above|before)|the one (?:above|before)|\p{L}+ request)\b|(?:no|wait|hold on|hang on|actually|nope)[\s,.!—-]*(?:no|wait|don't|do not)?[\s.!?]*$)`,
  'u',
);

/**
 * What `sentence` says from token `from` on, of people who were asked for before. Null where it corrects nothing.
 * `named`: those people; `behind`: the words stand behind a request, in its sentence; `again`: they go on
 * from a sentence that has already said that something is wrong.
 */
export function correctionIn(
  sentence: Sentence,
  from: number,
  named: readonly Mention[],
  where: 'alone' | 'behind' | 'again',
): Correction | null {
  const { tokens } = sentence;
  const offset = tokens[from]?.start ?? sentence.plain.length;
  const words = sentence.plain.slice(offset, offset + longest);
  if (where === 'alone' && questioned.test(words)) return { kind: 'doubt', wrong: null };
  if (where === 'behind' && !opening.test(words)) return null;
  const names = namesAfter(sentence, from);
  const wrong = names.wrong.find(({ mention }) => named.some((each) => sameName(each, mention)))?.mention ?? null;
  const isHarmless = harmless.test(words);
  // Without capitals "ignore this mail" might name somebody.
  if (takingBack.test(words) && (!names.right || (sentence.careless && !explicit.test(words))))
    return { kind: 'taken back' };
  if (names.right && (wrong !== null || !isHarmless)) return { ...names.right, wrong };
  if (wrong !== null) return { kind: 'doubt', wrong };
  const [aside] = names.wrong;
  if (aside && (where === 'behind' || setsAside.test(words))) return { kind: 'set aside', end: aside.to };
  return !isHarmless && doubtful.test(words) ? { kind: 'doubt', wrong: null } : null;
}

/** Without one of these signs a sentence corrects nothing. */
export function mayCorrect({ text, plain }: Sentence): boolean {
  const words = plain.slice(0, longest);
  return (
    opening.test(words) ||
    inside.test(words) ||
    questioned.test(words) ||
    /\bnot \p{Lu}|\bI (?:wrote|said|typed)\b|^For \S{1,40} read\b|, (?:rather|instead)[.!]*$/u.test(
      text.slice(0, longest),
    )
  );
}

/** "Not to Tariq, they have fallen out." */
const setsAside = /^[\s"'(*—–,;-]*(?:but |and |just |only )*not (?:yet |now )?(?:to|with) /;

/** The sentence begins with a word of correction, and means it. */
export const opensCorrection = (plain: string): boolean => opening.test(plain) && !harmless.test(plain);

/** Where what is said of the right one begins behind a correction: "Sorry, I mean Nadia; she binds books." 0 where nothing does. */
export function remarkBehind({ text, plain }: Sentence): number {
  if (text.length > longest || !opensCorrection(plain)) return 0;
  const joint = /\s*(?:;|\s[—–-]|,(?= (?:he|she|they|his|her|their|both) ))\s*(?=[^;—–]{12,}$)/u.exec(text);
  return joint && joint.index > 6 && !setsAside.test(plain) ? joint.index + joint[0].length : 0;
}

const longest = 400;
const furthestName = 60;

/** The first name that nothing but words of correction stand before or behind, and those that are said to be wrong. */
function namesAfter(
  sentence: Sentence,
  from: number,
): { right: Omit<Right, 'wrong'> | null; wrong: { mention: Mention; to: number }[] } {
  const { tokens, plain } = sentence;
  const wrong: { mention: Mention; to: number }[] = [];
  let right: Omit<Right, 'wrong'> | null = null;
  let clause = tokens[from]?.start ?? plain.length;
  for (let i = from; i < Math.min(tokens.length, from + furthestName); i++) {
    const token = tokens[i];
    if (!token || !mayName(sentence, token) || (i === from && onlyOpens(sentence, i))) continue;
    const person = readPerson(sentence, i, commaAfter(tokens, i), false);
    if (!person || person.pronoun !== undefined || person.mention.self === true) continue;
    const place = person.mention.readings[0]?.organisation;
    if (person.mention.nameless === true && place === undefined) continue;
    const before = plain.slice(clause, token.start);
    if (namesWrong.test(before)) {
      wrong.push({ mention: person.mention, to: person.to });
      clause = tokens[person.to - 1]?.end ?? clause;
    } else if (right === null && isRight(sentence, before, person.to)) {
      const second =
        tokens[person.to]?.norm === 'to' ? readPerson(sentence, person.to + 1, tokens.length, false) : null;
      const other = second && second.mention.nameless !== true && second.mention.self !== true ? second : null;
      right = {
        kind: 'right',
        right: person.mention,
        other: other?.mention ?? null,
        side: /\bto\s*(?:the )?$/.test(before) ? 'to' : null,
        end: behindWords(sentence, (other ?? person).to),
      };
    }
    i = Math.max(i, person.to - 1);
  }
  return { right, wrong };
}

/** "Hang on", "Change of plan": a capital at the beginning names somebody only where no other words go on from it. */
function onlyOpens({ tokens, plain, careless }: Sentence, i: number): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token || common.has(token.norm)) return true;
  if (careless || next?.kind !== 'word' || next.capital || next.norm === 'to') return false;
  return !follows.test(plain.slice(token.end));
}

/** "Not Tariq, Nadia" are two: no name goes on behind a comma here. */
function commaAfter(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.norm === 'the') return tokens.length;
  const at = tokens.slice(from, from + 12).findIndex(({ norm }) => norm === ',');
  return at < 0 ? tokens.length : from + at;
}

/** Exclamations are no names; without capitals whatever is no common word may be one. */
function mayName({ careless }: Pick<Sentence, 'careless'>, { kind, norm, capital }: Token): boolean {
  if (kind === 'address' || norm === 'the') return true;
  if (kind !== 'word' || linking.test(`${norm} `)) return false;
  return careless ? !common.has(norm) : capital;
}

/** "Nadia | would be better": what only says that it is her. */
function behindWords({ tokens, plain }: Sentence, to: number): number {
  const from = tokens[to - 1]?.end ?? plain.length;
  const end = from + (follows.exec(plain.slice(from))?.[0].length ?? 0);
  const next = tokens.findIndex((token) => token.start >= end);
  return next < 0 ? tokens.length : next;
}

function isRight(sentence: Sentence, before: string, to: number): boolean {
  const { tokens, text, plain, careless } = sentence;
  const behind = plain.slice(tokens[to - 1]?.end ?? plain.length);
  const anew = before.slice(before.search(/[^;:.!?—(,]*$/));
  const led = linking.test(before) || contrast.test(before) || (opening.test(anew) && linking.test(anew));
  // "No hurry" names nobody: a name has a capital, unless the writer uses none at all.
  if (careless && /^\P{Ll}*\p{Lu}/u.test(text) && /\p{Ll}/u.test(text)) return false;
  if (careless && !explicit.test(before) && !/^[\s.,;!?]*$/.test(behind)) return false;
  return led || follows.test(behind);
}

/** "not the one at Acme but the coach, | Bob": what is wrong is described, not named. */
const contrast =
  /^[\s,;—-]*(?:no,? )?not [^.;!?]{1,80}?(?:\bbut|,|—)\s*(?:to |with )?(?:(?:the|my|our|her|his) \p{L}+,?\s*)?$/u;
const explicit = /\b(?:i meant?|make that|should be|correction)\b/;
const follows =
  /^[\s,]*(?:rather[.!]*$|i meant?\b|instead\b|is (?:who|whom|the one|the right)\b|would be (?:better|right)\b|is better\b|it (?:is|should be)\b|of course\b)/;

/** A sentence that begins so may correct what was asked. */
const opensDoubt = anyOf(
  // Oops.
  /o+ps|whoops|argh/,
  // Sorry, wait.
  /sorry|wait|hang on|hold on/,
  // Actually.
  /actually|correction|erratum/,
  // On second thoughts.
  /on second thoughts?|on reflection|come to think of it/,
  // My mistake.
  /my mistake|my bad|my apologies|apologies|pardon(?: me)?|excuse me/,
  // A typo, a change of plan.
  /typo|change of plans?/,
  // Another instead.
  /replace|swap|substitute/,
  // I meant.
  /let's make it|i meant?|make that|or rather/,
  // Wrong.
  /wrong/,
  // Ignore that.
  /ignore|disregard|scratch|scrap|strike/,
  // Hm; no.
  /hm+|no(?=\s*[,.!;—])/,
);

const doubtful = new RegExp(
  String.raw`^[\s"'(*—–,;-]*(?:(?:please|and|but|so|oh|ah)[\s,]+)*${opensDoubt}(?=[\s,.:;!?—–-]|$)|\b(?:i (?:of course )?meant?\b|should have (?:been|said|written)|wrong (?:name|person|one)|my mistake|mixed (?:up|them)|got (?:it|that|them|the names?) wrong|that(?:'s| is| was) wrong|scrap that|scratch that|strike that)`,
);
/** The introduction is asked about, after it was asked for. */
const questioned =
  /^[\s"'(]*(?:(?:but|and|or|hm+|so)[\s,]+)*(?:what do you think|is (?:that|it|this) (?:wise|sensible|a (?:good|bad) idea|too)|would (?:that|it|this) be (?:wise|sensible|a (?:good|bad) idea|too)|or (?:is|would|should|shall|perhaps|maybe|not|rather)\b|am i mad|too (?:early|soon)\b|i am not sure|i'm not sure|not sure)[^.!]{0,60}[?？.]?$/;

/** One name in common: "Tariq Osei" and "Tariq Haddad". */
export function kindred(a: Mention, b: Mention): boolean {
  const words = (mention: Mention): string[] => folded(mention.readings[0]?.name ?? '').split(/[\s-]+/);
  return words(a).some((word) => word !== '' && words(b).includes(word));
}

/** The two of an introduction, as far as a correction is concerned. */
export interface Two {
  readonly cc: Mention;
  readonly to: Mention;
}

/**
 * `all` with the right one in the place of the wrong: of whoever is said to be wrong, else of whoever shares a name with the right
 * one, else of whom the last breath was to be introduced to. Null where nobody's place, or more than one, can be meant.
 */
export function corrected<T extends Two>(
  all: readonly T[],
  last: readonly T[],
  by: Right,
): { pair: T; was: T }[] | null {
  const { right, other, wrong, side } = by;
  if (other !== null) {
    const [only, more] = last;
    return only && !more
      ? [{ was: only, pair: { ...only, cc: placed(right, only.cc), to: placed(other, only.to) } }]
      : null;
  }
  const hit = (mention: Mention): boolean => (wrong ? sameName(mention, wrong) : kindred(mention, right));
  const named = all.filter((pair) => hit(pair.cc) || hit(pair.to));
  const targets = named.length > 0 ? named : wrong ? [] : last;
  if (targets.length === 0 || (named.length === 0 && new Set(targets.map(({ to }) => to.words)).size > 1)) return null;
  const result = targets.map((was) => {
    const slot = side === null && hit(was.cc) && !hit(was.to) ? 'cc' : 'to';
    return { was, pair: { ...was, [slot]: placed(right, was[slot]) } };
  });
  const changes = result.some(({ was, pair }) => !same(was.cc, pair.cc) || !same(was.to, pair.to));
  return changes && result.every(({ pair }) => !sameName(pair.cc, pair.to)) ? result : null;
}

const same = (a: Mention, b: Mention): boolean =>
  a.address === b.address &&
  a.readings[0]?.name === b.readings[0]?.name &&
  a.readings[0]?.organisation === b.readings[0]?.organisation;

/** In the place of another. "The one at Acme" bears the name of the one whom it replaces. */
function placed(right: Mention, wrong: Mention): Mention {
  const end = wrong.readings[0]?.end ?? 0;
  if (right.nameless !== true)
    return { ...right, readings: right.readings.map((reading): Reading => ({ ...reading, end })) };
  const [reading] = right.readings;
  const name = (wrong.readings[0]?.name ?? '').split(' ')[0] ?? '';
  return { words: right.words, readings: [{ ...reading, name, end }] };
}
