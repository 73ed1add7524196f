import type { CaseRules, CaseSnapshot } from '../case/case.ts';
import type { ParcelRules, ParcelSnapshot } from '../parcel/parcel.ts';
import { type Act, type ActName, acts } from './acts.ts';
import { malformedAct, noSuch, noSuchAct, notByPerson, notOnThis, notYourRole } from './asked-wrongly.ts';
import type { Refusal } from './refusal.ts';
import { rolesOf } from './roles.ts';

export type Judged =
  | { readonly refusal: Refusal }
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
    return { refusal: notByPerson };
  }
  if (!row.on.includes(record)) {
    return { refusal: notOnThis(act.act, record) };
  }
  const own = rolesOf(act.by.groups ?? [], rules.teams);
  if (!row.roles.some((role) => own.includes(role))) {
    return { refusal: notYourRole(row.roles) };
  }
  if (!snapshot) {
    return { refusal: noSuch(record) };
  }
  // The row is of the record's kind, so it takes just this act, snapshot and rules.
  const refusal = row.refusal(act as never, snapshot as never, rules as never);
  return refusal ? { refusal } : { act, staleAfter: row.staleAfter };
}

/** What is wrong with a value that should be an act, in one sentence for who asked. */
function readAct(
  value: unknown,
): { readonly refusal: Refusal } | { readonly act: Act; readonly row: (typeof acts)[ActName] } {
  const name = typeof value === 'object' && value !== null && 'act' in value ? String(value.act).slice(0, 40) : '';
  if (!Object.hasOwn(acts, name)) {
    return { refusal: noSuchAct(name, Object.keys(acts)) };
  }
  const row = acts[name as ActName];
  const { success, error } = row.schema.safeParse(value);
  if (success) {
    // As it was asked for, so that the same act asked for again is the same.
    return { act: value as Act, row };
  }
  return { refusal: malformedAct(name, error.issues) };
}
