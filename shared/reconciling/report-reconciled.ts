import type { Reconciled } from './reconcile-shop.ts';

interface Report {
  readonly line: Readonly<Record<string, string | number | boolean>>;
  readonly metrics: readonly { readonly name: string; readonly reason?: string; readonly value?: number }[];
}

/** What one run found at one shop, for the log and the metrics. */
export function reportReconciled(source: string, { isSilent, isStuck, ...found }: Reconciled): Report {
  return {
    line: { ...found, silent: isSilent, stuck: isStuck },
    metrics: [
      ...(found.missed > 0 ? [{ name: 'WebhookMissed', value: found.missed }] : []),
      ...(isSilent ? [{ name: 'HookSilent', reason: source }] : []),
      ...(isStuck ? [{ name: 'ShopBusy', reason: source }] : []),
    ],
  };
}
