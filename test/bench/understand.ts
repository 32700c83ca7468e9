// Processor time that understanding one ordinary mail takes, warm: `node test/bench/understand.ts`. Five milliseconds are allowed.
// Also the time that loading the room takes in a cold process, which every cold start pays.

import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

const mails = [
  {
    subject: 'Two for you',
    text: 'Hello,\n\nplease introduce Maya Lindh to Tariq Osei at Lagos Press. Maya draws posters that stop traffic, and Tariq prints at night because paper is cheaper then.\n\nNo hurry at all.\n\nBest wishes,\nRuth',
  },
  {
    subject: 'Introductions',
    text: 'Three please:\n\n- Maya to Tariq: she wants to see a press at work\n- Ines Roca <ines@roca.example> to Oskar Lund – he owns a boatyard\n- Nadia to Will Page because of paper\n\nThanks, Ruth',
  },
  {
    subject: '',
    text: 'hi there can you please introduce maya lindh to nadia wirth she binds books and maya has drawn two hundred pages which nobody has seen and then remind me next month to introduce ines roca to oskar lund thanks',
  },
  {
    subject: 'Re: which one',
    text: 'Oh dear, how many of them do I know! The one at Harbour Mutual, of course.\n\nRuth',
  },
  {
    subject: 'housekeeping',
    text: 'A little housekeeping:\n\n* please tag Tariq with printing\n* Nadia Wirth now works at Harbour Books\n* who knows about tax?\n\nThank you kindly.',
  },
];

const loading = performance.now();
const { understand } = await import('../../functions/language/understand.ts');
const loaded = performance.now() - loading;

const rounds = 200;
for (let i = 0; i < rounds; i++) for (const mail of mails) understand(mail);
const before = process.cpuUsage();
for (let i = 0; i < rounds; i++) for (const mail of mails) understand(mail);
const { user, system } = process.cpuUsage(before);
const each = (user + system) / 1000 / (rounds * mails.length);

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
console.log(`stepback ${version}, node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}`);
console.log(`load the room, cold      ${loaded.toFixed(0)} ms`);
console.log(`understand one mail      ${each.toFixed(2)} ms of processor time (at most 5)`);
if (each > 5) process.exitCode = 1;
