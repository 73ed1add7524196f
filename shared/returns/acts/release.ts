import { notTheirsToGive, ownedByNobody } from '../work/owning.ts';
import { workAct } from './work-act.ts';

/** Gives a record back: nobody has it, and its team can claim it again. */
export const release = workAct(
  'release',
  {},
  {
    roles: ['agent', 'merchant-approver', 'warehouse', 'admin'],
    refusal: ({ by }, worked, rules) => ownedByNobody(worked) ?? notTheirsToGive(worked, by, rules),
    does: ({ owner: _owner, offered: _offered, ...rest }) => rest,
    code: 'released',
    words: () => [{ 'zh-CN': '放回待领取', en: 'Released it' }],
  },
);
