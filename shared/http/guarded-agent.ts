import type { Agent } from 'node:http';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

const loopback = '127.0.0.1';
const demoOnly = { allowIPAddressList: [loopback] };

/** No connection is kept: Lambda freezes between calls, and a frozen one is found dead only after a request was put on it. */
const agents = {
  'http:': { guarded: new RequestFilteringHttpAgent(), demo: new RequestFilteringHttpAgent(demoOnly) },
  'https:': { guarded: new RequestFilteringHttpsAgent(), demo: new RequestFilteringHttpsAgent(demoOnly) },
};

/**
 * The agent that connects to public addresses only. It looks at the address that it is about to connect to, after the name was looked
 * up, so that no name can stand for an inner one.
 * @param allowLoopback - Also to 127.0.0.1, and only where the URL says so itself.
 */
export function guardedAgentFor(url: URL, allowLoopback: boolean): Agent {
  const { guarded, demo } = agents[url.protocol === 'https:' ? 'https:' : 'http:'];
  return allowLoopback && url.hostname === loopback ? demo : guarded;
}

/** The agent gives its refusals no code. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Error && /^DNS lookup .* is not allowed\./.test(error.message);
}
