// Who is introduced to whom, in mails of our own. Each line: subject | body, the pairs that come of it (X > Y directed, X + Y not),
// what the note must and must not hold. `note` and `not` are fragments.

import { describe, expect, test } from 'vitest';
import { mentionsOf } from '../../functions/language/mentions.ts';
import { noteOf } from '../../functions/language/note.ts';
import type { Mention, Reading, Request } from '../../functions/language/requests.ts';
import { understand } from '../../functions/language/understand.ts';

const writer = { name: 'Ruth Adeyinka' };

interface Case {
  readonly subject?: string;
  readonly mail: string;
  /** `Maya > Tariq`, `Maya + Tariq`, `ask Tariq about Maya`, `Maya met Tariq`. */
  readonly pairs: readonly string[];
  readonly note?: readonly string[];
  readonly not?: readonly string[];
}

const nameOf = (mention: Mention): string => {
  if (mention.self) return 'me';
  if (mention.nameless) return `(${mention.words})`;
  const [reading] = mention.readings;
  const name = reading?.name || '';
  const place = reading?.organisation === undefined ? '' : ` @ ${reading.organisation}`;
  return `${name}${place}${mention.address === undefined ? '' : ` <${mention.address}>`}`.trim();
};

function inWords(request: Request): string {
  switch (request.kind) {
    case 'introduce': {
      const manner =
        request.manner.kind === 'now'
          ? ''
          : request.manner.kind === 'on'
            ? ` on ${request.manner.when.words}`
            : request.manner.kind === 'conditional'
              ? ` if (${request.manner.condition})`
              : ` as draft${request.ask ? `, asking ${request.ask.join(' and ')}` : ''}`;
      return `${nameOf(request.cc)} ${request.directed ? '>' : '+'} ${nameOf(request.to)}${manner}`;
    }
    case 'ask-first':
      return `ask ${nameOf(request.party)} about ${nameOf(request.other)}${request.both ? ' and back' : ''}${request.when ? ` for ${request.when.words}` : ''}`;
    case 'introduced-already':
      return `${nameOf(request.cc)} met ${nameOf(request.to)}`;
    case 'remind':
      return `remind ${request.when.words}: ${request.request}`;
    default:
      return request.kind;
  }
}

/** As if the book knew the first reading of everybody. */
const chosenIn = (request: Request): Reading[] => mentionsOf(request).flatMap(({ readings }) => readings.slice(0, 1));

const notesOf = (requests: readonly Request[]): string =>
  requests.map((request) => ('note' in request ? noteOf(request.note, chosenIn(request)) : '')).join('\n----\n');

function check({ subject = '', mail, pairs, note = [], not = [] }: Case): void {
  const { requests } = understand({ subject, text: mail, writer });
  expect(requests.map(inWords)).toEqual(pairs);
  const notes = notesOf(requests);
  for (const fragment of note) expect(notes).toContain(fragment);
  for (const fragment of not) expect(notes).not.toContain(fragment);
}

const title = ({ subject, mail }: Case): string =>
  `${subject ? `[${subject}] ` : ''}${mail.replace(/\s+/g, ' ').slice(0, 110)}`;

function table(name: string, cases: readonly Case[]): void {
  describe(name, () => {
    test.each(cases.map((each) => [title(each), each] as const))('%s', (_, each) => check(each));
  });
}

table('a request in plain words is an introduction', [
  { mail: 'intro Maya to Tariq Osei', pairs: ['Maya > Tariq Osei'] },
  { mail: 'Please introduce Maya Lindh to Tariq Osei.', pairs: ['Maya Lindh > Tariq Osei'] },
  { mail: 'Could you put Maya in touch with Tariq Osei?', pairs: ['Maya + Tariq Osei'] },
  { mail: 'please connect Maya & Tariq', pairs: ['Maya + Tariq'] },
  { mail: 'Please connect Maya with Tariq.', pairs: ['Maya + Tariq'] },
  { mail: 'Maya Lindh <> Tariq Osei', pairs: ['Maya Lindh + Tariq Osei'] },
  { mail: 'Maya, meet Tariq.', pairs: ['Maya + Tariq'] },
  { mail: 'Would be good if Maya and Tariq talked.', pairs: ['Maya + Tariq'] },
  { mail: 'It would be lovely if Maya met Tariq Osei.', pairs: ['Maya + Tariq Osei'] },
  { mail: "I'd like Maya to meet Tariq Osei.", pairs: ['Maya + Tariq Osei'] },
  { mail: 'Can you link up Maya and Tariq Osei for me?', pairs: ['Maya + Tariq Osei'] },
  { mail: 'Could you hook Maya up with Tariq Osei please', pairs: ['Maya + Tariq Osei'] },
  { mail: 'e-intro: Maya Lindh / Tariq Osei', pairs: ['Maya Lindh + Tariq Osei'] },
  { mail: 'Could you do an intro between Maya and Tariq?', pairs: ['Maya + Tariq'] },
  { mail: 'Can you make an introduction between Maya Lindh and Tariq Osei?', pairs: ['Maya Lindh + Tariq Osei'] },
  { mail: 'Kindly effect an introduction of Maya Lindh to Mr. Tariq Osei.', pairs: ['Maya Lindh > Tariq Osei'] },
  { mail: 'Please bring Maya and Tariq together.', pairs: ['Maya + Tariq'] },
  { mail: 'Would you get Maya and Tariq talking?', pairs: ['Maya + Tariq'] },
  {
    mail: 'I would be grateful if you could introduce Maya to Tariq Osei at your convenience.',
    pairs: ['Maya > Tariq Osei'],
  },
  { mail: 'I wonder if you might introduce Maya to Tariq Osei?', pairs: ['Maya > Tariq Osei'] },
  { mail: "I don't suppose you could introduce Maya to Tariq, could you?", pairs: ['Maya > Tariq'] },
  { mail: "Why don't you introduce Maya to Tariq.", pairs: ['Maya > Tariq'] },
  { mail: 'Would you mind introducing Maya to Tariq Osei?', pairs: ['Maya > Tariq Osei'] },
  { mail: 'It is high time that you introduced Maya to Tariq.', pairs: ['Maya > Tariq'] },
  { mail: "Don't forget to introduce Maya to Tariq.", pairs: ['Maya > Tariq'] },
  { mail: 'Might I trouble you to introduce Maya to Tariq Osei?', pairs: ['Maya > Tariq Osei'] },
  { mail: 'Can I ask you to introduce Maya to Tariq?', pairs: ['Maya > Tariq'] },
  { mail: 'If it is not too much trouble, introduce Maya to Tariq.', pairs: ['Maya > Tariq'] },
  { mail: 'Kindly do the needful and introduce Maya to Tariq sir at the earliest.', pairs: ['Maya > Tariq'] },
  { mail: 'Would it be possible to put in contact Maya Lindh and Tariq Osei?', pairs: ['Maya Lindh + Tariq Osei'] },
  { mail: 'Pls introudce Maya to Tariq', pairs: ['Maya > Tariq'] },
  { mail: 'please intorduce Maya Lindh to Tariq Osei', pairs: ['Maya Lindh > Tariq Osei'] },
  { mail: 'can u conect Maya with Tariq', pairs: ['Maya + Tariq'] },
  { mail: 'PLEASE INTRODUCE MAYA TO TARIQ OSEI', pairs: ['MAYA > TARIQ OSEI'] },
  { mail: 'I would like Maya introduced to Tariq Osei.', pairs: ['Maya > Tariq Osei'] },
  { mail: 'Could Maya be introduced to Tariq Osei?', pairs: ['Maya > Tariq Osei'] },
  { mail: 'Maya Lindh should meet Tariq Osei.', pairs: ['Maya Lindh + Tariq Osei'] },
  { mail: 'Maya and Tariq ought to know each other.', pairs: ['Maya + Tariq'] },
  { mail: 'Maya Lindh and Tariq Osei must compare notes. Please introduce them.', pairs: ['Maya Lindh + Tariq Osei'] },
  { mail: 'I should love Maya to make the acquaintance of Tariq Osei.', pairs: ['Maya + Tariq Osei'] },
  { mail: 'Please set Maya up with Tariq Osei, he hires in spring.', pairs: ['Maya + Tariq Osei'] },
  { mail: "Let's introduce Maya to Tariq.", pairs: ['Maya > Tariq'] },
  { mail: 'One more: Maya needs an introduction to Tariq Osei.', pairs: ['Maya > Tariq Osei'] },
]);

