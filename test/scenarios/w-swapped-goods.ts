import { yuan } from '../simulators/goods.ts';
import type { BusEvent } from '../simulators/queue-reader.ts';
import { clockOf } from './case-figures.ts';
import { ownCase } from './own-case.ts';
import type { Scenario } from './scenario.ts';
import type { Scene } from './scene.ts';
import { ago } from './times.ts';

const shoes = [{ sku: 'SHOE-RED-41', quantity: 1 }];
const eastern = [{ sku: 'E-100041', quantity: 1 }];
const asked = 29_900;
const agreed = 20_000;

const isOf =
  (kind: string) =>
  ({ data }: BusEvent): boolean =>
    data.kind === kind;

/*
 * Another shoe than the one that was sold comes back, fails its check and is booked in as defective. The clock for all of the money must not run: first somebody
 * asks the buyer, within an hour; once the store agrees a lower sum, that is due.
 */
export const swappedGoods: Scenario = {
  letter: 'w',
  title:
    'B1: swapped goods, booked in as defective: the buyer is to be asked within an hour, and no refund is due before a lower sum is agreed',
  async run(scene) {
    const { ownStore, wms, sender, events } = scene.world;
    const own = ownCase(scene, '1');
    scene.show(own.key, 'another shoe came back; a part of the money was agreed');
    const report = { trackingNumber: `SF${scene.tag}01`, items: eastern };

    await ownStore.openShipped(own, report.trackingNumber, { items: shoes, at: ago({ hours: 30 }) });
    await wms.east.receive({ ...report, at: ago({ minutes: 20 }) });
    await wms.east.inspect({ ...report, at: ago({ minutes: 10 }), result: 'failed', finding: 'swapped' });
    await wms.east.stockIn({ ...report, at: ago({ minutes: 5 }), condition: 'defective' });
    await isToBeAsked(scene, own.key);

    const written = { caseId: own.key, by: 'person', kind: 'goods-swapped', at: new Date().toISOString() };
    await scene.accepted(sender.send('help-desk', 'message.sent', written));
    await scene.isTold(own.key, 'Deadline Met', isOf('exception-contact'));
    await scene.caseBecomes(
      own.key,
      'the buyer was asked in time, and it is still to be settled',
      (snapshot) =>
        snapshot.attention.includes('contact-buyer') &&
        clockOf(snapshot, 'exception-contact')?.missed === false &&
        clockOf(snapshot, 'refund') === undefined,
    );
    scene.check('no refund was due so far', !events.of(own.key, 'Deadline Opened').some(isOf('refund')));

    const agreedAt = new Date();
    await ownStore.tell(own, 'return.amended', agreedAt, { refund: yuan(agreed) });
    const opened = await scene.isTold(own.key, 'Deadline Opened', isOf('refund'));
    scene.check(
      'the refund is due from when a lower sum was agreed',
      opened.data.openedAt === agreedAt.toISOString(),
      opened.data.openedAt,
    );
    await scene.isTold(own.key, 'Case Attention Cleared');
    await ownStore.pay(own, { amount: yuan(agreed) }, new Date());
    await scene.isTold(own.key, 'Deadline Met', isOf('refund'));
    await scene.caseBecomes(
      own.key,
      'ends refunded with that sum, and needs nobody',
      ({ headline, attention }) => headline === 'refunded' && attention.length === 0,
    );
  },
};

async function isToBeAsked(scene: Scene, key: string): Promise<void> {
  await scene.caseBecomes(key, 'has failed, the buyer is to be asked, and no refund is due', (snapshot) => {
    const { quality, goods, attention, money } = snapshot;
    const contact = clockOf(snapshot, 'exception-contact');
    return (
      quality === 'failed' &&
      goods[0]?.stockedIn.defective === 1 &&
      attention.join() === 'contact-buyer' &&
      contact !== undefined &&
      contact.metAt === undefined &&
      clockOf(snapshot, 'refund') === undefined &&
      money.outstanding?.amount === asked
    );
  });
  await scene.isTold(key, 'Case Needs Attention', ({ data }) => data.reasons.includes('contact-buyer'));
  const { data } = await scene.isTold(key, 'Deadline Opened', isOf('exception-contact'));
  const minutes = (Date.parse(data.dueAt) - Date.parse(data.openedAt)) / 60_000;
  scene.check('within an hour of the check', minutes === 60, `${minutes} minutes`);
}
