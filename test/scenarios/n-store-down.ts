import { setTimeout as sleep } from 'node:timers/promises';
import type { DoudianShop } from '../simulators/doudian-shop.ts';
import { dress, type OpenedCase, openDoudianCase } from './lane-case.ts';
import { readQueueDepths } from './queue-depths.ts';
import type { Scenario } from './scenario.ts';
import type { Scene } from './scene.ts';
import { hourMs } from './times.ts';

const outletShop = '4400789';
const cases = 30;
/** Long enough for several rounds of delays. */
const downSeconds = 45;

export const storeDown: Scenario = {
  letter: 'n',
  title:
    'One Doudian app answers 429 for an hour: the other is not slower, nothing becomes a dead letter, all is read in the end',
  async run(scene) {
    const { lane, sqs } = scene.world;
    const { doudian, outlet, outletClock } = lane;

    outlet.downFor(hourMs);
    const downUntil = outletClock.now() + hourMs;
    const held = Array.from({ length: cases }, () => openDoudianCase(outlet, { shop: outletShop }));
    await scene.eventually(
      'the app’s API refuses reads',
      async () => outlet.counts.api.limited > 0 || 'nobody asked yet',
    );

    const startedAt = Date.now();
    const others = Array.from({ length: cases }, () => openDoudianCase(doudian));
    await areRead(scene, others);
    const othersMs = Date.now() - startedAt;
    scene.check('all of that while this app was down', outletClock.now() < downUntil);
    scene.check('each of them was answered', answered(doudian, others) === cases, `${answered(doudian, others)}`);
    scene.check('and none of the app that is down', answered(outlet, held) === 0, `${answered(outlet, held)}`);
    const read = async () => await countRead(scene, held);
    scene.check('so that none of its cases is read', (await read()) === 0, `${await read()}`);
    const { limited } = outlet.counts.api;

    await sleep(Math.max(0, downSeconds * 1000 - othersMs));
    await outletClock.advance(hourMs);
    await scene.eventually('an hour later all are read', async () => {
      const count = await read();
      return count === cases || `${count} of ${cases}`;
    });
    const depths = await readQueueDepths(sqs, 'backhaul-demo-hints-doudian-dlq');
    const dead = depths.reduce((sum, { messages }) => sum + messages, 0);
    scene.check('no hint is a dead letter', dead === 0, `${dead}`);
    scene.note(
      `${cases} cases of the other app were read within ${(othersMs / 1000).toFixed(1)} s, while ${limited} calls to this one were refused and none answered. The hour passes on the shop’s clock only: that the hints last through a real hour of delays is what test/unit/reading/outage.test.ts proves.`,
    );
  },
};

async function areRead(scene: Scene, cases: readonly OpenedCase[]): Promise<void> {
  for (const { key } of cases) {
    await scene.caseBecomes(
      key,
      'the other app’s case is read meanwhile',
      ({ details }) => details.lines?.[0]?.sku === dress.sku,
    );
  }
}

/** Of how many cases the shop's API showed something. */
function answered(shop: DoudianShop, cases: readonly OpenedCase[]): number {
  return cases.filter(({ id }) => shop.answersOf(id) > 0).length;
}

/** Of how many cases the record has goods. */
async function countRead({ world }: Scene, cases: readonly OpenedCase[]): Promise<number> {
  const records = await Promise.all(cases.map(async ({ key }) => await world.store.cases.readSnapshot(key)));
  return records.filter((record) => record?.snapshot.details.lines).length;
}
