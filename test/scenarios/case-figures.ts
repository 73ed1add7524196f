import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { DeadlineKind } from '#shared/returns/deadlines/kinds.ts';
import type { Deadline } from '#shared/returns/deadlines/part.ts';

/** How many units came, of all SKUs. */
export function receivedOf({ goods }: Pick<CaseSnapshot, 'goods'>): number {
  return goods.reduce((sum, { received }) => sum + received, 0);
}

/** The case's clock of a kind; undefined where none runs. */
export function clockOf({ deadlines }: Pick<CaseSnapshot, 'deadlines'>, kind: DeadlineKind): Deadline | undefined {
  return Object.values(deadlines).find((each) => each.kind === kind);
}
