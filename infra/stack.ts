// The whole service in one stack, in the order in which a mail goes through it: what it remembers, what it sends from, what arrives,
// what becomes of letters, what time brings about, what people click. Facts about AWS stand beside what they decide.

import { CfnOutput, Duration, Fn, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  type Code,
  EventInvokeConfig,
  FunctionUrlAuthType,
  type IFunction,
  type Function as LambdaFunction,
} from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import {
  ConfigurationSet,
  ConfigurationSetEventDestination,
  DkimIdentity,
  EasyDkimSigningKeyLength,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  type IReceiptRuleSet,
  MailFromBehaviorOnMxFailure,
  ReceiptRule,
  ReceiptRuleSet,
  TlsPolicy,
} from 'aws-cdk-lib/aws-ses';
import { S3, Stop } from 'aws-cdk-lib/aws-ses-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { alarms } from './alarms.ts';
import { dnsRecords, mailFromDomain } from './dns.ts';
import { lambdaFunction, type Trigger } from './function.ts';
import { type OperationVariable, outputName } from './outputs.ts';
import { inboundPrefix, outboxPrefix, type Permission, policyOf, type Resources } from './permissions.ts';
import type { Settings } from './settings.ts';

export interface StepbackProps extends StackProps, Omit<Settings, 'region'> {
  /** Where the bundle of a trigger is. Synthesising needs none: `Code.fromInline` will do. */
  readonly code: (trigger: Trigger) => Code;
}

/** A queue with its function's time to work and the place where messages go that could not be worked on. */
interface WorkQueue {
  readonly queue: Queue;
  readonly dead: Queue;
}

