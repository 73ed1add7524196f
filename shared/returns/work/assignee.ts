import * as z from 'zod';
import { type Refusal, wrong } from '../acts/refusal.ts';
import type { WorkedOn, WorkRules } from '../acts/work-act.ts';
import type { Assignee, Work } from './part.ts';

/** As an identity provider names a person: no blank in it, so that nobody's name is typed here. */
export const person = z.string().regex(/^[\x21-\x7e]{1,128}$/, 'a subject id: 1 to 128 characters, no blank');
export const assignee = z.union([
  z.strictObject({ person }),
  z.strictObject({ team: z.string().regex(/^[a-z0-9][a-z0-9-]{0,30}$/) }),
]);

/** The team is not in the merchant's file, or would not see the case. */
export function cannotHave(to: Assignee, { source, shop }: WorkedOn, { teams }: WorkRules): Refusal | undefined {
  if (!('team' in to)) {
    return undefined;
  }
  const team = Object.hasOwn(teams, to.team) ? teams[to.team] : undefined;
  if (!team) {
    const names = Object.keys(teams);
    return names.length === 0
      ? wrong('unknown-team', '商家文件里没有任何团队', "the merchant's file has no teams")
      : wrong('unknown-team', `团队只能是：${names.join('、')}`, `team must be one of: ${names.join(', ')}`);
  }
  const isBlind = source !== undefined && team.shops.length > 0 && !team.shops.includes(`${source}:${shop}`);
  return isBlind
    ? wrong('team-of-other-shops', `团队 ${to.team} 不负责这家店铺`, `team ${to.team} does not see this shop`)
    : undefined;
}

/** Gives it to a person, or to a team, of which nobody has it yet. What was offered is offered no more. */
export function givenTo(work: Work, to: Assignee, since: NonNullable<Work['owner']>['since']): Work {
  const { owner, offered: _offered, ...rest } = work;
  if ('team' in to) {
    return { ...rest, team: to.team };
  }
  return { ...rest, owner: owner?.person === to.person ? owner : { person: to.person, since } };
}

/** For people: a team by its id, a person by their subject id. */
export function assigneeTexts(to: Assignee): { readonly 'zh-CN': string; readonly en: string } {
  return 'team' in to
    ? { 'zh-CN': `团队 ${to.team}`, en: `team ${to.team}` }
    : { 'zh-CN': ` ${to.person}`, en: to.person };
}
