// SES's sending interface (v1 query protocol): SendRawEmail turns into a letter of the letter box and into the events that SES would publish.
// Refuses what SES refuses, in its words, and changes the letter as SES does: its own Message-ID and Date, no Bcc, no X-SES fields.
//
// | recipient at simulator.amazonses.com | what is told after Send                   |
// |--------------------------------------|-------------------------------------------|
// | bounce                               | Bounce, permanent                         |
// | ooto, success, anything else         | Delivery                                  |
// | complaint                            | Delivery, Complaint                       |
// | suppressionlist                      | Bounce, permanent, on the suppression list|

import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import addressparser from 'nodemailer/lib/addressparser';
import { type Answer, AwsError, bodyOf, type Faults, type Listening, listen } from './aws-endpoint.ts';
import { splitHeader } from './header-lines.ts';
import type { Envelope, LetterBox } from './letter-box.ts';
import { type LetterEvent, letterNotification } from './notifications.ts';
import { escaped, xml } from './xml.ts';

const largestLetter = 10 * 1024 * 1024;
const mostRecipients = 50;
/** The letter in base64, and that percent-encoded at its worst. */
const largestRequest = 3 * Math.ceil((largestLetter * 4) / 3) + 1024 * 1024;
const tagForm = /^[A-Za-z0-9_-]{1,256}$/;
const addressForm = /^[\x21-\x7e]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/;

/** Fields that SES takes once ("Amazon SES header fields" in its guide), as far as a letter may have them. */
const onceOnly = new Set(
  (
    'from to cc bcc subject reply-to sender return-path message-id date in-reply-to references mime-version content-type ' +
    'content-transfer-encoding auto-submitted precedence list-unsubscribe list-unsubscribe-post list-id importance priority'
  ).split(' '),
);

/** Attachments with these endings are refused ("Amazon SES unsupported attachment types" in its guide). */
const refusedEndings = new Set(
  (
    'ade adp app asp bas bat cer chm cmd com cpl crt csh der exe fxp gadget hlp hta inf ins isp its js jse ksh lib lnk mad maf mag mam maq mar mas mat ' +
    'mau mav maw mda mdb mde mdt mdw mdz msc msh msh1 msh2 mshxml msh1xml msh2xml msi msp mst ops pcd pif plg prf prg reg scf scr sct shb shs sys ps1 ' +
    'ps1xml ps2 ps2xml psc1 psc2 tmp url vb vbe vbs vps vsmacros vss vst vsw vxd ws wsc wsf wsh xnk'
  ).split(' '),
);

export interface SesSettings {
  readonly domain: string;
  readonly configurationSet: string;
  readonly letters: LetterBox;
  readonly faults: Faults;
  /** The present of the clock that can be turned. */
  readonly now: () => Date;
  /** Publishes to the topic of the configuration set's events. */
  readonly publish: (notification: string) => Promise<void>;
  /** Called with each letter after it is kept; for handing it on to a mail server. */
  readonly relay: (raw: Buffer, envelope: Envelope) => void;
}

export async function startSes(settings: SesSettings): Promise<Listening> {
  for (const n of settings.letters.untold()) {
    const envelope = settings.letters.envelope(n);
    if (envelope !== undefined) await tellWhatBecame(settings, n, envelope);
  }
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const form = new URLSearchParams((await bodyOf(request, largestRequest)).toString('latin1'));
    const action = form.get('Action') ?? '';
    if (action !== 'SendRawEmail') throw new AwsError(400, 'InvalidAction', `Could not find operation ${action}`);
    return settings.faults.around('ses:SendRawEmail', async () => accepted(await sendRawEmail(settings, form)));
  };
  return listen(0, answer, answerError);
}

