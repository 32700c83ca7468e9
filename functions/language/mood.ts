// Whether words that name a request also ask for it: told by what stands before them in their sentence.
// The default is no: what is denied, past, wondered about or reported begins nothing (PRODUCT.md section 3, "What is read").

import { anyOf } from './wording.ts';

/**
 * `asked`: do it. `pending`: promised or wished by somebody, counts once the mail says "please do". `denied`, `past` and
 * `wondered` begin nothing. `unclear`: looks like a request, nothing says that it is one.
 */
export type Mood = 'asked' | 'pending' | 'denied' | 'past' | 'wondered' | 'unclear';

/** Requests in the dress of a denial, a doubt or an if. */
const askedWithDenials = anyOf(
  // Why not; I do not suppose you could.
  /\b(?:i )?(?:don't|do not) suppose (?:that )?you (?:could|would|might|can)\b/,
  /\bwhy (?:don't|not|do not)(?: (?:you|we))?\b/,
  // If it is not too much trouble.
  /\bif (?:it|that|this)(?:'s| is| isn't| is not|'s not| wouldn't be| would not be| were)? (?:not |isn't )?(?:too much |a |any |at all |no |be )?(?:trouble|bother|problem|imposition|possible|ok|okay|convenient|inconvenient|all right|alright)[^,]*,?/,
  /\bif (?:it )?(?:at all )?possible\b/,
  // Would you mind.
  /\b(?:would|wouldn't|do|will) you mind(?: (?:awfully|terribly|very much|kindly))?\b/,
  /\bif you (?:don't|do not|wouldn't|would not) mind\b|\bi (?:wouldn't|would not) mind if you\b/,
  // Do not hesitate to.
  /\b(?:don't|do not|never|please don't) (?:hesitate|forget|fail|delay) to\b/,
  // Not a bad idea; it would not hurt.
  /\b(?:no|not a|not be a|not such a) bad (?:thing|idea|plan)(?: if| to)?\b/,
  /\b(?:wouldn't|would not|can't|cannot|couldn't|won't|will not) (?:hurt|harm)(?: if| to)?\b/,
  // Could you not; is it not time.
  /\b(?:couldn't|can't|won't|wouldn't|could not|can not) you\b/,
  /\b(?:isn't|is not|wasn't) it (?:high |about )?time\b/,
  // Not only, no reason not to, cannot wait.
  /\bnot only\b|\bno reason (?:why )?not to\b/,
  /\bi (?:can't|cannot|can not) (?:believe|think why|wait)\b(?: (?:to|for you to))?/,
  // Do you think you could, I wonder whether you might.
  /\b(?:don't|do not) you think you could\b/,
  /\b(?:i )?(?:was |am |have been |had been )?wonder(?:ed|ing)? (?:if|whether) (?:you|it|there) (?:could|would|might|can|may|were|be|was)\b/,
  /\bdo you think (?:that )?(?:you could|you might|you can|it might be possible)\b/,
  // Would it be possible.
  /\bwould it be (?:at all )?possible(?: for you)?(?: to)?\b|\b(?:is|was) it possible(?: for you)? to\b/,
  // Hoping that you can, glad if you did.
  /\b(?:i am |i'm )?hoping (?:that )?you (?:can|could|might|will|would)\b/,
  /\bi hope (?:that )?you (?:can|could|will|won't mind|don't mind|wouldn't mind)\b/,
  /\bi(?:'d| would| should) (?:really |so |very much )?(?:like|love|be (?:so |very |most |really |ever )*(?:grateful|glad|happy|obliged|delighted|thankful))\b/,
  // Not before time, if not already, I hope I am not.
  /\bnot before time\b|\bif not already\b|\bi hope (?:i am|i'm|this is|it is|it's) not\b/,
  /\bnot wishing to\b/,
  // Without delay, no hurry.
  /\bwithout (?:delay|further ado)\b|\bno (?:great )?(?:rush|hurry)\b/,
  // May I trouble you.
  /\bi wonder(?:ed)? (?:if|whether) i (?:could|might|may|can) (?:just |please |possibly )*(?:ask|trouble|bother|beg|request|impose on|get|persuade) (?:you(?: to)?|an?)\b/,
  /\b(?:can|could|may|might|if) i (?:just |please |could |may |might )*(?:ask|trouble|bother|beg|request|impose on|get|have|persuade) (?:you(?: to)?|an?)\b/,
  // If you have not yet, when you have a moment.
  /\bif you (?:have not|haven't|hadn't)[^,.;]{0,40},/,
  /\b(?:if|when|whenever|once|should) you (?:have|get|find|can spare) (?:a|an|some|the|five|two|time)\b[^,.;]{0,30},?/,
  // Sorry that I.
  /\bsorry (?:i|that i) [^,.;]{0,60}[,.;]/,
);

/** Negative or doubtful in form, a request in meaning. Taken out before anything else is judged. */
const politeForms = new RegExp(askedWithDenials, 'g');

/** What denies the request behind it. */
const denials = anyOf(
  // Do not, never.
  /do not|don't|dont|do n't|never|no longer|not to/,
  // Cannot, should not, and their kind.
  /cannot|can't|won't|will not|shouldn't|should not|mustn't|must not|needn't|need not|wouldn't|would not/,
  /haven't|hasn't|didn't|did not|doesn't|does not|isn't|aren't|not/,
  // No need, rather not.
  /no need (?:to|for)|no reason to|rather not/,
  // Instead, without.
  /instead of|rather than|without/,
  // Staying away from it, stopping.
  /refrain from|avoid|against|hold off|hold back|wait with|stop|refuse to/,
  // Nobody.
  /nobody|no one|neither/,
  // Forbidden.
  /forbid|forbids|forbade|forbidden|prohibit|ban/,
  // Warned of, hated, gone about slowly.
  /warn(?:ed)?|hate|dread|loath|reluctant|hesitant|hesitate|unwilling/,
  // By no means.
  /(?:under|in) no (?:circumstances|case)|by no means|on no account|no way|far from/,
  // Too early; not able.
  /too (?:early|soon|late) (?:to|for)|unable/,
  // Forget it, cancelled.
  /ignore|forget (?:about )?|cancel\w*|regret\w*/,
  // A mistake.
  /a bad idea|a mistake|unwise/,
);

const denial = new RegExp(String.raw`\b${denials}\b`);

const past =
  /\b(?:(?:you|we|i) (?:were|was) (?:supposed|meant|going|asked|about)|(?:i|we) (?:thought|assumed|believed|understood|hoped)|thank(?:s| you)(?: (?:so|very) much)?(?: again)? for|grateful (?:that you|for)|did (?:you|i|we|he|she|they)|have (?:you|i|we|they)|has (?:he|she)|had (?:i|you|we|he|she|they)|(?:since|after|when|now that|because|as|before) (?:i|you|we|he|she|they)|already|last (?:week|month|year|time)|yesterday|was (?:going|about|meaning) to|remember(?:ed)?|why did|when did|who (?:was|did)|used to)\b[^.;]*$/;

/** Whoever says so weighs it, and does not ask for it. */
const doubts = anyOf(
  // Should I.
  /should (?:i|we)|shall (?:i|we)|ought (?:i|we)|do i|can i|could i|would i|might i|am i|are we/,
  /if i (?:were|was|should)|were i to/,
  // Wondering and thinking it over.
  /wonder(?:ed|ing|s)?|whether/,
  /(?:am |was |been |be |i'm )(?:thinking|toying|considering|pondering|debating|tempted|inclined)/,
  /thinking (?:of|about)|think(?:ing)? (?:i|we|that i) (?:should|might|may|could|will|ought)/,
  /consider(?:ing)?/,
  // What the writer may do alone.
  /i (?:might|may|could|will|shall|plan|intend|hope|mean|expect|aim)|i'll|we'll/,
  /we (?:might|may|could|will|shall)|(?:i am|i'm|we are) going/,
  // Maybe; is it wise.
  /maybe (?:i|we)|perhaps (?:i|we)/,
  /would (?:it|that) (?:be (?:wise|sensible|a|too|ok|okay|better|good|worth|clever|smart|of)|make|help|not)/,
  /is it (?:wise|a|too|ok|okay|worth|better|sensible)|does it make/,
  // What would you think.
  /what if|what about|how about|what (?:do|would) you (?:think|say)|do you think/,
  // Not sure, some day, in theory.
  /not (?:so )?sure|in two minds|unsure|undecided|one day|some ?day|eventually|in theory/,
  // Only imagined.
  /suppose|supposing|imagine|if only|dream(?:ed|ing|t)?/,
  // How one does it, for example.
  /how (?:do|can|should|would|could) (?:i|one|we|you)|if (?:someone|somebody|anyone|one)|pretend/,
  /for example|for instance|such as|e\.g/,
  // To be thought about.
  /let me (?:think|know)|tempting/,
);

const doubt = new RegExp(String.raw`\b${doubts}\b`);

const reported =
  /\b(?:promised?|told \p{L}+|(?:has |have |had )?(?:asked|begged|urged|wants|wanted|told|invited|pressed|pestered|keeps asking|is asking) (?:me|us|you|whether|if|that|for|to)|asked (?:me )?|(?:he|she|they|(?!(?:it|that|this|there|we|you|one|please|which|what|and|so)\b)\p{L}{2,}) (?:would|'d|wants|want|hopes|hoped|wishes|asked|asks|begs|begged|is keen|are keen|is hoping|is eager|is dying)(?: (?:like|love|very much|really|so))* (?:me|us|you|to)?\b|said (?:that )?(?:he|she|they|i)|says (?:that )?(?:he|she|they)|keep (?:meaning|promising|forgetting)|kept (?:meaning|promising)|meant to|(?:have|had) been meaning|owe|suggested|suggests|reminded me)\b/u;

/** What asks the reader for something. */
const asks = anyOf(
  // Please.
  /please|pls|plz|kindly/,
  // Could you, you could.
  /(?:could|can|would|will|might|may) (?:you|u|we|one|someone|somebody)/,
  /you (?:could|can|would|might|may|will|should|to)|if you were to|were you to/,
  // We want; let us.
  /(?:i|we) (?:want|need|wish|request|ask|beg)|(?:i|we)'d|let's|let us|let me/,
  // May I.
  /may i|allow me|permit me/,
  // Asked for, and with thanks.
  /request (?:you|to)|requesting|asking|appreciate|grateful|obliged|favou?r/,
  // Be so kind; is it possible.
  /be so (?:kind|good)|kind enough|good enough|possible/,
  // It is time, it is worth it.
  /time (?:that )?(?:to|you|we)|(?:high|about) time|worth/,
  // It would be good; one would be glad.
  /be (?:good|nice|great|lovely|wonderful|useful|helpful|marvellous|splendid|fantastic|brilliant|ideal|kind|fun|sensible|worthwhile)/,
  /(?:good|nice|great|lovely|wonderful|excellent) (?:idea |thing |if )|glad if|happy if|delighted if/,
  /love (?:it if|to|for you)|like (?:it if|to|you|for)/,
  // Wanting and having to.
  /wanted to|want(?:ing)? (?:you )?to|need(?:ing)? (?:you )?to|have to/,
  // Go ahead, arrange it.
  /go ahead|over to you|needful|time for|make sure|see to it|arrange|do|help me/,
  // What counts and orders requests.
  /quick(?: one)?|todays?|now|next|two|three|also|and|then|so|first|second(?:ly)?|finally|lastly/,
  // What a request is called.
  /task|job|request|ask/,
);

const asking = new RegExp(String.raw`(?:^|\b)${asks}\b`);

/** "Ask Liz to introduce …", "I want Liz to introduce …": it is Liz who is to do it, not the reader. */
const somebodyElse =
  /\b(?:ask|tell|get|invite|urge|persuade|beg|remind|want|like|need|love|prefer|expect|allow|help)(?:s|ed|ing)? (?!(?:you|me|us|it|this|that|to|for|if|it if)\b)\p{L}[^,;:.]{1,40} to$/u;

/** Words that may stand before a command without changing it: "please", "and second", "hi there um". */
const bare =
  /^(?:(?:please|pls|plz|kindly|and|also|then|now|next|first|firstly|second|secondly|third|thirdly|fourth|finally|lastly|last|so|ok|okay|right|well|um|uh|er|hi|hello|there|hey|dear|stepback|team|just|do|once|more|again|one|two|three|four|things?|another|further|quick|quickly|today|morning|good|afternoon|evening|request|task|to|the|an?|for|me|all|sir|madam|thanks|thank|you|yes|oh|ah|sure|great|only|simply|today|instead|rather|as|usual|begin|with|start|hereby|in|addition|on|side|hand|other|moreover|separately|likewise|similarly|plus|but|new|my|our|here|is|it|that|this|it's|next|up|some|number|no|nr|\d{1,3}|would|could|can|will|might|love|lovely|favour|favor|tomorrow|draft|drafts|drafting|quickest|little|small|tiny|big|must|follows|after|lunch|too|and\/or|or)\b[\s,.;:!()—-]*)*$/;

/** "No wait, | introduce …" */
const exclaimed =
  /^(?:(?:no|oh|ah|sorry|wait|oops|whoops|actually|correction|rather|better|hang on|hold on|on second thoughts?|on reflection|(?:scrap|scratch|strike|ignore) that|i mean|i meant)[\s,:;.!—-]+){1,4}/;

/** Ends what was begun: "introduce Maya to no wait | introduce …". */
export const begunAnew =
  /^(?:.*[^\p{L}])?(?:no,? wait|wait,? no|no,? no|no,? sorry|sorry,? no|oops,? no|scratch that|strike that|scrap that|correction|rather|i mean|make that)[\s,:;.!—-]*$/u;

/** "How would you introduce …", "When did I introduce …": asked about, and not for. */
const questions =
  /^(?:(?:and|so|but|tell me|remind me|say)[\s,]+)*(?:how|why|when|where|what|who|which|whom)\s+(?:exactly |else |on earth |ever )?(?:would|should|could|will|did|do|does|can|might|is|are|was|were|have|has|had|shall)\b/;

/** "He said, and I quote: introduce …" */
const quoting =
  /\b(?:he|she|they) (?:said|wrote|says|writes|replied|asked)[\s,:]*["']?$|\b(?:and )?i quote[\s,:]*["']?$/;

/** Behind a request: it was somebody else's. */
export const isQuoted = (tail: string): boolean =>
  /^[\s,.!"'—–-]*(?:(?:was|is) what )?(?:he|she|they|\p{L}+) (?:said|wrote|says|writes|begged|replied|told me)\b/u.test(
    tail,
  );

/** "Should Maya ask you to introduce …": what somebody may come to ask. */
const supposing =
  /^(?:(?:and|so|but)[\s,]+)*(?:should|if|when|whenever|in case|even if) (?!you\b|i\b|we\b)(?:\p{L}+ ){1,4}?(?:asks?|begs?|wants?|pesters?|tells?|comes?|keeps?|writes?) (?:you|me|us)\b/u;

/** `lead`: the plain words between the beginning of the clause and the words that name the request. */
export function moodOf(lead: string): Mood {
  const words = lead.replace(politeForms, ' please ').replace(/\s+/g, ' ').replace(begunAnew, '').trim();
  if (/\bthank(?:s|ed|ing)?(?: (?:so|very) much| again| a lot|(?: \p{L}+){1,3}?)* for\b/u.test(words)) return 'past';
  if (questions.test(words) || supposing.test(words)) return 'wondered';
  if (quoting.test(words)) return 'unclear';
  if (bare.test(words.replace(exclaimed, ''))) return 'asked';
  const clause = lastClause(words);
  if (denial.test(clause)) return 'denied';
  if (past.test(clause) && !/\b(?:please|could you|can you|would you)\b/.test(clause.slice(clause.search(past))))
    return 'past';
  const behind = /\b(?:please|kindly|(?:could|can|would|will) (?:you|we))\b([^.;]{0,60})$/.exec(clause)?.[1];
  const direct = behind !== undefined && !doubt.test(behind) && !reported.test(behind);
  if (!direct && doubt.test(clause)) return 'wondered';
  if (!direct && reported.test(clause)) return 'pending';
  if (somebodyElse.test(clause)) return 'unclear';
  if (
    /\b(?:wrote|writes|said|says|asks|asked|told \p{L}+|quote|quoting|shouted|replied|answered|begs|begged)[\s,]*:\s*"?$/u.test(
      words,
    )
  )
    return 'unclear';
  // "Could you make an introduction: …": what stands before the colon has been judged by what stands behind it, nothing.
  return asking.test(clause) || (clause !== words && bare.test(clause.trim())) ? 'asked' : 'unclear';
}

/** From the last joint on that begins a new statement: what was denied before "but please" is denied no more. */
function lastClause(words: string): string {
  const joints = [
    ...words.matchAll(
      /(?:[;:.!?—]|, (?=but|so|and|please|could|can|would|then|just|instead)|\b(?:but|so|and) (?=please|could you|can you|would you|kindly))/g,
    ),
  ];
  const last = joints.at(-1);
  const clause = last ? words.slice(last.index + last[0].length) : words;
  // "…, and introduce": nothing of its own in front of the verb inherits what was said before.
  return last &&
    bare.test(clause.trim()) &&
    !/please|could|can you|would|kindly/.test(clause) &&
    !/[.;:!?—]/.test(last[0])
    ? words
    : clause;
}

/** "The introduction of X to Y went well": a noun that tells of one that was made. */
export function tellsOfOne(lead: string, tail: string): boolean {
  return (
    /^\s*(?:went|was|were|has|had|is|bounced|worked|did|failed|came|turned|succeeded|ended)\b/.test(tail) ||
    (/\b(?:the|that|this|your|his|her|their)$/.test(lead.trim()) &&
      !/\b(?:please|do|make|need|could|can|would|arrange|set|send|draft|effect|like|want)\b/.test(lead))
  );
}

/** "Would introducing X to Y be wise?", "Introduce X to Y: a good idea?": asks about it, and not for it. `verb` names the request. */
export function weighs(verb: string, lead: string, tail: string): boolean {
  const subject =
    /ing$/.test(verb) &&
    verb !== 'bring' &&
    !/\b(?:mind|by|please|for|appreciate|consider|suggest|about|kindly)\b[\s,]*$/.test(lead);
  const asked = /^(?:would|could|might|is|was|will|does|do|can|are|should)\b[^,;]{0,12}$/.test(lead.trim());
  const judged = /^[\s,]*(?:would|might|could|may|is|was|will|seems|makes|sounds|feels|strikes)\b/.test(tail);
  const welcome =
    /\bbe (?:so |really |very )?(?:good|nice|great|lovely|wonderful|useful|helpful|splendid|appreciated|fantastic|brilliant|ideal|kind)\b[^?]*$/;
  if (subject && (asked || (judged && !welcome.test(tail)))) return true;
  return /(?:^|[,;:.—–-])\s*(?:(?:is (?:that|it|this) |would (?:that|it|this) be |that is |or )?(?:a )?(?:good|bad|sensible|wise|silly|mad|crazy|stupid|daft|terrible|clever) (?:idea|plan|move|thing)|(?:is|would) (?:that|it|this)(?: be)? (?:wise|sensible|silly|mad|clever|worth it|too (?:early|soon|much))|wise|sensible|too (?:early|soon)|worth (?:it|a try)|yes or no|(?:what|how) do you (?:think|feel)[^?]*|do you think(?: so)?|any (?:thoughts|views|objections)|thoughts|or (?:is|was|were|are|would|should|do|does|had|shall|rather not)\b[^?]*|should i|shall i|am i mad)\s*[?？]/.test(
    tail,
  );
}

/** Behind a request: not now, but nobody knows when. */
export function someTime(tail: string): boolean {
  return /^[\s,]*(?:some ?time(?: soon)?|some day|one day|one of these days|eventually|in due course|sooner or later|at some point|in the (?:distant )?future|when the time (?:comes|is ripe))\b/.test(
    tail,
  );
}

/** Written after a request, in its sentence: takes it back for now. */
export function takenBack(tail: string): boolean {
  if (begunAnew.test(tail)) return true;
  return /^[\s,]*(?:myself|in person|on my own)\b|\b(?:(?:but |though )?(?:not yet(?! to\b)|not now|not today|don't do (?:it|this|that)|do not do|on second thoughts?,? (?:don't|no|not)|or (?:perhaps|maybe) not|or not\b)|no,? (?:don't|scrap|forget))/.test(
    tail,
  );
}

export interface Condition {
  readonly words: string;
}

/** Polite ifs are none: "if you could", "when you have a moment", "should you have a minute". "Once I am back" is one. */
const politeCondition = new RegExp(
  `^(?:if|when|whenever|once|as soon as|should|provided|where) (?:${[
    "(?:and when )?(?:you|u) (?:can|could|would|will|may|might|please|like|wish|want|prefer|don't mind|do not mind|wouldn't mind|would not mind|are able|'re able|are free|get|find|feel|manage|agree|be so|would be so|happen to|see (?:fit|your way)|have (?:a|an|one|some|time|any|room|no objection|nothing|not (?:already|yet|done)|the (?:time|chance|leisure))|haven't (?:already|yet|done))",
    "it (?:is |'s |isn't |is not |'s not |were |wouldn't be |would not be )?(?:at all |not |all )*(?:too much|no|any|a )? ?(?:trouble|bother|problem|imposition|possible|convenient|ok|okay|all right|alright|suits|helps|pleases|fits|works for you)",
    "(?:that|this)(?: is|'s) (?:not too much|ok|okay|all right|alright|possible|fine|convenient|a problem|any trouble)",
    '(?:i|we) (?:may|might|could|can|dare|were to)\\b',
    '(?:at all|possible|not|convenient|need be|anything|in doubt|ever|so)\\b',
    "time (?:permits|allows)|there(?:'s| is) (?:a moment|time)",
  ].join('|')})`,
);

const conditionStart =
  /(?:^|[,;(—–-]\s*|\bbut (?:only )?|\bonly )(?=((?:only )?(?:if|once|unless|provided(?: that)?|providing|as long as|so long as|assuming(?: that)?|on condition(?: that)?|in case|subject to|when|whenever|as soon as|after|before|until|till|should)\b))/g;

/** A condition in the words before or behind a request; null where there is none. Takes plain text. */
export function conditionIn(text: string, where: 'before' | 'behind'): string | null {
  for (const match of text.matchAll(conditionStart)) {
    const words = text.slice(match.index + match[0].length);
    if (politeCondition.test(words)) continue;
    const word = match[1] ?? '';
    // "after", "when" and "before" tell a time in a reason: only where they stand right before or behind the request.
    if (/^(?:when|whenever|after|before|until|till|in case)$/.test(word) && where === 'behind' && match.index > 2)
      continue;
    if (
      word === 'should' &&
      !/^should (?!you (?:have|find|get|feel|wish|like|want|be)\b)(?:\p{L}+ ){1,2}(?:not |ever |still |happen to )*(?:be|have|agree|want|wish|like|say|find|accept|hear|come|see|get|turn|prove|need|decide|change|fail|show|write|call|reply|answer)\b/u.test(
        words,
      )
    )
      continue;
    if (/^(?:before|until|till)$/.test(word) && where === 'before') continue;
    if (word === 'when' && questions.test(words)) continue;
    if (
      /^after (?:that|this|all|the (?:weekend|holidays)|lunch)/.test(words) ||
      /^once (?:again|more|upon)/.test(words)
    )
      continue;
    const clause = (/^[^,;.—!?)]{4,}/.exec(words)?.[0] ?? '').replace(
      / (?:(?:then )?(?:please|kindly|could you|can you|would you|will you|i would|i'd|i should|i want|we would|we'd)\b.*)$/,
      '',
    );
    if (clause.split(' ').length < (/^(?:after|once|until|till)$/.test(word) ? 2 : 3)) continue;
    return clause.trim();
  }
  return null;
}

/** A command: nothing but polite words before it, or what asks the reader to do it. For requests that are no introductions. */
export function isCommand(lead: string): boolean {
  const words = lastClause(lead.replace(politeForms, ' please ').replace(/\s+/g, ' ').trim()).trim();
  if (bare.test(words)) return true;
  if (denial.test(words)) return false;
  return /(?:\b(?:please|kindly|pls|(?:could|can|would|will|might) (?:you|u|we)|(?:i|we) (?:want|need|wish|would like|beg|ask|request) (?:you )?(?:now )?(?:always )?to|(?:ask|asking|trouble|request|requesting|beg|wanted|want|like|love) (?:you )?to|possible to|let's|let us|time to|kind (?:as|enough) to|good (?:as|enough) to|favour(?: and|:)|needful and|remember(?: please)? to|note that|note|know that|recorded? that|put down that|write down that|tell you that))(?: (?:also|please|kindly|now|just|then|always|first|quickly|to|at once|once more|again))*[\s,:"'(]*$/u.test(
    words,
  );
}
