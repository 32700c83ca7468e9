// What stands in the letter and what does not, in mails of our own: the note of each request, whole.

import { describe, expect, test } from 'vitest';
import { mentionsOf } from '../../functions/language/mentions.ts';
import { noteOf } from '../../functions/language/note.ts';
import { understand } from '../../functions/language/understand.ts';

const writer = { name: 'Ruth Adeyinka' };

/** The notes of the requests, as if the book knew the first reading of everybody. */
function notesIn(text: string, subject = ''): string[] {
  return understand({ subject, text, writer }).requests.flatMap((request) =>
    'note' in request
      ? [
          noteOf(
            request.note,
            mentionsOf(request).flatMap(({ readings }) => readings.slice(0, 1)),
          ),
        ]
      : [],
  );
}

const table = (name: string, rows: readonly (readonly [mail: string, ...notes: string[]])[]): void => {
  describe(name, () => {
    test.each(rows.map(([mail, ...notes]) => ({ title: mail.replace(/\s+/g, ' ').slice(0, 110), mail, notes })))(
      '$title',
      ({ mail, notes }) => {
        expect(notesIn(mail)).toEqual(notes);
      },
    );
  });
};

table('a reason may begin like a closing formula', [
  ['Introduce Maya to Tariq Osei. Warm hands, cold clay.', 'Warm hands, cold clay.'],
  ['Introduce Maya to Tariq Osei. Best of her class.\n\nRuth', 'Best of her class.'],
  ['Introduce Maya to Tariq Osei. Kind to apprentices, he is.', 'Kind to apprentices, he is.'],
  ['Introduce Maya to Tariq Osei. Cheers her up, every time.', 'Cheers her up, every time.'],
  ['Introduce Maya to Tariq Osei. Thanks to her the kiln works again.', 'Thanks to her the kiln works again.'],
  ['Introduce Maya to Tariq Osei. Love of glazes on both sides.', 'Love of glazes on both sides.'],
  ['Introduce Maya to Tariq Osei. Thanks a lot.', ''],
  ['Introduce Maya to Tariq Osei. She bakes.\n\nMany greetings\nRuth', 'She bakes.'],
  ['Introduce Maya to Tariq Osei. She bakes.\n\nWith respectful salute,\nRuth', 'She bakes.'],
]);

table('of several clauses each pair gets its own', [
  [
    'Introduce Maya to Tariq Osei and Nadia Wirth. With Tariq she can print; Nadia wants to film her kiln.',
    'With Tariq she can print.',
    'Nadia wants to film her kiln.',
  ],
  [
    'Introduce Maya to Tariq Osei and Nadia Wirth. Both bake; Tariq prints, while Nadia binds books.',
    'Both bake; Tariq prints.',
    'Both bake; Nadia binds books.',
  ],
  [
    'Introduce Maya to Tariq Osei and Nadia Wirth. Maya bakes; she also prints.',
    'Maya bakes; she also prints.',
    'Maya bakes; she also prints.',
  ],
]);

table('one word is a reason where it is set apart and means something', [
  ['Introduce Maya to Tariq Osei too (ovens)', 'Ovens.'],
  ['Introduce Maya to Tariq Osei, ovens.', 'Ovens.'],
  ['Introduce Maya to Tariq Osei: glazes', 'Glazes.'],
  ['Introduce Maya to Tariq Osei, please.', ''],
  ['Introduce Maya to Tariq Osei, separately.', ''],
  ['Introduce Maya to Tariq Osei, with a copy to me.', ''],
  ['Introduce Maya to Tariq Osei (bcc me).', ''],
  ['Introduce Maya to Tariq Osei, in copy Nadia', ''],
  ['Introduce Maya to Tariq Osei, Ruth', ''],
]);

