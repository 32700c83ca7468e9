// What somebody who deploys may say (`-c key=value`), read once and refused with a sentence before anything is built.
//
//   domain        the service's own mail domain, a subdomain: everything sent to it is read by the service
//   hostedZone    with hostedZoneId: the Route 53 zone that gets the DNS records; else they are outputs
//   hostedZoneId
//   region        default: the region of the AWS profile
//   ruleSet       an active receipt rule set of somebody else's, to which our rule is added
//   alarms        the address that is told when something is wrong
//   sandbox       verified recipients, comma-separated, while the account is in the SES sandbox

import { getDomain } from 'tldts';

/**
 * Where SES receives mail: the regions that have an `inbound-smtp.REGION.amazonaws.com` (AWS General Reference, "Amazon SES endpoints
 * and quotas"). Sending works in more: ap-south-2, for one, sends, but has neither the name nor the calls for receipt rules.
 */
export const receivingRegions: readonly string[] = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'af-south-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
];

export interface Settings {
  readonly domain: string;
  readonly region: string;
  readonly hostedZone: { readonly name: string; readonly id: string } | null;
  /** Null: a rule set of our own, to be activated by command. */
  readonly ruleSet: string | null;
  readonly alarms: string | null;
  readonly sandbox: readonly string[];
}

/** What is wrong with a setting, in a sentence for whoever typed it. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const addressForm = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/;
const domainForm = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * `context` looks a key up in the CDK context (undefined where it was not given); `profileRegion` is what the AWS profile says.
 *
 * @throws SettingsError for a domain that is missing, malformed or an apex, a region without SES receiving, half a hosted zone,
 *   and an alarm address on the service's own domain.
 */
export function settingsOf(context: (key: string) => unknown, profileRegion: string | undefined): Settings {
  const given = (key: string): string | null => {
    const value = context(key);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const domain = ownDomain(given('domain'));
  return {
    domain,
    region: receivingRegion(given('region') ?? profileRegion),
    hostedZone: zoneOf(domain, given('hostedZone'), given('hostedZoneId')),
    ruleSet: given('ruleSet'),
    alarms: alarmAddress(domain, given('alarms')),
    sandbox: (given('sandbox') ?? '')
      .split(',')
      .map((address) => address.trim())
      .filter((address) => address !== '')
      .map((address) => anAddress(address, 'sandbox')),
  };
}

function ownDomain(given: string | null): string {
  if (given === null) throw new SettingsError('Say which domain the service gets: -c domain=intro.example.com');
  const domain = given.toLowerCase();
  if (!domainForm.test(domain))
    throw new SettingsError(`"${given}" is not a domain name; one looks like intro.example.com.`);
  if (domain === getDomain(domain)) throw apex(domain);
  return domain;
}

const apex = (domain: string) =>
  new SettingsError(
    `${domain} is a whole domain, and its mail would all come to the service. Give the service a subdomain of its own, such as intro.${domain}.`,
  );

function receivingRegion(region: string | undefined): string {
  if (region === undefined)
    throw new SettingsError('Say in which region to deploy: -c region=eu-west-1, or AWS_REGION.');
  if (receivingRegions.includes(region)) return region;
  throw new SettingsError(
    `Amazon SES does not receive mail in ${region}, so nobody could write to the service there. It does in ${receivingRegions.join(', ')}.`,
  );
}

function zoneOf(domain: string, name: string | null, id: string | null): Settings['hostedZone'] {
  if (name === null && id === null) return null;
  if (name === null || id === null) {
    throw new SettingsError(
      'A hosted zone has a name and an id: -c hostedZone=example.com -c hostedZoneId=Z0123456789ABC',
    );
  }
  const zone = name.toLowerCase().replace(/\.$/, '');
  if (domain === zone) throw apex(domain);
  if (!domain.endsWith(`.${zone}`)) {
    throw new SettingsError(
      `The records of ${domain} cannot stand in the hosted zone ${zone}: it is not a subdomain of that zone.`,
    );
  }
  return { name: zone, id };
}

function alarmAddress(domain: string, given: string | null): string | null {
  if (given === null) return null;
  const address = anAddress(given, 'alarms');
  const at = address.slice(address.lastIndexOf('@') + 1);
  if (at === domain || at.endsWith(`.${domain}`)) {
    throw new SettingsError(
      `Alarms to ${address} would be lost when they are needed: it is read by the service itself. Give an address elsewhere.`,
    );
  }
  return address;
}

function anAddress(given: string, key: string): string {
  if (!addressForm.test(given)) throw new SettingsError(`-c ${key}: "${given}" is not a mail address.`);
  return given.toLowerCase();
}
