// Second thoughts and provisos about a request, in words that `corrections.ts` and `mood.ts` do not read: "not before she is back", "I'll do it
// myself", "just kidding", "run it past me". Whatever holds a letter back is followed or asked about, never taken for a reason.
// All of it takes plain text (`normalise.ts`).

/** `off`: it is not wanted after all. `hold`: not yet, or not as it stands: the mentor is asked. `draft`: the mentor wants to see it. */
export type Reservation = 'off' | 'hold' | 'draft';

const fillers =
  "(?:(?:but|and|or|so|oh|ah|ach|hm+|mm+|um+|uh|er|well|ha|haha|no|nah|nope|yes|ok|okay|please|pls|kindly|just|only|then|though|actually|in fact|perhaps|maybe|still|wait|hold on|hang on|sorry|on second thoughts?|on reflection|come to think of it|better|rather|i think|i'd say|of course|for now|if you would)[\\s,.!…—–-]+)*";
const start = `^[\\s"'(*,;:.…—–-]*${fillers}`;
const it = '(?:it|this|that|them|those|both|the (?:whole thing|introduction|intro|letter|mail|thing)|things)';
const mine = '(?:ok|okay|approval|consent|say-so|go-ahead|green light|blessing|word|permission|sign-off|nod|signal)';
const i =
  "(?:i(?:'ll| will| shall| can| could|'d rather| would rather| had better|'d better)|let me|i'm going to|i am going to)";

const off = new RegExp(
  `${start}(?:(?:let's|let us) not\\b(?! (?:forget|hurry|rush|be))|(?:rather|better|perhaps|maybe) not\\b|skip ${it}|leave ${it}(?= *(?:$|[.,;!]|for now|be\\b|for another))|forget (?:about )?${it}|drop ${it}|scrap ${it}|scratch ${it}|cancel ${it}|(?:don't|do not) bother\\b|not after all\\b|(?:don't|do not)[.! ]*$|${i} (?:do|make|handle|see to|take care of|arrange|manage|sort(?: out)?|deal with|attend to)(?: ${it})? (?:myself|in person|on my own)|${i} (?:ring|call|phone|write to|mail|e-?mail|ask|tell|speak to|talk to|see|introduce|connect) (?:him|her|them|the two|both)\\b[^.;]{0,30}\\b(?:myself|in person|instead)\\b)`,
  'u',
);

const kidding =
  "(?:just |only )?(?:kidding|joking)\\b|(?:just |only )?(?:a )?joke\\b|i(?:'m| am| was) (?:just |only )?(?:kidding|joking)|over my dead body|as if[.!]*$|in your dreams|fat chance|not really[.!]*$|not[.!]*$|april fool";
const notYet =
  'not (?:now|yet|before|until|till|unless|today|tonight|tomorrow|just yet|right now|right away|straight ?away|immediately|at once|so soon|so fast|this (?:week|month|year|side|time)|in (?:a|the|any) (?:hurry|rush)(?!))\\b(?! to \\p{L})';
const waiting =
  '(?:wait|hold (?:on|off|fire|back|it|that|this)|hang fire|stand by|sit (?:tight|on)|park (?:it|this|that)|postpone|delay (?:it|this|that)|put (?:it|this|that) off|shelve|stay your hand|give (?:it|him|her|them) (?:a few|some|a couple|another|\\d+) (?:days|weeks|months|time))\\b(?! (?:for it|till you|until you)\\b)';
const later = `(?:only )?(?:after|once|when|as soon as|until|till) (?:i|i'm|i've|i'd|we|we're|we've|you hear|you have heard)\\b(?! (?:may|might|could)\\b)`;
const signal = `(?:i(?:'ll| will| shall) (?:tell|let) you (?:know )?(?:when|once|if)|(?:wait for|await|on) my ${mine}|until i (?:say|tell|give|let)|only (?:if|when|once|after|with|should)\\b|provided\\b|subject to\\b|unless\\b|depending on\\b|always provided|assuming\\b)`;

const behindRequest = new RegExp(
  `${start}(?:${kidding}|${notYet}|${waiting}|${signal}|failing (?:that|him|her|them|which)|otherwise\\b|and/or\\b|or else\\b|(?:don't|do not) (?:send|do|write|act|make|start|begin)\\b|(?:let's|let us) not\\b|(?:when|once|if) (?:it|that|this|he|she|they|everything|all)(?:'s|'re| is| are| has| have| comes?| works?)\\b(?! (?:possible|convenient|ok|okay|all right|alright|fine|not too))|${later})[^.;!?]*`,
  'u',
);

