// Everything a mentor can ask for besides introductions, many phrasings each. What comes of a mail is written as a line, see `inWords`.

import { describe, expect, test } from 'vitest';
import { noteOf } from '../../functions/language/note.ts';
import type { Mention, Request, Told, Which } from '../../functions/language/requests.ts';
import { understand } from '../../functions/language/understand.ts';

const nameOf = (mention: Mention): string => {
  const [reading] = mention.readings;
  return `${mention.nameless ? `(${mention.words})` : (reading?.name ?? '')}${reading?.organisation ? ` @ ${reading.organisation}` : ''}`;
};

const whichOf = ({ numbers, people, all }: Which): string =>
  [...numbers, ...people.map(nameOf), ...(all ? ['all'] : [])].join(' ');

function told(change: Told): string {
  const { kind, ...rest } = change;
  return `${kind} ${Object.values(rest)
    .map((value) => (typeof value === 'object' && value !== null && 'words' in value ? nameOf(value) : String(value)))
    .join('; ')}`;
}

function inWords(request: Request): string {
  switch (request.kind) {
    case 'introduce':
      return `introduce ${nameOf(request.cc)} ${nameOf(request.to)}`;
    case 'add':
      return `add ${request.people.map(({ name, addresses }) => [name, ...addresses].join(' ')).join(', ')}`;
    case 'tell':
      return `tell ${nameOf(request.who)}: ${told(request.change)}`;
    case 'ask-background':
    case 'show':
    case 'go-over':
      return `${request.kind} ${nameOf(request.who)}`;
    case 'suggest':
      return `suggest ${nameOf(request.who)}${request.about === undefined ? '' : ` about ${request.about}`}`;
    case 'find':
      return `find ${request.query}`;
    case 'recommend':
      return `recommend ${nameOf(request.author)} to ${nameOf(request.to)}`;
    case 'ask-who-they-know':
      return `ask ${nameOf(request.who)} whom they know ${request.about ?? ''}`.trim();
    case 'ask-to-introduce':
      return `ask ${nameOf(request.who)} for ${nameOf(request.wanted)}`;
    case 'steer':
      return `${request.step} ${whichOf(request.which)}`.trim();
    case 'outcome':
      return `outcome ${whichOf(request.which)}`.trim();
    case 'limit-open':
      return `limit open ${request.limit}`;
    case 'limit-month':
      return `limit ${nameOf(request.who)} ${request.limit} a month`;
    case 'pause':
      return `pause ${request.until?.words ?? ''}`.trim();
    case 'setting':
      return `setting ${Object.values(request.setting).join(' ')}`;
    case 'forget':
      return `forget ${request.who.map(nameOf).join(', ')}`;
    case 'remind':
      return `remind ${request.when.words}: ${request.request}`;
    default:
      return request.kind;
  }
}

const read = (text: string, subject = ''): string[] =>
  understand({ subject, text, writer: { name: 'Ruth Adeyinka' } }).requests.map(inWords);

function table(name: string, cases: readonly (readonly [mail: string, ...said: string[]])[]): void {
  describe(name, () => {
    test.each(cases.map(([mail, ...said]) => ({ mail, said })))('$mail', ({ mail, said }) => {
      expect(read(mail)).toEqual(said);
    });
  });
}

table('show', [
  ['Tell me everything you have on Tariq Osei.', 'show Tariq Osei'],
  ['Any news from Tariq?', 'show Tariq'],
  ['Has Tariq replied yet?', 'show Tariq'],
  ['show Tariq Osei', 'show Tariq Osei'],
  ['Who is Tariq Osei?', 'show Tariq Osei'],
  ["Who's Tariq?", 'show Tariq'],
  ['who is tariq osei', 'show tariq osei'],
  ['Remind me, would you: who is Dr. Osei?', 'show Osei'],
  ['What do we know about Tariq Osei?', 'show Tariq Osei'],
  ['Could you show me the entry for Tariq?', 'show Tariq'],
  ["What's Tariq's address?", 'show Tariq'],
  ['Please tell me more about Nadia Wirth.', 'show Nadia Wirth'],
  ['Show me Tariq and Nadia Wirth please', 'show Tariq', 'show Nadia Wirth'],
]);

