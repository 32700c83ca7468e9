// Sentences that speak about what was asked before: "and to Oona as well", "please introduce them", "her address is …".
// What they take back or set right stands in corrected-pairs.ts, when and how in manner.ts.

import { readCorrection } from './corrected-pairs.ts';
import { confidential } from './cut.ts';
import { resolved, sameName } from './discourse.ts';
import { setsManner, stop, stopping } from './manner.ts';
import { dropMissed, type Pair, type Reader } from './pair.ts';
import type { Person } from './person.ts';
import { matchAt, phrase } from './phrases.ts';
import type { Manner, Mention } from './requests.ts';
import type { Sentence } from './sentences.ts';
import { sidesOf, unplaced } from './sides.ts';
import { anyOf } from './wording.ts';

const andTo = phrase(
  '[and|also|then|plus|likewise] [and|also|then|please|could you] [{date}] [,] to|with {to} [{date}]',
);

const samePair = phrase(
  '[please|and|also|then|(could you)|(can you)] [do|make] [the] same [introduction] for|with|between {pair}',
);

const andPair = phrase('and|also|then|plus|same|likewise [also|then|please|for] [and] {cc} to {to}');

/** What asks for the introduction that the sentences before have named. */
const toBeDone = anyOf(
  // Go ahead, do it.
  /go ahead/,
  /do (?:so|it|that|this|the honours|the needful|the introduction|the introductions|an introduction)/,
  /doing (?:so|it|that|this|the honours)/,
  // Make it, introduce them, set it up.
  /make (?:it|that|this|the|that introduction|this introduction|the introduction|an introduction|the connection|the intro)(?: happen| for me| so)?/,
  /introduce|intro|connect|set (?:it|that|this|something) up/,
  /arrange (?:it|that|this|something|an introduction|the introduction)/,
  // See to it, the usual.
  /see to (?:it|that)|take care of (?:it|that|this)/,
  /make (?:the|an|that) (?:introduction|intro|connection)|the usual/,
  // Send it, organise it, help with it.
  /send (?:it|the introduction|the letter)|organi[sz]e (?:it|that|this)/,
  /help (?:me )?with (?:that|this|it)/,
  // Over to you.
  /over to you|do the honours|oblige/,
  // Ask him.
  /ask (?:him|her|them)|find out/,
  // The noun alone: "an introduction, please".
  /(?:an? |the )?(?:e-)?intro(?:duction)?(?: between (?:them|the two))?,? (?:please|pls)/,
  /(?:an? )(?:e-)?intro(?:duction)?(?= *[.!]*$)/,
);

const goesAhead = new RegExp(
  String.raw`^(?:[\s,]*(?:so|and|then|ok|okay|yes|now|well)[\s,]+)*(?:please|pls|kindly|(?:could|can|would|will) you(?: please| kindly| perhaps)?|i(?:'d| would) (?:like|love|be (?:so )?(?:grateful|glad|happy|obliged)(?: if)?) (?:you )?(?:to|could|would)?|go ahead|over to you|would you mind|do)?[\s,]*(?:please )?${toBeDone}\b`,
);

