// What stands behind a name and narrows it: an organisation, a place, an address. Where the text leaves open whether "of Acme" belongs to
// the name, both readings stay.

import { type Person, person, textOf } from './person.ts';
import type { Reading } from './requests.ts';
import type { Sentence } from './sentences.ts';
import { addressAt } from './stated-address.ts';
import { closing } from './tokens.ts';
import { dayAt } from './vague-days.ts';
import { common, finiteVerbs, titles } from './words.ts';

const noPlace = new Set(
  'phd md mba dphil msc bsc esq the a an my our your his her their once least last first this that some any noon lunch dinner all home work present monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december'.split(
    ' ',
  ),
);

/** Adds what follows a name and narrows it: organisation, place, address. */
export function withPlace(
  sentence: Sentence,
  from: number,
  to: number,
  limit: number,
  readings: readonly Reading[],
): Person {
  const { tokens } = sentence;
  let end = to;
  let all = readings;
  let address: string | undefined;
  for (let round = 0; round < 3; round++) {
    const found = addressAt(tokens, end, limit);
    if (found && address === undefined) {
      address = found.address;
      end = found.to;
      const last = tokens[end - 1]?.end ?? 0;
      // The address ends the name: no shorter reading makes sense.
      all = all.slice(0, 1).map((reading) => ({ ...reading, end: last }));
      continue;
    }
    const place = placeAt(sentence, end, limit);
    if (!place) break;
    const longest = all[0];
    if (place.name !== null && longest) {
      const narrowed: Reading[] = place.ends.map((each) => ({
        name: longest.name,
        organisation: each.name,
        end: each.end,
      }));
      // "Roca, Ines": a surname in front sooner than an organisation behind.
      const surnameFirst = tokens[end]?.norm === ',' && !/\s/.test(longest.name) && place.to - end < 5;
      if (surnameFirst)
        narrowed.unshift(...place.ends.map((each) => ({ name: `${each.name} ${longest.name}`, end: each.end })));
      all = place.sure ? narrowed : [...narrowed, ...all];
    } else if (longest) {
      all = all.map((reading, i) => (i === 0 ? { ...reading, end: place.ends[0]?.end ?? reading.end } : reading));
    }
    end = place.to;
  }
  return person(sentence, from, end, all, address);
}

interface Place {
  /** Null: a place, which narrows nothing. */
  readonly name: string | null;
  readonly ends: readonly { readonly name: string; readonly end: number }[];
  readonly to: number;
  readonly sure: boolean;
}

function placeAt(sentence: Sentence, at: number, limit: number): Place | null {
  const { tokens } = sentence;
  let i = at;
  const norm = tokens[i]?.norm ?? '';
  if (norm === '(' || norm === '[') {
    const close = closing(tokens, i, Math.min(limit, i + 10));
    if (close === null) return null;
    const joined = /^(?:at|of|from|the)$/.test(tokens[i + 1]?.norm ?? '');
    const begin = joined ? i + 2 : i + 1;
    // "(the pay cut)" is a reason, "(the Harbour Trust)" a place; without capitals it may be either.
    const mayBeReason = tokens[i + 1]?.norm !== 'at' && tokens[begin]?.capital !== true;
    if (mayBeReason && !sentence.careless && tokens[i + 1]?.norm !== 'from') return null;
    const found = organisationAt(sentence, begin, close);
    // "(the Acme one)"
    const last =
      found && /^(?:one|person|lady|man|woman)$/.test(tokens[found.to]?.norm ?? '') ? found.to + 1 : found?.to;
    if (!found || last !== close) return null;
    return {
      name: found.name,
      ends: [{ name: found.name, end: tokens[close]?.end ?? 0 }],
      to: close + 1,
      sure: !mayBeReason,
    };
  }
  if (norm === ',' && /^(?:at|of|from)$/.test(tokens[i + 1]?.norm ?? '')) i++;
  if (norm === 'over' && tokens[i + 1]?.norm === 'at') i++;
  const word = tokens[i]?.norm ?? '';
  if (!/^(?:at|of|from|in|@)$/.test(word)) {
    // "Tariq Osei, Lagos Press": only where nothing else follows.
    if (norm !== ',') return null;
    const found =
      tokens[at + 1]?.capital === true && !sentence.careless ? organisationAt(sentence, at + 1, limit) : null;
    const after = found ? tokens[found.to] : undefined;
    if (
      !found ||
      finiteVerbs.has(after?.norm ?? '') ||
      !(after === undefined || found.to === limit || /^[.;?!—)-]$/.test(after.norm))
    )
      return null;
    return {
      name: found.name,
      ends: [{ name: found.name, end: tokens[found.to - 1]?.end ?? 0 }],
      to: found.to,
      sure: false,
    };
  }
  const start = tokens[i]?.start ?? 0;
  // "at Christmas", "in Spring": when, and not where.
  const found = dayAt(sentence.plain, sentence.text, start) === null ? organisationAt(sentence, i + 1, limit) : null;
  if (!found) return null;
  const last = tokens[found.to - 1]?.end ?? 0;
  if (word === 'in')
    return tokens[i + 1]?.capital === true && !sentence.careless
      ? { name: null, ends: [{ name: '', end: last }], to: found.to, sure: true }
      : null;
  return { name: found.name, ends: found.ends, to: found.to, sure: !sentence.careless };
}

export function organisationAt(
  sentence: Sentence,
  from: number,
  limit: number,
): { name: string; to: number; ends: { name: string; end: number }[] } | null {
  const { tokens } = sentence;
  let at = from;
  if (tokens[at]?.norm === 'the' && tokens[at + 1]?.capital === true) at++;
  const first = tokens[at];
  if (
    !first ||
    at >= limit ||
    (first.kind !== 'word' && first.kind !== 'number') ||
    (noPlace.has(first.norm) && !(first.capital && titles.has(first.norm)))
  )
    return null;
  if (first.capital && !sentence.careless) {
    let to = at + 1;
    while (to < limit) {
      const token = tokens[to];
      const next = tokens[to + 1];
      if (token?.kind === 'word' && token.capital && !/['’]s$/u.test(tokens[to - 1]?.text ?? '')) to++;
      else if (
        token &&
        /^(?:&|of|and|the|for|de|du|la|\+|-)$/.test(token.norm) &&
        next?.capital === true &&
        to + 1 < limit &&
        token.norm !== 'and' &&
        token.norm !== 'for'
      )
        to += 2;
      else if (
        token?.norm === '.' &&
        token.start === tokens[to - 1]?.end &&
        next?.capital === true &&
        /^(?:st|dr|mt)$/.test(tokens[to - 1]?.norm ?? '')
      )
        to++;
      else break;
      if (to - at > 7) break;
    }
    const name = textOf(sentence, from, to)
      .replace(/^the /i, '')
      .replace(/['’]s$/u, '');
    return { name, to, ends: [{ name, end: tokens[to - 1]?.end ?? 0 }] };
  }
  if ((!sentence.careless && limit === tokens.length) || common.has(first.norm)) return null;
  let to = at;
  while (to < limit && to - at < 3 && tokens[to]?.kind === 'word' && !common.has(tokens[to]?.norm ?? '')) to++;
  if (to === at) return null;
  const ends = Array.from({ length: to - at }, (_, i) => to - i).map((end) => ({
    name: textOf(sentence, at, end),
    end: tokens[end - 1]?.end ?? 0,
  }));
  return { name: ends[0]?.name ?? '', to, ends };
}
