import { describe, expect, it } from 'vitest';
import { type CaseView, caseViewOf } from '#shared/api/case-view.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import {
  aboutCase,
  aboutParcel,
  approved,
  caseKey,
  delivery,
  inspected,
  photoLink,
  received,
  record,
  requested,
  shanghai,
  shipped,
  wholeReturn,
} from './whole-return.ts';

async function viewOf(messages: readonly InboxMessage[], now: Instant = shanghai('09:00', 14)): Promise<CaseView> {
  const { table } = await record(...messages);
  const stored = await table.cases.readSnapshot(caseKey);
  if (!stored) {
    throw new Error('the case was not recorded');
  }
  return caseViewOf(stored, now);
}

const atWarehouse = [requested, approved, shipped('SF123', shanghai('12:00')), received];

describe('caseViewOf', () => {
  it('shows where the case stands', async () => {
    const view = await viewOf(wholeReturn);
    expect(view).toMatchObject({
      key: caseKey,
      headline: 'closed',
      headlineText: { 'zh-CN': '已关闭', en: 'Closed' },
      orderId: 'SO-1',
      reason: 'size',
      decision: { value: 'approved' },
      quality: 'passed',
      parcels: [{ number: 'SF123', stage: 'received', stands: true }],
      preAdvices: [{ warehouseId: 'east', trackingNumber: 'SF123', state: 'announced' }],
      attention: [],
    });
    expect(view.version).toBeGreaterThan(1);
  });

  it.each<[string, Instant, boolean]>([
    ['is not overdue before its due time', shanghai('17:59', 12), false],
    ['is overdue from its due time', shanghai('18:00', 12), true],
  ])('says that a deadline %s, by the clock of the reader', async (_, now, overdue) => {
    const { deadlines } = await viewOf(atWarehouse, now);
    expect(deadlines.find(({ kind }) => kind === 'qc-follow-up')).toMatchObject({ overdue });
  });

  it('says that a deadline which was met is not overdue', async () => {
    const { deadlines } = await viewOf([...atWarehouse, inspected]);
    expect(deadlines.find(({ kind }) => kind === 'qc-follow-up')).toMatchObject({ overdue: false });
  });

  it('shows what the platform itself sets a deadline for', async () => {
    const due = shanghai('18:00', 15);
    const decision = { fact: 'platform-deadline', kind: 'decision', due, at: shanghai('10:00') } as const;
    const { platformDeadlines } = await viewOf([requested, delivery('shop-a', shanghai('10:00'), aboutCase(decision))]);
    expect(platformDeadlines).toEqual({ decision: due });
  });

  it('explains why a person should look', async () => {
    const dispute = delivery(
      'shop-a',
      shanghai('10:00'),
      aboutCase({ fact: 'disputed', disputeId: 'D1', at: shanghai('10:00') }),
    );
    const { attention } = await viewOf([requested, dispute]);
    expect(attention).toEqual([
      { code: 'disputed', text: { 'zh-CN': '买家已发起纠纷', en: 'The buyer opened a dispute' }, about: ['D1'] },
    ]);
  });

  it('tells which announcements hold and what the warehouse answered', async () => {
    const { preAdvices } = await viewOf([
      requested,
      approved,
      shipped('SF000', shanghai('11:00')),
      shipped('SF123', shanghai('12:00'), ['SF000']),
    ]);
    expect(preAdvices.map(({ trackingNumber, state }) => [trackingNumber, state])).toEqual(
      expect.arrayContaining([
        ['SF000', 'replaced'],
        ['SF123', 'announced'],
      ]),
    );
  });

  it('shows that nobody follows a parcel, and who expects it', async () => {
    const heard = delivery(
      'feed',
      shanghai('14:00'),
      aboutParcel(
        'SF123',
        { fact: 'follow-answered', at: shanghai('13:00'), round: 1, accepted: false, carrier: 'sf' },
        { fact: 'expected', at: shanghai('14:00'), warehouseId: 'east' },
      ),
    );
    const { parcels } = await viewOf([requested, approved, shipped('SF123', shanghai('12:00')), heard]);

    expect(parcels).toMatchObject([
      {
        following: 'refused',
        untrackedSince: shanghai('13:00'),
        expected: [{ warehouseId: 'east', at: shanghai('14:00') }],
        knownAt: shanghai('12:00'),
      },
    ]);
  });

  it('shows whether the warehouse agreed to forget a parcel, and how it stands with its order', async () => {
    const sent = [requested, approved, shipped('SF123', shanghai('12:00'))];
    const [announced] = (await viewOf(sent)).preAdvices;
    const announcementId = announced?.announcementId ?? '';
    const word = delivery(
      'shop-a',
      shanghai('15:00'),
      aboutCase(
        { fact: 'decided', decision: 'withdrawn', by: 'buyer', at: shanghai('14:00') },
        { fact: 'withdrawal-answered', announcementId, accepted: true, at: shanghai('15:00') },
        { fact: 'warehouse-status', warehouseId: 'east', status: 'cancelled', at: shanghai('15:00') },
      ),
    );
    const view = await viewOf([...sent, word]);

    expect(view.preAdvices).toMatchObject([{ state: 'withdrawn', withdrawalAccepted: true }]);
    expect(view.warehouseStatuses).toEqual({ east: { status: 'cancelled', at: shanghai('15:00') } });
  });

  it('shows what the warehouse reports, and how many pictures there are', async () => {
    const checked = delivery(
      'wms',
      shanghai('14:00', 12),
      aboutParcel('SF123', {
        fact: 'inspected',
        inspectionId: 'I1',
        warehouseId: 'east',
        at: shanghai('14:00', 12),
        photos: { count: 2, hash: 'h' },
        lines: [{ sku: 'S1', quantity: 2, result: 'failed', finding: 'swapped', disposition: 'return-to-buyer' }],
      }),
    );
    const { reports } = await viewOf([...atWarehouse, checked]);

    expect(reports).toEqual([
      {
        kind: 'received',
        at: shanghai('10:00', 12),
        warehouseId: 'east',
        number: 'SF123',
      },
      {
        kind: 'inspected',
        at: shanghai('14:00', 12),
        warehouseId: 'east',
        number: 'SF123',
        photos: 2,
        found: [{ sku: 'S1', quantity: 2, result: 'failed', finding: 'swapped', disposition: 'return-to-buyer' }],
      },
    ]);
  });

  it('shows reports by case without a number', async () => {
    const counted = delivery(
      'wms',
      shanghai('10:00', 12),
      aboutCase({ fact: 'received', receiptId: 'R9', warehouseId: 'east', at: shanghai('10:00', 12), partial: true }),
    );
    const { reports } = await viewOf([requested, approved, counted]);

    expect(reports).toEqual([
      { kind: 'received', at: shanghai('10:00', 12), warehouseId: 'east', partial: true, uncounted: true },
    ]);
  });

  it('finds nothing where a check is as it should be', async () => {
    const { reports } = await viewOf(wholeReturn);

    expect(reports.map(({ kind, found }) => [kind, found])).toEqual([
      ['received', undefined],
      ['inspected', []],
      ['stocked-in', undefined],
    ]);
  });

  it('tells what was refunded before, what the buyer would like, and why a warehouse refused', async () => {
    const sent = [requested, approved, shipped('SF123', shanghai('12:00'))];
    const announcementId = (await viewOf(sent)).preAdvices[0]?.announcementId ?? '';
    const refundedBefore = { amount: 5_000, currency: 'CNY' };
    const word = delivery(
      'shop-a',
      shanghai('15:00'),
      aboutCase(
        { fact: 'details', at: shanghai('13:00'), details: { refundedBefore, wish: 'refund', evidenceCount: 3 } },
        { fact: 'pre-advice-answered', announcementId, accepted: false, reason: 'no-space', at: shanghai('15:00') },
        { fact: 'shipment-stop-requested', at: shanghai('15:00') },
      ),
    );

    expect(await viewOf([...sent, word])).toMatchObject({
      refundedBefore,
      wish: 'refund',
      evidenceCount: 3,
      preAdvices: [{ accepted: false, answeredAt: shanghai('15:00'), reason: 'no-space' }],
      stopRequested: { at: shanghai('15:00') },
    });
  });

  it('shows a record that an older revision left, which knows less', async () => {
    const { table } = await record(...wholeReturn);
    const { snapshot, ...stored } = (await table.cases.readSnapshot(caseKey))!;
    const { withdrawalAnswers: _answers, warehouseStatuses: _statuses, missedWebhooks: _missed, ...older } = snapshot;

    expect(caseViewOf({ ...stored, snapshot: older as never }, shanghai('09:00', 14))).toMatchObject({
      headline: 'closed',
      warehouseStatuses: {},
    });
  });

  it('holds no personal data and no reference to the buyer', async () => {
    const shown = JSON.stringify(await viewOf(wholeReturn));
    expect(shown).not.toContain('王小明');
    expect(shown).not.toContain(photoLink);
    expect(shown).not.toContain('buyer-7f3a');
  });
});
