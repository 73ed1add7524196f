import type { Need } from './clock.ts';
import { caseDeadlines, type DeadlineKind, deadlineKinds } from './kinds.ts';

/** What some channel tells: of some shops, as `<source>:<shop>`, or of all. */
export interface Measured {
  readonly need: Need;
  readonly shops?: readonly string[];
}

/** What is told of the cases of one shop. */
export function needsTold(measured: readonly Measured[], source: string, shop: string): Need[] {
  const own = measured.filter(({ shops }) => shops === undefined || shops.includes(`${source}:${shop}`));
  return [...new Set(own.map(({ need }) => need))];
}

/** A kind of deadline of which no clock runs, and what nobody tells. */
export interface NotMeasured {
  readonly kind: DeadlineKind;
  readonly need: Need;
}

/** Kinds that are not measured where just this is told. */
export function kindsNotMeasured(told: readonly Need[]): NotMeasured[] {
  return deadlineKinds.flatMap((kind) => {
    const need = needOf(kind);
    return need && !told.includes(need) ? [{ kind, need }] : [];
  });
}

function needOf(kind: DeadlineKind): Need | undefined {
  const rows: Readonly<Record<string, { readonly needs?: Need }>> = caseDeadlines;
  return rows[kind]?.needs;
}
