import * as z from 'zod';
import type { CaseRules, CaseSnapshot } from '../case/case.ts';
import type { SkuQuantity } from '../goods/facts.ts';
import type { ParcelRules, ParcelSnapshot } from '../parcel/parcel.ts';
import type { Instant } from '../record/instant.ts';
import { instant, text, type Value } from '../record/values.ts';
import type { Refusal, Texts } from './refusal.ts';
import type { Role } from './roles.ts';

const policyActor = z.strictObject({ policy: text, row: text, inputs: z.record(z.string(), z.string()) });
const personActor = z.strictObject({ person: text, groups: z.exactOptional(z.array(text)) });

/** Who decided: a policy (with what it looked at), or a person by their subject id at the identity provider, and the groups that their token named. */
const actor = z.union([policyActor, personActor]);
export type Actor = Value<typeof actor>;

export interface Row<Code extends string, Schema extends z.ZodType, Snapshot, Rules> {
  /** Its line of a case's timeline. */
  readonly code: Code;
  /** Who may ask for it. */
  readonly roles: readonly Role[];
  /** Who must confirm it before it counts. None needs it yet. */
  readonly confirmedBy: 'nobody' | Role;
  /** Acts of these names, taken since the person looked, make what they saw stale. */
  readonly staleAfter: readonly string[];
  /** Why it may not be taken on the record as it stands, for who asked; undefined where it may. */
  readonly refusal: (act: Value<Schema>, snapshot: Snapshot, rules: Rules) => Refusal | undefined;
  /** What that line says to people, part by part; of an act on a parcel, what concerns this case. */
  readonly words: (act: Value<Schema>, caseKey: string, say: ActWording) => readonly Texts[];
}

/** Puts into words what stands in every language: goods as `2 × SHOE-RED-41`, times by the merchant's clocks. */
export interface ActWording {
  readonly goods: (lines: readonly SkuQuantity[]) => string;
  readonly time: (at: Instant) => string;
}

export function schemaOf<Name extends string, Input extends z.ZodRawShape>(name: Name, input: Input) {
  return z.strictObject({ act: z.literal(name), by: actor, at: instant, ...input });
}
export type SchemaOf<Name extends string, Input extends z.ZodRawShape> = ReturnType<typeof schemaOf<Name, Input>>;

/** A decision on a case that Backhaul itself takes and keeps. `input`: what it holds beside who decided and when. */
export function caseAct<Name extends string, Code extends string, Input extends z.ZodRawShape>(
  name: Name,
  input: Input,
  row: Row<Code, SchemaOf<Name, Input>, CaseSnapshot, CaseRules>,
) {
  return { on: ['case'] as readonly RecordKind[], schema: schemaOf(name, input), input, ...row };
}

/** The same on a parcel. */
export function parcelAct<Name extends string, Code extends string, Input extends z.ZodRawShape>(
  name: Name,
  input: Input,
  row: Row<Code, SchemaOf<Name, Input>, ParcelSnapshot, ParcelRules>,
) {
  return { on: ['parcel'] as readonly RecordKind[], schema: schemaOf(name, input), input, ...row };
}

/** What an act may be on. */
export type RecordKind = 'case' | 'parcel';
