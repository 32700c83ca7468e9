// Days that people name and no calendar can settle here ("after Easter", "in spring", "when the fair is over"), or that are misspelt.
// `dates.ts` reads what is a day; these words only tell that one was meant, so that the mentor is asked and nothing goes out before.

import { dateAt, type FoundDate } from './dates.ts';
import { distance } from './tokens.ts';

const lead =
  '(?:(?:but|and|only|just|maybe|perhaps|say|preferably|ideally|around|about|roughly|or|starting|beginning|early|late|later|some ?time|any ?time),? )*';
const before =
  '(?:on|in|at|by|after|over|during|around|about|from|toward|towards|until|till|as of|for|within|next|this|coming)';
const article =
  '(?:the|this|next|coming|following|my|our|his|her|their|a|an|early|late|mid|middle of|new|first|second|third|last|end of|start of|beginning of|whole|day|week|weeks|month|months|few|couple of|days|after|before|of|in|\\d{1,2})';
const season =
  "(?:spring|summer|summertime|autumn|fall|winter|easter|christmas|xmas|advent|whitsun|pentecost|lent|carnival|halloween|thanksgiving|hanukkah|passover|purim|rosh hashanah|ramadan|eid|diwali|holi|lunar new year|new year|new years|new year's|year|quarter|q[1-4]|term|semester|season|vacation|vacations|holiday|holidays|break|half[- ]term|weekend|week[- ]end|fortnight|week|weeks|month|months|days|exams?|lunch|lunchtime|lunch-time|dinner|breakfast|tea|teatime|noon|midday|midnight|dawn|dusk|night|evening|afternoon|morning|hour|hours|fair|conference|meeting|holy week|bank holiday|twelfth night|mayday|may day|labour day|labor day|valentine's|valentine's day|mother's day|boxing day|independence day|midsummer)";
const behind =
  '(?: (?:day|eve|break|term|week|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday|time|holidays?|season|period|of|next|this|the|or so|is over|are over|is done|\\d{4}|[ap]\\.?m\\.?))*';
/** Nothing may go on behind it that it belongs to: "in spring water", "at Christmas Island". */
const closed =
  '(?=\\s*(?:$|[.,;:!?)—(]|(?:please|pls|thanks|thank|because|as|since|and|so|but|or|re|when|if|once|not|he|she|they|both)\\b))';

const clockTime =
  "(?:at|around|about) \\d{1,2}(?:[:.]\\d{2})? ?(?:[ap]\\.?m\\b\\.?|o'clock|h\\b|hrs\\b)?(?: (?:sharp|today))?";
const ordinal =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-\\p{L}+|thirtieth|thirty-first)';
const month = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';

const ways: readonly RegExp[] = [
  `${lead}${before} (?:${article} )*${season}${behind}${closed}`,
  `${lead}(?:early|late|later|end of|the end of|middle of|mid|beginning of) (?:${article} )*(?:${season}|${month})${behind}${closed}`,
  `${lead}(?:a (?:bit|little|while|day|week|month|few \\p{L}+)|\\d{1,2} \\p{L}+|much|slightly) (?:later|from now|hence|today|tomorrow)(?: on)?(?:, say [^.;!?]{1,30})?${closed}`,
  `later(?: on)?(?:, say [^.;!?]{1,30})?${closed}`,
  `${lead}in (?:a|the next|the course of) (?:bit|while|little while|little|day or two|week or two|month or two|few \\p{L}+|couple of \\p{L}+|hour|time)${closed}`,
  `${lead}${clockTime}${closed}`,
  `${lead}(?:on )?(?:the )?${ordinal}(?: of)? ${month}\\b`,
  `${lead}(?:on )?${month},? the ${ordinal}\\b`,
  `${lead}on the ${ordinal}${closed}`,
].map((source) => new RegExp(source, 'uy'));

/** A word that may be a misspelt weekday, or a month beside a number, or "tomorrow". */
const misspelt =
  /(?:(?:on|by|from|for|next|this|until|till|in|around|early|late) )*(?:(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? (\p{L}{4,10})|(\p{L}{4,10}),? (?:the )?\d{1,2}(?:st|nd|rd|th)?(?!\d)|(\p{L}{5,11}))(?:,? \d{4})?(?![\p{L}\p{N}])/uy;

const months = 'january february march april june july august september october november december'.split(' ');
const days = 'monday tuesday wednesday thursday friday saturday sunday tomorrow'.split(' ');

const isNear = (word: string, names: readonly string[]): boolean =>
  names.some((name) => word[0] === name[0] && word !== name && distance(word, name) <= (name.length > 6 ? 2 : 1));

function misspeltAt(plainText: string, offset: number): number {
  misspelt.lastIndex = offset;
  const match = misspelt.exec(plainText);
  if (!match) return 0;
  const [all, behindNumber, beforeNumber, alone] = match;
  const word = behindNumber ?? beforeNumber;
  if (word !== undefined) return isNear(word, months) ? all.length : 0;
  return alone !== undefined && isNear(alone, days) ? all.length : 0;
}

/** Another day beside the first: "on May 3 or 4", "Monday after Easter". */
const goesOn =
  /,? (?:or|to|—|-) (?:on |the )*(?:\d{1,2}(?:st|nd|rd|th)?|\p{L}+day|january|february|march|april|may|june|july|august|september|october|november|december)(?![\p{L}\p{N}])|,? (?:after|before|following) (?:the )?\p{L}+(?=\s*(?:$|[.,;:!?]))/uy;

/** The day that begins at `offset`: one that can be resolved, or words that only mean one. Null where no day is spoken of. */
export function dayAt(plainText: string, text: string, offset: number): FoundDate | null {
  const found = dateAt(plainText, text, offset);
  if (found) {
    goesOn.lastIndex = found.end;
    const more = goesOn.exec(plainText)?.[0].length ?? 0;
    return more === 0 ? found : { ...found, words: text.slice(offset, found.end + more), end: found.end + more };
  }
  // A name may be a season too: "May Summers", "Holly Winter".
  const length = misspeltAt(plainText, offset) || vagueAt(plainText, offset);
  return length === 0 ? null : { words: text.slice(offset, offset + length), start: offset, end: offset + length };
}

function vagueAt(plainText: string, offset: number): number {
  for (const way of ways) {
    way.lastIndex = offset;
    const match = way.exec(plainText);
    if (match) return match[0].length;
  }
  return 0;
}
