// What of an HTML mail a person can see, by its styles and attributes: text may be taken out of the page, moved beside it, clipped or shrunk to
// nothing, or written in the colour of what is behind it. Text that nobody sees is nobody's request (MAIL-RULES F).

import { type Colour, colourIn, type Declarations, lengthsIn } from './css.ts';

/** How text looks at one place; all of it is handed down to the elements within. */
export interface Look {
  readonly colour: Colour['rgb'];
  readonly background: Colour['rgb'];
  /** In pixels. */
  readonly fontSize: number;
  /** `visibility`. */
  readonly shown: boolean;
}

/** Black on white, as a mail program shows it by itself. */
export const plainLook: Look = { colour: [0, 0, 0], background: [255, 255, 255], fontSize: 16, shown: true };

const link: Colour['rgb'] = [0, 0, 238];
/** Pixels; nobody reads this. */
const smallestFont = 2;
const smallestBox = 2;
/** Of 255, in each of red, green and blue; below it a text cannot be told from what is behind it. */
const smallestContrast = 20;
const faintest = 0.1;
/** Pixels that people's indents, hanging lists and overlaps stay within. */
const farthestBack = -100;
const farthestOn = 2000;
const windowWidth = 800;

/** Text of this look can be read. */
export const isLegible = (look: Look): boolean =>
  look.shown &&
  look.fontSize > smallestFont &&
  look.colour.some((channel, i) => Math.abs(channel - (look.background[i] ?? 0)) > smallestContrast);

/** The look within an element. `attributes` are the old ones of HTML: `bgcolor`, `color`, `text`. */
export function lookWithin(
  around: Look,
  tag: string,
  attributes: ReadonlyMap<string, string>,
  declared: Declarations,
): Look {
  const own = attributes.size > 0 || declared.size > 0;
  if (!own && tag !== 'a') return around;
  const behind = colourOf(declared.get('background-color') ?? declared.get('background'), attributes.get('bgcolor'));
  const background = behind ? over(behind, around.background) : around.background;
  const written = colourOf(
    declared.get('-webkit-text-fill-color') ?? declared.get('color'),
    attributes.get('color') ?? (tag === 'body' ? attributes.get('text') : undefined),
  );
  const inherited = tag === 'a' && attributes.has('href') ? link : around.colour;
  const visibility = declared.get('visibility');
  return {
    colour: written ? over(written, background) : inherited,
    background,
    fontSize: fontSizeOf(declared, around.fontSize),
    shown:
      visibility === undefined || visibility === 'inherit' ? around.shown : !/^(?:hidden|collapse)/.test(visibility),
  };
}

const colourOf = (declared: string | undefined, attribute: string | undefined): Colour | null =>
  (declared === undefined ? null : colourIn(declared)) ??
  (attribute === undefined
    ? null
    : colourIn(
        /^[0-9a-f]{6}$/i.test(attribute.trim()) ? `#${attribute.trim().toLowerCase()}` : attribute.toLowerCase(),
      ));

/** As it appears in front of what is behind it. */
const over = ({ rgb: [r, g, b], alpha }: Colour, [r0, g0, b0]: Colour['rgb']): Colour['rgb'] => [
  alpha * r + (1 - alpha) * r0,
  alpha * g + (1 - alpha) * g0,
  alpha * b + (1 - alpha) * b0,
];

function fontSizeOf(declared: Declarations, around: number): number {
  const value =
    declared.get('font-size') ??
    /(?<![\w.])(?:[\d.]+(?:[a-z]{2,4}|%)|0)(?=[/\s])/.exec(declared.get('font') ?? '')?.[0];
  if (value === undefined) return around;
  if (/^[a-z-]+$/.test(value)) return fontWords[value] ?? around;
  return lengthsIn(value, { em: around, percent: around })[0] ?? around;
}

const fontWords: Readonly<Record<string, number>> = {
  ...{ 'xx-small': 9, 'x-small': 10, small: 13, medium: 16, large: 18, 'x-large': 24, 'xx-large': 32, initial: 16 },
};

