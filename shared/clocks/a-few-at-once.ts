/** One after another, thousands of cases would take longer than a function has; all at once, the table would throttle. */
const atOnce = 10;

/** Does this to each of them, a few at a time. */
export async function aFewAtOnce<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += atOnce) {
    results.push(...(await Promise.all(items.slice(at, at + atOnce).map(work))));
  }
  return results;
}
