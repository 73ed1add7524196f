import { type Instant, millisOf } from '#shared/returns/record/instant.ts';

const hourMs = 3_600_000;

/** How much a clock presses; `paused` where nothing is due. */
export type ClockTone = 'late' | 'soon' | 'near' | 'calm' | 'paused';

export function clockTone(dueAt: Instant | undefined, now: Instant): ClockTone {
  if (dueAt === undefined) {
    return 'paused';
  }
  const left = millisOf(dueAt) - millisOf(now);
  const [tone] = (
    [
      ['late', 0],
      ['soon', 2 * hourMs],
      ['near', 8 * hourMs],
    ] as const
  ).find(([, limit]) => left <= limit) ?? ['calm' as const];
  return tone;
}
