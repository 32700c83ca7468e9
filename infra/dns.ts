// The DNS records without which nobody can write to the service and nobody believes its letters: in the hosted zone where one is
// given, else as outputs, one line each, to be copied to wherever the domain's records are kept.

import { CfnOutput, type Stack } from 'aws-cdk-lib';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import type { EmailIdentity } from 'aws-cdk-lib/aws-ses';
import type { Settings } from './settings.ts';

interface DnsRecord {
  readonly id: string;
  readonly name: string;
  readonly type: 'MX' | 'CNAME' | 'TXT';
  /** As it stands in a zone file, text in quotation marks. */
  readonly value: string;
}

/** SES sets the envelope sender of every letter to this subdomain, so that SPF passes in alignment. It receives nothing else. */
export const mailFromDomain = (domain: string): string => `bounce.${domain}`;

export function dnsRecords(
  stack: Stack,
  domain: string,
  identity: EmailIdentity,
  hostedZone: Settings['hostedZone'],
): void {
  for (const record of recordsOf(stack.region, domain, identity)) {
    if (hostedZone === null) {
      new CfnOutput(stack, `Dns${record.id}`, { value: `${record.name} ${record.type} ${record.value}` });
    } else {
      new CfnRecordSet(stack, `Dns${record.id}`, {
        hostedZoneId: hostedZone.id,
        name: record.name,
        type: record.type,
        ttl: '3600',
        resourceRecords: [record.value],
      });
    }
  }
}

const recordsOf = (region: string, domain: string, identity: EmailIdentity): readonly DnsRecord[] => [
  { id: 'Mail', name: domain, type: 'MX', value: `10 inbound-smtp.${region}.amazonaws.com` },
  ...identity.dkimRecords.map(({ name, value }, n): DnsRecord => ({ id: `Dkim${n + 1}`, name, type: 'CNAME', value })),
  { id: 'Dmarc', name: `_dmarc.${domain}`, type: 'TXT', value: '"v=DMARC1; p=quarantine"' },
  { id: 'MailFrom', name: mailFromDomain(domain), type: 'MX', value: `10 feedback-smtp.${region}.amazonses.com` },
  { id: 'MailFromSpf', name: mailFromDomain(domain), type: 'TXT', value: '"v=spf1 include:amazonses.com ~all"' },
];
