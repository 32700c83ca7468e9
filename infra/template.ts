// The template without the code: what runs locally and what tests read about tables, queues and environments is what gets deployed.

import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { StepbackStack } from './stack.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
}

/** Synthesised in memory within about a second, offline, without bundling the functions. */
export function template(domain: string): Template {
  const app = new App({ analyticsReporting: false });
  const stack = new StepbackStack(app, 'Stepback', {
    domain,
    env: { region: 'us-east-1' },
    code: () => Code.fromInline('// not bundled'),
    hostedZone: null,
    ruleSet: null,
    alarms: null,
    sandbox: [],
  });
  return app.synth().getStackByName(stack.stackName).template as Template;
}
