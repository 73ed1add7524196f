import type { Channel } from '#shared/merchant/merchant.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { textOfRecord } from '#shared/messages/record-name.ts';
import type { Delivery, Observed } from '#shared/sources/source.ts';
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
  const observed: Observed =
    channel && observer
      ? observer.observe(delivery, channel, merchant)
      : { kind: 'not-understood', reason: 'the channel it came by is not configured any more' };
  return { kind: 'delivery', delivery, channel, observed, ...receipt };
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
    case 'act':
      return textOfRecord(taken.record);
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
