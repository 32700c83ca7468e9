// Letters on their way out. A letter is taken (waiting → handed) before SES is called and marked after, so that two posters never
// send the same one, and a poster that died leaves either a letter nobody handed over or one whose fate SES's Send event decides.
//
// | state    | means                                                   | leaves by                                                  |
// |----------|---------------------------------------------------------|------------------------------------------------------------|
// | waiting  | committed, nobody has handed it to SES                  | a poster takes it; the clock brings one                    |
// | handed   | SES was called, its answer is not yet noted             | answer, Send event; after 15 minutes nobody knows          |
// | sent     | SES has it                                              | –                                                          |
// | refused  | SES refused it for good, or it cannot be written        | –  (the mentor is told)                                    |
// | stopped  | somebody it is for gets nothing more from here          | –  (the mentor is told)                                    |
// | unknown  | handed, and no event came                               | `send again`, or a Send event after all                    |

import { MessageRejected, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { htmlOf, type Letter } from '../letters/letter.ts';
import { isAddress, type Outgoing, writeMail } from '../mail/write.ts';
import { inParallel } from './accounts.ts';
import { cancellationCodes, isConditionFailed } from './failures.ts';
import { get, getAll, type Item } from './items.ts';
import { unsubscribeLink } from './links.ts';
import { optedOutAmong } from './opt-outs.ts';
import { original, textOf } from './originals.ts';
import type { Store } from './store.ts';
import { capKey, dueAttributes, expiryAfter, introductionKey, letterKey, messageIdKey } from './table.ts';

/** What became of one letter just now. `left`: somebody else has it, or it was posted before. */
export type Posted =
  | { readonly kind: 'sent'; readonly letter: Letter; readonly messageId: string }
  | { readonly kind: 'waits'; readonly letter: Letter; readonly why: Waiting }
  | { readonly kind: 'unknown'; readonly letter: Letter }
  /** Still `handed`: whoever tells the mentor settles it with the same transaction (`settledWrite`). */
  | { readonly kind: 'refused' | 'stopped'; readonly tag: string; readonly letter: Letter; readonly why: string }
  | { readonly kind: 'left' };

const fateKnownAfterMilliseconds = 15 * 60_000;
const retryMilliseconds = {
  throttled: 60_000,
  unreachable: 60_000,
  capped: 10 * 60_000,
  'daily quota': 60 * 60_000,
} as const;

type Waiting = keyof typeof retryMilliseconds;

/** Posts letters that were just committed, a few at a time. `now` is the event's instant. */
export async function post(store: Store, tags: readonly string[], now: string): Promise<Posted[]> {
  const posted: Posted[] = [];
  await inParallel(tags, 4, async (tag) => {
    posted.push(await postOne(store, tag, now));
  });
  return posted;
}

export async function postOne(store: Store, tag: string, now: string): Promise<Posted> {
  const item = await take(store, tag, now);
  if (item === null) return { kind: 'left' };
  const letter = await letterIn(store, item);
  const stopped = await optedOutAmong(store, recipientsOf(letter));
  if (stopped.size > 0 && letter.audience === 'outsider') {
    return { kind: 'stopped', tag, letter, why: [...stopped].join(', ') };
  }
  if (countsForCaps(letter) && !(await withinCaps(store, recipientsOf(letter), now))) {
    return wait(store, tag, letter, 'capped', now);
  }
  const raw = await bytesOf(store, letter, tag);
  if (typeof raw === 'string') return { kind: 'refused', tag, letter, why: raw };
  return hand(store, letter, tag, raw, now);
}

/** The letter whose tag SES's event carries, or null. */
export async function letterByTag(store: Store, tag: string): Promise<{ letter: Letter; item: Item } | null> {
  const item = await get(store, letterKey(tag));
  return item === null ? null : { letter: await letterIn(store, item), item };
}

/** The tag of the letter that SES gave one of these Message-IDs, or null. */
export async function tagOfMessage(store: Store, messageIds: readonly string[]): Promise<string | null> {
  const items = await getAll(store, messageIds.slice(0, 20).map(messageIdKey));
  const [found] = items.flatMap((item) => (typeof item.letter === 'string' ? [item.letter] : []));
  return found ?? null;
}

async function letterIn(store: Store, item: Item): Promise<Letter> {
  return (item.bodyKey === undefined ? item.letter : JSON.parse(await textOf(store, item.bodyKey as string))) as Letter;
}

/** waiting → handed, by a condition that only one poster can meet. */
async function take(store: Store, tag: string, now: string): Promise<Item | null> {
  const key = letterKey(tag);
  const due = dueAttributes(key, new Date(Date.parse(now) + fateKnownAfterMilliseconds).toISOString());
  try {
    const { Attributes } = await store.db.send(
      new UpdateCommand({
        TableName: store.tableName,
        Key: { pk: key.pk, sk: key.sk },
        UpdateExpression:
          'SET #state = :handed, handedAt = :now, dueShard = :dueShard, dueAt = :dueAt ADD attempts :one',
        ConditionExpression: '#state = :waiting',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':handed': 'handed',
          ':waiting': 'waiting',
          ':now': now,
          ':one': 1,
          ':dueShard': due.dueShard,
          ':dueAt': due.dueAt,
        },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return (Attributes as Item | undefined) ?? null;
  } catch (error) {
    if (isConditionFailed(error)) return null;
    throw error;
  }
}

async function hand(store: Store, letter: Letter, tag: string, raw: Uint8Array, now: string): Promise<Posted> {
  try {
    const { MessageId } = await store.ses.send(
      new SendRawEmailCommand({
        Source: `${letter.from.localPart}@${store.domain}`,
        Destinations: [...recipientsOf(letter)],
        RawMessage: { Data: raw },
        ConfigurationSetName: store.configurationSet,
        Tags: [{ Name: 'letter', Value: tag }],
      }),
    );
    const messageId = await messageIdOf(store, MessageId ?? '');
    await noteSent(store, letter, tag, messageId);
    return { kind: 'sent', letter, messageId };
  } catch (error) {
    return afterFailure(store, letter, tag, error, now);
  }
}

/** What an error of SES means for the letter (MAIL-RULES G3, G4): refused for good, not taken for now, or nobody knows. */
async function afterFailure(store: Store, letter: Letter, tag: string, error: unknown, now: string): Promise<Posted> {
  const words = error instanceof Error ? error.message : String(error);
  if (isThrottling(error)) return wait(store, tag, letter, /daily/i.test(words) ? 'daily quota' : 'throttled', now);
  if (isRefusal(error)) return { kind: 'refused', tag, letter, why: words };
  if (isNotTaken(error) || neverReached(error)) return wait(store, tag, letter, 'unreachable', now);
  // A time-out, a reset, a 5xx: SES may have it. The Send event tells within 15 minutes, or nobody does.
  return { kind: 'unknown', letter };
}

const isThrottling = (error: unknown): boolean =>
  error instanceof Error && /^Throttling|^TooManyRequests|^LimitExceeded/.test(error.name);

/** It is about this letter, and would be the same tomorrow. */
const isRefusal = (error: unknown): boolean =>
  error instanceof MessageRejected || (error instanceof Error && /^(?:InvalidParameter|Validation)/.test(error.name));

/** It is about the account or its permissions (sending paused, credentials, a missing configuration set): mended, the letter goes out. */
const isNotTaken = (error: unknown): boolean => error instanceof SESServiceException && error.$fault === 'client';

const neverReached = (error: unknown): boolean => {
  const code =
    (error as { code?: string; cause?: { code?: string } }).code ??
    (error as { cause?: { code?: string } }).cause?.code;
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
};

/** SES replaces the Message-ID: `<ID@email.amazonses.com>` in us-east-1, `<ID@REGION.amazonses.com>` elsewhere (MAIL-RULES E). */
export async function messageIdOf(store: Store, sesId: string): Promise<string> {
  const region = await store.ses.config.region();
  return `${sesId}@${region === 'us-east-1' ? 'email' : region}.amazonses.com`;
}

/** Notes that SES has the letter; also from its Send event. Doing it twice changes nothing. */
export async function noteSent(store: Store, letter: Letter, tag: string, messageId: string): Promise<void> {
  const introduction =
    letter.introduction === null || letter.mentorId === null
      ? null
      : introductionKey(letter.mentorId, letter.introduction);
  try {
    await store.db.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            Update: {
              TableName: store.tableName,
              Key: { ...letterKey(tag) },
              UpdateExpression: 'SET #state = :sent, messageId = :messageId REMOVE dueShard, dueAt',
              ConditionExpression: '#state IN (:handed, :unknown, :waiting)',
              ExpressionAttributeNames: { '#state': 'state' },
              ExpressionAttributeValues: {
                ':sent': 'sent',
                ':handed': 'handed',
                ':unknown': 'unknown',
                ':waiting': 'waiting',
                ':messageId': messageId,
              },
            },
          },
          {
            Put: {
              TableName: store.tableName,
              Item: {
                ...messageIdKey(messageId),
                letter: tag,
                mentorId: letter.mentorId,
                introduction: letter.introduction,
                localPart: letter.from.localPart,
              },
            },
          },
          ...(introduction === null
            ? []
            : [
                {
                  Update: {
                    TableName: store.tableName,
                    Key: { ...introduction },
                    UpdateExpression: 'SET postedIds = list_append(if_not_exists(postedIds, :none), :ids)',
                    ConditionExpression: 'attribute_exists(pk)',
                    ExpressionAttributeValues: { ':none': [], ':ids': [messageId] },
                  },
                },
              ]),
        ],
      }),
    );
  } catch (error) {
    const codes = cancellationCodes(error);
    if (codes === null) throw error;
    if (codes.includes('TransactionConflict')) return noteSent(store, letter, tag, messageId);
    const [first, , third] = codes;
    // The introduction was erased meanwhile: SES has the letter all the same. Else it was noted before: its event was quicker.
    if (first === 'None' && third === 'ConditionalCheckFailed') {
      return noteSent(store, { ...letter, introduction: null }, tag, messageId);
    }
  }
}

