// The whole system for tests: the real parts that `npm start` runs, on free ports, over a folder of its own that goes when it stops.
// One for each test file: the functions read their environment from the process.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime, Duration } from 'luxon';
import type { SentLetter } from '../infra/local/letter-box.ts';
import type { Proof } from '../infra/local/notifications.ts';
import { type Circumstances, OneMachine } from '../infra/local/one-machine.ts';

export interface Written {
  /** Envelope and header sender; '' is the null sender. */
  readonly from: string;
  /** Envelope recipients of ours, and the To header. */
  readonly to: string | readonly string[];
  readonly cc?: string | readonly string[];
  readonly subject?: string;
  readonly text?: string;
  /** Further or other header fields. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly proof?: Proof;
  /** The whole message, in place of what would be made of the fields above. */
  readonly raw?: string | Buffer;
}

export interface Local {
  readonly machine: OneMachine;
  readonly domain: string;
  /** Hands a mail in and waits until it has been worked on; the letters that it brought. */
  mail(written: Written): Promise<SentLetter[]>;
  letters(wanted?: { since?: number; to?: string }): Promise<SentLetter[]>;
  /** Turns the clock by an ISO 8601 duration and does everything due on the way; the letters that it brought. */
  advance(duration: string): Promise<SentLetter[]>;
  /** Stops it and starts it again over the same folder. */
  restart(changes?: Partial<Circumstances>): Promise<void>;
  stop(): Promise<void>;
}

const domain = 'stepback.test';

export async function startLocal(changes: Partial<Circumstances> = {}): Promise<Local> {
  const dataDir = await mkdtemp(join(tmpdir(), 'stepback-'));
  const start = (more: Partial<Circumstances>): Promise<OneMachine> =>
    OneMachine.start(
      { domain, smtpPort: 0, webPort: 0, dataDir, relayUrl: null, sample: false },
      // The clock stands still but for what tests do, and nobody waits for the disk.
      { sync: false, tickMs: 3_600_000, retryMs: [50], ...changes, ...more },
    );
  let machine = await start({});
  let sent = 0;
  const bringing = async (work: () => Promise<unknown>): Promise<SentLetter[]> => {
    const before = (await machine.letters()).at(-1)?.n ?? 0;
    await work();
    return machine.letters({ since: before });
  };
  return {
    get machine() {
      return machine;
    },
    domain,
    mail: (written) => bringing(() => machine.handIn(handedIn(written, ++sent, machine.now()))),
    letters: (wanted) => machine.letters(wanted),
    advance: (duration) =>
      bringing(() =>
        machine.turnTo(DateTime.fromJSDate(machine.now(), { zone: 'utc' }).plus(Duration.fromISO(duration)).toJSDate()),
      ),
    async restart(more = {}) {
      await machine.stop();
      machine = await start(more);
    },
    async stop() {
      await machine.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function handedIn(written: Written, serial: number, now: Date) {
  const to = [written.to].flat();
  const cc = [written.cc ?? []].flat();
  const rcptTo = [...to, ...cc].map(bare).filter((address) => address.toLowerCase().endsWith(`@${domain}`));
  const raw = written.raw ?? messageOf(written, to, cc, serial, now);
  return { mailFrom: bare(written.from), rcptTo, proof: written.proof ?? 'pass', raw: Buffer.from(raw) } as const;
}

const bare = (address: string): string => /<([^<>]*)>\s*$/.exec(address)?.[1] ?? address;

function messageOf(
  { from, subject = '', text = '', headers = {} }: Written,
  to: string[],
  cc: string[],
  serial: number,
  now: Date,
): string {
  const fields = {
    From: from,
    To: to.join(', '),
    ...(cc.length > 0 && { Cc: cc.join(', ') }),
    Subject: subject,
    Date: now.toUTCString().replace('GMT', '+0000'),
    'Message-ID': `<${serial}.${now.getTime()}@sender.example>`,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return `${lines.join('\r\n')}\r\n\r\n${text.replace(/\r?\n/g, '\r\n')}\r\n`;
}
