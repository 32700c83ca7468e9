// The life of an introduction (PRODUCT.md section 4) as one pure machine: `advance(introduction, event)` → introduction and effects.
// It knows no mail, no book, no limits and no words: whether there is room, who may speak and what a letter says is decided elsewhere.
//
// state       event                          becomes     effects
// drafted     send asked                     introduced  introduce          (asking, with `ask`, while a side in `toAsk` has not agreed)
//             scheduled | held               scheduled | held
//             14 days                        expired     tell expired
// scheduled   send asked | its day           introduced  introduce          (or asking, ask)
//             held                           held
// held        released | send asked          introduced  introduce          (or asking, ask)
// asking      agreed                         introduced  introduce          (asking, with `ask`, while the other is still to be asked; held without room;
//                                                                            scheduled, where it is wanted on a later day)
//             declined                       declined    tell declined      (nothing to tell where the mentor said it)
//             bounced, that side             bounced     tell bounced
//             14 days                        expired     tell expired
// introduced  replied                        answered
//             bounced                        bounced     tell bounced
//             10 days                        introduced  tell quiet         (once)
//             30 days                        quiet       tell quiet         (where it was never told)
//             nudge asked                    introduced  nudge              (cc first, then in turn)
// answered    replied, same side             answered
//             replied, other side            done        tell talking
//             14 days after the last reply   done        –                  (counted)
//             bounced                        bounced     tell bounced
//             nudge asked                    answered    nudge              (the silent side)
// bounced     new address given              introduced  resend             (answered, where one has replied; not sent yet: asking, ask)
//             replied, that side             answered    –                  (done, with `tell talking`, where both have)
//             bounced, other side            bounced     tell bounced
//             30 days                        expired
// done        replied, counted until then    done        tell talking       (where both have)
//             outcome wanted, its day        done        ask outcome        (once)
// any of these: told done → done (once sent); closed by mentor → closed; cancelled by mentor → cancelled (done: closed);
//             opted out → declined (closed once sent; done stays); outcome wanted now → ask outcome (once, once sent)
// declined, quiet, closed, cancelled, expired: over; nothing opens them again, a late reply is only noted.
//
// Late, repeated and crossed events are normal: whatever has no line above gives the same introduction back, without effects.

export type Side = 'to' | 'cc';

/** One of the two, with what a letter needs even after the entry is forgotten. */
export interface Party {
  readonly personId: string;
  readonly name: string;
  /** The address that letters of this introduction go to. */
  readonly address: string;
  /** All addresses from which a reply counts, `address` included. */
  readonly addresses: readonly string[];
  /** Instant of the first reply that counts; null: none. */
  readonly repliedAt: string | null;
  /** The party is the introducing mentor (reverse introductions). */
  readonly isMentor: boolean;
  /** When this side left the introduction, without having opted out of everything: nothing of it goes there any more. Absent: it has not. */
  readonly leftAt?: string;
  /** When an out-of-office last came from this side; absent: never. */
  readonly awayAt?: string;
}

export type HeldWhy = 'open limit' | 'monthly limit' | 'paused' | 'daily guard';

export type State =
  | { readonly kind: 'drafted'; readonly since: string }
  | { readonly kind: 'scheduled'; readonly at: string }
  /** `lookAt`: when time alone may make room (a pause ends, a month or a day begins); absent: only something else's end does. */
  | { readonly kind: 'held'; readonly since: string; readonly why: HeldWhy; readonly lookAt?: string }
  /** `both`: the other side is still to be asked after this one. */
  | { readonly kind: 'asking'; readonly since: string; readonly side: Side; readonly both: boolean }
  | { readonly kind: 'introduced'; readonly at: string; readonly toldQuiet: boolean }
  | { readonly kind: 'answered'; readonly at: string; readonly lastReplyAt: string }
  /** `askAt`: when *cc* is asked how it went; absent: not wanted, or asked already. */
  | {
      readonly kind: 'done';
      readonly at: string;
      readonly how: 'both replied' | 'told' | 'counted';
      readonly askAt?: string;
    }
  /** `also`: the other side's address, where that has failed too. */
  | {
      readonly kind: 'bounced';
      readonly at: string;
      readonly side: Side;
      readonly address: string;
      readonly also?: string;
    }
  | { readonly kind: 'declined' | 'quiet' | 'closed' | 'cancelled' | 'expired'; readonly at: string };

