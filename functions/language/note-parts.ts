// Which words of a mail belong to which introduction (PRODUCT.md section 3, "What becomes the note"): after a request all that
// is not for the service, before it what names its people, and never what is private or speaks about another pair.

import { hushed, isClosing, isOwnName } from './cut.ts';
import { type Discourse, sameName } from './discourse.ts';
import { saysHow, saysWhen } from './no-reason.ts';
import { folded } from './normalise.ts';
import type { Mention, NoteParts } from './requests.ts';
import { type Sentence, sentence as sentenceOf } from './sentences.ts';
import {
  forService,
  isForService,
  isGreetingSent,
  isManner,
  isMusing,
  isSaidByTheWay,
  passedOnFrom,
  speaksOfSomebody,
} from './small-talk.ts';
import { common, titles } from './words.ts';

/** A request as far as its words are concerned. */
export interface Asked {
  readonly at: number;
  readonly people: readonly Mention[];
  readonly group: number;
  /** Where its reason begins and ends in its sentence, and where the words before the request stand. */
  readonly leadFrom: number;
  readonly start: number;
  readonly end: number;
  readonly clauseEnd: number;
  readonly letter: boolean;
  /** The subject says that the mail is about these two: what stands before the request is theirs as well. */
  readonly topic: boolean;
  /** Its sentence says something of the two: "X and Y would get on famously". */
  readonly remark: boolean;
}

export interface Words {
  readonly discourse: Discourse;
  readonly asked: readonly Asked[];
  /** Sentences that ask for something or say how: no part of a note. */
  readonly used: ReadonlySet<number>;
  /** From here on everything is the letter's text. */
  readonly letterFrom: number;
  /** Paragraph → the greeting it had. */
  readonly greetings: ReadonlyMap<number, string>;
  /** Pairs that are named and not to be introduced: what is said of them is nobody's note. */
  readonly refused: readonly Asked[];
  /** Paragraphs that stand behind `P.S.` */
  readonly postscripts: ReadonlySet<number>;
}

/** The words of each request, in the order of `asked`. */
export function notesOf(words: Words): NoteParts[] {
  const { discourse, asked, used, letterFrom } = words;
  const hush = hushed(discourse.sentences);
  const asking = new Set([...asked, ...words.refused].map(({ at }) => at));
  const [letter] = asked.filter((each) => each.letter);
  const isIdle = idleIn(words);
  const owners = discourse.sentences.map((sentence, k): readonly Asked[] => {
    if (sentence.paragraph < 0 || sentence.secret === 'yes' || hush.has(k)) return [];
    if (isFarewell(sentence, discourse)) return [];
    if (k >= letterFrom) return groupBefore(asked, k);
    if (letter) return asked.filter((each) => each.letter);
    const remarks = asked.filter((each) => each.at === k && each.remark);
    if (remarks.length > 0) return remarks;
    if (asking.has(k) || used.has(k) || isIdle(sentence, k)) return [];
    return ownersOf(words, sentence, k);
  });
  const carriedOn = withoutPrefaceGoneOn(words, continued(words, owners, isIdle));
  return asked.map((each) => partsOf(words, each, hush, (k) => carriedOn[k]?.includes(each) === true));
}

/** A closing formula, in whatever words: it ends with a comma, and the name stood below. */
function isFarewell(sentence: Sentence, { sentences, writer }: Discourse): boolean {
  const last = sentences.findLast(({ paragraph }) => paragraph === sentence.paragraph);
  return (
    isClosing(sentence.text) ||
    isOwnName(sentence.text, writer) ||
    (last === sentence && /,\s*$/.test(sentence.text) && sentence.tokens.length < 10)
  );
}

type IdleTest = (sentence: Sentence, k: number) => boolean;

