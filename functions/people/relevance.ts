// How well an entry fits what is sought: MiniSearch (BM25+) over the topics of the texts, and the words that gave the points, for reasons.
import MiniSearch from 'minisearch';
import type { Person } from './person.ts';
import { mayTouch, type Topic, topicsOf } from './topics.ts';

export interface Sought {
  readonly topic: Topic;
  readonly weight: number;
  /** It stands in the goals, or there are none. */
  readonly isGoal: boolean;
}

const kindWeights: Readonly<Record<Topic['kind'], number>> = { sense: 1, concept: 1, word: 0.6 };

/** Who asks for a word means that word first. */
const askedWeights: typeof kindWeights = { sense: 1.5, concept: 0.8, word: 0.8 };

/** What a question asks for. */
export function asking(question: string): ReadonlyMap<string, Sought> {
  const [topics = []] = topicsOf([question], 'asks');
  return new Map(
    topics.map((topic) => [topic.token, { topic, weight: askedWeights[topic.kind] * topic.weight, isGoal: true }]),
  );
}

/** What somebody seeks: goals before tags before background. Where the goals say little, the rest says more. */
export function seeking(protege: Person): ReadonlyMap<string, Sought> {
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

export interface Hit {
  readonly topic: Topic;
  readonly isGoal: boolean;
  readonly points: number;
}

export interface Fit {
  readonly score: number;
  /** What was sought and found, each with its points. */
  readonly hits: readonly Hit[];
  /** The entry's topics among those that are sought, in its own words. */
  readonly own: readonly Topic[];
}

/** A word that is met in several ways (itself, kindred words, its field) counts with the best of them, and a little for the others. */
const shareOfOtherWays = 0.25;
/** Who is of the same trade, and has nothing that the goals ask for, counts half. */
const shareBesideGoals = 0.5;

/** Person id → how well the entry fits what is sought, and by which topics. */
export function relevance(
  people: readonly Person[],
  sought: ReadonlyMap<string, Sought>,
  goals: 'goals count' | 'without goals',
): Map<string, Fit> {
  const { search, topics } = indexOf(people, sought, goals === 'goals count');
  const hits = new Map<string, Hit[]>();
  for (const { topic, weight, isGoal } of sought.values()) {
    for (const { id, score } of search.search(topic.token)) {
      const hit = { topic, isGoal, points: score * weight };
      const known = hits.get(id);
      if (known === undefined) hits.set(id, [hit]);
      else known.push(hit);
    }
  }
  return new Map([...hits].map(([id, own]) => [id, { score: scoreOf(own), hits: own, own: topics.get(id) ?? [] }]));
}

function scoreOf(hits: readonly Hit[]): number {
  const best = new Map<string, number>();
  for (const { topic, points } of hits) best.set(topic.said, Math.max(best.get(topic.said) ?? 0, points));
  const sum = hits.reduce((all, { points }) => all + points, 0);
  const bestSum = [...best.values()].reduce((all, points) => all + points, 0);
  const meetsGoal = hits.some(({ isGoal }) => isGoal);
  return (bestSum + shareOfOtherWays * (sum - bestSum)) * (meetsGoal ? 1 : shareBesideGoals);
}

/** What is sought (said as the seeker says it) and the entry's own words for it, weightiest first, at most three. */
function toldBy({ hits, own }: Fit): { sought: string; words: readonly string[] }[] {
  const told = new Map<string, Set<string>>();
  for (const { topic } of hits.toSorted((a, b) => b.points - a.points)) {
    const key = inSentence(topic.said);
    if (!told.has(key) && told.size >= 3) continue;
    const words = own.filter(({ token }) => token === topic.token).map(({ said }) => inSentence(said));
    told.set(key, new Set([...(told.get(key) ?? []), ...words]));
  }
  return [...told].map(([sought, words]) => ({ sought, words: [...words].slice(0, 3) }));
}

/** `Ada looks for chips, Ben knows semiconductors and VLSI`, `both have to do with tides`. */
export function reasonsOfFit(fit: Fit, seeker: string, knower: string): string[] {
  const told = toldBy(fit);
  const isShared = ({ sought, words }: { sought: string; words: readonly string[] }) => words.join() === sought;
  const shared = told.filter(isShared).map(({ sought }) => sought);
  return [
    ...told
      .filter((each) => each.words.length > 0 && !isShared(each))
      .map(({ sought, words }) => `${seeker} looks for ${sought}, ${knower} knows ${listed(words)}`),
    ...(shared.length > 0 ? [`both have to do with ${listed(shared)}`] : []),
  ];
}

/** `speaks of semiconductors and VLSI` */
export function reasonsFound(fit: Fit): string[] {
  const words = [...new Set(toldBy(fit).flatMap((each) => each.words))].slice(0, 4);
  return words.length > 0 ? [`speaks of ${listed(words)}`] : [];
}

/** Without the capital of a sentence's first word; abbreviations keep theirs. */
const inSentence = (said: string): string => (/\p{Lu}.*\p{Lu}/u.test(said) ? said : said.toLowerCase());

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
