// The mailroom: the page on which each person's mailbox is read and written from, and the interface for it, for tests and for scripts (PRODUCT.md
// section 8, to the letter). On the loopback interface; refuses requests that a foreign web page makes a browser send.
//
// | call                    | does                                                              |
// |-------------------------|-------------------------------------------------------------------|
// | GET /                   | the page                                                          |
// | GET /api/health         | `{"ok":true}`                                                     |
// | POST /api/reset         | empties everything                                                |
// | POST /api/mentors       | makes a mentor                                                    |
// | POST /api/people        | fills a mentor's book                                             |
// | POST /api/mail          | hands in a mail, answers when it has been worked on               |
// | GET /api/letters        | the letters sent                                                  |
// | GET /api/introductions  | a mentor's introductions                                          |
// | POST /api/clock         | turns the clock forward; GET tells the time                       |
// | GET /api/dead-letters   | what could not be worked on; POST brings it back to be worked on  |
// | GET /api/mailroom       | what the page shows around the letters                            |
// | /u/…                    | one-click links                                                   |

import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { DateTime, Duration } from 'luxon';
import { z } from 'zod';
import { type Answer, bodyOf, type Listening, listen } from './aws-endpoint.ts';
import { NotDone } from './book-keeping.ts';
import type { SentLetter } from './letter-box.ts';
import type { Proof } from './notifications.ts';
import type { DeadLetter } from './queue.ts';
import { largestMail } from './reception.ts';

export interface HandedIn {
  readonly mailFrom: string;
  readonly rcptTo: readonly string[];
  readonly proof: Proof;
  readonly raw: Buffer;
}

/** What the mailroom needs of the house. What cannot be done throws `NotDone`. */
export interface House {
  /** Whether everything is there to work with; until then every call is answered with 503. */
  ready(): boolean;
  reset(): Promise<void>;
  addMentor(given: unknown): Promise<object>;
  addPeople(mentor: string, given: unknown): Promise<object>;
  /** Resolves with SES's id once the mail has been worked on. */
  handIn(mail: HandedIn): Promise<string>;
  letters(wanted: { since: number; to: string | null }): Promise<SentLetter[]>;
  introductions(mentor: string): Promise<object[]>;
  now(): Date;
  turnTo(target: Date): Promise<void>;
  deadLetters(): Promise<DeadLetter[]>;
  redrive(): Promise<number>;
  /** For the page: the domain, the time, whose mailboxes there are, how many letters and dead letters. */
  overview(): Promise<object>;
  click(request: IncomingMessage, body: Buffer): Promise<Answer>;
}

type Call = (house: House, request: IncomingMessage, query: URLSearchParams) => Promise<Answer>;

const calls: Readonly<Record<string, Call>> = {
  'GET /': () => page('mailroom-page.html', 'text/html; charset=utf-8'),
  'GET /mailroom-page.css': () => page('mailroom-page.css', 'text/css; charset=utf-8'),
  'GET /mailroom-mail.js': () => page('mailroom-mail.js', 'text/javascript; charset=utf-8'),
  'GET /mailroom-page.js': () => page('mailroom-page.js', 'text/javascript; charset=utf-8'),
  'GET /api/health': async () => json(200, { ok: true }),
  'POST /api/reset': async (house) => {
    await house.reset();
    return json(200, { now: house.now().toISOString() });
  },
  'POST /api/mentors': async (house, request) => json(201, await house.addMentor(await jsonOf(request))),
  'POST /api/people': async (house, request, query) =>
    json(201, await house.addPeople(required(query, 'mentor'), await jsonOf(request))),
  'POST /api/mail': async (house, request, query) => {
    const envelope = envelopeOf(query);
    const raw = await bodyOf(request, largestMail);
    return json(200, { messageId: await house.handIn({ ...envelope, raw }) });
  },
  'GET /api/letters': async (house, _request, query) =>
    json(200, await house.letters({ since: sinceOf(query), to: query.get('to') })),
  'GET /api/introductions': async (house, _request, query) =>
    json(200, await house.introductions(required(query, 'mentor'))),
  'GET /api/clock': async (house) => json(200, { now: house.now().toISOString() }),
  'POST /api/clock': async (house, request) => {
    await house.turnTo(targetOf(await jsonOf(request), house.now()));
    return json(200, { now: house.now().toISOString() });
  },
  'GET /api/mailroom': async (house) => json(200, await house.overview()),
  'GET /api/dead-letters': async (house) => json(200, await house.deadLetters()),
  'POST /api/dead-letters': async (house) => json(200, { again: await house.redrive() }),
};

const largestJson = 64 * 1024 * 1024;
const largestClick = 64 * 1024;
/** Farther than any entry of anybody's is due, and near enough that a mistyped year is refused. */
const farthestTurnMs = 20 * 366 * 86_400_000;

