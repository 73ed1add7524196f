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
  /** The announcement of a case's parcel that stands; undefined when none was told, or when it was told to forget it. */
  expects(caseId: string, trackingNumber: string): BusEvent | undefined;
  /** All that it was told of a case, in the order of versions. */
  toldOf(caseId: string): readonly BusEvent[];
  /** It will not expect that parcel, for this reason. */
  refuse(trackingNumber: string, reason: string): void;
  stop(): Promise<void>;
}

/** A warehouse system that reads its queue, keeps what announcements stand, acknowledges what it is told and reports what comes. */
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
    expects: (caseId, trackingNumber) =>
      standingAmong(toldOf(caseId)).find(({ data }) => data.trackingNumber === trackingNumber),
    ...createGoodsReports({ sender, channel, warehouseId }),
    refuse: (trackingNumber, reason) => {
      refusals.set(trackingNumber, reason);
    },
    stop: reader.stop,
  };
}

/** An announcement ends for good when it is withdrawn or replaced, whatever comes when. */
function standingAmong(events: readonly BusEvent[]): BusEvent[] {
  const ended = new Set(
    events
      .flatMap(({ type, data }) => (type === 'Return Tracking Withdrawn' ? [data] : (data.replaces ?? [])))
      .map(({ announcementId }) => announcementId),
  );
  return events.filter(({ type, data }) => type !== 'Return Tracking Withdrawn' && !ended.has(data.announcementId));
}
