import * as z from 'zod';
import { carrierCodeOf } from '../carrier-code.ts';
import { notUnderstood, saying } from '../observed.ts';
import { readTrackingNumber } from '../tracking-number.ts';
import { aboutCase, isConfiguredKey } from './case-ref.ts';
import { codeOf, sentence, wordOf } from './code-or-text.ts';
import { carrier, caseName, id, longText, secureLink, shortText, time, trackingNumber } from './fields.ts';
import { row } from './row.ts';

const dispute = z.object({ ...caseName, disputeId: id, at: time, outcome: longText.exactOptional() });

/** `return.disputed`. */
export const returnDisputed = row(dispute, (data, context) =>
  aboutCase(data, context, [{ fact: 'disputed', disputeId: data.disputeId, at: data.at }]),
);

/** `dispute.closed`. */
export const disputeClosed = row(dispute, (data, context) => {
  const outcome = wordOf(data.outcome);
  const fact = { fact: 'dispute-closed', disputeId: data.disputeId, at: data.at, ...(outcome && { outcome }) } as const;
  return aboutCase(data, context, [fact], { person: sentence('disputeOutcome', data.outcome) });
});

const message = z.object({ ...caseName, by: z.enum(['bot', 'ai', 'person']), kind: shortText, at: time });

/** `message.sent`: that something was said to the buyer, and of what kind; never what. */
export const messageSent = row(message, (data, context) =>
  aboutCase(data, context, [{ fact: 'message-sent', by: data.by, kind: codeOf(data.kind), at: data.at }]),
);

const stopped = z.object({ ...caseName, at: time, ok: z.boolean(), reason: longText.exactOptional() });

/** `shipment.stopped`: whether a parcel on its way out could be stopped. */
export const shipmentStopped = row(stopped, (data, context) => {
  const reason = wordOf(data.reason);
  const fact = { fact: 'shipment-stopped', ok: data.ok, at: data.at, ...(reason && { reason }) } as const;
  return aboutCase(data, context, [fact], { person: sentence('stopReason', data.reason) });
});

const replacement = z.object({
  ...caseName,
  at: time,
  trackingNumber: trackingNumber.exactOptional(),
  carrier: carrier.exactOptional(),
});

/** `replacement.shipped`: the goods that the buyer gets instead; their number is no return's. */
export const replacementShipped = row(replacement, (data, context) => {
  const read = data.trackingNumber === undefined ? undefined : readTrackingNumber(data.trackingNumber);
  const fact = {
    fact: 'replacement-shipped',
    at: data.at,
    ...(read?.kind === 'number' && { trackingNumber: read.number }),
    ...(data.carrier && { carrier: carrierCodeOf(data.carrier, context.merchant) }),
  } as const;
  return aboutCase(data, context, [fact]);
});

const ticket = z.object({ ...caseName, url: secureLink, at: time.exactOptional() });

/** `ticket.linked`. */
export const ticketLinked = row(ticket, (data, context) =>
  aboutCase(data, context, [{ fact: 'ticket-linked', url: data.url, at: data.at ?? context.at }]),
);

const acknowledged = z.object({
  announcementId: shortText,
  at: time,
  accepted: z.boolean(),
  reason: longText.exactOptional(),
});

/** `preadvice.acknowledged`: the announcement's id begins with the key of its case. */
export const preAdviceAcknowledged = row(acknowledged, (data, { merchant }) => {
  const { announcementId, accepted, at } = data;
  const caseKey = announcementId.slice(0, Math.max(0, announcementId.lastIndexOf('/')));
  if (!isConfiguredKey(caseKey, merchant)) {
    return notUnderstood('data.announcementId: must be one that was announced, <case key>/<hash>');
  }
  const reason = wordOf(data.reason);
  const fact = { fact: 'pre-advice-answered', announcementId, accepted, at, ...(reason && { reason }) } as const;
  const person = sentence('preAdviceReason', data.reason);
  return saying({ about: 'case', ref: { caseKey }, facts: [fact], ...(Object.keys(person).length > 0 && { person }) });
});
