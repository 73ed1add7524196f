import type * as z from 'zod';
import type { RecordKind } from './act.ts';
import { type Refusal, wrong } from './refusal.ts';
import type { Role } from './roles.ts';

/** No policy asks: what it decides is judged by nobody. */
export const notByPerson = wrong('not-by-person', '只有人可以提出操作', 'only a person can ask for an act');

export function noSuchAct(name: string, known: readonly string[]): Refusal {
  const zh = `没有“${name}”这种操作；可用的有：${known.join('、')}`;
  return ofForm('no-such-act', zh, `there is no act "${name}"; there are: ${known.join(', ')}`);
}

type Issues = z.ZodError['issues'];

/** Names the fields, and nothing of what they hold. */
export function malformedAct(name: string, issues: Issues): Refusal {
  const fields = new Set(issues.flatMap(({ path: [field] }) => (field === undefined ? [] : [String(field)])));
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  const names = { wrong: [...fields].join(', '), unknown: unknown.join(', ').slice(0, 80) };
  const zh = [names.wrong && `缺少或格式不对：${names.wrong}`, names.unknown && `不认识：${names.unknown}`];
  const en = [names.wrong && `missing or malformed: ${names.wrong}`, names.unknown && `not known: ${names.unknown}`];
  const said = (parts: readonly string[], mark: string) => parts.filter((each) => each).join(mark);
  return ofForm('malformed', `操作 ${name}：${said(zh, '；')}`, `act ${name}: ${said(en, '; ')}`);
}

export function notOnThis(name: string, record: RecordKind): Refusal {
  const zh = `操作 ${name} 不能用于${record === 'case' ? '售后单' : '包裹'}`;
  return ofForm('not-on-this', zh, `act ${name} is not one on a ${record}`);
}

export function notYourRole(roles: readonly Role[]): Refusal {
  const text = {
    'zh-CN': `您的角色不能这样做；可以的有：${roles.join('、')}`,
    en: `not your role; it is for: ${roles.join(', ')}`,
  };
  return { code: 'not-your-role', because: 'role', text };
}

export function noSuch(record: RecordKind): Refusal {
  const text = { 'zh-CN': record === 'case' ? '没有这个售后单' : '没有这个包裹', en: `there is no such ${record}` };
  return { code: 'no-such-record', because: 'absent', text };
}

function ofForm(code: string, zh: string, en: string): Refusal {
  return { ...wrong(code, zh, en), because: 'form' };
}
