// What the functions tell whoever runs them: structured logs and a few metrics, with ids, counts and reasons, never bodies, names,
// addresses or tokens.

import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

// Service (the mail domain) and namespace are the environment's, so that two installations in one account stay apart.
export const logger = new Logger();
const metrics = new Metrics();

/** Counts something; published when the function ends. */
export const count = (name: string, by = 1): void => {
  metrics.addMetric(name, MetricUnit.Count, by);
};

export function publish(): void {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
}
