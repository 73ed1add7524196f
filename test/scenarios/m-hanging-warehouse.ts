import { announcements, isExpectedAt, shipped } from './lane-case.ts';
import type { Scenario } from './scenario.ts';

/** Longer than a caller waits. */
const hangMs = 10_000;

export const hangingWarehouse: Scenario = {
  letter: 'm',
  title: 'A warehouse that hangs and then turns out to have done it, and one that fails after it did',
  turn: 'early',
  async run(scene) {
    const { doudian, hangzhou } = scene.world.lane;
    const [hung, failed] = [`YT${scene.tag}0001`, `YT${scene.tag}0002`] as const;

    hangzhou.behaveFor(hung, { kind: 'hang-then-done', ms: hangMs });
    const first = await shipped(scene, hung);
    scene.show(first.key, 'the warehouse never answered the first call, and had taken it');
    await isExpectedAt(scene, 'hangzhou', hung);
    await scene.caseBecomes(first.key, 'is known to be announced in the end', ({ preAdviceAnswers }) =>
      Object.values(preAdviceAnswers).some(({ accepted }) => accepted),
    );
    scene.check(
      'announced once, under one code',
      announcements(scene, hung).length === 1,
      `${announcements(scene, hung)}`,
    );
    const [code = ''] = announcements(scene, hung);
    scene.check('and asked again under that code', hangzhou.createsOf(code) >= 2, `${hangzhou.createsOf(code)}`);

    hangzhou.behaveFor(failed, { kind: 'fail-500-after-effect' });
    const second = await shipped(scene, failed);
    await isExpectedAt(scene, 'hangzhou', failed);
    doudian.withdraw(second.id);
    await isExpectedAt(scene, 'hangzhou', failed, 0);
    await scene.caseBecomes(
      second.key,
      'a withdrawal finds the order that nobody was sure of',
      ({ withdrawalAnswers }) => Object.values(withdrawalAnswers).some(({ accepted }) => accepted),
    );
    const told = hangzhou.toldOf(failed);
    scene.check(
      'the last thing that the warehouse was told is the truth',
      told.at(-1)?.call === 'cancel',
      JSON.stringify(told.at(-1)),
    );
  },
};
