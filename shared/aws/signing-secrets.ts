import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { openCachedSecrets } from './cached-secrets.ts';
import { signingSecretsOf } from './secrets.ts';

/** The current signing secret of a channel, for those who sign with it or hand it out; kept for a minute. Throws where there is none. */
export function openSigningSecrets(
  client: SecretsManagerClient,
  prefix: string,
  nowMs: () => number,
): (source: string, channel: string) => Promise<string> {
  const readText = openCachedSecrets(client, nowMs);
  return async (source, channel) => {
    const name = `${source}/${channel}`;
    return signingSecretsOf(await readText(`${prefix}${name}`), name).current;
  };
}
