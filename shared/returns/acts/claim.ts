import { givenTo } from '../work/assignee.ts';
import { ownedByAnother } from '../work/owning.ts';
import { workAct } from './work-act.ts';

/** Takes a record for oneself; of one's own, takes an offer of it back. */
export const claim = workAct(
  'claim',
  {},
  {
    roles: ['agent', 'merchant-approver', 'warehouse', 'admin'],
    refusal: ({ by }, worked, rules) => ownedByAnother(worked, by, rules),
    does: (work, { by, at }) => givenTo(work, { person: by.person }, at),
    code: 'claimed',
    words: () => [{ 'zh-CN': '领取', en: 'Claimed it' }],
  },
);
