import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { receivedId, token } from '../../functions/mail/token.ts';
import { mail } from './mails.ts';

describe('a token', () => {
  test('is the same each time for the same secret and key, and another for any other', () => {
    expect(token('secret', 'a/1')).toBe(token('secret', 'a/1'));
    expect(token('secret', 'a/2')).not.toBe(token('secret', 'a/1'));
    expect(token('other', 'a/1')).not.toBe(token('secret', 'a/1'));
  });

  test('has 100 bits in characters that survive a change of case, whatever the key', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (secret, key) => {
        expect(token(secret, key)).toMatch(/^[a-z2-7]{20}$/);
      }),
    );
  });
});

describe('the id of a mail', () => {
  const about = { 'Message-ID': '<a1@kiln.test>' };

  test('does not change with the Received lines of a second delivery', async () => {
    const first = await mail({ ...about, Received: 'from a by b; Tue, 3 Nov 2026 09:00:00 +0000' });
    const second = await mail({
      ...about,
      Received: 'from c by d; Tue, 3 Nov 2026 10:00:00 +0000',
      'X-Scanned': 'yes',
    });
    expect(receivedId(second, 'intro@stepback.test')).toBe(receivedId(first, 'INTRO@stepback.test'));
  });

  test.each([
    ['another body under the same Message-ID', () => mail(about, 'Good morning.')],
    ['another writer', () => mail({ ...about, From: 'ingrid@fjordglass.test' })],
    ['another Message-ID', () => mail({ 'Message-ID': '<a2@kiln.test>' })],
  ])('changes with %s', async (_, other) => {
    expect(receivedId(await other(), 'intro@stepback.test')).not.toBe(
      receivedId(await mail(about), 'intro@stepback.test'),
    );
  });

  test('is another for each address of ours that the mail came to', async () => {
    const it = await mail(about);
    expect(receivedId(it, 'i-x@stepback.test')).not.toBe(receivedId(it, 'intro@stepback.test'));
  });

  test('tells mails without Message-ID apart by Date and Subject', async () => {
    const monday = await mail({ Date: 'Mon, 2 Nov 2026 09:00:00 +0000' });
    const tuesday = await mail({ Date: 'Tue, 3 Nov 2026 09:00:00 +0000' });
    expect(receivedId(monday, 'intro@stepback.test')).not.toBe(receivedId(tuesday, 'intro@stepback.test'));
  });
});
