import { merchant } from '#shared/merchant/bundled.ts';
import type { SenderSecrets } from '../simulators/read-secrets.ts';
import { type SimulatedRobots, startRobots } from '../simulators/robots.ts';

/** The platforms of the demo merchant's robots, where its file says that they are, with the secrets that the stack made. */
export async function openRobotStubs(secrets: SenderSecrets): Promise<SimulatedRobots> {
  const robots = merchant.notify.robots.filter(({ url }) => url !== undefined);
  const known = new Map(await Promise.all(robots.map(async ({ id }) => [id, await secrets.robot(id)] as const)));
  const port = Number(new URL(robots[0]?.url ?? '').port);
  return await startRobots({ port, secretOf: (robot) => known.get(robot) });
}