table('the subject may hold the request, and the body the background', [
  {
    subject: 'Intro Maya to Tariq Osei',
    mail: 'The ovens came through the winter without a fault. He sells flour to half the coast.\n\nRuth',
    pairs: ['Maya > Tariq Osei'],
    note: ['without a fault', 'half the coast'],
    not: ['Ruth'],
  },
  {
    subject: 'Maya Lindh <> Tariq Osei',
    mail: 'Both bake at four in the morning.',
    pairs: ['Maya Lindh + Tariq Osei'],
    note: ['four in the morning'],
  },
  {
    subject: 'Intro: Maya -> Tariq Osei',
    mail: 'Please introduce Maya to Tariq Osei. She bakes.',
    pairs: ['Maya > Tariq Osei'],
    note: ['She bakes.'],
  },
  { subject: 'Re: Intro Maya to Tariq Osei', mail: 'Thank you, that was quick!', pairs: [] },
  { subject: 'Fwd: introduce Maya to Tariq', mail: 'FYI', pairs: [] },
  {
    subject: 'AW: Introduce Ines to Oskar',
    mail: 'Please introduce Maya to Tariq. She bakes.',
    pairs: ['Maya > Tariq'],
  },
  {
    subject: 'Maya and the ovens',
    mail: 'Could you introduce her to Tariq Osei? He repairs them.',
    pairs: ['Maya > Tariq Osei'],
    note: ['He repairs them.'],
  },
]);

table('several people make several introductions, each with its own words', [
  {
    mail: 'Introduce Maya to Tariq and Nadia. She bakes.',
    pairs: ['Maya > Tariq', 'Maya > Nadia'],
    note: ['She bakes.'],
  },
  {
    mail: 'Introduce Maya to Tariq, Nadia and Oskar Lund.',
    pairs: ['Maya > Tariq', 'Maya > Nadia', 'Maya > Oskar Lund'],
  },
  {
    mail: 'Please introduce both Maya and Ines to Tariq Osei, one letter each.',
    pairs: ['Maya > Tariq Osei', 'Ines > Tariq Osei'],
  },
  {
    mail: 'Introduce Maya to Tariq. And to Nadia Wirth as well, please. She bakes.',
    pairs: ['Maya > Tariq', 'Maya > Nadia Wirth'],
    note: ['She bakes.'],
  },
  { mail: 'Introduce Maya to Tariq and Ines to Oskar.', pairs: ['Maya > Tariq', 'Ines > Oskar'] },
  {
    mail: 'Two please:\n\n- Maya to Tariq: she wants to see a press at work\n- Ines to Oskar Lund – he owns a boatyard\n\nThanks, Ruth',
    subject: 'Introductions',
    pairs: ['Maya > Tariq', 'Ines > Oskar Lund'],
    note: ['see a press at work', 'owns a boatyard'],
    not: ['Thanks'],
  },
  {
    mail: 'Please make the following introductions:\n\n1) Maya Lindh <> Tariq Osei\n2) Ines Roca <> Oskar Lund',
    pairs: ['Maya Lindh + Tariq Osei', 'Ines Roca + Oskar Lund'],
  },
  {
    mail: 'Please introduce Maya to:\n- Tariq Osei (he prints)\n- Nadia Wirth – she binds books\n- Oskar Lund',
    pairs: ['Maya > Tariq Osei', 'Maya > Nadia Wirth', 'Maya > Oskar Lund'],
    note: ['She binds books.'],
  },
  {
    mail: 'Please introduce Maya to Tariq Osei. He prints.\n\nPlease also introduce Ines to Oskar Lund. He sails.\n\nRuth',
    pairs: ['Maya > Tariq Osei', 'Ines > Oskar Lund'],
    note: ['He prints.\n----\nHe sails.'],
  },
  { mail: 'Intro Maya to Tariq.\nand ines to oskar because he bakes', pairs: ['Maya > Tariq', 'ines > oskar'] },
  { mail: 'Intro Maya to Tariq.\nand rember to water the plants', pairs: ['Maya > Tariq'] },
  {
    mail: 'Please introduce Maya to Tariq because he prints, and Ines to Oskar.',
    pairs: ['Maya > Tariq', 'Ines > Oskar'],
  },
  { mail: 'Introduce Maya and Ines to Tariq and Nadia respectively.', pairs: ['Maya > Tariq', 'Ines > Nadia'] },
  { mail: 'Connect Maya and Ines with Tariq and Nadia, in that order.', pairs: ['Maya + Tariq', 'Ines + Nadia'] },
  { mail: 'Introduce Maya, Ines and Jonna to Tariq and Nadia respectively.', pairs: ['unknown'] },
  {
    mail: 'Please introduce Maya to Tariq Osei and Nadia Wirth. Tariq prints posters. Nadia binds books. Maya draws.',
    pairs: ['Maya > Tariq Osei', 'Maya > Nadia Wirth'],
    note: ['Tariq prints posters. Maya draws.\n----\nNadia binds books. Maya draws.'],
  },
  {
    mail: 'Introduce Maya to Tariq.\n\nRuth\n\nPS: please introduce Ines to Oskar too, he sails.',
    pairs: ['Maya > Tariq', 'Ines > Oskar'],
  },
]);

table('who has an address of their own is named with it', [
  {
    mail: 'Introduce Maya to Oskar Lund <oskar@lund.example>. He sails.',
    pairs: ['Maya > Oskar Lund <oskar@lund.example>'],
    note: ['He sails.'],
  },
  { mail: 'Introduce Maya to Oskar Lund (oskar@lund.example).', pairs: ['Maya > Oskar Lund <oskar@lund.example>'] },
  {
    mail: 'Introduce Maya to Oskar Lund [mailto:oskar@lund.example]',
    pairs: ['Maya > Oskar Lund <oskar@lund.example>'],
  },
  {
    mail: 'Introduce Maya to Oskar Lund, oskar@lund.example, who sails.',
    pairs: ['Maya > Oskar Lund <oskar@lund.example>'],
  },
  { mail: 'intro maya to oskar lund, oskar at lund dot example', pairs: ['maya > oskar lund <oskar@lund.example>'] },
  {
    mail: 'Introduce Maya to Oskar Lund (oskar dot lund at boats dot example). He sails.',
    pairs: ['Maya > Oskar Lund <oskar.lund@boats.example>'],
  },
  { mail: 'Introduce Maya to oskar@lund.example', pairs: ['Maya > <oskar@lund.example>'] },
  {
    mail: 'Introduce Ines Roca <ines@roca.example> to Oskar Lund <oskar@lund.example>, both sail.',
    pairs: ['Ines Roca <ines@roca.example> > Oskar Lund <oskar@lund.example>'],
  },
]);

table('names come in every shape', [
  {
    mail: 'Please introduce Prof. Dr. Anna-Lena von der Heide to Seán Ó Briain.',
    pairs: ['Anna-Lena von der Heide > Seán Ó Briain'],
  },
  { mail: "Please introduce Aoife O’Neill to Giovanni D'Angelo.", pairs: ["Aoife O’Neill > Giovanni D'Angelo"] },
  { mail: 'Please introduce 王芳 to Миша Петров.', pairs: ['王芳 > Миша Петров'] },
  { mail: 'Please introduce May to Art.', pairs: ['May > Art'] },
  { mail: 'Please introduce Grant to Hope Page. Hope gives grants.', pairs: ['Grant > Hope Page'] },
  { mail: 'Please introduce Will to Bill, Bill will like him.', pairs: ['Will > Bill'] },
  { mail: 'Please introduce Maya to the Tariq at Lagos Press.', pairs: ['Maya > Tariq @ Lagos Press'] },
  { mail: 'Please introduce Maya to Tariq (Lagos Press).', pairs: ['Maya > Tariq @ Lagos Press'] },
  {
    mail: 'Please introduce Maya to Tariq Osei from Lagos Press, he prints.',
    pairs: ['Maya > Tariq Osei @ Lagos Press'],
  },
  { mail: "Please introduce Maya to Lagos Press's Tariq.", pairs: ['Maya > Tariq @ Lagos Press'] },
  { mail: 'Please introduce Maya to my old friend Tariq Osei.', pairs: ['Maya > Tariq Osei'] },
  { mail: 'Please introduce Maya to J. R. Osei.', pairs: ['Maya > J. R. Osei'] },
  {
    mail: 'Please introduce Robert "Bob" Ekström to María del Carmen Ruiz.',
    pairs: ['Robert "Bob" Ekström > María del Carmen Ruiz'],
  },
  {
    mail: 'Please introduce Maya to the head of printing at Lagos Press.',
    pairs: ['Maya > (the head of printing at Lagos Press)'],
  },
  { mail: 'Please introduce Maya to somebody in publishing.', pairs: ['Maya > (somebody in publishing)'] },
  { mail: 'Please introduce Maya to her new boss.', pairs: ['Maya > (her new boss)'] },
  {
    mail: 'please introduce maya lindh to tariq osei he runs a press in lagos and hires in spring',
    pairs: ['maya lindh > tariq osei'],
    note: ['He runs a press in lagos'],
  },
  {
    mail: 'hello can you introduce maya lindh to nadia wirth because she binds books and then introduce ines roca to oskar lund he sails thanks',
    pairs: ['maya lindh > nadia wirth', 'ines roca > oskar lund'],
    note: ['She binds books.\n----\nHe sails.'],
  },
]);