/** Whether a sentence speaks to the service, of the writer, or of people who are not to be introduced. */
function idleIn({ discourse, asked, refused, postscripts }: Words): IdleTest {
  const spoken = paragraphsSpokenTo(discourse.sentences);
  const people = asked.flatMap((each) => each.people);
  const strangers = refused
    .flatMap((each) => each.people)
    .filter((person) => person.nameless !== true && !people.some((other) => sameName(person, other)));
  const refusals = refused.filter((each) => each.people.some((person) => strangers.includes(person)));
  const first = Math.min(...asked.map(({ at }) => at));
  const own = new Set(asked.map(({ at }) => discourse.sentences[at]?.paragraph));
  // A paragraph of its own behind the request, about nobody, of which a part is plainly said by the way.
  const strays = new Set<number>();
  for (const [paragraph, sentences] of Map.groupBy(discourse.sentences.slice(first + 1), (each) => each.paragraph)) {
    const isIdle = (each: Sentence): boolean =>
      isGreetingSent(each.plain) || (!speaksOfSomebody(each.plain) && isSaidByTheWay(each));
    const isOfTwo = (each: Sentence): boolean =>
      people.some((person) => names(each, person)) || (speaksOfSomebody(each.plain) && !isIdle(each));
    if (!own.has(paragraph) && !sentences.some(isOfTwo) && sentences.some(isIdle)) strays.add(paragraph);
  }
  const isAfterRefusal = ({ paragraph }: Sentence, k: number): boolean => {
    const refusal = refusals.findLast(({ at }) => at < k);
    return (
      refusal !== undefined &&
      discourse.sentences[refusal.at]?.paragraph === paragraph &&
      !asked.some(({ at }) => at > refusal.at && at < k)
    );
  };
  return (sentence, k) => {
    const named = people.some((person) => names(sentence, person));
    if (strangers.some((person) => names(sentence, person))) return true;
    if (!named && (isAfterRefusal(sentence, k) || (k > first && strays.has(sentence.paragraph)))) return true;
    if (spoken.has(k)) return false;
    if (isManner(sentence.plain) || isMusing(sentence.plain)) return true;
    if (passedOnFrom(sentence.text) === 0 && isForService(sentence)) return true;
    if (!named && isGreetingSent(sentence.plain)) return true;
    if (named || speaksOfSomebody(sentence.plain)) return false;
    return postscripts.has(sentence.paragraph) || isSaidByTheWay(sentence);
  };
}

