import type { Notice, RobotAnswer, RobotForm } from './robot.ts';
import { shownText, withinBytes, withoutMarkup } from './shown.ts';

/** Its Markdown may have 4,096 bytes: this for the lines, the rest for title, link and mentions. */
const mostBytes = 2_600;

/** 20 a minute are taken. Source: developer.work.weixin.qq.com, "群机器人配置说明" (91770). */
const pauseMinutes = 1;
/** -1: the system is busy. */
const tooFast: readonly unknown[] = [45009, -1];

/** A robot of a WeCom group (企业微信群机器人). It signs nothing: the key in its address is all that it is known by. */
export const wecom: RobotForm = {
  hosts: ['qyapi.weixin.qq.com'],
  secretForm: 'none: it is known by the key in its address',
  write: (notice, { url }) => ({
    url,
    body: JSON.stringify({ msgtype: 'markdown', markdown: { content: contentOf(notice) } }),
  }),
  read: ({ said: { errcode } }): RobotAnswer => {
    if (errcode === 0) {
      return { kind: 'ok' };
    }
    const reason = `errcode ${shownText(String(errcode), 20)}`;
    return tooFast.includes(errcode) ? { kind: 'busy', reason, pauseMinutes } : { kind: 'refused', reason };
  },
};

function contentOf({ title, lines, link, people, isUrgent }: Notice): string {
  const called = people.flatMap(({ wecom: account }) => (account ? [`<@${account}>`] : []));
  const colour = isUrgent ? 'warning' : 'info';
  return [
    `**<font color="${colour}">${withoutMarkup(title)}</font>**`,
    ...withinBytes(
      lines.map((line) => `> ${withoutMarkup(line)}`),
      mostBytes,
    ),
    ...(link ? [`[${withoutMarkup(link.label)}](${link.url})`] : []),
    ...(called.length > 0 ? [called.join(' ')] : []),
  ].join('\n');
}
