// A file of delimited rows, as programs and people write them: encoding and delimiter are found out, rows are counted as a spreadsheet
// counts them (RFC 4180; a quoted cell may hold line ends), and a quotation mark that is never closed costs one row, not the rest.
import { parse } from 'csv-parse/sync';

export interface Row {
  /** From 1, the file's first row (header or not, empty or not). */
  readonly number: number;
  /** Trimmed cells; null where a quotation mark is opened and not closed. */
  readonly cells: readonly string[] | null;
}

/** Text of a file in UTF-8, UTF-16 (with or without a byte order mark) or, failing that, Windows-1252. */
export function decodeText(content: Uint8Array): string {
  const [a, b, c] = content;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(content);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(content);
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8').decode(content);
  const sample = content.subarray(0, 400);
  const zeroes = (parity: number) => sample.filter((byte, i) => byte === 0 && i % 2 === parity).length;
  if (zeroes(1) > sample.length / 8) return new TextDecoder('utf-16le').decode(content);
  if (zeroes(0) > sample.length / 8) return new TextDecoder('utf-16be').decode(content);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}

const delimiters = [',', ';', '\t', '|'] as const;

/** The delimiter that cuts the first rows most evenly; a first line `sep=;` (Excel) says it. */
export function delimiterOf(text: string): string {
  const said = text.match(/^sep=(.)\r?\n/i)?.[1];
  if (said !== undefined) return said;
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30);
  const evenness = delimiters.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const usual = counts.toSorted((x, y) => x - y)[Math.floor(counts.length / 2)] ?? 0;
    return {
      delimiter,
      score: usual === 0 ? Math.max(0, ...counts) / 1000 : usual * counts.filter((count) => count === usual).length,
    };
  });
  return evenness.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

/** A cell that is still open after so many lines was never meant to be quoted. */
const longestCellInLines = 60;
const rowsAtOnce = 500;

/** The rows of a text, one piece after the other, so that a long file is never wholly in memory as cells. */
export function* rowsOf(text: string): Generator<Row> {
  const delimiter = delimiterOf(text);
  let batch: { number: number; text: string | null }[] = [];
  for (const row of rowTexts(text, delimiter)) {
    batch.push(row);
    if (batch.length < rowsAtOnce) continue;
    yield* parsed(batch, delimiter);
    batch = [];
  }
  yield* parsed(batch, delimiter);
}

function* parsed(batch: readonly { number: number; text: string | null }[], delimiter: string): Generator<Row> {
  const filled = batch.flatMap((row) => (row.text === null || row.text.trim() === '' ? [] : [row.text]));
  // One call for many rows; where one of them cannot be read, each by itself.
  const records = recordsIn(filled.join('\n'), delimiter);
  const cells =
    records?.length === filled.length ? records : filled.map((row) => recordsIn(row, delimiter)?.[0] ?? null);
  let next = 0;
  for (const { number, text } of batch) {
    if (text === null) yield { number, cells: null };
    else if (text.trim() === '') yield { number, cells: [] };
    else yield { number, cells: cells[next++]?.map((cell) => cell.replace(/\r\n?/g, '\n').trim()) ?? null };
  }
}

function recordsIn(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\n'],
      trim: true,
    });
  } catch {
    return null;
  }
}

/** Cuts into rows only: a line end inside quotation marks is no end of a row. */
function* rowTexts(text: string, delimiter: string): Generator<{ number: number; text: string | null }> {
  const lines = text
    .replace(/^\ufeff/, '')
    .replaceAll('\0', '')
    .split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  let at = 0;
  let number = 1;
  if (/^sep=.$/i.test(lines[0] ?? '')) [at, number] = [1, 2];
  for (; at < lines.length; number++) {
    let end = at;
    let state = cellState(lines[at] ?? '', delimiter, 'closed');
    while (state === 'open' && end + 1 < lines.length && end - at < longestCellInLines)
      state = cellState(lines[++end] ?? '', delimiter, 'open');
    const isWhole = state === 'closed';
    yield { number, text: isWhole ? lines.slice(at, end + 1).join('\n') : null };
    at = isWhole ? end + 1 : at + 1;
  }
}

/**
 * How a line ends, given how the one before did: with a quoted cell still open or not. `broken`: in a cell that was open before stands
 * a quotation mark that neither ends it nor is doubled, so the opening one was a slip. A quotation mark opens a cell only at its beginning.
 */
function cellState(line: string, delimiter: string, before: 'open' | 'closed'): 'open' | 'closed' | 'broken' {
  let isOpen = before === 'open';
  let isCarriedOver = isOpen;
  let atStart = true;
  for (let i = 0; i < line.length; i++) {
    const character = line[i];
    if (isOpen && character === '"') {
      if (line[i + 1] === '"') i++;
      else if (endsCell(line, i + 1, delimiter)) [isOpen, isCarriedOver] = [false, false];
      else if (isCarriedOver) return 'broken';
    } else if (!isOpen && character === '"' && atStart) isOpen = true;
    atStart = character === delimiter || (atStart && character === ' ');
  }
  return isOpen ? 'open' : 'closed';
}

function endsCell(line: string, from: number, delimiter: string): boolean {
  const rest = line.slice(from);
  return rest.startsWith(delimiter) || rest.trimStart() === '' || rest.trimStart().startsWith(delimiter);
}
