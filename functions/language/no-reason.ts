// What stands where a reason would and is none: how the introduction is to be made, or when. Takes words as written.

import { plain } from './normalise.ts';
import { serviceInside } from './small-talk.ts';
import { dayAt } from './vague-days.ts';
import { anyOf } from './wording.ts';

/** How it is to be done, and what is asked of the service. */
const ways = anyOf(
  // If he agrees; do not.
  /(?:if|once|when|should|provided) (?:so|he|she|they)\b|(?:don't|do not|never|not to|not with) /,
  // To be seen first.
  /for my (?:perusal|approval|review|eyes|information)|as a draft|draft\b/,
  // Do it so.
  /do (?:it|so|that|this)\b/,
  // As a draft, and with their consent.
  /only (?:as )?a draft|(?:ask|check with|sound out) /,
  // Let me, send me, a copy to me.
  /let me|show me|send (?:me|it|them|the)/,
  /(?:with |in |and )?(?:a )?b?(?:cc|copy|copying)\b(?! (?:of|editor))|tell me/,
  // With which words, under which subject.
  /(?:use|with|in) (?:the|these|my) (?:following )?(?:words|text)|(?:with|under) the subject/,
  // As always.
  /as (?:we )?(?:discussed|agreed|promised|usual|before|always)|like (?:last time|before|you did)/,
  /just (?:like|as)|the (?:usual|same) way/,
  // What the writer would like to see first.
  /(?:i(?:'d| would| should) like|i want|i'd love|i need) to (?:see|read|check|approve|look)/,
  // Could you.
  /could you|can you|would you|will you|when can/,
  // Whether it is urgent, and fine.
  /is that|this (?:is|would)|that (?:is|would) (?:be )?(?:great|good|lovely|fine|kind|all)/,
  /(?:it|that)(?:'s| is) (?:urgent|time)|no (?:rush|hurry)/,
  // Sorry, thanks.
  /sorry|thank/,
);

const tellsWay = new RegExp(String.raw`^(?:(?:and|but|so|then|please|also)[\s,]+)*${ways}`);

/** Behind the names stands how to do it, not why: "for my perusal", "but ask her first", "I'd like to see it before it goes". */
export function saysHow(reason: string): boolean {
  const words = plain(reason).replace(/^[\s,;:—(-]+/, '');
  return tellsWay.test(words) || serviceInside.test(words.slice(0, 60));
}

/** In brackets beside a name: a link, a day, a condition, and no reason. */
export const saysWhen = (aside: string): boolean =>
  /^(?:(?:https?:|www\.)\S+$|(?:only )?(?:if|once|when|unless|after|not before|not until)\b)/i.test(aside) ||
  dayAt(plain(aside), aside, 0)?.end === aside.length;
