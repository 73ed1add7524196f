import { createHmac } from 'node:crypto';
import type { Notice, RobotAnswer, RobotForm } from './robot.ts';
import { shownText, withinBytes, withoutMarkup } from './shown.ts';

/** It takes some 20 KB. */
const mostBytes = 12_000;

/** More than 20 messages a minute, and a robot is deaf for ten minutes. Source: open.dingtalk.com, "自定义机器人接入", 调用频率限制. */
const deafMinutes = 10;
const tooFast: readonly unknown[] = [130101, 410100, 660026];

/** A custom robot of a DingTalk group (钉钉自定义机器人), by signature (加签) where there is a secret. */
export const dingtalk: RobotForm = {
  hosts: ['oapi.dingtalk.com'],
  secretForm: 'the SEC… of its security settings (加签)',
  write(notice, { url, secret }, now) {
    const body = { msgtype: 'markdown', markdown: { title: notice.title, text: textOf(notice) }, at: calledBy(notice) };
    return { url: secret === undefined ? url : signedUrl(url, secret, now), body: JSON.stringify(body) };
  },
  read: ({ said: { errcode } }): RobotAnswer => {
    if (errcode === 0) {
      return { kind: 'ok' };
    }
    const reason = `errcode ${shownText(String(errcode), 20)}`;
    return tooFast.includes(errcode)
      ? { kind: 'busy', reason, pauseMinutes: deafMinutes }
      : { kind: 'refused', reason };
  },
};

/**
 * HMAC-SHA256 with the secret over `<Unix milliseconds>\n<secret>`, base64, in the query; good for an hour.
 * Source: open.dingtalk.com, "自定义机器人安全设置", 加签.
 */
function signedUrl(url: string, secret: string, now: Date): string {
  const timestamp = String(now.getTime());
  const signed = new URL(url);
  signed.searchParams.set('timestamp', timestamp);
  signed.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  return signed.href;
}

function textOf(notice: Notice): string {
  const { title, lines, link } = notice;
  const { atMobiles, atUserIds } = calledBy(notice);
  const end = [
    ...(link ? [`[${withoutMarkup(link.label)}](${link.url})`] : []),
    // Whoever is called has to stand in the text, too, or nothing is shown of it.
    [...atMobiles, ...atUserIds].map((account) => `@${account}`).join(' '),
  ].filter((line) => line !== '');
  const shown = withinBytes(lines.map(withoutMarkup), mostBytes);
  return [`### ${withoutMarkup(title)}`, ...shown, ...end].join('\n\n');
}

function calledBy({ people }: Notice) {
  const accounts = people.flatMap(({ dingtalk: account }) => account ?? []);
  const isMobile = (account: string) => /^\+?[\d-]{11,}$/.test(account);
  return {
    atMobiles: accounts.filter(isMobile),
    atUserIds: accounts.filter((account) => !isMobile(account)),
    isAtAll: false,
  };
}
