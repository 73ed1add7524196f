/** What a token says of its bearer. */
export type Claims = Readonly<Record<string, unknown>>;

/** One token and nothing beside it: of two, joined by a comma, the authorizer may have looked at the other. */
const form = /^(?:bearer\s+)?[\w-]+\.([\w-]+)\.[\w-]+$/i;

/**
 * The claims of the bearer token in an `authorization` header; undefined where there are none to be read. It verifies nothing: only for a token that the
 * API's authorizer let through. The authorizer's own copy of the claims makes a text of each list (`[returns admin]`), in which nobody can
 * tell one name with a blank in it from two.
 */
export function claimsInToken(authorization = ''): Claims | undefined {
  const [, payload = ''] = form.exec(authorization.trim()) ?? [];
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return typeof claims === 'object' && claims !== null && !Array.isArray(claims) ? { ...claims } : undefined;
  } catch {
    return undefined;
  }
}
