// A Lambda function URL: HTTP in, an event of payload format 2.0 to the function, its answer back.

import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Answer } from './aws-endpoint.ts';
import { type Handler, invoke } from './functions.ts';
import { account } from './notifications.ts';

export interface Clicked {
  readonly handler: Handler;
  readonly name: string;
  readonly now: () => Date;
}

const timeoutMs = 15_000;

export async function callFunctionUrl(
  { handler, name, now }: Clicked,
  request: IncomingMessage,
  body: Buffer,
): Promise<Answer> {
  const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://function');
  const headers = Object.fromEntries(Object.entries(request.headers).map(([field, value]) => [field, String(value)]));
  const domainName = headers.host ?? '';
  const at = now();
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    headers,
    ...(search !== '' && { queryStringParameters: Object.fromEntries(searchParams) }),
    requestContext: {
      accountId: account,
      apiId: 'local',
      domainName,
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path: pathname,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: at.toUTCString(),
      timeEpoch: at.getTime(),
    },
    ...(body.length > 0 && { body: body.toString('base64') }),
    isBase64Encoded: body.length > 0,
  };
  return answerOf(await invoke(handler, name, event, timeoutMs));
}

/** A function may answer with a status and headers, or with anything else, which is then the JSON body. */
function answerOf(answered: unknown): Answer {
  if (typeof answered !== 'object' || answered === null || !('statusCode' in answered))
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(answered) ?? '' };
  const { statusCode, headers, body, isBase64Encoded } = answered as {
    statusCode: number;
    headers?: Record<string, string>;
    body?: string;
    isBase64Encoded?: boolean;
  };
  const content = Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8');
  return { status: statusCode, ...(headers && { headers }), body: content };
}