export type StateKind = State['kind'];

export interface Introduction {
  readonly mentorId: string;
  /** Short, permanent, one series per mentor. */
  readonly number: number;
  /** Local part of its address: `i-` and the token. */
  readonly localPart: string;
  readonly to: Party;
  readonly cc: Party;
  /** The mentor's words for the letter. */
  readonly note: string;
  readonly subject: string;
  /** How it came to be. `by-hand` and `already-made` send the parties nothing. */
  readonly origin: 'request' | 'by-hand' | 'already-made' | 'reverse';
  readonly state: State;
  readonly createdAt: string;
  /** When the introducing letter was handed out (for `by-hand`: when the mail came); null before. */
  readonly sentAt: string | null;
  /** Message-IDs that belong to the thread (ours as SES gave them, the mentor's own mail when made by hand), oldest first, at most 20. */
  readonly messageIds: readonly string[];
  /** Overrides limit and pause for this one (`send anyway`). */
  readonly anyway: boolean;
  /** The parties whose yes is needed before it goes out, in the order of asking; absent: nobody's. */
  readonly toAsk?: readonly Side[];
  /** Instant before which it is not to go out, however soon the yes comes; absent: none. */
  readonly notBefore?: string;
  /** The parties whom `ask first` has already answered with yes. */
  readonly agreed: readonly Side[];
  readonly nudged: number;
  readonly askedOutcome: boolean;
  readonly outcome: string | null;
  /** Addresses in whose name something forged has come and the mentor was told so; absent: none. */
  readonly warnedOf?: readonly string[];
  readonly version: number;
}

/** What happened, with its own instant (ISO, UTC). */
export type LifeEvent = Happened & { readonly at: string };

type Happened =
  /** The mentor wants it out: the request itself, `send`, `send anyway`. Whether there is room was looked at before. */
  | { readonly kind: 'send asked'; readonly anyway?: boolean }
  | { readonly kind: 'scheduled'; readonly for: string }
  | { readonly kind: 'held'; readonly why: HeldWhy; readonly lookAt?: string | undefined }
  /** There is room again. */
  | { readonly kind: 'released' }
  /** SES took a letter of this introduction, or a mail joined the thread: its Message-ID without angle brackets. */
  | { readonly kind: 'sent'; readonly messageId: string }
  /** Yes to ask first. `hold`: there is no room just now, so it waits as `held`. */
  | {
      readonly kind: 'agreed';
      readonly side: Side;
      readonly hold?: { readonly why: HeldWhy; readonly lookAt?: string } | undefined;
    }
  /** No to ask first, said by the party or by the mentor who read an unclear answer. */
  | { readonly kind: 'declined'; readonly side: Side; readonly by: 'party' | 'mentor' }
  /** A reply that counts. */
  | { readonly kind: 'replied'; readonly side: Side; readonly messageId: string | null }
  | { readonly kind: 'out of office'; readonly side: Side }
  /** Hard. `reason` is in words, for the mentor. */
  | { readonly kind: 'bounced'; readonly side: Side; readonly address: string; readonly reason: string }
  | { readonly kind: 'new address given'; readonly side: Side; readonly address: string }
  /** `side`: the one whom the mentor named, where one was. */
  | { readonly kind: 'nudge asked'; readonly side?: Side }
  | { readonly kind: 'closed by mentor' }
  | { readonly kind: 'cancelled by mentor' }
  | { readonly kind: 'told done' }
  /** The address of this side gets nothing more. */
  | { readonly kind: 'opted out'; readonly side: Side }
  /** `for`: the day to ask *cc* how it went; the event's own instant asks at once. */
  | { readonly kind: 'outcome wanted'; readonly for: string }
  | { readonly kind: 'outcome told'; readonly words: string }
  | { readonly kind: 'time passed' };

