const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;

/** The time so long before now; `seconds` may be negative. */
export function ago({
  hours = 0,
  minutes = 0,
  seconds = 0,
}: {
  hours?: number;
  minutes?: number;
  seconds?: number;
}): Date {
  return new Date(Date.now() - hours * hourMs - minutes * minuteMs - seconds * secondMs);
}

export function later(date: Date, ms: number): Date {
  return new Date(date.getTime() + ms);
}
