// What one summary costs, in processor time: for 10 to 10,000 mentors in one go, and for mentors with a long history behind them.
// The letter is made of six counter records and what is open now, so neither should matter much. Run: node test/bench/summary.ts

import { decideSummary } from '../../functions/summary/decide.ts';
import type { MetLine } from '../../functions/summary/favours.ts';
import { fullMonth, sampleOccasion } from '../../infra/pictures/months.ts';

const round = (milliseconds: number): string => milliseconds.toFixed(3).padStart(8);

/** Milliseconds for each of `count` summaries. */
function eachOf(count: number, sample: (index: number) => Parameters<typeof decideSummary>): number {
  const began = performance.now();
  for (let index = 0; index < count; index += 1) decideSummary(...sample(index));
  return (performance.now() - began) / count;
}

const mentorOf = (index: number) => ({ ...fullMonth.known.mentor, id: `mentor-${index}`, nextNumber: index });

const sampleFor = (index: number): Parameters<typeof decideSummary> => [
  { ...fullMonth.known, mentor: mentorOf(index) },
  fullMonth.lookedUp,
  sampleOccasion,
];

eachOf(500, sampleFor);

console.log('mentors due at once   ms each');
for (const mentors of [10, 100, 1_000, 10_000])
  console.log(`${String(mentors).padStart(19)}  ${round(eachOf(mentors, sampleFor))}`);

console.log('\nintroductions ever made   ms each');
for (const made of [5, 50, 500, 5_000]) {
  const known = { ...fullMonth.known, met: historyOf(made), mentor: { ...mentorOf(0), nextNumber: made + 1 } };
  const each = eachOf(300, () => [known, fullMonth.lookedUp, sampleOccasion]);
  console.log(`${String(made).padStart(23)}  ${round(each)}`);
}

/** The worst case, a caller who brings who met whom since ever: two lines for each introduction, one a day. */
function historyOf(made: number): MetLine[] {
  return Array.from({ length: made }, (_, index) => {
    const at = new Date(Date.parse(fullMonth.known.now) - index * 86_400_000).toISOString();
    const common = { at, state: 'done', replied: true };
    return [
      { ...common, personId: 'ruth', side: 'to' as const },
      { ...common, personId: 'tomasz', side: 'cc' as const },
    ];
  }).flat();
}
