import { Fault } from '#shared/fault/fault.ts';
import { CallFailedError, type CallFailure } from '#shared/http/call-failed-error.ts';
import { type CallOptions, guardedPost, type PostAnswer, type PostRequest } from '#shared/http/guarded-post.ts';

const timeoutMs = 8_000;
/** They pass; what else a call can fail for does not. */
const passing: readonly CallFailure[] = ['timeout', 'no-connection'];

export type ApiRequest = Pick<PostRequest, 'url' | 'headers' | 'body' | 'mostBytes'>;

/**
 * Posts to the API of a store or a feed.
 * @returns `busy` where it is out of reach or slow, answers that it has too many calls, or has a fault of its own.
 * @throws CallFailedError where only a person can help: the address may not be called, or says more than an answer may hold.
 */
export async function callApi(
  { allowLoopback, post = guardedPost }: CallOptions,
  request: ApiRequest,
): Promise<Busy | Answered> {
  try {
    const answer = await post({ ...request, timeoutMs, allowLoopback });
    return isBusy(answer) ? { kind: 'busy', restMs: restOf(answer) } : { kind: 'answered', answer };
  } catch (error) {
    if (error instanceof CallFailedError && passing.includes(error.reason)) {
      return { kind: 'busy' };
    }
    throw error;
  }
}

interface Answered {
  readonly kind: 'answered';
  readonly answer: PostAnswer;
}

interface Busy {
  readonly kind: 'busy';
  /** As it wishes, at most a quarter of an hour; undefined where it does not say. */
  readonly restMs?: number | undefined;
}

function isBusy({ status }: PostAnswer): boolean {
  return status === 429 || status >= 500;
}

function restOf({ headers }: PostAnswer): number | undefined {
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  return seconds > 0 ? Math.min(seconds, 900) * 1000 : undefined;
}

/** An answer that is none to what was asked: the other side knows us and says no, or something else stands at the address. */
export function faultOfStatus(
  who: string,
  status: number,
  advice: { readonly known: string; readonly else: string },
): Fault {
  const isKnown = status === 401 || status === 403;
  const code = isKnown ? 'call-refused' : 'answer-not-understood';
  return new Fault(code, `${who} answered ${status}`, { advice: isKnown ? advice.known : advice.else });
}
