// What breaks a real deployment while every other test is green. Each of these was paid for by somebody.

import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { template } from '../../infra/template.ts';
import {
  asserted,
  at,
  deployed,
  domain,
  list,
  ofType,
  policiesByHandler,
  type Statement,
  statementsOf,
} from './deployed.ts';

const stack = asserted();

const sending = (statements: readonly Statement[]): readonly unknown[] =>
  statements
    .filter(({ Action }) => list(Action).includes('ses:SendRawEmail'))
    .flatMap(({ Resource }) => list(Resource));

const written = (value: unknown): string => JSON.stringify(value);

describe('sending with a configuration set', () => {
  test.each([...policiesByHandler()].filter(([, statements]) => sending(statements).length > 0))(
    '%s may send from the identity and with the configuration set: SES asks for both',
    (_handler, statements) => {
      const resources = sending(statements).map(written);
      expect(resources.filter((one) => one.includes(':identity/'))).toHaveLength(1);
      expect(resources.filter((one) => one.includes(':configuration-set/'))).toHaveLength(1);
    },
  );

  test('in the sandbox SES asks for the verified recipients as well', () => {
    const recipients = ['helen@example.org', 'noor@example.net'];
    const inSandbox = template(domain, { sandbox: recipients });
    expect(
      ofType('AWS::SES::EmailIdentity', inSandbox).map(([, identity]) => at(identity.Properties, 'EmailIdentity')),
    ).toEqual(expect.arrayContaining(recipients));
    const resources = sending(policiesByHandler(inSandbox).get('inbound.handler') ?? []);
    expect(resources.filter((one) => written(one).includes(':identity/'))).toHaveLength(3);
  });
});

describe('topics', () => {
  test('none is encrypted with the key of AWS, which neither SES nor CloudWatch may use', () => {
    const topics = ofType('AWS::SNS::Topic');
    expect(topics).toHaveLength(3);
    for (const [, topic] of topics) expect(at(topic.Properties, 'KmsMasterKeyId')).toBeUndefined();
  });

  test.each([
    ['InboundMail', 'ses.amazonaws.com'],
    ['LetterOutcomes', 'ses.amazonaws.com'],
    ['Alarms', 'cloudwatch.amazonaws.com'],
  ])(
    '%s lets %s publish, for this account alone: a policy that demands TLS replaces the one that lets everybody of the account in',
    (name, service) => {
      const policy = ofType('AWS::SNS::TopicPolicy').find(([id]) => id.startsWith(name))?.[1];
      const allowed =
        policy === undefined ? [] : statementsOf(policy).filter((one) => at(one.Principal, 'Service') === service);
      expect(allowed).toHaveLength(1);
      expect(allowed[0]).toMatchObject({ Effect: 'Allow', Action: 'sns:Publish' });
      expect(
        Object.keys(at(allowed[0]?.Condition, 'StringEquals') as object).map((key) => key.toLowerCase()),
      ).toContain('aws:sourceaccount');
    },
  );

  test('what SNS cannot deliver is put aside: without a dead-letter queue on the subscription it is dropped', () => {
    const subscriptions = ofType('AWS::SNS::Subscription').filter(
      ([, one]) => at(one.Properties, 'Protocol') === 'sqs',
    );
    expect(subscriptions).toHaveLength(2);
    for (const [, subscription] of subscriptions) {
      const dead = at(subscription.Properties, 'RedrivePolicy', 'deadLetterTargetArn', 'Fn::GetAtt', 0) as string;
      expect(deployed.Resources[dead]?.Type).toBe('AWS::SQS::Queue');
      const allowed = ofType('AWS::SQS::QueuePolicy').filter(
        ([, policy]) => at(policy.Properties, 'Queues', 0, 'Ref') === dead,
      );
      const bySns = allowed
        .flatMap(([, policy]) => statementsOf(policy))
        .filter((one) => at(one.Principal, 'Service') === 'sns.amazonaws.com');
      expect(bySns).toHaveLength(1);
    }
  });
});