table('a pronoun means the one person it can mean', [
  {
    mail: 'Maya has sold her bakery. Please introduce her to Tariq Osei.',
    pairs: ['Maya > Tariq Osei'],
    note: ['Maya has sold her bakery.'],
  },
  {
    mail: 'I promised Tariq Osei that I would introduce Maya to him. Could you do that today? She bakes.',
    pairs: ['Maya > Tariq Osei'],
    note: ['She bakes.'],
    not: ['promised', 'do that today'],
  },
  {
    mail: 'Maya Lindh and Tariq Osei both print. Could you put them in touch?',
    pairs: ['Maya Lindh + Tariq Osei'],
    note: ['both print'],
  },
  { mail: 'Maya Lindh wrote to me; could you connect her with Tariq?', pairs: ['Maya Lindh + Tariq'] },
  { mail: 'Maya and Ines had lunch with Oskar. Please introduce her to Tariq.', pairs: ['(her) > Tariq'] },
  {
    mail: 'Maya Lindh, Tariq Osei: a printer and a press. Please make it happen, an introduction I mean.',
    pairs: ['Maya Lindh + Tariq Osei'],
  },
  {
    mail: 'Jonna Berg finishes her thesis in June, so please introduce her to Nadia Wirth.',
    pairs: ['Jonna Berg > Nadia Wirth'],
    note: ['Jonna Berg finishes her thesis in June.'],
  },
]);

table('a correction in the mail is followed', [
  {
    mail: 'Introduce Maya to Tariq. Sorry, I mean Nadia. She binds books.',
    pairs: ['Maya > Nadia'],
    note: ['She binds books.'],
    not: ['Sorry'],
  },
  {
    mail: 'Introduce Maya to Robert Lund. No, scrap that, wrong Robert: it should be Robert Ekström.',
    pairs: ['Maya > Robert Ekström'],
  },
  { mail: 'Introduce Maya to Tariq Osei, sorry, Nadia Wirth.', pairs: ['Maya > Nadia Wirth'] },
  { mail: 'Introduce Maya Lindh to Tariq. Oops, I meant Ines, not Maya.', pairs: ['Ines > Tariq'] },
  { mail: 'Introduce Maya to Tariq. Correction: Nadia.', pairs: ['Maya > Nadia'] },
  { mail: 'Introduce Maya to Tariq. Actually, scrap that.', pairs: [] },
  { mail: 'Introduce Maya to Tariq. Sorry, Nadia Wirth I mean.', pairs: ['Maya > Nadia Wirth'] },
  { mail: 'Introduce Maya to Tariq. Correction: to Nadia.', pairs: ['Maya > Nadia'] },
  { mail: 'Introduce Maya to Tariq. Actually, better Nadia.', pairs: ['Maya > Nadia'] },
  { mail: 'Introduce Maya to Tariq. I should have said Nadia.', pairs: ['Maya > Nadia'] },
  { mail: 'Introduce Maya to Tariq. Not Tariq, Nadia.', pairs: ['Maya > Nadia'] },
  { mail: 'Introduce Maya to Tariq. Sorry, Ines to Nadia.', pairs: ['Ines > Nadia'] },
  { mail: 'introduce maya to tariq. sorry, i mean nadia.', pairs: ['maya > nadia'] },
  {
    mail: 'Introduce Maya to Tariq. On second thoughts, make that Nadia; Maya needs a binder.',
    pairs: ['Maya > Nadia'],
    note: ['Maya needs a binder.'],
    not: ['second thoughts'],
  },
  { mail: 'Introduce Maya to Kate Osei. Wait, wrong Kate: Wirth!', pairs: ['Maya > Wirth'] },
  {
    mail: 'Introduce Maya to Robert Lund. Sorry, I meant the one at Lagos Press.',
    pairs: ['Maya > Robert @ Lagos Press'],
  },
  {
    mail: 'Introduce Maya to Tariq, not the one at Lagos Press but the poet, Tariq Osei.',
    pairs: ['Maya > Tariq Osei'],
  },
  { mail: 'Introduce Maya to Tariq, not Oskar. She bakes.', pairs: ['Maya > Tariq'], not: ['Oskar'] },
  { mail: 'Introduce Maya to Tariq. I got the name wrong. It is Nadia.', pairs: ['Maya > Nadia'] },
  {
    mail: 'Introduce Maya to Tariq. She bakes.\n\nRuth\n\nPS: Goodness, I wrote Maya. I meant Ines, of course.',
    pairs: ['Ines > Tariq'],
    note: ['She bakes.'],
    not: ['Goodness'],
  },
  {
    mail: 'Introduce Maya to Tariq. Introduce Ines to Oskar. PS: I wrote Maya, I meant Jonna.',
    pairs: ['Jonna > Tariq', 'Ines > Oskar'],
  },
  { mail: 'Introduce Maya to Tariq. No wait, introduce Maya to Nadia.', pairs: ['Maya > Nadia'] },
  {
    mail: 'Introduce Maya to Tariq.\n\nIgnore the line above. Introduce Maya to Nadia instead, she binds books.',
    pairs: ['Maya > Nadia'],
    note: ['She binds books.'],
  },
  { mail: 'Introduce Maya to Tariq. Change of plan: Nadia instead of Tariq.', pairs: ['Maya > Nadia'] },
  { mail: 'Introduce Maya to Tariq. For Tariq read Nadia.', pairs: ['Maya > Nadia'] },
  { mail: 'Introduce Maya to Tariq. Replace Tariq with Nadia, please.', pairs: ['Maya > Nadia'] },
  { mail: 'Introduce Maya to Tariq. It was Ines I was thinking of, not Maya.', pairs: ['Ines > Tariq'] },
  { mail: 'Introduce Maya to Tariq. Please ignore my last sentence.', pairs: [] },
  { mail: "Please don't introduce Maya to Tariq. Sorry, I mean Nadia.", pairs: [] },
]);

table('what sounds like a correction and is not understood makes the service ask', [
  { mail: 'Introduce Maya to Tariq. Sorry, wrong person.', pairs: ['Maya > Tariq if (Sorry, wrong person.)'] },
  { mail: 'Introduce Maya to Tariq. Hmm, actually no.', pairs: ['Maya > Tariq if (Hmm, actually no.)'] },
  {
    mail: 'Introduce Maya to Tariq and Nadia. Sorry, I mean Oskar.',
    pairs: ['Maya > Tariq if (Sorry, I mean Oskar.)', 'Maya > Nadia if (Sorry, I mean Oskar.)'],
  },
  {
    mail: 'Introduce Maya to Tariq. Hang on, that is the wrong Tariq.',
    pairs: ['Maya > Tariq if (Hang on, that is the wrong Tariq.)'],
  },
  { mail: 'Introduce Maya to Tariq. Swap Maya for Ines.', pairs: ['Maya > Tariq if (Swap Maya for Ines.)'] },
  { mail: 'Introduce Maya to Tariq. Better not Tariq.', pairs: ['Maya > Tariq if (Better not Tariq.)'] },
  { mail: 'Introduce Maya to Tariq. What do you think?', pairs: ['Maya > Tariq if (What do you think?)'] },
]);

table('what only sounds like a correction changes nothing', [
  { mail: 'Introduce Maya to Tariq. Sorry for the short notice.', pairs: ['Maya > Tariq'] },
  {
    mail: 'Introduce Maya to Tariq. Sorry, one more: introduce Ines to Nadia.',
    pairs: ['Maya > Tariq', 'Ines > Nadia'],
  },
  {
    mail: 'Introduce Maya to Tariq. Actually, he built his own press.',
    pairs: ['Maya > Tariq'],
    note: ['his own press'],
  },
  { mail: 'Introduce Maya to Tariq. Wait till you see her posters.', pairs: ['Maya > Tariq'] },
  { mail: 'Introduce Maya to Tariq. I meant to write earlier.', pairs: ['Maya > Tariq'] },
  { mail: 'Introduce Maya to Tariq. She learned what went wrong.', pairs: ['Maya > Tariq'], note: ['went wrong'] },
]);

