// What the four local AWS endpoints have in common: an HTTP server on the loopback interface, AWS's errors, and faults that tests plan
// ("the next SendRawEmail is throttled", "its answer is lost"), so that the local parts need not be kinder than AWS.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export const loopback = '127.0.0.1';

/** An error as AWS answers it; each endpoint writes it in its own protocol. */
export class AwsError extends Error {
  readonly status: number;
  readonly code: string;
  /** Further fields of the answer, as `CancellationReasons`. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = code;
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** The connection breaks instead of an answer. */
class NoAnswer extends Error {}

/**
 * `refuse`: answered with this error, nothing done. `lose request`: the connection breaks before anything is done.
 * `lose answer`: done, then the connection breaks. `silence`: done, and no answer ever comes (the client times out).
 */
export type Fault =
  | { readonly kind: 'refuse'; readonly error: AwsError }
  | { readonly kind: 'lose request' }
  | { readonly kind: 'lose answer' }
  | { readonly kind: 'silence' };

/** Faults planned for operations (`ses:SendRawEmail`, `dynamodb:TransactWriteItems`, …), each used once, in order. */
export class Faults {
  readonly #planned = new Map<string, Fault[]>();
  #left = Number.POSITIVE_INFINITY;

  plan(operation: string, ...faults: readonly Fault[]): void {
    this.#planned.set(operation, [...(this.#planned.get(operation) ?? []), ...faults]);
  }

  /** As if the caller died: that many further calls are done, the answer of the last is lost, and no call after it arrives until `clear`. */
  breakAfter(calls: number): void {
    this.#left = calls;
  }

  /** Whether the caller is dead by now. */
  get broken(): boolean {
    return this.#left === 0;
  }

  clear(): void {
    this.#planned.clear();
    this.#left = Number.POSITIVE_INFINITY;
  }

  async around<T>(operation: string, work: () => Promise<T>): Promise<T> {
    if (this.broken) throw new NoAnswer();
    this.#left -= 1;
    if (this.broken) {
      await work();
      throw new NoAnswer();
    }
    const fault = this.#planned.get(operation)?.shift();
    switch (fault?.kind) {
      case undefined:
        return work();
      case 'refuse':
        throw fault.error;
      case 'lose request':
        throw new NoAnswer();
      case 'lose answer':
        await work();
        throw new NoAnswer();
      case 'silence':
        await work();
        return new Promise<T>(() => {});
    }
  }
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | Readable;
}

export interface Listening {
  readonly port: number;
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves on 127.0.0.1 (port 0: any free one). A client that goes away in the middle harms nobody; whatever `answer` throws that is no `AwsError` is
 * written to stderr and answered as 500.
 * @param answerError an error in the words of the endpoint's protocol.
 */
export async function listen(
  port: number,
  answer: (request: IncomingMessage) => Promise<Answer>,
  answerError: (error: AwsError) => Answer,
): Promise<Listening> {
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      await send(response, await answer(request));
    } catch (error) {
      if (error instanceof NoAnswer || response.destroyed) return void request.socket.destroy();
      if (!(error instanceof AwsError)) console.error(error);
      const known = error instanceof AwsError ? error : new AwsError(500, 'InternalFailure', String(error));
      if (response.headersSent) return void request.socket.destroy();
      await send(response, answerError(known));
    }
  };
  const server = createServer((request, response) => {
    request.on('error', () => {});
    response.on('error', () => {});
    respond(request, response).catch(() => request.socket.destroy());
  });
  // Node closes idle sockets after 5 s, just when the SDK takes one from its pool; AWS keeps them longer.
  server.keepAliveTimeout = 120_000;
  await started(server, port);
  const { port: bound } = server.address() as AddressInfo;
  return { port: bound, url: `http://${loopback}:${bound}`, close: () => closed(server) };
}

async function send(response: ServerResponse, { status, headers, body = '' }: Answer): Promise<void> {
  if (body instanceof Readable) {
    response.writeHead(status, headers);
    await pipeline(body, response);
  } else {
    response.writeHead(status, { 'content-length': String(Buffer.byteLength(body)), ...headers });
    response.end(body);
  }
}

/** Rejects with Node's error (`EADDRINUSE`, …) where the port cannot be had. */
export async function started(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

export async function closed(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** The whole body. Throws AwsError 413 above `limit` octets. */
export async function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new AwsError(413, 'RequestEntityTooLarge', `The request is larger than ${limit} octets`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
