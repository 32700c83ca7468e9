// Lists: a line that announces introductions, and the items below it (or above "please introduce these"), each with two people or with one
// who meets the one of the announcement.

import { askedFirst } from './asked-first.ts';
import { consentWishIn } from './consent-wish.ts';
import { now, plainManner } from './manner.ts';
import { conditionIn, type Mood, moodOf } from './mood.ts';
import { plain } from './normalise.ts';
import { dropMissed, type Pair, type Reader } from './pair.ts';
import { readPeople } from './people.ts';
import type { Person } from './person.ts';
import { matchAt, phrase } from './phrases.ts';
import type { Manner } from './requests.ts';
import { reservationBehind, wantsToSee } from './reservations.ts';
import type { Sentence } from './sentences.ts';
import { isNamed, pairTo, sidesOf, unplaced } from './sides.ts';
import { dayAt } from './vague-days.ts';

const sharedHeader = phrase(
  'introduce|introducing|intro|e-intro|connect|link|intros|introductions|introduction [up] [of|for] {cc} [to|with] [the following|these] [people|friends|contacts|persons] [,] [please] [:] $',
);

const announces =
  /\b(?:intros?|introduc\w+|e-intros?|connect(?:ions?|ing)?|put [^.]{0,40}in touch|pairs?|link(?:ing)? up)\b/;

