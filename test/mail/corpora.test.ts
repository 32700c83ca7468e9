// Real mails of other projects, where the folder beside this project holds them; the thresholds are those of the issue that asked for them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { automation } from '../../functions/mail/automated.ts';
import { readReport } from '../../functions/mail/bounce.ts';
import type { Envelope, Mail } from '../../functions/mail/mail.ts';
import { readMail } from '../../functions/mail/read.ts';
import { visibleText } from '../../functions/mail/visible-text.ts';

interface Expected {
  readonly corpus: string;
  readonly file: string;
  readonly class: string;
  readonly expect?: { readonly addrs?: readonly string[]; readonly visible?: string; readonly first_fragment?: string };
}

const folder = join(import.meta.dirname, '../../../shared/corpora');
const present = existsSync(folder);
if (!present) console.warn('skipped: there are no corpora beside this project (../shared/corpora)');

const entries: readonly Expected[] = present
  ? readFileSync(join(folder, 'expected.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line): Expected => JSON.parse(line))
  : [];

/** Texts and pages without a header get the least of one. */
async function read({ corpus, file }: Expected): Promise<Mail> {
  const bytes = readFileSync(join(folder, corpus, file));
  const type = file.endsWith('.html') ? 'text/html' : corpus === 'crisp' ? 'text/plain' : null;
  const header = `From: Alex <alex@example.test>\nContent-Type: ${type}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n`;
  return readMail(type === null ? bytes : Buffer.concat([Buffer.from(header), bytes]));
}

const envelopeOf = (mail: Mail): Envelope => ({
  mailFrom: mail.headers.get('return-path')?.[0] === '<>' ? null : (mail.from[0]?.address ?? 'unknown@example.test'),
  rcptTo: [],
});

const mails = await Promise.all(entries.map(async (entry) => ({ entry, mail: await read(entry) })));
const ofClass = (name: RegExp) => mails.filter(({ entry }) => name.test(entry.class));
const share = (hits: number, of: readonly unknown[]) => hits / of.length;

describe.skipIf(!present)('on the corpora', () => {
  test('at least 99 % of the bounces are recognised as no person’s', () => {
    const bounces = ofClass(/^bounce/).filter(({ entry }) => !writtenByPeople.has(entry.file));
    const missed = bounces.filter(({ mail }) => automation(mail, envelopeOf(mail)).automated !== 'yes');
    console.info(`bounces recognised: ${bounces.length - missed.length} of ${bounces.length}`);
    expect(share(bounces.length - missed.length, bounces)).toBeGreaterThanOrEqual(0.99);
  });

  test('at least 90 % of the hard and delayed ones tell the right addresses and the right outcome', () => {
    const told = ofClass(/^bounce-(?:hard|delay)$/).filter(({ entry }) => entry.expect?.addrs?.length);
    const right = told.filter(({ entry, mail }) => {
      const outcome = entry.class === 'bounce-delay' ? 'temporary' : 'hard';
      const results = readReport(mail, envelopeOf(mail))?.results.filter((result) => result.outcome === outcome) ?? [];
      const addresses = entry.expect?.addrs?.map((address) => address.toLowerCase()) ?? [];
      return (
        results
          .map(({ address }) => address)
          .sort()
          .join() === [...addresses].sort().join()
      );
    });
    console.info(`bounces with the right addresses: ${right.length} of ${told.length}`);
    expect(share(right.length, told)).toBeGreaterThanOrEqual(0.9);
  });

  test('no reply and no other mail is taken for a robot’s that is not one', () => {
    const human = ofClass(/^(?:reply|mime|malformed)/);
    const robots = human
      .filter(({ mail }) => automation(mail, envelopeOf(mail)).automated !== 'no')
      .map(({ entry }) => entry.file);
    console.info(`taken for a robot's: ${robots.length} of ${human.length}, all of them robots' by MAIL-RULES A`);
    expect(robots.sort()).toEqual([...robotsAmongThem].sort());
  });

  test('every malformed mail is survived, with its sender where it has one', () => {
    for (const { entry, mail } of ofClass(/^(?:malformed|mime)/)) {
      expect(mail.size, entry.file).toBeGreaterThan(0);
      expect(mail.from.length > 0 || withoutSender.has(entry.file), entry.file).toBe(true);
      expect(() => visibleText(mail)).not.toThrow();
    }
  });

  test('the visible text has the right first line in 95 % of the replies, and is right as a whole in 70 %', () => {
    const replies = ofClass(/^reply/);
    const judged = replies.map(({ entry, mail }) => {
      const { text, signature } = visibleText(mail);
      // The corpora count a signature as visible; the pages of talon all say the same.
      const expected = tidy(entry.expect?.visible ?? entry.expect?.first_fragment ?? 'Hi. I am fine.\n\nThanks,\nAlex');
      const first = tidy(text).split('\n')[0] === expected.split('\n')[0];
      return { first, whole: tidy(text) === expected || tidy(`${text}\n${signature}`) === expected };
    });
    const count = (key: 'first' | 'whole') => judged.filter((each) => each[key]).length;
    console.info(
      `visible text of ${replies.length}: first line right in ${count('first')}, all of it in ${count('whole')}`,
    );
    expect(share(count('first'), replies)).toBeGreaterThanOrEqual(0.95);
    expect(share(count('whole'), replies)).toBeGreaterThanOrEqual(0.7);
  });
});

const tidy = (text: string) =>
  text
    .replace(/[ \t\r]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim();

/** In the folder of bounces, and a hotel's answer about a reservation. */
const writtenByPeople = new Set(['groupwise_03.txt']);

/** Precedence: bulk; a List-Id; no-reply addresses. */
const robotsAmongThem = new Set([
  'bad_date_header.eml',
  'empty_in_reply_to.eml',
  'encoding_madness.eml',
  'raw_email_encoded_stack_level_too_deep.eml',
  'raw_email_trailing_dot.eml',
]);

/** Without a From header. */
const withoutSender = new Set(['bad_encoded_subject.eml', 'example13.eml']);
