// The object store: S3's REST interface (path style, one bucket) over plain files, one for each object, streamed in and out without a limit of size.
// Has get, put, head, delete, delete several, list, and uploads in parts; no versions, ranges, metadata or permissions.

import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { type Answer, AwsError, bodyOf, type Faults, type Listening, listen } from './aws-endpoint.ts';
import { SafeFolder } from './safe-files.ts';
import { escaped, valuesOf, xml } from './xml.ts';

/** A key becomes a file name, and file systems take 255 octets of it; S3 itself takes keys of 1024. */
const longestName = 255;
const largestListRequest = 1024 * 1024;
const keysInOneList = 1000;

export interface Objects extends Listening {
  put(key: string, content: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<void>;
  remove(key: string): Promise<void>;
  empty(): Promise<void>;
}

export interface ObjectsSettings {
  readonly path: string;
  readonly bucket: string;
  readonly faults: Faults;
}

export async function startObjects({ path, bucket, faults }: ObjectsSettings): Promise<Objects> {
  const folder = await SafeFolder.open(join(path, bucket));
  const parts = join(path, 'parts');
  await rm(parts, { recursive: true, force: true });
  const store: Bucket = { folder, parts, uploads: new Map(), name: bucket };
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const asked = askedOf(request, bucket);
    const handler = handlers[asked.operation];
    return faults.around(`s3:${asked.operation}`, () => handler(store, asked, request));
  };
  const listening = await listen(0, answer, answerError);
  return {
    ...listening,
    put: (key, content) => folder.write(fileName(key), content),
    remove: (key) => folder.remove(fileName(key)),
    empty: () => folder.empty(),
  };
}

interface Bucket {
  readonly folder: SafeFolder;
  readonly parts: string;
  /** By upload id. A process that ends forgets them: who was uploading has lost the connection anyway. */
  readonly uploads: Map<string, SafeFolder>;
  readonly name: string;
}

interface Asked {
  readonly operation: keyof typeof handlers;
  readonly key: string;
  readonly query: URLSearchParams;
}

type Handler = (bucket: Bucket, asked: Asked, request: IncomingMessage) => Promise<Answer>;

const handlers = {
  GetObject: getObject,
  HeadObject: headObject,
  PutObject: putObject,
  DeleteObject: deleteObject,
  DeleteObjects: deleteObjects,
  ListObjectsV2: listObjects,
  CreateMultipartUpload: createUpload,
  UploadPart: uploadPart,
  CompleteMultipartUpload: completeUpload,
  AbortMultipartUpload: abortUpload,
} satisfies Record<string, Handler>;

function askedOf(request: IncomingMessage, bucket: string): Asked {
  const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://objects');
  const [, askedBucket, ...rest] = pathname.split('/').map(decoded);
  if (askedBucket !== bucket) throw new AwsError(404, 'NoSuchBucket', `There is no bucket ${askedBucket}`);
  const key = rest.join('/');
  const operation = operationOf(request.method ?? '', key !== '', query);
  if (operation === null) throw new AwsError(501, 'NotImplemented', `${request.method} with these parameters`);
  return { operation, key, query };
}

function operationOf(method: string, hasKey: boolean, query: URLSearchParams): keyof typeof handlers | null {
  if (!hasKey) {
    if (method === 'POST' && query.has('delete')) return 'DeleteObjects';
    return method === 'GET' && query.get('list-type') === '2' ? 'ListObjectsV2' : null;
  }
  const inParts = query.has('uploadId');
  switch (method) {
    case 'GET':
      return 'GetObject';
    case 'HEAD':
      return 'HeadObject';
    case 'PUT':
      return inParts ? 'UploadPart' : 'PutObject';
    case 'DELETE':
      return inParts ? 'AbortMultipartUpload' : 'DeleteObject';
    case 'POST':
      return inParts ? 'CompleteMultipartUpload' : query.has('uploads') ? 'CreateMultipartUpload' : null;
    default:
      return null;
  }
}

