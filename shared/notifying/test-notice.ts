import type { Notice } from '#shared/robots/robot.ts';
import { type Layout, plainNotice } from './layout.ts';
import { noticeIdOf } from './notice-id.ts';
import type { Person } from './routing.ts';

/** A message that asks nobody to do anything, to try a robot by. @param id - Another one for each try. */
export function testNotice(robot: string, id: string, called: readonly Person[], { texts }: Layout): Notice {
  return plainNotice({
    id: noticeIdOf('test', robot, id),
    type: 'notice.digest',
    isUrgent: false,
    title: texts.test,
    lines: [texts.testLine(robot)],
    people: called,
    data: { isTest: true },
  });
}
