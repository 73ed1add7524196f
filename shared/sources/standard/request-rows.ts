import * as z from 'zod';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { type CaseDetails, caseKinds } from '#shared/returns/opening/facts.ts';
import { isListInPart, notUnderstood } from '../observed.ts';
import type { PersonalData } from '../source.ts';
import { caseLine, caseLineOf } from './case-line.ts';
import { aboutCase } from './case-ref.ts';
import { sentence, wordOf } from './code-or-text.ts';
import { deadline, platformDeadline } from './deadline.ts';
import { warehouseIn } from './decision-rows.ts';
import {
  caseName,
  codeOrText,
  id,
  linesOf,
  longText,
  money,
  shortText,
  since,
  stateVersion,
  time,
  webLink,
} from './fields.ts';
import { parcels, sentOut } from './outbound-rows.ts';
import { type Context, row } from './row.ts';

const reason = z.object({
  code: shortText
    .exactOptional()
    .describe('your code for it; what has not the form of a code is shown as `other`, and kept apart as personal data'),
  text: longText.exactOptional().describe("the buyer's words; kept apart as personal data"),
});

const needed = {
  orderId: id.describe('the order, as the buyer knows it'),
  kind: z.enum(caseKinds).describe('what the buyer asks for: [kinds of cases](glossary.md#case-kinds)'),
  reason: reason.describe('why; `{}` where nobody knows'),
  lines: linesOf(caseLine).describe('the goods; while it is empty, no warehouse is told to expect any'),
  refund: money.describe(
    'what is to be paid back, 0 for nothing; in an exchange the difference, as far as `paid` or prices show that it is less than the goods are worth',
  ),
  orderState: z.enum(['unshipped', 'shipped', 'delivered']).describe('where the order stands'),
};

const optional = {
  paid: money.describe('what was paid for the goods; with `refundedBefore` it caps what may be paid back for them'),
  freightPaid: money.describe('what was paid for sending them; caps what may be paid back for that'),
  refundedBefore: money.describe('what was paid back for the goods before'),
  deliveredAt: time.describe('when the buyer got them'),
  evidence: z
    .array(webLink)
    .max(100)
    .describe('pictures and videos; kept apart as personal data, but for how many there are'),
  wish: codeOrText.describe('what the buyer would like best'),
  note: longText.describe('what else there is to say; kept apart as personal data'),
  buyer: z
    .object({
      ref: id.exactOptional().describe('a reference of yours that tells nobody else who it is'),
      language: z
        .string()
        .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag')
        .meta({ id: 'language-tag', description: 'A language, as in `zh-CN`.' })
        .exactOptional()
        .describe('what to write to them in'),
      phoneTail: z.string().max(20).exactOptional().describe('the end of their phone; kept apart as personal data'),
    })
    .describe('who asks, without a name'),
  insured: z.boolean().describe('whether an insurance pays for sending the goods back'),
  fulfilment: z
    .object({
      outboundOrderId: id.exactOptional().describe('the order that the warehouse sent them out with'),
      warehouseId: id
        .exactOptional()
        .describe(
          "the warehouse, by its id in the merchant's file; goods go back there; the latest word counts, be it this one or `warehouseId` of another type. Any other is ignored",
        ),
      parcels: parcels.exactOptional(),
    })
    .describe('how the goods were sent out'),
};

const change = z.object({ ...needed, ...optional }).partial();
type Content = z.output<typeof change>;

const requested = z.object({
  ...caseName,
  ...needed,
  ...z.object(optional).partial().shape,
  deadline: deadline.exactOptional().describe('by when the platform wants something, most often a decision'),
});
const amended = z
  .object({
    ...caseName,
    ...change.shape,
    deadline: deadline.exactOptional().describe('by when the platform wants something'),
    warehouseId: id
      .exactOptional()
      .describe(
        "where the goods are to go, by its id in the merchant's file; one that is not there is shown to a person",
      ),
    version: stateVersion,
    at: since,
  })
  .describe('Something that changed must be there. What is left out stays as it was; a list comes whole.');

/** `return.requested`. */
export const returnRequested = row(
  'A buyer asks for something: the case opens.',
  requested,
  (data, context) => {
    const { at, merchant } = context;
    const details = detailsOf(data, merchant);
    return aboutCase(
      data,
      context,
      [
        { fact: 'requested', at },
        { fact: 'details', at, details, ...linesInPart(context) },
        ...sentOut(data.fulfilment?.parcels, at, context),
        ...(data.deadline ? [platformDeadline(data.deadline, at)] : []),
      ],
      { person: personOf(data) },
    );
  },
  ['orderId', 'kind', 'reason', 'lines', 'refund', 'orderState'],
);

/** Lines that could not be read stand as they were. */
function linesInPart({ unread }: Context): { readonly inPart?: true } {
  return isListInPart(unread, 'data.lines') ? { inPart: true } : {};
}

/** `return.amended`. */
export const returnAmended = row('Fields of the case that changed, and only those.', amended, (data, context) => {
  const at = data.at ?? context.at;
  const warehouseId = warehouseIn(data, context);
  const details = {
    ...detailsOf(data, context.merchant),
    ...(warehouseId !== undefined && { warehouseId }),
  };
  const person = personOf(data);
  const facts: CaseFact[] = [
    ...(Object.keys(details).length > 0 ? [{ fact: 'details', at, details, ...linesInPart(context) } as const] : []),
    ...sentOut(data.fulfilment?.parcels, at, context),
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
    lines: lines?.map(caseLineOf),
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
