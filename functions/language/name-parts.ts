// Where a name ends: initials, particles, hyphens, nicknames in the middle, and the words behind it that may be a surname still.

import type { Token } from './tokens.ts';
import { common, particles, personNouns, titles } from './words.ts';

/** First names that are words as well; in the place of a name they are names. */
export const wordNames = new Set('will may april june mark art grant bill rose hope page grace sun'.split(' '));

/** The index behind the next part of a name that stands at `i`, or null where the name ends. */
export function nameGoesOn(tokens: readonly Token[], i: number, limit: number, start: number): number | null {
  const token = tokens[i];
  const previous = tokens[i - 1];
  if (!token || !previous || i >= limit) return null;
  const glued = token.start === previous.end;
  if (
    token.norm === '.' &&
    glued &&
    previous.text.length <= 2 &&
    previous.capital &&
    i + 1 < limit &&
    !common.has(tokens[i + 1]?.norm ?? '') &&
    (tokens[i + 1]?.capital === true || tokens[i + 1]?.norm === '-')
  )
    return i + 1;
  // "Maya L." at the very end.
  if (token.norm === '.' && glued && previous.text.length === 1 && previous.capital && i - start > 1) return i + 1;
  // "Joost v.d. Laan"
  if (/^(?:v|v\.d|vd|d)$/.test(token.norm) && tokens[i + 1]?.norm === '.' && tokens[i + 2]?.capital === true)
    return i + 3;
  if (token.norm === '-' && glued && tokens[i + 1]?.start === token.end) return i + 2;
  if (
    (token.norm === '"' || token.norm === "'") &&
    tokens[i + 2]?.norm === token.norm &&
    tokens[i + 1]?.capital === true
  )
    return i + 3;
  if (
    token.norm === '(' &&
    tokens[i + 2]?.norm === ')' &&
    tokens[i + 1]?.capital === true &&
    tokens[i + 3]?.capital === true &&
    tokens[i + 3]?.start === (tokens[i + 2]?.end ?? 0) + 1
  )
    return i + 3;
  if (token.kind !== 'word') return null;
  if (token.capital) {
    if (/^(?:i|i'm|i'd|i'll|i've|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(token.norm))
      return null;
    return i + 1;
  }
  if (!particles.has(token.norm)) return null;
  let next = i + 1;
  while (next < limit && particles.has(tokens[next]?.norm ?? '') && tokens[next]?.capital === false && next < i + 3)
    next++;
  return next < limit && tokens[next]?.capital === true ? next + 1 : null;
}

/** A word without a capital that is no English word. */
export const mayBeSurname = (norm: string): boolean =>
  !common.has(norm) &&
  !personNouns.has(norm) &&
  !titles.has(norm) &&
  !/(?:ly|ing|ed|tion)$/.test(norm) &&
  norm.length > 1;

/** Whether what stands at `at` can follow a whole name. */
export function surnameEnds(tokens: readonly Token[], at: number, limit: number): boolean {
  const token = tokens[at];
  return (
    at >= limit ||
    token === undefined ||
    token.kind === 'mark' ||
    /^(?:because|since|re|who|whose|he|she|they|and|please|at|from|to|with)$/.test(token.norm)
  );
}

/** A title stands between `from` and the name at `at`. */
export function titledBefore(tokens: readonly Token[], from: number, at: number): boolean {
  return at > from && titles.has(tokens[from]?.norm ?? '');
}

/** Without what hangs on a name: "-san", a genitive, closing marks. An initial keeps its full stop. */
export function cleanName(name: string): string {
  return name
    .replace(/-(?:san|sama|sensei|ji|ssi)$/i, '')
    .replace(/['’]s$/u, '')
    .replace(/\s+/g, ' ')
    .replace(/[.,;:]+$/, (marks) => (/\b\p{Lu}\.$/u.test(name) && marks === '.' ? '.' : ''));
}
