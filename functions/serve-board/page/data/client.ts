import { type Ask, openClient } from '#shared/api/client.ts';
import type { OperationName } from '#shared/api/operations.ts';
import type { Problem } from '#shared/api/shapes/problem.ts';
import { SignedOutError, token } from '../session/session.ts';
import { apiUrl } from '../session/settings.ts';

const client = openClient({ url: apiUrl, token });

/** What the API refused, in its own words. */
export class RefusedError extends Error {
  readonly status: number;
  readonly problem: Partial<Problem>;

  constructor(status: number, problem: Partial<Problem>) {
    super(`refused with ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

/** What an answer holds, and by which it is known. `body` is undefined where the one at hand still holds. */
export type Answer<Name extends OperationName> = Extract<
  Awaited<ReturnType<typeof client<Name>>>,
  { readonly ok: true }
>;

/**
 * Asks one operation.
 * @throws SignedOutError where the token does not hold, RefusedError for what else is refused, TypeError where nothing answers.
 */
export async function ask<Name extends OperationName>(name: Name, wish: Ask<Name>): Promise<Answer<Name>> {
  const answer = await client(name, wish);
  if (answer.ok) {
    return answer;
  }
  if (answer.status === 401) {
    throw new SignedOutError();
  }
  throw new RefusedError(answer.status, answer.problem);
}
