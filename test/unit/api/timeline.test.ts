import { describe, expect, it } from 'vitest';
import { readTimelineRecord } from '#shared/api/read-timeline-record.ts';
import { type TimelineEntry, timelineOf } from '#shared/api/timeline.ts';
import type { StoredRecord } from '#shared/recording/ports.ts';
import type { FollowRequest } from '#shared/returns/carrier/events.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { isTimed, type TimedDeadline } from '#shared/returns/deadlines/part.ts';
import type { GoodsFact } from '#shared/returns/goods/facts.ts';
import { announcementIdOf } from '#shared/returns/pre-advice/pre-advice.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { attentionWords } from '#shared/words/attention-words.ts';
import type { Locale } from '#shared/words/locale.ts';
import { parcelLines } from '#shared/words/story/parcel-lines.ts';
import { wordingIn } from '#shared/words/wording.ts';
import type { Simulation } from '../../memory/simulation.ts';
import { testMerchant } from '../../memory/test-merchant.ts';
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
  recordMore,
  requested,
  scans,
  shanghai,
  shipped,
  tick,
  wholeReturn,
} from './whole-return.ts';

async function storedCase({ table }: Simulation): Promise<StoredRecord<CaseSnapshot>> {
  const stored = await table.cases.readSnapshot(caseKey);
  if (!stored) {
    throw new Error('the case was not recorded');
  }
  return stored;
}

async function timeline(simulation: Simulation, locale: Locale = 'en'): Promise<TimelineEntry[]> {
  const whole = await readTimelineRecord(simulation.table, await storedCase(simulation));
  return timelineOf(whole, { locale, merchant: testMerchant });
}

function texts(entries: readonly TimelineEntry[], ...kinds: readonly string[]): string[] {
  return entries.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text);
}

async function checkDeadline(simulation: Simulation): Promise<TimedDeadline> {
  const { snapshot } = await storedCase(simulation);
  const deadline = Object.values(snapshot.deadlines).find(({ kind }) => kind === 'qc-follow-up');
  if (!deadline || !isTimed(deadline)) {
    throw new Error('there is no deadline for the check');
  }
  return deadline;
}

/** A line of a clock that these tests do not mean. */
function isOfOtherClock({ kind, text }: TimelineEntry): boolean {
  return kind.startsWith('deadline-') && !/quality check|refund/.test(text);
}

