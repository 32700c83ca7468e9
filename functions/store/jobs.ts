// Work without a bound, as an item with a cursor. Whoever has done a piece brings about the next at once; where that one died, its message
// comes again, and after two minutes the clock. What is brought twice loses at its cursor, and with it the race.

import type { Decision, Job } from '../introductions/known.ts';
import { broughtUntil, type Write } from './commit.ts';
import type { Item } from './items.ts';
import type { Store } from './store.ts';
import { dueAttributes } from './table.ts';

/** What one piece came to; committed with the cursor in one transaction. */
export type Piece = Partial<Pick<Decision, 'changes' | 'letters'>> & {
  /** Further writes of the same transaction. */
  readonly also?: readonly Write[];
} & (
    | { readonly kind: 'more'; readonly cursor: object }
    /** There is nothing to do before `at`. */
    | { readonly kind: 'later'; readonly cursor: object; readonly at: string }
    | { readonly kind: 'done' }
  );

export const done: Piece = { kind: 'done' };

/** The job as it lies in the table, with the cursor that its last piece left: null before the first. */
export const jobIn = (item: Item): { readonly job: Job; readonly cursor: object | null } => ({
  job: item.job as Job,
  cursor: (item.cursor ?? null) as object | null,
});

/** Moves the cursor on, where it still stands as it was read. `now` is when the piece has ended. */
export function cursorWrite(store: Store, item: Item, piece: Extract<Piece, { cursor: object }>, now: string): Write {
  const was = (item.pieces ?? 0) as number;
  const { dueShard, dueAt } = dueAttributes(item, piece.kind === 'later' ? piece.at : broughtUntil(now));
  return {
    Update: {
      TableName: store.tableName,
      Key: { pk: item.pk, sk: item.sk },
      UpdateExpression: 'SET #cursor = :cursor, pieces = :is, dueShard = :dueShard, dueAt = :dueAt',
      ConditionExpression: was === 0 ? 'attribute_exists(pk) AND attribute_not_exists(pieces)' : 'pieces = :was',
      ExpressionAttributeNames: { '#cursor': 'cursor' },
      ExpressionAttributeValues: {
        ':cursor': piece.cursor,
        ':is': was + 1,
        ...(was === 0 ? {} : { ':was': was }),
        ':dueShard': dueShard,
        ':dueAt': dueAt,
      },
    },
  };
}
