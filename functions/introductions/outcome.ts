// How one mail's decision is put together: everything that follows from it as one transaction, or silence with its reason.

import { merged } from './brought.ts';
import type { Followed } from './effects.ts';
import type { Outcome } from './known.ts';

/** Nothing is done and nobody told; the reason is for logs. */
export const silence = (reason: string): Outcome => ({ decisions: [], reason });

/** All of it as the one decision at `reply`; where nothing changes and nothing is said, no decision. */
export function outcome(reason: string, ...followed: readonly Followed[]): Outcome {
  const changes = merged(followed.flatMap((each) => each.changes));
  const letters = followed.flatMap((each) => each.letters);
  return changes.length + letters.length === 0
    ? silence(reason)
    : { decisions: [{ place: 'reply', changes, letters }], reason };
}
