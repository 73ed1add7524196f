import { channelOf } from '#shared/merchant/channel-of.ts';
import type { Channel } from '#shared/merchant/merchant.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { textOfRecord } from '#shared/messages/record-name.ts';
import type { Delivery, Observed, Observer } from '#shared/sources/source.ts';
import type { DeliveryRef } from './ports.ts';
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

type Looking = Pick<Recorder, 'merchant' | 'observerOf'>;

/** Looks at a message; touches nothing outside. */
export function takeMessage(recorder: Looking, message: InboxMessage, receipt?: Receipt): Taken {
  return message.kind === 'delivery' ? { ...takeDelivery(recorder, message.delivery), ...receipt } : message;
}

/** What the present adapter makes of a delivery; touches nothing outside. */
export function takeDelivery({ merchant, observerOf }: Looking, delivery: Delivery): TakenDelivery {
  const channel = channelOf(merchant, delivery);
  const observer = observerOf(delivery.source);
  if (!channel || !observer) {
    const observed = { kind: 'not-understood', reason: 'the channel it came by is not configured any more' } as const;
    return { kind: 'delivery', delivery, channel, observed };
  }
  const observed = observer.observe(delivery, channel, merchant);
  return { kind: 'delivery', delivery, channel, observed, revision: revisionOf(observer, observed) };
}

/** See {@link Observation.revision}: what was read whole goes before what the same adapter could read in part. */
function revisionOf(observer: Observer, observed: Observed): number {
  return leastRevisionOf(observer) + (observed.kind === 'sayings' && observed.unread ? 0 : 1);
}

/** The lowest revision of what an adapter makes of a message: that of what it could read in part. */
export function leastRevisionOf({ revision }: Pick<Observer, 'revision'>): number {
  return revision * 2;
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
    case 'sibling':
    case 'strike':
      return textOfRecord(taken);
    case 'answered':
    case 'rebuild':
    case 'retracted':
    case 'act':
      return textOfRecord(taken.record);
    case 'replay':
      return textOfDelivery(taken.ref);
    case 'tally':
      return taken.kind;
  }
}

function groupOfDelivery({ delivery, observed }: TakenDelivery): string {
  const first = observed.kind === 'sayings' ? observed.sayings[0] : undefined;
  if (first?.about === 'parcel') {
    return textOfRecord({ parcel: first.number });
  }
  const ref = first?.ref ?? (observed.kind === 'notify-only' ? observed.ref : undefined);
  if (!ref) {
    return textOfDelivery(delivery);
  }
  return 'alias' in ref ? `${ref.alias.kind} ${ref.alias.value}` : textOfRecord(ref);
}

function textOfDelivery({ source, channel, id }: DeliveryRef): string {
  return `delivery ${source} ${channel} ${id}`;
}