async function wait(store: Store, tag: string, letter: Letter, why: Waiting, now: string): Promise<Posted> {
  const key = letterKey(tag);
  const due = dueAttributes(key, new Date(Date.parse(now) + retryMilliseconds[why]).toISOString());
  await setState(store, tag, 'SET #state = :state, dueShard = :dueShard, dueAt = :dueAt', {
    ':state': 'waiting',
    ':dueShard': due.dueShard,
    ':dueAt': due.dueAt,
  });
  return { kind: 'waits', letter, why };
}

/** handed → refused or stopped, as a write of the transaction that tells the mentor. */
export const settledWrite = (store: Store, tag: string, state: 'refused' | 'stopped' | 'unknown') => ({
  Update: {
    TableName: store.tableName,
    Key: { ...letterKey(tag) },
    UpdateExpression: 'SET #state = :settled REMOVE dueShard, dueAt',
    ConditionExpression: '#state = :handed',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':settled': state, ':handed': 'handed' },
  },
});

async function setState(store: Store, tag: string, expression: string, values: Record<string, unknown>): Promise<void> {
  const key = letterKey(tag);
  await store.db.send(
    new UpdateCommand({
      TableName: store.tableName,
      Key: { pk: key.pk, sk: key.sk },
      UpdateExpression: expression,
      ConditionExpression: '#state = :handed',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ...values, ':handed': 'handed' },
    }),
  );
}

