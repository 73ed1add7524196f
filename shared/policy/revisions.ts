import * as z from 'zod';
import type { Fault } from '#shared/fault/fault.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import { type Instant, millisOf, toInstant } from '#shared/returns/record/instant.ts';
import { bundledPolicyOf, type ParsedPolicy, parsePolicy } from './bundled-policy.ts';
import { policyNotValid } from './not-valid.ts';
import type { Policy } from './policy.ts';

/** A stored policy that holds from a moment on. */
export interface Revision {
  readonly revision: string;
  readonly effectiveAt: Instant;
  readonly policy: Policy;
  /** What an admin should mend in it, though it holds. */
  readonly fault?: Fault;
}

/** One that is none, and counts as not stored. */
export interface WrongRevision {
  /** Its name, or its sort key where it has none. */
  readonly revision: string;
  readonly fault: Fault;
}

export interface Revisions {
  /** In the order of their times. */
  readonly valid: readonly Revision[];
  readonly wrong: readonly WrongRevision[];
}

/** An item of the table, whatever an admin put there. */
export type PolicyItem = Readonly<Record<string, unknown>>;

export interface PolicyReading {
  /** What holds where no policy is stored, and for each field that a stored one leaves out. */
  readonly bundled: Policy;
  readonly parse: (value: unknown) => ParsedPolicy;
}

export function policyReadingOf(merchant: Pick<Merchant, 'warehouses'>): PolicyReading {
  return { bundled: bundledPolicyOf(merchant), parse: (value) => parsePolicy(value, merchant) };
}

/** `policy` holds the top-level fields that differ from the bundled one, each whole. */
const itemShape = z.object({
  revision: z.string(),
  effectiveAt: z
    .string()
    .refine((text) => startOf(text) !== undefined, 'must be a UTC instant, such as 2026-03-01T08:00:00.000Z'),
  policy: z.record(z.string(), z.unknown()),
});

/** What an item has to hold beside its keys. */
export type StoredPolicy = z.input<typeof itemShape>;

/** A day is its begin. */
function startOf(text: string): Instant | undefined {
  return toInstant(text) ?? toInstant(`${text}T00:00:00Z`);
}

/** Reads what is stored; one that is wrong takes no other with it. */
export function readRevisions(items: readonly PolicyItem[], reading: PolicyReading): Revisions {
  const read = items.map((item) => readRevision(item, reading));
  const valid = read.flatMap((each) => ('policy' in each ? [each] : []));
  return {
    valid: valid.sort((one, other) => millisOf(one.effectiveAt) - millisOf(other.effectiveAt)),
    wrong: read.flatMap((each) => ('policy' in each ? [] : [each])),
  };
}

function readRevision(item: PolicyItem, { bundled, parse }: PolicyReading): Revision | WrongRevision {
  const shaped = itemShape.safeParse(item);
  if (!shaped.success) {
    const name = String(item.revision ?? item.sk);
    return { revision: name, fault: policyNotValid(name, shaped.error) };
  }
  const { revision, effectiveAt, policy: fields } = shaped.data;
  const parsed = parse({ ...bundled, ...fields, revision });
  return parsed.policy
    ? { revision, effectiveAt: startOf(effectiveAt) as Instant, ...parsed }
    : { revision, fault: parsed.fault };
}

/** Undefined where none of them holds yet, and so the bundled one does. */
export function inForceAt({ valid }: Revisions, at: Instant): Revision | undefined {
  return valid.findLast(({ effectiveAt }) => effectiveAt <= at);
}

/** How one stands at a moment. What was in force before goes on for the cases of its time, and nobody can mend what it holds. */
export interface StatedRevision {
  readonly revision: string;
  readonly effectiveAt?: Instant;
  /** `not-valid`: it counts as not stored. */
  readonly state: 'not-valid' | 'over' | 'in-force' | 'later';
  /** What an admin has to mend. */
  readonly fault?: Fault;
}

/** Those that are none, then the others in the order of their times. */
export function statedRevisions(revisions: Revisions, now: Instant): StatedRevision[] {
  const inForce = inForceAt(revisions, now);
  const stated = revisions.valid.map((each): StatedRevision => {
    const { revision, effectiveAt, fault } = each;
    const state = each === inForce ? 'in-force' : effectiveAt > now ? 'later' : 'over';
    return { revision, effectiveAt, state, ...(fault && state !== 'over' && { fault }) };
  });
  return [...revisions.wrong.map((each) => ({ ...each, state: 'not-valid' as const })), ...stated];
}
