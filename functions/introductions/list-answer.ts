// The protégé has gone over the list (PRODUCT.md section 3): numbers, names and words become numbered requests, which the mentor sees and
// may make with a yes. Nothing goes out on the protégé's word alone.

import type { Mention, Request } from '../language/requests.ts';
import { goneOverLetter } from '../letters/report.ts';
import { matchMention } from '../people/match.ts';
import { greetingName, spokenName } from '../people/names.ts';
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
  const words = wordsByPlace(received.visible, part.listed.length);
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

/** What stands behind each number on its own line (`2: her work on wrists`); place 0: what stands by no number. */
function wordsByPlace(visible: string, most: number): ReadonlyMap<number, string> {
  const words = new Map<number, string>();
  for (const line of visible.split('\n')) {
    const [, number, said = ''] =
      line.match(/^\s*(?:no\.?|nr\.?|number|#)?\s*(\d{1,2})\s*[.:)–—,-]?\s+(\p{L}.*)$/iu) ?? [];
    const place = Number(number ?? 0);
    const text = number === undefined || place > most || /^(?:and|und|et|y|&)\s*\d/iu.test(said) ? '' : said.trim();
    if (text !== '') words.set(place, text);
  }
  if (words.size === 0) {
    const sentences = visible.replace(/^[\s\d,&.;+]*(?:and\s*\d+)?[\s.,;:–—-]*/iu, '').trim();
    if (/\p{L}{3}.*\s\p{L}/u.test(sentences)) words.set(0, sentences);
  }
  return words;
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