/** What is to follow. `key` is made of introduction and step, so that a redelivery invents nothing; letters take their ids from it. */
export type Effect = Follows & { readonly key: string };

type Follows =
  /** The introducing letter to both, and the mentor's copy. */
  | { readonly kind: 'introduce' }
  /** The introducing letter to this side alone, at its new address. */
  | { readonly kind: 'resend'; readonly side: Side; readonly address: string }
  | { readonly kind: 'ask'; readonly side: Side }
  | { readonly kind: 'nudge'; readonly side: Side }
  | { readonly kind: 'ask outcome' }
  | { readonly kind: 'tell bounced'; readonly side: Side; readonly address: string; readonly reason: string }
  | { readonly kind: 'tell declined'; readonly side: Side }
  /** It waited too long for the mentor (`drafted`) or for a party (`asking`, with the side). */
  | { readonly kind: 'tell expired'; readonly waitedFor: 'mentor' | Side }
  | { readonly kind: 'tell quiet' }
  | { readonly kind: 'tell talking' };

export interface Step {
  readonly introduction: Introduction;
  readonly effects: readonly Effect[];
}

export const draftExpiresAfterDays = 14;
export const askingExpiresAfterDays = 14;
export const toldQuietAfterDays = 10;
export const quietAfterDays = 30;
export const countedDoneAfterDays = 14;
export const bouncedExpiresAfterDays = 30;
export const passedOnForDays = 180;
export const keptMessageIds = 20;

const msPerDay = 86_400_000;

/** The instant `days` times 24 hours later. */
export const daysLater = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * msPerDay).toISOString();

const later = (a: string, b: string): string => (Date.parse(a) >= Date.parse(b) ? a : b);

export const otherSide = (side: Side): Side => (side === 'to' ? 'cc' : 'to');

/** Over for good: nothing opens it again. `done` is not over: its two are talking. */
export const isOver = (
  state: State,
): state is Extract<State, { kind: 'declined' | 'quiet' | 'closed' | 'cancelled' | 'expired' }> =>
  state.kind === 'declined' ||
  state.kind === 'quiet' ||
  state.kind === 'closed' ||
  state.kind === 'cancelled' ||
  state.kind === 'expired';

/** On the mentor's plate: what the limit of open introductions counts. */
export const isOpen = (state: State): boolean => state.kind === 'introduced' || state.kind === 'answered';

/** When its address rests: replies are passed on until then. Null while it is not over. */
export const restsAt = ({ state }: Introduction): string | null =>
  isOver(state) ? daysLater(state.at, passedOnForDays) : null;

/** When time next matters to it, null where it never does by itself. Always in the future of the last `time passed`. */
export function dueAt({ state }: Introduction): string | null {
  switch (state.kind) {
    case 'drafted':
      return daysLater(state.since, draftExpiresAfterDays);
    case 'scheduled':
      return state.at;
    case 'held':
      return state.lookAt ?? null;
    case 'asking':
      return daysLater(state.since, askingExpiresAfterDays);
    case 'introduced':
      return daysLater(state.at, state.toldQuiet ? quietAfterDays : toldQuietAfterDays);
    case 'answered':
      // `at` is the later one after a letter was sent again: the new address gets its 14 days too.
      return daysLater(later(state.at, state.lastReplyAt), countedDoneAfterDays);
    case 'bounced':
      return daysLater(state.at, bouncedExpiresAfterDays);
    case 'done':
      return state.askAt ?? null;
    case 'declined':
    case 'quiet':
    case 'closed':
    case 'cancelled':
    case 'expired':
      return null;
    default:
      return unreachable(state);
  }
}

