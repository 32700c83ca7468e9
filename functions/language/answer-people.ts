// Whom an answer names: people and organisations out of a list, by name or by description, and those it wants left out.

import { leaving } from './answer-numbers.ts';
import { namesIn } from './names-in.ts';
import { readPerson } from './one-person.ts';
import type { Person } from './person.ts';
import type { Mention } from './requests.ts';
import type { Sentence } from './sentences.ts';
import { common, personNouns } from './words.ts';

const theOne =
  /\b(?:the (?:one|person|lady|man|woman|gentleman|guy|chap)|whoever|she|he|her|him)(?: (?:who )?(?:is|works|sits))? (?:at|from|of|with|in) (?:the )?/g;
const oneOfThem = /\bthe (\p{L}[\p{L}'&.-]*(?: \p{L}[\p{L}'&.-]*)?) (?:one|person|lady|man)\b/gu;

export interface Named {
  readonly people: readonly Mention[];
  readonly leftOut: readonly Mention[];
}

/** Whom the answer names or may consist of; and whom it names only to leave them out: "not Tariq", "anyone but Ines". */
export function peopleIn(sentences: readonly Sentence[]): Named {
  const result: Mention[] = [];
  const leftOut: Mention[] = [];
  const add = (mention: Mention): void => {
    if (![...result, ...leftOut].some((each) => each.words === mention.words)) result.push(mention);
  };
  for (const sentence of sentences.slice(0, 12)) {
    for (const match of sentence.plain.matchAll(theOne)) {
      const from = match.index + match[0].length;
      const words =
        /^[^,.;:!?()—]+/
          .exec(sentence.text.slice(from))?.[0]
          ?.replace(/\s+(?:of course|please|i think|obviously|naturally|i mean|thanks)\s*$/i, '')
          .trim() ?? '';
      if (words !== '') add({ words, readings: [{ name: '', organisation: words, end: from + words.length }] });
    }
    for (const match of sentence.plain.matchAll(oneOfThem)) {
      const words = sentence.text.slice(match.index + 4, match.index + 4 + (match[1] ?? '').length);
      if (
        !common.has(words.toLowerCase()) &&
        !/^(?:right|wrong|other|young|old|former|same|last|next|first|second|third|fourth|fifth)$/i.test(words)
      )
        add({
          words,
          readings: [
            { name: words, end: 0 },
            { name: '', organisation: words, end: 0 },
          ],
        });
    }
    const struck = struckIn(sentence);
    for (const { person } of namesIn(sentence)) {
      const mention = withOrganisation(person.mention);
      if (leaving.has(mention.words.toLowerCase())) continue;
      if (struck(person)) leftOut.push(mention);
      else add(mention);
    }
    if (sentence.careless && sentences.length <= 2 && sentence.tokens.length <= 8) {
      const start = sentence.tokens.findIndex(
        (token) =>
          token.kind === 'word' && !common.has(token.norm) && !personNouns.has(token.norm) && token.norm.length > 1,
      );
      const person = start >= 0 ? readPerson(sentence, start, sentence.tokens.length, false) : null;
      if (person && person.mention.nameless !== true && person.mention.address === undefined) {
        const mention = withOrganisation(person.mention);
        if (struck(person)) leftOut.push(mention);
        else add(mention);
      }
    }
  }
  return { people: result.slice(0, 12), leftOut: leftOut.slice(0, 12) };
}

/** One word may be a name as well as an organisation: "Acme". */
function withOrganisation(mention: Mention): Mention {
  const [reading] = mention.readings;
  if (!reading || reading.organisation !== undefined || reading.name === '') return mention;
  return { ...mention, readings: [...mention.readings, { name: '', organisation: reading.name, end: reading.end }] };
}

const leaves =
  /(?:^|[^\p{L}'])(?:not|without|except(?: for)?|excluding|minus|skip|drop|strike|remove|omit|delete|cross out|leave out|save|neither|nor|rather than|instead of|other than|apart from|no longer|(?:all|anyone|anybody|everyone|everybody|everything|nobody|any of them) but|no)\s+(?:for |to |with |the |mr\.? |mrs\.? |ms\.? |dr\.? |prof\.? )*$/u;
const leavesBehind = /^\s*(?:out|off|aside|: no\b|— no\b|, no\b|is out\b|not\b)/;
const alike = /^\s*(?:,|;|and|or|nor|&|,? and|,? or)\s*$/;

/** Whether a name of the sentence is named to be left out, by itself or in a row with one that is. */
function struckIn({ plain, tokens }: Sentence): (person: Person) => boolean {
  let last = -1;
  return ({ from, to }) => {
    const start = tokens[from]?.start ?? 0;
    const end = tokens[to - 1]?.end ?? 0;
    const before = plain.slice(Math.max(0, start - 60), start);
    const behind = plain.slice(end, end + 20);
    const parts = /\b(?:leave|take|cross|strike|keep) $/.test(before) || !/^\s*(?:out|off|aside)\b/.test(behind);
    const struck =
      leaves.test(before) ||
      (parts && leavesBehind.test(behind)) ||
      (last >= 0 && start - last < 12 && alike.test(plain.slice(last, start)));
    last = struck ? end : -1;
    return struck;
  };
}
