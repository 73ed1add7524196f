/** A span of time in Unix milliseconds, with its begin and up to its end; one that is open ends at `Infinity`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The same time in spans that neither overlap nor touch, in their order; what ends before it begins is none. */
export function mergedSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else {
      merged.push(span);
    }
  }
  return merged;
}

/** What is left of a span without the time that does not count. @param off - Merged. */
function piecesOf({ from, to }: Span, off: readonly Span[]): Span[] {
  const pieces: Span[] = [];
  let start = from;
  for (const each of off.filter((one) => one.from < to && one.to > from)) {
    pieces.push({ from: start, to: each.from });
    start = each.to;
  }
  return [...pieces, { from: start, to }].filter((piece) => piece.from < piece.to);
}

/**
 * When so much time has passed that counts. Of no time at all, the first moment that counts.
 * @param counting - In its order.
 * @param off - Time within it that does not count, merged.
 * @returns undefined where not so much of it comes.
 */
export function passedAt(ms: number, counting: Iterable<Span>, off: readonly Span[]): number | undefined {
  const last = off.at(-1);
  const end = last?.to === Number.POSITIVE_INFINITY ? last.from : Number.POSITIVE_INFINITY;
  let rest = ms;
  for (const span of counting) {
    if (span.from >= end) {
      return undefined;
    }
    for (const { from, to } of piecesOf(span, off)) {
      if (rest <= to - from) {
        return from + rest;
      }
      rest -= to - from;
    }
  }
  return undefined;
}
