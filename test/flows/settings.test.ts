// The mentor's own affairs, by mail: time zone, signature, how introductions begin, several addresses, leaving (PRODUCT.md section 3).

import { describe, expect, test } from 'vitest';
import { byMail, one, outside, pairs, ruth, service, to } from './by-mail.ts';

const owen = 'owen@brightbees.test';
const karim = 'karim@seaview.test';
const home = 'ruth@home.test';
const mail = byMail([
  { name: 'Owen Bright', email: owen, kind: 'protege', background: 'Keeps bees on a roof in Cork.' },
  { name: 'Rosa Pine', email: 'rosa@pine.test', kind: 'protege' },
  { name: 'Karim Haddad', email: karim, background: 'Runs a hotel in Galway.' },
]);
const { ask, answer, write, states } = mail;

describe('the time zone', () => {
  test.each([
    ['America/New_York', 'America/New_York'],
    ['Paris', 'Europe/Paris'],
  ])('may be told as %s', async (words, zone) => {
    expect(one(await ask(`time zone ${words}`)).text).toContain(`time zone: ${zone}`);
  });

  test('that there is not is said to be none, and changes nothing', async () => {
    expect(one(await ask('time zone Atlantis')).text).toContain('no time zone "Atlantis"');
    expect(one(await ask('settings')).text).toContain('Europe/Dublin');
  });

  test('moves what a day means: 08:00 there', async () => {
    await mail.local.advance(untilHour(2));
    await ask('time zone Pacific/Auckland');
    await ask('introduce Owen to Karim tomorrow');
    // Two o'clock in the morning here is the afternoon there; tomorrow at eight there is this evening here.
    const [letter] = outside(await mail.local.advance('P1D'));
    expect(letter).toBeDefined();
    const hour = new Date(letter?.at ?? '').toLocaleTimeString('en-GB', {
      timeZone: 'Pacific/Auckland',
      hour: '2-digit',
      minute: '2-digit',
    });
    expect(hour).toBe('08:00');
  });
});

test('the signature stands under every letter in the place of the name', async () => {
  await ask('signature Warmly, Ruth');
  const letter = one(outside(await ask('intro Owen to Karim')));
  expect(letter.text).toMatch(/\n\nWarmly, Ruth\n\n/);
});

test('"always ask first" asks the one who would be written to before anybody is introduced', async () => {
  await ask('always ask first');
  const question = one(outside(await ask('intro Owen to Karim')));
  expect(question.recipients).toEqual([karim]);
  expect(pairs(await answer(question, 'Yes, with pleasure.', karim))).toEqual([`${karim} + ${owen}`]);
});

test('"show me first" makes every introduction a draft', async () => {
  await ask('show me first');
  const shown = await ask('intro Owen to Karim, honey for breakfast');
  expect(outside(shown)).toEqual([]);
  expect(one(shown).text).toContain('oney for breakfast');
  expect(pairs(await answer(one(shown), 'send'))).toEqual([`${karim} + ${owen}`]);
});

test('"ask how it went" asks the one in copy once, in one line, and shows the answer to the mentor alone', async () => {
  await ask('ask how it went');
  const introduction = one(outside(await ask('intro Owen to Karim')));
  const reply = { to: introduction.from, subject: `Re: ${introduction.subject}` };
  await mail.local.mail({ from: karim, cc: owen, text: 'Owen, come by.', ...reply });
  await mail.local.mail({ from: owen, cc: karim, text: 'Thank you, Monday.', ...reply });
  const asked = outside(await mail.local.advance('P40D')).filter(({ subject }) => subject.startsWith('How did it go'));
  expect(one(asked).recipients).toEqual([owen]);
  const told = one(await answer(one(asked), 'Very well, he buys twenty jars a month.', owen));
  expect(told.recipients).toEqual([ruth]);
  expect(told.text).toContain('twenty jars');
});

describe('another address', () => {
  test('counts once a yes has come from there', async () => {
    expect(to(home, await ask(`my other address is ${home}`))).toHaveLength(1);
    await answer(one(await mail.local.letters({ to: home })), 'yes', home);
    expect(pairs(await write(home, 'intro Owen to Karim'))).toEqual([`${karim} + ${owen}`]);
  });

  test('does not count before, and a yes from anywhere else is none', async () => {
    const question = one(to(home, await ask(`my other address is ${home}`)));
    await answer(question, 'yes', 'mallory@else.test');
    expect(to(karim, await write(home, 'intro Owen to Karim'))).toEqual([]);
  });

  test('that has an account of its own stays with it, and the yes harms neither', async () => {
    const abel = 'abel@stern.test';
    await mail.local.machine.addMentor({ name: 'Abel Stern', email: abel });
    const question = one(to(abel, await ask(`my other address is ${abel}`)));
    expect(one(await answer(question, 'yes', abel)).text).toContain('has an account of its own');
    expect(one(await write(abel, 'settings')).text).toContain('name: Abel Stern');
    expect(one(await ask('settings')).text).not.toContain(abel);
  });
});

test('settings show how everything stands', async () => {
  await ask('limit 4 open. Summary off.');
  const { text } = one(await ask('settings'));
  for (const line of ['name: Ruth Alder', `addresses: ${ruth}`, 'summary: off', 'limit: 4 open'])
    expect(text).toContain(line);
});

describe('leaving', () => {
  test('happens after a yes: the export comes first, then account and book are gone', async () => {
    await ask('intro Owen to Karim');
    const question = one(await ask('leave'));
    expect(question.text).toContain('erase your account');
    const letters = await answer(question, 'yes');
    expect(letters.flatMap(({ attachments }) => attachments.map(({ name }) => name))).toContain('people.json');
    const afterwards = await ask('show Owen');
    expect(JSON.stringify(afterwards)).not.toContain('Keeps bees');
    expect(outside(await ask('intro Rosa to Karim'))).toEqual([]);
  });

  test('does not happen at a no', async () => {
    await answer(one(await ask('leave')), 'no, I stay');
    expect(one(await ask('show Owen')).text).toContain('Keeps bees');
  });
});

test('help is a short page, and what is not understood is quoted back', async () => {
  expect(one(await ask('help')).text.split('\n').length).toBeLessThan(40);
  expect(one(await ask('Blorp the frumious bandersnatch into Karim.')).text).toContain('bandersnatch');
});

test('thanks and small talk get no answer', async () => {
  expect(await ask('Thanks so much, have a lovely weekend!')).toEqual([]);
});

test('a mail without a subject is answered under its first words', async () => {
  expect(one(await ask('show Owen')).subject).toBe('Re: show Owen');
  expect(one(await mail.local.mail({ from: ruth, to: service, subject: 'bees', text: 'show Owen' })).subject).toBe(
    'Re: bees',
  );
});

test('several requests in one mail are answered in one letter', async () => {
  expect(one(await ask('limit 8 open\n\nshow Owen\n\nstatus')).text).toMatch(/At most 8[\s\S]*Keeps bees/);
  expect(await states()).toEqual([]);
});

/** Until it is so many o'clock in UTC. */
function untilHour(hour: number): string {
  const now = mail.local.machine.now();
  const minutes = (hour * 60 - (now.getUTCHours() * 60 + now.getUTCMinutes()) + 1440) % 1440;
  return `PT${minutes}M`;
}