table('small talk behind the reason is no part of it', [
  ['Introduce Maya to Tariq Osei. She needs ovens, thanks! Make it short.', 'She needs ovens.'],
  ['Introduce Maya to Tariq Osei. She needs ovens. Sent in haste. More tomorrow.', 'She needs ovens.'],
  ['Introduce Maya to Tariq Osei. She bakes.\n\nThe roof leaks. My sister sends her regards to you all.', 'She bakes.'],
  ['Introduce Maya to Tariq Osei. She bakes.\n\nRuth\n\nPS: the plums are ripe!', 'She bakes.'],
  ['Introduce Maya to Tariq Osei. She bakes.\n\nPS: Nadia sends her love.', 'She bakes.'],
  ['Introduce Maya to Tariq Osei. She bakes. Tariq sends her his regards.', 'She bakes. Tariq sends her his regards.'],
  ['Introduce Maya to Tariq Osei. She bakes.\n\nRuth\n\nPS: she is left-handed.', 'She bakes.\n\nShe is left-handed.'],
  ['Introduce Maya to Tariq Osei. She bakes.\n\nBy the way, the new roof is splendid.', 'She bakes.'],
  [
    'Introduce Maya to Tariq Osei. She bakes.\n\nBy the way, she sings too.',
    'She bakes.\n\nBy the way, she sings too.',
  ],
  ['Introduce Maya to Tariq Osei. She bakes.\n\nI am off to the coast until Monday.', 'She bakes.'],
  ['Introduce Maya to Tariq Osei. I shall be in the workshop all day if you need me. She bakes.', 'She bakes.'],
  ['Introduce Maya to Tariq Osei. I hear good things. She bakes.', 'I hear good things. She bakes.'],
  ['Introduce Maya to Tariq Osei. She bakes. Have a lovely Sunday, and love to the robots.', 'She bakes.'],
  ['INTRODUCE MAYA TO TARIQ OSEI. KEYBOARD BROKEN, SORRY. SHE BAKES.', 'SHE BAKES.'],
  [
    'The river came into the cellar last night. We carried jars until four.\n\nWould you introduce Maya to Tariq Osei? She bakes.\n\nThe jars are safe, they say.',
    'She bakes.',
  ],
  ['Introduce Maya to Tariq Osei. She bakes.\n\nThe fair opens in June.', 'She bakes.\n\nThe fair opens in June.'],
  ['Introduce Maya to Tariq Osei. The fair opens in June.', 'The fair opens in June.'],
  ['Introduce Maya to Tariq Osei. Asking him first of course.', ''],
]);

table('how the request came about is no reason', [
  [
    'I wondered all evening whether Maya and Tariq Osei would like each other. Please introduce them. She bakes.',
    'She bakes.',
  ],
  ['Would it be wise to wait? No. Introduce Maya to Tariq Osei. She bakes.', 'She bakes.'],
]);

table('what is said of people who are not to be introduced is nobody’s note', [
  ['Introduce Maya to Tariq Osei; he prints. Do not introduce her to Nadia Wirth yet, she has a cold.', 'He prints.'],
  ['Introduce Maya to Tariq Osei. He prints. Please don’t introduce her to Nadia Wirth. She is hurt.', 'He prints.'],
  [
    'Do not introduce Maya to Nadia Wirth, they have quarrelled.\n\nIntroduce Maya to Tariq Osei. He prints.',
    'He prints.',
  ],
  [
    'Introduce Maya to Tariq Osei. Don’t introduce her to Nadia Wirth.\n\nNadia owes me money.\n\nHe prints.',
    'He prints.',
  ],
  ['Introduce Maya to Tariq Osei. Don’t introduce her to Nadia Wirth. Maya bakes.', 'Maya bakes.'],
]);

table('of what the service is told to say the letter says it', [
  ['Introduce Maya to Tariq Osei. Tell him that her oven survived the flood.', 'Her oven survived the flood.'],
  ['Introduce Maya to Tariq Osei and tell him that her oven survived the flood.', 'Her oven survived the flood.'],
  ['Introduce Maya to Tariq Osei. Feel free to mention that Maya won the fair.', 'Maya won the fair.'],
  ['Introduce Maya to Tariq Osei. You can say that she bakes at night.', 'She bakes at night.'],
  ['Introduce Maya to Tariq Osei. Please let him know that she bakes at night.', 'She bakes at night.'],
  ['Introduce Maya to Tariq Osei. Please add that the bread is good.', 'The bread is good.'],
  ['Introduce Maya to Tariq Osei. Write something like: Maya bakes as you once did.', 'Maya bakes as you once did.'],
  ['Introduce Maya to Tariq Osei. Say something along the lines of “she bakes as he did”.', 'She bakes as he did.'],
]);

