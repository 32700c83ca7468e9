// The environment of the functions: set in this process as the template has it, and left in a file of DATA_DIR for the commands
// (`npm run mentor -- … --local`), made anew at each start, as the ports are.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environmentFile, type OperationVariable } from '../outputs.ts';
import { concurrencySetting } from './functions.ts';
import { account, region } from './notifications.ts';
import { bucket, configurationSet, type Parts, queueNameOf, tableName } from './parts.ts';
import { queueUrl } from './sqs.ts';

/** Before any function is loaded. Returns the names of the variables that the template gives the functions. */
export function setEnvironment({ deployed, dynamo, objects, ses, sqs }: Parts, linksUrl: string): string[] {
  const names: Readonly<Record<string, (id: string) => string>> = {
    'AWS::DynamoDB::GlobalTable': () => tableName,
    'AWS::S3::Bucket': () => bucket,
    'AWS::SES::ConfigurationSet': () => configurationSet,
    'AWS::Lambda::Url': () => linksUrl,
    'AWS::SQS::Queue': (id) =>
      queueUrl(sqs, queueNameOf(deployed.work.find(({ queue }) => queue === id)?.handler ?? id)),
  };
  const fromTemplate = deployed.environment((type, id) => {
    const name = names[type];
    if (name === undefined)
      throw new Error(`the functions' environment speaks of ${id}, a ${type}, which is not there locally`);
    return name(id);
  });
  for (const setting of ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'])
    delete process.env[setting];
  // Never somebody's real account: every client goes to an endpoint of ours, with credentials that are none.
  Object.assign(process.env, fromTemplate, concurrencySetting, {
    NODE_OPTIONS: '',
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.url,
    AWS_ENDPOINT_URL_S3: objects.url,
    AWS_ENDPOINT_URL_SES: ses.url,
    AWS_ENDPOINT_URL_SQS: sqs.url,
    POWERTOOLS_LOG_LEVEL: process.env.POWERTOOLS_LOG_LEVEL ?? 'WARN',
    POWERTOOLS_METRICS_DISABLED: 'true',
  });
  return Object.keys(fromTemplate);
}

/** The dead letters of a queue, as an ARN names them here. */
export const deadLettersArn = (queue: string): string => `${queueArn(queue)}-dead-letters`;

const queueArn = (queue: string): string => `arn:aws:sqs:${region}:${account}:${queue}`;

/** What the functions know, where the endpoints are, and the queues; `urlOf` tells a queue's URL. */
export async function leaveEnvironment(
  dataDir: string,
  variables: NodeJS.ProcessEnv,
  functionVariables: readonly string[],
  urlOf: (queue: string) => string,
): Promise<void> {
  const operations: Record<Exclude<OperationVariable, 'RULE_SET_NAME'>, string> = {
    INBOUND_QUEUE_URL: urlOf('inbound'),
    INBOUND_QUEUE_ARN: queueArn('inbound'),
    INBOUND_DEAD_LETTERS_ARN: deadLettersArn('inbound'),
    OUTCOMES_QUEUE_ARN: queueArn('outcomes'),
    OUTCOMES_DEAD_LETTERS_ARN: deadLettersArn('outcomes'),
    DUE_QUEUE_ARN: queueArn('due'),
    DUE_DEAD_LETTERS_ARN: deadLettersArn('due'),
  };
  const known = Object.entries(variables).filter(
    ([name]) => name.startsWith('AWS_') || functionVariables.includes(name),
  );
  const lines = [...known, ...Object.entries(operations)].map(
    ([name, value]) => `${name}=${JSON.stringify(value ?? '')}\n`,
  );
  await writeFile(join(dataDir, environmentFile), lines.join(''), { mode: 0o600 });
}
