// How the commands reach what runs on this machine (`npm run mentor -- … --local`): a file in DATA_DIR, made anew at each start, as the ports are.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environmentFile, type OperationVariable } from '../outputs.ts';
import { account, region } from './notifications.ts';

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
