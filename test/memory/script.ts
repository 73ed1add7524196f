import fc from 'fast-check';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import type { CarrierFact } from '#shared/returns/carrier/facts.ts';
import { parcelSides, parcelStages } from '#shared/returns/carrier/parcel-stages.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { type GoodsFact, inspectionResults, stockConditions } from '#shared/returns/goods/facts.ts';
import { moneyKinds } from '#shared/returns/money/facts.ts';
import { type Alias, caseKinds } from '#shared/returns/opening/facts.ts';
import type { ParcelFact } from '#shared/returns/parcel/facts.ts';
import { warehouseStatuses } from '#shared/returns/pre-advice/facts.ts';
import { announcementIdOf, preAdviceKeyOf } from '#shared/returns/pre-advice/pre-advice.ts';
import { addMillis, type Instant, instantOf } from '#shared/returns/record/instant.ts';
import type { CaseRef, Saying } from '#shared/sources/source.ts';
import { plainDelivery } from './plain-observer.ts';

/** What everybody says about a few cases and parcels of one merchant, unasked or when called, in the order in which it was sent. */
export type Script = readonly SentMessage[];
export type SentMessage = Extract<InboxMessage, { readonly kind: 'delivery' | 'answered' }>;
type Answer = Extract<InboxMessage, { readonly kind: 'answered' }>;

export const caseKeys = ['test:a:C1', 'test:a:C2', 'test:b:C3'] as const;
export const numbers = ['PA01', 'PA02', 'PA03', 'PA04'] as const;
const skus = ['S1', 'S2', 'S3'] as const;

const firstMillis = Date.UTC(2026, 2, 1);

/** `count` minutes after the beginning of a script. */
export function minute(count: number): Instant {
  return instantOf(firstMillis + count * 60_000);
}

const day = 24 * 60;

/** Few values, so that times are often equal; now and then days, weeks and a year later, when a number is another parcel's. */
const at = fc
  .oneof(
    { weight: 12, arbitrary: fc.constantFrom(0, 10, 60, 300, 540, 900, 1500, 2000, 3000) },
    { weight: 1, arbitrary: fc.constantFrom(9 * day, 40 * day, 365 * day, 366 * day) },
  )
  .map(minute);
const version = fc.constantFrom(undefined, undefined, 1, 2, 3);
const stated = fc.record({ at, version }).map(dropUndefined);
const quantity = fc.integer({ min: 0, max: 3 });
const sku = fc.constantFrom(...skus);
const money = fc.record({
  amount: fc.integer({ min: 0, max: 9000 }),
  currency: fc.constantFrom('CNY', 'CNY', 'CNY', 'CNY', 'USD'),
});
const by = fc.constantFrom(
  'merchant' as const,
  'platform' as const,
  'system' as const,
  'warehouse' as const,
  'buyer' as const,
);
const number = fc.constantFrom(...numbers);
const warehouseId = fc.constantFrom('east', 'east', 'east', 'west', 'erp', 'strict', 'strict', 'nowhere');

function dropUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as never;
}

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const lines = fc.uniqueArray(
  fc.record({ lineId: fc.constantFrom('1', '2', '3'), sku, quantity, unitPrice: optional(money) }).map(dropUndefined),
  { maxLength: 3, selector: (line) => line.lineId },
);

const details = fc
  .record({
    orderId: optional(fc.constantFrom('O1', 'O2')),
    kind: optional(fc.constantFrom(...caseKinds)),
    reason: optional(fc.constantFrom({ code: 'broken' }, { code: 'changed-mind' })),
    lines: optional(lines),
    refund: optional(money),
    paid: optional(money),
    deliveredAt: optional(at),
    freightPaid: optional(money),
    refundedBefore: optional(money),
    warehouseId: optional(warehouseId),
    outboundOrderId: optional(fc.constantFrom('X1', 'X2')),
  })
  .map(dropUndefined);

const carrier = optional(fc.constantFrom('sf', 'yto'));
const tracking = fc
  .record({
    fact: fc.constant('tracking' as const),
    numbers: fc.uniqueArray(fc.record({ number, carrier }).map(dropUndefined), {
      maxLength: 2,
      selector: (each) => each.number,
    }),
    replaces: optional(fc.uniqueArray(number, { maxLength: 2 })),
    whole: optional(fc.boolean()),
    origin: fc.constantFrom('store', 'buyer'),
    at,
    version,
  })
  .map(dropUndefined);