/** Returns SES's id for the letter once it is kept. */
async function sendRawEmail(settings: SesSettings, form: URLSearchParams): Promise<string> {
  const given = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  const { fields, rest } = splitHeader(given);
  const source = form.get('Source') ?? addressesOf(fields.find(({ name }) => name === 'from')?.value)[0] ?? '';
  const named = members(form, 'Destinations');
  const inHeader = fields
    .filter(({ name }) => ['to', 'cc', 'bcc'].includes(name))
    .flatMap(({ value }) => addressesOf(value));
  const recipients = (named.length > 0 ? named : inHeader).map((address) => addressesOf(address)[0] ?? address);
  refuseWhatSesRefuses(settings, given, fields, source, recipients);
  const sesMessageId = `0100${Date.now().toString(16).padStart(12, '0')}-${randomBytes(4).toString('hex')}-${randomUUID().slice(9)}-000000`;
  const now = settings.now();
  const envelope: Envelope = {
    at: now.toISOString(),
    sesMessageId,
    source: addressesOf(source)[0] ?? source,
    recipients,
    configurationSet: configurationSetOf(settings, form, fields),
    tags: tagsOf(form, fields),
  };
  const replaced = new Set(['message-id', 'date', 'bcc', 'return-path']);
  const kept = fields
    .filter(({ name }) => !replaced.has(name) && !name.startsWith('x-ses-'))
    .map(({ octets }) => octets);
  const head = `Date: ${rfc5322Date(now)}\r\nMessage-ID: <${sesMessageId}@email.amazonses.com>\r\n`;
  const raw = Buffer.concat([...kept, Buffer.from(head), rest]);
  const n = await settings.letters.add(raw, envelope);
  settings.relay(raw, envelope);
  await tellWhatBecame(settings, n, envelope);
  return sesMessageId;
}

/** Publishes the letter's events; again from the beginning where a killed process had begun to. */
async function tellWhatBecame({ letters, publish }: SesSettings, n: number, envelope: Envelope): Promise<void> {
  const events = envelope.configurationSet === '' ? [] : eventsOf(envelope.recipients);
  for (const event of events) await publish(letterNotification(envelope, event, envelope.at));
  await letters.told(n);
}

type Fields = ReturnType<typeof splitHeader>['fields'];

function refuseWhatSesRefuses(
  { domain }: SesSettings,
  raw: Buffer,
  fields: Fields,
  source: string,
  recipients: readonly string[],
): void {
  const invalid = (message: string): AwsError => new AwsError(400, 'InvalidParameterValue', message);
  if (raw.length > largestLetter)
    throw invalid(`Message length is more than ${largestLetter} bytes long: '${raw.length}'.`);
  if (recipients.length === 0) throw invalid('No recipients');
  if (recipients.length > mostRecipients) throw invalid(`Recipient count exceeds ${mostRecipients}.`);
  const unusable = [source, ...recipients].find((address) => !addressForm.test(addressesOf(address)[0] ?? ''));
  if (unusable !== undefined || /[\r\n]/.test(source)) throw invalid(`Illegal address: ${unusable ?? source}`);
  const from = fields.filter(({ name }) => name === 'from').flatMap(({ value }) => addressesOf(value));
  if (from.length === 0) throw invalid("Missing required header 'From'.");
  const names = fields.map(({ name }) => name);
  const twice = names.find((name, place) => onceOnly.has(name) && names.indexOf(name) !== place);
  if (twice !== undefined) throw invalid(`Duplicate header '${twice}'.`);
  const broken = fields.find(({ value }) => /[\r\n\0]/.test(value));
  if (broken !== undefined) throw invalid(`Header '${broken.name}' contains a control character.`);
  const refused = fileNames(raw).find((name) => refusedEndings.has(name.split('.').pop()?.toLowerCase() ?? ''));
  if (refused !== undefined) throw invalid(`Illegal filename '${refused}'.`);
  const foreign = [source, ...from].find((address) => !addressesOf(address)[0]?.toLowerCase().endsWith(`@${domain}`));
  if (foreign !== undefined)
    throw new AwsError(
      400,
      'MessageRejected',
      `Email address is not verified. The following identities failed the check in region US-EAST-1: ${foreign}`,
    );
}

