// As much of CSS as tells whether a person sees a text: declarations, rules with plain selectors, lengths and colours. Everything is read
// in one pass, since the length of a style sheet is the sender's to choose. What is not understood is no declaration.

/** Property → value, both in lower case. */
export type Declarations = ReadonlyMap<string, string>;

interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

/** `color: RED; display:none !important` → color: red, display: none. */
function declarationsIn(style: string): Declaration[] {
  return pieces(unescaped(style)).flatMap((piece) => {
    const colon = piece.indexOf(':');
    if (colon < 0) return [];
    const property = piece.slice(0, colon).trim().toLowerCase();
    const written = piece.slice(colon + 1).toLowerCase();
    const mark = written.lastIndexOf('!');
    const important = mark >= 0 && written.slice(mark + 1).trim() === 'important';
    return [{ property, value: (important ? written.slice(0, mark) : written).trim(), important }];
  });
}

/** Of several for one property the last holds, unless only an earlier one is `!important`. */
function cascade(declarations: readonly Declaration[]): Declarations {
  const held = new Map<string, string>();
  const important = new Set<string>();
  for (const { property, value, important: isImportant } of declarations) {
    if (important.has(property) && !isImportant) continue;
    if (isImportant) important.add(property);
    held.set(property, value);
  }
  return held;
}

/** `dis\70lay` is `display`. */
const unescaped = (css: string): string =>
  withoutComments(css).replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/gi, (_, code: string | undefined, letter = '') =>
    code === undefined ? letter : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0xffff)),
  );

function withoutComments(css: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = css.indexOf('/*'); at >= 0; at = css.indexOf('/*', from)) {
    kept.push(css.slice(from, at));
    const end = css.indexOf('*/', at + 2);
    from = end < 0 ? css.length : end + 2;
  }
  return kept.join('') + css.slice(from);
}

