// An entry of the book as its mentor sees it: everything, private notes included. Never for anybody else.

import { stateInWords } from './answer.ts';

export interface EntryFacts {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly kind: 'protege' | 'contact' | 'author';
  readonly consent: 'direct' | 'ask first' | 'never';
  readonly organisation: string;
  readonly background: string;
  readonly tags: readonly string[];
  readonly goals: string;
  readonly links: readonly string[];
  readonly knownThrough: string;
  readonly monthlyLimit: number | null;
  readonly notes: string;
  /** Addresses that get nothing more, by their owner's wish. */
  readonly optedOut: readonly string[];
  readonly introductions: readonly {
    readonly number: number;
    readonly other: string;
    readonly state: string;
    readonly day: string;
  }[];
}

const kinds: Readonly<Record<EntryFacts['kind'], string>> = {
  protege: 'protégé',
  contact: 'contact',
  author: 'author',
};
const consents: Readonly<Record<EntryFacts['consent'], string>> = {
  direct: '',
  'ask first': 'ask first',
  never: 'never introduce',
};

/** One line for each thing that is known; what is not, has none. */
export function entryText(facts: EntryFacts): string {
  const lines: readonly (readonly [string, string])[] = [
    ['addresses', facts.addresses.join(', ') || 'none'],
    ['organisation', facts.organisation],
    ['kind', kinds[facts.kind]],
    ['consent', consents[facts.consent]],
    ['background', facts.background],
    ['interests', facts.tags.join(', ')],
    ['goals', facts.goals],
    ['links', facts.links.join(' ')],
    ['known through', facts.knownThrough],
    ['limit', facts.monthlyLimit === null ? '' : `${facts.monthlyLimit} a month`],
    ['wants no mail at', facts.optedOut.join(', ')],
    ['private notes', facts.notes],
  ];
  return [
    facts.name,
    ...lines
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `  ${name}: ${value.replaceAll('\n', '\n    ')}`),
    ...facts.introductions.map(
      ({ number, other, state, day }) => `  introduction ${number}: with ${other}, ${stateInWords(state)}, ${day}`,
    ),
  ].join('\n');
}
