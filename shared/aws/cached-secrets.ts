import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { Fault } from '#shared/fault/fault.ts';
import { isAbsent, readSecret } from './secret-value.ts';

const maxAgeMs = 60_000;

interface Known {
  readonly text: Promise<string>;
  readonly readAt: number;
}

/** Reads the texts of secrets by name, each at most once a minute, however many ask at the same time. What could not be read is read again. */
export function openCachedSecrets(
  client: SecretsManagerClient,
  nowMs: () => number,
): (name: string) => Promise<string> {
  const known = new Map<string, Known>();
  return async (name) => {
    const cached = known.get(name);
    if (cached && nowMs() - cached.readAt < maxAgeMs) {
      return await cached.text;
    }
    const reading = { text: readPresent(client, name), readAt: nowMs() };
    known.set(name, reading);
    try {
      return await reading.text;
    } catch (error) {
      known.delete(name);
      throw error;
    }
  };
}

/** @throws Fault that names a secret that is not there, which AWS's own error does not. */
async function readPresent(client: SecretsManagerClient, name: string): Promise<string> {
  try {
    return await readSecret(client, name);
  } catch (cause) {
    if (isAbsent(cause)) {
      const advice = `deploy, which makes the secret ${name}, and put its value into it`;
      throw new Fault('not-configured', `there is no secret ${name}, or none with a value`, { advice, cause });
    }
    throw cause;
  }
}
