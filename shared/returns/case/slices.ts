import { contact } from '../contact/slice.ts';
import { decision } from '../decision/slice.ts';
import { disputes } from '../disputes/slice.ts';
import { opening } from '../opening/slice.ts';
import { platform } from '../platform/slice.ts';
import type { NamedStatement } from '../record/statement.ts';

/**
 * The slices of a case that stand on their own facts: one more is one more folder and a line here. What stands on several (goods, money,
 * pre-advices, deadlines) is put together in fold-case.ts.
 */
export const slices = { opening, decision, platform, contact, disputes };
export const allSlices = Object.values(slices);

type Slices = (typeof slices)[keyof typeof slices];
/** Of a union of objects, one with the fields of all. */
export type Both<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** The lines that they tell of the timeline. */
export type SlicedLine = ReturnType<Slices['linesOf']>[number];

/** What they make of the record. */
export type SlicedParts = Both<ReturnType<Slices['partOf']>>;

export function slicedParts(statements: readonly NamedStatement[]): SlicedParts {
  return Object.assign({}, ...allSlices.map((each) => each.partOf(statements)));
}
