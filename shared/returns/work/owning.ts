import type { Actor } from '../acts/act.ts';
import { notNow, type Refusal } from '../acts/refusal.ts';
import { rolesOf } from '../acts/roles.ts';
import type { WorkRules } from '../acts/work-act.ts';
import { localMinute } from '../record/local-time.ts';
import type { Owner, WorkPart } from './part.ts';

/** By their subject id. A policy has none, and no such act is a policy's. */
export function personOf(by: Actor): string {
  return 'person' in by ? by.person : '';
}

/** Somebody else has the record. */
export function ownedByAnother({ work }: WorkPart, by: Actor, rules: WorkRules): Refusal | undefined {
  const owner = work?.owner;
  return owner && owner.person !== personOf(by) ? ownedBy(owner, rules) : undefined;
}

/** The same for whoever may not give away what others have. */
export function notTheirsToGive(worked: WorkPart, by: Actor, rules: WorkRules): Refusal | undefined {
  const groups = 'person' in by ? (by.groups ?? []) : [];
  const mayGive = rolesOf(groups, rules.teams).some((role) => role === 'merchant-approver' || role === 'admin');
  return mayGive ? undefined : ownedByAnother(worked, by, rules);
}

function ownedBy(owner: Owner, { timeZone }: WorkRules): Refusal {
  const since = localMinute(owner.since, timeZone);
  const { person } = owner;
  return { ...notNow('owned', `已由 ${person} 于 ${since} 领取`, `owned by ${person} since ${since}`), owner };
}

/** Nobody has it. */
export function ownedByNobody({ work }: WorkPart): Refusal | undefined {
  return work?.owner ? undefined : notNow('not-owned', '还没有人领取', 'nobody owns it');
}
