import { CallFailedError, type CallFailure } from '#shared/http/call-failed-error.ts';
import type { Post, PostRequest } from '#shared/http/guarded-post.ts';

interface Answer {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The other side of calls: answers in turn, the last answer again and again, and keeps what was posted. As the real caller, it takes no longer answer than allowed. */
export function answering(...answers: Answer[]) {
  const calls: PostRequest[] = [];
  const post: Post = async (request) => {
    const { status = 200, body = '', headers = {} } = answers[Math.min(calls.length, answers.length - 1)] ?? {};
    calls.push(request);
    if (body.length > request.mostBytes) {
      throw new CallFailedError('too-large');
    }
    return { status, headers, body: Buffer.from(body) };
  };
  return { options: { allowLoopback: true, post }, calls };
}

/** Nobody answers, for this reason. */
export function failing(reason: CallFailure) {
  const post: Post = () => Promise.reject(new CallFailedError(reason));
  return { allowLoopback: true, post };
}
