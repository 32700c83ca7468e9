// The walls of the house (STYLE.md, rooms): imports only go down, and the pure rooms reach neither AWS, the environment, a clock nor randomness.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Room → rooms it may import from, besides itself. The triggers at the top may import every room; nothing may import a trigger. */
const mayImport: Record<string, readonly string[]> = {
  store: ['introductions', 'summary', 'mail', 'language', 'people', 'letters'],
  introductions: ['mail', 'language', 'people', 'letters'],
  summary: ['mail', 'language', 'people', 'letters'],
  mail: [],
  language: [],
  people: [],
  letters: [],
};
const pureRooms = Object.keys(mayImport).filter((room) => room !== 'store');

const forbiddenInPureRooms: readonly [RegExp, string][] = [
  [/from '@aws-/, 'AWS'],
  [/\bprocess\.|from 'node:process'|from 'node:fs/, 'the environment'],
  [/\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bsetTimeout\(|DateTime\.(?:now|local|utc)\(\)/, 'a clock'],
  [/Math\.random\(|\brandom(?:UUID|Bytes|Int|FillSync)\b|getRandomValues/, 'randomness'],
];

function filesOf(room: string): string[] {
  return readdirSync(join(root, 'functions', room), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(root, 'functions', room, entry.name));
}

const importsOf = (source: string): string[] =>
  [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((m) => m[1] ?? '');

describe.each(Object.keys(mayImport))('%s', (room) => {
  test('imports only from itself and the floors below', () => {
    const wrong = filesOf(room).flatMap((file) =>
      importsOf(readFileSync(file, 'utf8'))
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => relative(join(root, 'functions'), resolve(dirname(file), specifier)))
        .filter((target) => {
          const [targetRoom, ...rest] = target.split('/');
          return (
            rest.length === 0 ||
            targetRoom === '..' ||
            (targetRoom !== room && !mayImport[room]?.includes(targetRoom ?? ''))
          );
        })
        .map((target) => `${relative(root, file)} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe.each(pureRooms)('%s is pure', (room) => {
  test.each(forbiddenInPureRooms)('nothing matches %s (%s)', (pattern) => {
    const wrong = filesOf(room).filter((file) => pattern.test(readFileSync(file, 'utf8')));
    expect(wrong.map((file) => relative(root, file))).toEqual([]);
  });
});

test('rooms are flat', () => {
  const folders = readdirSync(join(root, 'functions'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).sort()).toEqual(Object.keys(mayImport).sort());
  for (const folder of folders) {
    const inside = readdirSync(join(root, 'functions', folder.name), { withFileTypes: true });
    expect(inside.filter((entry) => entry.isDirectory()).map((entry) => `${folder.name}/${entry.name}`)).toEqual([]);
  }
});
