// What a letter says to somebody's face. Names are written in two orders, and a surname alone is no greeting: where the first word may be
// the surname, the whole name is said.

import { fold, greetingName, parseName, spokenName } from './names.ts';
import type { Person } from './person.ts';

/**
 * The nickname that the entry states (in the name, or as in "Goes by Bob."), else the first name, a compound one whole, else the whole
 * name: `Bob`, `Nadia`, `José Luis`, `Zhou Min`.
 */
export function salutation({ name, background }: Pick<Person, 'name' | 'background'>): string {
  const first = greetingName(name);
  const isStatedInName = parseName(name).nicknames.includes(fold(first));
  if (isStatedInName) return first;
  const called = background?.match(calledSo)?.[1];
  if (called !== undefined && fold(called) !== fold(first)) return called;
  return maybeSurnameFirst(name) ? spokenName(name) : compoundGiven(name, first);
}

/** `José Luis` for José Luis Prado: two given names that are commonly one, with a surname behind them. */
function compoundGiven(name: string, first: string): string {
  const words = spokenName(name).split(/\s+/);
  const at = words.indexOf(first);
  const second = words[at + 1];
  if (at < 0 || second === undefined || words.length < at + 3) return first;
  return compounds.some(([heads, tails]) => heads.has(fold(first)) && tails.has(fold(second)))
    ? `${first} ${second}`
    : first;
}

const compounds = (
  [
    [
      'jose juan luis maria ana miguel carlos marco jesus francisco angel pedro manuel rosa victor joao pedro',
      'luis luisa carlos maria jose antonio manuel miguel angel pablo ignacio javier ramon jesus david pedro fernando francisco alberto andres enrique eduardo isabel teresa elena belen cristina laura rosa carmen mercedes dolores pilar paz victoria eugenia clara lucia paula',
    ],
    [
      'jean marie anne pierre',
      'luc pierre paul claude marc michel francois jacques philippe yves christophe baptiste louis noel marie claire christine france therese laure sophie helene',
    ],
    ['gian pier anna maria', 'luca carlo paolo franco piero giorgio maria marco battista grazia teresa laura chiara'],
    ['mary sarah billy', 'ann anne jane lou beth kate ellen bob joe'],
    ['hans karl klaus ernst eva', 'peter heinz dieter joachim georg jurgen werner august maria'],
  ] as const
).map(([heads, tails]) => [new Set(heads.split(' ')), new Set(tails.split(' '))] as const);

/** Narrower than what finds an entry: "a firm called Orbit" names nobody. */
const calledSo =
  /(?:^|[\s(])(?:[Gg]oes by|[Aa]nswers to|[Cc]all (?:him|her|them)|[Nn]ickname(?:d|:)?)\s+["“'‘]?(\p{Lu}[\p{L}’'-]{1,19})(?=["”'’]?(?:[\s.,;)!]|$))/u;

/** `Zhou Min`, `Kim Min-jun`, `Nguyen Van An`: a common family name, then nothing but syllables of its own part of the world. */
function maybeSurnameFirst(name: string): boolean {
  if (name.includes(',')) return false;
  const [first = '', ...rest] = fold(spokenName(name)).split(/\s+/);
  return rest.length > 0 && familyNames.has(first) && rest.every((word) => eastAsian.test(word));
}

const familyNames = new Set(
  (
    'li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng feng han cao zeng peng xiao cai pan tian dong ' +
    'yuan yu ye du su wei cheng lu lv ding ren yao shen zhong jiang cui tan fan wan shi jin xia fu fang zou xiong bai meng qin qiu hou yin xue yan lei long tao mao ' +
    'wong chan cheung lam leung ng ho lau kwok yip tsang ' +
    'kim lee park choi jung jeong kang cho yoon jang lim shin seo kwon hwang ahn song yoo hong ' +
    'nguyen tran le pham hoang phan vu vo dang bui do ngo duong ly'
  ).split(' '),
);

/** One or two syllables as they are spelt in pinyin, Cantonese, Korean or Vietnamese, joined or with a hyphen. */
const syllable = '(?:zh|ch|sh|ts|ng|nh|th|tr|kh|ph|kw|hw|[bpmfdtnlgkhjqxrzcsywv])?[aeiouy]{1,3}(?:ng|nh|[nmkptcl])?';
const eastAsian = new RegExp(`^${syllable}(?:-?${syllable})?$`);
