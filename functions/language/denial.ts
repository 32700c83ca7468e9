// Denials, in the languages of MAIL-RULES A9, and what holds a yes back: "Absolutely not", "Sure, only not him", "Claro que no",
// "Yes, let me think".

import { anyOf } from './wording.ts';

/** A word of denial that stands by itself. */
const denying =
  /(?<![\p{L}'])(?:not|no|nope|never|cannot|\p{L}+n't|nicht|nein|nie|niemals|kein\p{L}*|pas|non|jamais|nunca|jamás|não|nem|niet|nee|geen|nooit|inte|nej|aldrig|ingen|ikke|nei|aldri|ei|nie|ne|нет|не|никогда)(?![\p{L}'])|ない|ません|無理|いいえ|아니|않|못|안 |不|没|沒/u;

/** What is said with a denial and denies nothing. */
const agreements = anyOf(
  // English: why not, no problem.
  /\bwhy not\b/,
  /\b(?:no|not an?|not any|never an?) (?:problems?|objections?|worries|trouble|issues?|need to ask|hurry|rush|doubt)\b/,
  // English: would not mind, cannot wait.
  /\bnot at all\b|\b(?:do not|don't|would not|wouldn't) (?:mind|hesitate|miss)\b/,
  /\b(?:can't|cannot) wait\b|\bnothing against\b/,
  // English: who has not met somebody yet does not say no.
  /\b(?:have|has|had|'ve|did|do|does)(?: not|n't) (?:yet |really |even )?(?:met|meet|know|known|spoken|talked|heard|seen|written)\b/,
  /\bhave never (?:met|spoken|talked|heard)\b/,
  // English: no strings attached.
  /\bno strings attached\b/,
  // Why not, in the other languages.
  /\bkein thema\b|\bwarum nicht\b|\bpourquoi pas\b|\bpor qué no\b|\bperché no\b|\bporque não\b/,
  /\bwaarom niet\b|\bvarför inte\b|\bhvorfor ikke\b|\bmiksi ei\b|\bdlaczego nie\b|\bproč ne\b/,
  // No problem, in the other languages: German, French.
  /\bkein(?:e|erlei)? (?:problem|probleme|einwände|einwand|frage)\b|\bpas de (?:problème|souci|soucis)\b/,
  /\baucun (?:problème|souci)\b/,
  // Spanish, Portuguese, Italian, Dutch.
  /\bno hay (?:ningún )?(?:problema|inconveniente)\b|\bnão (?:há|tem) problema\b|\bnon c'è problema\b/,
  /\bgeen (?:probleem|bezwaar)\b/,
  // Swedish, Norwegian and Danish, Finnish.
  /\b(?:inga|inget) problem\b|\b(?:ikke noe|intet) problem\b|\bei (?:mitään )?ongelmaa\b/,
  // Polish, Czech, Russian.
  /\bnie ma (?:żadnego )?(?:problemu|sprawy)\b|\bnení problém\b/,
  /(?:нет проблем|не против|почему нет|почему бы и нет)/,
  // Japanese, Korean, Chinese.
  /問題(?:ない|ありません)|構いません|문제 ?없|안 될|没问题|沒問題|不客气|不客氣|不错|不錯|不介意/,
);

/** What only sounds like one: it agrees, or says nothing against. */
const agreeing = new RegExp(agreements, 'gu');

/** Something in it is denied. `plain`: as `plain` of normalise.ts makes it. */
export const denies = (plain: string): boolean => denying.test(plain.replace(agreeing, ' '));

const behindThanks =
  '(?:[\\s,.!]*(?:sorry|thanks|thank you|danke|merci|gracias|grazie|obrigad[oa]|dank|tack|takk|tak))*';

/** "Of course not.": the denial is all that follows the words that would agree (`agreed`, a pattern). */
export const deniesOutright = (plain: string, agreed: string): boolean =>
  new RegExp(
    `(?:${agreed})\\s*(?:(?:que|che|że|dass)\\s+|,\\s*że\\s+)?(?:not|no|nicht|nein|pas|non|não|niet|nee|inte|nej|ikke|nei|ei|nie|ne|,?\\s*нет|не|不(?:行|要|能|可以)?)${behindThanks}[\\s.!]*$`,
    'u',
  ).test(plain);

/** What puts a yes off or takes it back. */
const reservations = anyOf(
  // English: to be thought over, asked about, decided.
  /(?:will|'ll|let me|must|need to|have to|want to|shall) (?:think|consider|check|see|ask|look)/,
  /think (?:about|it over)|to decide|(?:come|get|be) back to you|let you know|check with/,
  // English: some other time.
  /in theory|some day|one day|another (?:time|life|year|day)|next year|as soon as/,
  // English: nothing is to be said, more is to be told.
  /(?:do|say|tell (?:him|her|them)) nothing|stop (?:asking|writing|it)|tell me more/,
  /more (?:details|information)/,
  // English: whatever, though.
  /whatever|though|tho/,
  // English: rather not; content, busy, acquainted already.
  /to decline|rather not|i(?:'m| am) (?:happy|glad|content) with/,
  /i(?:'m| am) (?:so |very |really |quite |far too )?(?:busy|retired|away|full|out of|on leave)/,
  /i (?:already )?know (?:him|her|them)/,
  // German.
  /später|irgendwann|ein andermal|nächstes jahr|überlegen/,
  // French.
  /plus tard|une autre fois|l'an prochain|réfléchir/,
  // Spanish.
  /más tarde|otra vez|el año que viene|pensarlo/,
  // Italian.
  /più tardi|un'altra volta|l'anno prossimo|pensarci/,
  // Portuguese.
  /mais tarde|no próximo ano/,
  // Later, with the Dutch and the Nordic ones.
  /later|senere|senare|nästa år|neste år|næste år|myöhemmin/,
  // Polish, Czech.
  /później|později/,
);

/** In the sentence that agrees, or in another: it is put off, wondered at, or taken back. */
const reserving = new RegExp(
  String.raw`\b${reservations}\b|позже|потом|подума|以后|以後|考虑|考慮|検討|考え|나중|생각해`,
  'u',
);
const acknowledging =
  /^(?:thanks|thank you|yes|ok|okay|sure|right|fine)[\s,.!]+(?:yes[\s,]+)?i (?:got|received|saw|have seen|have read|read|have got|noticed)\b/u;
const refusing = /^(?:no|nope|nah|nein|non|nee|nej|nei|não|nie|ne|нет)[\s.!]*$|^not my\b/u;
/** What is wanted, said outright. */
const outright =
  /\b(?:(?:please |do )(?:introduce|connect)|introduce (?:us|me|him|her|them)|(?:put|bring) (?:us|me) (?:in touch|together)|go ahead|make the introduction|send (?:him|her|them) (?:over|along|my way|to me))\b/u;

/** A yes that is held back in one of the sentences of the answer, and not asked for outright in any. */
export const reserves = (sentences: readonly string[]): boolean =>
  sentences.some((plain) => reserving.test(plain) || acknowledging.test(plain) || refusing.test(plain)) &&
  !sentences.some((plain) => outright.test(plain) && !denies(plain));
