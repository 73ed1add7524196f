import type { RobotSettings } from '#shared/merchant/notify.ts';
import type { Deployment } from '../deployment.ts';
import { secretPrefix } from './channel-secrets.ts';

/** What a robot is called by: its address, and what its messages are signed with. */
export function robotSecretName(deployment: Pick<Deployment, 'merchant'>, { id }: Pick<RobotSettings, 'id'>): string {
  return `${secretPrefix(deployment)}notify/${id}`;
}

/** Robots that are posted to, and so have a secret. */
export function postedRobots({ merchant }: Pick<Deployment, 'merchant'>): RobotSettings[] {
  return merchant.notify.robots.filter(({ kind }) => kind !== 'mail');
}

/** Robots that write mail. */
export function mailRobots({ merchant }: Pick<Deployment, 'merchant'>): RobotSettings[] {
  return merchant.notify.robots.filter(({ kind }) => kind === 'mail');
}
