import type { Value } from '../record/values.ts';
import { allot } from './allot.ts';
import { chooseWarehouse } from './choose-warehouse.ts';

/** All acts, by their names: one more act is one more file and a line here. */
export const acts = { 'choose-warehouse': chooseWarehouse, allot };
export type ActName = keyof typeof acts;

/** A decision that Backhaul itself takes and keeps: numbered within its record, never undone by a later policy. */
export type Act = { [Name in ActName]: Value<(typeof acts)[Name]['schema']> }[ActName];

export interface NumberedAct {
  readonly n: number;
  readonly act: Act;
  /** Chosen by whoever asked for the act: asked for once more, it is known by this. A policy's has none. */
  readonly key?: string;
}
