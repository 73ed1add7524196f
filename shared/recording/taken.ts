import type { Channel } from '#shared/merchant/merchant.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { textOfRecord } from '#shared/messages/record-name.ts';
import type { Delivery, Observed, Observer } from '#shared/sources/source.ts';
import type { Recorder } from './recorder.ts';

/** How the queue handed a message out. */
export interface Receipt {
  readonly messageId: string;
  /** It was handed out before. */
  readonly isAgain: boolean;
}

/** A delivery that was looked at: what it says, and by which channel of today it came. */
export interface TakenDelivery extends Partial<Receipt> {
  readonly kind: 'delivery';
  readonly delivery: Delivery;
  readonly channel: Channel | undefined;
  readonly observed: Observed;
  /** Of the adapter that looked at it; absent where nobody could. */
  readonly revision?: number;
}

/** A message out of the inbox, looked at and not yet recorded. */
export type Taken = TakenDelivery | Exclude<InboxMessage, { readonly kind: 'delivery' }>;

/** Looks at a message; touches nothing outside. */
export function takeMessage(
  { merchant, observerOf }: Pick<Recorder, 'merchant' | 'observerOf'>,
  message: InboxMessage,
  receipt?: Receipt,
): Taken {
  if (message.kind !== 'delivery') {
    return message;
  }
  const { delivery } = message;
  const { source, channel: name } = delivery;
  const channel = merchant.channels.find((each) => each.source === source && each.channel === name);
  const observer = observerOf(source);
  if (!channel || !observer) {
    const observed = { kind: 'not-understood', reason: 'the channel it came by is not configured any more' } as const;
    return { kind: 'delivery', delivery, channel, observed, ...receipt };
  }
  const observed = observer.observe(delivery, channel, merchant);
  return { kind: 'delivery', delivery, channel, observed, revision: revisionOf(observer, observed), ...receipt };
}

/** See {@link Observation.revision}: what was read whole goes before what the same adapter could read in part. */
function revisionOf({ revision }: Observer, observed: Observed): number {
  return revision * 2 + (observed.kind === 'sayings' && observed.unread ? 0 : 1);
}

/** Messages of the same name are best recorded together: they concern the same record, as far as one can see without asking. */
export function groupOf(taken: Taken): string {
  switch (taken.kind) {
    case 'delivery':
      return groupOfDelivery(taken);
    case 'parcel-linked':
      return textOfRecord({ parcel: taken.number });
    case 'named':
    case 'parcel-state':
    case 'strike':
      return textOfRecord(taken);
    case 'answered':
    case 'rebuild':
    case 'retracted':
    case 'act':
      return textOfRecord(taken.record);
    case 'replay':
      return `delivery ${taken.ref.source} ${taken.ref.channel} ${taken.ref.id}`;
  }
}

function groupOfDelivery({ delivery, observed }: TakenDelivery): string {
  const first = observed.kind === 'sayings' ? observed.sayings[0] : undefined;
  if (first?.about === 'parcel') {
    return textOfRecord({ parcel: first.number });
  }
  const ref = first?.ref ?? (observed.kind === 'notify-only' ? observed.ref : undefined);
  if (!ref) {
    return `delivery ${delivery.source} ${delivery.channel} ${delivery.id}`;
  }
  return 'alias' in ref ? `${ref.alias.kind} ${ref.alias.value}` : textOfRecord(ref);
}
