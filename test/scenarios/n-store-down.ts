import { setTimeout as sleep } from 'node:timers/promises';
import { dress, openDoudianCase } from './lane-case.ts';
import { readQueueDepths } from './queue-depths.ts';
import type { Scenario } from './scenario.ts';
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
    const { lane, store, sqs } = scene.world;
    const { doudian, outlet, outletClock } = lane;

    outlet.downFor(hourMs);
    const held = Array.from({ length: cases }, () => openDoudianCase(outlet, { shop: outletShop }));
    await scene.eventually(
      'the app’s API refuses reads',
      async () => outlet.counts.api.limited > 0 || 'nobody asked yet',
    );

    const startedAt = Date.now();
    const others = Array.from({ length: cases }, () => openDoudianCase(doudian));
    for (const { key } of others) {
      await scene.caseBecomes(
        key,
        'the other app’s case is read meanwhile',
        ({ details }) => details.lines?.[0]?.sku === dress.sku,
      );
    }
    const othersMs = Date.now() - startedAt;
    const read = async () => {
      const records = await Promise.all(held.map(async ({ key }) => await store.cases.readSnapshot(key)));
      return records.filter((record) => record?.snapshot.details.lines).length;
    };
    scene.check('and none of the app that is down', (await read()) === 0, `${await read()}`);

    await sleep(Math.max(0, downSeconds * 1000 - othersMs));
    await outletClock.advance(hourMs);
    await scene.eventually('an hour later all are read', async () => {
      const count = await read();
      return count === cases || `${count} of ${cases}`;
    });
    const dead = (await readQueueDepths(sqs, 'backhaul-demo-hints-doudian-dlq')).reduce(
      (sum, { messages }) => sum + messages,
      0,
    );
    scene.check('no hint is a dead letter', dead === 0, `${dead}`);
    scene.note(
      `${cases} cases of the other app were read within ${(othersMs / 1000).toFixed(1)} s while this one was down.`,
    );
  },
};
