// The CDK app: settings from the context, the functions bundled once, one stack. `npx cdk synth -c domain=intro.example.com`

import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bundleFunctions } from './bundle.ts';
import { SettingsError, settingsOf } from './settings.ts';
import { StepbackStack } from './stack.ts';

const app = new App();
try {
  const { region, ...settings } = settingsOf((key) => app.node.tryGetContext(key), process.env.CDK_DEFAULT_REGION);
  const bundleOf = bundleFunctions(join(app.outdir, 'functions'));
  new StepbackStack(app, 'Stepback', {
    ...settings,
    env: {
      region,
      ...(process.env.CDK_DEFAULT_ACCOUNT === undefined ? {} : { account: process.env.CDK_DEFAULT_ACCOUNT }),
    },
    code: (trigger) => Code.fromAsset(bundleOf(trigger)),
  });
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exit(1);
}
