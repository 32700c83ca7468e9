// The mentor's own affairs: limits, pause and resume, settings, status, leave, help. Every answer shows how things now stand.

import { IANAZone } from 'luxon';
import { resolveWhen } from '../language/dates.ts';
import type { Setting } from '../language/requests.ts';
import * as say from '../letters/answer.ts';
import { entryText } from '../letters/entry.ts';
import { namesOf } from '../letters/introduction.ts';
import { letterOf } from '../letters/letter.ts';
import { token } from '../mail/token.ts';
import type { Mentor } from '../people/mentor.ts';
import { greetingName } from '../people/names.ts';
import { entryFacts } from './book.ts';
import type { Brought, Desk } from './brought.ts';
import { andThen, asking, bringing, joined, keyOf, nothing, saying } from './brought.ts';
import type { Change, Known } from './known.ts';
import { daysLater, isOpen } from './life.ts';
import type { PendingOf, Question } from './question.ts';
import { confirmedWith, questionOpenDays } from './question.ts';
import { isFinished } from './steer.ts';
import { threadOf } from './thread.ts';
import { isOurs, whom } from './whom.ts';
import { day, moment } from './zone.ts';

/** `limit 8 open`; no number: no limit. A wider limit lets out what was held. */
export function limitOpen(desk: Desk, { request }: PendingOf<'limit-open'>): Brought {
  const mentor = { ...desk.known.mentor, openLimit: request.limit };
  return changed(desk, mentor, [say.openLimit(request.limit)], [release(desk)]);
}

/** `limit 2 a month for Y` */
export function limitMonth(desk: Desk, pending: PendingOf<'limit-month'>): Brought {
  const who = whom(desk, pending, 'who', 'known');
  if (who.kind === 'self') return saying(say.notAboutYou());
  if (who.kind === 'open') return who.brought;
  return andThen(desk, who.brought, (desk) => {
    const { monthlyLimit: _, ...unlimited } = who.person;
    const { limit } = pending.request;
    const person = limit === null ? unlimited : { ...unlimited, monthlyLimit: limit };
    return bringing({
      changes: [{ kind: 'person', person, was: who.person }, ...release(desk)],
      says: [say.entryNow(entryText(entryFacts(desk.known, person)))],
    });
  });
}

/** `pause until May 3`, `pause` */
export function pause(desk: Desk, { request }: PendingOf<'pause'>): Brought {
  const { known } = desk;
  if (request.until === null) return changed(desk, { ...known.mentor, pausedUntil: 'resume' }, [say.paused(null)]);
  const until = resolveWhen(request.until, known.now, known.mentor.timeZone);
  return until === null || Date.parse(until) <= Date.parse(known.now)
    ? saying(say.pauseDayNotUnderstood(request.until.words))
    : changed(desk, { ...known.mentor, pausedUntil: until }, [say.paused(moment(known, until))]);
}

export function resume(desk: Desk, _pending: PendingOf<'resume'>): Brought {
  const { mentor, introductions } = desk.known;
  const held = introductions.filter(({ state }) => state.kind === 'held').length;
  return mentor.pausedUntil === null
    ? saying(say.notPaused())
    : changed(desk, { ...mentor, pausedUntil: null }, [say.resumed(held)], [release(desk)]);
}

/** Lets out what is held, in order and piece by piece, where anything is. */
const release = ({ known, ...desk }: Desk): readonly Change[] =>
  known.introductions.some(({ state }) => state.kind === 'held')
    ? [{ kind: 'job', job: { kind: 'release', id: keyOf({ known, ...desk }, 'release'), mentorId: known.mentor.id } }]
    : [];

function changed(
  desk: Desk,
  mentor: Mentor,
  says: readonly string[],
  more: readonly (readonly Change[])[] = [],
): Brought {
  return bringing({ changes: [{ kind: 'mentor', mentor, was: desk.known.mentor }, ...more.flat()], says });
}

/** `time zone …`, `signature …`, `my other address is …`: the settings as they now stand. */
export function setting(desk: Desk, { request }: PendingOf<'setting'>): Brought {
  const { mentor } = desk.known;
  const set = settingOf(desk, mentor, request.setting);
  if ('brought' in set) return set.brought;
  return set.mentor === mentor
    ? saying(settingsText(desk.known, mentor))
    : changed(desk, set.mentor, [settingsText(desk.known, set.mentor)]);
}

function settingOf(
  desk: Desk,
  mentor: Mentor,
  told: Setting,
): { readonly mentor: Mentor } | { readonly brought: Brought } {
  switch (told.kind) {
    case 'time-zone': {
      const timeZone = zoneNamed(told.timeZone);
      return timeZone === null
        ? { brought: saying(say.noSuchZone(told.timeZone)) }
        : { mentor: { ...mentor, timeZone } };
    }
    case 'signature':
      return { mentor: { ...mentor, signature: told.signature.trim() } };
    case 'summary':
      return { mentor: { ...mentor, summary: told.on } };
    case 'always-ask-first':
      return { mentor: { ...mentor, alwaysAskFirst: told.on } };
    case 'show-me-first':
      return { mentor: { ...mentor, showMeFirst: told.on } };
    case 'ask-how-it-went':
      return { mentor: { ...mentor, askHowItWent: told.on } };
    case 'name':
      return told.name.trim() === '' ? { mentor } : { mentor: { ...mentor, name: told.name.trim() } };
    case 'other-address':
      return { brought: confirmAddress(desk, mentor, told.address.toLowerCase()) };
    case 'show':
      return { mentor };
    default:
      return told satisfies never;
  }
}