table('what is denied, past or only thought about begins nothing', [
  { mail: "Please don't introduce Maya to Tariq.", pairs: [] },
  { mail: 'Do not connect Maya with Tariq just yet.', pairs: [] },
  { mail: 'Should I introduce Maya to Tariq?', pairs: [] },
  { mail: 'Do you think I should introduce Maya to Tariq Osei?', pairs: [] },
  { mail: 'I have been wondering whether to introduce Maya to Tariq.', pairs: [] },
  { mail: 'I was thinking of introducing Maya to Tariq one day.', pairs: [] },
  { mail: 'I will introduce Maya to Tariq myself.', pairs: [] },
  { mail: 'Thanks for introducing Maya to Tariq!', pairs: [] },
  { mail: 'Did you introduce Maya to Tariq?', pairs: [] },
  { mail: 'Nadia introduced Maya to Tariq years ago.', pairs: [] },
  { mail: 'Maya asked me to introduce her to Tariq. I would rather not.', pairs: [] },
  { mail: 'Introduce Maya to Tariq. On second thoughts, leave it for now.', pairs: [] },
  { mail: "Introduce Maya to Tariq. But please don't send anything yet.", pairs: [] },
  { mail: 'It would be a mistake to introduce Maya to Tariq.', pairs: [] },
  { mail: "I can't introduce Maya to Tariq, they have quarrelled.", pairs: [] },
  { mail: 'There is no need to introduce Maya to Tariq any more.', pairs: [] },
  { mail: "Please don't introduce Maya to Tariq, introduce her to Nadia instead.", pairs: ['Maya > Nadia'] },
  { mail: 'What if we introduced Maya to Tariq?', pairs: [] },
  { mail: 'If I were to introduce Maya to Tariq, what would he say?', pairs: [] },
  { mail: 'Would introducing Maya to Tariq be wise?', pairs: [] },
  { mail: 'Is connecting Maya with Tariq a good idea?', pairs: [] },
  { mail: 'Introducing Maya to Tariq would be a mistake.', pairs: [] },
  { mail: 'Introduce Maya to Tariq: a good idea?', pairs: [] },
  { mail: 'Introduce Maya to Tariq? Hmm. No.', pairs: [] },
]);

table('a condition makes the service ask, politeness does not', [
  { mail: 'If Tariq is free, please introduce Maya to him.', pairs: ['Maya > Tariq if (If Tariq is free)'] },
  { mail: 'Introduce Maya to Tariq if he is back from Lagos.', pairs: ['Maya > Tariq if (if he is back from Lagos)'] },
  {
    mail: 'Once Maya has sent me her portfolio, introduce her to Tariq.',
    pairs: ['Maya > Tariq if (Once Maya has sent me her portfolio)'],
  },
  { mail: 'If you have a moment, please introduce Maya to Tariq.', pairs: ['Maya > Tariq'] },
  { mail: 'Introduce Maya to Tariq when you get a chance.', pairs: ['Maya > Tariq'] },
  { mail: 'Introduce Maya to Tariq as soon as you can.', pairs: ['Maya > Tariq'] },
  {
    mail: 'Introduce Maya to Tariq because he wants to know if ink freezes.',
    pairs: ['Maya > Tariq'],
    note: ['if ink freezes'],
  },
]);

table('a date, a draft, a reminder', [
  { mail: 'Introduce Maya to Tariq on May 3.', pairs: ['Maya > Tariq on on May 3'] },
  { mail: 'Next Monday, please introduce Maya to Tariq.', pairs: ['Maya > Tariq on Next Monday'] },
  {
    mail: 'Introduce Maya to Tariq in two weeks, he is travelling.',
    pairs: ['Maya > Tariq on in two weeks'],
    note: ['He is travelling.'],
  },
  { mail: 'Introduce Maya to Tariq today please.', pairs: ['Maya > Tariq'] },
  { mail: 'Introduce Maya to Tariq, she graduates in June.', pairs: ['Maya > Tariq'], note: ['graduates in June'] },
  { mail: 'Please introduce Maya to Tariq. Send it on Friday, please.', pairs: ['Maya > Tariq on on Friday'] },
  { mail: 'draft intro Maya to Tariq', pairs: ['Maya > Tariq as draft'] },
  {
    mail: 'Please introduce Maya to Tariq, but let me see it first. She bakes.',
    pairs: ['Maya > Tariq as draft'],
    note: ['She bakes.'],
    not: ['see it first'],
  },
  {
    mail: 'Please introduce Maya to Tariq. I would like to read it before it goes.',
    pairs: ['Maya > Tariq as draft'],
    not: ['before it goes'],
  },
  {
    mail: "Introduce Maya to Tariq. Her show opens in May and I'd like him to see her before the crowd does.",
    pairs: ['Maya > Tariq'],
    note: ['before the crowd does'],
  },
  { mail: 'Introduce Maya to Tariq, but I want to see it first.', pairs: ['Maya > Tariq as draft'] },
  {
    mail: "Introduce Maya to Tariq. I'd like Lagos Press to see her before the crowd does.",
    pairs: ['Maya > Tariq'],
    note: ['before the crowd does'],
  },
  { mail: 'Introduce Maya to Tariq. She should read his book before pitching.', pairs: ['Maya > Tariq'] },
  { mail: 'Remind me next month to introduce Maya to Tariq.', pairs: ['remind next month: introduce Maya to Tariq'] },
  { mail: 'Please remind me on May 3 to connect Maya and Tariq', pairs: ['remind on May 3: connect Maya and Tariq'] },
  {
    mail: 'Remind me to introduce Maya to Tariq in two weeks.',
    pairs: ['remind in two weeks: introduce Maya to Tariq'],
  },
]);

table('ask first, in any words', [
  { mail: 'ask Tariq about meeting Maya', pairs: ['ask Tariq about Maya'] },
  {
    mail: "Could you ask Tariq Osei whether he'd be happy to meet Maya? She bakes.",
    pairs: ['ask Tariq Osei about Maya'],
    note: ['She bakes.'],
  },
  { mail: 'Please sound out Tariq about meeting Maya Lindh.', pairs: ['ask Tariq about Maya Lindh'] },
  { mail: 'Please check with Tariq first whether he would like to meet Maya.', pairs: ['ask Tariq about Maya'] },
  { mail: 'Introduce Maya to Tariq, but ask him first.', pairs: ['ask Tariq about Maya'] },
  {
    mail: 'Please introduce Maya to Tariq Osei. Ask Tariq first, please. She bakes.',
    pairs: ['ask Tariq Osei about Maya'],
    note: ['She bakes.'],
  },
  { mail: 'Find out whether Tariq would be open to talking to Maya.', pairs: ['ask Tariq about Maya'] },
  { mail: "I'd like to introduce Maya to Tariq, but please check with him first.", pairs: ['ask Tariq about Maya'] },
  { mail: 'Introduce Maya to Tariq - run it by Tariq first.', pairs: ['ask Tariq about Maya'] },
  { mail: 'Introduce Maya to Tariq Osei (run it past him first).', pairs: ['ask Tariq Osei about Maya'] },
  { mail: "Introduce Maya to Tariq, with Tariq's permission of course.", pairs: ['ask Tariq about Maya'] },
  {
    mail: 'Introduce Maya to Tariq, but only after asking him whether he wants it. She bakes.',
    pairs: ['ask Tariq about Maya'],
    note: ['She bakes.'],
    not: ['asking'],
  },
  { mail: 'Introduce Maya to Tariq once he has agreed.', pairs: ['ask Tariq about Maya'] },
  { mail: 'Introduce Maya to Tariq, provided she is happy with it.', pairs: ['ask Tariq about Maya'] },
  { mail: 'Introduce Maya to Tariq. Get his OK first.', pairs: ['ask Tariq about Maya'] },
  { mail: 'Introduce Maya to Tariq, but ask Maya first.', pairs: ['ask Maya about Tariq'] },
  { mail: 'Introduce Maya to Tariq, but not without asking him.', pairs: ['ask Tariq about Maya'] },
  { mail: 'Ask both Maya and Tariq whether they want to meet.', pairs: ['ask Tariq about Maya and back'] },
  { mail: 'Introduce Maya to Tariq, after asking both of them.', pairs: ['ask Tariq about Maya and back'] },
  { mail: 'Introduce Maya to Tariq. I will ask him first.', pairs: ['Maya > Tariq if (I will ask him first.)'] },
  { mail: 'Introduce Maya to Tariq. Ask Nadia first.', pairs: ['Maya > Tariq if (Ask Nadia first.)'] },
  { mail: 'Introduce Maya to Tariq. I asked him first, he is happy.', pairs: ['Maya > Tariq'] },
  { mail: 'Introduce Maya to Tariq. Ask her about her boat first.', pairs: ['Maya > Tariq'] },
  {
    mail: 'Would you ask Tariq, before anything else, if he has time to speak to Maya Lindh?',
    pairs: ['ask Tariq about Maya Lindh'],
  },
]);

