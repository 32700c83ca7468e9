// The life of an introduction, in the order of the table at the head of life.ts; then what holds in every order of events.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  advance,
  dueAt,
  type Effect,
  type Introduction,
  isOver,
  type LifeEvent,
  otherSide,
  restsAt,
  type Side,
  type State,
} from '../../functions/introductions/life.ts';

const start = '2027-02-01T09:00:00.000Z';
const day = (n: number): string => new Date(Date.parse(start) + n * 86_400_000).toISOString();

const party = (name: string) => ({
  personId: name.toLowerCase(),
  name,
  address: `${name.toLowerCase()}@post.test`,
  addresses: [`${name.toLowerCase()}@post.test`, `${name.toLowerCase()}@second.test`],
  repliedAt: null,
  isMentor: false,
});

const drafted: Introduction = {
  mentorId: 'm1',
  number: 7,
  localPart: 'i-aaaabbbbccccddddeeee',
  to: party('Ines'),
  cc: party('Owen'),
  note: 'Ines, Owen keeps bees on a roof.',
  subject: 'Ines <> Owen',
  origin: 'request',
  state: { kind: 'drafted', since: start },
  createdAt: start,
  sentAt: null,
  messageIds: [],
  anyway: false,
  agreed: [],
  nudged: 0,
  askedOutcome: false,
  outcome: null,
  version: 0,
};

const lived = (introduction: Introduction, ...events: readonly LifeEvent[]) =>
  events.reduce(
    (step, event) => {
      const next = advance(step.introduction, event);
      return { introduction: next.introduction, effects: [...step.effects, ...next.effects] };
    },
    { introduction, effects: [] as readonly Effect[] },
  );

const kinds = (effects: readonly Effect[]): readonly string[] => effects.map(({ kind }) => kind);

const sent = advance(drafted, { kind: 'send asked', at: start }).introduction;
const toReplied: LifeEvent = { kind: 'replied', side: 'to', messageId: 'one@post.test', at: day(1) };
const ccReplied: LifeEvent = { kind: 'replied', side: 'cc', messageId: 'two@post.test', at: day(2) };
const toBounced: LifeEvent = {
  kind: 'bounced',
  side: 'to',
  address: 'ines@post.test',
  reason: 'there is no such mailbox',
  at: day(1),
};
const ccBounced: LifeEvent = {
  kind: 'bounced',
  side: 'cc',
  address: 'owen@post.test',
  reason: 'the domain does not exist',
  at: day(1),
};
const tick = (n: number): LifeEvent => ({ kind: 'time passed', at: day(n) });

describe('before it is sent', () => {
  test('a draft goes out when the mentor asks', () => {
    const { introduction, effects } = advance(drafted, { kind: 'send asked', at: day(1) });
    expect(introduction.state).toEqual({ kind: 'introduced', at: day(1), toldQuiet: false });
    expect(introduction.sentAt).toBe(day(1));
    expect(effects).toEqual([{ key: '7/introduce', kind: 'introduce' }]);
  });

  test('a draft that nobody sends expires after 14 days, and the mentor is told', () => {
    expect(advance(drafted, tick(13)).introduction.state.kind).toBe('drafted');
    const { introduction, effects } = advance(drafted, tick(14));
    expect(introduction.state.kind).toBe('expired');
    expect(effects).toEqual([{ key: '7/expired', kind: 'tell expired', waitedFor: 'mentor' }]);
  });

  test('a scheduled one goes out on its day and not before', () => {
    const scheduled = advance(drafted, { kind: 'scheduled', for: day(5), at: start }).introduction;
    expect(advance(scheduled, tick(4)).effects).toEqual([]);
    expect(kinds(advance(scheduled, tick(5)).effects)).toEqual(['introduce']);
  });

  test('one that is held waits for room, and time alone makes none', () => {
    const held = advance(drafted, { kind: 'held', why: 'open limit', at: start }).introduction;
    expect(advance(held, tick(400)).introduction).toBe(held);
    expect(kinds(advance(held, { kind: 'released', at: day(2) }).effects)).toEqual(['introduce']);
  });

  test('one that is held again keeps its place in the line', () => {
    const { introduction } = lived(
      drafted,
      { kind: 'held', why: 'daily guard', lookAt: day(1), at: start },
      { kind: 'held', why: 'paused', lookAt: day(9), at: day(1) },
    );
    expect(introduction.state).toEqual({ kind: 'held', since: start, why: 'paused', lookAt: day(9) });
  });

  test('whoever is to be asked first is asked, however it begins', () => {
    const shy: Introduction = { ...drafted, toAsk: ['to'] };
    for (const begun of [
      lived(shy, { kind: 'send asked', at: start }),
      lived(shy, { kind: 'scheduled', for: day(2), at: start }, tick(2)),
      lived(shy, { kind: 'held', why: 'paused', at: start }, { kind: 'released', at: day(3) }),
    ]) {
      expect(begun.introduction.state).toMatchObject({ kind: 'asking', side: 'to', both: false });
      expect(kinds(begun.effects)).toEqual(['ask']);
    }
  });
});

