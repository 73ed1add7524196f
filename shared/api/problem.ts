import type { Refusal } from '#shared/returns/acts/refusal.ts';
import type { Texts } from '#shared/words/locale.ts';
import { type ProblemCode, problemWords } from '#shared/words/problem-words.ts';
import type { Problem } from './shapes/problem.ts';

/** An answer of this API, before it crosses the wire. */
export interface ApiReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const problemStatuses: Readonly<Record<ProblemCode, 400 | 401 | 403 | 404 | 405 | 409 | 422 | 500>> = {
  noToken: 401,
  noGroup: 403,
  notYourRole: 403,
  wrongKey: 400,
  wrongQuery: 400,
  notJson: 400,
  wrongBody: 422,
  unknownCase: 404,
  unknownParcel: 404,
  unknownDelivery: 404,
  unknownRoute: 404,
  wrongMethod: 405,
  noPerson: 403,
  noIdempotencyKey: 400,
  actNotPossible: 422,
  actNotNow: 409,
  failed: 500,
};

const neverKept = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
const keptToCompare = { ...neverKept, 'cache-control': 'private, no-cache', vary: 'authorization' };

/** What a problem says beside its code. */
export interface ProblemParts extends Pick<Problem, 'errors' | 'roles' | 'code' | 'owner' | 'between'> {
  /** Instead of the words of the code. */
  readonly text?: Texts;
  /** Methods that the address knows. */
  readonly allow?: string;
}

/** RFC 9457, with the Chinese texts beside the English ones. */
export function problemReply(code: ProblemCode, { allow, text, ...members }: ProblemParts = {}): ApiReply {
  const { title, detail: usual } = problemWords[code];
  const detail = text ?? usual;
  const status = problemStatuses[code];
  const body: Problem = {
    type: 'about:blank',
    status,
    title: title.en,
    'title-zh-CN': title['zh-CN'],
    detail: detail.en,
    'detail-zh-CN': detail['zh-CN'],
    ...members,
  };
  return {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...neverKept, ...(allow && { allow }) },
    body: JSON.stringify(body),
  };
}

const problemOf: Readonly<Record<Refusal['because'], ProblemCode>> = {
  form: 'wrongBody',
  wrong: 'actNotPossible',
  role: 'notYourRole',
  absent: 'unknownCase',
  state: 'actNotNow',
};

/** Why an act was not taken, by the words of its own row. */
export function refusedReply({ because, text, code, owner, between }: Refusal): ApiReply {
  return problemReply(problemOf[because], { text, code, ...(owner && { owner }), ...(between && { between }) });
}

export function jsonReply(value: unknown, status = 200): ApiReply {
  const headers = { 'content-type': 'application/json; charset=utf-8', ...neverKept };
  return { status, headers, body: JSON.stringify(value) };
}

/** The same for whoever may hold an older answer against it: 304 where that is the same. @param etag - Names what was seen, and by whom. */
export function comparedReply(reply: ApiReply, etag: string, known: string | undefined): ApiReply {
  const headers = { ...keptToCompare, etag };
  return isKnown(etag, known)
    ? { status: 304, headers, body: '' }
    : { ...reply, headers: { ...reply.headers, ...headers } };
}

/** A gateway or a proxy that packs an answer makes its tag a weak one. */
function isKnown(etag: string, known = ''): boolean {
  return known.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
