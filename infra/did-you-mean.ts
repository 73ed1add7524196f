/**
 * How many letters one has to put, take, change or swap with their neighbour to make one text of another ("optimal string alignment").
 * Words of a configuration are short and few: a package would be heavier than this.
 */
function editsBetween(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= one.length; row += 1) {
    rows.push([row]);
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const ways = [at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (isSame ? 0 : 1)];
      rows[row]?.push(Math.min(...ways, isSwap ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY));
    }
  }
  return at(one.length, other.length);
}

/** The known word that somebody may have meant: at most a third of its letters is another, whatever their case. */
export function nearestOf(word: string, known: readonly string[]): string | undefined {
  const near = known
    .map((each) => ({ each, edits: editsBetween(word.toLowerCase(), each.toLowerCase()) }))
    .filter(({ each, edits }) => edits < word.length && edits <= Math.max(1, Math.floor(each.length / 3)));
  return near.sort((one, other) => one.edits - other.edits)[0]?.each;
}

/** The end of a sentence that refuses a word: `; did you mean "shopify"?`, or nothing where no known word is near. */
export function didYouMean(word: unknown, known: readonly string[]): string {
  const meant = typeof word === 'string' ? nearestOf(word, known) : undefined;
  return meant === undefined ? '' : `; did you mean "${meant}"?`;
}
