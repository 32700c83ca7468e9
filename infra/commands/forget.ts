// Somebody asks to be forgotten, in every book of this installation: what a mentor's `forget` does, for all mentors at once.

import { createHash } from 'node:crypto';
import { advance, type Introduction, isOver } from '../../functions/introductions/life.ts';
import type { Person } from '../../functions/people/person.ts';
import { entriesWith, introductionsOf, mentorByAddress } from '../../functions/store/accounts.ts';
import { commit } from '../../functions/store/commit.ts';
import { forgetPiece } from '../../functions/store/erase.ts';
import { get, query } from '../../functions/store/items.ts';
import type { Store } from '../../functions/store/store.ts';
import { personKey } from '../../functions/store/table.ts';
import { type CommandLine, Refusal, runCommand } from './command-line.ts';

const help = `
npm run forget -- ADDRESS --yes

Forgets whoever has this address in every mentor's book: the entry with all its addresses, private notes, letters and stored mails go,
open introductions close. An opt-out stays, as a hash. Backups of the table end within 35 days; a mail that belongs to no mentor ends
within 30. Without --yes it only says what would be forgotten.`;

export interface Forgotten {
  readonly entries: number;
  /** Open introductions that were closed. */
  readonly closed: number;
}

/** What is kept of the address: the entries, mentor by mentor. */
export const keptOf = (store: Store, address: string): Promise<{ mentorId: string; personId: string }[]> =>
  entriesWith(store, address);

/** May be interrupted and asked again: what is left is found by the address itself. */
export async function forgetEverywhere(store: Store, address: string, now: string): Promise<Forgotten> {
  let closed = 0;
  const entries = await keptOf(store, address);
  for (const { mentorId, personId } of entries) {
    const item = await get(store, personKey(mentorId, personId));
    if (item !== null) closed += await forgetEntry(store, mentorId, item.person as Person, now);
  }
  for (const mentorId of await mentorsLinkedTo(store, address)) {
    while (!(await forgetPiece(store, { mentorId, personId: '', addresses: [address] }))) {}
  }
  return { entries: entries.length, closed };
}

async function forgetEntry(store: Store, mentorId: string, person: Person, now: string): Promise<number> {
  const all = await introductionsOf(store, mentorId);
  const open = all.filter(
    ({ to, cc, state }) => !isOver(state) && (to.personId === person.id || cc.personId === person.id),
  );
  for (const introduction of open) await close(store, introduction, now);
  const forgotten = { mentorId, personId: person.id, addresses: person.addresses };
  // Letters and mails first: while the entry stands, asking again finds what is left.
  while (!(await forgetPiece(store, forgotten))) {}
  await commit(
    store,
    { place: 'forget', changes: [{ kind: 'forget', person }], letters: [] },
    { mentorId, now, claim: null },
  );
  return open.length;
}

async function close(store: Store, was: Introduction, now: string): Promise<void> {
  const { introduction } = advance(was, { kind: 'closed by mentor', at: now });
  await commit(
    store,
    { place: `close/${was.number}`, changes: [{ kind: 'introduction', introduction, was }], letters: [] },
    { mentorId: was.mentorId, now, claim: null },
  );
}

/** Mentors who have letters to the address or mails from it, whatever stands in their books. */
async function mentorsLinkedTo(store: Store, address: string): Promise<ReadonlySet<string>> {
  const rows = await query(store, `A#${address}`, { from: 'L#', to: 'R#~' });
  return new Set(rows.filter(({ sk }) => /^[LR]#/.test(sk)).map(({ sk }) => sk.split('#')[1] ?? ''));
}

async function forget({ words: [given], flag, installation, print }: CommandLine): Promise<void> {
  if (given === undefined) throw new Refusal('Say whom: an address.');
  const { store } = installation;
  const address = given.trim().toLowerCase();
  if ((await mentorByAddress(store, address)) !== null) {
    throw new Refusal(`${address} is a mentor's own: a mentor is forgotten by writing "leave" to the service.`);
  }
  const entries = await keptOf(store, address);
  // Ids and counts: whoever runs this sees no mentor's book.
  print(`${entries.length} ${entries.length === 1 ? 'entry' : 'entries'} with this address (${hashed(address)}).`);
  if (!flag('yes')) return print('Nothing was changed; add --yes to forget.');
  const { closed } = await forgetEverywhere(store, address, new Date().toISOString());
  print(`Forgotten. ${closed} open introduction${closed === 1 ? '' : 's'} closed.`);
}

const hashed = (address: string): string => createHash('sha256').update(address).digest('hex').slice(0, 12);

if (import.meta.main) await runCommand({ help, options: { yes: { type: 'boolean' } }, run: forget });
