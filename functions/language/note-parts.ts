// Which words of a mail belong to which introduction (PRODUCT.md section 3, "What becomes the note"): after a request all that
// is not for the service, before it what names its people, and never what is private or speaks about another pair.

import { hushed, isClosing, isOwnName } from './cut.ts';
import type { Discourse } from './discourse.ts';
import { folded, plain } from './normalise.ts';
import type { Mention, NoteParts } from './requests.ts';
import type { Sentence } from './sentences.ts';
import { titles } from './words.ts';

/** A request as far as its words are concerned. */
export interface Asked {
  readonly at: number;
  readonly people: readonly Mention[];
  readonly group: number;
  /** Where its reason begins and ends in its sentence, and where the words before the request stand. */
  readonly leadFrom: number;
  readonly start: number;
  readonly end: number;
  readonly clauseEnd: number;
  readonly letter: boolean;
  /** The subject says that the mail is about these two: what stands before the request is theirs as well. */
  readonly topic: boolean;
  /** Its sentence says something of the two: "X and Y would get on famously". */
  readonly remark: boolean;
}

export interface Words {
  readonly discourse: Discourse;
  readonly asked: readonly Asked[];
  /** Sentences that ask for something or say how: no part of a note. */
  readonly used: ReadonlySet<number>;
  /** From here on everything is the letter's text. */
  readonly letterFrom: number;
  /** Paragraph → the greeting it had. */
  readonly greetings: ReadonlyMap<number, string>;
}

