import type { Taken } from './taken.ts';

/** A message's ids for the log line; nothing of what it says. */
export function describeMessage(message: Taken): Readonly<Record<string, string>> {
  switch (message.kind) {
    case 'delivery': {
      const { source, channel, id, via } = message.delivery;
      return { kind: message.kind, source, channel, deliveryId: id, via };
    }
    case 'parcel-linked':
      return { kind: message.kind, trackingNumber: message.number };
    case 'named':
    case 'sibling':
      return { kind: message.kind, caseKey: message.caseKey };
    case 'strike':
      return 'parcel' in message
        ? { kind: message.kind, trackingNumber: message.parcel }
        : { kind: message.kind, caseKey: message.caseKey };
    case 'parcel-state':
      return { kind: message.kind, caseKey: message.caseKey, trackingNumber: message.state.number };
    case 'answered':
      return { kind: message.kind, ...message.record, callId: message.callId };
    case 'replay':
      return { kind: message.kind, ...message.ref };
    case 'tally':
      return { kind: message.kind };
    case 'retracted':
    case 'rebuild':
    case 'act':
      return { kind: message.kind, ...message.record };
  }
}
