import type { Instant } from '../record/instant.ts';
import { compare } from '../record/statement.ts';
import type { DeadlineBasis, DeadlineRow } from './clock.ts';
import { evidenceKinds } from './dispute-evidence.ts';
import { platformClock } from './platform-clock.ts';

/** Kinds of the platform's that have a clock of their own. */
const owned: readonly string[] = ['refund', 'replacement', 'buyer-ships', ...evidenceKinds];

/**
 * Whatever else a platform sets a deadline for, by its own kind: nobody else may touch the case before it is due. The request is met by its answer; the
 * others go when the platform takes them away. What happened before the platform said so meets nothing.
 */
export const platformDecision: DeadlineRow = {
  usual: { dueAfterMinutes: 24 * 60, remindBeforeMinutes: 4 * 60, escalateEveryMinutes: 4 * 60, escalations: 3 },
  of: 'merchant',
  clocksOf: (basis) =>
    [...basis.setByPlatform]
      .filter(([kind]) => !owned.includes(kind))
      .sort(([a], [b]) => compare(a, b))
      .flatMap(([subject, platform]) =>
        platformClock(subject, platform, meeting.get(subject)?.(basis, platform.since)),
      ),
};

type Meets = (basis: DeadlineBasis, since: Instant) => Instant | undefined;

const meeting: ReadonlyMap<string, Meets> = new Map<string, Meets>([
  ['decision', ({ answers }, since) => answers.find((at) => at >= since)],
]);
