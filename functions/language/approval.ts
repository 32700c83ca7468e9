// "Looks good, off it goes": words that agree to what was shown, and nothing else. Every piece between commas must be such a phrase;
// one that is not may be a change, and then it is for whoever asked to read.

import type { Sentence } from './sentences.ts';

const whole = (phrases: string): RegExp => new RegExp(`^(?:${phrases})$`);

/** It is to go out. */
const release = whole(
  "(?:please |now |just |do |then |you (?:may|can) |i(?:'d| would) |let's |so )*(?:" +
    '(?:off|out|away|up) (?:it|they|you) goe?s?|(?:off|out|away) with (?:it|them)|let (?:it|them|this) (?:fly|out|go out)|' +
    'ship (?:it|them|this)|post (?:it|them)|fire away|go(?: ahead| for it| on)?(?: with (?:it|this|that))?|make it so|' +
    '(?:send|dispatch|release)(?: (?:it|this|that|them|away|off|out|on|now|please|as (?:it|they) (?:is|are|stands?)|as is|the (?:letter|draft|introduction)))*|' +
    '(?:do (?:it|so)|please do)|(?:it (?:is|can|may) |is )?(?:ready|good|free|fine|ok|okay) to go(?: out)?|it (?:can|may) go(?: out)?(?: like (?:this|that))?|(?:you have )?(?:the |my |a )?green light|' +
    'i agree|agreed|approved|you have my (?:blessing|approval|ok)|thumbs up' +
    ')(?: please| now| then| thanks)*',
);

const good =
  '(?:good|great|fine|perfect|right|correct|lovely|ok|okay|excellent|splendid|nice|wonderful|spot on|alright|all right|beautiful|brilliant|in order|ready|well|as it should be|just so)';

/** It is right as it stands. */
const contentment = whole(
  `(?:yes |yes,? |and |it |that |this |all |everything |the (?:draft|letter|text|note|list) |they )*(?:(?:is|are|'s|all|looks?|reads?|sounds?|seems?|works?)(?: (?:very|just|really|absolutely|quite|perfectly|all|so|fine))* ${good}(?: (?:to|by|with|for) me| as (?:it is|it stands|is)| like (?:this|that)| indeed| enough)*)|` +
    `(?:fine|ok|okay|good|all good|all right|alright|perfect|great) (?:by|with|for) me|(?:yes )?(?:that|this)(?:'s| is) (?:it|the one|exactly (?:it|right|what i (?:meant|want(?:ed)?)))|exactly(?: right| so| like that)?|just right|spot on|works for me|` +
    "(?:i(?:'m| am) )?happy with (?:it|this|that)|i (?:like|love) (?:it|this|that)|no (?:further |more |other )?(?:changes?|corrections?|edits?|amendments?|objections?|notes)(?: (?:needed|required|from me|from my side|please))?|nothing to (?:change|add|correct)|(?:don't|do not) change (?:a thing|anything|a word)|not a word to change|as it is|as it stands|as is",
);

const praise = whole(
  '(?:yes )?(?:just |simply |absolutely |quite |very )*(?:perfect|excellent|splendid|wonderful|brilliant|superb|ideal)(?: as (?:it is|it stands|is))?',
);

const courtesy = whole(
  '(?:yes|yep|yeah|ok|okay|please|now|then|great|good|lovely|nice|fine|very good|very well|all good|right|well|sure|thanks?|thank you|many thanks|cheers)(?: (?:you|very much|so much|a lot|again|indeed|please|then))*',
);
const thanks = /\b(?:thank|thanks|cheers)\b/;

/** A thumb instead of words. */
export function nodOf(text: string): 'yes' | 'no' | null {
  const marks = text.replace(/\s|\p{P}|\p{Emoji_Modifier}|\u{fe0f}/gu, '');
  return /^(?:👍|👌|✅|🆗)+$/u.test(marks) ? 'yes' : /^(?:👎|❌|🚫|⛔)+$/u.test(marks) ? 'no' : null;
}

/** Whether all that is said agrees. Praise alone does, unless it comes with thanks: then it may be for what was done before. */
export function isApproval(sentences: readonly Sentence[]): boolean {
  const pieces = sentences.flatMap(({ plain }) =>
    plain.length > 160 || /[?？]/.test(plain)
      ? ['?']
      : plain
          .split(/[\s"'(]*[,;:.!—…)]+\s*|\s+(?:and|so)\s+/)
          .map((piece) => piece.trim())
          .filter((piece) => /\p{L}/u.test(piece)),
  );
  const agrees = pieces.some(
    (piece) =>
      release.test(piece) ||
      contentment.test(piece) ||
      (praise.test(piece) && !pieces.some((each) => thanks.test(each))),
  );
  return (
    agrees &&
    pieces.every(
      (piece) => release.test(piece) || contentment.test(piece) || praise.test(piece) || courtesy.test(piece),
    )
  );
}
