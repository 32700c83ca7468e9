// The code that Lambda runs: one esbuild run for all functions, each into a folder of its own that becomes its asset.
// ES modules with everything inside, the AWS SDK too, so that what was tested is what runs.

import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { type Trigger, triggers } from './function.ts';

const functions = resolve(import.meta.dirname, '../functions');

/** CommonJS packages inside an ES module call `require` for Node's own modules. */
const requireBanner =
  "import { createRequire as createRequireOfNode } from 'node:module'; const require = createRequireOfNode(import.meta.url);";

/**
 * Bundles every trigger below `folder`, whatever stood there before, and returns where the bundle of each is:
 * `FOLDER/inbound/inbound.mjs`, with its source map beside it.
 *
 * @throws Error where a trigger's file is missing, or where esbuild cannot build it (it prints why).
 */
export function bundleFunctions(folder: string): (trigger: Trigger) => string {
  const missing = triggers.filter((trigger) => !existsSync(join(functions, `${trigger}.ts`)));
  if (missing.length > 0) {
    throw new Error(`Cannot bundle the functions: functions/${missing.join('.ts, functions/')}.ts is missing.`);
  }
  rmSync(folder, { recursive: true, force: true });
  buildSync({
    entryPoints: Object.fromEntries(
      triggers.map((trigger) => [`${trigger}/${trigger}`, join(functions, `${trigger}.ts`)]),
    ),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: requireBanner },
    minify: true,
    keepNames: true,
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  });
  return (trigger) => join(folder, trigger);
}