/** handed → waiting, for a letter to a mentor of which nobody knows whether it went out: it is sent again. */
export async function postAgain(store: Store, tag: string, now: string): Promise<Posted> {
  await setState(store, tag, 'SET #state = :state', { ':state': 'waiting' });
  return postOne(store, tag, now);
}

export const recipientsOf = (letter: Letter): readonly string[] =>
  letter.rcptTo ?? [...new Set([...letter.to, ...letter.cc].map((one) => one.address))];

/** Answers to a mentor's own mails do not count: the twelfth request in ten minutes is answered like the first (MAIL-RULES C3). */
const countsForCaps = (letter: Letter): boolean => !(letter.audience === 'mentor' && letter.automation === 'answer');

const cap = { inTenMinutes: 10, inADay: 30 };

/** Counts the letter for each recipient; false, and nothing counted, where one of them has had enough for now. */
async function withinCaps(store: Store, addresses: readonly string[], now: string): Promise<boolean> {
  const window = `t${now.slice(11, 15).replace(':', '')}`;
  const keys = addresses.map((address) => capKey(address, now.slice(0, 10)));
  const counted = await getAll(store, keys);
  const full = (item: Item): boolean =>
    Number(item[window] ?? 0) >= cap.inTenMinutes || Number(item.inDay ?? 0) >= cap.inADay;
  if (counted.some(full)) return false;
  await Promise.all(
    keys.map((key) =>
      store.db.send(
        new UpdateCommand({
          TableName: store.tableName,
          Key: { pk: key.pk, sk: key.sk },
          UpdateExpression: 'SET expiresAt = :expires ADD #window :one, inDay :one',
          ExpressionAttributeNames: { '#window': window },
          ExpressionAttributeValues: { ':one': 1, ':expires': expiryAfter(now, 2) },
        }),
      ),
    ),
  );
  return true;
}

