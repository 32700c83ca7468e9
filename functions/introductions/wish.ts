// What a protégé may ask of the service, in plain words: to meet somebody. The requests that language reads are a mentor's; where none of
// them is a wish, the words themselves are looked at. Nothing is sent to anybody for a wish that is misread: the mentor sees the mail.

import type { Mention, Request, Understanding } from '../language/requests.ts';
import { fold, parseName } from '../people/names.ts';
import { nameRun } from './named.ts';

const mostWishes = 5;

/** Whom the writer would like to meet, each once, in the order of the mail; nobody who is the mentor. */
export function wishesOf(
  { requests }: Understanding,
  written: { readonly subject: string; readonly text: string },
  mentorName: string,
): readonly Mention[] {
  const asked = requests.flatMap(wishOf).filter((mention) => !isPartOf(mention, mentorName));
  const wished = asked.length > 0 ? asked : wishesIn(`${written.subject}\n${written.text}`);
  const others = wished
    .filter((mention) => !isPartOf(mention, mentorName))
    .map((mention) => (mention.nameless === true ? described(mention, written.text) : mention));
  return [...new Map(others.map((mention) => [fold(mention.words), mention])).values()].slice(0, mostWishes);
}

/** "Someone" as the mail goes on about them: "someone who knows optics". */
function described(mention: Mention, text: string): Mention {
  const from = text.toLowerCase().indexOf(mention.words.toLowerCase());
  const [words = mention.words] = from < 0 ? [] : text.slice(from, from + 100).split(/[.!?;,\n]/u, 1);
  return { ...mention, words: words.trim() };
}

/** `please introduce me to Y`: one of the two is the writer. To introduce two others is no wish. */
function wishOf(request: Request): readonly Mention[] {
  switch (request.kind) {
    case 'introduce':
      return oneBesideSelf(request.to, request.cc);
    case 'ask-first':
      return oneBesideSelf(request.party, request.other);
    case 'ask-to-introduce':
      return request.wanted.self === true ? [] : [request.wanted];
    default:
      return [];
  }
}

const oneBesideSelf = (one: Mention, other: Mention): readonly Mention[] => {
  if (one.self === other.self) return [];
  return [one.self === true ? other : one];
};

const meeting =
  /(?<![\p{L}])(?:meet(?:ing)?|(?:be )?introduced to|an? (?:intro|introduction) to|(?:introduce|intro|connect|put) me (?:to|with|in (?:touch|contact) with)|(?:be )?(?:put )?in (?:touch|contact) with|(?:talk|speak|chat) (?:to|with)|get to know|rencontrer|faire la connaissance de|parler (?:à|avec)|présentée? à|conocer a|hablar con|presentar(?:me)? a|conoscere|parlare con|incontrare|conhecer(?: [oa])?|falar com|apresentad[oa] a|träffa|prata med|møte|møde|snakke med|tavata|poznać|spotkać|setkat se s|poznat|познакомиться с|встретиться с|поговорить с)\s+(?:with |einmal |mal )?/giu;
/** Where the verb stands behind the name: "könnte ich … kennenlernen", "mag ik … ontmoeten". */
const meetingBehind =
  /(?:\b(?:ich|ik|mich|mir|me)(?: (?:gerne?|graag|einmal|mal|vielleicht|eens|bitte))* )(\p{Lu}[^?.!,\n]{2,50}?) (?:kennen ?lernen|treffen|sprechen|vorstellen|ontmoeten|leren kennen|spreken)/gu;
const wishing =
  /\b(?:could|can|may|might|would|please|love|like|hope|hoping|wish|want|chance|possible|wonder|wondering|possibility|introduce me|connect me|put me|könnt(?:e|est|en|et)|kann|darf|dürfte|würde|möchte|gerne?|pourrais|puis-je|aimerais|voudrais|podría|puedo|gustaría|quisiera|potrei|posso|vorrei|poderia|gostaria|mag ik|kan ik|zou|graag|kan jag|skulle|kunne|kan jeg|voisinko|mógłbym|mogłabym|czy mogę|mohl|mohla|můžu)\b|мож(?:но|ешь|ете)|мог(?:ла)? бы|хотел(?:а)? бы/iu;
const notWished =
  /\b(?:do not|don't|not want|no longer|already met|have met|met with|thank you for|thanks for|was introduced|were introduced)\b/iu;

const name = new RegExp(
  String.raw`^(?:(?:[Pp]rof(?:essor)?|[Dd]r|[Mm]rs?|[Mm]s|[Mm]x|[Ss]ir|[Ff]rau|[Hh]err|[Mm]me|[Mm]adame|[Ss]eñora?)\.?\s+)*(${nameRun})`,
  'u',
);
const lowerCaseName =
  /^((?!(?:you|him|her|them|people|someone|somebody|anyone|more|some|a|an|the|me|us|up)\b)\p{Ll}[\p{L}'’-]+(?:\s+(?!(?:about|because|to|who|at|from|for|in|on|and|or|if|please|some|one|this|next|when|again)\b)\p{Ll}[\p{L}'’-]+){1,3})/u;

function wishesIn(text: string): readonly Mention[] {
  return text
    .split(/(?<=[?!])\s+|(?<=\p{Ll}{2}\.)\s+(?=\p{Lu})|\n+/u)
    .filter((sentence) => wishing.test(sentence) && !notWished.test(sentence))
    .flatMap((sentence) =>
      [
        ...[...sentence.matchAll(meeting)].map((match) => sentence.slice(match.index + match[0].length)),
        ...[...sentence.matchAll(meetingBehind)].map((match) => match[1] ?? ''),
      ].flatMap(mentionAt),
    );
}

function mentionAt(rest: string): readonly Mention[] {
  const found = name.exec(rest) ?? lowerCaseName.exec(rest);
  const [words, inner] = [found?.[0]?.replace(/[.,]$/u, ''), found?.[1]?.replace(/[.,]$/u, '')];
  if (words === undefined || inner === undefined) return [];
  const address = /^[\s,(<]*([^\s<>(),]+@[^\s<>(),]+\.[\p{L}]+)/u.exec(rest.slice(words.length))?.[1];
  const mention: Mention = { words, readings: [{ name: inner, end: words.length }] };
  return [address === undefined ? mention : { ...mention, address: address.toLowerCase() }];
}

/** "Ruth, could you …": every word of the mention is the mentor's name. */
function isPartOf({ words }: Mention, mentorName: string): boolean {
  const names = new Set(parseName(mentorName).parts.flat());
  const parts = parseName(words).parts;
  return parts.length > 0 && parts.every((spellings) => spellings.some((spelling) => names.has(spelling)));
}
