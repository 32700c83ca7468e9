// What a letter says to somebody's face. Names are written in two orders, and a surname alone is no greeting: where the first word may be
// the surname, the whole name is said.

import { fold, greetingName, parseName, spokenName } from './names.ts';
import type { Person } from './person.ts';

/**
 * The nickname that the entry states (in the name, or as in "Goes by Bob."), else the first name, else the whole name: `Bob`, `Sarah`,
 * `Li Wei`.
 */
export function salutation({ name, background }: Pick<Person, 'name' | 'background'>): string {
  const first = greetingName(name);
  const isStatedInName = parseName(name).nicknames.includes(fold(first));
  if (isStatedInName) return first;
  const called = background?.match(calledSo)?.[1];
  if (called !== undefined && fold(called) !== fold(first)) return called;
  return maybeSurnameFirst(name) ? spokenName(name) : first;
}

/** Narrower than what finds an entry: "a firm called Orbit" names nobody. */
const calledSo =
  /(?:^|[\s(])(?:[Gg]oes by|[Aa]nswers to|[Cc]all (?:him|her|them)|[Nn]ickname(?:d|:)?)\s+["“'‘]?(\p{Lu}[\p{L}’'-]{1,19})(?=["”'’]?(?:[\s.,;)!]|$))/u;

/** `Li Wei`, `Kim Min-jun`, `Nguyen Van An`: a common family name, then nothing but syllables of its own part of the world. */
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
