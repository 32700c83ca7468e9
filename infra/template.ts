// The template without the code: what the local runner and the tests read about tables, queues and environments is what gets deployed.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type StepbackProps, StepbackStack } from './stack.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: readonly string[];
}

/** Logical id → resource, as CloudFormation gets it: references are still `{ Ref }` and `{ 'Fn::GetAtt' }`. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs: Readonly<Record<string, { readonly Value: unknown }>>;
}

const region = 'us-east-1';

/** Synthesised offline within a second, without bundling a function and without checking the template: `npx cdk synth` does both. */
export function template(domain: string, settings: Partial<StepbackProps> = {}): Template {
  const outdir = mkdtempSync(join(tmpdir(), 'stepback-template-'));
  try {
    const app = new App({
      outdir,
      analyticsReporting: false,
      treeMetadata: false,
      context: { 'aws:cdk:disable-stack-trace': true },
    });
    const stack = new StepbackStack(app, 'Stepback', {
      domain,
      env: { region },
      code: () => Code.fromInline('// not bundled'),
      hostedZone: null,
      ruleSet: null,
      alarms: null,
      sandbox: [],
      ...settings,
    });
    return app.synth().getStackByName(stack.stackName).template as Template;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
