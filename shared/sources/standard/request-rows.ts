import * as z from 'zod';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { type CaseDetails, caseKinds } from '#shared/returns/opening/facts.ts';
import { notUnderstood } from '../observed.ts';
import type { PersonalData } from '../source.ts';
import { aboutCase } from './case-ref.ts';
import { sentence, wordOf } from './code-or-text.ts';
import { deadline, platformDeadline } from './deadline.ts';
import { caseName, id, linesOf, longText, money, quantity, shortText, sku, time, webLink } from './fields.ts';
import { type Context, row } from './row.ts';

const line = z.object({
  lineId: id,
  sku,
  quantity,
  unitPrice: money,
  title: shortText.exactOptional(),
  category: shortText.exactOptional(),
});

const needed = {
  orderId: id,
  kind: z.enum(caseKinds),
  reason: z.object({ code: shortText.exactOptional(), text: longText.exactOptional() }),
  lines: linesOf(line),
  refund: money,
  orderState: z.enum(['unshipped', 'shipped', 'delivered']),
};

const optional = {
  paid: money,
  freightPaid: money,
  refundedBefore: money,
  deliveredAt: time,
  evidence: z.array(webLink).max(100),
  wish: longText,
  note: longText,
  buyer: z.object({
    ref: id.exactOptional(),
    language: z
      .string()
      .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag')
      .exactOptional(),
    phoneTail: z.string().max(20).exactOptional(),
  }),
  insured: z.boolean(),
  fulfilment: z.object({ outboundOrderId: id.exactOptional(), warehouseId: id.exactOptional() }),
};

const change = z.object({ ...needed, ...optional }).partial();
type Content = z.output<typeof change>;

const requested = z.object({ ...caseName, ...needed, ...z.object(optional).partial().shape });
const amended = z.object({
  ...caseName,
  ...change.shape,
  deadline: deadline.exactOptional(),
  warehouseId: id.exactOptional(),
  version: z.int().min(0).exactOptional(),
  at: time.exactOptional(),
});

/** `return.requested`: the case and all that the store knows of it. */
export const returnRequested = row(requested, (data, context) => {
  const { at, merchant } = context;
  const details = detailsOf(data, merchant);
  return aboutCase(
    data,
    context,
    [
      { fact: 'requested', at },
      { fact: 'details', at, details },
    ],
    { person: personOf(data) },
  );
});

/** `return.amended`: only the fields that changed; what is absent stays as it was. */
export const returnAmended = row(amended, (data, context) => {
  const at = data.at ?? context.at;
  const details = {
    ...detailsOf(data, context.merchant),
    ...(data.warehouseId !== undefined && { warehouseId: data.warehouseId }),
  };
  const person = personOf(data);
  const facts: CaseFact[] = [
    ...(Object.keys(details).length > 0 ? [{ fact: 'details', at, details } as const] : []),
    ...(data.deadline ? [platformDeadline(data.deadline, at, data.version)] : []),
  ];
  if (facts.length === 0 && Object.keys(person).length === 0) {
    return notUnderstood('data: nothing that changed is named');
  }
  return aboutCase(data, context, facts, { person });
});

function detailsOf(data: Content, { warehouses }: Context['merchant']): CaseDetails {
  const { orderId, kind, lines, refund, paid, freightPaid, refundedBefore, orderState, deliveredAt, insured } = data;
  const { outboundOrderId, warehouseId } = data.fulfilment ?? {};
  return stated({
    orderId,
    kind,
    reason: data.reason?.code === undefined ? undefined : { code: wordOf(data.reason.code) ?? 'other' },
    lines,
    refund,
    paid,
    freightPaid,
    refundedBefore,
    orderState,
    deliveredAt,
    evidenceCount: data.evidence?.length,
    wish: wordOf(data.wish),
    insured,
    outboundOrderId,
    // Goods go back to where they came from, unless the store decides otherwise; but only if that is a warehouse of ours.
    warehouseId: warehouses.some((each) => each.id === warehouseId) ? warehouseId : undefined,
    buyerRef: data.buyer?.ref,
    buyerLanguage: data.buyer?.language,
  });
}

function personOf({ reason, note, wish, buyer, evidence }: Content): PersonalData {
  const fields = {
    ...sentence('reasonCodeText', reason?.code),
    ...sentence('wish', wish),
    reasonText: reason?.text,
    note,
    phoneTail: buyer?.phoneTail,
    evidence: evidence && evidence.length > 0 ? evidence : undefined,
  };
  return Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}

function stated(fields: { readonly [Field in keyof CaseDetails]: CaseDetails[Field] | undefined }): CaseDetails {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
