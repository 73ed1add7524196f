export interface Keyed<Item> {
  readonly key: string;
  readonly item: Item;
}

/** Items of a list by what they are called, so that React knows them again; of those of one name the second has another key, and so on. */
export function keyed<Item>(items: readonly Item[], nameOf: (item: Item) => string): Keyed<Item>[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const name = nameOf(item);
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return { key: nth === 1 ? name : `${name} ${nth}`, item };
  });
}