/** What the event makes of the introduction. Never throws; an event without meaning in this state changes nothing. */
export function advance(introduction: Introduction, event: LifeEvent): Step {
  const { state } = introduction;
  switch (state.kind) {
    case 'drafted':
      return whileDrafted(introduction, event);
    case 'scheduled':
      return whileScheduled(introduction, event);
    case 'held':
      return whileHeld(introduction, state, event);
    case 'asking':
      return whileAsking(introduction, state, event);
    case 'introduced':
      return whileIntroduced(introduction, state, event);
    case 'answered':
      return whileAnswered(introduction, event);
    case 'bounced':
      return whileBounced(introduction, state, event);
    case 'done':
      return whileDone(introduction, state, event);
    case 'declined':
    case 'quiet':
    case 'closed':
    case 'cancelled':
    case 'expired':
      return onceOver(introduction, event);
    default:
      return unreachable(state);
  }
}

type StateOf<K extends StateKind> = Extract<State, { kind: K }>;

/** In the default of each switch: lists what has no meaning there, so that a new event must be thought of in every state. */
interface Meaningless<K extends LifeEvent['kind']> {
  readonly kind: K;
}

/** What comes from parties and mail programs once a letter is out. */
type AfterSending = 'replied' | 'bounced' | 'new address given' | 'nudge asked' | 'told done' | 'out of office';

function whileDrafted(introduction: Introduction, event: LifeEvent): Step {
  switch (event.kind) {
    case 'send asked':
      return begin(allowed(introduction, event), event.at);
    case 'scheduled':
      return to(introduction, { kind: 'scheduled', at: event.for });
    case 'held':
      return hold(introduction, event.at, event);
    case 'time passed':
      if (!has(dueAt(introduction), event.at)) return same(introduction);
      return to(introduction, { kind: 'expired', at: event.at }, tellExpired(introduction, 'mentor'));
    case 'closed by mentor':
    case 'cancelled by mentor':
    case 'opted out':
      return end(introduction, event);
    default:
      event satisfies Meaningless<AfterSending | 'released' | 'sent' | 'agreed' | 'declined' | Outcome>;
      return same(introduction);
  }
}

type Outcome = 'outcome wanted' | 'outcome told';

function whileScheduled(introduction: Introduction, event: LifeEvent): Step {
  switch (event.kind) {
    case 'send asked':
      return begin(allowed(introduction, event), event.at);
    case 'held':
      return hold(introduction, event.at, event);
    case 'scheduled':
      return to(introduction, { kind: 'scheduled', at: event.for });
    case 'time passed':
      return has(dueAt(introduction), event.at) ? begin(introduction, event.at) : same(introduction);
    case 'closed by mentor':
    case 'cancelled by mentor':
    case 'opted out':
      return end(introduction, event);
    default:
      event satisfies Meaningless<AfterSending | 'released' | 'sent' | 'agreed' | 'declined' | Outcome>;
      return same(introduction);
  }
}

function whileHeld(introduction: Introduction, state: StateOf<'held'>, event: LifeEvent): Step {
  switch (event.kind) {
    case 'released':
    case 'send asked':
      return begin(allowed(introduction, event), event.at);
    case 'held':
      return hold(introduction, state.since, event);
    case 'scheduled':
      return to(introduction, { kind: 'scheduled', at: event.for });
    case 'closed by mentor':
    case 'cancelled by mentor':
    case 'opted out':
      return end(introduction, event);
    default:
      // Time alone makes no room: whoever counts what is open says `released`, or `held` with the next day to look.
      event satisfies Meaningless<AfterSending | 'sent' | 'agreed' | 'declined' | 'time passed' | Outcome>;
      return same(introduction);
  }
}

