import type { SQSClient } from '@aws-sdk/client-sqs';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { BusListener } from '../../../test/scenarios/bus-listener.ts';
import { trackingNumberOf } from '../../../test/simulation/burst.ts';
import { ownCaseOf } from '../../../test/simulators/own-store.ts';
import { openLocalStore } from '../../emulator/local-store.ts';
import type { QueueDepth } from '../../emulator/queue-depths.ts';
import type { LocalOutputs } from '../../operate/outputs.ts';
import type { Log } from '../../run/progress.ts';

export interface Listening {
  readonly outputs: LocalOutputs;
  readonly sqs: SQSClient;
  readonly events: BusListener;
  readonly tag: string;
  readonly cases: number;
  /** Which deliveries of each life were sent. */
  readonly steps: readonly number[];
  readonly log: Log;
}

export interface Arrival {
  readonly isWhole: boolean;
  readonly lines: readonly string[];
}

/** How it went until all was answered, and until it came to rest. */
export interface Course {
  readonly busy: number;
  readonly posts: { readonly all: number; readonly notTaken: number };
  readonly taken: number;
  readonly takenAfterMs: number;
  readonly drainedAfterMs: number;
}

export interface Found {
  readonly isWhole: boolean;
  /** Changes as long as something comes. */
  readonly mark: string;
  readonly tell: (course: Course) => Arrival;
}

export function caseOf(
  tag: string,
  index: number,
): { readonly tag: string; readonly caseId: string; readonly key: string } {
  return { tag, ...ownCaseOf(`RMA-${tag}-${index + 1}`) };
}

/** Looks what arrived: records, facts, events and dead letters. */
export async function arrivalOf(listening: Listening, depths: readonly QueueDepth[]): Promise<Found> {
  const { outputs, events, tag, cases, steps } = listening;
  const { cases: caseTable, parcels } = openLocalStore(outputs);
  const found = { records: 0, facts: 0, openings: 0, receipts: 0, events: 0 };
  for (let index = 0; index < cases; index += 1) {
    const { key } = caseOf(tag, index);
    const stored = await caseTable.readSnapshot(key);
    const said = await caseTable.readObservations(key);
    const seen = await parcels.readObservations(trackingNumberOf({ tag, index }));
    const [openings, receipts] = [events.of(key, 'Case Opened').length, events.of(key, 'Goods Received').length];
    found.records += stored && isRight(stored.snapshot) ? 1 : 0;
    found.facts += [...said, ...seen].filter(({ id }) => id.includes(`msg_${tag}_`)).length;
    found.openings += openings;
    found.receipts += receipts;
    found.events += openings === 1 && receipts === 1 ? 1 : 0;
  }
  const dead = depths.filter(({ queue }) => queue.endsWith('-dlq')).reduce((sum, { messages }) => sum + messages, 0);
  const all = cases * steps.length;
  const isWhole = found.records === cases && found.facts === all && found.events === cases && dead === 0;
  const seconds = (ms: number) => `${Math.round(ms / 1000)} s`;
  return {
    isWhole,
    mark: `${found.records} of ${cases} records, ${found.facts} of ${all} facts, ${found.events} of ${cases} told, ${dead} dead letters`,
    tell: ({ busy, posts, taken, takenAfterMs, drainedAfterMs }) => ({
      isWhole: isWhole && taken === all,
      lines: [
        `${all} deliveries of ${cases} returns, beside ${busy} busy processes`,
        `  posted         ${posts.all} times, with what the warehouse answers; ${posts.notTaken} were not answered 200 and were posted again`,
        `  answered 200   ${taken} of ${all}, the last after ${seconds(takenAfterMs)}`,
        `  came to rest   ${seconds(drainedAfterMs)} after the busy processes ended`,
        `  records        ${found.records} of ${cases} as they must be`,
        `  facts          ${found.facts} of ${all}`,
        `  events         ${found.openings} openings and ${found.receipts} receipts told of ${cases}`,
        `  dead letters   ${dead}`,
        isWhole && taken === all ? 'Everything arrived once.' : 'Not everything arrived once.',
      ],
    }),
  };
}

function isRight({ headline, goods, parcels, details, decision }: CaseSnapshot): boolean {
  const [only, ...more] = goods;
  return (
    headline === 'received' &&
    decision.value === 'approved' &&
    only?.received === 2 &&
    more.length === 0 &&
    parcels.length === 1 &&
    details.lines?.length === 1
  );
}