/** The zone by its IANA name or the city of one, in whatever case and with blanks: `europe/paris`, `New York`. Null: there is none. */
function zoneNamed(words: string): string | null {
  const wanted = words.trim().replace(/\s+/g, '_');
  if (wanted.toLowerCase() === 'utc') return 'UTC';
  const zones = Intl.supportedValuesOf('timeZone');
  if (!wanted.includes('/'))
    return zones.find((zone) => zone.toLowerCase().endsWith(`/${wanted.toLowerCase()}`)) ?? null;
  if (!IANAZone.isValidZone(wanted)) return null;
  return zones.find((zone) => zone.toLowerCase() === wanted.toLowerCase()) ?? wanted;
}

/** A further address counts once an answer has come from it: the question goes there and nowhere else. */
function confirmAddress(desk: Desk, mentor: Mentor, address: string): Brought {
  const { known } = desk;
  if (mentor.addresses.includes(address)) return saying(say.addressIsYours(address));
  if (isOurs(known, address)) return saying(say.addressOfOurs(address));
  const localPart = `q-${token(mentor.secret, keyOf(desk, `confirm/${address}`))}`;
  const subject = 'Is this address yours?';
  const question: Question = {
    id: localPart,
    mentorId: mentor.id,
    localPart,
    asked: 'mentor',
    address,
    askedAt: known.now,
    expiresAt: daysLater(known.now, questionOpenDays),
    subject,
    parts: [{ kind: 'confirm-address', address }],
    // Found by its token alone: a bare yes from another address must never confirm it.
    waits: false,
    version: 0,
  };
  const letter = letterOf({
    id: keyOf(desk, `confirm/${address}`),
    mentorId: mentor.id,
    audience: 'outsider',
    automation: 'generated',
    from: { name: 'Stepback', localPart },
    to: [{ name: mentor.name, address }],
    subject,
    text: say.confirmAddress(mentor.name, mentor.addresses[0] ?? ''),
    unsubscribe: 'one-click',
  });
  return bringing({ changes: [{ kind: 'ask', question }], letters: [letter], says: [say.addressAsked(address)] });
}

/** The settings as they stand, one to a line. */
export const settingsText = (known: Known, mentor: Mentor): string =>
  say.settings({
    name: mentor.name,
    addresses: mentor.addresses,
    timeZone: mentor.timeZone,
    signature: mentor.signature || mentor.name,
    summary: mentor.summary,
    alwaysAskFirst: mentor.alwaysAskFirst,
    showMeFirst: mentor.showMeFirst,
    askHowItWent: mentor.askHowItWent,
    openLimit: mentor.openLimit,
    pausedUntil:
      mentor.pausedUntil === null || mentor.pausedUntil === 'resume'
        ? mentor.pausedUntil
        : moment(known, mentor.pausedUntil),
  });

/** `status`: what is open, what waits for an answer, what is held, by number. */
export function status({ known }: Desk, _pending: PendingOf<'status'>): Brought {
  const listed = known.introductions
    .filter((introduction) => !isFinished(introduction))
    .toSorted((a, b) => a.number - b.number)
    .map((introduction) => ({
      number: introduction.number,
      names: namesOf(introduction),
      state: introduction.state.kind,
      day: day(known, introduction.sentAt ?? introduction.createdAt),
      silent: isOpen(introduction.state)
        ? [introduction.cc, introduction.to].filter(({ repliedAt }) => repliedAt === null).map(({ name }) => name)
        : [],
    }));
  const waiting = known.questions.filter(({ asked, waits }) => asked === 'mentor' && waits);
  return saying(
    say.status(
      listed,
      waiting.map(({ subject, askedAt }) => ({ subject, day: day(known, askedAt) })),
      known.mentor.openLimit,
    ),
  );
}

/** `leave`: everything is exported, then erased, after a yes. */
export function leave(desk: Desk, pending: PendingOf<'leave'>): Brought {
  if (!pending.confirmed.includes('leave')) {
    return asking({ kind: 'confirm', pending: [confirmedWith(pending, 'leave')], words: say.leaveReally() });
  }
  const { mentor } = desk.known;
  return bringing({
    changes: [
      {
        kind: 'job',
        job: {
          kind: 'export',
          id: keyOf(desk, 'leave'),
          mentorId: mentor.id,
          thenLeave: true,
          thread: threadOf(desk.received),
        },
      },
    ],
    says: [say.leaving()],
  });
}

/** `summary`: the running month's, now; its letter is the answer. */
export const summaryNow = (desk: Desk, _pending: PendingOf<'summary'>): Brought =>
  bringing({
    changes: [
      {
        kind: 'job',
        job: {
          kind: 'summary',
          id: keyOf(desk, 'summary'),
          mentorId: desk.known.mentor.id,
          thread: threadOf(desk.received),
        },
      },
    ],
  });

export const help = (desk: Desk, _pending: PendingOf<'help'>): Brought =>
  saying(say.help(greetingName(desk.known.mentor.name)));

/** Looks like a request and is not understood: quoted back with the nearest request. */
export const unknown = (_desk: Desk, { request }: PendingOf<'unknown'>): Brought =>
  saying(say.notUnderstood(request.sentence, request.nearest));

/** `remind me on May 3 to …`: comes back on the day, and `yes` does it. */
export function remind(desk: Desk, { request }: PendingOf<'remind'>): Brought {
  const { known } = desk;
  const due = resolveWhen(request.when, known.now, known.mentor.timeZone);
  if (due === null || Date.parse(due) <= Date.parse(known.now))
    return saying(say.reminderDayNotUnderstood(request.when.words, request.request));
  const reminder = {
    id: token(known.mentor.secret, keyOf(desk, 'remind')),
    mentorId: known.mentor.id,
    due,
    words: request.request,
  };
  return joined(
    nothing,
    bringing({ changes: [{ kind: 'remind', reminder }], says: [say.reminding(moment(known, due), request.request)] }),
  );
}