async function getObject({ folder }: Bucket, { key }: Asked): Promise<Answer> {
  const file = await opened(folder, key);
  const { size, mtimeMs } = await file.stat();
  return { status: 200, headers: objectHeaders(size, mtimeMs), body: file.createReadStream() };
}

async function headObject({ folder }: Bucket, { key }: Asked): Promise<Answer> {
  const file = await opened(folder, key);
  const { size, mtimeMs } = await file.stat();
  await file.close();
  return { status: 200, headers: objectHeaders(size, mtimeMs) };
}

async function opened(folder: SafeFolder, key: string): Promise<FileHandle> {
  try {
    return await open(folder.file(fileName(key)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new AwsError(404, 'NoSuchKey', `There is no object ${key}`);
  }
}

async function putObject({ folder }: Bucket, { key }: Asked, request: IncomingMessage): Promise<Answer> {
  const name = fileName(key);
  await folder.write(name, contentOf(request));
  const { size, mtimeMs } = await stat(folder.file(name));
  return { status: 200, headers: { etag: etag(size, mtimeMs) } };
}

async function deleteObject({ folder }: Bucket, { key }: Asked): Promise<Answer> {
  await folder.remove(fileName(key));
  return { status: 204 };
}

async function deleteObjects({ folder }: Bucket, _asked: Asked, request: IncomingMessage): Promise<Answer> {
  const body = (await bodyOf(request, largestListRequest)).toString();
  const keys = valuesOf(body, 'Key');
  for (const key of keys) await folder.remove(fileName(key));
  return xmlAnswer('DeleteResult', keys.map((key) => `<Deleted><Key>${escaped(key)}</Key></Deleted>`).join(''));
}

async function listObjects({ folder, name }: Bucket, { query }: Asked): Promise<Answer> {
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const most = Math.min(Number(query.get('max-keys') ?? keysInOneList), keysInOneList);
  const matching = (await folder.names())
    .map(decoded)
    .filter((key) => key.startsWith(prefix) && key > after)
    .sort();
  const page = matching.slice(0, most);
  const contents = await Promise.all(page.map((key) => listed(folder, key)));
  const more =
    matching.length > page.length ? `<NextContinuationToken>${escaped(page.at(-1) ?? '')}</NextContinuationToken>` : '';
  return xmlAnswer(
    'ListBucketResult',
    `<Name>${name}</Name><Prefix>${escaped(prefix)}</Prefix><KeyCount>${page.length}</KeyCount>` +
      `<IsTruncated>${more !== ''}</IsTruncated>${more}${contents.join('')}`,
  );
}

async function listed(folder: SafeFolder, key: string): Promise<string> {
  const { size, mtimeMs, mtime } = await stat(folder.file(fileName(key)));
  return (
    `<Contents><Key>${escaped(key)}</Key><LastModified>${mtime.toISOString()}</LastModified>` +
    `<ETag>${escaped(etag(size, mtimeMs))}</ETag><Size>${size}</Size><StorageClass>STANDARD</StorageClass></Contents>`
  );
}

async function createUpload({ parts, uploads, name }: Bucket, { key }: Asked): Promise<Answer> {
  const id = randomUUID();
  uploads.set(id, await SafeFolder.open(join(parts, id)));
  return xmlAnswer(
    'InitiateMultipartUploadResult',
    `<Bucket>${name}</Bucket><Key>${escaped(key)}</Key><UploadId>${id}</UploadId>`,
  );
}

async function uploadPart({ uploads }: Bucket, { query }: Asked, request: IncomingMessage): Promise<Answer> {
  const number = String(Number(query.get('partNumber')));
  await uploadOf(uploads, query).write(number, contentOf(request));
  return { status: 200, headers: { etag: `"${number}"` } };
}

async function completeUpload(
  { folder, uploads, name }: Bucket,
  { key, query }: Asked,
  request: IncomingMessage,
): Promise<Answer> {
  const upload = uploadOf(uploads, query);
  const numbers = valuesOf((await bodyOf(request, largestListRequest)).toString(), 'PartNumber');
  await folder.write(fileName(key), inOrder(numbers.map((number) => upload.file(String(Number(number))))));
  await end(uploads, query);
  return xmlAnswer(
    'CompleteMultipartUploadResult',
    `<Bucket>${name}</Bucket><Key>${escaped(key)}</Key><ETag>&quot;${randomUUID()}&quot;</ETag>`,
  );
}

async function* inOrder(files: readonly string[]): AsyncGenerator<Buffer> {
  for (const file of files) yield* createReadStream(file) as AsyncIterable<Buffer>;
}

async function abortUpload({ uploads }: Bucket, { query }: Asked): Promise<Answer> {
  await end(uploads, query);
  return { status: 204 };
}

async function end(uploads: Bucket['uploads'], query: URLSearchParams): Promise<void> {
  await rm(uploadOf(uploads, query).path, { recursive: true, force: true });
  uploads.delete(query.get('uploadId') ?? '');
}

function uploadOf(uploads: Bucket['uploads'], query: URLSearchParams): SafeFolder {
  const upload = uploads.get(query.get('uploadId') ?? '');
  if (upload === undefined) throw new AwsError(404, 'NoSuchUpload', 'There is no such upload');
  return upload;
}

/** The content of a request, taken out of the SDK's own chunks where it sends them (`aws-chunked`, for a checksum at the end). */
function contentOf(request: IncomingMessage): AsyncIterable<Buffer> {
  const chunked = /^STREAMING-/.test(String(request.headers['x-amz-content-sha256'] ?? ''));
  return chunked ? unchunked(request) : request;
}

/** `SIZE[;chunk-signature=…]CRLF octets CRLF … 0 CRLF trailers`: the octets. */
async function* unchunked(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting = Buffer.alloc(0);
  let left = 0;
  for await (const arrived of source) {
    waiting = Buffer.concat([waiting, arrived]);
    for (;;) {
      if (left > 0) {
        const piece = waiting.subarray(0, left);
        if (piece.length > 0) yield piece;
        left -= piece.length;
        waiting = waiting.subarray(piece.length);
        if (left > 0) break;
      }
      // The CRLF that ends the chunk before stands in front of the next one's size.
      const header = /^(?:\r\n)?([0-9a-f]+)[^\r\n]*\r\n/i.exec(waiting.toString('latin1', 0, 256));
      if (header === null) break;
      left = Number.parseInt(header[1] ?? '0', 16);
      if (left === 0) return;
      waiting = waiting.subarray(header[0].length);
    }
  }
  throw new AwsError(400, 'IncompleteBody', 'The content ends before its last chunk');
}

function fileName(key: string): string {
  const name = encodeURIComponent(key.toWellFormed()).replace(/^\./, '%2E');
  if (name === '' || name.length > longestName)
    throw new AwsError(400, 'KeyTooLongError', `The key ${key.slice(0, 40)}… makes no file name`);
  return name;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AwsError(400, 'InvalidURI', 'The key cannot be decoded');
  }
}

const etag = (size: number, mtimeMs: number): string => `"${size.toString(16)}-${Math.round(mtimeMs).toString(16)}"`;

const objectHeaders = (size: number, mtimeMs: number): Record<string, string> => ({
  'content-length': String(size),
  'content-type': 'application/octet-stream',
  'last-modified': new Date(mtimeMs).toUTCString(),
  etag: etag(size, mtimeMs),
});

const xmlAnswer = (root: string, content: string): Answer =>
  xml(200, `<${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${content}</${root}>`);

const answerError = ({ status, code, message }: AwsError): Answer =>
  xml(status, `<Error><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`);
