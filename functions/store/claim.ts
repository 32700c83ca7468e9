// A received mail's claim: a state, a lease in real time, and a mark for every decision that is already committed (MAIL-RULES G2).
// A record written before the work and nothing else would swallow the mail when the function dies.

import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailed } from './failures.ts';
import { get } from './items.ts';
import type { Store } from './store.ts';
import { expiryAfter, receivedKey } from './table.ts';

export interface Claim {
  readonly receivedId: string;
  /** Proves that the lease is ours; every mark is written under it. */
  readonly owner: string;
  /** Places whose decisions are committed, with the line that each left for the common answer. */
  readonly done: ReadonlyMap<string, string>;
}

export type Claimed =
  | { readonly kind: 'mine'; readonly claim: Claim }
  | { readonly kind: 'finished' }
  | { readonly kind: 'busy' };

/** Longer than the function's timeout: whoever holds it past that is dead. */
const leaseMilliseconds = 90_000;
const keptDays = 60;

/**
 * Takes the mail for working on. `finished`: it has been worked on, this is a second delivery. `busy`: somebody else is at it just now;
 * the queue brings it again. `owner` must differ between attempts; `realNow` is the machine's clock in milliseconds.
 * `delivery` names the queue's message: it comes again only when whoever had it is dead or has given up (visibility is longer than the
 * function's timeout), so the same message need not wait for the lease to end.
 */
export async function claimMail(
  store: Store,
  mail: { receivedId: string; mailKey: string; now: string; delivery?: string },
  owner: string,
  realNow: number,
): Promise<Claimed> {
  const { delivery = owner } = mail;
  try {
    const { Attributes } = await store.db.send(
      new UpdateCommand({
        TableName: store.tableName,
        Key: receivedKey(mail.receivedId),
        UpdateExpression:
          'SET #state = :working, delivery = :delivery, #owner = :owner, leaseUntil = :until, mailKey = if_not_exists(mailKey, :mailKey), receivedAt = if_not_exists(receivedAt, :now), marks = if_not_exists(marks, :none), expiresAt = :expires',
        ConditionExpression:
          'attribute_not_exists(pk) OR (#state = :working AND (leaseUntil < :realNow OR delivery = :delivery))',
        ExpressionAttributeNames: { '#state': 'state', '#owner': 'owner' },
        ExpressionAttributeValues: {
          ':working': 'working',
          ':owner': owner,
          ':delivery': delivery,
          ':until': realNow + leaseMilliseconds,
          ':realNow': realNow,
          ':mailKey': mail.mailKey,
          ':now': mail.now,
          ':none': {},
          ':expires': expiryAfter(mail.now, keptDays),
        },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return { kind: 'mine', claim: { receivedId: mail.receivedId, owner, done: marksOf(Attributes) } };
  } catch (error) {
    if (!isConditionFailed(error)) throw error;
    const item = await get(store, receivedKey(mail.receivedId));
    return item?.state === 'finished' ? { kind: 'finished' } : { kind: 'busy' };
  }
}

/** The work is done: the claim turns into a memory of it. */
export async function finishClaim(store: Store, claim: Claim, reason: string): Promise<void> {
  await store.db.send(
    new UpdateCommand({
      TableName: store.tableName,
      Key: receivedKey(claim.receivedId),
      UpdateExpression: 'SET #state = :finished, reason = :reason',
      ConditionExpression: '#owner = :owner',
      ExpressionAttributeNames: { '#state': 'state', '#owner': 'owner' },
      ExpressionAttributeValues: { ':finished': 'finished', ':reason': reason, ':owner': claim.owner },
    }),
  );
}

/** Lets the next delivery begin at once instead of waiting for the lease to end. */
export async function releaseClaim(store: Store, claim: Claim): Promise<void> {
  await store.db
    .send(
      new UpdateCommand({
        TableName: store.tableName,
        Key: receivedKey(claim.receivedId),
        UpdateExpression: 'SET leaseUntil = :past',
        ConditionExpression: '#owner = :owner AND #state = :working',
        ExpressionAttributeNames: { '#state': 'state', '#owner': 'owner' },
        ExpressionAttributeValues: { ':past': 0, ':owner': claim.owner, ':working': 'working' },
      }),
    )
    .catch((error: unknown) => {
      if (!isConditionFailed(error)) throw error;
    });
}

/**
 * Opens a finished claim once more, for working on a mail again by hand: its marks stay, so that nothing committed is repeated.
 * False where nothing by that id is finished.
 */
export async function reopenClaim(store: Store, receivedId: string): Promise<boolean> {
  try {
    await store.db.send(
      new UpdateCommand({
        TableName: store.tableName,
        Key: receivedKey(receivedId),
        UpdateExpression: 'SET #state = :working, leaseUntil = :past',
        ConditionExpression: '#state = :finished',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':working': 'working', ':past': 0, ':finished': 'finished' },
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}

const marksOf = (attributes: Record<string, unknown> | undefined): ReadonlyMap<string, string> =>
  new Map(Object.entries((attributes?.marks ?? {}) as Record<string, string>));
