import { fieldsIn } from './secret-value.ts';

/** What a token secret holds: one token, and, for an app that serves many shops, one for each of them. */
interface Tokens {
  readonly accessToken?: string;
  readonly byShop: ReadonlyMap<string, string>;
}

/** Reads JSON `{ "accessToken"?: "...", "accessTokens"?: { "<shop>": "..." } }`. Never throws: what is no token is left out. */
export function tokensOf(text: string): Tokens {
  const { accessToken, accessTokens } = fieldsIn(text);
  const byShop = Object.entries(Object(accessTokens)).filter((entry): entry is [string, string] => isToken(entry[1]));
  return { ...(isToken(accessToken) && { accessToken }), byShop: new Map(byShop) };
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
