import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import { doudianGoods } from '../simulators/doudian-goods.ts';
import { isExpectedAt, reportRef, shipped } from './lane-case.ts';
import { isListedAs } from './listed-deliveries.ts';
import type { Scenario } from './scenario.ts';

const line = { itemCode: 'SKU-RED-M', planQty: 2 };
/** What Backhaul knows no meaning of, as it stands in the report. */
const member = 'orderLines.orderLine.1.inventoryType';

export const confirmedInPart: Scenario = {
  letter: 't',
  title:
    'A3: a Qimen confirm with a good line and one of a stock type that no checked goods have: the good line counts as a part, nothing is called short',
  async run(scene) {
    const { hangzhou } = scene.world.lane;
    const trackingNumber = `YT${scene.tag}0001`;
    const { key } = await shipped(scene, trackingNumber, 2);
    scene.show(key, 'booked in twice; the first report has a line that nobody understands');
    const [{ orderCode } = { orderCode: '' }] = await isExpectedAt(scene, 'hangzhou', trackingNumber);

    const outBizCode = `IN-${scene.tag}-1`;
    const answer = await hangzhou.confirm(
      orderCode,
      [
        { ...line, inventoryType: 'ZP', actualQty: 1 },
        { ...line, inventoryType: 'ZT', actualQty: 0 },
      ],
      { expressCode: trackingNumber, outBizCode },
    );
    scene.check('the report is taken', answer.flag === 'success', JSON.stringify(answer));
    await scene.caseBecomes(
      key,
      'the good line is received, checked and stocked in, and the other one named',
      (snapshot) => sellable(snapshot) === 1 && isNamed(snapshot) && !snapshot.attention.includes('goods-short'),
    );
    await scene.isTold(key, 'Case Needs Attention', ({ data }) => data.reasons.includes('message-in-part'));
    const reason = await isListedAs(scene, reportRef('returnorder.confirm', orderCode, outBizCode), 'in-part');
    scene.check('with the line, and what it should be', reason.startsWith(`${member}: must be one of: ZP`), reason);

    await hangzhou.confirm(orderCode, [{ ...line, inventoryType: 'ZP', actualQty: 1 }], {
      expressCode: trackingNumber,
    });
    await scene.caseBecomes(
      key,
      'is whole once the rest is confirmed, and the line that was not understood stays named',
      (snapshot) => sellable(snapshot) === 2 && snapshot.quality === 'passed' && isNamed(snapshot),
    );
    const short = scene.world.events
      .of(key, 'Case Needs Attention')
      .filter(({ data }) => data.reasons.includes('goods-short'));
    scene.check('nobody was told that goods are short', short.length === 0, `${short.length}`);
  },
};

/** How many of its dresses were received and stocked in as sellable, where that is as many. */
function sellable({ goods }: CaseSnapshot): number | undefined {
  const dress = goods.find(({ sku }) => sku === doudianGoods.dress.sku);
  return dress?.short === 0 && dress.received === dress.stockedIn.sellable ? dress.received : undefined;
}

function isNamed({ notes }: CaseSnapshot): boolean {
  return notes.some(({ code, detail }) => code === 'message-in-part' && detail.includes(member));
}
