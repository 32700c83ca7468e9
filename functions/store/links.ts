// One-click links (RFC 8058): bound to one address and one purpose by the mentor's secret, so that nothing has to be stored for them.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { mentorById } from './accounts.ts';
import type { Store } from './store.ts';

/** `everything`: this address gets nothing more. `summary`: the mentor's monthly summary is switched off. */
export type Purpose = 'everything' | 'summary';

export interface Unsubscribe {
  readonly mentorId: string;
  readonly address: string;
  readonly purpose: Purpose;
}

/** `LINKS_URL/u/TOKEN`, or null where the mentor is gone. */
export async function unsubscribeLink(
  store: Store,
  mentorId: string,
  address: string,
  purpose: Purpose,
): Promise<string | null> {
  const mentor = await mentorById(store, mentorId);
  if (mentor === null) return null;
  return `${store.linksUrl}/u/${[mentorId, purpose, encoded(address), signature(mentor.secret, address, purpose)].join('.')}`;
}

/** What a link's token stands for, or null where it is not one of ours. */
export async function unsubscribeOf(store: Store, token: string): Promise<Unsubscribe | null> {
  const [mentorId, purpose, address, given, ...rest] = token.split('.');
  if (!mentorId || !address || !given || rest.length > 0) return null;
  if (purpose !== 'everything' && purpose !== 'summary') return null;
  const mentor = await mentorById(store, mentorId);
  if (mentor === null) return null;
  const decoded = Buffer.from(address, 'base64url').toString('utf8');
  return matches(given, signature(mentor.secret, decoded, purpose)) ? { mentorId, address: decoded, purpose } : null;
}

const encoded = (address: string): string => Buffer.from(address, 'utf8').toString('base64url');

const signature = (secret: string, address: string, purpose: Purpose): string =>
  createHmac('sha256', secret).update(`unsubscribe|${purpose}|${address}`).digest('base64url').slice(0, 27);

const matches = (given: string, wanted: string): boolean => {
  const a = Buffer.from(given);
  const b = Buffer.from(wanted);
  return a.length === b.length && timingSafeEqual(a, b);
};
