// A letter that did not arrive (MAIL-RULES B). Hard failures are told at once, each address once, however many reports say so; what is
// still being tried is nobody's news. The address decides which side it is; a report that names another address of the same domain
// means the party behind it.

import type { Addressee, Letter } from '../letters/letter.ts';
import { notSentLetter } from '../letters/report.ts';
import { frameAbout, frameOf, happen } from './happen.ts';
import type { Known, Outcome } from './known.ts';
import type { Introduction, Side } from './life.ts';
import { outcome, silence } from './outcome.ts';

export interface Failure {
  /** Lower-case; null where the report does not tell. */
  readonly address: string | null;
  readonly permanence: 'hard' | 'temporary';
  /** In words, as it follows a colon: "the address does not exist". */
  readonly why: string;
}

/** The letter that failed, as far as it is known. */
export interface FailedLetter {
  readonly introduction: Introduction | null;
  readonly letter: Pick<Letter, 'id' | 'subject' | 'to' | 'cc' | 'rcptTo' | 'audience' | 'passOn'> | null;
}

export function decideBounce(known: Known, failed: FailedLetter, failure: Failure): Outcome {
  if (failure.permanence === 'temporary') return silence('temporary failure');
  const { introduction, letter } = failed;
  if (letter?.audience === 'mentor') return silence('a letter to the mentor');
  const address = failure.address ?? onlyRecipient(letter);
  if (address === null) return silence('no address');
  if (known.mentor.addresses.includes(address)) return silence('a letter to the mentor');
  const side = introduction === null ? null : sideOf(introduction, address);
  if (introduction === null || side === null) return tellLetter(known, failed, address, failure.why);
  const bounced = happen(known, introduction, {
    kind: 'bounced',
    side,
    address: introduction[side].address,
    reason: failure.why || 'it could not be delivered',
    at: known.now,
  });
  const isNews = bounced.changes.length > 0;
  if (isNews) return outcome('bounced', bounced);
  // Done or over there is no state to change; but somebody's words that were passed on have not arrived.
  return letter?.passOn === undefined || introduction.state.kind === 'bounced'
    ? silence('told before')
    : tellLetter(known, failed, address, failure.why);
}

const onlyRecipient = (letter: FailedLetter['letter']): string | null => {
  const all = recipientsOf(letter);
  return all.length === 1 ? (all[0]?.address ?? null) : null;
};

const recipientsOf = (letter: FailedLetter['letter']): readonly Addressee[] =>
  letter === null
    ? []
    : [...letter.to, ...letter.cc].filter(
        ({ address }) => letter.rcptTo === undefined || letter.rcptTo.includes(address),
      );

function sideOf(introduction: Introduction, address: string): Side | null {
  const sides: readonly Side[] = ['to', 'cc'];
  const exactly = sides.find((side) => introduction[side].address === address);
  if (exactly !== undefined) return exactly;
  // An address that it once had is old news, and no other side's.
  if (sides.some((side) => introduction[side].addresses.includes(address))) return null;
  const sameDomain = sides.filter((side) => domainOf(introduction[side].address) === domainOf(address));
  return sameDomain.length === 1 ? (sameDomain[0] ?? null) : null;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

function tellLetter(known: Known, { introduction, letter }: FailedLetter, address: string, why: string): Outcome {
  if (letter === null) return silence('no letter of ours');
  const id = `${letter.id}/failed/${address}`;
  const frame = introduction === null ? frameOf(known, id) : frameAbout(known, id, introduction);
  const to = recipientsOf(letter).find((recipient) => recipient.address === address) ?? { name: '', address };
  return outcome('not delivered', {
    changes: [],
    letters: [notSentLetter(frame, [to], letter.subject, why || 'it could not be delivered')],
  });
}
