import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { Scenario } from './scenario.ts';
import { approvedAtShopify } from './shopify-case.ts';

export const numbersInOneField: Scenario = {
  letter: 'r',
  title:
    'A2: the number of a Shopify return becomes two in one field, then none that can be read: nothing is withdrawn, and a person is called',
  async run(scene) {
    const { shop, wms, events } = scene.world;
    const [first, second] = [`1Z${scene.tag}0001`, `1Z${scene.tag}0002`];
    const { number, key } = await approvedAtShopify(scene);
    scene.show(key, 'its number was typed three times more: with a second one, illegibly, and right');
    const type = async (text: string) =>
      await scene.accepted(shop.retype(number, { carrierName: 'UPS', number: text }, new Date()));
    const bothStand = ({ parcels }: CaseSnapshot) =>
      parcels
        .filter(({ stands }) => stands)
        .map((each) => each.number)
        .sort()
        .join() === `${first},${second}`;
    const isExpected = async (trackingNumber: string) =>
      await scene.eventually(
        `the warehouse expects ${trackingNumber}`,
        async () => wms.east.expects(number, trackingNumber) !== undefined || 'nothing in its queue',
      );

    await scene.accepted(shop.attach(number, { carrierName: 'UPS', number: first }, new Date()));
    await isExpected(first);
    await type(`${first}, ${second}`);
    await scene.caseBecomes(
      key,
      'has both numbers once two stand in the field',
      (snapshot) => bothStand(snapshot) && snapshot.attention.length === 0,
    );
    await isExpected(second);

    await type(`#${first}`);
    await scene.caseBecomes(
      key,
      'keeps both, and calls a person, once the field cannot be read',
      (snapshot) => bothStand(snapshot) && snapshot.attention.includes('tracking-unreadable'),
    );
    await scene.isTold(key, 'Case Needs Attention', ({ data }) => data.reasons.includes('tracking-unreadable'));
    await type(`${first} / ${second}`);
    await scene.caseBecomes(
      key,
      'needs nobody once it can be read again',
      (snapshot) => bothStand(snapshot) && snapshot.attention.length === 0,
    );
    await scene.isTold(key, 'Case Attention Cleared');

    const taken = ['Return Tracking Withdrawn', 'Return Tracking Replaced'] as const;
    const toldGone = taken.flatMap((each) => events.of(key, each)).length;
    scene.check('no number was ever withdrawn or replaced', toldGone === 0, `${toldGone}`);
    const assigned = events.of(key, 'Return Tracking Assigned').map(({ data }) => data.trackingNumber);
    scene.check('each was announced once', assigned.sort().join() === `${first},${second}`, assigned.join());
    const areExpected = [first, second].every((each) => wms.east.expects(number, each) !== undefined);
    scene.check('and the warehouse expects both still', areExpected);
  },
};