table('find', [
  ['who knows baking?', 'find baking'],
  ['Who knows about employment tribunals?', 'find employment tribunals'],
  ['Who speaks Finnish?', 'find speaks Finnish'],
  ['Who has run a shipyard?', 'find run a shipyard'],
  ['Who do I know in Lagos?', 'find Lagos'],
  ['Who do I know at Harbour Mutual?', 'find Harbour Mutual'],
  ['Whom do I have who can weld?', 'find weld'],
  ['Do I know anyone who builds organs?', 'find builds organs'],
  ['Can you find me somebody in publishing?', 'find publishing'],
  ['I am looking for someone who understands patents.', 'find understands patents'],
  ['I search in my book somebody who knows well the ceramics.', 'find ceramics'],
  ['Is there anybody in my book who has sold a farm?', 'find sold a farm'],
  ['Hello! Quick question: who knows about tax?', 'find tax'],
  ['find beekeepers', 'find beekeepers'],
  ['Does anyone in my book speak Welsh?', 'find speak Welsh'],
  ['Does anybody know beekeeping?', 'find beekeeping'],
  ['Do I know a dentist?', 'find dentist'],
  ['Do any of my people know about tax?', 'find tax'],
  ['Who could help somebody who keeps bees?', 'find help somebody who keeps bees'],
]);

table('suggest', [
  ['who should Maya meet?', 'suggest Maya'],
  ['Who should Maya Lindh meet next?', 'suggest Maya Lindh'],
  ['suggest for Maya', 'suggest Maya'],
  ['Suggestions for Maya?', 'suggest Maya'],
  ['Any ideas for Maya Lindh?', 'suggest Maya Lindh'],
  ['Whom could I introduce Maya Lindh to?', 'suggest Maya Lindh'],
  ['Who would you introduce Maya to?', 'suggest Maya'],
  ['Who could help Maya Lindh?', 'suggest Maya Lindh'],
  ['Who should Maya be talking to?', 'suggest Maya'],
  ["I'd like to do something for Maya Lindh. Who should she meet?", 'suggest Maya Lindh'],
  ['I would like to know whom you suggest for Maya now.', 'suggest Maya'],
  ['Can you suggest two people for Maya Lindh?', 'suggest Maya Lindh'],
  ["Who'd be good for Maya?", 'suggest Maya'],
  ['To whom should I introduce Maya?', 'suggest Maya'],
  ['Who could help Maya Lindh with a patent?', 'suggest Maya Lindh about a patent'],
  ['Who can advise Maya on selling a farm?', 'suggest Maya about selling a farm'],
  ['Who should Maya talk to about tax?', 'suggest Maya about tax'],
  ['Who could help Maya find a publisher?', 'suggest Maya about find a publisher'],
  ['Do I know somebody who could help Maya with her visa?', 'suggest Maya about her visa'],
]);

