// What an answer adds to its choice: a day, a draft, somebody's yes, a condition ("Hale, but not before Friday", "2 if he is free"); and
// choices that are none ("3?", "1 is on holiday"). Whatever holds a letter back counts in an answer as it does in a request.

import { consentWishIn } from './consent-wish.ts';
import type { Answer } from './requests.ts';
import { reservationIn, wantsToSee } from './reservations.ts';
import type { Sentence } from './sentences.ts';
import { dayAt } from './vague-days.ts';

/** Null where the answer simply chooses. */
export function provisoIn(sentences: readonly Sentence[]): Answer['proviso'] {
  for (const sentence of sentences.slice(0, 4)) {
    const found = provisoOf(sentence);
    if (found !== null) return found;
  }
  return null;
}

function provisoOf({ plain, text, tokens }: Sentence): Answer['proviso'] {
  if (plain.length > longest) return null;
  const wish = consentWishIn(plain);
  if (wish !== null && !wish.byMentor && tokens.length < 14) return { kind: 'ask-first' };
  if (wantsToSee(plain) || drafted.test(plain)) return { kind: 'draft' };
  for (const { start } of tokens.slice(0, 14)) {
    const day = dayAt(plain, text, start);
    if (day && leadsToDay.test(plain.slice(0, start)) && polite.test(plain.slice(day.end)))
      return { kind: 'on', when: { words: day.words } };
  }
  const condition = conditional.exec(plain);
  if (condition !== null) return { kind: 'conditional', condition: text.slice(condition.index).trim() };
  return reservationIn(plain.replace(choice, '')) === 'hold' ? { kind: 'conditional', condition: text.trim() } : null;
}

/** Longer sentences tell something of the two. */
const longest = 120;

const choice = /^[\s"'(]*(?:#?\d{1,2}|\p{L}+(?: \p{L}+)?)[\s,;:.—–-]+/u;
const drafted =
  /\b(?:as a draft|draft (?:only|first|please)|(?:show|send|let) me (?:see |have )?(?:it|them|a draft|the draft|the letter) first)\b|^draft\b/;
const leadsToDay =
  /^[\s"'(]*(?:(?:yes|ok|okay|sure|please|the|one|number|no\.?|#?\d{1,2}|and|both|all|[\p{L}.'’-]+(?: [\p{L}.'’-]+)?)[\s,;:.—–-]+){0,4}(?:(?:but|and|only|please|then|just|not before|not until|from|starting|wait until|wait till)[\s,]+)*$/u;
const polite = /^[\s,.!)]*(?:(?:please|thanks|thank you|then|only|not (?:before|earlier|sooner))\b[\s,.!]*)*$/;
const conditional =
  /\b(?:if|unless|once|provided|assuming|as soon as|as long as|only when|only after)\b (?!(?:you (?:like|can|please|wish|want|don't mind|would)|possible|not too|that's (?:ok|okay|all right)|it(?:'s| is) (?:ok|okay|no trouble|not too))\b)[^?]*$/;

/** "3?", "number 1 is a bad idea", "1 is on holiday", "maybe 2": a number or a name that is spoken about, and not chosen. */
export function isNoChoice({ plain, text }: Sentence): boolean {
  if (plain.length > longest) return false;
  return (
    /^[\s"'(]*(?:number |no\.? ?|#)?[\p{L}\d.'’ -]{1,30}\?+[\s)]*$/u.test(text) ||
    (judged.test(plain) && !approved.test(plain)) ||
    mixed.test(plain)
  );
}

/** "1 later, 2 now": each its own way. */
const mixed =
  /\b\d{1,2}[\s:]+(?:later|tomorrow|next|maybe|perhaps|on|after|in|if)\b[^.;!?]{0,40}[,;] ?(?:and |but )?(?:number )?\d{1,2}\b/;

const judged =
  /^[\s"'(]*(?:(?:number |no\.? ?|#)?\d{1,2}(?: (?:and|&) \d{1,2})?) (?:is|are|isn't|aren't|has|hasn't|have|was|were|seems?|can't|cannot|doesn't|does not|won't|will not|would not|wouldn't|knows?|hates?|left|died|lives?|moved)\b/;
const approved =
  /\b(?:is|are|was|were|seems?) (?:it|fine|good|great|right|perfect|best|ideal|the (?:one|right|best)|who|whom|what|correct|lovely|ok|okay|excellent|my (?:choice|pick))\b/;
