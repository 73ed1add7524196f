import { describe, expect, it } from 'vitest';
import type { Delivery } from '#shared/sources/source.ts';
import { delivered } from '../../memory/inbox.ts';
import { approved, createSenders, sentIn } from '../../memory/lives.ts';
import { createSimulation } from '../../memory/simulation.ts';

const most = 300_000;

/** Names as long as merchants have them. */
const skuOf = (index: number) => `2026SS-WOMENSWEAR-DRESS-FLORAL-RED-${String(index).padStart(5, '0')}`;
const linesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    lineId: `69200112233445${String(index).padStart(5, '0')}`,
    sku: skuOf(index),
    quantity: 2,
    unitPrice: { amount: 12_900 + index, currency: 'CNY' },
    title: `夏季新款纯棉短袖连衣裙 红色 修身 第${index}款`,
    category: '女装/连衣裙',
  }));

/** Each parcel reports its receipt, check and stock-in under two ids each. */
function wholeLife(lineCount: number, parcelCount: number): Delivery[] {
  const { shop, ofParcel } = createSenders('size-');
  const lines = linesOf(lineCount);
  const share = lineCount / parcelCount;
  const numbers = Array.from({ length: parcelCount }, (_, index) => `SF10002000310${String(index).padStart(2, '0')}`);
  const reports = numbers.flatMap((number, place) => {
    const own = lines.slice(place * share, (place + 1) * share).map(({ sku, quantity }) => ({ sku, quantity }));
    const common = { warehouseId: 'east' } as const;
    return [1, 2].flatMap((time) => [
      ofParcel(100 + place, number, { ...common, fact: 'received', receiptId: `RCV-${number}-${time}`, lines: own }),
      ofParcel(200 + place, number, {
        ...common,
        fact: 'inspected',
        inspectionId: `QC-${number}-${time}`,
        lines: own.map((line) => ({ ...line, result: 'passed', disposition: 'back-to-shelf' })),
      }),
      ofParcel(300 + place, number, {
        ...common,
        fact: 'stocked-in',
        stockInId: `IN-${number}-${time}`,
        lines: own.map((line) => ({ ...line, condition: 'sellable' })),
      }),
    ]);
  });
  const details = { kind: 'return', orderId: 'O1', lines } as const;
  return [shop(0, 'C1', { fact: 'requested' }, { fact: 'details', details }, approved, sentIn(...numbers)), ...reports];
}

async function recordOf(...deliveries: readonly Delivery[]) {
  const simulation = createSimulation();
  for (const delivery of deliveries) {
    simulation.post(...delivered(delivery));
    await simulation.settle();
  }
  const record = await simulation.table.cases.readSnapshot('test:a:C1');
  if (!record) {
    throw new Error('the case was not recorded');
  }
  return record;
}

/* Parcels' goods were copied whole into the case: with ten parcels that report everything twice it was 307 KB of the 400 that an item may have. */
describe('C10: a case of 200 lines over ten parcels', () => {
  it('C10: stays under 300 KB, and counts every line', async () => {
    const record = await recordOf(...wholeLife(200, 10));

    expect(record.snapshot.goods.filter(({ received }) => received > 0)).toHaveLength(200);
    expect(Buffer.byteLength(JSON.stringify(record))).toBeLessThan(most);
  });

  it('C10: keeps of its parcels’ goods which reports there are, and what is wrong', async () => {
    const { snapshot } = await recordOf(...wholeLife(20, 1));

    expect(snapshot.parcels[0]?.state?.goods.map(({ fact, lines = [] }) => [fact, lines.length])).toEqual([
      ['received', 1],
      ['received', 1],
      ['inspected', 0],
      ['inspected', 0],
      ['stocked-in', 0],
      ['stocked-in', 0],
    ]);
  });
});
