// Commit, then post: the last two of the seven steps, the same for whatever was decided. Jobs begin at once.

import type { Outcome } from '../introductions/known.ts';
import { type CommitOptions, commit } from './commit.ts';
import { enqueue } from './due.ts';
import { DoneBefore } from './failures.ts';
import { type Posted, post } from './post.ts';
import type { Store } from './store.ts';
import { jobKey, type Key } from './table.ts';

/** Called with each mark as it is written, so that another attempt after `Overtaken` does not decide it again. */
export type Marked = (place: string, line: string) => void;

/**
 * Commits the decisions in their order, each in a transaction of its own, then posts all their letters. Throws `Overtaken` as `commit`
 * does; the letters of decisions that stand are posted all the same.
 */
export async function carryOut(
  store: Store,
  outcome: Outcome,
  options: CommitOptions,
  marked: Marked = () => {},
): Promise<Posted[]> {
  // What else is to be written with a decision is not written where its letters exist: then whoever asked for it must know.
  const isMoreWanted = options.also !== undefined || options.consumes !== undefined;
  const tags: string[] = [];
  const jobs: Key[] = [];
  const posted: Posted[] = [];
  try {
    for (const decision of outcome.decisions) {
      tags.push(...(await commit(store, decision, options).catch(isMoreWanted ? thrown : noneIfDoneBefore)));
      jobs.push(...decision.changes.flatMap((change) => (change.kind === 'job' ? [jobKey(change.job.id)] : [])));
      marked(decision.place, decision.line ?? '');
    }
  } finally {
    // What stands is sent, also when a later decision was overtaken.
    if (tags.length > 0) posted.push(...(await post(store, tags, options.now)));
    // A job is due from its beginning: where the queue fails, the clock brings it within a minute.
    if (jobs.length > 0) await enqueue(store, jobs, options.now).catch(() => {});
  }
  return posted;
}

const thrown = (error: unknown): never => {
  throw error;
};

function noneIfDoneBefore(error: unknown): readonly string[] {
  if (error instanceof DoneBefore) return [];
  throw error;
}
