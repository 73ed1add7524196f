import { type EventBridgeClient, PutEventsCommand, type PutEventsResultEntry } from '@aws-sdk/client-eventbridge';
import { Fault } from '#shared/fault/fault.ts';
import { type BusEntry, bytesOf, maxPutBytes } from '#shared/publishing/bus-entry.ts';
import type { Bus, Refusal } from '#shared/publishing/publish-changes.ts';

export interface EventBridgeOptions {
  readonly client: EventBridgeClient;
  readonly busName: string;
  readonly sleep: (ms: number) => Promise<void>;
}

const maxEntriesOfCall = 10;
/** Waits between attempts, within one invocation. */
const backoffMs = [100, 300, 900] as const;
/** What EventBridge answers for an entry that will not be better next time. */
const lastingErrors: readonly string[] = ['MalformedDetail', 'InvalidArgument'];

interface Numbered {
  readonly index: number;
  readonly entry: BusEntry;
}

/** An EventBridge bus: ten entries a call; of a call that failed in part, only the failed ones again. */
export function openEventBridgeBus(options: EventBridgeOptions): Bus {
  return {
    put: async (entries) => {
      const refusals: Refusal[] = [];
      for (const call of splitCalls(entries)) {
        refusals.push(...(await putWithBackoff(options, call)));
      }
      return refusals;
    },
  };
}

function splitCalls(entries: readonly BusEntry[]): Numbered[][] {
  const calls: Numbered[][] = [];
  let bytes = 0;
  for (const [index, entry] of entries.entries()) {
    const last = calls.at(-1);
    const fits = last && last.length < maxEntriesOfCall && bytes + bytesOf(entry) <= maxPutBytes;
    if (fits) {
      last.push({ index, entry });
    } else {
      calls.push([{ index, entry }]);
    }
    bytes = bytesOf(entry) + (fits ? bytes : 0);
  }
  return calls;
}

async function putWithBackoff(options: EventBridgeOptions, call: readonly Numbered[]): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  let open = call;
  for (const waitMs of [...backoffMs, undefined]) {
    const failures = await putOnce(options, open);
    refusals.push(
      ...failures
        .filter(({ code }) => lastingErrors.includes(code))
        .map(({ index, code }) => ({ index, reason: code })),
    );
    const passing = failures.filter(({ code }) => !lastingErrors.includes(code));
    if (passing.length === 0) {
      return refusals;
    }
    if (waitMs === undefined) {
      const what = `${passing.length} of ${call.length} events were not taken (${passing[0]?.code})`;
      throw new Fault('not-all-taken', what, {
        advice: 'it is tried again; look at the limits of the account if it goes on',
      });
    }
    open = passing;
    await options.sleep(waitMs);
  }
  return refusals;
}

async function putOnce({ client, busName }: EventBridgeOptions, entries: readonly Numbered[]) {
  const command = new PutEventsCommand({
    Entries: entries.map(({ entry }) => ({
      EventBusName: busName,
      Source: entry.source,
      DetailType: entry.detailType,
      Detail: entry.detail,
    })),
  });
  const { Entries: results = [] } = await client.send(command);
  return entries
    .map((numbered, place) => ({ ...numbered, code: errorCodeOf(results[place]) }))
    .filter(({ code }) => code !== '');
}

function errorCodeOf(result: PutEventsResultEntry | undefined): string {
  return result?.EventId ? '' : (result?.ErrorCode ?? 'NoAnswer');
}
