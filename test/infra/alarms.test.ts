// When somebody is told, and in which words. Whoever reads an alarm knows what it means to somebody who waits for an introduction.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { asserted, at, deployed, domain, list, ofType } from './deployed.ts';

const stack = asserted();
const alarms = ofType('AWS::CloudWatch::Alarm');
const queues = ofType('AWS::SQS::Queue').map(([id]) => id);
const isDead = (id: string): boolean => id.includes('DeadLetters');

const alarmsOn = (metric: string): readonly (readonly [string, unknown])[] =>
  alarms
    .filter(([, alarm]) => at(alarm.Properties, 'MetricName') === metric)
    .map(([id, alarm]) => [id, alarm.Properties]);

const watchedQueues = (metric: string): string[] =>
  alarmsOn(metric).map(([, properties]) => at(properties, 'Dimensions', 0, 'Value', 'Fn::GetAtt', 0) as string);

describe('what rings', () => {
  test('one dead letter, in any dead-letter queue', () => {
    expect(watchedQueues('ApproximateNumberOfMessagesVisible').sort()).toEqual(queues.filter(isDead).sort());
    for (const [, properties] of alarmsOn('ApproximateNumberOfMessagesVisible'))
      expect(at(properties, 'Threshold')).toBe(1);
  });

  test('a message that has waited for 15 minutes, in any other queue', () => {
    expect(watchedQueues('ApproximateAgeOfOldestMessage').sort()).toEqual(queues.filter((id) => !isDead(id)).sort());
    for (const [, properties] of alarmsOn('ApproximateAgeOfOldestMessage'))
      expect(at(properties, 'Threshold')).toBe(900);
  });

  test('an error, in any function', () => {
    const watched = alarmsOn('Errors').map(([, properties]) => at(properties, 'Dimensions', 0, 'Value', 'Ref'));
    expect(watched.sort()).toEqual(
      ofType('AWS::Lambda::Function')
        .map(([id]) => id)
        .sort(),
    );
  });

  test.each([
    ['Reputation.BounceRate', 0.05],
    ['Reputation.ComplaintRate', 0.001],
  ])('%s at %d, of our own letters', (metric, threshold) => {
    stack.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'AWS/SES',
      MetricName: metric,
      Threshold: threshold,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Dimensions: [{ Name: 'ses:configuration-set', Value: { Ref: Match.stringLikeRegexp('^Letters') } }],
    });
  });

  test.each(['PublishFailure', 'PublishExpired'])('%s: SES could not hand on a mail that it took', (metric) => {
    stack.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Threshold: 1,
      Metrics: [Match.objectLike({ Expression: `SELECT SUM(${metric}) FROM "AWS/SES"` })],
    });
  });

  test.each(['LettersWaiting', 'HeldForVolume', 'LettersCapped'])(
    '%s, which the functions count for this installation',
    (metric) => {
      stack.hasResourceProperties('AWS::CloudWatch::Alarm', {
        Namespace: 'Stepback',
        MetricName: metric,
        Threshold: 1,
        Dimensions: [{ Name: 'service', Value: domain }],
      });
    },
  );

  test('every metric of our own that is watched is one that a trigger counts', () => {
    const folder = resolve(import.meta.dirname, '../../functions');
    const triggers = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    const source = triggers.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
    const watched = alarms.filter(([, alarm]) => at(alarm.Properties, 'Namespace') === 'Stepback');
    for (const [, alarm] of watched) expect(source).toContain(`'${at(alarm.Properties, 'MetricName')}'`);
  });

  test('a clock that says nothing is late; any other silence is peace', () => {
    const broken = alarms.filter(([, alarm]) => at(alarm.Properties, 'TreatMissingData') === 'breaching');
    expect(broken).toHaveLength(1);
    expect(broken[0]?.[1].Properties).toMatchObject({
      MetricName: 'Invocations',
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      Period: 300,
    });
  });
});

describe('who is told', () => {
  test('the address given, when it rings and when it is over', () => {
    const told = asserted({ alarms: 'ops@example.com' });
    told.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'ops@example.com' });
    for (const [, alarm] of alarms) {
      for (const actions of ['AlarmActions', 'OKActions']) {
        expect(list(at(alarm.Properties, actions))).toEqual([{ Ref: expect.stringMatching(/^Alarms/) }]);
      }
    }
  });

  test('nobody, where no address is given', () => {
    expect(ofType('AWS::SNS::Subscription').filter(([, one]) => at(one.Properties, 'Protocol') === 'email')).toEqual(
      [],
    );
  });
});

describe('the words', () => {
  const sentences = alarms.map(([id, alarm]) => [id, at(alarm.Properties, 'AlarmDescription') as string] as const);

  test('no two alarms say the same', () => {
    expect(new Set(sentences.map(([, sentence]) => sentence)).size).toBe(alarms.length);
  });

  test.each(sentences)('%s says what it means to people, and names no resource', (_id, sentence) => {
    expect(sentence).toMatch(/\b(mails?|letters?|introductions?|somebody|mentor|bounce[sd]?|scheduled)\b/i);
    expect(sentence.length).toBeGreaterThan(80);
    expect(sentence).not.toMatch(/Lambda|DynamoDB|SQS|CloudWatch|queue depth|threshold/);
  });
});

test('one dashboard shows them all', () => {
  const dashboards = ofType('AWS::CloudWatch::Dashboard');
  expect(dashboards).toHaveLength(1);
  const body = JSON.stringify(dashboards[0]?.[1].Properties);
  for (const [id] of alarms) expect(body).toContain(`"${id}"`);
  expect(Object.keys(deployed.Resources)).toEqual(expect.arrayContaining(alarms.map(([id]) => id)));
});
