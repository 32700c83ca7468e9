// What Lambda's Node runtime does, in a process of its own: imports the handler's file from the bundle, calls it once for each event,
// and answers with its result or its error. Started by `lambda-process.ts`; knows the bundle and the handler by its arguments alone.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder = '', handlerName = ''] = process.argv.slice(2);
const [file = '', exported = ''] = handlerName.split('.');

interface Call {
  readonly id: number;
  readonly event: unknown;
  readonly context: object;
}

const module = (await import(pathToFileURL(join(folder, `${file}.mjs`)).href)) as Record<string, unknown>;
const handler = module[exported] as (event: unknown, context: object) => Promise<unknown>;
if (typeof handler !== 'function') throw new Error(`${file}.mjs exports no function ${exported}`);

process.on('message', ({ id, event, context }: Call) => {
  const endless = { ...context, getRemainingTimeInMillis: () => 30_000 };
  handler(event, endless).then(
    (result) => process.send?.({ id, result }),
    (error: unknown) => process.send?.({ id, error: error instanceof Error ? error.stack : String(error) }),
  );
});
process.send?.({ ready: true });
