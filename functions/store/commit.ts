// A decision becomes one transaction: its changes, its letters, and its mark on the received mail's claim (MAIL-RULES G3).
// Everything stands or nothing does; a second delivery finds the mark and writes nothing.

import { PutObjectCommand } from '@aws-sdk/client-s3';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { merged } from '../introductions/brought.ts';
import { type Change, type Decision, type Met, metOf } from '../introductions/known.ts';
import { dueAt, type Introduction, isOver } from '../introductions/life.ts';
import { isStandingOffer, type Question } from '../introductions/question.ts';
import type { Letter } from '../letters/letter.ts';
import type { Mentor } from '../people/mentor.ts';
import { foldOrganisation, indexTokens } from '../people/names.ts';
import type { Person } from '../people/person.ts';
import { summaryDueAfterMoving } from '../summary/when.ts';
import type { Claim } from './claim.ts';
import { cancellationCodes, DoneBefore, Overtaken } from './failures.ts';
import type { Store } from './store.ts';
import {
  bookAddressKey,
  dueAttributes,
  expiryAfter,
  introductionKey,
  jobKey,
  type Key,
  letterKey,
  letterTag,
  letterToKey,
  mentorKey,
  messageIdKey,
  metKey,
  monthKey,
  nameKey,
  openKey,
  optOutKey,
  personKey,
  questionKey,
  receivedKey,
  reminderKey,
  resumeKey,
  tokenKey,
} from './table.ts';

/** One write of a transaction. */
export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

export interface CommitOptions {
  /** Whose book and counters the changes are about; '' where none is (a stranger's line). */
  readonly mentorId: string;
  /** The instant of the event (ISO). */
  readonly now: string;
  /** The received mail that is worked on; null for clock, clicks and SES's events, whose own conditions keep them from happening twice. */
  readonly claim: Claim | null;
  /** An item that must still be there and is removed with the decision: the reminder that came due, the finished job. */
  readonly consumes?: Key;
  /** Further conditions and writes of the caller's, within the same transaction. */
  readonly also?: readonly Write[];
}

const transactionLimit = 100;
const keptLetterDays = 60;
const keptQuestionDays = 90;
/** A letter that nobody posted and a job that nobody went on with are picked up by the clock after this time. */
const broughtWithinMilliseconds = 120_000;
/** Above this the words of a letter lie in the bucket, beside an item that stays under DynamoDB's 400 KB. */
const inlineLetterBytes = 100_000;

/**
 * Writes the decision. Returns the tags of its letters, to be posted now; an empty list where the decision was committed before.
 * Throws `Overtaken` when what it rests on has changed meanwhile, `DoneBefore` where its letters exist and nothing else stands in the way.
 */
export async function commit(store: Store, decision: Decision, options: CommitOptions): Promise<readonly string[]> {
  if (options.claim?.done.has(decision.place)) return [];
  const letters = (
    await Promise.all(decision.letters.map((letter) => letterWrites(store, letter, options.now)))
  ).flat();
  const writes: Write[] = [
    ...(options.claim === null ? [] : [markWrite(store, options.claim, decision)]),
    ...(options.consumes === undefined ? [] : [consumeWrite(store, options.consumes)]),
    ...(options.also ?? []),
    ...merged(decision.changes).flatMap((change) => changeWrites(store, change, options.mentorId, options.now)),
    ...letters,
  ];
  if (writes.length === 0) return [];
  if (writes.length > transactionLimit)
    throw new Error(`decision ${decision.place} needs ${writes.length} writes, ${transactionLimit} are allowed`);
  try {
    await store.db.send(new TransactWriteCommand({ TransactItems: writes }));
  } catch (error) {
    const codes = cancellationCodes(error);
    if (codes === null) throw error;
    const failed = codes.flatMap((code, at) => (code === 'None' ? [] : [{ code, write: writes[at] }]));
    if (
      failed.every(
        ({ code, write }) => code === 'ConditionalCheckFailed' && write !== undefined && letters.includes(write),
      )
    ) {
      throw new DoneBefore(`decision ${decision.place}: its letters are there`, { cause: error });
    }
    throw new Overtaken(`decision ${decision.place} was overtaken: ${codes.join(', ')}`, { cause: error });
  }
  const again = decision.changes.flatMap((change) => (change.kind === 'send-again' ? [change.letterId] : []));
  return [...decision.letters.map((letter) => letter.id), ...again].map(letterTag);
}