describe('asking first', () => {
  const asking = advance({ ...drafted, toAsk: ['to', 'cc'] }, { kind: 'send asked', at: start }).introduction;

  test('of two that are asked, the second is asked after the first has said yes', () => {
    expect(asking.state).toMatchObject({ side: 'to', both: true });
    const { introduction, effects } = advance(asking, { kind: 'agreed', side: 'to', at: day(1) });
    expect(introduction.state).toEqual({ kind: 'asking', since: day(1), side: 'cc', both: false });
    expect(effects).toEqual([{ key: '7/ask/cc', kind: 'ask', side: 'cc' }]);
  });

  test('the last yes sends it', () => {
    const { introduction, effects } = lived(
      asking,
      { kind: 'agreed', side: 'to', at: day(1) },
      { kind: 'agreed', side: 'cc', at: day(2) },
    );
    expect(introduction.state.kind).toBe('introduced');
    expect(kinds(effects)).toEqual(['ask', 'introduce']);
  });

  test('a yes before the day on which it is wanted waits for that day, and then it goes', () => {
    const asked = advance(
      { ...drafted, toAsk: ['to'], notBefore: day(9) },
      { kind: 'send asked', at: start },
    ).introduction;
    const agreed = advance(asked, { kind: 'agreed', side: 'to', at: day(1) });
    expect(agreed).toMatchObject({ introduction: { state: { kind: 'scheduled', at: day(9) } }, effects: [] });
    const later = advance(agreed.introduction, { kind: 'time passed', at: day(9) });
    expect(kinds(later.effects)).toEqual(['introduce']);
    expect(kinds(advance(asked, { kind: 'agreed', side: 'to', at: day(10) }).effects)).toEqual(['introduce']);
  });

  test('a yes while there is no room waits as held and is not asked for again', () => {
    const asked = advance({ ...drafted, toAsk: ['cc'] }, { kind: 'send asked', at: start }).introduction;
    const { introduction, effects } = lived(
      asked,
      { kind: 'agreed', side: 'cc', hold: { why: 'open limit' }, at: day(1) },
      { kind: 'released', at: day(2) },
    );
    expect(introduction.state.kind).toBe('introduced');
    expect(kinds(effects)).toEqual(['introduce']);
  });

  test('a yes of the side that was not asked means nothing', () => {
    expect(advance(asking, { kind: 'agreed', side: 'cc', at: day(1) }).introduction).toBe(asking);
  });

  test('a no declines it and the mentor is told, unless it was the mentor who said it', () => {
    const byParty = advance(asking, { kind: 'declined', side: 'to', by: 'party', at: day(1) });
    const byMentor = advance(asking, { kind: 'declined', side: 'to', by: 'mentor', at: day(1) });
    expect([byParty.introduction.state.kind, kinds(byParty.effects)]).toEqual(['declined', ['tell declined']]);
    expect([byMentor.introduction.state.kind, kinds(byMentor.effects)]).toEqual(['declined', []]);
  });

  test('an out-of-office is noted and answers nothing', () => {
    const { introduction, effects } = advance(asking, { kind: 'out of office', side: 'to', at: day(1) });
    expect([introduction.state, introduction.to.awayAt, effects]).toEqual([asking.state, day(1), []]);
  });

  test('a letter that came back is told, and asked again at the new address', () => {
    const bounced = lived(asking, toBounced);
    expect([bounced.introduction.state.kind, kinds(bounced.effects)]).toEqual(['bounced', ['tell bounced']]);
    const again = advance(bounced.introduction, {
      kind: 'new address given',
      side: 'to',
      address: 'i@n.test',
      at: day(3),
    });
    expect(again.introduction.state).toEqual({ kind: 'asking', since: day(3), side: 'to', both: true });
    expect(again.effects).toEqual([{ key: `7/ask/to/${day(3)}`, kind: 'ask', side: 'to' }]);
    expect(kinds(lived(bounced.introduction, { kind: 'agreed', side: 'to', at: day(2) }).effects)).toEqual(['ask']);
  });

  test('no answer for 14 days expires it', () => {
    const { introduction, effects } = advance(asking, tick(14));
    expect([introduction.state.kind, kinds(effects)]).toEqual(['expired', ['tell expired']]);
  });
});