table('go over the list, recommend, ask', [
  ['go over the list with Maya', 'go-over Maya'],
  ['Please send Maya the list.', 'go-over Maya'],
  ['Could you go through my book with Maya Lindh?', 'go-over Maya Lindh'],
  ['recommend Oona Field to Maya', 'recommend Oona Field to Maya'],
  [
    "Please recommend Oona Field's newsletter to Maya Lindh, it is short and kind.",
    'recommend Oona Field to Maya Lindh',
  ],
  ['Could you recommend the essays of Oona Field to Maya?', 'recommend Oona Field to Maya'],
  ['Please point Maya to Oona Field.', 'recommend Oona Field to Maya'],
  ['ask Tariq for his background', 'ask-background Tariq'],
  ['Please ask Tariq Osei to send a short bio.', 'ask-background Tariq Osei'],
  ['Can you ask Nadia Wirth for her background?', 'ask-background Nadia Wirth'],
  ['ask Tariq who he knows', 'ask Tariq whom they know'],
  ['ask Tariq who they know in book fairs', 'ask Tariq whom they know book fairs'],
  ['Could you ask Tariq whether he knows anybody in Ghana?', 'ask Tariq whom they know Ghana'],
  ['ask Tariq to introduce me to Nadia Wirth', 'ask Tariq for Nadia Wirth'],
  ['Please ask Tariq if he could put me in touch with Nadia Wirth.', 'ask Tariq for Nadia Wirth'],
  ['Ask Tariq for an introduction to Nadia Wirth.', 'ask Tariq for Nadia Wirth'],
]);

table('follow and steer', [
  ['status', 'status'],
  ["What's open?", 'status'],
  ['Where are we?', 'status'],
  ['Where do things stand?', 'status'],
  ['Which introductions are still open?', 'status'],
  ['Remind me, which introductions are still hanging about?', 'status'],
  ['nudge 3', 'nudge 3'],
  ['Please nudge Tariq.', 'nudge Tariq'],
  ['Could you give 3 and 5 a gentle nudge?', 'nudge 3 5'],
  ['close 3', 'close 3'],
  ['close #3 and #4 please', 'close 3 4'],
  ['Number 3 can be closed, they talked on the phone.', 'close 3'],
  ['They are in touch, you can close 3. Thanks!', 'close 3'],
  ['Once they have met, number 3 can be closed.', 'unknown'],
  ['cancel Maya and Tariq', 'cancel Maya Tariq'],
  ['Please cancel the introduction of Maya to Tariq.', 'cancel Maya Tariq'],
  ['Call off the introduction between Maya Lindh and Tariq Osei.', 'cancel Maya Lindh Tariq Osei'],
  ['Cancel introduction 7.', 'cancel 7'],
  ['3 is done', 'done 3'],
  ['Please mark 3 as done.', 'done 3'],
  ['cancel this please', 'cancel'],
  ['send anyway', 'send-anyway'],
  ['Send 4 anyway.', 'send-anyway 4'],
  ['send it again', 'send-again'],
  ['pass it on', 'pass-it-on'],
  ['ask how 3 went', 'outcome 3'],
  ['Could you find out how the introduction of Maya to Tariq went?', 'outcome Maya Tariq'],
]);

