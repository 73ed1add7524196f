import * as z from 'zod';
import { unreadable } from '#shared/messages/unreadable.ts';
import { type Instant, toInstant } from '#shared/returns/record/instant.ts';

const instant = z.string().transform((value, context): Instant => {
  const found = toInstant(value);
  if (!found) {
    context.addIssue('must be an ISO 8601 time with its zone');
  }
  return found ?? z.NEVER;
});

const shape = z.object({
  'detail-type': z.string(),
  detail: z.object({
    metadata: z.looseObject({ eventId: z.string() }),
    data: z.object({
      trackingNumber: z.string().min(1),
      carrier: z.string().exactOptional(),
      warehouseId: z.string().exactOptional(),
      round: z.int().min(1),
      notBefore: instant.exactOptional(),
    }),
  }),
  attempt: z.int().min(0).default(0),
});

/** *Parcel Follow Requested* as EventBridge puts it into a queue, or as we put it back; `attempt` counts how often the feed was busy. */
export type FollowRequest = z.output<typeof shape>;

/** @throws Fault `unreadable-message` for a text that is no such event. */
export function readFollowRequest(text: string): FollowRequest {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw unreadable('neither a Parcel Follow Requested event nor a request that was put back');
  }
}
