import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

const maxAgeMs = 60_000;

/** Access tokens of stores in Secrets Manager, named `<prefix><source>/<channel>/token`, each JSON `{ "accessToken" }`; kept for a minute. */
export function openAccessTokens(
  client: SecretsManagerClient,
  prefix: string,
  nowMs: () => number,
): (source: string, channel: string) => Promise<string> {
  const known = new Map<string, { readonly token: string; readonly readAt: number }>();
  return async (source, channel) => {
    const name = `${prefix}${source}/${channel}/token`;
    const cached = known.get(name);
    if (cached && nowMs() - cached.readAt < maxAgeMs) {
      return cached.token;
    }
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: name }));
    const token = tokenOf(SecretString ?? '', `${source}/${channel}`);
    known.set(name, { token, readAt: nowMs() });
    return token;
  };
}

function tokenOf(text: string, name: string): string {
  try {
    const { accessToken } = Object(JSON.parse(text));
    if (typeof accessToken === 'string' && accessToken !== '') {
      return accessToken;
    }
  } catch {
    // The parser's own message quotes the secret.
  }
  throw new Error(`the token of ${name} must be JSON {"accessToken": "..."}`);
}