table('balance and settings', [
  ["I'm away, hold everything until December 5", 'pause December 5'],
  ['Nothing is to go out until January 3.', 'pause January 3'],
  ["Please don't send anything until I'm back on December 5.", 'pause December 5'],
  ['No introductions until further notice.', 'pause'],
  ['Stop everything for now.', 'pause'],
  ["I'm on holiday until December 5, please pause.", 'pause December 5'],
  ["I'm back early, resume please", 'resume'],
  ['My signature should be:\nRuth Alder\nFriend of friends', 'setting signature Ruth Alder\nFriend of friends'],
  ['limit 8 open', 'limit open 8'],
  ['Please keep at most 5 introductions open at a time.', 'limit open 5'],
  ['no limit', 'limit open null'],
  ['limit 2 a month for Tariq', 'limit Tariq 2 a month'],
  ['No more than two introductions a month for Tariq Osei, please.', 'limit Tariq Osei 2 a month'],
  ['limit Tariq to 1 per month', 'limit Tariq 1 a month'],
  ['pause until May 3', 'pause May 3'],
  ['Please pause everything until the end of May.', 'pause the end of May'],
  ['pause', 'pause'],
  ['resume', 'resume'],
  ['time zone Europe/Lisbon', 'setting time-zone Europe/Lisbon'],
  ['My time zone is now Africa/Lagos.', 'setting time-zone Africa/Lagos'],
  ['signature Ruth, who knows a few people', 'setting signature Ruth, who knows a few people'],
  ['signature\nRuth Adeyinka\nBaker of bakers', 'setting signature Ruth Adeyinka\nBaker of bakers'],
  ['summary off', 'setting summary false'],
  ['Please turn the monthly summary on', 'setting summary true'],
  ['No monthly summary any more, please.', 'setting summary false'],
  ['always ask first', 'setting always-ask-first true'],
  ['From now on always ask first.', 'setting always-ask-first true'],
  ['From now on I should like you to ask people first, whoever it is.', 'setting always-ask-first true'],
  ['show me first', 'setting show-me-first true'],
  ['Please always show me the draft first.', 'setting show-me-first true'],
  ['ask how it went', 'setting ask-how-it-went true'],
  ['my other address is ruth@garden.example', 'setting other-address ruth@garden.example'],
  ['I also write from ruth@garden.example', 'setting other-address ruth@garden.example'],
  ['settings', 'setting show'],
  ['summary', 'summary'],
  ['help', 'help'],
  ['What can you do?', 'help'],
  ['export', 'export'],
  ['Please send me everything.', 'export'],
  ['leave', 'leave'],
  ['I want to leave Stepback.', 'leave'],
  ['forget Tariq Osei', 'forget Tariq Osei'],
  ['Please delete Tariq and Nadia Wirth from my book.', 'forget Tariq, Nadia Wirth'],
]);

table('what follows an addition in its line', [
  [
    'Please add Ines Roca <ines@roca.example>, she carves spoons. Then introduce her to Tariq.',
    'add Ines Roca ines@roca.example',
    'introduce Ines Roca Tariq',
  ],
  [
    'Please add my old friend Ines Roca (ines@roca.example), who carves spoons. Also introduce Maya to Tariq.',
    'add Ines Roca ines@roca.example',
    'introduce Maya Tariq',
  ],
  [
    'Add Ines Roca <ines@roca.example>, background: carves spoons. She would like to meet bakers.',
    'add Ines Roca ines@roca.example',
  ],
]);

