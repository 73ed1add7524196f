import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { Fault } from '#shared/fault/fault.ts';
import { openCachedSecrets } from './cached-secrets.ts';
import { tokensOf } from './token-secret.ts';

/** Keys of accounts in Secrets Manager, named `<prefix><source>/<channel>/token`, each JSON `{ "accessToken" }`; kept for a minute. */
export function openAccessTokens(
  client: SecretsManagerClient,
  prefix: string,
  nowMs: () => number,
): (source: string, channel: string) => Promise<string> {
  const readText = openCachedSecrets(client, nowMs);
  return async (source, channel) => {
    const { accessToken } = tokensOf(await readText(`${prefix}${source}/${channel}/token`));
    if (accessToken === undefined) {
      const advice = `put JSON {"accessToken": "..."} into the token of ${source}/${channel}`;
      throw new Fault('secret-malformed', `the token of ${source}/${channel} must be JSON`, { advice });
    }
    return accessToken;
  };
}
