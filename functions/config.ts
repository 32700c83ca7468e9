// The environment, parsed once into a type. A function that lacks a setting fails at its first call with the setting's name.

import { z } from 'zod';
import type { StoreSettings } from './store/store.ts';
import { openStore, type Store } from './store/store.ts';

const environment = z.object({
  DOMAIN: z.string().min(3).toLowerCase(),
  TABLE_NAME: z.string().min(1),
  MAIL_BUCKET: z.string().min(1),
  DUE_QUEUE_URL: z.url(),
  CONFIGURATION_SET: z.string().min(1),
  // The function behind the links has none: it cannot be told its own URL, and the letters it brings about carry no link.
  LINKS_URL: z.url().optional(),
});

/** Throws with the names of what is missing or wrong. */
export function settings(variables: Readonly<Record<string, string | undefined>>): StoreSettings {
  const parsed = environment.safeParse(variables);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`);
    throw new Error(`environment: ${wrong.join(', ')}`);
  }
  return {
    domain: parsed.data.DOMAIN,
    tableName: parsed.data.TABLE_NAME,
    mailBucket: parsed.data.MAIL_BUCKET,
    dueQueueUrl: parsed.data.DUE_QUEUE_URL,
    configurationSet: parsed.data.CONFIGURATION_SET,
    linksUrl: (parsed.data.LINKS_URL ?? '').replace(/\/+$/, ''),
  };
}

let opened: Store | undefined;

/** The store of this process, opened at the first call. */
export function store(): Store {
  opened ??= openStore(settings(process.env));
  return opened;
}
