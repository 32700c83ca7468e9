// The life of an introduction as the mentor steers it, by mail: drafts, days, reminders, what was made elsewhere, quiet, outcome
// (PRODUCT.md sections 3 and 4). The first exchange, from a mail to done, is in first-light.test.ts.

import { beforeEach, describe, expect, test } from 'vitest';
import { byMail, one, outside, pairs, ruth, service, to } from './by-mail.ts';

const owen = 'owen@brightbees.test';
const rosa = 'rosa@pine.test';
const karim = 'karim@seaview.test';
const tomas = 'tomas@reyes.test';
const mail = byMail([
  { name: 'Owen Bright', email: owen, kind: 'protege', background: 'Keeps bees on a roof in Cork.' },
  { name: 'Rosa Pine', email: rosa, kind: 'protege', background: 'Bakes.' },
  { name: 'Karim Haddad', email: karim, background: 'Runs a hotel in Galway.' },
  { name: 'Tomas Reyes', email: tomas, background: 'Brews cider in Asturias.' },
]);
const { ask, answer, states } = mail;

describe('a draft', () => {
  test('is shown to the mentor alone; other words replace the note, as often as they come; "send" sends it', async () => {
    const draft = await ask('draft intro Owen to Karim, he would sell his honey there');
    expect(outside(draft)).toEqual([]);
    const second = await answer(one(draft), 'Owen has the best honey in Cork, and Karim a breakfast room.');
    expect(outside(second)).toEqual([]);
    expect(one(second).text).not.toContain('sell his honey');
    const third = await answer(one(second), 'Owen keeps bees, Karim keeps guests.');
    const sent = outside(await answer(one(third), 'Send it, please.'));
    expect(pairs(sent)).toEqual([`${karim} + ${owen}`]);
    expect(one(sent).text).toContain('Owen keeps bees, Karim keeps guests.');
    expect(one(sent).text).not.toContain('breakfast room');
  });

  test('is dropped at "cancel", and expires after 14 days without a word', async () => {
    await answer(one(await ask('draft intro Owen to Karim')), 'cancel');
    await ask('draft intro Rosa to Karim');
    expect(outside(await mail.local.advance('P14DT1H'))).toEqual([]);
    expect(await states()).toEqual(['1 cancelled', '2 expired']);
    expect((await mail.lastTo(ruth)).subject).toContain('expired');
  });
});

describe('later', () => {
  test('an introduction with a date is made on that day at 08:00, and cancelling calls it off', async () => {
    expect(
      outside(await ask(`introduce Owen to Karim on ${dayIn(9)}. Introduce Rosa to Tomas on ${dayIn(9)}.`)),
    ).toEqual([]);
    await ask('cancel 2');
    expect(outside(await mail.local.advance('P7D'))).toEqual([]);
    expect(pairs(await mail.local.advance('P3D'))).toEqual([`${karim} + ${owen}`]);
    expect(await states()).toEqual(['1 introduced', '2 cancelled']);
  });

  test('a reminder comes back on its day with the request, and "yes" does it', async () => {
    await ask(`remind me on ${dayIn(9)} to introduce Rosa to Tomas`);
    const reminder = one(
      to(ruth, await mail.local.advance('P10D')).filter(({ subject }) => subject.includes('remind')),
    );
    expect(reminder.text).toContain('> introduce Rosa to Tomas');
    expect(pairs(await answer(reminder, 'yes'))).toEqual([`${tomas} + ${rosa}`]);
  });

  test('a reminder of something else is only that', async () => {
    await ask(`remind me on ${dayIn(9)} to call the printer`);
    const reminder = one(
      to(ruth, await mail.local.advance('P10D')).filter(({ subject }) => subject.includes('remind')),
    );
    expect(reminder.text).toContain('call the printer');
    expect(reminder.text).not.toContain('yes');
  });
});

