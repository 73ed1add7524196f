import type { Policy } from '#shared/policy/policy.ts';
import type { PolicySource } from '#shared/recording/ports.ts';
import { addMillis, type Instant } from '#shared/returns/instant.ts';
import { partitions, sorts } from './keys.ts';
import { getItem, type Table } from './table.ts';

export interface PolicyOptions {
  /** What holds where no policy is stored: the preset in the deployment. */
  readonly bundled: Policy;
  /** @throws when the value is no policy. */
  readonly parse: (value: unknown) => Policy;
  readonly now: () => Instant;
  /** Hears of a stored policy that is none; what held before holds on. */
  readonly onInvalid: (revision: string) => void;
}

/** The item `POLICY / CURRENT`; `policy` holds the top-level fields that differ from the bundled one, each whole. */
export interface StoredPolicy {
  readonly revision: string;
  readonly effectiveAt: Instant;
  readonly policy: Readonly<Record<string, unknown>>;
}

const cacheMs = 60_000;

/** The stored policy over the bundled one, kept for one minute. A stored one that is not valid changes nothing: the work goes on under the last good one. */
export function openPolicySource(table: Table, options: PolicyOptions): PolicySource {
  let cached: { readonly policy: Policy; readonly until: Instant } | undefined;
  return {
    current: async () => {
      const now = options.now();
      if (!cached || cached.until <= now) {
        const item = await getItem(table, { pk: partitions.policy, sk: sorts.currentPolicy });
        const stored = item as unknown as StoredPolicy | undefined;
        const policy = effectivePolicy(stored, options) ?? cached?.policy ?? options.bundled;
        cached = { policy, until: addMillis(now, cacheMs) };
      }
      return cached.policy;
    },
  };
}

/** What holds at `now`, given what is stored; undefined when that is no policy. */
function effectivePolicy(stored: StoredPolicy | undefined, options: PolicyOptions): Policy | undefined {
  const { bundled, parse, now, onInvalid } = options;
  if (!stored || stored.effectiveAt > now()) {
    return bundled;
  }
  try {
    return parse({ ...bundled, ...stored.policy, revision: stored.revision });
  } catch {
    onInvalid(stored.revision);
    return undefined;
  }
}
