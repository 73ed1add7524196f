import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { CallFailedError, type CallFailure } from './call-failed-error.ts';
import { guardedAgentFor, isRefusal, loopback } from './guarded-agent.ts';

export interface PostRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** For all of it, from the look-up of the name to the last byte of the answer. */
  readonly timeoutMs: number;
  /** Of the answer's body. */
  readonly mostBytes: number;
  /** See {@link CallOptions}. */
  readonly allowLoopback: boolean;
}

export interface PostAnswer {
  readonly status: number;
  /** Names in lower case; one that came several times is joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What everyone is given who calls out. */
export interface CallOptions {
  /** Lets 127.0.0.1 be called, unencrypted too: a demo's other sides run on the same machine. */
  readonly allowLoopback: boolean;
  /** For tests. */
  readonly post?: Post;
}

export type Post = (request: PostRequest) => Promise<PostAnswer>;

/**
 * How every store, feed and warehouse is called: encrypted, at a public address, and at no other: not at a private, link-local (metadata),
 * loopback or reserved one, whatever its name is. Follows no redirect: that is an answer like any other.
 * @throws CallFailedError when there is no whole answer.
 */
export const guardedPost: Post = async (request) => {
  const url = URL.parse(request.url);
  if (!url || !isCallable(url, request)) {
    throw new CallFailedError('refused-address');
  }
  const signal = AbortSignal.timeout(request.timeoutMs);
  try {
    return await readAnswer(await send(url, request, signal), request.mostBytes);
  } catch (error) {
    throw error instanceof CallFailedError ? error : new CallFailedError(failureOf(error, signal), error);
  }
};

function isCallable({ protocol, hostname, username, password }: URL, { allowLoopback }: PostRequest): boolean {
  const isOpen = protocol === 'http:' && allowLoopback && hostname === loopback;
  return (protocol === 'https:' || isOpen) && username === '' && password === '';
}

/** Nothing here takes an answer apart: it has to come as it is. Some edges refuse who does not say what it is. */
const usual = { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'backhaul' };

function send(url: URL, { headers, body, allowLoopback }: PostRequest, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const agent = guardedAgentFor(url, allowLoopback);
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', headers: { ...usual, ...headers }, agent, signal })
      .on('response', resolve)
      .on('error', reject)
      // A switch of protocols ends the request with neither an answer nor an error.
      .on('close', () => reject(new Error('closed without an answer')))
      .end(body);
  });
}

async function readAnswer(answer: IncomingMessage, mostBytes: number): Promise<PostAnswer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += chunk.length;
    if (bytes > mostBytes) {
      throw new CallFailedError('too-large');
    }
    chunks.push(chunk);
  }
  return { status: answer.statusCode ?? 0, headers: headersOf(answer), body: Buffer.concat(chunks) };
}

function headersOf({ headersDistinct }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headersDistinct).map(([name, values]) => [name, (values ?? []).join(', ')]));
}

function failureOf(error: unknown, signal: AbortSignal): CallFailure {
  if (signal.aborted) {
    return 'timeout';
  }
  return isRefusal(error) ? 'refused-address' : 'no-connection';
}
