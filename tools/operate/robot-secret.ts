import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { robotSecretOf } from '#shared/aws/robot-secrets.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { RobotKind, RobotSettings } from '#shared/merchant/notify.ts';
import { robotForms } from '#shared/robots/robots.ts';
import { readSigningSecret } from '#shared/sources/signing-key.ts';

/** @param name - `notify/<robot>`. @throws Error where the merchant's file has no such robot. */
export function robotNamed(name: string, { notify }: Pick<Merchant, 'notify'>): RobotSettings {
  const robot = notify.robots.find(({ id }) => `notify/${id}` === name);
  if (!robot) {
    throw new Error(`There is no robot ${name}; there are: ${notify.robots.map(({ id }) => id).join(', ')}.`);
  }
  return robot;
}

interface Wanted {
  readonly set: string | undefined;
  readonly url: string | undefined;
}

/** Puts what is wanted beside what is there. @returns what the robot signs with then; its address where it signs nothing. */
export async function changeRobotSecret(
  client: SecretsManagerClient,
  SecretId: string,
  robot: RobotSettings,
  { set, url }: Wanted,
): Promise<string> {
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId }));
  checkRobot(robot, { set, url });
  const before = robotSecretOf(SecretString);
  const after = { ...before, ...(set !== undefined && { secret: set }), ...(url !== undefined && { url }) };
  if (set !== undefined || url !== undefined) {
    await client.send(new PutSecretValueCommand({ SecretId, SecretString: JSON.stringify(after) }));
    console.error('It counts within a minute, since functions read a secret at most once a minute.');
  }
  return after.secret ?? after.url ?? '';
}

/** @throws Error that says what an address, or a secret, has to be. */
function checkRobot({ kind }: RobotSettings, { set, url }: Wanted): void {
  const { hosts, secretForm } = robotForms[kind as Exclude<RobotKind, 'mail'>];
  const { protocol, hostname } = URL.parse(url ?? 'https://none') ?? {};
  const isHere = hostname === '127.0.0.1';
  const isItsOwn = hosts.length === 0 || hosts.includes(hostname ?? '');
  if (url !== undefined && !isHere && !(protocol === 'https:' && isItsOwn)) {
    throw new Error(
      `That is no address of a ${kind} robot: it must be at https://${hosts.join(' or https://') || '…'}.`,
    );
  }
  if (set !== undefined && kind === 'webhook' && !readSigningSecret(set)) {
    throw new Error(`That is no secret of a webhook: it must be ${secretForm}.`);
  }
}
