import type { SettingFault } from '#shared/sources/about.ts';
import { brokenOf } from './rule.ts';

/** Who vouches for people. */
export type CheckedIdentity =
  | 'demo-user-pool'
  | {
      readonly audience: readonly string[];
      readonly clientId?: string | undefined;
      readonly origins: readonly string[];
    };

export function identityFaults(identity: CheckedIdentity): SettingFault[] {
  if (identity === 'demo-user-pool') {
    return [];
  }
  const { audience, clientId, origins } = identity;
  return brokenOf([
    [
      clientId !== undefined && !audience.includes(clientId),
      {
        path: ['identity', 'clientId'],
        message: 'must be one of identity.audience: the board shows the API an id token, whose audience is the client',
        ...(clientId !== undefined && { unknown: { word: clientId, known: audience } }),
      },
    ],
    ...origins.map((origin, index): [boolean, SettingFault] => [
      !isOrigin(origin),
      {
        path: ['identity', 'origins', index],
        message:
          'must be https:// and a host, with nothing behind it: the page may talk to a host, not to an address of it',
      },
    ]),
  ]);
}

function isOrigin(text: string): boolean {
  return text.startsWith('https://') && new URL(text).origin === text;
}
