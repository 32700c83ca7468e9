// An answer that denies is no yes, whatever word it begins with.
import { expect, test } from 'vitest';
import { understand } from '../../functions/language/understand.ts';

const verdict = (text: string) =>
  understand({ subject: 'Re: bees', text, writer: { name: 'Ines Carvalho' } }).answer.verdict;

test.each([
  'Absolutely not.',
  'Certainly not',
  'Of course not, sorry!',
  'Definitely not.',
  'Natürlich nicht!',
  'Bien sûr que non.',
  'Claro que no.',
  'Certo che no',
  'Com certeza não.',
  'Natuurlijk niet.',
  'Självklart inte',
  'Selvfølgelig ikke.',
  'Oczywiście, że nie.',
  'Конечно нет.',
  '当然不行',
])('%s is a no', (text) => expect(verdict(text)).toBe('no'));

test.each([
  'Sure, I meet anybody, only not him.',
  'Sure, not Monday',
  'I would be happy not to.',
  'Gern, nur nicht mit ihm.',
  'Oui, pas maintenant.',
])('%s is unclear', (text) => expect(verdict(text)).toBe('unclear'));

test.each([
  'Why not!',
  'Sure, no problem.',
  'Yes, no hurry.',
  'Yes, they have not met.',
  'Of course, I would not miss it.',
  'Ja, kein Problem.',
  'Oui, pourquoi pas.',
  'Sí, no hay problema.',
  'Avec plaisir, pas de souci.',
  '没问题',
])('%s is a yes', (text) => expect(verdict(text)).toBe('yes'));

test.each([
  ['Ruth, of course! Anything for you.', 'yes'],
  ['Ruth, no way.', 'no'],
  ['Ruth: yes', 'yes'],
  ['Thank you for asking. Yes.', 'yes'],
  ['Thank you for asking. No.', 'no'],
  ['Thanks, but I will pass.', 'no'],
  ['Would love to!', 'yes'],
  ['Thanks!', 'unclear'],
  ['Nein, Ruth.', 'no'],
])('behind a name or thanks, %s is %s', (text, expected) => expect(verdict(text)).toBe(expected));

test.each([
  'Sure, as soon as bees swim.',
  'Yes, I got your mail. Let me think.',
  'Certainly an interesting idea. I will come back to you.',
  'Yes, I saw it. I would rather not.',
  'Okay, give me a week to decide.',
  'With pleasure, next year.',
  'Please do nothing.',
  'I am happy with the people I know.',
  'Of course you would ask! No.',
  'Gerne später.',
  'Да, позже.',
])('what is put off or taken back is no yes: %s', (text) => expect(verdict(text)).toBe('unclear'));

test.each([
  'Yes, please. I am free after Tuesday.',
  'Yes! I know her work, please introduce us.',
  'Yes, of course. Let me know how it goes.',
  'Sure, happy to. Have him write to me next week.',
])('what is said beside a yes leaves it one: %s', (text) => expect(verdict(text)).toBe('yes'));