describe('timelineOf', () => {
  it('tells a whole return in English', async () => {
    const entries = await timeline(await record(...wholeReturn));
    const shown = entries.filter((entry) => entry.kind !== 'warehouse-chosen' && !isOfOtherClock(entry));
    expect(shown.map(({ by, text }) => `${by}: ${text}`)).toEqual([
      'store:test/shop-a: Return requested: return and refund, order SO-1, reason: size does not fit, 2 × S1, asks for CN¥398.00',
      'merchant: Approved the request',
      'store:test/shop-a: Goods come back under tracking number SF123 (sf)',
      'backhaul: Asked the carrier feed to follow parcel SF123',
      'backhaul: Pre-advice to warehouse east: parcel SF123, 2 × E-1',
      'carrier:sf: Parcel SF123: picked up',
      'carrier:sf: Parcel SF123: signed for',
      'warehouse:east: Received: 2 × S1 (parcel SF123)',
      'backhaul: The quality check deadline of parcel SF123 runs: due 2026-03-12 18:00',
      'warehouse:east: Checked: 2 × S1 (passed) (parcel SF123)',
      'backhaul: The quality check deadline of parcel SF123 was met',
      'warehouse:east: Stocked in: 2 × S1 sellable (parcel SF123)',
      'backhaul: The refund deadline runs: due 2026-03-13 15:00',
      'merchant: Paid: goods refund CN¥398.00',
      'store:test/shop-a: Closed the case',
      'backhaul: The refund deadline was met',
    ]);
  });

  it('tells the same in Chinese, with no word of the code', async () => {
    const told = (await timeline(await record(...wholeReturn), 'zh-CN')).map(({ text }) => text);
    expect(told).toContain('申请售后：退货退款，订单 SO-1，退货原因：尺码不合适，2 × S1，申请退款 ¥398.00');
    expect(told).toContain('质检时限（运单 SF123）开始计时，最迟 2026-03-12 18:00');
    expect(told).toContain('向仓库 east 发送退货预报：运单 SF123，2 × E-1');
    expect(told.join(' ')).not.toMatch(/fold|snapshot|observation|axis/i);
  });

  it('is in the order of what happened, with the time at which we heard of it', async () => {
    const entries = await timeline(await record(...wholeReturn));
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted());
    const pickUp = entries.find(({ text }) => text.includes('picked up'));
    expect(pickUp).toMatchObject({ at: shanghai('18:00'), receivedAt: shanghai('08:30', 12) });
  });

  it('holds no personal data and no reference to the buyer', async () => {
    const told = JSON.stringify(await timeline(await record(...wholeReturn)));
    expect(told).not.toContain('王小明');
    expect(told).not.toContain('13800000000');
    expect(told).not.toContain(photoLink);
    expect(told).not.toContain('buyer-7f3a');
  });

  it('tells what a store merely repeats once', async () => {
    const again = delivery(
      'shop-a',
      shanghai('10:00'),
      aboutCase(
        { fact: 'requested', at: shanghai('09:00') },
        { fact: 'details', at: shanghai('10:00'), details: { orderId: 'SO-1', kind: 'return' } },
        { fact: 'decided', decision: 'approved', by: 'merchant', at: shanghai('10:00') },
        { fact: 'reopened', at: shanghai('10:00') },
      ),
    );
    expect(await timeline(await record(requested, approved, again))).toHaveLength(
      (await timeline(await record(requested, approved))).length,
    );
  });

  it('tells only the fields that a store changed', async () => {
    const details = { orderId: 'SO-1', refund: { amount: 10_000, currency: 'CNY' } };
    const amended = delivery(
      'shop-a',
      shanghai('10:00'),
      aboutCase({ fact: 'details', at: shanghai('10:00'), details }),
    );
    expect(texts(await timeline(await record(requested, amended)), 'details')).toEqual(['Changed: asks for CN¥100.00']);
  });

  it('tells a time after its receipt as of its receipt', async () => {
    const early = delivery(
      'shop-a',
      shanghai('09:30'),
      aboutCase({ fact: 'platform-status', status: 'OPEN', at: shanghai('23:00') }),
    );
    const entry = (await timeline(await record(requested, early))).find(({ kind }) => kind === 'platform-status');
    expect(entry?.at).toBe(shanghai('09:30'));
  });

  it('names what a new tracking number replaces, for the case and for the warehouse', async () => {
    const entries = await timeline(
      await record(
        requested,
        approved,
        shipped('SF000', shanghai('11:00')),
        shipped('SF123', shanghai('12:00'), ['SF000']),
      ),
    );
    expect(texts(entries, 'tracking').at(-1)).toBe('Tracking number now SF123 (sf), in place of SF000');
    expect(texts(entries, 'pre-advice-announced', 'pre-advice-replaced')).toEqual([
      'Pre-advice to warehouse east: parcel SF000, 2 × E-1',
      'Pre-advice to warehouse east: parcel SF123, in place of SF000, 2 × E-1',
    ]);
  });

  it('tells that a warehouse was told to forget a parcel', async () => {
    const withdrawn = delivery(
      'shop-a',
      shanghai('13:00'),
      aboutCase({ fact: 'decided', decision: 'withdrawn', by: 'buyer', at: shanghai('13:00') }),
    );
    const entries = await timeline(await record(requested, approved, shipped('SF123', shanghai('12:00')), withdrawn));
    expect(texts(entries, 'decided', 'pre-advice-withdrawn')).toEqual([
      'Approved the request',
      'Withdrew the request',
      'Told warehouse east to forget parcel SF123',
    ]);
    expect(entries.find(({ text }) => text === 'Withdrew the request')?.by).toBe('buyer');
  });

  it('tells reminder, breach and escalation of a check that is late, and takes the breach back by a late report', async () => {
    const simulation = await record(requested, approved, shipped('SF123', shanghai('12:00')), ...scans, received);
    const { id, remindAt, dueAt } = await checkDeadline(simulation);
    await recordMore(
      simulation,
      tick(id, 'reminder', remindAt),
      tick(id, 'due', dueAt),
      tick(id, 'escalation', shanghai('20:00', 12), 1),
    );
    const kinds = [
      'deadline-reminder',
      'deadline-missed',
      'deadline-escalated',
      'deadline-breach-withdrawn',
      'attention',
    ];
    expect(texts(await timeline(simulation), ...kinds)).toEqual([
      'Reminder: the quality check deadline of parcel SF123 (due 2026-03-12 18:00) is not met',
      'Overdue: the quality check deadline of parcel SF123 passed and was not met',
      'A person should look: a deadline was missed',
      'Still not met, escalation 1: the quality check deadline of parcel SF123',
    ]);

    await recordMore(simulation, inspected);
    expect(
      texts(await timeline(simulation), 'deadline-missed', 'deadline-breach-withdrawn', 'attention-cleared'),
    ).toEqual([
      'Overdue: the quality check deadline of parcel SF123 passed and was not met',
      'Not overdue, taken back: the quality check deadline of parcel SF123: it was met at 2026-03-12 14:00 after all',
      'No person is needed any more: a deadline was missed',
    ]);
  });

  it('says why a deadline moved: by the platform, or from when it is counted', async () => {
    const due = (day: number, at: Instant) =>
      delivery('shop-a', at, aboutCase({ fact: 'platform-deadline', kind: 'refund', due: shanghai('12:00', day), at }));
    const simulation = await record(requested, approved, due(14, shanghai('09:40')), due(13, shanghai('09:50')));
    const moved = async (locale: Locale) => texts(await timeline(simulation, locale), 'deadline-moved');
    expect(await moved('en')).toEqual(['The refund deadline moved: now due 2026-03-13 12:00 (set by the platform)']);
    expect(await moved('zh-CN')).toEqual(['退款时限改为最迟 2026-03-13 12:00（平台规定）']);

    const kept = { warehouseId: 'east', at: shanghai('10:00', 11) } as const;
    const twoSellable = [{ sku: 'S1', quantity: 2, condition: 'sellable' as const }];
    const stockedIn = { fact: 'stocked-in', stockInId: 'P1', lines: twoSellable, ...kept } as const;
    await recordMore(simulation, shipped('SF123', shanghai('10:00')));
    await recordMore(simulation, delivery('wms', shanghai('10:05', 11), aboutParcel('SF123', stockedIn)));
    expect(await moved('en')).toEqual([
      'The refund deadline moved: now due 2026-03-12 10:00 (counted from 2026-03-11 10:00)',
    ]);
    expect(await moved('zh-CN')).toEqual(['退款时限改为最迟 2026-03-12 10:00（自 2026-03-11 10:00 起算）']);
  });

  it('leaves out ticks that found their deadline met', async () => {
    const simulation = await record(requested, approved, shipped('SF123', shanghai('12:00')), received, inspected);
    const { id, remindAt, dueAt } = await checkDeadline(simulation);
    await recordMore(simulation, tick(id, 'reminder', remindAt), tick(id, 'due', dueAt));
    expect(texts(await timeline(simulation), 'deadline-reminder', 'deadline-missed')).toEqual([]);
  });

  it('tells of a breach that no clock saw', async () => {
    const late = aboutParcel('SF123', {
      fact: 'inspected',
      inspectionId: 'I1',
      warehouseId: 'east',
      at: shanghai('19:00', 12),
      lines: [{ sku: 'S1', quantity: 2, result: 'failed', finding: 'worn' }],
    });
    const entries = await timeline(
      await record(
        requested,
        approved,
        shipped('SF123', shanghai('12:00')),
        received,
        delivery('wms', shanghai('19:00', 12), late),
      ),
    );
    const shown = entries.filter((entry) => !isOfOtherClock(entry));
    expect(texts(shown, 'deadline-missed', 'deadline-met', 'inspected')).toEqual([
      'Overdue: the quality check deadline of parcel SF123 passed',
      'Checked: 2 × S1 (failed, worn) (parcel SF123)',
      'The quality check deadline of parcel SF123 was met too late',
    ]);
  });

  it('tells what became of an unclaimed parcel without naming other cases', async () => {
    const entries = await timeline(
      await record(received, requested, approved, shipped('SF123', shanghai('12:00'))),
      'zh-CN',
    );
    expect(texts(entries, 'parcel-claimed')).toEqual(['无主件 SF123 已找到售后单']);
  });

  it.each<[string, CaseFact, string, string]>([
    [
      'a refund that failed',
      {
        fact: 'refund',
        refundId: 'F9',
        kind: 'compensation',
        amount: { amount: 500, currency: 'JPY' },
        outcome: 'failed',
        by: 'platform',
        at: shanghai('10:00'),
        reason: 'no-account',
      },
      '支付失败：补偿 JP¥500，原因：no-account',
      'Payment failed: compensation ¥500, reason: no-account',
    ],
    [
      'a deadline of the platform',
      { fact: 'platform-deadline', kind: 'refund', due: shanghai('18:00'), at: shanghai('10:00') },
      '要求最迟 2026-03-10 18:00 完成退款',
      'Sets a deadline: refund by 2026-03-10 18:00',
    ],
    ['a dispute', { fact: 'disputed', disputeId: 'D1', at: shanghai('10:00') }, '发起纠纷 D1', 'Opened dispute D1'],
    [
      'the end of a dispute',
      { fact: 'dispute-closed', disputeId: 'D1', outcome: 'won', at: shanghai('10:00') },
      '纠纷 D1 结束，结果：won',
      'Dispute D1 ended, outcome: won',
    ],
    [
      'a message',
      { fact: 'message-sent', by: 'ai', kind: 'reminder', at: shanghai('10:00') },
      '智能客服给买家发了消息（reminder）',
      'Message to the buyer by an AI agent (reminder)',
    ],
    [
      'a message that asks the buyer for something, of an AI under a person',
      {
        fact: 'message-sent',
        by: 'ai',
        kind: 'photo-wanted',
        supervised: true,
        asksBuyer: true,
        at: shanghai('10:00'),
      },
      '智能客服（有人负责）给买家发了消息（photo-wanted），等待买家回复',
      'Message to the buyer by an AI agent under a person (photo-wanted), the buyer is waited for',
    ],
    [
      'a message of the buyer',
      { fact: 'message-received', at: shanghai('10:00') },
      '买家发来消息',
      'Message from the buyer',
    ],
    [
      'a stop that was asked for',
      { fact: 'shipment-stop-requested', at: shanghai('10:00') },
      '要求拦截发货',
      'Asked for the shipment to be intercepted',
    ],
    [
      'a write-up',
      {
        fact: 'case-written-up',
        reasons: [{ code: 'quality', within: 'seam' }, { code: 'late' }],
        mood: 'calm',
        at: shanghai('10:00'),
      },
      '结案登记：quality/seam、late，买家情绪 calm',
      "Written up: quality/seam, late, the buyer's mood: calm",
    ],
    [
      'an interception',
      { fact: 'shipment-stopped', ok: false, reason: 'too-late', at: shanghai('10:00') },
      '发货拦截失败，原因：too-late',
      'The shipment could not be intercepted, reason: too-late',
    ],
    [
      'a replacement',
      { fact: 'replacement-shipped', trackingNumber: 'YT9', carrier: 'yto', at: shanghai('10:00') },
      '已给买家寄出新货，yto，运单 YT9',
      'Sent the replacement, yto, tracking number YT9',
    ],
    [
      'a ticket, without its address',
      { fact: 'ticket-linked', url: 'https://desk.example.com/1?name=x', at: shanghai('10:00') },
      '关联了客服工单',
      'Linked a help-desk ticket',
    ],
    [
      'an answer to a pre-advice that nobody told',
      {
        fact: 'pre-advice-answered',
        announcementId: 'a/1',
        accepted: false,
        reason: 'no-space',
        at: shanghai('10:00'),
      },
      '拒绝了退货预报（我们没有发过这条预报，未生效），原因：no-space',
      'Refused the pre-advice (nobody told it one of this id: it does not count), reason: no-space',
    ],
    [
      'an answer to a withdrawal that nobody told',
      {
        fact: 'withdrawal-answered',
        announcementId: 'a/1',
        accepted: false,
        reason: 'already-here',
        at: shanghai('10:00'),
      },
      '拒绝取消退货预报（我们没有发过这条预报，未生效），原因：already-here',
      'Refused to forget the pre-advice (nobody told it one of this id: it does not count), reason: already-here',
    ],
    [
      'trouble at the warehouse',
      { fact: 'warehouse-status', warehouseId: 'east', status: 'exception', at: shanghai('10:00') },
      '仓库单据状态：处理异常',
      'The warehouse has trouble with it',
    ],
    [
      'a change that no webhook told of',
      { fact: 'webhook-missed', at: shanghai('10:00') },
      '有变更没有推送过来，是定时核对时发现的',
      'Changed without telling us; found by looking',
    ],
    [
      'a booking of the store',
      {
        fact: 'store-disposition',
        dispositions: [{ type: 'RESTOCKED', quantity: 1, sku: 'S1' }],
        at: shanghai('10:00'),
      },
      '店铺登记的处置：1 × S1 RESTOCKED',
      'Booked in the store: 1 × S1 RESTOCKED',
    ],
    [
      'a status of the store',
      { fact: 'platform-status', status: 'OPEN', at: shanghai('10:00') },
      '店铺状态：OPEN',
      'Status in the store: OPEN',
    ],
    [
      'goods reported by case',
      { fact: 'received', receiptId: 'R2', warehouseId: 'east', at: shanghai('10:00') },
      '收到包裹，未清点',
      'Received, not counted yet',
    ],
  ])('tells %s in both languages', async (_, fact, zh, en) => {
    const simulation = await record(requested, delivery('shop-a', shanghai('10:00'), aboutCase(fact)));
    expect(texts(await timeline(simulation, 'zh-CN'), fact.fact)).toEqual([zh]);
    expect(texts(await timeline(simulation, 'en'), fact.fact)).toEqual([en]);
  });
});

