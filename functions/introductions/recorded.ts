// Introductions that are only recorded: the mentor has made them, by hand or some time ago. Nobody is written to.

import { resolveWhen } from '../language/dates.ts';
import * as say from '../letters/answer.ts';
import type { Pair } from './begin.ts';
import { newIntroduction, subjectFor, taking } from './begin.ts';
import type { Brought, Desk } from './brought.ts';
import { andThen, bringing, joined, saying } from './brought.ts';
import type { Change, Known } from './known.ts';
import { lastMet } from './known.ts';
import type { Introduction } from './life.ts';
import type { PendingOf } from './question.ts';
import { whom } from './whom.ts';
import { day } from './zone.ts';

/** `I introduced X to Y last week`: recorded, so that it is never suggested again. Nobody is written to, nobody needs an address. */
export function introducedAlready(desk: Desk, pending: PendingOf<'introduced-already'>): Brought {
  const { request } = pending;
  const to = whom(desk, pending, 'to', 'recorded');
  const cc = whom(desk, pending, 'cc', 'recorded');
  if (to.kind !== 'person' || cc.kind !== 'person') {
    return joined(...[to, cc].flatMap((side) => (side.kind === 'open' ? [side.brought] : [])));
  }
  if (to.person.id === cc.person.id) return saying(say.samePerson(to.person.name));
  return andThen(desk, joined(to.brought, cc.brought), (desk) => {
    const { known } = desk;
    const met = lastMet(known, to.person.id, cc.person.id);
    if (met !== undefined) {
      return saying(say.knownAlready(cc.person.name, to.person.name, met.number, day(known, met.at)));
    }
    const at = (request.when && resolveWhen(request.when, known.now, known.mentor.timeZone)) ?? known.now;
    const made = Date.parse(at) > Date.parse(known.now) ? known.now : at;
    const introduction: Introduction = {
      ...newIntroduction(desk, { to, cc }, { note: '', subject: subjectFor({ to, cc }) }, []),
      origin: 'already-made',
      state: { kind: 'done', at: known.now, how: 'told' },
      sentAt: made,
    };
    return bringing({
      changes: recorded(known, introduction),
      says: [say.recordedAsMade(introduction.number, cc.person.name, to.person.name)],
    });
  });
}

/** A new introduction that sends nothing, and the number it takes. */
export const recorded = (known: Known, introduction: Introduction): readonly Change[] => [
  taking(known, introduction),
  { kind: 'introduction', introduction, was: null },
];

/** An introduction that the mentor has made by hand; `pair` are the two to whom the mail went. */
export function madeByHand(desk: Desk, pair: Pair): Introduction {
  const { now } = desk.known;
  const { messageId, subject } = desk.received.mail;
  return {
    ...newIntroduction(desk, pair, { note: '', subject: subject || subjectFor(pair) }, []),
    origin: 'by-hand',
    state: { kind: 'introduced', at: now, toldQuiet: false },
    sentAt: now,
    messageIds: messageId === null ? [] : [messageId],
  };
}
