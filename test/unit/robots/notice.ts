import type { Notice } from '#shared/robots/robot.ts';

/** What a robot is told in tests. */
export function noticeWith(fields: Partial<Notice> = {}): Notice {
  return {
    id: 'notice_1',
    type: 'notice.ring',
    isUrgent: true,
    title: '平台时限：standard main',
    lines: ['时限：剩 25 分', '要做：处理申请'],
    people: [],
    data: { level: 'half-hour' },
    ...fields,
  };
}
