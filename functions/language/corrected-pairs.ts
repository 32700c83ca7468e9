// What a correction (corrections.ts) does to the pairs: set right, withdrawn, or in doubt. What sounds like a correction and is not understood
// holds the letter until the mentor has been asked.

import { type Correction, corrected, correctionIn, mayCorrect, opensCorrection } from './corrections.ts';
import { resolved, sameName } from './discourse.ts';
import { stopping } from './manner.ts';
import type { Pair, Reader } from './pair.ts';
import type { Mention } from './requests.ts';
import type { Sentence } from './sentences.ts';
import { common } from './words.ts';

const another = /\b(?:also|too|as well|another|one more|further|additional(?:ly)?|second|next|besides)\b/;

/** What a sentence of its own sets right or takes back. What sounds like it and is not understood makes the mentor be asked. */
export function readCorrection(reader: Reader, sentence: Sentence, at: number, busy: boolean): boolean {
  const again = reader.mistaken !== null && reader.mistaken.at === at - 1;
  if (reader.pairs.length === 0 || !(again || mayCorrect(sentence))) return false;
  const open = openPairs(reader);
  const named = open.flatMap(({ cc, to }) => [cc, to]);
  const found = open.length === 0 ? null : correctionIn(sentence, 0, named, again ? 'again' : 'alone');
  if (found?.kind === 'set aside') {
    reader.used.add(at);
    return true;
  }
  if (!found) return false;
  if (found.kind === 'doubt' && found.wrong === null && (busy || stopping.test(sentence.plain))) return false;
  // "Forget Tariq" asks for something of its own as well.
  const alone = !(busy && found.kind === 'doubt');
  if (alone) reader.used.add(at);
  const group = open.at(-1)?.group;
  const last = open.filter((pair) => pair.group === group);
  const changes = changesBy(reader, found, open, at - (last[0]?.at ?? 0) > 6 ? [] : last, sentence, at);
  reader.pairs = reader.pairs.map((pair) => changes.get(pair) ?? pair);
  return alone;
}

const openPairs = (reader: Reader): readonly Pair[] =>
  reader.pairs.filter(({ kind, mood, letter }) => kind !== 'introduced-already' && mood === 'asked' && !letter);

/** "…, not the one at Acme but Oskar": set right behind the request, in its own sentence. */
export function correctedBehind(
  reader: Reader,
  sentence: Sentence,
  at: number,
  pairs: readonly Pair[],
): readonly Pair[] {
  const end = pairs.at(-1)?.end ?? 0;
  const from = sentence.tokens.findIndex((token) => token.start >= end);
  const within = sentence.plain.slice(Math.min(...pairs.map(({ start }) => start)), end);
  if ((from >= 0 && saidAnew.test(within) && namesAnotherPair(sentence, from)) || twoAnew.test(within))
    return pairs.map((pair) => ({ ...pair, doubt: sentence.text }));
  const named = pairs.flatMap(({ cc, to }) => [cc, to]);
  const found = from < 0 || pairs.some(({ letter }) => letter) ? null : correctionIn(sentence, from, named, 'behind');
  if (!found) return pairs;
  const behind =
    found.kind === 'right' || found.kind === 'set aside' ? (sentence.tokens[found.end - 1]?.end ?? end) : end;
  const changes = changesBy(reader, found, pairs, pairs, sentence, at);
  return pairs.map((pair) => {
    const changed = changes.get(pair) ?? pair;
    return { ...changed, end: Math.max(changed.end, behind) };
  });
}

/** "Maya (not Lindh, the other one)": set right beside the name. */
export function correctedBeside(reader: Reader, aside: Sentence, at: number, pairs: readonly Pair[]): readonly Pair[] {
  const named = pairs.flatMap(({ cc, to }) => [cc, to]);
  const found = opensCorrection(aside.plain) ? correctionIn(aside, 0, named, 'behind') : null;
  if (!found) return pairs;
  const changes = changesBy(reader, found, pairs, pairs, aside, at);
  return pairs.map((pair) => changes.get(pair) ?? pair);
}

