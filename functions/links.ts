// Somebody clicked: the one-click unsubscribe of a letter to one (RFC 8058). POST does it, with no redirect and no cookie; GET only shows
// a page with a button, since mail programs and scanners fetch links by themselves (MAIL-RULES H3).

import type { LambdaFunctionURLEvent, LambdaFunctionURLResult } from 'aws-lambda';
import { untilNotOvertaken } from './batch.ts';
import { store } from './config.ts';
import type { Decided } from './hats.ts';
import { page } from './letters/unsubscribe-page.ts';
import type { Mentor } from './people/mentor.ts';
import { carryThrough, stopped } from './reports.ts';
import { mentorById } from './store/accounts.ts';
import { type Unsubscribe, unsubscribeOf } from './store/links.ts';
import { count, logger, publish } from './telemetry.ts';

export async function handler(event: LambdaFunctionURLEvent): Promise<LambdaFunctionURLResult> {
  const { method } = event.requestContext.http;
  const token = /^\/u\/([^/]+)$/.exec(event.rawPath)?.[1];
  const wanted = token === undefined ? null : await unsubscribeOf(store(), token);
  if (wanted === null) return answer(404, page({ kind: 'unknown' }));
  if (method === 'GET' || method === 'HEAD') return answer(200, page({ kind: 'ask', ...wanted }));
  if (method !== 'POST') return { statusCode: 405, headers: { allow: 'GET, POST' } };
  const now = new Date(event.requestContext.timeEpoch).toISOString();
  await untilNotOvertaken(async () => {
    const { outcome, mentorId } = await decide(wanted, now);
    await carryThrough(store(), outcome, { now, mentorId, claim: null });
    logger.info('click', { purpose: wanted.purpose, reason: outcome.reason });
  });
  count('Unsubscribes');
  publish();
  return answer(200, page({ kind: 'done', ...wanted }));
}

async function decide({ mentorId, address, purpose }: Unsubscribe, now: string): Promise<Decided> {
  if (purpose === 'everything')
    return stopped(store(), { address, name: '', id: `click/${mentorId}/${now}` }, mentorId, now);
  const mentor = await mentorById(store(), mentorId);
  return { outcome: { decisions: mentor?.summary ? [summaryOff(mentor)] : [], reason: 'summary off' }, mentorId };
}

const summaryOff = (mentor: Mentor) => ({
  place: 'summary off',
  changes: [{ kind: 'mentor', mentor: { ...mentor, summary: false }, was: mentor } as const],
  letters: [],
});

const answer = (statusCode: number, body: string): LambdaFunctionURLResult => ({
  statusCode,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  },
  body,
});
