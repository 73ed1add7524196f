import { randomBytes } from 'node:crypto';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { roleOf } from './role-option.ts';

export interface TokenWish {
  readonly userPoolId: string;
  readonly clientId: string;
  readonly role: string;
}

/**
 * Signs the demo user of a role in, who is made where there is none yet, and given a new password each time.
 * @returns an id token: its audience is the client, as the API's authorizer wants it.
 * @throws Error where there is no such role, or no user pool of the demo.
 */
export async function fetchDemoToken(client: CognitoIdentityProviderClient, wish: TokenWish): Promise<string> {
  const { userPoolId: UserPoolId, clientId: ClientId } = wish;
  const role = roleOf(wish.role);
  if (!UserPoolId || !ClientId) {
    throw new Error('This deployment has no user pool of its own: ask its identity provider for a token.');
  }
  const Username = `demo-${role}`;
  const Password = `${randomBytes(12).toString('base64url')}-aA1`;
  await ensureUser(client, UserPoolId, Username);
  await client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }));
  await client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: role }));
  const AuthParameters = { USERNAME: Username, PASSWORD: Password };
  const { AuthenticationResult } = await client.send(
    new AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters }),
  );
  if (!AuthenticationResult?.IdToken) {
    throw new Error(`${Username} could not be signed in: no token came back.`);
  }
  return AuthenticationResult.IdToken;
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