table('tell', [
  ['Ines Roca has married and is Ines Lund now.', 'tell Ines Roca: name Ines Lund'],
  ["forget Tariq Osei's address", 'unknown'],
  ['Tariq Osei now works at Lagos Press.', 'tell Tariq Osei: organisation Lagos Press'],
  ['Tariq has moved to Lagos Press as editor.', 'tell Tariq: organisation Lagos Press; Editor'],
  ['Tariq Osei is now editor at Lagos Press.', 'tell Tariq Osei: organisation Lagos Press; editor at Lagos Press'],
  ['Tariq has moved to Lagos.', 'tell Tariq: background Moved to Lagos; true'],
  ['Tariq is now a grandfather.', 'tell Tariq: background A grandfather; true'],
  [
    'Tariq has left Lagos Press, he is on his own now.',
    'tell Tariq: left Lagos Press, he is on his own now; Tariq has left Lagos Press, he is on his own now',
  ],
  ['Tariq left Lagos Press for Ibadan Books', 'tell Tariq: organisation Ibadan Books'],
  ['Tariq no longer works at Lagos Press.', 'tell Tariq: left Lagos Press; Tariq no longer works at Lagos Press'],
  ['Tariq left his umbrella', 'unknown'],
  ["Add to Tariq's entry that he teaches on Tuesdays.", 'tell Tariq: note he teaches on Tuesdays'],
  ['note on Tariq: prefers the telephone', 'tell Tariq: note prefers the telephone'],
  ['Please note that Tariq prefers the telephone.', 'tell Tariq: note Prefers the telephone'],
  ['tag Tariq printing, posters', 'tell Tariq: tag printing,posters; false'],
  [
    'Please tag Tariq and Nadia Wirth with books.',
    'tell Tariq: tag books; false',
    'tell Nadia Wirth: tag books; false',
  ],
  ['remove the tag posters from Tariq', 'tell Tariq: tag posters; true'],
  ['Maya is my protégé', 'tell Maya: kind protege'],
  ['Maya Lindh is my new mentee!', 'tell Maya Lindh: kind protege'],
  ['ask Tariq first', 'tell Tariq: consent ask first'],
  ['Always ask Tariq Osei first, please.', 'tell Tariq Osei: consent ask first'],
  ['never introduce Tariq', 'tell Tariq: consent never'],
  ['Never introduce Tariq Osei to anyone, please; he asked me.', 'tell Tariq Osei: consent never'],
  ["Don't introduce Tariq to anybody any more.", 'tell Tariq: consent never'],
  ['Do not introduce anybody to Tariq from now on.', 'tell Tariq: consent never'],
  ['Tariq must never be introduced to anybody', 'tell Tariq: consent never'],
  ['Nobody should be introduced to Tariq again.', 'tell Tariq: consent never'],
  ['No more introductions to Tariq, please.', 'tell Tariq: consent never'],
  ['Do not introduce anyone to Tariq this week.', 'unknown'],
  ["Tariq's new address is tariq@press.example", 'tell Tariq: address tariq@press.example; true'],
  ['The new address of Tariq Osei is tariq@press.example.', 'tell Tariq Osei: address tariq@press.example; true'],
  ["Tariq's email has changed, it's tariq@press.example now", 'tell Tariq: address tariq@press.example; true'],
  ["Tariq's other address is tariq@home.example", 'tell Tariq: address tariq@home.example; false'],
  ['Tariq can now be reached at tariq@press.example.', 'tell Tariq: address tariq@press.example; true'],
  ['background of Tariq: founded a press in Lagos', 'tell Tariq: background founded a press in Lagos; false'],
  ['Tariq is known through Nadia Wirth', 'tell Tariq: known-through Nadia Wirth'],
]);

table('add and import', [
  ['Put Ines Roca in my book: ines@roca.example, ovens.', 'add Ines Roca ines@roca.example'],
  [
    'At the fair I ran into Ines Roca <ines@roca.example>, who bakes. Please add her.',
    'add Ines Roca ines@roca.example',
  ],
  ['I met Ines Roca. Her address is ines@roca.example. Please add her.', 'add Ines Roca ines@roca.example'],
  ['Yesterday I met Ines Roca. Please add her.', 'add Ines Roca'],
  ['New contact:\n\nIna Roca\nHead of Ovens\nina@roca.example\n+351 555 555', 'add Ina Roca ina@roca.example'],
  [
    'Please add Ines Roca (ines@roca.example, bakes) and introduce Maya to her.',
    'add Ines Roca ines@roca.example',
    'introduce Maya Ines Roca',
  ],
  ['Here is my address book.', 'import'],
  ['I attach a vCard for the book.', 'import'],
  ['add Ines Roca <ines@roca.example>, background Runs a bakery', 'add Ines Roca ines@roca.example'],
  [
    'Please add Ines Roca (ines@roca.example) and Oskar Lund (oskar@lund.example).',
    'add Ines Roca ines@roca.example, Oskar Lund oskar@lund.example',
  ],
  [
    'Please add these people:\n\n- Ines Roca, ines@roca.example, runs a bakery\n- Oskar Lund – oskar@lund.example – builds boats',
    'add Ines Roca ines@roca.example, Oskar Lund oskar@lund.example',
  ],
  ['add Ines Roca\tines@roca.example\tbaker', 'add Ines Roca ines@roca.example'],
  ['add Ines Roca, ines at roca dot example', 'add Ines Roca ines@roca.example'],
  ['Could you add Oskar Lund to my book?', 'add Oskar Lund'],
  ['add Ines Roca, is my protégé', 'add Ines Roca'],
  ['Please add the people in the attached file.', 'import'],
  ['import the attached CSV', 'import'],
  ['Attached are my contacts, please add them.', 'import'],
  ['Please add this card.', 'import'],
  ['please add these', 'import'],
  ['My LinkedIn connections, please add them.', 'import'],
  ['Could you add all the people in this file?', 'import'],
  ['For my book, see the attachment.', 'import'],
  ['New people, see attached.', 'import'],
  ['Please import this.', 'import'],
  ['Please add these to my book:\n\nInes Roca, ines@roca.example', 'add Ines Roca ines@roca.example'],
  [
    'Please add to the book:\n• Ines Roca – ines@roca.example – runs a bakery\n• Oskar Lund – oskar@lund.example – builds boats',
    'add Ines Roca ines@roca.example, Oskar Lund oskar@lund.example',
  ],
  [
    'Met Ines Roca <ines@roca.example> at the fair, bakes for three towns. Please add her.',
    'add Ines Roca ines@roca.example',
  ],
]);

