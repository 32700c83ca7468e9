// "Ok, thanks" is no yes to what would send something to an outsider.

import { expect, test } from 'vitest';
import type { Question, QuestionPart } from '../../functions/introductions/question.ts';
import { withoutMereNote } from '../../functions/introductions/taking-note.ts';
import { understand } from '../../functions/language/understand.ts';

const mail = { mailKey: 'inbound/kept', from: 'ines@carvalho.test', subject: 'Re: bees', messageId: null };
const shown: QuestionPart = { kind: 'pass-on', introduction: 7, side: 'to', mail };
const unclear: QuestionPart = { kind: 'unclear-consent', introduction: 7, side: 'to', words: 'Who?' };
const mails: QuestionPart = { kind: 'confirm-mails', mails: [] };

const question = (part: QuestionPart): Question => ({ parts: [part] }) as unknown as Question;
const read = (words: string, part: QuestionPart) => {
  const understanding = understand({ subject: 'Re: bees', text: words, writer: { name: 'Ruth Ames' } });
  const { answer, smallTalk } = withoutMereNote(understanding, question(part), words);
  return [answer.verdict, smallTalk];
};

test.each(['ok thanks', 'Ok, thank you.', 'fine', 'Thanks, ok', 'Great, thanks a lot!\n\nRuth'])(
  'under what a party wrote to the mentor it is nothing: %s',
  (words) => expect(read(words, shown)).toEqual(['unclear', true]),
);

test.each(['ok thanks', 'Fine, thank you.'])('under a question it is asked again: %s', (words) =>
  expect(read(words, unclear)).toEqual(['unclear', false]),
);

test.each<[string, QuestionPart]>([
  ['yes', shown],
  ['Yes please', shown],
  ['ok', unclear],
  ['yes, thanks', unclear],
  ['ok thanks', mails],
])('a plain yes, or what reaches no outsider by itself, stays one: %s', (words, part) =>
  expect(read(words, part)[0]).toBe('yes'),
);
