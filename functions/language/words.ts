// Lists of English words that tell a name from what is none. Closed classes are complete; the open ones hold what people
// write around a request. All folded (see `folded`).

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

export const titles = list(
  'mr mrs ms miss mx dr prof professor doctor sir dame lord lady rev reverend fr father sister rabbi imam hon judge madam mme mlle monsieur madame herr frau senor senora senorita sr sra don dona signor signora dott ing capt captain col colonel maj gen lt sgt shri smt',
);

/** Courtesies behind a name, which are no part of it: "Ines Roca madam", "Tariq ji". */
export const afterName = list("madam sir ma'am maam ji sahib saheb bhai san sama sensei");

/** Small words inside a name: "van der Laan", "bin Rashid", "de la Cruz". */
export const particles = list(
  "van von der den de del della di da do dos das du des la le les el al bin ibn binti bint abu ter ten te zu zum zur af av y e i ap ab ben bat mac mc san santa st ul ur dal dalla degli o'",
);

export const pronouns = new Map<string, 'one' | 'several'>([
  ...(['him', 'her', 'he', 'she', 'hers', 'his'] as const).map((word) => [word, 'one'] as const),
  ...(['them', 'they', 'both', 'these', 'those', 'everyone'] as const).map((word) => [word, 'several'] as const),
]);

export const selves = list('me myself us ourselves');

/** Articles and possessives, with which a description begins: "the new editor", "my friend Maya". */
export const determiners = list(
  'the a an my our your his her their its this that some any another someone somebody anyone anybody people whoever every each one two three other others several few',
);

/** Words that end a name in text without capitals, and never begin one. */
export const common = list(`
  a about above across actually after again against ago all almost already also although always am among an and another any anybody anyone anything
  anyway apparently are aren't around as ask asked asking asks at away back be because been before being below beside besides best better between
  both but by came can can't cannot cause certainly come comes coming concerning copied copy could couldn't currently day days did didn't do does doesn't doing done
  don't down draft during each early eh either else email enough er even ever every everybody everyone everything exactly except fine first for former
  found friend friends from further gave get gets getting give given gives go goes going gone good got great had happy hardly has hasn't have haven't having he
  he'd he'll he's hello help hence her here hers herself hey hi him himself his how however hugely i i'd i'll i'm i've if immediately in including indeed instead
  into is isn't it it's its itself just keen kindly knew know known knows last late later least less let let's like liked likes little look
  looking looks lot love loves made make makes making many maybe me mean means meant meanwhile meet meeting met might mine more morning most much must my myself namely
  need needed needs neither never new next nice no nobody none nor not nothing now of off often oh ok okay old on once one ones only
  onto or other others otherwise ought our ours out over own people per perhaps person please pls plz plus possible possibly probably quickly
  quite rather re really recently regarding regards right run running runs said same saw say saying says see seeing seems seen send sends sent separately several
  shall she she'd she'll she's should shouldn't shows similarly since so some somebody someone something sometimes soon sorry still such sure take taken takes
  talk talking tell tells ten than thank thanks that that's thats the their theirs them themselves then there there's therefore these they they'd they'll they're they've thing
  things think thinks this those though thought three through thus till time to today together tomorrow tonight too took toward towards tried tries two um
  under unless until unlike up upon us use used uses using usually uh very via want wanted wants was wasn't way we we'd we'll we're we've week weeks
  well went were weren't what what's whatever when whenever where whereas whether which while who who'd who'll who's whoever whole whom whose why will willing
  wish with within without won't wonder work worked working works would wouldn't yes yesterday yet you you'd you'll you're you've your yours yourself
  introduce introducing introduced introduction introductions intro intros connect connecting connected recommend suggest remind nudge cancel draft forget export resume
  asap btw cheers bye fyi ps cc
  monday tuesday wednesday thursday friday saturday sunday month months year years january february april june july august september october november december
  add added adding built build builds grew grow began begin bring brings brought call called calls graduated graduates finished finishes moved moves ran started starts
  hes shes theyre youre im dont cant wont isnt doesnt didnt whos thats hasnt havent wasnt thx thnx tnx
  leads led wrote writes won wins sold sells buys bought teaches taught studies studied spent plans planned hopes hoped lives lived left leaves`);

/** Lower-case nouns for people and groups, which are no names: "to people in water", "to investors". */
export const personNouns = list(
  'people person someone somebody anyone anybody everybody everyone friend friends colleague colleagues boss team client clients investor investors founder founders mentor mentors protege proteges expert experts principal teacher teachers engineer engineers manager managers director directors student students partner partners customer customers buyer buyers lawyer lawyers designer designers coach coaches folks guy guys man woman lady girl boy chap fellow husband wife son daughter brother sister mother father cousin nephew niece neighbour neighbor assistant successor predecessor professor doctor accountant contact contacts network circle list others strangers mine yours',
);

/** What else somebody may have that is another person, or no person: "Tariq Osei's cofounder", "Maya's firm". */
export const ownedNouns = list(
  'cofounder co-founder business company firm family office lab school group parents dad mum mom aunt uncle spouse fiancee fiance girlfriend boyfriend secretary pa deputy replacement publisher agent editor supervisor flatmate roommate brother-in-law sister-in-law mother-in-law father-in-law son-in-law daughter-in-law employer employee employees staff crew board chair chairman chairwoman ceo cto cfo head children child kids kid twin widow heir pupil pupils apprentice intern',
);

/** What may stand between the owner and such a noun. */
export const beforeOwned = list(
  'new old former late young younger older elder ex little big best good business own two three eldest youngest',
);

/** Capitalised where they begin a sentence or by custom, and yet no person. */
export const capitalisedCommon = list(`
  i i'm i'd i'll i've monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
  english french german spanish portuguese italian dutch chinese japanese european american british ceo cto cfo coo hr phd mba cv ai ml it usa uk us eu ps
  hi hello hey dear respected greetings good morning afternoon evening thanks thank cheers best regards kind warm yours sincerely love hugs sent please kindly intro introduction introductions
  e-intro introduce connect draft remind ask add show suggest recommend nudge close cancel forget export status summary help pause resume limit note tag private re fwd fw
  yes no sure okay ok absolutely sorry well so but and or if when once as because since both neither either
  christmas easter ramadan diwali mail email linkedin stepback zoom teams whatsapp google gmail outlook`);

/** Verbs after which a name was the subject of a clause of its own: "… to Maya and Oona is hiring". */
export const finiteVerbs = list(
  "is isn't are was were has had have will won't would can could should may might must needs need wants want knows know says said thinks thought runs ran works worked does did likes liked asked told suggested recommended used lives wrote writes built builds makes made sold sells teaches taught leads started joined left moved",
);
