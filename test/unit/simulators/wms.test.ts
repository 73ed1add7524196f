import { DeleteMessageBatchCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { StandardSender } from '../../simulators/standard-sender.ts';
import { startWms } from '../../simulators/wms.ts';

const sqs = mockClient(SQSClient);
const send = vi.fn<StandardSender['send']>(async () => await Promise.resolve({ status: 202, body: '' }));
const sender = { send, sendBytes: send, counts: { sent: 0, accepted: 0 } } as unknown as StandardSender;

beforeEach(() => {
  sqs.reset();
  send.mockClear();
  sqs.on(DeleteMessageBatchCommand).resolves({});
});

interface Told {
  readonly type: 'Assigned' | 'Replaced' | 'Withdrawn';
  readonly version: number;
  readonly trackingNumber: string;
  /** The version that announced what ends here. */
  readonly ends?: number;
}

const idOf = (version: number) => `standard:main:RMA-1/${version}`;

function message({ type, version, trackingNumber, ends }: Told) {
  const data = {
    announcementId: idOf(type === 'Withdrawn' ? (ends ?? 0) : version),
    caseId: 'RMA-1',
    trackingNumber,
    ...(type === 'Replaced' && { replaces: [{ announcementId: idOf(ends ?? 0), trackingNumber: 'whatever' }] }),
  };
  const detail = { metadata: { eventId: `event-${version}`, version }, data };
  return { ReceiptHandle: String(version), Body: JSON.stringify({ 'detail-type': `Return Tracking ${type}`, detail }) };
}

async function hear(told: readonly Told[], refused?: string) {
  sqs
    .on(ReceiveMessageCommand)
    .resolves({})
    .resolvesOnce({ Messages: told.map(message) });
  const wms = startWms({ client: new SQSClient({}), queueUrl: 'q', warehouseId: 'east', channel: 'wms-east', sender });
  if (refused) {
    wms.refuse(refused, 'not-ours');
  }
  await vi.waitFor(() => expect(sqs.commandCalls(DeleteMessageBatchCommand)).toHaveLength(1));
  await wms.stop();
  return wms;
}

describe('startWms', () => {
  it('acknowledges each announcement once, though it comes twice', async () => {
    const assigned = { type: 'Assigned', version: 2, trackingNumber: 'SF1' } as const;
    const wms = await hear([assigned, assigned]);

    expect(wms.toldOf('RMA-1')).toHaveLength(1);
    expect(send.mock.calls.map(([channel, type]) => [channel, type])).toEqual([['wms-east', 'preadvice.acknowledged']]);
  });

  it('refuses the parcel that it was to refuse, and no other', async () => {
    const told = (version: number, trackingNumber: string) => ({ type: 'Assigned', version, trackingNumber }) as const;
    await hear([told(2, 'SF1'), told(3, 'SF2')], 'SF2');

    expect(send.mock.calls.map(([, , data]) => data)).toMatchObject([
      { accepted: true },
      { accepted: false, reason: 'not-ours' },
    ]);
  });

  it('keeps what neither ended nor was replaced, whatever the order', async () => {
    const wms = await hear([
      { type: 'Replaced', version: 9, trackingNumber: 'SF1', ends: 5 },
      { type: 'Assigned', version: 2, trackingNumber: 'SF1' },
      { type: 'Replaced', version: 5, trackingNumber: 'SF2', ends: 2 },
    ]);

    expect(wms.expects('RMA-1', 'SF1')?.metadata.version).toBe(9);
    expect(wms.expects('RMA-1', 'SF2')).toBeUndefined();
  });

  it('forgets what was withdrawn, and does not acknowledge that', async () => {
    const wms = await hear([
      { type: 'Withdrawn', version: 3, trackingNumber: 'SF1', ends: 2 },
      { type: 'Assigned', version: 2, trackingNumber: 'SF1' },
    ]);

    expect(wms.expects('RMA-1', 'SF1')).toBeUndefined();
    expect(send).toHaveBeenCalledTimes(1);
  });
});
