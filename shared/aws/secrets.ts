import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SecretRead, SecretReader } from '#shared/door/check-signature.ts';
import { Fault } from '#shared/fault/fault.ts';
import { fieldsIn, isAbsent, pastedText, readSecret } from './secret-value.ts';

type Secrets = Extract<SecretRead, { readonly kind: 'found' }>['secrets'];

/**
 * Signing secrets in Secrets Manager, named `<prefix><source>/<channel>`, each JSON `{ "current", "previous"? }`.
 * Throws where nobody can tell whether there is one: an outage or a missing right proves nothing about a sender.
 */
export function openSecrets(client: SecretsManagerClient, prefix: string): SecretReader {
  return {
    async read(source, channel): Promise<SecretRead> {
      const text = await readIfThere(client, `${prefix}${source}/${channel}`);
      return text === undefined ? { kind: 'absent' } : secretRead(text, `${source}/${channel}`);
    },
  };
}

function secretRead(text: string, name: string): SecretRead {
  const secrets = secretsIn(text);
  return secrets ? { kind: 'found', secrets } : { kind: 'malformed', fault: malformed(name) };
}

async function readIfThere(client: SecretsManagerClient, name: string): Promise<string | undefined> {
  try {
    return await readSecret(client, name);
  } catch (error) {
    if (isAbsent(error)) {
      return undefined;
    }
    throw error;
  }
}

/** @throws when the text is no such secret; the message names it and quotes nothing. */
export function signingSecretsOf(text: string, name: string): Secrets {
  const secrets = secretsIn(text);
  if (!secrets) {
    throw malformed(name);
  }
  return secrets;
}

function secretsIn(text: string): Secrets | undefined {
  const { current, previous } = fieldsIn(text);
  const [now, before] = [pastedText(current), pastedText(previous)];
  return now === undefined ? undefined : { current: now, ...(before && { previous: before }) };
}

function malformed(name: string): Fault {
  const advice = `put JSON {"current": "...", "previous": "..." or null} into the secret of ${name}`;
  return new Fault('secret-malformed', `the secret of ${name} must be JSON with current`, { advice });
}