describe('once introduced', () => {
  test('the first reply makes it answered, in silence', () => {
    const { introduction, effects } = advance(sent, toReplied);
    expect(introduction.state).toEqual({ kind: 'answered', at: day(1), lastReplyAt: day(1) });
    expect(introduction.messageIds).toEqual(['one@post.test']);
    expect(effects).toEqual([]);
  });

  test('a second reply from the same side changes no state', () => {
    const { introduction, effects } = lived(sent, toReplied, { ...toReplied, at: day(3) });
    expect(introduction.state).toEqual({ kind: 'answered', at: day(1), lastReplyAt: day(3) });
    expect(effects).toEqual([]);
  });

  test.each([
    [toReplied, ccReplied],
    [ccReplied, toReplied],
  ])('when both have replied they are talking, and the mentor hears it once', (first, second) => {
    const { introduction, effects } = lived(sent, first, second, first, second);
    expect(introduction.state).toMatchObject({ kind: 'done', how: 'both replied' });
    expect(kinds(effects)).toEqual(['tell talking']);
  });

  test('14 days after the last reply of one side it counts as done, in silence', () => {
    const answered = lived(sent, toReplied, { ...toReplied, at: day(5) }).introduction;
    expect(advance(answered, tick(18)).introduction.state.kind).toBe('answered');
    expect(advance(answered, tick(19))).toMatchObject({
      introduction: { state: { kind: 'done', how: 'counted' } },
      effects: [],
    });
  });

  test('the other side may still turn what was counted into a conversation', () => {
    const { introduction, effects } = lived(sent, toReplied, tick(20), { ...ccReplied, at: day(21) });
    expect(introduction.state).toMatchObject({ kind: 'done', how: 'both replied' });
    expect(kinds(effects)).toEqual(['tell talking']);
  });

  test('the mentor is told once after 10 quiet days; after 30 it closes as quiet', () => {
    const { introduction, effects } = lived(sent, tick(9), tick(10), tick(11), tick(29), tick(30), tick(31));
    expect(introduction.state).toEqual({ kind: 'quiet', at: day(30) });
    expect(kinds(effects)).toEqual(['tell quiet']);
  });

  test('a clock that comes late tells it all the same', () => {
    const { introduction, effects } = advance(sent, tick(45));
    expect([introduction.state.kind, kinds(effects)]).toEqual(['quiet', ['tell quiet']]);
  });

  test('a nudge goes to the silent side; both silent: cc first, then to', () => {
    const nudged = lived(sent, { kind: 'nudge asked', at: day(3) }, { kind: 'nudge asked', at: day(6) });
    expect(nudged.effects).toEqual([
      { key: '7/nudge/1', kind: 'nudge', side: 'cc' },
      { key: '7/nudge/2', kind: 'nudge', side: 'to' },
    ]);
    expect(lived(sent, ccReplied, { kind: 'nudge asked', at: day(3) }).effects).toMatchObject([{ side: 'to' }]);
    expect(lived(sent, toReplied, { kind: 'nudge asked', at: day(3) }).effects).toMatchObject([{ side: 'cc' }]);
  });
});

