// Who should meet whom, and who knows what: the book put in order, with the reasons in words (PRODUCT.md section 3, find and suggest).
// MiniSearch weighs the texts (BM25+ over words, senses and kindred concepts of `topics.ts`); on top stands what a mentor would weigh,
// as a sum of points anybody can follow:
//
//   0 … 100   what the protégé seeks against what the other knows, the best of the book being 100
//     − 12    for each introduction in the last 30 days, − 5 for each in the 30 before: how busy they have been kept (at most − 45)
//     − 40    who never answered; in proportion for who sometimes did not, in full from three introductions on
//     +  4    who always answered
//     −  6    who is known only through somebody
//     − 25    who is a protégé too
import MiniSearch from 'minisearch';
import { foldOrganisation, isOneOrganisation, shortName } from './names.ts';
import type { Person } from './person.ts';
import { mayTouch, type Topic, topicsOf } from './topics.ts';

export interface Suggestion {
  readonly person: Person;
  /** Points as above. */
  readonly score: number;
  /** For the mentor, weightiest first, each a clause without a full stop. */
  readonly reasons: readonly string[];
}

export type Found = Suggestion;

/** An introduction as one of its two people sees it (`Met` of introductions/known.ts, as far as ranking needs it). */
export interface MetLine {
  readonly personId: string;
  readonly otherId: string;
  readonly at: string;
  readonly state: string;
  readonly replied: boolean;
}

const suggestedAtMost = 7;
const foundAtMost = 12;
/** Below this share of the best, somebody has hardly anything to do with it. */
const leastShare = 0.33;

/**
 * Whom the protégé should meet, best first. Never the protégé, whoever has met the protégé or is linked as *known through*, authors,
 * or people without an address. Consent never excludes: who is to be asked first can still be asked.
 */
