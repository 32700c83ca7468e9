// What gets deployed, as the tests read it: the template of the stack and the few questions that they ask it.

import { Template as Assertions } from 'aws-cdk-lib/assertions';
import type { StepbackProps } from '../../infra/stack.ts';
import { type Resource, type Template, template } from '../../infra/template.ts';

export const domain = 'intro.example.com';

export const deployed: Template = template(domain);

/** CDK's own way of asking, over the same template. */
export const asserted = (settings?: Partial<StepbackProps>): Assertions =>
  Assertions.fromJSON(
    (settings === undefined ? deployed : template(domain, settings)) as unknown as Record<string, unknown>,
  );

export const ofType = (type: string, of: Template = deployed): readonly (readonly [string, Resource])[] =>
  Object.entries(of.Resources).filter(([, resource]) => resource.Type === type);

/** The value at a path of keys, or undefined; templates are plain JSON. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[key] : undefined,
    value,
  );

export interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}

export const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

export const statementsOf = (resource: Resource): readonly Statement[] =>
  list(at(resource.Properties, 'PolicyDocument', 'Statement') as readonly Statement[]);

/** Handler → the statements of its role's policies. */
export function policiesByHandler(of: Template = deployed): ReadonlyMap<string, readonly Statement[]> {
  const policies = ofType('AWS::IAM::Policy', of);
  return new Map(
    ofType('AWS::Lambda::Function', of).map(([, fn]) => {
      const role = at(fn.Properties, 'Role', 'Fn::GetAtt', 0);
      const attached = policies.filter(([, policy]) =>
        list(at(policy.Properties, 'Roles')).some((one) => at(one, 'Ref') === role),
      );
      return [at(fn.Properties, 'Handler') as string, attached.flatMap(([, policy]) => statementsOf(policy))];
    }),
  );
}
