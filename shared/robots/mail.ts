import type { Notice, PublishMail, Robot } from './robot.ts';
import { shownText } from './shown.ts';

/** SNS takes less than a hundred characters. */
const mostOfSubject = 90;

/** Tells by mail: plain text, to the addresses of the merchant's file. A topic knows no rate that people could pass, and no answer but that it took it. */
export function createMailRobot(publish: PublishMail): Robot {
  return {
    async tell({ robot, notice }) {
      await publish(robot.id, shownText(notice.title, mostOfSubject), textOf(notice));
      return { kind: 'ok' };
    },
  };
}

function textOf({ title, lines, link }: Notice): string {
  return [title, '', ...lines, ...(link ? ['', `${link.label}: ${link.url}`] : [])].join('\n');
}
