import type { StoredRecord } from '#shared/recording/ports.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import { keptState } from '#shared/returns/case/kept-case.ts';
import type { Units } from '#shared/returns/goods/facts.ts';
import { countedParcels } from '#shared/returns/goods/fold.ts';
import { addUnits, completeUnits, inspectedOf, noUnits, reportedUnits } from '#shared/returns/goods/units.ts';
import { totalOf } from '#shared/returns/money/actions.ts';
import { arrivalsOf } from '#shared/returns/parcel/arrivals.ts';
import type { ParcelObservation } from '#shared/returns/parcel/facts.ts';
import type { ParcelLink, ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import { isTrivialState, parcelStateFor } from '#shared/returns/parcel/parcel-state.ts';
import { digestOf } from '#shared/returns/record/digest.ts';
import { linksOf } from '#shared/returns/tracking/links.ts';
import { casesOf } from './outcome.ts';
import type { Simulation } from './simulation.ts';

/** Quantities and amounts that do not add up, and records that contradict each other once everything is settled. Empty when all is well. */
export function faultsInSums(simulation: Simulation): string[] {
  const rows = simulation.table.dump();
  const cases = casesOf(simulation).map(({ snapshot }) => snapshot);
  const parcels = Object.entries(rows)
    .filter(([name]) => name.startsWith('PARCEL#') && name.endsWith(' / SNAPSHOT'))
    .map(([, row]) => (row as StoredRecord<ParcelSnapshot>).snapshot);
  return [
    ...cases.flatMap((each) => [...faultsInGoods(each), ...faultsInMoney(each), ...faultsInDebt(each)]),
    ...parcels.flatMap((each) => [...faultsInParcel(each, cases), ...faultsInFollowing(each, rows)]),
    ...cases.flatMap((each) => faultsBetween(each, parcels, rows)),
  ];
}

function faultsInGoods({ key, goods }: CaseSnapshot): string[] {
  return goods.flatMap((each) => {
    const inspected = sum(each.inspected);
    const counts = [
      each.expected,
      each.received,
      each.over,
      each.short,
      each.unexpected,
      ...Object.values(each.inspected),
      ...Object.values(each.stockedIn),
    ];
    return faults(`case ${key} ${each.sku}`, {
      'counts are whole': counts.every((count) => Number.isSafeInteger(count) && count >= 0),
      'stocked in ≤ inspected': sum(each.stockedIn) <= inspected,
      'inspected ≤ received': inspected <= each.received,
      'received ≤ expected + over + unexpected': each.received <= each.expected + each.over + each.unexpected,
      'over and short exclude each other': each.over === 0 || each.short === 0,
    });
  });
}

function faultsInMoney({ key, money }: CaseSnapshot): string[] {
  return money.sums.flatMap((each) => {
    const isOfKind = (action: (typeof money.actions)[number]) =>
      action.kind === each.kind && action.status !== 'failed' && action.amount.currency === each.currency;
    const all = money.actions.filter(isOfKind).reduce((total, action) => total + action.amount.amount, 0);
    return faults(`case ${key} ${each.kind} ${each.currency}`, {
      'amounts are whole': [each.counted, each.over, each.cap ?? 0].every(
        (amount) => Number.isSafeInteger(amount) && amount >= 0,
      ),
      'counted ≤ cap': each.cap === undefined || each.counted <= each.cap,
      'counted + over is all that was done': each.counted + each.over === all,
    });
  });
}

/** What is owed, what of it was paid and what is left of it add up, and the headline says the same. */
function faultsInDebt({ key, headline, money }: CaseSnapshot): string[] {
  const { owed, paid, outstanding, enoughAt, out } = money;
  const amounts = [owed.amount, paid, outstanding, out].filter((each) => each !== undefined);
  const due = (owed.amount?.amount ?? 0) - (paid?.amount ?? 0);
  // Of a sum that is guessed by prices half is enough.
  const isEnough = owed.basis === 'lines' && (paid?.amount ?? 0) * 2 >= (owed.amount?.amount ?? 0);
  const left = isEnough ? 0 : due;
  return faults(`case ${key} ${owed.basis}`, {
    'sums are of one currency':
      new Set([owed.amount, paid, outstanding].flatMap((each) => each?.currency ?? [])).size <= 1,
    'sums are whole and something': amounts.every(({ amount }) => Number.isSafeInteger(amount) && amount > 0),
    'what is left is what is owed and not paid': (outstanding?.amount ?? 0) === Math.max(0, left),
    'it is enough once nothing is left': !owed.amount || (enoughAt !== undefined) === left <= 0,
    'refunded is refunded enough': headline !== 'refunded' || enoughAt !== undefined,
    'no more is out than was paid': !out || out.amount <= totalOf(money.actions.filter(isPaid), out.currency),
  });
}

function isPaid({ kind, status }: CaseSnapshot['money']['actions'][number]): boolean {
  return kind === 'goods-refund' && status !== 'failed';
}

function faultsInParcel(parcel: ParcelSnapshot, cases: readonly CaseSnapshot[]): string[] {
  const whole = wholeOf(parcel);
  const counted = new Map<string, Units>();
  for (const each of cases) {
    const own = countedParcels(each.parcels).find(({ number }) => number === parcel.number);
    for (const [sku, units] of Object.entries(own?.state?.units ?? {})) {
      counted.set(sku, addUnits(counted.get(sku) ?? noUnits, units));
    }
  }
  return faults(`parcel ${parcel.number}`, {
    'its cases count no more than it holds': [...counted].every(([sku, units]) =>
      fitIn(completeUnits(units), whole.get(sku) ?? noUnits),
    ),
  });
}

/** What came under the number, over all of its comings: each is made whole by itself, as another parcel may be another case's. */
function wholeOf({ goods }: ParcelSnapshot): ReadonlyMap<string, Units> {
  const whole = new Map<string, Units>();
  for (const coming of arrivalsOf(goods, [])) {
    for (const [sku, units] of reportedUnits(coming.goods)) {
      whole.set(sku, addUnits(whole.get(sku) ?? noUnits, completeUnits(units)));
    }
  }
  return whole;
}

/** Whatever a check found: of what was only stocked in, that is worked out over all that a case counts. */
function fitIn(part: Units, whole: Units): boolean {
  return (
    part.received <= whole.received &&
    inspectedOf(part) <= inspectedOf(whole) &&
    part.stockedIn.sellable <= whole.stockedIn.sellable &&
    part.stockedIn.defective <= whole.stockedIn.defective
  );
}

/** A feed is asked of a number while an open case waits for it under that number, and not otherwise. */
function faultsInFollowing(
  { number, stage, views = {}, allotment, following, untrackedSince }: ParcelSnapshot,
  rows: Readonly<Record<string, unknown>>,
): string[] {
  const ofParcel = Object.entries(rows).filter(([name]) => name.startsWith(`PARCEL#${number} / `));
  const links = ofParcel.filter(([name]) => name.includes('LINK#')).map(([, row]) => row as ParcelLink);
  const facts = ofParcel
    .filter(([name]) => name.includes('OBS#'))
    .flatMap(([, row]) => (row as { observation: ParcelObservation }).observation.facts);
  const isSilent = !facts.some(({ fact }) => fact === 'route' || fact === 'follow-answered');
  // Each case sees where its own parcel is: what came under the number before may have been another.
  const isWaiting = ({ caseKey, stands, open, isWithBuyer }: ParcelLink) =>
    stands && open && !isWithBuyer && !['delivered', 'received'].includes(views[caseKey]?.stage ?? stage);
  const isAwaited = allotment !== 'not-attributed' && links.some(isWaiting);
  const rounds = facts.map((fact) => (fact.fact === 'follow-answered' ? fact.round : 0));
  const request = following?.request;
  return faults(`parcel ${number}`, {
    'nobody is asked to follow what nobody waits for': isAwaited || (!request && !untrackedSince),
    'the feed is asked of a number that somebody waits for': !isAwaited || !isSilent || request?.round === 1,
    'the request is of the latest round or the next one': !request || isNext(request.round, rounds),
    'a feed that gave up is left alone for a while': following?.state !== 'aborted' || !request || !!request.notBefore,
  });
}

function isNext(round: number, rounds: readonly number[]): boolean {
  const latest = Math.max(0, ...rounds);
  return round >= 1 && (round === latest || round === latest + 1);
}

/** What a case holds of each parcel is what the parcel says, and what the parcel holds of the case is what the case says. */
function faultsBetween(
  snapshot: CaseSnapshot,
  parcels: readonly ParcelSnapshot[],
  rows: Readonly<Record<string, unknown>>,
): string[] {
  return snapshot.parcels.flatMap(({ number, state }) => {
    const parcel = parcels.find((each) => each.number === number);
    const said = parcel && parcelStateFor(snapshot.key, parcel);
    const link = rows[`PARCEL#${number} / LINK#${snapshot.key}`] as ParcelLink | undefined;
    const stated = linksOf(snapshot, 0).get(number);
    return faults(`case ${snapshot.key} and parcel ${number}`, {
      'the parcel is recorded': parcel !== undefined,
      'the case knows the state of the parcel':
        said !== undefined && (isTrivialState(said) ? state === undefined : same(state, keptState(said))),
      'the parcel knows what the case says': link !== undefined && same({ ...link, revision: 0 }, stated),
      'the parcel counts the link': parcel !== undefined && parcel.cases.includes(snapshot.key) === stated?.stands,
    });
  });
}

function same(a: unknown, b: unknown): boolean {
  return digestOf(a) === digestOf(b);
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function faults(where: string, rules: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(rules)
    .filter(([, holds]) => !holds)
    .map(([rule]) => `${where}: not so: ${rule}`);
}
