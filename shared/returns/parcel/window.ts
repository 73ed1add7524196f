import { addMillis, earliestOf, type Instant } from '../record/instant.ts';
import type { ParcelLink } from './parcel.ts';

/** A span of time, both ends in it; an end that is absent is open. */
export interface Window {
  readonly from?: Instant;
  readonly until?: Instant;
}

const dayMs = 24 * 3600_000;
/** A store may tell of a number this long after the goods were sent. */
const daysBefore = 14;
/** What went out may have done so long before anybody asks for anything. */
const daysBeforeOutbound = 60;
/** A parcel comes once; what is said of it this long after it came is of another one. */
const daysAfterGoods = 30;
/** Goods come back after a refund by time-out, so that closing ends nothing by itself. No carrier gives a number out again within this time. */
const daysAfterClosing = 180;

/**
 * When something under the number can be the case's own: from when it was asked for, or shortly before its first word on the number, until it was withdrawn.
 * Of a number that the goods went out under, and that did not turn round, from when the case was asked for: until then it was on its way to the buyer.
 */
export function windowOf({ statedAt, askedAt, isWithdrawn, endedAt, closedAt, ...link }: ParcelLink): Window {
  const before = statedAt && addDays(statedAt, link.isOutbound ? -daysBeforeOutbound : -daysBefore);
  const from = link.isTypedOutbound ? (askedAt ?? statedAt) : before && earliestOf([before, askedAt]);
  const over = earliestOf([isWithdrawn ? undefined : endedAt, closedAt]);
  const until = earliestOf([isWithdrawn ? endedAt : undefined, over && addDays(over, daysAfterClosing)]);
  return { ...(from && { from }), ...(until && { until }) };
}

/** Until when more may be said of goods that came. */
export function shutAfter(cameAt: Instant): Instant {
  return addDays(cameAt, daysAfterGoods);
}

export function isWithin({ from, until }: Window, at: Instant): boolean {
  return (!from || from <= at) && (!until || at <= until);
}

/** Whether the case was asked for and not over at that time. */
export function wasOpenAt(link: ParcelLink, at: Instant): boolean {
  const over = overAt(link);
  return (!link.askedAt || link.askedAt <= at) && (!over || at < over);
}

/** Whether the case had named it by then for goods that come back, and was neither given up nor refused: a closed one may have been paid, and wait all the same. */
export function waitedAt({ statedAt, endedAt, isOutbound }: ParcelLink, at: Instant): boolean {
  return statedAt !== undefined && statedAt <= at && !endedAt && !isOutbound;
}

/** Whether two cases named the number while neither was over. */
export function areAtOnce(a: ParcelLink, b: ParcelLink): boolean {
  return isBefore(a.statedAt, overAt(b)) && isBefore(b.statedAt, overAt(a));
}

export function overAt({ endedAt, closedAt }: ParcelLink): Instant | undefined {
  return earliestOf([endedAt, closedAt]);
}

function isBefore(at: Instant | undefined, end: Instant | undefined): boolean {
  return !at || !end || at <= end;
}

function addDays(at: Instant, days: number): Instant {
  return addMillis(at, days * dayMs);
}
