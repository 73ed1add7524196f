import type { Value } from '../record/values.ts';
import { allot } from './allot.ts';
import { chooseWarehouse } from './choose-warehouse.ts';

/** All acts, by their names: one more act is one more file and a line here. */
export const acts = { 'choose-warehouse': chooseWarehouse, allot };
export type ActName = keyof typeof acts;

/** A decision that Backhaul itself takes and keeps: numbered within its record, never undone by a later policy. */
export type Act = { [Name in ActName]: Value<(typeof acts)[Name]['schema']> }[ActName];

/** True of an act with all that it must hold; earlier releases kept some that are none. */
export function isAct(value: unknown): value is Act {
  const name = typeof value === 'object' && value !== null && 'act' in value ? String(value.act) : '';
  return Object.hasOwn(acts, name) && acts[name as ActName].schema.safeParse(value).success;
}

export interface NumberedAct {
  readonly n: number;
  readonly act: Act;
  /** Chosen by whoever asked for the act: asked for once more, it is known by this. A policy's has none. */
  readonly key?: string;
}