describe('timelineOf, of a parcel', () => {
  const feed = (time: string, ...facts: Parameters<typeof aboutParcel>[1][]) =>
    delivery('feed', shanghai(time, 12), aboutParcel('SF123', ...facts));
  const pickedUp = { stage: 'picked-up', at: shanghai('18:00') } as const;
  const onItsWay = { stage: 'in-transit', at: shanghai('08:00', 12) } as const;
  const opening = [requested, approved, shipped('SF123', shanghai('12:00'))];

  it('tells each move of a feed once, as heard when the feed first told it', async () => {
    const entries = await timeline(
      await record(
        ...opening,
        feed('07:00', { fact: 'route', at: pickedUp.at, moves: [pickedUp], carrier: 'sf' }),
        feed('09:00', { fact: 'route', at: onItsWay.at, moves: [pickedUp, onItsWay], carrier: 'sf' }),
      ),
    );

    expect(entries.filter(({ kind }) => kind === 'moved')).toMatchObject([
      { at: pickedUp.at, receivedAt: shanghai('07:00', 12), by: 'carrier:sf', text: 'Parcel SF123: picked up' },
      { at: onItsWay.at, receivedAt: shanghai('09:00', 12), by: 'carrier:sf', text: 'Parcel SF123: in transit' },
    ]);
  });

  it('leaves out a move that the feed took back', async () => {
    const entries = await timeline(
      await record(
        ...opening,
        feed('07:00', { fact: 'route', at: pickedUp.at, moves: [{ ...pickedUp, stage: 'delivered' }] }),
        feed('09:00', { fact: 'route', at: onItsWay.at, moves: [onItsWay] }),
      ),
    );

    expect(texts(entries, 'moved')).toEqual(['Parcel SF123: in transit']);
  });

  it('tells how a number was followed, in both languages', async () => {
    const simulation = await record(
      ...opening,
      feed('07:00', { fact: 'follow-answered', at: shanghai('07:00', 12), round: 1, accepted: true, carrier: 'sf' }),
      feed('08:00', { fact: 'route', at: shanghai('08:00', 12), moves: [], end: 'aborted' }),
      feed('09:00', {
        fact: 'follow-answered',
        at: shanghai('09:00', 12),
        round: 2,
        accepted: false,
        reason: 'carrier-not-supported',
        carrier: 'sf',
      }),
    );
    const kinds = ['follow-accepted', 'follow-aborted', 'follow-refused'];

    expect(texts(await timeline(simulation), ...kinds)).toEqual([
      'Follows parcel SF123',
      'Gave up following parcel SF123',
      'Will not follow parcel SF123, reason: carrier-not-supported',
    ]);
    expect(texts(await timeline(simulation, 'zh-CN'), ...kinds)).toEqual([
      '开始跟踪运单 SF123',
      '运单 SF123 长时间没有物流信息，不再跟踪',
      '不跟踪运单 SF123，原因：carrier-not-supported',
    ]);
    expect(texts(await timeline(simulation), 'attention')).toEqual([
      'A person should look: no carrier feed follows the parcel',
    ]);
  });

  it('tells that a warehouse expects the parcel, again only with other words', async () => {
    const says = (time: string, orderCode: string) =>
      delivery(
        'wms',
        shanghai(time),
        aboutParcel('SF123', { fact: 'expected', at: shanghai(time), warehouseId: 'erp', orderCode }),
      );
    const entries = await timeline(
      await record(...opening, says('13:00', 'W1'), says('14:00', 'W1'), says('15:00', 'W2')),
    );

    expect(entries.filter(({ kind }) => kind === 'expected').map(({ by, text }) => `${by}: ${text}`)).toEqual([
      'warehouse:erp: Expects parcel SF123, under its order W1',
      'warehouse:erp: Expects parcel SF123, under its order W2',
    ]);
  });
});

