import type { Units } from '../goods/facts.ts';
import type { Instant } from '../record/instant.ts';

/** Who decided: a policy (with what it looked at), or a person by their subject id at the identity provider, and the groups that their token named. */
export type Actor =
  | { readonly policy: string; readonly row: string; readonly inputs: Readonly<Record<string, string>> }
  | { readonly person: string; readonly groups?: readonly string[] };

/** A decision that Backhaul itself takes and keeps: numbered within its record, never undone by a later policy. */
export type Act =
  | { readonly act: 'choose-warehouse'; readonly warehouseId: string; readonly by: Actor; readonly at: Instant }
  /** Says whose the units of a shared parcel are: by case key, by SKU. */
  | {
      readonly act: 'allot';
      readonly units: Readonly<Record<string, Readonly<Record<string, Units>>>>;
      readonly by: Actor;
      readonly at: Instant;
    };
export type ActName = Act['act'];

export interface NumberedAct {
  readonly n: number;
  readonly act: Act;
  /** Chosen by whoever asked for the act: asked for once more, it is known by this. A policy's has none. */
  readonly key?: string;
}
