// Denials, in the languages of MAIL-RULES A9: what turns a yes into none. "Absolutely not", "Sure, only not him", "Claro que no".

/** A word of denial that stands by itself. */
const denying =
  /(?<![\p{L}'])(?:not|no|nope|never|cannot|\p{L}+n't|nicht|nein|nie|niemals|kein\p{L}*|pas|non|jamais|nunca|jamás|não|nem|niet|nee|geen|nooit|inte|nej|aldrig|ingen|ikke|nei|aldri|ei|nie|ne|нет|не|никогда)(?![\p{L}'])|ない|ません|無理|いいえ|아니|않|못|안 |不|没|沒/u;

/** What only sounds like one: it agrees, or says nothing against. */
const agreeing =
  /\bwhy not\b|\b(?:no|not an?|not any|never an?) (?:problems?|objections?|worries|trouble|issues?|need to ask|hurry|rush|doubt)\b|\bnot at all\b|\b(?:do not|don't|would not|wouldn't) (?:mind|hesitate|miss)\b|\b(?:can't|cannot) wait\b|\bnothing against\b|\b(?:have|has|had|'ve|did|do|does)(?: not|n't) (?:yet |really |even )?(?:met|meet|know|known|spoken|talked|heard|seen|written)\b|\bhave never (?:met|spoken|talked|heard)\b|\bno strings attached\b|\bkein thema\b|\bwarum nicht\b|\bpourquoi pas\b|\bpor qué no\b|\bperché no\b|\bporque não\b|\bwaarom niet\b|\bvarför inte\b|\bhvorfor ikke\b|\bmiksi ei\b|\bdlaczego nie\b|\bproč ne\b|\bkein(?:e|erlei)? (?:problem|probleme|einwände|einwand|frage)\b|\bpas de (?:problème|souci|soucis)\b|\baucun (?:problème|souci)\b|\bno hay (?:ningún )?(?:problema|inconveniente)\b|\bnão (?:há|tem) problema\b|\bnon c'è problema\b|\bgeen (?:probleem|bezwaar)\b|\b(?:inga|inget) problem\b|\b(?:ikke noe|intet) problem\b|\bei (?:mitään )?ongelmaa\b|\bnie ma (?:żadnego )?(?:problemu|sprawy)\b|\bnení problém\b|(?:нет проблем|не против|почему нет|почему бы и нет)|問題(?:ない|ありません)|構いません|문제 ?없|안 될|没问题|沒問題|不客气|不客氣|不错|不錯|不介意/gu;

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