describe('SES', () => {
  test('does not mail bounces to the From address, where they would come in as mail', () => {
    stack.hasResourceProperties('AWS::SES::EmailIdentity', { FeedbackAttributes: { EmailForwardingEnabled: false } });
  });

  test('keeps no list of its own of whom it does not write to, or `start` could not work', () => {
    stack.hasResourceProperties('AWS::SES::ConfigurationSet', { SuppressionOptions: { SuppressedReasons: [] } });
  });

  test('may write to the bucket for this account alone, and encrypts nothing itself, as we could not read it', () => {
    stack.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 's3:PutObject',
            Effect: 'Allow',
            Principal: { Service: 'ses.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
    stack.hasResourceProperties('AWS::SES::ReceiptRule', {
      Rule: { Actions: Match.arrayWith([{ S3Action: Match.objectLike({ KmsKeyArn: Match.absent() }) }]) },
    });
  });

  test('deploying activates no rule set: that would switch off the one that is active', () => {
    const types = Object.values(deployed.Resources).map((resource) => resource.Type);
    expect(
      types.filter((type) => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource'),
    ).toEqual([]);
    stack.hasResourceProperties('AWS::SES::ReceiptRuleSet', { RuleSetName: 'stepback-intro-example-com' });
  });
});

test('anybody may open a link: a public function URL needs two permissions', () => {
  stack.hasResourceProperties('AWS::Lambda::Url', { AuthType: 'NONE' });
  stack.hasResourceProperties('AWS::Lambda::Permission', {
    Action: 'lambda:InvokeFunctionUrl',
    Principal: '*',
    FunctionUrlAuthType: 'NONE',
  });
  stack.hasResourceProperties('AWS::Lambda::Permission', {
    Action: 'lambda:InvokeFunction',
    Principal: '*',
    InvokedViaFunctionUrl: true,
  });
});

test('the base of the links ends without a slash, whatever Lambda puts there', () => {
  expect(written(deployed.Outputs.LinksUrl?.Value)).toContain('"Fn::Split":["/"');
});

describe('a mail that has expired', () => {
  test.each(
    [...policiesByHandler()].filter(([, all]) => all.some(({ Action }) => list(Action).includes('s3:GetObject'))),
  )(
    '%s is told that it is gone, and not that it is forbidden: S3 says so only to whoever may list',
    (_handler, statements) => {
      const listing = statements.filter(({ Action }) => list(Action).includes('s3:ListBucket'));
      expect(listing).toHaveLength(1);
    },
  );
});

describe('DNS', () => {
  const records = [
    ['DnsMail', `${domain} MX 10 inbound-smtp.us-east-1.amazonaws.com`],
    ['DnsDmarc', `_dmarc.${domain} TXT "v=DMARC1; p=quarantine"`],
    ['DnsMailFrom', `bounce.${domain} MX 10 feedback-smtp.us-east-1.amazonses.com`],
    ['DnsMailFromSpf', `bounce.${domain} TXT "v=spf1 include:amazonses.com ~all"`],
  ] as const;

  test.each(records)('%s is printed, to be copied to wherever the records are kept', (output, line) => {
    expect(deployed.Outputs[output]?.Value).toBe(line);
  });

  test('DKIM has three records', () => {
    for (const n of [1, 2, 3]) expect(written(deployed.Outputs[`DnsDkim${n}`]?.Value)).toContain(' CNAME ');
  });

  test('all seven are written where a hosted zone is given, and none is printed', () => {
    const zoned = template(domain, { hostedZone: { name: 'example.com', id: 'Z0123456789ABC' } });
    const written = ofType('AWS::Route53::RecordSet', zoned);
    expect(written.map(([, record]) => at(record.Properties, 'Type')).sort()).toEqual([
      'CNAME',
      'CNAME',
      'CNAME',
      'MX',
      'MX',
      'TXT',
      'TXT',
    ]);
    for (const [, record] of written) expect(at(record.Properties, 'HostedZoneId')).toBe('Z0123456789ABC');
    expect(Object.keys(zoned.Outputs).filter((name) => name.startsWith('Dns'))).toEqual([]);
  });

  test('the envelope sender has a subdomain of its own, which receives nothing', () => {
    stack.hasResourceProperties('AWS::SES::EmailIdentity', {
      MailFromAttributes: { MailFromDomain: `bounce.${domain}` },
    });
    stack.hasResourceProperties('AWS::SES::ReceiptRule', { Rule: { Recipients: [domain] } });
  });
});
