import { type Instant, instantOf, millisOf } from '#shared/returns/record/instant.ts';
import { lagClasses, lagClassOf } from './lag.ts';
import type { ChannelName, HourCounts, Via } from './ports.ts';

/** What is counted of each channel, beside how late it was. */
export const counters = ['webhooks', 'reads', 'duplicates', 'notUnderstood', 'inPart', 'refused', 'missed'] as const;
export type Counter = (typeof counters)[number];

/** Stands for all channels that do not exist: who posts there is no sender of ours. No name in a merchant's file begins so. */
export const strangers: ChannelName = { source: '-', channel: '-' };

/** The hour of a moment, as counts are kept by. */
export function hourOf(at: Instant): string {
  return at.slice(0, 13);
}

/** Where an hour begins. */
export function beginOf(hour: string): Instant {
  return instantOf(Date.parse(`${hour}:00:00.000Z`));
}

/** When something was last heard in an hour, to the minute. */
export function lastHeardIn({ hour, heard }: HourCounts, via: Via): Instant | undefined {
  const minute = heard[via].at(-1);
  return minute === undefined ? undefined : instantOf(millisOf(beginOf(hour)) + minute * 60_000);
}

/** A number of one kind, in the hour of a moment. */
export function countsOf(name: ChannelName, at: Instant, sums: Readonly<Partial<Record<Counter, number>>>): HourCounts {
  const { source, channel } = name;
  return { source, channel, hour: hourOf(at), sums, heard: { webhook: [], read: [] } };
}

interface Heard {
  readonly via: Via;
  readonly at: Instant;
  /** How late it was; undefined where the sender named no time. */
  readonly lagMs: number | undefined;
  readonly sums: Readonly<Partial<Record<Counter, number>>>;
}

/** Something was heard: its minute, how late it was, and what else it counts as. */
export function heardOf(name: ChannelName, { via, at, lagMs, sums }: Heard): HourCounts {
  const counted = countsOf(name, at, sums);
  const lag = lagMs === undefined ? {} : { [lagName(via, lagClassOf(lagMs))]: 1 };
  return {
    ...counted,
    sums: { ...counted.sums, ...lag },
    heard: { ...counted.heard, [via]: [new Date(millisOf(at)).getUTCMinutes()] },
  };
}

/** Two of the same channel and hour as one. */
export function addedOf(one: HourCounts, other: HourCounts): HourCounts {
  const names = new Set([...Object.keys(one.sums), ...Object.keys(other.sums)]);
  const sums = [...names].map((name) => [name, (one.sums[name] ?? 0) + (other.sums[name] ?? 0)] as const);
  const heard = (via: Via) => [...new Set([...one.heard[via], ...other.heard[via]])].sort((a, b) => a - b);
  return { ...one, sums: Object.fromEntries(sums), heard: { webhook: heard('webhook'), read: heard('read') } };
}

/** How many of each lag's class there were. */
export function lagCounts(hours: readonly HourCounts[], via: Via): number[] {
  return Array.from({ length: lagClasses + 1 }, (_, n) => sumOf(hours, lagName(via, n)));
}

export function sumOf(hours: readonly HourCounts[], name: string): number {
  return hours.reduce((sum, { sums }) => sum + (sums[name] ?? 0), 0);
}

function lagName(via: Via, lagClass: number): string {
  return `${via}Lag${lagClass}`;
}
