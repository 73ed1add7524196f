import { jsonAnswer } from './http-server.ts';
import type { RobotPlatform } from './robot-stub.ts';

const mostBytes = 4096;

interface Post {
  readonly msgtype?: string;
  readonly markdown?: { readonly content?: string };
}

/** WeCom's group robots: known by the key in their address alone. */
export const wecomRobots: RobotPlatform = {
  path: '/cgi-bin/webhook/send',
  isGenuine: ({ query }) => Boolean(query.get('key')),
  shownIn: (body) => {
    const { msgtype, markdown } = Object(body) as Post;
    const content = markdown?.content ?? '';
    const called = [...content.matchAll(/<@([^>]+)>/g)].map(([, account = '']) => account);
    const isFit = content !== '' && Buffer.byteLength(content) <= mostBytes;
    return msgtype === 'markdown' && isFit ? { title: content.split('\n')[0] ?? '', text: content, called } : undefined;
  },
  answers: {
    ok: jsonAnswer(200, '{"errcode":0,"errmsg":"ok"}'),
    notGenuine: jsonAnswer(200, '{"errcode":93000,"errmsg":"invalid webhook url"}'),
    notRead: jsonAnswer(200, '{"errcode":40058,"errmsg":"markdown.content exceed max length 4096"}'),
    tooFast: jsonAnswer(200, '{"errcode":45009,"errmsg":"api freq out of limit"}'),
  },
};
