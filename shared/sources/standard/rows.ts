import type { Channel } from '#shared/merchant/merchant.ts';
import {
  disputeClosed,
  preAdviceAcknowledged,
  replacementShipped,
  returnDisputed,
  ticketLinked,
} from './contact-rows.ts';
import { returnClosed, returnDecided, returnReopened, returnWithdrawn } from './decision-rows.ts';
import { parcelReceived, returnInspected, returnStockedIn } from './goods-rows.ts';
import { messageReceived, messageSent } from './message-rows.ts';
import { refundCompleted, refundFailed } from './money-rows.ts';
import { orderShipped } from './outbound-rows.ts';
import { parcelMoved, returnShipped } from './parcel-rows.ts';
import { returnAmended, returnRequested } from './request-rows.ts';
import type { Row } from './row.ts';
import { shipmentStopped, shipmentStopRequested } from './stop-rows.ts';
import { caseWrittenUp } from './write-up-rows.ts';

type Role = Channel['role'];

/** Every type, who may send it, what it says and how it is read. */
export const rows: ReadonlyMap<string, Row & { readonly roles: readonly Role[] }> = new Map([
  ['return.requested', { roles: ['store'], ...returnRequested }],
  ['return.amended', { roles: ['store'], ...returnAmended }],
  ['return.withdrawn', { roles: ['store'], ...returnWithdrawn }],
  ['return.closed', { roles: ['store'], ...returnClosed }],
  ['return.reopened', { roles: ['store'], ...returnReopened }],
  ['return.decided', { roles: ['store'], ...returnDecided }],
  ['return.shipped', { roles: ['store', 'help-desk'], ...returnShipped }],
  ['parcel.moved', { roles: ['carrier'], ...parcelMoved }],
  ['parcel.received', { roles: ['warehouse'], ...parcelReceived }],
  ['return.inspected', { roles: ['warehouse'], ...returnInspected }],
  ['return.stocked-in', { roles: ['warehouse'], ...returnStockedIn }],
  ['refund.completed', { roles: ['store'], ...refundCompleted }],
  ['refund.failed', { roles: ['store'], ...refundFailed }],
  ['return.disputed', { roles: ['store', 'help-desk'], ...returnDisputed }],
  ['dispute.closed', { roles: ['store', 'help-desk'], ...disputeClosed }],
  ['message.sent', { roles: ['store', 'help-desk'], ...messageSent }],
  ['message.received', { roles: ['store', 'help-desk'], ...messageReceived }],
  ['order.shipped', { roles: ['store', 'warehouse'], ...orderShipped }],
  ['shipment.stop-requested', { roles: ['store', 'help-desk'], ...shipmentStopRequested }],
  ['shipment.stopped', { roles: ['store', 'warehouse', 'help-desk'], ...shipmentStopped }],
  ['replacement.shipped', { roles: ['store', 'warehouse', 'help-desk'], ...replacementShipped }],
  ['ticket.linked', { roles: ['store', 'help-desk'], ...ticketLinked }],
  ['case.written-up', { roles: ['help-desk'], ...caseWrittenUp }],
  ['preadvice.acknowledged', { roles: ['warehouse'], ...preAdviceAcknowledged }],
]);
