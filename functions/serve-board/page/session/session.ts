import { ErrorResponse, type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { leftMsOf, type Seen, seenToken } from './claims.ts';
import { forgetDemoToken, takeDemoToken } from './demo-token.ts';
import { type Errand, placeOf } from './errand.ts';
import { boardUrl, settings } from './settings.ts';

/** Nobody is signed in, or not any more. */
export class SignedOutError extends Error {}

// As long as this tab: what a shared computer keeps is nobody's session.
const ofThisTab = () => new WebStorageStateStore({ store: sessionStorage });
const manager = new UserManager({
  authority: settings.issuer,
  client_id: settings.clientId,
  redirect_uri: `${boardUrl}/signed-in`,
  post_logout_redirect_uri: `${boardUrl}/today`,
  scope: 'openid profile',
  ...(settings.metadataUrl && { metadataUrl: settings.metadataUrl }),
  userStore: ofThisTab(),
  stateStore: ofThisTab(),
  automaticSilentRenew: false,
  loadUserInfo: false,
});

/** Renewed when less is left. */
const leastLeftMs = 60_000;
const seenAs = 'token-seen';

/** An id token, as the API wants it. @throws SignedOutError, or what a connection fails with where the token has run out and no new one can be had. */
export async function token(): Promise<string> {
  const demo = takeDemoToken();
  if (demo) {
    return demo;
  }
  const user = await manager.getUser();
  const renewed = user && leftMs(user) < leastLeftMs ? await renewOnce(user) : user;
  if (!renewed?.id_token || leftMs(renewed) <= 0) {
    throw new SignedOutError();
  }
  return renewed.id_token;
}

export async function signIn(): Promise<void> {
  const errand: Errand = { path: location.pathname + location.search };
  await manager.signinRedirect({ state: errand });
}

let finishing: Promise<string> | undefined;

/** Back from the provider; its code counts once. @returns where to go on. @throws where the provider refused, or this tab never asked. */
export async function finishSignIn(): Promise<string> {
  finishing ??= manager.signinRedirectCallback().then(({ state }) => placeOf(state, location.origin));
  return await finishing;
}

/** Also at the provider, so that the next person at this computer is asked who they are. Where it has no page for that, or does not answer, here alone. */
export async function signOut(): Promise<void> {
  const user = takeDemoToken() ? null : await manager.getUser();
  await forget();
  if (user?.id_token) {
    await leaveProvider(user.id_token).catch(() => location.assign(`${boardUrl}/today`));
  } else {
    location.assign(`${boardUrl}/today`);
  }
}

/** The standard's own names; Cognito takes another two, and passes over these. */
async function leaveProvider(id_token_hint: string): Promise<void> {
  const { client_id, post_logout_redirect_uri: logout_uri = '' } = manager.settings;
  await manager.signoutRedirect({ id_token_hint, extraQueryParams: { client_id, logout_uri } });
}

async function forget(): Promise<void> {
  forgetDemoToken();
  sessionStorage.removeItem(seenAs);
  await manager.removeUser();
}

let renewing: Promise<User | null> | undefined;

/** Many ask at once, and a provider may take a refresh token only once. */
async function renewOnce(user: User): Promise<User | null> {
  renewing ??= renew(user).finally(() => {
    renewing = undefined;
  });
  return await renewing;
}

/** By the refresh token, where there is one. What a provider refuses has the person sign in again; what a connection spoils is no reason to. */
async function renew(user: User): Promise<User | null> {
  if (!user.refresh_token) {
    return user;
  }
  try {
    return await manager.signinSilent();
  } catch (error) {
    if (leftMs(user) > 0) {
      return user;
    }
    if (!(error instanceof ErrorResponse)) {
      throw error;
    }
    await manager.removeUser();
    return null;
  }
}

function leftMs({ id_token = '' }: User): number {
  const now = Date.now();
  const seen = seenToken(id_token, seenBefore(), now);
  sessionStorage.setItem(seenAs, JSON.stringify(seen));
  return leftMsOf(id_token, seen, now);
}

function seenBefore(): Seen | undefined {
  return JSON.parse(sessionStorage.getItem(seenAs) ?? 'null') ?? undefined;
}
