// The SMTP door (RFC 5321). It listens on the loopback interface alone, and whoever reaches that is taken at their word about who they are: nothing here
// verifies SPF, DKIM or DMARC, which in the cloud is SES's work. Refuses unknown recipients (550) and mails over 40 MB (552); says 250 when the mail is safe on the disk and not before.

import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { loopback } from './aws-endpoint.ts';
import { largestMail, type Reception } from './reception.ts';

export interface SmtpDoor {
  readonly port: number;
  close(): Promise<void>;
}

class Refused extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

/** Rejects with Node's error (`EADDRINUSE`, …) where the port cannot be had. Port 0: any free one. */
export async function openSmtpDoor(port: number, domain: string, reception: Reception): Promise<SmtpDoor> {
  const server = new SMTPServer({
    name: domain,
    banner: 'Stepback',
    size: largestMail,
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    socketTimeout: 60_000,
    closeTimeout: 2_000,
    // Mail programs that insist on logging in may use any name and password.
    onAuth: (auth, _session, callback) => callback(null, { user: auth.username ?? 'anybody' }),
    onRcptTo: ({ address }, _session, callback) => {
      const refusal = reception.refusalOf(address);
      callback(refusal === null ? null : new Refused(550, refusal));
    },
    onData: (stream, session, callback) => {
      take(reception, stream, session).then(
        (sesMessageId) => callback(null, `OK ${sesMessageId}`),
        (error: Error) => callback(error instanceof Refused ? error : new Refused(451, `not stored: ${error.message}`)),
      );
    },
  });
  // A client that goes away in the middle harms nobody.
  server.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, loopback, () => {
      server.server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function take(reception: Reception, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
  const { mailFrom, rcptTo } = session.envelope;
  try {
    const { sesMessageId } = await reception.accept({
      mailFrom: mailFrom === false ? '' : mailFrom.address,
      rcptTo: rcptTo.map(({ address }) => address),
      raw: withinLimit(stream),
      proof: 'pass',
      client: session.remoteAddress,
    });
    return sesMessageId;
  } catch (error) {
    stream.resume();
    throw error;
  }
}

/** The server tells of too large a mail only at its end, and gives the octets up to the limit. */
async function* withinLimit(stream: SMTPServerDataStream): AsyncGenerator<Buffer> {
  yield* stream as AsyncIterable<Buffer>;
  if (stream.sizeExceeded) throw new Refused(552, `the mail is larger than ${largestMail} octets`);
}
