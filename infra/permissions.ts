// What the functions may do in AWS, as sentences about the resources, and which function may do what.
// A permission stands here because a call in `functions/store/` needs it; test/infra/permissions.test.ts holds the two together.

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
  /** Verified recipients: while the account is in the sandbox SES asks for a permission on them as well. */
  readonly sandbox: readonly EmailIdentity[];
}

export const inboundPrefix = 'inbound/';

/** Everything that working on a mail, a due entry, an outcome or a click may need: look up, commit, post. */
export const workPermissions = (resources: Resources): PolicyStatement[] => [
  remember(resources),
  readMails(resources),
  tellMissingMails(resources),
  send(resources),
];

export const remember = ({ table }: Resources): PolicyStatement =>
  new PolicyStatement({
    actions: [
      'dynamodb:BatchGetItem',
      'dynamodb:BatchWriteItem',
      'dynamodb:ConditionCheckItem',
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
    ],
    resources: [table.tableArn],
  });

export const findDue = ({ table }: Resources): PolicyStatement =>
  new PolicyStatement({ actions: ['dynamodb:Query'], resources: [`${table.tableArn}/index/due`] });

export const readMails = ({ mails }: Resources): PolicyStatement =>
  new PolicyStatement({
    actions: ['s3:GetObject', 's3:DeleteObject'],
    resources: [mails.arnForObjects(`${inboundPrefix}*`)],
  });

/** Without it S3 answers "forbidden" for a mail that has expired, and nobody could tell the two apart. */
export const tellMissingMails = ({ mails }: Resources): PolicyStatement =>
  new PolicyStatement({ actions: ['s3:ListBucket'], resources: [mails.bucketArn] });

/** A letter names the identity that it comes from and the configuration set that reports on it: SES wants both allowed. */
export const send = ({ identity, letters, sandbox }: Resources): PolicyStatement =>
  new PolicyStatement({
    actions: ['ses:SendRawEmail'],
    resources: [
      identity.emailIdentityArn,
      identity.stack.formatArn({
        service: 'ses',
        resource: 'configuration-set',
        resourceName: letters.configurationSetName,
      }),
      ...sandbox.map((recipient) => recipient.emailIdentityArn),
    ],
  });

export const bringAbout = ({ dueQueue }: Resources): PolicyStatement =>
  new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [dueQueue.queueArn] });
