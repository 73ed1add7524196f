import { randomBytes } from 'node:crypto';
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { LocalOutputs } from '../../tools/operate/outputs.ts';

export interface SenderSecrets {
  /** What a channel, `<source>/<channel>`, signs with. */
  signing(channel: string): Promise<string>;
  /** With what an API is called: a store's, or a carrier feed's. */
  accessToken(channel: string): Promise<string>;
  /** With what each shop of an app is called: put there, as an operator does once shops have authorised the app. */
  shopTokens(channel: string, shops: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** With what calls to a warehouse are signed that has no channel to share a secret with. */
  warehouse(warehouseId: string): Promise<string>;
  /** What a robot signs with. */
  robot(robotId: string): Promise<string>;
}

/** The secrets of all simulated senders, as the stack made them; each is read once. */
export function readSecrets(client: SecretsManagerClient, { secrets }: LocalOutputs): SenderSecrets {
  const read = new Map<string, Promise<string>>();
  const field = async (name: string, key: string) => {
    const known = read.get(name) ?? readField(client, name, key);
    read.set(name, known);
    return await known;
  };
  const nameOf = (channel: string) => secrets[channel] ?? channel;
  return {
    signing: async (channel) => await field(nameOf(channel), 'current'),
    warehouse: async (warehouseId) => await field(secrets[`warehouses/${warehouseId}`] ?? warehouseId, 'current'),
    robot: async (robotId) => await field(secrets[`notify/${robotId}`] ?? robotId, 'secret'),
    shopTokens: async (channel, shops) => await putShopTokens(client, `${nameOf(channel)}/token`, shops),
    accessToken: async (channel) => await field(`${nameOf(channel)}/token`, 'accessToken'),
  };
}

async function readField(client: SecretsManagerClient, name: string, key: string): Promise<string> {
  const { SecretString = '{}' } = await client.send(new GetSecretValueCommand({ SecretId: name }));
  return JSON.parse(SecretString)[key];
}

async function putShopTokens(
  client: SecretsManagerClient,
  name: string,
  shops: readonly string[],
): Promise<Record<string, string>> {
  const { SecretString = '{}' } = await client.send(new GetSecretValueCommand({ SecretId: name }));
  const { accessTokens: known } = JSON.parse(SecretString);
  if (known) {
    return known;
  }
  const accessTokens = Object.fromEntries(shops.map((shop) => [shop, randomBytes(16).toString('hex')]));
  await client.send(new PutSecretValueCommand({ SecretId: name, SecretString: JSON.stringify({ accessTokens }) }));
  return accessTokens;
}
