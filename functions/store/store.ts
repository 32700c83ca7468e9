// The way to AWS: one table, one bucket, one sender, one queue, reached by the SDK's clients, and the settings that name them.
// Locally the SDK's own endpoint variables (AWS_ENDPOINT_URL_DYNAMODB …) point the same clients at the embedded parts.

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export interface StoreSettings {
  /** The mail domain, lower-case. */
  readonly domain: string;
  readonly tableName: string;
  readonly mailBucket: string;
  readonly dueQueueUrl: string;
  readonly configurationSet: string;
  /** Base of one-click links, without a slash at its end. */
  readonly linksUrl: string;
}

export interface Store extends StoreSettings {
  readonly db: DynamoDBDocumentClient;
  readonly s3: S3Client;
  readonly ses: SESClient;
  readonly sqs: SQSClient;
}

/** An answer that has not come by then does not come: the work is tried again, or, for a letter, its Send event tells. */
const timeouts = { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true };

/** Clients are made once for each process; nothing is connected before the first call. */
export function openStore(settings: StoreSettings): Store {
  const requestHandler = timeouts;
  return {
    ...settings,
    db: DynamoDBDocumentClient.from(new DynamoDBClient({ requestHandler }), {
      marshallOptions: { removeUndefinedValues: true },
    }),
    s3: new S3Client({
      requestHandler,
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    }),
    // SES has no idempotency token: a retry by the SDK could send a letter twice (MAIL-RULES G3).
    ses: new SESClient({ requestHandler, maxAttempts: 1 }),
    sqs: new SQSClient({ requestHandler }),
  };
}