describe('what a warehouse says', () => {
  const reported = (...facts: readonly GoodsFact[]) =>
    delivery('wms', shanghai('16:00'), aboutParcel('SF123', ...facts));
  const east = { warehouseId: 'east', at: shanghai('15:00') } as const;
  const told = async (...facts: readonly GoodsFact[]) =>
    texts(
      await timeline(await record(requested, approved, shipped('SF123', shanghai('10:00')), reported(...facts))),
      'received',
      'inspected',
    );

  it('is nothing where it found nothing', async () => {
    expect(
      await told(
        { fact: 'received', receiptId: 'R9', ...east, lines: [] },
        { fact: 'inspected', inspectionId: 'I9', ...east, lines: [] },
      ),
    ).toEqual(['Received: nothing (parcel SF123)', 'Checked: nothing (parcel SF123)']);
  });

  it('may be followed by more', async () => {
    const lines = [{ sku: 'S1', quantity: 1, result: 'passed' }] as const;

    expect(await told({ fact: 'inspected', inspectionId: 'I9', ...east, lines, partial: true })).toEqual([
      'Checked: 1 × S1 (passed) (more to follow) (parcel SF123)',
    ]);
  });

  it('names the parcel that it answers of', async () => {
    const simulation = await record(requested, approved, shipped('SF123', shanghai('10:00')));
    const announcementId = announcementIdOf(caseKey, 'pre-advice/east/SF123', 1);
    const fact = { fact: 'pre-advice-answered', announcementId, accepted: true, at: shanghai('11:00') } as const;
    await recordMore(simulation, delivery('wms', shanghai('11:00'), aboutCase(fact)));

    expect(texts(await timeline(simulation), fact.fact)).toEqual(['Accepted the pre-advice of parcel SF123']);
    expect(texts(await timeline(simulation, 'zh-CN'), fact.fact)).toEqual(['确认收到退货预报（运单 SF123）']);
  });

  it('is its own word where it answers a call', async () => {
    const simulation = await record(requested, approved, shipped('SF123', shanghai('10:00')));
    const at = shanghai('11:00');
    const fact = { fact: 'pre-advice-answered', announcementId: 'A1', accepted: true, at } as const;
    simulation.post({ kind: 'answered', callId: 'c1', by: 'strict', at, record: { caseKey }, facts: [fact] });
    await simulation.settle();

    expect((await timeline(simulation)).find(({ kind }) => kind === 'pre-advice-answered')?.by).toBe(
      'warehouse:strict',
    );
  });
});