/** "Please introduce these.", below a list of which every line is a pair. */
const pointsUp =
  /^(?:(?:so|and|now|please|pls|kindly|could you|can you|would you|will you|i(?:'d| would) like you to)[\s,]+)*(?:introduce|connect|link|intro|make|do|arrange|set up|send|bring|put)\b[^.:]{0,16}\b(?:these|those|them all|all|each|both|above)\b[^.:]{0,40}[.!?)]*$/;

const pairWith = phrase('{one} <>|/|&|and|with|+|x|— {other}');

export interface ListHeader {
  readonly paragraph: number;
  /** "Please introduce Maya to:": who stands in copy of every item. */
  readonly cc: readonly Person[] | null;
  readonly at: number;
  readonly mood: Mood;
  readonly manner: Manner;
}

/** The list that a line announces, or null. `made`: it asks for introductions itself. */
export function headerIn(reader: Reader, sentence: Sentence, at: number, made: boolean): ListHeader | null {
  const subject = sentence.paragraph < 0;
  if (!announces.test(sentence.plain) || made) return null;
  for (let i = 0; i < Math.min(sentence.tokens.length, 40); i++) {
    const match = matchAt(sharedHeader, sentence, i);
    if (
      !match?.people.cc?.people.every(
        ({ mention, pronoun }) => mention.self !== true && (mention.nameless !== true || pronoun),
      )
    )
      continue;
    const mood = moodOf(sentence.plain.slice(0, sentence.tokens[i]?.start ?? 0));
    if (mood === 'asked') dropMissed(reader, at);
    return {
      paragraph: sentence.paragraph,
      cc: match.people.cc?.people ?? null,
      at,
      mood,
      manner: plainManner(sentence),
    };
  }
  const opens =
    /:\s*$/.test(sentence.text) || /\b(?:these|following|below|intros|introductions|pairs)\b/.test(sentence.plain);
  if (!opens) return null;
  const verb = announces.exec(sentence.plain)?.index ?? 0;
  const mood = moodOf(sentence.plain.slice(0, verb));
  if (mood === 'denied' || mood === 'past' || mood === 'wondered') return null;
  dropMissed(reader, at);
  return {
    paragraph: subject ? 0 : sentence.paragraph,
    cc: null,
    at,
    mood: subject || mood === 'asked' || /:\s*$/.test(sentence.text) ? 'asked' : mood,
    manner: plainManner(sentence),
  };
}

/** An item of an announced list: "Maya to Nadia – …", "Ines Roca / Karim Haddad", or a name alone under "introduce Maya to:". */
export function readListed(reader: Reader, at: number, header: ListHeader): boolean {
  const sentence = reader.discourse.sentences[at];
  if (!sentence) return false;
  const previous = reader.discourse.sentences[at - 1];
  const inside = previous && previous.paragraph === sentence.paragraph && previous.unit === sentence.unit;
  // The list may begin in the line that announces it: "Two intros please. Maya to Tariq."
  if (inside && (header.at !== at - 1 || previous.item)) return false;
  const first = sentence.tokens.findIndex(
    (token) =>
      !/^(?:and|also|then|please|first|second|third|fourth|firstly|secondly|thirdly|finally|,|:|\d+|[a-e]|\)|\.)$/.test(
        token.norm,
      ),
  );
  if (first < 0 || first > 4) return false;
  const match = header.cc ? null : (matchAt(pairTo, sentence, first) ?? matchAt(pairWith, sentence, first));
  const single = header.cc ? readPeople(sentence, first) : null;
  const people =
    match?.people ??
    (header.cc && single
      ? { cc: { people: header.cc.map(fromElsewhere), to: 0, asides: [], either: false }, to: single }
      : null);
  if (!people) return false;
  if (
    header.cc &&
    (single?.people.some((each) => each.pronoun !== undefined || each.mention.nameless === true) ||
      (!sentence.item && sentence.tokens[single?.to ?? 0]?.kind === 'word'))
  )
    return false;
  const sides = sidesOf(reader, at, people);
  if (!sides || sides.pairs.some((pair) => !isNamed(sentence, pair.cc) || !isNamed(sentence, pair.to))) return false;
  if (header.cc) reader.used.add(header.at);
  const end = sentence.tokens[(match?.to ?? single?.to ?? 1) - 1]?.end ?? 0;
  const asides = Object.values(people).flatMap((each) =>
    each.asides.map(([from, to]) => sentence.text.slice(sentence.tokens[from]?.start, sentence.tokens[to - 1]?.end)),
  );
  // "Maya to Tariq (ask him first)": what stands in brackets beside a name says how as well.
  const words = `${asides.join(' ')} ${sentence.text.slice(end)}`.replace(/^[\s,(—–-]+/, '');
  const tail = plain(words);
  const behind = dayAt(tail, words, 0);
  const day: Manner = behind && !now.test(behind.words) ? { kind: 'on', when: { words: behind.words } } : header.manner;
  const reserved = reservationBehind(tail);
  const condition =
    conditionIn(tail, 'behind') ?? (reserved && words.slice(reserved.start, reserved.end).replace(/[)\s]+$/, ''));
  const shown = wantsToSee(tail) || /^(?:as a |only a |a )?draft\b/.test(tail);
  const manner: Manner = shown ? { kind: 'draft' } : condition === null ? day : { kind: 'conditional', condition };
  const wish = consentWishIn(tail);
  reader.group++;
  for (const pair of sides.pairs) {
    const made: Pair = {
      kind: 'introduce',
      ...pair,
      manner,
      mood: header.mood,
      at,
      leadFrom: 0,
      start: 0,
      end:
        behind && manner.kind === 'on' && asides.length === 0 ? sentence.text.length - words.length + behind.end : end,
      clauseEnd: sentence.text.length,
      group: reader.group,
      letter: false,
    };
    reader.pairs.push(wish === null ? made : { ...askedFirst(made, wish, sentence.text), clauseEnd: made.end });
  }
  return true;
}

const fromElsewhere = (person: Person): Person => ({ ...person, mention: unplaced(person.mention) });

/** "Please introduce these." below a list: the lines of the list say who, and no pronoun. */
export function pointsToList(reader: Reader, sentence: Sentence, at: number): boolean {
  const { sentences } = reader.discourse;
  const own = sentences[at - 1]?.paragraph ?? -1;
  const units = new Set(sentences.slice(0, at).flatMap(({ paragraph, unit }) => (paragraph === own ? [unit] : [])));
  return own !== sentence.paragraph && units.size > 1 && pointsUp.test(sentence.plain);
}

/** Reads the paragraph above as such a list. Nothing is kept where one of its lines is no pair. */
export function readListAbove(reader: Reader, sentence: Sentence, at: number): boolean {
  if (!pointsUp.test(sentence.plain) || reader.pairs.length > 0) return false;
  const { sentences } = reader.discourse;
  const own = sentences[at - 1]?.paragraph ?? -1;
  const opening = sentences.slice(0, at).flatMap(({ paragraph, unit }, k) => {
    const previous = sentences[k - 1];
    return paragraph === own && own >= 0 && (previous?.paragraph !== paragraph || previous.unit !== unit) ? [k] : [];
  });
  const header: ListHeader = { paragraph: own, cc: null, at, mood: 'asked', manner: plainManner(sentence) };
  if (opening.length === 0 || !opening.every((k) => readListed(reader, k, header))) {
    reader.pairs = [];
    // Of a list that cannot be read as pairs nobody is picked out.
    if (opening.length < 2) return false;
    if (!reader.missed.includes(at)) reader.missed.push(at);
    return true;
  }
  reader.used.add(at);
  dropMissed(reader, at);
  return true;
}
