// Letters that also go to a real mail server (`RELAY_URL`), to be seen in an ordinary mail program. The letter box has them in any case: what the server
// does not take after three tries is said on stderr and left.

import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import type { Envelope } from './letter-box.ts';

const tries = 3;
const pauseMs = 2_000;

export interface Relay {
  readonly send: (raw: Buffer, envelope: Envelope) => void;
  close(): void;
}

export function relayTo(url: string | null): Relay {
  if (url === null) return { send: () => {}, close: () => {} };
  const transport = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 });
  const send = async (raw: Buffer, { source, recipients, sesMessageId }: Envelope): Promise<void> => {
    for (let attempt = 1; ; attempt++) {
      try {
        await transport.sendMail({ envelope: { from: source, to: [...recipients] }, raw });
        return;
      } catch (error) {
        if (attempt === tries) return console.error(`RELAY_URL: letter ${sesMessageId} was not taken: ${error}`);
        await pause(pauseMs * attempt);
      }
    }
  };
  return { send: (raw, envelope) => void send(raw, envelope), close: () => transport.close() };
}
