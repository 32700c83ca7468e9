// What a mail says about what it asked before: who was meant instead ("sorry, I mean Nadia"), or that nothing is meant any more
// ("ignore the line above"). A sentence that sounds like either and cannot be read is doubt: then the mentor is asked, and nothing
// goes out. Rules, in this order: harmless words, the right name, taking back, doubt.

import { sameName } from './discourse.ts';
import { readPerson } from './people.ts';
import type { Mention } from './requests.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/** Who is right; `wrong` and `side` where the words say whose place it takes. `end`: token behind what was read. */
export interface Right {
  readonly kind: 'right';
  readonly right: Mention;
  /** "the one at Acme": whoever is meant bears the name of the wrong one. */
  readonly sameNamed: boolean;
  readonly wrong: Mention | null;
  readonly side: 'to' | null;
  readonly end: number;
}

export type Correction =
  | Right
  | { readonly kind: 'taken back' }
  /** `wrong`: who was named by mistake, where that alone is said. */
  | { readonly kind: 'doubt'; readonly wrong: Mention | null }
  /** "…, not Oskar": nobody who was asked for. */
  | { readonly kind: 'set aside'; readonly wrong: Mention; readonly end: number };

/** Words with which a correction begins, and those between them and the right name. */
const exclamations =
  'oops|ooops|whoops|argh|aargh|ah|oh|ach|sorry|so sorry|wait|hang on|hold on|actually|correction|erratum|my apologies|apologies|pardon me|pardon|excuse me|on second thoughts?|on reflection|come to think of it|my mistake|my bad|silly me|stupid me|goodness|goodness me|gosh|heavens|good heavens|dear me|oh dear|damn|hm+|no|nope|um|er|uh';
const revokes = 'scratch|scrap|strike|ignore|disregard|forget|cancel|drop|delete|undo|skip';
const meant =
  "i mean|i meant|i do mean|i did mean|i of course mean|i of course meant|i should have (?:said|written|put)|i wanted to (?:say|write)|i was thinking of|i am thinking of|i'm thinking of|what i meant was|who i meant was|whom i meant was|make that|make it|that should (?:be|read|have been)|it should (?:be|read|have been)|should (?:be|read|have been)|shall be|that is to say|that is|that's|it is|it's|it was|of course|rather|better still|even better|better|instead|let us (?:say|take|make it)|let's (?:say|take|make it)|the right (?:one|name|person) is|the correct (?:one|name|person) is|to say|say|take|try|read|but|to|with|for|the coach|please";
