const form = /^gid:\/\/shopify\/([A-Za-z]{1,60})\/(\d{1,30})(?:\?.*)?$/;

/** The number in `gid://shopify/<type>/<number>`, digit by digit; undefined for another type or no global id. */
export function numberOf(globalId: string | null | undefined, type: string): string | undefined {
  const [, found, number] = form.exec(globalId ?? '') ?? [];
  return found === type ? number : undefined;
}
