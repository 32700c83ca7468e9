// The same text read as an answer. Sure is only what the words leave no doubt about.

import { describe, expect, test } from 'vitest';
import type { Answer } from '../../functions/language/requests.ts';
import { understand } from '../../functions/language/understand.ts';

const answer = (text: string): Answer =>
  understand({ subject: 'Re: a question', text, writer: { name: 'Ruth Adeyinka' } }).answer;

describe('yes, in the languages that people answer in', () => {
  test.each([
    'Yes',
    'yes please',
    'Yes, gladly. Any time after the 20th.',
    'Yes, with pleasure. Mornings suit me best.',
    'Sure!',
    'Of course, happy to.',
    "I'd be delighted to meet her.",
    'No problem, put us in touch.',
    'With pleasure.',
    'Why not?',
    'Go ahead',
    'ok',
    'yes, please introduce them',
    'Sounds good to me.',
    'Ja, gerne.',
    'Sehr gern!',
    'Oui, avec plaisir.\n\nJ.-L.',
    'Volontiers.',
    'Sí, con mucho gusto.',
    'Certo, volentieri.',
    'Sim, com prazer.',
    'Graag!',
    'Ja, gärna.',
    'Ja, meget gerne.',
    'Kyllä, mielelläni.',
    'Tak, chętnie.',
    'Ano, rád.',
    'Да, с удовольствием.',
    'はい、喜んで。',
    '네, 좋아요.',
    '好的，可以。',
    'Hello Ruth,\n\nyes, by all means.\n\nKind regards,\nTariq',
    'Thank you Wanjiru, yes please.',
    'oh Wanjiru yes',
    'thank you wanjiru, gladly',
  ])('%s', (text) => expect(answer(text).verdict).toBe('yes'));
});

describe('no', () => {
  test.each([
    'No',
    'No, thanks.\n\nTariq Osei',
    "No, sorry, I'm flat out until summer.",
    'Sorry, I have to pass.',
    "I'd rather not, thank you.",
    'Unfortunately I have no time.',
    'Not at the moment.',
    "I'm afraid I must decline.",
    'Nein, lieber nicht.',
    'Thank you Wanjiru, no.',
    'oh Wanjiru, unfortunately not',
    'Leider nicht.',
    'Non, désolée.',
    'No, lo siento.',
    'Purtroppo no.',
    'Não, infelizmente.',
    'Nee, liever niet.',
    'Nej, tyvärr.',
    'Nie, niestety.',
    'Bohužel ne.',
    'Нет, к сожалению.',
    'いいえ、残念ながら。',
    '아니요, 죄송합니다.',
    '不，抱歉。',
  ])('%s', (text) => expect(answer(text).verdict).toBe('no'));
});

describe('unclear, above all a question back', () => {
  test.each([
    'Is he the one with the printing press? What does he want from me?',
    'Yes, but not before I know what he wants?',
    'Yes, but only if she comes to Lagos.',
    'Maybe.',
    'Let me think about it.',
    'Who is she?',
    'It depends on the week.',
    'Jonna wrote to me already.',
    '',
    'Could you tell me more first?',
    'No, but my brother might.',
  ])('%s', (text) => expect(answer(text).verdict).toBe('unclear'));
});

describe('numbers', () => {
  test.each<[string, number[], boolean, number[]]>([
    ['2', [2], false, []],
    ['1 and 3', [1, 3], false, []],
    ['1, 2 & 4 please', [1, 2, 4], false, []],
    ['#3', [3], false, []],
    ['number two', [2], false, []],
    ['1 and 3 please Wanjiru', [1, 3], false, []],
    ['The second one.', [2], false, []],
    ['the first and the third, please', [1, 3], false, []],
    ['2, the one from the harbour', [2], false, []],
    ['Yes to 1 and 3.', [1, 3], false, []],
    ['all', [], true, []],
    ['Both, please.', [], true, []],
    ['all but 2', [], true, [2]],
    ['yes to 1, no to 2', [1], false, [2]],
    ['1 yes, 2 no', [1], false, [2]],
    ['1-3', [1, 3, 2], false, []],
    ['1 or 2, hm', [], false, []],
    ['2 or maybe 3', [], false, []],
    ['introduce Maya to 2', [2], false, []],
    ['without 2', [], false, [2]],
    ['Strike 2 and 4, please.', [], false, [2, 4]],
    ['1 and 3 but not 2', [1, 3], false, [2]],
    ['Any time after the 20th.', [], false, []],
    ['She won 3 cups in 2019.', [], false, []],
    ['Two million people drink it.', [], false, []],
  ])('%s', (text, numbers, all, without) => {
    expect(answer(text)).toMatchObject({ numbers, all, without });
  });
});

