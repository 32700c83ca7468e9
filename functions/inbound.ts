// A mail arrived: an SQS batch of SNS notifications from the receipt rule, each naming a raw mail in the bucket. What fails comes
// again by itself, record by record, and what was already done then is known by its marks.

import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { store } from './config.ts';
import { readMail } from './mail/read.ts';
import { arrivalIn } from './store/notifications.ts';
import { original } from './store/originals.ts';
import { publish } from './telemetry.ts';
import { noteWorked, reasonToDrop, routesOf, workOn } from './work-on-mail.ts';

const processor = new BatchProcessor(EventType.SQS);

export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  try {
    return await processPartialResponse(event, receive, processor, { context, throwOnFullBatchFailure: false });
  } finally {
    publish();
  }
}

async function receive({ body, messageId }: SQSRecord): Promise<void> {
  const arrival = arrivalIn(body);
  if (arrival === null) return;
  const mail = await readMail(await original(store(), arrival.mailKey));
  const why = reasonToDrop(arrival, mail, store().domain);
  if (why !== null) return noteWorked(arrival, why);
  for (const route of routesOf(arrival, store().domain))
    await workOn(store(), arrival, mail, route, { delivery: messageId });
}
