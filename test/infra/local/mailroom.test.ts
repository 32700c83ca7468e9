// The mailroom's interface (PRODUCT.md section 8), with stand-ins for the functions: mentors, people, clock, reset, dead letters, and who may call.
import { request } from 'node:http';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { bookOf, mentorByAddress } from '../../../functions/store/accounts.ts';
import { dueAttributes } from '../../../functions/store/table.ts';
import { AwsError } from '../../../infra/local/aws-endpoint.ts';
import { type Local, startLocal } from '../../local.ts';

let local: Local;
let ticks: string[];
/** What `clock.due` does with a key; by default the item is no longer due then. */
let work: (key: { pk: string; sk: string }) => Promise<void>;
let failing: boolean;

beforeAll(async () => {
  local = await startLocal({
    handler: async (name) => async (event) => {
      if (name === 'inbound.handler' && failing) throw new AwsError(500, 'OutOfOrder', 'out of order');
      if (name === 'clock.tick') ticks.push((event as { time: string }).time);
      if (name === 'clock.tick') await work({ pk: '', sk: '' });
      if (name === 'links.handler')
        return { statusCode: 202, headers: { 'x-path': (event as { rawPath: string }).rawPath }, body: 'done' };
      return { batchItemFailures: [] };
    },
  });
});

beforeEach(async () => {
  failing = false;
  work = async () => {};
  await call('POST', '/api/reset');
  ticks = [];
});

afterAll(() => local.stop());

