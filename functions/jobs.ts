// Work without a bound (STYLE.md, jobs), piece by piece: look up, decide, commit with the cursor, post, and bring about the next piece.
//
// job       a piece is                                         it ends with
// import    2,000 rows of an attached file                     one report
// export    one letter of at most 6 MB                         the last of them; then leaving, where that was asked
// leave     a hundred rows, once the export has gone out       a last line, and the account
// forget    a hundred rows                                     –
// release   everything that is held and finds room             –
// rework    one mail that its writer has confirmed             a line about mails that are no longer kept
// summary   the running month's                                –

import type { Job } from './introductions/known.ts';
import { releasePiece } from './release.ts';
import { carryThrough } from './reports.ts';
import { type ReworkCursor, reworkPiece } from './rework.ts';
import { enqueue } from './store/due.ts';
import { forgetPiece } from './store/erase.ts';
import { type ExportCursor, exportPiece } from './store/export-job.ts';
import { Overtaken } from './store/failures.ts';
import { type ImportCursor, importPiece } from './store/import-job.ts';
import type { Item } from './store/items.ts';
import { cursorWrite, done, jobIn, type Piece } from './store/jobs.ts';
import { type LeaveCursor, leavePiece } from './store/leave-job.ts';
import type { Store } from './store/store.ts';
import { summaryPiece } from './summaries.ts';
import { logger } from './telemetry.ts';

/** Works on the next piece of the job. Throws where it has to be tried again; a piece that somebody else has done is no error. */
export async function workOnJob(store: Store, item: Item, now: string): Promise<void> {
  const began = performance.now();
  const { job, cursor } = jobIn(item);
  const piece = await pieceOf(store, job, cursor, now);
  // Time goes on with the work: the next piece is brought for when this one has ended.
  const then = new Date(Date.parse(now) + Math.round(performance.now() - began)).toISOString();
  const { changes = [], letters = [], also = [] } = piece;
  const moved =
    piece.kind === 'done' ? { consumes: item, also } : { also: [cursorWrite(store, item, piece, then), ...also] };
  try {
    const outcome = { decisions: [{ place: 'piece', changes, letters }], reason: job.kind };
    await carryThrough(store, outcome, { now, mentorId: job.mentorId, claim: null, ...moved });
  } catch (error) {
    // Somebody else was quicker with this piece, and brings about the next.
    if (error instanceof Overtaken) return;
    throw error;
  }
  logger.info('job', { job: job.id, kind: job.kind, piece: piece.kind });
  if (piece.kind === 'more') await enqueue(store, [item], then);
}

async function pieceOf(store: Store, job: Job, cursor: object | null, now: string): Promise<Piece> {
  switch (job.kind) {
    case 'import':
      return importPiece(store, job, cursor as ImportCursor | null, now);
    case 'export':
      return exportPiece(store, job, cursor as ExportCursor | null);
    case 'leave':
      return leavePiece(store, job, cursor as LeaveCursor | null, now);
    case 'forget':
      return (await forgetPiece(store, job)) ? done : { kind: 'more', cursor: {} };
    case 'release':
      return releasePiece(store, job, now);
    case 'rework':
      return reworkPiece(store, job, cursor as ReworkCursor | null, now);
    case 'summary':
      return summaryPiece(store, job, now);
    default:
      return job satisfies never;
  }
}
