/** How often each name is there, in the order of the names. */
export function countOf(names: readonly unknown[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) {
    counts.set(String(name), (counts.get(String(name)) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
