// What the three triggers behind a queue share: each record by itself, what fails is reported by its id and comes again (MAIL-RULES G5);
// what is decided on facts that somebody else has changed meanwhile is decided anew.

import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { Overtaken } from './store/failures.ts';
import { publish } from './telemetry.ts';

export type BatchHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

const processor = new BatchProcessor(EventType.SQS);

/** A handler that gives each record's body to `work`, with the id that the message keeps however often it is delivered. */
export const eachOf =
  (work: (body: string, delivery: string) => Promise<void>): BatchHandler =>
  async (event, context) => {
    try {
      const one = ({ body, messageId }: SQSRecord): Promise<void> => work(body, messageId);
      return await processPartialResponse(event, one, processor, { context, throwOnFullBatchFailure: false });
    } finally {
      publish();
    }
  };

const mostAttempts = 5;

/** Looks up, decides and commits again while somebody else is quicker; after five times the queue brings it back later. `n` counts from 1. */
export async function untilNotOvertaken<T>(attempt: (n: number) => Promise<T>): Promise<T> {
  for (let n = 1; ; n++) {
    try {
      return await attempt(n);
    } catch (error) {
      if (!(error instanceof Overtaken) || n === mostAttempts) throw error;
    }
  }
}
