import { fieldsIn, pastedText } from './secret-value.ts';

/** What a token secret holds: one token, and, for an app that serves many shops, one for each of them. */
interface Tokens {
  readonly accessToken?: string;
  readonly byShop: ReadonlyMap<string, string>;
}

/** Reads JSON `{ "accessToken"?: "...", "accessTokens"?: { "<shop>": "..." } }`. Never throws: what is no token is left out. */
export function tokensOf(text: string): Tokens {
  const { accessToken, accessTokens } = fieldsIn(text);
  const common = pastedText(accessToken);
  const byShop = Object.entries(Object(accessTokens)).flatMap(([shop, value]): [string, string][] => {
    const token = pastedText(value);
    return token ? [[shop, token]] : [];
  });
  return { ...(common && { accessToken: common }), byShop: new Map(byShop) };
}
