// The text as people see it, made even: one kind of line end, blank, quote and dash, nothing invisible (MAIL-RULES F).
// Notes are cut from `normalise`d text, so it changes no word; `plain` is for comparing only and keeps every offset.

/** NFC, LF line ends, ordinary blanks, no zero-width or control characters, no blanks at line ends. */
export function normalise(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/[\p{Zs}\t]/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, (c) => (c === '\n' ? c : ''))
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Lower-case with straight quotes and one dash (—), of the same length as `text`, so offsets hold in both. */
export function plain(text: string): string {
  const lower = text.toLowerCase();
  const even = lower.length === text.length ? lower : [...text].map(lowerOfSameLength).join('');
  return even
    .replace(/[\u2018\u2019\u201b\u2032\u00b4`]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u2013\u2014\u2015\u2212]/g, '\u2014');
}

function lowerOfSameLength(char: string): string {
  const lower = char.toLowerCase();
  return lower.length === char.length ? lower : char;
}

/** One word for comparing: `plain`, and without accents: `Protégé` → `protege`, `O’Brien` → `o'brien`. */
export function folded(word: string): string {
  const text = plain(word);
  // ASCII words, nearly all, need no decomposition.
  return /^[\u0020-\u007e]*$/.test(text)
    ? text
    : text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').replace(/ø/g, 'o');
}
