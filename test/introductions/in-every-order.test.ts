// Everything that can come to an introduction, in every order, through the deciders themselves: what must hold whatever happens.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideBounce } from '../../functions/introductions/bounced.ts';
import { decideDue } from '../../functions/introductions/due.ts';
import type { Known, Outcome } from '../../functions/introductions/known.ts';
import { apply } from '../../functions/introductions/known.ts';
import type { Introduction, Side } from '../../functions/introductions/life.ts';
import { decideOptOut } from '../../functions/introductions/opt-out.ts';
import { decideReply } from '../../functions/introductions/reply.ts';
import type { Letter } from '../../functions/letters/letter.ts';
import {
  day,
  introduced,
  introductionAddress,
  known,
  type MailFacts,
  received,
  recipients,
  understood,
} from './situation.ts';

const addresses: Readonly<Record<Side, string>> = { to: 'ines@carvalho.test', cc: 'owen@brightbees.test' };
const names: Readonly<Record<Side, string>> = { to: 'Ines Carvalho', cc: 'Owen Bright' };

type Arrival =
  | { readonly kind: 'mail'; readonly facts: MailFacts; readonly stop: boolean }
  | { readonly kind: 'bounce'; readonly side: Side; readonly hard: boolean }
  | { readonly kind: 'click'; readonly side: Side }
  | { readonly kind: 'tick' };

const side = fc.constantFrom<Side>('to', 'cc');

const mail: fc.Arbitrary<Arrival> = fc
  .record({
    side,
    to: fc.constantFrom('service', 'all', 'bcc'),
    text: fc.constantFrom('Gladly!', 'Ruth, who is this?', 'Owen, come by.', 'Dear Ines, thank you.', ' \u200b '),
    from: fc.constantFrom('own', 'own', 'own', 'strange'),
    proof: fc.constantFrom('pass' as const, 'pass' as const, 'none' as const, 'fail' as const),
    automated: fc.constantFrom('no' as const, 'no' as const, 'weak' as const, 'yes' as const),
    newMail: fc.boolean(),
    stop: fc.integer({ min: 0, max: 11 }).map((n) => n === 0),
  })
  .map(({ side, to, text, from, proof, automated, newMail, stop }) => {
    const other = addresses[side === 'to' ? 'cc' : 'to'];
    const facts: MailFacts = {
      from: from === 'own' ? addresses[side] : `${side}@strange.test`,
      name: names[side],
      to: to === 'bcc' ? [other] : [introductionAddress],
      cc: to === 'all' ? [other] : [],
      text,
      proof,
      automated,
      outOfOffice: automated !== 'no',
      ...(newMail ? { subject: 'A new matter' } : {}),
    };
    return { kind: 'mail', facts, stop };
  });

const arrival: fc.Arbitrary<Arrival> = fc.oneof(
  { weight: 6, arbitrary: mail },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('bounce' as const), side, hard: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('click' as const), side }) },
  { weight: 3, arbitrary: fc.constant<Arrival>({ kind: 'tick' }) },
);

const current = ({ introductions }: Known): Introduction => introductions[0] ?? introduced;

function decide(now: Known, what: Arrival, id: string): Outcome {
  const introduction = current(now);
  switch (what.kind) {
    case 'mail': {
      const mail = { ...received(what.facts), id };
      return decideReply(mail, understood(what.stop ? { optOut: 'stop' } : {}), now, introduction);
    }
    case 'bounce':
      return decideBounce(
        now,
        { introduction, letter: null },
        {
          address: introduction[what.side].address,
          permanence: what.hard ? 'hard' : 'temporary',
          why: 'no such mailbox',
        },
      );
    case 'click':
      return decideOptOut(now, { address: addresses[what.side], name: '', id }, now.optedOut.has(addresses[what.side]));
    case 'tick':
      return decideDue({ kind: 'introduction', introduction }, now);
    default:
      return what satisfies never;
  }
}

