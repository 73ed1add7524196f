import type { Channel } from '#shared/merchant/merchant.ts';
import {
  disputeClosed,
  messageSent,
  preAdviceAcknowledged,
  replacementShipped,
  returnDisputed,
  shipmentStopped,
  ticketLinked,
} from './contact-rows.ts';
import { closing, returnDecided, returnWithdrawn } from './decision-rows.ts';
import { parcelReceived, returnInspected, returnStockedIn } from './goods-rows.ts';
import { refund } from './money-rows.ts';
import { parcelMoved, returnShipped } from './parcel-rows.ts';
import { returnAmended, returnRequested } from './request-rows.ts';
import type { Row } from './row.ts';

type Role = Channel['role'];

/** Every type, who may send it, and how it is read. */
export const rows: ReadonlyMap<string, { readonly roles: readonly Role[]; readonly read: Row }> = new Map([
  ['return.requested', { roles: ['store'], read: returnRequested }],
  ['return.amended', { roles: ['store'], read: returnAmended }],
  ['return.withdrawn', { roles: ['store'], read: returnWithdrawn }],
  ['return.closed', { roles: ['store'], read: closing('closed') }],
  ['return.reopened', { roles: ['store'], read: closing('reopened') }],
  ['return.decided', { roles: ['store'], read: returnDecided }],
  ['return.shipped', { roles: ['store', 'help-desk'], read: returnShipped }],
  ['parcel.moved', { roles: ['carrier'], read: parcelMoved }],
  ['parcel.received', { roles: ['warehouse'], read: parcelReceived }],
  ['return.inspected', { roles: ['warehouse'], read: returnInspected }],
  ['return.stocked-in', { roles: ['warehouse'], read: returnStockedIn }],
  ['refund.completed', { roles: ['store'], read: refund('done') }],
  ['refund.failed', { roles: ['store'], read: refund('failed') }],
  ['return.disputed', { roles: ['store', 'help-desk'], read: returnDisputed }],
  ['dispute.closed', { roles: ['store', 'help-desk'], read: disputeClosed }],
  ['message.sent', { roles: ['store', 'help-desk'], read: messageSent }],
  ['shipment.stopped', { roles: ['store', 'warehouse', 'help-desk'], read: shipmentStopped }],
  ['replacement.shipped', { roles: ['store', 'warehouse', 'help-desk'], read: replacementShipped }],
  ['ticket.linked', { roles: ['store', 'help-desk'], read: ticketLinked }],
  ['preadvice.acknowledged', { roles: ['warehouse'], read: preAdviceAcknowledged }],
]);