function markWrite(store: Store, claim: Claim, decision: Decision): Write {
  return {
    Update: {
      TableName: store.tableName,
      Key: receivedKey(claim.receivedId),
      UpdateExpression: 'SET marks.#place = :line',
      ConditionExpression: '#owner = :owner AND attribute_not_exists(marks.#place)',
      ExpressionAttributeNames: { '#place': decision.place, '#owner': 'owner' },
      ExpressionAttributeValues: { ':owner': claim.owner, ':line': decision.line ?? '' },
    },
  };
}

function consumeWrite(store: Store, key: Key): Write {
  return {
    Delete: {
      TableName: store.tableName,
      Key: { pk: key.pk, sk: key.sk },
      ConditionExpression: 'attribute_exists(pk)',
    },
  };
}

/** Every change's writes; the switch ends in a `never` check, so that a new kind cannot be forgotten here. */
function changeWrites(store: Store, change: Change, mentorId: string, now: string): Write[] {
  switch (change.kind) {
    case 'person':
      return personWrites(store, mentorId, change.person, change.was);
    case 'forget':
      return forgetWrites(store, mentorId, change.person);
    case 'mentor':
      return mentorWrites(store, change.mentor, change.was, now);
    case 'introduction':
      return introductionWrites(store, change.introduction, change.was);
    case 'ask':
      return askWrites(store, change.question);
    case 'settle':
      return settleWrites(store, change.question);
    case 'remind': {
      const key = reminderKey(change.reminder.mentorId, change.reminder.id);
      return [put(store, { ...key, reminder: change.reminder, ...dueAttributes(key, change.reminder.due) })];
    }
    case 'opt-out':
      return [put(store, { ...optOutKey(change.address), at: change.at })];
    case 'opt-in':
      return [remove(store, optOutKey(change.address))];
    case 'send-again':
      return [sendAgainWrite(store, change.letterId, now)];
    case 'job': {
      const key = jobKey(change.job.id);
      return [put(store, { ...key, job: change.job, cursor: null, ...dueAttributes(key, broughtUntil(now)) })];
    }
    case 'count':
      return [countWrite(store, mentorId, change.month, change.what, change.by)];
    default:
      return change satisfies never;
  }
}

/** The entry, its addresses and its names. What an older version was found by and this one is not, goes. */
export function personWrites(store: Store, mentorId: string, person: Person, was: Person | null): Write[] {
  const stored: Person = { ...person, version: (was?.version ?? 0) + 1 };
  const stays = new Set(person.addresses);
  const before = was === null ? [] : nameKeysOf(mentorId, was);
  const after = nameKeysOf(mentorId, person);
  const known = new Set(before.map((key) => key.sk));
  const wanted = new Set(after.map((key) => key.sk));
  const reindexed = was === null || was.kind !== person.kind;
  return [
    put(store, { ...personKey(mentorId, person.id), person: stored, version: stored.version }, versionCondition(was)),
    ...person.addresses
      .filter((address) => reindexed || !was.addresses.includes(address))
      .map((address) => bookAddressWrite(store, mentorId, person, address)),
    ...(was?.addresses ?? [])
      .filter((address) => !stays.has(address))
      .map((address) => remove(store, bookAddressKey(address, mentorId))),
    ...after.filter((key) => !known.has(key.sk)).map((key) => put(store, { ...key, personId: person.id })),
    ...before.filter((key) => !wanted.has(key.sk)).map((key) => remove(store, key)),
  ];
}

/** An address stands in a book once: whoever writes a second entry with it is overtaken, looks again and merges. */
function bookAddressWrite(store: Store, mentorId: string, person: Person, address: string): Write {
  return put(
    store,
    { ...bookAddressKey(address, mentorId), mentorId, personId: person.id, kind: person.kind },
    {
      ConditionExpression: 'attribute_not_exists(pk) OR personId = :id',
      ExpressionAttributeValues: { ':id': person.id },
    },
  );
}

export function nameKeysOf(mentorId: string, person: Person): Key[] {
  const organisation = foldOrganisation(person.organisation ?? '');
  return indexTokens(person).map((token) => nameKey(mentorId, token, organisation, person.id));
}

function forgetWrites(store: Store, mentorId: string, person: Person): Write[] {
  return [
    {
      Delete: {
        TableName: store.tableName,
        Key: keyOf(personKey(mentorId, person.id)),
        ConditionExpression: 'attribute_exists(pk)',
      },
    },
    ...person.addresses.map((address) => remove(store, bookAddressKey(address, mentorId))),
    ...nameKeysOf(mentorId, person).map((key) => remove(store, key)),
  ];
}

