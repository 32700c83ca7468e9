// A multipart in which no part begins: its boundary is missing, or is not the one that its header tells. MIME shows nothing of it (RFC 2046
// 5.1.1: whatever stands before the first boundary is ignored), but somebody wrote it: it is read for what it looks like.

/**
 * The Content-Type under which such a body can be read: `multipart/` and what its header says (`mixed`, `alternative`) with the boundary
 * that it does use, or the text that it is.
 */
export function contentTypeOf(body: Buffer, multipart: string): string {
  const beginning = body.subarray(0, 64 * 1024);
  const text = beginning.toString('latin1');
  const boundary = partStart.exec(text)?.[1];
  if (boundary !== undefined) return `multipart/${multipart}; boundary="${boundary}"`;
  const isHtml = /^\s*<(?:!doctype html|html|head|body|div|p|table)\b/i.test(text);
  return `text/${isHtml ? 'html' : 'plain'}; charset=${isUtf8(beginning) ? 'utf-8' : 'windows-1252'}`;
}

/** A boundary and the header of a part below it. */
const partStart = /^--([\w'()+,./:=?-]{0,69}[\w'()+,./:=?])[ \t]*\r?\ncontent-[\w-]+:/im;

/** Bytes that were cut in the middle of a character are still UTF-8. */
function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
