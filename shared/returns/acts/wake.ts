import { notNow } from './refusal.ts';
import { workAct } from './work-act.ts';

/** Ends a snooze before its time. */
export const wake = workAct(
  'wake',
  {},
  {
    roles: ['agent', 'merchant-approver', 'warehouse', 'admin'],
    refusal: (_act, { work }) =>
      work?.snooze ? undefined : notNow('not-snoozed', '没有设置稍后跟进', 'it is not put off'),
    does: ({ snooze: _snooze, ...rest }) => rest,
    code: 'woken',
    words: () => [{ 'zh-CN': '取消稍后跟进', en: 'Put it off no longer' }],
  },
);
