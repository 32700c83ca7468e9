// The receipt rule set: SES has one active set for each account and region, and only that one takes mail in. Deploying activates none,
// since that would switch off whatever is active; this command does, and says first what is.

import {
  DescribeActiveReceiptRuleSetCommand,
  type SESClient,
  SetActiveReceiptRuleSetCommand,
} from '@aws-sdk/client-ses';
import { type CommandLine, Refusal, runCommand } from './command-line.ts';

const help = `
npm run rules -- show | activate | deactivate

Which receipt rule set of Amazon SES is active in this account and region, and whether mail reaches the service.

  show           what is active, and what is ours
  activate       make ours active; where another is active, nothing is done without --force
  deactivate     make none active, only where ours is
  --force        with activate: replace the active one, whose mail stops`;

interface Active {
  /** Null: no set is active. */
  readonly name: string | null;
  readonly rules: readonly string[];
}

/** What activating ours would mean, or did. */
export type Step =
  | { readonly kind: 'already' }
  | { readonly kind: 'set'; readonly name: string | null }
  | { readonly kind: 'refused'; readonly why: string };

/** Pure: what to do about the active set. Nothing of somebody else's is replaced without `force`, and nothing of theirs is deactivated. */
export function stepFor(wish: 'activate' | 'deactivate', ours: string, active: string | null, force: boolean): Step {
  if (wish === 'deactivate') {
    if (active === ours) return { kind: 'set', name: null };
    return {
      kind: 'refused',
      why: active === null ? 'No rule set is active.' : `${active} is active, which is not ours: it stays.`,
    };
  }
  if (active === ours) return { kind: 'already' };
  if (active === null || force) return { kind: 'set', name: ours };
  return {
    kind: 'refused',
    why: `${active} is active. Its mail would stop: add our rule to it instead (npx cdk deploy -c ruleSet=${active} …), or replace it with --force.`,
  };
}

async function activeSet(ses: SESClient): Promise<Active> {
  const { Metadata, Rules } = await ses.send(new DescribeActiveReceiptRuleSetCommand({}));
  return {
    name: Metadata?.Name ?? null,
    rules: (Rules ?? []).map((rule) => `${rule.Name} (${(rule.Recipients ?? ['everybody']).join(', ')})`),
  };
}

async function rules({ words: [wish = 'show'], flag, installation, print }: CommandLine): Promise<void> {
  if (installation.local)
    throw new Refusal('On this machine all mail for the domain is taken in; there are no rule sets.');
  if (wish !== 'show' && wish !== 'activate' && wish !== 'deactivate')
    throw new Refusal(`"${wish}" is not show, activate or deactivate.`);
  const { ses } = installation.store;
  const ours = installation.named('RULE_SET_NAME');
  const active = await activeSet(ses);
  print(`active: ${active.name ?? 'none'}${active.rules.map((rule) => `\n        ${rule}`).join('')}\nours:   ${ours}`);
  if (wish === 'show') return;
  const step = stepFor(wish, ours, active.name, flag('force'));
  if (step.kind === 'refused') throw new Refusal(step.why);
  if (step.kind === 'already') return print('Ours is active already.');
  await ses.send(new SetActiveReceiptRuleSetCommand(step.name === null ? {} : { RuleSetName: step.name }));
  print(
    step.name === null
      ? 'Now none is active: mail to the service is refused.'
      : `Now ${step.name} is active: mail to the service arrives.`,
  );
}

if (import.meta.main) await runCommand({ help, options: { force: { type: 'boolean' } }, run: rules });