const common = {
  warehouseId: fc.constantFrom('east', 'east', 'west'),
  at,
  partial: fc.constantFrom(undefined, undefined, true as const),
};
const someLines = <T extends object>(extra: fc.Arbitrary<T>) =>
  fc.array(
    fc
      .tuple(sku, fc.integer({ min: 0, max: 4 }), extra)
      .map(([of, count, more]) => ({ sku: of, quantity: count, ...more })),
    { maxLength: 3 },
  );
const received = fc
  .record({
    fact: fc.constant('received' as const),
    receiptId: fc.constantFrom('R1', 'R2', 'R3'),
    lines: optional(someLines(fc.constant({}))),
    ...common,
  })
  .map(dropUndefined);
const inspected = fc
  .record({
    fact: fc.constant('inspected' as const),
    inspectionId: fc.constantFrom('I1', 'I2', 'I3'),
    lines: someLines(
      fc
        .record({
          result: fc.constantFrom('passed' as const, ...inspectionResults),
          finding: optional(fc.constantFrom('worn', 'swapped')),
        })
        .map(dropUndefined),
    ),
    ...common,
  })
  .map(dropUndefined);
const stockedIn = fc
  .record({
    fact: fc.constant('stocked-in' as const),
    stockInId: fc.constantFrom('K1', 'K2', 'K3'),
    lines: someLines(fc.record({ condition: fc.constantFrom(...stockConditions) })),
    ...common,
  })
  .map(dropUndefined);
const goods: fc.Arbitrary<GoodsFact> = fc.oneof(received, inspected, stockedIn);

const named = <Name extends string, Shape>(fact: Name, shape: { [K in keyof Shape]: fc.Arbitrary<Shape[K]> }) =>
  fc
    .record({ fact: fc.constant(fact), ...shape } as never, {})
    .chain((value) =>
      stated.map((when) => ({ ...dropUndefined(value as object), ...when })),
    ) as unknown as fc.Arbitrary<CaseFact>;

const requested = named('requested', {});
const approved = named('decided', { decision: fc.constant('approved'), by });

