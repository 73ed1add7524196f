import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';

export interface TokenWish {
  readonly userPoolId: string;
  readonly clientId: string;
  /** A role, or the `oidcGroup` of a team. */
  readonly group: string;
  /** Of all demo users (demo-password.ts). */
  readonly password: string;
}

/** By what the pool knows the demo user of a group. */
export function demoUserOf(group: string): string {
  return `demo-${group}`;
}

/**
 * Signs the demo user of a group in, who is made where there is none yet.
 * @returns an id token: its audience is the client, as the API's authorizer wants it.
 * @throws Error where there is no user pool of the demo.
 */
export async function fetchDemoToken(client: CognitoIdentityProviderClient, wish: TokenWish): Promise<string> {
  if (!wish.userPoolId || !wish.clientId) {
    throw new Error('This deployment has no user pool of its own: ask its identity provider for a token.');
  }
  const token = (await signIn(client, wish).catch(noneYet)) ?? (await makeAndSignIn(client, wish));
  if (!token) {
    throw new Error(`${demoUserOf(wish.group)} could not be signed in: no token came back.`);
  }
  return token;
}

async function signIn(client: CognitoIdentityProviderClient, wish: TokenWish): Promise<string | undefined> {
  const { userPoolId: UserPoolId, clientId: ClientId, group, password } = wish;
  const AuthParameters = { USERNAME: demoUserOf(group), PASSWORD: password };
  const { AuthenticationResult } = await client.send(
    new AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters }),
  );
  return AuthenticationResult?.IdToken;
}

const unknownNames: readonly string[] = ['UserNotFoundException', 'NotAuthorizedException'];

/** There is no such user, or one that another folder gave a password. */
function noneYet(error: Error): undefined {
  if (!unknownNames.includes(error.name)) {
    throw error;
  }
}

/** The password comes last: whoever can be signed in by it is in the group already. */
async function makeAndSignIn(client: CognitoIdentityProviderClient, wish: TokenWish): Promise<string | undefined> {
  const { userPoolId: UserPoolId, group: GroupName, password: Password } = wish;
  const Username = demoUserOf(GroupName);
  await ensureUser(client, UserPoolId, Username);
  await client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName }));
  await client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }));
  return await signIn(client, wish);
}

async function ensureUser(client: CognitoIdentityProviderClient, UserPoolId: string, Username: string): Promise<void> {
  try {
    await client.send(new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'SUPPRESS' }));
  } catch (error) {
    if (!(error instanceof UsernameExistsException)) {
      throw error;
    }
  }
}
