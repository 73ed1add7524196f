import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { cleaned } from '#shared/identifiers/cleaned.ts';

/** The text of a secret. @throws where it cannot be read, or is not there ({@link isAbsent}). */
export async function readSecret(client: SecretsManagerClient, name: string): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: name }));
  return SecretString ?? '';
}

/** Secrets Manager has no secret of that name, or one without a value. */
export function isAbsent(error: unknown): boolean {
  return error instanceof Error && error.name === 'ResourceNotFoundException';
}

/** The fields of a secret that should be JSON; none where it is not. Never throws: a parser's own message would quote the secret. */
export function fieldsIn(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(cleaned(text)));
  } catch {
    return {};
  }
}

/** A field's text, without the blanks, line ends and marks that nobody sees which come along when people paste; undefined where nothing is left. */
export function pastedText(value: unknown): string | undefined {
  const text = typeof value === 'string' ? cleaned(value) : '';
  return text === '' ? undefined : text;
}
