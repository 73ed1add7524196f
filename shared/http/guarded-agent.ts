import type { Agent } from 'node:http';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

export const loopback = '127.0.0.1';
const demoOnly = { allowIPAddressList: [loopback] };

/** No connection is kept: Lambda freezes between calls, and a frozen one is found dead only after a request was put on it. */
const guarded = new RequestFilteringHttpsAgent();
const demo = { 'http:': new RequestFilteringHttpAgent(demoOnly), 'https:': new RequestFilteringHttpsAgent(demoOnly) };

/**
 * The agent that connects to public addresses only. It looks at the address that it is about to connect to, after the name was looked
 * up, so that no name can stand for an inner one.
 * @param allowLoopback - Also to 127.0.0.1, and only where the URL says so itself.
 */
export function guardedAgentFor({ protocol, hostname }: URL, allowLoopback: boolean): Agent {
  return allowLoopback && hostname === loopback ? demo[protocol === 'http:' ? 'http:' : 'https:'] : guarded;
}

/** The agent gives its refusals no code. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Error && /^DNS lookup .* is not allowed\./.test(error.message);
}
