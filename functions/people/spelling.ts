// How far two spellings of one folded word are apart. Limits grow with the length: in a short word one letter makes another name.

/**
 * 0 for the same word, 0.5 where one is the beginning of the other (three letters at least: a name cut off), 1 where both sound alike
 * or one edit apart, more for more; null where they are too far apart to be one word.
 */
export function distance(a: string, b: string): number | null {
  if (a === b) return 0;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 3 && long.startsWith(short)) return 0.5;
  const limit = editsAllowed(Math.min(a.length, b.length));
  const edits = limit === 0 ? null : editDistance(a, b, limit);
  if (edits !== null) return edits;
  return short.length >= 3 && long.length - short.length <= 3 && soundOf(a) === soundOf(b) ? 1 : null;
}

const editsAllowed = (length: number): number => (length <= 3 ? 0 : length <= 5 ? 1 : length <= 9 ? 2 : 3);

/** Insertions, deletions, substitutions and transpositions of neighbours (optimal string alignment); null above `limit`. */
export function editDistance(a: string, b: string, limit: number): number | null {
  const [from, to] = [[...a], [...b]];
  if (Math.abs(from.length - to.length) > limit) return null;
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > limit) return null;
    [before, last] = [last, row];
  }
  const edits = last[to.length] ?? 0;
  return edits <= limit ? edits : null;
}

/** Names come again and again while one mention is held against many entries. Emptied when it has grown. */
const soundsKnown = new Map<string, string>();
const soundsKept = 5_000;

function soundOf(word: string): string {
  const known = soundsKnown.get(word);
  if (known !== undefined) return known;
  if (soundsKnown.size >= soundsKept) soundsKnown.clear();
  const key = sound(word);
  soundsKnown.set(word, key);
  return key;
}

/** A rough key of how a Latin word sounds: Kathryn and Catherine, Steven and Stephen, Schmidt and Schmitt have the same. */
function sound(word: string): string {
  return word
    .replace(/ph|v|w/g, 'f')
    .replace(/sch|sh|ch/g, 's')
    .replace(/[cs](?=[eiy])|z|ß/g, 's')
    .replace(/ck|[cqg]/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/dt|th|d/g, 't')
    .replace(/h/g, '')
    .replace(/[jy]/g, 'i')
    .replace(/(?<=.)[aeiou]+/g, '')
    .replace(/(.)\1+/g, '$1');
}
