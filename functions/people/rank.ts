// Who should meet whom: the book put in order for one person, with the reasons in words (PRODUCT.md section 3, suggest).
// How well the texts fit is `relevance.ts`; on top stands what a mentor would weigh, as a sum of points anybody can follow:
//
//   0 … 100   what the protégé seeks against what the other knows, the best of the book being 100
//     − 12    for each introduction in the last 30 days, − 5 for each in the 30 before: how busy they have been kept (at most − 45)
//     − 40    who never answered; in proportion for who sometimes did not, in full from three introductions on
//     +  4    who always answered
//     −  6    who is known only through somebody
//     − 25    who is a protégé too, where both are
//
// Listed is who has a third of the best's fit at least (a little less while there are fewer than three), and more than nothing in all.
import { reasonsOfFit } from './fit-in-words.ts';
import { greetingName, shortName } from './names.ts';
import type { Person } from './person.ts';
import { relevance, seeking, seekingHelp } from './relevance.ts';

export interface Suggestion {
  readonly person: Person;
  /** Points as above. */
  readonly score: number;
  /** For the mentor, weightiest first, each a clause without a full stop. */
  readonly reasons: readonly string[];
}

/** An introduction as one of its two people sees it (`Met` of introductions/known.ts, as far as ranking needs it). */
export interface MetLine {
  readonly personId: string;
  readonly otherId: string;
  readonly at: string;
  readonly state: string;
  readonly replied: boolean;
}

const suggestedAtMost = 7;
/** Below this share of the best, somebody has hardly anything to do with it. */
const leastShare = 0.33;
/** A list this short may go further down. */
const shortList = 3;
const leastShareOfFew = 0.22;

/**
 * Whom the protégé should meet, best first; `about` is what the question names (`who could help her with patents?`), else the entry says
 * what is sought. Never the protégé, whoever has met the protégé or is linked as *known through*, authors,
 * or people without an address. Consent never excludes: who is to be asked first can still be asked.
 */
export function suggestFor(
  protege: Person,
  {
    people,
    met,
    now,
    about,
  }: { people: readonly Person[]; met: readonly MetLine[]; now: string; about?: string | undefined },
): Suggestion[] {
  const relevant = relevance(people, about === undefined ? seeking(protege) : seekingHelp(protege, about));
  const acquainted = acquaintedWith(protege, met);
  const candidates = people.filter(
    (person) =>
      person.id !== protege.id &&
      person.kind !== 'author' &&
      person.addresses.length > 0 &&
      !acquainted.has(person.id) &&
      person.knownThrough !== protege.id &&
      protege.knownThrough !== person.id &&
      relevant
        .get(person.id)
        ?.hits.some(({ sought, is }) => sought.isGoal || is === 'wanted' || about === undefined) === true,
  );
  const best = candidates.reduce((most, { id }) => Math.max(most, relevant.get(id)?.score ?? 0), 0);
  const histories = Map.groupBy(met, ({ personId }) => personId);
  const byId = new Map(people.map((person) => [person.id, person]));
  return candidates
    .flatMap((person) => {
      const fit = relevant.get(person.id);
      if (fit === undefined) return [];
      const share = fit.score / best;
      const parts: Part[] = [
        { points: 100 * share, reason: null },
        ...historyParts(histories.get(person.id) ?? [], now),
        ...acquaintanceParts(person, protege, byId),
      ];
      return [{ person, fit, share, parts, score: parts.reduce((sum, { points }) => sum + points, 0) }];
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .filter(({ share }, i) => share >= (i < shortList ? leastShareOfFew : leastShare))
    .slice(0, suggestedAtMost)
    .map(({ person, fit, parts, score }) => ({
      person,
      score,
      reasons: [
        ...reasonsOfFit(fit, greetingName(protege.name), greetingName(person.name)),
        ...parts.flatMap(({ reason }) => (reason === null ? [] : [reason])),
      ],
    }));
}

interface Part {
  readonly points: number;
  readonly reason: string | null;
}

const dayInMs = 86_400_000;
const notMet = new Set(['cancelled', 'declined', 'expired']);
const notSent = new Set(['drafted', 'scheduled', 'held', 'asking', ...notMet]);
/** An introduction younger than this may still be answered. */
const answerWithinDays = 10;

/** Who has met the protégé, or is about to. */
const acquaintedWith = (protege: Person, met: readonly MetLine[]): ReadonlySet<string> =>
  new Set(
    met.flatMap(({ personId, otherId, state }) =>
      notMet.has(state) ? [] : personId === protege.id ? [otherId] : otherId === protege.id ? [personId] : [],
    ),
  );

function historyParts(history: readonly MetLine[], now: string): Part[] {
  const sent = history.filter(({ state }) => !notSent.has(state));
  const daysAgo = ({ at }: MetLine) => (Date.parse(now) - Date.parse(at)) / dayInMs;
  const lately = sent.filter((one) => daysAgo(one) <= 30).length;
  const before = sent.filter((one) => daysAgo(one) > 30 && daysAgo(one) <= 60).length;
  const parts: Part[] = [];
  if (lately + before > 0) {
    parts.push({
      points: -Math.min(45, 12 * lately + 5 * before),
      reason:
        lately + before > 1
          ? `kept busy: ${lately + before} introductions in the last ${before > 0 ? 60 : 30} days`
          : null,
    });
  }
  const due = sent.filter((one) => one.replied || (daysAgo(one) >= answerWithinDays && one.state !== 'bounced'));
  const answered = due.filter(({ replied }) => replied).length;
  if (due.length > 0 && answered === due.length)
    parts.push({
      points: 4,
      reason: `answered ${due.length === 1 ? 'before' : `all ${due.length} introductions before`}`,
    });
  else if (due.length > 1) {
    const share = 1 - answered / due.length;
    parts.push({
      points: -40 * share * Math.min(1, due.length / 3),
      reason:
        answered === 0
          ? `has not answered any of ${due.length} introductions`
          : `answered ${answered} of ${due.length} introductions`,
    });
  }
  return parts;
}

function acquaintanceParts(person: Person, other: Person, byId: ReadonlyMap<string, Person>): Part[] {
  const through = byId.get(person.knownThrough ?? '');
  return [
    ...(through === undefined ? [] : [{ points: -6, reason: `known through ${shortName(through.name)}` }]),
    ...(person.kind !== 'protege'
      ? []
      : [
          other.kind === 'protege'
            ? { points: -25, reason: 'a protégé of yours too' }
            : { points: 0, reason: 'a protégé of yours' },
        ]),
    ...(person.consent === 'direct'
      ? []
      : [
          {
            points: 0,
            reason: person.consent === 'never' ? 'not to be introduced, as the entry says' : 'to be asked first',
          },
        ]),
  ];
}