const storeFact: fc.Arbitrary<CaseFact> = fc.oneof(
  { weight: 3, arbitrary: requested },
  { weight: 5, arbitrary: named('details', { details }) },
  { weight: 4, arbitrary: approved },
  {
    weight: 2,
    arbitrary: named('decided', {
      decision: fc.constantFrom('declined', 'withdrawn', 'expired', 'approved'),
      by,
      reason: optional(fc.constant('late')),
    }),
  },
  { weight: 6, arbitrary: tracking as fc.Arbitrary<CaseFact> },
  {
    weight: 5,
    arbitrary: named('refund', {
      refundId: fc.constantFrom('F1', 'F2', 'F3'),
      kind: fc.constantFrom('goods-refund', ...moneyKinds),
      amount: money,
      outcome: fc.constantFrom('done', 'done', 'failed'),
      by,
    }),
  },
  { weight: 2, arbitrary: named('closed', {}) },
  { weight: 2, arbitrary: named('reopened', {}) },
  {
    weight: 3,
    arbitrary: named('platform-deadline', {
      kind: fc.constantFrom('refund', 'refund', 'decision', 'buyer-ships', 'replacement', 'other'),
      due: optional(at),
    }),
  },
  { weight: 1, arbitrary: named('platform-status', { status: fc.constantFrom('A', 'B') }) },
  { weight: 1, arbitrary: named('disputed', { disputeId: fc.constantFrom('D1', 'D2') }) },
  {
    weight: 1,
    arbitrary: named('dispute-closed', {
      disputeId: fc.constantFrom('D1', 'D2'),
      outcome: optional(fc.constantFrom('buyer', 'merchant', 'won')),
    }),
  },
  {
    weight: 1,
    arbitrary: named('message-sent', {
      by: fc.constantFrom('bot', 'person', 'ai'),
      kind: fc.constant('hello'),
      supervised: optional(fc.constant(true)),
      asksBuyer: optional(fc.constant(true)),
    }),
  },
  { weight: 1, arbitrary: named('message-received', {}) },
  { weight: 1, arbitrary: named('shipment-stop-requested', {}) },
  {
    weight: 1,
    arbitrary: named('case-written-up', {
      reasons: fc.constant([{ code: 'quality', within: 'seam' }]),
      mood: optional(fc.constant('calm')),
    }),
  },
  { weight: 1, arbitrary: named('ticket-linked', { url: fc.constantFrom('https://t/1', 'https://t/2') }) },
  { weight: 1, arbitrary: named('shipment-stopped', { ok: fc.boolean(), reason: optional(fc.constant('gone')) }) },
  { weight: 1, arbitrary: named('replacement-shipped', { trackingNumber: optional(number), carrier }) },
  {
    weight: 1,
    arbitrary: named('pre-advice-answered', { announcementId: fc.constantFrom('N1', 'N2'), accepted: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: named('warehouse-status', {
      warehouseId,
      status: fc.constantFrom(...warehouseStatuses),
    }),
  },
  { weight: 1, arbitrary: named('webhook-missed', {}) },
  { weight: 1, arbitrary: named('store-behind', {}) },
  { weight: 1, arbitrary: named('tracking-unreadable', {}) },
  {
    weight: 2,
    arbitrary: named('outbound', {
      numbers: fc.array(fc.record({ number }), { maxLength: 2 }),
      whole: optional(fc.boolean()),
      origin: fc.constant('store'),
    }),
  },
  {
    weight: 1,
    arbitrary: named('store-disposition', {
      dispositions: fc.array(fc.record({ type: fc.constant('RESTOCKED'), quantity }), { maxLength: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ fact: 'no such thing', at: minute(0) } as never) },
);

const stage = fc.constantFrom(...parcelStages, ...parcelStages, ...parcelSides);
const moved: fc.Arbitrary<ParcelFact> = fc
  .record({ fact: fc.constant('moved' as const), stage, at, carrier })
  .map(dropUndefined);

/** All that a feed knows, again and again: with more moves, other ones, another carrier, or its last word. */
const route: fc.Arbitrary<CarrierFact> = fc
  .record({
    fact: fc.constant('route' as const),
    at,
    moves: fc.array(fc.record({ stage, at }), { maxLength: 3 }),
    carrier,
    corrects: fc.constantFrom(undefined, undefined, undefined, 'sf', 'yto'),
    byState: fc.constantFrom(undefined, undefined, undefined, true as const),
    handedOver: fc.constantFrom(undefined, undefined, undefined, true as const),
    gaveUp: fc.constantFrom(undefined, undefined, undefined, true as const),
    end: fc.constantFrom(undefined, undefined, 'aborted' as const, 'aborted' as const, 'finished' as const),
  })
  .map(({ moves, ...rest }) => {
    const newest = moves.map((move) => move.at).sort();
    return dropUndefined({ ...rest, moves, at: newest.at(-1) ?? rest.at });
  });

const followAnswered: fc.Arbitrary<CarrierFact> = fc
  .record({
    fact: fc.constant('follow-answered' as const),
    at,
    round: fc.constantFrom(1, 1, 1, 2, 2, 3, 6),
    accepted: fc.constantFrom(true, true, false),
    carrier,
  })
  .map(dropUndefined);

const expected: fc.Arbitrary<ParcelFact> = fc
  .record({
    fact: fc.constant('expected' as const),
    at,
    warehouseId: fc.constantFrom('erp', 'erp', 'east'),
    orderCode: optional(fc.constantFrom('W1', 'W2')),
    lines: optional(someLines(fc.constant({}))),
  })
  .map(dropUndefined);

/** How a case is also called, each by only one of them. */
function namesOf(caseKey: string): Alias[] {
  const [, , caseId = ''] = caseKey.split(':');
  return [
    { kind: 'case-id', value: caseId },
    { kind: 'case-id', value: caseKey },
    { kind: 'reverse-order', value: `V-${caseId}` },
  ];
}

interface Spoken {
  readonly channel: string;
  readonly saying: Saying;
}

/** What the other side of a call of ours answered, before the call has a name. */
interface Answering {
  readonly answer: Pick<Answer, 'by' | 'record' | 'facts'>;
}

function storeOf(caseKey: string): string {
  return caseKey.startsWith('test:a:') ? 'shop-a' : 'shop-b';
}

const person = optional(
  fc.record({ name: fc.constantFrom('Ann', 'Bo'), phone: fc.constantFrom('1', '2') }, { requiredKeys: [] }),
);

/** What a warehouse answers to an announcement that there may have been, or to its withdrawal. */
function answerTo(caseKey: string): fc.Arbitrary<CaseFact> {
  const place = fc.record({ warehouseId: fc.constantFrom('east', 'strict'), trackingNumber: number });
  return fc.tuple(place, fc.constantFrom(1, 1, 2), fc.boolean(), fc.boolean(), stated).map(([of, times, ...rest]) => {
    const [isWithdrawal, accepted, when] = rest;
    const announcementId = announcementIdOf(caseKey, preAdviceKeyOf(of), times);
    return { fact: isWithdrawal ? 'withdrawal-answered' : 'pre-advice-answered', announcementId, accepted, ...when };
  });
}

function storeSays(caseKey: string): fc.Arbitrary<Spoken> {
  const alias = { kind: 'reverse-order' as const, value: `V-${caseKey.split(':')[2]}` };
  const facts = fc.oneof(
    { weight: 12, arbitrary: storeFact },
    { weight: 2, arbitrary: answerTo(caseKey) },
    { weight: 1, arbitrary: stated.map((when): CaseFact => ({ fact: 'alias', alias, ...when })) },
  );
  return fc.record({ facts: fc.array(facts, { minLength: 1, maxLength: 3 }), person }).map((said) => ({
    channel: storeOf(caseKey),
    saying: { about: 'case', ref: { caseKey }, ...dropUndefined(said) } as Saying,
  }));
}

function wmsSaysOfCase(caseKey: string): fc.Arbitrary<Spoken> {
  const refs: CaseRef[] = [{ caseKey }, ...namesOf(caseKey).map((alias) => ({ alias }))];
  return fc.tuple(fc.constantFrom(...refs), fc.array(goods, { minLength: 1, maxLength: 2 })).map(([ref, facts]) => ({
    channel: 'wms',
    saying: { about: 'case', ref, facts },
  }));
}

function ofParcel(channel: string, fact: fc.Arbitrary<ParcelFact>): fc.Arbitrary<Spoken> {
  return fc
    .tuple(number, fc.array(fact, { minLength: 1, maxLength: 2 }))
    .map(([of, facts]): Spoken => ({ channel, saying: { about: 'parcel', number: of, facts } }));
}

const ofSomeParcel: fc.Arbitrary<Spoken> = fc.oneof(
  { weight: 4, arbitrary: ofParcel('carrier', moved) },
  { weight: 3, arbitrary: ofParcel('carrier', route) },
  { weight: 1, arbitrary: ofParcel('feed', route) },
  { weight: 2, arbitrary: ofParcel('carrier', followAnswered) },
  { weight: 1, arbitrary: ofParcel('wms', expected) },
  { weight: 6, arbitrary: ofParcel('wms', goods) },
);

const anyCase = fc.constantFrom(...caseKeys);

/** A warehouse that was told of a parcel, and a feed that was asked to follow one. */
const answering: fc.Arbitrary<Answering> = fc.oneof(
  fc
    .tuple(fc.constantFrom('east', 'strict'), anyCase)
    .chain(([by, caseKey]) =>
      fc.array(answerTo(caseKey), { minLength: 1, maxLength: 2 }).map((facts) => ({ by, record: { caseKey }, facts })),
    )
    .map((answer) => ({ answer })),
  fc
    .tuple(number, followAnswered)
    .map(([parcel, fact]) => ({ answer: { by: 'kuaidi100/asked-feed', record: { parcel }, facts: [fact] } })),
);

const spoken: fc.Arbitrary<Spoken | Answering> = fc.oneof(
  { weight: 5, arbitrary: anyCase.chain(storeSays) },
  { weight: 1, arbitrary: anyCase.chain(wmsSaysOfCase) },
  { weight: 5, arbitrary: ofSomeParcel },
  { weight: 1, arbitrary: answering },
);

/** Minutes from what is said until we first hear of it; negative where the sender's clock is ahead of ours. */
const lag = fc.constantFrom(0, 0, 1, 30, 700, -1, -10);

/** What is said, and how many minutes later we hear of it. */
type Sent = readonly [Spoken, number];

/** What a carrier feed does with a number that it took: it gives up, is asked again, finds it, gives up again. */
const feedSays: readonly ParcelFact[] = [
  { fact: 'follow-answered', round: 1, accepted: true, carrier: 'sf', at: minute(60) },
  { fact: 'route', at: minute(300), moves: [], end: 'aborted' },
  { fact: 'follow-answered', round: 2, accepted: true, carrier: 'sf', at: minute(540) },
  { fact: 'route', at: minute(60), moves: [{ stage: 'picked-up', at: minute(60) }], carrier: 'yto' },
  { fact: 'route', at: minute(60), moves: [{ stage: 'picked-up', at: minute(60) }], carrier: 'yto', end: 'aborted' },
];

/** How far most returns get, so that not only rare scripts reach goods, money, clocks, feeds and particular warehouses. */
const plot: fc.Arbitrary<Sent[]> = fc
  .record({
    caseKey: anyCase,
    first: number,
    second: number,
    isShared: fc.boolean(),
    goesTo: fc.constantFrom({}, {}, { warehouseId: 'erp' }, { warehouseId: 'strict', outboundOrderId: 'X1' }),
    said: fc.constantFrom(0, 0, 1, 2, 3, 4, 5),
  })
  .map(({ caseKey, first, second, isShared, goesTo, said }) => {
    const [other = caseKey] = caseKeys.filter((each) => each !== caseKey);
    const open = (key: string, of: string): Spoken => ({
      channel: storeOf(key),
      saying: {
        about: 'case',
        ref: { caseKey: key },
        facts: [
          { fact: 'requested', at: minute(0) },
          {
            fact: 'details',
            at: minute(0),
            details: {
              kind: 'return',
              lines: [{ lineId: '1', sku: 'S1', quantity: 2, unitPrice: { amount: 500, currency: 'CNY' } }],
              ...goesTo,
            },
          },
          { fact: 'decided', decision: 'approved', by: 'merchant', at: minute(10) },
          { fact: 'tracking', origin: 'store', numbers: [{ number: of, carrier: 'sf' }], at: minute(10) },
        ],
      },
    });
    const feed = feedSays.slice(0, said).map((fact, index): Sent => {
      const saying: Saying = { about: 'parcel', number: first, facts: [fact] };
      return [{ channel: 'feed', saying }, index < 3 ? 0 : 600];
    });
    return [[open(caseKey, first), 0], [open(other, isShared ? first : second), 0], ...feed];
  });

const ofPlot: fc.Arbitrary<Sent[]> = fc.oneof(
  { weight: 3, arbitrary: plot },
  { weight: 1, arbitrary: fc.constant<Sent[]>([]) },
);

/** @param most - The most sayings beyond the plot. */
export function scripts(most: number): fc.Arbitrary<Script> {
  const others = fc.array(fc.tuple(spoken, lag, fc.integer({ min: 0, max: 9 })), { maxLength: most });
  return fc.tuple(ofPlot, others).map(([opening, rest]) => {
    const all = [...opening.map((each) => [...each, 9] as const), ...rest];
    const sent: ((Answering | { channel: string; sayings: Saying[] }) & { lag: number })[] = [];
    for (const [said, minutes, chance] of all) {
      const last = sent.at(-1);
      if ('answer' in said) {
        sent.push({ ...said, lag: minutes });
      } else if (last && 'channel' in last && last.channel === said.channel && chance < 3) {
        last.sayings.push(said.saying);
      } else {
        sent.push({ channel: said.channel, sayings: [said.saying], lag: minutes });
      }
    }
    return sent.map((each, index) => ('answer' in each ? answerOf(index, each) : deliveryOf(index, each)));
  });
}

function receiptOf(facts: readonly { readonly at: Instant }[], minutes: number): Instant {
  const last = facts.map((fact) => fact.at).sort();
  return instantOf(Date.parse(last.at(-1) ?? minute(0)) + minutes * 60_000);
}

function answerOf(index: number, { answer, lag: minutes }: Answering & { lag: number }): SentMessage {
  const at = receiptOf(answer.facts, minutes);
  return printedAs(`a${index} ${answer.by} answered ${at}: ${JSON.stringify([answer.record, answer.facts])}`, {
    kind: 'answered',
    callId: `a${index}`,
    at,
    ...answer,
  } as Answer);
}

function deliveryOf(
  index: number,
  { channel, sayings, lag: minutes }: { channel: string; sayings: Saying[]; lag: number },
): SentMessage {
  const facts: readonly { readonly at: Instant }[] = sayings.flatMap((saying) => [...saying.facts]);
  const receivedAt = receiptOf(facts, minutes);
  const delivery = plainDelivery({ id: `d${index}`, channel, receivedAt }, sayings);
  return printedAs(`${delivery.id} ${channel} received ${receivedAt}: ${JSON.stringify(sayings)}`, {
    kind: 'delivery',
    delivery,
  });
}

/** How fast-check shows it when a property fails. */
function printedAs(text: string, message: SentMessage): SentMessage {
  return Object.defineProperty(message, fc.toStringMethod, { value: () => `\n  ${text}` });
}

/** A second try, later. What waits for a name is kept as it first came, with its first time of receipt. */
export function laterBy(ms: number, message: SentMessage): SentMessage {
  if (message.kind === 'answered') {
    return { ...message, at: addMillis(message.at, ms) };
  }
  const { delivery } = message;
  const mayWait = delivery.channel === 'wms';
  return mayWait ? message : { ...message, delivery: { ...delivery, receivedAt: addMillis(delivery.receivedAt, ms) } };
}