/** File names of attachments, in either of the two fields that give one; not decoded: endings are ASCII. */
const fileNames = (raw: Buffer): string[] =>
  [
    ...raw
      .toString('latin1')
      .matchAll(/^(?:content-(?:type|disposition):|[ \t]).*?\b(?:file)?name\*?\d*\*?=(?:"([^"\r\n]*)"|([^\s;]+))/gim),
  ].map(([, quoted, plain]) => quoted ?? plain ?? '');

function configurationSetOf({ configurationSet }: SesSettings, form: URLSearchParams, fields: Fields): string {
  const named =
    form.get('ConfigurationSetName') ?? fields.find(({ name }) => name === 'x-ses-configuration-set')?.value ?? '';
  if (named !== '' && named !== configurationSet)
    throw new AwsError(400, 'ConfigurationSetDoesNotExist', `Configuration set <${named}> does not exist.`);
  return named;
}

function tagsOf(form: URLSearchParams, fields: Fields): Record<string, string[]> {
  const inHeader = fields.filter(({ name }) => name === 'x-ses-message-tags').flatMap(({ value }) => value.split(','));
  const pairs = [
    ...members(form, 'Tags', 'Name').map((name, place) => [name, members(form, 'Tags', 'Value')[place] ?? '']),
    ...inHeader.map((pair) => pair.split('=').map((text) => text.trim())),
  ];
  for (const text of pairs.flat())
    if (!tagForm.test(text))
      throw new AwsError(
        400,
        'InvalidParameterValue',
        `Invalid tag: ${text}. Only A-Z, a-z, 0-9, _ and - are allowed.`,
      );
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, [value]]));
}

/** `LIST.member.1`, `LIST.member.2` … or `LIST.member.1.FIELD` …, in order. */
function members(form: URLSearchParams, list: string, field?: string): string[] {
  const found: string[] = [];
  for (let place = 1; ; place++) {
    const value = form.get(`${list}.member.${place}${field === undefined ? '' : `.${field}`}`);
    if (value === null) return found;
    found.push(value);
  }
}

const addressesOf = (header: string | undefined): string[] =>
  addressparser(header ?? '', { flatten: true }).map(({ address }) => address);

function eventsOf(recipients: readonly string[]): LetterEvent[] {
  const outcomes = recipients.flatMap((address): LetterEvent[] => {
    const [local = '', domain = ''] = address.toLowerCase().split('@');
    switch (domain === 'simulator.amazonses.com' ? local.replace(/\+.*/, '') : 'success') {
      case 'bounce':
        return [{ kind: 'Bounce', address, type: 'Permanent', diagnostic: 'smtp; 550 5.1.1 user unknown' }];
      case 'suppressionlist':
        return [
          {
            kind: 'Bounce',
            address,
            type: 'Permanent',
            diagnostic:
              'Amazon SES did not send the message to this address because it is on the suppression list for your account.',
          },
        ];
      case 'complaint':
        return [{ kind: 'Delivery' }, { kind: 'Complaint', address }];
      default:
        return [{ kind: 'Delivery' }];
    }
  });
  const deliveries = outcomes.filter(({ kind }) => kind === 'Delivery').slice(0, 1);
  return [{ kind: 'Send' }, ...deliveries, ...outcomes.filter(({ kind }) => kind !== 'Delivery')];
}

/** RFC 5322 3.3, in UTC. */
const rfc5322Date = (date: Date): string => date.toUTCString().replace('GMT', '+0000');

const namespace = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';

const accepted = (sesMessageId: string): Answer =>
  xml(
    200,
    `<SendRawEmailResponse ${namespace}><SendRawEmailResult><MessageId>${sesMessageId}</MessageId></SendRawEmailResult>` +
      `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></SendRawEmailResponse>`,
  );

const answerError = ({ status, code, message }: AwsError): Answer =>
  xml(
    status,
    `<ErrorResponse ${namespace}><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type><Code>${code}</Code>` +
      `<Message>${escaped(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
  );
