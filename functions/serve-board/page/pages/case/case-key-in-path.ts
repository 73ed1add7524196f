/**
 * The key of the case that a path of the page is of. The router has already decoded what it gives, but for `%2F` and the like: what a key with a `%` in it was, cannot be told from
 * that any more.
 */
export function caseKeyInPath(pathname: string): string {
  const [, part = ''] = /\/cases\/([^/]+)\/?$/.exec(pathname) ?? [];
  try {
    return decodeURIComponent(part);
  } catch {
    // Somebody typed a `%` that stands for itself.
    return part;
  }
}
