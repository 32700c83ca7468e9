// A party was asked to bring the mentor together with somebody. Only a plain yes that states one address, from the mailbox that was
// asked, writes to that somebody; a no and everything unclear go to the mentor. The party's own words are never quoted to anyone else.

import { denies } from '../language/denial.ts';
import { shownLetter, subjectOf, usualSubject } from '../letters/introduction.ts';
import { reverseCopyLetter } from '../letters/line.ts';
import { reverseAnsweredLetter, reverseHeldLetter } from '../letters/report.ts';
import { token } from '../mail/token.ts';
import { fold, greetingName, shortName, spokenName } from '../people/names.ts';
import type { Person } from '../people/person.ts';
import { mergeInto, newPerson } from '../people/person.ts';
import type { Asked } from './asked.ts';
import { holdFor } from './balance.ts';
import { partyOf } from './begin.ts';
import type { Followed } from './effects.ts';
import { factsOf, follow } from './effects.ts';
import { frameOf } from './happen.ts';
import { heldBecause } from './hindrance.ts';
import type { Change, Known, Outcome } from './known.ts';
import { apply } from './known.ts';
import type { Introduction } from './life.ts';
import { advance } from './life.ts';
import { outcome } from './outcome.ts';
import type { QuestionPart } from './question.ts';
import { quoted } from './quoted.ts';

type ReversePart = Extract<QuestionPart, { kind: 'reverse' }>;

export function decideReverse({ received, understanding, known, question }: Asked, part: ReversePart): Outcome {
  const { verdict } = understanding.answer;
  const through = known.people.find(({ id }) => id === part.personId);
  const [address, ...more] = statedAddresses({ received, understanding, known, question }, through);
  const settled: Followed = { changes: [{ kind: 'settle', question }], letters: [] };
  const isTheirs = address !== undefined && more.length === 0 && isGiven(received.visible, address);
  if (verdict !== 'yes' || through === undefined || !isTheirs) {
    const letter = reverseAnsweredLetter(
      frameOf(known, `${received.id}/reverse`),
      quoted(received, known),
      part.wanted,
      verdict,
    );
    const answered: Followed = { changes: [], letters: [letter] };
    return verdict === 'no' ? outcome('reverse: no', settled, answered) : outcome('reverse: shown', answered);
  }
  return bringTogether({ received, understanding, known, question }, part, through, address, settled);
}

/** Addresses that the answer states for somebody else: not the writer's, the mentor's or ours. */
function statedAddresses({ received, understanding, known }: Asked, through: Person | undefined): readonly string[] {
  const own = new Set([received.from, ...(through?.addresses ?? []), ...known.mentor.addresses]);
  return [...new Set(understanding.answer.addresses)].filter(
    (address) => !own.has(address) && !address.endsWith(`@${known.domain}`),
  );
}

/** Where the address stands it is neither denied ("no longer works") nor said to be somebody else's. */
function isGiven(text: string, address: string): boolean {
  const about = text
    .split(/(?<=[.!?])\s+|\n+/u)
    .filter((sentence) => sentence.toLowerCase().includes(address))
    .map((sentence) => sentence.toLowerCase().replaceAll(address, ' '));
  return !about.some((sentence) => denies(sentence) || ofAnother.test(sentence));
}

const ofAnother =
  /\b(?:her|his|their) (?:assistant|secretary|pa|office|colleague|husband|wife|boss|team|manager)\b|\b(?:old|former|previous) (?:e-?mail |mail )?address\b|\bused to\b/u;

