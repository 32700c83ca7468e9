// What the book costs when it is large: find and suggest with their index, a mention among the entries that fit it, and a contact file
// read in pieces. Milliseconds of wall time, best of three. Run: node test/bench/people.ts

import { contactPieces, contactsAsCsv } from '../../functions/people/contact-files.ts';
import { find } from '../../functions/people/find.ts';
import { matchMention } from '../../functions/people/match.ts';
import { indexTokens, queryFor } from '../../functions/people/names.ts';
import { newPerson, type Person } from '../../functions/people/person.ts';
import { suggestFor } from '../../functions/people/rank.ts';

const firstNames =
  'Ada Bruno Carla Dmitri Esther Farid Greta Hamid Ines Jonas Katarina Liam Mei Nadia Omar Petra Quentin Rosa Stefan Tomás'.split(
    ' ',
  );
const surnames =
  'Abara Bergström Castellan Duarte Eze Falk Grünwald Hartwell Ibáñez Jansen Kowal Lund Moreau Nakagawa Okonjo Quintana Reyes Strand'.split(
    ' ',
  );
const trades = [
  'Nurse in intensive care; has run study protocols for six years.',
  'Writes Java services for a bank and teaches the newcomers.',
  'Owns two restaurants by the harbour and knows what a lease costs.',
  'Patent attorney for small inventors, once an examiner.',
  'Conducts a youth orchestra and sits on the arts council.',
  'Breeds sheep and sells wool to weaving mills.',
  'Backs first-time founders with small cheques.',
  'Surveys bridges with drones for the highway authority.',
  'Principal of a secondary school with a workshop for welders.',
  'Customs broker between Oslo and Rotterdam.',
];

const nth = <Item>(list: readonly Item[], n: number): Item => list[n % list.length] as Item;

const bookOf = (size: number): Person[] =>
  Array.from({ length: size }, (_, i) =>
    newPerson(`p${i}`, {
      name: `${nth(firstNames, i)} ${nth(surnames, Math.floor(i / 7))}-${nth(surnames, Math.floor(i / 131))}`,
      addresses: [`p${i}@example.test`],
      organisation: `${nth(surnames, i * 3)} & ${nth(surnames, i * 5)}`,
      background: `${nth(trades, i)} ${nth(trades, i * 3 + 1)} Met at the fair in ${2000 + (i % 25)}.`,
      tags: [nth(['health', 'software', 'food', 'law', 'music', 'farming'], i)],
    }),
  );

function best(work: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return Math.min(...times);
}

const shown = (milliseconds: number): string => milliseconds.toFixed(milliseconds < 10 ? 3 : 0).padStart(9);

console.log('  entries  suggest     find      mention   export    import');
for (const size of [200, 3_000, 30_000]) {
  const people = bookOf(size);
  const protege = newPerson('x', {
    name: 'Vic Example',
    addresses: [],
    kind: 'protege',
    goals: 'Move into clinical trials, and learn what a patent is worth.',
  });
  const csv = contactsAsCsv(people);
  const file = { name: 'book.csv', type: 'text/csv', content: new TextEncoder().encode(csv) };
  const costs = [
    () => suggestFor(protege, { people, met: [], now: '2026-06-26T12:00:00Z' }),
    () => find('who knows about patents?', people),
    () =>
      matchMention(
        { words: '', readings: [{ name: 'Petra Unknownish', end: 0 }] },
        people.map((person) => ({ ...person })),
      ),
    () => contactsAsCsv(people),
    () => [...contactPieces(file)].length,
  ].map((work) => shown(best(work)));
  console.log(`${String(size).padStart(9)}${costs.join(' ')}`);
}

const eleven = bookOf(11);
const mention = {
  words: 'Nadia Okonjo',
  readings: [
    { name: 'Nadia Okonjo has', end: 0 },
    { name: 'Nadia Okonjo', end: 0 },
  ],
};
const each = (work: () => unknown): string => shown(best(() => Array.from({ length: 1_000 }, work)) / 1_000);
console.log(`\nmatch among 11 ${each(() => matchMention(mention, eleven))}`);
console.log(`query for name ${each(() => queryFor({ name: 'Robert Hartwell' }))}`);
console.log(`index tokens   ${each(() => indexTokens({ name: 'Dr. Robert "Bob" van der Laan', addresses: [] }))}`);
console.log(`memory         ${(process.memoryUsage().rss / 1e6).toFixed(0).padStart(5)} MB`);
