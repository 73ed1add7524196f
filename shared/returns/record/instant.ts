/**
 * A moment in UTC as `YYYY-MM-DDTHH:mm:ss.sssZ`. One fixed form, so that comparing the texts compares the times.
 * Build one with {@link toInstant}; nothing else may produce it.
 */
export type Instant = string & { readonly __instant: unique symbol };

const withZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * Reads an ISO 8601 time that states its zone; fractions below a millisecond are cut.
 * @returns undefined for a text without a zone (its meaning would depend on the machine) or no real date.
 */
export function toInstant(text: string): Instant | undefined {
  if (!withZone.test(text)) {
    return undefined;
  }
  const millis = Date.parse(text.replace(/(\.\d{3})\d+/, '$1'));
  const isReal = !Number.isNaN(millis) && isRealDay(text.slice(0, 10)) && millis >= firstMillis && millis <= lastMillis;
  return isReal ? instantOf(millis) : undefined;
}

/** Beyond these the text would take another form. */
const firstMillis = Date.parse('0000-01-01T00:00:00.000Z');
const lastMillis = Date.parse('9999-12-31T23:59:59.999Z');

/** `Date.parse` takes the 30th of February for the 2nd of March. */
function isRealDay(day: string): boolean {
  const millis = Date.parse(`${day}T00:00:00.000Z`);
  return !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(day);
}

/** @param millis - Unix time in milliseconds. */
export function instantOf(millis: number): Instant {
  return new Date(millis).toISOString() as Instant;
}

/** Unix time in milliseconds. */
export function millisOf(instant: Instant): number {
  return Date.parse(instant);
}

/** The instant `ms` milliseconds later (earlier when negative). */
export function addMillis(instant: Instant, ms: number): Instant {
  return instantOf(millisOf(instant) + ms);
}

/** The first of some moments; undefined where there is none. */
export function earliestOf(instants: readonly (Instant | undefined)[]): Instant | undefined {
  return instants.filter((at) => at !== undefined).sort()[0];
}

/** The last of some moments; undefined where there is none. */
export function latestOf(instants: readonly (Instant | undefined)[]): Instant | undefined {
  return instants
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);
}
