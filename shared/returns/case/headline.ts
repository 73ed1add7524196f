import { isPartlyBack } from '../goods/back.ts';
import { isChecked } from '../goods/fold.ts';
import { stockedOf } from '../goods/units.ts';
import type { CaseSnapshot, Headline } from './case.ts';

type Basis = Pick<
  CaseSnapshot,
  'decision' | 'closedAt' | 'money' | 'goods' | 'quality' | 'parcels' | 'details' | 'directGoods'
>;

const rows: readonly (readonly [Headline, (basis: Basis) => boolean])[] = [
  ['closed', (basis) => basis.closedAt !== undefined],
  ['withdrawn', (basis) => basis.decision.value === 'withdrawn'],
  ['declined', (basis) => basis.decision.value === 'declined'],
  ['expired', (basis) => basis.decision.value === 'expired'],
  ['refunded', (basis) => basis.money.enoughAt !== undefined],
  ['partly-refunded', ({ money }) => money.paid !== undefined && money.outstanding !== undefined],
  ['partly-received', (basis) => isPartlyBack(basis)],
  ['stocked-in', (basis) => isStockedIn(basis)],
  ['checked', (basis) => isChecked(basis.quality)],
  ['received', (basis) => basis.quality !== 'none'],
  ['on-its-way', (basis) => basis.parcels.some((parcel) => parcel.stands)],
  ['approved', (basis) => basis.decision.value === 'approved'],
];

/** One word for where the case stands; the first row that fits. */
export function headlineOf(basis: Basis): Headline {
  return rows.find(([, fits]) => fits(basis))?.[0] ?? 'requested';
}

function isStockedIn({ goods }: Basis): boolean {
  const booked = goods.reduce((sum, each) => sum + stockedOf(each), 0);
  return booked > 0 && booked >= goods.reduce((sum, each) => sum + each.received, 0);
}
