import { announcements, isExpectedAt, shipped, yto } from './lane-case.ts';
import type { Scenario } from './scenario.ts';

export const replacedAndWithdrawn: Scenario = {
  letter: 'k',
  title: 'Numbers replaced and returns withdrawn after the warehouse was told',
  async run(scene) {
    const { lane } = scene.world;
    const { doudian, hangzhou } = lane;
    const [first, second, third] = [1, 2, 3].map((n) => `YT${scene.tag}000${n}`) as [string, string, string];

    const replaced = await shipped(scene, first);
    scene.show(replaced.key, 'the buyer corrects the number, and corrects it back');
    await isExpectedAt(scene, 'hangzhou', first);
    doudian.changeTracking(replaced.id, { trackingNumber: second, ...yto });
    await isExpectedAt(scene, 'hangzhou', second);
    await isExpectedAt(scene, 'hangzhou', first, 0);
    doudian.changeTracking(replaced.id, { trackingNumber: first, ...yto });
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
    scene.check('no code was used for two things', hangzhou.conflicts().length === 0, hangzhou.conflicts().join(', '));
  },
};