table('news of the two in a reason is a reason', [
  [
    'Introduce Maya to Tariq Osei - he left the press and never looked back.',
    'He left the press and never looked back.',
  ],
  ['Introduce Maya to Tariq Osei, he has moved to Lagos Press.', 'He has moved to Lagos Press.'],
]);

table('what is not to be told is hidden, and nothing else with it', [
  ["Introduce Maya to Tariq Osei. She bakes. Tariq doesn't need to know that her oven is sold.", 'She bakes.'],
  ['Introduce Maya to Tariq Osei. She bakes. Avoid mentioning that her oven is sold.', 'She bakes.'],
  ['Introduce Maya to Tariq Osei. She bakes. For your info: her oven is sold.', 'She bakes.'],
  ['Introduce Maya to Tariq Osei. She bakes. Internal note: her oven is sold.', 'She bakes.'],
  ['Introduce Maya to Tariq Osei. Her oven is sold. Leave that out.', ''],
  ["Introduce Maya to Tariq Osei. Her oven is sold. Don't write that.", ''],
  ['Introduce Maya to Tariq Osei. Her oven is sold. Not for the letter.', ''],
  ["Introduce Maya to Tariq Osei, her oven is sold (don't tell him).", ''],
  [
    "Introduce Maya to Tariq Osei. They don't know that they live next door.",
    "They don't know that they live next door.",
  ],
  ["Introduce Maya to Tariq Osei. She bakes. I'd rather you did not mention that her oven is sold.", 'She bakes.'],
  ['Introduce Maya to Tariq Osei. She bakes. He must not know that her oven is sold.', 'She bakes.'],
  ['Introduce Maya to Tariq Osei. She bakes. Leave her divorce out of it.', 'She bakes.'],
  ['Introduce Maya to Tariq Osei. She bakes. Her oven is sold; please keep that one to yourself.', 'She bakes.'],
  [
    "Introduce Maya to Tariq Osei. She bakes, she draws, and she owes rent. I'd rather you did not mention the third.",
    '',
  ],
  ['Introduce Maya to Tariq Osei; she bakes. Not to Nadia Wirth, they have quarrelled.', 'She bakes.'],
]);

table('what stands in brackets behind a name is a reason, unless it is a place or says how', [
  ['Introduce Maya to Tariq Osei (ovens, forty of them).', 'Ovens, forty of them.'],
  ['Introduce Maya to Tariq Osei (the flood).', 'The flood.'],
  ['Introduce Maya to Tariq Osei (the Harbour Trust), he prints.', 'He prints.'],
  ['Introduce Maya to Tariq Osei (in copy). He prints.', 'He prints.'],
  ['Introduce Maya to Tariq Osei (he prints), she draws.', 'He prints. She draws.'],
  ['Introduce Maya to Tariq Osei (he prints) and Nadia Wirth (she binds).', 'He prints.', 'She binds.'],
  ['- Maya → Tariq Osei (ovens)\n- Ines → Oskar Lund (boats, old ones)', 'Ovens.', 'Boats, old ones.'],
]);

table('a letter that the service is to send goes as it is', [
  [
    'Please send the following to Tariq Osei, with Maya Lindh in copy:\n\nDear Tariq,\n\nthis is Maya. You know ovens.\n\nRuth',
    'Dear Tariq,\n\nthis is Maya. You know ovens.',
  ],
  [
    'Please forward this to Tariq Osei, cc Maya Lindh:\n\nDear Tariq,\n\nMaya bakes.\n\nRuth',
    'Dear Tariq,\n\nMaya bakes.',
  ],
  [
    'Dear Hope,\n\nit is long since we met. Let me introduce Maya Lindh, who bakes.\n\nMaya, Hope is up at four.\n\nRuth',
    'Dear Hope,\n\nit is long since we met. Let me introduce Maya Lindh, who bakes.\n\nMaya, Hope is up at four.',
  ],
]);

table('a bracket that opens with what it is stays out', [
  ['Introduce Maya to Tariq Osei. She bakes. (Private: she is broke.)', 'She bakes.'],
  ['Introduce Maya to Tariq Osei. She bakes. [Between us, she is shy.]', 'She bakes.'],
  ['Introduce Maya to Tariq Osei. She bakes (for you only: badly).', 'She bakes.'],
  ['Introduce Maya to Tariq Osei. She bakes (private parties, mostly).', 'She bakes (private parties, mostly).'],
]);
