import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { LocalOutputs } from '../../infra/local/outputs.ts';
import { localClient } from '../../infra/local/read-outputs.ts';

export interface SenderSecrets {
  /** The current signing secret of `source/channel`, as a sender would have got it from the merchant. */
  signing(name: string): Promise<string>;
  putAccessToken(name: string, accessToken: string): Promise<void>;
}

export function openSecrets(outputs: LocalOutputs): SenderSecrets {
  const client = new SecretsManagerClient(localClient(outputs));
  const known = new Map<string, Promise<string>>();
  const read = async (name: string): Promise<string> => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: outputs.secrets[name] }));
    return JSON.parse(SecretString ?? '{}').current;
  };
  return {
    signing(name) {
      const secret = known.get(name) ?? read(name);
      known.set(name, secret);
      return secret;
    },
    async putAccessToken(name, accessToken) {
      const SecretId = `${outputs.secrets[name]}/token`;
      await client.send(new PutSecretValueCommand({ SecretId, SecretString: JSON.stringify({ accessToken }) }));
    },
  };
}
