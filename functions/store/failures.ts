// What DynamoDB says when a condition does not hold, and the one error of ours that means: look again and decide anew.

import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';

/** Somebody else changed what this decision rests on. Nothing was written; whoever catches it looks up and decides again. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** Nothing but a letter that exists already stands in the way: the same cause was told twice, by SES and by a mail, and is done. */
export class DoneBefore extends Overtaken {}

export const isConditionFailed = (error: unknown): boolean => error instanceof ConditionalCheckFailedException;

/** For each item of a cancelled transaction the code of its reason (`None`, `ConditionalCheckFailed`, `TransactionConflict` …); null: another error. */
export function cancellationCodes(error: unknown): readonly string[] | null {
  if (!(error instanceof TransactionCanceledException)) return null;
  return (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None');
}
