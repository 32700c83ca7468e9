// Compiles the layout of the monthly letter, functions/summary/layout.mjml, into functions/summary/layout.ts. MJML runs here, when the
// layout is changed, and never where letters are written. `npm run layout` writes the file; a test fails while it is stale.

import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import mjml2html from 'mjml';

const summary = resolve(import.meta.dirname, '../functions/summary');
export const layoutSource = resolve(summary, 'layout.mjml');
export const compiledLayout = resolve(summary, 'layout.ts');

/**
 * The TypeScript that stands for a layout: the whole letter and the parts cut out of it, each with the names of its holes.
 *
 * @throws Error where MJML finds anything wrong, or a part is named twice or has no end.
 */
export async function compileLayout(mjml: string): Promise<string> {
  // MJML would load a web font from elsewhere as soon as a font stack names one it knows.
  const { html } = await mjml2html(mjml, { validationLevel: 'strict', fonts: {} });
  const parts = new Map<string, string>();
  const whole = cut(html, parts);
  const unfinished = /<!-- (?:part|end) \w+ -->/.exec(whole);
  if (unfinished) throw new Error(`Cannot cut the layout: ${unfinished[0]} has no counterpart.`);
  return [
    '// Made from layout.mjml by `npm run layout`: change that file, not this one.',
    '',
    'export const layout = {',
    ...[['whole', whole] as const, ...parts].map(([name, part]) => entry(name, withoutIndentation(part))),
    '} as const;',
    '',
  ].join('\n');
}

const innermostPart = /<!-- part (\w+) -->((?:(?!<!-- part \w+ -->).)*?)<!-- end \1 -->/s;

/** Takes the parts out of `html`, inner before outer, and leaves a hole of the same name where each was. */
function cut(html: string, parts: Map<string, string>): string {
  const found = innermostPart.exec(html);
  if (found === null) return html;
  const [whole, name = '', content = ''] = found;
  if (parts.has(name)) throw new Error(`Cannot cut the layout: there are two parts ${name}.`);
  parts.set(name, content);
  return cut(
    html.replace(whole, () => `{{${name}}}`),
    parts,
  );
}

function entry(name: string, html: string): string {
  const holes = [...new Set([...html.matchAll(/\{\{(\w+)\}\}/g)].map(([, hole]) => `'${hole}'`))];
  const quoted = html.replace(/[`\\]|\$\{/g, '\\$&');
  return `  ${name}: {\n    holes: [${holes.join(', ')}],\n    html: \`${quoted}\`,\n  },`;
}

const withoutIndentation = (html: string): string => html.trim().replace(/\s*\n\s*/g, '\n');

if (import.meta.main) writeFileSync(compiledLayout, await compileLayout(readFileSync(layoutSource, 'utf8')));