function whileAsking(introduction: Introduction, state: StateOf<'asking'>, event: LifeEvent): Step {
  switch (event.kind) {
    case 'agreed': {
      if (event.side !== state.side) return same(introduction);
      const agreed = { ...introduction, agreed: [...introduction.agreed, event.side] };
      const { notBefore } = introduction;
      if (notBefore !== undefined && nextToAsk(agreed) === undefined && !has(notBefore, event.at))
        return to(agreed, { kind: 'scheduled', at: notBefore });
      return event.hold && nextToAsk(agreed) === undefined
        ? hold(agreed, event.at, event.hold)
        : begin(agreed, event.at);
    }
    case 'declined':
      if (event.side !== state.side) return same(introduction);
      return event.by === 'mentor'
        ? to(introduction, { kind: 'declined', at: event.at })
        : to(introduction, { kind: 'declined', at: event.at }, [
            { key: key(introduction, 'declined', event.side), kind: 'tell declined', side: event.side },
          ]);
    case 'time passed':
      if (!has(dueAt(introduction), event.at)) return same(introduction);
      return to(introduction, { kind: 'expired', at: event.at }, tellExpired(introduction, state.side));
    case 'closed by mentor':
    case 'cancelled by mentor':
    case 'opted out':
      return end(introduction, event);
    case 'bounced':
      return event.side === state.side ? bounce(introduction, event) : same(introduction);
    case 'out of office':
      return away(introduction, event);
    default:
      event satisfies Meaningless<
        | Exclude<AfterSending, 'out of office' | 'bounced'>
        | 'send asked'
        | 'scheduled'
        | 'held'
        | 'released'
        | 'sent'
        | Outcome
      >;
      return same(introduction);
  }
}

/** What begins an introduction: nothing of it has a meaning once the letter is out. */
type BeforeSending = 'send asked' | 'scheduled' | 'held' | 'released' | 'agreed' | 'declined';

function whileIntroduced(introduction: Introduction, state: StateOf<'introduced'>, event: LifeEvent): Step {
  switch (event.kind) {
    case 'replied':
      return reply(introduction, event);
    case 'bounced':
      return bounce(introduction, event);
    case 'nudge asked':
      return nudge(introduction, event.side ?? (introduction.nudged % 2 === 0 ? 'cc' : 'to'));
    case 'time passed': {
      const tell = state.toldQuiet ? [] : once(introduction, 'tell quiet');
      if (has(daysLater(state.at, quietAfterDays), event.at)) {
        return to(introduction, { kind: 'quiet', at: event.at }, tell);
      }
      if (state.toldQuiet || !has(daysLater(state.at, toldQuietAfterDays), event.at)) return same(introduction);
      return to(introduction, { ...state, toldQuiet: true }, tell);
    }
    case 'told done':
    case 'closed by mentor':
    case 'cancelled by mentor':
    case 'opted out':
      return end(introduction, event);
    case 'out of office':
      return away(introduction, event);
    case 'sent':
      return join(introduction, event.messageId);
    case 'outcome wanted':
      return askOutcomeNow(introduction, event);
    case 'outcome told':
      return { introduction: { ...introduction, outcome: event.words }, effects: [] };
    default:
      event satisfies Meaningless<BeforeSending | 'new address given'>;
      return same(introduction);
  }
}

function whileAnswered(introduction: Introduction, event: LifeEvent): Step {
  switch (event.kind) {
    case 'replied':
      return reply(introduction, event);
    case 'bounced':
      return bounce(introduction, event);
    case 'nudge asked':
      return nudge(introduction, introduction.to.repliedAt === null ? 'to' : 'cc');
    case 'time passed':
      if (!has(dueAt(introduction), event.at)) return same(introduction);
      return to(introduction, { kind: 'done', at: event.at, how: 'counted' });
    case 'told done':
    case 'closed by mentor':
    case 'cancelled by mentor':
    case 'opted out':
      return end(introduction, event);
    case 'out of office':
      return away(introduction, event);
    case 'sent':
      return join(introduction, event.messageId);
    case 'outcome wanted':
      return askOutcomeNow(introduction, event);
    case 'outcome told':
      return { introduction: { ...introduction, outcome: event.words }, effects: [] };
    default:
      event satisfies Meaningless<BeforeSending | 'new address given'>;
      return same(introduction);
  }
}

