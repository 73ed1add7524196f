import type { Answered } from '#shared/api/client.ts';

export type Delivery = NonNullable<Extract<Answered<'showDelivery'>, { readonly ok: true }>['body']>;

/** `same`: it was read anew and came to the same, or has not been read yet; nobody can tell which. */
export type ReplayStanding = 'changed' | 'waiting' | 'same';

/** Reading anew takes seconds, as a rule. */
const mostMs = 30_000;

export function replayStanding(before: Delivery, now: Delivery | undefined, passedMs: number): ReplayStanding {
  if (now && (now.outcome !== before.outcome || now.reason !== before.reason)) {
    return 'changed';
  }
  return passedMs < mostMs ? 'waiting' : 'same';
}
