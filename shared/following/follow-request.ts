import * as z from 'zod';
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

/** Nothing can be made of the message, however often it comes. */
export class UnreadableFollowRequestError extends Error {
  readonly lasting = true;
  readonly code = 'unreadable-message';
  override readonly name = 'UnreadableFollowRequestError';
}

/** @throws UnreadableFollowRequestError for a text that is no such event. */
export function readFollowRequest(text: string): FollowRequest {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw new UnreadableFollowRequestError('neither a Parcel Follow Requested event nor a request that was put back');
  }
}
