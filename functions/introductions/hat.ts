// Which hat the writer of a mail wears (PRODUCT.md sections 4 and 6): the address that was written to decides before the address
// that writes. Whoever it turns out to be, what they may do is decided elsewhere.
//
// written to                     from                                   hat
// an introduction                its mentor, a party in To or Cc        introducer (talks to people: noted, never a request)
//                                its mentor, alone                      mentor, about it
//                                its mentor who is a party of it        party
//                                anybody else                           party (whether they are one is looked at there)
// a question to the mentor       that mentor                            mentor, answering
//                                another mentor                         nobody
//                                anybody else                           stranger
// a question to a party          the mentor who had it asked            mentor, about its introduction
//                                anybody else                           party, answering
// the service                    a mentor                               mentor
//                                a party of one made by hand, the
//                                other among the addressees             party
//                                a protégé of some book                 protege
//                                anybody else                           stranger
//
// A mentor's hat without proof is `unproven`: nothing is done, the mentor's own mailbox gets one line.

import type { Mentor } from '../people/mentor.ts';
import type { Introduction } from './life.ts';
import type { Question } from './question.ts';

export type Hat =
  | {
      readonly kind: 'mentor';
      readonly mentorId: string;
      readonly introduction: Introduction | null;
      readonly question: Question | null;
    }
  | { readonly kind: 'unproven'; readonly mentorId: string }
  | { readonly kind: 'introducer'; readonly mentorId: string; readonly introduction: Introduction }
  | {
      readonly kind: 'party';
      readonly mentorId: string;
      readonly introduction: Introduction | null;
      readonly question: Question | null;
    }
  | { readonly kind: 'protege'; readonly entries: readonly Entry[] }
  | { readonly kind: 'stranger' }
  | { readonly kind: 'nobody'; readonly why: 'no author' | 'forged' | 'not asked' };

/** An address in somebody's book. */
export interface Entry {
  readonly mentorId: string;
  readonly personId: string;
  readonly kind: 'protege' | 'contact' | 'author';
}

export interface HatFacts {
  /** The one author's address; null where there is not exactly one. */
  readonly from: string | null;
  readonly proof: 'pass' | 'fail' | 'none';
  readonly otherRecipients: readonly string[];
  readonly conversation:
    | { readonly kind: 'introduction'; readonly introduction: Introduction }
    | { readonly kind: 'question'; readonly question: Question }
    | null;
  /** The mentor whose introduction or question it is. */
  readonly owner: Mentor | null;
  /** The mentor who writes from this address. */
  readonly writer: Mentor | null;
  /** The books that the author's address stands in. */
  readonly entries: readonly Entry[];
  /** The one introduction made by hand between the author and another addressee, where the mail names no conversation. */
  readonly madeByHand: Introduction | null;
}

export function hatOf(facts: HatFacts): Hat {
  const { conversation, from } = facts;
  if (from === null) return { kind: 'nobody', why: 'no author' };
  if (conversation?.kind === 'introduction') return atIntroduction(facts, from, conversation.introduction);
  if (conversation?.kind === 'question') return atQuestion(facts, conversation.question);
  return atTheService(facts);
}

function atIntroduction(facts: HatFacts, from: string, introduction: Introduction): Hat {
  const party: Hat = { kind: 'party', mentorId: introduction.mentorId, introduction, question: null };
  if (facts.owner === null || !facts.owner.addresses.includes(from)) return party;
  if (introduction.to.isMentor || introduction.cc.isMentor) return party;
  const people = [...introduction.to.addresses, ...introduction.cc.addresses];
  if (facts.otherRecipients.some((address) => people.includes(address))) {
    return { kind: 'introducer', mentorId: introduction.mentorId, introduction };
  }
  return mentorHat(facts, facts.owner, introduction, null);
}

function atQuestion(facts: HatFacts, question: Question): Hat {
  const isOwner = facts.owner !== null && facts.from !== null && facts.owner.addresses.includes(facts.from);
  if (question.asked === 'party') {
    if (isOwner && facts.owner !== null && facts.from !== question.address)
      return mentorHat(facts, facts.owner, null, null);
    return { kind: 'party', mentorId: question.mentorId, introduction: null, question };
  }
  // Confirming an address of one's own is answered from that address, which is no mentor's yet.
  if (
    question.parts.some((part) => part.kind === 'confirm-address') &&
    facts.from === question.address &&
    facts.owner !== null
  ) {
    return mentorHat(facts, facts.owner, null, question);
  }
  if (isOwner && facts.owner !== null) return mentorHat(facts, facts.owner, null, question);
  return facts.writer === null ? atTheService({ ...facts, conversation: null }) : { kind: 'nobody', why: 'not asked' };
}

function atTheService(facts: HatFacts): Hat {
  if (facts.writer !== null) return mentorHat(facts, facts.writer, null, null);
  if (facts.proof === 'fail') return { kind: 'nobody', why: 'forged' };
  if (facts.madeByHand !== null) {
    return { kind: 'party', mentorId: facts.madeByHand.mentorId, introduction: facts.madeByHand, question: null };
  }
  const entries = facts.entries.filter((entry) => entry.kind === 'protege');
  return entries.length > 0 ? { kind: 'protege', entries } : { kind: 'stranger' };
}

/** The token of a line about unproven mails went to the mentor's mailbox alone: the one answer that needs no further proof. */
function mentorHat(facts: HatFacts, mentor: Mentor, introduction: Introduction | null, question: Question | null): Hat {
  if (facts.proof === 'fail') return { kind: 'nobody', why: 'forged' };
  const confirms =
    question?.parts.some((part) => part.kind === 'confirm-mails' || part.kind === 'confirm-address') ?? false;
  if (facts.proof === 'none' && !confirms) return { kind: 'unproven', mentorId: mentor.id };
  return { kind: 'mentor', mentorId: mentor.id, introduction, question };
}
