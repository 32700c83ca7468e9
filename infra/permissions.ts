// What the functions may do in AWS. A permission stands here because a call in `functions/store/` needs it, and a function has it because
// the call can be reached from its handler; test/infra/permissions.test.ts holds the three together.

import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { ConfigurationSet, EmailIdentity } from 'aws-cdk-lib/aws-ses';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

export interface Resources {
  readonly table: TableV2;
  readonly mails: Bucket;
  readonly dueQueue: Queue;
  readonly identity: EmailIdentity;
  readonly letters: ConfigurationSet;
  /** Verified recipients: while the account is in the sandbox SES wants a permission on them as well. */
  readonly sandbox: readonly EmailIdentity[];
}

export type Permission = keyof typeof statements;

/** Raw mails, put there by SES. */
export const inboundPrefix = 'inbound/';
/** Letters too large for an item of the table. */
export const outboxPrefix = 'outbox/';

const statements = {
  'read the table': ({ table }: Resources) => [
    allow(['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'], [table.tableArn]),
  ],
  'write the table': ({ table }: Resources) => [
    allow(['dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], [table.tableArn]),
  ],
  'fill books': ({ table }: Resources) => [allow(['dynamodb:BatchWriteItem'], [table.tableArn])],
  'find what is due': ({ table }: Resources) => [allow(['dynamodb:Query'], [`${table.tableArn}/index/due`])],
  'read mails': ({ mails }: Resources) => [
    allow(['s3:GetObject'], objects(mails)),
    // Without it S3 answers "forbidden" for a mail that has expired, and nobody could tell the two apart.
    allow(['s3:ListBucket'], [mails.bucketArn]),
  ],
  'keep large letters': ({ mails }: Resources) => [allow(['s3:PutObject'], [mails.arnForObjects(`${outboxPrefix}*`)])],
  'delete mails': ({ mails }: Resources) => [allow(['s3:DeleteObject'], objects(mails))],
  'send letters': ({ identity, letters, sandbox }: Resources) => [
    allow(
      ['ses:SendRawEmail'],
      [
        identity.emailIdentityArn,
        // A letter names the identity it comes from and the configuration set that reports on it: SES wants both allowed.
        identity.stack.formatArn({
          service: 'ses',
          resource: 'configuration-set',
          resourceName: letters.configurationSetName,
        }),
        ...sandbox.map((recipient) => recipient.emailIdentityArn),
      ],
    ),
  ],
  'bring about work': ({ dueQueue }: Resources) => [allow(['sqs:SendMessage'], [dueQueue.queueArn])],
} satisfies Record<string, (resources: Resources) => PolicyStatement[]>;

export const policyOf = (resources: Resources, permissions: readonly Permission[]): PolicyStatement[] =>
  permissions.flatMap((permission) => statements[permission](resources));

const objects = (mails: Bucket): string[] =>
  [inboundPrefix, outboxPrefix].map((prefix) => mails.arnForObjects(`${prefix}*`));

const allow = (actions: string[], resources: string[]): PolicyStatement => new PolicyStatement({ actions, resources });
