// Once, and never lost (MAIL-RULES G): claims, marks, and letters on their way through SES, with the real parts failing in every way.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Decision } from '../../functions/introductions/known.ts';
import { type Letter, letterOf } from '../../functions/letters/letter.ts';
import { tellNotSent } from '../../functions/reports.ts';
import { mentorByAddress } from '../../functions/store/accounts.ts';
import { carryOut } from '../../functions/store/carry-out.ts';
import { type Claim, claimMail, finishClaim, releaseClaim } from '../../functions/store/claim.ts';
import { commit } from '../../functions/store/commit.ts';
import { Overtaken } from '../../functions/store/failures.ts';
import { get } from '../../functions/store/items.ts';
import { post } from '../../functions/store/post.ts';
import type { Store } from '../../functions/store/store.ts';
import { letterKey, letterTag } from '../../functions/store/table.ts';
import { AwsError } from '../../infra/local/aws-endpoint.ts';
import { type Local, startLocal } from '../local.ts';

let local: Local;
let store: Store;
let mentorId: string;
let serial = 0;
let now: string;

beforeAll(async () => {
  local = await startLocal();
  store = local.machine.store;
  now = local.machine.now().toISOString();
  await local.machine.addMentor({ name: 'Ruth Alder', email: 'ruth@alder.test' });
  mentorId = (await mentorByAddress(store, 'ruth@alder.test'))?.id ?? '';
});
afterAll(() => local.stop());
beforeEach(() => local.machine.faults.clear());

const letterTo = (address: string, more: Partial<Letter> = {}): Letter =>
  letterOf({
    id: `test/${++serial}`,
    mentorId,
    audience: 'outsider',
    automation: 'person',
    from: { name: 'Ruth Alder via Stepback', localPart: 'intro' },
    to: [{ name: 'Ines Carvalho', address }],
    subject: `Letter ${serial}`,
    text: 'Dear Ines,\n\nhere it is.',
    unsubscribe: 'one-click',
    ...more,
  });

const decision = (...letters: Letter[]): Decision => ({ place: `d${++serial}`, changes: [], letters });

const committed = (letter: Letter) => commit(store, decision(letter), { now, mentorId, claim: null });

const stateOf = async (letter: Letter) => (await get(store, letterKey(letterTag(letter.id))))?.state;

async function claim(receivedId: string, owner = 'a', realNow = Date.now()): Promise<Claim> {
  const claimed = await claimMail(store, { receivedId, mailKey: 'inbound/x', now }, owner, realNow);
  if (claimed.kind !== 'mine') throw new Error(claimed.kind);
  return claimed.claim;
}

describe('a claim', () => {
  test('belongs to one worker at a time', async () => {
    await claim('claim-1', 'a');
    expect(await claimMail(store, { receivedId: 'claim-1', mailKey: 'inbound/x', now }, 'b', Date.now())).toEqual({
      kind: 'busy',
    });
  });

  test('is taken over once its lease has ended, with its marks', async () => {
    const first = await claim('claim-2', 'a');
    await commit(store, { ...decision(), place: '0', line: 'done' }, { now, mentorId, claim: first });
    const later = await claim('claim-2', 'b', Date.now() + 100_000);
    expect(later.done).toEqual(new Map([['0', 'done']]));
  });

  test('is taken over at once by the same message of the queue, which comes again only when its worker is dead', async () => {
    const mail = { receivedId: 'claim-6', mailKey: 'inbound/x', now, delivery: 'message-1' };
    await claimMail(store, mail, 'a', Date.now());
    expect(await claimMail(store, mail, 'b', Date.now())).toMatchObject({ kind: 'mine', claim: { owner: 'b' } });
    expect(await claimMail(store, { ...mail, delivery: 'message-2' }, 'c', Date.now())).toEqual({ kind: 'busy' });
  });

  test('that was released is taken at once', async () => {
    await releaseClaim(store, await claim('claim-3', 'a'));
    expect((await claim('claim-3', 'b')).owner).toBe('b');
  });

  test('that is finished is never taken again', async () => {
    await finishClaim(store, await claim('claim-4'), 'counted');
    expect(await claimMail(store, { receivedId: 'claim-4', mailKey: 'inbound/x', now }, 'b', Date.now() + 1e9)).toEqual(
      { kind: 'finished' },
    );
  });

  test('keeps whoever lost it from writing anything', async () => {
    const lost = await claim('claim-5', 'a');
    await claim('claim-5', 'b', Date.now() + 100_000);
    await expect(
      commit(store, decision(letterTo('one@carvalho.test')), { now, mentorId, claim: lost }),
    ).rejects.toThrow(Overtaken);
  });
});