/** The summary's due time is the item's own and is touched only when the zone changes; confirmed addresses get their pointer. */
function mentorWrites(store: Store, mentor: Mentor, was: Mentor, now: string): Write[] {
  const key = mentorKey(mentor.id);
  const zoneChanged = mentor.timeZone !== was.timeZone;
  const due = zoneChanged ? dueAttributes(key, summaryDueAfterMoving(now, was.timeZone, mentor.timeZone)) : {};
  const resume = resumeKey(mentor.id);
  return [
    {
      Update: {
        TableName: store.tableName,
        Key: keyOf(key),
        UpdateExpression: `SET mentor = :mentor, version = :version${zoneChanged ? ', dueShard = :dueShard, dueAt = :dueAt' : ''}`,
        ConditionExpression: 'version = :was',
        ExpressionAttributeValues: {
          ':mentor': { ...mentor, version: was.version + 1 },
          ':version': was.version + 1,
          ':was': was.version,
          ...(zoneChanged ? { ':dueShard': due.dueShard, ':dueAt': due.dueAt } : {}),
        },
      },
    },
    ...mentor.addresses
      .filter((address) => !was.addresses.includes(address))
      .map((address) => mentorAddressWrite(store, mentor.id, address)),
    ...was.addresses
      .filter((address) => !mentor.addresses.includes(address))
      .map((address) => remove(store, { pk: `A#${address}`, sk: 'MENTOR' })),
    ...(mentor.pausedUntil === was.pausedUntil
      ? []
      : mentor.pausedUntil === null || Number.isNaN(Date.parse(mentor.pausedUntil))
        ? [remove(store, resume)]
        : [put(store, { ...resume, mentorId: mentor.id, ...dueAttributes(resume, mentor.pausedUntil) })]),
  ];
}

export function mentorAddressWrite(store: Store, mentorId: string, address: string): Write {
  return put(
    store,
    { pk: `A#${address}`, sk: 'MENTOR', mentorId },
    {
      ConditionExpression: 'attribute_not_exists(pk) OR mentorId = :id',
      ExpressionAttributeValues: { ':id': mentorId },
    },
  );
}

/** The introduction, its place among the open ones, its address, and what each of the two sees of it in the book. */
function introductionWrites(store: Store, introduction: Introduction, was: Introduction | null): Write[] {
  const { mentorId, number } = introduction;
  const key = introductionKey(mentorId, number);
  const due = dueAttributes(key, dueAt(introduction));
  const isDue = due.dueAt !== undefined;
  const open = isUnderWay(introduction);
  const wasOpen = was !== null && isUnderWay(was);
  return [
    {
      Update: {
        TableName: store.tableName,
        Key: keyOf(key),
        UpdateExpression: `SET introduction = :introduction, version = :version${isDue ? ', dueShard = :dueShard, dueAt = :dueAt' : ' REMOVE dueShard, dueAt'}`,
        ConditionExpression: was === null ? 'attribute_not_exists(pk)' : 'version = :was',
        ExpressionAttributeValues: {
          ':introduction': { ...introduction, version: (was?.version ?? 0) + 1 },
          ':version': (was?.version ?? 0) + 1,
          ...(was === null ? {} : { ':was': was.version }),
          ...(isDue ? { ':dueShard': due.dueShard, ':dueAt': due.dueAt } : {}),
        },
      },
    },
    ...(was === null ? [put(store, { ...tokenKey(introduction.localPart), introduction: { mentorId, number } })] : []),
    ...introduction.messageIds
      .filter((messageId) => was?.messageIds.includes(messageId) !== true)
      .map((messageId) => threadWrite(store, introduction, messageId)),
    ...(open && !wasOpen ? [put(store, { ...openKey(mentorId, number), number })] : []),
    ...(!open && wasOpen ? [remove(store, openKey(mentorId, number))] : []),
    ...metOf(introduction)
      .filter((line) => was === null || !metOf(was).some((before) => same(line, before)))
      .map((line) => metWrite(store, mentorId, line)),
  ];
}

/** A mail that joined the thread is found by those that answer it. Its writer chose the id, so one that is known keeps its meaning. */
const threadWrite = (store: Store, { mentorId, number, localPart }: Introduction, messageId: string): Write => ({
  Update: {
    TableName: store.tableName,
    Key: keyOf(messageIdKey(messageId)),
    UpdateExpression:
      'SET mentorId = if_not_exists(mentorId, :mentorId), introduction = if_not_exists(introduction, :number), localPart = if_not_exists(localPart, :localPart)',
    ExpressionAttributeValues: { ':mentorId': mentorId, ':number': number, ':localPart': localPart },
  },
});

/** What is done stays reachable by number, by name and by its address, and no longer lies on the mentor's desk. */
const isUnderWay = ({ state }: Introduction): boolean => !isOver(state) && state.kind !== 'done';

