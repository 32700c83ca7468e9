// How well an entry fits what is sought: MiniSearch (BM25+) over the topics of the texts, and the words that gave the points.
import MiniSearch from 'minisearch';
import type { Person } from './person.ts';
import { mayTouch, type Topic, topicsOf } from './topics.ts';

export interface Sought {
  readonly topic: Topic;
  /** What the seeker is or does, where that is why somebody might want the seeker. */
  readonly own: Topic;
  /** What it is worth that somebody knows it. */
  readonly worthKnown: number;
  /** What it is worth that somebody wants it. */
  readonly worthWanted: number;
  /** It stands in the goals, or there are none. */
  readonly isGoal: boolean;
  /** The entry says so: it stands in the goals, or behind `looks for`. */
  readonly isStated: boolean;
}

const kindWeights: Readonly<Record<Topic['kind'], number>> = { sense: 1, concept: 1, word: 0.6 };

/** Who asks for a word means that word first. */
const askedWeights: typeof kindWeights = { sense: 1.5, concept: 0.8, word: 0.8 };

/** How much the verb of a question counts, beside its object. */
const shareOfVerb = 0.5;

/** What a question asks for: who knows it, who wants it, or both. */
export function asking(
  question: string,
  is: 'known' | 'wanted' | 'either',
  verb: string | null = null,
): ReadonlyMap<string, Sought> {
  const [topics = []] = topicsOf([question], 'asks');
  return new Map(
    topics.map((topic) => {
      const worth = askedWeights[topic.kind] * topic.weight * (topic.said === verb ? shareOfVerb : 1);
      const worthKnown = is === 'wanted' ? 0 : worth;
      const worthWanted = is === 'known' ? 0 : worth;
      return [topic.token, { topic, own: topic, worthKnown, worthWanted, isGoal: true, isStated: true }];
    }),
  );
}

/**
 * What somebody seeks: goals before tags before background. Where the goals say little, the rest says more. Who wants what somebody is
 * or does is sought as well; two who want the same are no help to each other. What somebody wants to leave is not sought, whatever the
 * entry says besides.
 */
export function seeking(protege: Person): ReadonlyMap<string, Sought> {
  const texts = [protege.goals ?? '', protege.tags.join('. '), protege.background ?? ''];
  const [goals = [], tags = [], told = []] = topicsOf(texts, 'seeks');
  const rejected = new Set([...goals, ...told].flatMap(({ stance, token }) => (stance === 'rejects' ? [token] : [])));
  const aims = [...goals, ...told.filter(({ stance }) => stance === 'wants')];
  const background = told.filter(({ stance }) => stance !== 'wants');
  const said = new Set(aims.filter(({ kind }) => kind === 'concept').map((topic) => topic.said)).size;
  const besides = besidesGoals[Math.min(said, 2)] ?? besidesGoals[2];
  const sought = new Map<string, Sought>();
  const add = (
    topics: readonly Topic[],
    worth: Pick<Sought, 'worthKnown' | 'worthWanted'>,
    ofWords: number,
    isStated: boolean,
  ) => {
    for (const [token, topic] of new Map(topics.map((topic) => [topic.token, topic]))) {
      if (rejected.has(token)) continue;
      const before = sought.get(token);
      const weight = kindWeights[topic.kind] * topic.weight * (topic.kind === 'word' ? ofWords : 1);
      sought.set(token, {
        topic: before?.topic ?? topic,
        own: before === undefined || before.worthWanted === 0 ? topic : before.own,
        worthKnown: (before?.worthKnown ?? 0) + weight * worth.worthKnown,
        worthWanted: (before?.worthWanted ?? 0) + weight * worth.worthWanted,
        isGoal: isStated || said <= 1 || before?.isGoal === true,
        isStated: isStated || before?.isStated === true,
      });
    }
  };
  add(aims, { worthKnown: 1, worthWanted: 0 }, 1, true);
  add(tags, { worthKnown: besides.tags, worthWanted: 1.2 * besides.tags }, 0.5, false);
  add(background, { worthKnown: besides.background, worthWanted: besides.background }, 0.25, false);
  return sought;
}

/** The same where a question names what somebody needs help with: that first, and who has also to do with the rest before who has not. */
export function seekingHelp(protege: Person, about: string): ReadonlyMap<string, Sought> {
  const [telling = []] = topicsOf([about], 'seeks');
  if (telling.length === 0) return seeking(protege);
  const rest = [...seeking(protege)].map(([token, sought]): [string, Sought] => [
    token,
    { ...sought, worthKnown: shareOfRest * sought.worthKnown, worthWanted: 0, isGoal: false },
  ]);
  return new Map([...rest, ...asking(about, 'known')]);
}

const shareOfRest = 0.2;

/** By how many things the goals name that the vocabulary knows. */
const besidesGoals = [
  { tags: 1, background: 0.6 },
  { tags: 0.5, background: 0.3 },
  { tags: 0.35, background: 0.12 },
] as const;

