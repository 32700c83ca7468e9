// The object store, through the AWS SDK.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Faults } from '../../../infra/local/aws-endpoint.ts';
import { type Objects, startObjects } from '../../../infra/local/objects.ts';

const Bucket = 'mails';
let path: string;
let objects: Objects;
let s3: S3Client;

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'objects-'));
  objects = await startObjects({ path, bucket: Bucket, faults: new Faults() });
  s3 = new S3Client({
    endpoint: objects.url,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
});

afterAll(async () => {
  await objects.close();
  await rm(path, { recursive: true });
});

const put = (Key: string, Body: string | Uint8Array) => s3.send(new PutObjectCommand({ Bucket, Key, Body }));
const get = async (Key: string) => (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToByteArray();
const text = async (key: string) => Buffer.from((await get(key)) ?? []).toString();

test('what was put is got, octet by octet', async () => {
  const octets = Uint8Array.from({ length: 100_000 }, (_, n) => n % 256);
  await put('inbound/octets', octets);
  expect(Buffer.compare(Buffer.from((await get('inbound/octets')) ?? []), Buffer.from(octets))).toBe(0);
  expect(await s3.send(new HeadObjectCommand({ Bucket, Key: 'inbound/octets' }))).toMatchObject({
    ContentLength: 100_000,
  });
});

test('a stream of 12 MB goes in in parts and comes out whole', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 'z');
  const Body = Readable.from(Array.from({ length: 12 }, () => chunk));
  await new Upload({ client: s3, params: { Bucket, Key: 'large', Body } }).done();
  expect((await get('large'))?.length).toBe(12 * 1024 * 1024);
});

test('a stream of known length comes in the chunks of the SDK', async () => {
  const Body = Readable.from([Buffer.from('one '), Buffer.from('two '), Buffer.from('three')]);
  await s3.send(new PutObjectCommand({ Bucket, Key: 'chunked', Body, ContentLength: 13 }));
  expect(await text('chunked')).toBe('one two three');
});

test('a missing object is NoSuchKey, another bucket NoSuchBucket', async () => {
  await expect(get('missing')).rejects.toMatchObject({ name: 'NoSuchKey' });
  const other = new GetObjectCommand({ Bucket: 'other', Key: 'a' });
  await expect(s3.send(other)).rejects.toMatchObject({ name: 'NoSuchBucket' });
});

test('objects are deleted one by one or several at once, and listed by prefix', async () => {
  for (const key of ['list/a', 'list/b & c', 'list/d', 'other']) await put(key, key);
  const listed = async () =>
    (await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/' }))).Contents?.map(({ Key }) => Key);
  expect(await listed()).toEqual(['list/a', 'list/b & c', 'list/d']);
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'list/a' }));
  const Objects = [{ Key: 'list/b & c' }, { Key: 'never there' }];
  await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
  expect(await listed()).toEqual(['list/d']);
});

describe('a key is never a way out of the folder', () => {
  test.each(['../../outside', '..', '.', './a', '/etc/passwd', 'a/../../b', 'nul\0', '%2e%2e%2fb'])(
    '%j',
    async (key) => {
      await objects.put(key, `content of ${key}`);
      expect((await readdir(path)).filter((name) => name !== 'parts')).toEqual(['mails']);
      expect((await readdir(tmpdir())).includes('outside')).toBe(false);
      await objects.remove(key);
    },
  );
});

test('a stream that breaks leaves what was there before', async () => {
  await objects.put('kept', 'before');
  const breaking = (async function* () {
    yield Buffer.from('half');
    throw new Error('broken');
  })();
  await expect(objects.put('kept', breaking)).rejects.toThrow('broken');
  expect(await text('kept')).toBe('before');
});