function whileBounced(introduction: Introduction, state: StateOf<'bounced'>, event: LifeEvent): Step {
  switch (event.kind) {
    case 'new address given':
      return readdress(introduction, state, event);
    case 'agreed':
    case 'declined':
      // The letter that asked has arrived after all.
      if (introduction.sentAt !== null || event.side !== state.side) return same(introduction);
      return whileAsking(introduction, { kind: 'asking', since: state.at, side: state.side, both: false }, event);
    case 'replied': {
      if (introduction.sentAt === null) return same(introduction);
      // Whoever replies from a dead address is alive; what the other side writes does not mend it.
      const mended = event.side === state.side || state.also !== undefined;
      if (mended) return reply(withoutFailure(introduction, state, event.side, event.at), event);
      return { introduction: join(noteReply(introduction, event), event.messageId).introduction, effects: [] };
    }
    case 'bounced':
      if (introduction.sentAt === null || event.side === state.side || state.also !== undefined)
        return same(introduction);
      if (!isCurrent(introduction, event)) return same(introduction);
      return to(introduction, { ...state, also: event.address }, tellBounced(introduction, event));
    case 'time passed':
      if (!has(dueAt(introduction), event.at)) return same(introduction);
      return to(introduction, { kind: 'expired', at: event.at });
    case 'told done':
      return introduction.sentAt === null ? same(introduction) : end(introduction, event);
    case 'closed by mentor':
    case 'cancelled by mentor':
    case 'opted out':
      return end(introduction, event);
    case 'out of office':
      return away(introduction, event);
    case 'sent':
      return join(introduction, event.messageId);
    default:
      event satisfies Meaningless<Exclude<BeforeSending, 'agreed' | 'declined'> | 'nudge asked' | Outcome>;
      return same(introduction);
  }
}

function whileDone(introduction: Introduction, state: StateOf<'done'>, event: LifeEvent): Step {
  switch (event.kind) {
    case 'replied': {
      const noted = join(noteReply(introduction, event), event.messageId).introduction;
      const both = noted.to.repliedAt !== null && noted.cc.repliedAt !== null;
      if (state.how !== 'counted' || !both) return { introduction: noted, effects: [] };
      return to(noted, { ...state, how: 'both replied' }, once(introduction, 'tell talking'));
    }
    case 'outcome wanted':
      if (introduction.askedOutcome) return same(introduction);
      return has(event.for, event.at)
        ? askOutcome(introduction, state)
        : to(introduction, { ...state, askAt: event.for });
    case 'time passed':
      return has(dueAt(introduction), event.at) ? askOutcome(introduction, state) : same(introduction);
    case 'outcome told':
      return { introduction: { ...introduction, outcome: event.words }, effects: [] };
    case 'closed by mentor':
    case 'cancelled by mentor':
      return to(introduction, { kind: 'closed', at: event.at });
    case 'sent':
      return join(introduction, event.messageId);
    default:
      event satisfies Meaningless<
        BeforeSending | 'bounced' | 'new address given' | 'nudge asked' | 'told done' | 'opted out' | 'out of office'
      >;
      return same(introduction);
  }
}

function onceOver(introduction: Introduction, event: LifeEvent): Step {
  switch (event.kind) {
    case 'replied':
      return { introduction: join(noteReply(introduction, event), event.messageId).introduction, effects: [] };
    case 'sent':
      return join(introduction, event.messageId);
    case 'outcome told':
      return { introduction: { ...introduction, outcome: event.words }, effects: [] };
    case 'outcome wanted':
      return askOutcomeNow(introduction, event);
    default:
      event satisfies Meaningless<
        | BeforeSending
        | Exclude<AfterSending, 'replied'>
        | 'closed by mentor'
        | 'cancelled by mentor'
        | 'opted out'
        | 'time passed'
      >;
      return same(introduction);
  }
}

