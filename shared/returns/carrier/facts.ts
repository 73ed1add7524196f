import * as z from 'zod';
import { type FactOf, fact } from '../record/fact.ts';
import { instant, seen, text, type Value } from '../record/values.ts';
import { parcelSides, parcelStages } from './parcel-stages.ts';

/** `raw` is the carrier's own code. */
const moveFields = { stage: z.enum([...parcelStages, ...parcelSides]), raw: z.exactOptional(z.string()) };
/** One step of a parcel, as a carrier tells it. */
const move = z.object({ at: instant, ...moveFields });
export type Move = Value<typeof move>;

const routeEnds = ['aborted', 'finished'] as const;

/** What carriers, and the feeds that speak for them, say of a parcel. */
export const carrierFacts = {
  moved: fact('moved', { ...moveFields, carrier: z.exactOptional(z.string()), seen }),
  /** All that a carrier feed knows of the parcel, taking the place of the feed's earlier ones. `at` is the newest move's time. */
  route: fact('route', {
    moves: z.array(move),
    /** The feed has no steps of the parcel: the move is what it says of it as a whole, as of our receipt. */
    byState: z.exactOptional(z.literal(true)),
    /** With whom the feed looks for the number; it is there once there is a move. */
    carrier: z.exactOptional(z.string()),
    /** The feed found that the number is with `carrier`, whoever it was asked with: it is the right one, even without a move. */
    handedOver: z.exactOptional(z.literal(true)),
    /** The carrier that was the wrong one, where the feed names it; `carrier` is the right one here, too. */
    corrects: z.exactOptional(z.string()),
    /** Beside `handedOver`: the feed gave it up where it was asked with, and goes on only if the carrier is a new one. */
    gaveUp: z.exactOptional(z.literal(true)),
    /** The feed follows it no further, because it is over or because it gave up. */
    end: z.exactOptional(z.enum(routeEnds)),
    seen,
  }),
  /** A carrier feed answered a subscription. */
  'follow-answered': fact('follow-answered', {
    /** Counts our tries on this number, from 1. */
    round: z.int().min(1),
    accepted: z.boolean(),
    reason: z.exactOptional(z.string()),
    /** What it was asked with; absent where no carrier was named. A refusal holds only for this one, at this warehouse. */
    carrier: z.exactOptional(z.string()),
    /** Whose phone it was asked with, where the parcel's destination was known. */
    warehouseId: z.exactOptional(text),
  }),
};
export type CarrierFact = FactOf<typeof carrierFacts>;
export type MovedFact = Value<typeof carrierFacts.moved>;
export type RouteFact = Value<typeof carrierFacts.route>;
export type FollowAnsweredFact = Value<(typeof carrierFacts)['follow-answered']>;

/** Where following a number at a carrier feed stands. `asked`: not answered yet. `aborted`: the feed gave up. */
export const followStates = ['asked', 'followed', 'refused', 'finished', 'aborted'] as const;
export type FollowState = (typeof followStates)[number];
