import type * as z from 'zod';
import type { CaseRules } from '../case/case.ts';
import type { Value } from '../record/values.ts';
import type { Work, WorkPart } from '../work/part.ts';
import { type RecordKind, type Row, type SchemaOf, schemaOf } from './act.ts';

/** What every record has that people work on. */
export interface WorkedOn extends WorkPart {
  /** Of a case: where it comes from. */
  readonly source?: string;
  readonly shop?: string;
}
export type WorkRules = Pick<CaseRules, 'teams' | 'timeZone'>;

interface WorkRow<Code extends string, Schema extends z.ZodType>
  extends Omit<Row<Code, Schema, WorkedOn, WorkRules>, 'confirmedBy' | 'staleAfter'> {
  /** On cases alone; else on parcels, too. */
  readonly onlyCases?: true;
  /** What people's work is after it. */
  readonly does: (work: Work, act: ByPerson<Value<Schema>>) => Work;
}

/** The same, of which it is known that a person took it. */
type ByPerson<Act> = Act & { readonly by: { readonly person: string } };

/**
 * What people do to a record so that it is done by somebody: it changes who has it, and nothing of what it says is true. So no such act makes another one
 * stale, and none makes it stale.
 */
export function workAct<Name extends string, Code extends string, Input extends z.ZodRawShape>(
  name: Name,
  input: Input,
  { onlyCases, ...row }: WorkRow<Code, SchemaOf<Name, Input>>,
) {
  const on: readonly RecordKind[] = onlyCases ? ['case'] : ['case', 'parcel'];
  const still = { confirmedBy: 'nobody', staleAfter: [] as readonly string[] } as const;
  return { on, schema: schemaOf(name, input), input, ...still, ...row };
}