interface Index {
  readonly search: MiniSearch<IndexedEntry>;
  readonly topics: ReadonlyMap<string, Own>;
}

/** An entry's topics among those that are sought, in its own words. */
interface Own {
  readonly known: readonly Topic[];
  readonly wanted: readonly Topic[];
}

interface IndexedEntry {
  readonly id: string;
  /** Tags and background. */
  readonly known: string;
  /** What a firm is called need not be what it does. */
  readonly organisation: string;
  /** Once more: what somebody is tagged with weighs more than what is mentioned. */
  readonly tags: string;
  /** Goals, and what stands behind `looks for`. */
  readonly wanted: string;
}

const fieldWeights = { known: 1, tags: 0.4, organisation: 0.7, wanted: 1 } as const;

/**
 * The book as far as it can have to do with what is sought: other entries, and other words of these, would only take time. Every entry
 * is in it by its id, since how rare a word is counts in the whole book.
 */
function indexOf(people: readonly Person[], sought: ReadonlyMap<string, Sought>): Index {
  const topics = new Map<string, Own>();
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
      const texts = [person.tags.join('. '), person.background ?? '', person.organisation ?? '', person.goals ?? ''];
      if (!isTouched(texts)) return { id: person.id, known: '', organisation: '', tags: '', wanted: '' };
      const [tags = [], background = [], organisation = [], goals = []] = topicsOf(texts, 'knows').map((list) =>
        list.filter(({ token, stance }) => sought.has(token) && stance !== 'rejects'),
      );
      const isKnown = ({ stance }: Topic) => stance !== 'wants' && stance !== 'lacks';
      const named = organisation.map((topic) => ({ ...topic, said: person.organisation ?? topic.said }));
      const known = [...tags, ...background.filter(isKnown)];
      const wanted = [...goals, ...background.filter(({ stance }) => stance === 'wants')];
      topics.set(person.id, { known: [...known, ...named], wanted });
      return {
        id: person.id,
        known: tokens(known),
        organisation: tokens(organisation.filter(({ kind }) => kind !== 'sense')),
        tags: tokens(tags),
        wanted: tokens(wanted),
      };
    }),
  );
  return { search, topics };
}

/** A token as often as it is said in different words: saying a thing twice does not make it truer, saying it in two ways does. */
const tokens = (topics: readonly Topic[]): string =>
  [...new Map(topics.map((topic) => [`${topic.token} ${topic.said.toLowerCase()}`, topic.token])).values()].join(' ');

export interface Hit {
  readonly sought: Sought;
  /** Whether the entry knows it or wants it, and in which words. */
  readonly is: 'known' | 'wanted';
  readonly words: readonly string[];
  readonly points: number;
}

export interface Fit {
  readonly score: number;
  /** What was sought and found, each with its points. */
  readonly hits: readonly Hit[];
}

/** A word that is met in several ways (itself, kindred words, its field) counts with the best of them, and a little for the others. */
const shareOfOtherWays = 0.25;
/** Who is of the same trade, and has nothing that the goals ask for, counts half. */
const shareBesideGoals = 0.5;

/** Person id → how well the entry fits what is sought, and by which topics. */
export function relevance(people: readonly Person[], wanted: ReadonlyMap<string, Sought>): Map<string, Fit> {
  const { search, topics } = indexOf(people, wanted);
  const hits = new Map<string, Hit[]>();
  const gather = (sought: Sought, is: Hit['is'], worth: number, fields: string[]) => {
    const { token } = sought.topic;
    for (const { id, score } of worth === 0 ? [] : search.search(token, { fields })) {
      const words = (topics.get(id)?.[is] ?? []).filter((topic) => topic.token === token).map(({ said }) => said);
      const hit = { sought, is, words, points: score * worth };
      const known = hits.get(id);
      if (known === undefined) hits.set(id, [hit]);
      else known.push(hit);
    }
  };
  for (const sought of wanted.values()) {
    gather(sought, 'known', sought.worthKnown, ['known', 'organisation', 'tags']);
    gather(sought, 'wanted', sought.worthWanted, ['wanted']);
  }
  return new Map([...hits].map(([id, own]) => [id, { score: scoreOf(own), hits: own }]));
}

function scoreOf(hits: readonly Hit[]): number {
  const best = new Map<string, number>();
  for (const { sought, points } of hits)
    best.set(sought.topic.said, Math.max(best.get(sought.topic.said) ?? 0, points));
  const sum = hits.reduce((all, { points }) => all + points, 0);
  const bestSum = [...best.values()].reduce((all, points) => all + points, 0);
  const meetsGoal = hits.some(({ sought, is }) => sought.isGoal || is === 'wanted');
  return (bestSum + shareOfOtherWays * (sum - bestSum)) * (meetsGoal ? 1 : shareBesideGoals);
}
