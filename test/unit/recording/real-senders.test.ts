import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../memory/outcome.ts';
import { randomFrom, shuffle } from '../../memory/random.ts';
import { createSimulation } from '../../memory/simulation.ts';
import { standardMessage } from '../../memory/standard-message.ts';
import { faultsInSums } from '../../memory/sums.ts';
import { faultsInTelling } from '../../memory/told.ts';

const cny = (amount: number) => ({ amount, currency: 'CNY' });
const messages = [
  standardMessage('own-store', 'm1', 'return.requested', '2026-03-01T08:00:00+08:00', {
    caseId: 'R1',
    orderId: 'O1',
    kind: 'return',
    reason: { code: 'too-small' },
    lines: [{ lineId: '1', sku: 'S1', quantity: 1, unitPrice: cny(9900) }],
    refund: cny(9900),
    paid: cny(9900),
    orderState: 'delivered',
    buyer: { ref: 'b1', phoneTail: '1234' },
  }),
  standardMessage('own-store', 'm2', 'return.decided', '2026-03-01T09:00:00+08:00', {
    caseId: 'R1',
    decision: 'approved',
    by: 'merchant',
  }),
  standardMessage('own-store', 'm3', 'return.shipped', '2026-03-01T10:00:00+08:00', {
    caseId: 'R1',
    carrier: 'sf',
    trackingNumber: 'SF1234',
  }),
  standardMessage('wms-east', 'm4', 'parcel.received', '2026-03-02T10:00:00+08:00', {
    warehouseId: 'east',
    receivedAt: '2026-03-02T10:00:00+08:00',
    receiptId: 'G1',
    trackingNumber: 'SF1234',
    lines: [{ sku: 'E-1', quantity: 1 }],
  }),
  standardMessage('wms-east', 'm5', 'return.inspected', '2026-03-02T11:00:00+08:00', {
    warehouseId: 'east',
    inspectedAt: '2026-03-02T11:00:00+08:00',
    inspectionId: 'Q1',
    caseId: 'R1',
    lines: [{ sku: 'E-1', quantity: 1, result: 'passed' }],
  }),
  standardMessage('own-store', 'm6', 'refund.completed', '2026-03-03T11:00:00+08:00', {
    caseId: 'R1',
    refundId: 'F1',
    kind: 'goods-refund',
    amount: cny(9900),
    at: '2026-03-03T11:00:00+08:00',
    by: 'merchant',
  }),
];

describe('recordMessage with deliveries as the standard source sends them', () => {
  it('records a whole return, in any of fifty orders', async () => {
    const outcomes = new Set<string>();
    for (let seed = 0; seed < 50; seed += 1) {
      const simulation = createSimulation();
      simulation.post(...shuffle([...messages, ...messages.slice(2)], randomFrom(seed)));
      await simulation.settle(randomFrom(seed));
      outcomes.add(outcomeOf(simulation));

      expect([...simulation.dead, ...faultsInTelling(simulation), ...faultsInSums(simulation)]).toEqual([]);
      expect((await simulation.table.cases.readSnapshot('standard:main:R1'))?.snapshot).toMatchObject({
        headline: 'refunded',
        quality: 'passed',
        goods: [{ sku: 'S1', expected: 1, received: 1 }],
        attention: [],
      });
    }

    expect(outcomes.size).toBe(1);
  });
});
