import { createHmac } from 'node:crypto';
import { jsonAnswer } from './http-server.ts';
import { isWithinHour, type RobotPlatform } from './robot-stub.ts';

interface Text {
  readonly tag?: string;
  readonly content?: string;
}

interface Post {
  readonly msg_type?: string;
  readonly card?: {
    readonly header?: { readonly title?: Text };
    readonly elements?: readonly { readonly text?: Text }[];
  };
}

/** Feishu's custom robots: `timestamp` (seconds) and `sign` in the body, keyed by both and over nothing. */
export const feishuRobots: RobotPlatform = {
  path: '/open-apis/bot/v2/hook/',
  isGenuine: ({ body }, secret, nowMs) => {
    const { timestamp = '', sign } = Object(JSON.parse(body.toString())) as Record<string, string>;
    const expected = createHmac('sha256', `${timestamp}\n${secret}`).digest('base64');
    return secret === undefined || (isWithinHour(Number(timestamp) * 1000, nowMs) && sign === expected);
  },
  shownIn: (body) => {
    const { msg_type: type, card } = Object(body) as Post;
    const texts = (card?.elements ?? []).flatMap(({ text }) => (text?.content ? [text] : []));
    const marked = texts.filter(({ tag }) => tag === 'lark_md').map(({ content }) => content);
    const called = [...marked.join(' ').matchAll(/<at id=([^>]+)><\/at>/g)].map(([, account = '']) => account);
    const title = card?.header?.title?.content;
    return type === 'interactive' && title
      ? { title, text: texts.map(({ content }) => content).join('\n'), called }
      : undefined;
  },
  answers: {
    ok: jsonAnswer(200, '{"code":0,"data":{},"msg":"success","StatusCode":0,"StatusMessage":"success"}'),
    notGenuine: jsonAnswer(
      200,
      '{"code":19021,"data":{},"msg":"sign match fail or timestamp is not within one hour from current time"}',
    ),
    notRead: jsonAnswer(200, '{"code":9499,"data":{},"msg":"Bad Request"}'),
    tooFast: jsonAnswer(200, '{"code":11232,"data":{},"msg":"frequency limited psm[lark.oapi.app_platform_runtime]"}'),
  },
};
