import { createHmac } from 'node:crypto';
import { jsonAnswer } from './http-server.ts';
import { isWithinHour, type RobotPlatform } from './robot-stub.ts';

interface Post {
  readonly msgtype?: string;
  readonly markdown?: { readonly title?: string; readonly text?: string };
  readonly at?: { readonly atMobiles?: readonly string[]; readonly atUserIds?: readonly string[] };
}

/** DingTalk's custom robots: `timestamp` and `sign` in the query, errors with status 200 and a code. */
export const dingtalkRobots: RobotPlatform = {
  path: '/robot/send',
  isGenuine: ({ query }, secret, nowMs) => {
    const timestamp = query.get('timestamp') ?? '';
    const expected = createHmac('sha256', secret ?? '')
      .update(`${timestamp}\n${secret}`)
      .digest('base64');
    return secret === undefined || (isWithinHour(Number(timestamp), nowMs) && query.get('sign') === expected);
  },
  shownIn: (body) => {
    const { msgtype, markdown, at } = Object(body) as Post;
    const called = [...(at?.atMobiles ?? []), ...(at?.atUserIds ?? [])];
    return msgtype === 'markdown' && markdown?.title && markdown.text
      ? { title: markdown.title, text: markdown.text, called }
      : undefined;
  },
  answers: {
    ok: jsonAnswer(200, '{"errcode":0,"errmsg":"ok"}'),
    notGenuine: jsonAnswer(200, '{"errcode":310000,"errmsg":"sign not match"}'),
    notRead: jsonAnswer(200, '{"errcode":40035,"errmsg":"parameter error"}'),
    tooFast: jsonAnswer(200, '{"errcode":130101,"errmsg":"send too fast, exceed 20 times per minute"}'),
  },
};
