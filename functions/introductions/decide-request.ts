// One table: what each request of PRODUCT.md section 3 brings about. A new request is a kind in language/requests.ts, a line here,
// and a function in the room's file that holds its concept.

import type { Request, RequestKind } from '../language/requests.ts';
import { add, askBackground, exportAll, forget, show, tell } from './book.ts';
import type { Brought, Desk } from './brought.ts';
import { bringing } from './brought.ts';
import { askToIntroduce, askWhoTheyKnow, find, goOver, recommend, suggest } from './finding.ts';
import { importAttached } from './import.ts';
import { askFirst, introduce } from './introduce.ts';
import type { Pending, PendingOf } from './question.ts';
import { introducedAlready } from './recorded.ts';
import {
  help,
  leave,
  limitMonth,
  limitOpen,
  pause,
  remind,
  resume,
  setting,
  status,
  summaryNow,
  unknown,
} from './settings.ts';
import { askOutcome, steer } from './steer.ts';

const deciders: { readonly [K in RequestKind]: (desk: Desk, pending: PendingOf<K>) => Brought } = {
  introduce,
  'introduced-already': introducedAlready,
  'ask-first': askFirst,
  remind,
  add,
  import: importAttached,
  tell,
  'ask-background': askBackground,
  show,
  find,
  suggest,
  'go-over': goOver,
  recommend,
  'ask-who-they-know': askWhoTheyKnow,
  'ask-to-introduce': askToIntroduce,
  status,
  steer,
  outcome: askOutcome,
  'limit-open': limitOpen,
  'limit-month': limitMonth,
  pause,
  resume,
  setting,
  forget,
  export: exportAll,
  leave,
  summary: summaryNow,
  help,
  unknown,
};

/** What the request brings about, with whatever an answer has already settled. */
export function decideRequest(desk: Desk, pending: Pending): Brought {
  const question = desk.known.questions.find(({ id }) => id === pending.again);
  if (question !== undefined) return bringing({ changes: [{ kind: 'settle', question }], asks: question.parts });
  const decide = deciders[pending.request.kind] as (desk: Desk, pending: Pending) => Brought;
  return decide(desk, pending);
}

/** A request as it comes, with nothing settled yet. */
export const pendingOf = (request: Request): Pending => ({ request, chosen: {}, confirmed: [] });
