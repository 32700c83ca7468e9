// Who wrote a mail, and whether that is proven (MAIL-RULES D, PRODUCT.md section 6). Identity is From, never Reply-To, Sender or a display
// name; proof is SES's DMARC verdict, or an aligned DKIM signature where the domain publishes no policy that DMARC could pass by.

import { getDomain } from 'tldts';
import type { Mail, Mailbox } from './mail.ts';

/** Of the SES receipt: `dmarc` is dmarcVerdict.status (PASS, FAIL, GRAY, PROCESSING_FAILED, DISABLED). */
export interface Verdicts {
  readonly dmarc: string;
  /** Present on failure only: `none`, `quarantine` or `reject`, any case. */
  readonly dmarcPolicy: string | null;
}

/** The one mailbox that wrote: null unless there is exactly one From header with exactly one address (MAIL-RULES D1). */
export function author(mail: Mail): Mailbox | null {
  const [first, ...others] = mail.from;
  if (!first || others.length > 0 || mail.headers.get('from')?.length !== 1) return null;
  return /^[^\s@]+@[^\s@]+$/.test(first.address) || /^"[^"]*"@[^\s@]+$/.test(first.address) ? first : null;
}

/**
 * `pass`: it is from its From address. `fail`: DMARC says that it is forged, and nothing overrides that. `none`: no proof either way.
 * GRAY means that DMARC did not pass while the domain publishes no policy or `p=none`, forged gmail.com addresses included: then only a
 * DKIM pass aligned with the From domain counts, as our own receiver wrote it down (MAIL-RULES D2).
 */
export function proof(mail: Mail, verdicts: Verdicts): 'pass' | 'fail' | 'none' {
  const verdict = verdicts.dmarc.toUpperCase();
  if (verdict === 'FAIL') return 'fail';
  const writer = author(mail);
  if (!writer) return 'none';
  if (verdict === 'PASS') return 'pass';
  if (verdict !== 'GRAY') return 'none';
  if (/^(?:reject|quarantine)$/i.test(verdicts.dmarcPolicy ?? '')) return 'fail';
  const from = organisationalDomain(domainOf(writer.address));
  return from !== null && dkimPasses(mail).some((domain) => organisationalDomain(domain) === from) ? 'pass' : 'none';
}

/** By the public suffix list, its private part included (RFC 7489 3.2): alice.github.io and bob.github.io are two organisations. */
function organisationalDomain(domain: string): string | null {
  return getDomain(domain, { allowPrivateDomains: true });
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);

/** The signing domains whose DKIM signature passed, as our own receiver wrote it down. */
const dkimPasses = (mail: Mail): string[] =>
  receiverResults(mail)
    .filter((field) => field.name === 'dkim' && field.value.toLowerCase() === 'pass')
    .flatMap(({ properties }) => {
      const signer = properties.get('header.d') ?? properties.get('header.i');
      return signer === undefined ? [] : [domainOf(signer).toLowerCase()];
    });

/** SES's DMARC verdict as it stands in the stored mail, for working on one again without its notification: GRAY where it says neither. */
export function dmarcVerdictIn(mail: Mail): 'PASS' | 'FAIL' | 'GRAY' {
  const verdicts = receiverResults(mail).filter((field) => field.name === 'dmarc');
  const said = verdicts.length === 1 ? verdicts[0]?.value.toLowerCase() : undefined;
  return said === 'pass' ? 'PASS' : said === 'fail' ? 'FAIL' : 'GRAY';
}

/**
 * What the topmost `Authentication-Results: amazonses.com` says; `readMail` lists only what stands before the second Received. Only
 * results after the last SPF field count: SPF repeats what the sending server chose to say.
 */
function receiverResults(mail: Mail): readonly Field[] {
  const topmost = mail.headers.get('authentication-results')?.[0];
  const results = topmost === undefined ? null : readAuthenticationResults(topmost);
  if (results?.server !== 'amazonses.com') return [];
  const lastOfSpf = results.fields.findLastIndex((field) => /^(?:spf|client-ip|envelope-from|helo)$/.test(field.name));
  return results.fields.slice(lastOfSpf + 1);
}

interface Field {
  readonly name: string;
  readonly value: string;
  readonly properties: ReadonlyMap<string, string>;
}

/**
 * An Authentication-Results header by its grammar (RFC 8601 2.2): comments and quoted strings hold strangers' words and mean nothing.
 * Null where anything does not fit, since half a parse can be made to say whatever its writer likes.
 */
function readAuthenticationResults(header: string): { server: string; fields: Field[] } | null {
  const tokens = authenticationTokens(header);
  if (!tokens) return null;
  const segments: string[][] = [[]];
  for (const token of tokens) {
    if (token === ';') segments.push([]);
    else segments.at(-1)?.push(token);
  }
  const [head = [], ...rest] = segments;
  const fields: Field[] = [];
  for (const segment of rest) {
    if (segment.length === 0) continue;
    const pairs = pairsOf(segment);
    const [first, ...properties] = pairs ?? [];
    if (!first) {
      if (segment.length === 1 && segment[0]?.toLowerCase() === 'none') continue;
      return null;
    }
    fields.push({ name: first[0].replace(/\/\d+$/, ''), value: first[1], properties: new Map(properties) });
  }
  return { server: head[0]?.toLowerCase() ?? '', fields };
}

function pairsOf(segment: readonly string[]): [string, string][] | null {
  const pairs: [string, string][] = [];
  for (let at = 0; at < segment.length; at += 3) {
    const [name, equals, value] = segment.slice(at, at + 3);
    if (name === undefined || equals !== '=' || value === undefined || value === '=') return null;
    pairs.push([name.toLowerCase(), value]);
  }
  return pairs;
}

/** Words, quoted strings (their content), `;` and `=`; comments left out. Null where a quote or a comment does not end. */
function authenticationTokens(header: string): string[] | null {
  const tokens: string[] = [];
  const pattern =
    /\s+|(?<comment>\()|"(?<quoted>(?:[^"\\]|\\.)*)"(?<tail>@[^\s;()"=]+)?|(?<mark>[;=])|(?<word>[^\s;="()]+)/gy;
  while (pattern.lastIndex < header.length) {
    const groups = pattern.exec(header)?.groups;
    if (!groups) return null;
    if (groups.comment !== undefined) {
      const end = endOfComment(header, pattern.lastIndex);
      if (end === null) return null;
      pattern.lastIndex = end;
    } else if (groups.quoted !== undefined) tokens.push(groups.quoted + (groups.tail ?? ''));
    else if (groups.mark !== undefined) tokens.push(groups.mark);
    else if (groups.word !== undefined) tokens.push(groups.word);
  }
  return tokens;
}

function endOfComment(header: string, from: number): number | null {
  let depth = 1;
  for (let at = from; at < header.length; at += 1) {
    if (header[at] === '\\') at += 1;
    else if (header[at] === '(') depth += 1;
    else if (header[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return null;
}
