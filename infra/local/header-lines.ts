// The header of a raw mail as lines, for the two places that change it as SES does: on the way in (fields put on top) and out (Message-ID and Date
// replaced). Octets of the body are never touched.

export interface HeaderField {
  /** Lower-case. */
  readonly name: string;
  /** As it stands, folds and line end included. */
  readonly octets: Buffer;
  /** Unfolded and trimmed, read as UTF-8. */
  readonly value: string;
}

/** Header fields in order, and the rest from the empty line on. A line that is no field ends the header, as it does for mail programs. */
export function splitHeader(raw: Buffer): { readonly fields: readonly HeaderField[]; readonly rest: Buffer } {
  const fields: HeaderField[] = [];
  let start = 0;
  while (start < raw.length) {
    const end = fieldEnd(raw, start);
    const octets = raw.subarray(start, end);
    const match = /^([!-9;-~]+)[ \t]*:([\s\S]*)$/.exec(octets.toString('utf8'));
    if (match === null) break;
    const [, name = '', value = ''] = match;
    fields.push({ name: name.toLowerCase(), octets, value: value.replace(/\r?\n(?=[ \t])/g, '').trim() });
    start = end;
  }
  return { fields, rest: raw.subarray(start) };
}

/** Behind the line end of the field that begins at `start`, folded lines included. */
function fieldEnd(raw: Buffer, start: number): number {
  for (let from = start; ; ) {
    const newline = raw.indexOf(0x0a, from);
    if (newline === -1) return raw.length;
    const next = raw[newline + 1];
    // An empty line is the end of the header, and a field of its own to the caller.
    if (newline === start || (newline === start + 1 && raw[start] === 0x0d)) return newline + 1;
    if (next !== 0x20 && next !== 0x09) return newline + 1;
    from = newline + 1;
  }
}