describe('what was made elsewhere', () => {
  test('"I introduced …" is recorded in one line, and never suggested or made again unasked', async () => {
    const told = await ask('I introduced Owen to Karim last week');
    expect(outside(told)).toEqual([]);
    expect(one(told).text.trim().split('\n')).toHaveLength(1);
    expect(outside(await ask('intro Owen to Karim'))).toEqual([]);
  });

  const byHand = (recipients: { to: string | string[]; cc: string | string[] }, text: string) =>
    mail.local.mail({ from: ruth, subject: 'Karim, meet Rosa', text, ...recipients });

  test.each([
    ['to both with the service in copy', { to: [karim, rosa], cc: [service] }],
    ['to the service with both in copy', { to: [service], cc: [karim, rosa] }],
  ])('a mail %s is recorded; the parties get nothing, the mentor a line', async (_how, recipients) => {
    const letters = await byHand(recipients, 'Karim, meet Rosa, who bakes. Rosa, Karim runs a hotel.\n\nRuth');
    expect(one(letters).recipients).toEqual([ruth]);
    expect(await states()).toEqual(['1 introduced']);
  });

  test('replies to one made by hand are followed', async () => {
    await byHand({ to: [karim, rosa], cc: [service] }, 'Karim, meet Rosa, who bakes.');
    await mail.local.mail({
      from: karim,
      to: rosa,
      cc: [ruth, service],
      subject: 'Re: Karim, meet Rosa',
      text: 'Hello Rosa!',
    });
    expect(await states()).toEqual(['1 answered']);
  });

  describe('by its thread one made by hand is found:', () => {
    const answering = { subject: 'Re: Karim, meet Rosa', headers: { 'In-Reply-To': '<by-hand@alder.test>' } };
    beforeEach(async () => {
      await mail.local.mail({
        from: ruth,
        to: [karim, rosa],
        cc: [service],
        subject: 'Karim, meet Rosa',
        text: 'Karim, meet Rosa, who bakes.',
        headers: { 'Message-ID': '<by-hand@alder.test>' },
      });
    });

    test('a reply to the service alone is passed on', async () => {
      const letters = await mail.local.mail({ from: karim, to: service, text: 'Rosa, Friday?', ...answering });
      expect(letters.map(({ recipients }) => recipients)).toEqual([[rosa]]);
      expect(await states()).toEqual(['1 answered']);
    });

    test('the mentor’s next words to the two are no second introduction', async () => {
      const more = { from: ruth, to: [karim, rosa], cc: [service], text: 'P.S. Rosa opens at six.' };
      expect(await mail.local.mail({ ...more, ...answering })).toEqual([]);
      expect(await states()).toEqual(['1 introduced']);
    });

    test('who answers a reply is in the thread as well', async () => {
      const first = { from: karim, to: [rosa], cc: [service], text: 'Hello Rosa!', subject: 'Re: Karim, meet Rosa' };
      const headers = { ...answering.headers, 'Message-ID': '<hello@karim.test>' };
      await mail.local.mail({ ...first, headers });
      const second = {
        from: rosa,
        to: service,
        subject: 'Re: bread',
        headers: { 'In-Reply-To': '<hello@karim.test>' },
      };
      expect(outside(await mail.local.mail({ ...second, text: 'Karim, at six.' })).length).toBe(1);
      expect(await states()).toEqual(['1 done']);
    });
  });

  test('a mail to only one of the two is asked about', async () => {
    const question = await byHand({ to: karim, cc: service }, 'Karim, meet Rosa, who bakes.');
    expect(outside(question)).toEqual([]);
    expect(await states()).toEqual([]);
    expect(pairs(await answer(one(question), 'yes'))).toEqual([`${karim} + ${rosa}`]);
  });
});