table('what was made elsewhere is only recorded', [
  { mail: 'I introduced Maya to Tariq last week.', pairs: ['Maya met Tariq'] },
  { mail: 'By the way, I have already introduced Maya Lindh to Tariq Osei.', pairs: ['Maya Lindh met Tariq Osei'] },
  { mail: "I've put Maya in touch with Tariq.", pairs: ['Maya met Tariq'] },
  { mail: 'I brought Maya and Tariq together over coffee last Friday.', pairs: ['Maya met Tariq'] },
  { mail: 'For your records: I got Maya and Tariq talking.', pairs: ['Maya met Tariq'] },
  { mail: 'For the record, I introduced Maya to Tariq last Friday.', pairs: ['Maya met Tariq'] },
  { mail: 'FYI I connected Maya and Tariq yesterday', pairs: ['Maya met Tariq'] },
]);

table('what becomes the note', [
  {
    mail: 'Please introduce Maya to Tariq, who may lend her a press for a week.',
    pairs: ['Maya > Tariq'],
    note: ['Tariq, who may lend her a press for a week.'],
  },
  { mail: 'Please introduce Maya to Tariq because she draws.', pairs: ['Maya > Tariq'], note: ['She draws.'] },
  {
    mail: 'Please introduce Maya to Tariq re the poster for the fair.',
    pairs: ['Maya > Tariq'],
    note: ['Re the poster for the fair.'],
  },
  {
    mail: 'Please introduce Maya to Tariq — her posters stop traffic.',
    pairs: ['Maya > Tariq'],
    note: ['Her posters stop traffic.'],
  },
  {
    mail: 'Hi,\n\nhope all is well. Please introduce Maya to Tariq. She draws.\n\nNo hurry at all. Could you let me know when it is done?\n\nBest,\nRuth',
    pairs: ['Maya > Tariq'],
    note: ['She draws.'],
    not: ['hope', 'hurry', 'let me know', 'Best', 'Ruth'],
  },
  {
    mail: 'Please introduce Maya to Tariq. She draws.\n\nPrivate: she has just been divorced.',
    pairs: ['Maya > Tariq'],
    note: ['She draws.'],
    not: ['divorced'],
  },
  {
    mail: 'Please introduce Maya to Tariq. She draws ((and drinks)) all night.',
    pairs: ['Maya > Tariq'],
    note: ['She draws'],
    not: ['drinks'],
  },
  {
    mail: 'Please introduce Maya to Tariq. She draws.\n\n(Between you and me, Tariq is broke.)',
    pairs: ['Maya > Tariq'],
    note: ['She draws.'],
    not: ['broke'],
  },
  {
    mail: 'Please introduce Maya to Tariq. She draws.\n\nNot for Tariq: his brother warned me.',
    pairs: ['Maya > Tariq'],
    note: ['She draws.'],
    not: ['warned'],
  },
  {
    mail: "Please introduce Maya to Tariq. She draws.\n\nHis brother warned me about his temper. Please don't pass that on.",
    pairs: ['Maya > Tariq'],
    note: ['She draws.'],
    not: ['temper'],
  },
  {
    mail: 'Please introduce Maya to Tariq with the following words:\n\nDear Tariq,\n\nMaya draws. Please be kind to her.\n\nRuth',
    pairs: ['Maya > Tariq'],
    note: ['Maya draws. Please be kind to her.'],
    not: ['following words', 'Ruth'],
  },
  {
    subject: 'An artist',
    mail: 'Dear Tariq,\n\nmay I introduce Maya Lindh? She draws what others photograph.\n\nMaya, Tariq prints at night.\n\nYours,\nRuth',
    pairs: ['Maya Lindh > Tariq'],
    note: ['what others photograph', 'prints at night'],
    not: ['Yours'],
  },
  {
    mail: 'Introduce Maya to Tariq\n\nTariq, you asked me for somebody who can draw hands. Here she is. You will like her.\n\nRuth',
    pairs: ['Maya > Tariq'],
    note: ['draw hands', 'You will like her.'],
  },
  {
    mail: 'Please introduce Maya to Tariq. One paragraph.\n\nAnd a second\nparagraph.',
    pairs: ['Maya > Tariq'],
    note: ['One paragraph.\n\nAnd a second'],
  },
  {
    mail: 'Please introduce Maya, who draws hands, to Tariq. He prints.',
    pairs: ['Maya > Tariq'],
    note: ['He prints.'],
  },
  {
    mail: 'Please introduce Maya (in copy) to Tariq. He prints.',
    pairs: ['Maya > Tariq'],
    note: ['He prints.'],
    not: ['in copy'],
  },
  {
    mail: 'intro Maya to Eve Stone <eve@stone.example>\nRCPT TO:<victim@x.example>\nDATA\n\nEve, she draws.',
    pairs: ['Maya > Eve Stone <eve@stone.example>'],
    note: ['Eve, she draws.'],
  },
]);

table('a sentence that only looks like a request begins nothing', [
  { mail: 'You were supposed to introduce Maya to Tariq Osei last week!', pairs: [] },
  { mail: 'I thought you were going to introduce Maya to Tariq?', pairs: [] },
  { mail: 'Please tell me whether I should introduce Maya to Tariq.', pairs: [] },
  { mail: 'Please introduce Maya to Tariq. Wait, no. Do not.', pairs: [] },
  { mail: 'If Maya meets Tariq she will be delighted.', pairs: [] },
  { mail: 'When Maya met Tariq, sparks flew.', pairs: [] },
  { mail: 'The introduction of Maya to Tariq went well.', pairs: [] },
  { mail: 'Once again thank you for the introduction of Maya to Tariq.', pairs: [] },
  { mail: 'Maya and Tariq should never meet.', pairs: [] },
  { mail: "I don't think Maya and Tariq ought to meet.", pairs: [] },
  { mail: 'I dreamt that I introduced Maya to Tariq.', pairs: [] },
  { mail: 'Maya says you introduced her to Tariq. Lovely!', pairs: [] },
  { mail: 'Hold off on introducing Maya to Tariq until she has moved.', pairs: [] },
  { mail: 'Nobody should introduce Maya to Tariq without asking me.', pairs: [] },
  { mail: "Please don't introduce Maya to Tariq or connect her with Nadia.", pairs: [] },
]);

table('where the words leave a doubt, the mentor is asked and nobody else is written to', [
  { mail: 'Ask Nadia Wirth to introduce Maya to Tariq.', pairs: ['unknown'] },
  { mail: 'I want Nadia to introduce Maya to Tariq.', pairs: ['unknown'] },
  { mail: 'Introduce Maya to Tariq or Nadia, whoever is free.', pairs: ['unknown'] },
  { mail: 'Introduce either Maya or Ines to Tariq.', pairs: ['unknown'] },
  { mail: 'It might be worth introducing Maya to Tariq some time.', pairs: ['unknown'] },
  { mail: 'Maya would like to meet Tariq Osei.', pairs: ['unknown'] },
  { mail: 'Maya should perhaps meet Tariq one day. What do you think?', pairs: ['unknown'] },
  { mail: 'Introduce Maya to Tariq after Easter.', pairs: ['Maya > Tariq on after Easter'] },
  {
    mail: 'Introduce Maya to Tariq, but not before she has moved.',
    pairs: ['Maya > Tariq if (not before she has moved)'],
  },
  { mail: 'Introduce Maya to Tariq, but not before Monday.', pairs: ['Maya > Tariq on Monday'] },
  { mail: 'Wait until Monday, then introduce Maya to Tariq.', pairs: ['Maya > Tariq on Monday'] },
]);