interface Seen {
  readonly before: Known;
  readonly what: Arrival;
  readonly after: Known;
  readonly letters: readonly Letter[];
}

function live(arrivals: readonly { readonly what: Arrival; readonly hours: number }[]): readonly Seen[] {
  let now = known({ people: known().people.map((person) => ({ ...person, notes: 'a jar of honey' })) });
  let hours = 24;
  return arrivals.map(({ what, hours: passed }, place) => {
    hours += passed;
    const before: Known = { ...now, now: day(hours / 24) };
    const { decisions } = decide(before, what, `mail${place}`);
    now = decisions.reduce((then, { changes }) => apply(then, changes), before);
    return { before, what, after: now, letters: decisions.flatMap(({ letters }) => letters) };
  });
}

const lives = fc.array(fc.record({ what: arrival, hours: fc.integer({ min: 0, max: 300 }) }), { maxLength: 20 });

const always = (check: (seen: readonly Seen[]) => void) =>
  fc.assert(
    fc.property(lives, (arrivals) => check(live(arrivals))),
    { numRuns: 500 },
  );

test('no two letters are the same one', () =>
  always((seen) => {
    const ids = seen.flatMap(({ letters }) => letters.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  }));

test('the mentor hears that they are talking at most once, and never before both have replied', () =>
  always((seen) => {
    const talking = seen.flatMap(({ letters, after }) =>
      letters.filter(({ text }) => text.includes('they are talking')).map(() => after),
    );
    expect(talking.length).toBeLessThanOrEqual(1);
    for (const after of talking) expect([current(after).to.repliedAt, current(after).cc.repliedAt]).not.toContain(null);
  }));

test('whoever has opted out gets nothing more', () =>
  always((seen) => {
    for (const { before, letters } of seen) {
      const outsiders = letters.filter(({ audience }) => audience === 'outsider');
      const passedOn = outsiders.filter((letter) => letter.passOn !== undefined);
      expect(recipients(passedOn).filter((address) => before.optedOut.has(address))).toEqual([]);
    }
  }));

test('what fails DMARC, or a robot wrote, is neither counted nor passed on', () =>
  always((seen) => {
    for (const { before, what, after, letters } of seen) {
      if (what.kind !== 'mail' || (what.facts.proof !== 'fail' && what.facts.automated !== 'yes')) continue;
      expect(current(after).state).toEqual(current(before).state);
      expect(letters.filter(({ audience }) => audience === 'outsider')).toEqual([]);
    }
  }));

test('an address that nobody knows moves nothing', () =>
  always((seen) => {
    for (const { before, what, after } of seen) {
      if (what.kind === 'mail' && what.facts.from?.endsWith('@strange.test')) {
        expect(current(after).state).toEqual(current(before).state);
      }
    }
  }));

test('a robot is never answered', () =>
  always((seen) => {
    for (const { what, letters } of seen) {
      if (what.kind === 'mail' && what.facts.automated === 'yes') expect(letters).toEqual([]);
    }
  }));

test('private notes stand in no letter to anybody outside', () =>
  always((seen) => {
    for (const { text } of seen.flatMap(({ letters }) => letters.filter(({ audience }) => audience === 'outsider'))) {
      expect(text).not.toContain('honey');
    }
  }));

test('each mail to the service alone that counts has gone on, or its writer or the mentor has heard why not', () =>
  always((seen) => {
    for (const { before, what, after, letters } of seen) {
      if (what.kind !== 'mail') continue;
      const hasReplied = (at: Known): string => `${current(at).to.repliedAt}${current(at).cc.repliedAt}`;
      const reachedOther = (what.facts.cc ?? []).length > 0 || what.facts.to?.[0] !== introductionAddress;
      if (hasReplied(before) !== hasReplied(after) && !reachedOther) expect(letters.length).toBeGreaterThan(0);
    }
  }));
