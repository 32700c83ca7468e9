// When somebody should look, and what it means to whoever waits for an introduction. One topic, one address, one dashboard.
//
// | alarm            | rings when                                                                   |
// |------------------|------------------------------------------------------------------------------|
// | dead letters     | anything lies in a dead-letter queue                                         |
// | old messages     | something has waited in a queue for 15 minutes                               |
// | errors           | a function fails                                                             |
// | letters waiting  | a letter has been committed for 15 minutes and SES does not have it          |
// | clock            | no minute has struck for five                                                |
// | not stored       | SES could not hand a mail on, or has given up on it                          |
// | bounces          | 5 % of the letters bounce                                                    |
// | complaints       | 0.1 % of the letters are reported as spam                                    |
// | too many at once | a mentor has begun more than 30 in a day, or an address has had enough mail  |

import { Duration, type Stack } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmStatusWidget,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ConfigurationSet } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

/** A function, the queue before it where there is one, and what their troubles mean. */
export type Watched = WatchedFunction | WatchedQueue;

interface WatchedFunction {
  readonly name: string;
  readonly function: LambdaFunction;
  /** What it means when the function fails. */
  readonly failing: string;
}

interface WatchedQueue extends WatchedFunction {
  readonly queue: { readonly queue: Queue; readonly dead: Queue };
  /** What it means when messages lie dead. */
  readonly dead: string;
  /** What it means when messages wait. */
  readonly late: string;
}

export interface AlarmProps {
  readonly domain: string;
  /** Null: the alarms change colour on the dashboard and nobody is written to. */
  readonly address: string | null;
  readonly watched: readonly Watched[];
  readonly tick: LambdaFunction;
  readonly letters: ConfigurationSet;
}

const fiveMinutes = Duration.minutes(5);
const patience = Duration.minutes(15);

interface Rule {
  readonly id: string;
  readonly metric: IMetric;
  readonly threshold: number;
  readonly below?: true;
  /** A clock that says nothing is late; a queue that says nothing is empty. */
  readonly silenceIsBad?: true;
  readonly means: string;
}

