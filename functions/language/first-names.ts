// First names that are a man's or a woman's wherever they are usual, so that "him" cannot mean Ingrid. A name that some people
// give to daughters and others to sons (Andrea, Robin) stands in neither list, and excludes nobody.

import { folded } from './normalise.ts';

const list = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/).filter((name) => name !== ''));

const women = list(`
  aisha agnieszka alice alicia amalia amara amelia amy ana anita anna anne annika astrid barbara beatrice birgit brigitte carla carmen caroline catarina catherine
  cecilia charlotte chiara christina claire clara constance daniela deborah diana dorothy edith elena elisa elisabeth elizabeth ella ellen emily emma
  erika esther eva fatima fiona florence francesca frieda gabriela genevieve georgina giulia grace greta hannah heather helen helena helga henrietta ingrid irene isabel isabella
  jane janet jennifer joanna josephine judith julia julie karen katarzyna kate katharina katherine kathleen katrin kirsten lakshmi laura layla leila lena liesbeth lily linda lisa liz louise
  lucia lucy magdalena margaret maria mariam marie marion marta martha mary mathilda maya mei-ling melanie michelle miriam monica nadia nancy natalia natasha
  ngozi nina nora olga olivia patricia paula petra priya rachel rebecca renate rita rosa rosalind ruth sabine sally sandra sara sarah shirin silvia simone siobhan sofia
  sonia sophia sophie stella susan susanna svetlana sylvia tamara tatiana teresa ulrike ursula valentina vanessa vera veronica victoria virginia yasmin yuki zainab zoe
`);

const men = list(`
  aaron abdul abraham adam ahmed alan albert alejandro alfred ali anders andrew andrei anthony antonio arjun arthur arturo ben benjamin bernard bill bob boris brian bruno carlos
  charles christian christopher claude claus daniel david dennis diego dieter dimitri dmitri edward emeka enrique eric erik ernst ethan ferdinand fernando francesco frank fred frederick
  friedrich gareth george gerald gerhard giovanni giuseppe graham gregory guillaume gunther gustav hans harold harry hassan heinrich helmut henrik henry herbert howard hugo ian
  ibrahim igor ivan jack jacob jakob james jan-erik jean-luc jean-paul jeremy jim joaquin johan johann johannes john jonas jonathan jorge jose joseph juan jurgen kofi karl karl-heinz kenneth kevin kwame
  lars lawrence leo leon leonard lorenzo ludwig luigi luis magnus manuel marcel marco marcus mark martin matteo matthew michael michel miguel mohamed mohammed moritz muhammad neil nicholas nils
  oliver omar oscar oskar otto pablo patrick paul pavel pedro peter philip philippe pierre pieter rafael rajesh ralph raymond ricardo richard robert roger roland rolf roman ronald rudolf
  salvatore samuel sanjay scott sebastian sergei simon stefan stephen steven sven tariq thomas tim timothy tobias tom tomas umberto victor vikram viktor vincent vladimir walter werner wilhelm will william wolfgang youssef yusuf
`);

const pronounsOf: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...['him', 'he', 'his'].map((word) => [word, women] as const),
  ...['her', 'she', 'hers'].map((word) => [word, men] as const),
]);

/** Whether a pronoun may stand for somebody of this name; `known` where the name itself says so. */
export function agreement(pronoun: string, name: string): 'no' | 'perhaps' | 'known' {
  const [first] = folded(name).split(/\s/);
  const others = pronounsOf.get(folded(pronoun));
  if (first === undefined || others === undefined) return 'perhaps';
  if (others.has(first)) return 'no';
  return (others === women ? men : women).has(first) ? 'known' : 'perhaps';
}
