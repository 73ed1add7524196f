import * as z from 'zod';
import { decisions } from '#shared/returns/decision/facts.ts';
import { caseKind, caseLine } from '#shared/returns/opening/facts.ts';
import { warehouseStatuses } from '#shared/returns/pre-advice/facts.ts';
import { money } from '#shared/returns/record/money.ts';
import { noteCodes } from '#shared/returns/record/note.ts';
import { by, count, instant, text } from '#shared/returns/record/values.ts';
import { headlineWords } from '#shared/words/headline-words.ts';
import { liabilityWords } from '#shared/words/liability-words.ts';
import { qualityWords } from '#shared/words/quality-words.ts';
import { codesOf } from './codes.ts';
import { deadline } from './deadline.ts';
import { goods } from './goods.ts';
import { goodsReport } from './goods-report.ts';
import { caseMoney } from './money.ts';
import { parcelOfCase } from './parcel.ts';
import { texts } from './texts.ts';
import { work } from './work.ts';

export const attention = z
  .object({
    code: z.enum(noteCodes),
    text: texts,
    about: z.array(z.string()).describe('which number, line, warehouse or payment'),
  })
  .meta({ id: 'Attention', description: 'Why a person should look at a case.' });

export const preAdvice = z
  .object({
    announcementId: text,
    warehouseId: text,
    trackingNumber: text,
    state: z.enum(['announced', 'replaced', 'withdrawn']),
    at: instant,
    accepted: z.exactOptional(z.boolean()).describe('once the warehouse answered'),
    answeredAt: z.exactOptional(instant),
    reason: z.exactOptional(z.string()).describe('why it was refused, as a code of the warehouse'),
    withdrawalAccepted: z.exactOptional(z.boolean()),
  })
  .meta({ id: 'PreAdvice', description: 'What a warehouse was last told of one parcel, and what it answered.' });

const dispute = z.object({
  disputeId: text,
  openedAt: z.exactOptional(instant),
  closedAt: z.exactOptional(instant),
  outcome: z.exactOptional(z.string()),
});

const ofStore = {
  orderId: z.exactOptional(text),
  outboundOrderId: z.exactOptional(text),
  kind: z.exactOptional(caseKind),
  refund: z.exactOptional(money).describe('what the store says is to be paid back'),
  paid: z.exactOptional(money),
  paidForLines: z
    .exactOptional(money)
    .describe('for the whole of the order lines, where `paid` is for some of their units'),
  freightPaid: z.exactOptional(money),
  refundedBefore: z.exactOptional(money).describe('on the same lines, before this case'),
  wish: z.exactOptional(text).describe('what the buyer would like best, as a code'),
  evidenceCount: z.exactOptional(count).describe('how many pictures or videos the buyer gave'),
  insured: z.exactOptional(z.boolean()).describe('an insurer bears the freight back'),
  deliveredAt: z.exactOptional(instant).describe('when the buyer signed for what they bought'),
  orderState: z.exactOptional(z.enum(['unshipped', 'shipped', 'delivered'])),
  reason: z.exactOptional(text),
  platformStatus: z.exactOptional(z.object({ status: z.string(), at: instant })),
  platformDeadlines: z.record(z.string(), instant).describe('by the platform’s own kinds'),
  lines: z.array(caseLine),
};

const ofWarehouses = {
  warehouse: z.exactOptional(z.object({ id: text, by: z.enum(['store', 'policy', 'person']) })),
  warehouseStatuses: z.record(z.string(), z.object({ status: z.enum(warehouseStatuses), at: instant })),
  goods: z.array(goods),
  reports: z.array(goodsReport).describe('the earliest first'),
  quality: codesOf(qualityWords),
  liability: z.exactOptional(codesOf(liabilityWords)).describe('whose fault it seems to be; a person settles it'),
  liabilityText: z.exactOptional(texts),
  parcels: z.array(parcelOfCase),
  preAdvices: z.array(preAdvice),
};

/** A case for people and tools. Fields are added, never renamed; no personal data is in it. */
export const caseShape = z
  .object({
    key: text.describe('`<source>:<shop>:<case id>`'),
    source: text,
    shop: text,
    caseId: text,
    version: count.describe('grows with each change of the case'),
    openedAt: z.exactOptional(instant),
    updatedAt: z.exactOptional(instant),
    closedAt: z.exactOptional(instant),
    headline: codesOf(headlineWords),
    headlineText: texts,
    attention: z.array(attention),
    decision: z.object({
      value: z.enum(['new', ...decisions]),
      by: z.exactOptional(by),
      reason: z.exactOptional(z.string()),
      at: z.exactOptional(instant),
    }),
    ...ofStore,
    ...ofWarehouses,
    money: caseMoney,
    deadlines: z.array(deadline).describe('the earliest first'),
    notMeasured: z
      .exactOptional(z.array(z.object({ kind: text, text: texts })))
      .describe('kinds of deadlines of which no clock runs, since no channel tells what they need'),
    disputes: z.array(dispute),
    tickets: z.array(z.string()),
    work: z.exactOptional(work).describe('absent while nobody worked on it'),
    stopRequested: z
      .exactOptional(z.object({ at: instant, answeredAt: z.exactOptional(instant) }))
      .describe('when somebody was last asked to stop what is on its way out'),
    stopped: z.exactOptional(z.object({ at: instant, ok: z.boolean(), reason: z.exactOptional(z.string()) })),
    writtenUp: z
      .exactOptional(
        z.object({
          at: instant,
          reasons: z.array(z.object({ code: text, within: z.exactOptional(text) })),
          mood: z.exactOptional(text),
        }),
      )
      .describe('what the case came of, by whoever wrote it up'),
    replacement: z.exactOptional(
      z.object({ at: instant, trackingNumber: z.exactOptional(z.string()), carrier: z.exactOptional(z.string()) }),
    ),
  })
  .meta({
    id: 'Case',
    description: 'A case, its goods, parcels, money and deadlines. Times are UTC, money is in minor units.',
  });
