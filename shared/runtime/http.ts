import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';
import type { RunReport } from './line.ts';
import { type Claims, claimsInToken } from './token-claims.ts';
import { type LambdaHandler, wrap } from './wrap.ts';
import { writeLine } from './write-line.ts';

/** A request as it crossed the wire: header and query names in lower case, the body as bytes. */
export interface HttpRequest {
  readonly method: string;
  /** As the API routed it: `GET /cases/{key}`. */
  readonly route: string;
  readonly path: Readonly<Record<string, string>>;
  /** The path as it crossed the wire, without a query. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The query as it crossed the wire, still encoded, without its question mark. */
  readonly rawQuery: string;
  readonly rawBody: Uint8Array;
  /** Of the token that the API's JWT authorizer verified; absent on a route without one. */
  readonly claims?: Claims;
}

export interface HttpReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes cross the wire as they are. */
  readonly body?: string | Uint8Array;
}

export interface HttpAnswer extends RunReport {
  readonly reply: HttpReply;
  /** Set where the answer is an expected one to a passing fault; it is described on the log line. */
  readonly fault?: unknown;
}

export interface HttpOptions {
  /** The message of the log line, and what is counted: `webhook`. */
  readonly what: string;
  /** What the caller hears when `answer` throws. */
  readonly onThrow: HttpReply;
}

type Answer = (request: HttpRequest) => Promise<HttpAnswer>;

/** Wraps a function behind an HTTP API (payload 2.0): one log line per request, and an answer whatever happens. */
export function httpHandler(
  answer: Answer,
  options: HttpOptions,
): LambdaHandler<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  return wrap(async (event: APIGatewayProxyEventV2) => {
    const startedAt = performance.now();
    const { reply, line, ...report } = await answerOrApologise(answer, event, options);
    const durationMs = Math.round(performance.now() - startedAt);
    writeLine(options.what, { ...report, line: { ...line, status: reply.status, durationMs } });
    return { statusCode: reply.status, headers: { ...reply.headers }, ...bodyOf(reply) };
  });
}

function bodyOf({ body = '' }: HttpReply): Pick<APIGatewayProxyStructuredResultV2, 'body' | 'isBase64Encoded'> {
  return typeof body === 'string' ? { body } : { body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
}

async function answerOrApologise(
  answer: Answer,
  event: APIGatewayProxyEventV2,
  options: HttpOptions,
): Promise<HttpAnswer> {
  try {
    return await answer(toRequest(event));
  } catch (error) {
    return {
      reply: options.onThrow,
      line: { outcome: 'threw' },
      metric: { name: 'RequestThrew' },
      fault: error ?? 'nothing',
    };
  }
}

/** @throws where the event is not one of an HTTP API. */
function toRequest(event: APIGatewayProxyEventV2): HttpRequest {
  const claims = claimsOf(event);
  return {
    method: event.requestContext.http.method.toUpperCase(),
    route: event.routeKey,
    path: present(event.pathParameters),
    address: event.rawPath,
    headers: lowerCased(event.headers),
    query: lowerCased(event.queryStringParameters),
    rawQuery: event.rawQueryString,
    rawBody: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
    ...(claims && { claims }),
  };
}

function claimsOf({ requestContext, headers }: APIGatewayProxyEventV2): HttpRequest['claims'] {
  const { authorizer } = requestContext as Partial<APIGatewayProxyEventV2WithJWTAuthorizer['requestContext']>;
  const verified = authorizer?.jwt?.claims;
  return verified && (claimsInToken(lowerCased(headers).authorization) ?? verified);
}

function present(values: Readonly<Record<string, string | undefined>> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function lowerCased(values: Readonly<Record<string, string | undefined>> | undefined): Record<string, string> {
  const entries: [string, string][] = [];
  for (const [name, value] of Object.entries(values ?? {})) {
    if (value !== undefined) {
      entries.push([name.toLowerCase(), value]);
    }
  }
  return Object.fromEntries(entries);
}
