import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Answer } from './post-webhook.ts';
import { type BusEvent, readQueue } from './queue-reader.ts';
import type { StandardSender } from './standard-sender.ts';

export interface WmsOptions {
  readonly client: SQSClient;
  readonly queueUrl: string;
  readonly warehouseId: string;
  /** The channel by which it speaks. */
  readonly channel: string;
  readonly sender: StandardSender;
}

export interface Wms {
  /** What it was told of a case's parcel last, by version; undefined when nothing, or when it was told to forget it. */
  expects(caseId: string, trackingNumber: string): BusEvent | undefined;
  /** All that it was told of a case, in the order of versions. */
  toldOf(caseId: string): readonly BusEvent[];
  report(type: string, data: Record<string, unknown>): Promise<Answer>;
  stop(): Promise<void>;
}

/** A warehouse system that reads its queue, goes by version, acknowledges what it is told and reports what comes. */
export function startWms({ client, queueUrl, warehouseId, channel, sender }: WmsOptions): Wms {
  const events = new Map<string, BusEvent>();
  const reader = readQueue(client, queueUrl, async (event) => {
    const isNew = !events.has(event.metadata.eventId);
    events.set(event.metadata.eventId, event);
    if (isNew && event.type !== 'Return Tracking Withdrawn') {
      const { announcementId } = event.data;
      await sender.send(channel, 'preadvice.acknowledged', {
        announcementId,
        at: new Date().toISOString(),
        accepted: true,
      });
    }
  });
  const toldOf = (caseId: string) =>
    [...events.values()]
      .filter((each) => each.data.caseId === caseId)
      .sort((a, b) => a.metadata.version - b.metadata.version);
  return {
    toldOf,
    expects(caseId, trackingNumber) {
      let known: BusEvent | undefined;
      for (const event of toldOf(caseId)) {
        const forgets = event.data.replaces?.some(
          (each: { trackingNumber: string }) => each.trackingNumber === trackingNumber,
        );
        if (event.data.trackingNumber === trackingNumber) {
          known = event.type === 'Return Tracking Withdrawn' ? undefined : event;
        } else if (forgets) {
          known = undefined;
        }
      }
      return known;
    },
    report: (type, data) => sender.send(channel, type, { warehouseId, ...data }),
    stop: reader.stop,
  };
}
