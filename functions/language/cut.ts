// What of a mail is neither request nor note: greeting, sign-off, what is private (PRODUCT.md section 3, "What is read").
// Quotations, signatures and disclaimers are cut by `mail/visible-text.ts` before; what may remain of them is cut here.

import { folded, plain } from './normalise.ts';
import { itemMark, type Paragraph, type Secrecy, type Sentence } from './sentences.ts';
import { tokensOf } from './tokens.ts';
import { capitalisedCommon, common, titles } from './words.ts';

export interface Cut {
  readonly paragraphs: readonly Paragraph[];
  /** First name, or names, that the text opens with, as written; '' where it opens with none. */
  readonly opensWith: string;
}

const greeting =
  /^(?:(?:hi|hello|hey|hiya|howdy|dear|dearest|my dear|good (?:morning|day|afternoon|evening)|morning|afternoon|evening|greetings|respected|to whom it may concern|salut|bonjour|bonsoir|ch[eè]re?s?|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|hola|buen[oa]s (?:d[ií]as|tardes)|querid[oa]s?|ciao|buongiorno|car[oa]|ol[aá]|hej|hei|moi|beste|geachte|namaste|ahoj|cześć|здравствуйте|привет|уважаем(?:ый|ая))(?![\p{L}'-])[ ,!]*)+/iu;

/** Everybody and nobody: not the name of the one who is written to. */
const nobodyInParticular = new Set(
  'all team there again both everyone everybody folks sir madam sirs friends colleagues stepback service you at or to the of and who it may concern hello hi helpers people one day morning afternoon evening dear old'.split(
    ' ',
  ),
);

const closingKeys = new Set(
  'ever regards wishes wish yours sincerely faithfully truly respectfully cordially greetings greeting love hugs hug kisses cheers thanks thank thanking ta best warmly fondly bless cordialement amicalement bisous salutations saludos saludo abrazo saluti cumprimentos grüße grusse grüssen grüßen gruss gruß lg mfg vg groet groeten hälsningar halsningar hilsen terveisin pozdrawiam pozdravem уважением merci danke gracias grazie obrigado obrigada tack'.split(
    ' ',
  ),
);
const closingWords = new Set([
  ...closingKeys,
  ...'kind kindest warm warmest friendly always cordial sincere good very many much so all my the a an every with as ever always again you your lots of and in advance take care until then soon x xx xxx xxxx heaps well kindly respectful mit freundlichen besten lieben liebe viele herzliche beste freundliche schönen un une bien à vous a toi avec mes cordiali distinti atentamente met vriendelijke hartelijke vänliga med vennlig venlig с s very muchly indeed for help your that is this now then bye goodbye okay ok have great lovely nice day week weekend evening'.split(
    ' ',
  ),
]);

/** `writer` may be '' where the name is not known. */
export function cut(text: string, writer: string): Cut {
  const lines = withoutAsides(text).replace(beforePostscript, '\n').split('\n');
  const ruled = lines.findIndex((line) => /^-- ?$/.test(line));
  const groups = paragraphsOf(
    (ruled >= 0 ? lines.slice(0, ruled) : lines).filter(
      (line) =>
        !/^(?:on|am|le|el|il|den|op) .{8,200}(?:wrote|schrieb|écrit|escribió|scritto|schreef)[^.]{0,40}:\s*$/i.test(
          line,
        ),
    ),
  );
  const alone = groups.length === 1 && groups[0]?.length === 1;
  let opensWith = '';
  let secrecy: Secrecy = 'no';
  // A greeting in a paragraph of its own belongs to the next.
  let greetings = '';
  const paragraphs: Paragraph[] = [];
  groups.forEach((group, index) => {
    const tells = tellsSignature.test(group[0] ?? '') || tellsSignature.test(groups[index - 1]?.at(-1) ?? '');
    const body = alone || tells ? group : withoutSignOff(group, writer, index === groups.length - 1, index > 0);
    const opened = withoutGreeting(body);
    if (opened.greeting !== '') greetings = opened.greeting;
    if (index === 0 || paragraphs.length === 0) opensWith ||= opened.name;
    const postscript = postscriptMark.test(opened.lines[0] ?? '');
    const held = opened.lines.map(withoutPostscript).filter((line) => line.trim() !== '');
    const split = held.findIndex((line) => /^\s*\W{0,3}private(?:ly)?(?: note)?\s*:/i.test(line));
    const inline = split < 0 ? held.findIndex((line) => /[.!?;]\s+private(?:ly)?\s*:/i.test(line)) : -1;
    if (split < 0 && inline < 0) {
      if (held.length > 0) paragraphs.push({ lines: held, secret: secrecy, greeting: greetings, postscript });
      greetings = held.length > 0 ? '' : opened.greeting || greetings;
      return;
    }
    const at = split >= 0 ? split : inline;
    const line = held[at] ?? '';
    const before = inline >= 0 ? line.slice(0, line.search(/\bprivate(?:ly)?\s*:/i)).trim() : '';
    const open = [...held.slice(0, at), ...(before === '' ? [] : [before])];
    if (open.length > 0) paragraphs.push({ lines: open, secret: secrecy, greeting: '', postscript });
    paragraphs.push({
      lines: [line.slice(before.length), ...held.slice(at + 1)],
      secret: 'yes',
      greeting: '',
      postscript,
    });
    secrecy = 'after';
  });
  return { paragraphs, opensWith };
}

function paragraphsOf(lines: readonly string[]): string[][] {
  const groups: string[][] = [];
  let open = false;
  for (const line of lines) {
    if (line.trim() === '' || /^\s*[-_=*~—]{3,}\s*$/.test(line)) {
      open = false;
    } else if (open && !postscriptMark.test(line)) {
      groups.at(-1)?.push(line);
    } else {
      groups.push([line]);
      open = true;
    }
  }
  return groups;
}

/** Without `((…))`, and without brackets that say themselves that they are not to be passed on. One pass each. */
function withoutAsides(text: string): string {
  let result = '';
  let from = 0;
  for (let at = text.indexOf('((', from); at >= 0; at = text.indexOf('((', from)) {
    const close = text.indexOf('))', at);
    // Left open: nothing after it in this paragraph may go out.
    const end = close >= 0 ? close + 2 : text.indexOf('\n\n', at) >= 0 ? text.indexOf('\n\n', at) : text.length;
    result += text.slice(from, at);
    from = result.endsWith(' ') && text[end] === ' ' ? end + 1 : end;
  }
  result += text.slice(from);
  // "She is broke (don't tell him)": a few words only point back, and hide what stands before them.
  const holds = (aside: string): boolean => aside.trim().split(/\s+/).length > 5 || tellsWhat.test(aside);
  return result.replace(/ ?\[[^[\]]{8,3000}\]| ?\([^()]{8,3000}\)/g, (aside) =>
    labelled.test(plain(aside)) || (confidential(plain(aside)) && holds(plain(aside))) ? '' : aside,
  );
}

/** "(Private: …)", "[Between us, …]", "(For you only: …)": a bracket that opens with what it is. */
const labelled =
  /^\s*[([]\s*(?:(?:strictly|just|only|but|this is)[\s,]+)*(?:private(?:ly)?|personal|confidential(?:ly)?|in confidence|internal|off the record|secret|entre nous|unter uns|between (?:us|ourselves|you and me)|for you(?:r eyes| alone)?(?: only)?|not for (?:him|her|them|the letter|the mail|either))(?: (?:note|remark|aside))?\s*[:,;—–-]/u;

/** The lines that follow are to be signed with: no signature of this mail. */
const tellsSignature = /^\W*(?:[\w']+ ){0,4}signature(?: (?:is|is now|to|should be|should read|shall be|as))?\W*$/i;

/** One that stands in the line goes into a line of its own. */
const beforePostscript = /(?<=[.!?…)"”]) +(?=(?:p\. ?){1,3}s\.? ?[:.—–-]? *\p{L}|p{1,3}s(?:[:—–]| -) *\p{L})/giu;

const postscriptMark = /^\s*(?:p\.? ?){1,3}s\b\.? ?[:.—–-]? */i;

function withoutPostscript(line: string): string {
  const words = line.replace(postscriptMark, '');
  return words === line ? line : words.slice(0, 1).toUpperCase() + words.slice(1);
}

function withoutGreeting(lines: readonly string[]): { lines: readonly string[]; name: string; greeting: string } {
  const first = lines[0] ?? '';
  const match = greeting.exec(plain(first));
  if (!match) return { lines, name: vocative(first), greeting: '' };
  let rest = first.slice(match[0].length);
  const toWhom = /^[^,!:;.—–\n]{0,60}(?=[,!:;.—–]|\s-\s|$)/.exec(rest)?.[0] ?? '';
  const words = tokensOf(toWhom).filter((token) => token.kind === 'word');
  // "Dear Mark Osei,": so greeted a word is a name, though it is another word too.
  const isDear = /\bdear(?:est)? $/i.test(match[0]) && /^[\p{Lu} .'’-]/u.test(toWhom) && rest[toWhom.length] === ',';
  const isName = (word: { norm: string; capital: boolean }): boolean =>
    nobodyInParticular.has(word.norm) || titles.has(word.norm) || (word.capital && (isDear || !common.has(word.norm)));
  let name = '';
  // "Hi there um can you…", dictated: the greeting ends where no name follows.
  const greeted = /[,!]\s*$/.test(match[0]) && !/^(?:dear|respected)/i.test(first);
  if (
    words.length <= 6 &&
    (words.every(isName) || /^\s*(?:$|to the team)/.test(toWhom)) &&
    !(greeted && words.length > 0 && !common.has(words[0]?.norm ?? ''))
  ) {
    rest = rest.slice(toWhom.length).replace(/^[\s,!:;.—–-]+/, '');
    name = words
      .filter((word) => !nobodyInParticular.has(word.norm))
      .map((word) => word.text)
      .join(' ');
  } else if (greeted && vocative(rest) !== '') {
    name = vocative(rest);
  } else {
    rest = rest.replace(/^\s*(?:there|all|again|everyone|team)\b[\s,!.—–-]*/i, '');
  }
  return { lines: [rest, ...lines.slice(1)], name, greeting: first.slice(0, first.length - rest.length).trim() };
}

/** "Ruth, between us …", "Maya, Tariq,", "Tariq: yes." → the names. */
export function vocative(line: string): string {
  const match =
    /^\s*(\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:\p{Lu}[\p{L}\p{M}'’.-]*|and|&|van|von|de|der)){0,4})\s?[,:—–](?=\s|$)/u.exec(
      line,
    );
  const words = (match?.[1] ?? '').split(' ');
  const first = folded(words[0] ?? '');
  return match && !capitalisedCommon.has(first) && !common.has(first) && !closingKeys.has(first) ? words.join(' ') : '';
}

function withoutSignOff(lines: readonly string[], writer: string, last: boolean, follows: boolean): readonly string[] {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const closing = isClosing(line);
    const own = isOwnName(line, writer) && (i > 0 || follows);
    const unknownWriter = writer === '' && last && follows && lines.length === 1 && looksLikeName(line);
    if (
      !closing &&
      !own &&
      !unknownWriter &&
      !/^\s*(?:sent|envoyé|gesendet|von meinem|enviado|inviato)\b.{0,30}(?:from|de|von|da|desde|mobile|iphone|ipad)/i.test(
        line,
      )
    )
      continue;
    const below = lines.slice(i + 1);
    if (
      below.every(
        (each) =>
          each.length < 64 &&
          !/[.?!]$/.test(each.replace(/\b\p{L}{1,4}\.$/u, '')) &&
          !/\b(?:intro|introduce|connect|please|add|p\.?s)\b/i.test(each),
      )
    ) {
      return lines.slice(0, i);
    }
  }
  return lines;
}

/** "Kind regards,", "Thanks, Ruth", "Bless you,", "Hugs, Ruth xx", "Mit freundlichen Grüßen". */
export function isClosing(line: string): boolean {
  if (itemMark.test(line) || line.length > 70 || /\?/.test(line)) return false;
  const words = tokensOf(line).filter((token) => token.kind === 'word');
  if (words.length === 0 || words.length > 9) return false;
  if (!words.some((word) => closingKeys.has(word.norm))) return false;
  const stranger = words.findIndex((word) => !closingWords.has(word.norm));
  if (stranger < 0) return true;
  const name = words.slice(stranger);
  const comma =
    /[,.!—–-]\s*$/.test(line.slice(0, name[0]?.start).trimEnd()) ||
    /^\s*(?:love|ta|cheers|thanks|best|hugs|yours)\s+\S+$/i.test(line);
  return (
    stranger > 0 &&
    comma &&
    name.length <= 4 &&
    name.every((word) => word.capital || closingWords.has(word.norm)) &&
    !/[;:]/.test(line)
  );
}

/** "Ruth", "R.", "RA", "- Ruth xx", "Mrs. Ruth Adeyinka". */
export function isOwnName(line: string, writer: string): boolean {
  if (writer === '' || line.length > 60) return false;
  const names = folded(writer)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !titles.has(word));
  const initials = names.map((name) => name[0]).join('');
  const words = folded(line.replace(/[^\p{L}\s'-]+/gu, ' '))
    .split(/[\s-]+/)
    .filter((word) => word !== '' && !titles.has(word) && !/^x+$/.test(word));
  if (words.length === 0 || words.length > names.length) return false;
  return words.every(
    (word) => names.includes(word) || word === initials || (word.length === 1 && initials.includes(word)),
  );
}

function looksLikeName(line: string): boolean {
  const words = tokensOf(line).filter((token) => token.kind !== 'mark');
  return (
    words.length > 0 &&
    words.length <= 3 &&
    !/[?!:@\d]/.test(line) &&
    words.every((word) => word.capital && !common.has(word.norm) && !capitalisedCommon.has(word.norm))
  );
}

const confidentialWords =
  /\b(?:between (?:you and me|us|ourselves|the two of us|you, me)|just between|off the record|in (?:strict )?confidence|confidential(?:ly)?|entre nous|unter uns|for your (?:eyes|ears|information) only|for (?:your )?background only|(?:do not|don't|please not|never|not to|not be|need not|without) (?:be )?(?:pass(?:ed|ing)?|forward(?:ed|ing)?|share[d]?|sharing|quote[d]?|repeat(?:ed)?|mention(?:ed|ing)?|show(?:n)?|sent)(?: (?:this|that|it|them|any of (?:this|that)|the last|the above|on|to anyone|to anybody|further|along)\b| (?:bit|part)|[.!]|$)|(?:do not|don't) (?:tell|let) (?:him|her|them|anyone|anybody|\w+ (?:this|that|know|about))|keep (?:this|that|it|these|those|the|his|her|their)\b[^.;!?]{0,40}?\b(?:to yourself|between (?:us|ourselves|you)|quiet|private|secret|under (?:wraps|your hat)|out of (?:it|this|the (?:letter|mail|note)))|(?:rather|prefer(?:red)?|better|best|please) (?:(?:that |if )?(?:you|we|they|he|she|\p{L}+)(?:'d)? )?(?:did not|didn't|do not|don't|not|never)(?: to)? (?:mention|say|tell|know|bring|raise|touch|go into|repeat|share|speak of|talk about|include|hear|read|learn|find out)|(?:no mention|not a word|without a word|no word) (?:of|about)|mum's the word|(?:he|she|they|\p{L}+) (?:must|should|need|may|shall)(?: not|n't| never) (?:know|hear|learn|find out|see|read|be told)\b|without (?:saying|mentioning|telling)\b|(?:don't|do not) (?:let on|bring (?:it|this|that|up)|breathe a word|go into|refer to)|not to be (?:mentioned|told|repeated|disclosed|known)|leave (?:this|that|it|his|her|their|the)\b[^.;!?]{0,40} out of (?:it|this|the (?:letter|mail|note))|leave out (?:that|the (?:bit|part|thing|fact|story)|her|his|their)\b|leave (?:this|that|it|them) out\b|skip the (?:bit|part|thing|story) (?:about|where|on|with)\b|for your info\b|(?:internal|private|personal|own) note\b|^private(?:ly)? ?[—-] |(?:don't|do not|no need to|needn't|need not|(?:don't|do not) have to|not necessary to|avoid) (?:put|write|say|saying|mention|mentioning|include|including|state|raise|add) (?!(?:to|hello|hi|yes|no|anything else)\b)|(?:(?:doesn't|does not|don't|do not) (?:need|have) to|needn't|need not) (?:know|hear|learn|find out)\b(?= (?:about|of|that|how|why|this|it|he|she|they|his|her|their)\b)|(?:nobody's|no one's|none of (?:his|her|their|anybody's|anyone's)) (?:business|concern)\b|(?:prefer|rather|hate it|die|mortified|awkward|better|unhappy|furious)\b[^.;!?]{0,20} if (?:nobody|no one|he|she|they) (?:(?:did not|didn't|never) (?:know|hear|learn)|knew|heard|learned)\b|not for (?:the (?:letter|mail|note|record|eyes)|him|her|them|either|passing|circulation|publication|forwarding|\p{L}+['’]s (?:eyes|ears)|\p{L}+[,:.—]|\p{L}+$)|only (?:so|for) (?:that )?you(?:r| know)|(?:just )?so (?:that )?you know[,:—]|for you (?:only|alone)|this is not for|private(?:ly)? (?:between|to you)|nobody else (?:should|must|need))/u;

/** "Not for the letter.", behind what is meant. */
const labels =
  /^[\s(]*(?:(?:but|and|please|strictly|all|this is)[\s,]+)*(?:not for (?:the |his |her |their )?\p{L}+|confidential|in confidence|private|between (?:us|ourselves|you and me)|off the record|for you (?:only|alone))[\s.!)]*$/u;

/** "Best not to say that his firm is for sale": the sentence itself holds what is not to be told. */
const tellsWhat =
  /\b(?:mention(?:ed|ing)?|say(?:ing)?|know|word|told|tell(?:ing)?|leave|bring up|raise|hear|learn|read|find out)\b[^.;!?]{0,16}\b(?:that (?:he|she|they|his|her|their|the|i|we|my|our|there)|(?:about|of) (?:his|her|their|the|my|our)|(?:his|her|their) (?!this\b|that\b|it\b|about\b|of\b|yet\b|until\b|please\b|any|a word\b|how\b)\p{L}+|how|why) \p{L}+/u;

/** The words say themselves that something is not for the other side. Takes `plain` text. */
export function confidential(text: string): boolean {
  return confidentialWords.test(text);
}

/**
 * Sentences that must not leave: the one that says so, what follows it in its paragraph, and, where it only points
 * back ("please don't pass that on"), what stands before it too.
 */
export function hushed(sentences: readonly Sentence[]): ReadonlySet<number> {
  const result = new Set<number>();
  sentences.forEach((each, index) => {
    if (!confidential(each.plain)) return;
    const isTold = tellsWhat.test(each.plain);
    const pointsBack =
      !isTold &&
      /\b(?:this|that|it|the above|any of (?:this|that)|the (?:first|second|third|last|former|latter|other))\b/.test(
        each.plain,
      ) &&
      !/[:—]|\S.*;/.test(each.plain) &&
      each.tokens.length < 13;
    const isLabel = each.tokens.length < 8 && labels.test(each.plain);
    const ownParagraph = sentences.every((other) => other === each || other.paragraph !== each.paragraph);
    sentences.forEach((other, place) => {
      const below =
        other === each ||
        (!isTold && other.paragraph === each.paragraph && place >= index && (!each.item || other.unit === each.unit));
      const above =
        (pointsBack || isLabel) && place < index && other.paragraph === each.paragraph - (ownParagraph ? 1 : 0);
      if (below || above) result.add(place);
    });
  });
  return result;
}
