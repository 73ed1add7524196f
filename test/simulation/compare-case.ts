import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import type { DoudianTruth } from '../simulators/doudian-case.ts';
import type { Kuaidi100State } from '../simulators/kuaidi100-snapshot.ts';
import type { CaseLife } from './case-life.ts';
import type { ComparedLane } from './compare-lane.ts';
import type { Difference } from './difference.ts';
import type { DockRecord } from './dock.ts';

/** Everybody but Backhaul, as far as one case goes. */
export interface CaseSides {
  readonly lane: ComparedLane;
  readonly life: CaseLife;
  readonly dock: DockRecord;
}

/** Field by field what shop, feed and dock know of a case, against its record. */
export function compareCase(sides: CaseSides, snapshot: CaseSnapshot): Difference[] {
  const truth = sides.lane.doudian.truth(sides.life.id);
  const shown = shownOf(snapshot);
  const expected: Partial<typeof shown> = {
    ...byShop(truth),
    ...byDock(truth, sides),
    stages: truth.trackingNumber ? [stageOf(truth.trackingNumber, sides)] : [],
    replaced: truth.replacedNumbers.filter((number) => isToldOf(number, sides) || shown.replaced.includes(number)),
    // All that a person must look at in these lives, beside what follows from money and goods.
    attention: [
      ...(sides.life.life === 'shared' && truth.trackingNumber ? ['number-on-several-cases'] : []),
      ...(truth.isDisputed ? ['disputed'] : []),
    ],
  };
  return (Object.keys(expected) as (keyof typeof shown)[])
    .map((field) => [field, JSON.stringify(expected[field]), JSON.stringify(shown[field])] as const)
    .filter(([, is, shows]) => is !== shows)
    .map(([field, is, shows]) => ({
      about: `${sides.life.life} ${sides.life.id}`,
      what: `${field}: it is ${is}, Backhaul shows ${shows}`,
    }));
}

function shownOf({ platformStatus, decision, closedAt, parcels, details, money, ...rest }: CaseSnapshot) {
  const refunds = money.actions.filter(({ status }) => status !== 'failed');
  const standing = parcels.filter(({ stands }) => stands);
  return {
    status: platformStatus?.status ?? '',
    decision: decision.value as string,
    isFinished: closedAt !== undefined,
    numbers: standing.map(({ number }) => number),
    replaced: parcels.filter(({ stands }) => !stands).map(({ number }) => number),
    stages: standing.map(({ state }): string => state?.stage ?? 'numbered'),
    lines: (details.lines ?? []).map(({ sku, quantity }) => `${quantity} ${sku}`).sort(),
    goods: rest.goods.map(({ sku, received, over, short, unexpected, stockedIn }) =>
      goodsText({ sku, received, surplus: over + unexpected, short, ...stockedIn }),
    ),
    quality: rest.quality as string,
    refundedFen: refunds.reduce((sum, { amount }) => sum + amount.amount, 0),
    disputes: rest.disputes.map(({ closedAt: settledAt, outcome = 'nobody' }) => (settledAt ? outcome : 'open')),
    deadlines: Object.entries(rest.platformDeadlines).map(([kind, due]) => `${kind} ${due}`),
    attention: rest.attention.filter((code) => !ofMoneyAndGoods.includes(code)),
  };
}

/** What follows from goods that failed and money that went out, both of which are compared by themselves. */
const ofMoneyAndGoods: readonly string[] = ['contact-buyer', 'money-out-goods-not-back'];

/** The step that a case's deadline is for, at each status that has one. */
const deadlineKinds: Readonly<Record<string, string>> = { 6: 'decision', 7: 'buyer-ships', 11: 'refund' };

function byShop(truth: DoudianTruth) {
  const { status, decision, isFinished, trackingNumber, refundedFen, deadlineAtMs } = truth;
  const kind = deadlineKinds[status];
  const dispute = truth.disputeWinner ?? (truth.isDisputed ? 'open' : undefined);
  return {
    status,
    decision,
    isFinished,
    numbers: trackingNumber ? [trackingNumber] : [],
    lines: truth.lines.map(({ sku, quantity }) => `${quantity} ${sku}`).sort(),
    refundedFen,
    disputes: dispute ? [dispute] : [],
    // Of a case that ended the record keeps what was due last.
    ...(kind && deadlineAtMs !== undefined && { deadlines: [`${kind} ${instantOf(deadlineAtMs)}`] }),
  };
}

function byDock({ orderId, lines, trackingNumber = '' }: DoudianTruth, { dock }: CaseSides) {
  const booked = dock.booked.get(orderId) ?? [];
  const goods = lines.map(({ sku }) => {
    const { sellable = 0, defective = 0 } = booked.find((units) => units.sku === sku) ?? {};
    return goodsText({ sku, received: sellable + defective, surplus: 0, short: 0, sellable, defective });
  });
  const isDefective = booked.some(({ defective }) => defective > 0);
  const checked = isDefective ? 'failed' : 'passed';
  const unchecked = dock.arrivals.has(trackingNumber) ? 'waiting' : 'none';
  return { goods, quality: booked.length > 0 ? checked : unchecked };
}

interface Goods {
  readonly sku: string;
  readonly received: number;
  readonly surplus: number;
  readonly short: number;
  readonly sellable: number;
  readonly defective: number;
}

function goodsText({ sku, received, surplus, short, sellable, defective }: Goods): string {
  return `${sku}: ${received} received, ${surplus} too many, ${short} missing, ${sellable} sellable, ${defective} defective`;
}

const stages: Partial<Record<Kuaidi100State, string>> = {
  1: 'picked-up',
  0: 'in-transit',
  5: 'out-for-delivery',
  3: 'delivered',
};

/** What the dock reported, else the latest scan that the feed had reason to tell. */
function stageOf(number: string, { lane, dock }: CaseSides): string {
  const state = lane.feed.subscriptionOf(number) && lane.feed.scansOf(number).at(-1)?.state;
  return dock.arrivals.has(number) ? 'received' : ((state && stages[state]) ?? 'numbered');
}

/** Backhaul spoke of that number, so it must keep it; others it may never have seen: between two readings the buyer may have named them. */
function isToldOf(number: string, { lane, life }: CaseSides): boolean {
  return lane[life.warehouseId].toldOf(number).length > 0 || lane.feed.subscriptionOf(number) !== undefined;
}
