import { checkInput } from './check-input.ts';
import type { Contract } from './contract.ts';
import { type ApiReply, problemReply } from './problem.ts';

export interface Sent {
  readonly query: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export type Input = { readonly query: unknown; readonly body: unknown } | { readonly refusal: ApiReply };

/** Reads what was sent by the contract: a query that is none of its is 400, a body that is no JSON 400, one of another form 422. */
export function readInput(contract: Contract, { query: texts, body: bytes }: Sent): Input {
  const query = contract.query ? checkInput(contract.query, texts, 'query') : { value: undefined };
  if ('errors' in query) {
    return { refusal: problemReply('wrongQuery', { errors: [...query.errors] }) };
  }
  return contract.body ? readBody(contract.body, bytes, query.value) : { query: query.value, body: undefined };
}

function readBody(schema: NonNullable<Contract['body']>, bytes: Uint8Array | undefined, query: unknown): Input {
  const sent = parsed(bytes);
  if (sent === undefined) {
    return { refusal: problemReply('notJson') };
  }
  const body = checkInput(schema, sent, 'body');
  return 'errors' in body
    ? { refusal: problemReply('wrongBody', { errors: [...body.errors] }) }
    : { query, body: body.value };
}

function parsed(bytes: Uint8Array = new Uint8Array()): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
