import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { openEventBridgeBus } from '#shared/aws/event-bridge-bus.ts';
import type { BusEntry } from '#shared/publishing/bus-entry.ts';

const eventBridge = mockClient(EventBridgeClient);
const taken = { EventId: 'id' };
const throttled = { ErrorCode: 'ThrottlingException' };
let waitsMs: number[] = [];
const bus = openEventBridgeBus({
  client: new EventBridgeClient({}),
  busName: 'returns-demo',
  sleep: async (ms) => void waitsMs.push(ms),
});

function entries(count: number, detailBytes = 2): BusEntry[] {
  const detail = (index: number) => String(index).padEnd(detailBytes, ' ');
  return Array.from({ length: count }, (_, index) => ({
    source: 'backhaul.returns',
    detailType: 'Case Closed',
    detail: detail(index),
  }));
}

function detailsOfCalls(): string[][] {
  const calls = eventBridge.commandCalls(PutEventsCommand);
  return calls.map((call) => (call.args[0].input.Entries ?? []).map((entry) => entry.Detail?.trim() ?? ''));
}

beforeEach(() => {
  waitsMs = [];
  eventBridge.reset();
  eventBridge.on(PutEventsCommand).callsFake(({ Entries }) => ({ Entries: Entries.map(() => taken) }));
});

describe('openEventBridgeBus', () => {
  it('names bus, source and detail-type', async () => {
    await bus.put(entries(1));

    expect(eventBridge.commandCalls(PutEventsCommand)[0]?.args[0].input.Entries).toEqual([
      { EventBusName: 'returns-demo', Source: 'backhaul.returns', DetailType: 'Case Closed', Detail: '0 ' },
    ]);
  });

  it('puts ten entries a call, in order', async () => {
    expect(await bus.put(entries(21))).toEqual([]);

    expect(detailsOfCalls().map((call) => call.length)).toEqual([10, 10, 1]);
    expect(detailsOfCalls().flat()).toEqual(entries(21).map((_, index) => String(index)));
  });

  it('puts no more bytes in a call than it may hold', async () => {
    await bus.put(entries(5, 100 * 1024));

    expect(detailsOfCalls()).toEqual([['0', '1'], ['2', '3'], ['4']]);
  });

  it('puts only the failed entries again, after a wait', async () => {
    eventBridge
      .on(PutEventsCommand)
      .resolvesOnce({ Entries: [taken, throttled, taken] })
      .resolves({ Entries: [taken] });

    expect(await bus.put(entries(3))).toEqual([]);
    expect(detailsOfCalls()).toEqual([['0', '1', '2'], ['1']]);
    expect(waitsMs).toEqual([100]);
  });

  it('throws when entries are still not taken after all waits', async () => {
    eventBridge.on(PutEventsCommand).resolves({ Entries: [throttled] });

    await expect(bus.put(entries(1))).rejects.toThrow('1 of 1 events were not taken (ThrottlingException)');
    expect(waitsMs).toEqual([100, 300, 900]);
    expect(detailsOfCalls()).toHaveLength(4);
  });

  it('answers, without another try, which entry can never be taken', async () => {
    eventBridge
      .on(PutEventsCommand)
      .resolvesOnce({ Entries: [throttled, { ErrorCode: 'MalformedDetail' }] })
      .resolves({ Entries: [taken] });

    expect(await bus.put(entries(2))).toEqual([{ index: 1, reason: 'MalformedDetail' }]);
    expect(detailsOfCalls()).toEqual([['0', '1'], ['0']]);
  });

  it('throws when the call itself fails', async () => {
    eventBridge.on(PutEventsCommand).rejects(new Error('unreachable'));

    await expect(bus.put(entries(1))).rejects.toThrow('unreachable');
  });
});
