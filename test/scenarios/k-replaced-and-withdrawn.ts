import { millisOf } from '#shared/returns/record/instant.ts';
import { couriers } from '../simulators/doudian-goods.ts';
import { announcements, changesUnheard, isExpectedAt, type OpenedCase, shipped, shopId } from './lane-case.ts';
import type { Scenario } from './scenario.ts';
import type { Scene } from './scene.ts';

export const replacedAndWithdrawn: Scenario = {
  letter: 'k',
  title: 'Numbers replaced and returns withdrawn after the warehouse was told, one of them without a push',
  turn: 'early',
  async run(scene) {
    const { lane } = scene.world;
    const { doudian, hangzhou } = lane;
    const [first = '', second = '', third = '', fourth = ''] = [1, 2, 3, 4].map((n) => `YT${scene.tag}000${n}`);
    const unheard = await withdrawnUnheard(scene, fourth);

    const replaced = await shipped(scene, first);
    scene.show(replaced.key, 'the buyer corrects the number, and corrects it back');
    await isExpectedAt(scene, 'hangzhou', first);
    doudian.changeTracking(replaced.id, { trackingNumber: second, ...couriers.yto });
    await isExpectedAt(scene, 'hangzhou', second);
    await isExpectedAt(scene, 'hangzhou', first, 0);
    doudian.changeTracking(replaced.id, { trackingNumber: first, ...couriers.yto });
    await isExpectedAt(scene, 'hangzhou', first);
    await isExpectedAt(scene, 'hangzhou', second, 0);
    const codes = announcements(scene, first);
    scene.check('a number that came back has a code of its own', new Set(codes).size === 2, codes.join(', '));

    const withdrawn = await shipped(scene, third);
    scene.show(withdrawn.key, 'withdrawn by the buyer after the warehouse was told');
    await isExpectedAt(scene, 'hangzhou', third);
    doudian.withdraw(withdrawn.id);
    await isExpectedAt(scene, 'hangzhou', third, 0);
    await scene.caseBecomes(
      withdrawn.key,
      'is withdrawn, and the warehouse confirmed that it forgets',
      ({ decision, withdrawalAnswers }) =>
        decision.value === 'withdrawn' && Object.values(withdrawalAnswers).some(({ accepted }) => accepted),
    );
    await isFoundByListing(scene, unheard, fourth);
    scene.check('no code was used for two things', hangzhou.conflicts().length === 0, hangzhou.conflicts().join(', '));
  },
};

async function withdrawnUnheard(scene: Scene, trackingNumber: string): Promise<OpenedCase> {
  const { doudian } = scene.world.lane;
  const unheard = await shipped(scene, trackingNumber);
  scene.show(unheard.key, 'withdrawn by the buyer; Doudian never said so, and listing found it');
  await isExpectedAt(scene, 'hangzhou', trackingNumber);
  await changesUnheard(scene, shopId, [unheard]);
  doudian.withdraw(unheard.id);
  return unheard;
}

async function isFoundByListing(scene: Scene, { id, key }: OpenedCase, trackingNumber: string): Promise<void> {
  const withdrawnAt = scene.world.lane.doudian.truth(id).updatedAtMs;
  await scene.caseBecomes(
    key,
    'is found withdrawn by listing, and shows the push that never came',
    ({ decision, missedWebhooks }) =>
      decision.value === 'withdrawn' && missedWebhooks.some((at) => millisOf(at) >= withdrawnAt),
  );
  await isExpectedAt(scene, 'hangzhou', trackingNumber, 0);
}
