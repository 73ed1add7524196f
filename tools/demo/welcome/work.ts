import { randomUUID } from 'node:crypto';
import { openClient } from '#shared/api/client.ts';
import { openDemoTokens } from '../../operate/demo-tokens.ts';
import type { LocalOutputs } from '../../operate/outputs.ts';
import { pooled } from '../../run/pool.ts';
import type { Log } from '../../run/progress.ts';
import { keepTrying } from '../../run/waiting.ts';
import type { SeededCase, Worked } from './episode.ts';

/** Asks the API for one act on a case. @returns what it was refused for; undefined where it was taken. */
export type TakeAct = (caseKey: string, worked: Worked, now: Date) => Promise<string | undefined>;

const atOnce = 4;

/** Lets people of the demo do what the episodes say that they did, of each case in order. @returns what was refused. */
export async function takeWork(cases: readonly SeededCase[], take: TakeAct, now = new Date()): Promise<string[]> {
  const worked = cases.filter(({ work }) => work);
  const refused = await pooled(worked, atOnce, async ({ key, title, work = [] }) => {
    const faults: string[] = [];
    for (const each of work) {
      const fault = await take(key, each, now);
      faults.push(...(fault ? [`${title.en} (${key}): ${fault}`] : []));
    }
    return faults;
  });
  return refused.flat();
}

/** By the API itself, as whoever each act is of. */
export function openTakeAct(outputs: LocalOutputs, log: Log): TakeAct {
  const tokenOf = openDemoTokens(outputs);
  return async (caseKey, { by: group, act }, now) => {
    const call = openClient({ url: outputs.apiUrl, token: async () => await tokenOf(group) });
    // The same key each time that it is tried: it counts once.
    const body = { ...act(now), key: randomUUID() };
    const answer = await keepTrying(
      'the API',
      async () => await call('takeCaseAct', { path: { key: caseKey }, body: body as never }),
      { log },
    );
    return answer.ok ? undefined : `${group} may not ${body.act} it: ${answer.status} ${answer.problem.detail ?? ''}`;
  };
}
