import { createSilenceWatch } from '#shared/health/silence-watch.ts';
import { createEntryReader } from '#shared/lists/entry-reader.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import { type PolicyItem, policyReadingOf, readRevisions } from '#shared/policy/revisions.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Simulation } from '../../memory/simulation.ts';

interface Options {
  readonly merchant: Merchant;
  readonly now: () => Instant;
  readonly policies?: readonly PolicyItem[];
}

/** All that both functions of the API need, over what a simulation recorded. */
export function surroundingsOf(
  { table, recorder }: Pick<Simulation, 'table' | 'recorder'>,
  { merchant, now, policies = [] }: Options,
) {
  const replayed: unknown[] = [];
  return {
    ...table,
    cases: { ...recorder.cases, readPersonalData: table.cases.readPersonalData },
    parcels: { ...recorder.parcels, readPersonalData: table.parcels.readPersonalData },
    policy: recorder.policy,
    policies: { read: async () => readRevisions(policies, policyReadingOf(merchant)) },
    lists: createEntryReader({ index: table.entries, now }),
    silence: createSilenceWatch({ merchant, cursors: table.cursors, now }),
    queues: { names: [], depthOf: async () => undefined, agesOf: async () => ({}) },
    replays: { send: async (message: unknown) => void replayed.push(message) },
    replayed,
    merchant,
    now,
  };
}
