import { addMillis } from '#shared/returns/record/instant.ts';
import type { Robot, RobotAnswer } from '#shared/robots/robot.ts';
import { type Claimer, giveBack, settleAll, type Tries } from './claims.ts';
import { backOffMinutes } from './limiter.ts';
import type { NoticeName, RobotStates, Settlement } from './ports.ts';
import { noteAnswer, takePermit } from './robot-states.ts';
import { keyOfName, type Message, type RobotWork } from './robot-work.ts';

export interface Sender extends Claimer {
  readonly states: RobotStates;
  readonly robot: Robot;
}

export interface Told {
  /** `busy`, `refused`, `silent`: how it answered at last. `waits`: it takes nothing now. `nothing`: all of it was told before. */
  readonly outcome: 'told' | 'nothing' | 'waits' | Exclude<RobotAnswer['kind'], 'ok'>;
  /** How many things were told, in how many messages. */
  readonly told: number;
  readonly messages: number;
  readonly reason?: string;
}

/** What is sent by one robot, and how often each thing of it failed before. */
interface Sending {
  readonly sender: Sender;
  readonly settings: RobotWork['robot'];
  readonly tries: Tries;
}

type Answer = RobotAnswer | { readonly kind: 'waits' };

export const nothingTold: Told = { outcome: 'nothing', told: 0, messages: 0 };

/** One message after another. What one is refused for may be its own; a robot that takes nothing takes none of the others. */
export async function sendMessages(sending: Sending, messages: readonly Message[]): Promise<Told> {
  let told = nothingTold;
  for (const [index, message] of messages.entries()) {
    const answer = await sendOne(sending, message);
    told = andThen(told, answer, message);
    if (answer.kind !== 'ok' && answer.kind !== 'refused') {
      const left = messages.slice(index + 1).flatMap(({ names }) => names);
      await giveBack(sending.sender, left, sending.tries);
      break;
    }
  }
  return told;
}

/** A good answer hides no bad one. */
function andThen(before: Told, answer: Answer, { names }: Message): Told {
  if (answer.kind !== 'ok') {
    return { ...before, outcome: answer.kind, ...('reason' in answer && { reason: answer.reason }) };
  }
  const outcome = before.outcome === 'nothing' ? 'told' : before.outcome;
  return { ...before, outcome, told: before.told + names.length, messages: before.messages + 1 };
}

async function sendOne({ sender, settings, tries }: Sending, { notice, names }: Message): Promise<Answer> {
  const { states, robot, now } = sender;
  if (!(await takePermit(states, settings.id, now))) {
    await giveBack(sender, names, tries);
    return { kind: 'waits' };
  }
  const answer = await answerOf();
  await noteAnswer(states, settings.id, answer, now);
  await settleAll(sender, names, (name) => settlementOf(name));
  return answer;

  async function answerOf(): Promise<RobotAnswer> {
    try {
      return await robot.tell({ robot: settings, notice, now: new Date(now()) });
    } catch (error) {
      await giveBack(sender, names, tries);
      throw error;
    }
  }

  function settlementOf(name: NoticeName): Settlement {
    if (answer.kind === 'ok') {
      return { kind: 'told' };
    }
    const failed = (tries.get(keyOfName(name)) ?? 0) + 1;
    const waitMinutes = answer.kind === 'refused' ? backOffMinutes(failed) : 0;
    return { kind: 'again', at: addMillis(now(), waitMinutes * 60_000), tries: failed };
  }
}