type EventOf<K extends LifeEvent['kind']> = Extract<LifeEvent, { kind: K }>;

/** Out it goes; or, while somebody's yes is missing, that side is asked (`again`: the first asking never arrived). */
function begin(introduction: Introduction, at: string, again?: string): Step {
  const side = nextToAsk(introduction);
  if (side !== undefined) {
    const both = nextToAsk({ ...introduction, agreed: [...introduction.agreed, side] }) !== undefined;
    const steps = ['ask', side, ...(again === undefined ? [] : [again])];
    return to(introduction, { kind: 'asking', since: at, side, both }, [
      { key: key(introduction, ...steps), kind: 'ask', side },
    ]);
  }
  return to(
    { ...introduction, sentAt: at },
    { kind: 'introduced', at, toldQuiet: false },
    once(introduction, 'introduce'),
  );
}

const nextToAsk = ({ toAsk, agreed }: Introduction): Side | undefined => toAsk?.find((side) => !agreed.includes(side));

const allowed = (introduction: Introduction, event: LifeEvent): Introduction =>
  event.kind === 'send asked' && event.anyway === true ? { ...introduction, anyway: true } : introduction;

const hold = (
  introduction: Introduction,
  since: string,
  { why, lookAt }: { readonly why: HeldWhy; readonly lookAt?: string | undefined },
): Step => to(introduction, { kind: 'held', since, why, ...(lookAt === undefined ? {} : { lookAt }) });

function reply(introduction: Introduction, event: EventOf<'replied'>): Step {
  const { state } = introduction;
  const noted = join(noteReply(introduction, event), event.messageId).introduction;
  if (noted.to.repliedAt !== null && noted.cc.repliedAt !== null) {
    return to(noted, { kind: 'done', at: event.at, how: 'both replied' }, once(introduction, 'tell talking'));
  }
  return state.kind === 'answered'
    ? to(noted, { ...state, lastReplyAt: later(state.lastReplyAt, event.at) })
    : to(noted, { kind: 'answered', at: event.at, lastReplyAt: event.at });
}

const noteReply = (introduction: Introduction, { side, at }: EventOf<'replied'>): Introduction => ({
  ...introduction,
  [side]: { ...introduction[side], repliedAt: introduction[side].repliedAt ?? at },
});

/** A failure of an address that letters no longer go to is old news. */
const isCurrent = (introduction: Introduction, { side, address }: EventOf<'bounced'>): boolean =>
  introduction[side].address === address;

function bounce(introduction: Introduction, event: EventOf<'bounced'>): Step {
  if (!isCurrent(introduction, event)) return same(introduction);
  const { side, address, at } = event;
  return to(introduction, { kind: 'bounced', at, side, address }, tellBounced(introduction, event));
}

function readdress(
  introduction: Introduction,
  state: StateOf<'bounced'>,
  { side, address, at }: EventOf<'new address given'>,
): Step {
  if (side !== state.side && state.also === undefined) return same(introduction);
  const party = introduction[side];
  const moved = {
    ...introduction,
    [side]: { ...party, address, addresses: [...new Set([...party.addresses, address])] },
  };
  if (introduction.sentAt === null) return begin(moved, at, at);
  return {
    introduction: withoutFailure(moved, state, side, at),
    effects: [{ key: key(introduction, 'resend', side, at), kind: 'resend', side, address }],
  };
}

/** The side's failure is mended: back to what it was before, or to the other side's failure. */
function withoutFailure(introduction: Introduction, state: StateOf<'bounced'>, side: Side, at: string): Introduction {
  if (state.also !== undefined) {
    const left = otherSide(side);
    const address = left === state.side ? state.address : state.also;
    return { ...introduction, state: { kind: 'bounced', at: state.at, side: left, address } };
  }
  const lastReplyAt = introduction.to.repliedAt ?? introduction.cc.repliedAt;
  const mended: State =
    lastReplyAt === null ? { kind: 'introduced', at, toldQuiet: false } : { kind: 'answered', at, lastReplyAt };
  return { ...introduction, state: mended };
}

