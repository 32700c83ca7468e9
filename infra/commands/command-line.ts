// What all commands share: how they are called, how they help, and how they fail: in one line, without a stack trace.

import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { type Installation, installation } from './installation.ts';

/** Something that whoever typed the command can put right; its message is all that is shown. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

export interface CommandLine {
  readonly words: readonly string[];
  readonly flag: (name: string) => boolean;
  readonly option: (name: string) => string | null;
  readonly installation: Installation;
  readonly print: (line: string) => void;
}

interface Command {
  /** Everything that `--help` prints before the options that all commands have. */
  readonly help: string;
  readonly options?: ParseArgsOptionsConfig;
  readonly run: (line: CommandLine) => Promise<void>;
}

const common = {
  help: { type: 'boolean', short: 'h' },
  local: { type: 'boolean' },
  stack: { type: 'string', default: 'Stepback' },
} satisfies ParseArgsOptionsConfig;

const commonHelp = `
  --local        work on this machine's \`npm start\`, found by DATA_DIR (default .data)
  --stack NAME   work on another stack than Stepback; account and region are those of the AWS profile
  --help         this page`;

/** Runs a command with the arguments of this process; sets the exit code. */
export async function runCommand(command: Command): Promise<void> {
  try {
    const { values, positionals } = parseArgs({ options: { ...command.options, ...common }, allowPositionals: true });
    if (values.help === true) {
      console.log(command.help.trim() + commonHelp);
      return;
    }
    await command.run({
      words: positionals,
      flag: (name) => (values as Record<string, unknown>)[name] === true,
      option: (name) => {
        const value = (values as Record<string, unknown>)[name];
        return typeof value === 'string' ? value : null;
      },
      installation: await installation({ local: values.local === true, stack: values.stack }),
      print: (line) => console.log(line),
    });
  } catch (error) {
    if (!isPlain(error)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** A refusal of ours, or a word that `parseArgs` does not know. */
const isPlain = (error: unknown): error is Error =>
  error instanceof Refusal ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