export function openMailroom(port: number, house: House): Promise<Listening> {
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://mailroom');
    refuseForeignPages(request, pathname);
    if (!house.ready()) throw new NotDone(503, 'not ready yet');
    if (pathname.startsWith('/u/')) return house.click(request, await bodyOf(request, largestClick));
    const call = calls[`${request.method === 'HEAD' ? 'GET' : request.method} ${pathname}`];
    if (call === undefined) throw new NotDone(...notFound(pathname));
    return call(house, request, searchParams);
  };
  const answerKnown = async (request: IncomingMessage): Promise<Answer> => {
    try {
      return await answer(request);
    } catch (error) {
      if (error instanceof NotDone) return json(error.status, { error: error.message });
      throw error;
    }
  };
  return listen(port, answerKnown, ({ status, message }) => json(status, { error: message }));
}

/** The path exists with another method, or not at all. */
function notFound(pathname: string): [number, string] {
  const methods = Object.keys(calls)
    .filter((call) => call.endsWith(` ${pathname}`))
    .map((call) => call.split(' ')[0]);
  return methods.length > 0
    ? [405, `${pathname} takes ${methods.join(' and ')}`]
    : [404, `there is nothing at ${pathname}`];
}

/**
 * A name that somebody else's DNS points at 127.0.0.1 must not reach us by a browser (DNS rebinding), and another site's page must not make one post here.
 * A mail program's one-click post has no origin to look at.
 */
function refuseForeignPages(request: IncomingMessage, pathname: string): void {
  const host = request.headers.host ?? '';
  const isOurs = (name: string): boolean => /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(name);
  if (!isOurs(host)) throw new NotDone(421, `this is a loopback service; "${host}" is no name of it`);
  const { origin } = request.headers;
  if (origin !== undefined && !pathname.startsWith('/u/') && origin !== `http://${host}`)
    throw new NotDone(403, `pages of ${origin} may not call here`);
}

function envelopeOf(query: URLSearchParams): Omit<HandedIn, 'raw'> {
  const from = query.get('from');
  if (from === null) throw new NotDone(400, 'from is missing; an empty one is the null sender');
  const proof = z.enum(['pass', 'fail', 'none']).safeParse(query.get('auth') ?? 'pass');
  if (!proof.success) throw new NotDone(400, 'auth is pass, fail or none');
  const rcptTo = required(query, 'to')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  if (rcptTo.length === 0) throw new NotDone(400, 'to names nobody');
  return { mailFrom: from === '<>' ? '' : from.trim(), rcptTo, proof: proof.data };
}

function sinceOf(query: URLSearchParams): number {
  const since = Number(query.get('since') ?? 0);
  if (!Number.isInteger(since) || since < 0) throw new NotDone(400, 'since is the number of a letter');
  return since;
}

const turning = z.union([
  z.strictObject({ advance: z.string() }),
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
]);

function targetOf(given: unknown, now: Date): Date {
  const parsed = turning.safeParse(given);
  if (!parsed.success)
    throw new NotDone(400, 'give {"advance":"P7D"} (ISO 8601 duration) or {"now":"2027-01-01T08:00:00Z"}');
  const target = 'now' in parsed.data ? new Date(parsed.data.now) : after(now, parsed.data.advance);
  // A script that reads the time and gives it back must not fail by the milliseconds in between.
  if (target.getTime() < now.getTime() - 60_000)
    throw new NotDone(400, `it is ${now.toISOString()}; the clock turns forward only`);
  if (target.getTime() - now.getTime() > farthestTurnMs) throw new NotDone(400, 'the clock turns by 20 years at most');
  return target;
}

/** Days and months as the calendar has them, in UTC. */
function after(now: Date, iso: string): Date {
  const duration = Duration.fromISO(iso);
  if (!duration.isValid) throw new NotDone(400, `"${iso}" is no ISO 8601 duration like P7D or PT90M`);
  return DateTime.fromJSDate(now, { zone: 'utc' }).plus(duration).toJSDate();
}

function required(query: URLSearchParams, name: string): string {
  const value = query.get(name);
  if (value === null || value === '') throw new NotDone(400, `${name} is missing`);
  return value;
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const body = (await bodyOf(request, largestJson)).toString();
  try {
    return JSON.parse(body);
  } catch {
    throw new NotDone(400, 'the body is no JSON');
  }
}

const json = (status: number, body: unknown): Answer => ({
  status,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  },
  body: JSON.stringify(body),
});

/** Nothing from elsewhere, no script but its own; letters' HTML is shown in frames that may do nothing. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

async function page(file: string, type: string): Promise<Answer> {
  return {
    status: 200,
    headers: {
      'content-type': type,
      'content-security-policy': contentSecurityPolicy,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
    body: await readFile(join(import.meta.dirname, file)),
  };
}