describe('people and addresses', () => {
  const people = (text: string): string[] =>
    answer(text).people.flatMap(({ readings }) =>
      readings.map(({ name, organisation }) => (name === '' ? `@${organisation}` : name)),
    );
  test.each<[string, string]>([
    ['Sarah Whitlow, the one at Brightside Care. I ought to have said.', 'Sarah Whitlow'],
    ['Sarah Whitlow, the one at Brightside Care. I ought to have said.', '@Brightside Care'],
    ['Oh dear, how many do I know! The one at Harbour Mutual, of course.', '@Harbour Mutual'],
    ['the Harbour one', '@Harbour'],
    ['harbour', '@harbour'],
    ['tariq osei', 'tariq osei'],
    ['I mean Tariq Osei.', 'Tariq Osei'],
    ['Osei', 'Osei'],
  ])('%s names %s', (text, name) => expect(people(text)).toContain(name));
  test.each<[string, string[]]>([
    ['tariq@press.example', ['tariq@press.example']],
    ['Ah, she moved. Try maya@ovens.example instead.', ['maya@ovens.example']],
    ['tariq at press dot example', ['tariq@press.example']],
    ['<tariq@press.example>', ['tariq@press.example']],
    ['[mailto:Tariq@Press.example]', ['tariq@press.example']],
  ])('%s is an address', (text, addresses) => expect(answer(text).addresses).toEqual(addresses));
});

describe('steps', () => {
  test.each<[string, Answer['step']]>([
    ['send', 'send'],
    ['Send it.', 'send'],
    ['Looks good, send it please.', 'send'],
    ['go ahead', 'send'],
    ['cancel', 'cancel'],
    ['Please call it off.', 'cancel'],
    ['nudge', 'nudge'],
    ['close', 'close'],
    ['leave it', 'leave-it'],
    ['pass it on', 'pass-it-on'],
    ['He is. No need to pass that on!', null],
    ["You needn't forward it.", null],
    ['send anyway', 'send-anyway'],
    ['send it again', 'send-again'],
    ['Maya built the press that won the fair.', null],
    ...[
      'looks good, off it goes',
      'Fine by me.',
      'perfect, send',
      'Ship it!',
      "Yes, that's it.",
      'No changes, please send.',
      "Don't change a word, off with it!",
      'That reads well. Out it goes.',
      'The letter is fine, please let it go out.',
      'Perfect.',
    ].map((text): [string, Answer['step']] => [text, 'send']),
    ...['Perfect, thank you!', 'Great, thanks.', 'Looks good, but say that she sails.', 'Is it good to go?'].map(
      (text): [string, Answer['step']] => [text, null],
    ),
  ])('%s', (text, step) => expect(answer(text).step).toBe(step));
});

test.each([
  'never mind',
  "never mind, I'll call her myself",
  'Forget it.',
  'Neither of them. Please ignore it.',
  'drop it',
])('%s drops the question', (text) => {
  expect(answer(text).dropped).toBe(true);
});

describe('stop and start, when that is what the mail is for', () => {
  test.each([
    'stop',
    'Stop.',
    'STOP',
    'unsubscribe',
    'Please unsubscribe me.',
    'Please remove me from your list.\n\nT. Osei\nOsei Private Office',
    'bitte austragen',
    'Abmelden',
    'désabonnement svp'.replace('désabonnement svp', 'désabonner'),
    'darme de baja',
    'Take me off this list, please',
    "Please don't write to me again.",
    '退订',
    'No more of these please, take me off your list',
    'Enough of this. Unsubscribe.',
    "I don't want these, please unsubscribe me.",
  ])('%s', (text) => expect(answer(text).optOut).toBe('stop'));
  test.each([
    'Please do not stop at the first draft, send the whole book. And tell me how you got your readers not to unsubscribe.',
    'We stop at the harbour.',
    'Stop by on Friday!',
    'Maya, never stop drawing.',
    'Can you unsubscribe from a magazine like that?',
    'Take me off the list of speakers, but keep me for dinner.',
  ])('%s is no opt-out', (text) => expect(answer(text).optOut).toBe(null));
  test('start', () => expect(answer('start').optOut).toBe('start'));
});

describe('words that may become a note or a background', () => {
  test.each<[string, string]>([
    ['send', ''],
    ['Send it.\n\nRuth', ''],
    ['looks good, off it goes', ''],
    ['Looks good, but say that she sails.', 'Looks good, but say that she sails.'],
    ['Maya built the press that won the fair.\n\nRuth', 'Maya built the press that won the fair.'],
    ['yes. She draws hands like nobody else.', 'She draws hands like nobody else.'],
    ['2', ''],
    [
      'Hello,\n\nI print books and posters.\n\nSince 1990.\n\nKind regards,\nTariq',
      'I print books and posters.\n\nSince 1990.',
    ],
  ])('%s', (text, words) => expect(answer(text).words).toBe(words));
});

