import { createHmac } from 'node:crypto';
import type { Notice, RobotAnswer, RobotForm } from './robot.ts';
import { shownText, withinBytes } from './shown.ts';

/** Its whole message may have 20 KB. */
const mostBytes = 10_000;

/** 100 a minute and 5 a second are taken. Source: open.feishu.cn, "自定义机器人使用指南". */
const pauseMinutes = 1;

/** A custom robot of a Feishu group (飞书自定义机器人), by signature (签名校验) where there is a secret. */
export const feishu: RobotForm = {
  hosts: ['open.feishu.cn', 'open.larksuite.com'],
  secretForm: 'the key of its signature check (签名校验)',
  write(notice, { url, secret }, now) {
    const signature = secret === undefined ? {} : signatureOf(secret, now);
    return { url, body: JSON.stringify({ ...signature, msg_type: 'interactive', card: cardOf(notice) }) };
  },
  read: ({ status, said }): RobotAnswer => {
    const code = said.code ?? said.StatusCode;
    if (code === 0) {
      return { kind: 'ok' };
    }
    const reason = `code ${shownText(String(code), 20)}`;
    return isBusy(status, code, said.msg) ? { kind: 'busy', reason, pauseMinutes } : { kind: 'refused', reason };
  },
};

/** 9499 is what it says to a message that it cannot read, and, with other words, to one too many. */
function isBusy(status: number, code: unknown, words: unknown): boolean {
  return status === 429 || code === 11232 || (code === 9499 && /too many|frequen|limit/i.test(String(words)));
}

/**
 * HMAC-SHA256 of nothing, with `<Unix seconds>\n<secret>` as its key, base64, in the body; good for an hour.
 * Source: open.feishu.cn, "自定义机器人使用指南", 签名校验.
 */
function signatureOf(secret: string, now: Date): { readonly timestamp: string; readonly sign: string } {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') };
}

/** Only the line that calls people is read as markup, and it holds nothing but accounts; all other texts are plain. */
function cardOf({ title, lines, link, people, isUrgent }: Notice) {
  const called = people.flatMap(({ feishu: account }) => (account ? [`<at id=${account}></at>`] : []));
  return {
    config: { wide_screen_mode: true },
    header: { template: isUrgent ? 'red' : 'blue', title: plain(title) },
    elements: [
      { tag: 'div', text: plain(withinBytes(lines, mostBytes).join('\n')) },
      ...(called.length > 0 ? [{ tag: 'div', text: { tag: 'lark_md', content: called.join(' ') } }] : []),
      ...(link
        ? [{ tag: 'action', actions: [{ tag: 'button', type: 'primary', text: plain(link.label), url: link.url }] }]
        : []),
    ],
  };
}

function plain(content: string) {
  return { tag: 'plain_text', content };
}
