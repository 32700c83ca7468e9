// One Lambda function: its own role, its own log group, and no permission that is not listed. Every function of the stack is made here.

import { type Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';

/** The files of `functions/` that hold handlers. */
export type Trigger = 'inbound' | 'outcomes' | 'clock' | 'links';
export const triggers: readonly Trigger[] = ['inbound', 'outcomes', 'clock', 'links'];

export interface FunctionProps {
  /** `FILE.EXPORT`, as Lambda names a handler. */
  readonly handler: `${Trigger}.${string}`;
  readonly description: string;
  readonly code: Code;
  readonly environment: Readonly<Record<string, string>>;
  readonly may: readonly PolicyStatement[];
  readonly timeout: Duration;
  readonly memoryMegabytes: number;
}

export function lambdaFunction(stack: Stack, id: string, props: FunctionProps): LambdaFunction {
  const role = new Role(stack, `${id}Role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: `What ${props.handler} may do`,
  });
  for (const statement of props.may) role.addToPolicy(statement);
  // Given, not made by Lambda at the first run: only then have the logs an end, and the role needs no right to make groups.
  const logGroup = new LogGroup(stack, `${id}Logs`, {
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  logGroup.grantWrite(role);
  return new LambdaFunction(stack, id, {
    description: props.description,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: props.handler,
    code: props.code,
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    timeout: props.timeout,
    memorySize: props.memoryMegabytes,
    environment: {
      ...props.environment,
      NODE_OPTIONS: '--enable-source-maps',
      POWERTOOLS_SERVICE_NAME: props.environment.DOMAIN ?? '',
      POWERTOOLS_METRICS_NAMESPACE: 'Stepback',
    },
  });
}
