// What somebody types to deploy: offline, without an account, and quickly.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const out = mkdtempSync(join(tmpdir(), 'stepback-synth-'));

afterAll(() => rmSync(out, { recursive: true, force: true }));

function synth(...context: readonly string[]): { status: number | null; output: string; seconds: number } {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/cdk'),
    ['synth', '--quiet', '--output', out, ...context.flatMap((one) => ['-c', one])],
    // No profile, no credentials, nobody to ask for them.
    {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: out, AWS_EC2_METADATA_DISABLED: 'true', CI: 'true' },
    },
  );
  return { status, output: stdout + stderr, seconds: (performance.now() - begun) / 1000 };
}

describe('npx cdk synth -c domain=intro.example.com', () => {
  test('works offline, without an account, in under 30 seconds', { timeout: 60_000 }, () => {
    const { status, output, seconds } = synth('domain=intro.example.com', 'region=eu-west-1');
    expect(output).not.toContain('Error');
    expect(status).toBe(0);
    expect(seconds).toBeLessThan(30);
  });

  test('stages one asset for each bundle, and the template has the region of the settings', () => {
    const assets = readdirSync(out).filter((name) => name.startsWith('asset.'));
    expect(assets).toHaveLength(4);
    expect(readFileSync(join(out, 'Stepback.template.json'), 'utf8')).toContain('inbound-smtp.eu-west-1.amazonaws.com');
  });

  test.each([
    ['domain=example.com', 'subdomain of its own'],
    ['region=me-central-1', 'does not receive mail in me-central-1'],
  ])('%s is refused with a sentence and no stack trace', (setting, sentence) => {
    const { status, output } = synth('domain=intro.example.com', 'region=eu-west-1', setting);
    expect(status).not.toBe(0);
    expect(output).toContain(sentence);
    expect(output).not.toMatch(/^\s+at /m);
  });
});
