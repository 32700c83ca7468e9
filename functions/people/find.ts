// Who knows what: the entries of a book that answer a question, best first, with the reasons in words (PRODUCT.md section 3, find).
import { reasonsFound } from './fit-in-words.ts';
import { foldOrganisation, isOneOrganisation } from './names.ts';
import type { Person } from './person.ts';
import { asking, relevance } from './relevance.ts';
import type { Topic } from './topics.ts';

export interface Found {
  readonly person: Person;
  /** The best has 100. */
  readonly score: number;
  /** For the mentor, weightiest first, each a clause without a full stop. */
  readonly reasons: readonly string[];
}

const foundAtMost = 12;
/** Below this share of the best, somebody has hardly anything to do with it. */
const leastShare = 0.33;
/** Who answers everything that was asked is listed, though the entry says it in other words. */
const leastShareInOtherWords = 0.2;
/** Who answers one of several words that were asked for counts less than the words it answers. */
const shareOfPartAnswer = 0.4;

/**
 * Who answers a question, best first: `robotics`, `who knows robotics?`, `at Hartwell`, `who speaks Danish`, `who is looking for a job`. An
 * organisation's name goes before everything else. Authors and people without an address are found too.
 */
export function find(query: string, people: readonly Person[]): Found[] {
  const asked = bare(query, frame);
  const there = atOrganisation(asked, people);
  if (there !== null) return there;
  const wanted = bare(asked, wish);
  const wanting = wanted === asked ? [] : best(wanted, 'wanted', people);
  return wanting.length > 0 ? wanting : best(wanted, hire.test(asked) ? 'either' : 'known', people);
}

function best(asked: string, is: 'known' | 'wanted' | 'either', people: readonly Person[]): Found[] {
  const verb = asked.match(verbAtFront)?.[0] ?? null;
  const sought = asking(asked, is, verb);
  const words = wordsMet([...sought.values()].map(({ topic }) => topic));
  const fits = new Map(
    [...relevance(people, sought)].map(([id, fit]) => {
      const met = wordsMet(fit.hits.map(({ sought }) => sought.topic));
      const share = shareOfPartAnswer + (1 - shareOfPartAnswer) * (met.size / words.size);
      const isOfObject = met.size > 1 || !met.has(verb ?? '');
      return [id, { ...fit, score: fit.score * share, isWhole: met.size >= words.size, isOfObject }];
    }),
  );
  const isObjectMet = [...fits.values()].some(({ isOfObject }) => isOfObject);
  const most = [...fits.values()].reduce((highest, { score }) => Math.max(highest, score), 0);
  return people
    .flatMap((person) => {
      const fit = fits.get(person.id);
      if (fit === undefined || (isObjectMet && !fit.isOfObject)) return [];
      if (fit.score < (fit.isWhole ? leastShareInOtherWords : leastShare) * most) return [];
      return [{ person, fit, score: (100 * fit.score) / most }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, foundAtMost)
    .map(({ person, fit, score }) => ({ person, score, reasons: reasonsFound(fit) }));
}

const wordsMet = (topics: readonly Topic[]): ReadonlySet<string> =>
  new Set(topics.flatMap(({ kind, said }) => (kind === 'sense' ? [] : [said])));

/**
 * `breeds` of “who breeds wheat?”: told by its ending, or by what follows. What is done counts less than what it is done to, and by itself
 * is no answer: who breeds dogs has nothing to do with wheat.
 */
const verbAtFront =
  /^\p{Ll}+(?:(?<=[^su]s)(?=\s+(?!(?:and|or|of|in|for|from|at|on|with|to|by)\s)\p{L})|(?=\s+(?:an?|the|us|me|our|my|his|her|their|some)\s))/u;

/** What is left behind a beginning; the whole where nothing would be. */
const bare = (text: string, beginning: RegExp): string =>
  text
    .replace(/[?!.]+\s*$/u, '')
    .replace(beginning, '')
    .trim() || text;

/** Question words and frames: what is asked for stands behind them. */
const frame =
  /^(?:\s*(?:please|hi|hello|hey|and|so|remind me)[\s,:]+)*(?:who(?:m)?|which of my (?:people|contacts)|anyone|anybody|someone|somebody|people|do i know (?:anyone|anybody|someone|somebody))\b(?:\s+(?:do|does|did|can|could|would|might|should|else|in my (?:book|network)|among my (?:people|contacts)|i|we|you|there|is|are|has|have|had|who|that|knows?|know)\b)*/iu;

/** Who hires says so by what is done, or by what is wanted. */
const hire = /^(?:is\s+|are\s+)?(?:hir(?:es?|ing)|recruit(?:s|ing)?|employ(?:s|ing)?|takes? on|taking on)\b/iu;

/** Behind these stands what the entries want, not what they know. */
const wish =
  /^(?:(?:is|are|still|now|also|currently|really)\s+)*(?:(?:looking|searching|hoping) (?:for|to)|in (?:search|need) of|seek(?:s|ing)?|wants?(?: to)?|(?:would )?(?:like|love) to|would (?:like|love)|needs?(?: to)?|hopes? to|dreams? of|tr(?:y|ies|ying) to|plan(?:s|ning)? to|could use|short of)\s+/iu;

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
