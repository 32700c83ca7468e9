// Three invented months to look at: a full one, a quiet one and an empty one. Tests and the benchmark use them too.

import type { Mentor } from '../../functions/people/mentor.ts';
import type { Person } from '../../functions/people/person.ts';
import type { MonthRecord } from '../../functions/summary/counters.ts';
import type { Known, LookedUp } from '../../functions/summary/decide.ts';

export interface SampleMonth {
  readonly known: Known;
  readonly lookedUp: LookedUp;
}

const month = '2026-10';
const now = '2026-11-01T08:00:00.000Z';

const mentor: Mentor = {
  id: 'mentor-1',
  name: 'Ingrid Solheim',
  addresses: ['ingrid@solheim.example'],
  timeZone: 'Europe/London',
  signature: '',
  summary: true,
  alwaysAskFirst: false,
  showMeFirst: false,
  askHowItWent: true,
  openLimit: 8,
  pausedUntil: null,
  nextNumber: 58,
  begun: { day: '2026-10-30', count: 1 },
  secret: '0'.repeat(64),
  joinedAt: '2024-02-11T10:00:00.000Z',
  version: 7,
};

export const samplePerson = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  id,
  name,
  addresses: [`${id}@people.example`],
  kind: 'contact',
  consent: 'direct',
  tags: [],
  links: [],
  version: 1,
  ...more,
});

const tomasz = samplePerson('tomasz', 'Tomasz Wieczorek', { kind: 'protege' });
const leila = samplePerson('leila', 'Leila Haddadi', { kind: 'protege' });
const ruth = samplePerson('ruth', 'Ruth "Ruthie" Abernathy', { monthlyLimit: 2 });
const okoro = samplePerson('okoro', 'Dr. Chinedu Okoro');
const mei = samplePerson('mei', 'Mei-Ling Tan');
const bruno = samplePerson('bruno', 'Bruno Castellani');
const agnes = samplePerson('agnes', 'Agnès Delorme-Saint-Hilaire');
const people = [tomasz, leila, ruth, okoro, mei, bruno, agnes];

const party = ({ id, name }: Person) => ({ personId: id, name });

const records: readonly MonthRecord[] = [
  { month: '2026-05', counts: { introduced: 2, answered: 2, done: 1 } },
  { month: '2026-06', counts: { introduced: 4, answered: 3, done: 3, quiet: 1 } },
  { month: '2026-07', counts: { introduced: 1, answered: 1 } },
  { month: '2026-09', counts: { introduced: 5, answered: 4, done: 2, 'counted done': 1 } },
  {
    month,
    counts: { introduced: 6, answered: 5, done: 4, 'counted done': 1, declined: 1, quiet: 1, 'went well': 2 },
  },
];

/** Everything that a summary can show. */
export const fullMonth: SampleMonth = {
  known: {
    now,
    domain: 'stepback.example',
    mentor,
    people,
    met: [
      { personId: 'ruth', at: '2026-10-05T09:00:00.000Z', state: 'done', side: 'to', replied: true },
      { personId: 'tomasz', at: '2026-10-05T09:00:00.000Z', state: 'done', side: 'cc', replied: true },
      { personId: 'ruth', at: '2026-10-19T09:00:00.000Z', state: 'done', side: 'to', replied: true },
      { personId: 'leila', at: '2026-10-19T09:00:00.000Z', state: 'done', side: 'cc', replied: true },
      { personId: 'bruno', at: '2026-10-22T09:00:00.000Z', state: 'answered', side: 'to', replied: true },
      { personId: 'tomasz', at: '2026-10-22T09:00:00.000Z', state: 'answered', side: 'cc', replied: false },
      { personId: 'agnes', at: '2026-09-02T09:00:00.000Z', state: 'done', side: 'to', replied: true },
      { personId: 'tomasz', at: '2026-09-02T09:00:00.000Z', state: 'done', side: 'cc', replied: true },
    ],
    introductions: [
      {
        number: 57,
        to: party(okoro),
        cc: party(leila),
        state: { kind: 'drafted', since: '2026-10-30T16:00:00.000Z' },
        nudged: 0,
      },
      {
        number: 55,
        to: party(ruth),
        cc: party(leila),
        state: { kind: 'held', since: '2026-10-28T10:00:00.000Z', why: 'monthly limit' },
        nudged: 0,
      },
      {
        number: 52,
        to: party(mei),
        cc: party(tomasz),
        state: { kind: 'bounced', at: '2026-10-24T07:30:00.000Z', side: 'to', address: 'mei@people.example' },
        nudged: 0,
      },
      {
        number: 49,
        to: party(agnes),
        cc: party(leila),
        state: { kind: 'introduced', at: '2026-10-14T09:00:00.000Z' },
        nudged: 0,
      },
      {
        number: 47,
        to: party(okoro),
        cc: party(tomasz),
        state: { kind: 'introduced', at: '2026-10-09T09:00:00.000Z' },
        nudged: 1,
      },
      { number: 53, to: party(bruno), cc: party(tomasz), state: { kind: 'answered' }, nudged: 0 },
      {
        number: 54,
        to: party(mei),
        cc: party(leila),
        state: { kind: 'introduced', at: '2026-10-26T09:00:00.000Z' },
        nudged: 0,
      },
      {
        number: 56,
        to: party(bruno),
        cc: party(leila),
        state: { kind: 'scheduled', at: '2026-11-16T08:00:00.000Z' },
        nudged: 0,
      },
    ],
    questions: [
      {
        id: 'q-1',
        asked: 'mentor',
        askedAt: '2026-10-29T11:00:00.000Z',
        waits: true,
        parts: [{ kind: 'who', pending: { request: { sentence: 'Could you connect Tomasz with Julia?' } } }],
      },
    ],
    optedOut: new Set(['agnes@people.example']),
  },
  lookedUp: {
    records,
    reminders: [{ due: '2026-11-09T08:00:00.000Z', words: 'ask Bruno about meeting Tomasz before the trade fair' }],
    suggestions: [
      {
        to: mei,
        cc: leila,
        reason: 'knows microfluidics, which Leila wants to learn; answered 3 of 3; not asked since July',
      },
      { to: okoro, cc: tomasz, reason: 'runs the kind of clinic that Tomasz builds for; answered 2 of 4' },
      { to: bruno, cc: leila, reason: 'knows two of the funds that Leila is writing to' },
    ],
  },
};

/** A little happened and one thing went quiet. */
export const quietMonth: SampleMonth = {
  known: {
    ...fullMonth.known,
    mentor: { ...mentor, openLimit: null },
    met: [],
    introductions: fullMonth.known.introductions.filter(({ number }) => number === 47),
    questions: [],
    optedOut: new Set(),
  },
  lookedUp: {
    records: [...records.slice(0, 4), { month, counts: { introduced: 1 } }],
    reminders: [],
    suggestions: fullMonth.lookedUp.suggestions.slice(0, 1),
  },
};

/** Nothing at all: two lines. */
export const emptyMonth: SampleMonth = {
  known: { ...quietMonth.known, introductions: [] },
  lookedUp: { ...quietMonth.lookedUp, records: [] },
};

export const sampleMonths = { full: fullMonth, quiet: quietMonth, empty: emptyMonth } as const;
export const sampleOccasion = { kind: 'due', month } as const;