function bringTogether(
  { received, known, question }: Asked,
  part: ReversePart,
  through: Person,
  address: string,
  settled: Followed,
): Outcome {
  const wanted = wantedEntry(received.id, known, part.wanted, address, through.id);
  const reason = reasonNotTo(known, wanted.person, address);
  if (reason !== null) {
    const frame = frameOf(known, `${received.id}/reverse`);
    const letter = reverseHeldLetter(frame, quoted(received, known), { name: wanted.person.name, address }, reason);
    return outcome('reverse: not sent', settled, { changes: [], letters: [letter] });
  }
  const changes: readonly Change[] = [...wanted.changes, numbered(known)];
  const then = apply(apply(known, settled.changes), changes);
  const introduction = newIntroduction(received.id, known, part, through, wanted.person, address);
  const hold = holdFor(then, introduction);
  if (hold !== null) {
    const held = advance(introduction, { kind: 'held', at: known.now, ...hold });
    const frame = frameOf(known, `${received.id}/reverse`, introduction.localPart);
    const why = `I hold it for now, because ${heldBecause[hold.why]}`;
    const letter = reverseHeldLetter(frame, quoted(received, known), { name: wanted.person.name, address }, why);
    return outcome('reverse: held', settled, { changes, letters: [] }, follow(then, null, held), {
      changes: [],
      letters: [letter],
    });
  }
  const step = advance(introduction, { kind: 'send asked', at: known.now });
  const facts = factsOf(then, step.introduction);
  const copy = reverseCopyLetter(
    `${received.id}/reverse/copy`,
    known.mentor.id,
    known.mentor.name,
    question.localPart,
    introduction.number,
    { name: through.name, address: question.address },
    subjectOf(facts),
    shownLetter(facts),
  );
  return outcome('reverse: sent', settled, { changes, letters: [] }, follow(then, null, step), {
    changes: [],
    letters: [copy],
  });
}

/** The entry that has the address, or the name and gains the address, or a new one, known through whoever said yes. */
function wantedEntry(
  receivedId: string,
  known: Known,
  name: string,
  address: string,
  through: string,
): { readonly person: Person; readonly changes: readonly Change[] } {
  const byAddress = known.people.find(({ addresses }) => addresses.includes(address));
  const byName = known.people.filter((person) => fold(spokenName(person.name)) === fold(spokenName(name)));
  const was = byAddress ?? (byName.length === 1 ? byName[0] : undefined) ?? null;
  const entry = { name, addresses: [address], knownThrough: through };
  const person =
    was === null ? newPerson(token(known.mentor.secret, `${receivedId}/reverse/person`), entry) : mergeInto(was, entry);
  return { person, changes: person === was ? [] : [{ kind: 'person', person, was }] };
}

function reasonNotTo(known: Known, wanted: Person, address: string): string | null {
  if (known.optedOut.has(address))
    return 'that address takes no more mail from this service, so I have written to nobody';
  if (wanted.consent === 'never') return 'your book says never to introduce them, so I have written to nobody';
  return null;
}

const numbered = ({ mentor }: Known): Change => ({
  kind: 'mentor',
  mentor: { ...mentor, nextNumber: mentor.nextNumber + 1 },
  was: mentor,
});

function newIntroduction(
  receivedId: string,
  { mentor, now }: Known,
  part: ReversePart,
  through: Person,
  wanted: Person,
  address: string,
): Introduction {
  const to = partyOf({ person: wanted, address });
  return {
    mentorId: mentor.id,
    number: mentor.nextNumber,
    localPart: `i-${token(mentor.secret, `${receivedId}/reverse/introduction`)}`,
    to,
    cc: {
      personId: mentor.id,
      name: mentor.name,
      address: mentor.addresses[0] ?? '',
      addresses: mentor.addresses,
      repliedAt: null,
      isMentor: true,
    },
    note: noteFor(part, through, to.name),
    subject: usualSubject(shortName(to.name), mentor.name),
    origin: 'reverse',
    state: { kind: 'drafted', since: now },
    createdAt: now,
    sentAt: null,
    messageIds: [],
    anyway: false,
    agreed: [],
    nudged: 0,
    askedOutcome: false,
    outcome: null,
    version: 0,
  };
}

/** One line says who has agreed; the mentor's own words follow, unless they speak to whoever was asked. */
function noteFor({ note }: ReversePart, through: Person, wanted: string): string {
  const agreed = `${spokenName(through.name)} has kindly agreed to bring the two of us together.`;
  const opens = fold(note).trimStart();
  const speaksToThrough = opens.startsWith(fold(greetingName(through.name))) || note.trim() === '';
  return speaksToThrough || opens.includes(`${fold(greetingName(wanted))} and you`)
    ? agreed
    : `${agreed}\n\n${note.trim()}`;
}