async function call(method: string, path: string, body?: unknown) {
  const response = await fetch(local.machine.url + path, {
    method,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

const ruth = { name: 'Ruth Abiola', email: 'Ruth@abiola.example', timezone: 'Europe/Paris' };
const nobody = { error: expect.any(String) };

describe('mentors and people', () => {
  test('a mentor is made without a letter, and once', async () => {
    expect(await call('POST', '/api/mentors', ruth)).toMatchObject({ status: 201 });
    expect(await mentorByAddress(local.machine.store, 'ruth@abiola.example')).toMatchObject({
      name: 'Ruth Abiola',
      timeZone: 'Europe/Paris',
    });
    expect(await call('POST', '/api/mentors', ruth)).toEqual({ status: 409, body: nobody });
    expect(await call('GET', '/api/letters')).toEqual({ status: 200, body: [] });
  });

  test.each([
    ['no name', { email: 'a@x.example' }],
    ['no address', { name: 'A', email: 'nowhere' }],
    ['no time zone', { name: 'A', email: 'a@x.example', timezone: 'Mars/Olympus' }],
    ['no JSON', '{'],
    ['a list', []],
  ])('%s is no mentor', async (_, given) => {
    expect(await call('POST', '/api/mentors', given)).toEqual({ status: 400, body: nobody });
  });

  test('a book is filled with every field', async () => {
    await call('POST', '/api/mentors', ruth);
    const people = [
      {
        name: 'Ana Sousa',
        email: 'Ana@x.example',
        otherEmails: ['ana@home.example'],
        kind: 'protege',
        organisation: 'Oficina',
        background: 'Repairs clocks.',
        tags: ['clocks'],
        goals: 'A workshop of her own.',
        links: ['https://ana.example'],
        askFirst: true,
      },
      { name: 'Bo Lind', knownThrough: 'ana@x.example' },
    ];
    expect(await call('POST', '/api/people?mentor=ruth@abiola.example', people)).toEqual({
      status: 201,
      body: { people: 2 },
    });
    const mentor = await mentorByAddress(local.machine.store, 'ruth@abiola.example');
    const book = await bookOf(local.machine.store, mentor?.id ?? '');
    const ana = book.find(({ name }) => name === 'Ana Sousa');
    expect(ana).toMatchObject({
      addresses: ['ana@x.example', 'ana@home.example'],
      kind: 'protege',
      consent: 'ask first',
      organisation: 'Oficina',
      background: 'Repairs clocks.',
      tags: ['clocks'],
      goals: 'A workshop of her own.',
      links: ['https://ana.example'],
    });
    expect(book.find(({ name }) => name === 'Bo Lind')).toMatchObject({ addresses: [], knownThrough: ana?.id });
  });

  test.each([
    ['an unknown mentor', '/api/people?mentor=x@y.example', [], 404],
    ['no mentor', '/api/people', [], 400],
    ['no list', '/api/people?mentor=ruth@abiola.example', { name: 'A' }, 400],
    ['no kind of person', '/api/people?mentor=ruth@abiola.example', [{ name: 'A', kind: 'friend' }], 400],
    [
      'one address twice',
      '/api/people?mentor=ruth@abiola.example',
      [
        { name: 'A', email: 'a@x.example' },
        { name: 'B', email: 'a@x.example' },
      ],
      409,
    ],
    [
      'known through nobody',
      '/api/people?mentor=ruth@abiola.example',
      [{ name: 'A', knownThrough: 'b@x.example' }],
      400,
    ],
  ])('%s is refused', async (_, path, people, status) => {
    await call('POST', '/api/mentors', ruth);
    expect(await call('POST', path, people)).toEqual({ status, body: nobody });
  });

  test('a mentor without introductions has none, an unknown one is not found', async () => {
    await call('POST', '/api/mentors', ruth);
    expect(await call('GET', '/api/introductions?mentor=ruth@abiola.example')).toEqual({ status: 200, body: [] });
    expect(await call('GET', '/api/introductions?mentor=x@y.example')).toEqual({ status: 404, body: nobody });
  });
});

describe('the clock', () => {
  const at = async () => Date.parse(((await call('GET', '/api/clock')).body as { now: string }).now);
  const dueIn = async (pk: string, milliseconds: number) => {
    const key = { pk, sk: 'X' };
    const dueAt = new Date((await at()) + milliseconds).toISOString();
    await local.machine.store.db.send(
      new PutCommand({ TableName: local.machine.store.tableName, Item: { ...key, ...dueAttributes(key, dueAt) } }),
    );
    return dueAt;
  };
  const notDueAnyMore = (pk: string) =>
    local.machine.store.db.send(new PutCommand({ TableName: local.machine.store.tableName, Item: { pk, sk: 'X' } }));

  test.each([
    [{ advance: 'P7D' }, 7 * 86_400_000],
    [{ advance: 'PT90M' }, 90 * 60_000],
    [{ advance: 'P1W' }, 7 * 86_400_000],
  ])('%j turns it by %d ms', async (given, milliseconds) => {
    const before = await at();
    const { body } = await call('POST', '/api/clock', given);
    const turned = Date.parse((body as { now: string }).now) - before;
    expect(turned).toBeGreaterThanOrEqual(milliseconds);
    expect(turned).toBeLessThan(milliseconds + 5000);
  });

  test('it can be set to an instant, months being those of the calendar', async () => {
    await call('POST', '/api/clock', { now: '2032-01-31T08:00:00Z' });
    const { body } = await call('POST', '/api/clock', { advance: 'P1M' });
    expect(body).toEqual({ now: expect.stringMatching(/^2032-02-29T08:00:0/) });
  });

  test('everything due on the way is done in order, each at its own time, and the clock function is called at the end', async () => {
    const times = [await dueIn('b', 3000), await dueIn('a', 1000), await dueIn('c', 100_000_000)];
    work = async () => {
      if (ticks.at(-1) === times[0]) await notDueAnyMore('b');
      if (ticks.at(-1) === times[1]) await notDueAnyMore('a');
    };
    await call('POST', '/api/clock', { advance: 'PT1H' });
    expect(ticks.slice(0, 2)).toEqual([times[1], times[0]]);
    expect(ticks).toHaveLength(3);
  });

  test('what stays due is tried once and holds nothing up', async () => {
    const stuck = await dueIn('stuck', 1000);
    const after = await dueIn('after', 2000);
    work = async () => {
      if (ticks.at(-1) === after) await notDueAnyMore('after');
    };
    await call('POST', '/api/clock', { advance: 'PT1H' });
    expect(ticks.slice(0, -1)).toEqual([stuck, after]);
  });

  test('it is kept from one start to the next', async () => {
    await call('POST', '/api/clock', { now: '2033-05-01T08:00:00Z' });
    await local.restart();
    expect(await at()).toBeGreaterThanOrEqual(Date.parse('2033-05-01T08:00:00Z'));
  });

  test.each([
    ['back', { now: '2001-01-01T00:00:00Z' }],
    ['by nothing readable', { advance: 'a week' }],
    ['by less than nothing', { advance: 'P-1D' }],
    ['to no instant', { now: 'tomorrow' }],
    ['by a thousand years', { advance: 'P1000Y' }],
    ['by two things', { advance: 'P1D', now: '2040-01-01T00:00:00Z' }],
    ['by nothing', {}],
  ])('it does not turn %s', async (_, given) => {
    expect(await call('POST', '/api/clock', given)).toEqual({ status: 400, body: nobody });
  });
});

test('reset empties everything and sets the clock to the real time', async () => {
  await call('POST', '/api/mentors', ruth);
  await call('POST', '/api/clock', { advance: 'P30D' });
  expect(await call('POST', '/api/reset')).toMatchObject({ status: 200 });
  expect(await mentorByAddress(local.machine.store, 'ruth@abiola.example')).toBeNull();
  expect(Math.abs(local.machine.now().getTime() - Date.now())).toBeLessThan(1000);
  expect(await call('GET', '/api/mailroom')).toMatchObject({ body: { known: [], lastLetter: 0, deadLetters: 0 } });
});

test('dead letters are shown, and worked on again when asked for', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  failing = true;
  await local.restart({ retryMs: [1] });
  await call('POST', '/api/mail?from=a@x.example&to=intro@stepback.test', 'From: a@x.example\r\n\r\n');
  expect(await call('GET', '/api/dead-letters')).toMatchObject({
    body: [{ queue: 'inbound', body: expect.stringContaining('Received') }],
  });
  failing = false;
  expect(await call('POST', '/api/dead-letters')).toEqual({ status: 200, body: { again: 1 } });
  await expect.poll(async () => (await call('GET', '/api/dead-letters')).body).toEqual([]);
  vi.restoreAllMocks();
});

test('one-click links go to the function, method, path and all', async () => {
  const response = await fetch(`${local.machine.url}/u/token.of.some?kind=1`, {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
  });
  expect([response.status, response.headers.get('x-path'), await response.text()]).toEqual([
    202,
    '/u/token.of.some',
    'done',
  ]);
});

describe('calls', () => {
  test('health tells that it is there', async () => {
    expect(await call('GET', '/api/health')).toEqual({ status: 200, body: { ok: true } });
  });

  test.each([
    ['GET', '/api/elsewhere', 404],
    ['PUT', '/api/mail', 405],
    ['GET', '/../../package.json', 404],
    ['GET', '/api/letters?since=x', 400],
  ])('%s %s: %d', async (method, path, status) => {
    expect(await call(method, path)).toEqual({ status, body: nobody });
  });

  test.each([
    ['a foreign name that leads here', { host: 'evil.example' }, 421],
    ['the page of another site', { origin: 'https://evil.example' }, 403],
    ['a page without origin', { origin: 'null' }, 403],
    ['the mailroom itself', {}, 200],
  ])('by %s: %d', async (_, headers, status) => {
    const { port } = new URL(local.machine.url);
    const answered = await new Promise((resolve) => {
      request(
        { host: '127.0.0.1', port, path: '/api/health', headers: { host: `127.0.0.1:${port}`, ...headers } },
        (response) => resolve(response.statusCode),
      ).end();
    });
    expect(answered).toBe(status);
  });

  test('the page comes with a policy that lets nothing in from elsewhere', async () => {
    const page = await fetch(`${local.machine.url}/`);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    const linked = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)]
      .map(([, path = '']) => path)
      .filter((path) => path !== 'data:,');
    expect(linked.length).toBeGreaterThan(0);
    for (const path of linked) {
      const answered = await fetch(local.machine.url + path);
      expect(answered.status).toBe(200);
      linked.push(...[...(await answered.text()).matchAll(/ from '(\/[^']+)'/g)].map(([, module = '']) => module));
    }
    expect(linked).toContain('/mailroom-mail.js');
  });
});
