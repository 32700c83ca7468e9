// What is refused before anything is built, each with a sentence that says what to type instead.

import { describe, expect, test } from 'vitest';
import { receivingRegions, SettingsError, settingsOf } from '../../infra/settings.ts';

const settings = (context: Readonly<Record<string, unknown>>, region: string | undefined = 'eu-west-1') =>
  settingsOf((key) => context[key], region);

describe('what is given', () => {
  test('the domain alone is enough', () => {
    expect(settings({ domain: 'Intro.Example.com' })).toEqual({
      domain: 'intro.example.com',
      region: 'eu-west-1',
      hostedZone: null,
      ruleSet: null,
      alarms: null,
      sandbox: [],
    });
  });

  test('a region in the context goes before the one of the profile', () => {
    expect(settings({ domain: 'intro.example.com', region: 'us-east-1' }).region).toBe('us-east-1');
  });

  test('everything else is read as written', () => {
    const given = settings({
      domain: 'intro.example.com',
      hostedZone: 'example.com.',
      hostedZoneId: 'Z0123456789ABC',
      ruleSet: 'company-rules',
      alarms: 'Ops@Example.com',
      sandbox: 'helen@example.org, noor@example.net',
    });
    expect(given).toMatchObject({
      hostedZone: { name: 'example.com', id: 'Z0123456789ABC' },
      ruleSet: 'company-rules',
      alarms: 'ops@example.com',
      sandbox: ['helen@example.org', 'noor@example.net'],
    });
  });

  test('a subdomain below a public suffix of two parts is a subdomain', () => {
    expect(settings({ domain: 'intro.example.co.uk' }).domain).toBe('intro.example.co.uk');
  });
});

describe('what is refused', () => {
  const refused: readonly [string, Readonly<Record<string, unknown>>, RegExp][] = [
    ['no domain', {}, /-c domain=/],
    ['what is no domain', { domain: 'intro example.com' }, /not a domain name/],
    ['a whole domain', { domain: 'example.com' }, /subdomain of its own, such as intro\.example\.com/],
    ['a whole domain below a suffix of two parts', { domain: 'example.co.uk' }, /subdomain of its own/],
    [
      'the apex of the zone',
      { domain: 'intro.example.com', hostedZone: 'intro.example.com', hostedZoneId: 'Z1' },
      /subdomain of its own/,
    ],
    [
      'a zone that does not hold the domain',
      { domain: 'intro.example.com', hostedZone: 'example.org', hostedZoneId: 'Z1' },
      /not a subdomain/,
    ],
    [
      'a zone that only ends alike',
      { domain: 'intro.bestexample.com', hostedZone: 'example.com', hostedZoneId: 'Z1' },
      /not a subdomain/,
    ],
    ['half a zone', { domain: 'intro.example.com', hostedZone: 'example.com' }, /a name and an id/],
    [
      'a region that only sends',
      { domain: 'intro.example.com', region: 'ap-south-2' },
      /does not receive mail in ap-south-2/,
    ],
    [
      'alarms to the service itself',
      { domain: 'intro.example.com', alarms: 'intro@intro.example.com' },
      /read by the service itself/,
    ],
    [
      'alarms below the service',
      { domain: 'intro.example.com', alarms: 'ops@bounce.intro.example.com' },
      /read by the service itself/,
    ],
    ['alarms to what is no address', { domain: 'intro.example.com', alarms: 'ops' }, /not a mail address/],
    ['a recipient that is no address', { domain: 'intro.example.com', sandbox: 'helen' }, /not a mail address/],
  ];

  test.each(refused)('%s', (_what, context, sentence) => {
    expect(() => settings(context)).toThrow(SettingsError);
    expect(() => settings(context)).toThrow(sentence);
  });

  test('no region at all', () => {
    expect(() => settingsOf((key) => (key === 'domain' ? 'intro.example.com' : undefined), undefined)).toThrow(
      /AWS_REGION/,
    );
  });

  test('every region where SES receives is taken', () => {
    for (const region of receivingRegions)
      expect(settings({ domain: 'intro.example.com', region }).region).toBe(region);
  });
});
