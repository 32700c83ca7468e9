// "… but ask her first", "with Tariq's permission", "run it by Ines first": wishes that somebody is asked before an introduction
// goes out, in front of a request, behind it, or in a sentence of their own. Takes plain text (`normalise.ts`).

export interface ConsentWish {
  /** Whose yes is wanted: a name or a pronoun, as it stands; `both` for each of the two. */
  readonly who: string;
  /** The mentor asks, not the service: then nothing goes out before the mentor has said so. */
  readonly byMentor: boolean;
  /** Offsets into the text, with the words that join it to what stands before. */
  readonly start: number;
  readonly end: number;
}

const name = String.raw`(?!(?:you|me|us|it|this|that|there|anyone|somebody|someone|the|a|i|we)\b)[\p{L}][\p{L}-]*(?: (?:[\p{L}-]+)){0,2}?`;
const who = `(?<who>both(?: of them| sides| parties)?|each(?: of them)?|either side|them|him|her|${name})`;
const whose = String.raw`(?<who>(?:his|her|their|both their|[\p{L}][\p{L} -]{1,40}'s?|everybody's|everyone's))`;
const ask = `(?:ask|asking|having asked|check(?:ing)? (?:it |this |that )?with|sound(?:ing)? out|run(?:ning)? (?:it|this|that|the idea) (?:by|past)|clear(?:ing)? (?:it|this|that) with|confirm(?:ing)? with|consult(?:ing)?|(?:have |having )?a (?:quick |quiet )?word with|speak(?:ing)? (?:to|with)|hear(?:ing)? from)`;
const yes = `(?:permission|consent|agreement|blessing|approval|ok|okay|leave|go-ahead|nod|assent|say-so)`;
const agrees = `(?:agree[sd]?|consents?|accepts?|approves?|says? (?:yes|ok|okay|so)|said yes|has no objections?|have no objections?|(?:doesn't|does not|don't|do not|wouldn't|would not) (?:mind|object)|wants? (?:it|that|this|to)|would like (?:it|that|to)|likes the idea|(?:is|are|'s|would be|feels?) (?:really |quite |also |both |all )?(?:happy|ok|okay|fine|willing|keen|interested|up for|open to|comfortable|game|agreeable|in favour|all right|alright|cool)|(?:has|have) (?:agreed|consented|said yes|accepted|approved|been asked|given)|gives? (?:the|his|her|their|me|you))`;
const party = String.raw`(?<who>both|he|she|they|each of them|both of them|(?!(?:you|it|this|that|there|i|we)\b)[\p{L}][\p{L}-]*(?: [\p{L}-]+)?)`;
const joint = String.raw`(?:^|[\s,;:.(—–-]{1,4})(?:(?:but|and|so|then|though|only|please|pls|kindly|do|just|could you|can you|would you|if you would|of course|also|first|make sure (?:you|to)|be sure to|remember to)[\s,]{1,3}){0,5}`;

const ways: readonly RegExp[] = [
  `${joint}${ask} ${who}(?: about (?:it|this|that))?,? (?:first|beforehand|in advance|up ?front|before\\b[^.;!?]*)`,
  `${joint}first ${ask} ${who}(?=[\\s,.;:!?)]|$)`,
  `${joint}(?:not )?(?:after|before|until|till|without) (?:you have |you've |you )?(?:asked|checked with|${ask}) ${who}(?=[\\s,.;:!?)]|$)(?: (?:whether|if|about|first)\\b[^.;!?]*)?`,
  `${joint}(?:not|nothing|never)\\b[^.;]{0,30} without (?:asking|checking with) ${who}(?=[\\s,.;:!?)]|$)`,
  `${joint}(?:(?:ask(?:ing)?|get(?:ting)?|obtain|seek|secure|wait for|with|given|subject to|pending|after|once you have|upon) (?:for )?)${whose} (?:\\p{L}+ )?${yes}(?: (?:of course|first|beforehand|naturally|before\\b[^.;!?]*))?`,
  `${joint}(?:if and only if|if|once|provided(?: that)?|providing|as long as|so long as|when|as soon as|unless|assuming|after|on condition that) ${party} ${agrees}[^,.;:!?—]{0,40}`,
  `${joint}(?:make sure|check|see|find out|provided|confirm) (?:that |whether |if )?${party} ${agrees}[^,.;:!?—]{0,40}`,
  `${joint}ask ${who},? (?:whether|if) (?:he|she|they|it|that|this)(?:'s|'d| is| are| would| might| wants?| agrees?| minds?| likes?)\\b[^.;!?]*`,
  `${joint}(?:let|have) ${party} (?:agree|say yes|decide|choose|say) first`,
  `${joint}(?<who>ask) first(?=[\\s,.;:!?)]|$)`,
  `${joint}(?<who>)(?:a )?double opt-?in(?: please)?`,
].map((way) => new RegExp(way, 'u'));

/** A wish stands near its request, or in a sentence of its own. */
const longest = 600;
/** Without one of these no way fits. */
const asksSomebody =
  /\b(?:ask|check|sound|run|clear|confirm|consult|word|speak|hear|let|have|if|once|provid|as|when|unless|assuming|after|on|make|see|find|get|obtain|seek|secure|wait|with|given|subject|pending|upon|opt)/;

const refused =
  /\b(?:no need|needn't|need not|not necessary|no reason|don't|do not|didn't|did not|won't|without|never|not)(?: (?:to|have to|bother to|you))*[\s,]*$/;
const mentorDoes =
  /(?:^|\b)(?:i|we)(?:'ll| will| shall| want| wish| must| should| need| have|'d like| would like| am going|'m going|'d better)(?: to| first)?[\s,]*$/;
const done = /\b(?:i|we|you|he|she|they)(?:'ve| have|'d| had| did)?[\s,]*$/;

/** The wish in a text, or null. Denied ("no need to ask her first") and done ("I did ask her first") is no wish. */
export function consentWishIn(whole: string): ConsentWish | null {
  const text = whole.slice(0, longest);
  if (!asksSomebody.test(text)) return null;
  for (const way of ways) {
    const match = way.exec(text);
    if (!match) continue;
    const joined = /^[\s,;:.(—–-]*/.exec(match[0])?.[0].length ?? 0;
    const before = text.slice(0, match.index + joined);
    if (refused.test(before) && !/without/.test(match[0])) continue;
    const byMentor = mentorDoes.test(before);
    if (!byMentor && done.test(before)) continue;
    return { who: match.groups?.who ?? '', byMentor, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** Nothing but the wish: how a sentence of its own says it, and no remark about the two. */
export function isOnlyWish(text: string, { start, end }: ConsentWish): boolean {
  const rest = text.slice(end).replace(/^[\s,.;:!?)]+/, '');
  const goesOn =
    /^(?:please|of course|naturally|though|thanks|thank you|ok|okay|and then|then|if (?:so|yes|he|she|they)|do|make|send|go ahead|introduce|before|would you|could you|will you)\b/;
  return (
    text.slice(0, start).trim().split(/\s+/).length < 7 && (rest === '' || (rest.length < 60 && goesOn.test(rest)))
  );
}
