import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import type { ClaimTable, NoticeName, Settlement } from './ports.ts';
import { keyOfName } from './robot-work.ts';

export interface Claimer {
  readonly claims: ClaimTable;
  readonly now: () => Instant;
  readonly runId: string;
  /** What this process knows to be told, so that it asks no more; filled here. */
  readonly known: Set<string>;
}

/** By name, how often each claim that is ours failed before. */
export type Tries = ReadonlyMap<string, number>;

/** Longer than a run may take. */
const leaseMs = 180_000;

/** Claims what nobody told yet. */
export async function claimAll(claimer: Claimer, names: readonly NoticeName[]): Promise<Tries> {
  const now = claimer.now();
  const lease = { by: claimer.runId, now, until: addMillis(now, leaseMs) };
  const answers = await Promise.all(
    names.map(async (name) => [keyOfName(name), await claimer.claims.claim(name, lease)] as const),
  );
  for (const [key, { kind }] of answers) {
    if (kind === 'told') {
      claimer.known.add(key);
    }
  }
  return new Map(answers.flatMap(([key, answer]) => (answer.kind === 'mine' ? [[key, answer.tries]] : [])));
}

/** Lets go of what was not told: the next run may tell it. */
export async function giveBack(claimer: Claimer, names: readonly NoticeName[], tries: Tries): Promise<void> {
  const at = claimer.now();
  await settleAll(claimer, names, (name) => ({ kind: 'again', at, tries: tries.get(keyOfName(name)) ?? 0 }));
}

export async function settleAll(
  { claims, runId, known }: Claimer,
  names: readonly NoticeName[],
  outcomeOf: (name: NoticeName) => Settlement,
): Promise<void> {
  await Promise.all(
    names.map(async (name) => {
      const outcome = outcomeOf(name);
      await claims.settle(name, runId, outcome);
      if (outcome.kind === 'told') {
        known.add(keyOfName(name));
      }
    }),
  );
}