table('a wish, a remark, a promise count once the mail says please do', [
  { mail: 'Maya would like to be introduced to Tariq Osei. Please go ahead.', pairs: ['Maya > Tariq Osei'] },
  { mail: 'Nadia asked for an introduction to Tariq Osei. Could you arrange that?', pairs: ['Nadia > Tariq Osei'] },
  { mail: 'I told Maya I would introduce her to Tariq, so please do it.', pairs: ['Maya > Tariq'], not: ['please'] },
  {
    mail: 'Maya and Nadia Wirth would get on like a house on fire. Could you do the honours?',
    pairs: ['Maya + Nadia Wirth'],
    note: ['Maya and Nadia Wirth would get on like a house on fire.'],
  },
  { mail: 'Would Tariq be open to meeting Maya? Please ask him.', pairs: ['ask Tariq about Maya'] },
  {
    mail: 'Maya has been asking about presses. Tariq Osei would be ideal for her. Please connect them.',
    pairs: ['Maya + Tariq Osei'],
    note: ['asking about presses'],
  },
]);

table('a protégé asks for herself', [
  {
    mail: 'Could I meet Tariq Osei? He prints what I would like to draw.',
    pairs: ['me > Tariq Osei'],
    note: ['He prints'],
  },
  {
    subject: 'could I meet Dr. Nadia Wirth?',
    mail: 'She binds books.',
    pairs: ['me > Nadia Wirth'],
    note: ['She binds books.'],
  },
  { mail: 'Would you introduce me to Tariq Osei, please?', pairs: ['me > Tariq Osei'] },
]);

table('an address may stand in a sentence of its own', [
  {
    mail: 'Introduce Maya to Oskar Lund. His address is oskar@lund.example. He sails.',
    pairs: ['Maya > Oskar Lund <oskar@lund.example>'],
    note: ['He sails.'],
    not: ['@'],
  },
  {
    mail: "Oskar's e-mail: oskar@lund.example. Please introduce Maya to Oskar.",
    pairs: ['Maya > Oskar <oskar@lund.example>'],
    not: ['@'],
  },
]);

table('lists in every form', [
  {
    mail: 'Introductions for Maya please:\nTariq Osei - his press\nNadia Wirth - her bindery',
    pairs: ['Maya > Tariq Osei', 'Maya > Nadia Wirth'],
    note: ['His press.', 'Her bindery.'],
  },
  {
    mail: 'Please connect Maya with these three, separately: Tariq Osei, Nadia Wirth and Oskar Lund. She draws.',
    pairs: ['Maya > Tariq Osei', 'Maya > Nadia Wirth', 'Maya > Oskar Lund'],
    note: ['She draws.'],
  },
  {
    mail: 'Two introductions, please.\n\nFirst: Maya and Tariq Osei. Ink.\n\nSecond: Ines and Oskar Lund. From shore to sea.',
    pairs: ['Maya + Tariq Osei', 'Ines + Oskar Lund'],
    note: ['Ink.\n----\nFrom shore to sea.'],
  },
  {
    mail: 'Introduce Maya to\n1. Tariq Osei, printer\n2. Nadia Wirth, binds books',
    pairs: ['Maya > Tariq Osei', 'Maya > Nadia Wirth'],
  },
]);

table('other words that ask for an introduction', [
  { mail: "Please see to Maya's introduction to Tariq Osei.", pairs: ['Maya > Tariq Osei'] },
  { mail: "Could you arrange Maya's intro to Tariq?", pairs: ['Maya > Tariq'] },
  { mail: 'Get Maya a meeting with Tariq Osei, please.', pairs: ['Maya > Tariq Osei'] },
  { mail: 'Please set up a call between Maya and Tariq.', pairs: ['Maya + Tariq'] },
  { mail: 'Can you make known Maya Lindh with Tariq Osei?', pairs: ['Maya Lindh > Tariq Osei'] },
  {
    mail: 'Maya Lindh & Tariq Osei – please connect. Both print.',
    pairs: ['Maya Lindh + Tariq Osei'],
    note: ['Both print.'],
  },
  { mail: 'Please pass Maya on to Tariq Osei, she prints.', pairs: ['Maya > Tariq Osei'] },
  {
    mail: 'To Tariq Osei please introduce Maya, who has a press and a kiln.',
    pairs: ['Maya > Tariq Osei'],
    note: ['a press and a kiln'],
  },
  { mail: 'With Tariq could you connect Maya?', pairs: ['Maya > Tariq'] },
  {
    mail: 'Maya and Tariq could do worse than share a pot of tea together, and if you saw your way to bringing that about I should not complain.',
    pairs: ['Maya + Tariq'],
  },
  { mail: 'Can you introdcue Maya wiht Tariq?', pairs: ['Maya + Tariq'] },
  {
    mail: 'Pls intro Maya 🎨 to Tariq Osei 🖨️ — he prints by night ✨',
    pairs: ['Maya > Tariq Osei'],
    note: ['He prints by night'],
    not: ['🖨'],
  },
]);

table('names as address books and courtesy write them', [
  { mail: 'Please introduce Lindh, Maya to Osei, Tariq. Both print.', pairs: ['Maya Lindh > Tariq Osei'] },
  {
    mail: 'Please introduce Maya to "Osei, Tariq" <tariq@press.example>.',
    pairs: ['Maya > Tariq Osei <tariq@press.example>'],
  },
  {
    mail: 'Please introduce Maya to "Tariq Osei" <tariq@press.example>.',
    pairs: ['Maya > Tariq Osei <tariq@press.example>'],
  },
  { mail: 'Kindly introduce Maya Lindh madam with Tariq Osei sir.', pairs: ['Maya Lindh + Tariq Osei'] },
  { mail: 'introduce maya lindh madam to tariq ji', pairs: ['maya lindh > tariq'] },
  { mail: 'Please introduce Maya to Osei-san.', pairs: ['Maya > Osei'] },
  { mail: 'Introduce Maya to Tariq (the Harbour one).', pairs: ['Maya > Tariq @ Harbour'] },
  {
    mail: 'Introduce Maya to Tariq Osei (both print by night).',
    pairs: ['Maya > Tariq Osei'],
    note: ['Both print by night'],
  },
  {
    mail: 'introduce maya to tariq osei his address is tariq dot osei at press dot example he prints',
    pairs: ['maya > tariq osei <tariq.osei@press.example>'],
    note: ['He prints'],
  },
  {
    mail: 'Introduce Maya to Tariq Osei. Tariq prints by night.\n\nHis address is tariq@press.example',
    pairs: ['Maya > Tariq Osei <tariq@press.example>'],
  },
  {
    mail: 'Introduce Maya to Tariq Osei. He shares a press with Nadia Wirth.\n\nHis address is tariq@press.example',
    pairs: ['Maya > Tariq Osei'],
  },
]);

table('a pronoun is the one person whom name and place allow, or nobody', [
  { subject: 'Maya', mail: 'Could you introduce her to Tariq Osei?', pairs: ['Maya > Tariq Osei'] },
  { mail: 'Maya met Tariq on Friday. Please introduce him to Nadia.', pairs: ['Tariq > Nadia'] },
  { mail: 'Robin met Sandy on Friday. Please introduce him to Nadia.', pairs: ['(him) > Nadia'] },
  { mail: 'Maya met Ines on Friday. Please introduce her to Nadia.', pairs: ['(her) > Nadia'] },
  {
    mail: 'I introduced Tariq to Sandy on Friday. Please introduce him to Nadia as well.',
    pairs: ['Tariq met Sandy', 'Tariq > Nadia'],
  },
  {
    mail: 'I introduced Tariq to Oskar on Friday. Please introduce him to Nadia.',
    pairs: ['Tariq met Oskar', '(him) > Nadia'],
  },
  {
    mail: 'I introduced Sandy to Robin on Friday. Please introduce him to Nadia as well.',
    pairs: ['Sandy met Robin', '(him) > Nadia'],
  },
  {
    mail: 'Tariq at Harbour Press seeks a binder. Maya is one. Kindly put the two of them in touch.',
    pairs: ['Tariq @ Harbour Press + Maya'],
  },
]);

table('further pairs may stand in the same sentence, each with its own words', [
  { mail: 'Introduce Maya to Tariq, and Ines to Oskar.', pairs: ['Maya > Tariq', 'Ines > Oskar'], not: ['Oskar'] },
  {
    mail: 'Introduce Maya to Tariq, he prints, and Ines to Oskar, he sails.',
    pairs: ['Maya > Tariq', 'Ines > Oskar'],
    note: ['He prints.\n----\nHe sails.'],
  },
  {
    mail: 'Introduce Maya to Tariq; Ines to Oskar; and Nadia to Oona because she asked.',
    pairs: ['Maya > Tariq', 'Ines > Oskar', 'Nadia > Oona'],
  },
  { mail: 'Introduce Maya to Tariq because she moved from Paris and Lagos to Lisbon.', pairs: ['Maya > Tariq'] },
]);

