import { jsonAnswer } from './http-server.ts';
import type { RobotPlatform } from './robot-stub.ts';
import { signStandard } from './sign.ts';

const toleranceMs = 300_000;

interface Post {
  readonly type?: string;
  readonly data?: { readonly title?: string; readonly lines?: readonly string[] };
}

/** A program that takes notices by Standard Webhooks. */
export const noticeReceiver: RobotPlatform = {
  path: '/notices',
  isGenuine: ({ headers, body }, secret = '', nowMs) => {
    const { 'webhook-id': id = '', 'webhook-timestamp': sent = '', 'webhook-signature': signature } = headers;
    const timestamp = Number(sent);
    const expected = signStandard(secret, { id, timestamp, body })['webhook-signature'];
    return id !== '' && Math.abs(nowMs - timestamp * 1000) <= toleranceMs && signature === expected;
  },
  shownIn: (body) => {
    const { type = '', data } = Object(body) as Post;
    return type.startsWith('notice.') && data?.title
      ? { title: data.title, text: (data.lines ?? []).join('\n'), called: [] }
      : undefined;
  },
  answers: {
    ok: jsonAnswer(200, '{}'),
    notGenuine: jsonAnswer(401, '{}'),
    notRead: jsonAnswer(400, '{}'),
    tooFast: jsonAnswer(429, '{}'),
  },
};