describe('a case that was declined', () => {
  const said = (time: string, ...facts: readonly CaseFact[]) => delivery('shop-a', shanghai(time), aboutCase(...facts));
  const declinedAt = (time: string) =>
    said(time, { fact: 'decided', decision: 'declined', by: 'merchant', at: shanghai(time) });

  it('can be opened again without having been closed, and be declined again', async () => {
    const reopened = said('12:00', { fact: 'reopened', at: shanghai('12:00') });
    const entries = await timeline(await record(requested, declinedAt('11:00'), reopened, declinedAt('13:00')));

    expect(texts(entries, 'decided', 'reopened', 'closed')).toEqual([
      'Declined the request',
      'Opened the case again',
      'Declined the request',
    ]);
  });

  it('can be closed after that', async () => {
    const closed = said('12:00', { fact: 'closed', at: shanghai('12:00') });
    const entries = await timeline(await record(requested, declinedAt('11:00'), closed));

    expect(texts(entries, 'decided', 'closed')).toEqual(['Declined the request', 'Closed the case']);
  });
});

describe('parcelLines', () => {
  const asked = (request: FollowRequest): string =>
    parcelLines['follow-requested'](request, wordingIn('en', 'Asia/Shanghai'));

  it('tells that a feed was asked to follow a number, how often, and from when', () => {
    expect(asked({ trackingNumber: 'SF123', round: 1 })).toBe('Asked the carrier feed to follow parcel SF123');
    expect(asked({ trackingNumber: 'SF123', round: 2, notBefore: shanghai('08:30') })).toBe(
      'Asked the carrier feed to follow parcel SF123, try 2, not before 2026-03-10 08:30',
    );
  });
});

describe('attentionWords', () => {
  it.each(Object.entries(attentionWords))('says %s in both languages', (_, text) => {
    expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(text.en).toMatch(/^[A-Z][^\p{Script=Han}]+$/u);
  });
});
