import type { Told } from './send-messages.ts';

interface Report {
  readonly line: Readonly<Record<string, string | number | undefined>>;
  readonly metrics: readonly { readonly name: string; readonly reason?: string; readonly value?: number }[];
}

const good: readonly Told['outcome'][] = ['told', 'nothing'];

/** What one run told by one robot, for the log and the metrics. */
export function reportTold(robot: string, { outcome, told, messages, reason }: Told): Report {
  return {
    line: { outcome, told, messages, detail: reason },
    metrics: [
      ...(told > 0 ? [{ name: 'PeopleTold', value: told }] : []),
      ...(good.includes(outcome) ? [] : [{ name: 'RobotFailed', reason: robot }]),
    ],
  };
}
