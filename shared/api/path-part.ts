/** A part of the path of a URL: encoded twice where a gateway that decodes a path before it routes it would see another path in it. */
export function pathPartOf(part: string): string {
  const once = encodeURIComponent(part);
  return /[/?#]/.test(part) ? encodeURIComponent(once) : once;
}
