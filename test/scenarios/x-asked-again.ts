import { bookIn } from './book-in.ts';
import { receivedOf } from './case-figures.ts';
import { ownCase } from './own-case.ts';
import type { Scenario } from './scenario.ts';
import { ago } from './times.ts';

const items = [{ sku: 'CAP-BLUE', quantity: 1 }];

/*
 * A buyer ships, takes the return back, and asks again: a new case, and the number of the parcel that is on its way. Both cases claimed the cap, a person had to say
 * whose it is, and the live one showed that nothing had come.
 */
export const askedAgain: Scenario = {
  letter: 'x',
  title: 'B2: withdrawn after shipping, and asked again with the same number: what comes is the live case’s',
  async run(scene) {
    const { ownStore, wms, events } = scene.world;
    const trackingNumber = `SF${scene.tag}01`;
    const [withdrawn, live] = [ownCase(scene, '1'), ownCase(scene, '2')];
    scene.show(live.key, 'asked again, with the number of the return that was withdrawn');

    await ownStore.openShipped(withdrawn, trackingNumber, { items, at: ago({ hours: 30 }) });
    await scene.isTold(withdrawn.key, 'Return Tracking Assigned');
    await ownStore.tell(withdrawn, 'return.withdrawn', ago({ hours: 20 }));
    await scene.isTold(withdrawn.key, 'Case Withdrawn');
    await ownStore.openShipped(live, trackingNumber, { items, at: ago({ hours: 10 }) });
    await scene.eventually(
      'the warehouse expects it for the live case, and no longer for the other',
      async () =>
        (wms.east.expects(live.caseId, trackingNumber) !== undefined &&
          wms.east.expects(withdrawn.caseId, trackingNumber) === undefined) ||
        `${wms.east.toldOf(live.caseId).length} and ${wms.east.toldOf(withdrawn.caseId).length} told`,
    );

    await bookIn(wms.east, { trackingNumber, items, at: ago({ minutes: 30 }) });
    await scene.caseBecomes(
      live.key,
      'the live case counts it, and needs nobody',
      (snapshot) => snapshot.headline === 'stocked-in' && receivedOf(snapshot) === 1 && snapshot.attention.length === 0,
    );
    await scene.isTold(live.key, 'Goods Received', ({ data }) => data.counted);
    await scene.isTold(live.key, 'Deadline Opened', ({ data }) => data.kind === 'refund');
    await scene.caseBecomes(
      withdrawn.key,
      'the one that was withdrawn counts nothing, and needs nobody',
      (snapshot) => snapshot.headline === 'withdrawn' && receivedOf(snapshot) === 0 && snapshot.attention.length === 0,
    );
    const counted = events.of(withdrawn.key).filter(({ type, data }) => type.startsWith('Goods') && data.counted);
    scene.check('and no goods were told as its own', counted.length === 0, `${counted.length}`);
  },
};
