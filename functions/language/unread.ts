// What looks like a request and is not understood, with the nearest request; and what asks for nothing at all.

import { isClosing, isOwnName } from './cut.ts';
import type { Discourse } from './discourse.ts';
import { namesIn } from './names-in.ts';
import type { Occurrence } from './occurrences.ts';
import type { Pair } from './pair.ts';
import type { Request } from './requests.ts';
import type { Sentence } from './sentences.ts';
import { isForService } from './small-talk.ts';

/** Beside requests that are: only sentences that plainly ask for an introduction. */
export function unread(discourse: Discourse, missed: readonly number[], pairs: readonly Pair[]): Request[] {
  const near = new Set(pairs.map(({ at }) => discourse.sentences[at]?.paragraph));
  return missed
    .filter(
      (at) =>
        (discourse.sentences[at]?.paragraph ?? -1) >= 0 &&
        !(pairs.length > 0 && near.has(discourse.sentences[at]?.paragraph)) &&
        /\p{Lu}\p{L}+/u.test(discourse.sentences[at]?.text.slice(1) ?? ''),
    )
    .map((at) => ({
      kind: 'unknown',
      sentence: discourse.sentences[at]?.text ?? '',
      nearest: nearestTo(discourse.sentences[at]),
    }));
}

export function unknownIn(
  discourse: Discourse,
  missed: readonly number[],
  pairs: readonly Pair[],
  occurrences: readonly Occurrence[],
  isReply: boolean,
): Request[] {
  const { sentences } = discourse;
  const [unclear] = pairs.filter(({ mood }) => mood === 'unclear' || mood === 'pending');
  const refused = [
    ...pairs,
    ...occurrences.filter(({ form }) => form.kind === 'introduce' || form.kind === 'introduced-already'),
  ].some(({ mood }) => mood === 'denied' || mood === 'wondered' || mood === 'past');
  const at =
    missed.find((each) => (sentences[each]?.paragraph ?? -1) >= 0) ?? unclear?.at ?? (refused ? undefined : missed[0]);
  if (at !== undefined && !(isReply && (sentences[at]?.paragraph ?? 0) < 0))
    return [{ kind: 'unknown', sentence: sentences[at]?.text ?? '', nearest: nearestTo(sentences[at]) }];
  if (refused) return [];
  const asking =
    sentences.find((each) => each.paragraph >= 0 && each.secret !== 'yes' && asksSomething(each)) ??
    sentences.find((each) => occurrences.some((one) => sentences[one.at] === each && each.paragraph >= 0));
  return asking ? [{ kind: 'unknown', sentence: asking.text, nearest: nearestTo(asking) }] : [];
}

function asksSomething(own: Sentence): boolean {
  if (/^(?:please |kindly )?(?:do not|don't|never)\b/.test(own.plain)) return false;
  if (/^(?:how are you|how goes|how is|what a|isn't|is it not|do you know what)\b/.test(own.plain)) return false;
  return (
    /^(?:[\s"'(]*)(?:(?:so|and|now|then|also|ok|hi|hello|hey)[\s,]+)*(?:please|pls|kindly|could you|can you|would you|will you|may i|can i|could i|might you|do you|i(?:'d| would) like|i want|i need|who|whom|which|what|when|where|how|why)\b/.test(
      own.plain,
    ) ||
    (/[?？]\s*$/.test(own.text) && own.tokens.length > 3)
  );
}

export function asks(sentences: readonly Sentence[]): boolean {
  return sentences.some((each) => each.secret !== 'yes' && asksSomething(each));
}

/** The request whose telling words the sentence has; else the one for so many people as it names. */
function nearestTo(own: Sentence | undefined): string {
  if (own === undefined) return 'help';
  const [named, ...others] = namesIn(own);
  const words = own.plain.slice(0, 500);
  const told = telling.find(([pattern]) => pattern.test(words));
  if (told) return told[1];
  if (others.length > 0) return 'introduce X to Y';
  return vague.find(([pattern]) => pattern.test(words))?.[1] ?? (named ? 'show X' : 'help');
}

type Example = readonly [RegExp, string];

const telling: readonly Example[] = [
  [/\b(?:add|import|new (?:contact|person)|(?:my|the) book|attached)\b/, 'add NAME <address>, background …'],
  [/\b(?:ask|check|sound|find out|permission)\b.*\b(?:meet|introduc|know|talk)/, 'ask Y about meeting X'],
  [
    /\b(?:introduc|intro\b|connect(?:ing|ed|ion)?\b|in touch|link up|meet\b|acquaint|put .* (?:onto|together))/,
    'introduce X to Y',
  ],
  [/\bremind/, 'remind me next month to introduce X to Y'],
  [/\b(?:recommend|newsletter|podcast|blog|essays?|read)\b/, 'recommend AUTHOR to X'],
  [/\b(?:suggest|who should|whom should|ideas?)\b/, 'who should X meet?'],
  [/\b(?:nudge|chase|reminder)\b/, 'nudge 3'],
  [/\b(?:cancel|stop|call off|withdraw)\b/, 'cancel X and Y'],
];

const vague: readonly Example[] = [
  [/\b(?:who knows|who|find|somebody|someone)\b/, 'who knows robotics?'],
  [/\b(?:limit|too many|busy)\b/, 'limit 8 open'],
  [/\b(?:pause|holiday|away|vacation)\b/, 'pause until May 3'],
  [/\b(?:note|works|moved|job|tag|address)\b/, 'X now works at …'],
  [/\b(?:forget|delete|remove)\b/, 'forget X'],
  [/\b(?:status|open|pending|stand)\b/, 'status'],
  [/\b(?:show|tell me)\b/, 'show X'],
];

export function isSmallTalk(own: Sentence, writer: string): boolean {
  return (
    own.secret === 'yes' ||
    isForService(own) ||
    isClosing(own.text) ||
    isOwnName(own.text, writer) ||
    /^(?:lovely|great|perfect|wonderful|excellent|brilliant|splendid|fantastic|super|good|nice|marvellous|noted|understood|received|got it|fine|ok|okay|all (?:good|well)|will do|understood|welcome|you're welcome|ha|haha|well|hello|hi|hey|good (?:morning|evening|day)|happy|merry|have a|enjoy|cheers|see you|until|nothing)\b[^?]*$/.test(
      own.plain,
    )
  );
}
