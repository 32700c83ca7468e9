// Answers to what the service has shown: a draft, a party's unclear answer, a failed address, a silence, a mail of doubtful origin.

import type { Answer, Request, Step, When } from '../language/requests.ts';
import * as say from '../letters/answer.ts';
import { holdFor } from './balance.ts';
import { dueOn, heldInWords } from './begin.ts';
import type { Brought, Desk } from './brought.ts';
import { asking, bringing, joined, keyOf, nothing, saying } from './brought.ts';
import { happen, otherThan } from './happen.ts';
import { passOnKept } from './kept-mail.ts';
import type { Known } from './known.ts';
import type { Introduction, Side } from './life.ts';
import { advance, otherSide } from './life.ts';
import { settingsText } from './settings.ts';
import type { Part, Settled } from './settled.ts';
import { doing, dropping, isNo, onIntroduction, open } from './settled.ts';
import { nudgeNamed, sendNow, sideNamed, take } from './steer.ts';
import { threadOf } from './thread.ts';
import { moment } from './zone.ts';

/** `send` sends it, other words replace the note and show it again. */
export function settleDraft({ introduction: number }: Part<'draft'>, answer: Answer): Settled {
  if (answer.numbers.length > 0 && !answer.numbers.includes(number)) return open;
  const drops = isNo(answer) || answer.step === 'close';
  const sends = answer.step === 'send' || answer.step === 'send-anyway' || answer.verdict === 'yes';
  if (!drops && !sends && answer.words === '') return open;
  return onIntroduction(number, (desk, introduction) => {
    if (introduction.state.kind !== 'drafted') return saying(say.draftGone(number));
    if (drops) return take(desk, 'cancel', introduction);
    if (answer.when !== null) return sentOn(desk, introduction, answer.when);
    if (sends && answer.proviso?.kind === 'ask-first') {
      const asking: Introduction = { ...introduction, toAsk: ['to'] };
      const noted = bringing({ changes: [{ kind: 'introduction', introduction: asking, was: introduction }] });
      return joined(noted, sendNow(desk, asking, false));
    }
    const edited = editedBy(answer.words, introduction.note);
    if (edited !== null) {
      const changed = { ...introduction, note: edited.note };
      const noted = bringing({ changes: [{ kind: 'introduction', introduction: changed, was: introduction }] });
      return edited.sends ? joined(noted, sendNow(desk, changed, false)) : rewritten(introduction, edited.note);
    }
    return answer.words === ''
      ? sendNow(desk, introduction, answer.step === 'send-anyway')
      : rewritten(introduction, answer.words);
  });
}

/** `Change "ovens" to "stoves" and send it`: null where the words are no such change of the note. */
function editedBy(words: string, note: string): { readonly note: string; readonly sends: boolean } | null {
  const [, from = '', to = '', rest = ''] =
    /^(?:please |and |but )*(?:change|replace|swap|correct) ["“'‘]([^"”]{1,200})["”'’] (?:to|with|by|for|into) ["“'‘]([^"”]{0,400})["”'’][\s,.;]*(.*)$/isu.exec(
      words.trim(),
    ) ?? [];
  const at = from === '' ? -1 : note.toLowerCase().indexOf(from.toLowerCase());
  if (at < 0 || !/^(?:|(?:(?:and|then|please|now)[\s,]+)*(?:send|go)\b[^.]{0,30}\.?)$/iu.test(rest.trim())) return null;
  // At the beginning of the note the capital stays.
  const begins = at === 0 && /^\p{Lu}/u.test(note);
  const put = begins ? to.slice(0, 1).toUpperCase() + to.slice(1) : to;
  return { note: note.slice(0, at) + put + note.slice(at + from.length), sends: rest.trim() !== '' };
}

