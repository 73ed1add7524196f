import type { TeamRules } from '../acts/roles.ts';
import type { ClockRules } from '../deadlines/fold.ts';
import type { Measured } from '../deadlines/measured.ts';
import type { DeadlinesPart } from '../deadlines/part.ts';
import type { GoodsPart } from '../goods/part.ts';
import type { MoneyPart } from '../money/part.ts';
import type { PreAdvicePart } from '../pre-advice/part.ts';
import type { Instant } from '../record/instant.ts';
import type { Note } from '../record/note.ts';
import type { TrackingPart } from '../tracking/part.ts';
import type { WarehousePart } from '../warehouse/part.ts';
import type { WarehouseRules } from '../warehouse/warehouse-rules.ts';
import type { WorkPart } from '../work/part.ts';
import type { SlicedParts } from './slices.ts';

export type Headline =
  | 'requested'
  | 'approved'
  | 'on-its-way'
  | 'received'
  | 'checked'
  | 'stocked-in'
  | 'partly-received'
  | 'partly-refunded'
  | 'refunded'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'closed';

/** The folded return record: what each slice makes of the facts, and what follows from all of them. */
export interface CaseSnapshot
  extends SlicedParts,
    WarehousePart,
    TrackingPart,
    GoodsPart,
    MoneyPart,
    PreAdvicePart,
    DeadlinesPart,
    WorkPart {
  readonly key: string;
  readonly source: string;
  readonly shop: string;
  readonly caseId: string;
  readonly headline: Headline;
  readonly notes: readonly Note[];
  /** Why a person should look: the notes' codes, each once. */
  readonly attention: readonly string[];
  readonly updatedAt?: Instant;
}

/** What a fold needs to know beyond the facts: policy and configuration, as plain values. */
export interface CaseRules extends ClockRules {
  /** What channels tell, so that the kinds of deadlines that need it are measured. */
  readonly measured: readonly Measured[];
  /** Caps per case, in minor units of the merchant's currency. */
  readonly caps: { readonly compensation: number; readonly returnFreight: number; readonly currency: string };
  /** Once a parcel was stocked in, the refund waits at most so long for the others. */
  readonly waitForParcelsMinutes: number;
  /** Within how many days goods may go back without a reason, and of which categories never, where the item says nothing itself. */
  readonly noReason: { readonly days: number; readonly exemptCategories: readonly string[] };
  readonly warehouses: Readonly<Record<string, WarehouseRules>>;
  /** By their ids. */
  readonly teams: Readonly<Record<string, TeamRules>>;
}