/** The raw mail; a string says in words why it cannot be written. */
async function bytesOf(store: Store, letter: Letter, tag: string): Promise<Uint8Array | string> {
  const bad = recipientsOf(letter).filter((address) => !isAddress(address));
  if (bad.length > 0) return `not an address that mail can be sent to: ${bad.join(', ')}`;
  const outgoing = await outgoingOf(store, letter, tag);
  if (letter.passOn === undefined) return writeMail(outgoing);
  try {
    // Taking a mail apart is another third of what is loaded: only for a letter that needs it.
    const { passOn } = await import('../mail/pass-on.ts');
    const { raw } = await passOn(await original(store, letter.passOn.mailKey), outgoing, {
      withoutAttachments: letter.passOn.withoutAttachments,
    });
    return raw;
  } catch (error) {
    if ((error as Error).name === 'NoSuchKey') return 'the mail to be passed on is no longer kept';
    throw error;
  }
}

async function outgoingOf(store: Store, letter: Letter, tag: string): Promise<Outgoing> {
  return {
    from: { name: letter.from.name, address: `${letter.from.localPart}@${store.domain}` },
    to: letter.to,
    cc: letter.cc,
    replyTo: letter.replyTo,
    subject: letter.subject,
    text: letter.text,
    html: letter.html ?? htmlOf(letter.text),
    headers: [
      ['X-Stepback', tag],
      ...(letter.automation === 'person'
        ? [['X-Auto-Response-Suppress', 'DR, RN, NRN, AutoReply'] as const]
        : [
            ['Auto-Submitted', letter.automation === 'answer' ? 'auto-replied' : 'auto-generated'] as const,
            ['X-Auto-Response-Suppress', 'DR, RN, NRN, OOF, AutoReply'] as const,
          ]),
      ...(await unsubscribeHeaders(store, letter)),
    ],
    attachments: letter.attachments,
    inReplyTo: letter.inReplyTo,
    references: letter.references,
  };
}

/** RFC 8058 for a letter to one, an address to write to for a letter to two (so that whoever stops is known). */
async function unsubscribeHeaders(store: Store, letter: Letter): Promise<readonly (readonly [string, string])[]> {
  const mailto = `<mailto:${letter.from.localPart}@${store.domain}?subject=stop>`;
  const [recipient] = recipientsOf(letter);
  if (letter.unsubscribe === 'none') return [];
  const link =
    letter.unsubscribe === 'one-click' && letter.mentorId !== null && recipient !== undefined
      ? await unsubscribeLink(
          store,
          letter.mentorId,
          recipient,
          letter.audience === 'mentor' ? 'summary' : 'everything',
        )
      : null;
  if (link === null) return [['List-Unsubscribe', mailto]];
  return [
    ['List-Unsubscribe', letter.audience === 'mentor' ? `<${link}>` : `<${link}>, ${mailto}`],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
  ];
}