export class StepbackStack extends Stack {
  constructor(scope: Construct, id: string, props: StepbackProps) {
    super(scope, id, {
      description: `Stepback: introductions by mail at ${props.domain}`,
      ...props,
    });
    const table = this.table();
    const mails = this.mailBucket();
    const letters = this.configurationSet();
    const identity = this.identity(props.domain, letters);
    const due = this.workQueue('Due', workTimeout);
    const resources: Resources = {
      table,
      mails,
      letters,
      identity,
      dueQueue: due.queue,
      sandbox: props.sandbox.map(
        (address, n) => new EmailIdentity(this, `Recipient${n + 1}`, { identity: Identity.email(address) }),
      ),
    };
    const environment = {
      DOMAIN: props.domain,
      TABLE_NAME: table.tableName,
      MAIL_BUCKET: mails.bucketName,
      DUE_QUEUE_URL: due.queue.queueUrl,
      CONFIGURATION_SET: letters.configurationSetName,
    };

    const links = lambdaFunction(this, 'Links', {
      handler: 'links.handler',
      description: 'Somebody clicked: one-click unsubscribe',
      code: props.code('links'),
      environment,
      may: policyOf(resources, work),
      timeout: Duration.seconds(15),
      memoryMegabytes: 512,
    });
    // A link in a letter is opened by whoever has it, and mail programs post to it by themselves (RFC 8058).
    const linksUrl = links.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
    const withLinks = { ...environment, LINKS_URL: withoutSlash(linksUrl.url) };

    const inbound = lambdaFunction(this, 'Inbound', {
      handler: 'inbound.handler',
      description: 'A mail arrived',
      code: props.code('inbound'),
      environment: withLinks,
      may: policyOf(resources, work),
      timeout: workTimeout,
      memoryMegabytes: 512,
    });
    const arriving = this.workQueue('Inbound', workTimeout);
    this.receive(props, mails, this.topicTo('InboundMail', arriving));
    // One mail at a time: a slow one keeps no other waiting, and a crash repeats no other.
    inbound.addEventSource(
      new SqsEventSource(arriving.queue, { batchSize: 1, maxConcurrency: 5, reportBatchItemFailures: true }),
    );

    const outcomes = lambdaFunction(this, 'Outcomes', {
      handler: 'outcomes.handler',
      description: 'SES tells what became of a letter',
      code: props.code('outcomes'),
      environment: withLinks,
      may: policyOf(resources, work),
      timeout: workTimeout,
      memoryMegabytes: 512,
    });
    const fates = this.workQueue('Outcomes', workTimeout);
    this.reportOutcomes(letters, this.topicTo('LetterOutcomes', fates));
    outcomes.addEventSource(
      new SqsEventSource(fates.queue, { batchSize: 10, maxConcurrency: 2, reportBatchItemFailures: true }),
    );

    const tick = lambdaFunction(this, 'Tick', {
      handler: 'clock.tick',
      description: 'Every minute: finds what is due',
      code: props.code('clock'),
      environment: withLinks,
      may: policyOf(resources, ['find what is due', 'bring about work']),
      timeout: Duration.seconds(50),
      memoryMegabytes: 256,
    });
    this.everyMinute(tick);

    const dueWork = lambdaFunction(this, 'DueWork', {
      handler: 'clock.due',
      description: 'Does what is due',
      code: props.code('clock'),
      environment: withLinks,
      may: policyOf(resources, [...work, 'fill books', 'delete mails']),
      timeout: workTimeout,
      memoryMegabytes: 512,
    });
    dueWork.addEventSource(
      new SqsEventSource(due.queue, { batchSize: 1, maxConcurrency: 5, reportBatchItemFailures: true }),
    );

    dnsRecords(this, props.domain, identity, props.hostedZone);
    alarms(this, {
      domain: props.domain,
      address: props.alarms,
      letters,
      tick,
      watched: [
        {
          name: 'Inbound',
          function: inbound,
          queue: arriving,
          dead: 'Somebody wrote to the service and nothing happens: their mail could not be worked on after ten tries.',
          late: 'A mail has been waiting for 15 minutes: whoever wrote it believes that the introduction is on its way.',
          failing:
            'Working on mail fails. It is tried again, so introductions are late; what fails ten times is kept as a dead letter.',
        },
        {
          name: 'Outcomes',
          function: outcomes,
          queue: fates,
          dead: 'What became of a letter could not be noted: it may have bounced, and the mentor waits for a reply that cannot come.',
          late: 'What became of the letters has not been noted for 15 minutes: bounces go unreported, and letters may be taken for lost.',
          failing:
            'Noting what became of letters fails. It is tried again; until then nobody learns that an address does not exist.',
        },
        {
          name: 'DueWork',
          function: dueWork,
          queue: due,
          dead: 'Something promised for a day did not happen after ten tries: a scheduled introduction, a reminder or a summary.',
          late: 'What is due has been waiting for 15 minutes: scheduled introductions, reminders and summaries are late.',
          failing:
            'Doing what is due fails. It is tried again, so scheduled introductions, reminders and summaries are late.',
        },
        {
          name: 'Tick',
          function: tick,
          failing:
            'The clock fails to find what is due. The next minute tries again; if it goes on, scheduled introductions, reminders and summaries are late.',
        },
        {
          name: 'Links',
          function: links,
          failing: 'Somebody clicked "unsubscribe" and it failed: they may get a letter that they asked not to get.',
        },
      ],
    });
    this.acknowledge(mails);
    const operations: Record<OperationVariable, string> = {
      INBOUND_QUEUE_URL: arriving.queue.queueUrl,
      INBOUND_QUEUE_ARN: arriving.queue.queueArn,
      INBOUND_DEAD_LETTERS_ARN: arriving.dead.queueArn,
      OUTCOMES_QUEUE_ARN: fates.queue.queueArn,
      OUTCOMES_DEAD_LETTERS_ARN: fates.dead.queueArn,
      DUE_QUEUE_ARN: due.queue.queueArn,
      DUE_DEAD_LETTERS_ARN: due.dead.queueArn,
      RULE_SET_NAME: props.ruleSet ?? ruleSetName(props.domain),
    };
    for (const [name, value] of Object.entries({ ...withLinks, ...operations }))
      new CfnOutput(this, outputName(name), { value });
  }