/** The element takes all that it holds out of sight, whatever the looks within. */
export function isOutOfSight(declared: Declarations, fontSize: number): boolean {
  if (declared.size === 0) return false;
  const value = (property: string) => declared.get(property) ?? '';
  const lengths = (property: string) => lengthsIn(value(property), { em: fontSize, percent: windowWidth });
  return (
    /^none\b/.test(value('display')) ||
    /^hidden\b/.test(value('content-visibility')) ||
    /\ball\b/.test(value('mso-hide')) ||
    isFaint(value('opacity')) ||
    isFaint(/opacity\(([^()]*)\)/.exec(value('filter'))?.[1] ?? '') ||
    moves.some((property) => lengths(property).some(isFar)) ||
    isShrunk(value, lengths) ||
    isClipped(value, lengths) ||
    isTransformedAway(value)
  );
}

const isFaint = (value: string): boolean =>
  /\d/.test(value) && Number.parseFloat(value) / (value.includes('%') ? 100 : 1) <= faintest;

const isFar = (pixels: number): boolean => pixels <= farthestBack || pixels >= farthestOn;

const moves = [
  ...['left', 'top', 'right', 'bottom', 'inset', 'margin', 'margin-left', 'margin-top', 'margin-right'],
  ...['padding', 'padding-left', 'padding-top', 'text-indent', 'letter-spacing', 'word-spacing'],
  ...['inset-inline-start', 'margin-inline-start', 'padding-inline-start', 'inset-inline', 'margin-inline'],
];

type Read<T> = (property: string) => T;

/** A box of no size hides what flows over its edge, if it cuts that off or has no size either way. */
function isShrunk(value: Read<string>, lengths: Read<readonly number[]>): boolean {
  const tiny = (property: string) => {
    const [pixels] = lengths(property);
    return pixels !== undefined && pixels <= smallestBox && !value(property).includes('%');
  };
  const none = (property: string) => tiny(property) || /^0+(?:\.0*)?%?$/.test(value(property));
  if (none('max-height') || none('max-width')) return true;
  const cuts = ['overflow', 'overflow-x', 'overflow-y'].some((property) =>
    /hidden|clip|scroll|auto/.test(value(property)),
  );
  const [low, narrow] = [none('height'), none('width')];
  return (
    (low && narrow) || (cuts && (low || narrow || /^0(?:px|%)?$/.test(value('line-height')))) || isFaint(value('zoom'))
  );
}

function isClipped(value: Read<string>, lengths: Read<readonly number[]>): boolean {
  const [top = 0, right = 0, bottom = 0, left = 0] = lengths('clip');
  const isBox = value('clip').startsWith('rect(') && !value('clip').includes('auto');
  if (isBox && (right - left <= smallestBox || bottom - top <= smallestBox)) return true;
  const path = value('clip-path') || value('-webkit-clip-path');
  const sizes = lengthsIn(path, { em: 16, percent: 100 });
  if (path.startsWith('inset(')) return sizes.some((size) => size >= 49);
  if (/^(?:circle|ellipse)\(/.test(path)) return (sizes[0] ?? 100) <= smallestBox;
  return path.startsWith('polygon(') && sizes.every((size) => size === sizes[0]);
}

function isTransformedAway(value: Read<string>): boolean {
  const transform = ['transform', '-webkit-transform', '-ms-transform'].map(value).join(' ');
  const given = (name: string, units: { readonly em: number; readonly percent: number }) =>
    [...transform.matchAll(/\b(\w{1,20})\(([^()]*)\)/g)]
      .filter(([, each = '']) => each.startsWith(name))
      .map(([, , numbers = '']) => lengthsIn(numbers, units));
  const scales = [...given('scale', { em: 1, percent: 1 }), lengthsIn(value('scale'), { em: 1, percent: 1 })];
  const ownBox = { em: 16, percent: 100 };
  const shifts = [...given('translate', ownBox), lengthsIn(value('translate'), ownBox)];
  return (
    scales.flat().some((size) => Math.abs(size) <= faintest) ||
    shifts.flat().some(isFar) ||
    /rotate[xy]\(\s*-?(?:90|270)deg/.test(transform) ||
    given('matrix', ownBox).some(
      ([a = 1, b = 0, c = 0, d = 1, x = 0, y = 0]) => Math.abs(a * d - b * c) <= faintest ** 2 || isFar(x) || isFar(y),
    )
  );
}