/** What becomes of each pair. */
function changesBy(
  reader: Reader,
  found: Correction,
  open: readonly Pair[],
  last: readonly Pair[],
  sentence: Sentence,
  at: number,
): ReadonlyMap<Pair, Pair> {
  const doubted = (pairs: readonly Pair[]): ReadonlyMap<Pair, Pair> =>
    new Map(pairs.map((pair) => [pair, { ...pair, doubt: sentence.text }]));
  switch (found.kind) {
    case 'set aside':
      return new Map();
    case 'taken back': {
      const whole = /\b(?:all|everything|both|them|those|the above|mail|message|paragraph)\b/.test(sentence.plain);
      return new Map((whole ? open : last).map((pair) => [pair, { ...pair, withdrawn: true }]));
    }
    case 'doubt': {
      const { wrong } = found;
      reader.mistaken = { wrong, at };
      if (wrong === null) return doubted(open);
      return doubted(open.filter(({ cc, to }) => sameName(cc, wrong) || sameName(to, wrong)));
    }
    case 'right': {
      if (!found.other && namesAnotherPair(sentence, found.end)) return doubted(last);
      const placed = (mention: Mention): Mention =>
        resolved(reader.discourse, at, [{ mention, from: 0, to: 0 }], [])[0] ?? mention;
      const before = reader.mistaken !== null && at - reader.mistaken.at <= 2 ? reader.mistaken.wrong : null;
      const by = {
        ...found,
        right: placed(found.right),
        other: found.other && placed(found.other),
        wrong: found.wrong ?? before,
      };
      const pairs = corrected(open, last, by);
      if (!pairs) return doubted(open);
      return new Map(
        pairs.map(({ was, pair: { doubt: _, withdrawn: __, insteadOf: ___, ...pair } }) => {
          const unsaid = by.wrong === null && by.other === null && by.side === null && pair.to !== was.to;
          return [was, unsaid ? { ...pair, insteadOf: was.to } : pair];
        }),
      );
    }
    default:
      return found satisfies never;
  }
}

const anew = '[\\s,;(—-](?:sorry|no|oops|wait|i mean|i meant|rather|correction|apologies)\\b';
const saidAnew = new RegExp(anew);
/** "…, sorry, Jonas and Oona" */
const twoAnew = new RegExp(`${anew}[\\s,:—-]+\\p{L}+(?: \\p{L}+)? (?:and|&) \\p{L}+(?: \\p{L}+)?\\W*$`, 'u');

/** "Connect Maya with Tariq, sorry, Jonas | with Oona": two are named anew, and who stands for whom is not said. */
function namesAnotherPair({ tokens, careless }: Sentence, end: number): boolean {
  const [joint, name] = tokens.slice(end, end + 2);
  return (
    joint !== undefined &&
    ['with', 'and', '&', '/', '<>'].includes(joint.norm) &&
    name?.kind === 'word' &&
    (name.capital || careless) &&
    !common.has(name.norm)
  );
}

/** "Introduce Maya to Nadia instead", "No, introduce …": what was asked of one of the two before is replaced, or in doubt. */
export function replaceEarlier(reader: Reader, sentence: Sentence, from: number): void {
  const made = reader.pairs.slice(from).filter(({ mood, kind }) => mood === 'asked' && kind !== 'introduced-already');
  const instead = /\binstead\b(?! of\b)/.test(sentence.plain);
  if (made.length === 0 || !(instead || opensCorrection(sentence.plain)) || another.test(sentence.plain)) return;
  const surely =
    instead || /^[\s"'(]*(?:no\b|oops|scrap|scratch|ignore|disregard|correction|wait,? no)/.test(sentence.plain);
  const shares = (pair: Pair): boolean =>
    made.some((each) => [each.cc, each.to].some((mine) => sameName(mine, pair.cc) || sameName(mine, pair.to)));
  reader.pairs = reader.pairs.map((pair, k) => {
    if (k >= from || pair.mood !== 'asked' || pair.kind === 'introduced-already') return pair;
    if (!shares(pair)) return surely && !instead ? { ...pair, doubt: sentence.text } : pair;
    return surely ? { ...pair, withdrawn: true } : { ...pair, doubt: sentence.text };
  });
}
