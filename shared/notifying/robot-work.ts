import type { RobotSettings } from '#shared/merchant/notify.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Notice } from '#shared/robots/robot.ts';
import type { Layout } from './layout.ts';
import type { NoticeName } from './ports.ts';
import { ownerOf } from './ring.ts';
import { ringNotice } from './ring-notice.ts';
import { ringsNotice } from './rings-notice.ts';
import type { Addressed } from './routing.ts';
import type { SummaryDue } from './summaries-due.ts';

/** All that one robot has to tell now, told before or not. */
export interface RobotWork {
  readonly robot: RobotSettings;
  /** The most urgent first. */
  readonly rings: readonly Addressed[];
  readonly summaries: readonly Summary[];
}

export interface Summary {
  readonly due: SummaryDue;
  readonly notice: Notice;
}

/** What a robot is called with once, and what is told by it. */
export interface Message {
  readonly notice: Notice;
  readonly names: readonly NoticeName[];
}

/** More than these at once are one message. Of three stacks that share a robot, each still stays within what it takes in a minute. */
const mostSingly = 5;

/** What each robot has to do; one that has nothing to do is left out. */
export function worksOf(
  robots: readonly RobotSettings[],
  rings: readonly Addressed[],
  summaries: readonly Summary[],
): RobotWork[] {
  return robots
    .map((robot) => ({
      robot,
      rings: rings.filter((each) => each.robot === robot.id),
      summaries: summaries.filter(({ due }) => due.robot === robot.id),
    }))
    .filter((work) => work.rings.length + work.summaries.length > 0);
}

export function nameOfRing({ robot, ring }: Addressed): NoticeName {
  return { owner: ownerOf(ring), thing: ring.thing, level: ring.level, robot };
}

export function nameOfSummary({ due: { robot, team, id } }: Summary): NoticeName {
  return { owner: team ?? 'nobody', thing: 'summary', level: id, robot };
}

export function keyOfName({ owner, thing, level, robot }: NoticeName): string {
  return JSON.stringify([owner, thing, level, robot]);
}

/** One message each; or, where they are many or more than the robot takes now, one for all rings. */
export function messagesOf(
  { rings, summaries }: Pick<RobotWork, 'rings' | 'summaries'>,
  permits: number,
  { now, layout }: { readonly now: Instant; readonly layout: Layout },
): Message[] {
  const isFew = rings.length <= mostSingly && rings.length + summaries.length <= permits;
  const ofRings: Message[] =
    isFew || rings.length <= 1
      ? rings.map((each) => ({ notice: ringNotice(each, now, layout), names: [nameOfRing(each)] }))
      : [{ notice: ringsNotice(rings, now, layout), names: rings.map(nameOfRing) }];
  return [...ofRings, ...summaries.map((each) => ({ notice: each.notice, names: [nameOfSummary(each)] }))];
}
