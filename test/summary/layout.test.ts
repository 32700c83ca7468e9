// The build step of the letter's layout: MJML in, TypeScript out.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compiledLayout, compileLayout, layoutSource } from '../../infra/layout.ts';

const page = (body: string): string =>
  `<mjml><mj-body><mj-section><mj-column>${body}</mj-column></mj-section></mj-body></mjml>`;

describe('the layout', () => {
  test('that letters are made with is the compiled layout.mjml (else: npm run layout)', async () => {
    expect(await compileLayout(readFileSync(layoutSource, 'utf8'))).toBe(readFileSync(compiledLayout, 'utf8'));
  });

  test('is cut into parts, inner ones out of outer ones, each with its holes', async () => {
    const compiled = await compileLayout(
      page(
        '<mj-table><!-- part row --><tr><td>{{name}}<!-- part note --><i>{{words}}</i><!-- end note --></td></tr><!-- end row --></mj-table>',
      ),
    );
    expect(compiled).toContain("holes: ['words'],\n    html: `<i>{{words}}</i>`");
    expect(compiled).toContain("holes: ['name', 'note'],\n    html: `<tr><td>{{name}}{{note}}</td></tr>`");
    expect(compiled).toContain("whole: {\n    holes: ['row'],");
  });

  test('with a part that never ends, or named twice, or a tag that MJML does not know, is refused', async () => {
    await expect(compileLayout(page('<mj-text><!-- part a -->x</mj-text>'))).rejects.toThrow('part a');
    const twice = '<!-- part a -->x<!-- end a -->';
    await expect(compileLayout(page(`<mj-text>${twice}${twice}</mj-text>`))).rejects.toThrow('two parts a');
    await expect(compileLayout(page('<mj-txt>x</mj-txt>'))).rejects.toThrow('mj-txt');
  });

  test('is TypeScript whatever characters stand in it', async () => {
    const hole = ['$', '{money}'].join('');
    const compiled = await compileLayout(page(`<mj-text>a \`tick\`, a \\ and ${hole}</mj-text>`));
    expect(compiled).toContain(`a \\\`tick\\\`, a \\\\ and \\${hole}`);
  });
});
