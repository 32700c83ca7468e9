// Why an introduction that is to go out does not: for now (held, `balance.ts`), or at all. In words for the mentor.

import type { Known } from './known.ts';
import type { HeldWhy, Introduction, Party } from './life.ts';

/** Why there is no room, in words that follow "because". */
export const heldBecause: Readonly<Record<HeldWhy, string>> = {
  'open limit': 'as many introductions are open as you allow',
  'monthly limit': 'the limit that you set for this person is reached for the month',
  paused: 'you have paused',
  'daily guard': '30 introductions have been begun today',
};

/** Somebody of the two who may not be written to any more, in words that follow "but"; null: both may. */
export function reasonNotTo(known: Known, { to, cc }: Introduction): string | null {
  const stopped = [to, cc].find(({ address }) => known.optedOut.has(address));
  if (stopped !== undefined) return `${stopped.name} takes no more mail from this service`;
  const never = [to, cc].find(({ personId }) =>
    known.people.some(({ id, consent }) => id === personId && consent === 'never'),
  );
  return never === undefined ? null : `your book now says never to introduce ${never.name}`;
}

/** Nothing more goes to this side: it has opted out of everything, or left this introduction. */
export const takesNoMore = (known: Pick<Known, 'optedOut'>, { address, leftAt }: Party): boolean =>
  known.optedOut.has(address) || leftAt !== undefined;
