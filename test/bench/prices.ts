import type { StepUnits } from './units.ts';

/**
 * Dollars per million, list prices of us-east-1 without the free tier, as of November 2026: on-demand write and read units,
 * one call that sends messages of at most 64 KB together, one event of at most 64 KB, one transition of a Standard state machine, one HTTP API request.
 */
const perMillion = {
  writeUnit: 0.625,
  readUnit: 0.125,
  sendMessage: 0.4,
  event: 1,
  transition: 25,
  httpRequest: 1,
} as const;

/** Of one clock, whether its deadline is met or not (infra/state-machines/deadline-timer-definition.ts). */
const transitionsOfClock = 4;

/**
 * What a million such returns cost for what was counted, in dollars. Not in it: Lambda's own time, polling of queues, rules and
 * what they deliver to, storage, logs.
 */
export function costOf(webhooks: number, units: StepUnits): Record<string, number> {
  return {
    'DynamoDB writes': (units.tableWriteUnits + units.indexWriteUnits) * perMillion.writeUnit,
    'DynamoDB reads': units.readUnits * perMillion.readUnit,
    'SQS SendMessage': (webhooks + units.carryCalls + units.hints) * perMillion.sendMessage,
    'EventBridge events': units.events * perMillion.event,
    'Step Functions, clocks that were started': units.timerStarts * transitionsOfClock * perMillion.transition,
    'HTTP API requests': webhooks * perMillion.httpRequest,
  };
}

/** All of it together. */
export function dollarsOf(webhooks: number, units: StepUnits): number {
  return Object.values(costOf(webhooks, units)).reduce((sum, dollars) => sum + dollars, 0);
}