/** What is for the service and for nobody else. Takes plain text. */
const forService =
  /^(?:[\s"'(*]*)(?:(?:many |much |a thousand |so |and |with |in |ok |okay |great |lovely )*(?:thank|thanks|thx|cheers|merci|danke|gracias|grazie|much obliged|much appreciated|appreciated|bless you|in advance|thanking|ta\b)|no (?:great |particular |big |real |huge )?(?:hurry|rush|need to (?:reply|answer|rush|hurry))|(?:there is|there's) no (?:great )?(?:hurry|rush)|take your time|whenever (?:you|it)|at your|asap|sorry (?:to|for|about|that i|i)|(?:my )?apologies|(?:please )?(?:excuse|forgive|pardon)|(?:i )?(?:do |really |very much )?(?:hope|trust) (?:(?:that )?(?:you|this|all|it|i am|i'm|everyone|the|your)\b)|hoping (?:you|this|all)|how (?:are|is|goes|do you do)|greetings|good (?:morning|day|evening|afternoon)|happy (?:new|monday|friday|easter|holidays|christmas)|(?:it's|it is) me again|here i am again|me again|(?:the )?usual (?:thing|please)|fyi\b|for your information|see below|(?:his|her|their|the|my) (?:e-?mail|mail|message|letter|note)s? (?:is )?(?:below|attached|enclosed)|as (?:usual|ever|always)\b|(?:nothing|that is|that's|that will be|this is|that was) (?:more|all|it|everything|else)\b|one (?:more|letter|mail|e-?mail|introduction|last|for|quick|favour|thing|request)\b|two (?:for|things|steps|requests|favours|intros|introductions|quick|more)\b|three (?:for|things|requests|intros|introductions|quick|more)\b|(?:a|another|one) (?:quick |small |little |tiny |further )*(?:one|request|favour|favor|question|thing|introduction|intro)\b[^.]{0,30}[.!:]?$|here (?:goes|we go|they are|it is)|over to you|you know (?:what|the) (?:to do|drill)|i (?:leave|shall leave|will leave|rest|remain|permit|allow) (?:it |this |that |myself |the rest |at |you )|i (?:come back|need your help|have (?:a|two|three|another) (?:request|favour|question|thing)|am (?:back|writing|sending)|write|am copying|have copied|look forward|would have need)|i'm (?:back|writing|sending|copying)|looking forward|request you|awaiting|kindly (?:revert|confirm|acknowledge|do)|yes please|let me know|keep me (?:posted|informed|in the loop)|tell me (?:when|if|whether|once)|drop me|copy me|cc me|confirm\b|do (?:let|tell|confirm)|well done|good (?:work|job)|great (?:work|job)|you (?:were|are|have been) (?:so |very |splendidly |wonderfully |a |an |the |too |really )*(?:quick|kind|fast|helpful|star|angel|gem|best|treasure|legend|wonder|good|great|efficient|marvel|prompt)|your (?:help|service|work|last|reply|answer)|(?:i )?really appreciate|i appreciate|i(?:'d| would| should) (?:be |really )?(?:so |very |most )?(?:appreciate|grateful|obliged|glad if you|delighted if you|like to see it)|much love|hugs|love|bye|best\b|regards|warm|kind)/;

const serviceInside =
  /\b(?:in (?:your|my|the) book|to (?:your|my|the) book|in your inbox|bother(?:ing)? you|trouble you|troubling you|being a nuisance|do (?:this|that|it) (?:today|now|tomorrow|for me|soon|first)|(?:by|before|until) (?:tonight|tomorrow|the end of (?:the )?(?:day|week)|end of (?:day|business)|close of business) (?:please|if)|set (?:it|that|this) up|make (?:it|that|this) happen|(?:is|are|would be) (?:also )?fine (?:too|as well|with me)|tomorrow is (?:fine|soon)|sooner would|one letter each|separate(?:ly)? (?:letters|mails|e-?mails|introductions)|needs? to be written to|leave you in peace|before my (?:train|flight|meeting|plane|bus)|for today|the same is done|get (?:it|this|that|them) out|send (?:it|this|that|them) (?:out|off|today|now|soon|tomorrow|when|as soon)|(?:use|put) (?:her|his|their|my|the) (?:work|other|private|usual|new|home) (?:address|e-?mail|signature|subject)|go ahead|not in (?:your|the|my) book|as soon as (?:you can|possible)|when you (?:have|get) (?:a|the) (?:moment|minute|chance|time)|that is all|thats all|that's all|for background only|stepback|copy of (?:it|this|the)|(?:i|we)(?:'ll| will| shall) (?:do the rest|take it from|let you know|tell you|write (?:to you )?again|be in touch))\b/;

const askingService =
  /^(?:[\s"'(*]*)(?:please|pls|kindly|could (?:you|we)|can (?:you|we)|would you|will you|might you|may i ask|can i ask|do (?:please|let)|is (?:that|this|it) (?:ok|okay|possible|all right|too)|shall i|should i|what do you think|do you (?:think|mind|know|agree)|are you|have you|did you)\b/;

export function isForService(sentence: Sentence): boolean {
  const words = sentence.plain.replace(/^p\.? ?s\.?[\s:,—-]*/, '');
  if (/\bplease[.!)]*$/.test(words) && sentence.tokens.length < 9) return true;
  return forService.test(words) || serviceInside.test(words) || askingService.test(words);
}

/** The words of each request, in the order of `asked`. */
export function notesOf(words: Words): NoteParts[] {
  const { discourse, asked, used, letterFrom } = words;
  const { sentences } = discourse;
  const hush = hushed(sentences);
  const asking = new Set(asked.map(({ at }) => at));
  const spoken = paragraphsSpokenTo(sentences);
  const owners = sentences.map((sentence, k): readonly Asked[] => {
    if (sentence.paragraph < 0 || sentence.secret === 'yes' || hush.has(k)) return [];
    if (isClosing(sentence.text) || isOwnName(sentence.text, discourse.writer)) return [];
    if (k >= letterFrom) return groupBefore(asked, k);
    const [letter] = asked.filter((each) => each.letter);
    if (letter) return asked.filter((each) => each.letter);
    const remarks = asked.filter((each) => each.at === k && each.remark);
    if (remarks.length > 0) return remarks;
    if (asking.has(k) || used.has(k)) return [];
    if (isForService(sentence) && !spoken.has(k)) return [];
    return ownersOf(words, sentence, k);
  });
  const carriedOn = continued(words, owners);
  return asked.map((each) => partsOf(words, each, hush, (k) => carriedOn[k]?.includes(each) === true));
}

/** Sentences in a paragraph that turned to somebody by name: "Kate, he is shy. You will like him." */
function paragraphsSpokenTo(sentences: readonly Sentence[]): ReadonlySet<number> {
  const result = new Set<number>();
  let paragraph = -2;
  sentences.forEach((sentence, k) => {
    if (
      /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?(?: and \p{Lu}[\p{L}'’-]+)?,\s/u.test(sentence.text) &&
      !/^(?:Thanks|Thank you|Sorry|Yes|No|Well|Hello|Hi|So|Also|Please|Anyway|Now|Oh|Ah|Ok|Okay|Cheers|Apologies)\b/.test(
        sentence.text,
      )
    )
      paragraph = sentence.paragraph;
    if (sentence.paragraph === paragraph) result.add(k);
  });
  return result;
}

function groupBefore(asked: readonly Asked[], k: number): readonly Asked[] {
  const last = asked.findLast((each) => each.at < k) ?? asked.find((each) => each.topic);
  return last ? asked.filter((each) => each.group === last.group) : [];
}

function ownersOf({ discourse, asked }: Words, sentence: Sentence, k: number): readonly Asked[] {
  const before = groupBefore(asked, k);
  const sameItem = asked.filter((each) => sharesItem(discourse.sentences[each.at], sentence));
  const candidates = sameItem.length > 0 ? sameItem : asked;
  const hit = candidates.filter((each) => each.people.some((person) => names(sentence, person)));
  if (sentence.secret === 'after' && before.every((each) => discourse.sentences[each.at]?.secret !== 'after'))
    return [];
  const near = hit.filter((each) => before.includes(each));
  if (near.length > 0) return narrowed(near, sentence);
  if (sameItem.length > 0) return hit.length > 0 ? hit : sameItem;
  if (hit.length > 0) {
    const next = hit.find((each) => each.at > k) ?? hit.at(-1);
    return next
      ? narrowed(
          hit.filter((each) => each.group === next.group),
          sentence,
        )
      : [];
  }
  if (before.length === 0) return [];
  // Behind a whole list of requests, in a paragraph of its own, nobody in particular is meant.
  const [first] = before;
  const listed =
    first !== undefined &&
    discourse.sentences[first.at]?.item === true &&
    new Set(asked.map(({ group }) => group)).size > 1;
  return listed && sentence.unit !== discourse.sentences[first.at]?.unit ? [] : before;
}

function sharesItem(a: Sentence | undefined, b: Sentence): boolean {
  return a?.item === true && a.paragraph === b.paragraph && a.unit === b.unit;
}

/** "introduce X to Y and Z": a sentence that names Y alone is for Y's letter. */
function narrowed(group: readonly Asked[], sentence: Sentence): readonly Asked[] {
  const count = (each: Asked): number => each.people.filter((person) => names(sentence, person)).length;
  const shared =
    group[0]?.people.filter((person) =>
      group.every((each) => each.people.some((other) => other === person || other.words === person.words)),
    ) ?? [];
  const own = group.filter((each) =>
    each.people.some((person) => !shared.some((other) => other.words === person.words) && names(sentence, person)),
  );
  if (own.length > 0 && own.length < group.length) return own;
  const most = Math.max(...group.map(count));
  return group.filter((each) => count(each) === most);
}

function names(sentence: Sentence, person: Mention): boolean {
  const words = person.readings
    .flatMap(({ name }) => folded(name).split(/[^\p{L}']+/u))
    .filter((word) => word.length > 1 && !titles.has(word));
  return sentence.tokens.some(
    (token) =>
      token.kind === 'word' && words.includes(token.norm.replace(/'s?$/, '')) && (token.capital || sentence.careless),
  );
}

/** What stands before a request and goes on from a sentence that names its people: "He …", "Both …". */
function continued(
  { discourse, asked, used }: Words,
  owners: readonly (readonly Asked[])[],
): readonly (readonly Asked[])[] {
  const result = [...owners];
  const first = asked[0]?.at ?? 0;
  discourse.sentences.forEach((sentence, k) => {
    if (
      (result[k]?.length ?? 0) > 0 ||
      k >= first ||
      sentence.paragraph < 0 ||
      used.has(k) ||
      sentence.secret === 'yes' ||
      isForService(sentence)
    )
      return;
    const previous = discourse.sentences[k - 1];
    if (previous && previous.paragraph === sentence.paragraph && (result[k - 1]?.length ?? 0) > 0)
      result[k] = result[k - 1] ?? [];
    else if (
      sentence.paragraph === discourse.sentences[first]?.paragraph &&
      /\b(?:he|she|they|his|her|their|him|them|both)\b/.test(sentence.plain)
    )
      result[k] = groupBefore(asked, first + 1);
  });
  return result;
}

function partsOf(
  { discourse, asked, letterFrom, greetings }: Words,
  each: Asked,
  hush: ReadonlySet<number>,
  owns: (k: number) => boolean,
): NoteParts {
  const { sentences } = discourse;
  const paragraphs: string[] = [];
  let paragraph = -2;
  let unit = -1;
  let reasonAt: NoteParts['reasonAt'];
  const own = sentences[each.at];
  const reason =
    own && !each.letter && !each.remark && each.at + 1 !== letterFrom && !hush.has(each.at)
      ? own.text.slice(each.end, each.clauseEnd)
      : '';
  const append = (text: string, sentence: Sentence): void => {
    const last = paragraphs.length - 1;
    if (sentence.paragraph === paragraph && last >= 0) {
      paragraphs[last] +=
        `${sentence.unit === unit || paragraphs[last] === '' ? (paragraphs[last] === '' ? '' : ' ') : '\n'}${text}`;
    } else {
      paragraphs.push(text);
    }
    paragraph = sentence.paragraph;
    unit = sentence.unit;
  };
  sentences.forEach((sentence, k) => {
    if (owns(k)) {
      const greeting = each.letter || k >= letterFrom ? (greetings.get(sentence.paragraph) ?? '') : '';
      if (greeting !== '' && sentence.paragraph !== paragraph) paragraphs.push(greeting);
      append(sentence.text, sentence);
    }
    if (k !== each.at || each.letter || each.remark) return;
    const before = reasonBefore(sentence, each, asked);
    if (before !== '') append(before, sentence);
    if (paragraph !== sentence.paragraph || paragraphs.length === 0) append('', sentence);
    reasonAt = { start: each.end, paragraph: paragraphs.length - 1, offset: paragraphs.at(-1)?.length ?? 0 };
  });
  return reason.trim() === '' || saysHow(reason) || reasonAt === undefined
    ? { reason: null, paragraphs: paragraphs.filter((text) => text !== '') }
    : { reason, paragraphs, reasonAt };
}

/** Behind the names stands how to do it, not why: "for my perusal", "but ask her first", "I'd like to see it before it goes". */
function saysHow(reason: string): boolean {
  const words = plain(reason).replace(/^[\s,;:—(-]+/, '');
  return (
    /^(?:(?:and|but|so|then|please|also)[\s,]+)*(?:for my (?:perusal|approval|review|eyes|information)|as a draft|draft\b|do (?:it|so|that|this)\b|only (?:as )?a draft|(?:ask|check with|sound out) |let me|show me|send (?:me|it|them|the)|copy me|cc me|tell me|(?:use|with|in) (?:the|these|my) (?:following )?(?:words|text)|(?:with|under) the subject|as (?:we )?(?:discussed|agreed|promised|usual|before|always)|like (?:last time|before|you did)|just (?:like|as)|the (?:usual|same) way|(?:i(?:'d| would| should) like|i want|i'd love|i need) to (?:see|read|check|approve|look)|could you|can you|would you|will you|when can|is that|this (?:is|would)|that (?:is|would) (?:be )?(?:great|good|lovely|fine|kind|all)|(?:it|that)(?:'s| is) (?:urgent|time)|no (?:rush|hurry)|sorry|thank)/.test(
      words,
    ) || serviceInside.test(words.slice(0, 60))
  );
}

/** "Jonas graduates in June, so please introduce him to …": the part before "so", where it speaks of somebody. */
function reasonBefore(sentence: Sentence, each: Asked, asked: readonly Asked[]): string {
  if (asked.some((other) => other.at === each.at && other.start < each.start)) return '';
  const lead = sentence.text.slice(each.leadFrom, each.start);
  const match =
    /^(.*?\p{L}.*?)(?:[,;:—–-]+\s*(?:(?:and|so|hence|therefore|thus|which is why|that is why)\b[^,;:—–]*|(?:please|pls|kindly|could|can|would|will|might|i'd|i would|i should|let's)\b[^,;:—–]*)|\s+so\s+(?:please|could|can|would|kindly|i)\b[^,;:—–]*|[,;:—–]\s*(?:an?|the)?\s*)$/isu.exec(
      lead,
    );
  if (!match) return '';
  const words = (match[1] ?? '')
    .replace(/^\s*(?:as|since|because|given that|seeing that|now that|and|but|also)\s+/i, '')
    .trim();
  const speaks =
    each.people.some((person) =>
      person.readings.some(
        ({ name }) => name !== '' && words.toLowerCase().includes((name.split(' ')[0] ?? '').toLowerCase()),
      ),
    ) || /\b(?:he|she|they)\b/i.test(words);
  if (
    !speaks ||
    words.split(/\s+/).length < 3 ||
    /^(?:if|once|unless|provided|when|should|assuming|after|i )\b/i.test(words) ||
    forService.test(words.toLowerCase())
  )
    return '';
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`;
}

/** The whole text as the words of a letter, for mails that are one (made by hand, a protégé's asking). */
export function wholeNote(discourse: Discourse): NoteParts {
  const hush = hushed(discourse.sentences);
  const paragraphs = new Map<number, string>();
  discourse.sentences.forEach((sentence, k) => {
    if (
      sentence.paragraph < 0 ||
      sentence.secret !== 'no' ||
      hush.has(k) ||
      isClosing(sentence.text) ||
      isOwnName(sentence.text, discourse.writer)
    )
      return;
    const so = paragraphs.get(sentence.paragraph);
    paragraphs.set(sentence.paragraph, so === undefined ? sentence.text : `${so} ${sentence.text}`);
  });
  return { reason: null, paragraphs: [...paragraphs.values()] };
}
