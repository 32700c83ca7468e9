// The settings of `npm start`: defaults, and refusals that name the setting.
import { describe, expect, test } from 'vitest';
import { settingsOf, WrongSettings } from '../../../infra/local/settings.ts';

test('nothing needs to be set', () => {
  expect(settingsOf({})).toEqual({
    domain: 'stepback.test',
    smtpPort: 2525,
    webPort: 8025,
    dataDir: '.data',
    relayUrl: null,
    sample: true,
  });
});

test('everything can be set; an empty variable is one that is not set', () => {
  const given = {
    DOMAIN: 'Intro.Example.COM',
    SMTP_PORT: '25',
    WEB_PORT: '',
    DATA_DIR: '/srv/x',
    RELAY_URL: 'smtp://localhost:1025',
    SAMPLE: 'off',
  };
  expect(settingsOf(given)).toEqual({
    domain: 'intro.example.com',
    smtpPort: 25,
    webPort: 8025,
    dataDir: '/srv/x',
    relayUrl: 'smtp://localhost:1025',
    sample: false,
  });
});

describe('refused in one line that names the setting', () => {
  test.each([
    ['DOMAIN', 'nowhere'],
    ['DOMAIN', 'a b.example'],
    ['SMTP_PORT', 'smtp'],
    ['SMTP_PORT', '70000'],
    ['WEB_PORT', '80.5'],
    ['RELAY_URL', 'http://x.example'],
    ['SAMPLE', 'yes'],
  ])('%s=%s', (name, value) => {
    const refused = expect(() => settingsOf({ [name]: value }));
    refused.toThrow(WrongSettings);
    refused.toThrow(new RegExp(`^${name} .*"${value.replace('.', '\\.')}"$`));
  });

  test('the two ports are the same', () => {
    expect(() => settingsOf({ SMTP_PORT: '9000', WEB_PORT: '9000' })).toThrow('SMTP_PORT and WEB_PORT');
  });
});
