/** A piece of a number, and whether it is another on the other side. */
export interface Piece {
  readonly text: string;
  readonly differs: boolean;
}

/** A number of the case beside that of the parcel, taken apart where they differ. */
export interface NumberDiff {
  readonly parcel: readonly Piece[];
  readonly case: readonly Piece[];
}

/** What both begin with and both end with is the same; between them they differ. */
export function numberDiff(parcel: string, own: string): NumberDiff {
  const most = Math.min(parcel.length, own.length);
  const head = sameFrom(most, (index) => parcel[index] === own[index]);
  const tail = sameFrom(most - head, (index) => parcel.at(-1 - index) === own.at(-1 - index));
  return { parcel: piecesOf(parcel, head, tail), case: piecesOf(own, head, tail) };
}

/** Of the numbers of a case that which has most in common with the parcel's; undefined where it has none. */
export function nearestNumber(parcel: string, numbers: readonly string[]): string | undefined {
  return numbers
    .map((number) => ({ number, differing: differingIn(parcel, number) }))
    .sort((a, b) => a.differing - b.differing)[0]?.number;
}

/** Told apart only where somebody sees by it what went wrong: of numbers that have nothing to do with each other nothing is marked. */
export function isAlike(parcel: string, own: string): boolean {
  return differingIn(parcel, own) <= mostDiffering;
}

const mostDiffering = 3;

function differingIn(parcel: string, own: string): number {
  const { parcel: pieces, case: others } = numberDiff(parcel, own);
  const lengthOf = (of: readonly Piece[]) => of.find(({ differs }) => differs)?.text.length ?? 0;
  return Math.max(lengthOf(pieces), lengthOf(others));
}

function sameFrom(most: number, isSame: (index: number) => boolean): number {
  const other = Array.from({ length: most }, (_, index) => index).find((index) => !isSame(index));
  return other ?? most;
}

function piecesOf(text: string, head: number, tail: number): Piece[] {
  const end = text.length - tail;
  const pieces = [
    { text: text.slice(0, head), differs: false },
    { text: text.slice(head, end), differs: true },
    { text: text.slice(end), differs: false },
  ];
  return pieces.filter((piece) => piece.text !== '');
}