const doing = `(?:(?:do|send|make|write|post|mail|get) ${it}(?: out| off| done)?|go ahead)`;
const hold = new RegExp(
  `${start}(?:${kidding}|${notYet}|${waiting}|${signal}|(?:don't|do not),? (?:though|please|however|yet|just yet)?,? ?(?:before|until|till|yet|without|unless|just yet)\\b|(?:don't|do not) (?:do|send|make|write|post|mail|begin|start) ${it}? ?(?:before|until|till|yet|without|unless|just yet)\\b|${doing} (?:only |but )?(?:after|when|once|if|unless|until|later|only|before)\\b(?! you (?:can|have|get|like|please)\\b))`,
  'u',
);
const laterAlone = new RegExp(`${start}${later}[^,;]{0,60}[.!]*$`, 'u');

const shown = new RegExp(
  `(?:\\b(?:run|check|clear|pass|show|put|read)(?: (?:it|this|that|them|the \\p{L}+|your \\p{L}+|what you \\p{L}+))? (?:past|by|with|to|through|before) me\\b|\\b(?:ask|show|consult|check with|come back to|get back to|refer to) me (?:again |once more |about it )?(?:first\\b|before\\b|beforehand\\b|prior\\b)|\\b(?:without|until|till|pending|subject to|not before) (?:you (?:have|get) )?my ${mine}\\b|\\b(?:i|we)(?:'d| would| should| want| wish| need| must| have|'ll| will)?(?: (?:really|very much|rather|like|love|prefer|to|want|need|please|first|wish|have)){0,4} (?:approve|proofread|vet|check|review|sign off|see|read) (?:it|this|that|them|the (?:wording|text|words|letter|draft|mail|note|final \\p{L}+)|your (?:wording|text|words|letter|draft)|what you)\\b(?=\\s*(?:$|[.,;!?]|(?:first|before|beforehand|please|myself|with my|in full|once|again|write|wrote|send)\\b))|\\b(?:let|may|can|could) (?:me|i|us|we) (?:please |first |just )*(?:(?:look|read|see|check|have a look|go|glance|proofread|approve|review)(?: at| through)? ?(?:it|this|that|them|the (?:wording|text|letter|draft|mail|note))|have a look)\\b(?: over| through)?)`,
  'u',
);

/** Behind a request, in its sentence: offsets into `tail` of the words that hold it; null where none do. */
export function reservationBehind(tail: string): { readonly start: number; readonly end: number } | null {
  const match = behindRequest.exec(tail);
  if (!match) return null;
  const from = /^[\s"'(*,;:.…—–-]*/.exec(match[0])?.[0].length ?? 0;
  return { start: from, end: match[0].length };
}

/** What a sentence of its own holds back, of what was asked before it. */
export function reservationIn(plain: string): Reservation | null {
  if (plain.length > longest) return null;
  if (shown.test(plain)) return 'draft';
  if (off.test(plain)) return 'off';
  return hold.test(plain) || laterAlone.test(plain) ? 'hold' : null;
}

/** "Hold the second one", "the latter next week": which of several is held; null where none is. */
export function heldOne(plain: string): 'first' | 'second' | 'third' | 'last' | null {
  const match = plain.length > longest ? null : oneOfThem.exec(plain);
  if (!match || !holdsOne.test(plain)) return null;
  const word = match[1] ?? '';
  if (word === 'former' || word === 'first') return 'first';
  return word === 'second' || word === 'third' ? word : 'last';
}

const oneOfThem =
  /\bthe (first|second|third|last|latter|former|other)(?: one| introduction| of (?:them|these|the two))?(?=$|[\s.,;!?)])/;
const holdsOne =
  /\b(?:hold|holds|wait|waits|not|later|next|until|till|after|cancel|skip|drop|forget|draft|ask|tomorrow|only|if|on \p{L}+day|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b/u;

/** "… now and to Dmitri next week": somebody else in another way, which is asked about. */
export const goesOnTo = (tail: string): boolean =>
  /^[\s]*(?:now|today|first|at once|right away)?[\s,;]*(?:and|then|but|,)[\s,]+(?:(?:also|then|on|in|next|later|tomorrow|after|this)[\p{L}\d\s]{0,20},? )?to \p{Lu}\p{Ll}/u.test(
    tail,
  ) || /^\s*(?:now|today)?\s*,\s*to \p{Lu}\p{Ll}/u.test(tail);

/** A story is no proviso. */
const longest = 160;

/** The words behind a request that want it shown first. */
export const wantsToSee = (tail: string): boolean => shown.test(tail);
