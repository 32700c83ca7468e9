// Mails for the tests of this room: fixtures by name, and small ones written on the spot.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Envelope, Mail } from '../../functions/mail/mail.ts';
import { readMail } from '../../functions/mail/read.ts';

export const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures', name));

export const mailFrom = (name: string): Promise<Mail> => readMail(fixture(name));

/** A mail of Tariq's with these headers (which replace the usual ones) and this text. */
export function mail(headers: Readonly<Record<string, string>>, text = 'Hello.'): Promise<Mail> {
  const all = { From: 'Tariq Aziz <tariq@kiln.test>', To: 'intro@stepback.test', Subject: 'Kilns', ...headers };
  const head = Object.entries({ 'Content-Type': 'text/plain; charset=utf-8', ...all })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  return readMail(Buffer.from(`${head}\r\n${text}`));
}

export const html = (markup: string): Promise<Mail> => mail({ 'Content-Type': 'text/html; charset=utf-8' }, markup);

export const envelope: Envelope = { mailFrom: 'tariq@kiln.test', rcptTo: ['intro@stepback.test'] };
export const nullSender: Envelope = { mailFrom: null, rcptTo: ['i-abcdefghijklmnopqrst@stepback.test'] };
