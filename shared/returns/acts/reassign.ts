import { assignee, assigneeTexts, cannotHave, givenTo } from '../work/assignee.ts';
import { notTheirsToGive } from '../work/owning.ts';
import { workAct } from './work-act.ts';

/** Gives a record to another person, or to a team. What somebody else has, only the merchant's people and admins give away. */
export const reassign = workAct(
  'reassign',
  { to: assignee },
  {
    roles: ['agent', 'merchant-approver', 'warehouse', 'admin'],
    refusal: ({ by, to }, worked, rules) => cannotHave(to, worked, rules) ?? notTheirsToGive(worked, by, rules),
    does: (work, { to, at }) => givenTo(work, to, at),
    code: 'reassigned',
    words: ({ to }) => {
      const name = assigneeTexts(to);
      return [{ 'zh-CN': `转派给${name['zh-CN']}`, en: `Reassigned it to ${name.en}` }];
    },
  },
);
