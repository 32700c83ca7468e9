// Mails without proof that their writer has confirmed are worked on as they came (PRODUCT.md section 6).

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deleteOriginal } from '../../functions/store/originals.ts';
import type { SentLetter } from '../../infra/local/letter-box.ts';
import { type Local, startLocal } from '../local.ts';

const asta = 'asta@vik.test';
let local: Local;

beforeAll(async () => {
  local = await startLocal();
});
afterAll(() => local.stop());
beforeEach(async () => {
  await local.machine.reset();
  await local.machine.addMentor({ name: 'Asta Vik', email: asta });
  await local.machine.addPeople(asta, [
    { name: 'Ilse Brandt', email: 'ilse@brandt.test', kind: 'protege' },
    { name: 'Bram Okafor', email: 'bram@okafor.test' },
  ]);
});

const unproven = (text: string) =>
  local.mail({ from: asta, to: 'intro@stepback.test', subject: '', text, proof: 'none' });
const yes = (line: SentLetter | undefined) =>
  local.mail({ from: asta, to: line?.from ?? '', subject: 'Re: yours?', text: 'yes', proof: 'none' });

test('what the mail asked for is done, once', async () => {
  const [line] = await unproven('intro Ilse Brandt to Bram Okafor');
  const letters = await yes(line);
  expect(letters.filter(({ to }) => to.includes('bram@okafor.test'))).toHaveLength(1);
  await yes(line);
  expect(await local.machine.introductions(asta)).toHaveLength(1);
});

test('a mail that is no longer kept is asked for once more', async () => {
  const raw = `From: ${asta}\r\nMessage-ID: <late@vik.test>\r\n\r\nintro Ilse Brandt to Bram Okafor\r\n`;
  const handedIn = { mailFrom: asta, rcptTo: ['intro@stepback.test'], proof: 'none', raw: Buffer.from(raw) } as const;
  const id = await local.machine.handIn(handedIn);
  await deleteOriginal(local.machine.store, `inbound/${id}`);
  const letters = await yes((await local.letters()).at(-1));
  expect(letters.map(({ subject }) => subject)).toContain('Please write once more');
  expect(await local.machine.introductions(asta)).toEqual([]);
});
