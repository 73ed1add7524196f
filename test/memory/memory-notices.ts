import type { ClaimTable, NoticeName, RobotState, RobotStates } from '#shared/notifying/ports.ts';
import type { Instant } from '#shared/returns/record/instant.ts';

interface Claimed {
  readonly by: string;
  /** Absent: it was told. */
  readonly freeFrom?: Instant;
  readonly tries: number;
}

export interface MemoryNotices extends ClaimTable, RobotStates {
  /** Everything that counts as told. */
  told(): readonly string[];
}

/** What people were told, in memory; each operation is atomic and happens after a pause. */
export function memoryNotices(pause: () => Promise<void> = async () => undefined): MemoryNotices {
  const claims = new Map<string, Claimed>();
  const robots = new Map<string, RobotState>();
  const keyOf = ({ owner, thing, level, robot }: NoticeName) => [owner, thing, level, robot].join('|');
  return {
    claim: async (name, { by, now, until }) => {
      await pause();
      const found = claims.get(keyOf(name));
      if (found && found.freeFrom === undefined) {
        return { kind: 'told' };
      }
      if (found?.freeFrom !== undefined && found.freeFrom > now) {
        return { kind: 'taken' };
      }
      const tries = found?.tries ?? 0;
      claims.set(keyOf(name), { by, freeFrom: until, tries });
      return { kind: 'mine', tries };
    },
    settle: async (name, by, outcome) => {
      await pause();
      const found = claims.get(keyOf(name));
      if (found?.by === by && found.freeFrom !== undefined) {
        claims.set(
          keyOf(name),
          outcome.kind === 'told' ? { by, tries: 0 } : { by, freeFrom: outcome.at, tries: outcome.tries },
        );
      }
    },
    readRobot: async (robot) => {
      await pause();
      return robots.get(robot) ?? { version: 0, sentAt: [], failures: 0 };
    },
    writeRobot: async (robot, state) => {
      await pause();
      if ((robots.get(robot)?.version ?? 0) !== state.version - 1) {
        return 'lost';
      }
      robots.set(robot, state);
      return 'written';
    },
    told: () => [...claims].filter(([, { freeFrom }]) => freeFrom === undefined).map(([key]) => key),
  };
}
