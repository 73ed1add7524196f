import type { SettingFault } from '#shared/sources/about.ts';
import { type CheckedIdentity, identityFaults } from './identity-faults.ts';
import { brokenOf } from './rule.ts';

/** Where and when a merchant is. */
export interface CheckedPlace {
  readonly demo: boolean;
  readonly domain?: { readonly certificateArn: string } | undefined;
  readonly partition: string;
  readonly region: string;
  readonly timeZone: string;
  readonly identity: CheckedIdentity;
}

export function placeFaults({ domain, demo, region, partition, timeZone, identity }: CheckedPlace): SettingFault[] {
  const home = region.startsWith('cn-') ? 'aws-cn' : 'aws';
  const certificates = `arn:${home}:acm:${region}:`;
  const rules = brokenOf([
    [
      !domain && !demo,
      { path: ['domain'], message: 'is required outside a demo: senders keep the URL, so it must outlive the API' },
    ],
    [
      identity === 'demo-user-pool' && !demo,
      { path: ['identity'], message: 'is for a demo; name the issuer that vouches for your people, and its audience' },
    ],
    [partition !== home, { path: ['partition'], message: `region ${region} is in partition ${home}` }],
    [
      domain !== undefined && !domain.certificateArn.startsWith(certificates),
      {
        path: ['domain', 'certificateArn'],
        message: `must begin with ${certificates}, since the API takes a certificate of its own region only`,
      },
    ],
    [
      !isTimeZone(timeZone),
      {
        path: ['timeZone'],
        message: 'must be a time zone by its IANA name, such as Asia/Shanghai',
        unknown: { word: timeZone, known: Intl.supportedValuesOf('timeZone') },
      },
    ],
  ]);
  return [...rules, ...identityFaults(identity)];
}

function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}