/** Divided at semicolons, but not within brackets or quotation marks, as in `url(data:image/png;base64,…)`. */
function pieces(style: string): string[] {
  const found: string[] = [];
  let [from, depth, quote] = [0, 0, ''];
  for (const { 0: mark, index } of style.matchAll(/[;()"']/g)) {
    if (quote !== '') quote = mark === quote ? '' : quote;
    else if (mark === '"' || mark === "'") quote = mark;
    else if (mark === '(') depth += 1;
    else if (mark === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      found.push(style.slice(from, index));
      from = index + 1;
    }
  }
  return [...found, style.slice(from)];
}

/** `p`, `.note`, `p.note.small`, `#tiny`, `*`. */
interface Compound {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
}

/** What a selector is compared with. */
export interface Styled {
  readonly tag: string;
  readonly id: string;
  readonly classes: ReadonlySet<string>;
  /** The `style` attribute. */
  readonly inline: string;
}

interface Rule {
  /** From the outermost to the element itself; each stands somewhere within the one before. */
  readonly selector: readonly Compound[];
  /** Ids × 10,000 + classes × 100 + tags. */
  readonly specificity: number;
  readonly declarations: readonly Declaration[];
}

/** More comparisons of an element with a rule than any mail of a person needs. */
const mostComparisons = 500_000;
const mostRules = 5000;

/** A mail whose style sheet is made to keep its reader busy. */
export class TooMuchStyle extends Error {}

/**
 * The rules of a mail's style sheets, for the selectors that mail programs write: tags, classes and ids, also one within another. Rules for
 * paper and for some screens only (`@media print`, `(max-width: …)`) are left alone, and so are attributes, siblings and states (`:hover`).
 */
export class StyleSheet {
  /** By the tag, a class or the id of the element itself, so that few are compared. */
  private readonly rules = new Map<string, Rule[]>();
  private comparisons = 0;

  constructor(sheets: readonly string[]) {
    for (const [selectors, text] of sheets.flatMap(blocksIn)) {
      const declarations = declarationsIn(text);
      for (const written of selectors.split(',')) {
        const selector = selectorIn(written);
        const own = selector?.at(-1);
        if (!selector || !own) continue;
        const key = own.id !== '' ? `#${own.id}` : own.classes[0] !== undefined ? `.${own.classes[0]}` : own.tag;
        const rule = { selector, specificity: specificityOf(selector), declarations };
        const same = this.rules.get(key);
        if (same) same.push(rule);
        else this.rules.set(key, [rule]);
      }
    }
  }

  /** What holds for an element: its own `style` above ids, these above classes, these above tags; throws `TooMuchStyle`. */
  declarationsFor(element: Styled, ancestors: readonly Styled[]): Declarations {
    const inline = element.inline === '' ? [] : declarationsIn(element.inline);
    if (this.rules.size === 0) return inline.length === 0 ? none : cascade(inline);
    const keys = ['*', element.tag, ...[...element.classes].map((name) => `.${name}`), `#${element.id}`];
    const found = [...new Set(keys)]
      .flatMap((key) => this.rules.get(key) ?? [])
      .filter(({ selector }) => this.matches(selector, element, ancestors))
      .sort((a, b) => a.specificity - b.specificity);
    return cascade([...found.flatMap(({ declarations }) => declarations), ...inline]);
  }

  private matches(selector: readonly Compound[], element: Styled, ancestors: readonly Styled[]): boolean {
    let at = selector.length - 1;
    if (!this.fits(selector[at], element)) return false;
    at -= 1;
    for (let up = ancestors.length - 1; at >= 0 && up >= 0; up -= 1)
      if (this.fits(selector[at], ancestors[up])) at -= 1;
    return at < 0;
  }

  private fits(compound: Compound | undefined, element: Styled | undefined): boolean {
    this.comparisons += 1;
    if (this.comparisons > mostComparisons) throw new TooMuchStyle();
    return (
      compound !== undefined &&
      element !== undefined &&
      (compound.tag === '*' || compound.tag === element.tag) &&
      (compound.id === '' || compound.id === element.id) &&
      compound.classes.every((name) => element.classes.has(name))
    );
  }
}

const none: Declarations = new Map();

/** Each rule as its selectors and its declarations. */
function blocksIn(sheet: string): [selectors: string, declarations: string][] {
  const css = withoutComments(sheet).replace(/<!--|-->/g, '');
  const blocks: [string, string][] = [];
  const open: { readonly prelude: string; readonly from: number }[] = [];
  let from = 0;
  const close = (end: number) => {
    const block = open.pop();
    const within = open.every(({ prelude }) => holdsHere(prelude));
    if (block && within && !block.prelude.startsWith('@')) blocks.push([block.prelude, css.slice(block.from, end)]);
  };
  for (const { 0: mark, index } of css.matchAll(/[{};]/g)) {
    if (mark === '{') open.push({ prelude: css.slice(from, index).trim(), from: index + 1 });
    else if (mark === '}') close(index);
    from = index + 1;
    if (open.length > deepestBlocks || blocks.length > mostRules) throw new TooMuchStyle();
  }
  while (open.length > 0) close(css.length);
  return blocks;
}

/** Within `@media`, `@supports` and `@layer`, and rules within rules. */
const deepestBlocks = 10;

const holdsHere = (prelude: string): boolean =>
  /^@(?:media\s+(?:only\s+)?(?:all|screen)$|supports\b|layer\b)/i.test(prelude);

function selectorIn(written: string): Compound[] | null {
  const compounds = written
    .trim()
    .replace(/\s*>\s*/g, ' ')
    .split(/\s+/)
    .map(compoundIn);
  return compounds.every((compound) => compound !== null) ? compounds : null;
}

function compoundIn(written: string): Compound | null {
  const parts = /^(\*|[\w-]+)?((?:[.#][\w-]+){0,9})$/.exec(unescaped(written));
  if (!parts || written === '') return null;
  const marks = (parts[2] ?? '').match(/[.#][\w-]+/g) ?? [];
  return {
    tag: (parts[1] ?? '*').toLowerCase(),
    id: marks.findLast((mark) => mark.startsWith('#'))?.slice(1) ?? '',
    classes: marks.filter((mark) => mark.startsWith('.')).map((mark) => mark.slice(1)),
  };
}

const specificityOf = (selector: readonly Compound[]): number =>
  selector.reduce(
    (sum, { tag, id, classes }) => sum + (id === '' ? 0 : 10_000) + classes.length * 100 + (tag === '*' ? 0 : 1),
    0,
  );

/** Every length in a value, in pixels; a bare number counts as pixels, `em` and `%` of what is given. `0 0 -10em` → 0, 0, -160. */
export function lengthsIn(value: string, of: { readonly em: number; readonly percent: number }): number[] {
  if (value === '') return [];
  const pixels: Readonly<Record<string, number>> = {
    pt: 4 / 3,
    pc: 16,
    in: 96,
    cm: 37.8,
    mm: 3.78,
    em: of.em,
    ex: of.em / 2,
    ch: of.em / 2,
    rem: 16,
    vw: 10,
    vh: 8,
    '%': of.percent / 100,
  };
  return [...value.matchAll(/(?<![\w.#])([-+]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))(e\d)?\d*([a-z]{1,4}|%)?/g)].map(
    ([, number = '', exponent = '', unit = '']) => Number(number + exponent) * (pixels[unit] ?? 1),
  );
}

/** Red, green and blue from 0 to 255, and how much of what is behind it a colour covers, from 0 to 1. */
export interface Colour {
  readonly rgb: readonly [number, number, number];
  readonly alpha: number;
}

/** `#fff`, `rgb(255 255 255 / 0)`, `hsl(0, 0%, 100%)`, `white`, `transparent`, also within `url(x) no-repeat #fff`; null where there is none. */
export function colourIn(value: string): Colour | null {
  const written = /url\([^()]*\)|#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\([^()]*\)|(?<![\w-])[a-z]{3,20}(?![\w(-])/g;
  for (const [word] of value.matchAll(written)) {
    if (word.startsWith('url(')) continue;
    const colour = word.startsWith('#') ? hexColour(word) : word.endsWith(')') ? functionColour(word) : named(word);
    if (colour) return colour;
  }
  return null;
}

function hexColour(word: string): Colour | null {
  const digits = word.length < 6 ? [...word.slice(1)].map((digit) => digit + digit).join('') : word.slice(1);
  const [r, g, b, alpha] = (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  if (r === undefined || g === undefined || b === undefined) return null;
  return { rgb: [r, g, b], alpha: (alpha ?? 255) / 255 };
}

function functionColour(word: string): Colour | null {
  const parts = [...word.matchAll(/(-?[\d.]+)(%?)/g)].map(([, number, percent]) => ({
    value: Number(number),
    percent,
  }));
  const [a, b, c, d] = parts;
  if (!a || !b || !c) return null;
  const alpha = d === undefined ? 1 : d.percent ? d.value / 100 : d.value;
  if (word.startsWith('hsl')) return { rgb: fromHsl(a.value, b.value / 100, c.value / 100), alpha };
  const channel = (part: typeof a) => (part.percent ? part.value * 2.55 : part.value);
  return { rgb: [channel(a), channel(b), channel(c)], alpha };
}

/** CSS Color 4, 7.1. */
function fromHsl(hue: number, saturation: number, lightness: number): Colour['rgb'] {
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    const chroma = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

const named = (word: string): Colour | null =>
  word === 'transparent' ? { rgb: [0, 0, 0], alpha: 0 } : (hexColour(`#${names.get(word) ?? ''}`) ?? null);

/** CSS Color 4, 6.1, and the system's own for page and text. */
const names = new Map(
  (
    'aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4 black 000000 ' +
    'blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0 chartreuse 7fff00 ' +
    'chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff darkblue 00008b darkcyan 008b8b ' +
    'darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9 darkkhaki bdb76b darkmagenta 8b008b darkolivegreen 556b2f ' +
    'darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darksalmon e9967a darkseagreen 8fbc8f darkslateblue 483d8b ' +
    'darkslategray 2f4f4f darkslategrey 2f4f4f darkturquoise 00ced1 darkviolet 9400d3 deeppink ff1493 deepskyblue 00bfff ' +
    'dimgray 696969 dimgrey 696969 dodgerblue 1e90ff firebrick b22222 floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff ' +
    'gainsboro dcdcdc ghostwhite f8f8ff gold ffd700 goldenrod daa520 gray 808080 green 008000 greenyellow adff2f grey 808080 ' +
    'honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082 ivory fffff0 khaki f0e68c lavender e6e6fa lavenderblush fff0f5 ' +
    'lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6 lightcoral f08080 lightcyan e0ffff lightgoldenrodyellow fafad2 ' +
    'lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3 lightpink ffb6c1 lightsalmon ffa07a lightseagreen 20b2aa lightskyblue 87cefa ' +
    'lightslategray 778899 lightslategrey 778899 lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 limegreen 32cd32 linen faf0e6 ' +
    'magenta ff00ff maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db ' +
    'mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred c71585 ' +
    'midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080 oldlace fdf5e6 olive 808000 ' +
    'olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98 paleturquoise afeeee ' +
    'palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd powderblue b0e0e6 purple 800080 ' +
    'rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513 salmon fa8072 sandybrown f4a460 ' +
    'seagreen 2e8b57 seashell fff5ee sienna a0522d silver c0c0c0 skyblue 87ceeb slateblue 6a5acd slategray 708090 slategrey 708090 ' +
    'snow fffafa springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080 thistle d8bfd8 tomato ff6347 turquoise 40e0d0 ' +
    'violet ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5 yellow ffff00 yellowgreen 9acd32 window ffffff windowtext 000000 ' +
    'canvas ffffff canvastext 000000'
  )
    .match(/\S+ \S+/g)
    ?.map((each) => each.split(' ') as [string, string]),
);
