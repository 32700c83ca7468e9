// The words that the writer of a mail means its reader to read: no quotation, no forwarded mail, no signature, no disclaimer (MAIL-RULES F).
// For requests less is more: text cut too short asks a question, text cut too late obeys a stranger.

import type { Mail } from './mail.ts';
import { markQuotations } from './quotation.ts';
import { markSignature } from './signature.ts';

export interface Visible {
  /** What remains, as written, paragraphs divided by one empty line; answers between quoted lines stay. '' where all is quoted. */
  readonly text: string;
  /** What was cut as signature, closing formula or disclaimer; '' where nothing was. */
  readonly signature: string;
  /** Somebody else's words were cut. */
  readonly quoted: boolean;
}

/** Works on `mail.text`, where `readMail` has already turned the containers of HTML mails into `> ` and `-- `. */
export function visibleText(mail: Mail): Visible {
  const lines = mail.text.split('\n').map((line) => (line === '-- ' ? line : line.trimEnd()));
  const quoted = markQuotations(lines);
  const kept: string[] = [];
  const cut: string[] = [];
  for (const [index, region] of regionsWithout(lines, quoted).entries()) {
    const signed = markSignature(region, mail.from[0] ?? null, index === 0 && !quoted[0]);
    kept.push(region.filter((_, at) => !signed[at]).join('\n'));
    cut.push(region.filter((_, at) => signed[at]).join('\n'));
  }
  const text = paragraphs(kept);
  const signature = paragraphs(cut);
  return { text, signature, quoted: quoted.includes(true) };
}

/** The stretches of lines between quotations. */
function regionsWithout(lines: readonly string[], quoted: readonly boolean[]): string[][] {
  const regions: string[][] = [[]];
  for (const [at, line] of lines.entries()) {
    if (!quoted[at]) regions.at(-1)?.push(line);
    else if (regions.at(-1)?.length) regions.push([]);
  }
  return regions;
}

const paragraphs = (parts: readonly string[]) =>
  parts
    .map((part) => part.replace(/\n{3,}/g, '\n\n').replace(/^\s*\n|\s+$/g, ''))
    .filter((part) => part !== '')
    .join('\n\n');
