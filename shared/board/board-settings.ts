import type { Merchant } from '#shared/merchant/merchant.ts';
import type { Locale } from '#shared/words/locale.ts';

/** What the page has to know before anybody signs in; everybody may read it. */
export interface BoardSettings {
  /** Of the identity provider at which people sign in. */
  readonly issuer: string;
  readonly clientId: string;
  /** Where the provider says what it offers, if not at the issuer (an emulator). */
  readonly metadataUrl?: string;
  /** For whoever has chosen no language. */
  readonly locale: Locale;
  /** Also a token that a link brings is taken. */
  readonly isDemo: boolean;
}

interface Identity {
  readonly issuer: string;
  readonly clientId: string;
  /** Of an emulator, which has each user pool under its own address. */
  readonly endpoint: string | undefined;
}

export function boardSettings(
  { locale, demo }: Pick<Merchant, 'locale' | 'demo'>,
  { issuer, clientId, endpoint }: Identity,
): BoardSettings {
  const pool = new URL(issuer).pathname;
  return {
    issuer,
    clientId,
    locale,
    isDemo: demo,
    ...(endpoint && { metadataUrl: `${endpoint}${pool}/.well-known/openid-configuration` }),
  };
}