/** Whoever asks for it is not reminded: where the mentor is one of the two, the other is, or nobody. */
const nudge = (introduction: Introduction, turn: Side): Step => {
  const side = introduction[turn].isMentor ? otherSide(turn) : turn;
  if (introduction[side].repliedAt !== null) return same(introduction);
  const nudged = introduction.nudged + 1;
  return {
    introduction: { ...introduction, nudged },
    effects: [{ key: key(introduction, 'nudge', String(nudged)), kind: 'nudge', side }],
  };
};

/** The mentor may well ask about one that is under way or was closed; a day in the future is kept for `done` alone. */
function askOutcomeNow(introduction: Introduction, event: EventOf<'outcome wanted'>): Step {
  if (introduction.askedOutcome || introduction.sentAt === null || !has(event.for, event.at)) return same(introduction);
  return { introduction: { ...introduction, askedOutcome: true }, effects: once(introduction, 'ask outcome') };
}

function askOutcome(introduction: Introduction, { kind, at, how }: StateOf<'done'>): Step {
  return to({ ...introduction, askedOutcome: true }, { kind, at, how }, once(introduction, 'ask outcome'));
}

/** The mentor or a party ends it, sent or not. */
function end(
  introduction: Introduction,
  { kind, at }: EventOf<'closed by mentor' | 'cancelled by mentor' | 'opted out' | 'told done'>,
): Step {
  switch (kind) {
    case 'closed by mentor':
      return to(introduction, { kind: 'closed', at });
    case 'cancelled by mentor':
      return to(introduction, { kind: 'cancelled', at });
    case 'opted out':
      return to(introduction, { kind: introduction.sentAt === null ? 'declined' : 'closed', at });
    case 'told done':
      return to(introduction, { kind: 'done', at, how: 'told' });
    default:
      return unreachable(kind);
  }
}

const away = (introduction: Introduction, { side, at }: EventOf<'out of office'>): Step => ({
  introduction: { ...introduction, [side]: { ...introduction[side], awayAt: at } },
  effects: [],
});

function join(introduction: Introduction, messageId: string | null): Step {
  if (messageId === null || introduction.messageIds.includes(messageId)) return same(introduction);
  const messageIds = [...introduction.messageIds, messageId].slice(-keptMessageIds);
  return { introduction: { ...introduction, messageIds }, effects: [] };
}

const same = (introduction: Introduction): Step => ({ introduction, effects: [] });

const to = (introduction: Introduction, state: State, effects: readonly Effect[] = []): Step => ({
  introduction: { ...introduction, state },
  effects,
});

const has = (due: string | null, now: string): boolean => due !== null && Date.parse(now) >= Date.parse(due);

const key = (introduction: Introduction, ...steps: readonly string[]): string =>
  [introduction.number, ...steps].join('/');

/** An effect that a life has at most once. */
const once = (
  introduction: Introduction,
  kind: 'introduce' | 'ask outcome' | 'tell quiet' | 'tell talking',
): readonly Effect[] => [{ key: key(introduction, kind.replace(' ', '-')), kind }];

const tellExpired = (introduction: Introduction, waitedFor: 'mentor' | Side): readonly Effect[] => [
  { key: key(introduction, 'expired'), kind: 'tell expired', waitedFor },
];

const tellBounced = (introduction: Introduction, event: EventOf<'bounced'>): readonly Effect[] => {
  const { side, address, reason, at } = event;
  return [{ key: key(introduction, 'bounced', side, at), kind: 'tell bounced', side, address, reason }];
};

function unreachable(value: never): never {
  throw new Error(`no such state: ${JSON.stringify(value)}`);
}
