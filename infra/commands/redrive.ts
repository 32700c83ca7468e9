// Dead letters go back to where they came from, to be worked on again: what was done before is known and is not done twice.

import { StartMessageMoveTaskCommand } from '@aws-sdk/client-sqs';
import type { OperationVariable } from '../outputs.ts';
import { type CommandLine, Refusal, runCommand } from './command-line.ts';

const help = `
npm run redrive [-- inbound | outcomes | due]

Brings back what could not be worked on, once its cause is gone: mails (inbound), what became of letters (outcomes), what time brings
about (due); all three where none is named. What was already done is not done again.
`;

const queues: Readonly<Record<string, readonly [dead: OperationVariable, queue: OperationVariable]>> = {
  inbound: ['INBOUND_DEAD_LETTERS_ARN', 'INBOUND_QUEUE_ARN'],
  outcomes: ['OUTCOMES_DEAD_LETTERS_ARN', 'OUTCOMES_QUEUE_ARN'],
  due: ['DUE_DEAD_LETTERS_ARN', 'DUE_QUEUE_ARN'],
};

export async function redrive({
  words,
  installation,
  print,
}: Pick<CommandLine, 'words' | 'installation' | 'print'>): Promise<void> {
  const wanted = words.length > 0 ? words : Object.keys(queues);
  for (const name of wanted) {
    const [dead, queue] = queues[name] ?? [];
    if (dead === undefined || queue === undefined) throw new Refusal(`"${name}" is not inbound, outcomes or due.`);
    // The destination is named, as what SNS could not deliver has no queue of origin.
    await installation.store.sqs.send(
      new StartMessageMoveTaskCommand({
        SourceArn: installation.named(dead),
        DestinationArn: installation.named(queue),
      }),
    );
    print(`${name}: dead letters are on their way back.`);
  }
}

if (import.meta.main) await runCommand({ help, run: redrive });
