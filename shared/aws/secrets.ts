import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SecretRead, SecretReader } from '#shared/door/check-signature.ts';
import { Fault } from '#shared/fault/fault.ts';
import { fieldsIn, readSecret } from './secret-value.ts';

/**
 * Signing secrets in Secrets Manager, named `<prefix><source>/<channel>`, each JSON `{ "current", "previous"? }`.
 * Throws for everything but a secret that is there and one that is not: an outage or a missing right proves nothing about a sender.
 */
export function openSecrets(client: SecretsManagerClient, prefix: string): SecretReader {
  return {
    async read(source, channel): Promise<SecretRead> {
      const text = await readIfThere(client, `${prefix}${source}/${channel}`);
      return text === undefined
        ? { kind: 'absent' }
        : { kind: 'found', secrets: signingSecretsOf(text, `${source}/${channel}`) };
    },
  };
}

async function readIfThere(client: SecretsManagerClient, name: string): Promise<string | undefined> {
  try {
    return await readSecret(client, name);
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') {
      return undefined;
    }
    throw error;
  }
}

/** @throws when the text is no such secret; the message names it and quotes nothing. */
export function signingSecretsOf(text: string, name: string): { current: string; previous?: string } {
  const { current, previous } = fieldsIn(text);
  if (typeof current !== 'string' || current === '') {
    const advice = `put JSON {"current": "...", "previous": "..." or null} into the secret of ${name}`;
    throw new Fault('secret-malformed', `the secret of ${name} must be JSON with current`, { advice });
  }
  return typeof previous === 'string' && previous !== '' ? { current, previous } : { current };
}
