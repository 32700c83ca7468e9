// The words that go into a letter: the mentor's own, as written. What is gathered for a request are `NoteParts`; once the book
// has said which reading of a name is meant, `noteOf` makes the note (PRODUCT.md section 3, "What becomes the note").

import { plain } from './normalise.ts';
import type { NoteParts, Reading } from './requests.ts';
import { passedOnFrom } from './small-talk.ts';
import { anyOf } from './wording.ts';
import { common } from './words.ts';

/**
 * The note, '' where the mentor gave no words. `chosen` are the readings that the book picked: the reason begins behind the
 * last of them ("introduce tariq to maya lindh he has built …"); without any, behind the first of each mention.
 */
export function noteOf(parts: NoteParts, chosen: readonly Reading[] = []): string {
  const { reason, reasonAt } = parts;
  const paragraphs = parts.paragraphs.map((paragraph) => paragraph.trim());
  if (reason === null) return joined(paragraphs);
  const border = reasonAt && chosen.filter(({ end }) => end >= reasonAt.start && end <= reasonAt.start + reason.length);
  const last = border?.toSorted((a, b) => b.end - a.end)[0];
  const text = reasonOf(reason.slice(last && reasonAt ? last.end - reasonAt.start : 0), last?.name ?? '');
  if (!reasonAt) return joined([text, ...paragraphs]);
  const { paragraph, offset } = reasonAt;
  const host = parts.paragraphs[paragraph] ?? '';
  const whole = [host.slice(0, offset).trim(), text, host.slice(offset).trim()].filter((each) => each !== '').join(' ');
  return joined([...paragraphs.slice(0, paragraph), whole, ...paragraphs.slice(paragraph + 1)]);
}

const joined = (paragraphs: readonly string[]): string => paragraphs.filter((each) => each !== '').join('\n\n');

