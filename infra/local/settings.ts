// The settings of the local runner (PRODUCT.md section 8), read from the environment and refused in one line that names the setting.

import { z } from 'zod';

export interface Settings {
  readonly domain: string;
  readonly smtpPort: number;
  readonly webPort: number;
  readonly dataDir: string;
  readonly relayUrl: string | null;
  readonly sample: boolean;
}

/** What is wrong with the settings, a line for each. */
export class WrongSettings extends Error {}

const domainForm = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

const port = (standard: number) =>
  z.coerce
    .number('is a port number')
    .int('is a port number')
    .min(0, 'is 0 (any) to 65535')
    .max(65_535, 'is 0 (any) to 65535')
    .default(standard);

const environment = z.object({
  DOMAIN: z
    .string()
    .trim()
    .toLowerCase()
    .regex(domainForm, 'is a mail domain like stepback.test')
    .default('stepback.test'),
  SMTP_PORT: port(2525),
  WEB_PORT: port(8025),
  DATA_DIR: z.string().min(1, 'is a folder').default('.data'),
  RELAY_URL: z.url({ protocol: /^smtps?$/, error: 'is a server like smtp://localhost:1025' }).optional(),
  SAMPLE: z.enum(['on', 'off'], 'is on or off').default('on'),
});

/** An empty variable counts as one that is not set. Throws `WrongSettings`. */
export function settingsOf(variables: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.keys(environment.shape).map((name) => [name, variables[name] || undefined]));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      ({ path: [name], message }) => `${String(name)} ${message}, not "${given[String(name)]}"`,
    );
    throw new WrongSettings(lines.join('\n'));
  }
  const { DOMAIN, SMTP_PORT, WEB_PORT, DATA_DIR, RELAY_URL, SAMPLE } = parsed.data;
  if (SMTP_PORT === WEB_PORT && SMTP_PORT !== 0) throw new WrongSettings('SMTP_PORT and WEB_PORT are the same');
  return {
    domain: DOMAIN,
    smtpPort: SMTP_PORT,
    webPort: WEB_PORT,
    dataDir: DATA_DIR,
    relayUrl: RELAY_URL ?? null,
    sample: SAMPLE === 'on',
  };
}