describe('steering', () => {
  test.each([
    ['close 1', '1 closed'],
    ['close Owen and Karim', '1 closed'],
    ['cancel Owen and Karim', '1 cancelled'],
    ['1 is done', '1 done'],
  ])('%s', async (words, state) => {
    await ask('intro Owen to Karim');
    expect(outside(await ask(words))).toEqual([]);
    expect(await states()).toEqual([state]);
  });

  test.each(['nudge 1', 'nudge Owen and Karim'])(
    '%s: one kind reminder to the silent side, in copy first',
    async (words) => {
      await ask('intro Owen to Karim');
      const nudge = one(outside(await ask(words)));
      expect(nudge.recipients).toEqual([owen]);
      expect(nudge.subject).toBe('Re: Owen Bright <> Karim Haddad');
    },
  );

  test('a nudge goes to the one who has not replied', async () => {
    const introduction = one(outside(await ask('intro Owen to Karim')));
    await answer(introduction, 'Hello Karim, may I come by?', owen);
    expect(one(outside(await ask('nudge 1'))).recipients).toEqual([karim]);
  });

  test('a number that there is not does nothing', async () => {
    expect(one(await ask('nudge 7')).text).toContain('no introduction number 7');
  });

  test('status lists what is open, by number', async () => {
    await ask('intro Owen to Karim. Draft intro Rosa to Tomas.');
    expect(one(await ask("what's open?")).text).toMatch(
      /1\. Owen Bright and Karim Haddad[\s\S]*2\. Rosa Pine and Tomas Reyes/,
    );
  });
});

describe('silence', () => {
  test('is told once after 10 days as something that nobody can tell, with what can be answered', async () => {
    await ask('intro Owen to Karim');
    const told = to(ruth, await mail.local.advance('P10DT1H')).filter(({ subject }) => subject.includes('no reply'));
    expect(one(told).text).toContain('I cannot tell');
    for (const word of ['nudge', 'close', 'leave it']) expect(one(told).text).toContain(word);
    expect(outside(await answer(one(told), 'leave it'))).toEqual([]);
    expect(to(ruth, await mail.local.advance('P15D')).filter(({ subject }) => subject.includes('no reply'))).toEqual(
      [],
    );
  });

  test('closes it as quiet 30 days after it was sent, and writes to no party', async () => {
    await ask('intro Owen to Karim');
    expect(outside(await mail.local.advance('P30DT1H'))).toEqual([]);
    expect(await states()).toEqual(['1 quiet']);
  });

  test('after one reply counts as done 14 days later, and is never called talking', async () => {
    const introduction = one(outside(await ask('intro Owen to Karim')));
    await answer(introduction, 'Owen, come by.', karim);
    const letters = await mail.local.advance('P15D');
    expect(await states()).toEqual(['1 done']);
    expect(JSON.stringify(letters.map(({ text }) => text))).not.toContain('are talking');
  });
});

test('how it went is asked once, of the one in copy, and the mentor sees the answer', async () => {
  await ask('intro Owen to Karim');
  const asked = one(outside(await ask('ask how 1 went')));
  expect(asked.recipients).toEqual([owen]);
  expect(outside(await ask('ask how 1 went'))).toEqual([]);
  const told = one(await answer(asked, 'Very well, we sell there now.', owen));
  expect(told.recipients).toEqual([ruth]);
  expect(told.text).toContain('we sell there now');
});

describe('asking first', () => {
  test('a yes sends the introduction', async () => {
    const question = one(outside(await ask('ask Karim about meeting Owen')));
    expect(question.recipients).toEqual([karim]);
    expect(question.text).not.toContain(owen);
    expect(pairs(await answer(question, 'Yes, gladly.', karim))).toEqual([`${karim} + ${owen}`]);
  });

  test('a no is told to the mentor, and the other never learns of it', async () => {
    const letters = await answer(one(outside(await ask('ask Karim about meeting Owen'))), 'No, not this year.', karim);
    expect(letters.map(({ recipients }) => recipients)).toEqual([[ruth]]);
    expect(await states()).toEqual(['1 declined']);
    expect(to(owen, await mail.local.letters())).toEqual([]);
  });

  test('an unclear answer is shown to the mentor, who decides', async () => {
    const shown = one(
      await answer(one(outside(await ask('ask Karim about meeting Owen'))), 'What does he want of me?', karim),
    );
    expect(shown.text).toContain('What does he want of me?');
    expect(pairs(await answer(shown, 'yes'))).toEqual([`${karim} + ${owen}`]);
  });

  test('without an answer it expires after 14 days', async () => {
    await ask('ask Karim about meeting Owen');
    await mail.local.advance('P14DT1H');
    expect(await states()).toEqual(['1 expired']);
  });
});

/** `May 3`, so many days from now. */
function dayIn(days: number): string {
  const day = new Date(mail.local.machine.now().getTime() + days * 86_400_000);
  return day.toLocaleDateString('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' });
}
