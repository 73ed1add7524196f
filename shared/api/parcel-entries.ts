import type { CarrierFact, MovedFact, RouteFact } from '#shared/returns/carrier/carrier-fact.ts';
import { movesOf } from '#shared/returns/carrier/movement.ts';
import { latestRoutes } from '#shared/returns/carrier/route.ts';
import type { ParcelFact } from '#shared/returns/case/fact.ts';
import { isParcelFact } from '#shared/returns/case/fact-shape.ts';
import { factsNamed, type Statement, statementsOf } from '#shared/returns/record/statement.ts';
import { stageWords } from '#shared/words/stage-words.ts';
import { goodsEntry } from './goods-entries.ts';
import {
  type Heard,
  heardFacts,
  speakerOf,
  type TimelineContext,
  type TimelineEntry,
  type TimelineParcel,
} from './timeline-entry.ts';

interface Telling {
  readonly number: string;
  /** What was last said of each subject. */
  readonly said: Map<string, string>;
  readonly context: TimelineContext;
}

/** What carriers and warehouses said of one tracking number: each scan and each report once. */
export function parcelEntries({ number, observations }: TimelineParcel, context: TimelineContext): TimelineEntry[] {
  const telling = { number, said: new Map<string, string>(), context };
  const routes = factsNamed(statementsOf<ParcelFact>(observations, isParcelFact).statements, 'route');
  return [
    ...heardFacts<ParcelFact>(observations, isParcelFact).flatMap((heard) => entriesOf(heard, telling)),
    ...latestRoutes(routes).flatMap((route) => scansOf(route, routes).flatMap((scan) => scanEntry(scan, telling))),
  ];
}

function entriesOf(heard: Heard<ParcelFact>, telling: Telling): TimelineEntry[] {
  const { fact } = heard;
  switch (fact.fact) {
    case 'moved':
      return scanEntry({ ...heard, fact }, telling);
    case 'route':
      return fact.end === 'aborted' ? abortEntry(heard, telling) : [];
    case 'follow-answered':
      return answerEntry({ ...heard, fact }, telling);
    case 'expected':
      return expectedEntry({ ...heard, fact }, telling);
    default:
      return goodsEntry({ ...heard, fact }, telling.number, telling.said, telling.context.wording);
  }
}

type Scan = Pick<Heard<MovedFact>, 'fact' | 'at' | 'receivedAt' | 'from'>;

/** A feed says all that it knows each time; a move counts as heard when the feed first told it. */
function scansOf(route: Statement<RouteFact>, all: readonly Statement<RouteFact>[]): Scan[] {
  const { from, fact } = route;
  const own = all.filter((each) => each.from === from);
  return fact.moves.map((move) => {
    const receipts = own.filter((each) =>
      each.fact.moves.some(({ stage, at }) => stage === move.stage && at === move.at),
    );
    const receivedAt = receipts.map((each) => each.receivedAt).sort()[0] ?? route.receivedAt;
    const [clamped = move] = movesOf({ fact: { ...fact, moves: [move] }, receivedAt });
    return {
      fact: { fact: 'moved', ...move, ...(fact.carrier && { carrier: fact.carrier }) },
      at: clamped.at,
      receivedAt,
      from,
    };
  });
}

function scanEntry({ fact, at, receivedAt, from }: Scan, { number, said, context }: Telling): TimelineEntry[] {
  const subject = `moved/${fact.stage}/${fact.at}`;
  if (said.has(subject)) {
    return [];
  }
  said.set(subject, '');
  const { word, say } = context.wording;
  const what = word(stageWords, fact.stage);
  const text = say(`运单 ${number} ${what}`, `Parcel ${number}: ${what}`);
  const by = fact.carrier ? `carrier:${fact.carrier}` : speakerOf(from, context.merchant);
  return [{ at, receivedAt, by, kind: 'moved', text }];
}

/** As of when we heard of it: the feed names no time at which it gave up. */
function abortEntry({ receivedAt, from }: Heard<unknown>, { number, context }: Telling): TimelineEntry[] {
  const text = context.wording.say(`运单 ${number} 长时间没有物流信息，不再跟踪`, `Gave up following parcel ${number}`);
  return [{ at: receivedAt, receivedAt, by: speakerOf(from, context.merchant), kind: 'follow-aborted', text }];
}

type Answered = Extract<CarrierFact, { readonly fact: 'follow-answered' }>;

function answerEntry(
  { fact, at, receivedAt, from }: Heard<Answered>,
  { number, said, context }: Telling,
): TimelineEntry[] {
  const subject = `follow/${fact.round}/${fact.accepted}`;
  if (said.has(subject)) {
    return [];
  }
  said.set(subject, '');
  const { list, say } = context.wording;
  const text = fact.accepted
    ? say(`开始跟踪运单 ${number}`, `Follows parcel ${number}`)
    : list(
        say(`不跟踪运单 ${number}`, `Will not follow parcel ${number}`),
        fact.reason && say(`原因：${fact.reason}`, `reason: ${fact.reason}`),
      );
  const kind = fact.accepted ? 'follow-accepted' : 'follow-refused';
  return [{ at, receivedAt, by: speakerOf(from, context.merchant), kind, text }];
}

type ExpectedFact = Extract<ParcelFact, { readonly fact: 'expected' }>;

/** Told again only when the warehouse says something else of its order. */
function expectedEntry({ fact, at, receivedAt }: Heard<ExpectedFact>, telling: Telling): TimelineEntry[] {
  const { warehouseId, orderCode, lines } = fact;
  const content = JSON.stringify(lines ?? []);
  const subject = `expected/${warehouseId}/${orderCode ?? ''}`;
  if (telling.said.get(subject) === content) {
    return [];
  }
  telling.said.set(subject, content);
  const { list, say, goods } = telling.context.wording;
  const text = list(
    say(`已收到运单 ${telling.number} 的预报`, `Expects parcel ${telling.number}`),
    orderCode && say(`仓库单号 ${orderCode}`, `under its order ${orderCode}`),
    lines && goods(lines),
  );
  return [{ at, receivedAt, by: `warehouse:${warehouseId}`, kind: 'expected', text }];
}
