import { dingtalkRobots } from './dingtalk-robot.ts';
import { feishuRobots } from './feishu-robot.ts';
import { type Answered, type Asked, startServer } from './http-server.ts';
import { noticeReceiver } from './notice-receiver.ts';
import type { RobotPlatform, ShownMessage } from './robot-stub.ts';
import { wecomRobots } from './wecom-robot.ts';

const platforms: Readonly<Record<string, RobotPlatform>> = {
  dingtalk: dingtalkRobots,
  feishu: feishuRobots,
  wecom: wecomRobots,
  webhook: noticeReceiver,
};

export interface RobotsOptions {
  /** 0: any that is free. */
  readonly port: number;
  /** What each robot signs with, by the end of its address; without one where it was made without. */
  readonly secretOf: (robot: string) => string | undefined;
  readonly nowMs?: () => number;
}

export interface SimulatedRobots {
  readonly port: number;
  readonly url: string;
  /** What each robot showed, the first first; by the name at the end of its address. */
  shown(robot: string): readonly ShownMessage[];
  /** By what came of them. */
  readonly counts: Readonly<Record<'shown' | 'notGenuine' | 'notRead' | 'tooFast' | 'down', number>>;
  /** Until it is up again its platform hangs up. */
  takeDown(robot: string): void;
  bringUp(robot: string): void;
  close(): Promise<void>;
}

const mostAMinute = 20;

/** The platforms of chat robots, and a receiver of notices, on one port: each checks signatures as the real one documents it, takes 20 messages a minute, and shows what it took. */
export async function startRobots({ port, secretOf, nowMs = Date.now }: RobotsOptions): Promise<SimulatedRobots> {
  const shown = new Map<string, { readonly at: number; readonly message: ShownMessage }[]>();
  const down = new Set<string>();
  const counts = { shown: 0, notGenuine: 0, notRead: 0, tooFast: 0, down: 0 };

  function answer(asked: Asked): Answered | 'hang-up' {
    const platform = Object.values(platforms).find(({ path }) => asked.path.startsWith(path));
    if (!platform) {
      return { status: 404, body: '' };
    }
    const robot = robotOf(asked);
    if (down.has(robot)) {
      counts.down += 1;
      return 'hang-up';
    }
    const outcome = outcomeOf(platform, asked, robot);
    counts[outcome === 'ok' ? 'shown' : outcome] += 1;
    return platform.answers[outcome];
  }

  function outcomeOf(platform: RobotPlatform, asked: Asked, robot: string): keyof RobotPlatform['answers'] {
    const now = nowMs();
    if (asked.method !== 'POST' || !platform.isGenuine(asked, secretOf(robot), now)) {
      return 'notGenuine';
    }
    const message = platform.shownIn(JSON.parse(asked.body.toString()));
    if (!message) {
      return 'notRead';
    }
    const own = shown.get(robot) ?? [];
    if (own.filter(({ at }) => at > now - 60_000).length >= mostAMinute) {
      return 'tooFast';
    }
    shown.set(robot, [...own, { at: now, message }]);
    return 'ok';
  }

  const server = await startServer({ port, name: 'robots', answer });
  return {
    port: server.port,
    url: server.url,
    counts,
    shown: (robot) => (shown.get(robot) ?? []).map(({ message }) => message),
    takeDown: (robot) => void down.add(robot),
    bringUp: (robot) => void down.delete(robot),
    close: server.close,
  };
}

/** By its token or key, or by the end of its path. */
function robotOf({ path, query }: Asked): string {
  return query.get('access_token') ?? query.get('key') ?? path.split('/').at(-1) ?? '';
}
