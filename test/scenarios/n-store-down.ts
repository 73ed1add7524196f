import { setTimeout as sleep } from 'node:timers/promises';
import { readQueueDepths } from '../../tools/emulator/queue-depths.ts';
import { doudianGoods } from '../simulators/doudian-goods.ts';
import type { DoudianShop } from '../simulators/doudian-shop.ts';
import { type OpenedCase, openDoudianCase } from './lane-case.ts';
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
    'One Doudian app answers 429 for an hour: the other is read all the while, no hint becomes a dead letter, all is read in the end',
  turn: 'early',
  async run(scene) {
    const { lane, sqs } = scene.world;
    const { doudian, outlet, outletClock } = lane;

    const beforeMs = await readMs(scene, doudian);
    outlet.downFor(hourMs);
    const downUntil = outletClock.now() + hourMs;
    const held = Array.from({ length: cases }, () => openDoudianCase(outlet, { shop: outletShop }));
    await scene.eventually(
      'the app’s API refuses reads',
      async () => outlet.counts.api.limited > 0 || 'nobody asked yet',
    );

    const meanwhileMs = await readMs(scene, doudian);
    scene.check('all of that while this app was down', outletClock.now() < downUntil);
    scene.check('and none of the app that is down', answered(outlet, held) === 0, `${answered(outlet, held)}`);
    const read = async () => await countRead(scene, held);
    scene.check('so that none of its cases is read', (await read()) === 0, `${await read()}`);
    const { limited } = outlet.counts.api;

    await sleep(Math.max(0, downSeconds * 1000 - meanwhileMs));
    await outletClock.advance(hourMs);
    await scene.eventually('an hour later all are read', async () => {
      const count = await read();
      return count === cases || `${count} of ${cases}`;
    });
    const depths = await readQueueDepths(sqs, 'backhaul-demo-hints-doudian-dlq');
    const isEmpty = depths.length === 1 && depths.every(({ messages }) => messages === 0);
    scene.check('no hint is a dead letter', isEmpty, JSON.stringify(depths));
    scene.note(
      `${cases} cases of the other app were read within ${seconds(beforeMs)} s before, and within ${seconds(meanwhileMs)} s while ${limited} calls to this one were refused and none answered. The hour passes on the shop’s clock only: that the hints last through a real hour of delays is what test/unit/reading/outage.test.ts proves.`,
    );
  },
};

/** Opens cases at a shop whose app is up, and waits until each was read there. @returns how long that took. */
async function readMs(scene: Scene, shop: DoudianShop): Promise<number> {
  const startedAt = Date.now();
  const opened = Array.from({ length: cases }, () => openDoudianCase(shop));
  for (const { key } of opened) {
    await scene.caseBecomes(
      key,
      'the other app’s case is read',
      ({ details }) => details.lines?.[0]?.sku === doudianGoods.dress.sku,
    );
  }
  scene.check('each of them was answered', answered(shop, opened) === cases, `${answered(shop, opened)}`);
  return Date.now() - startedAt;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
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
