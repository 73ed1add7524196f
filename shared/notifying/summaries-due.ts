import type { Notify } from '#shared/merchant/notify.ts';
import { isWithinHours, type LocalTime, minutesOf } from './local-time.ts';
import { isFor } from './routing.ts';

/** A summary that a robot has to tell now. */
export interface SummaryDue {
  readonly robot: string;
  /** Of what this team sees; of all when absent. */
  readonly team?: string;
  /** `handover`: at the end of a shift. */
  readonly occasion: 'day' | 'handover';
  /** `YYYY-MM-DDTHH:mm`: the time that it is for. */
  readonly id: string;
}

/** Later than this nobody needs it any more. */
const latestMinutes = 60;

/** The summaries whose time of day has come, also where a run or two were missed. */
export function summariesDue(notify: Notify, { day, time }: LocalTime): SummaryDue[] {
  const times = [
    ...notify.digestAt.map((at) => ({ at, occasion: 'day' as const })),
    ...notify.shiftsAt.map((at) => ({ at, occasion: 'handover' as const })),
  ].filter(({ at }) => at <= time && minutesOf(time) - minutesOf(at) < latestMinutes);
  const found = times.flatMap(({ at, occasion }) =>
    notify.routes
      .filter((route) => isFor({ ...route, hours: undefined }, 'digest', time) && isOn(route.hours, at))
      .flatMap(({ team, robots }) =>
        robots.map((robot) => ({ robot, ...(team !== undefined && { team }), occasion, id: `${day}T${at}` })),
      ),
  );
  return [...new Map(found.map((due) => [JSON.stringify([due.robot, due.team, due.id]), due])).values()];
}

function isOn(hours: string | undefined, at: string): boolean {
  return hours === undefined || isWithinHours(at, hours);
}
