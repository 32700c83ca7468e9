// What is deployed, decision by decision, in the order in which a mail goes through it. The traps of AWS have a file of their own.

import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { asserted, at, deployed, domain, list, ofType, policiesByHandler, statementsOf } from './deployed.ts';

const stack = asserted();
const functions = ofType('AWS::Lambda::Function');
const queues = ofType('AWS::SQS::Queue');

describe('the table', () => {
  test('has one key, one sparse index of what is due, and forgets by itself', () => {
    stack.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'due',
          KeySchema: [
            { AttributeName: 'dueShard', KeyType: 'HASH' },
            { AttributeName: 'dueAt', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });

  test('is paid for by use, can be put back to any moment, and survives a deleted stack', () => {
    stack.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        Replicas: [
          Match.objectLike({
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          }),
        ],
      },
    });
  });
});

describe('the bucket of mails', () => {
  test('is encrypted and closed to everybody outside', () => {
    stack.hasResourceProperties('AWS::S3::Bucket', {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  });

  test('keeps a raw mail for 30 days and a large letter as long as its item', () => {
    stack.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: [
          Match.objectLike({ Prefix: 'inbound/', ExpirationInDays: 30, Status: 'Enabled' }),
          Match.objectLike({ Prefix: 'outbox/', ExpirationInDays: 60, Status: 'Enabled' }),
        ],
      },
    });
  });

  test('has no versions, so that what is forgotten is gone', () => {
    stack.hasResourceProperties('AWS::S3::Bucket', { VersioningConfiguration: Match.absent() });
  });
});

describe('receiving', () => {
  test('takes mail for the domain alone, over TLS alone, scanned, into the bucket, and stops there', () => {
    stack.hasResourceProperties('AWS::SES::ReceiptRule', {
      Rule: {
        Enabled: true,
        Recipients: [domain],
        ScanEnabled: true,
        TlsPolicy: 'Require',
        Actions: [
          {
            S3Action: Match.objectLike({
              ObjectKeyPrefix: 'inbound/',
              TopicArn: { Ref: Match.stringLikeRegexp('^InboundMail') },
            }),
          },
          { StopAction: Match.anyValue() },
        ],
      },
    });
  });

  test('adds its rule to a rule set that somebody else has, and makes none of its own', () => {
    const added = asserted({ ruleSet: 'company-rules' });
    added.hasResourceProperties('AWS::SES::ReceiptRule', { RuleSetName: 'company-rules' });
    added.resourceCountIs('AWS::SES::ReceiptRuleSet', 0);
  });

  test('waits for the policies of bucket and topic, which SES tries when the rule is made', () => {
    const [, rule] = ofType('AWS::SES::ReceiptRule')[0] ?? [];
    const needed = list(rule?.DependsOn);
    for (const type of ['AWS::S3::BucketPolicy', 'AWS::SNS::TopicPolicy']) {
      expect(needed.some((id) => deployed.Resources[id]?.Type === type)).toBe(true);
    }
  });
});

describe('sending', () => {
  test('signs with DKIM for the domain and reports on every letter', () => {
    stack.hasResourceProperties('AWS::SES::EmailIdentity', {
      EmailIdentity: domain,
      DkimSigningAttributes: { NextSigningKeyLength: 'RSA_2048_BIT' },
      ConfigurationSetAttributes: { ConfigurationSetName: { Ref: Match.stringLikeRegexp('^Letters') } },
    });
    stack.hasResourceProperties('AWS::SES::ConfigurationSet', {
      ReputationOptions: { ReputationMetricsEnabled: true },
    });
  });

  test('hears of everything that can become of a letter, and tracks nobody', () => {
    stack.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ['send', 'delivery', 'deliveryDelay', 'bounce', 'complaint', 'reject'],
        SnsDestination: { TopicARN: { Ref: Match.stringLikeRegexp('^LetterOutcomes') } },
      },
    });
  });
});

describe('queues', () => {
  test('every queue has a dead-letter queue behind it, or is one', () => {
    const targets = queues
      .map(([, queue]) => at(queue.Properties, 'RedrivePolicy', 'deadLetterTargetArn', 'Fn::GetAtt', 0))
      .filter(Boolean);
    const without = queues.filter(([, queue]) => at(queue.Properties, 'RedrivePolicy') === undefined).map(([id]) => id);
    expect(targets).toHaveLength(3);
    expect(without.sort()).toEqual([...targets].sort());
  });

  test('a mail is tried ten times over an hour before it is put aside', () => {
    const tries = queues.map(([, queue]) => at(queue.Properties, 'RedrivePolicy', 'maxReceiveCount')).filter(Boolean);
    expect(tries).toEqual([10, 10, 10]);
  });

  test('what is put aside is kept for 14 days', () => {
    for (const [, queue] of queues) expect(at(queue.Properties, 'MessageRetentionPeriod')).toBe(14 * 86_400);
  });

  test('every queue is encrypted and refuses plain HTTP', () => {
    for (const [, queue] of queues) expect(at(queue.Properties, 'SqsManagedSseEnabled')).toBe(true);
    const refusing = ofType('AWS::SQS::QueuePolicy').filter(([, policy]) =>
      statementsOf(policy).some(
        (one) => one.Effect === 'Deny' && at(one.Condition, 'Bool', 'aws:SecureTransport') === 'false',
      ),
    );
    expect(refusing).toHaveLength(queues.length);
  });

  test('a message comes back only when its function is certainly dead: after six times its timeout', () => {
    for (const [, source] of ofType('AWS::Lambda::EventSourceMapping')) {
      const queue = deployed.Resources[at(source.Properties, 'EventSourceArn', 'Fn::GetAtt', 0) as string];
      const fn = deployed.Resources[at(source.Properties, 'FunctionName', 'Ref') as string];
      expect(at(queue?.Properties, 'VisibilityTimeout')).toBeGreaterThanOrEqual(
        6 * (at(fn?.Properties, 'Timeout') as number),
      );
    }
  });

  test('failures are reported message by message', () => {
    const sources = ofType('AWS::Lambda::EventSourceMapping');
    expect(sources).toHaveLength(3);
    for (const [, source] of sources)
      expect(at(source.Properties, 'FunctionResponseTypes')).toEqual(['ReportBatchItemFailures']);
  });

  test('messages come wrapped by SNS, as the functions read them', () => {
    for (const [, subscription] of ofType('AWS::SNS::Subscription')) {
      expect(at(subscription.Properties, 'RawMessageDelivery') ?? false).toBe(false);
    }
  });
});

