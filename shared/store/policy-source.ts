import type { Fault } from '#shared/fault/fault.ts';
import { baseToStore } from '#shared/policy/bases.ts';
import { calendarEnds } from '#shared/policy/calendar-ends.ts';
import {
  calendarsIn,
  inForceAt,
  type PolicyItem,
  type PolicyReading,
  type Revisions,
  readRevisions,
  statedRevisions,
} from '#shared/policy/revisions.ts';
import type { PolicySource } from '#shared/recording/ports.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { partitions, sortPrefixes, sorts } from './keys.ts';
import { putItem, queryItems, type Table } from './table.ts';

export interface PolicyOptions extends PolicyReading {
  readonly now: () => Instant;
  /** Hears of a stored policy that is none, and counts as not stored; and of one that is in force, or will be, and has something to be mended. */
  readonly onFault: (revision: string, fault: Fault) => void;
  /** Hears, once of each, of what will be wrong with the policy in force before long. */
  readonly onWarning: (revision: string, fault: Fault) => void;
  /** Leaves it to others to store what this release brings. */
  readonly readsOnly?: true;
}

const cacheMs = 60_000;

/**
 * The stored policies, each over what the deployment of its time brought and in force until the next takes effect; read again once a minute. What this
 * release brings is stored, so that a later one does not change what was in force now.
 */
export function openPolicySource(table: Table, options: PolicyOptions): PolicySource {
  const warned = new Set<string>();
  let cached: { readonly revisions: Revisions; readonly until: Instant } | undefined;
  const current = async (): Promise<Revisions> => {
    const now = options.now();
    if (!cached || cached.until <= now) {
      cached = { revisions: await readAndTell(table, options, warned), until: addMillis(now, cacheMs) };
    }
    return cached.revisions;
  };
  return {
    inForceAt: async (at) => inForceAt(await current(), at),
    calendars: async () => calendarsIn(await current()),
  };
}

/** One item each, `POLICY / REVISION#<effectiveAt>#<revision>` of a merchant, `POLICY / BASE#<id>` of a deployment. */
export async function readPolicyItems(table: Table): Promise<readonly PolicyItem[]> {
  const prefixes = [sortPrefixes.policies, sortPrefixes.bases];
  return (await Promise.all(prefixes.map((prefix) => queryItems(table, partitions.policy, prefix)))).flat();
}

async function readAndTell(table: Table, options: PolicyOptions, warned: Set<string>): Promise<Revisions> {
  const items = await readPolicyItems(table);
  const now = options.now();
  if (!options.readsOnly) {
    await storeBase(table, items, options);
  }
  const revisions = readRevisions(items, options);
  for (const { revision, fault } of statedRevisions(revisions, now)) {
    if (fault) {
      options.onFault(revision, fault);
    }
  }
  const { revision } = inForceAt(revisions, now);
  const ending = calendarEnds(inForceAt(revisions, now), now);
  if (ending && !warned.has(revision)) {
    warned.add(revision);
    options.onWarning(revision, ending);
  }
  return revisions;
}

/** It is read with the next reading, before it takes effect. */
async function storeBase(table: Table, items: readonly PolicyItem[], { bundled, now }: PolicyOptions): Promise<void> {
  const stored = baseToStore(bundled, items, now());
  if (stored) {
    // Absent: of two workers that bring the same, the first one's time counts.
    const condition = { expression: 'attribute_not_exists(#pk)', names: ['pk'] };
    await putItem(table, { pk: partitions.policy, sk: sorts.base(stored.id), ...stored }, condition);
  }
}
