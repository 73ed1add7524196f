import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
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
      throw new Error(`the token of ${source}/${channel} must be JSON {"accessToken": "..."}`);
    }
    return accessToken;
  };
}
