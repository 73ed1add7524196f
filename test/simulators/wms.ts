import type { SQSClient } from '@aws-sdk/client-sqs';
import { createGoodsReports, type GoodsReports } from './goods-reports.ts';
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

export interface Wms extends GoodsReports {
  /** What it was told of a case's parcel last, by version; undefined when nothing, or when it was told to forget it. */
  expects(caseId: string, trackingNumber: string): BusEvent | undefined;
  /** All that it was told of a case, in the order of versions. */
  toldOf(caseId: string): readonly BusEvent[];
  /** It will not expect that parcel, for this reason. */
  refuse(trackingNumber: string, reason: string): void;
  stop(): Promise<void>;
}

/** A warehouse system that reads its queue, goes by version, acknowledges what it is told and reports what comes. */
export function startWms({ client, queueUrl, warehouseId, channel, sender }: WmsOptions): Wms {
  const events = new Map<string, BusEvent>();
  const refusals = new Map<string, string>();
  const reader = readQueue(client, queueUrl, async (event) => {
    const isNew = !events.has(event.metadata.eventId);
    events.set(event.metadata.eventId, event);
    if (isNew && event.type !== 'Return Tracking Withdrawn') {
      const { announcementId, trackingNumber } = event.data;
      const reason = refusals.get(trackingNumber);
      const answer = { announcementId, at: new Date().toISOString(), accepted: reason === undefined };
      await sender.send(channel, 'preadvice.acknowledged', { ...answer, ...(reason && { reason }) });
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
    ...createGoodsReports({ sender, channel, warehouseId }),
    refuse: (trackingNumber, reason) => {
      refusals.set(trackingNumber, reason);
    },
    stop: reader.stop,
  };
}