describe('a decision', () => {
  test('is committed once: its mark keeps it from being written a second time', async () => {
    const mine = await claim('once');
    const once = decision(letterTo('two@carvalho.test'));
    expect(await commit(store, once, { now, mentorId, claim: mine })).toHaveLength(1);
    await expect(commit(store, once, { now, mentorId, claim: mine })).rejects.toThrow(Overtaken);
    expect(await commit(store, once, { now, mentorId, claim: { ...mine, done: new Map([[once.place, '']]) } })).toEqual(
      [],
    );
  });

  test('that needs more writes than a transaction has fails before anything is written', async () => {
    const letters = Array.from({ length: 60 }, () => letterTo('three@carvalho.test'));
    await expect(commit(store, decision(...letters), { now, mentorId, claim: null })).rejects.toThrow(
      /100 are allowed/,
    );
  });
});

describe('a letter', () => {
  test('is handed to SES once, however many post it', async () => {
    const letter = letterTo('once@carvalho.test');
    const tags = await committed(letter);
    await Promise.all([post(store, tags, now), post(store, tags, now), post(store, tags, now)]);
    expect(await local.letters({ to: 'once@carvalho.test' })).toHaveLength(1);
    expect(await stateOf(letter)).toBe('sent');
  });

  test('whose poster died before handing it over is posted by the clock', async () => {
    const letter = letterTo('clock@carvalho.test');
    await committed({ ...letter });
    await local.advance('P1D');
    expect(await local.letters({ to: 'clock@carvalho.test' })).toHaveLength(1);
  });

  test('that SES throttles waits and goes out later', async () => {
    const letter = letterTo('throttled@carvalho.test');
    local.machine.faults.plan('ses:SendRawEmail', {
      kind: 'refuse',
      error: new AwsError(400, 'Throttling', 'Maximum sending rate exceeded'),
    });
    const [posted] = await post(store, await committed(letter), now);
    expect(posted).toMatchObject({ kind: 'waits', why: 'throttled' });
    await local.advance('PT10M');
    expect(await stateOf(letter)).toBe('sent');
  });

  test('that SES refuses for good is told to the mentor', async () => {
    const letter = letterTo('refused@carvalho.test');
    local.machine.faults.plan('ses:SendRawEmail', {
      kind: 'refuse',
      error: new AwsError(400, 'MessageRejected', 'Address blacklisted'),
    });
    const posted = await post(store, await committed(letter), now);
    expect(posted).toMatchObject([{ kind: 'refused' }]);
    await tellNotSent(store, posted, now);
    expect(await stateOf(letter)).toBe('refused');
    expect((await local.letters({ to: 'ruth@alder.test' })).at(-1)?.text).toContain('refused@carvalho.test');
  });

  test('that the account may not send just now waits until it may', async () => {
    const letter = letterTo('paused@carvalho.test');
    local.machine.faults.plan('ses:SendRawEmail', {
      kind: 'refuse',
      error: new AwsError(400, 'AccountSendingPausedException', 'Email sending is disabled for your entire account.'),
    });
    expect(await post(store, await committed(letter), now)).toMatchObject([{ kind: 'waits', why: 'unreachable' }]);
    await local.advance('PT10M');
    expect(await stateOf(letter)).toBe('sent');
  });

  test('whose answer was lost counts as sent when its Send event comes', async () => {
    const letter = letterTo('lost@carvalho.test');
    local.machine.faults.plan('ses:SendRawEmail', { kind: 'lose answer' });
    const [posted] = await post(store, await committed(letter), now);
    expect(posted).toMatchObject({ kind: 'unknown' });
    await local.advance('PT20M');
    expect(await stateOf(letter)).toBe('sent');
    expect(await local.letters({ to: 'lost@carvalho.test' })).toHaveLength(1);
  });

  test('to an outsider of which nobody ever hears is not sent again, and the mentor is asked', async () => {
    const letter = letterTo('fate@carvalho.test');
    local.machine.faults.plan('ses:SendRawEmail', { kind: 'lose request' });
    await post(store, await committed(letter), now);
    const told = await local.advance('PT20M');
    expect(await stateOf(letter)).toBe('unknown');
    expect(told.flatMap((one) => one.recipients)).toEqual(['ruth@alder.test']);
    expect(await local.letters({ to: 'fate@carvalho.test' })).toEqual([]);
  });

  test('to the mentor of which nobody ever hears is sent again', async () => {
    const letter = letterTo('ruth@alder.test', {
      audience: 'mentor',
      automation: 'generated',
      unsubscribe: 'none',
      subject: 'Once more',
    });
    local.machine.faults.plan('ses:SendRawEmail', { kind: 'lose request' });
    await post(store, await committed(letter), now);
    const sent = await local.advance('PT20M');
    expect(sent.map((one) => one.subject)).toEqual(['Once more']);
  });

  test('is not sent to an address that has opted out since it was decided', async () => {
    const letter = letterTo('stopped@carvalho.test');
    const tags = await committed(letter);
    const change = { kind: 'opt-out', address: 'stopped@carvalho.test', at: now } as const;
    await commit(store, { place: 'stop', changes: [change], letters: [] }, { now, mentorId, claim: null });
    expect(await post(store, tags, now)).toMatchObject([{ kind: 'stopped' }]);
    expect(await local.letters({ to: 'stopped@carvalho.test' })).toEqual([]);
  });

  test('that is the eleventh to an address within ten minutes waits', async () => {
    const letters = Array.from({ length: 11 }, () => letterTo('capped@carvalho.test'));
    for (const letter of letters)
      await carryOut(store, { decisions: [decision(letter)], reason: '' }, { now, mentorId, claim: null });
    expect(await local.letters({ to: 'capped@carvalho.test' })).toHaveLength(10);
    expect(await stateOf(letters[10] as Letter)).toBe('waiting');
  });

  test('that answers a mentor is not capped', async () => {
    const answers = Array.from({ length: 12 }, () =>
      letterTo('ruth@alder.test', { audience: 'mentor', automation: 'answer', unsubscribe: 'none', subject: 'Answer' }),
    );
    for (const letter of answers)
      await carryOut(store, { decisions: [decision(letter)], reason: '' }, { now, mentorId, claim: null });
    expect((await local.letters({ to: 'ruth@alder.test' })).filter(({ subject }) => subject === 'Answer')).toHaveLength(
      12,
    );
  });

  test('too large for an item is kept beside the table and goes out whole', async () => {
    const content = 'x'.repeat(900_000);
    const letter = letterTo('large@carvalho.test', {
      attachments: [{ name: 'book.txt', type: 'text/plain', content }],
    });
    await post(store, await committed(letter), now);
    const [sent] = await local.letters({ to: 'large@carvalho.test' });
    expect(Buffer.from(sent?.attachments[0]?.content ?? '', 'base64').toString()).toBe(content);
  });

  test('to one outsider offers one click, to two an address to write to', async () => {
    const one = letterTo('offer@carvalho.test');
    const two = letterTo('offer@carvalho.test', {
      cc: [{ name: 'Owen Bright', address: 'owen@brightbees.test' }],
      unsubscribe: 'mailto',
    });
    await post(store, [...(await committed(one)), ...(await committed(two))], now);
    const sent = await local.letters({ to: 'offer@carvalho.test' });
    const offers = sent.map(({ headers }) => [headers['list-unsubscribe'], headers['list-unsubscribe-post']]);
    expect(offers).toContainEqual([expect.stringMatching(/^<http.*\/u\/.*>, <mailto:/), 'List-Unsubscribe=One-Click']);
    expect(offers).toContainEqual([expect.stringMatching(/^<mailto:[^<>]*>$/), undefined]);
  });
});