test('where somebody was met is a note of the mentor, and what they do their background', () => {
  const { requests } = understand({
    subject: '',
    text: 'Met Ines Roca <ines@roca.example> at the fair, bakes for three towns. Please add her.',
  });
  expect(requests).toMatchObject([
    { people: [{ name: 'Ines Roca', notes: 'Met at the fair', background: 'Bakes for three towns.' }] },
  ]);
});

table('a request of one word keeps company with polite ones', [
  ...[
    'pause',
    'pause please',
    'Please pause.',
    'You can pause now.',
    'Could you pause for me?',
    "Let's pause for now.",
  ].map((mail): [string, string] => [mail, 'pause']),
  ...['resume', 'I am back. Please resume.', 'You can resume now.', 'ok resume', 'Carry on.'].map(
    (mail): [string, string] => [mail, 'resume'],
  ),
  ...[
    'status please',
    'Give me the status.',
    'What have I got running at the moment?',
    'What do I have open?',
    'Is anything still open?',
    'Where are we with everything?',
  ].map((mail): [string, string] => [mail, 'status']),
  ...['help please', 'Please help me.', 'Can you help me?'].map((mail): [string, string] => [mail, 'help']),
  ...['export please', 'Can I have an export?'].map((mail): [string, string] => [mail, 'export']),
  ...['Please leave.', 'I would like to leave now, please.'].map((mail): [string, string] => [mail, 'leave']),
  ...['summary please', 'Please send the summary.', 'Can I see the summary?'].map((mail): [string, string] => [
    mail,
    'summary',
  ]),
  ...['settings, please', 'Please show my settings.', 'Can I see my settings?'].map((mail): [string, string] => [
    mail,
    'setting show',
  ]),
  ['The pause did me good.'],
]);

table('two questions in one sentence are two requests', [
  ['Who is Tariq and what is open?', 'show Tariq', 'status'],
  ['Show Maya and who should she meet?', 'show Maya', 'suggest Maya'],
]);

test('a recommendation carries the link that the mail gives, and no note of it', () => {
  const [request] = understand({
    subject: '',
    text: 'recommend Oona Field to Maya https://field.example/7 - letter seven is her life',
  }).requests;
  expect(request).toMatchObject({ kind: 'recommend', links: ['https://field.example/7'] });
  expect(request?.kind === 'recommend' && noteOf(request.note)).toBe('Letter seven is her life.');
});

test('a reminder comes back with the words that go on behind it', () => {
  expect(read('Remind me in three days to introduce Maya to Tariq. She bakes. Thank you.')).toEqual([
    'remind in three days: introduce Maya to Tariq. She bakes.',
  ]);
});

table('recommendations may refer to what was said before', [
  ['Recommend Oona Field to Maya and to Tariq.', 'recommend Oona Field to Maya', 'recommend Oona Field to Tariq'],
  ['I think Maya should listen to Oona Field, please recommend her podcast to her.', 'recommend Oona Field to Maya'],
  ['Maya would enjoy reading Oona Field. Please recommend it to her.', 'recommend Oona Field to Maya'],
]);

