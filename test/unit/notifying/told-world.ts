import type { Silence } from '#shared/notifying/ports.ts';
import type { Told } from '#shared/notifying/send-messages.ts';
import { type Notifier, tellPeople } from '#shared/notifying/tell-people.ts';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { entryIdOf } from '#shared/returns/attention/entry.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import type { Notice, RobotAnswer } from '#shared/robots/robot.ts';
import { lookedAt } from '../../memory/entries.ts';
import { type MemoryNotices, memoryNotices } from '../../memory/memory-notices.ts';

export interface TellWorld {
  readonly notices: MemoryNotices;
  /** What each robot was told, in order. */
  readonly told: { readonly robot: string; readonly notice: Notice; readonly at: Instant }[];
  /** The records as they are now; lists show them until `listed` is set apart. */
  entries: readonly Entry[];
  listed?: readonly Entry[];
  silences: readonly Silence[];
  /** How robots answer; well, unless it is set. */
  answer: (robot: string, notice: Notice) => RobotAnswer | Promise<RobotAnswer>;
  now: Instant;
  pass(minutes: number): void;
  /** One run, in a process of its own unless `known` is given. @returns what each robot's line says. */
  run(known?: Set<string>): Promise<Readonly<Record<string, Told>>>;
}

export function tellWorld(merchant: Notifier['merchant'], notices = memoryNotices()): TellWorld {
  let runs = 0;
  const world: TellWorld = {
    notices,
    told: [],
    entries: [],
    silences: [],
    answer: () => ({ kind: 'ok' }),
    now: lookedAt,
    pass: (minutes) => {
      world.now = addMillis(world.now, minutes * 60_000);
    },
    run: async (known = new Set()) => {
      runs += 1;
      const lines: Record<string, Told> = {};
      await tellPeople({
        merchant,
        entries: {
          readEntries: async () => world.listed ?? world.entries,
          readAnew: async (entry) => world.entries.find((each) => entryIdOf(each) === entryIdOf(entry)),
        },
        readSilences: async () => world.silences,
        claims: notices,
        states: notices,
        robot: {
          tell: async ({ robot: { id }, notice }) => {
            const answer = await world.answer(id, notice);
            if (answer.kind === 'ok') {
              world.told.push({ robot: id, notice, at: world.now });
            }
            return answer;
          },
        },
        now: () => world.now,
        runId: `run-${runs}`,
        known,
        eachRobot: async (robot, tell) => {
          lines[robot] = await tell();
        },
      });
      return lines;
    },
  };
  return world;
}
