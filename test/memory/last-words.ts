import type { StoredRecord } from '#shared/recording/ports.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import type { ToldEntry } from '#shared/returns/record/change.ts';
import { ownGoodsOf } from './outcome.ts';
import type { Simulation } from './simulation.ts';
import { isKept } from './told.ts';

/** Names of all that stands as told at the end; what passed may have been told in between or not. */
export function lastWordsOf({ table }: Simulation): string[] {
  return standingIn(table.dump()).map(({ name }) => name);
}

/** Of these the values: what happened was told, and cannot be taken back. */
export function lastValuesOf({ table }: Simulation): string[] {
  return standingIn(table.dump()).flatMap(({ name, isValue }) => (isValue ? [name] : []));
}

function standingIn(rows: Readonly<Record<string, unknown>>): { readonly name: string; readonly isValue: boolean }[] {
  const snapshots = Object.entries(rows).filter(([name]) => name.endsWith(' / SNAPSHOT'));
  return snapshots
    .flatMap(([name, row]) =>
      Object.entries((row as StoredRecord<unknown>).told)
        .filter(([, entry]) => entry.hash !== '' && !hasPassed(entry) && !isWantedNoMore(entry, row))
        .filter(([key, entry]) => !isOver(entry, row) && !isOfWhose(key, row))
        .map(([key, { hash, change }]) => {
          // Whether goods counted when they were told depends on what was heard by then; what they are now stands in the record.
          const said = key.startsWith('goods/') && !change ? 'told' : hash;
          return { name: `${name} ${key} ${said}`, isValue: change !== undefined };
        }),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** True of whose goods are, which is told only where it was told otherwise before, and of goods that turned out to be another case's. */
function isOfWhose(key: string, row: unknown): boolean {
  const own = ownGoodsOf((row as StoredRecord<{ readonly parcels?: CaseSnapshot['parcels'] }>).snapshot);
  return (
    key.startsWith('attribution/') || (/^goods\/(?!case\/)/.test(key) && !own.has(key.replace(/\/exception$/, '')))
  );
}

/** True of a value whose last word is that nothing is left of it. */
function hasPassed({ change }: ToldEntry): boolean {
  switch (change?.type) {
    case 'Return Parcel Claimed':
    case 'Case Reopened':
    case 'Case Undecided':
      return true;
    case 'Goods Exception Found':
      return change.data.lines.length === 0;
    case 'Refund Completed':
      return change.data.amount.amount === 0;
    case 'Return Parcel Moved':
      return change.data.stage === 'numbered' && change.data.sides.length === 0;
    default:
      return false;
  }
}

/** True of a wish that a feed follows a number, once that is settled: what was asked meanwhile depends on what was heard first. */
function isWantedNoMore({ change }: ToldEntry, row: unknown): boolean {
  const { following } = (row as StoredRecord<Partial<ParcelSnapshot>>).snapshot;
  return change?.type === 'Parcel Follow Requested' && !following?.request;
}

/** True of what a warehouse was told and keeps: goods that came before it was announced are announced no more. */
function isOver({ change }: ToldEntry, row: unknown): boolean {
  const isAdvice = change?.type === 'Return Tracking Assigned' || change?.type === 'Return Tracking Replaced';
  return isAdvice && isKept((row as StoredRecord<CaseSnapshot>).snapshot, change.data);
}
