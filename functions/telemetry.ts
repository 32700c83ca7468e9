// What the functions tell whoever runs them: structured logs and a few metrics, with ids, counts and reasons, never bodies, names,
// addresses or tokens.

import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

// Service (the mail domain) and namespace are the environment's, so that two installations in one account stay apart.
export { MetricUnit as Unit };

export const logger = new Logger();
export const metrics = new Metrics();

/** Counts something once more; published when the function ends (`metrics.publishStoredMetrics`). */
export const count = (name: string, by = 1): void => {
  metrics.addMetric(name, MetricUnit.Count, by);
};
