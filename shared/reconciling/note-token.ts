import { Fault } from '#shared/fault/fault.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { TokenState, TokenTable } from './ports.ts';
import type { Reconciled } from './reconcile-shop.ts';

interface Noting {
  readonly tokens: TokenTable;
  readonly now: () => Instant;
}

const stateOfFault: Readonly<Partial<Record<Fault['code'], TokenState>>> = {
  'call-refused': 'refused',
  'secret-malformed': 'missing',
  'not-configured': 'missing',
};

/**
 * Reconciles one shop, and notes how it took the token; of a shop that told nothing, nothing is noted.
 * @param name - `<source>/<channel>/<shop>`.
 * @throws what reconciling throws, after it was noted.
 */
export async function notingToken(
  noting: Noting,
  name: string,
  reconcile: () => Promise<Reconciled>,
): Promise<Reconciled> {
  try {
    const reconciled = await reconcile();
    await note(noting, name, reconciled.outcome === 'busy' ? undefined : 'ok');
    return reconciled;
  } catch (error) {
    await note(noting, name, error instanceof Fault ? stateOfFault[error.code] : undefined);
    throw error;
  }
}

async function note({ tokens, now }: Noting, name: string, state: TokenState | undefined): Promise<void> {
  if (state) {
    const at = now();
    const before = await tokens.readToken(name);
    await tokens.writeToken(name, { state, since: before?.state === state ? before.since : at, at });
  }
}
