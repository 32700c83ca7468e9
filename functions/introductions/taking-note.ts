// "Ok, thanks" under a report takes note of it, and under a question it may. What sends something to an outsider waits for plainer words.

import type { Understanding } from '../language/requests.ts';
import type { Question } from './question.ts';

const noting = '(?:ok|okay|fine|good|great|alright|all right|very well|right|noted|understood|i see|got it)';
const thanking = '(?:many |much )?(?:thanks|thank you|thx|cheers)(?: (?:very much|so much|a lot|indeed))?';
const name = '(?:[\\s,]+\\p{L}{2,20})?';
const between = '[\\s,;.!–—-]*';
const notes = new RegExp(`^${noting}${name}[\\s.!]*$`, 'iu');
const notesWithThanks = new RegExp(
  `^(?:${noting}${between}${thanking}|${thanking}${between}${noting})(?:${name})[\\s.!]*$`,
  'iu',
);

/** The yes that such words may be read as is taken back: what speaks to the mentor is left alone, any other question is asked again. */
export function withoutMereNote(understanding: Understanding, question: Question, visible: string): Understanding {
  const { answer } = understanding;
  const [said = ''] = visible.trim().split(/\n\s*\n/);
  const isReport = question.parts.every(({ kind }) => kind === 'pass-on');
  const isQuestion = question.parts.every(({ kind }) => kind === 'confirm' || kind === 'unclear-consent');
  const isNote = notesWithThanks.test(said) || (isReport && notes.test(said));
  if (!isNote || answer.verdict !== 'yes' || !(isReport || isQuestion)) return understanding;
  return { ...understanding, answer: { ...answer, verdict: 'unclear', step: null }, smallTalk: isReport };
}
