import * as z from 'zod';
import { readTrackingNumbers } from '#shared/identifiers/tracking-numbers.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { carrierCodeOf } from '../carrier-code.ts';
import { isReadInPart, notUnderstood } from '../observed.ts';
import { outboundFacts } from '../outbound-facts.ts';
import { aboutCase } from './case-ref.ts';
import { carrier, caseName, since, trackingNumber } from './fields.ts';
import { type Context, row } from './row.ts';

const sent = z.object({
  trackingNumber: trackingNumber.describe('the number of a parcel; what is no number is ignored'),
  carrier: carrier.exactOptional().describe('who carries it'),
});

/** The parcels in which an order went out. */
export const parcels = z
  .array(sent)
  .max(50, 'must have at most 50 parcels')
  .describe(
    'the parcels in which they went out: one that is refused at the door or sent back is announced to the warehouse under its number; a list comes whole',
  );

const path = 'data.fulfilment.parcels';

/** @param given - Absent: nothing is said of how the order went out. */
export function sentOut(given: z.output<typeof parcels> | undefined, at: Instant, context: Context): CaseFact[] {
  const isWhole = !context.unread.some((each) => isReadInPart([each], path) && !each.path.endsWith('.carrier'));
  return given ? outbound(given, at, { ...context, isWhole }) : [];
}

function outbound(
  given: z.output<typeof parcels>,
  at: Instant,
  { channel, merchant, isWhole }: Pick<Context, 'channel' | 'merchant'> & { readonly isWhole: boolean },
): CaseFact[] {
  const named = given.map(({ trackingNumber: number, carrier: name }) => ({
    number,
    carrier: name === undefined ? undefined : carrierCodeOf(name, merchant),
  }));
  return outboundFacts(named, { isWhole, origin: `${channel.source}/${channel.channel}`, at });
}

const shipped = z
  .object({
    ...caseName,
    trackingNumber: trackingNumber.describe(
      'the number of the parcel; where several stand in one field, with a comma or the like between them, each counts',
    ),
    carrier: carrier.exactOptional().describe('who carries it'),
    at: since,
  })
  .describe(
    'It adds a parcel to those that were told before; a store may tell all of them at once, as `fulfilment.parcels` of `return.requested`. A placeholder as `trackingNumber` is not understood.',
  );

/** `order.shipped`: whoever sent the goods out can say so once there is a case. */
export const orderShipped = row(
  'The number under which the goods of a case had gone out to the buyer.',
  shipped,
  (data, context) => {
    const { kind } = readTrackingNumbers(data.trackingNumber);
    const facts = outbound([data], data.at ?? context.at, { ...context, isWhole: false });
    return facts.length > 0
      ? aboutCase(data, context, facts)
      : notUnderstood(
          `data.trackingNumber: is ${kind === 'placeholder' ? 'a placeholder, not a number' : 'no number'}`,
        );
  },
);
