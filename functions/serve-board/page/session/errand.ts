/** Where somebody was before they had to sign in. */
export interface Errand {
  readonly path: string;
}

const board = '/board/';
const start = '/board/today';

/**
 * Where to go on after signing in: a place of the board, or its first page. What comes back from a redirect is not believed: it may name another site, in
 * any of the ways in which browsers read one, or the place of return itself.
 */
export function placeOf(errand: unknown, origin: string): string {
  const path = typeof errand === 'object' && errand !== null && 'path' in errand ? errand.path : undefined;
  if (typeof path !== 'string' || !path.startsWith(board) || !URL.canParse(path, origin)) {
    return start;
  }
  const { origin: where, pathname, search } = new URL(path, origin);
  const isOurs = where === origin && pathname.startsWith(board) && !pathname.startsWith('/board/signed-in');
  return isOurs ? pathname + search : start;
}
