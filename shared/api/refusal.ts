import type { Caller } from './caller.ts';
import { type OperationName, operations } from './operations.ts';
import { type ApiReply, problemReply } from './problem.ts';
import { methodsAt } from './route.ts';

/** Why a caller gets no answer, whatever they sent with it; undefined where they may ask. @param address - The path as it crossed the wire. */
export function refusalOf(
  { sight, roles }: Caller,
  name: OperationName | undefined,
  address = '',
): ApiReply | undefined {
  if (sight.kind === 'none') {
    return problemReply('noGroup');
  }
  if (!name) {
    return nothingAt(address);
  }
  const { may } = operations[name];
  return may.some((role) => roles.includes(role)) ? undefined : problemReply('notYourRole', { roles: [...may] });
}

/** Nothing is at that address; or something is, for other methods. */
function nothingAt(address: string): ApiReply {
  const methods = methodsAt(address);
  return methods.length > 0 ? problemReply('wrongMethod', { allow: methods.join(', ') }) : problemReply('unknownRoute');
}