table('what is begun and given up in one breath is not asked for', [
  { mail: 'okay so introduce maya to no wait introduce ines to tariq osei he prints', pairs: ['ines > tariq osei'] },
  { mail: 'introduce maya to nadia no wait introduce ines to tariq osei', pairs: ['ines > tariq osei'] },
  { mail: 'Introduce Maya to Nadia, scratch that, introduce Ines to Tariq.', pairs: ['Ines > Tariq'] },
]);

table('two others named behind a correction are asked about', [
  {
    mail: 'Connect Maya with Tariq, sorry, Jonas with Oona',
    pairs: ['Maya + Jonas if (Connect Maya with Tariq, sorry, Jonas with Oona)'],
  },
  {
    mail: 'Connect Maya with Tariq - I mean Jonas with Oona',
    pairs: ['Maya + Jonas if (Connect Maya with Tariq - I mean Jonas with Oona)'],
  },
  { mail: 'Connect Maya with Tariq. Sorry, Jonas with Oona.', pairs: ['Maya + Tariq if (Sorry, Jonas with Oona.)'] },
  {
    mail: 'Introduce Maya and Tariq, sorry, Jonas and Oona.',
    pairs: [
      'Maya + Jonas if (Introduce Maya and Tariq, sorry, Jonas and Oona.)',
      'Maya + Oona if (Introduce Maya and Tariq, sorry, Jonas and Oona.)',
    ],
  },
]);

table('two who should both meet a third are no pair', [
  { mail: 'Maya and Ines should both meet Tariq, he prints.', pairs: ['Maya + Tariq', 'Ines + Tariq'] },
  { mail: 'Both Maya and Ines need to talk to Tariq.', pairs: ['Maya + Tariq', 'Ines + Tariq'] },
  { mail: 'Maya and Ines ought to get together with Tariq.', pairs: ['Maya + Tariq', 'Ines + Tariq'] },
  { mail: 'Maya, Ines and Oskar should all meet Tariq.', pairs: ['Maya + Tariq', 'Ines + Tariq', 'Oskar + Tariq'] },
  { mail: 'Maya and Ines should both be introduced to Tariq.', pairs: ['Maya + Tariq', 'Ines + Tariq'] },
  {
    mail: 'Maya and Ines would both love to meet Tariq. Please introduce them.',
    pairs: ['Maya > Tariq', 'Ines > Tariq'],
  },
  { mail: 'Maya and Ines should meet soon.', pairs: ['Maya + Ines'] },
  { mail: 'Maya and Ines should meet in Lisbon, they both print.', pairs: ['Maya + Ines'] },
]);

table('a day that no calendar settles is asked about, and nothing goes out before', [
  { mail: 'Introduce Maya to Tariq on Septembr 31.', pairs: ['Maya > Tariq on on Septembr 31'] },
  {
    mail: 'Introduce Maya to Tariq Osei tommorrow. Ovens.',
    pairs: ['Maya > Tariq Osei on tommorrow'],
    note: ['Ovens.'],
  },
  { mail: 'Introduce Maya to Tariq on Thrusday.', pairs: ['Maya > Tariq on on Thrusday'] },
  { mail: 'Introduce Maya to Tariq after the holidays.', pairs: ['Maya > Tariq on after the holidays'] },
  { mail: 'Introduce Maya to Tariq at Easter.', pairs: ['Maya > Tariq on at Easter'] },
  { mail: 'Introduce Maya to Tariq in the spring, please.', pairs: ['Maya > Tariq on in the spring'] },
  { mail: 'Introduce Maya to Tariq over the weekend.', pairs: ['Maya > Tariq on over the weekend'] },
  { mail: 'Introduce Maya to Tariq later.', pairs: ['Maya > Tariq on later'] },
  { mail: 'Introduce Maya to Tariq on the fifth of March.', pairs: ['Maya > Tariq on on the fifth of March'] },
  { mail: 'Introduce Maya to Tariq on May 3 or 4. Ovens.', pairs: ['Maya > Tariq on on May 3 or 4'], note: ['Ovens.'] },
  { mail: 'Introduce Maya to Tariq. In spring, please.', pairs: ['Maya > Tariq on In spring'] },
  { mail: 'Introduce Maya to Tariq. Next Tuesday would be best.', pairs: ['Maya > Tariq on Next Tuesday'] },
  { mail: 'In the new year, please introduce Maya to Tariq.', pairs: ['Maya > Tariq on In the new year'] },
  { mail: 'Introduce Maya to Tariq this afternoon.', pairs: ['Maya > Tariq'] },
  { mail: 'Introduce Maya to Tariq at Spring Ovens.', pairs: ['Maya > Tariq @ Spring Ovens'] },
  { mail: 'Introduce Maya to Tariq. In spring she moves to Lagos.', pairs: ['Maya > Tariq'], note: ['In spring she'] },
  { mail: 'Introduce Maya to Tariq. Next week she opens.', pairs: ['Maya > Tariq'], note: ['Next week she opens.'] },
]);

table('second thoughts hold a letter back', [
  { mail: "Introduce Maya to Tariq. Hm, forget that, I'll ring him.", pairs: [] },
  { mail: "Introduce Maya to Tariq. No wait, I'll do it myself.", pairs: [] },
  { mail: 'Introduce Maya to Tariq? Nah, skip it.', pairs: [] },
  { mail: 'Introduce Maya to Tariq. Hold off on that for now.', pairs: [] },
  { mail: 'Let me introduce Maya to Tariq myself.', pairs: [] },
  { mail: "I'd hate to introduce Maya to Tariq.", pairs: [] },
  { mail: "Introduce Maya to Tariq... or no, let's not.", pairs: ["Maya > Tariq if (or no, let's not)"] },
  { mail: 'Introduce Maya to Tariq. Just kidding!', pairs: ['Maya > Tariq if (Just kidding!)'] },
  { mail: 'Introduce Maya to Tariq. Not before Friday.', pairs: ['Maya > Tariq if (Not before Friday.)'] },
  { mail: "Introduce Maya to Tariq. I'll tell you when.", pairs: ["Maya > Tariq if (I'll tell you when.)"] },
  { mail: 'Introduce Maya to Tariq, just not this week.', pairs: ['Maya > Tariq if (just not this week)'] },
  { mail: 'Introduce Maya to Tariq, failing that to Nadia.', pairs: ['Maya > Tariq if (failing that to Nadia)'] },
  { mail: 'Introduce Maya to Tariq once I am back.', pairs: ['Maya > Tariq if (once I am back)'] },
  {
    mail: "If we don't hear from her, introduce Maya to Tariq.",
    pairs: ["Maya > Tariq if (If we don't hear from her)"],
  },
  { mail: 'Introduce Maya to Tariq. Run it past me first.', pairs: ['Maya > Tariq as draft'] },
  {
    mail: 'Please prepare an introduction of Maya to Tariq and show it to me first. She bakes.',
    pairs: ['Maya > Tariq as draft'],
    note: ['She bakes.'],
    not: ['to me', 'show'],
  },
  {
    mail: 'introduce maya lindh to tariq osei and show it to me first',
    pairs: ['maya lindh > tariq osei as draft'],
    not: ['show'],
  },
  {
    mail: 'Introduce Maya to Tariq - sorry, Jonas to Tariq, I am half asleep. He prints.',
    pairs: ['Jonas > Tariq'],
    note: ['He prints.'],
    not: ['asleep', 'to Tariq'],
  },
  { mail: 'Introduce Maya to Tariq — I mean Jonas to Tariq.', pairs: ['Jonas > Tariq'], not: ['to Tariq'] },
  {
    mail: 'Introduce Maya to Tariq because he prints and to Nadia because she binds.',
    pairs: ['Maya > Tariq', 'Maya > Nadia'],
    note: ['He prints.', 'She binds.'],
    not: ['and to'],
  },
  {
    mail: 'Introduce Maya to Tariq because she spoke to Ines and to Oona because she bakes.',
    pairs: ['Maya > Tariq'],
  },
  { mail: 'Introduce Maya to Tariq and wait for my ok.', pairs: ['Maya > Tariq if (and wait for my ok)'] },
  {
    mail: 'Introduce Maya to Tariq and keep me in copy because both bake.',
    pairs: ['Maya > Tariq'],
    note: ['Both bake.'],
    not: ['copy'],
  },
  { mail: 'Introduce Maya to Tariq and mark it urgent.', pairs: ['Maya > Tariq'], not: ['urgent'] },
  { mail: 'Introduce Maya to Tariq and report back to me.', pairs: ['Maya > Tariq'], not: ['back'] },
  { mail: 'Introduce Maya to Tariq. I want to approve the wording.', pairs: ['Maya > Tariq as draft'] },
  { mail: 'She wrote: introduce Maya to Tariq.', pairs: ['unknown'] },
  { mail: 'Introduce Maya to Tariq but not yet to Nadia.', pairs: ['Maya > Tariq'] },
  {
    mail: 'Introduce Maya to Tariq. He has not yet met a baker.',
    pairs: ['Maya > Tariq'],
    note: ['not yet met a baker'],
  },
  { mail: "Introduce Maya to Tariq. I'd love to see this work.", pairs: ['Maya > Tariq'], note: ['see this work'] },
  { mail: 'Introduce Maya to Tariq. She can wait for an answer.', pairs: ['Maya > Tariq'], note: ['can wait'] },
  { mail: 'Introduce Maya to Tariq if that’s ok. Ovens.', pairs: ['Maya > Tariq'], note: ['Ovens.'] },
]);

