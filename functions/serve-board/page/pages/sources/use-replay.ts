import { useQueryClient } from '@tanstack/react-query';
import { ask } from '../../data/client.ts';
import { type Delivery, replayStanding } from './replay-standing.ts';
import { showReplay } from './replay-store.ts';

const everyMs = 2_000;
/** Afterwards nobody looks any more. */
const mostMs = 60_000;

/** Has a message read anew and looks until something came of it, also after its page was left. */
export function useReplay(): (delivery: Delivery) => Promise<void> {
  const queries = useQueryClient();
  return async (delivery) => {
    showReplay({ before: delivery, standing: 'waiting' });
    try {
      await replayed(delivery);
    } catch (error) {
      showReplay({ before: delivery, standing: 'failed', error });
    }
    await Promise.all(['deliveries', 'sources'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  };
}

async function replayed(delivery: Delivery): Promise<void> {
  const { source, channel, id } = delivery;
  const path = { source, channel, id };
  const before = (await ask('replayDelivery', { path })).body?.before ?? delivery;
  const beganMs = Date.now();
  for (let passedMs = 0; passedMs < mostMs; passedMs = Date.now() - beganMs) {
    await new Promise((resolve) => setTimeout(resolve, everyMs));
    const now = (await ask('showDelivery', { path })).body;
    const standing = replayStanding(before, now, Date.now() - beganMs);
    showReplay({ before, standing, ...(now && { now }) });
    if (standing === 'changed') {
      return;
    }
  }
}
