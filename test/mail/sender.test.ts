// MAIL-RULES D and PRODUCT.md section 6: who wrote it, and what proves it.
import { describe, expect, test } from 'vitest';
import { author, dmarcVerdictIn, proof } from '../../functions/mail/sender.ts';
import { mail, mailFrom } from './mails.ts';

const verdict = (dmarc: string, dmarcPolicy: string | null = null) => ({ dmarc, dmarcPolicy });

describe('the author', () => {
  test.each([
    ['one mailbox', 'Tariq Aziz <tariq@kiln.test>', 'tariq@kiln.test'],
    ['a name that pretends', '"olga@glassworks.test" <tariq@kiln.test>', 'tariq@kiln.test'],
    ['two mailboxes', 'tariq@kiln.test, olga@glassworks.test', undefined],
    ['no address', 'Tariq Aziz', undefined],
    ['two signs', 'tariq@kiln.test@glassworks.test', undefined],
  ])('%s', async (_, From, address) => {
    expect(author(await mail({ From }))?.address).toBe(address);
  });

  test.each(['two-from-headers.eml', 'from-with-two-angles.eml', 'bare-cr-in-header.eml', 'from-without-address.eml'])(
    '%s: nobody',
    async (name) => {
      expect(author(await mailFrom(name))).toBeNull();
    },
  );

  test('the same address in two From headers is nobody too', async () => {
    const twice = await mail({ From: 'tariq@kiln.test\r\nFrom: tariq@kiln.test' });
    expect(author(twice)).toBeNull();
  });
});

describe('proof', () => {
  test.each([
    ['PASS', 'pass'],
    ['FAIL', 'fail'],
    ['GRAY', 'none'],
    ['PROCESSING_FAILED', 'none'],
    ['DISABLED', 'none'],
  ])('DMARC %s alone: %s', async (dmarc, expected) => {
    expect(proof(await mail({}), verdict(dmarc))).toBe(expected);
  });

  test('a published policy of reject or quarantine that was not met is a failure', async () => {
    expect(proof(await mail({}), verdict('GRAY', 'REJECT'))).toBe('fail');
    expect(proof(await mail({}), verdict('GRAY', 'none'))).toBe('none');
  });

  test('two authors prove nothing even where DMARC passes', async () => {
    expect(proof(await mailFrom('two-from-headers.eml'), verdict('PASS'))).toBe('none');
  });

  const ses =
    'amazonses.com; spf=pass (spfCheck: domain of kiln.test designates 192.0.2.7 as permitted sender) client-ip=192.0.2.7; envelope-from=tariq@kiln.test; helo=mail.kiln.test;';
  const withResults = (results: string, From = 'tariq@kiln.test') => mail({ 'Authentication-Results': results, From });

  test.each([
    ['signed by the same domain', `${ses} dkim=pass header.i=@kiln.test; dmarc=none header.from=kiln.test`, 'pass'],
    ['signed by a subdomain', `${ses} dkim=pass header.i=@mail.kiln.test;`, 'pass'],
    ['header.d instead', `${ses} dkim=pass header.d=kiln.test;`, 'pass'],
    ['one of two signatures', `${ses} dkim=pass header.i=@bulk.test; dkim=pass header.i=@kiln.test;`, 'pass'],
    ['folded and with comments', `${ses} dkim=pass (2048-bit key; "x) \\) (y)") header.i=@kiln.test;`, 'none'],
    ['with a comment', `${ses} dkim=pass (2048-bit key (unprotected)) header.i=@kiln.test;`, 'pass'],
    ['a failed signature', `${ses} dkim=fail header.i=@kiln.test;`, 'none'],
    ['somebody else’s signature', `${ses} dkim=pass header.i=@bulk.test;`, 'none'],
    ['SPF alone', ses, 'none'],
    ['another server', `mx.kiln.test; dkim=pass header.i=@kiln.test;`, 'none'],
    ['a server that only ends alike', `evilamazonses.com; dkim=pass header.i=@kiln.test;`, 'none'],
    ['words in a comment', `${ses} dkim=none (dkim=pass header.i=@kiln.test;)`, 'none'],
    [
      'words in a quoted sender',
      'amazonses.com; spf=none envelope-from="x; dkim=pass header.i=@kiln.test; y"@evil.test; helo=evil.test; dkim=none',
      'none',
    ],
    [
      'words that end the comment of SPF',
      'amazonses.com; spf=fail (domain of a); dkim=pass header.i=@kiln.test; x=y (b) client-ip=192.0.2.7; envelope-from=a@evil.test; helo=evil.test; dkim=none',
      'none',
    ],
    ['a quote that never ends', `${ses} dkim=pass header.i=@kiln.test; reason="`, 'none'],
    ['a stray bracket', `${ses} dkim=pass header.i=@kiln.test; )`, 'none'],
  ])('GRAY, %s', async (_, results, expected) => {
    expect(proof(await withResults(results), verdict('GRAY'))).toBe(expected);
  });

  test('neighbours on a public suffix are strangers', async () => {
    expect(
      proof(
        await withResults(`${ses} dkim=pass header.i=@mallory.github.io;`, 'alice@alice.github.io'),
        verdict('GRAY'),
      ),
    ).toBe('none');
    expect(
      proof(await withResults(`${ses} dkim=pass header.i=@evil.co.uk;`, 'alice@kiln.co.uk'), verdict('GRAY')),
    ).toBe('none');
  });

  test('a signature overrides no failure', async () => {
    expect(proof(await withResults(`${ses} dkim=pass header.i=@kiln.test;`), verdict('FAIL', 'reject'))).toBe('fail');
  });

  test('only the topmost result counts', async () => {
    const forged = await withResults(
      `${ses} dkim=none\r\nAuthentication-Results: ${ses} dkim=pass header.i=@kiln.test;`,
    );
    expect(proof(forged, verdict('GRAY'))).toBe('none');
  });

  test('a result that a stranger wrote below the second Received proves nothing', async () => {
    expect(proof(await mailFrom('stranger-wrote-authentication-results.eml'), verdict('GRAY'))).toBe('none');
  });
});

describe('the verdict in the stored mail, for working on it again', () => {
  test.each([
    ['dmarc=pass header.from=kiln.test', 'PASS'],
    ['dmarc=fail header.from=kiln.test', 'FAIL'],
    ['dmarc=none header.from=kiln.test', 'GRAY'],
    ['dmarc=none; dmarc=pass', 'GRAY'],
    ['spf=none (dmarc=pass)', 'GRAY'],
  ])('%s: %s', async (results, expected) => {
    expect(dmarcVerdictIn(await mail({ 'Authentication-Results': `amazonses.com; ${results}` }))).toBe(expected);
  });

  test('is never a stranger’s', async () => {
    expect(dmarcVerdictIn(await mailFrom('stranger-wrote-authentication-results.eml'))).toBe('GRAY');
    expect(dmarcVerdictIn(await mail({ 'Authentication-Results': 'mx.kiln.test; dmarc=pass' }))).toBe('GRAY');
  });
});