/** Sentences in a paragraph that turned to somebody by name: "Maya, he is shy. You will like him." */
function paragraphsSpokenTo(sentences: readonly Sentence[]): ReadonlySet<number> {
  const result = new Set<number>();
  let paragraph = -2;
  sentences.forEach((sentence, k) => {
    if (
      /^(?!\p{Lu}{4})\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?(?: and \p{Lu}[\p{L}'’-]+)?,\s/u.test(sentence.text) &&
      !/^(?:Thanks|Thank you|Sorry|Yes|No|Well|Hello|Hi|So|Also|Please|Anyway|Now|Oh|Ah|Ok|Okay|Cheers|Apologies)\b/.test(
        sentence.text,
      )
    )
      paragraph = sentence.paragraph;
    if (sentence.paragraph === paragraph) result.add(k);
  });
  return result;
}

function groupBefore(asked: readonly Asked[], k: number): readonly Asked[] {
  const last = asked.findLast((each) => each.at < k) ?? asked.find((each) => each.topic);
  return last ? asked.filter((each) => each.group === last.group) : [];
}

function ownersOf({ discourse, asked }: Words, sentence: Sentence, k: number): readonly Asked[] {
  const before = groupBefore(asked, k);
  const sameItem = asked.filter((each) => sharesItem(discourse.sentences[each.at], sentence));
  const candidates = sameItem.length > 0 ? sameItem : asked;
  const hit = candidates.filter((each) => each.people.some((person) => names(sentence, person)));
  if (sentence.secret === 'after' && before.every((each) => discourse.sentences[each.at]?.secret !== 'after'))
    return [];
  const near = hit.filter((each) => before.includes(each));
  if (near.length > 0) return narrowed(near, sentence);
  if (sameItem.length > 0) return hit.length > 0 ? hit : sameItem;
  if (hit.length > 0) {
    if (before.length === 0 && !tellsOf(discourse.sentences, sentence, asked)) return [];
    const next = hit.find((each) => each.at > k) ?? hit.at(-1);
    return next
      ? narrowed(
          hit.filter((each) => each.group === next.group),
          sentence,
        )
      : [];
  }
  if (before.length === 0) return [];
  // Behind a whole list of requests, in a paragraph of its own, nobody in particular is meant.
  const [first] = before;
  const listed =
    first !== undefined &&
    discourse.sentences[first.at]?.item === true &&
    new Set(asked.map(({ group }) => group)).size > 1;
  return listed && sentence.unit !== discourse.sentences[first.at]?.unit ? [] : before;
}

/**
 * Whether a sentence in front of all requests is about their people: it stands beside a request, its paragraph begins with them, or
 * it does itself. In a story of something else they may be named too.
 */
function tellsOf(sentences: readonly Sentence[], sentence: Sentence, asked: readonly Asked[]): boolean {
  const first = sentences.find(({ paragraph }) => paragraph === sentence.paragraph) ?? sentence;
  const people = asked.flatMap((each) => each.people);
  const begins = { ...sentence, tokens: sentence.tokens.slice(0, 6) };
  return (
    first === sentence ||
    asked.some(({ at }) => sentences[at]?.paragraph === sentence.paragraph) ||
    people.some((person) => names(first, person) || names(begins, person))
  );
}

function sharesItem(a: Sentence | undefined, b: Sentence): boolean {
  return a?.item === true && a.paragraph === b.paragraph && a.unit === b.unit;
}

/** "introduce X to Y and Z": a sentence that names Y alone is for Y's letter. */
function narrowed(group: readonly Asked[], sentence: Sentence): readonly Asked[] {
  const count = (each: Asked): number => each.people.filter((person) => names(sentence, person)).length;
  const shared =
    group[0]?.people.filter((person) =>
      group.every((each) => each.people.some((other) => other === person || other.words === person.words)),
    ) ?? [];
  const own = group.filter((each) =>
    each.people.some((person) => !shared.some((other) => other.words === person.words) && names(sentence, person)),
  );
  if (own.length > 0 && own.length < group.length) return own;
  const most = Math.max(...group.map(count));
  return group.filter((each) => count(each) === most);
}

function names(sentence: Sentence, person: Mention): boolean {
  const words = person.readings
    .flatMap(({ name }) => folded(name).split(/[^\p{L}']+/u))
    .filter((word) => word.length > 1 && !titles.has(word));
  return sentence.tokens.some(
    (token) =>
      token.kind === 'word' && words.includes(token.norm.replace(/'s?$/, '')) && (token.capital || sentence.careless),
  );
}

/** What stands before a request and goes on from a sentence that names its people: "He …", "Both …". */
function continued(
  { discourse, asked, used }: Words,
  owners: readonly (readonly Asked[])[],
  isIdle: IdleTest,
): readonly (readonly Asked[])[] {
  const result = [...owners];
  const first = asked[0]?.at ?? 0;
  discourse.sentences.forEach((sentence, k) => {
    if (
      (result[k]?.length ?? 0) > 0 ||
      k >= first ||
      sentence.paragraph < 0 ||
      used.has(k) ||
      sentence.secret === 'yes' ||
      isIdle(sentence, k)
    )
      return;
    const previous = discourse.sentences[k - 1];
    if (previous && previous.paragraph === sentence.paragraph && (result[k - 1]?.length ?? 0) > 0)
      result[k] = result[k - 1] ?? [];
    else if (
      sentence.paragraph === discourse.sentences[first]?.paragraph &&
      /\b(?:he|she|they|his|her|their|him|them|both)\b/.test(sentence.plain)
    )
      result[k] = groupBefore(asked, first + 1);
  });
  return result;
}

/** What goes on behind the reason with a story that was begun in front of the request: "The tree will live, they say." */
function withoutPrefaceGoneOn(
  { discourse, asked }: Words,
  owners: readonly (readonly Asked[])[],
): readonly (readonly Asked[])[] {
  const { sentences } = discourse;
  const first = asked[0]?.at ?? 0;
  const beside = new Set(asked.map(({ at }) => sentences[at]?.paragraph));
  const contentOf = ({ tokens }: Sentence): string[] =>
    tokens.flatMap(({ kind, norm }) => (kind === 'word' && norm.length > 3 && !common.has(norm) ? [norm] : []));
  const preface = new Set(
    sentences
      .slice(0, first)
      .flatMap((each, k) => (each.paragraph >= 0 && owners[k]?.length === 0 ? contentOf(each) : [])),
  );
  return owners.map((owning, k) => {
    const sentence = sentences[k];
    const strays =
      sentence !== undefined &&
      k > first &&
      preface.size > 0 &&
      owning.length > 0 &&
      !beside.has(sentence.paragraph) &&
      !asked.some((each) => each.letter || each.people.some((person) => names(sentence, person))) &&
      !speaksOfSomebody(sentence.plain) &&
      contentOf(sentence).some((word) => preface.has(word));
    return strays ? [] : owning;
  });
}

function partsOf(
  { discourse, asked, letterFrom, greetings }: Words,
  each: Asked,
  hush: ReadonlySet<number>,
  owns: (k: number) => boolean,
): NoteParts {
  const { sentences } = discourse;
  const paragraphs: string[] = [];
  let paragraph = -2;
  let unit = -1;
  let reasonAt: NoteParts['reasonAt'];
  const own = sentences[each.at];
  const reason =
    own && !each.letter && !each.remark && each.at + 1 !== letterFrom && !hush.has(each.at)
      ? own.text.slice(each.end, each.clauseEnd)
      : '';
  const append = (text: string, sentence: Sentence): void => {
    const last = paragraphs.length - 1;
    if (sentence.paragraph === paragraph && last >= 0) {
      paragraphs[last] +=
        `${sentence.unit === unit || paragraphs[last] === '' ? (paragraphs[last] === '' ? '' : ' ') : '\n'}${text}`;
    } else {
      paragraphs.push(text);
    }
    paragraph = sentence.paragraph;
    unit = sentence.unit;
  };
  sentences.forEach((sentence, k) => {
    if (owns(k)) {
      const greeting = each.letter || k >= letterFrom ? (greetings.get(sentence.paragraph) ?? '') : '';
      if (greeting !== '' && sentence.paragraph !== paragraph) paragraphs.push(greeting);
      const from = greeting === '' && !each.letter && k < letterFrom ? passedOnFrom(sentence.text) : 0;
      const own = each.letter ? sentence.text : clausesFor(each, asked, sentence);
      const text = from === 0 ? own : asSentence(withoutQuotes(sentence.text.slice(from)));
      append((k === each.at && each.remark ? text.replace(andPlease, '.') : text).replace(andThanks, '.'), sentence);
    }
    if (k !== each.at || each.letter || each.remark) return;
    const before = reasonBefore(sentence, each, asked);
    if (before !== '') append(before, sentence);
    for (const { aside } of each.people)
      if (aside !== undefined && !saysWhen(aside) && !saysHow(aside)) append(closed(asSentence(aside)), sentence);
    if (paragraph !== sentence.paragraph || paragraphs.length === 0) append('', sentence);
    reasonAt = { start: each.end, paragraph: paragraphs.length - 1, offset: paragraphs.at(-1)?.length ?? 0 };
  });
  return reason.trim() === '' || saysHow(reason) || isOwnName(reason, discourse.writer) || reasonAt === undefined
    ? { reason: null, paragraphs: paragraphs.filter((text) => text !== '') }
    : { reason, paragraphs, reasonAt };
}

const clauseEnd = /;\s+|,\s+(?:while|whereas|but|and)\s+(?=(?:with |for |to )?\p{Lu})/u;

/** "With Maya he can talk about paper; Ines wants to film his bees": of several clauses those that are not another pair's. */
function clausesFor(each: Asked, asked: readonly Asked[], { text, paragraph, unit, item }: Sentence): string {
  const others = asked
    .flatMap(({ people }) => people)
    .filter((other) => !each.people.some((person) => sameName(person, other)));
  const clauses = text.split(clauseEnd);
  if (others.length === 0 || clauses.length < 2) return text;
  const isOthers = (clause: string): boolean => {
    const read = sentenceOf(clause, paragraph, unit, item);
    return others.some((person) => names(read, person)) && !each.people.some((person) => names(read, person));
  };
  const kept = clauses.filter((clause) => !isOthers(clause));
  return kept.length === 0 || kept.length === clauses.length ? text : closed(asSentence(kept.join('; ').trim()));
}

/** "Tariq graduates in June, so please introduce him to …": the part before "so", where it speaks of somebody. */
function reasonBefore(sentence: Sentence, each: Asked, asked: readonly Asked[]): string {
  if (asked.some((other) => other.at === each.at && other.start < each.start)) return '';
  const lead = sentence.text.slice(each.leadFrom, each.start);
  const match =
    /^(.*?\p{L}.*?)(?:[,;:—–-]+\s*(?:(?:and|so|hence|therefore|thus|which is why|that is why)\b[^,;:—–]*|(?:please|pls|kindly|could|can|would|will|might|i'd|i would|i should|let's)\b[^,;:—–]*)|\s+so\s+(?:please|could|can|would|kindly|i)\b[^,;:—–]*|[,;:—–]\s*(?:an?|the)?\s*)$/isu.exec(
      lead,
    );
  if (!match) return '';
  const words = (match[1] ?? '')
    .replace(/^\s*(?:as|since|because|given that|seeing that|now that|and|but|also)\s+/i, '')
    .trim();
  const speaks =
    each.people.some((person) =>
      person.readings.some(
        ({ name }) => name !== '' && words.toLowerCase().includes((name.split(' ')[0] ?? '').toLowerCase()),
      ),
    ) || /\b(?:he|she|they)\b/i.test(words);
  if (
    !speaks ||
    words.split(/\s+/).length < 3 ||
    /^(?:if|once|unless|provided|when|should|assuming|after|i )\b/i.test(words) ||
    forService.test(words.toLowerCase())
  )
    return '';
  return closed(asSentence(words));
}

/** "She needs ovens, thanks!" */
const andThanks =
  /,\s*(?:(?:many|a thousand) thanks|thanks(?: a lot| so much| again)?|thank you(?: so much| very much| again)?|cheers|please|ta|thx)\s*[!.]*$/i;

/** "Maya would like to meet Tariq; please arrange it." */
const andPlease =
  /\s*[,;:—–-]+\s*(?:(?:so|and|then)\s+)?(?:please|pls|kindly|could you|can you|would you|will you)\b[^.;:!?]{0,80}[.!?]*$/i;

/** The end of words that stood in quotes: their beginning has gone with what told to say them. */
const withoutQuotes = (words: string): string =>
  /["“]/.test(words.slice(0, -2)) ? words : words.replace(/["”](?=[.!?]?$)/, '');

const closed = (words: string): string => `${words}${/[.!?]$/.test(words) ? '' : '.'}`;

const asSentence = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** The whole text as the words of a letter, for mails that are one (made by hand, a protégé's asking). */
export function wholeNote(discourse: Discourse): NoteParts {
  const hush = hushed(discourse.sentences);
  const paragraphs = new Map<number, string>();
  discourse.sentences.forEach((sentence, k) => {
    if (
      sentence.paragraph < 0 ||
      sentence.secret !== 'no' ||
      hush.has(k) ||
      isClosing(sentence.text) ||
      isOwnName(sentence.text, discourse.writer)
    )
      return;
    const so = paragraphs.get(sentence.paragraph);
    paragraphs.set(sentence.paragraph, so === undefined ? sentence.text : `${so} ${sentence.text}`);
  });
  return { reason: null, paragraphs: [...paragraphs.values()] };
}
