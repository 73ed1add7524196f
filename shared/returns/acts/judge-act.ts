import type { CaseRules, CaseSnapshot } from '../case/case.ts';
import type { ParcelRules, ParcelSnapshot } from '../parcel/parcel.ts';
import { type Act, type ActName, acts } from './acts.ts';

export type Judged =
  | { readonly refusal: string }
  | {
      readonly act: Act;
      /** Acts of these names, taken since the person looked, make what they saw stale. */
      readonly staleAfter: readonly string[];
    };

/** The record that an act is asked for on: undefined where there is none. */
export type ActedOn =
  | { readonly record: 'case'; readonly snapshot: CaseSnapshot | undefined; readonly rules: CaseRules }
  | { readonly record: 'parcel'; readonly snapshot: ParcelSnapshot | undefined; readonly rules: ParcelRules };

/** @param value - As asked for: nobody has looked yet whether it is an act. */
export function judgeAct(value: unknown, { record, snapshot, rules }: ActedOn): Judged {
  const read = readAct(value);
  if ('refusal' in read) {
    return read;
  }
  const { act, row } = read;
  if (!('person' in act.by)) {
    return { refusal: 'only a person can ask for an act' };
  }
  if (row.record !== record) {
    return { refusal: `act ${act.act} is not one on a ${record}` };
  }
  if (!snapshot) {
    return { refusal: `there is no such ${record}` };
  }
  // The row is of the record's kind, so it takes just this act, snapshot and rules.
  const refusal = row.refusal(act as never, snapshot as never, rules as never);
  return refusal ? { refusal } : { act, staleAfter: row.staleAfter };
}

/** What is wrong with a value that should be an act, in one sentence for who asked. */
function readAct(
  value: unknown,
): { readonly refusal: string } | { readonly act: Act; readonly row: (typeof acts)[ActName] } {
  const name = typeof value === 'object' && value !== null && 'act' in value ? String(value.act).slice(0, 40) : '';
  if (!Object.hasOwn(acts, name)) {
    return { refusal: `there is no act "${name}"; there are: ${Object.keys(acts).join(', ')}` };
  }
  const row = acts[name as ActName];
  const { success, error } = row.schema.safeParse(value);
  if (success) {
    // As it was asked for, so that the same act asked for again is the same.
    return { act: value as Act, row };
  }
  const wrong = new Set(error.issues.flatMap(({ path: [field] }) => (field === undefined ? [] : [String(field)])));
  const unknown = error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  const faults = [
    ...(wrong.size > 0 ? [`missing or malformed: ${[...wrong].join(', ')}`] : []),
    ...(unknown.length > 0 ? [`not known: ${unknown.join(', ').slice(0, 80)}`] : []),
  ];
  return { refusal: `act ${name}: ${faults.join('; ')}` };
}