/** What may stand between the names and the reason, and is no part of it. */
const beforeTheReason = anyOf(
  // Please.
  /please|pls|kindly/,
  // One by one, by which way.
  /too|also|as well|separately|individually|each|in turn|by (?:mail|e-?mail)|via (?:mail|e-?mail)/,
  // When.
  /today|now|right away|straight away|at once|immediately|asap|a\.?s\.?a\.?p/,
  /this (?:morning|afternoon|evening|week)|tonight|soon|at the earliest/,
  // When it suits, if it is possible.
  /at your (?:earliest )?convenience|whenever (?:you can|it suits|convenient)/,
  /when(?:ever)? you (?:can|have|get|find)(?: [^,.;—–-]{0,30})?/,
  /if you (?:can|could|would|please|will|have|don't)(?: [^,.;—–-]{0,30})?/,
  /should you have (?:a|the) [^,.;—–-]{0,20}|if (?:it is |it's |at all )?possible/,
  // For whom, with whom, in which order.
  /for me|for us|on my behalf|with each other|to each other|together|again|first/,
  /instead(?: of [^,.;:—–-]{0,60}(?=[,.;:—–-]|$))?|respectively/,
  // Would you, thanks.
  /ok|okay|would you|could you|will you|can you|in (?:an|one|a separate) (?:mail|e-?mail)|thank you/,
  /thanks/,
  // What goes on from the names: kisses, "in touch".
  /xx?|at some point|when convenient|in touch|up/,
  // When and if it suits, once more.
  /one day soon/,
  /if (?:that|it)(?:'s| is) (?:ok|okay|all right|alright|fine|possible|convenient)(?: (?:with|by|for) you)?/,
  /when(?:ever)? it suits(?: you)?|once you (?:have|get|find) [^,.;—–-]{0,20}/,
  /(?:some ?time |any ?time |well |preferably |ideally )?before (?:the )?(?:christmas|easter|weekend|end of (?:the|this) (?:week|month|year)|holidays|summer|winter|spring|autumn)/,
  /xo/,
);

/** Polite words at either end, which are for the service. */
const politeStart = new RegExp(String.raw`^(?:[\s,;:.!?—–)-]+|${beforeTheReason}(?=$|[\s,;:.!?—–)-]))+`, 'i');

/** What may stand behind the reason, and is no part of it. */
const behindTheReason = anyOf(
  // That is all.
  /(?:(?:ok|okay|right|so|well|anyway)[ ,]+)?(?:that is|that's|thats|this is|that will be) (?:all|it|everything)(?: (?:for (?:now|today|me)|from me|really|thanks|thank you))*/,
  // Thanks and farewell.
  /thx|thnx|tnx|ty|thank you(?: (?:so|very) much)?(?: indeed)?(?: in advance)?/,
  /thanks(?: (?:a lot|so much|again|in advance|a million|ever so|very much))*|many thanks|cheers/,
  /bye(?: bye)?|ta/,
  // Please, when it suits.
  /please|pls|if you (?:can|could|would|please|will|don't mind)(?: [^,.;—–-]{0,30})?/,
  /when(?:ever)? you (?:can|have (?:a|the) (?:moment|minute|second|time)|get (?:a|the) chance|find (?:the )?time)/,
  /should you have (?:a|the) \w+|at your (?:earliest )?convenience|asap/,
  // Over and out.
  /over and out|full stop|end of (?:message|mail)/,
  // What begins the next request of a list.
  /(?:and )?second(?:ly)?|(?:and )?then|and|also|next|number (?:two|three|four)|(?:and )?please/,
  // Seeking assent.
  /(?:would|is|does|could|are|has)n't (?:it|she|he|they)|don't you think/,
);

const politeEnd = new RegExp(String.raw`(?:^|[\s,;:—–-]+|[.!?]\s*)${behindTheReason}[\s.,!?]*$`, 'i');

/** "Tariq Osei 🖨 — he prints": the picture went with the name. */
const picturesAtStart =
  /^(?:\s|\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u{fe0f}|\u{200d})+/u;

/** A reason as a sentence of its own: "because he sails" → "He sails.", "who may help" → "Tariq Osei, who may help." */
function reasonOf(words: string, name: string): string {
  let text = words
    .replace(/^[\s:,;(—–-]*(?:https?:\/\/\S{1,500}[\s):,;—–-]*)+/, '')
    .replace(/^['’]s\b/, '')
    .replace(picturesAtStart, '')
    .trim();
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(politeStart, '');
    // Only the end is looked at, so that a long dictation costs no more than a short one.
    text = text.slice(0, -200) + text.slice(-200).replace(politeEnd, '');
    text = text.trim();
  }
  const [, inner, behind = ''] = /^\(([^()]+)\)[.,;:!?]?\s*(.*)$/s.exec(text) ?? [];
  text = (inner === undefined ? text : behind === '' ? inner : `${inner}. ${asSentence(behind)}`)
    .replace(/^[([](?=[^)\]]*$)/, '')
    .trim();
  text = text.slice(passedOnFrom(text));
  const even = plain(text);
  if (/^(?:who|whose|whom|which)\b/.test(even)) {
    if (/^whom? (?:i am|i'm|i have|is|you will find) (?:copying|copied|cc|in copy|here)/.test(even)) return '';
    text = name === '' ? text : `${name}, ${text}`;
  } else {
    text = text.replace(
      /^(?:because|since|as|cos|cause|'cause|for the (?:simple )?reason that|the reason being(?: that)?|reason|reasons|background|context|note|why|given that|seeing that|and|but|in that|the point being(?: that)?|the idea being(?: that)?)(?=[\s:,—–-])(?! (?:a result|far as|of|well|soon|long|to what|regards|for))[\s:,—–-]*/i,
      '',
    );
    text = text.replace(/^that (?=(?:he|she|they|it|his|her|their|we|i|both|neither|there)\b)/i, '');
  }
  text = text.replace(/^[\s,;:—–-]+/, '').trim();
  if (
    !/\p{L}.*\s.*\p{L}/su.test(text) &&
    !isOneWordReason(words.replace(/^(?:\s|too\b|also\b|as well\b|please\b)+/i, ' '), text)
  )
    return '';
  const closed = /[.!?…)"”’]$/.test(text) ? text : `${text.replace(/[\s,;:—–-]+$/, '')}.`;
  return asSentence(closed);
}

const asSentence = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** "…, budgets.", "… (mirrors)": set apart from the name, a word that means something, and nobody's name. */
function isOneWordReason(words: string, text: string): boolean {
  const word = /^(\p{Ll}[\p{Ll}'’-]{3,})[.!?]?$/u.exec(text)?.[1];
  return (
    word !== undefined && /^\s*[,:;(—–-]/.test(words) && !common.has(word) && !politeEnd.test(word) && !/ly$/.test(word)
  );
}
