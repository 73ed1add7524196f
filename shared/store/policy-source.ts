import type { Fault } from '#shared/fault/fault.ts';
import {
  inForceAt,
  type PolicyItem,
  type PolicyReading,
  type Revisions,
  readRevisions,
  statedRevisions,
} from '#shared/policy/revisions.ts';
import type { PolicySource } from '#shared/recording/ports.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { partitions, sortPrefixes } from './keys.ts';
import { queryItems, type Table } from './table.ts';

export interface PolicyOptions extends PolicyReading {
  readonly now: () => Instant;
  /** Hears of a stored policy that is none, and counts as not stored; and of one that is in force, or will be, and has something to be mended. */
  readonly onFault: (revision: string, fault: Fault) => void;
}

const cacheMs = 60_000;

/** The stored policies, each over the bundled one and in force until the next takes effect; read again once a minute. */
export function openPolicySource(table: Table, options: PolicyOptions): PolicySource {
  let cached: { readonly revisions: Revisions; readonly until: Instant } | undefined;
  return {
    inForceAt: async (at) => {
      const now = options.now();
      if (!cached || cached.until <= now) {
        cached = { revisions: await readAndTell(table, options), until: addMillis(now, cacheMs) };
      }
      return inForceAt(cached.revisions, at)?.policy ?? options.bundled;
    },
  };
}

/** One item each, `POLICY / REVISION#<effectiveAt>#<revision>`. */
export async function readPolicyItems(table: Table): Promise<readonly PolicyItem[]> {
  return await queryItems(table, partitions.policy, sortPrefixes.policies);
}

async function readAndTell(table: Table, options: PolicyOptions): Promise<Revisions> {
  const revisions = readRevisions(await readPolicyItems(table), options);
  for (const { revision, fault } of statedRevisions(revisions, options.now())) {
    if (fault) {
      options.onFault(revision, fault);
    }
  }
  return revisions;
}
