import type { CaseView } from '#shared/api/case-view.ts';
import type { Store } from '#shared/store/open-store.ts';
import type { QueueDepth } from '../../emulator/queue-depths.ts';
import { pooled } from '../../run/pool.ts';
import type { CaseReader } from '../case-reader.ts';
import type { DeliveryLog } from './delivery-log.ts';
import { differencesOf } from './differences.ts';
import type { SeededCase, Stray } from './episode.ts';
import type { Population } from './seed.ts';

/** What is not yet as it should be. */
export interface Look {
  readonly queues: readonly QueueDepth[];
  /** By episode's title and key, what was found instead. */
  readonly different: readonly string[];
}

export interface Looking {
  readonly reader: Pick<CaseReader, 'readCase'>;
  readonly store: { readonly listings: Store['listings']; readonly deliveries: Pick<Store['deliveries'], 'read'> };
  readonly deliveries: Pick<DeliveryLog, 'accepted'>;
  readonly readDepths: () => Promise<readonly QueueDepth[]>;
  /** Hears each case as it was last read. */
  readonly onCase: (key: string, view: CaseView) => void;
}

const atOnce = 4;
const mostListed = 2000;

/**
 * Looks at queues first: while anything is under way there, cases need not be read. Of cases, at those that were not right yet; and at all
 * of them once more before it says that all are.
 */
export function openLook(looking: Looking, { cases, strays }: Population): () => Promise<Look> {
  const left: Left = { all: cases, cases, strays, kept: new Set() };
  return async () => {
    const queues = (await looking.readDepths()).filter(({ messages }) => messages > 0);
    const underWay = queues.filter(({ queue }) => !queue.endsWith('-dlq'));
    if (underWay.length > 0) {
      return { queues, different: [] };
    }
    const different = [
      ...(await lookAtCases(looking, left)),
      ...(await lookAtStrays(looking, left)),
      ...(await lookAtDeliveries(looking, left)),
    ];
    return { queues, different };
  };
}

interface Left {
  readonly all: readonly SeededCase[];
  cases: readonly SeededCase[];
  strays: readonly Stray[];
  readonly kept: Set<string>;
}

interface Wrong {
  readonly each: SeededCase;
  readonly differences: readonly string[];
}

async function lookAtCases(looking: Looking, left: Left): Promise<string[]> {
  const first = await wrongOf(looking, left.cases);
  const wrong = first.length === 0 && left.cases !== left.all ? await wrongOf(looking, left.all) : first;
  left.cases = wrong.length === 0 ? left.all : wrong.map(({ each }) => each);
  return wrong.map(({ each, differences }) => `${each.title.en} (${each.key}): ${differences.join('; ')}`);
}

async function wrongOf({ reader, onCase }: Looking, cases: readonly SeededCase[]): Promise<Wrong[]> {
  const found = await pooled(cases, atOnce, async (each) => {
    const view = await reader.readCase(each.key);
    if (view) {
      onCase(each.key, view);
    }
    return { each, differences: differencesOf(each.becomes, view) };
  });
  return found.filter(({ differences }) => differences.length > 0);
}

async function lookAtStrays({ store: { listings } }: Looking, left: Left): Promise<string[]> {
  if (left.strays.length === 0) {
    return [];
  }
  const names = {
    unclaimed: await listings.listUnclaimed(mostListed),
    'not-understood': (await listings.listNotUnderstood(mostListed)).map(({ id }) => id),
    unmatched: (await listings.listUnmatched(mostListed)).map(({ id }) => id),
  };
  left.strays = left.strays.filter(({ list, name }) => !names[list].includes(name));
  return left.strays.map(({ title, list, name }) => `${title.en}: ${name} is not in the list ${list}`);
}

async function lookAtDeliveries({ store, deliveries }: Looking, { kept }: Left): Promise<string[]> {
  const open = deliveries.accepted().filter((ref) => !kept.has(JSON.stringify(ref)));
  const found = await pooled(open, atOnce, async (ref) => ({ ref, delivery: await store.deliveries.read(ref) }));
  for (const { ref, delivery } of found) {
    if (delivery) {
      kept.add(JSON.stringify(ref));
    }
  }
  return found
    .filter(({ delivery }) => !delivery)
    .map(({ ref: { source, channel, id } }) => `delivery ${id} of ${source}/${channel} was accepted and is not kept`);
}
