import type { Value } from '../record/values.ts';
import { accept } from './accept.ts';
import { allot } from './allot.ts';
import { chooseWarehouse } from './choose-warehouse.ts';
import { claim } from './claim.ts';
import { flag } from './flag.ts';
import { handOver } from './hand-over.ts';
import { handledOnPlatform } from './handled-on-platform.ts';
import { note } from './note.ts';
import { reassign } from './reassign.ts';
import { release } from './release.ts';
import { snooze } from './snooze.ts';
import { wake } from './wake.ts';

/** All acts, by their names: one more act is one more file and a line here. */
export const acts = {
  'choose-warehouse': chooseWarehouse,
  allot,
  claim,
  reassign,
  release,
  'hand-over': handOver,
  accept,
  note,
  flag,
  snooze,
  wake,
  'handled-on-platform': handledOnPlatform,
};
export type ActName = keyof typeof acts;

/** A decision that Backhaul itself takes and keeps: numbered within its record, never undone by a later policy. */
export type Act = { [Name in ActName]: Value<(typeof acts)[Name]['schema']> }[ActName];

/** True of an act with all that it must hold; earlier releases kept some that are none. */
export function isAct(value: unknown): value is Act {
  const name = typeof value === 'object' && value !== null && 'act' in value ? String(value.act) : '';
  return Object.hasOwn(acts, name) && acts[name as ActName].schema.safeParse(value).success;
}

/** True of what changes only who works on a record, and what they left on it. */
export function isWork({ act }: Act): boolean {
  return 'does' in acts[act];
}

export interface NumberedAct {
  readonly n: number;
  readonly act: Act;
  /** Chosen by whoever asked for the act: asked for once more, it is known by this. A policy's has none. */
  readonly key?: string;
}