test('where the mentor is one of the two, nobody reminds the mentor', () => {
  const withMentor: Introduction = { ...sent, cc: { ...sent.cc, isMentor: true } };
  expect(lived(withMentor, { kind: 'nudge asked', at: day(3) }).effects).toMatchObject([{ side: 'to' }]);
  expect(lived(withMentor, toReplied, { kind: 'nudge asked', at: day(3) }).effects).toEqual([]);
});

describe('bounced', () => {
  test('a hard bounce is told, the same failure again is not', () => {
    const { introduction, effects } = lived(sent, toBounced, toBounced, { ...toBounced, at: day(2) });
    expect(introduction.state).toEqual({ kind: 'bounced', at: day(1), side: 'to', address: 'ines@post.test' });
    expect(kinds(effects)).toEqual(['tell bounced']);
  });

  test('a failure of an address that is not written to is nobody’s', () => {
    expect(advance(sent, { ...toBounced, address: 'old@post.test' }).introduction).toBe(sent);
  });

  test('a new address gets the letter, that side alone, and replies from it count', () => {
    const { introduction, effects } = lived(sent, toBounced, {
      kind: 'new address given',
      side: 'to',
      address: 'ines@new.test',
      at: day(2),
    });
    expect(introduction.state).toEqual({ kind: 'introduced', at: day(2), toldQuiet: false });
    expect(introduction.to.address).toBe('ines@new.test');
    expect(introduction.to.addresses).toContain('ines@new.test');
    expect(effects.slice(1)).toEqual([
      { key: `7/resend/to/${day(2)}`, kind: 'resend', side: 'to', address: 'ines@new.test' },
    ]);
  });

  test('when both addresses fail both are told, and each new address mends its own side', () => {
    const both = lived(sent, toBounced, ccBounced, toBounced, ccBounced);
    expect(kinds(both.effects)).toEqual(['tell bounced', 'tell bounced']);
    const one = advance(both.introduction, { kind: 'new address given', side: 'to', address: 'i@n.test', at: day(2) });
    expect(one.introduction.state).toMatchObject({ kind: 'bounced', side: 'cc', address: 'owen@post.test' });
    const two = advance(one.introduction, { kind: 'new address given', side: 'cc', address: 'o@n.test', at: day(3) });
    expect(two.introduction.state.kind).toBe('introduced');
  });

  test('whoever replies after all is alive; the other side’s reply is only noted', () => {
    expect(lived(sent, toBounced, toReplied).introduction.state.kind).toBe('answered');
    const other = lived(sent, toBounced, ccReplied).introduction;
    expect([other.state.kind, other.cc.repliedAt]).toEqual(['bounced', day(2)]);
  });

  test('a new address after one side has replied leads back to answered', () => {
    const { introduction } = lived(sent, ccReplied, toBounced, {
      kind: 'new address given',
      side: 'to',
      address: 'ines@new.test',
      at: day(20),
    });
    expect(introduction.state).toEqual({ kind: 'answered', at: day(20), lastReplyAt: day(2) });
    expect(dueAt(introduction)).toBe(day(34));
  });

  test('after 30 days it expires', () => {
    const { introduction, effects } = lived(sent, toBounced, tick(31));
    expect([introduction.state.kind, kinds(effects)]).toEqual(['expired', ['tell bounced']]);
  });
});

