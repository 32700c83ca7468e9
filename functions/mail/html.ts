// HTML → the text that a person sees, with each client's containers for quotations and signatures turned into the marks that
// plain text has for them: `> ` before quoted lines, `-- ` before a signature. So one reader (`visible-text.ts`) serves both.

import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5';
import { type Styled, StyleSheet, TooMuchStyle } from './css.ts';
import { isLegible, isOutOfSight, type Look, lookWithin, plainLook } from './sight.ts';

type Node = DefaultTreeAdapterMap['childNode'];
type Element = DefaultTreeAdapterMap['element'];

const invisible = new Set([
  'head',
  'style',
  'script',
  'title',
  'meta',
  'link',
  'template',
  'noscript',
  'object',
  'iframe',
  'svg',
  'select',
  'datalist',
  'dialog',
  'audio',
  'video',
  'canvas',
  'noframes',
  'noembed',
]);
const blocks = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** Blocks with an empty line around them, as browsers show them. */
const paragraphs = new Set(['p', 'ul', 'ol', 'dl', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre']);

/** Parts that a mail program marks as somebody else's words. */
const quotationClass =
  /(?:^|\s)(?:gmail_quote(?:_container)?|yahoo_quoted|moz-cite-prefix|moz-forward-container|protonmail_quote|tutanota_quote|zmail_extra|OutlookMessageHeader|front-blockquote|ms-outlook-mobile-reference-message)(?:\s|$)/i;
const quotationId =
  /^(?:yahoo_quoted_\w*|isForwardContent|isReplyContent|mail-editor-reference-message-container|reply-intro|AOLMsgPart\w*|OLK_SRC_BODY_SECTION)$/i;
/** Whatever comes after one of these, in the whole document, is somebody else's words. */
const quotationStart = /^(?:x_)?(?:appendonsend|divRplyFwdMsg|stopSpelling|zwchr)$/i;
const signatureClass =
  /(?:^|\s)(?:x_)?(?:gmail_signature|moz-signature|protonmail_signature_block(?!-empty)|AppleMailSignature|tutanota_signature)(?:\s|$)/i;
const signatureId = /^(?:x_)?(?:AppleMailSignature|Signature|ms-outlook-mobile-signature)$/i;

/** Deeper than any mail that a person wrote. The parser's time grows with the square of the depth, so it stops there. */
const deepestNesting = 1000;

/**
 * The text of an HTML mail as a person sees it: without what styles and attributes keep out of sight (`sight.ts`), quotations as lines with
 * `> ` in front, signature blocks after a line `-- `, list items with `- `. LF line ends, no more than one empty line in a row.
 * '' where elements are nested deeper, or style sheets are longer to apply, than in any person's mail.
 */
export function htmlToText(html: string): string {
  const document = parseShallow(html);
  if (!document) return '';
  try {
    return textOf(document, new StyleSheet(sheetsOf(document)));
  } catch (error) {
    if (error instanceof TooMuchStyle) return '';
    throw error;
  }
}

/** An element whose text is being laid out. */
interface Place {
  readonly node: Element;
  readonly look: Look;
  readonly preformatted: boolean;
  next: number;
}

function textOf(document: DefaultTreeAdapterMap['document'], sheet: StyleSheet): string {
  const page = new Page();
  let quotedFromHere = false;

  // By hand, not by recursion: the nesting is the sender's to choose.
  const path: Place[] = [];
  const ancestors: Styled[] = [];
  const rows = new Map<Element, Row>();
  const enter = (node: Element) => {
    const around = path.at(-1);
    const styled = styledOf(node);
    const declared = sheet.declarationsFor(styled, ancestors);
    const look = lookWithin(around?.look ?? plainLook, node.tagName, attributesOf(node), declared);
    if (isKept(node) || isOutOfSight(declared, look.fontSize)) return;
    if (node.tagName === 'table') for (const [row, as] of rowsOf(node)) rows.set(row, as);
    if (rows.get(node) === 'labels') return;
    if (quotationStart.test(attribute(node, 'id')) && !quotedFromHere) {
      quotedFromHere = true;
      page.quote(1);
    }
    open(page, node, isLegible(look), around && rows.has(around.node) ? ' – ' : ' ');
    if (rows.has(node)) page.row(true);
    path.push({ node, look, preformatted: around?.preformatted || isPreformatted(node), next: 0 });
    ancestors.push(styled);
  };
  for (const child of document.childNodes) {
    if (!('tagName' in child)) continue;
    enter(child);
    while (path.length > 0) {
      const top = path[path.length - 1];
      const node = top?.node.childNodes[top.next];
      if (!top || !node) {
        const left = path.pop();
        ancestors.pop();
        if (left && rows.has(left.node)) page.row(false);
        if (left) close(page, left.node);
        continue;
      }
      top.next += 1;
      if (node.nodeName === '#text' && 'value' in node) {
        if (isLegible(top.look)) page.write(node.value, top.preformatted);
      } else if ('tagName' in node) enter(node);
    }
  }
  return page.text();
}

type Row = 'labels' | 'entries';

/**
 * The rows of a table that holds entries, one in a row: it has ruled lines or a row of labels, and as many cells in each. Most tables of
 * mails are layout, and have none.
 */
function rowsOf(table: Element): [Element, Row][] {
  const elements = (node: Element): Element[] =>
    node.childNodes.filter((child): child is Element => 'tagName' in child);
  const rows = elements(table)
    .flatMap((part) => (/^t(?:head|body|foot)$/.test(part.tagName) ? elements(part) : [part]))
    .filter(({ tagName }) => tagName === 'tr');
  const cells = rows.map((row) => elements(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th'));
  const [first = [], ...others] = cells;
  const even = others.length > 0 && first.length > 1 && others.every(({ length }) => length === first.length);
  const labelled =
    first.every(({ tagName }) => tagName === 'th') && others.flat().every(({ tagName }) => tagName === 'td');
  const ruled = /^[1-9]/.test(attribute(table, 'border'));
  return even && (labelled || ruled) ? rows.map((row, i) => [row, labelled && i === 0 ? 'labels' : 'entries']) : [];
}

function parseShallow(html: string): DefaultTreeAdapterMap['document'] | null {
  class TooDeep extends Error {}
  let depth = 0;
  const onItemPush = () => {
    depth += 1;
    if (depth > deepestNesting) throw new TooDeep();
  };
  const onItemPop = () => {
    depth -= 1;
  };
  try {
    return parse(html, { treeAdapter: { ...defaultTreeAdapter, onItemPush, onItemPop } });
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
}

/** `divider` stands between the cells of a row. */
function open(page: Page, node: Element, legible: boolean, divider: string): void {
  const { tagName } = node;
  if (isQuotation(node)) page.quote(1);
  else if (isSignature(node)) page.signature(1);
  if (tagName === 'br') page.lineBreak();
  else if (tagName === 'li') page.item();
  else if (tagName === 'td' || tagName === 'th') page.cell(divider);
  else if (tagName === 'img') {
    if (legible) page.write(attribute(node, 'data-emoji') || emoji(attribute(node, 'alt')), false);
  } else if (
    paragraphs.has(tagName) &&
    !/\bMsoNormal\b|^\s*margin(?:-top)?\s*:\s*0/i.test(`${attribute(node, 'class')} ${attribute(node, 'style')}`)
  )
    page.block(1);
  else if (blocks.has(tagName)) page.block(0);
}

function close(page: Page, node: Element): void {
  const { tagName } = node;
  if (paragraphs.has(tagName))
    page.block(tagName === 'p' && /margin(?:-bottom)?\s*:\s*0/i.test(attribute(node, 'style')) ? 0 : 1);
  else if (blocks.has(tagName)) page.block(0);
  if (isQuotation(node)) page.quote(-1);
  else if (isSignature(node)) page.signature(-1);
}

/** Text being laid out: white space collapsed, blocks on lines of their own, the depth of quotation before each line. */
class Page {
  private readonly lines: string[] = [];
  private line = '';
  private gap = 0;
  private depth = 0;
  private inSignature = 0;
  private signatureOpen = false;
  private inRow = false;

  write(text: string, keepSpace: boolean): void {
    if (keepSpace) {
      const [first = '', ...rest] = text.split(/\r?\n/);
      this.add(first);
      for (const line of rest) {
        this.lineBreak();
        this.add(line);
      }
      return;
    }
    const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
    this.add(this.line === '' || this.line.endsWith(' ') ? collapsed.replace(/^ /, '') : collapsed);
  }

  /** From here to its end everything stands in one line. */
  row(begins: boolean): void {
    this.inRow = false;
    if (begins) this.item();
    else this.line = this.line.replace(/[\s–]+$/, '');
    this.inRow = begins;
  }

  lineBreak(): void {
    if (this.inRow) this.cell(' ');
    else if (this.line.trim() === '') this.gap += 1;
    else this.endLine();
  }

  /** Ends the line; the next one comes after `gap` empty lines. */
  block(gap: number): void {
    if (this.inRow) {
      this.cell(' ');
      return;
    }
    this.endLine();
    this.gap = Math.max(this.gap, gap);
  }

  item(): void {
    if (this.inRow) {
      this.cell(' ');
      return;
    }
    this.endLine();
    this.line = '- ';
  }

  cell(divider: string): void {
    if (this.line.trim() === '' || this.line === '- ') return;
    this.line = divider === ' ' && this.line.endsWith(' ') ? this.line : this.line.trimEnd() + divider;
  }

  quote(by: 1 | -1): void {
    // A quotation in a table is one all the same: it never stands in a line with the writer's words.
    if (this.inRow) this.row(false);
    this.block(0);
    this.depth += by;
  }

  signature(by: 1 | -1): void {
    if (this.inRow) this.row(false);
    this.block(0);
    this.inSignature += by;
    if (this.inSignature === 0) this.signatureOpen = false;
  }

  text(): string {
    this.endLine();
    return this.lines.join('\n').replace(/^\n+|\n+$/g, '');
  }

  private add(text: string): void {
    if (text.trim() !== '' && this.inSignature > 0 && !this.signatureOpen && this.line.trim() === '') {
      this.signatureOpen = true;
      this.push('-- ');
    }
    this.line += text;
  }

  private endLine(): void {
    const line = this.line.replace(/\s+$/, '');
    this.line = '';
    if (line !== '' && line !== '-') this.push(line === '--' ? '-- ' : line);
  }

  private push(line: string): void {
    const mark = '> '.repeat(Math.max(0, this.depth));
    if (this.gap > 0 && this.lines.length > 0) this.lines.push(mark.trimEnd());
    this.gap = 0;
    this.lines.push(mark + line);
  }
}

function isQuotation(node: Element): boolean {
  if (node.tagName === 'blockquote') return !isIndentation(node);
  return quotationClass.test(attribute(node, 'class')) || quotationId.test(attribute(node, 'id'));
}

/** "Indent more" in Gmail and Outlook makes a blockquote too, without a border. */
function isIndentation(node: Element): boolean {
  return (
    !attribute(node, 'class') &&
    !attribute(node, 'cite') &&
    !attribute(node, 'type') &&
    /border\s*:\s*(?:none|0)/i.test(attribute(node, 'style'))
  );
}

const isSignature = (node: Element) =>
  signatureClass.test(attribute(node, 'class')) ||
  signatureId.test(attribute(node, 'id')) ||
  attribute(node, 'data-signatureblock') === 'true' ||
  attribute(node, 'data-smartmail') === 'gmail_signature';

/** HTML itself shows nothing of it. */
const isKept = (node: Element): boolean =>
  invisible.has(node.tagName) || node.attrs.some(({ name }) => name === 'hidden') || isFolded(node);

/** `<details>` without `open` shows its summary alone. */
function isFolded(node: Element): boolean {
  const parent = node.parentNode;
  return (
    parent !== null &&
    'tagName' in parent &&
    parent.tagName === 'details' &&
    node.tagName !== 'summary' &&
    !parent.attrs.some(({ name }) => name === 'open')
  );
}

const styledOf = (node: Element): Styled => ({
  tag: node.tagName,
  id: attribute(node, 'id'),
  classes: new Set(attribute(node, 'class').split(/\s+/).filter(Boolean)),
  inline: attribute(node, 'style'),
});

const attributesOf = (node: Element): ReadonlyMap<string, string> =>
  new Map(node.attrs.map(({ name, value }) => [name, value]));

function sheetsOf(document: DefaultTreeAdapterMap['document']): string[] {
  const found: string[] = [];
  const waiting: Node[] = [...document.childNodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('tagName' in node)) continue;
    if (node.tagName !== 'style') {
      for (const child of node.childNodes) waiting.push(child);
      continue;
    }
    found.push(
      node.childNodes.map((child) => (child.nodeName === '#text' && 'value' in child ? child.value : '')).join(''),
    );
  }
  return found;
}

const attribute = (node: Element, name: string) => node.attrs.find((each) => each.name === name)?.value ?? '';
const emoji = (alt: string) => (/^\p{Extended_Pictographic}/u.test(alt) ? alt : '');
const isPreformatted = (node: Element) =>
  node.tagName === 'pre' || /white-space\s*:\s*(?:pre|break-spaces)/i.test(attribute(node, 'style'));
