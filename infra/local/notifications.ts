// What SES tells and how it comes: the notification of a received mail, the events of a letter, SNS's envelope around both, and the batch in which a
// Lambda function gets them from SQS. Fields as in the "Amazon SES Developer Guide" (receipt notifications; event data that SES publishes to SNS).

import { createHash, randomUUID } from 'node:crypto';
import type { SQSEvent } from 'aws-lambda';
import type { Message } from './queue.ts';

export const region = 'us-east-1';
export const account = '000000000000';

export type Proof = 'pass' | 'fail' | 'none';
export type Verdict = 'PASS' | 'FAIL' | 'GRAY';

export interface Verdicts {
  readonly spam: Verdict;
  readonly virus: Verdict;
  readonly spf: Verdict;
  readonly dkim: Verdict;
  readonly dmarc: Verdict;
  /** Told only where DMARC fails. */
  readonly dmarcPolicy?: 'REJECT' | 'QUARANTINE' | 'NONE';
}

/** GRAY is what SES says where it found nothing to check against. */
export const verdictsOf: Readonly<Record<Proof, Verdicts>> = {
  pass: { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' },
  fail: { spam: 'PASS', virus: 'PASS', spf: 'FAIL', dkim: 'FAIL', dmarc: 'FAIL', dmarcPolicy: 'REJECT' },
  none: { spam: 'PASS', virus: 'PASS', spf: 'GRAY', dkim: 'GRAY', dmarc: 'GRAY' },
};

export interface ReceivedMail {
  readonly sesMessageId: string;
  /** ISO instant. */
  readonly at: string;
  /** '' for the null sender. */
  readonly mailFrom: string;
  readonly rcptTo: readonly string[];
  readonly verdicts: Verdicts;
  readonly headersTruncated: boolean;
  readonly bucket: string;
  readonly key: string;
}

/** What the topic of the receipt rule's S3 action gets. */
export function receivedNotification(mail: ReceivedMail): string {
  const status = (verdict: Verdict): { status: Verdict } => ({ status: verdict });
  const { spam, virus, spf, dkim, dmarc, dmarcPolicy } = mail.verdicts;
  const topicArn = topicArnOf('inbound');
  return snsEnvelope(topicArn, 'Amazon SES Email Receipt Notification', mail.at, {
    notificationType: 'Received',
    mail: {
      timestamp: mail.at,
      source: mail.mailFrom,
      messageId: mail.sesMessageId,
      destination: mail.rcptTo,
      headersTruncated: mail.headersTruncated,
    },
    receipt: {
      timestamp: mail.at,
      processingTimeMillis: 1,
      recipients: mail.rcptTo,
      spamVerdict: status(spam),
      virusVerdict: status(virus),
      spfVerdict: status(spf),
      dkimVerdict: status(dkim),
      dmarcVerdict: status(dmarc),
      ...(dmarcPolicy && { dmarcPolicy }),
      action: { type: 'S3', topicArn, bucketName: mail.bucket, objectKeyPrefix: 'inbound/', objectKey: mail.key },
    },
  });
}

export interface SentLetter {
  readonly sesMessageId: string;
  readonly at: string;
  readonly source: string;
  readonly recipients: readonly string[];
  readonly configurationSet: string;
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** What became of a letter; the field that bears the event's name holds what is peculiar to it. */
export type LetterEvent =
  | { readonly kind: 'Send' }
  | { readonly kind: 'Delivery' }
  | { readonly kind: 'Reject'; readonly reason: string }
  | { readonly kind: 'DeliveryDelay'; readonly address: string }
  | {
      readonly kind: 'Bounce';
      readonly address: string;
      readonly type: 'Permanent' | 'Transient';
      readonly diagnostic: string;
    }
  | { readonly kind: 'Complaint'; readonly address: string };

/** What the topic of the configuration set's event destination gets. */
export function letterNotification(letter: SentLetter, event: LetterEvent, at: string): string {
  return snsEnvelope(topicArnOf('outcomes'), 'Amazon SES Email Event Notification', at, {
    eventType: event.kind,
    mail: {
      timestamp: letter.at,
      source: letter.source,
      sourceArn: `arn:aws:ses:${region}:${account}:identity/${letter.source.split('@')[1]}`,
      sendingAccountId: account,
      messageId: letter.sesMessageId,
      destination: letter.recipients,
      headersTruncated: false,
      tags: { 'ses:configuration-set': [letter.configurationSet], ...letter.tags },
    },
    ...detailsOf(letter, event, at),
  });
}

function detailsOf(letter: SentLetter, event: LetterEvent, timestamp: string): Record<string, object> {
  switch (event.kind) {
    case 'Send':
      return { send: {} };
    case 'Delivery':
      return {
        delivery: { timestamp, processingTimeMillis: 1, recipients: letter.recipients, smtpResponse: '250 2.0.0 OK' },
      };
    case 'Reject':
      return { reject: { reason: event.reason } };
    case 'DeliveryDelay':
      return {
        deliveryDelay: {
          timestamp,
          delayType: 'TransientCommunicationFailure',
          delayedRecipients: [
            { emailAddress: event.address, status: '4.4.1', diagnosticCode: 'smtp; 421 4.4.1 Unable to connect' },
          ],
        },
      };
    case 'Bounce':
      return { bounce: bounceOf(event, timestamp) };
    case 'Complaint':
      return {
        complaint: {
          timestamp,
          feedbackId: randomUUID(),
          complaintFeedbackType: 'abuse',
          complainedRecipients: [{ emailAddress: event.address }],
        },
      };
  }
}

function bounceOf(event: Extract<LetterEvent, { kind: 'Bounce' }>, timestamp: string): object {
  const recipient = {
    emailAddress: event.address,
    action: 'failed',
    status: event.type === 'Permanent' ? '5.1.1' : '4.2.2',
    diagnosticCode: event.diagnostic,
  };
  return {
    timestamp,
    feedbackId: randomUUID(),
    bounceType: event.type,
    bounceSubType: 'General',
    bouncedRecipients: [recipient],
    reportingMTA: 'dns; a8-50.smtp-out.amazonses.com',
  };
}

const topicArnOf = (name: string): string => `arn:aws:sns:${region}:${account}:${name}`;

const snsEnvelope = (topicArn: string, subject: string, at: string, message: object): string =>
  JSON.stringify({
    Type: 'Notification',
    MessageId: randomUUID(),
    TopicArn: topicArn,
    Subject: subject,
    Message: JSON.stringify(message),
    Timestamp: at,
    SignatureVersion: '1',
    Signature: '',
    SigningCertURL: '',
    UnsubscribeURL: '',
  });

/** As Lambda's event source for SQS hands messages to a function. */
export function sqsEvent(queueName: string, messages: readonly Message[]): SQSEvent {
  return {
    Records: messages.map(({ id, body, receiveCount, sentAt }) => ({
      messageId: id,
      receiptHandle: `${id}/${receiveCount}`,
      body,
      attributes: {
        ApproximateReceiveCount: String(receiveCount),
        SentTimestamp: String(sentAt.getTime()),
        SenderId: account,
        ApproximateFirstReceiveTimestamp: String(sentAt.getTime()),
      },
      messageAttributes: {},
      md5OfBody: createHash('md5').update(body).digest('hex'),
      eventSource: 'aws:sqs',
      eventSourceARN: `arn:aws:sqs:${region}:${account}:${queueName}`,
      awsRegion: region,
    })),
  };
}
