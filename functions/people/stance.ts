// How an entry stands to what it speaks of: `always short of pilots` wants them, `not interested in boards` rejects them, `has never
// sailed` lacks it, `left a bank` once was there. Read from the words in front, within the clause.
import type { Word } from './word-forms.ts';

/**
 * What is rejected is neither known nor sought. What is lacked is not known; whoever speaks of goals may well seek it. What is wanted is
 * sought, not known.
 */
export type Stance = 'is' | 'was' | 'wants' | 'lacks' | 'rejects';

const listed: Readonly<Record<Stance, string>> = {
  wants:
    'looking for, looks for, look for, on the lookout for, in search of, searching for, searches for, short of, in need of, needs, need, needs to, need to, wants, want, wants to, want to, would like, would like to, would love, would love to, seeks, seeking, hopes to, hope to, hoping to, hopes for, wishes, wishes to, dreams of, budget for, eager to, keen to, planning to, plans to',
  rejects:
    'no longer, not interested in, not interested, no interest in, no more, rather than, instead of, anything but, tired of, fed up with, sick of, away from, done with, gave up, given up, has quit, quit, stopped, hates, avoids, refuses, not want, not want to, except, get out of, getting out of, move out of, wants out of, leave, leaving, get off, getting off',
  lacks:
    "never, nobody to, nobody who, not a, not an, isn't, is not, not, doesn't, don't, does not, do not, cannot, can't, without, nothing of, knows no, no time for, no experience, nor",
  was: 'was, were, left, leaves, formerly, former, used to, began as, started as, until, ex, originally, grew up in, born in, raised in, came from, moved from',
  is: 'but, and, now, today, and now, not only, not just, not sure, not certain, not afraid of, never says no to, never tired of, wants to help, wants to support, needs no, nobody but, without exception',
};

interface Marker {
  readonly words: readonly string[];
  readonly stance: Stance;
}

/** By their first word, longest first. */
const markers: ReadonlyMap<string, readonly Marker[]> = Map.groupBy(
  Object.entries(listed)
    .flatMap(([stance, all]) =>
      all.split(', ').map((marker): Marker => ({ words: marker.split(' '), stance: stance as Stance })),
    )
    .sort((a, b) => b.words.length - a.words.length),
  ({ words: [first = ''] }) => first,
);

/** Somebody else's wish stands behind these: `whoever needs a visa`. */
const others = new Set([
  'who',
  'whoever',
  'what',
  'that',
  'which',
  'people',
  'those',
  'clients',
  'companies',
  'families',
  'firms',
]);

/** For each word, how its clause stands to it. */
export function stancesOf(words: readonly Word[]): Stance[] {
  let stance: Stance = 'is';
  let next: Stance = 'is';
  let markedTo = 0;
  return words.map((_, at) => {
    if (at === markedTo) stance = next;
    if (words[at - 1]?.endsClause === true) stance = 'is';
    if (at < markedTo) return 'is';
    const marker = markerAt(words, at);
    if (marker !== null) {
      next = marker.stance;
      markedTo = at + marker.length;
      return 'is';
    }
    if (stance === 'was' && words[at]?.stem === 'to') stance = 'is';
    return stance;
  });
}

function markerAt(words: readonly Word[], at: number): { stance: Stance; length: number } | null {
  const marker = markers
    .get(plain(words[at]))
    ?.find((each) => each.words.every((one, i) => plain(words[at + i]) === one));
  if (marker === undefined) return null;
  const isOfOthers = marker.stance === 'wants' && others.has(plain(words[at - 1]));
  return { stance: isOfOthers ? 'is' : marker.stance, length: marker.words.length };
}

const plain = (word: Word | undefined): string => word?.written.toLowerCase().replace('’', "'") ?? '';