  private table(): TableV2 {
    return new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      globalSecondaryIndexes: [
        {
          indexName: 'due',
          partitionKey: { name: 'dueShard', type: AttributeType.STRING },
          sortKey: { name: 'dueAt', type: AttributeType.STRING },
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
      timeToLiveAttribute: 'expiresAt',
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private mailBucket(): Bucket {
    return new Bucket(this, 'Mails', {
      // SES cannot be asked to encrypt for us to read; the bucket does it.
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [
        { prefix: inboundPrefix, expiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // As long as the letters' items, whose words they hold where these are too large for an item.
        { prefix: outboxPrefix, expiration: Duration.days(60) },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private configurationSet(): ConfigurationSet {
    return new ConfigurationSet(this, 'Letters', {
      reputationMetrics: true,
      // SES's own list would swallow the letters to somebody who has written `start`; who gets nothing is remembered in the table.
      disableSuppressionList: true,
    });
  }

  private identity(domain: string, letters: ConfigurationSet): EmailIdentity {
    return new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(domain),
      configurationSet: letters,
      dkimIdentity: DkimIdentity.easyDkim(EasyDkimSigningKeyLength.RSA_2048_BIT),
      mailFromDomain: mailFromDomain(domain),
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
      // The events of the configuration set tell of bounces; mailed as well they would come in as mail to the service.
      feedbackForwarding: false,
    });
  }

  /** Visibility is six times the function's timeout: a message comes back only when its function is certainly dead. */
  private workQueue(name: string, timeout: Duration): WorkQueue {
    const dead = new Queue(this, `${name}DeadLetters`, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const queue = new Queue(this, `${name}Queue`, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      visibilityTimeout: Duration.seconds(6 * timeout.toSeconds()),
      deadLetterQueue: { queue: dead, maxReceiveCount: 10 },
    });
    return { queue, dead };
  }

  /** A topic that SES publishes to. The subscription has a dead-letter queue: without one SNS drops what it cannot deliver. */
  private topicTo(name: string, { queue, dead }: WorkQueue): Topic {
    const topic = new Topic(this, name, { enforceSSL: true });
    topic.addSubscription(new SqsSubscription(queue, { deadLetterQueue: dead }));
    return topic;
  }

  private receive({ domain, ruleSet }: StepbackProps, mails: Bucket, topic: Topic): void {
    const set: IReceiptRuleSet =
      ruleSet === null
        ? new ReceiptRuleSet(this, 'RuleSet', { receiptRuleSetName: ruleSetName(domain) })
        : ReceiptRuleSet.fromReceiptRuleSetName(this, 'RuleSet', ruleSet);
    topic.grantPublish(
      new ServicePrincipal('ses.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    const rule = new ReceiptRule(this, 'Rule', {
      ruleSet: set,
      // A rule without recipients takes everybody's mail.
      recipients: [domain],
      enabled: true,
      scanEnabled: true,
      tlsPolicy: TlsPolicy.REQUIRE,
      actions: [new S3({ bucket: mails as IBucket, objectKeyPrefix: inboundPrefix, topic }), new Stop()],
    });
    // SES tries the topic when the rule is made.
    rule.node.addDependency(topic);
  }

  private reportOutcomes(letters: ConfigurationSet, topic: Topic): void {
    new ConfigurationSetEventDestination(this, 'Outcomes events', {
      configurationSet: letters,
      destination: EventDestination.snsTopic(topic),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.DELIVERY_DELAY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    });
  }

  /** What cdk-nag would have otherwise, and why it stays. */
  private acknowledge(mails: Bucket): void {
    Validations.of(mails).acknowledge({
      id: 'AwsSolutions::AwsSolutions-S1',
      reason:
        'Access logs would need a second bucket that keeps, longer than the mails themselves, the name of every mail and when it was read. Nobody but SES and these functions can reach the bucket.',
    });
    const bucket = this.getLogicalId(mails.node.defaultChild as CfnBucket);
    for (const prefix of [inboundPrefix, outboxPrefix]) {
      Validations.of(this).acknowledge({
        id: `AwsSolutions::AwsSolutions-IAM5[Resource::<${bucket}.Arn>/${prefix}*]`,
        reason: 'SES and the store name the objects as they come: the narrowest resource that exists is the prefix.',
      });
    }
  }

  private everyMinute(tick: LambdaFunction): void {
    const scheduler = new Role(this, 'SchedulerRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
      description: 'What the clock may do: call the function that finds what is due',
    });
    // The target of CDK's own would also be allowed to call every version of the function.
    scheduler.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [tick.functionArn] }));
    new CfnSchedule(this, 'EveryMinute', {
      description: 'Time passes',
      scheduleExpression: 'rate(1 minute)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: tick.functionArn,
        roleArn: scheduler.roleArn,
        input: JSON.stringify({ time: '<aws.scheduler.scheduled-time>' }),
        // The next minute finds whatever this one did not: a tick that comes late is of no use to anybody.
        retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
      },
    });
    new EventInvokeConfig(this, 'TickOnce', {
      function: tick as IFunction,
      retryAttempts: 0,
      maxEventAge: Duration.minutes(1),
    });
  }
}

/** Looking up, committing and posting, whatever the work came from. */
const work: readonly Permission[] = [
  'read the table',
  'write the table',
  'read mails',
  'keep large letters',
  'send letters',
  'bring about work',
];

const workTimeout = Duration.seconds(60);

/** The name of a rule set of our own: by it the commands know what is ours. */
export const ruleSetName = (domain: string): string => `stepback-${domain.replaceAll('.', '-')}`.slice(0, 64);

/** Function URLs end in a slash; paths are put behind one of ours. */
const withoutSlash = (url: string): string => `https://${Fn.select(2, Fn.split('/', url))}`;
