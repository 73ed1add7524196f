import { caseKind } from '#shared/recording/case-kind.ts';
import type { RecordWriter } from '#shared/recording/recorder.ts';
import { refold } from '#shared/recording/refold.ts';
import type { CaseFact, CaseObservation } from '#shared/returns/case/facts.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';

const minuteMs = 60_000;
const yuan = (amount: number) => ({ amount: amount * 100, currency: 'CNY' });

type Untimed<Fact> = Fact extends { readonly at: unknown } ? Omit<Fact, 'at'> : never;

/** Where cases stand that are open: each has something else to do, or nothing. */
const stands: readonly (readonly Untimed<CaseFact>[])[] = [
  [],
  [{ fact: 'decided', decision: 'approved', by: 'merchant' }],
  [{ fact: 'platform-deadline', kind: 'decision', due: '2026-03-12T04:00:00.000Z' as Instant }],
  [
    { fact: 'decided', decision: 'approved', by: 'merchant' },
    { fact: 'refund', refundId: 'F1', kind: 'goods-refund', amount: yuan(129), outcome: 'done', by: 'platform' },
  ],
  [{ fact: 'disputed', disputeId: 'D1' }],
];

export const listShop = 'standard:main';

export function caseKeyOf(index: number): string {
  return `${listShop}:RMA-${String(index).padStart(6, '0')}`;
}

export function numberOf(index: number): string {
  return `SF${String(1_300_000_000_000 + index)}`;
}

/** Records one open case: what its store and its buyer said in one observation, folded as any other. */
export async function recordCase(recorder: RecordWriter, index: number, at: Instant): Promise<void> {
  const details = {
    orderId: `SO-${index}`,
    kind: 'return' as const,
    reason: { code: 'size' },
    lines: [
      { lineId: '1', sku: `SHOE-RED-${index % 40}`, quantity: 1, unitPrice: yuan(129), title: '跑步鞋 红色' },
      { lineId: '2', sku: 'SOCK-WHITE-M', quantity: 2, unitPrice: yuan(19) },
    ],
    refund: yuan(129 + (index % 300)),
    paid: yuan(167 + (index % 300)),
    buyerRef: `buyer-${index}`,
  };
  const tracking = {
    fact: 'tracking',
    origin: 'store',
    numbers: [{ number: numberOf(index), carrier: 'sf' }],
  } as const;
  const facts = [
    { fact: 'requested' as const },
    { fact: 'details' as const, details },
    ...(stands[index % stands.length] ?? []),
    ...(index % 3 === 0 ? [tracking] : []),
  ];
  await say(recorder, index, { id: `store/${index}/1`, at, facts });
}

/** Something new is said of a case. */
export async function changeCase(recorder: RecordWriter, index: number, at: Instant): Promise<void> {
  const fact = { fact: 'message-sent' as const, by: 'person' as const, kind: 'reply' };
  await say(recorder, index, { id: `desk/${index}/${at}`, at, facts: [fact] });
}

interface Said {
  readonly id: string;
  readonly at: Instant;
  readonly facts: readonly Untimed<CaseFact>[];
}

async function say(recorder: RecordWriter, index: number, { id, at, facts }: Said): Promise<void> {
  const observation = {
    id,
    from: 'standard/own-store',
    receivedAt: addMillis(at, minuteMs),
    facts: facts.map((fact) => ({ ...fact, at })),
  } as unknown as CaseObservation;
  await recorder.cases.putObservation(caseKeyOf(index), observation);
  await refold(recorder, caseKind, caseKeyOf(index));
}