export function alarms(stack: Stack, props: AlarmProps): void {
  const topic = alarmTopic(stack, props.address);
  const action = new SnsAction(topic);
  const all = rules(props).map((rule) => {
    const alarm = new Alarm(stack, `${rule.id}Alarm`, {
      alarmDescription: rule.means,
      metric: rule.metric,
      threshold: rule.threshold,
      comparisonOperator: rule.below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: rule.silenceIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
    return alarm;
  });
  dashboard(stack, props, all);
}

function alarmTopic(stack: Stack, address: string | null): Topic {
  const topic = new Topic(stack, 'Alarms', { enforceSSL: true, displayName: 'Stepback' });
  // A topic with a policy of its own no longer lets the account's alarms in by default.
  topic.grantPublish(
    new ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  );
  if (address !== null) topic.addSubscription(new EmailSubscription(address));
  return topic;
}

function rules(props: AlarmProps): Rule[] {
  return [
    ...props.watched.flatMap(watchedRules),
    {
      id: 'LettersWaiting',
      metric: own(props.domain, 'LettersWaiting'),
      threshold: 1,
      means:
        'Letters have been written for more than 15 minutes and are not on their way: introductions, answers and reports are late. Usually SES throttles, its daily quota is used up, or the account is still in the sandbox.',
    },
    {
      id: 'ClockLate',
      metric: props.tick.metricInvocations({ period: fiveMinutes }),
      threshold: 1,
      below: true,
      silenceIsBad: true,
      means:
        'The clock has stood still for five minutes: nothing that waits for its day happens, no scheduled introduction, no reminder, no summary, and letters that could not go out at once stay where they are.',
    },
    {
      id: 'NotStored',
      metric: received('PublishFailure'),
      threshold: 1,
      means:
        'Amazon SES took a mail and could not store it or tell us of it: whoever wrote it hears nothing yet. SES tries again for four hours, then the mail is lost, so look at the permissions of bucket and topic now.',
    },
    {
      id: 'Lost',
      metric: received('PublishExpired'),
      threshold: 1,
      means:
        'A mail that Amazon SES took is lost: after four hours it gave up storing it. Somebody waits for an answer that will not come and has to write again.',
    },
    {
      id: 'Bounces',
      metric: reputation(props.letters, 'BounceRate'),
      threshold: 0.05,
      means:
        'One letter in twenty bounces: people are being introduced at addresses that do not exist, and Amazon may soon stop the service from sending anything to anybody.',
    },
    {
      id: 'Complaints',
      metric: reputation(props.letters, 'ComplaintRate'),
      threshold: 0.001,
      means:
        'One letter in a thousand is reported as spam: somebody is introduced who does not want to be, and Amazon may soon stop the service from sending anything to anybody.',
    },
    {
      id: 'HeldForVolume',
      metric: own(props.domain, 'HeldForVolume'),
      threshold: 1,
      means:
        'A mentor has begun more than 30 introductions in one day. The rest are held until the mentor says so; if it was not the mentor, somebody else writes in that name.',
    },
    {
      id: 'LettersCapped',
      metric: own(props.domain, 'LettersCapped'),
      threshold: 1,
      means:
        'One address was to get more than 10 letters in ten minutes or 30 in a day. The rest wait, which is late for whoever they are for; two robots may be answering each other.',
    },
  ];
}

const watchedRules = (watched: Watched): Rule[] => [
  ...('queue' in watched ? queueRules(watched) : []),
  {
    id: `${watched.name}Errors`,
    metric: watched.function.metricErrors({ period: fiveMinutes }),
    threshold: 1,
    means: watched.failing,
  },
];

const queueRules = ({ name, queue: { queue, dead }, ...means }: WatchedQueue): Rule[] => [
  {
    id: `${name}Dead`,
    metric: dead.metricApproximateNumberOfMessagesVisible({ period: fiveMinutes, statistic: Stats.MAXIMUM }),
    threshold: 1,
    means: `${means.dead} It is kept for 14 days: see why in the logs, then bring it back with \`npm run redrive\`.`,
  },
  {
    id: `${name}Old`,
    metric: queue.metricApproximateAgeOfOldestMessage({ period: fiveMinutes }),
    threshold: patience.toSeconds(),
    means: means.late,
  },
];

/** A metric of our own, as Powertools writes it: the service is the domain, so that two installations in an account stay apart. */
const own = (domain: string, metricName: string): Metric =>
  new Metric({
    namespace: 'Stepback',
    metricName,
    dimensionsMap: { service: domain },
    period: fiveMinutes,
    statistic: Stats.MAXIMUM,
  });

/** SES documents these two metrics but not their dimensions, so that they are asked for whatever these are. */
const received = (metricName: string): MathExpression =>
  new MathExpression({
    expression: `SELECT SUM(${metricName}) FROM "AWS/SES"`,
    usingMetrics: {},
    period: fiveMinutes,
    label: metricName,
  });

const reputation = (letters: ConfigurationSet, rate: 'BounceRate' | 'ComplaintRate'): Metric =>
  new Metric({
    namespace: 'AWS/SES',
    metricName: `Reputation.${rate}`,
    dimensionsMap: { 'ses:configuration-set': letters.configurationSetName },
    period: Duration.hours(1),
    statistic: Stats.AVERAGE,
  });

function dashboard(stack: Stack, props: AlarmProps, all: readonly Alarm[]): void {
  const queues = props.watched.flatMap((one) => ('queue' in one ? [{ name: one.name, ...one.queue }] : []));
  const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12 });
  new Dashboard(stack, 'Dashboard', {
    widgets: [
      [new AlarmStatusWidget({ title: `Stepback at ${props.domain}`, alarms: [...all], width: 24 })],
      [
        graph(
          'Arrived, by queue',
          queues.map(({ name, queue }) => queue.metricNumberOfMessagesSent({ label: name, period: fiveMinutes })),
        ),
        graph(
          'Oldest message, seconds',
          queues.map(({ name, queue }) =>
            queue.metricApproximateAgeOfOldestMessage({ label: name, period: fiveMinutes }),
          ),
        ),
      ],
      [
        graph(
          'Errors',
          props.watched.map(({ name, function: fn }) => fn.metricErrors({ label: name, period: fiveMinutes })),
        ),
        graph(
          'Time taken, 95 of 100',
          props.watched.map(({ name, function: fn }) =>
            fn.metricDuration({ label: name, period: fiveMinutes, statistic: Stats.p(95) }),
          ),
        ),
      ],
      [
        graph(
          'Letters waiting, held, capped',
          ['LettersWaiting', 'HeldForVolume', 'LettersCapped'].map((name) => own(props.domain, name)),
        ),
        graph('Bounces and complaints', [
          reputation(props.letters, 'BounceRate'),
          reputation(props.letters, 'ComplaintRate'),
        ]),
      ],
    ],
  });
}
