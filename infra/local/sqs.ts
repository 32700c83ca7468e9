// The one thing that the functions ask of SQS: sending messages, one or up to ten (AWS JSON 1.0), and what the commands ask: moving dead letters back.
// Receiving is the queue's own business here, as it is Lambda's event source's in AWS.

import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Answer, AwsError, bodyOf, type Faults, type Listening, listen } from './aws-endpoint.ts';
import { deadLettersArn } from './environment.ts';
import type { Queue } from './queue.ts';

const largestMessage = 1024 * 1024;
const mostEntries = 10;
const longestDelaySeconds = 900;

interface Entry {
  readonly Id?: string;
  readonly MessageBody?: string;
  readonly DelaySeconds?: number;
}

interface Sent {
  readonly MessageId: string;
  readonly MD5OfMessageBody: string;
}

/** A queue's URL is this endpoint's, `/000000000000/`, and its name. */
export const queueUrl = (endpoint: Listening, name: string): string => `${endpoint.url}/000000000000/${name}`;

export async function startSqs(queues: readonly Queue[], faults: Faults): Promise<Listening> {
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const operation = String(request.headers['x-amz-target'] ?? '').replace(/^AmazonSQS\./, '');
    const input = JSON.parse((await bodyOf(request, 2 * largestMessage)).toString() || '{}') as Record<string, unknown>;
    return faults.around(`sqs:${operation}`, async () => json(200, await perform(queues, operation, input)));
  };
  return listen(0, answer, ({ status, code, message }) =>
    json(status, { __type: `com.amazonaws.sqs#${code}`, message }),
  );
}

async function perform(queues: readonly Queue[], operation: string, input: Record<string, unknown>): Promise<object> {
  if (operation === 'StartMessageMoveTask') return redrive(queues, input);
  const queue = queues.find(({ name }) => String(input.QueueUrl).endsWith(`/${name}`));
  if (queue === undefined) throw new AwsError(400, 'QueueDoesNotExist', 'The specified queue does not exist.');
  switch (operation) {
    case 'SendMessage':
      return send(queue, input as Entry);
    case 'SendMessageBatch':
      return sendBatch(queue, (input.Entries ?? []) as Entry[]);
    default:
      throw new AwsError(400, 'UnknownOperationException', operation);
  }
}

/** Moves the dead letters of a queue back to it, and nowhere else. */
async function redrive(
  queues: readonly Queue[],
  { SourceArn, DestinationArn }: { SourceArn?: unknown; DestinationArn?: unknown },
): Promise<object> {
  const queue = queues.find(({ name }) => SourceArn === deadLettersArn(name));
  if (queue === undefined) throw new AwsError(400, 'ResourceNotFoundException', `There is no queue ${SourceArn}.`);
  if (DestinationArn !== undefined && !String(DestinationArn).endsWith(`:${queue.name}`))
    throw new AwsError(
      400,
      'InvalidParameterValue',
      `Dead letters of ${queue.name} go back to it, not to ${DestinationArn}.`,
    );
  await queue.redrive();
  return { TaskHandle: randomUUID() };
}

async function sendBatch(queue: Queue, entries: readonly Entry[]): Promise<object> {
  if (entries.length === 0) throw new AwsError(400, 'EmptyBatchRequest', 'There should be at least one entry.');
  if (entries.length > mostEntries)
    throw new AwsError(
      400,
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${mostEntries}.`,
    );
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length)
    throw new AwsError(400, 'BatchEntryIdsNotDistinct', 'Two entries have the same Id.');
  const size = entries.reduce((sum, { MessageBody = '' }) => sum + Buffer.byteLength(MessageBody), 0);
  if (size > largestMessage) throw new AwsError(400, 'BatchRequestTooLong', `${size} octets in one batch`);
  const sent = await Promise.all(entries.map(async (entry) => ({ Id: entry.Id, ...(await send(queue, entry)) })));
  return { Successful: sent, Failed: [] };
}

async function send(queue: Queue, { MessageBody = '', DelaySeconds = 0 }: Entry): Promise<Sent> {
  if (MessageBody === '')
    throw new AwsError(400, 'MissingParameter', 'The request must contain the parameter MessageBody.');
  if (Buffer.byteLength(MessageBody) > largestMessage || DelaySeconds > longestDelaySeconds)
    throw new AwsError(400, 'InvalidParameterValue', 'The message is too long or its delay is.');
  const id = await queue.send(MessageBody, DelaySeconds * 1000);
  return { MessageId: id, MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex') };
}

const json = (status: number, body: object): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() },
  body: JSON.stringify(body),
});
