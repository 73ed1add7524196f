import { vi } from 'vitest';
import { type OwnCase, ownCaseOf, type Wish } from '../simulators/own-store.ts';
import type { Stage } from './stage.ts';

export const cap = [{ sku: 'CAP-BLUE', quantity: 1 }];
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

/** Longer than a queue holds back what was on its way to a worker that died: a scenario beside these tests kills some. */
export const arrival = { timeout: 300_000, interval: 300 };

export const before = (ms: number) => new Date(Date.now() - ms);
export const after = (ms: number) => new Date(Date.now() + ms);

/** Markup that would ring, what ends a script, what templates carry out, and marks that turn the letters behind them round. */
export const evil =
  '<img src=x onerror=alert(1)></script><script>alert(2)</script>{{7*7}}"\'& \u202Egnp.tset\u202C\u2067\u05D0\u2069 ok';
export const turnsRound = '\u202E';

/** A case of this run. */
export function caseOf({ tag }: Stage, name: string): OwnCase {
  return ownCaseOf(`RMA-${tag}-${name}`);
}

/** A buyer asks, and the platform, as which the own store counts, wants a decision within the time. Waits until lists show it. */
export async function asked(stage: Stage, own: OwnCase, leftMs: number, wish: Partial<Wish> = {}): Promise<void> {
  const more = { deadline: { kind: 'decision', at: after(leftMs).toISOString() }, ...wish.more };
  await stage.ownStore.request(own, { items: cap, at: before(10 * minuteMs), ...wish, more });
  await isListed(stage, own);
}

export async function isListed(stage: Stage, { key, caseId }: OwnCase): Promise<void> {
  await vi.waitFor(async () => {
    const { status, body } = await stage.ask('admin', 'listCases', {});
    if (!JSON.stringify(body ?? '').includes(`"${caseId}"`)) {
      throw new Error(`${key} is in no list yet: ${status}`);
    }
  }, arrival);
}