export function suggestFor(
  protege: Person,
  { people, met, now }: { people: readonly Person[]; met: readonly MetLine[]; now: string },
): Suggestion[] {
  const sought = seeking(protege);
  const index = indexOf(people, sought, true);
  const relevant = weigh(index, sought);
  const acquainted = acquaintedWith(protege, met);
  const candidates = people.filter(
    (person) =>
      person.id !== protege.id &&
      person.kind !== 'author' &&
      person.addresses.length > 0 &&
      !acquainted.has(person.id) &&
      person.knownThrough !== protege.id &&
      protege.knownThrough !== person.id &&
      relevant.has(person.id),
  );
  const best = Math.max(0, ...candidates.map(({ id }) => relevant.get(id)?.score ?? 0));
  const histories = Map.groupBy(met, ({ personId }) => personId);
  const byId = new Map(people.map((person) => [person.id, person]));
  return candidates
    .map((person): Suggestion => {
      const fit = relevant.get(person.id);
      const share = best === 0 ? 0 : (fit?.score ?? 0) / best;
      const parts: Part[] = [
        { points: 100 * share, reason: null },
        ...historyParts(histories.get(person.id) ?? [], now),
        ...acquaintanceParts(person, byId),
      ];
      const reasons = [
        ...reasonsOfFit(fit?.hits ?? [], index.topics.get(person.id) ?? []),
        ...parts.flatMap(({ reason }) => (reason === null ? [] : [reason])),
      ];
      return {
        person,
        score: share < leastShare ? Number.NEGATIVE_INFINITY : parts.reduce((sum, { points }) => sum + points, 0),
        reasons,
      };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, suggestedAtMost);
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

function acquaintanceParts(person: Person, byId: ReadonlyMap<string, Person>): Part[] {
  const through = byId.get(person.knownThrough ?? '');
  return [
    ...(through === undefined ? [] : [{ points: -6, reason: `known through ${shortName(through.name)}` }]),
    ...(person.kind === 'protege' ? [{ points: -25, reason: 'a protégé of yours too' }] : []),
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

/** Question words and frames: what is asked for stands behind them. */
const frame =
  /^(?:\s*(?:please|hi|hello|hey|and|so|remind me)[\s,:]+)*(?:who(?:m)?|which of my (?:people|contacts)|anyone|anybody|someone|somebody|people|do i know (?:anyone|anybody|someone|somebody))\b(?:\s+(?:do|does|did|can|could|would|might|should|else|in my (?:book|network)|among my (?:people|contacts)|i|we|you|there|is|are|has|have|had|who|that|knows?|know)\b)*/iu;

/**
 * Who answers a question, best first: `robotics`, `who knows robotics?`, `at Hartwell`, `who speaks Danish`. An organisation's name
 * goes before everything else. Authors and people without an address are found too.
 */
export function find(query: string, people: readonly Person[]): Found[] {
  const asked =
    query
      .replace(/[?!.]+\s*$/u, '')
      .replace(frame, '')
      .trim() || query;
  const there = atOrganisation(asked, people);
  if (there !== null) return there;
  const [topics = []] = topicsOf([asked], 'asks');
  const sought = new Map(
    topics.map((topic) => [topic.token, { topic, weight: askedWeights[topic.kind] * topic.weight, isGoal: true }]),
  );
  const index = indexOf(people, sought, false);
  const words = new Set([...sought.values()].flatMap(({ topic }) => (topic.kind === 'sense' ? [] : [topic.said]))).size;
  const scored = [...weigh(index, sought)].map(([id, { score, hits }]) => {
    const met = new Set(hits.flatMap(({ topic }) => (topic.kind === 'sense' ? [] : [topic.said]))).size;
    const isWhole = met >= words;
    return [
      id,
      { hits, isWhole, score: score * (shareOfPartAnswer + (1 - shareOfPartAnswer) * (met / words)) },
    ] as const;
  });
  const relevant = new Map(scored);
  const best = Math.max(0, ...scored.map(([, { score }]) => score));
  return people
    .flatMap((person): Found[] => {
      const fit = relevant.get(person.id);
      if (fit === undefined || fit.score < (fit.isWhole ? leastShareInOtherWords : leastShare) * best) return [];
      const reasons = reasonsOfFit(fit.hits, index.topics.get(person.id) ?? [], 'found');
      return [{ person, score: (100 * fit.score) / best, reasons }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, foundAtMost);
}

/** Who answers everything that was asked is listed, though the entry says it in other words. */
const leastShareInOtherWords = 0.15;

/** Who answers one of several words that were asked for counts less than the words it answers. */
const shareOfPartAnswer = 0.4;

/** `at Hartwell`, `Hartwell & Sons`: those who are there, then those whose entry speaks of it; null where no entry is of such a place. */
function atOrganisation(asked: string, people: readonly Person[]): Found[] | null {
  const at = asked.match(/(?:^|\b(?:works?|working|worked|is|are)\s+)(?:at|for|with|from)\s+(.+)$/iu)?.[1];
  const name = at ?? asked;
  const folded = foldOrganisation(name);
  if (folded === '') return null;
  const isThere = ({ organisation }: Person) =>
    organisation !== undefined &&
    (at !== undefined
      ? isOneOrganisation(organisation, name) && foldOrganisation(organisation).length >= folded.length
      : foldOrganisation(organisation) === folded);
  const present = people.filter(isThere);
  if (present.length === 0) return null;
  const telling = people.filter(
    (person) => !isThere(person) && ` ${foldOrganisation(person.background ?? '')} `.includes(` ${folded} `),
  );
  return [
    ...present.map((person): Found => ({ person, score: 100, reasons: [`at ${person.organisation}`] })),
    ...telling.map((person): Found => ({ person, score: 50, reasons: [`the entry speaks of ${name}`] })),
  ].slice(0, foundAtMost);
}

interface Sought {
  readonly topic: Topic;
  readonly weight: number;
  /** It stands in the goals, or there are none. */
  readonly isGoal: boolean;
}

const kindWeights: Readonly<Record<Topic['kind'], number>> = { sense: 1, concept: 1, word: 0.6 };

/** Who asks for a word means that word first. */
const askedWeights: typeof kindWeights = { sense: 1.5, concept: 0.8, word: 0.8 };

/** What somebody seeks: goals before tags before background. Where the goals say little, the rest says more. */
function seeking(protege: Person): ReadonlyMap<string, Sought> {
  const texts = [protege.goals ?? '', protege.tags.join('. '), protege.background ?? ''];
  const [goals = [], tags = [], background = []] = topicsOf(texts, 'seeks');
  const told = new Set(goals.filter(({ kind }) => kind === 'concept').map(({ said }) => said)).size;
  const besides =
    told === 0
      ? { tags: 1, background: 0.6 }
      : told === 1
        ? { tags: 0.5, background: 0.3 }
        : { tags: 0.35, background: 0.12 };
  const sought = new Map<string, Sought>();
  const add = (topics: readonly Topic[], weight: number, ofWords: number, isGoal: boolean) => {
    for (const [token, topic] of new Map(topics.map((topic) => [topic.token, topic]))) {
      const before = sought.get(token);
      const more = kindWeights[topic.kind] * topic.weight * (topic.kind === 'word' ? ofWords : weight);
      sought.set(token, {
        topic: before?.topic ?? topic,
        weight: (before?.weight ?? 0) + more,
        isGoal: isGoal || before?.isGoal === true,
      });
    }
  };
  add(goals, 1, 1, true);
  add(tags, besides.tags, besides.tags / 2, told === 0);
  add(background, besides.background, besides.background / 4, told === 0);
  return sought;
}

interface Index {
  readonly search: MiniSearch<IndexedEntry>;
  readonly topics: ReadonlyMap<string, readonly Topic[]>;
}

interface IndexedEntry {
  readonly id: string;
  /** Tags, background and organisation. */
  readonly entry: string;
  /** Once more: what somebody is tagged with weighs more than what is mentioned. */
  readonly tags: string;
  readonly goals: string;
}

const fieldWeights = { entry: 1, tags: 0.4, goals: 0.6 } as const;

/**
 * The book as far as it can have to do with what is sought: other entries, and other words of these, would only take time. Every entry
 * is in it by its id, since how rare a word is counts in the whole book.
 */
function indexOf(people: readonly Person[], sought: ReadonlyMap<string, Sought>, goalsCount: boolean): Index {
  const topics = new Map<string, readonly Topic[]>();
  const isTouched = mayTouch(sought.keys());
  const search = new MiniSearch<IndexedEntry>({
    fields: Object.keys(fieldWeights),
    tokenize: (text) => (text === '' ? [] : text.split(' ')),
    processTerm: (term) => term,
    // b: 0, since a long background is no worse than a short one.
    searchOptions: { boost: fieldWeights, bm25: { k: 1.2, b: 0, d: 0.5 } },
  });
  search.addAll(
    people.map((person) => {
      const texts = [
        person.tags.join('. '),
        person.background ?? '',
        person.organisation ?? '',
        (goalsCount && person.goals) || '',
      ];
      if (!isTouched(texts)) return { id: person.id, entry: '', tags: '', goals: '' };
      const [tags = [], background = [], organisation = [], goals = []] = topicsOf(texts, 'knows').map((list) =>
        list.filter(({ token }) => sought.has(token)),
      );
      topics.set(person.id, [...tags, ...background, ...organisation, ...goals]);
      return {
        id: person.id,
        entry: tokens([...tags, ...background, ...organisation]),
        tags: tokens(tags),
        goals: tokens(goals),
      };
    }),
  );
  return { search, topics };
}

/** A token as often as it is said in different words: saying a thing twice does not make it truer, saying it in two ways does. */
const tokens = (topics: readonly Topic[]): string =>
  [...new Map(topics.map((topic) => [`${topic.token} ${topic.said.toLowerCase()}`, topic.token])).values()].join(' ');

interface Hit {
  readonly topic: Topic;
  readonly isGoal: boolean;
  readonly points: number;
}

interface Fit {
  readonly score: number;
  readonly hits: readonly Hit[];
}

/** A word that is met in several ways (itself, kindred words, its field) counts with the best of them, and a little for the others. */
const shareOfOtherWays = 0.25;
/** Who is of the same trade, and has nothing that the goals ask for, counts half. */
const shareBesideGoals = 0.5;

/** Person id → how well the entry fits what is sought, and by which topics. */
function weigh({ search }: Index, sought: ReadonlyMap<string, Sought>): Map<string, Fit> {
  const hits = new Map<string, Hit[]>();
  for (const { topic, weight, isGoal } of sought.values()) {
    for (const { id, score } of search.search(topic.token)) {
      const hit = { topic, isGoal, points: score * weight };
      const known = hits.get(id);
      if (known === undefined) hits.set(id, [hit]);
      else known.push(hit);
    }
  }
  return new Map([...hits].map(([id, own]) => [id, { score: scoreOf(own), hits: own }]));
}

function scoreOf(hits: readonly Hit[]): number {
  const best = new Map<string, number>();
  for (const { topic, points } of hits) best.set(topic.said, Math.max(best.get(topic.said) ?? 0, points));
  const sum = hits.reduce((all, { points }) => all + points, 0);
  const bestSum = [...best.values()].reduce((all, points) => all + points, 0);
  const meetsGoal = hits.some(({ isGoal }) => isGoal);
  return (bestSum + shareOfOtherWays * (sum - bestSum)) * (meetsGoal ? 1 : shareBesideGoals);
}

/** “chips”: “semiconductors”, “VLSI”: what is sought and the entry's own words for it, the weightiest two or three. */
function reasonsOfFit(hits: Fit['hits'], own: readonly Topic[], as: 'sought' | 'found' = 'sought'): string[] {
  const weighty = hits.toSorted((a, b) => b.points - a.points);
  const reasons = new Map<string, Set<string>>();
  for (const { topic } of weighty) {
    const words = own.filter(({ token }) => token === topic.token).map(({ said }) => said.toLowerCase());
    const key = topic.said.toLowerCase();
    if (!reasons.has(key) && reasons.size >= 3) continue;
    reasons.set(key, new Set([...(reasons.get(key) ?? []), ...words]));
  }
  return [...reasons].map(([sought, words]) => {
    const told = [...words].slice(0, 3).map((word) => `“${word}”`);
    if (as === 'found') return `entry speaks of ${told.join(', ')}`;
    return words.size === 1 && words.has(sought)
      ? `“${sought}” is sought and known`
      : `seeks “${sought}”, knows ${told.join(', ')}`;
  });
}
