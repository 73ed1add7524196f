import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { takeDemoToken } from './demo-token.ts';
import { boardUrl, settings } from './settings.ts';

/** Nobody is signed in, or not any more. */
export class SignedOutError extends Error {}

const manager = new UserManager({
  authority: settings.issuer,
  client_id: settings.clientId,
  redirect_uri: `${boardUrl}/signed-in`,
  post_logout_redirect_uri: `${boardUrl}/today`,
  scope: 'openid profile',
  ...(settings.metadataUrl && { metadataUrl: settings.metadataUrl }),
  // As long as this tab: what a shared computer keeps is nobody's session.
  userStore: new WebStorageStateStore({ store: sessionStorage }),
  automaticSilentRenew: false,
  loadUserInfo: false,
});

/** Renewed when less is left. */
const leastLeftSeconds = 60;

/** Where somebody was before they had to sign in. */
interface Errand {
  readonly path: string;
}

/** An id token, as the API wants it. @throws SignedOutError */
export async function token(): Promise<string> {
  const demo = takeDemoToken();
  if (demo) {
    return demo;
  }
  const user = await manager.getUser();
  const renewed = user && (user.expires_in ?? 0) < leastLeftSeconds ? await renew(user) : user;
  if (!renewed?.id_token || renewed.expired) {
    throw new SignedOutError();
  }
  return renewed.id_token;
}

export async function signIn(): Promise<void> {
  const errand: Errand = { path: location.pathname + location.search };
  await manager.signinRedirect({ state: errand });
}

/** Back from the provider. @returns where to go on. @throws where the provider refused, or this tab never asked. */
export async function finishSignIn(): Promise<string> {
  const { state } = await manager.signinRedirectCallback();
  const path = (state as Errand | undefined)?.path ?? '';
  return path.startsWith('/board/') && !path.startsWith('/board/signed-in') ? path : '/board/today';
}

/** Also at the provider, so that the next person at this computer is asked who they are. */
export async function signOut(): Promise<void> {
  await forget();
  const { client_id, post_logout_redirect_uri } = manager.settings;
  // Cognito takes its own two names instead of the standard's.
  const extraQueryParams = { client_id, ...(post_logout_redirect_uri && { logout_uri: post_logout_redirect_uri }) };
  await manager.signoutRedirect({ extraQueryParams });
}

export async function forget(): Promise<void> {
  sessionStorage.removeItem('demo-token');
  await manager.removeUser();
}

/** By the refresh token, where there is one; a provider that refuses has the person sign in again. */
async function renew(user: User): Promise<User | undefined> {
  if (!user.refresh_token) {
    return user;
  }
  return (await manager.signinSilent().catch(() => undefined)) ?? user;
}
