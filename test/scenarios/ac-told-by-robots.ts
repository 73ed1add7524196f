import { ownCase } from './own-case.ts';
import type { Scenario } from './scenario.ts';
import { ago, hourMs, later } from './times.ts';

const items = [{ sku: 'CAP-BLUE', quantity: 1 }];
const robots = ['day-group', 'duty-rota'] as const;

/* A platform leaves little more than an hour, and nobody has claimed the case: its team's group and the duty rota hear of it, signed, once each, by day and by night. */
export const toldByRobots: Scenario = {
  letter: 'ac',
  title: 'A platform’s time of an hour that nobody claimed is told by each robot of its routes, once',
  async run(scene) {
    const { ownStore, robots: stubs } = scene.world;
    const own = ownCase(scene, '1');
    scene.show(own.key, 'little is left of the platform’s time, and nobody has it');
    const shown = (robot: string) => stubs.shown(robot).filter(({ text }) => text.includes(own.caseId)).length;
    const isShown = (times: number) => robots.every((robot) => shown(robot) === times);

    const dueAt = later(new Date(), 1.5 * hourMs);
    await ownStore.request(own, { items, at: ago({ hours: 5 }) });
    await ownStore.approve(own, ago({ hours: 4 }), {
      version: 1,
      deadline: { kind: 'refund', at: dueAt.toISOString() },
    });
    await scene.eventually(
      'both robots show it',
      async () => isShown(1) || robots.map((robot) => `${robot} ${shown(robot)}`).join(', '),
    );
    const toldAt = Date.now();
    await scene.eventually(
      'two more runs pass',
      async () => Date.now() > toldAt + 130_000 || 'it is not yet that late',
    );
    scene.check('it was told once by each', isShown(1));
    scene.check('what robots were sent was signed as their platforms check it', stubs.counts.notGenuine === 0);
  },
};
