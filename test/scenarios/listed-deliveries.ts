import type { DeliveryEntry } from '#shared/api/ports.ts';
import type { DeliveryOutcome, DeliveryRef } from '#shared/recording/ports.ts';
import type { Scene } from './scene.ts';

/** Waits until `GET /deliveries` lists it with that outcome. @returns why it does. */
export async function isListedAs(scene: Scene, ref: DeliveryRef, outcome: DeliveryOutcome['outcome']): Promise<string> {
  let reason = '';
  await scene.eventually(`an admin sees it listed as ${outcome}`, async () => {
    const entry = await entryOf(scene, ref);
    reason = entry?.reason ?? '';
    return entry?.outcome === outcome || `${ref.id}: ${entry?.outcome ?? 'not listed'}`;
  });
  return reason;
}

export async function isListedNoMore(scene: Scene, ref: DeliveryRef): Promise<void> {
  await scene.eventually('it is listed no more', async () => {
    const entry = await entryOf(scene, ref);
    return entry === undefined || `${ref.id}: ${entry.outcome}`;
  });
}

/** Looked for page by page, as an operator does. */
async function entryOf({ world: { api } }: Scene, ref: DeliveryRef): Promise<DeliveryEntry | undefined> {
  let after: string | undefined;
  do {
    const from = after === undefined ? {} : { after };
    const page = await api.read('listDeliveries', { query: { source: ref.source, limit: '100', ...from } });
    const found: DeliveryEntry | undefined = page?.deliveries.find(
      ({ channel, id }) => channel === ref.channel && id === ref.id,
    );
    if (found) {
      return found;
    }
    after = page?.after;
  } while (after !== undefined);
  return undefined;
}
