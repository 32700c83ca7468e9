// Names that stand in a sentence by themselves, for pronouns and for telling what a sentence is about. A capital alone is a weak sign of one.

import { wordNames } from './name-parts.ts';
import { nameAt, properName } from './names.ts';
import type { Person } from './person.ts';
import type { Sentence } from './sentences.ts';
import { common, finiteVerbs, titles } from './words.ts';

export interface Named {
  readonly person: Person;
  /** Not behind "at", "in", "of": a person rather than a place. */
  readonly strong: boolean;
}

export function namesIn(sentence: Sentence): Named[] {
  const result: Named[] = [];
  const { tokens } = sentence;
  // In careless writing only the first word may have a capital, and then it may be a name.
  for (let i = 0; i < (sentence.careless ? Math.min(1, tokens.length) : tokens.length); i++) {
    const token = tokens[i];
    if (!token?.capital || token.kind !== 'word') continue;
    if (common.has(token.norm.replace(/'.*$/, '')) && !wordNames.has(token.norm)) continue;
    const found = sentence.careless ? properName(sentence, i, i, 1, false) : nameAt(sentence, i, tokens.length, false);
    if (!found || found.mention.nameless === true) continue;
    if (sentence.careless && (/^[^\p{Ll}]+$/u.test(token.text) || onlyOpens(sentence))) continue;
    const before = tokens[i - 1]?.norm ?? '';
    const place =
      /^(?:at|in|of|from|near|for|into|on|over|via|the|@)$/.test(before) &&
      !(before === 'of' && titles.has(tokens[i]?.norm ?? ''));
    const person = withoutLooseEnd(found);
    result.push({
      person,
      strong: !place && !(i === 0 && found.to === 1 && (onlyOpens(sentence) || tokens.length === 1)),
    });
    i = Math.max(i, found.to - 1);
  }
  return result;
}

/** Outside a request a word without a capital is a verb sooner than a surname: "Tariq prints at night". */
function withoutLooseEnd(found: Person): Person {
  const [longest, shorter] = found.mention.readings;
  return longest && shorter && shorter.organisation === undefined && longest.name.startsWith(`${shorter.name} `)
    ? { ...found, mention: { ...found.mention, readings: found.mention.readings.slice(1) } }
    : found;
}

/** A capital at the beginning says little: "Promise", "Grant for Maya". A verb behind it says that it is a name. */
function onlyOpens(sentence: Sentence): boolean {
  const { tokens } = sentence;
  if (/['’]s$/u.test(tokens[0]?.text ?? '')) return false;
  const next = tokens[1]?.norm ?? '';
  if (/^(?:and|&|,|\/|:)$/.test(next) || finiteVerbs.has(next)) return false;
  // "Maya" as a subject, or a line of its own: no strong sign, but one.
  if (tokens.length === 1) return false;
  return (
    !(common.has(next) || /(?:ed|s)$/.test(next)) ||
    /^(?:for|of|in|at|on|to|from|with|the|a|an|is|as|about|this|that)$/.test(next)
  );
}
