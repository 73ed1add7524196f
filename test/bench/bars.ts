import type { CpuResult } from './cpu.ts';
import type { LoadResult } from './load.ts';
import { dollarsOf } from './prices.ts';
import { rounded } from './statistics.ts';
import type { UnitsResult } from './units.ts';

/** The function that every sender waits for. */
export const barred = 'receive-webhook';

/**
 * What must be kept: of the door the bytes of its bundle, and how many times the floor its load and the CPU of an accepted webhook may be; of a
 * simple return (return-life.ts) the AWS calls, and the dollars for a million of them.
 */
export const bars = { bytes: 280_000, load: 1.25, cpu: 1.35, calls: 190, dollars: 190 } as const;

interface Measured {
  readonly cpu?: readonly Pick<CpuResult, 'sender' | 'ratio'>[];
  readonly load?: readonly Pick<LoadResult, 'name' | 'bytes' | 'loadRatio'>[];
  readonly units?: Pick<UnitsResult, 'steps' | 'wholeReturn'>;
}

/** One sentence for each bar that is missed; what was not measured misses none. */
export function missedBars({ cpu = [], load = [], units }: Measured): string[] {
  const doors = load.filter(({ name }) => name === barred);
  return [
    ...doors.map(({ bytes }) => ({ what: `bytes of ${barred}`, value: bytes, bar: bars.bytes })),
    ...doors.map(({ loadRatio }) => ({ what: `load of ${barred} over the floor`, value: loadRatio, bar: bars.load })),
    ...cpu.map(({ sender, ratio }) => ({
      what: `CPU of a webhook of ${sender} over the floor`,
      value: ratio,
      bar: bars.cpu,
    })),
    ...(units ? lifeOf(units) : []),
  ]
    .filter(({ value, bar }) => !(value <= bar))
    .map(({ what, value, bar }) => `${what}: ${rounded(value, 3)}, at most ${bar} is allowed`);
}

function lifeOf({ steps, wholeReturn }: Pick<UnitsResult, 'steps' | 'wholeReturn'>) {
  return [
    { what: 'AWS calls of a simple return', value: wholeReturn.awsCalls, bar: bars.calls },
    { what: 'dollars for a million of them', value: dollarsOf(steps.length, wholeReturn), bar: bars.dollars },
  ];
}