describe('done', () => {
  const done = lived(sent, toReplied, ccReplied).introduction;

  test('cc is asked once how it went, on the day or at once', () => {
    const wanted = lived(done, { kind: 'outcome wanted', for: day(16), at: day(2) });
    expect(dueAt(wanted.introduction)).toBe(day(16));
    const asked = lived(wanted.introduction, tick(15), tick(16), tick(17), {
      kind: 'outcome wanted',
      for: day(18),
      at: day(18),
    });
    expect(kinds(asked.effects)).toEqual(['ask outcome']);
    expect(kinds(lived(done, { kind: 'outcome wanted', for: day(3), at: day(3) }).effects)).toEqual(['ask outcome']);
  });

  test('bounces, opt-outs and nudges change nothing any more', () => {
    const late = lived(
      done,
      toBounced,
      { kind: 'opted out', side: 'to', at: day(5) },
      { kind: 'nudge asked', at: day(6) },
      { kind: 'told done', at: day(7) },
    );
    expect(late).toEqual({ introduction: done, effects: [] });
  });

  test('to close or cancel it closes it', () => {
    expect(advance(done, { kind: 'closed by mentor', at: day(9) }).introduction.state.kind).toBe('closed');
    expect(advance(done, { kind: 'cancelled by mentor', at: day(9) }).introduction.state.kind).toBe('closed');
  });
});

describe('the mentor or a party ends it', () => {
  const asking = advance({ ...drafted, toAsk: ['to'] }, { kind: 'send asked', at: start }).introduction;
  const optedOut: LifeEvent = { kind: 'opted out', side: 'to', at: day(3) };
  const table: readonly [string, Introduction, LifeEvent, State['kind']][] = [
    ['drafted, cancel', drafted, { kind: 'cancelled by mentor', at: day(3) }, 'cancelled'],
    ['drafted, opt-out', drafted, optedOut, 'declined'],
    ['asking, opt-out', asking, optedOut, 'declined'],
    ['asking, cancel', asking, { kind: 'cancelled by mentor', at: day(3) }, 'cancelled'],
    ['introduced, opt-out', sent, optedOut, 'closed'],
    ['introduced, close', sent, { kind: 'closed by mentor', at: day(3) }, 'closed'],
    ['introduced, cancel', sent, { kind: 'cancelled by mentor', at: day(3) }, 'cancelled'],
    ['introduced, done', sent, { kind: 'told done', at: day(3) }, 'done'],
    ['bounced, close', lived(sent, toBounced).introduction, { kind: 'closed by mentor', at: day(3) }, 'closed'],
  ];
  test.each(table)('%s', (_title, introduction, event, state) => {
    const step = advance(introduction, event);
    expect([step.introduction.state.kind, step.effects]).toEqual([state, []]);
  });
});

describe('once over', () => {
  const closed = lived(sent, { kind: 'closed by mentor', at: day(3) }).introduction;

  test('a late reply is noted and opens nothing', () => {
    const { introduction, effects } = lived(closed, toReplied, ccReplied, tick(60));
    expect([introduction.state, introduction.to.repliedAt, effects]).toEqual([closed.state, day(1), []]);
  });

  test('its address rests after 180 days', () => {
    expect(restsAt(closed)).toBe(day(183));
    expect(restsAt(sent)).toBeNull();
  });
});

// In every order: events are drawn with times that go forward by up to three weeks, and some come twice.

const side = fc.constantFrom<Side>('to', 'cc');
const eventArbitrary: fc.Arbitrary<Omit<LifeEvent, 'at'>> = fc.oneof(
  fc.record({
    kind: fc.constant('replied' as const),
    side,
    messageId: fc.option(fc.constantFrom('a@x', 'b@x', 'c@x')),
  }),
  fc.record({
    kind: fc.constant('bounced' as const),
    side,
    address: fc.constantFrom('ines@post.test', 'owen@post.test', 'new@post.test'),
    reason: fc.constant('no such mailbox'),
  }),
  fc.record({ kind: fc.constant('new address given' as const), side, address: fc.constant('new@post.test') }),
  fc.record({
    kind: fc.constant('agreed' as const),
    side,
    hold: fc.constantFrom(undefined, { why: 'paused' as const }),
  }),
  fc.record({ kind: fc.constant('declined' as const), side, by: fc.constantFrom('party' as const, 'mentor' as const) }),
  fc.record({ kind: fc.constantFrom('out of office' as const, 'opted out' as const), side }),
  fc.record({ kind: fc.constant('held' as const), why: fc.constant('open limit' as const) }),
  fc.record({ kind: fc.constant('scheduled' as const), for: fc.constant(day(30)) }),
  fc.record({ kind: fc.constant('outcome wanted' as const), for: fc.constant(day(40)) }),
  fc.record({
    kind: fc.constantFrom(
      'send asked' as const,
      'released' as const,
      'nudge asked' as const,
      'told done' as const,
      'closed by mentor' as const,
      'cancelled by mentor' as const,
    ),
  }),
  fc.record({ kind: fc.constant('time passed' as const) }),
  fc.record({ kind: fc.constant('time passed' as const) }),
);

