import type { CaseRules, CaseSnapshot } from '../case/case.ts';
import type { ParcelRules, ParcelSnapshot } from '../parcel/parcel.ts';
import type { RecordKind } from './act.ts';
import { type Act, type ActName, acts } from './acts.ts';
import { type Refusal, wrong } from './refusal.ts';
import { type Role, rolesOf } from './roles.ts';

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
    return { refusal: noSuchAct(name) };
  }
  const row = acts[name as ActName];
  const { success, error } = row.schema.safeParse(value);
  if (success) {
    // As it was asked for, so that the same act asked for again is the same.
    return { act: value as Act, row };
  }
  const fields = new Set(error.issues.flatMap(({ path: [field] }) => (field === undefined ? [] : [String(field)])));
  const unknown = error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  return { refusal: malformed(name, [...fields], unknown.join(', ').slice(0, 80)) };
}

const notByPerson = wrong('not-by-person', '只有人可以提出操作', 'only a person can ask for an act');

function noSuchAct(name: string): Refusal {
  const all = Object.keys(acts);
  const zh = `没有“${name}”这种操作；可用的有：${all.join('、')}`;
  return wrong('no-such-act', zh, `there is no act "${name}"; there are: ${all.join(', ')}`);
}

function malformed(name: string, fields: readonly string[], unknown: string): Refusal {
  const faults = [
    ...(fields.length > 0
      ? [{ zh: `缺少或格式不对：${fields.join('、')}`, en: `missing or malformed: ${fields.join(', ')}` }]
      : []),
    ...(unknown ? [{ zh: `不认识：${unknown}`, en: `not known: ${unknown}` }] : []),
  ];
  const [zh, en] = [faults.map((each) => each.zh).join('；'), faults.map((each) => each.en).join('; ')];
  return wrong('malformed', `操作 ${name}：${zh}`, `act ${name}: ${en}`);
}

function notOnThis(name: string, record: RecordKind): Refusal {
  const zh = `操作 ${name} 不能用于${record === 'case' ? '售后单' : '包裹'}`;
  return wrong('not-on-this', zh, `act ${name} is not one on a ${record}`);
}

function notYourRole(roles: readonly Role[]): Refusal {
  const text = {
    'zh-CN': `您的角色不能这样做；可以的有：${roles.join('、')}`,
    en: `not your role; it is for: ${roles.join(', ')}`,
  };
  return { code: 'not-your-role', because: 'role', text };
}

function noSuch(record: RecordKind): Refusal {
  const text = { 'zh-CN': record === 'case' ? '没有这个售后单' : '没有这个包裹', en: `there is no such ${record}` };
  return { code: 'no-such-record', because: 'absent', text };
}
