import type { Policy } from '#shared/policy/policy.ts';
import type { PolicySource } from '#shared/recording/ports.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { partitions, sortPrefixes } from './keys.ts';
import { queryItems, type Table } from './table.ts';

export interface PolicyOptions {
  /** What holds where no policy is stored: the preset in the deployment. */
  readonly bundled: Policy;
  /** @throws when the value is no policy. */
  readonly parse: (value: unknown) => Policy;
  readonly now: () => Instant;
  /** Hears of a stored policy that is none; it counts as not stored. */
  readonly onInvalid: (revision: string) => void;
}

/** One item `POLICY / REVISION#<effectiveAt>#<revision>`; `policy` holds the top-level fields that differ from the bundled one, each whole. */
export interface StoredPolicy {
  readonly revision: string;
  readonly effectiveAt: Instant;
  readonly policy: Readonly<Record<string, unknown>>;
}

interface Revision {
  readonly effectiveAt: Instant;
  readonly policy: Policy;
}

const cacheMs = 60_000;

/** The stored policies, each over the bundled one and in force until the next takes effect; read again once a minute. */
export function openPolicySource(table: Table, options: PolicyOptions): PolicySource {
  let cached: { readonly revisions: readonly Revision[]; readonly until: Instant } | undefined;
  return {
    inForceAt: async (at) => {
      const now = options.now();
      if (!cached || cached.until <= now) {
        cached = { revisions: await readRevisions(table, options), until: addMillis(now, cacheMs) };
      }
      return cached.revisions.findLast(({ effectiveAt }) => effectiveAt <= at)?.policy ?? options.bundled;
    },
  };
}

/** In the order of their sort keys, so of their times. */
async function readRevisions(table: Table, options: PolicyOptions): Promise<Revision[]> {
  const items = await queryItems(table, partitions.policy, sortPrefixes.policies);
  return (items as unknown as StoredPolicy[]).flatMap((stored) => {
    const policy = policyOf(stored, options);
    return policy ? [{ effectiveAt: stored.effectiveAt, policy }] : [];
  });
}

function policyOf(stored: StoredPolicy, { bundled, parse, onInvalid }: PolicyOptions): Policy | undefined {
  try {
    return parse({ ...bundled, ...stored.policy, revision: stored.revision });
  } catch {
    onInvalid(stored.revision);
    return undefined;
  }
}
