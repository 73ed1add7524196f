import * as z from 'zod';
import { followStates } from '../carrier/facts.ts';
import { parcelSides, parcelStages } from '../carrier/parcel-stages.ts';
import { expected, goodsFacts, units } from '../goods/facts.ts';
import { fact } from '../record/fact.ts';
import { count, instant, text, type Value } from '../record/values.ts';

/** What a parcel's record says to one linked case. */
const parcelState = z.object({
  number: text,
  carrier: z.exactOptional(text),
  /** The carrier that a feed found the number to be with; goes before what a case states. */
  feedCarrier: z.exactOptional(text),
  stage: z.enum(parcelStages),
  sides: z.array(z.enum(parcelSides)),
  movedAt: z.exactOptional(instant),
  /** When the carrier first said that it delivered, whatever came since; of goods that went out, once they turned round: to us. */
  deliveredAt: z.exactOptional(instant),
  following: z.exactOptional(z.enum(followStates)),
  /** Since when no feed follows it although an open case waits for it. */
  untrackedSince: z.exactOptional(instant),
  /** The warehouses that said that they expect it, the first to say so first. */
  expected: z.exactOptional(z.array(expected)),
  /** When it reached the warehouse, by the earliest receipt. */
  receivedAt: z.exactOptional(instant),
  /** Everything that the warehouse reported on it, with the lines as reported (for the whole parcel). */
  goods: z.array(z.discriminatedUnion('fact', [goodsFacts.received, goodsFacts.inspected, goodsFacts['stocked-in']])),
  /** The units that are this case's own, by SKU; empty while nobody has said whose they are. */
  units: z.record(z.string(), units),
  /** `sole` and `divided`: `units` counts. `awaiting`: several cases, and the goods do not settle whose they are. `not-attributed`: too many cases name the number. */
  allotment: z.enum(['sole', 'divided', 'awaiting', 'not-attributed']),
  /** When a person last said whose the goods are. */
  allottedAt: z.exactOptional(instant),
  /** Something came, or was signed for, under the number that is not this case's. */
  isUsedBefore: z.exactOptional(z.literal(true)),
  /** Another case names the number at the same time, or was closed without its goods when some came: they may be its. */
  isShared: z.exactOptional(z.literal(true)),
});
export type ParcelState = Value<typeof parcelState>;

export const trackingFacts = {
  /**
   * Tracking numbers of the goods on their way back. `whole` says that `numbers` is all there are, for this sender (`origin`);
   * otherwise it adds `numbers` and takes `replaces` away.
   */
  tracking: fact('tracking', {
    numbers: z.array(z.object({ number: text, carrier: z.exactOptional(text) })),
    replaces: z.exactOptional(z.array(text)),
    whole: z.exactOptional(z.boolean()),
    origin: text,
    shippedAt: z.exactOptional(instant),
  }),
  /** Tracking numbers under which the order's goods went out to the buyer; `whole` says that they are all, for this sender (`origin`). */
  outbound: fact('outbound', {
    numbers: z.array(z.object({ number: text, carrier: z.exactOptional(text) })),
    whole: z.exactOptional(z.boolean()),
    origin: text,
  }),
  /** The sender states a tracking number that is none and cannot be read as several; its earlier word on numbers stands. */
  'tracking-unreadable': fact('tracking-unreadable', {}),
  /** What a parcel's record says to a case that is linked to it; the highest revision is the one that holds. */
  'parcel-state': fact('parcel-state', {
    revision: count,
    state: parcelState,
    /** Only a newer fold says it so: nothing was heard of the parcel since the word before. */
    anew: z.exactOptional(z.literal(true)),
  }),
};
export type ParcelStateFact = Value<(typeof trackingFacts)['parcel-state']>;
