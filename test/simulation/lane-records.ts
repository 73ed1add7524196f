import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import { caseKeyOf } from '#shared/returns/case/case-key.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import type { Store } from '#shared/store/open-store.ts';
import type { DoudianShop } from '../simulators/doudian-shop.ts';
import type { CaseLife } from './case-life.ts';
import type { Difference } from './difference.ts';

type Shop = Pick<DoudianShop, 'truth' | 'caseIds'>;

/** What Backhaul has of these cases, by the shop's own id; those that it does not have are left out. */
export async function readSnapshots(
  shop: Pick<Shop, 'truth'>,
  lives: readonly CaseLife[],
  { cases }: { readonly cases: Pick<Store['cases'], 'readSnapshot'> },
): Promise<ReadonlyMap<string, CaseSnapshot>> {
  const read = await Promise.all(
    lives.map(async ({ id }) => [id, (await cases.readSnapshot(keyOf(shop, id)))?.snapshot] as const),
  );
  return new Map(read.flatMap(([id, snapshot]) => (snapshot ? [[id, snapshot] as const] : [])));
}

const dayMs = 86_400_000;
const mostCases = 100_000;

/** Keys of all Doudian cases that were opened from the day of one time to that of the other (milliseconds). */
export async function keysOpened(
  { listings }: { readonly listings: Pick<Store['listings'], 'listOpened'> },
  fromMs: number,
  toMs: number,
): Promise<ReadonlySet<string>> {
  const count = Math.floor(toMs / dayMs) - Math.floor(fromMs / dayMs) + 1;
  const days = Array.from({ length: count }, (_, index) => instantOf(fromMs + index * dayMs).slice(0, 10));
  const keys = await Promise.all(days.map(async (day) => await listings.listOpened(day, mostCases)));
  return new Set(keys.flat().filter((key) => key.startsWith('doudian:')));
}

/** Cases that Backhaul came to have meanwhile and that no shop knows. */
export function strayCases(
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  shops: readonly Shop[],
): Difference[] {
  const known = new Set(shops.flatMap((shop) => shop.caseIds().map((id) => keyOf(shop, id))));
  return [...after]
    .filter((key) => !before.has(key) && !known.has(key))
    .map((key) => ({ about: 'Backhaul', what: `has a case ${key} that no shop has` }));
}

function keyOf(shop: Pick<Shop, 'truth'>, id: string): string {
  return caseKeyOf({ source: 'doudian', shop: shop.truth(id).shop, caseId: id });
}
