// What others have learned the hard way, as rules: AWS Solutions (cdk-nag), and CloudFormation's own check of the template.

import { App, Validations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { type StepbackProps, StepbackStack } from '../../infra/stack.ts';

const strict = { '@aws-cdk/core:validateAgainstDefaultRules': true, '@aws-cdk/core:strictCfnValidateErrors': true };

const everyWay: readonly [string, Partial<StepbackProps>][] = [
  ['with records as outputs and a rule set of its own', {}],
  [
    'with a hosted zone, a rule set of somebody else and alarms',
    { hostedZone: { name: 'example.com', id: 'Z0123456789ABC' }, ruleSet: 'company-rules', alarms: 'ops@example.com' },
  ],
  ['in the sandbox', { sandbox: ['helen@example.org'] }],
];

describe.each(everyWay)('%s', (_way, settings) => {
  test('cdk-nag and CloudFormation find nothing: a finding makes synthesis throw', () => {
    const app = new App({ context: strict, analyticsReporting: false });
    new StepbackStack(app, 'Stepback', {
      domain: 'intro.example.com',
      env: { region: 'us-east-1' },
      code: () => Code.fromInline('// not bundled'),
      hostedZone: null,
      ruleSet: null,
      alarms: null,
      sandbox: [],
      ...settings,
    });
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    expect(() => app.synth()).not.toThrow();
  });
});
