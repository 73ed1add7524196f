import type { contracts } from './contract/all-contracts.ts';
import type { BodySent, QuerySent, ReplyOf } from './contract.ts';
import type { PartsOf } from './operation.ts';
import { type OperationName, type Operations, operations } from './operations.ts';
import { pathPartOf } from './path-part.ts';
import type { Problem } from './shapes/problem.ts';

type Contracts = typeof contracts;

/** What an operation is asked with: only what it knows, and all that it must have. */
export type Ask<Name extends OperationName> = Given<'path', Record<PartsOf<Operations[Name]['route']>, string>> &
  Given<'query', QuerySent<Contracts[Name]>> &
  Given<'body', BodySent<Contracts[Name]>> & {
    /** The ETag of the answer that is still at hand. */
    readonly known?: string | undefined;
    readonly signal?: AbortSignal;
  };

type Given<Part extends string, Value> = [Value] extends [undefined]
  ? object
  : Record<never, never> extends Value
    ? { readonly [Each in Part]?: Value }
    : { readonly [Each in Part]: Value };

/** As it was answered. `body` is undefined where the answer at hand still holds (304). */
export type Answered<Name extends OperationName> =
  | {
      readonly ok: true;
      readonly status: number;
      readonly body: ReplyOf<Contracts[Name]> | undefined;
      readonly etag?: string;
    }
  | { readonly ok: false; readonly status: number; readonly problem: Partial<Problem> };

export interface ClientOptions {
  /** Of the API, without a slash at its end. */
  readonly url: string;
  readonly token: () => Promise<string>;
}

export type Client = <Name extends OperationName>(name: Name, ask: Ask<Name>) => Promise<Answered<Name>>;

/** Asks the API by its table of operations. What it refuses is an answer, too; only a connection that fails throws. */
export function openClient({ url, token }: ClientOptions): Client {
  return async (name, ask) => {
    const { path, query, body, known, signal } = ask as Loose;
    const [method = '', form = ''] = operations[name].route.split(' ');
    const at = form.replace(/\{(\w+)\}/g, (_, part: string) => pathPartOf(path?.[part] ?? ''));
    const answer = await fetch(`${url}${at}${query ? `?${new URLSearchParams(query)}` : ''}`, {
      method,
      headers: {
        authorization: `Bearer ${await token()}`,
        ...(known && { 'if-none-match': known }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    return await answered(answer);
  };
}

interface Loose {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly known?: string | undefined;
  readonly signal?: AbortSignal;
}

async function answered<Name extends OperationName>(answer: Response): Promise<Answered<Name>> {
  const { status } = answer;
  if (answer.ok || status === 304) {
    const etag = answer.headers.get('etag');
    const body = answer.ok ? ((await answer.json()) as ReplyOf<Contracts[Name]>) : undefined;
    return { ok: true, status, body, ...(etag !== null && { etag }) };
  }
  // A gateway that answers by itself has no problem to tell.
  const problem = (await answer.json().catch(() => ({}))) as Partial<Problem>;
  return { ok: false, status, problem };
}
