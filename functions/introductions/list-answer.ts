// The protégé has gone over the list (PRODUCT.md section 3): numbers, names and words become numbered requests, which the mentor sees and
// may make with a yes. Nothing goes out on the protégé's word alone.

import type { Mention, Request } from '../language/requests.ts';
import { goneOverLetter } from '../letters/report.ts';
import { matchMention } from '../people/match.ts';
import { fold, greetingName, spokenName } from '../people/names.ts';
import type { Person } from '../people/person.ts';
import type { Asked } from './asked.ts';
import { frameOf, questionToMentor } from './happen.ts';
import type { Outcome } from './known.ts';
import { outcome } from './outcome.ts';
import type { Choice, QuestionPart } from './question.ts';

type GoOverPart = Extract<QuestionPart, { kind: 'go-over' }>;

export function decideListAnswer({ received, understanding, known, question }: Asked, part: GoOverPart): Outcome {
  const protege = known.people.find(({ id }) => id === part.personId);
  const listed = part.listed.flatMap((id) => known.people.find((person) => person.id === id) ?? []);
  const wanted = protege === undefined ? [] : wantedOf(understanding.answer, listed);
  const words = wordsByPlace(received.visible, understanding.answer.words || received.visible, listed);
  const choices = wanted.map((person, i): Choice => {
    const place = part.listed.indexOf(person.id) + 1;
    const request = introduceRequest(protege as Person, person, words.get(place) ?? words.get(0) ?? '');
    return {
      number: i + 1,
      label: `introduce ${spokenName((protege as Person).name)} to ${spokenName(person.name)}`,
      pending: { request, chosen: { to: person.id, cc: part.personId }, confirmed: [] },
      names: [person.name, ...person.addresses, ...(person.organisation === undefined ? [] : [person.organisation])],
    };
  });
  const key = `${received.id}/gone-over`;
  const letter = (localPart: string) =>
    goneOverLetter(
      frameOf(known, key, localPart),
      protege?.name ?? question.address,
      received.visible.trim(),
      choices.map(({ label }) => label),
    );
  if (choices.length === 0) return outcome('list: shown', { changes: [], letters: [letter('intro')] });
  const asked = questionToMentor(known, key, [{ kind: 'list', choices, all: true }], letter('').subject);
  return outcome('list: requests', {
    changes: [
      { kind: 'settle', question },
      { kind: 'ask', question: asked },
    ],
    letters: [letter(asked.localPart)],
  });
}

/** By number, by name, all of them, all but some; a plain yes means all. */
function wantedOf(answer: Asked['understanding']['answer'], listed: readonly Person[]): readonly Person[] {
  const at = (numbers: readonly number[]) => numbers.flatMap((number) => listed[number - 1] ?? []);
  const named = answer.people.flatMap((mention) => {
    const match = matchMention(mention, listed);
    return 'person' in match ? [match.person] : [];
  });
  const picked = [...new Set([...at(answer.numbers), ...named])];
  const without = new Set(at(answer.without));
  if (answer.all || without.size > 0) return listed.filter((person) => !without.has(person));
  if (picked.length > 0) return picked;
  return answer.verdict === 'yes' ? listed : [];
}

/**
 * What the protégé says for each place of the list; place 0: for all of them. A line that begins with a number (`2: her work on wrists`) is
 * for that place; else a sentence is for whomever it names or counts ("the first"), and the sentences after it as well.
 */
function wordsByPlace(visible: string, answered: string, listed: readonly Person[]): ReadonlyMap<number, string> {
  const words = wordsByLine(visible, listed.length);
  if (words.size > 0) return words;
  let places: readonly number[] = [0];
  for (const sentence of sentencesOf(answered.replace(numbersAtStart, ''))) {
    const text = sentence.replace(/^(?:please|thanks|thank you)\b[\s,.!:–—-]*/iu, '').trim();
    if (!/\p{L}{3}/u.test(text) || isOfOthers(text)) continue;
    const named = placesNamed(text, listed);
    places = named.length > 0 ? named : places;
    for (const place of places) words.set(place, [words.get(place), text].filter(Boolean).join(' '));
  }
  return words;
}

const numbersAtStart = /^(?:[\s\d,&.;+]|and(?=\s*\d))*[\s.,;:–—-]*/iu;

function wordsByLine(visible: string, most: number): Map<number, string> {
  const words = new Map<number, string>();
  for (const line of visible.split('\n')) {
    const [, number, said = ''] =
      line.match(/^\s*(?:no\.?|nr\.?|number|#)?\s*(\d{1,2})\s*[.:)–—,-]?\s+(\p{L}.*)$/iu) ?? [];
    const place = Number(number ?? 0);
    const isWords = number !== undefined && place <= most && !/^(?:and|und|et|y|&)\s*\d|^please\b/iu.test(said);
    if (!isWords) continue;
    const [first = '', ...more] = sentencesOf(said);
    const kept = [first, ...more.filter((sentence) => !isOfOthers(sentence))].join(' ').trim();
    if (kept !== '') words.set(place, kept);
  }
  return words;
}

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])\s+|\n+/u);

/** "Not the other one, thanks", "Without the rest": whom the protégé leaves out is no business of whoever is met. */
const isOfOthers = (sentence: string): boolean =>
  /^(?:(?:but|and|so|sorry|please|perhaps|maybe|rather)[\s,]+)*(?:not|no|none|nobody|neither|nor|never|without|except|skip|leave|less|the others?|others?|the rest)\b/iu.test(
    sentence.trim(),
  ) ||
  /\b(?:the|these|those|all|any|both|two|my) (?:others?|other (?:ones?|two|three|names?|people|persons?)|rest|remaining)\b/iu.test(
    sentence,
  );

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];

function placesNamed(sentence: string, listed: readonly Person[]): readonly number[] {
  const said = ` ${fold(sentence)} `;
  return listed.flatMap(({ name }, i) => {
    const called = [greetingName(name), spokenName(name), `the ${ordinals[i]}`, `number ${i + 1}`];
    return called.some((each) => each !== '' && said.includes(` ${fold(each)} `)) ? [i + 1] : [];
  });
}

/** The ordinary request, with what the protégé wrote as background, marked as theirs. */
function introduceRequest(protege: Person, person: Person, words: string): Extract<Request, { kind: 'introduce' }> {
  return {
    kind: 'introduce',
    sentence: `introduce ${spokenName(protege.name)} to ${spokenName(person.name)}`,
    to: mentionOf(person),
    cc: mentionOf(protege),
    directed: true,
    manner: { kind: 'now' },
    note: { reason: null, paragraphs: words === '' ? [] : [`${greetingName(protege.name)} writes: “${words}”`] },
  };
}

/** A mention of an entry of the book that is already chosen. */
export function mentionOf({ name, addresses }: Person): Mention {
  const words = spokenName(name);
  const mention: Mention = { words, readings: [{ name: words, end: words.length }] };
  return addresses[0] === undefined ? mention : { ...mention, address: addresses[0] };
}
