import { Fault } from '#shared/fault/fault.ts';
import type { ParsedPolicy } from '#shared/policy/bundled-policy.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { PolicySource } from '#shared/recording/ports.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { partitions, sortPrefixes } from './keys.ts';
import { queryItems, type Table } from './table.ts';

export interface PolicyOptions {
  /** What holds where no policy is stored: the preset in the deployment. */
  readonly bundled: Policy;
  /** @throws when the value is no policy. */
  readonly parse: (value: unknown) => ParsedPolicy;
  readonly now: () => Instant;
  /** Hears of a stored policy that is none, and counts as not stored; and of one that is in force, or will be, and has something to be mended. */
  readonly onFault: (revision: string, fault: Fault) => void;
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
  const items = (await queryItems(table, partitions.policy, sortPrefixes.policies)) as unknown as StoredPolicy[];
  const now = options.now();
  const parsed = items.flatMap((stored) => {
    const found = parsedOf(stored, options);
    return found ? [{ ...found, revision: stored.revision, effectiveAt: stored.effectiveAt }] : [];
  });
  // Another one has taken the place of those before, and only cases of their time go by them: nobody can mend them.
  const inForce = parsed.findLastIndex(({ effectiveAt }) => effectiveAt <= now);
  for (const { revision, fault } of parsed.slice(Math.max(0, inForce))) {
    if (fault) {
      options.onFault(revision, fault);
    }
  }
  return parsed;
}

function parsedOf(
  { revision, policy: fields }: StoredPolicy,
  { bundled, parse, onFault }: PolicyOptions,
): ParsedPolicy | undefined {
  try {
    return parse({ ...bundled, ...fields, revision });
  } catch (cause) {
    const advice = 'store a right one, and remove the wrong one';
    onFault(revision, new Fault('policy-not-valid', `the stored policy ${revision} is none`, { advice, cause }));
    return undefined;
  }
}
