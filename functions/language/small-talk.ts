// Words that stand in a mentor's mail and in no letter: what is said to the service, and what is said of the weather.
// What speaks of the two who are introduced is theirs, however it begins.

import { plain } from './normalise.ts';
import type { Sentence } from './sentences.ts';
import { anyOf } from './wording.ts';

/** What a sentence for the service begins with; the first words decide. Another such beginning goes to its kind. */
const forTheService = anyOf(
  // Thanks.
  /(?:many |much |a thousand |so |and |with |in |ok |okay |great |lovely )*(?:(?:thank|thanks|thx|cheers)\b(?! (?:to )?(?:her|him|them|people|everybody|everyone|up)\b)|merci\b|danke\b|gracias\b|grazie\b|much obliged|much appreciated|appreciated\b|bless you|in advance\b|thanking|ta\b)/,
  // No hurry, or some.
  /no (?:great |particular |big |real |huge )?(?:hurry|rush|need to (?:reply|answer|rush|hurry))/,
  /(?:there is|there's) no (?:great )?(?:hurry|rush)|take your time|whenever (?:you|it)|at your|asap/,
  // Excuses.
  /sorry (?:to|for|about|that i|i)|(?:my )?apologies|(?:please )?(?:excuse|forgive|pardon)/,
  // Wishes and greetings.
  /(?:i )?(?:do |really |very much )?(?:hope|trust) (?:(?:that )?(?:you|this|all|it|i am|i'm|everyone|the|your)\b)/,
  /hoping (?:you|this|all)|how (?:are|is|goes|do you do)|greetings/,
  /good (?:morning|day|evening|afternoon)|happy (?:new|monday|friday|easter|holidays|christmas)/,
  // Here it is again.
  /(?:it's|it is) me again|here i am again|me again|(?:the )?usual (?:thing|please)/,
  // Where to look.
  /fyi\b|for your information|see below/,
  /(?:his|her|their|the|my) (?:e-?mail|mail|message|letter|note)s? (?:is )?(?:below|attached|enclosed)/,
  // How the mail begins and ends: "as usual", "that is all", "two for today".
  /as (?:usual|ever|always)\b/,
  /(?:nothing|that is|that's|that will be|this is|that was) (?:more|all|it|everything|else)\b/,
  /one (?:more|letter|mail|e-?mail|introduction|last|for|quick|favour|thing|request)\b/,
  /two (?:for|things|steps|requests|favours|intros|introductions|quick|more)\b/,
  /three (?:for|things|requests|intros|introductions|quick|more)\b/,
  /(?:a|another|one) (?:quick |small |little |tiny |further )*(?:one|request|favour|favor|question|thing|introduction|intro)\b[^.]{0,30}[.!:]?$/,
  /here (?:goes|we go|they are|it is)|over to you|you know (?:what|the) (?:to do|drill)/,
  // What the writer does and waits for.
  /i (?:leave|shall leave|will leave|rest|remain|permit|allow) (?:it |this |that |myself |the rest |at |you )/,
  /i (?:come back|need your help|have (?:a|two|three|another) (?:request|favour|question|thing)|am (?:back|writing|sending)|write|am copying|have copied|look forward|would have need)/,
  /i'm (?:back|writing|sending|copying)|looking forward|request you|awaiting/,
  // To be told, to be copied.
  /kindly (?:revert|confirm|acknowledge|do)|yes please|let me know/,
  /keep me (?:posted|informed|in the loop)|tell me (?:when|if|whether|once)|drop me|copy me|cc me/,
  // How the letter is to be written.
  /(?:please )?(?:make|keep) (?:it|this) (?:nice|short|brief|warm|good|friendly|formal|light|simple|sweet)/,
  /be (?:brief|nice|gentle|short|quick|polite)\b|put in (?:something|a word|a line)/,
  /(?:the )?same (?:text|words|wording|letter|note) (?:as|like)/,
  // Where it is to go.
  /write to (?:him|her|them) (?:at|under|in) /,
  /(?:he|she|they) prefers? the (?:other|old|new|work|private|home) (?:address|e-?mail)/,
  // How the mail was written, what comes later.
  /sent in haste|typed (?:with|on|in)|more (?:tomorrow|later|soon|anon)[.!]*$/,
  /will (?:call|ring|write|phone|do|explain|send|let)\b/,
  /ignore (?:the |any |my )?(?:typos|spelling|mistakes)/,
  // To be confirmed.
  /confirm\b|do (?:let|tell|confirm)/,
  // Praise of the service.
  /well done|good (?:work|job)|great (?:work|job)/,
  /you (?:were|are|have been) (?:so |very |splendidly |wonderfully |a |an |the |too |really )*(?:quick|kind|fast|helpful|star|angel|gem|best|treasure|legend|wonder|good|great|efficient|marvel|prompt)/,
  /your (?:help|service|work|last|reply|answer)/,
  // What the writer would be glad of.
  /(?:i )?really appreciate|i appreciate/,
  /i(?:'d| would| should) (?:be |really )?(?:so |very |most )?(?:appreciate|grateful|obliged|glad if you|delighted if you|like to see it)/,
);

/** What is for the service and for nobody else. Takes plain text. */
export const forService = new RegExp(String.raw`^(?:[\s"'(*]*)${forTheService}`);

/** What is for the service wherever it stands in a sentence. */
const saidToService = anyOf(
  // Its book, its letterbox, its trouble.
  /in (?:your|my|the) book|to (?:your|my|the) book|in your inbox|bother(?:ing)? you|trouble you/,
  /troubling you|being a nuisance/,
  // To be done, and by when.
  /do (?:this|that|it) (?:today|now|tomorrow|for me|soon|first)/,
  /(?:by|before|until) (?:tonight|tomorrow|the end of (?:the )?(?:day|week)|end of (?:day|business)|close of business) (?:please|if)/,
  /set (?:it|that|this) up|make (?:it|that|this) happen/,
  // What is fine as well.
  /(?:is|are|would be) (?:also )?fine (?:too|as well|with me)|tomorrow is (?:fine|soon)|sooner would/,
  // How many letters, to whom, in whose peace.
  /one letter each|separate(?:ly)? (?:letters|mails|e-?mails|introductions)|needs? to be written to/,
  /leave you in peace/,
  // By when, and whether it was done.
  /before my (?:train|flight|meeting|plane|bus)|for today|the same is done/,
  // To be sent, and from where.
  /get (?:it|this|that|them) out/,
  /send (?:it|this|that|them) (?:out|off|today|now|soon|tomorrow|when|as soon)/,
  /(?:use|put) (?:her|his|their|my|the) (?:work|other|private|usual|new|home) (?:address|e-?mail|signature|subject)/,
  // To go ahead, as soon as it can.
  /go ahead|not in (?:your|the|my) book|as soon as (?:you can|possible)/,
  /when you (?:have|get) (?:a|the) (?:moment|minute|chance|time)/,
  // The end.
  /that is all|thats all|that's all/,
  // The service itself, and what it is to keep.
  /for background only|stepback|copy of (?:it|this|the)/,
  // What the writer will do.
  /(?:i|we)(?:'ll| will| shall) (?:do the rest|take it from|let you know|tell you|write (?:to you )?again|be in touch)/,
);

export const serviceInside = new RegExp(String.raw`\b${saidToService}\b`);

const askingService =
  /^(?:[\s"'(*]*)(?:(?:and|also|but|so|oh)[\s,]+)*(?:please|pls|kindly|could (?:you|we)|can (?:you|we)|would you|will you|might you|may i ask|can i ask|do (?:please|let)|is (?:that|this|it) (?:ok|okay|possible|all right|too)|shall i|should i|what do you think|do you (?:think|mind|know|agree)|are you|have you|did you)\b/;

export function isForService(sentence: Sentence): boolean {
  const words = sentence.plain.replace(/^p\.? ?s\.?[\s:,—-]*/, '');
  if (/\bplease[.!)]*$/.test(words) && sentence.tokens.length < 9) return true;
  return forService.test(words) || serviceInside.test(words) || askingService.test(words);
}

/** Somebody is meant whom other sentences name. Takes plain text. */
export const speaksOfSomebody = (words: string): boolean =>
  /\b(?:he|she|him|her|his|hers|(?<!as )they(?! say\b)|them|their|theirs|both|each other|one another|neither|either|the (?:two|three|pair|former|latter)|he's|she's|they're|he'd|she'd|he'll|she'll)\b/.test(
    words,
  );

const aside =
  /^(?:by the way|btw|incidentally|apropos|on another (?:note|matter|subject)|on a (?:lighter|different|personal) note|unrelated(?:ly)?|in other news|oh,? and|another thing|(?:have|wishing (?:you|all)|enjoy) (?:a |an |the |your )|(?:with )?(?:best |kind |warm )?(?:regards|greetings|love|wishes) to\b|(?:please )?(?:give|send) (?:him|her|them|everybody|everyone|\p{L}+) my (?:very )?(?:best|love|regards|greetings)|what a (?:day|week|month|year|summer|winter|autumn|spring|morning|night|storm|mess)|isn't it|don't you)\b/u;

const excuse =
  /\b(?:sorry|apologies|apologise|apologize|excuse (?:me|my|the)|pardon (?:me|my|the)|forgive (?:me|my|the))\b/;
const toReader = /\b(?:you|your|yours|you're|you'll|you've|you'd)\b/;
const ofWriter = /\b(?:i|i'm|i've|i'll|i'd|me|my|mine|myself|we|we're|we've|we'll|our|ours|us)\b/;
/** "I hear good things", "I can vouch for that": about somebody all the same. */
const judges =
  /\b(?:i|we)(?:'ve|'d|'ll)? (?:(?:have|do|really|always|only|just|still|can|could|would|will|should|keep|have always|must) )*(?:think|thought|believe|feel|find|found|suspect|hear|hearing|heard|know|vouch|promise|bet|guess|reckon|recommend|admire|like|love|trust|value|swear|am sure|am certain|am convinced|am told|gather|say|expect|see)\b|\bin my (?:view|opinion|experience|book)\b|\bif you ask me\b/;

/**
 * Said by the way: of the writer's own day, to the reader, in excuse. Only for sentences that speak neither of the two nor, by a
 * pronoun, of anybody.
 */
export function isSaidByTheWay(sentence: Sentence): boolean {
  const words = sentence.plain;
  if (aside.test(words) || excuse.test(words)) return true;
  if (toReader.test(words)) return true;
  return ofWriter.test(words) && !judges.test(words);
}

/** "My sister sends her regards": somebody else's greetings. */
export const isGreetingSent = (words: string): boolean =>
  /^(?:(?:and|oh|also|by the way)[\s,]+)*(?:(?:my|our) \p{L}+(?: and \p{L}+)?|everybody|everyone|we all|\p{L}+(?: and \p{L}+| \p{L}+)?) sends?\b[^.;]{0,30}\b(?:regards|greetings|love|best|wishes|hello|kisses)\b/u.test(
    words,
  );

/** "I wondered all night whether …", "Would it make sense …?": how the request came about. Takes plain text. */
export const isMusing = (words: string): boolean =>
  words.length < 400 && (wondering.test(words) || askingBack.test(words));

const wondering =
  /^(?:[\p{L}']+,? ){0,4}?(?:i|i've|i'd|we)\b[^.?!]{0,40}\b(?:wonder(?:ed|ing)?|ask(?:ed|ing)? myself|been thinking|was thinking|keep thinking|thought (?:of|about)|lay awake|been meaning)\b/u;
const askingBack =
  /^(?:so |and |but )?(?:would|should|could|shall|might|may|does|is) (?:it|there|that|this|we|i)\b[^?]*\?\W*$/;

/** How the introduction is to be made, in a sentence without a verb of its own: "Asking her first, of course." */
export const isManner = (words: string): boolean =>
  words.length < 120 &&
  /^(?:(?:but|and|only|of course|naturally|obviously)[\s,]+)*(?:after )?(?:asking|checking with|sounding out|telling|warning|copying|keeping) (?:him|her|them|me|us|both|\p{L}+)\b[^.]{0,30}[.!]?$/u.test(
    words,
  );

const passedOn =
  /^(?:(?:please|do|kindly|and|also|but|perhaps|maybe|then)[\s,]+)*(?:(?:you (?:can|may|might|could|should)|you are (?:welcome|free) to|feel free to|it(?: is|'s| would be) worth|worth|be sure to|make sure to|remember to|(?:do not|don't) forget to|no harm in|could you|can you|would you|i(?:'d| would) like you to|i want you to)[\s,]+)?(?:(?:please|also|perhaps|maybe|then|just) )*(?:(?:tell|telling|remind|reminding|assure|assuring) (?!me\b|us\b)\p{L}+|(?:let|letting) (?!me\b|us\b)\p{L}+ know|(?:say|saying|mention|mentioning|add|adding|stress|stressing|explain|explaining|point out|pointing out|emphasi[sz]e|include|write|put)(?: to (?!me\b|us\b)\p{L}+)?)(?: (?:from me|please|too|as well|also|something|anything|words|a (?:line|word|few words)|like|along the lines of|to the effect|such as|roughly|more or less|this))*(?:,? that |: |,? (?=["“]))["“']?(?=\S)/u;
const toldHim =
  /^(?:(?:please|do|kindly|and|also|but|then)[\s,]+)*tell (?:him|them|her) (?=(?:he|she|they|it|his|their|there|he's|she's|they're)\b)/;

/**
 * Where the words for the letter begin in what the service is told to say: behind "Tell him that", "Feel free to mention that".
 * 0 where nothing is to be passed on.
 */
export function passedOnFrom(text: string): number {
  // Only the beginning is looked at, so that a long dictation costs no more than a short one.
  const words = plain(text.slice(0, 160));
  return (passedOn.exec(words) ?? toldHim.exec(words))?.[0].length ?? 0;
}