/** `send it tomorrow`: it waits for that day; a day that cannot be told leaves it as it is. */
function sentOn(desk: Desk, introduction: Introduction, when: When): Brought {
  const { number, cc, to } = introduction;
  const due = dueOn(desk, when);
  if (due === null) {
    return joined(
      saying(say.dayNotUnderstood(when.words, cc.name, to.name)),
      asking({ kind: 'draft', introduction: number }),
    );
  }
  const step = advance(introduction, { kind: 'scheduled', at: desk.known.now, for: due });
  return bringing({
    changes: [{ kind: 'introduction', introduction: step.introduction, was: introduction }],
    says: [say.scheduled(number, cc.name, to.name, moment(desk.known, due))],
  });
}

const rewritten = (introduction: Introduction, note: string): Brought =>
  joined(
    bringing({ changes: [{ kind: 'introduction', introduction: { ...introduction, note }, was: introduction }] }),
    asking({ kind: 'draft', introduction: introduction.number }),
  );

/** The mentor reads a party's unclear answer. */
export function settleConsent({ introduction: number, side }: Part<'unclear-consent'>, answer: Answer): Settled {
  if (answer.verdict === 'yes' || answer.step === 'send') {
    return onIntroduction(number, (desk, introduction) => {
      const hold = holdFor(desk.known, introduction) ?? undefined;
      const happened = happen(
        desk.known,
        introduction,
        { kind: 'agreed', side, at: desk.known.now, hold },
        { thread: threadOf(desk.received) },
      );
      return bringing({ ...happened, says: hold === undefined ? [] : [heldInWords(desk.known, introduction, hold)] });
    });
  }
  if (!isNo(answer)) return open;
  return onIntroduction(number, ({ known }, introduction) =>
    bringing({
      ...happen(known, introduction, { kind: 'declined', side, by: 'mentor', at: known.now }),
      says: [say.declinedByMentor(number, otherThan(introduction, side))],
    }),
  );
}

/** A new address sends it again, to that side alone. */
export function settleBounced(
  { introduction: number, side, address: failed }: Part<'bounced'>,
  answer: Answer,
): Settled {
  const [address, ...others] = answer.addresses.filter((each) => each !== failed);
  if (address === undefined) return settleStep(number, answer);
  if (others.length > 0) return open;
  return onIntroduction(number, ({ known }, introduction) => {
    const party = introduction[side];
    if (known.optedOut.has(address)) return saying(say.optedOut(party.name, address));
    const person = known.people.find(({ id }) => id === party.personId);
    const holder = known.people.find(({ id, addresses }) => id !== party.personId && addresses.includes(address));
    if (holder !== undefined) return saying(say.addressOfAnother(address, party.name, holder.name));
    const happened = happen(known, introduction, { kind: 'new address given', side, address, at: known.now });
    return bringing({
      changes: [
        ...happened.changes,
        ...(person === undefined || person.addresses.includes(address)
          ? []
          : [
              {
                kind: 'person' as const,
                person: { ...person, addresses: [address, ...person.addresses] },
                was: person,
              },
            ]),
      ],
      letters: happened.letters,
      says: [say.sentToNewAddress(number, party.name, address)],
    });
  });
}

/** A report that is answered with a step: nudge, close, leave it. */
export function settleStep(number: number, answer: Answer, requests: readonly Request[] = []): Settled {
  const step: Step | null = answer.step ?? (answer.dropped || answer.verdict === 'no' ? 'leave-it' : null);
  if (step === 'nudge') {
    const words = requests.find(({ kind }) => kind === 'steer')?.sentence ?? '';
    return onIntroduction(number, (desk, introduction) => nudgeNamed(desk, introduction, answer.people, words));
  }
  return step === null ? open : onIntroduction(number, (desk, introduction) => take(desk, step, introduction));
}

