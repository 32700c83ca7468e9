// Mentors, from outside any mail: making an account with its welcome letter, and handing out everything that is kept of one.

import { randomBytes, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { welcome } from '../../functions/letters/welcome.ts';
import type { Mentor } from '../../functions/people/mentor.ts';
import { createMentor, mentorByAddress } from '../../functions/store/accounts.ts';
import { commit } from '../../functions/store/commit.ts';
import { Overtaken } from '../../functions/store/failures.ts';
import { type Item, query } from '../../functions/store/items.ts';
import { post } from '../../functions/store/post.ts';
import type { Store } from '../../functions/store/store.ts';
import { type CommandLine, Refusal, runCommand } from './command-line.ts';

const help = `
npm run mentor -- invite NAME ADDRESS [--time-zone ZONE]
npm run mentor -- export ADDRESS [--to FILE]

  invite       makes a mentor's account and sends the welcome letter with five examples; asked twice, it sends one letter
  export       everything that is kept of one mentor, as JSON: account, book, who has met whom, introductions, questions, reminders

  --time-zone  an IANA name such as Europe/Paris; default UTC. Days without a time are 08:00 there.
  --to FILE    writes the export there instead of printing it`;

/** What inviting came to. */
export type Invited =
  | { readonly kind: 'invited'; readonly mentor: Mentor }
  /** The account was there; its letter may have been missing and then went out now. */
  | { readonly kind: 'there'; readonly mentor: Mentor; readonly letter: boolean };

/** `now` is an ISO instant. Account and letter are two steps; asked again after an interruption, whatever is missing is done. */
export async function invite(
  store: Store,
  { name, address, timeZone, now }: { name: string; address: string; timeZone: string; now: string },
): Promise<Invited> {
  const account = { id: randomUUID(), secret: randomBytes(32).toString('hex'), name, address, timeZone, now };
  const made = await createMentor(store, account);
  const mentor = made ?? (await mentorByAddress(store, address));
  if (mentor === null) throw new Refusal(`${address} was taken while the account was made; ask again.`);
  const letter = await sendWelcome(store, mentor, now);
  return made === null ? { kind: 'there', mentor, letter } : { kind: 'invited', mentor };
}

/** False where it was written before. */
async function sendWelcome(store: Store, mentor: Mentor, now: string): Promise<boolean> {
  const letter = welcome({
    mentorId: mentor.id,
    name: mentor.name,
    address: mentor.addresses[0] ?? '',
    domain: store.domain,
  });
  try {
    const tags = await commit(
      store,
      { place: 'welcome', changes: [], letters: [letter] },
      { mentorId: mentor.id, now, claim: null },
    );
    await post(store, tags, now);
    return true;
  } catch (error) {
    if (error instanceof Overtaken) return false;
    throw error;
  }
}

/** Every row of the mentor's partitions. The secret, of which all tokens are made, stays. */
export async function everythingOf(store: Store, mentor: Mentor): Promise<object> {
  const rows = async (partition: string): Promise<Item[]> =>
    query(store, `${partition}#${mentor.id}`, { from: ' ', to: '~' });
  const [own, book] = await Promise.all([rows('M'), rows('B')]);
  const field = (items: readonly Item[], name: string): unknown[] =>
    items.flatMap((item) => (item[name] === undefined ? [] : [item[name]]));
  const { secret: _, ...account } = mentor;
  return {
    mentor: account,
    people: field(book, 'person'),
    met: field(book, 'met'),
    introductions: field(own, 'introduction'),
    questions: field(own, 'question'),
    reminders: field(own, 'reminder'),
    months: own
      .filter((item) => item.sk.startsWith('MONTH#'))
      .map(({ pk: _pk, sk, ...counters }) => ({ month: sk.slice('MONTH#'.length), ...counters })),
  };
}

async function mentorCommand(line: CommandLine): Promise<void> {
  const [wish, ...rest] = line.words;
  if (wish === 'invite') return inviteCommand(line, rest);
  if (wish === 'export') return exportCommand(line, rest);
  throw new Refusal('Say invite or export; --help explains both.');
}

async function inviteCommand({ option, installation, print }: CommandLine, words: readonly string[]): Promise<void> {
  const [name, address, more] = words;
  if (name === undefined || address === undefined || more !== undefined) {
    throw new Refusal(
      'A name and an address, the name in quotation marks: npm run mentor -- invite "Ruth Abiola" ruth@example.org',
    );
  }
  const timeZone = option('time-zone') ?? 'UTC';
  if (!isTimeZone(timeZone)) throw new Refusal(`"${timeZone}" is no time zone; one looks like Europe/Paris.`);
  const given = {
    name,
    address: addressIn(address, installation.store.domain),
    timeZone,
    now: new Date().toISOString(),
  };
  const invited = await invite(installation.store, given);
  if (invited.kind === 'invited')
    print(`${name} is a mentor now, and the welcome letter is on its way to ${given.address}.`);
  else
    print(
      `${given.address} has an account already${invited.letter ? '; the welcome letter was missing and is on its way' : ', and the welcome letter'}.`,
    );
}

async function exportCommand(
  { option, installation, print }: CommandLine,
  [address]: readonly string[],
): Promise<void> {
  if (address === undefined) throw new Refusal("Say whose: the mentor's address.");
  const mentor = await mentorByAddress(installation.store, address.toLowerCase());
  if (mentor === null) throw new Refusal(`${address} is no mentor's address.`);
  const json = `${JSON.stringify(await everythingOf(installation.store, mentor), null, 2)}\n`;
  const file = option('to');
  if (file === null) return print(json);
  // It holds private notes: for whoever asked for it alone.
  await writeFile(file, json, { mode: 0o600 });
  print(`Everything that is kept of ${mentor.name} is in ${file}.`);
}

function addressIn(given: string, domain: string): string {
  const address = given.trim().toLowerCase();
  if (!/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(address)) throw new Refusal(`"${given}" is no mail address.`);
  if (address.endsWith(`@${domain}`))
    throw new Refusal(`${address} is the service's own: nobody can write from there.`);
  return address;
}

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

if (import.meta.main) {
  await runCommand({ help, options: { 'time-zone': { type: 'string' }, to: { type: 'string' } }, run: mentorCommand });
}
