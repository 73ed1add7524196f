import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { LocalOutputs } from '../../infra/local/outputs.ts';

export interface SenderSecrets {
  /** What a channel, `<source>/<channel>`, signs with. */
  signing(channel: string): Promise<string>;
  /** With what a store's API is read. */
  accessToken(channel: string): Promise<string>;
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
    accessToken: async (channel) => await field(`${nameOf(channel)}/token`, 'accessToken'),
  };
}

async function readField(client: SecretsManagerClient, name: string, key: string): Promise<string> {
  const { SecretString = '{}' } = await client.send(new GetSecretValueCommand({ SecretId: name }));
  return JSON.parse(SecretString)[key];
}