table('ideas for somebody', [
  ['Any ideas whom Maya might meet next?', 'suggest Maya'],
  ['Do you know whom Maya should talk to?', 'suggest Maya'],
]);

test('an entry is read with everything that is said of it', () => {
  const { requests } = understand({
    subject: '',
    text: 'add Katherine "Kate" Ode <kate@ode.example>, background Teaches glass blowing, tags: glass, teaching, known through Tariq Osei, is my protégé',
  });
  expect(requests).toEqual([
    expect.objectContaining({
      kind: 'add',
      people: [
        {
          name: 'Katherine "Kate" Ode',
          addresses: ['kate@ode.example'],
          background: 'Teaches glass blowing',
          tags: ['glass', 'teaching'],
          knownThrough: 'Tariq Osei',
          kind: 'protege',
        },
      ],
    }),
  ]);
});

describe('what is no request begins none', () => {
  test.each([
    'Thank you!',
    'Lovely, thanks. Have a good weekend.',
    'Hello,\n\nhope you are well.\n\nRuth',
    'They met yesterday and got on famously.',
    'I can show Maya the press myself.',
    'Tariq forgot his umbrella.',
    'I will leave for Lagos tomorrow.',
    'The summary was very nice.',
    'Never leave a friend waiting, my mother said.',
    'Nadia exported a thousand books last year.',
    "Please don't forget Tariq.",
    'Nobody knows the trouble I have seen.',
  ])('%s', (mail) => {
    expect(read(mail).filter((line) => line !== 'unknown')).toEqual([]);
  });
});

test('thanks and greetings alone are small talk', () => {
  expect(understand({ subject: 'Re: Maya', text: 'Wonderful, thank you so much!\n\nRuth' }).smallTalk).toBe(true);
  expect(understand({ subject: '', text: 'Please introduce Maya to Tariq.' }).smallTalk).toBe(false);
  expect(understand({ subject: '', text: 'Could you flurb the wozzle for me?' }).smallTalk).toBe(false);
});

test('what looks like a request and is not understood comes with the nearest one', () => {
  const { requests } = understand({ subject: '', text: 'Could you please introduce Maya?' });
  expect(requests).toEqual([
    { kind: 'unknown', sentence: 'Could you please introduce Maya?', nearest: 'introduce X to Y' },
  ]);
});

test.each([
  ['Could you flurb Maya to Tariq?', 'introduce X to Y'],
  ['Please flurb my connections into it.', 'help'],
  ['Could you flurb Maya for me?', 'show X'],
  ['Please flurb the card to the book.', 'add NAME <address>, background …'],
])('the nearest to %s is %s', (text, nearest) => {
  expect(understand({ subject: '', text }).requests).toEqual([{ kind: 'unknown', sentence: text, nearest }]);
});

test('several requests may stand in one mail, in its order', () => {
  expect(
    read(
      'Please add Ines Roca <ines@roca.example>.\n\nThen introduce Maya to Ines Roca.\n\nAnd who knows about ovens?',
    ),
  ).toEqual(['add Ines Roca ines@roca.example', 'introduce Maya Ines Roca', 'find ovens']);
});

test('the name that a mail opens with is known', () => {
  const opens = (text: string): string | null => understand({ subject: '', text }).opensWith;
  expect(opens('Nadia, between us, who is he?')).toBe('Nadia');
  expect(opens('Dear Noor,\n\nthank you.')).toBe('Noor');
  expect(opens('Hello Jonas, sorry, I have to pass.')).toBe('Jonas');
  expect(opens('Jonas: yes. Call the lab.')).toBe('Jonas');
  expect(opens('Yes, of course.')).toBe(null);
  expect(opens('Thanks, I will.')).toBe(null);
  expect(opens('Hi there,\n\nall good?')).toBe(null);
});