test.each(['2', 'yes', 'no', 'all', 'Tariq Osei', 'tariq@press.example', 'send', 'Yes, please.\n\nRuth'])(
  '%s is a bare answer',
  (text) => {
    expect(answer(text).bare).toBe(true);
  },
);
test.each(['Please introduce Maya to Tariq.', 'She draws hands.', ''])('%s is none', (text) => {
  expect(answer(text).bare).toBe(false);
});

describe('whoever is named to be left out is not chosen', () => {
  test.each([
    ['Not Tariq Osei', ['Tariq Osei'], []],
    ['anyone but Tariq Osei', ['Tariq Osei'], []],
    ['Leave out Tariq Osei and Ines Roca', ['Tariq Osei', 'Ines Roca'], []],
    ['leave Tariq Osei out', ['Tariq Osei'], []],
    ['Not Tariq but Nadia', ['Tariq'], ['Nadia']],
    ['No, Nadia Wirth', [], ['Nadia Wirth']],
  ])('%s', (text, leftOut, people) => {
    const said = answer(text);
    expect(said.leftOut.map(({ words }) => words)).toEqual(leftOut);
    expect(said.people.map(({ words }) => words)).toEqual(people);
  });

  test('and all the others are wanted only where the words say all', () => {
    expect(answer('all but Tariq Osei').all).toBe(true);
    expect(answer('anyone but Tariq Osei').all).toBe(false);
  });
});

describe('an answer beside which more is said', () => {
  test.each([
    ['Yes, she bakes at night.', 'She bakes at night.'],
    ['1 and 3, both need ovens', 'Both need ovens'],
    ['Please hold it', ''],
    ["Don't send it yet please", ''],
  ])('%s leaves the words %s', (text, words) => expect(answer(text).words).toBe(words));

  test('what the letter is to say besides is told apart', () => {
    expect(answer('Nadia Wirth. And do say that Maya bakes at night.').toTell).toBe('Maya bakes at night.');
    expect(answer('Nadia Wirth. I ought to have said.').toTell).toBe('');
  });

  test.each([
    ['Send it tomorrow morning', 'tomorrow morning'],
    ['On May 3, please', 'On May 3'],
    ['after Easter', 'after Easter'],
    ['Send it', null],
    ['She flies tomorrow and he lands on May 3.', null],
  ])('%s is for %s', (text, when) => expect(answer(text).when?.words ?? null).toBe(when));

  test.each([
    ['Neither, Tariq Osei', false],
    ["Neither. I'll ask Tariq Osei.", true],
    ["No, let's not.", true],
    ["Don't send it yet", false],
  ])('%s drops it: %s', (text, dropped) => expect(answer(text).dropped).toBe(dropped));
});

test('a change of a list may be sent in the same breath', () => {
  expect(answer('without 1, add Nadia Wirth, and send it')).toMatchObject({ without: [1], step: 'send' });
});

describe('a choice with a proviso', () => {
  test.each([
    ['Tariq, but not before Friday', { kind: 'on', when: { words: 'Friday' } }],
    ['2, next week', { kind: 'on', when: { words: 'next week' } }],
    ['1 later', { kind: 'on', when: { words: 'later' } }],
    ['Tariq. Ask him first please.', { kind: 'ask-first' }],
    ['Tariq, but show me the draft first', { kind: 'draft' }],
    ['1, but let me see it first', { kind: 'draft' }],
    ['2 if he is free', { kind: 'conditional', condition: 'if he is free' }],
    ['2, please', null],
    ['Tariq, if you like', null],
    ['Tariq Osei of course', null],
    ['1 and 3, both need ovens', null],
  ])('%s', (text, proviso) => expect(answer(text).proviso).toEqual(proviso));

  test.each(['3?', 'number 1 is a bad idea', '1 is on holiday', 'Tariq?'])('%s chooses nobody', (text) => {
    expect(answer(text)).toMatchObject({ numbers: [], people: [] });
  });

  test.each(['1 is fine', '2 is the one', '2'])('%s chooses', (text) => expect(answer(text).numbers).toHaveLength(1));

  test('of a list all but one are wanted only where the words want the rest', () => {
    expect(answer('without 2').rest).toBe(true);
    expect(answer('not 2').rest).toBe(false);
  });
});
