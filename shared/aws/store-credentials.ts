import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { Fault } from '#shared/fault/fault.ts';
import { openCachedSecrets } from './cached-secrets.ts';
import { signingSecretsOf } from './secrets.ts';
import { tokensOf } from './token-secret.ts';

/** Whose credentials are wanted: one shop's, of one channel. */
interface Calling {
  readonly source: string;
  readonly channel: string;
  readonly shop: string;
  /** The app's signing secret is wanted, too. */
  readonly signsCalls: boolean;
}

interface Credentials {
  readonly accessToken: string;
  readonly appSecret?: string;
}

/**
 * What stores are called with, from Secrets Manager, kept for a minute: the token in `<prefix><source>/<channel>/token`, JSON
 * `{ "accessToken" }` or, for an app that serves many shops, `{ "accessTokens": { "<shop>" } }`, where the shop's own goes first; and,
 * for calls that are signed, `current` of the channel's signing secret. Throws where either is not there, naming it and quoting nothing.
 */
export function openStoreCredentials(
  client: SecretsManagerClient,
  prefix: string,
  nowMs: () => number,
): (calling: Calling) => Promise<Credentials> {
  const readText = openCachedSecrets(client, nowMs);
  return async ({ source, channel, shop, signsCalls }) => {
    const name = `${source}/${channel}`;
    const accessToken = tokenOf(await readText(`${prefix}${name}/token`), name, shop);
    if (!signsCalls) {
      return { accessToken };
    }
    const { current } = signingSecretsOf(await readText(`${prefix}${name}`), name);
    return { accessToken, appSecret: current };
  };
}

function tokenOf(text: string, name: string, shop: string): string {
  const { accessToken, byShop } = tokensOf(text);
  const token = byShop.get(shop) ?? accessToken;
  if (token === undefined) {
    const form = `{"accessToken": "..."}, or {"accessTokens": {"<shop>": "..."}} with one for shop ${shop}`;
    const advice = `put JSON ${form} into the token of ${name}`;
    throw new Fault('secret-malformed', `the token of ${name} holds none for shop ${shop}`, { advice });
  }
  return token;
}