table('asked first on a day, or after the mentor has seen the letter', [
  { mail: 'Introduce Maya to Tariq on May 3 if Tariq agrees.', pairs: ['ask Tariq about Maya for on May 3'] },
  {
    mail: "Ask Tariq whether he'd meet Maya; if he agrees introduce them on May 3. Ovens.",
    pairs: ['ask Tariq about Maya for on May 3'],
    note: ['Ovens.'],
  },
  { mail: 'Draft an intro of Maya to Tariq, and ask him first.', pairs: ['Maya > Tariq as draft, asking to'] },
  { mail: 'Draft an intro of Maya to Tariq, and ask Maya first.', pairs: ['Maya > Tariq as draft, asking cc'] },
  { mail: 'See if Tariq minds talking to Maya.', pairs: ['ask Tariq about Maya'] },
  { mail: "Ask both Maya and Tariq first whether they'd like to meet.", pairs: ['ask Tariq about Maya and back'] },
]);

table('who is only spoken of beside a name is not that name', [
  { mail: 'Introduce Maya to everybody except Tariq Osei.', pairs: ['Maya > (everybody except Tariq Osei)'] },
  { mail: 'Introduce Maya to anyone other than Tariq Osei.', pairs: ['Maya > (anyone other than Tariq Osei)'] },
  { mail: 'Introduce Maya to someone like Tariq Osei.', pairs: ['Maya > (someone like Tariq Osei)'] },
  { mail: "Introduce Maya to Tariq Osei's wife.", pairs: ["Maya > (Tariq Osei's wife)"] },
  { mail: "Introduce Maya to Tariq's new cofounder.", pairs: ["Maya > (Tariq's new cofounder)"] },
  { mail: "Introduce Maya to Tariq Osei's brother Karim.", pairs: ['Maya > Karim'] },
  { mail: "Please see to Maya's introduction to Tariq.", pairs: ['Maya > Tariq'] },
  { mail: 'Introduce Maya not to Nadia but to Tariq.', pairs: ['Maya > Tariq'] },
  { mail: 'Send Maya to sleep.', pairs: ['unknown'] },
  { mail: 'Pass on my regards to Tariq.', pairs: ['unknown'] },
  {
    mail: 'intro maya to tariq osei 📚 hes printing maps thx',
    pairs: ['maya > tariq osei'],
    note: ['Hes printing maps.'],
  },
]);

table('further ways to ask for an introduction', [
  { mail: 'Could you fix Maya up with Tariq?', pairs: ['Maya + Tariq'] },
  { mail: 'Maya Lindh and Tariq Osei: would you do the honours?', pairs: ['Maya Lindh + Tariq Osei'] },
  { mail: 'Would you do the honours for Maya and Tariq?', pairs: ['Maya + Tariq'] },
  { mail: 'Maya x Tariq Osei intro please', pairs: ['Maya + Tariq Osei'] },
  { mail: 'Please put Maya through to Tariq.', pairs: ['Maya > Tariq'] },
  { mail: "Please bring Maya to Tariq's attention.", pairs: ['Maya > Tariq'] },
  { mail: 'It would do Maya good to meet Tariq.', pairs: ['Maya + Tariq'] },
  { mail: 'Could you loop Maya in with Tariq?', pairs: ['Maya + Tariq'] },
  { mail: 'Tariq Osei really ought to meet Maya. Could you see to that?', pairs: ['Tariq Osei + Maya'] },
  { mail: 'Maya draws maps. At the press there is Tariq Osei. An introduction, please!', pairs: ['Maya + Tariq Osei'] },
  {
    mail: 'Please prepare a draft: Maya to Tariq Osei. Ovens.',
    pairs: ['Maya > Tariq Osei as draft'],
    note: ['Ovens.'],
  },
  { mail: 'I wonder whether I might trouble you to introduce Maya to Tariq.', pairs: ['Maya > Tariq'] },
  { mail: "I'd like each of Maya and Ines introduced to Tariq.", pairs: ['Maya > Tariq', 'Ines > Tariq'] },
  {
    mail: 'Introduce Maya to Tariq, please. Do the same for Maya and Nadia. She opens in June.',
    pairs: ['Maya > Tariq', 'Maya + Nadia'],
    note: ['She opens in June.\n----\nShe opens in June.'],
  },
  {
    mail: 'I put Maya in touch with Nadia on Friday. Please introduce her to Tariq as well.',
    pairs: ['Maya met Nadia', 'Maya > Tariq'],
  },
  { mail: 'Maya would love to meet Tariq; please arrange it.', pairs: ['Maya > Tariq'], not: ['arrange'] },
]);

table('what is forbidden, asked about, quoted or put off in brackets goes to nobody', [
  { mail: 'I forbid you to introduce Maya to Tariq.', pairs: [] },
  { mail: 'Should Maya ask you to introduce her to Tariq, say no.', pairs: [] },
  { mail: 'When did I introduce Maya to Tariq?', pairs: [] },
  { mail: 'How would you introduce Maya to Tariq?', pairs: [] },
  { mail: 'What would you say if you introduced Maya to Tariq?', pairs: [] },
  { mail: 'Please thank Nadia for introducing Maya to Tariq.', pairs: [] },
  { mail: 'Introduce Maya to Tariq, he said.', pairs: ['unknown'] },
  { mail: 'He said, and I quote, introduce Maya to Tariq.', pairs: ['unknown'] },
  { mail: 'Maya and Tariq should meet for coffee some day.', pairs: ['unknown'] },
  { mail: 'Maya <> Tariq Osei (not now)', pairs: ['Maya + Tariq Osei if (not now)'] },
  { mail: 'Maya -> Tariq Osei, or was it Nadia?', pairs: [] },
  { mail: "Why don't you introduce Maya to Tariq?", pairs: ['Maya > Tariq'] },
  { mail: 'What I would like is for you to introduce Maya to Tariq.', pairs: ['Maya > Tariq'] },
]);

table('of several, each is made in its own way, or asked about', [
  {
    mail: 'Introduce Maya to Tariq. Introduce Ines to Nadia. Hold the second one.',
    pairs: ['Maya > Tariq', 'Ines > Nadia if (Hold the second one.)'],
  },
  {
    mail: 'Introduce Maya to Tariq and Ines to Nadia, the latter next week.',
    pairs: ['Maya > Tariq', 'Ines > Nadia if (, the latter next week.)'],
    not: ['latter'],
  },
  {
    mail: 'Introduce Maya to Tariq now and to Nadia next week.',
    pairs: ['Maya > Tariq if (now and to Nadia next week.)'],
    not: ['Nadia'],
  },
  {
    mail: 'Introduce Maya to Tariq. And next week to Nadia.',
    pairs: ['Maya > Tariq', 'Maya > Nadia on next week'],
  },
  {
    mail: '- Introduce Maya to Tariq\n- Introduce Maya to Nadia (draft only)',
    pairs: ['Maya > Tariq', 'Maya > Nadia as draft'],
    not: ['Draft only'],
  },
]);

table('an item of a list says in brackets how it is to be made', [
  {
    mail: '- Maya to Tariq (ask him first)\n- Ines to Nadia (in January)\n- Oskar to Oona (if she is back)\n\nPlease introduce these.',
    pairs: ['ask Tariq about Maya', 'Ines > Nadia on in January', 'Oskar > Oona if (if she is back)'],
    not: ['January', 'back', 'Ask'],
  },
]);

test('of a list that cannot be read as pairs nobody is picked out', () => {
  const text = '- Maya to Tariq\n- Maya to Nadia (ask her first)\n- three of the bakers\n\nPlease introduce these.';
  const { requests } = understand({ subject: '', text, writer });
  expect(requests.filter(({ kind }) => kind === 'introduce')).toEqual([]);
});
