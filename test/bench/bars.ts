import type { CpuResult } from './cpu.ts';
import type { LoadResult } from './load.ts';
import { rounded } from './statistics.ts';

/** The function that every sender waits for. */
export const barred = 'receive-webhook';

/** What it must keep: the bytes of its bundle, and how many times the floor its load and the CPU of an accepted webhook may be. */
export const bars = { bytes: 280_000, load: 1.25, cpu: 1.35 } as const;

interface Measured {
  readonly cpu?: readonly Pick<CpuResult, 'sender' | 'ratio'>[];
  readonly load?: readonly Pick<LoadResult, 'name' | 'bytes' | 'loadRatio'>[];
}

/** One sentence for each bar that is missed; what was not measured misses none. */
export function missedBars({ cpu = [], load = [] }: Measured): string[] {
  const doors = load.filter(({ name }) => name === barred);
  return [
    ...doors.map(({ bytes }) => ({ what: `bytes of ${barred}`, value: bytes, bar: bars.bytes })),
    ...doors.map(({ loadRatio }) => ({ what: `load of ${barred} over the floor`, value: loadRatio, bar: bars.load })),
    ...cpu.map(({ sender, ratio }) => ({
      what: `CPU of a webhook of ${sender} over the floor`,
      value: ratio,
      bar: bars.cpu,
    })),
  ]
    .filter(({ value, bar }) => !(value <= bar))
    .map(({ what, value, bar }) => `${what}: ${rounded(value, 3)}, at most ${bar} is allowed`);
}
