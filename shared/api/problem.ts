import { type ProblemCode, problemWords } from '#shared/words/problem-words.ts';

/** An answer of this API, before it crosses the wire. */
export interface ApiReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const statuses: Readonly<Record<ProblemCode, 400 | 401 | 403 | 404 | 500>> = {
  noToken: 401,
  noGroup: 403,
  notAdmin: 403,
  wrongKey: 400,
  wrongLanguage: 400,
  wrongListing: 400,
  unknownCase: 404,
  unknownDelivery: 404,
  unknownRoute: 404,
  failed: 500,
};

const always = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** RFC 9457, with the Chinese texts beside the English ones. */
export function problemReply(code: ProblemCode): ApiReply {
  const { title, detail } = problemWords[code];
  const status = statuses[code];
  const body = {
    type: 'about:blank',
    status,
    title: title.en,
    'title-zh-CN': title['zh-CN'],
    detail: detail.en,
    'detail-zh-CN': detail['zh-CN'],
  };
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
