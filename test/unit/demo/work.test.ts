import { describe, expect, it } from 'vitest';
import { actBodies } from '#shared/acting/act-body.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { roles } from '#shared/returns/acts/roles.ts';
import type { SeededCase, Worked } from '../../../tools/demo/welcome/episode.ts';
import { episodes } from '../../../tools/demo/welcome/episodes/episodes.ts';
import { takeWork } from '../../../tools/demo/welcome/work.ts';
import { NotInMemory, openMemoryStage } from './memory-stage.ts';

const claim: Worked = { by: 'agent', act: () => ({ act: 'claim' }) };
const flag: Worked = { by: 'agent', act: () => ({ act: 'flag', flag: 'red' }) };
const seeded = (key: string, work?: readonly Worked[]) =>
  ({ key, title: { en: key, 'zh-CN': key }, ...(work && { work }) }) as SeededCase;

describe('takeWork', () => {
  it('takes the acts of each case in their order, and tells what was refused', async () => {
    const taken: string[] = [];
    const refused = await takeWork(
      [seeded('a', [claim, flag]), seeded('b'), seeded('c', [flag])],
      async (key, { act }, now) => {
        taken.push(`${key} ${act(now).act}`);
        return key === 'c' ? 'no' : undefined;
      },
    );

    expect(taken.filter((each) => each.startsWith('a'))).toEqual(['a claim', 'a flag']);
    expect(refused).toEqual(['c (c): no']);
  });
});

describe('the work of the episodes', () => {
  it('is some claims, a flag, a note and a snooze, by people that there are, as the API takes them', async () => {
    const known = [...roles, ...merchant.teams.map(({ oidcGroup }) => oidcGroup)] as string[];
    const stage = openMemoryStage(Date.now());
    const worked: Worked[] = [];
    for (const { live } of episodes) {
      const { cases } = await live(stage).catch((error: Error) => {
        if (error instanceof NotInMemory) {
          return { cases: [] };
        }
        throw error;
      });
      worked.push(...cases.flatMap(({ work = [] }) => work));
    }
    const bodies = worked.map(({ act }) => act(new Date()));

    expect(bodies.map(({ act }) => act).toSorted()).toEqual(['claim', 'claim', 'claim', 'flag', 'note', 'snooze']);
    expect(worked.filter(({ by }) => !known.includes(by))).toEqual([]);
    expect(bodies.filter((body) => !actBodies.case.safeParse(body).success)).toEqual([]);
  });
});