/** Whose address it is: a yes, or the name of one of the two. Passing it on says whom it goes to, and learns no address. */
export function settleWhose(known: Known, part: Part<'whose'>, answer: Answer): Settled {
  const introduction = known.introductions.find(({ number }) => number === part.introduction);
  if (introduction === undefined) return dropping;
  const named = sideNamed(known, introduction, answer.people);
  if (answer.step === 'pass-it-on' && part.side !== null) {
    const reader = introduction[otherSide(part.side)].name;
    return onIntroduction(part.introduction, () => saying(say.passedOnBefore(reader)));
  }
  if (answer.step === 'pass-it-on') {
    const writer = named !== null ? otherSide(named) : (part.seems ?? null);
    const writers: readonly Side[] = writer === null ? ['to', 'cc'] : [writer];
    return onIntroduction(part.introduction, (desk, found) =>
      joined(...writers.map((side) => passOnKept(desk, found, { side, mail: part.mail }))),
    );
  }
  const side = part.side !== null && answer.verdict === 'yes' ? part.side : named;
  if (side !== null) return onIntroduction(part.introduction, (desk, found) => countAs(desk, found, side, part));
  return isNo(answer) ? dropping : open;
}

/** The address is that party's: it counts as the reply, and goes on where it has not yet. */
function countAs(
  desk: Desk,
  introduction: Introduction,
  side: Side,
  { address, mail, side: passedOnFor }: Part<'whose'>,
): Brought {
  const { known } = desk;
  const party = introduction[side];
  const person = known.people.find(({ id }) => id === party.personId);
  const knowing = { ...introduction, [side]: { ...party, addresses: [...new Set([...party.addresses, address])] } };
  const replied = happen(known, knowing, { kind: 'replied', side, messageId: mail.messageId, at: known.now });
  return joined(
    bringing({
      changes: [
        { kind: 'introduction', introduction: knowing, was: introduction },
        ...replied.changes,
        ...(person === undefined || person.addresses.includes(address)
          ? []
          : [
              {
                kind: 'person' as const,
                person: { ...person, addresses: [...person.addresses, address] },
                was: person,
              },
            ]),
      ],
      letters: replied.letters,
      says: [say.countedAs(address, party.name)],
    }),
    passedOnFor === null ? passOnKept(desk, knowing, { side, mail }) : nothing,
  );
}

/** "ok thanks, leave it" is no yes, and "Yes, he is good" answers the writer: what speaks to the mentor goes on only where that is plainly wanted. */
export function settlePassOn(part: Part<'pass-on'>, answer: Answer): Settled {
  if (answer.step !== 'pass-it-on' && isNo(answer)) return dropping;
  if (answer.step === 'pass-it-on' || (answer.verdict === 'yes' && answer.bare)) {
    return onIntroduction(part.introduction, (desk, introduction) => passOnKept(desk, introduction, part));
  }
  return open;
}

/** It comes from the new address itself: that is the proof. */
export function settleConfirmAddress({ address }: Part<'confirm-address'>, answer: Answer): Settled {
  if (isNo(answer)) return dropping;
  if (answer.verdict !== 'yes') return open;
  return doing(({ known, received }) => {
    const { mentor } = known;
    if (received.from !== address) return saying(say.confirmFromThere(address));
    if (received.writerIsMentor === true && !mentor.addresses.includes(address)) return saying(say.hasAccount(address));
    const confirmed = { ...mentor, addresses: [...new Set([...mentor.addresses, address])] };
    return bringing({
      changes: [{ kind: 'mentor', mentor: confirmed, was: mentor }],
      says: [settingsText(known, confirmed)],
    });
  });
}

/** The line went to the mentor's own mailbox: whoever answers it has read it there. */
export function settleConfirmMails({ mails }: Part<'confirm-mails'>, answer: Answer): Settled {
  if (isNo(answer)) return dropping;
  if (answer.verdict !== 'yes') return open;
  return doing((desk) =>
    bringing({
      changes: [
        {
          kind: 'job',
          job: {
            kind: 'rework',
            id: keyOf(desk, 'rework'),
            mentorId: desk.known.mentor.id,
            mailKeys: mails.map(({ mailKey }) => mailKey),
          },
        },
      ],
    }),
  );
}

export function settleFate({ letterId }: Part<'unknown-fate'>, answer: Answer): Settled {
  if (answer.step !== 'send-again' && isNo(answer)) return dropping;
  if (answer.step === 'send-again' || answer.step === 'send' || answer.verdict === 'yes') {
    return doing(() => bringing({ changes: [{ kind: 'send-again', letterId }], says: [say.sentAgain(null)] }));
  }
  return open;
}
