import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../data/client.ts';
import { type Delivery, type ReplayStanding, replayStanding } from './replay-standing.ts';

/** A replay that somebody asked for, and how it stands. */
export interface Replay {
  readonly before: Delivery;
  readonly now?: Delivery;
  readonly standing: ReplayStanding | 'failed';
  readonly error?: unknown;
}

const everyMs = 2_000;

export function idOf({ source, channel, id }: Delivery): string {
  return `${source}/${channel}/${id}`;
}

/** Replays, the latest first; each is looked at until something came of it. */
export function useReplay(): readonly [replays: readonly Replay[], replay: (delivery: Delivery) => Promise<void>] {
  const [replays, setReplays] = useState<readonly Replay[]>([]);
  const queries = useQueryClient();
  const show = (next: Replay) =>
    setReplays((all) => [next, ...all.filter(({ before }) => idOf(before) !== idOf(next.before))]);
  const replay = async (delivery: Delivery) => {
    show({ before: delivery, standing: 'waiting' });
    try {
      show(await replayed(delivery));
    } catch (error) {
      show({ before: delivery, standing: 'failed', error });
    }
    await Promise.all(['deliveries', 'sources'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  };
  return [replays, replay];
}

async function replayed(delivery: Delivery): Promise<Replay> {
  const { source, channel, id } = delivery;
  const path = { source, channel, id };
  const before = (await ask('replayDelivery', { path })).body?.before ?? delivery;
  const beganMs = Date.now();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, everyMs));
    const now = (await ask('showDelivery', { path })).body;
    const standing = replayStanding(before, now, Date.now() - beganMs);
    if (standing !== 'waiting') {
      return { before, standing, ...(now && { now }) };
    }
  }
}
