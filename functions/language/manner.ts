// How and when what is asked for is done: now, on a day, as a draft, under a condition, or not yet. Said beside the request, or by a sentence
// of its own about all that was asked so far.

import { askedFirst, sideOf } from './asked-first.ts';
import { consentWishIn, isOnlyWish } from './consent-wish.ts';
import { sameName } from './discourse.ts';
import { conditionIn } from './mood.ts';
import type { Occurrence } from './occurrences.ts';
import type { Pair, Reader } from './pair.ts';
import type { Manner, Mention } from './requests.ts';
import { goesOnTo, heldOne, reservationBehind, reservationIn, wantsToSee } from './reservations.ts';
import type { Sentence } from './sentences.ts';
import { dayAt } from './vague-days.ts';

const drafting = /\b(?:draft(?:ing)?|drafts?)\b[^.;]*$/;

const drafts =
  /\b(?:(?:(?:show|send) (?:me|us)|let (?:me|us) (?:see|have|read|check|approve|look at|look over|review))(?: (?:it|them|that|the (?:draft|letter|text|mail)|a draft|what you write|everything))?\b[^.;]{0,20}\b(?:first|before)|(?:i|we)(?:'d| would| should| want| wish| need| must| have|'ll| will)?(?: (?:really|very much|rather|like|love|prefer|to|want|need|please|first|wish)){0,4} (?:see|read|check|approve|look at|look over|look it over|go over|review) (?:it|them|that|this|the (?:draft|letter|text|mail|words)|a draft|everything|what you write)\b[^.;]{0,24}\b(?:first|before|beforehand)|(?:can|could|may|might) (?:i|we) (?:please )?(?:see|read|check|approve|look at|go over|review) (?:it|them|that|this|the (?:draft|letter|text|mail)|a draft|everything|what you write)\b|before (?:it|they|anything|that|this|the letter) (?:goes|go|is|are|leaves)\b[^.;]{0,60}\b(?:i|me|us|draft)\b|(?:i|me|us|draft)\b[^.;]{0,60}\bbefore (?:it|they|anything|that|this|the letter) (?:goes|go|is sent|are sent|leaves)|only (?:as )?a draft|as a draft|draft (?:only|first)|for my (?:perusal|approval|review|eyes first)|don't send (?:it|them) yet|not send (?:it|them) yet|a draft (?:please|first|will do))\b/;

/** Days on which a letter goes out at once: no day to wait for. */
export const now =
  /^(?:(?:some|any) ?time )?(?:(?:within|in|over|during) (?:the )?(?:next|coming) (?:few |couple of |\d )?(?:days|weeks|week)|within (?:the|a) (?:day|week|hour)|(?:on |later )?(?:today|this (?:week|month|morning|afternoon)))/i;

const onDay =
  /^(?:please |kindly |could you |can you |but |and )*(?:please )?(?:send|do|make|post|let) (?:it|this|that|them|both|the introduction|the letter)(?: out| go| off| happen| out please)? /;

/** Tells that what was asked is not to be done, or not yet; a sentence of corrections.ts may say the same. */
export const stopping =
  /^(?:(?:please|no|wait|actually|on reflection)[\s,]*)*(?:don't|do not|better not)[\s.!]*$|\b(?:(?:do not|don't|dont) (?:do|send|write|act|start|make|arrange|go ahead|proceed|move)\b(?![^.]*\bto (?:hesitate|forget))|(?:^|[,;:.—!?] ?|\b(?:please|but|just|so|then|now|kindly|better|to) )hold (?:on|off|fire|it|that)|(?:^|[,;:.—!?] ?|\b(?:please|but|just|though|only|so|and|well|or|no) )not yet\b|(?:forget|ignore|disregard|scrap|scratch|strike|cancel|skip|drop|undo) (?:it|that|this|the above|what i (?:said|wrote)|my (?:last|request)|all (?:of )?(?:that|this))|on second thoughts?,? (?:don't|do not|no|leave|not|let)|i shall sleep on it|sleep on it|never mind|leave it (?:for now|be|at that)|wait (?:until|till|for) (?:i|my)|not before(?: then| that)?,? please|nothing is to be sent|nobody needs to be written to|not to be sent yet|let us wait|let's wait|(?:maybe|perhaps) not\b|i have changed my mind|i've changed my mind|better not|(?:i(?:'d| would)|we'd) rather not)\b/;

/** How one request is to be done, from the words around it; `end` is where those of them end that stand behind it. */
export function mannerOf(sentence: Sentence, occurrence: Occurrence): { manner: Manner; end: number } {
  const { manner, end } = mannerAround(sentence, occurrence);
  const besides = alsoToDo.exec(sentence.plain.slice(occurrence.end, occurrence.clauseEnd));
  return { manner, end: Math.max(end, occurrence.end + (besides?.[0].length ?? 0)) };
}

/** "… and show it to me first", "… and keep me in copy because …": up to where a reason may begin. */
const alsoToDo =
  /^[\s,]*(?:and|but|then)[\s,]+(?:(?:please|kindly|also|do|then)[\s,]+)*(?:(?:show|send|give|forward|keep|put|mark|flag|report|get|come|bring|run|copy|let|tell|inform|notify|remind) (?:(?:it|this|that|them|the \p{L}+|a (?:copy|draft)) )?(?:(?:back|over|past|by|with|to|for) )?(?:me|us|urgent|important)\b|(?:mark|flag|sign|keep|file|note|log) (?:it|this|that|them)\b|(?:attach|use|add|put) my \p{L}+|(?:report|come|get) back\b)(?:(?! because| as (?:he|she|they|both)| since| who)[^.;:!?—(])*/u;

function mannerAround(sentence: Sentence, occurrence: Occurrence): { manner: Manner; end: number } {
  const { plain, text } = sentence;
  const lead = plain.slice(occurrence.leadFrom, occurrence.start);
  const tail = plain.slice(occurrence.end, occurrence.clauseEnd);
  if (
    drafting.test(lead.slice(-60)) ||
    /^draft/.test(plain.slice(occurrence.start)) ||
    drafts.test(tail) ||
    wantsToSee(tail) ||
    /^[\s,.;:—-]*(?:(?:please )?(?:as a draft|draft only|only (?:as )?a draft|in draft|but (?:show|send|let) me (?:see )?(?:it|the draft|the letter)? ?(?:first|before)|draft first))/.test(
      tail,
    )
  )
    return { manner: { kind: 'draft' }, end: occurrence.end };
  const skip =
    /^(?:[\s,(—–-]|(?:please|pls|kindly|too|as well|also|then|but|by (?:e-?)?mail|for me)\b)*/.exec(tail)?.[0].length ??
    0;
  const behind = dayAt(plain, text, occurrence.end + skip);
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
  if (goesOnTo(text.slice(occurrence.end, occurrence.clauseEnd))) {
    const words = text.slice(occurrence.end, occurrence.clauseEnd).replace(/^[\s,;]+/, '');
    return { manner: { kind: 'conditional', condition: words.trim() }, end: occurrence.clauseEnd };
  }
  const reserved = reservationBehind(tail);
  if (reserved !== null) {
    const [from, end] = [occurrence.end + reserved.start, occurrence.end + reserved.end];
    return { manner: { kind: 'conditional', condition: text.slice(from, end).trim() }, end };
  }
  return { manner: { kind: 'now' }, end: occurrence.end };
}

/** "wait until Monday, then …", "…, but not before Monday". */
function dateAfter(plain: string, text: string, from: number, to: number): { words: string; end: number } | null {
  for (const match of plain.slice(from, to).matchAll(/\b(?:until|till|not before|not until|as of|starting)\s+/g)) {
    const found = dayAt(plain, text, from + match.index + match[0].length);
    if (found && found.end <= to) return found;
  }
  return null;
}

/** "On May 3 please introduce …", "next Monday, could you …": only right at the beginning. */
function dateIn(plain: string, text: string, from: number, to: number): string | null {
  const lead = /^[\s,;:.—-]*(?:please |could you |can you |then |and )*/.exec(plain.slice(from, to))?.[0].length ?? 0;
  const found = dayAt(plain, text, from + lead);
  return found && found.end <= to && !now.test(found.words) ? found.words : null;
}

/** Of a line that announces a list, or points up to one. */
export function plainManner(sentence: Sentence): Manner {
  return drafting.test(sentence.plain) ? { kind: 'draft' } : { kind: 'now' };
}

/** "Please don't do anything yet": everything asked so far, or what the sentence names. */
export function stop(reader: Reader, sentence: Sentence, at: number): void {
  if (
    /\b(?:show|see) (?:me|it|them)\b|\bdraft\b|\bbefore (?:it|anything) (?:goes|is)\b/.test(sentence.plain) &&
    drafts.test(sentence.plain)
  ) {
    setsManner(reader, sentence, at);
    return;
  }
  // A capital at the beginning names nobody whom nothing else has named: "Hold off on that".
  const isOfPairs = (mention: Mention): boolean =>
    reader.pairs.some(({ cc, to }) => sameName(mention, cc) || sameName(mention, to));
  const named = (reader.discourse.names[at] ?? [])
    .filter(({ person }) => person.from > 0 || isOfPairs(person.mention))
    .map(({ person }) => person.mention);
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
    const found = dayAt(sentence.plain, sentence.text, token.end + 1);
    if (found) return found.words;
  }
  return null;
}

/** Says how all that was asked is to be done: as a draft, on a day, after asking. */
export function setsManner(reader: Reader, sentence: Sentence, at: number): boolean {
  const apply = (change: (pair: Pair) => Pair): true => {
    reader.used.add(at);
    reader.pairs = reader.pairs.map((pair) => (pair.kind === 'introduced-already' ? pair : change(pair)));
    return true;
  };
  if (drafts.test(sentence.plain) && /\b(?:i|i'd|me|my|us|draft|please)\b/.test(sentence.plain)) {
    reader.used.add(at);
    reader.manner = { kind: 'draft' };
    return apply((pair) => ({ ...pair, manner: { kind: 'draft' } }));
  }
  if (reader.pairs.length === 0) return false;
  const wish = consentWishIn(sentence.plain);
  if (wish && isOnlyWish(sentence.plain, wish)) {
    const meant = reader.pairs.filter((pair) => sideOf(pair, wish.who) !== null);
    return apply((pair) => (meant.length === 0 || meant.includes(pair) ? askedFirst(pair, wish, sentence.text) : pair));
  }
  const day = onDay.exec(sentence.plain);
  const date = day && dayAt(sentence.plain, sentence.text, day[0].length);
  if (date && !now.test(date.words))
    return apply((pair) => ({ ...pair, manner: { kind: 'on', when: { words: date.words } } }));
  const condition =
    /^(?:but )?(?:only )?(?:if|once|provided|unless|as long as)\b/.test(sentence.plain) && sentence.tokens.length < 25
      ? conditionIn(sentence.plain, 'before')
      : null;
  if (condition !== null && /^(?:but |only )/.test(sentence.plain))
    return apply((pair) => ({ ...pair, manner: { kind: 'conditional', condition } }));
  const one =
    (reader.discourse.names[at] ?? []).length > 1 || sentence.tokens.length > 14 ? null : heldOne(sentence.plain);
  if (one !== null && reader.pairs.length > 1) {
    const open = reader.pairs.filter(({ kind, mood }) => kind !== 'introduced-already' && mood === 'asked');
    const held = open.at({ first: 0, second: 1, third: 2, last: -1 }[one]);
    const condition = sentence.text.trim();
    return apply((pair) => (pair === held ? { ...pair, manner: { kind: 'conditional', condition } } : pair));
  }
  const alone = dayAlone(sentence);
  if (alone !== null) return apply((pair) => ({ ...pair, manner: { kind: 'on', when: { words: alone } } }));
  switch (reservationIn(sentence.plain)) {
    case 'off':
      return apply((pair) => ({ ...pair, withdrawn: true }));
    case 'draft':
      reader.manner = { kind: 'draft' };
      return apply((pair) => ({ ...pair, manner: { kind: 'draft' } }));
    case 'hold':
      return apply((pair) => ({ ...pair, manner: { kind: 'conditional', condition: sentence.text.trim() } }));
    case null:
      return false;
  }
}

/** "Next Tuesday, please.", "In spring would be best." */
function dayAlone({ plain, text }: Sentence): string | null {
  const from =
    /^[\s"'(—–-]*(?:(?:please|but|and|only|say|perhaps|maybe|preferably|ideally)[\s,]+)*/.exec(plain)?.[0].length ?? 0;
  const found = plain.length > 90 ? null : dayAt(plain, text, from);
  return found &&
    !now.test(found.words) &&
    /^[\s,]*(?:please|thanks|thank you|if (?:you can|possible)|(?:is|would be|might be|will be|looks|seems) (?:the )?(?:best|better|ideal|perfect|good|great|right|a good (?:day|moment|time))|at the earliest|not (?:earlier|sooner|before)|then)*[\s.!)]*$/.test(
      plain.slice(found.end),
    )
    ? found.words
    : null;
}