describe('the clock', () => {
  test('strikes every minute with the time that it was to strike', () => {
    stack.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 minute)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Input: '{"time":"<aws.scheduler.scheduled-time>"}' },
    });
  });

  test('does not repeat a minute that failed: the next one finds whatever is due', () => {
    stack.hasResourceProperties('AWS::Scheduler::Schedule', { Target: { RetryPolicy: { MaximumRetryAttempts: 0 } } });
    stack.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumRetryAttempts: 0,
      MaximumEventAgeInSeconds: 60,
    });
  });

  test('may call one function and nothing else', () => {
    const role = ofType('AWS::IAM::Role').find(
      ([, one]) =>
        at(one.Properties, 'AssumeRolePolicyDocument', 'Statement', 0, 'Principal', 'Service') ===
        'scheduler.amazonaws.com',
    );
    const policies = ofType('AWS::IAM::Policy').filter(
      ([, policy]) => at(policy.Properties, 'Roles', 0, 'Ref') === role?.[0],
    );
    expect(policies.flatMap(([, policy]) => statementsOf(policy))).toEqual([
      {
        Action: 'lambda:InvokeFunction',
        Effect: 'Allow',
        Resource: { 'Fn::GetAtt': [expect.stringMatching(/^Tick/), 'Arn'] },
      },
    ]);
  });
});

describe('functions', () => {
  test('the handlers are those of the triggers', () => {
    expect(functions.map(([, fn]) => at(fn.Properties, 'Handler')).sort()).toEqual([
      'clock.due',
      'clock.tick',
      'inbound.handler',
      'links.handler',
      'outcomes.handler',
    ]);
  });

  test('all run on Node 24 on arm64', () => {
    for (const [, fn] of functions) {
      expect(at(fn.Properties, 'Runtime')).toBe('nodejs24.x');
      expect(at(fn.Properties, 'Architectures')).toEqual(['arm64']);
    }
  });

  test('errors name the lines of the source', () => {
    for (const [, fn] of functions)
      expect(at(fn.Properties, 'Environment', 'Variables', 'NODE_OPTIONS')).toBe('--enable-source-maps');
  });

  test('logs are structured and end after a month', () => {
    for (const [, fn] of functions) {
      const group = deployed.Resources[at(fn.Properties, 'LoggingConfig', 'LogGroup', 'Ref') as string];
      expect(at(group?.Properties, 'RetentionInDays')).toBe(30);
      expect(at(fn.Properties, 'LoggingConfig', 'LogFormat')).toBe('JSON');
    }
  });

  test('all know the settings they read, and the one behind the links does not know its own address', () => {
    const all = ['CONFIGURATION_SET', 'DOMAIN', 'DUE_QUEUE_URL', 'MAIL_BUCKET', 'TABLE_NAME'];
    for (const [, fn] of functions) {
      const own = Object.keys(at(fn.Properties, 'Environment', 'Variables') as object).filter(
        (name) => !/^NODE_|^POWERTOOLS_/.test(name),
      );
      expect(own.sort()).toEqual(at(fn.Properties, 'Handler') === 'links.handler' ? all : [...all, 'LINKS_URL'].sort());
    }
  });

  test('metrics and logs carry the domain as their service, so that two installations in an account stay apart', () => {
    for (const [, fn] of functions) {
      expect(at(fn.Properties, 'Environment', 'Variables', 'POWERTOOLS_SERVICE_NAME')).toBe(domain);
      expect(at(fn.Properties, 'Environment', 'Variables', 'POWERTOOLS_METRICS_NAMESPACE')).toBe('Stepback');
    }
  });

  test('nobody may do anything to everything', () => {
    for (const [handler, statements] of policiesByHandler()) {
      for (const { Action, Resource } of statements) {
        expect([handler, ...list(Action)].filter((action) => action.includes('*'))).toEqual([]);
        expect(list(Resource)).not.toContain('*');
      }
    }
  });

  test('no policy is managed by AWS: those allow more than is listed here', () => {
    for (const [, role] of ofType('AWS::IAM::Role')) expect(at(role.Properties, 'ManagedPolicyArns')).toBeUndefined();
  });
});

test('the outputs name what the commands need', () => {
  expect(Object.keys(deployed.Outputs)).toEqual(
    expect.arrayContaining(['Domain', 'TableName', 'MailBucket', 'DueQueueUrl', 'ConfigurationSet', 'LinksUrl']),
  );
});
