import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { RobotSecret } from '#shared/robots/robot.ts';
import { openCachedSecrets } from './cached-secrets.ts';
import { fieldsIn, pastedText } from './secret-value.ts';

/** What robots are called by, in Secrets Manager: `<prefix>notify/<robot>`, each JSON `{ "url"?, "secret"? }`; kept for a minute. Throws where there is none. */
export function openRobotSecrets(
  client: SecretsManagerClient,
  prefix: string,
  nowMs: () => number,
): (robotId: string) => Promise<RobotSecret> {
  const readText = openCachedSecrets(client, nowMs);
  return async (robotId) => robotSecretOf(await readText(`${prefix}notify/${robotId}`));
}

/** Never throws: what is no text is left out. */
export function robotSecretOf(text: string): RobotSecret {
  const fields = fieldsIn(text);
  const [url, secret] = [pastedText(fields.url), pastedText(fields.secret)];
  return { ...(url !== undefined && { url }), ...(secret !== undefined && { secret }) };
}
