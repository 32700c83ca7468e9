// Which Stepback a command works on: the one that is deployed, found by the outputs of its stack, or the one that `npm start` runs on
// this machine, found by the file that it leaves in DATA_DIR. Behind either stands the functions' own store.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { settings } from '../../functions/config.ts';
import { openStore, type Store } from '../../functions/store/store.ts';
import { environmentFile, type OperationVariable, operationVariables, outputName } from '../outputs.ts';
import { Refusal } from './command-line.ts';

export interface Installation {
  readonly store: Store;
  readonly local: boolean;
  /** Throws `Refusal` where this installation has no such thing. */
  readonly named: (variable: OperationVariable) => string;
}

type Variables = Readonly<Record<string, string | undefined>>;

export async function installation({ local, stack }: { local: boolean; stack: string }): Promise<Installation> {
  const variables = local ? await localVariables(process.env.DATA_DIR || '.data') : await deployedVariables(stack);
  return installationOf(variables, local);
}

export const installationOf = (variables: Variables, local: boolean): Installation => ({
  store: openStore(settings(variables)),
  local,
  named: (variable) => {
    const value = variables[variable];
    if (value === undefined)
      throw new Refusal(
        `There is no ${variable} ${local ? 'on this machine' : 'among the outputs of the stack; deploy again'}.`,
      );
    return value;
  },
});

/** The endpoints go into this process's environment, where the SDK looks for them; a profile of somebody's real account goes out of it. */
async function localVariables(dataDir: string): Promise<Variables> {
  const file = join(dataDir, environmentFile);
  const written = await readFile(file, 'utf8').catch(() => null);
  if (written === null) throw new Refusal(`There is no ${file}: is \`npm start\` running, with the same DATA_DIR?`);
  const variables = parseEnv(written);
  delete process.env.AWS_PROFILE;
  Object.assign(process.env, variables);
  return variables;
}

const functionVariables = ['DOMAIN', 'TABLE_NAME', 'MAIL_BUCKET', 'DUE_QUEUE_URL', 'CONFIGURATION_SET', 'LINKS_URL'];

async function deployedVariables(stack: string): Promise<Variables> {
  const outputs = await outputsOf(stack);
  return Object.fromEntries(
    [...functionVariables, ...operationVariables].map((variable) => [variable, outputs.get(outputName(variable))]),
  );
}

async function outputsOf(stack: string): Promise<ReadonlyMap<string, string>> {
  try {
    const { Stacks } = await new CloudFormationClient({}).send(new DescribeStacksCommand({ StackName: stack }));
    return new Map((Stacks?.[0]?.Outputs ?? []).map((output) => [output.OutputKey ?? '', output.OutputValue ?? '']));
  } catch (error) {
    throw new Refusal(
      `The stack ${stack} cannot be read: ${(error as Error).message} (For this machine's \`npm start\`, add --local.)`,
    );
  }
}
