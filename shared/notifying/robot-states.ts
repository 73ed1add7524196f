import type { Instant } from '#shared/returns/record/instant.ts';
import type { RobotAnswer } from '#shared/robots/robot.ts';
import { afterFailure, afterSending, afterSuccess, permitsLeft } from './limiter.ts';
import type { RobotState, RobotStates } from './ports.ts';

/** Two runs at once may both want to write; of more than these one after another something else is wrong. */
const mostRaces = 5;

/** Counts a message before it is sent: two runs at once share what a robot takes. False where it takes none now. */
export async function takePermit(states: RobotStates, robot: string, now: () => Instant): Promise<boolean> {
  return await change(states, robot, (state) =>
    permitsLeft(state, now()) === 0 ? undefined : afterSending(state, now()),
  );
}

/** A robot that is down, or was told too much, is left alone for a while. */
export async function noteAnswer(
  states: RobotStates,
  robot: string,
  answer: RobotAnswer,
  now: () => Instant,
): Promise<void> {
  await change(states, robot, (state) => afterAnswer(state, answer, now()));
}

function afterAnswer(state: RobotState, answer: RobotAnswer, now: Instant): RobotState | undefined {
  switch (answer.kind) {
    case 'ok':
      return state.failures > 0 ? afterSuccess(state) : undefined;
    case 'busy':
      return afterFailure(state, now, answer.pauseMinutes);
    case 'silent':
      return afterFailure(state, now);
    case 'refused':
      return undefined;
  }
}

/** @returns false where there is nothing to change, or others were faster time after time. */
async function change(
  states: RobotStates,
  robot: string,
  nextOf: (state: RobotState) => RobotState | undefined,
): Promise<boolean> {
  for (let race = 0; race < mostRaces; race += 1) {
    const next = nextOf(await states.readRobot(robot));
    if (!next) {
      return false;
    }
    if ((await states.writeRobot(robot, next)) === 'written') {
      return true;
    }
  }
  return false;
}
