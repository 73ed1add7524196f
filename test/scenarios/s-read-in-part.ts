import type { DeliveryRef } from '#shared/recording/ports.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import { isListedAs } from './listed-deliveries.ts';
import type { Scenario } from './scenario.ts';
import type { Scene } from './scene.ts';
import { approvedAtShopify, shoe } from './shopify-case.ts';

export const readInPart: Scenario = {
  letter: 's',
  title:
    'A3: a Shopify return with a line of another type, and with a refund of which a part is on its way: the rest is recorded, what is missing named, and read again until it has come',
  async run(scene) {
    const { shop, admin } = scene.world;
    const { number, key } = await approvedAtShopify(scene);
    scene.show(key, 'one of its lines cannot be read for a while, and a third of its refund comes later');

    await scene.accepted(shop.putUnverifiedLines(number, 1, new Date()));
    await scene.caseBecomes(
      key,
      'keeps its good line, and says which one could not be read',
      (snapshot) => hasItsLine(snapshot) && isNamed(snapshot, 'content.returnLineItems.nodes.1.'),
    );
    await scene.isTold(key, 'Case Needs Attention', ({ data }) => data.reasons.includes('message-in-part'));

    const parts = [
      { status: 'SUCCESS', amount: '200.00' },
      { status: 'PENDING', amount: '99.00' },
    ] as const;
    await scene.accepted(shop.refund(number, new Date(), parts));
    await scene.caseBecomes(
      key,
      'counts what was paid, and names the refund as not settled, as the shop shows it',
      (snapshot) => hasItsLine(snapshot) && paidFor(snapshot) === '20000' && isNamed(snapshot, moneyMember),
    );
    for (const ref of await readingsInPart(scene, key)) {
      const reason = await isListedAs(scene, ref, 'in-part');
      scene.check(
        'with what could not be read, and not with what is on its way',
        !reason.includes('transactions'),
        reason,
      );
    }

    const reads = admin.readsOf(number);
    shop.settle(number);
    await scene.caseBecomes(
      key,
      'has the whole sum once the money has come, though nothing told of it',
      (snapshot) => paidFor(snapshot) === '29900' && !isNamed(snapshot, 'transactions'),
    );
    scene.check('since it was read again', admin.readsOf(number) > reads, `${admin.readsOf(number)} reads`);
    await scene.isTold(key, 'Refund Completed', ({ data }) => data.amount.amount === 29_900);

    await scene.accepted(shop.putUnverifiedLines(number, 0, new Date()));
    await scene.caseBecomes(
      key,
      'is read whole, and needs somebody only for the goods, which are not back',
      (snapshot) => hasItsLine(snapshot) && snapshot.attention.join() === 'money-out-goods-not-back',
    );
    await scene.isTold(key, 'Case Needs Attention', ({ data }) => data.reasons.join() === 'money-out-goods-not-back');
  },
};

const moneyMember = 'content.refunds.nodes.0.transactions';

function hasItsLine({ details: { lines = [] } }: CaseSnapshot): boolean {
  return lines.length === 1 && lines[0]?.sku === shoe.sku && lines[0].quantity === shoe.quantity;
}

/** The sums of its refunds, in minor units. */
function paidFor({ money }: CaseSnapshot): string {
  return money.actions.map(({ amount, status }) => `${amount.amount}${status === 'done' ? '' : ` ${status}`}`).join();
}

function isNamed({ notes, attention }: CaseSnapshot, member: string): boolean {
  return (
    attention.includes('message-in-part') &&
    notes.some(({ code, detail }) => code === 'message-in-part' && detail.includes(member))
  );
}

async function readingsInPart(scene: Scene, key: string): Promise<DeliveryRef[]> {
  const observations = await scene.world.store.cases.readObservations(key);
  const ids = observations.filter(({ facts }) => facts.some(({ unread }) => unread)).map(({ id }) => id);
  const readings = ids.filter((id) => id.includes('/read.'));
  scene.check('its readings were understood in part', readings.length > 0, ids.join(', '));
  return readings.map((text) => {
    const [source = '', channel = '', id = ''] = text.split('/');
    return { source, channel, id };
  });
}