/** `busy`: the sentence asks for something of its own. */
export function readFollowUp(reader: Reader, at: number, busy: boolean): void {
  const sentence = reader.discourse.sentences[at];
  if (!sentence || sentence.paragraph < 0) return;
  if (readCorrection(reader, sentence, at, busy)) return;
  if (!busy && readEllipsis(reader, sentence, at)) return;
  // "Don't write that" is about the words, not about the introduction.
  if (confidential(sentence.plain)) return;
  if (stopping.test(sentence.plain)) stop(reader, sentence, at);
  else if (setsManner(reader, sentence, at)) return;
  if (!busy && goesAhead.test(sentence.plain) && !/\b(?:not|never|don't|cancel|off|stop)\b/.test(sentence.plain))
    goAhead(reader, sentence, at);
}

function readEllipsis(reader: Reader, sentence: Sentence, at: number): boolean {
  const last = reader.pairs.findLast((pair) => pair.kind !== 'introduced-already');
  const model = last && reader.pairs.find((pair) => pair.group === last.group);
  if (!model || at - model.at > 6) return false;
  const begins =
    /^(?:(?:and|also|then|plus|please|could you|can you)\b[\s,]*)*(?:and|also|then|plus|to|with|likewise|(?:do |make )?(?:the )?same)\b/.test(
      sentence.plain,
    );
  const to = begins ? matchAt(andTo, sentence, 0) : null;
  const pair = begins ? (matchAt(samePair, sentence, 0) ?? matchAt(andPair, sentence, 0)) : null;
  const sides = pair
    ? sidesOf(reader, at, pair.people)
    : to && /^(?:and|also|then|plus|likewise)/.test(sentence.plain)
      ? {
          pairs: resolved(reader.discourse, at, to.people.to?.people ?? [], []).map((each) => ({
            cc: unplaced(model.cc),
            to: each,
            directed: true,
          })),
        }
      : null;
  const match = pair ?? to;
  if (pair && !namesSomebody(sentence, pair)) return false;
  if (!sides || !match || sides.pairs.some((each) => each.to.nameless === true && each.to.self !== true)) return false;
  const end = sentence.tokens[match.to - 1]?.end ?? 0;
  const manner: Manner = match.date === null ? model.manner : { kind: 'on', when: { words: match.date.words } };
  const group = pair && !/\bsame\b/.test(sentence.plain) ? ++reader.group : model.group;
  for (const each of sides.pairs) {
    reader.pairs.push({
      ...model,
      ...each,
      manner,
      at,
      leadFrom: 0,
      start: 0,
      end,
      clauseEnd: sentence.text.length,
      group,
    });
  }
  return true;
}

const goesOnAfterNames =
  /^(?:[^\p{L}]|(?:because|as|since|so|re|about|for|who|please|pls|too|also|and|on|next|tomorrow)\b)/u;

/** "and rosa to karim" is a pair without its capitals; "and remember to water the plants" goes on behind it as no pair does. */
function namesSomebody(sentence: Sentence, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const [first, ...rest] = sentence.tokens.slice(from, to);
  const named = [first, ...rest].some((token) => token?.kind === 'address' || (token !== first && token?.capital));
  return named || goesOnAfterNames.test(`${sentence.plain.slice(sentence.tokens[to - 1]?.end ?? 0).trim()}.`);
}

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

/** "Her address is maya@lindh.example", "Maya's e-mail: …": the address of whoever is named so, or of the one named last. */
export function readStatedAddresses(reader: Reader, letterFrom: number): void {
  reader.discourse.sentences.forEach((sentence, at) => {
    const addresses = sentence.tokens.filter((token) => token.kind === 'address');
    const [address] = addresses;
    if (!address || addresses.length > 1 || at >= letterFrom || sentence.secret !== 'no' || sentence.tokens.length > 16)
      return;
    const beside = /[(<[]\s*$/.test(sentence.text.slice(0, address.start));
    if (
      !(beside || /\b(?:e-?mail|address|mail|reach|reached|write to|contact|is at)\b/.test(sentence.plain)) ||
      reader.pairs.some((pair) => pair.at === at)
    )
      return;
    const names = (reader.discourse.names[at] ?? []).map(({ person }) => person);
    // "I met Maya's brother Ivo today (ivo@lindh.example)": the one named last in front of it.
    const before = names.filter(({ to }) => (sentence.tokens[to - 1]?.end ?? 0) <= address.start);
    const named = (beside ? before.slice(-1) : names).map(({ mention }) => mention);
    const near = reader.pairs.findLast((pair) => pair.at < at && pair.mood === 'asked');
    const pronoun =
      /\b(?:his|her|their|him|them|he|she)\b/.test(sentence.plain) && near !== undefined && speaksOf(reader, near, at);
    const given = (mention: Mention, last: boolean): Mention =>
      mention.address === undefined &&
      (named.length > 0 ? named.some((each) => sameName(each, mention)) : pronoun && last)
        ? { ...mention, address: address.norm }
        : mention;
    const pairs = reader.pairs;
    reader.pairs = pairs.map((pair) =>
      pair.kind === 'introduced-already'
        ? pair
        : { ...pair, cc: given(pair.cc, false), to: given(pair.to, pair.group === near?.group) },
    );
    if (reader.pairs.some((pair, i) => pair.cc !== pairs[i]?.cc || pair.to !== pairs[i]?.to)) reader.used.add(at);
  });
}

/** Between the request and sentence `at` nobody is named but the one who is written to. */
function speaksOf(reader: Reader, { to, at }: Pair, before: number): boolean {
  const between = reader.discourse.names.slice(at + 1, before).flat();
  return before - at < 6 && between.every(({ person }) => sameName(person.mention, to));
}