const linking = new RegExp(
  String.raw`^(?:(?:${exclamations}|${revokes}|${meant}|it|that|this|the above|the last one|wrong (?:one|name|person|way)|wrong|and|so|then|i got (?:it|that|the name) wrong|that is wrong|that's wrong|that was wrong)(?=[\s,.:;!—–"'()-]|$)[\s,.:;!—–"'()-]*)*$`,
);
const opening = new RegExp(String.raw`^[\s"'(*—–,;-]*(?:(?:please|and|but|so)[\s,]+)?(?:${exclamations}|${revokes}|i meant?|make that|or rather|rather|better|wrong|not|instead)(?=[\s,.:;!?—–-]|$)`);
const inside =
  /\b(?:i (?:of course )?meant?\b|should have (?:been|said|written|read)|wrong (?:name|person|one|address)|it should (?:be|read)|that should (?:be|read)|my mistake|mixed (?:up|them)|got (?:it|that|them|the names?) wrong|that(?:'s| is| was) wrong|scrap that|scratch that|strike that|instead\b|correction:)/;
const namesWrong =
  /(?:\bnot(?: to| with)?|\binstead of|\brather than|\bin place of|\bbetter than|\bi (?:wrote|said|typed|put|named)|\bwrong|\bno longer)(?: (?:to|with|the))?\s*$/;

/** Sounds like a correction, and says something else. */
const harmless =
  /^[\s"'(*—–,;-]*(?:(?:and|but|so|oh|ah)[\s,]+)*(?:(?:so )?(?:sorry|apologies|my apologies|pardon|excuse)[\s,]*(?:for|to|about|if|that (?:i|it|this)|it(?:'s| is)|this is|i'm|i am|i (?:haven't|have not|was|did not|didn't|took|missed|know|forgot)|my|the (?:delay|short|late|long)|again)\b|wait (?:for|till|until|list)\b|no,? (?:hurry|rush|need|reply|answer|reason|doubt|wonder|problem|worries|one|more|less|other|harm|\p{L}+ (?:needed|necessary|required))\b|not (?:that|only|least|a |an |many|much|every|all|one|even|sure|bad|to mention|because|yet|for|in|on|at|as|so|quite|just|everybody|everyone)\b|(?:ignore|forget|skip|drop|cancel) (?:his|her|their|my|me|him|them)\b|oh,? (?:and|he|she|they|it|how|what|yes|i)\b|ah,? (?:and|he|she|they|it|yes)\b|rather (?:a|an|like|than|good|well|shy|more|too)\b|better (?:than|late)\b|wrong (?:way|side)\b)|^[\s"'(*—–,;-]*(?:(?:and|but|so|oh|ah)[\s,]+)*actually,?[\s]*(?:he|she|they|both|his|her|their|we|i(?! mean| meant|'d)|the two|there)\b|\bi (?:meant?) (?:to (?!say|write)|well|it\b|business|every word|no (?:harm|offence))|\binstead of\b/u;

const takingBack = new RegExp(
  String.raw`^[\s"'(*—–,;-]*(?:(?:please|no|oh|ah|wait|sorry|oops|actually|on second thoughts?|on reflection|hang on|hold on|and|but|so|then|just|could you|can you|would you|kindly)[\s,.!—-]+)*(?:(?:${revokes}) (?:it|that|this|them|those|both|the above|(?:the|my|that) (?:(?:last|first|previous|above|whole) )?(?:line|sentence|one|request|bit|part|paragraph|mail|message|introduction|words?)s?|what i (?:just )?(?:said|wrote|asked)|all (?:of )?(?:that|this|the above)|everything|the (?:line|sentence|request|paragraph|bit|words?) (?:above|before)|the one (?:above|before)|\p{L}+ request)\b|(?:no|wait|hold on|hang on|actually|nope)[\s,.!—-]*(?:no|wait|don't|do not)?[\s.!?]*$)`,
  'u',
);

/**
 * What `sentence` says from token `from` on, of people who were asked for before. Null where it corrects nothing.
 * `named`: those people; `tail`: the words stand behind a request in its own sentence.
 */
export function correctionIn(
  sentence: Sentence,
  from: number,
  named: readonly Mention[],
  tail: boolean,
): Correction | null {
  const { tokens } = sentence;
  const offset = tokens[from]?.start ?? sentence.plain.length;
  const words = sentence.plain.slice(offset, offset + longest);
  const begins = opening.test(words);
  if (tail ? !begins : !begins && !inside.test(words) && !/\bnot \p{Lu}|\bI (?:wrote|said|typed)\b/u.test(sentence.text))
    return null;
  const harms = !harmless.test(words);
  const read = namesAfter(sentence, from, named);
  if (read.right) {
    const wrong = read.wrong.find((each) => fits(each, named)) ?? null;
    const clear = begins || wrong !== null || inside.test(words);
    if (clear && (harms || wrong !== null)) return { ...read.right, wrong };
  }
  const [wrong] = read.wrong;
  if (wrong && tail && !fits(wrong.mention, named)) return { kind: 'set aside', wrong: wrong.mention, end: wrong.to };
  if (wrong && fits(wrong.mention, named)) return { kind: 'doubt', wrong: wrong.mention };
  if (takingBack.test(words)) return { kind: 'taken back' };
  return harms && sounds(words) ? { kind: 'doubt', wrong: null } : null;
}

const longest = 400;
