import type { Merchant } from '#shared/merchant/merchant.ts';
import type { NumberedAct } from '#shared/returns/acts/act.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { Told } from '#shared/returns/record/change.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { CaseObservation, Observation, ParcelObservation } from '#shared/returns/record/observation.ts';
import type { Wording } from '#shared/words/wording.ts';

/** One line of what happened. `at` and `receivedAt` are UTC; times within `text` are the merchant's. */
export interface TimelineEntry {
  readonly at: Instant;
  /** When we first heard of it; absent for what Backhaul did itself. */
  readonly receivedAt?: Instant;
  /** Who did or said it: `merchant`, `buyer`, `warehouse:east`, `carrier:sf`, `store:standard/own-store`, `policy:demo-1`, `backhaul` … */
  readonly by: string;
  /** A stable code for tools. */
  readonly kind: string;
  /** For people, in the language asked for. */
  readonly text: string;
}

/** What is kept of one tracking number that the case ever named. */
export interface TimelineParcel {
  readonly number: string;
  readonly observations: readonly ParcelObservation[];
  readonly acts: readonly NumberedAct[];
  readonly told: Told;
}

/** All that a timeline is made from. */
export interface TimelineRecord {
  readonly snapshot: CaseSnapshot;
  readonly told: Told;
  readonly observations: readonly CaseObservation[];
  readonly acts: readonly NumberedAct[];
  readonly parcels: readonly TimelineParcel[];
}

/** What the parts of the timeline work with. */
export interface TimelineContext {
  readonly wording: Wording;
  readonly merchant: Pick<Merchant, 'channels' | 'warehouses'>;
}

/** A fact with its observation. */
export interface Heard<Fact> {
  readonly fact: Fact;
  /** What it says of its time, but never later than when we heard of it. */
  readonly at: Instant;
  readonly receivedAt: Instant;
  readonly from: string;
  readonly siblings: readonly unknown[];
}

/** Every fact of a known form, the earlier one first. */
export function heardFacts<Fact extends { readonly at: Instant }>(
  observations: readonly Observation<Fact>[],
  isFact: (value: unknown) => value is Fact,
): Heard<Fact>[] {
  const heard = observations.flatMap(({ facts, from, receivedAt }) =>
    facts.filter(isFact).map((fact) => {
      const at = fact.at > receivedAt ? receivedAt : fact.at;
      return { fact, at, receivedAt, from, siblings: facts };
    }),
  );
  return heard.sort((a, b) => compareTexts(a.at, b.at) || compareTexts(a.receivedAt, b.receivedAt));
}

/** By what a channel is: the warehouse that speaks there, or its role and name. A warehouse that answers a call of ours speaks by its id. */
export function speakerOf(from: string, { channels, warehouses }: TimelineContext['merchant']): string {
  const channel = channels.find((each) => `${each.source}/${each.channel}` === from);
  if (!channel) {
    const isWarehouse = warehouses.some(({ id }) => id === from);
    return isWarehouse ? `warehouse:${from}` : from === 'backhaul' ? from : `system:${from}`;
  }
  return channel.warehouse ? `warehouse:${channel.warehouse}` : `${channel.role}:${from}`;
}

export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
