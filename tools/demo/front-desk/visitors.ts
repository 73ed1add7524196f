import { merchant } from '#shared/merchant/bundled.ts';
import { roles } from '#shared/returns/acts/roles.ts';
import type { Texts } from '#shared/words/locale.ts';
import { demoUserOf } from '../../operate/demo-token.ts';

/** As whom one can be at the demo's board. */
export interface Visitor {
  /** By which the front desk knows them: a role, or the group of a team. */
  readonly group: string;
  /** With which they sign in themselves. */
  readonly userName: string;
  /** As colleagues call them; of whom the merchant's file says nothing, their user name. */
  readonly name: string;
  readonly what: Texts;
}

const what: Readonly<Record<(typeof roles)[number], Texts>> = {
  agent: { 'zh-CN': '客服，看得到所有店铺', en: 'agent, sees every shop' },
  'merchant-approver': { 'zh-CN': '商家审核人，定金额', en: 'merchant approver, for what money is about' },
  warehouse: { 'zh-CN': '仓库', en: 'warehouse' },
  admin: { 'zh-CN': '运维，另有数据源页', en: 'admin, sees how the sources stand, too' },
};

/** One of each role, and one of each team. */
export function visitorsOf({ teams, notify }: Pick<typeof merchant, 'teams' | 'notify'> = merchant): Visitor[] {
  const ofTeams = teams.map(({ id, oidcGroup, shops }): readonly [string, Texts] => [
    oidcGroup,
    {
      'zh-CN': `客服，小组 ${id}${shops.length > 0 ? `，只看 ${shops.join('、')}` : ''}`,
      en: `agent of team ${id}${shops.length > 0 ? `, sees ${shops.join(', ')} alone` : ''}`,
    },
  ]);
  const [agent, ...others] = roles;
  const groups = new Map<string, Texts>([
    [agent, what[agent]],
    ...ofTeams,
    ...others.map((role) => [role, what[role]] as const),
  ]);
  return [...groups].map(([group, texts]) => {
    const userName = demoUserOf(group);
    const known = notify.people.find(({ person }) => person === userName);
    return { group, userName, name: known?.name ?? userName, what: texts };
  });
}
