import type { NumberedAct } from '../acts/acts.ts';
import { type ActLine, actStory } from '../acts/story.ts';
import { type CarrierLines, carrierStory } from '../carrier/story.ts';
import { clockStory, type DeadlineLines, platformDeadlineStory } from '../deadlines/story.ts';
import { goodsIdOf, goodsReports } from '../goods/goods.ts';
import { expectedStory, type GoodsLines, goodsStory } from '../goods/story.ts';
import { type MoneyLines, moneyStory } from '../money/story.ts';
import type { ParcelFact, ParcelObservation } from '../parcel/facts.ts';
import { isParcelFact } from '../parcel/facts.ts';
import { type ParcelLines, parcelChanges } from '../parcel/story.ts';
import { isWithin, type Window, windowOf } from '../parcel/window.ts';
import { type PreAdviceLines, preAdviceChanges, warehouseAnswerStory } from '../pre-advice/story.ts';
import type { Told } from '../record/change.ts';
import type { Instant } from '../record/instant.ts';
import { compare, factsNamed, type Statement, statementsOf } from '../record/statement.ts';
import { type ChangeRows, type LineOf, linesOfChanges, type Placed } from '../record/story.ts';
import { type LinkBasis, linksOf } from '../tracking/links.ts';
import { type TrackingLines, trackingStory } from '../tracking/story.ts';
import { type AttentionLines, attentionChanges } from './attention-story.ts';
import type { CaseSnapshot } from './case.ts';
import type { CaseFact, CaseObservation } from './facts.ts';
import { isCaseFact } from './facts.ts';
import { allSlices, type SlicedLine } from './slices.ts';

type Lines = TrackingLines &
  CarrierLines &
  GoodsLines &
  MoneyLines &
  PreAdviceLines &
  DeadlineLines &
  ParcelLines &
  AttentionLines;

type AnyLine = SlicedLine | ActLine | LineOf<Lines>;
export type StoryLine = AnyLine | Unspoken;

/** The values of every line that there is, by its code. */
export type StoryLines = {
  readonly [Code in StoryLine['code']]: Extract<StoryLine, { readonly code: Code }>['values'];
};

/** Facts without a line of their own: clocks and parcels are told by their slices, and another name is no news. */
type Quiet = 'tick' | 'parcel-state' | 'alias';
/** A fact of a new kind does not compile until a slice gives it a line. */
type Unspoken<Facts extends never = Exclude<CaseFact['fact'], Quiet | AnyLine['code']>> = Facts;

/** What is kept of one tracking number that the case ever named. */
export interface StoryParcel {
  readonly number: string;
  readonly observations: readonly ParcelObservation[];
  readonly acts: readonly NumberedAct[];
  readonly told: Told;
}

/** All that a case's story is told from. */
export interface StoryRecord {
  readonly snapshot: LinkBasis & Pick<CaseSnapshot, 'deadlines'>;
  readonly told: Told;
  readonly observations: readonly CaseObservation[];
  readonly acts: readonly NumberedAct[];
  readonly parcels: readonly StoryParcel[];
}

/**
 * A case's life, oldest first: who said or did what when. What is merely repeated is one line; of a value that Backhaul told several
 * times (a pre-advice, a deadline) there is the last one. It stands on the statements that the record is folded from, in their order.
 */
export function storyOf({ snapshot, told, observations, acts, parcels }: StoryRecord): StoryLine[] {
  const { statements } = statementsOf<CaseFact>(observations, isCaseFact);
  const lines: StoryLine[] = [
    ...inOrderOf(statements, [
      ...allSlices.flatMap((each): StoryLine[] => each.linesOf(statements)),
      ...trackingStory(statements),
      ...moneyStory(statements),
      ...warehouseAnswerStory(snapshot.key, statements, told),
      ...platformDeadlineStory(statements),
      ...goodsStory(goodsReports(statements)),
    ]),
    ...actStory(acts, snapshot.key),
    ...parcels.flatMap((parcel) => parcelLines(parcel, snapshot)),
    ...clockStory(snapshot, statements, told),
    ...linesOfChanges(told, changeRows),
  ];
  return lines.sort((a, b) => compare(a.order, b.order));
}

const changeRows: ChangeRows<StoryLines> = { ...preAdviceChanges, ...attentionChanges };

/** Of what was said of the number, what concerns the case: a number may have been another parcel's. */
function parcelLines({ number, observations, acts, told }: StoryParcel, snapshot: LinkBasis): StoryLine[] {
  const { statements } = statementsOf<ParcelFact>(observations, isParcelFact);
  const { goods, span } = ownOf(number, snapshot);
  const own = statements.filter(({ at }) => isWithin(span, at));
  return [
    ...inOrderOf(statements, [
      ...carrierStory(factsNamed(own, 'moved', 'route', 'follow-answered'), number),
      ...expectedStory(factsNamed(own, 'expected'), number),
      ...goodsStory(
        goodsReports(statements).filter(({ fact }) => goods.has(goodsIdOf(fact))),
        number,
      ),
    ]),
    ...linesOfChanges(told, parcelChanges),
    ...actStory(acts, snapshot.key, number),
  ];
}

function ownOf(number: string, snapshot: LinkBasis): { readonly goods: ReadonlySet<string>; readonly span: Window } {
  const state = snapshot.parcels.find((each) => each.number === number)?.state;
  const link = linksOf(snapshot, 0).get(number);
  const { openedAt } = snapshot;
  const span = { ...(link && windowOf(link)), ...(state?.isUsedBefore && openedAt && { from: openedAt }) };
  return { goods: new Set(state?.goods.map(goodsIdOf)), span };
}

/**
 * Several slices tell of the same statements: what was said at once stands as it was said. Of what a sender says again and again,
 * the first receipt counts.
 */
function inOrderOf(statements: readonly Statement<unknown>[], lines: readonly StoryLine[]): StoryLine[] {
  const places = new Map(statements.map(({ id }, index) => [id, index]));
  const receipts = firstReceipts(statements);
  return lines
    .map((line) => {
      const receivedAt = receipts.get(line.statement ?? '');
      return receivedAt ? { ...line, receivedAt } : line;
    })
    .sort((a, b) => placeIn(places, a) - placeIn(places, b));
}

function placeIn(places: ReadonlyMap<string, number>, { statement }: Placed): number {
  return places.get(statement ?? '') ?? places.size;
}

/** Of each statement, by its id: when we first got one of the same words from the same sender. */
function firstReceipts(statements: readonly Statement<unknown>[]): ReadonlyMap<string, Instant> {
  const alike = Map.groupBy(statements, ({ from, fact }) => `${from} ${JSON.stringify(fact)}`);
  return new Map(
    [...alike.values()].flatMap((same) => {
      const [first] = same.map(({ receivedAt }) => receivedAt).sort();
      return same.map(({ id, receivedAt }) => [id, first ?? receivedAt] as const);
    }),
  );
}