export const metWrite = (store: Store, mentorId: string, met: Met): Write =>
  put(store, { ...metKey(mentorId, met.personId, met.otherId, met.number), met });

const same = (a: Met, b: Met): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A question that waits stands among the mentor's open ones and expires; a report that can be answered is found by its token alone. */
function askWrites(store: Store, question: Question): Write[] {
  const key = questionKey(question.mentorId, question.localPart);
  const expiresAt = expiryAfter(question.askedAt, keptQuestionDays);
  const token = put(store, { ...tokenKey(question.localPart), question, settled: false, expiresAt });
  if (!question.waits) return [token];
  return [put(store, { ...key, question, ...dueAttributes(key, question.expiresAt) }), token];
}

/** Of two answers at once only one finds it open. */
function settleWrites(store: Store, question: Question): Write[] {
  if (isStandingOffer(question)) return [];
  const token: Write = {
    Update: {
      TableName: store.tableName,
      Key: keyOf(tokenKey(question.localPart)),
      UpdateExpression: 'SET settled = :yes',
      ConditionExpression: 'settled = :no',
      ExpressionAttributeValues: { ':yes': true, ':no': false },
    },
  };
  return question.waits ? [consumeWrite(store, questionKey(question.mentorId, question.localPart)), token] : [token];
}

/** unknown → waiting: whoever posts takes it as if it had never been handed over. */
function sendAgainWrite(store: Store, letterId: string, now: string): Write {
  const key = letterKey(letterTag(letterId));
  const due = dueAttributes(key, now);
  return {
    Update: {
      TableName: store.tableName,
      Key: keyOf(key),
      UpdateExpression: 'SET #state = :waiting, dueShard = :dueShard, dueAt = :dueAt',
      ConditionExpression: '#state = :unknown',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':waiting': 'waiting',
        ':unknown': 'unknown',
        ':dueShard': due.dueShard,
        ':dueAt': due.dueAt,
      },
    },
  };
}

export function countWrite(store: Store, mentorId: string, month: string, what: string, by: number): Write {
  return {
    Update: {
      TableName: store.tableName,
      Key: keyOf(monthKey(mentorId, month)),
      UpdateExpression: 'ADD #what :by',
      ExpressionAttributeNames: { '#what': what },
      ExpressionAttributeValues: { ':by': by },
    },
  };
}

/** The letter, waiting to be posted, and a line at each of its addresses, so that forgetting and leaving find it. */
async function letterWrites(store: Store, letter: Letter, now: string): Promise<Write[]> {
  const tag = letterTag(letter.id);
  const key = letterKey(tag);
  const expiresAt = expiryAfter(now, keptLetterDays);
  const body = JSON.stringify(letter);
  const large = Buffer.byteLength(body) > inlineLetterBytes;
  if (large)
    await store.s3.send(
      new PutObjectCommand({
        Bucket: store.mailBucket,
        Key: outboxKey(tag),
        Body: body,
        ContentType: 'application/json',
      }),
    );
  const recipients = new Set(letter.rcptTo ?? [...letter.to, ...letter.cc].map((one) => one.address));
  return [
    put(
      store,
      {
        ...key,
        ...(large ? { bodyKey: outboxKey(tag) } : { letter }),
        state: 'waiting',
        createdAt: now,
        attempts: 0,
        expiresAt,
        ...dueAttributes(key, broughtUntil(now)),
      },
      { ConditionExpression: 'attribute_not_exists(pk)' },
    ),
    ...(letter.mentorId === null
      ? []
      : [...recipients].map((address) =>
          put(store, { ...letterToKey(address, letter.mentorId ?? '', tag), expiresAt }),
        )),
  ];
}

/** Until then whoever has begun it is not disturbed. */
export const broughtUntil = (now: string): string =>
  new Date(Date.parse(now) + broughtWithinMilliseconds).toISOString();

export const outboxKey = (tag: string): string => `outbox/${tag}.json`;

const keyOf = ({ pk, sk }: Key): Record<string, string> => ({ pk, sk });

type Condition = { ConditionExpression: string; ExpressionAttributeValues?: Record<string, unknown> };

const put = (store: Store, item: Record<string, unknown> & Key, condition?: Condition): Write => ({
  Put: { TableName: store.tableName, Item: item, ...condition },
});

const remove = (store: Store, key: Key): Write => ({ Delete: { TableName: store.tableName, Key: keyOf(key) } });

const versionCondition = (was: { version: number } | null): Condition =>
  was === null
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'version = :was', ExpressionAttributeValues: { ':was': was.version } };
