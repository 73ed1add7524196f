import * as z from 'zod';
import { followStates } from '#shared/returns/carrier/facts.ts';
import { parcelSides, parcelStages } from '#shared/returns/carrier/parcel-stages.ts';
import { expected } from '#shared/returns/goods/facts.ts';
import { instant, text } from '#shared/returns/record/values.ts';

const yes = z.literal(true);

/** Of what a parcel's own record says; absent while neither carrier nor warehouse said anything. */
const shownOfParcel = {
  stage: z.exactOptional(z.enum(parcelStages)),
  sides: z.exactOptional(z.array(z.enum(parcelSides))).describe('what went wrong on its way'),
  movedAt: z.exactOptional(instant),
  deliveredAt: z
    .exactOptional(instant)
    .describe('when somebody signed for it; of goods that went out and turned round: here'),
  receivedAt: z.exactOptional(instant),
  allotment: z
    .exactOptional(z.enum(['sole', 'divided', 'awaiting', 'not-attributed']))
    .describe('whether it is settled whose the goods in it are'),
  following: z.exactOptional(z.enum(followStates)),
  untrackedSince: z.exactOptional(instant),
  expected: z.exactOptional(z.array(expected)).describe('the warehouses that said that they expect it'),
};
export const shownOfParcelNames = Object.keys(shownOfParcel) as (keyof typeof shownOfParcel)[];

export const parcelOfCase = z
  .object({
    number: text,
    carrier: z.exactOptional(text),
    statedCarrier: z.exactOptional(text),
    statedAt: instant,
    knownAt: z.exactOptional(instant),
    acknowledgedAt: z.exactOptional(instant).describe('when a warehouse first accepted an announcement of it'),
    stands: z.boolean().describe('false once another number took its place'),
    isOutbound: z.exactOptional(yes).describe("the order's goods went out under it"),
    isGone: z.exactOptional(yes),
    isTypedOutbound: z.exactOptional(yes),
    ...shownOfParcel,
  })
  .meta({ id: 'ParcelOfCase', description: 'A tracking number that a case ever named, as the case sees it.' });