/** Times go forward; `again` delivers an event a second time, at once or later on, with the time it had. */
const history: fc.Arbitrary<readonly LifeEvent[]> = fc
  .array(fc.record({ event: eventArbitrary, hours: fc.integer({ min: 0, max: 500 }), again: fc.boolean() }), {
    maxLength: 25,
  })
  .map((steps) => {
    let hours = 0;
    return steps.flatMap(({ event, hours: passed, again }) => {
      hours += passed;
      const happened = { ...event, at: day(hours / 24) } as LifeEvent;
      return again ? [happened, happened] : [happened];
    });
  });

const beginnings = fc.constantFrom<Introduction>(
  drafted,
  sent,
  { ...drafted, toAsk: ['to'] },
  { ...drafted, toAsk: ['to', 'cc'] },
);

describe('in every order of replies, duplicates, bounces, answers and ticks', () => {
  const always = (
    check: (before: Introduction, event: LifeEvent, after: Introduction, effects: readonly Effect[]) => void,
  ) =>
    fc.assert(
      fc.property(beginnings, history, (beginning, events) => {
        let introduction = beginning;
        for (const event of events) {
          const step = advance(introduction, event);
          check(introduction, event, step.introduction, step.effects);
          introduction = step.introduction;
        }
      }),
      { numRuns: 1000 },
    );

  test('no letter goes out twice', () => {
    fc.assert(
      fc.property(beginnings, history, (beginning, events) => {
        const { effects } = lived(beginning, ...events);
        const keys = effects.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const kind of [
          'introduce',
          'tell talking',
          'tell quiet',
          'tell expired',
          'tell declined',
          'ask outcome',
        ]) {
          expect(effects.filter((effect) => effect.kind === kind).length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('one that is over never opens again', () =>
    always((before, _event, is) => {
      if (isOver(before.state)) expect(is.state).toEqual(before.state);
    }));

  test('one side’s replies alone never make it done, except 14 days after the last of them', () =>
    always((before, event, is) => {
      if (is.state.kind !== 'done' || before.state.kind === 'done' || event.kind === 'told done') return;
      const both = is.to.repliedAt !== null && is.cc.repliedAt !== null;
      expect(is.state.how).toBe(both ? 'both replied' : 'counted');
      if (!both && before.state.kind === 'answered') {
        expect(Date.parse(event.at) - Date.parse(before.state.lastReplyAt)).toBeGreaterThanOrEqual(14 * 86_400_000);
      }
    }));

  test('nobody is introduced without every yes that is needed', () =>
    always((_before, _event, is, effects) => {
      if (effects.some(({ kind }) => kind === 'introduce')) expect(is.agreed).toEqual(is.toAsk ?? []);
    }));

  test('a letter to a party goes out only before it is over', () =>
    always((_before, _event, is, effects) => {
      if (isOver(is.state))
        expect(effects.every(({ kind }) => kind.startsWith('tell') || kind === 'ask outcome')).toBe(true);
    }));

  test('after time has passed, what is due lies ahead', () =>
    always((_before, event, is) => {
      const due = dueAt(is);
      if (event.kind === 'time passed' && due !== null && is.state.kind !== 'held') {
        expect(Date.parse(due)).toBeGreaterThan(Date.parse(event.at));
      }
    }));

  test('the same event again changes nothing, but for nudges, which the mentor may repeat', () =>
    always((_before, event, is) => {
      if (event.kind !== 'nudge asked') expect(advance(is, event)).toEqual({ introduction: is, effects: [] });
    }));
});

test('the other side of one is the other', () => expect([otherSide('to'), otherSide('cc')]).toEqual(['cc', 'to']));
