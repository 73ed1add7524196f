import type { Texts } from './locale.ts';

/** An answer of this API, before it crosses the wire. */
export interface ApiReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Why a request is not answered as asked, for a person. */
export interface Problem {
  readonly status: 400 | 401 | 403 | 404 | 500;
  readonly title: string;
  readonly detail: Texts;
}

export const problems = {
  noToken: {
    status: 401,
    title: 'No valid token',
    detail: {
      'zh-CN': '请带上有效的登录令牌：authorization: Bearer <token>。',
      en: 'Send a valid token: authorization: Bearer <token>.',
    },
  },
  noGroup: {
    status: 403,
    title: 'Not allowed',
    detail: {
      'zh-CN': '您的账号不在任何可查看售后单的组中：需要 agent、merchant-approver、warehouse、admin 或团队的组。',
      en: 'Your token names no group that may read cases: one of agent, merchant-approver, warehouse, admin or the group of a team.',
    },
  },
  wrongKey: {
    status: 400,
    title: 'Not a case key',
    detail: {
      'zh-CN': '售后单键的格式为 <来源>:<店铺>:<售后单号>，例如 standard:main:RMA-1；放进网址前请做 URL 编码。',
      en: 'A case key is <source>:<shop>:<case id>, such as standard:main:RMA-1, URL-encoded in the path.',
    },
  },
  wrongLanguage: {
    status: 400,
    title: 'Unknown language',
    detail: { 'zh-CN': 'lang 只能是 zh-CN 或 en。', en: 'lang must be zh-CN or en.' },
  },
  unknownCase: {
    status: 404,
    title: 'No such case',
    detail: { 'zh-CN': '没有这个售后单，或您无权查看。', en: 'There is no such case, or it is not yours to see.' },
  },
  unknownRoute: {
    status: 404,
    title: 'No such page',
    detail: { 'zh-CN': '没有这个地址。', en: 'There is nothing at this address.' },
  },
  failed: {
    status: 500,
    title: 'Failed',
    detail: { 'zh-CN': '暂时无法回答，请稍后再试。', en: 'This failed on our side. Try again shortly.' },
  },
} as const satisfies Readonly<Record<string, Problem>>;

const always = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** RFC 9457, with the detail in Chinese beside it. */
export function problemReply({ status, title, detail }: Problem): ApiReply {
  const body = { type: 'about:blank', status, title, detail: detail.en, 'detail-zh-CN': detail['zh-CN'] };
  return {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...always },
    body: JSON.stringify(body),
  };
}

export function jsonReply(value: unknown): ApiReply {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8', ...always },
    body: JSON.stringify(value),
  };
}
