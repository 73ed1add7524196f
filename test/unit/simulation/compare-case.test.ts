import { describe, expect, it } from 'vitest';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { compareCase } from '../../simulation/compare-case.ts';
import type { DoudianCase } from '../../simulators/doudian-case.ts';
import {
  type Around,
  at,
  bookedIn,
  laneAround,
  number,
  parcelSays,
  recordOf,
  rightOrder,
  shippedCase,
  start,
} from './compared-lane.ts';

const second = { trackingNumber: 'YTTEST000001', companyCode: 'yuantong', companyName: '圆通速递', filledInAt: 0 };
const received = parcelSays({ stage: 'received' });
const one = { sku: 'DRESS-RED-M', sellable: 1, defective: 0 };
const arrivedAtMs = start + 50_000;

interface Told extends Partial<Around> {
  /** What Backhaul heard, where that is not all. */
  readonly heard?: readonly DoudianCase[];
  readonly facts?: readonly CaseFact[];
}

function differences({ heard, facts = [], versions = shippedCase(), ...around }: Told = {}): readonly string[] {
  const sides = laneAround({ versions, ...around });
  return compareCase(sides, recordOf(heard ?? versions, ...facts)).map(({ what }) => what);
}

describe('compareCase', () => {
  it.each<readonly [string, Told]>([
    ['is on its way and not followed yet', {}],
    [
      'was seen by its carrier',
      {
        followedAs: 'yuantong',
        scans: [{ state: '5', at: start }],
        facts: [parcelSays({ stage: 'out-for-delivery' })],
      },
    ],
    [
      'came to the dock',
      { arrivedAtMs, facts: [parcelSays({ stage: 'received', receivedAt: at(50), goods: [dockReceipt()] })] },
    ],
    ['was booked in', { arrivedAtMs, booked: [one], facts: [received, ...bookedIn(1, 0)] }],
    [
      'was booked in as defective',
      { arrivedAtMs, booked: [{ ...one, sellable: 0, defective: 1 }], facts: [received, ...bookedIn(0, 1)] },
    ],
    ['was refunded', { versions: shippedCase({ status: 12, deadlineAt: 0, refundStatus: 3, refundedFen: 12_900 }) }],
    [
      'was refused and asked for anew',
      { versions: shippedCase({ status: 29 }, { status: 6 }, { status: 7 }, { status: 11 }) },
    ],
    ['was withdrawn', { versions: shippedCase({ status: 28, deadlineAt: 0 }) }],
    ['is disputed', { versions: shippedCase({ dispute: { openedAt: start / 1000 } }) }],
    ['was disputed and settled', { versions: shippedCase({ dispute: disputeWonBy('merchant') }) }],
    ['has a moved deadline', { versions: shippedCase({ deadlineAt: start / 1000 + 9999 }) }],
    ['has another number', { versions: shippedCase({ returned: second }) }],
  ])('finds nothing where a case that %s is recorded so', (_, told) => {
    expect(differences(told)).toEqual([]);
  });

  it.each<readonly [field: string, what: string, Told]>([
    ['goods', 'nothing of what was booked in', { arrivedAtMs, booked: [one], facts: [received] }],
    ['goods', 'one unit too many', { arrivedAtMs, booked: [one], facts: [received, ...bookedIn(2, 0)] }],
    [
      'goods',
      'a defective unit as sellable',
      { arrivedAtMs, booked: [{ ...one, sellable: 0, defective: 1 }], facts: [received, ...bookedIn(1, 0)] },
    ],
    ['goods', 'goods that nobody booked in', { arrivedAtMs, facts: [received, ...bookedIn(1, 0)] }],
    ['quality', 'no arrival at the dock', { arrivedAtMs, facts: [received] }],
    [
      'quality',
      'a failed check as passed',
      { arrivedAtMs, booked: [{ ...one, sellable: 0, defective: 1 }], facts: [received, ...bookedIn(1, 0)] },
    ],
    [
      'stages',
      'an earlier scan',
      { followedAs: 'yuantong', scans: [{ state: '3', at: start }], facts: [parcelSays({ stage: 'in-transit' })] },
    ],
    ['stages', 'no arrival', { arrivedAtMs, facts: [parcelSays({ stage: 'delivered' })] }],
    ['disputes', 'no dispute', { versions: shippedCase({ dispute: { openedAt: 1 } }), heard: shippedCase() }],
    [
      'disputes',
      'a settled dispute as open',
      { versions: shippedCase({ dispute: disputeWonBy('buyer') }), heard: shippedCase({ dispute: { openedAt: 1 } }) },
    ],
    [
      'disputes',
      'the other winner',
      {
        versions: shippedCase({ dispute: disputeWonBy('buyer') }),
        heard: shippedCase({ dispute: disputeWonBy('merchant') }),
      },
    ],
    [
      'deadlines',
      'the deadline before it was moved',
      { versions: shippedCase({ deadlineAt: start / 1000 + 9999 }), heard: shippedCase() },
    ],
    ['numbers', 'the number before', { versions: shippedCase({ returned: second }), heard: shippedCase() }],
    ['attention', 'a reason to look that no life has', { facts: [{ fact: 'disputed', disputeId: 'D', at: at(9) }] }],
    [
      'refundedFen',
      'no refund',
      {
        versions: shippedCase({ status: 12, refundStatus: 3, refundedFen: 12_900 }),
        heard: shippedCase({ status: 12 }),
      },
    ],
  ])('finds %s where the record has %s', (field, _, told) => {
    expect(differences(told).map((what) => what.split(':')[0])).toContain(field);
  });

  it('finds a replaced number that a warehouse was told of and the record does not keep', () => {
    const versions = shippedCase({ returned: second });
    const sides = laneAround({ versions });
    sides.books.hangzhou.create(rightOrder);
    const record = recordOf(versions);
    const parcels = record.parcels.filter((parcel) => parcel.number !== number);

    expect(compareCase(sides, record)).toEqual([]);
    expect(compareCase(sides, { ...record, parcels }).map(({ what }) => what)).toEqual([
      `replaced: it is ["${number}"], Backhaul shows []`,
    ]);
  });

  it('does not ask for a replaced number that nobody can have seen', () => {
    const versions = shippedCase({ returned: second });
    const unseen = versions.filter(({ returned }) => returned?.trackingNumber !== number);

    expect(differences({ versions, heard: unseen })).toEqual([]);
  });
});

function disputeWonBy(winner: 'buyer' | 'merchant') {
  return { openedAt: start / 1000, settledAt: start / 1000 + 2, winner };
}

function dockReceipt() {
  return { fact: 'received', receiptId: 'D', warehouseId: 'hangzhou', at: at(50) } as const;
}
