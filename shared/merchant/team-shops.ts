/** A channel, of which only the shops count here. */
export interface ShopsOf {
  readonly source: string;
  readonly shops: readonly string[];
}

/** A shop as a team names it: `<source>:<shop>`. Two sources may have a shop of one name; none has a colon in it. */
export function shopNameOf({ source, shop }: { readonly source: string; readonly shop: string }): string {
  return `${source}:${shop}`;
}

/** All shops of a merchant's channels, by their whole names. */
export function shopNamesOf(channels: readonly ShopsOf[]): string[] {
  const names = channels.flatMap(({ source, shops }) => shops.map((shop) => shopNameOf({ source, shop })));
  return [...new Set(names)];
}

/** The shops that a name in a team may stand for, out of the whole names that there are: one without its source for each source that has it. */
export function shopsMeantBy(name: string, known: readonly string[]): string[] {
  return known.filter((each) => each === name || each.slice(each.indexOf(':') + 1) === name);
}

interface Spelt {
  readonly channels: readonly ShopsOf[];
  readonly teams: readonly { shops: string[] }[];
}

/** The same merchant, with each shop of a team by its whole name; a name that stands for no shop, or for several, is left as it is. */
export function withWholeShopNames<T extends Spelt>(merchant: T): T {
  const known = shopNamesOf(merchant.channels);
  const wholeOf = (name: string) => {
    const meant = shopsMeantBy(name, known);
    return meant.length === 1 ? meant : [name];
  };
  return { ...merchant, teams: merchant.teams.map((team) => ({ ...team, shops: team.shops.flatMap(wholeOf) })) };
}
