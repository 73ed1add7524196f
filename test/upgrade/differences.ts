/** Where two plain values differ: as deep as both have something there. */
export interface Difference {
  /** Names of fields, joined by `/`. */
  readonly path: string;
  /** Undefined where there is nothing on that side. */
  readonly before: unknown;
  readonly after: unknown;
}

export function differencesOf(before: unknown, after: unknown, path: readonly string[] = []): Difference[] {
  if (!isRecord(before) || !isRecord(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path: path.join('/'), before, after }];
  }
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => differencesOf(before[name], after[name], [...path, name]));
}

/** An array is one with another, whichever of their entries differ: field by field like anything else. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
