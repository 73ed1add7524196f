import { assignee, assigneeTexts, cannotHave } from '../work/assignee.ts';
import { ownedByAnother, ownedByNobody } from '../work/owning.ts';
import { workAct } from './work-act.ts';

/** Offers what one has to the next shift; it stays one's own until that is accepted. */
export const handOver = workAct(
  'hand-over',
  { to: assignee },
  {
    roles: ['agent', 'merchant-approver', 'warehouse', 'admin'],
    refusal: ({ by, to }, worked, rules) =>
      cannotHave(to, worked, rules) ?? ownedByNobody(worked) ?? ownedByAnother(worked, by, rules),
    does: (work, { by, to, at }) => ({ ...work, offered: { by: by.person, at, to } }),
    code: 'handed-over',
    words: ({ to }) => {
      const name = assigneeTexts(to);
      return [{ 'zh-CN': `交接给${name['zh-CN']}，待接收`, en: `Handed it over to ${name.en}, not accepted yet` }];
    },
  },
);
