// The stored originals of received mails (S3): kept 30 days, read as a stream, deleted with whoever is forgotten.

import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Store } from './store.ts';
import { expiryAfter, mailFromKey } from './table.ts';

/** The raw mail. Throws where it is gone (S3's NoSuchKey): after 30 days, or because its sender was forgotten. */
export async function original(store: Store, mailKey: string): Promise<Readable> {
  const { Body } = await store.s3.send(new GetObjectCommand({ Bucket: store.mailBucket, Key: mailKey }));
  if (Body === undefined) throw new Error(`object ${mailKey} has no body`);
  return Body as Readable;
}

export async function deleteOriginal(store: Store, mailKey: string): Promise<void> {
  await store.s3.send(new DeleteObjectCommand({ Bucket: store.mailBucket, Key: mailKey }));
}

/** Whole, as text; for what we stored ourselves (letters too large for an item). */
export async function textOf(store: Store, key: string): Promise<string> {
  const { Body } = await store.s3.send(new GetObjectCommand({ Bucket: store.mailBucket, Key: key }));
  return (await Body?.transformToString('utf-8')) ?? '';
}

export async function putOriginal(store: Store, mailKey: string, raw: Uint8Array): Promise<void> {
  await store.s3.send(
    new PutObjectCommand({ Bucket: store.mailBucket, Key: mailKey, Body: raw, ContentType: 'message/rfc822' }),
  );
}

/** The raw mail, or null where it is no longer kept. */
export async function mailIfKept(store: Store, mailKey: string): Promise<Readable | null> {
  try {
    return await original(store, mailKey);
  } catch (error) {
    if ((error as Error).name === 'NoSuchKey') return null;
    throw error;
  }
}

const linkedDays = 60;

/** A line at the address that the mail came from, so that forgetting and leaving find the mail and what was noted of it. */
export async function linkMail(
  store: Store,
  mail: { readonly from: string; readonly mentorId: string; readonly mailKey: string; readonly receivedId: string },
  now: string,
): Promise<void> {
  const { from, mentorId, mailKey, receivedId } = mail;
  await store.db.send(
    new PutCommand({
      TableName: store.tableName,
      Item: { ...mailFromKey(from, mentorId, mailKey), receivedId, expiresAt: expiryAfter(now, linkedDays) },
    }),
  );
}
