import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRobots } from '#shared/robots/open-robots.ts';
import type { RobotSecret } from '#shared/robots/robot.ts';
import { type SimulatedRobots, startRobots } from '../../simulators/robots.ts';
import { noticeWith } from '../robots/notice.ts';

const paths = {
  dingtalk: '/robot/send?access_token=group',
  feishu: '/open-apis/bot/v2/hook/group',
  wecom: '/cgi-bin/webhook/send?key=group',
  webhook: '/notices/group',
} as const;
type Kind = keyof typeof paths;
const kinds = Object.keys(paths) as Kind[];
const secret = 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX';
const other = 'whsec_BBECAwQFBgcICQoLDA0ODxAREhMUFRYX';
const people = [{ dingtalk: 'a1', feishu: 'ou_1', wecom: 'a1' }];

let stub: SimulatedRobots;
let nowMs = Date.now();

beforeEach(async () => {
  nowMs = Date.now();
  stub = await startRobots({ port: 0, secretOf: () => secret, nowMs: () => nowMs });
});
afterEach(async () => {
  await stub.close();
});

async function tell(kind: Kind, by: RobotSecret = { secret }) {
  const secretOf = async () => ({ url: `${stub.url}${paths[kind]}`, ...by });
  const robot = openRobots({ allowLoopback: true, secretOf, publishMail: async () => undefined });
  return await robot.tell({ robot: { id: 'group', kind }, notice: noticeWith({ people }), now: new Date(nowMs) });
}

describe('a simulated robot', () => {
  it.each(kinds)('of %s shows what is signed with its secret, and whom it calls', async (kind) => {
    expect(await tell(kind)).toEqual({ kind: 'ok' });
    expect(stub.shown('group')).toMatchObject([
      {
        text: expect.stringContaining('要做：处理申请'),
        called: kind === 'webhook' ? [] : [expect.stringMatching(/1$/)],
      },
    ]);
    expect(stub.counts).toMatchObject({ shown: 1, notGenuine: 0 });
  });

  it.each(['dingtalk', 'feishu', 'webhook'] as const)('of %s refuses another secret', async (kind) => {
    expect(await tell(kind, { secret: other })).toMatchObject({ kind: 'refused' });
    expect(stub.counts).toMatchObject({ shown: 0, notGenuine: 1 });
  });

  it.each(['dingtalk', 'feishu', 'webhook'] as const)('of %s refuses a signature of yesterday', async (kind) => {
    const now = nowMs;
    nowMs -= 24 * 3_600_000;
    const robot = tell(kind);
    nowMs = now;

    expect(await robot).toMatchObject({ kind: 'refused' });
  });

  it.each(kinds)('of %s takes twenty messages a minute, and says so', async (kind) => {
    for (let n = 0; n < 20; n += 1) {
      await tell(kind);
    }
    expect(await tell(kind)).toMatchObject({ kind: 'busy' });
    nowMs += 61_000;
    expect(await tell(kind)).toEqual({ kind: 'ok' });
  });

  it('says nothing while it is down', async () => {
    stub.takeDown('group');
    expect(await tell('wecom')).toEqual({ kind: 'silent', reason: 'no-connection' });
    stub.bringUp('group');
    expect(await tell('wecom')).toEqual({ kind: 'ok' });
  });
});
